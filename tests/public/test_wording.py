"""What the public reads is written apart, reviewed by the PPID, and shown from then on."""

from collections.abc import Callable

import pytest
from flask import Flask

from ppid import clock
from ppid.audit.actions import CommandLine
from ppid.audit.models import AuditRecord
from ppid.errors import Refused
from ppid.public.leaks import list_leaks
from ppid.register.actions import edit_entry
from ppid.register.acts import EntryDescription
from ppid.register.models import Entry
from ppid.register.public_wording import PublicTexts, PublicWording
from ppid.register.public_wording_actions import review_public_wording, write_public_wording
from ppid.register.public_wording_queries import (
    ReviewState,
    count_unreviewed,
    list_unreviewed,
    read_review,
    reviewed_texts,
)
from tests.page_client import PageClient

CLERK = CommandLine()
SignedIn = Callable[[str], PageClient]
UNWORDED, WAITING, REVIEWED = "DIK-0004", "DIK-0010", "DIK-0001"
FORM = {
    "title": "Identitas pelapor pada aduan koperasi",
    "what_is_closed": "Nama dan alamat pelapor",
    "given_instead": "Jumlah aduan per bulan",
    "consequence": "Pelapor terancam.",
    "benefit": "Warga berani melapor.",
}


def entry(number: str) -> Entry:
    return Entry.get(Entry.number == number)


def state(number: str) -> ReviewState:
    return read_review(entry(number), clock.today()).state


def describe(number: str, **changed: str) -> None:
    row = entry(number)
    told = {name: getattr(row, name) for name in EntryDescription.__dataclass_fields__}
    edit_entry(CLERK, entry_id=row.id, description=EntryDescription(**{**told, **changed}))


def test_what_is_written_is_not_shown_before_it_is_reviewed(demo: Flask) -> None:
    write_public_wording(CLERK, entry_id=entry(UNWORDED).id, texts=PublicTexts(**FORM))

    page = demo.test_client().get(f"/dik/{UNWORDED}").text

    assert FORM["title"] not in page
    assert "Rumusan publik belum ditetapkan" in page
    assert state(UNWORDED) is ReviewState.WAITING


def test_what_is_reviewed_is_shown_and_found(demo: Flask) -> None:
    review_public_wording(CLERK, entry_id=entry(UNWORDED).id, texts=PublicTexts(**FORM))
    client = demo.test_client()

    assert FORM["title"] in client.get(f"/dik/{UNWORDED}").text
    assert UNWORDED in client.get("/dik?q=berani+melapor").text
    assert state(UNWORDED) is ReviewState.REVIEWED


def test_an_older_wording_is_kept_and_the_newer_is_shown_and_found(demo: Flask) -> None:
    before = reviewed_texts([entry(REVIEWED).id])[entry(REVIEWED).id]
    review_public_wording(CLERK, entry_id=entry(REVIEWED).id, texts=PublicTexts("Judul mangrove"))
    page = demo.test_client().get(f"/dik/{REVIEWED}").text

    assert "Judul mangrove" in page
    assert before.title not in page
    assert PublicWording.select().where(PublicWording.entry == entry(REVIEWED)).count() == 2


def test_a_wording_is_never_changed(demo: Flask) -> None:
    row = PublicWording.get()
    row.title = "Lain"

    with pytest.raises(Refused, match="tidak diubah"):
        row.save()


def test_a_wording_without_title_is_refused(demo: Flask) -> None:
    with pytest.raises(Refused, match="Isi judul"):
        review_public_wording(CLERK, entry_id=entry(REVIEWED).id, texts=PublicTexts())


@pytest.mark.parametrize("field", ["title", "public_title", "given_instead", "summary"])
def test_a_changed_field_makes_the_review_out_of_date(demo: Flask, field: str) -> None:
    describe(REVIEWED, **{field: "Diubah setelah ditinjau"})

    review = read_review(entry(REVIEWED), clock.today())

    assert review.state is ReviewState.OUTDATED
    assert review.changed == (field,)
    assert entry(REVIEWED).number in [row.number for row, _r in list_unreviewed(clock.today(), 99)]


def test_the_list_of_what_waits_agrees_with_its_count_and_with_each_entry(demo: Flask) -> None:
    listed = list_unreviewed(clock.today(), 500)

    assert {UNWORDED, WAITING} <= {row.number for row, _review in listed}
    assert len(listed) == count_unreviewed(clock.today())
    assert not [row.number for row, review in listed if review.is_done]


def test_the_review_is_told_in_the_trail_with_before_and_after(demo: Flask) -> None:
    review_public_wording(CLERK, entry_id=entry(REVIEWED).id, texts=PublicTexts("Judul baru"))

    record = AuditRecord.select().order_by(AuditRecord.id.desc()).get()

    assert record.action == "review-public-wording"
    assert record.changes[0]["field"] == "title"
    assert record.changes[0]["after"] == "Judul baru"


def test_the_officer_publishes_with_one_button(demo: Flask, demo_as: SignedIn) -> None:
    officer = demo_as("ppid")
    address = f"/register/{UNWORDED}/rumusan-publik"

    assert "Tetapkan rumusan publik" in officer.get(address).text
    officer.post(address, {**FORM, "terbitkan": "1"})

    assert FORM["title"] in demo.test_client().get(f"/dik/{UNWORDED}").text
    assert "Sudah ditinjau" in officer.get(f"/register/{UNWORDED}").text


def test_a_unit_can_only_put_it_before_the_officer(demo: Flask, demo_as: SignedIn) -> None:
    unit = demo_as("unit")
    address = f"/register/{UNWORDED}/rumusan-publik"

    assert "Ajukan kepada PPID" in unit.get(address).text
    unit.post(address, {**FORM, "terbitkan": "1"}, status=403)
    unit.post(address, FORM)

    assert state(UNWORDED) is ReviewState.WAITING
    assert FORM["title"] not in demo.test_client().get(f"/dik/{UNWORDED}").text


def test_a_form_without_title_keeps_what_was_typed_and_says_what_to_mend(
    demo_as: SignedIn,
) -> None:
    page = demo_as("ppid").post(
        f"/register/{UNWORDED}/rumusan-publik", {**FORM, "title": "", "terbitkan": "1"}, status=422
    )

    assert "Isi judul yang boleh dibaca siapa saja." in page.text
    assert FORM["benefit"] in page.text


def test_rare_words_of_the_internal_title_and_of_attachments_are_warned_of(demo: Flask) -> None:
    describe(UNWORDED, title="Aduan Widiastuti tentang pembukuan ganda", keywords="gudang 77b")
    texts = PublicTexts("Aduan Widiastuti di gudang 77b", given_instead="Jumlah aduan pegawai")

    warned = list_leaks(entry(UNWORDED), texts)

    assert warned == ["Widiastuti", "77b"]
