"""The demo's public wordings: reviewed for nearly all determined entries, a few left to review."""

from collections.abc import Iterator

from ppid import clock
from ppid.audit.actions import Actor
from ppid.register.models import Classification, Entry
from ppid.register.public_wording import PublicTexts
from ppid.register.public_wording_actions import review_public_wording, write_public_wording
from ppid.register.public_wording_queries import classification_on

LEFT_ALONE, ONLY_WRITTEN = 3, 9
EVERY = 15


def fill_public_wordings(actor: Actor) -> int:
    """Review the wordings of determined entries; of each fifteen one has none, one waits."""
    reviewed = 0
    for place, entry in enumerate(_determined()):
        texts = _texts(entry)
        if not texts.title or place % EVERY == LEFT_ALONE:
            continue
        if place % EVERY == ONLY_WRITTEN:
            write_public_wording(actor, entry_id=entry.id, texts=texts)
            continue
        review_public_wording(actor, entry_id=entry.id, texts=texts)
        reviewed += 1
    return reviewed


def _determined() -> Iterator[Entry]:
    known = Classification.select(Classification.entry).where(
        Classification.determination.is_null(False)
    )
    yield from Entry.select().where(Entry.id.in_(known)).order_by(Entry.number)


def _texts(entry: Entry) -> PublicTexts:
    said = classification_on(entry.id, clock.today())
    return PublicTexts(
        title=entry.public_title,
        what_is_closed=said.excluded_parts if said else "",
        given_instead=entry.given_instead,
        consequence=said.consequence_open if said else "",
        benefit=said.benefit_closed if said else "",
    )
