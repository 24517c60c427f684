"""The first determination of an entry, by its pages."""

from collections.abc import Callable

import pytest

from ppid.accounts.models import Unit, User
from ppid.cases.files import read_case
from ppid.legal_bases.models import Provision
from ppid.register.actions import propose_entry
from ppid.register.acts import EntryDescription
from ppid.register.models import Classification, Determination, Entry
from tests.cases.kinds.conftest import CLERK, TODAY, Walker

pytestmark = pytest.mark.usefixtures("signatories")
Begin = Callable[..., Walker]

TESTED = {
    "tested_on": TODAY,
    "place": "Mataram",
    "method": "Rapat pengujian",
    "testers-0-name": "Contoh Penguji",
    "testers-0-position": "PPID",
    "rows-0-public_interest": "Kepentingan umum tidak berkurang karena rekap tetap diberikan.",
    "rows-0-result": "seluruhnya",
}


@pytest.fixture
def entry(coop: Unit) -> Entry:
    """An entry of which nothing was said yet."""
    described = EntryDescription(title="Catatan konseling pegawai 2025", public_title="Konseling")
    return propose_entry(CLERK, unit_id=coop.id, description=described)


@pytest.fixture
def tested(
    begin: Begin,
    entry: Entry,
    provision: Callable[[str, str], Provision],
    officer: User,
    unit_officer: User,
) -> Walker:
    """A first determination that waits at its test."""
    walker = begin(entry, code="penetapan-awal")
    picked = provision("uu-14-2008", "Pasal 17 huruf h angka 4")
    walker.act(unit_officer, {"rows-0-documents": "Berkas konseling, kertas, 2025"})
    walker.send(unit_officer, f"add:{entry.id}:{picked.id}")
    walker.act(
        unit_officer, {"rows-0-stance": "ubah", "rows-0-bases-0-reasoning": "Memuat hasil konsul."}
    )
    walker.act(
        officer,
        {
            "rows-0-consequence_open": "Keadaan jiwa seseorang diketahui umum.",
            "rows-0-benefit_closed": "Pegawai berani mencari pertolongan.",
            "rows-0-period_fields-kind": "selama_waktu",
            "rows-0-period_fields-starts_on": "2025-01-01",
            "rows-0-period_fields-years": "5",
        },
    )
    return walker


def test_a_first_determination_closes_what_was_tested_and_approved(
    tested: Walker, entry: Entry, officer: User, superior: User
) -> None:
    tested.act(officer, TESTED)
    tested.act(superior, {"answer": "ya"})
    tested.act(officer, {"place": "Mataram"})

    issued = Determination.get(Determination.kind == "initial")
    said = Classification.get(Classification.determination == issued)
    assert read_case(tested.number).progress.ended_label == "Selesai"
    assert (said.entry_id, said.period["years"]) == (entry.id, 5)
    assert issued.test_sheet_number.startswith("1/LPK/PPID/")
    assert issued.approval["name"] == "Contoh Gubernur"


def test_a_test_names_what_it_lacks_beside_the_field_with_its_article(
    tested: Walker, officer: User
) -> None:
    page = tested.press(officer, {**TESTED, "rows-0-public_interest": ""}, status=422).text

    assert "Timbangan kepatutan, kesusilaan, dan kepentingan umum belum diisi" in page
    assert 'id="rows-0-public_interest-galat"' in page


def test_the_score_of_a_test_grows_as_it_is_filled_in(tested: Walker, officer: User) -> None:
    before = tested.page(officer)
    tested.send(officer, "find", TESTED)

    assert "Kelengkapan uji: 92 dari 100" in tested.page(officer)
    assert "Kelengkapan uji: 92 dari 100" not in before


def test_what_was_formulated_anew_replaces_the_test_of_the_round_before(
    tested: Walker, officer: User, superior: User
) -> None:
    tested.act(officer, TESTED)
    tested.act(superior, {"answer": "tidak", "to": "3", "reason": "Jangka waktunya terlalu lama."})
    tested.act(officer, {"rows-0-period_fields-years": "2"})

    fields = tested.fields(officer)
    assert fields["rows-0-period_fields-years"] == "2"
    assert fields["method"] == "Rapat pengujian"


def test_what_the_test_opens_cannot_be_approved_but_the_case_can_end(
    tested: Walker, officer: User, superior: User
) -> None:
    tested.act(officer, {**TESTED, "rows-0-result": "terbuka"})
    refused = tested.press(superior, {"answer": "ya"}, status=422).text
    assert "tidak ada yang dikecualikan" in refused

    tested.act(superior, {"answer": "akhiri", "reason": "Tidak ada alasan untuk menutupnya."})

    assert read_case(tested.number).progress.ended_label == "Tidak dikecualikan"
    assert not Determination.select().where(Determination.kind == "initial").exists()
