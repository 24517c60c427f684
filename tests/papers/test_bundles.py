"""Dispute and case files: what is in them, true page references, bookmarks, numbers, reach."""

import io
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    StreamObject,
    TextStringObject,
)
from reportlab.pdfgen.canvas import Canvas

from ppid.accounts.access import Person, grants_of
from ppid.accounts.models import User
from ppid.audit.models import AuditRecord
from ppid.cases.attachments import Store
from ppid.cases.files import read_case
from ppid.cases.models import Attachment, Case
from ppid.jobs.actions import cancel_job, enqueue
from ppid.jobs.models import Job, JobResult, JobState
from ppid.jobs.runner import run_waiting
from ppid.papers import bundles, long_work
from ppid.papers.issued_queries import find_issued
from ppid.papers.issuing import paper_file
from ppid.papers.occasions import determination_subject
from ppid.papers.parts import PageSize
from ppid.register.models import Determination, Dispute, Entry
from tests.page_client import PageClient

FOOT = re.compile(r"Berkas \w+ [\w-]+ · halaman (\d+) dari (\d+)")


def someone(username: str) -> Person:
    user = User.get(User.username == username)
    return Person(user, grants_of(user.id), 0)


def made(app: Flask, job: Job) -> PdfReader:
    """The bundle that came of a job, opened."""
    run_waiting(app)
    done = Job.get_by_id(job.id)
    assert done.state is JobState.DONE, done.failure
    return PdfReader(io.BytesIO(bytes(JobResult.get(JobResult.job == job).content)))


def text_of(reader: PdfReader, number: int) -> str:
    """The text of a page by its number, white space evened out."""
    return " ".join(reader.pages[number - 1].extract_text().split())


def bookmarks(reader: PdfReader) -> list[tuple[int, str, int]]:
    """(depth, title, page) of every bookmark in order."""

    def walk(items: list[Any], depth: int) -> list[tuple[int, str, int]]:
        found = []
        for item in items:
            if isinstance(item, list):
                found += walk(item, depth + 1)
            else:
                page = reader.get_destination_page_number(item)
                found.append((depth, str(item.title), int(page or 0) + 1))
        return found

    return walk(reader.outline, 0)


def contents_of(reader: PdfReader) -> list[tuple[int, int]]:
    """The page references on the cover: where each part begins and ends."""
    second = min(page for _depth, title, page in bookmarks(reader) if page > 1)
    cover = " ".join(text_of(reader, number) for number in range(1, second))
    spans = re.findall(r"halaman (\d+)(?:–(\d+))?\b", FOOT.sub("", cover))
    return [(int(start), int(end or start)) for start, end in spans]


def entry_bundle(app: Flask, number: str) -> PdfReader:
    with app.app_context():
        entry = Entry.get(Entry.number == number)
        return made(app, bundles.order_entry_bundle(someone("ppid"), entry, PageSize.A4))


def case_bundle(app: Flask, number: str) -> PdfReader:
    with app.app_context():
        return made(app, bundles.order_case_bundle(someone("ppid"), read_case(number), PageSize.F4))


@pytest.fixture(scope="module")
def kept() -> dict[str, Any]:
    return {}


@pytest.fixture
def dispute(demo: Flask, kept: dict[str, Any]) -> PdfReader:
    """The dispute file of an entry whose ground was changed; made once."""
    if "dispute" not in kept:
        Dispute.create(
            entry=Entry.get(Entry.number == "DIK-0001"),
            opened_on=date(2026, 11, 2),
            reference="Keberatan Nomor 5 Tahun 2026",
        )
        kept["dispute"] = entry_bundle(demo, "DIK-0001")
    return kept["dispute"]


@pytest.fixture
def case(demo: Flask, kept: dict[str, Any]) -> PdfReader:
    """The file of a case with two rounds; made once."""
    if "case" not in kept:
        kept["case"] = case_bundle(demo, "P-2025-001")
    return kept["case"]


def test_every_page_bears_its_number_and_how_many_there_are(dispute: PdfReader) -> None:
    last = len(dispute.pages)

    numbers = [FOOT.search(text_of(dispute, number)) for number in range(1, last + 1)]

    assert [found and found.groups() for found in numbers] == [
        (str(number), str(last)) for number in range(1, last + 1)
    ]
    assert "Berkas sengketa DIK-0001 · halaman 1" in text_of(dispute, 1)


