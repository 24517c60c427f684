"""Wordings for the public, reviewed before they are shown, and the search index over them."""

from peewee import *

INDEX = (
    """CREATE TABLE public_search_text (entry_id INTEGER NOT NULL PRIMARY KEY,
number TEXT NOT NULL, title TEXT NOT NULL, public_title TEXT NOT NULL, body TEXT NOT NULL)""",
    """CREATE VIRTUAL TABLE public_search USING fts5(number, title, public_title, body,
content='public_search_text', content_rowid='entry_id',
tokenize='unicode61 remove_diacritics 0')""",
    """CREATE TABLE public_search_word (id INTEGER NOT NULL PRIMARY KEY, word TEXT NOT NULL UNIQUE,
stem TEXT NOT NULL, seen INTEGER NOT NULL)""",
    "CREATE INDEX public_search_word_stem ON public_search_word (stem)",
    """CREATE VIRTUAL TABLE public_search_word_trigram
USING fts5(word, content='', tokenize='trigram')""",
)
TABLES = (
    *("public_search_word_trigram", "public_search_word", "public_search", "public_search_text"),
    "public_wording",
)


def up(migrator, db):
    class User(Model):
        class Meta:
            database = db
            legacy_table_names = False
            table_name = "user_account"

    class Entry(Model):
        class Meta:
            database = db
            legacy_table_names = False
            table_name = "entry"

    class Classification(Model):
        class Meta:
            database = db
            legacy_table_names = False
            table_name = "classification"

    class PublicWording(Model):
        entry = ForeignKeyField(Entry, on_delete="RESTRICT")
        classification = ForeignKeyField(Classification, null=True, on_delete="RESTRICT")
        title = TextField()
        what_is_closed = TextField()
        given_instead = TextField()
        consequence = TextField()
        benefit = TextField()
        source = TextField()
        written_at = DateTimeField()
        written_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
        reviewed_at = DateTimeField(null=True)
        reviewed_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "public_wording"
            indexes = ((("entry", "reviewed_at"), False),)

    db.create_tables([PublicWording])
    for ddl in INDEX:
        db.execute_sql(ddl)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f"DROP TABLE {table}")
