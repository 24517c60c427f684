"""Issued papers as they are found and listed. What a paper says is read only where it is shown:
``html`` is loaded by ``frozen_html`` alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import peewee as pw

from ppid.accounts.access import Person
from ppid.accounts.models import User
from ppid.accounts.permissions import Permission
from ppid.cases.models import Case
from ppid.cases.queries import get_case
from ppid.cases.reach import cases_in_reach
from ppid.cases.refusals import CaseNotFound
from ppid.papers.kinds import (
    CASE_SUBJECT,
    DETERMINATION,
    OPEN_KINDS,
    REQUEST_KINDS,
    case_of,
    needed_permission,
)
from ppid.papers.models import IssuedPaper, PaperFile
from ppid.papers.stamps import read_code
from ppid.register.models import Determination

PAGE = 50
LONGEST = 300  # letters that are searched; each word costs three conditions
_FACTS = tuple(
    getattr(IssuedPaper, name)
    for name in (
        *("id", "code", "subject", "version", "kind", "label", "title", "public_title"),
        *("number_text", "issuer", "issued_on", "issued_at", "issued_by", "determination", "size"),
    )
)


@dataclass(frozen=True)
class PaperFilters:
    """Which papers a list shows: of a kind, of a year of issue, with words in number or title."""

    kind: str = ""
    year: int | None = None
    words: str = ""


@dataclass(frozen=True)
class IssuedLine:
    """An issued paper in a list; ``sha256`` is empty until its file has been made.

    ``title`` says of a determination only what it is about: its number stands beside.
    """

    paper: IssuedPaper
    title: str
    sha256: str

    @property
    def case(self) -> str:
        """The number of the case that the paper belongs to, if it is of one."""
        return case_of(self.paper.subject) or ""


@dataclass(frozen=True)
class IssuedPage:
    """A page of issued papers, newest first; ``total`` on all pages."""

    lines: Sequence[IssuedLine]
    total: int
    number: int
    last: int


@dataclass(frozen=True)
class FileFacts:
    """What is known of the file of an issued paper, without its bytes."""

    sha256: str
    length: int
    pages: int


def get_issued(code: str) -> IssuedPaper | None:
    """The paper that bears this code, however the code is typed; without its ``html``."""
    read = read_code(code)
    found: IssuedPaper | None = _facts().where(IssuedPaper.code == read).first()
    return found if read else None


def find_issued(subject: str) -> IssuedPaper | None:
    """The newest paper issued about this subject; without its ``html``."""
    about = _facts().where(IssuedPaper.subject == subject)
    newest: IssuedPaper | None = about.order_by(IssuedPaper.version.desc()).first()
    return newest


def frozen_html(paper_id: int) -> str:
    """What the paper says, as it was frozen."""
    return str(IssuedPaper.select(IssuedPaper.html).where(IssuedPaper.id == paper_id).scalar())


def file_facts(paper_id: int) -> FileFacts | None:
    """SHA-256, length and pages of its file; None until it has been made."""
    rows: Any = (
        PaperFile.select(PaperFile.sha256, PaperFile.length, PaperFile.pages)
        .where(PaperFile.paper == paper_id)
        .tuples()
    )
    row = rows.first()
    return FileFacts(*row) if row else None


def readable_title(issued: IssuedPaper) -> str:
    """What the paper is, as a screen says it: a determination's own title stands in capitals."""
    if issued.kind != DETERMINATION or issued.determination is None:
        return issued.title
    about = issued.determination.about
    return f"{issued.label} Nomor {issued.number_text} tentang {about}"


def list_versions(subject: str) -> list[IssuedPaper]:
    """Every paper issued about this subject, the newest first; without their ``html``."""
    rows = _facts().where(IssuedPaper.subject == subject)
    return list(rows.order_by(IssuedPaper.version.desc()))


def issued_subjects(case_number: str) -> set[str]:
    """What has been issued of a case."""
    start = f"{CASE_SUBJECT}{case_number}:"
    rows = IssuedPaper.select(IssuedPaper.subject).where(IssuedPaper.subject.startswith(start))
    return {row.subject for row in rows}


def may_see(person: Person, issued: IssuedPaper) -> bool:
    """Whether the person may see this paper; that of a case only within their reach."""
    if not person.may(needed_permission(issued.kind)):
        return False
    number = case_of(issued.subject)
    return number is None or _reads_case(person, number)


