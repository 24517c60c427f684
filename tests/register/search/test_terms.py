"""Whatever is typed can be read: words, phrases, exclusions, beginnings."""

from ppid.register.search.terms import Clause, read_clauses


def test_each_word_is_a_clause_of_its_own() -> None:
    assert read_clauses("evaluasi pegawai") == (Clause(("evaluasi",)), Clause(("pegawai",)))


def test_quotes_keep_words_together() -> None:
    assert read_clauses('"data pribadi" guru') == (Clause(("data", "pribadi")), Clause(("guru",)))


def test_a_quote_that_is_never_closed_is_a_phrase_too() -> None:
    assert read_clauses('"data pribadi') == (Clause(("data", "pribadi")),)


def test_a_minus_excludes() -> None:
    assert read_clauses("data -guru") == (Clause(("data",)), Clause(("guru",), excluded=True))


def test_a_minus_before_everything_was_a_dash() -> None:
    assert read_clauses("-data -guru") == (Clause(("data",)), Clause(("guru",)))


def test_a_star_asks_for_a_beginning() -> None:
    assert read_clauses("kepeg*") == (Clause(("kepeg",), started=True),)


def test_signs_alone_ask_for_nothing() -> None:
    assert read_clauses('!!! ** "" - yang') == ()


def test_a_text_without_end_is_cut() -> None:
    assert len(read_clauses("kata " * 5000)) == 12
