"""What the program says when the answer is no."""


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """A request that the law, the procedure or the form does not allow.

    ``message`` is Indonesian and tells how to mend it;
    ``field`` names the form field, if one is meant.
    """

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
