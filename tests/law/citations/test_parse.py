"""Reading: what is understood, how sure it is, and what is said about the rest."""

import pytest

from ppid.law.citations import parse


def cites(text: str) -> list[str]:
    return [citation.compact() for citation in parse(text).citations]


def notes(text: str) -> str:
    return "; ".join(note for citation in parse(text).citations for note in citation.notes)


def test_a_fully_written_citation_is_nearly_certain_and_needs_no_note() -> None:
    (citation,) = parse("UU Nomor 14 Tahun 2008 tentang KIP Pasal 17 huruf h angka 4").citations

    assert citation.confidence > 0.95
    assert citation.notes == ()


def test_the_official_wording_names_the_law_first() -> None:
    (citation,) = parse("Ps. 17 h.4 UU KIP").citations

    assert citation.official() == (
        "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik, "
        "Pasal 17 huruf h angka 4"
    )


def test_the_ground_is_the_huruf_of_pasal_17_of_the_law_on_openness() -> None:
    (citation,) = parse("UU KIP Pasal 17 huruf h angka 4").citations

    assert citation.ground == "h"


@pytest.mark.parametrize(
    "text",
    [
        "UU No. 25 Tahun 2009 Pasal 17 huruf h",
        "Permensos No. 3 Tahun 2021 Pasal 17 ayat (2)",
        "Pasal 17 huruf b UU Nomor 3 Tahun 2014 tentang Perindustrian",
        "UU No. 28 Tahun 2009 Pasal 172 ayat (1)",
        "UU KIP Pasal 18 ayat (2)",
    ],
)
def test_pasal_17_of_another_regulation_and_other_pasals_are_no_ground(text: str) -> None:
    assert [citation.ground for citation in parse(text).citations] == [None]


def test_pasal_172_is_not_cut_to_pasal_17() -> None:
    assert cites("UU No. 28 Tahun 2009 tentang Pajak Pasal 172 ayat (1)") == [
        "UU 28/2009 Pasal 172 ayat (1)"
    ]


def test_a_ground_without_a_law_is_read_with_lower_confidence_and_a_note() -> None:
    (citation,) = parse("Pasal 17 huruf h").citations

    assert citation.ground == "h"
    assert citation.confidence <= 0.6
    assert "peraturan tidak tertulis" in citation.notes[0]


def test_another_pasal_without_a_law_stays_without_a_law() -> None:
    (citation,) = parse("Pasal 44 ayat (1)").citations

    assert citation.regulation is None
    assert citation.confidence < 0.5


def test_a_ground_after_another_law_in_the_same_cell_is_doubted_aloud() -> None:
    text = "UU Nomor 36 Tahun 2009 tentang Kesehatan; Pasal 17 huruf h"

    (citation,) = parse(text).citations

    assert citation.confidence <= 0.5
    assert "dapat juga Pasal 17 UU 14/2008" in citation.notes


def test_a_law_without_an_article_is_cited_whole() -> None:
    (citation,) = parse("UU No. 13 Tahun 2003 tentang Ketenagakerjaan").citations

    assert citation.article is None
    assert citation.regulation.title == "Ketenagakerjaan"


def test_letters_of_list_items_are_no_huruf() -> None:
    text = "a. UU 14/2008 Pasal 17 huruf b, c b. Perda NTB No. 10 Tahun 2015 c. PP 61 Tahun 2010"

    assert cites(text) == [
        "UU 14/2008 Pasal 17 huruf b",
        "UU 14/2008 Pasal 17 huruf c",
        "Perda NTB 10/2015",
        "PP 61/2010",
    ]


def test_numbers_of_pasted_article_text_are_no_bases() -> None:
    text = "UU KIP Pasal 17 huruf h: rahasia pribadi, yaitu:\n1. riwayat\n2. kesehatan\n3. keuangan"

    assert cites(text) == ["UU 14/2008 Pasal 17 huruf h"]


def test_a_reference_inside_pasted_text_is_reported_and_not_cited() -> None:
    reading = parse("UU KIP Pasal 18 ayat (2): bukan yang dimaksud dalam Pasal 17 huruf g, bila")

    assert [citation.compact() for citation in reading.citations] == [
        "UU 14/2008 Pasal 18 ayat (2)"
    ]
    assert [piece.text for piece in reading.not_understood] == ["Pasal 17 huruf g"]


def test_a_law_that_a_title_only_names_is_no_basis() -> None:
    text = "PP No. 61 Tahun 2010 tentang Pelaksanaan UU No. 14 Tahun 2008 tentang KIP Pasal 5"

    assert cites(text) == ["PP 61/2010 Pasal 5"]


def test_a_provision_after_jo_is_marked_as_joined() -> None:
    first, second = parse("UU ITE Pasal 27 ayat (1) jo. Pasal 45 ayat (1)").citations

    assert (first.joined, second.joined) == (False, True)


def test_a_range_is_spread_over_all_its_members() -> None:
    assert cites("UU 25/2009 Pasal 17-19") == [
        "UU 25/2009 Pasal 17",
        "UU 25/2009 Pasal 18",
        "UU 25/2009 Pasal 19",
    ]


