"""Opening an entry on each of its grounds, by its pages."""

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO

import pytest

from ppid import clock
from ppid.accounts.models import User
from ppid.cases.files import read_case
from ppid.legal_bases.models import Provision
from ppid.register.models import Determination, Entry, Opening
from tests.cases.kinds.conftest import TODAY, Walker, plain_draft

pytestmark = pytest.mark.usefixtures("signatories")
Begin = Callable[..., Walker]
Classified = Callable[..., Entry]
Find = Callable[[str, str], Provision]

RULING = {
    "ground": "putusan",
    "source": "Komisi Informasi",
    "number": "12/KI/2026",
    "on": "2026-02-02",
    "final": "y",
}


def test_an_expiring_entry_is_opened_by_its_determination_on_its_last_day(
    begin: Begin, classified: Classified, officer: User
) -> None:
    walker = begin(classified(), code="pembukaan")
    walker.act(officer, {"ground": "berakhir"})
    walker.act(officer, {"answer": "ya", "title": "PPID"})
    walker.act(officer, {"place": "Mataram"})

    opening = Opening.get()
    assert opening.on == date(clock.today().year + 2, 1, 18)
    assert opening.determination.kind == "opening"


def test_a_final_ruling_opens_at_once_and_nobody_may_say_tidak(
    begin: Begin, classified: Classified, officer: User
) -> None:
    entry = classified()
    walker = begin(entry, code="pembukaan")
    walker.act(officer, RULING)

    assert [(row.entry_id, row.kind) for row in Opening.select()] == [(entry.id, "putusan")]
    page = walker.page(officer)
    assert "tidak memerlukan persetujuan" in page
    assert 'value="tidak"' not in page


def test_a_ruling_that_is_not_final_opens_nothing(
    begin: Begin, classified: Classified, officer: User
) -> None:
    walker = begin(classified(), code="pembukaan")
    typed = {name: value for name, value in RULING.items() if name != "final"}

    page = walker.press(officer, typed, status=422).text

    assert "Putusan yang belum berkekuatan hukum tetap belum membuka informasi." in page
    assert not Opening.select().exists()


def test_consent_opens_only_its_own_huruf_after_the_officer_approves(
    begin: Begin, classified: Classified, provision: Find, officer: User
) -> None:
    bases = [
        provision("uu-14-2008", "Pasal 17 huruf h angka 4"),
        provision("uu-14-2008", "Pasal 17 huruf i"),
    ]
    walker = begin(classified(draft=plain_draft(*bases)), code="pembukaan")
    attach_consent(walker, officer)
    walker.act(officer, {"ground": "persetujuan", "source": "Yang bersangkutan", "on": TODAY})
    assert not Opening.select().exists()
    walker.act(officer, {"answer": "ya", "title": "PPID"})
    assert Opening.get().grounds == ["h"]
    walker.act(officer, {"place": "Mataram"})

    determined = Opening.get(Opening.determination.is_null(False))
    assert determined.grounds == ["h"]
    assert "tetap tertutup" in walker.sign_in(officer).get(f"{walker.address}/langkah/1").text


def test_consent_without_its_letter_is_refused(
    begin: Begin, classified: Classified, provision: Find, officer: User
) -> None:
    draft = plain_draft(provision("uu-14-2008", "Pasal 17 huruf h angka 4"))
    walker = begin(classified(draft=draft), code="pembukaan")

    typed = {"ground": "persetujuan", "source": "Yang bersangkutan", "on": TODAY}

    assert "Lampirkan surat persetujuan" in walker.press(officer, typed, status=422).text


def test_open_court_does_not_open_what_huruf_i_closes(
    begin: Begin, classified: Classified, officer: User
) -> None:
    walker = begin(classified(), code="pembukaan")
    typed = {"ground": "sidang_terbuka", "source": "PN Contoh", "number": "1/Pid", "on": TODAY}

    page = walker.press(officer, typed, status=422).text

    assert "tidak ada hurufnya yang dapat dibuka" in page


def test_the_announcement_closes_the_case_and_names_the_open_list(
    begin: Begin, classified: Classified, officer: User
) -> None:
    walker = begin(classified(), code="pembukaan")
    walker.act(officer, RULING)
    walker.act(officer, {"answer": "ya", "title": "PPID"})
    walker.act(officer, {"place": "Mataram"})
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    early = walker.press(officer, {"published_on": tomorrow, "media": "Laman"}, status=422).text
    assert "Pengumuman dicatat sesudah dilakukan." in early
    walker.act(officer, {"published_on": TODAY, "media": "Laman resmi"})

    assert read_case(walker.number).progress.ended_label == "Selesai"
    number = Determination.get(Determination.kind == "opening").number_text
    assert number in walker.recorded(4)["announcement"]


def attach_consent(walker: Walker, user: User) -> None:
    """Send a file for the current step."""
    letter = {"file": (BytesIO(b"Saya setuju."), "persetujuan.txt")}
    walker.sign_in(user).post(f"{walker.address}/langkah/1/lampiran", letter)
