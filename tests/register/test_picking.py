"""Legal bases picked by typing: exactly, or with what is meant put to the person."""

from collections.abc import Callable

import pytest

from ppid.register.content import BasisDraft
from ppid.register.picking import Picker

pytestmark = pytest.mark.usefixtures("catalogue")
Catalogue = Callable[..., BasisDraft]
KIP = "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik"
OTHER = "Undang-Undang Nomor 36 Tahun 1999 tentang Telekomunikasi, Pasal 42"


@pytest.mark.parametrize(
    "typed",
    [
        "UU 14/2008 Pasal 17 huruf h angka 4",
        "uu 14/2008  pasal 17 huruf H angka 4",
        "UU No. 14 Tahun 2008 Pasal 17 huruf h angka 4",
        f"{KIP}, Pasal 17 huruf h angka 4",
    ],
)
def test_one_provision_is_found_under_all_its_wordings(typed: str, catalogue: Catalogue) -> None:
    expected = catalogue("uu-14-2008", "Pasal 17 huruf h angka 4", "Alasan")

    assert Picker().pick(typed, "Alasan") == expected
    assert expected.ground == "h"


def test_what_is_shown_is_what_can_be_typed(catalogue: Catalogue) -> None:
    picker = Picker()
    basis = catalogue("uu-27-2022", "Pasal 4 ayat (2)")

    assert picker.pick(picker.show(basis), basis.reasoning) == basis


def test_a_law_that_the_catalogue_lacks_is_kept_without_a_provision() -> None:
    assert Picker().pick(OTHER, "Alasan") == BasisDraft(None, OTHER, None, "Alasan")


def test_a_provision_of_another_law_carries_no_huruf_of_pasal_17(catalogue: Catalogue) -> None:
    assert catalogue("uu-27-2022", "Pasal 4 ayat (2)").ground is None


def test_a_wording_kept_from_an_older_paper_may_stay_with_a_new_reasoning() -> None:
    kept = BasisDraft(None, "Perintah lisan kepala dinas", None, "")

    assert Picker([kept]).pick(kept.citation, "Alasan") == BasisDraft(
        None, "Perintah lisan kepala dinas", None, "Alasan"
    )


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("17 h 4", "UU 14/2008 Pasal 17 huruf h angka 4"),
        ("UU 14/2008 Pasal 17 huruf a dan huruf h", "satu ketentuan pada tiap baris"),
        ("entah apa", "tidak terbaca"),
        ("peraturan kepala daerah", "tidak terbaca"),
    ],
)
def test_what_is_not_exact_is_asked_back_never_guessed(typed: str, message: str) -> None:
    assert message in Picker().pick(typed, "")
