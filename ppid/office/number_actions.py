"""What the office decides about its numbers; every change is on record."""

from ppid import clock
from ppid.audit.actions import Actor, diff, record
from ppid.db import database
from ppid.errors import Refused
from ppid.office.models import NumberRule
from ppid.office.number_kinds import KINDS, Mode, NumberKind
from ppid.office.number_patterns import pattern_faults
from ppid.office.number_queries import list_holes
from ppid.office.numbering import NUMBERS, last_number, rule_of, skip_to, write_skipped

MOST = 10_000
SHORTEST_REASON = 10


def save_rule(actor: Actor, kind: NumberKind, *, pattern: str, mode: Mode) -> None:
    """Set how a kind is numbered from now on; numbers already taken keep their text."""
    if mode not in kind.modes:
        raise Refused(f"{kind.label} tidak dapat dinomori dengan cara itu.", "mode")
    _demand_usable(kind, pattern, mode)
    with database.atomic():
        before = rule_of(kind.code)
        changes = diff(
            {"number_pattern": before.pattern, "number_mode": before.mode.value},
            {"number_pattern": pattern, "number_mode": mode.value},
        )
        if not changes:
            return
        row = {"pattern": pattern, "mode": mode.value, "changed_at": clock.now()}
        NumberRule.insert(kind=kind.code, **row).on_conflict(
            conflict_target=[NumberRule.kind],
            preserve=[NumberRule.pattern, NumberRule.mode, NumberRule.changed_at],
        ).execute()
        summary = f"Mengubah nomor: {kind.label}"
        record(actor, "saved-number-rule", summary, subjects=[NUMBERS], changes=changes)


def check_skip(kind: NumberKind, year: int, *, first: int, last: int, reason: str) -> None:
    """Refuse what would not go forward from the next free number, or says no reason."""
    _demand_reason(reason)
    free = last_number(kind.code, year) + 1
    if first != free:
        message = f"Nomor bebas berikutnya sekarang {free}. Periksa lagi sebelum melewati nomor."
        raise Refused(message, "last")
    if last < first:
        raise Refused(f"Isi {first} atau nomor sesudahnya.", "last")
    if last - first >= MOST:
        raise Refused(f"Paling banyak {MOST} nomor dilewati sekaligus.", "last")


def skip_numbers(
    actor: Actor, kind: NumberKind, year: int, *, first: int, last: int, reason: str
) -> None:
    """Pass over the next free numbers, ``first`` to ``last``: used on paper outside the program."""
    with database.atomic():
        check_skip(kind, year, first=first, last=last, reason=reason)
        skip_to(kind.code, year, last)
        write_skipped(actor, kind.code, year, (first, last), reason)


def explain_hole(
    actor: Actor, kind: NumberKind, year: int, *, first: int, last: int, reason: str
) -> None:
    """Say why numbers were passed over that nobody has explained yet."""
    _demand_reason(reason)
    with database.atomic():
        holes = list_holes(kind, year)
        if not any(hole.first <= first <= last <= hole.last for hole in holes):
            message = f"Nomor {first} sampai {last} tidak sedang menunggu penjelasan."
            raise Refused(message, "reason")
        write_skipped(actor, kind.code, year, (first, last), reason)


def _demand_usable(kind: NumberKind, pattern: str, mode: Mode) -> None:
    for fault in pattern_faults(pattern):
        raise Refused(fault, "pattern")
    others = (each for each in KINDS.values() if each is not kind)
    for other in others:
        rule = rule_of(other.code)
        if mode is rule.mode is Mode.AUTOMATIC and rule.pattern == pattern:
            message = f"Pola ini sudah dipakai {other.label}; dua naskah akan bernomor sama."
            raise Refused(message, "pattern")


def _demand_reason(reason: str) -> None:
    if len(reason) < SHORTEST_REASON:
        message = f"Isi mengapa nomor itu dilewati, paling sedikit {SHORTEST_REASON} huruf."
        raise Refused(message, "reason")
