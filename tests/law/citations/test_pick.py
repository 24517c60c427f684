"""What officers type into the search for a legal basis."""

import pytest

from ppid.law.citations import Article, parse, parse_pick, short


@pytest.mark.parametrize(
    ("typed", "article", "ground"),
    [
        ("17 h 4", Article("17", huruf="h", angka="4"), "h"),
        ("17h4", Article("17", huruf="h", angka="4"), "h"),
        ("17 huruf h", Article("17", huruf="h"), "h"),
        ("h.4", Article(huruf="h", angka="4"), "h"),
        ("h", Article(huruf="h"), "h"),
        ("kip 17 j", Article("17", huruf="j"), "j"),
        ("uu 14 17 h", Article("17", huruf="h"), "h"),
        ("UU 14/2008 17 h 3", Article("17", huruf="h", angka="3"), "h"),
        ("kearsipan 66", Article("66"), None),
        ("kearsipan 66 (3) a", Article("66", "3", "a"), None),
        ("uu pdp 4 (2)", Article("4", "2"), None),
        ("pasal 44 ayat 1 huruf h", Article("44", "1", "h"), None),
        ("", Article(), None),
    ],
)
def test_a_pick_is_read_down_to_its_angka(typed: str, article: Article, ground: str | None) -> None:
    pick = parse_pick(typed)

    assert (pick.article, pick.ground) == (article, ground)


def test_a_short_name_finds_its_law_and_is_kept_for_searching() -> None:
    pick = parse_pick("kearsipan 66")

    assert (pick.regulation.number, pick.regulation.year) == ("43", 2009)
    assert pick.words == ("kearsipan",)


def test_half_a_name_is_left_as_a_word_to_search_by() -> None:
    pick = parse_pick("kears 66")

    assert (pick.words, pick.regulation) == (("kears",), None)


def test_the_huruf_of_another_law_is_no_ground() -> None:
    assert parse_pick("pdp 17 h").ground is None


@pytest.mark.parametrize(
    ("text", "brief"),
    [
        ("UU KIP Pasal 17 huruf h angka 4", "h.4"),
        ("UU KIP Pasal 17 huruf b", "b"),
        ("UU KIP Pasal 18 ayat (2)", "UU 14/2008 Ps. 18 (2)"),
        ("UU 43/2009 Pasal 66 ayat (3) huruf a", "UU 43/2009 Ps. 66 (3) a"),
        ("Perda NTB 10/2015", "Perda NTB 10/2015"),
    ],
)
def test_the_short_form_is_what_people_say(text: str, brief: str) -> None:
    (citation,) = parse(text).citations

    assert short(citation) == brief