def test_a_range_too_wide_to_be_meant_is_not_spread_and_says_so() -> None:
    assert len(cites("UU 25/2009 Pasal 1-500")) == 2
    assert "tidak diuraikan" in notes("UU 25/2009 Pasal 1-500")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("UU KIP Pasal 17 huruf I", "dibaca sebagai huruf i"),
        ("UU KIP Pasal 17 huruf l", "dibaca huruf i"),
        ("UU KIP Pasal 17 huruf k", "tidak memiliki huruf k"),
        ("UU KIP Pasal 17 huruf h angka 9", "tidak memiliki angka 9"),
        ("UU KIP Pasal 17 ayat (2)", "terbagi atas huruf"),
        ("UU KIP Pasal 17 ayat (1) huruf h", "tidak berayat"),
        ("UU KIP Pasal 1 7 huruf h", "dibaca 17"),
        ("UU 14/08 Pasal 17 huruf h", "tahun dua angka"),
        ("UU KIP huruf h", "pasal tidak tertulis"),
        ("UU KIP 17 h", "kata “Pasal” tidak tertulis"),
        ("UU Kearsipan Pasal 66 ayat 3 huruf 3", "huruf berupa angka"),
        ("UU Nomor 14 Pasal 17 huruf h", "tahun peraturan tidak tertulis"),
        ("UU No 14 Tahun 2018 tentang Keterbukaan Informasi Publik", "perlu diperiksa"),
        ("UU No. 13 Tahun 2011 penanganan fakir miskin", "kata “tentang” tidak tertulis"),
        ("Perki SLIP Pasal 49", "lebih dari satu peraturan"),
        ("UU Perkebunan Pasal 12", "nomor dan tahun “Perkebunan” tidak tertulis"),
    ],
)
def test_what_is_inferred_or_doubtful_is_noted_and_lowers_confidence(text: str, note: str) -> None:
    (citation,) = parse(text).citations

    assert note in "; ".join(citation.notes)
    assert citation.confidence < 0.97


def test_the_span_covers_the_words_that_were_read() -> None:
    text = "Lihat UU KIP Pasal 17 huruf h, ya"

    (citation,) = parse(text).citations

    assert text[slice(*citation.span)] == "UU KIP Pasal 17 huruf h"


def test_a_cell_without_any_citation_is_reported_whole() -> None:
    reading = parse("bersifat rahasia")

    assert reading.citations == ()
    assert [piece.text for piece in reading.not_understood] == ["bersifat rahasia"]


def test_what_looks_like_a_citation_and_was_not_read_is_reported() -> None:
    reading = parse("UU KIP Pasal 17 huruf h: alasan Perxyz Nomor 5 Tahun 2020")

    assert any("Nomor 5 Tahun 2020" in piece.text for piece in reading.not_understood)


def test_an_empty_cell_leaves_nothing_to_report() -> None:
    reading = parse("  \n - ")

    assert (reading.citations, reading.not_understood) == ((), ())


def test_the_original_text_is_kept_untouched() -> None:
    text = "UU\u00a0KIP  Pasal 17\thuruf h "

    assert parse(text).text == text


def test_the_same_citation_written_twice_is_given_once() -> None:
    assert len(cites("UU KIP Pasal 17 huruf h; UU 14/2008 Pasal 17 huruf h")) == 1


def test_the_short_name_in_brackets_is_no_second_citation() -> None:
    text = "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik (UU KIP)"

    assert cites(text) == ["UU 14/2008"]


def test_tags_and_invisible_characters_do_not_part_a_citation() -> None:
    assert cites("<p><b>UU KIP</b></p>Pasal&nbsp;17<br/>huruf\u200b h") == [
        "UU 14/2008 Pasal 17 huruf h"
    ]


def test_an_annex_is_reported_as_not_read() -> None:
    reading = parse("Perki 1/2021 Lampiran II")

    assert [piece.text for piece in reading.not_understood] == ["Lampiran II"]


def test_a_lone_angka_amid_prose_is_no_provision() -> None:
    assert cites("UU KIP Pasal 17 huruf h: rincian pada angka 3 dalam tabel") == [
        "UU 14/2008 Pasal 17 huruf h"
    ]


def test_a_huruf_and_angka_on_lines_of_their_own_go_below_the_pasal() -> None:
    text = "Pasal 17 UU KIP:\nhuruf h: rahasia pribadi\nangka 4. hasil penilaian"

    assert cites(text) == ["UU 14/2008 Pasal 17 huruf h angka 4"]


def test_a_ground_behind_another_law_is_doubted_when_the_law_on_openness_stands_bare() -> None:
    bare, doubted = parse("UU 14/2008, UU 43/2009 Pasal 17 huruf h").citations

    assert (bare.compact(), doubted.compact()) == ("UU 14/2008", "UU 43/2009 Pasal 17 huruf h")
    assert doubted.confidence < 0.7
    assert "dapat juga Pasal 17 UU 14/2008" in doubted.notes


def test_a_number_joined_without_its_kind_takes_the_kind_before_it() -> None:
    first, second = parse("UU No. 31 Tahun 1999 jo. No. 20 Tahun 2001").citations

    assert (first.compact(), second.compact()) == ("UU 31/1999", "UU 20/2001")
    assert second.joined
    assert "jenis peraturan diambil dari kutipan sebelumnya" in second.notes


def test_a_list_letter_after_a_comma_is_no_huruf_when_a_law_follows_it() -> None:
    text = "a. UU KIP Pasal 17 huruf a, b. UU No. 31 Tahun 1999"

    assert cites(text) == ["UU 14/2008 Pasal 17 huruf a", "UU 31/1999"]


def test_a_list_letter_ends_the_title_before_it() -> None:
    first, _ = parse("a. PP 35 Tahun 2021 tentang Alih Daya b. UU 13/2003").citations

    assert first.official().endswith("tentang Alih Daya")


def test_a_provision_in_a_list_item_of_its_own_takes_the_law_above_with_less_confidence() -> None:
    (same_line,) = parse("UU 14/2008 Pasal 17 huruf b").citations
    (own_item,) = parse("UU 14/2008:\na. Pasal 17 huruf b").citations

    assert own_item.compact() == same_line.compact()
    assert own_item.confidence < same_line.confidence - 0.1
