"""The page of a request, as its views answer with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Response, abort

from ppid import clock
from ppid.accounts.access import may
from ppid.accounts.permissions import Permission
from ppid.desk.answers import Card, read_cards
from ppid.desk.attaching import Ahead, goes_along
from ppid.desk.files import RequestFile, find_request
from ppid.desk.forms import ItemForm
from ppid.desk.letter_issuing import list_letters
from ppid.desk.models import RequestItem
from ppid.desk.request_history import HistoryLine, tell_events
from ppid.law.dates import format_date
from ppid.law.request_progress import RequestStatus
from ppid.law.requests import Outcome
from ppid.office.queries import work_calendar
from ppid.web.htmx import render

MAY = (
    Permission.RECORD_REQUESTS,
    Permission.ANSWER_REQUESTS,
    Permission.APPROVE_REQUESTS,
    Permission.OPEN_CASE,
    Permission.WRITE_ENTRY,
)


@dataclass(frozen=True)
class ItemLine:
    """One item of a request with its entry as it stands today, and what is answered to it."""

    item: RequestItem
    card: Card | None
    said: dict[str, object] | None


def found_request(number: str) -> RequestFile:
    """The request of that number; 404 when there is none."""
    return find_request(number) or abort(404)


def request_page(
    file: RequestFile, item_form: ItemForm | None = None, refusal: str = ""
) -> Response:
    """The whole page; with a form or an act that was refused, 422."""
    today, lines = clock.today(), item_lines(file)
    due = file.progress.due_on
    return render(
        "desk/show_request.html",
        file=file,
        lines=lines,
        ahead=_ahead(file, lines),
        letters=list_letters(file),
        history=_history(file),
        item_form=item_form or ItemForm(formdata=None),
        today=today,
        days_left=due and work_calendar().count_between(today, due),
        may={each.value: may(each) for each in MAY},
        outcomes={each.value: each.label for each in Outcome},
        test_title=_test_title(file),
        refusal=refusal,
        status=422 if item_form or refusal else 200,
    )


def item_lines(file: RequestFile) -> list[ItemLine]:
    """The items with their entries as they stand today."""
    touched = [item.entry_id for item in file.items if item.entry_id]
    cards = {card.entry.id: card for card in read_cards(touched, clock.today())}
    said = {each["item_id"]: each for each in file.answer_data.get("items", ())}
    return [ItemLine(item, cards.get(item.entry_id or 0), said.get(item.id)) for item in file.items]


def cards_of(lines: Sequence[ItemLine]) -> list[Card]:
    """The cards of the items that touch an entry."""
    return [line.card for line in lines if line.card]


def _ahead(file: RequestFile, lines: Sequence[ItemLine]) -> Ahead | None:
    """What will go along with an answer that is proposed."""
    if file.progress.answer is not RequestStatus.PROPOSED:
        return None
    return goes_along(cards_of([line for line in lines if line.said and line.said["basis"]]))


def _test_title(file: RequestFile) -> str:
    """What a case is called that must end within the time of this request."""
    due = format_date(file.progress.due_on) if file.progress.due_on else ""
    return f"Uji konsekuensi untuk permohonan {file.request.code}, batas {due}"


def _history(file: RequestFile) -> list[HistoryLine]:
    return tell_events(file)