@pytest.mark.parametrize("which", ["dispute", "case"])
def test_the_contents_name_the_page_on_which_each_part_begins(
    which: str, request: pytest.FixtureRequest
) -> None:
    reader: PdfReader = request.getfixturevalue(which)
    marks = bookmarks(reader)
    parts = {page for _depth, title, page in marks if title != "Sampul dan daftar isi"}

    starts = [start for start, _end in contents_of(reader)]

    assert starts == sorted(parts)
    assert len(starts) >= 8


@pytest.mark.parametrize("which", ["dispute", "case"])
def test_a_part_ends_where_the_next_begins(which: str, request: pytest.FixtureRequest) -> None:
    reader: PdfReader = request.getfixturevalue(which)
    spans = contents_of(reader)

    told = [page for start, end in spans for page in range(start, end + 1)]

    assert told == list(range(spans[0][0], len(reader.pages) + 1))


def test_bookmarks_lead_to_the_parts_that_they_name(dispute: PdfReader) -> None:
    wanted = {
        "Lembar entri DIK-0001": "LEMBAR ENTRI DIK-0001",
        "Lembar Disposisi": "LEMBAR DISPOSISI",
        "Catatan Masukan": "CATATAN MASUKAN",
        "Riwayat perkara P-2025-001": "RIWAYAT PERKARA P-2025-001",
        "Keberatan, sengketa, dan putusan": "KEBERATAN, SENGKETA, DAN PUTUSAN",
    }

    for start, heading in wanted.items():
        page = next(page for _d, title, page in bookmarks(dispute) if title.startswith(start))
        assert heading in text_of(dispute, page)


def test_parts_stand_in_the_order_of_a_dispute(dispute: PdfReader) -> None:
    groups = [title for depth, title, _page in bookmarks(dispute) if depth == 0]

    assert groups == [
        "Sampul dan daftar isi",
        "Entri",
        "Lembar Pengubahan",
        "Penetapan",
        "Perkara P-2025-001",
        "Keberatan, sengketa, dan putusan",
    ]


def test_the_cover_tells_entry_standing_and_determination(dispute: PdfReader) -> None:
    text = text_of(dispute, 1)

    assert "BERKAS SENGKETA INFORMASI" in text
    assert Entry.get(Entry.number == "DIK-0001").title in text
    assert "Penetapan terakhir" in text
    assert "3/PPID.DIK/III/2025" in text


def test_the_history_tells_tidak_with_its_reason_and_ya(dispute: PdfReader) -> None:
    page = next(p for _d, title, p in bookmarks(dispute) if title.startswith("Riwayat"))
    text = text_of(dispute, page) + text_of(dispute, page + 1)

    assert re.search(r"Tidak Dasar huruf j", text)
    assert "Ya" in text.split("Tidak", 1)[1]


def test_the_dispute_tells_what_holds_the_entry(dispute: PdfReader) -> None:
    page = bookmarks(dispute)[-1][2]

    assert "Keberatan Nomor 5 Tahun 2026" in text_of(dispute, page)


def test_an_issued_paper_is_bound_in_as_it_was_issued(case: PdfReader, demo: Flask) -> None:
    row = Determination.get(Determination.number_text == "3/PPID.DIK/III/2025")
    with demo.app_context():
        issued = find_issued(determination_subject(row.id))
        assert issued is not None
        kept = paper_file(issued)
    page = next(p for _d, title, p in bookmarks(case) if title.startswith("Penetapan Nomor 3/"))
    original = PdfReader(io.BytesIO(bytes(kept.content)))

    bound = [FOOT.sub("", text_of(case, page + n)).strip() for n in range(len(original.pages))]

    assert bound == [text_of(original, n + 1) for n in range(len(original.pages))]


def test_a_case_file_has_the_papers_of_every_round(case: PdfReader) -> None:
    titles = [title for _depth, title, _page in bookmarks(case)]

    assert len([title for title in titles if title.startswith("Lembar Pengubahan Nomor")]) == 2
    assert any(title.endswith("putaran 2") for title in titles)
    assert len([title for title in titles if title.startswith("Lembar Pertimbangan")]) == 2


