"""What may be done in a case: each move is checked, then handed back as a fact to record."""

from collections.abc import Collection, Mapping, Sequence

from ppid.workflow.events import EventDraft, EventKind
from ppid.workflow.procedure import Step
from ppid.workflow.progress import Progress, StepStatus
from ppid.workflow.refusals import (
    CaseClosed,
    ReasonMissing,
    RequirementMissing,
    WrongActor,
    WrongOrder,
    WrongReturn,
)
from ppid.workflow.roles import Role, name_roles

REASON_LENGTH = 10  # characters; shorter than this tells the next reader nothing


def check_may_act(progress: Progress, step_number: int, roles: Collection[Role]) -> None:
    """Refuse whoever may not complete this step now: CaseClosed, WrongOrder or WrongActor."""
    _acting_role(progress, step_number, roles)


def check_may_draft(progress: Progress, step_number: int, roles: Collection[Role]) -> None:
    """Refuse whoever may not write on this step now; those who take part may, beside its actors."""
    step = _current_step(progress, step_number)
    _role_among(step, (*step.actors, *step.with_), roles)


def may_act(progress: Progress, roles: Collection[Role]) -> bool:
    """Whether the case waits for someone with these roles."""
    return any(role in progress.next_actors for role in roles)


def complete(
    progress: Progress,
    step: int,
    roles: Collection[Role],
    *,
    missing: Sequence[str],
    data: Mapping[str, object] | None = None,
) -> EventDraft:
    """Complete the current step; at a decision this is "Ya".

    ``missing`` names in Indonesian what the step still lacks (empty: nothing); ``data`` goes into
    the fact. Raises as :func:`check_may_act`, and RequirementMissing.
    """
    role = _acting_role(progress, step, roles)
    if missing:
        raise RequirementMissing(_missing_message(progress.procedure.step(step), missing), missing)
    return _draft(progress, EventKind.COMPLETED, step, role, data or {})


def return_to(
    progress: Progress, step: int, to: int | None, reason: str, roles: Collection[Role]
) -> EventDraft:
    """Say "Tidak": send the case back to ``to`` (None: the default), for a compulsory reason.

    Raises as :func:`check_may_act`, and WrongReturn (field ``to``) or ReasonMissing (``reason``).
    """
    role = _acting_role(progress, step, roles)
    judging = progress.procedure.step(step)
    target = judging.default_return if to is None else to
    if target is None or target not in judging.returns:
        raise WrongReturn(_return_message(judging), field="to")
    data = {"to": target, "reason": _reason(reason, "pengembalian")}
    return _draft(progress, EventKind.RETURNED, step, role, data)


def end_unchanged(
    progress: Progress, step: int, reason: str, roles: Collection[Role]
) -> EventDraft:
    """End the case here; the old standing is kept. Raises as :func:`return_to`."""
    role = _acting_role(progress, step, roles)
    judging = progress.procedure.step(step)
    if not judging.may_end:
        raise WrongReturn(f"Perkara tidak dapat diakhiri pada {judging.name}.")
    data = {"reason": _reason(reason, "pengakhiran")}
    return _draft(progress, EventKind.ENDED_UNCHANGED, step, role, data)


def _draft(
    progress: Progress, kind: EventKind, step: int, role: Role, data: Mapping[str, object]
) -> EventDraft:
    return EventDraft(
        seq=progress.next_seq, kind=kind, step=step, round=progress.round, role=role, data=data
    )


def _acting_role(progress: Progress, number: int, roles: Collection[Role]) -> Role:
    step = _current_step(progress, number)
    return _role_among(step, step.actors, roles)


def _current_step(progress: Progress, number: int) -> Step:
    if not progress.procedure.has_step(number):
        raise WrongOrder(f"Prosedur {progress.procedure.short} tidak mempunyai langkah {number}.")
    step = progress.procedure.step(number)
    if progress.current is None:
        raise CaseClosed(
            f"Perkara ini sudah ditutup ({progress.ended_label}), "
            f"sehingga {step.name} tidak dapat dikerjakan lagi."
        )
    if number != progress.current:
        raise WrongOrder(_order_message(progress, step, progress.procedure.step(progress.current)))
    return step


def _role_among(step: Step, allowed: Sequence[Role], roles: Collection[Role]) -> Role:
    role = next((role for role in allowed if role in roles), None)
    if role is None:
        held = name_roles(sorted(roles)) or "tanpa peran dalam prosedur"
        raise WrongActor(
            f"{_capital(step.name)} adalah giliran {name_roles(allowed)}. "
            f"Anda masuk sebagai {held}."
        )
    return role


def _order_message(progress: Progress, step: Step, current: Step) -> str:
    if progress.state(step.number).status is StepStatus.DONE:
        return (
            f"{_capital(step.name)} sudah selesai. Sekarang {current.name}, giliran {current.turn}."
        )
    return (
        f"{_capital(step.name)} belum dapat dimulai: "
        f"menunggu {current.name}, giliran {current.turn}."
    )


def _missing_message(step: Step, missing: Sequence[str]) -> str:
    return f"{_capital(step.name)} belum dapat diselesaikan. Lengkapi dahulu: {'; '.join(missing)}."


def _return_message(step: Step) -> str:
    if not step.returns:
        return f"{_capital(step.name)} tidak dapat mengembalikan perkara."
    targets = ", ".join(str(number) for number in step.returns)
    return (
        f"Dari {step.name} perkara hanya dapat dikembalikan ke langkah {targets}. Pilih salah satu."
    )


def _reason(text: str, act: str) -> str:
    reason = text.strip()
    if len(reason) < REASON_LENGTH:
        raise ReasonMissing(
            f"Isi alasan {act}, paling sedikit {REASON_LENGTH} karakter, "
            "agar pelaksana berikutnya tahu apa yang harus diperbaiki.",
            field="reason",
        )
    return reason


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
