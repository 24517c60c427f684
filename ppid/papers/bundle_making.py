"""Making a bundle: each part as a PDF, a cover with true page numbers, all bound into one file."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ppid import clock
from ppid.cases.attachments import Store
from ppid.cases.kinds.context import AttachedFile
from ppid.jobs.progress import Progress
from ppid.office.queries import office
from ppid.papers.binding import Binding, BoundPart, bind, clean_copy, count_pages
from ppid.papers.bundle_parts import Attachments, Part, list_pdfs
from ppid.papers.bundle_sheets import CoverPaper, attachments_sheet, contents_table
from ppid.papers.documents import Paper
from ppid.papers.issuing import file_at_length
from ppid.papers.long_work import print_at_length
from ppid.papers.models import IssuedPaper
from ppid.papers.parts import PageSize, Table
from ppid.papers.stamps import printed_code

COVER = "Sampul dan daftar isi"
TRIES = 4  # of the cover: its own length moves every number on it


@dataclass(frozen=True)
class Made:
    """A part that lies in its file; ``note`` says in the contents where it comes from."""

    part: Part
    file: Path
    note: str = ""


class BundleMaker:
    """Makes one bundle in a folder of its own, telling its progress part by part."""

    def __init__(self, folder: Path, progress: Progress, size: PageSize, store: Store) -> None:
        self._folder = folder
        self._progress = progress
        self._size = size
        self._store = store
        self._at = clock.local(clock.now())
        self._made: list[Made] = []
        self._step = (0, 1, "")

    def make(self, cover: CoverPaper, parts: Sequence[Part], foot: str) -> bytes:
        """The whole file; Cancelled as soon as it is no longer wanted."""
        total = len(parts) + 2
        for done, part in enumerate(parts):
            self._tell(done, total, part.title)
            self._add(part)
        self._tell(len(parts), total, "Menghitung halaman dan menyusun daftar isi")
        first = self._cover(cover)
        self._tell(len(parts) + 1, total, "Menggabungkan menjadi satu berkas")
        out = self._folder / "berkas.pdf"
        binding = Binding(cover.title, office().body_name, foot, self._at)
        bind(binding, [BoundPart(first, COVER, COVER), *map(_bound, self._made)], out, self._look)
        return out.read_bytes()

    def _tell(self, done: int, total: int, words: str) -> None:
        self._step = (done, total, words)
        self._look()

    def _look(self) -> None:
        self._progress.step(*self._step)

    def _add(self, part: Part) -> None:
        content = part.content
        if isinstance(content, Attachments):
            self._add_attachments(part, content)
        elif isinstance(content, IssuedPaper):
            self._add_issued(part, content)
        else:
            self._keep(part, self._print(content))

    def _add_issued(self, part: Part, issued: IssuedPaper) -> None:
        kept = file_at_length(issued, self._look)
        note = f"sebagaimana terbit, kode {printed_code(issued.code)}, {say_hash(kept.sha256)}"
        self._keep(part, bytes(kept.content), note)

    def _add_attachments(self, part: Part, files: Attachments) -> None:
        """The list of all files first, then those that could be bound in."""
        bound, told = [], []
        pdfs = list_pdfs(files.file)
        for each in files.file.attachments:
            made = self._attached(part, each) if each in pdfs else None
            bound += [made] if made else []
            told.append((each, _fate(made is not None, each in pdfs)))
        self._keep(part, self._print(attachments_sheet(files.file, told)))
        self._made += bound

    def _attached(self, part: Part, each: AttachedFile) -> Made | None:
        out = self._folder / f"lampiran-{each.id}.pdf"
        if clean_copy(self._store.path(each.sha256), out, self._look) is None:
            return None
        named = replace(part, title=f"Lampiran: {each.file_name}")
        return Made(named, out, f"langkah {each.step}, {say_hash(each.sha256)}")

    def _keep(self, part: Part, content: bytes, note: str = "") -> None:
        file = self._folder / f"bagian-{len(self._made)}.pdf"
        file.write_bytes(content)
        self._made.append(Made(part, file, note))

    def _print(self, paper: Paper) -> bytes:
        return print_at_length(paper, size=self._size, made_at=self._at, look=self._look)

    def _cover(self, cover: CoverPaper) -> Path:
        """The cover whose numbers are true: printed until its own length agrees with them."""
        pages = count_pages([made.file for made in self._made], self._look)
        file, length = self._folder / "sampul.pdf", 1
        for _ in range(TRIES):
            file.write_bytes(self._print(replace(cover, contents=self._contents(pages, length))))
            (found,) = count_pages([file], self._look)
            if found == length:
                break
            length = found
        return file

    def _contents(self, pages: Sequence[int], cover: int) -> Table:
        rows, before = [], cover
        for made, count in zip(self._made, pages, strict=True):
            text = f"{made.part.title}\n({made.note})" if made.note else made.part.title
            rows.append((made.part.group, text, before + 1, before + count))
            before += count
        return contents_table(rows)


def make_bundle(
    cover: CoverPaper,
    parts: Sequence[Part],
    *,
    foot: str,
    progress: Progress,
    size: PageSize,
    store: Store,
) -> bytes:
    """All parts in one file, behind a cover that says where each stands."""
    with tempfile.TemporaryDirectory(prefix="ppid-berkas-") as folder:
        return BundleMaker(Path(folder), progress, size, store).make(cover, parts, foot)


def say_hash(sha256: str) -> str:
    """SHA-256 in two runs, so that a line can break between them."""
    return f"SHA-256 {sha256[:32]} {sha256[32:]}"


def _bound(made: Made) -> BoundPart:
    return BoundPart(made.file, made.part.title, made.part.group)


def _fate(bound: bool, is_pdf: bool) -> str:
    if bound:
        return "Disertakan dalam berkas ini."
    return (
        "Tidak disertakan: tidak dapat dibaca sebagai PDF."
        if is_pdf
        else "Tidak disertakan: bukan PDF."
    )
