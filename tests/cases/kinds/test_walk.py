"""All eleven steps of SOP 7/2021 by plain posts, with one Tidak, to a determination in force."""

from collections.abc import Callable

import pytest

from ppid.accounts.models import User
from ppid.cases.files import read_case
from ppid.legal_bases.models import Provision
from ppid.register.models import Classification, Determination, Entry, LegalBasis
from tests.cases.kinds.conftest import PLAIN, Walker, plain_answers

pytestmark = pytest.mark.usefixtures("signatories")


def test_a_case_walks_through_all_eleven_steps_with_one_tidak_to_a_new_classification(
    begin: Callable[..., Walker],
    classified: Callable[..., Entry],
    provision: Callable[[str, str], Provision],
    until: Callable[[Walker, int], None],
    officer: User,
    unit_officer: User,
    superior: User,
) -> None:
    entry, other = classified(), classified("Daftar gaji honorer 2025")
    walker = begin(entry, other)
    picked = provision("uu-14-2008", "Pasal 17 huruf h angka 4")

    until(walker, 3)
    walker.send(unit_officer, f"find:{entry.id}", {"rows-0-find": "17 h 4"})
    assert picked.summary[:30] in walker.page(unit_officer)
    walker.send(unit_officer, f"add:{entry.id}:{picked.id}")
    old = Provision.get(Provision.cite == "Pasal 17 huruf i")
    walker.send(unit_officer, f"drop:{entry.id}:{old.id}")
    until(walker, 9)
    tidak = {"answer": "tidak", "to": "6", "reason": "Jangka waktu belum beralasan."}
    walker.act(superior, tidak)
    assert "Jangka waktu belum beralasan." in walker.page(officer)

    kept = {"rows-1-keep": "y", "rows-1-keep_reason": "Dasarnya masih tepat dan cukup."}
    walker.act(officer, {**plain_answers(walker.fields(officer), 6), **kept})
    until(walker, 10)
    walker.act(officer, PLAIN[10])
    until(walker, 12)

    assert read_case(walker.number).progress.ended_label == "Selesai"
    issued = Determination.select().order_by(Determination.id.desc()).get()
    said = Classification.select().where(Classification.determination == issued)
    assert [row.entry_id for row in said] == [entry.id]
    bases = LegalBasis.select().where(LegalBasis.classification == said.get())
    assert [basis.provision_id for basis in bases] == [picked.id]
    assert issued.change_sheet_number == walker.recorded(7)["number"]
    assert issued.change_sheet_number.startswith("2/LPP/PPID/")
    assert issued.approval["name"] == "Contoh Gubernur"
    figures = {each["label"]: each["value"] for each in walker.recorded(11)["figures"]}
    assert figures["Informasi yang diubah klasifikasinya"] == 1
    assert figures["Informasi yang tidak diubah"] == 1
    assert figures["Pertimbangan yang ditolak (Tidak)"] == 1
    assert (
        "Pasal 17 huruf h angka 4" in walker.sign_in(officer).get(f"/register/{entry.number}").text
    )
    for step in range(1, 12):
        page = walker.sign_in(officer).get(f"{walker.address}/langkah/{step}").text
        assert entry.title in page or step in {1, 5, 8, 9}
