"""What a determination is about, as it begins; the officer may write it otherwise."""

from ppid.accounts.queries import unit_name
from ppid.cases.kinds.context import StepContext
from ppid.workflow.procedure import Subject

_ABOUT = {
    Subject.CHANGE: "Pengubahan Klasifikasi Informasi yang Dikecualikan",
    Subject.INITIAL: "Klasifikasi Informasi yang Dikecualikan",
    Subject.OPENING: "Pembukaan Informasi yang Dikecualikan",
}


def about(context: StepContext) -> str:
    """Tentang: the act and the units that hold the entries."""
    units = dict.fromkeys(entry.unit_name for entry in context.entries)
    named = unit_name(context.case.unit_id) if len(units) > 1 else next(iter(units))
    return f"{_ABOUT[context.procedure.subject]} pada {named or ' dan '.join(units)}"