def test_the_whole_has_title_author_and_language(case: PdfReader) -> None:
    assert case.metadata is not None
    assert case.metadata.title == "Berkas perkara P-2025-001"
    assert case.metadata.author == "Pemerintah Provinsi Contoh"
    assert case.trailer["/Root"]["/Lang"] == "id-ID"


def test_every_font_is_embedded(dispute: PdfReader) -> None:
    loose = set()
    for page in dispute.pages:
        for font in (page["/Resources"].get("/Font") or {}).values():
            told = font.get_object()
            inner = told.get("/DescendantFonts", [told])[0].get_object()
            if not any("FontFile" in key for key in inner.get("/FontDescriptor", {})):
                loose.add(told["/BaseFont"])

    assert loose == set()


def drawn_pdf(words: str, pages: int = 2, size: tuple[int, int] = (400, 500)) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size)
    for number in range(pages):
        canvas.drawString(40, 10, f"{words} {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def attach(app: Flask, name: str, content: bytes, media_type: str = "application/pdf") -> None:
    settings = app.config["SETTINGS"]
    store = Store(settings.attachments_dir, 10**7)
    Attachment.create(
        case=Case.get(Case.number == "P-2026-002"),
        step=1,
        round=1,
        file_name=name,
        media_type=media_type,
        size=len(content),
        sha256=store.keep(content),
        hardcopy_place="Rak 9 / Boks 1",
        uploaded_by=User.get(User.username == "ppid"),
    )


def acting_pdf() -> bytes:
    """A scan that runs a script when it is opened and sends a form."""
    writer = PdfWriter(clone_from=io.BytesIO(drawn_pdf("Pindaian", pages=1)))
    script = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('halo')")}
    acting = DictionaryObject({NameObject(name): value for name, value in script.items()})
    writer.root_object[NameObject("/OpenAction")] = acting
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): acting})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_attached_pdfs_are_bound_in_and_everything_else_is_listed(demo: Flask) -> None:
    attach(demo, "pindaian.pdf", drawn_pdf("Pindaian halaman"))
    attach(demo, "rusak.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 20)
    attach(demo, "tabel.xlsx", b"PK-tabel", "application/vnd.ms-excel")

    reader = case_bundle(demo, "P-2026-002")

    page = next(p for _d, title, p in bookmarks(reader) if title.startswith("Lampiran perkara"))
    scan = next(p for _d, title, p in bookmarks(reader) if title == "Lampiran: pindaian.pdf")
    listed = text_of(reader, page)
    assert "Pindaian halaman 1" in text_of(reader, scan)
    assert "Pindaian halaman 2" in text_of(reader, scan + 1)
    assert f"halaman {scan} dari" in text_of(reader, scan)
    assert "tidak dapat dibaca sebagai PDF" in listed
    assert "bukan PDF" in listed
    assert "Rak 9 / Boks 1" in listed


def test_an_attached_sheet_keeps_its_whole_content_above_the_number(demo: Flask) -> None:
    attach(demo, "pindaian.pdf", drawn_pdf("Di tepi bawah", pages=1))

    reader = case_bundle(demo, "P-2026-002")

    scan = next(p for _d, title, p in bookmarks(reader) if title == "Lampiran: pindaian.pdf")
    box = reader.pages[scan - 1].cropbox
    assert (float(box.left), float(box.right), float(box.top)) == (0, 400, 500)
    assert float(box.bottom) < -20


def test_what_acts_by_itself_does_not_come_along(demo: Flask) -> None:
    attach(demo, "skrip.pdf", acting_pdf())

    reader = case_bundle(demo, "P-2026-002")

    root = reader.trailer["/Root"]
    assert "/OpenAction" not in root
    assert not any("/AA" in page for page in reader.pages)
    assert "Pindaian 1" in " ".join(page.extract_text() for page in reader.pages)


def carrying_pdf() -> bytes:
    """A scan with a program pinned to its page, and nothing else pinned there."""
    writer = PdfWriter(clone_from=io.BytesIO(drawn_pdf("Pindaian", pages=1)))
    program = DecodedStreamObject()
    program.set_data(b"MZ-isi-titipan")
    spec = {"/Type": NameObject("/Filespec"), "/EF": DictionaryObject()}
    spec["/EF"][NameObject("/F")] = writer._add_object(program)
    pin = {"/Type": NameObject("/Annot"), "/Subtype": NameObject("/FileAttachment")}
    pin["/FS"] = DictionaryObject({NameObject(name): value for name, value in spec.items()})
    pin["/Rect"] = ArrayObject([FloatObject(each) for each in (10, 10, 30, 30)])
    made = DictionaryObject({NameObject(name): value for name, value in pin.items()})
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(made)])
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_file_pinned_to_an_attached_page_does_not_come_along(demo: Flask) -> None:
    attach(demo, "membawa.pdf", carrying_pdf())

    reader = case_bundle(demo, "P-2026-002")

    assert not any("/Annots" in page for page in reader.pages)
    held = (reader.get_object(number) for number in range(1, int(reader.trailer["/Size"])))
    streams = [each for each in held if isinstance(each, StreamObject)]
    assert not any(b"isi-titipan" in each.get_data() for each in streams)
    assert "Pindaian 1" in " ".join(page.extract_text() for page in reader.pages)


