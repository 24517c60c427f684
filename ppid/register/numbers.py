"""Numbers of the register's own things: entries, and the determinations that close them."""

from ppid import clock
from ppid.audit.actions import Actor
from ppid.errors import Refused
from ppid.office.number_kinds import DETERMINATIONS, ENTRIES, Mode
from ppid.office.number_patterns import write_number
from ppid.office.numbering import Taken, Taker, note_number, rule_of, take_next, take_numbers
from ppid.register.acts import DeterminationDraft
from ppid.register.models import Determination


def take_entry_numbers(count: int) -> list[str]:
    """So many new numbers of entries, ``DIK-0042``, inside the transaction that writes them."""
    return [taken.text for taken in take_numbers(ENTRIES, clock.today(), count)]


def determination_number(actor: Actor, act: DeterminationDraft) -> Taken:
    """The number of a determination about to be written, inside its transaction.

    The next of its year; or the one that the paper already bears, refused when another has it.
    Where the office fills in its own, that is its text, and the running number stays the
    register's.
    """
    if act.number is not None:
        return _number_it_bears(actor, act, act.number)
    if rule_of(DETERMINATIONS).mode is Mode.TYPED and not act.number_text:
        raise Refused("Isi nomor penetapan.", "number_text")
    return take_next(DETERMINATIONS, act.determined_on, Taker(act.kind.label), act.number_text)


def _number_it_bears(actor: Actor, act: DeterminationDraft, number: int) -> Taken:
    on = act.determined_on
    same = (Determination.year == on.year, Determination.number == number)
    if Determination.select().where(*same).exists():
        message = f"Nomor {number} Tahun {on.year} sudah dipakai penetapan lain."
        raise Refused(message, "number")
    text = act.number_text or write_number(rule_of(DETERMINATIONS).pattern, number, on)
    taken = Taken(number, text)
    note_number(actor, DETERMINATIONS, on, taken, why_skipped=act.why_skipped)
    return taken
