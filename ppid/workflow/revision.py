"""A next version of a procedure. Running cases keep the version that they began with."""

from collections.abc import Mapping
from dataclasses import replace

from ppid.workflow.checks import check_procedure
from ppid.workflow.procedure import Procedure
from ppid.workflow.refusals import InvalidProcedure


def set_time_norms(procedure: Procedure, norms: Mapping[int, int | None]) -> Procedure:
    """The next version, with the office's own norms by step number, in working days.

    None takes a norm away; steps not named keep theirs. InvalidProcedure for a norm below one day
    or a step that does not exist.
    """
    strangers = [number for number in norms if not procedure.has_step(number)]
    if strangers:
        raise InvalidProcedure(
            f"Prosedur {procedure.short} tidak mempunyai langkah {strangers[0]}."
        )
    steps = tuple(
        replace(step, time_norm=norms.get(step.number, step.time_norm)) for step in procedure.steps
    )
    revised = replace(procedure, version=procedure.version + 1, steps=steps)
    check_procedure(revised)
    return revised
