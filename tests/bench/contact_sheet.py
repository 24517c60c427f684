"""``python -m tests.bench.contact_sheet``: one picture of all papers, from a demo register.

Writes ``static/img/naskah.png``; needs pdftoppm.
"""

import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw, ImageFont

from ppid import create_app, schema
from ppid.audit.actions import CommandLine
from ppid.cases.files import read_case
from ppid.cli.setup import prepare_register
from ppid.db import connect_database, database
from ppid.demo.fill import fill_demo
from ppid.papers.case_papers import case_paper, list_case_papers
from ppid.papers.certificates import Span, certificate_paper
from ppid.papers.composing import compose
from ppid.papers.determinations import determination_paper
from ppid.papers.dik import read_dik
from ppid.papers.dik_forms import DikForm
from ppid.papers.documents import Paper
from ppid.papers.kinds import kind_label
from ppid.papers.models import IssuedPaper
from ppid.papers.procedures import get_sheet
from ppid.papers.queries import get_determination
from ppid.papers.renderer import render_pdf
from ppid.papers.stamps import Stamp
from ppid.settings import Settings
from tests.papers.gallery import every_paper

ROOT = Path(__file__).resolve().parents[2]
PICTURE = ROOT / "static" / "img" / "naskah.png"
FONT = ROOT / "static" / "fonts" / "LiberationSerif-Regular.ttf"
DAY = date(2026, 11, 22)
ISSUED = datetime(2026, 11, 22, tzinfo=UTC)
QUIET = Span(date(2024, 3, 1), date(2024, 3, 31))
STAMP = Stamp("4F7KQ2M9XW", "https://ppid.contoh.invalid/cek/4F7KQ2M9XW")
CASE, COLUMNS, WIDTH, HEIGHT, GAP, LABEL = "P-2025-001", 7, 320, 420, 16, 30
GREYS, LIMIT = 12, 400_000
Page = tuple[str, Image.Image]


def main() -> None:
    """Make the register, print its papers, draw the picture."""
    with TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder), secret_key="k" * 48, app_env="development")
        connect_database(settings.database_path)
        schema.migrate()
        app = create_app(settings)
        with app.test_request_context():
            prepare_register()
            fill_demo(CommandLine())
            pages = [*_of_case(), *_of_register(), *_of_desk()]
        database.close()
    size = _draw(pages)
    print(f"{PICTURE.relative_to(ROOT)}: {len(pages)} naskah, {size:,} bita".replace(",", "."))
    if size > LIMIT:
        raise SystemExit("Gambar lebih besar dari 400 KB.")


def _of_case() -> Iterator[Page]:
    """The papers of the finished case, in the order of its steps; then those of other steps."""
    file = read_case(CASE)
    for each in list_case_papers(file):
        yield _page(each.label, case_paper(file, each.name))
    samples = every_paper()
    for name, label in (
        ("pengujian", "Lembar Pengujian Konsekuensi"),
        ("pengumuman", "Pengumuman"),
    ):
        yield _page(label, samples[name])


def _of_register() -> Iterator[Page]:
    makers: tuple[tuple[str, Callable[[], Paper]], ...] = (
        ("Penetapan klasifikasi", lambda: _determination(2023, 1)),
        ("Penetapan pembukaan", lambda: _determination(2025, 1)),
        ("DIK", lambda: read_dik(DAY)),
        ("DIK esensi/konten", lambda: read_dik(DAY, DikForm.ESSENCE)),
        ("Surat keterangan", lambda: certificate_paper(QUIET, "1/KET/PPID/XI/2026")),
        ("Lembar SOP", _sheet),
    )
    for label, make in makers:
        paper = make()
        yield _page(label, paper)
        if label in {"Penetapan pembukaan", "Lembar SOP"}:
            yield _page(f"{label}, lanjutan", paper, page=3 if "SOP" not in label else 2)


def _of_desk() -> Iterator[Page]:
    """One letter of each kind that the demo's desk has sent."""
    known: dict[str, IssuedPaper] = {}
    for row in IssuedPaper.select().order_by(IssuedPaper.id):
        if row.determination_id is None:
            known.setdefault(row.kind, row)
    for row in known.values():
        yield kind_label(row.kind), _picture(row.html, 1)


def _determination(year: int, number: int) -> Paper:
    found = get_determination(year, number)
    assert found
    return determination_paper(found)


def _sheet() -> Paper:
    found = get_sheet("sop-7-2021", 1)
    assert found
    return found[0]


def _page(label: str, paper: Paper, page: int = 1) -> Page:
    return label, _picture(compose(paper, stamp=STAMP), page)


def _picture(html: str, page: int) -> Image.Image:
    made = render_pdf(html, title="Naskah", author="Contoh", issued_at=ISSUED)
    asked = ["pdftoppm", "-r", "110", "-f", str(page), "-l", str(page), "-gray", "-png", "-"]
    drawn = subprocess.run(asked, input=made, capture_output=True, check=True).stdout
    return Image.open(BytesIO(drawn)).convert("L")


def _draw(pages: list[Page]) -> int:
    """The picture with a name under each paper; how many bytes it has."""
    rows = -(-len(pages) // COLUMNS)
    cell = (WIDTH + GAP, HEIGHT + LABEL + GAP)
    sheet = Image.new("L", (COLUMNS * cell[0] + GAP, rows * cell[1] + GAP), 224)
    pen, font = ImageDraw.Draw(sheet), ImageFont.truetype(str(FONT), 20)
    for at, (label, page) in enumerate(pages):
        left, top = GAP + at % COLUMNS * cell[0], GAP + at // COLUMNS * cell[1]
        page.thumbnail((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        x, y = left + (WIDTH - page.width) // 2, top + HEIGHT - page.height
        sheet.paste(page, (x, y))
        pen.rectangle((x, y, x + page.width, y + page.height), outline=150)
        pen.text((left + WIDTH / 2, top + HEIGHT + 4), label, fill=0, font=font, anchor="ma")
    sheet.quantize(GREYS).save(PICTURE, optimize=True)
    return PICTURE.stat().st_size


if __name__ == "__main__":
    main()
