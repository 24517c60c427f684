"""``python -m tests.bench.papers``: what papers cost, beside WeasyPrint on the same HTML.

Set WEASYPRINT_PYTHON to a Python that has WeasyPrint, if this one has not.
"""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from ppid import create_app, schema
from ppid.accounts.models import RoleGrant, User
from ppid.audit.actions import CommandLine
from ppid.db import connect_database, database
from ppid.papers.composing import compose
from ppid.papers.issuing import Issue, issue_paper, paper_file
from ppid.settings import Settings
from ppid.workflow.roles import Role
from tests.bench.paper_renderers import Measured, Own, Weasy
from tests.bench.timing import Times, clock, gather, table
from tests.conftest import sign_in_at
from tests.page_client import PageClient
from tests.papers.samples import make_determination, make_dik

CASES = (
    *((f"penetapan, lampiran {rows} baris", make_determination, rows) for rows in (1, 30, 300)),
    *((f"DIK, {rows} baris", make_dik, rows) for rows in (100, 500, 1000)),
)
REPRINTS = 200
HEAD = ("Naskah", "halaman", "p50 ms", "memori MB", "WeasyPrint p50 ms", "memori MB", "waktu ÷")


def main() -> None:
    """Measure and print."""
    began = time.monotonic()
    print(table(HEAD, [_case(*each) for each in CASES]))
    print(table(("Cetak ulang naskah tersimpan", "p50 ms", "p99 ms"), [_reprint()]))
    print(f"Selesai dalam {time.monotonic() - began:.0f} detik.")


def _case(name: str, make: Callable[[int], object], rows: int) -> tuple[str, ...]:
    """Both renderers take turns on one page; each has a fresh child."""
    html = compose(make(rows))  # type: ignore[arg-type]  # each maker makes a paper
    rounds = 9 if rows <= 100 else 3
    own, weasy = Own(), _weasy()
    try:
        ours, theirs = _turns(own, weasy, html, rounds)
        pages = _pages(own, html)
        told = (name, str(pages), _ms(ours), _mb(own))
        if weasy is None or theirs is None:
            return (*told, "tidak terpasang", "–", "–")
        return (*told, _ms(theirs), _mb(weasy), f"{ours.p50 / theirs.p50:.2f}".replace(".", ","))
    finally:
        own.close()
        if weasy:
            weasy.close()


def _weasy() -> Weasy | None:
    try:
        return Weasy()
    except OSError:
        return None


def _turns(
    own: Measured, weasy: Measured | None, html: str, rounds: int
) -> tuple[Times, Times | None]:
    ours: list[float] = []
    theirs: list[float] = []
    for _round in range(rounds):
        ours.append(clock(lambda: own.render(html)))
        if weasy:
            theirs.append(clock(lambda: weasy.render(html)))
    return gather(ours), gather(theirs) if theirs else None


def _pages(own: Own, html: str) -> int:
    import io  # noqa: PLC0415 - after all that is timed

    from pypdf import PdfReader  # noqa: PLC0415 - see above

    from tests.bench.paper_renderers import ISSUED  # noqa: PLC0415 - see above

    made = own.renderer.render(html, title="t", author="a", issued_at=ISSUED)
    return len(PdfReader(io.BytesIO(made)).pages)


def _reprint() -> tuple[str, str, str]:
    """The bytes of a stored paper through the whole program: guard, session, headers and all."""
    with TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder), secret_key="k" * 48, app_env="development")
        connect_database(settings.database_path)
        schema.migrate()
        app = create_app(settings)
        user = User.create(username="ppid", name="Contoh PPID", password_hash="-")
        RoleGrant.create(user=user, role=Role.OFFICER.value)
        client = sign_in_at(PageClient(app), user)
        with app.test_request_context():
            code = _issue()
        path = f"/surat/naskah/{code}.pdf"
        assert client.browser.get(path).data.startswith(b"%PDF-")
        times = gather(clock(lambda: client.browser.get(path).data) for _ in range(REPRINTS))
        database.close()
    return ("penetapan, lampiran 30 baris", _ms(times), f"{times.p99:.1f}".replace(".", ","))


def _issue() -> str:
    paper = make_determination(30)
    issue = Issue(
        kind="penetapan",
        label="Penetapan",
        paper=paper,
        subject="penetapan:1",
        issued_on=date(2026, 11, 23),
        public_title="Penetapan",
        issuer="Contoh",
    )
    with database.atomic():
        issued = issue_paper(CommandLine(), issue)
    paper_file(issued)
    return str(issued.code)


def _ms(times: Times) -> str:
    """Milliseconds as people write them here."""
    places = 1 if times.p50 < 100 else 0
    return f"{times.p50:,.{places}f}".translate(str.maketrans(",.", ".,"))


def _mb(child: Measured) -> str:
    return f"{child.peak() / 1e6:.0f}"


if __name__ == "__main__":
    main()
