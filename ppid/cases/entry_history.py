"""What cases tell of an entry, for the timeline on its page."""

from flask import url_for

from ppid import clock
from ppid.accounts.access import person
from ppid.accounts.permissions import Permission
from ppid.cases.lines import CaseLine
from ppid.cases.queries import cases_of_entry
from ppid.register.history import HistoryItem


def tell_cases(entry_id: int) -> list[HistoryItem]:
    """The opening and the end of each case of the entry, as far as the person may read them."""
    if not person().may(Permission.READ_CASES):
        return []
    lines = cases_of_entry(person(), entry_id)
    return [item for line in lines for item in (_opened(line), *_closed(line))]


def _opened(line: CaseLine) -> HistoryItem:
    text = line.title
    if line.step is not None:
        text = f"{line.title}. Sekarang {line.step.name}, giliran {line.step.turn}."
    return _item(line, f"Perkara {line.number} dibuka", text, ended=False)


def _closed(line: CaseLine) -> list[HistoryItem]:
    if line.step is not None:
        return []
    return [_item(line, f"Perkara {line.number} ditutup: {line.ended_label}", "", ended=True)]


def _item(line: CaseLine, title: str, text: str, *, ended: bool) -> HistoryItem:
    at = line.since if ended else line.opened_at
    return HistoryItem(
        on=clock.local_day(at),
        at=at,
        title=title,
        text=text,
        href=url_for("cases.show_case", number=line.number),
    )
