"""Citations found in the catalogue, and what is proposed where it lacks them."""

import pytest

from ppid.law.citations import Catalogue, ListedRegulation, Resolved, parse, resolve

ROWS = [
    ListedRegulation(
        "kip",
        "UU",
        "14",
        2008,
        "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik",
        ["Pasal 7 ayat (1)-(3)", "Pasal 17 huruf h", "Pasal 17 huruf h angka 4"],
    ),
    ListedRegulation("mendagri", "Permendagri", "3", 2017, "Pedoman Pengelolaan Informasi"),
    ListedRegulation(
        "perda",
        "Perda",
        "10",
        2015,
        "Peraturan Daerah Provinsi Nusa Tenggara Barat Nomor 10 Tahun 2015 tentang Pelayanan",
        ["Pasal 9"],
    ),
    ListedRegulation("slip", "Perki", "1", 2021, "Standar Layanan Informasi Publik"),
]
CATALOGUE = Catalogue(ROWS)


def find(text: str) -> Resolved:
    (found,) = resolve(parse(text), CATALOGUE)
    return found


def test_a_listed_provision_is_found_exactly() -> None:
    found = find("Ps. 17 h.4 UU KIP")

    assert (found.key, found.cite, found.exact) == ("kip", "Pasal 17 huruf h angka 4", True)
    assert found.proposal is None


def test_a_provision_inside_a_listed_range_is_found() -> None:
    assert find("UU KIP Pasal 7 ayat (2)").cite == "Pasal 7 ayat (1)-(3)"


def test_a_missing_angka_points_to_its_huruf_and_is_proposed() -> None:
    found = find("UU KIP Pasal 17 huruf h angka 3")

    assert (found.cite, found.exact) == ("Pasal 17 huruf h", False)
    assert found.proposal.key == "kip"
    assert found.proposal.wording.endswith("Pasal 17 huruf h angka 3")


def test_an_unknown_regulation_is_proposed_in_its_official_wording() -> None:
    found = find("UU No. 13 Tahun 2003 ttg Ketenagakerjaan Ps 12")

    assert found.key is None
    assert found.proposal.wording == (
        "Undang-Undang Nomor 13 Tahun 2003 tentang Ketenagakerjaan, Pasal 12"
    )


def test_the_ministry_tells_one_permen_from_another() -> None:
    assert find("Peraturan Menteri Dalam Negeri Nomor 3 Tahun 2017").key == "mendagri"
    assert find("Permenkes Nomor 3 Tahun 2017").key is None


def test_the_region_tells_one_perda_from_another() -> None:
    assert find("Perda NTB No. 10 Tahun 2015 Pasal 9").exact
    assert find("Perda Kabupaten Contoh No. 10 Tahun 2015 Pasal 9").key is None


def test_a_perda_without_its_region_is_found_with_a_note() -> None:
    found = find("Perda No. 10 Tahun 2015")

    assert found.key == "perda"
    assert "daerah tidak tertulis" in found.notes[0]


def test_a_year_that_differs_is_another_regulation() -> None:
    assert find("Perki 1/2010").key is None


def test_a_citation_without_a_law_resolves_to_nothing() -> None:
    found = find("Pasal 44 ayat (1)")

    assert (found.key, found.proposal) == (None, None)


def test_a_row_that_cannot_be_read_is_refused_by_name() -> None:
    row = ListedRegulation("aneh", "Xyz", "1", 2020, "Sesuatu")

    with pytest.raises(ValueError, match="aneh"):
        Catalogue([row])


def test_plain_rows_may_be_passed_without_building_a_catalogue() -> None:
    assert resolve(parse("UU KIP"), ROWS)[0].key == "kip"


def test_a_listed_wording_without_a_pasal_is_never_a_provision() -> None:
    row = ListedRegulation("pp", "PP", "61", 2010, "Pelaksanaan", ["(tidak ada pasal) huruf j"])

    (found,) = resolve(parse("PP 61/2010 Pasal 17 huruf j"), [row])

    assert (found.key, found.cite) == ("pp", None)
