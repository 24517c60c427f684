"""What the public page of an issued paper tells: nothing that is not on it, or derived today.

It never reads ``title``, what entries are called, the number of a case or who acted.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from ppid.law.dates import format_date
from ppid.law.facts import EntryFacts
from ppid.law.standing import standing
from ppid.law.workdays import WorkCalendar
from ppid.office.queries import work_calendar
from ppid.papers.issued_queries import file_facts, get_issued
from ppid.papers.kinds import DIK, case_of, kind_label
from ppid.papers.models import IssuedPaper
from ppid.papers.signed_copies import CopyLine, list_signed_copies
from ppid.papers.stamps import printed_code
from ppid.register.facts import load_facts
from ppid.register.models import Classification, Determination, Opening

_HASH = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


@dataclass(frozen=True, slots=True)
class Holds:
    """How a paper stands today: words, the class of their badge, and what stands behind them."""

    words: str
    badge: str
    lines: tuple[str, ...] = ()


VALID = "is-valid"
PAST = "standing-past"
OPEN = "standing-open"
WAITING = "is-waiting"


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """What the page says. ``sha256`` is empty while the file is being made."""

    code: str
    printed: str
    label: str
    number_text: str
    issued_on: date
    issued_at: datetime
    public_title: str
    issuer: str
    holds: Holds
    sha256: str
    length: int
    copies: Sequence[CopyLine]


class Likeness(StrEnum):
    """What comparing a file with the issued one can come to."""

    SAME = "sama"
    SIGNED = "salinan"
    OTHER = "berbeda"


def get_checked(code: str, today: date) -> CheckedPaper | None:
    """The public facts of the paper that bears a code, as it stands on ``today``."""
    paper = get_issued(code)
    if paper is None:
        return None
    file = file_facts(paper.id)
    return CheckedPaper(
        code=paper.code,
        printed=printed_code(paper.code),
        label=kind_label(paper.kind),
        number_text=paper.number_text,
        issued_on=paper.issued_on,
        issued_at=paper.issued_at,
        public_title=paper.public_title,
        issuer=paper.issuer,
        holds=how_it_holds(paper, today),
        sha256=file.sha256 if file else "",
        length=file.length if file else 0,
        copies=list_signed_copies(paper.id),
    )


def compare_hash(paper: CheckedPaper, typed: str) -> Likeness | None:
    """How a file with this SHA-256 compares; None when what was typed is no SHA-256.

    A file's name beside it, and blanks or colons between its pairs, are left out.
    """
    text = typed.lower()
    found = _HASH.search(text) or _HASH.fullmatch(re.sub(r"[\s:]", "", text))
    if found is None:
        return None
    digest = found[0]
    if digest == paper.sha256:
        return Likeness.SAME
    signed = {copy.sha256 for copy in paper.copies}
    return Likeness.SIGNED if digest in signed else Likeness.OTHER


def how_it_holds(paper: IssuedPaper, today: date) -> Holds:
    """How the paper stands on ``today``, by the facts of the register and the papers after it."""
    if _has_newer(paper):
        return Holds("Ada versi yang lebih baru", PAST)
    if paper.determination_id:
        return _determination_holds(paper.determination_id, today)
    if case_of(paper.subject):
        return Holds("Terbit; naskah kerja badan publik", WAITING)
    return Holds("Terbit; belum ada versi yang lebih baru", VALID)


def _has_newer(paper: IssuedPaper) -> bool:
    """A later version about the same; of the DIK any later list."""
    later = (IssuedPaper.subject == paper.subject) & (IssuedPaper.version > paper.version)
    if paper.kind == DIK:
        later |= (IssuedPaper.kind == DIK) & (IssuedPaper.issued_on > paper.issued_on)
    return bool(IssuedPaper.select().where(later).exists())


def _determination_holds(determination_id: int, today: date) -> Holds:
    act = Determination.get_by_id(determination_id)
    if act.effective_on > today:
        return Holds(f"Belum berlaku; berlaku mulai {format_date(act.effective_on)}", WAITING)
    told = Counter(_tell_entries(act, today))
    if set(told) <= {STILL}:
        return Holds("Berlaku", VALID)
    lines = tuple(f"{count} informasi: {words}" for words, count in sorted(told.items()))
    if len(told) == 1:
        return next(Holds(words, _badge(words)) for words in told)
    words = "Berlaku sebagian" if STILL in told else "Sudah tidak berlaku"
    return Holds(words, "standing-partial" if STILL in told else PAST, lines)


STILL = "Berlaku"
_OPENED = "Dibuka"


def _badge(words: str) -> str:
    return OPEN if words.startswith(_OPENED) else PAST


def _tell_entries(act: Determination, today: date) -> Iterator[str]:
    """What has become of each entry that the determination is about."""
    closed = {row.entry_id: row.id for row in _closed_by(act)}
    opened = [row.entry_id for row in Opening.select().where(Opening.determination == act.id)]
    facts, calendar = load_facts([*closed, *opened]), work_calendar()
    for entry_id, key in closed.items():
        yield _closing_today(facts[entry_id], key, today, calendar)
    for entry_id in opened:
        yield _opening_today(facts[entry_id], act, today, calendar)


def _closed_by(act: Determination) -> Sequence[Classification]:
    said = Classification.determination == act.id
    return list(Classification.select().where(said, Classification.withdrawn_at.is_null()))


def _closing_today(facts: EntryFacts, key: int, today: date, calendar: WorkCalendar) -> str:
    now = facts.in_force_on(today)
    if now is not None and now.key != key:
        return f"Sudah diubah dengan {now.label}"
    found = standing(facts, today, calendar)
    if not found.is_open:
        return STILL
    since = f" sejak {format_date(found.since)}" if found.since else ""
    return f"{_OPENED}{since}"


def _opening_today(
    facts: EntryFacts, act: Determination, today: date, calendar: WorkCalendar
) -> str:
    """An opening holds until a later determination closes the information again."""
    now = facts.in_force_on(today)
    again = now is not None and now.effective_on > act.effective_on
    if now is None or not again or standing(facts, today, calendar).is_open:
        return STILL
    return f"Sudah diubah dengan {now.label}"
