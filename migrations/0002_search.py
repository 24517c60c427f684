"""The search index: stems of entries, the vocabulary of their words, what was indexed since."""

UP = (
    """CREATE TABLE entry_search_text (entry_id INTEGER NOT NULL PRIMARY KEY,
number TEXT NOT NULL, title TEXT NOT NULL, public_title TEXT NOT NULL, body TEXT NOT NULL)""",
    """CREATE VIRTUAL TABLE entry_search USING fts5(number, title, public_title, body,
content='entry_search_text', content_rowid='entry_id', tokenize='unicode61 remove_diacritics 0')""",
    """CREATE TABLE search_word (id INTEGER NOT NULL PRIMARY KEY, word TEXT NOT NULL UNIQUE,
stem TEXT NOT NULL, seen INTEGER NOT NULL)""",
    "CREATE INDEX search_word_stem ON search_word (stem)",
    """CREATE VIRTUAL TABLE search_word_trigram USING fts5(word, content='', tokenize='trigram')""",
    """CREATE TABLE entry_change (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
entry_id INTEGER NOT NULL)""",
)
DOWN = (
    *("entry_change", "search_word_trigram", "search_word", "entry_search", "entry_search_text"),
)


def up(migrator, db):
    for ddl in UP:
        db.execute_sql(ddl)


def down(migrator, db):
    for table in DOWN:
        db.execute_sql(f"DROP TABLE {table}")