def test_cancelling_in_the_middle_leaves_nothing(
    demo: Flask, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    folder = tmp_path / "sementara"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    with demo.app_context():
        job = bundles.order_case_bundle(someone("ppid"), read_case("P-2025-001"), PageSize.A4)
    printed, prints = long_work.print_at_length, []

    def cancel_at_the_second(*args: Any, **options: Any) -> bytes:
        prints.append(args)
        if len(prints) == 2:
            cancel_job(job)
        return printed(*args, **options)

    monkeypatch.setattr("ppid.papers.bundle_making.print_at_length", cancel_at_the_second)
    run_waiting(demo)

    assert len(prints) == 2
    assert Job.get_by_id(job.id).state is JobState.CANCELLED
    assert JobResult.select().where(JobResult.job == job).count() == 0
    assert list(folder.iterdir()) == []


def test_a_unit_does_not_get_the_dispute_file_of_another_unit(
    demo: Flask, demo_as: Callable[[str], PageClient]
) -> None:
    client = demo_as("unit")

    client.get("/register/DIK-0037/berkas-sengketa", status=403)
    client.post("/register/DIK-0037/berkas-sengketa", status=403)
    assert "berkas-sengketa" not in client.get("/register/DIK-0037").text
    client.get("/register/DIK-0001/berkas-sengketa")


def test_who_lost_the_right_before_the_work_began_gets_a_refusal(demo: Flask) -> None:
    order = {"entri": "DIK-0037", "kertas": "A4"}
    with demo.app_context():
        job = enqueue(someone("unit"), bundles.OF_ENTRY, order, "Berkas sengketa DIK-0037")

    run_waiting(demo)

    assert "bukan dalam jangkauan Anda" in Job.get_by_id(job.id).failure
    assert JobResult.select().where(JobResult.job == job).count() == 0


def test_the_page_names_the_parts_and_posting_it_asks_and_leaves_a_record(
    demo_as: Callable[[str], PageClient],
) -> None:
    client = demo_as("ppid")

    text = client.get("/register/DIK-0001/berkas-sengketa").text
    told = client.post("/register/DIK-0001/berkas-sengketa").location

    assert "Lembar entri DIK-0001" in text
    assert "Menunggu giliran" in client.get(told).text
    record = AuditRecord.select().order_by(AuditRecord.id.desc()).get()
    assert record.action == "take-out-bundle"
    assert record.summary == "Meminta berkas sengketa DIK-0001"
    assert [subject.label for subject in record.subjects] == ["DIK-0001"]


def test_entry_and_case_pages_lead_to_their_files(demo_as: Callable[[str], PageClient]) -> None:
    client = demo_as("ppid")

    assert "/register/DIK-0001/berkas-sengketa" in client.get("/register/DIK-0001").text
    assert "/perkara/P-2025-001/berkas" in client.get("/perkara/P-2025-001").text
    assert "Lembar Pengubahan" in client.get("/perkara/P-2025-001/berkas").text