def list_issued(person: Person, filters: PaperFilters, page: int = 1) -> IssuedPage:
    """A page of the papers that the person may see, newest first."""
    found = _facts().where(*_conditions(person, filters))
    total = found.count()
    last = max(1, -(-total // PAGE))
    number = min(max(page, 1), last)
    order = (IssuedPaper.issued_on.desc(), IssuedPaper.id.desc())
    rows = list(found.order_by(*order).paginate(number, PAGE))
    hashes = _hashes([row.id for row in rows])
    lines = [IssuedLine(row, _title(row), hashes.get(row.id, "")) for row in rows]
    return IssuedPage(lines, total, number, last)


def list_kinds(person: Person) -> list[str]:
    """The kinds among the papers that the person may see."""
    rows = IssuedPaper.select(IssuedPaper.kind).where(_within(person)).distinct()
    return sorted(row.kind for row in rows)


def list_years(person: Person) -> list[int]:
    """The years of issue among the papers that the person may see, the latest first."""
    year: Any = IssuedPaper.issued_on.year
    rows: Any = IssuedPaper.select(year).where(_within(person)).distinct().tuples()
    return sorted((int(found) for (found,) in rows), reverse=True)


def _facts() -> "pw.ModelSelect[IssuedPaper]":
    return (
        IssuedPaper.select(*_FACTS, User.id, User.name, Determination.id, Determination.about)
        .join(User, pw.JOIN.LEFT_OUTER)
        .switch(IssuedPaper)
        .join(Determination, pw.JOIN.LEFT_OUTER)
    )


def _title(row: IssuedPaper) -> str:
    if row.kind == DETERMINATION and row.determination is not None:
        return str(row.determination.about)
    return str(row.title)


def _hashes(paper_ids: Sequence[int]) -> dict[int, str]:
    rows: Any = (
        PaperFile.select(PaperFile.paper, PaperFile.sha256)
        .where(PaperFile.paper.in_(list(paper_ids)))
        .tuples()
    )
    return dict(rows)


def _conditions(person: Person, filters: PaperFilters) -> list[Any]:
    wanted: list[Any] = [_within(person)]
    if filters.kind:
        wanted.append(IssuedPaper.kind == filters.kind)
    if filters.year:
        wanted.append(IssuedPaper.issued_on.year == filters.year)
    if code := read_code(filters.words):
        return [*wanted, (IssuedPaper.code == code) | _holds_words(filters.words)]
    return [*wanted, _holds_words(filters.words)]


def _holds_words(words: str) -> Any:  # noqa: ANN401 - an expression of peewee
    """Every word in the number, the title or the kind's name."""
    held: Any = pw.SQL("1 = 1")
    for word in words[:LONGEST].split():
        held &= (
            IssuedPaper.number_text.contains(word)
            | IssuedPaper.title.contains(word)
            | IssuedPaper.label.contains(word)
        )
    return held


def _reads_case(person: Person, number: str) -> bool:
    try:
        get_case(person, number)
    except CaseNotFound:
        return False
    return True


def _within(person: Person) -> Any:  # noqa: ANN401 - an expression of peewee
    """The condition for what the person may see, as ``may_see`` says it of one paper."""
    known = OPEN_KINDS | REQUEST_KINDS
    kinds = [kind for kind in sorted(known) if person.may(needed_permission(kind))]
    seen: Any = IssuedPaper.kind.in_(kinds)
    if person.may(Permission.READ_CASES):
        seen |= IssuedPaper.kind.not_in(sorted(known)) & _in_reach(person)
    return seen


def _in_reach(person: Person) -> Any:  # noqa: ANN401 - an expression of peewee
    reach = cases_in_reach(person)
    if reach is None:
        return pw.SQL("1 = 1")
    return ~IssuedPaper.subject.startswith(CASE_SUBJECT) | IssuedPaper.id.in_(_papers_of(reach))


def _papers_of(reach: pw.Expression) -> Any:  # noqa: ANN401 - a query of peewee
    """The papers of these cases, each case's by one range of the index on subjects."""
    theirs: Any = IssuedPaper.alias()
    start: Any = pw.Value(CASE_SUBJECT).concat(Case.number)
    after = (theirs.subject >= start.concat(":")) & (theirs.subject < start.concat(";"))
    return Case.select(theirs.id).join(theirs, on=after).where(reach)
