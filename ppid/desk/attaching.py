"""What goes along with a letter that closes something (UU 14/2008 Pasal 22(7)): each determination
as a whole, or its public rendition, as the office has decided.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ppid.desk.answers import Card
from ppid.office.queries import EXCERPT, office
from ppid.papers.enclosures import Enclosed
from ppid.papers.issued_queries import find_issued
from ppid.papers.occasions import determination_subject
from ppid.papers.older import older_determination
from ppid.papers.public_copies import public_copy
from ppid.register.models import Classification, Determination, Entry
from ppid.register.public_wording_queries import reviewed_texts


@dataclass(frozen=True)
class AheadLine:
    """A determination that will go along. ``others`` are the entries that it names besides those
    asked for, ``unworded`` those asked for of which its public rendition cannot tell.
    """

    number_text: str
    others: tuple[str, ...]
    unworded: tuple[str, ...]


@dataclass(frozen=True)
class Ahead:
    """What will go along with a letter, and in which form."""

    excerpts: bool
    lines: tuple[AheadLine, ...]


def attached_form(data: Mapping[str, Any]) -> str:
    """The form in which determinations went along, else the one that the office sends now."""
    return str(data.get("attached_form") or office().attached_form)


def determinations_of(data: Mapping[str, Any]) -> list[int]:
    """The determinations that go along with a letter, each once: those that close an item."""
    bases = (item.get("basis") for item in data.get("items", ()))
    return list(dict.fromkeys(basis["determination_id"] for basis in bases if basis))


def say_attached(data: Mapping[str, Any]) -> str:
    """``2 penetapan`` or ``1 petikan penetapan``, as the letter counts what goes along."""
    count = len(determinations_of(data))
    what = "petikan penetapan" if attached_form(data) == EXCERPT else "penetapan"
    return f"{count} {what}" if count else "–"


def enclosed_with(data: Mapping[str, Any]) -> tuple[Enclosed, ...]:
    """What goes along with a letter (Perki 1/2021 Pasal 34(2), 44(3)); in its own transaction.

    A determination from before the register has no paper of ours: its copy bears no code.
    """
    send = _excerpt if attached_form(data) == EXCERPT else _whole
    return tuple(send(Determination.get_by_id(each)) for each in determinations_of(data))


def goes_along(cards: Sequence[Card]) -> Ahead:
    """What will go along when these entries stay closed, and what the applicant would see of it."""
    closed = [card for card in cards if card.standing.kind.is_closed and card.determination]
    acts = {card.determination.id: card.determination for card in closed if card.determination}
    asked = {card.entry.id for card in closed}
    others, unworded = _others(list(acts), asked), _unworded(closed)
    lines = (
        AheadLine(act.number_text, tuple(others.get(key, ())), tuple(unworded.get(key, ())))
        for key, act in acts.items()
    )
    return Ahead(office().attaches_excerpts, tuple(lines))


def _whole(determination: Determination) -> Enclosed:
    issued = find_issued(determination_subject(determination.id))
    return issued or older_determination(determination)


def _excerpt(determination: Determination) -> Enclosed:
    return public_copy(determination)


def _others(determination_ids: Sequence[int], asked: set[int]) -> dict[int, list[str]]:
    """The numbers of the entries that each determination names besides those asked for."""
    rows = (
        Classification.select(Classification.determination, Entry.id, Entry.number)
        .join(Entry)
        .where(
            Classification.determination.in_(list(determination_ids)), Entry.id.not_in(list(asked))
        )
        .order_by(Entry.number)
    )
    found: dict[int, list[str]] = {}
    for row in rows:
        found.setdefault(row.determination_id or 0, []).append(row.entry.number)
    return found


def _unworded(closed: Sequence[Card]) -> dict[int, list[str]]:
    worded = reviewed_texts([card.entry.id for card in closed])
    found: dict[int, list[str]] = {}
    for card in closed:
        if card.determination and card.entry.id not in worded:
            found.setdefault(card.determination.id, []).append(card.entry.number)
    return found
