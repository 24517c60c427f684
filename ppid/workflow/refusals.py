"""The engine's ways of saying no."""

from collections.abc import Sequence

from ppid.errors import Refused


class InvalidProcedure(Refused):
    """A document that is no usable procedure; the message names the step and the mend."""


class WrongActor(Refused):
    """The step is another role's to do."""


class WrongOrder(Refused):
    """The step is not the current one: no step can be skipped, none done twice in a round."""


class CaseClosed(Refused):
    """The case has ended; nothing can be added to it."""


class WrongReturn(Refused):
    """A return or an ending that the procedure does not allow at this step."""


class ReasonMissing(Refused):
    """A "Tidak" without a reason that can be read."""


class RequirementMissing(Refused):
    """The step lacks what it requires; ``missing`` lists it in the words of the form."""

    def __init__(self, message: str, missing: Sequence[str]) -> None:
        super().__init__(message)
        self.missing = tuple(missing)


class BrokenHistoryError(ValueError):
    """Recorded facts that no legal run can have produced: a fault of the record, not of a user."""
