"""Lists of rows in a form."""

from collections.abc import Sequence
from typing import Any

from wtforms import FieldList


class RowList(FieldList):  # type: ignore[misc]  # the library carries no types
    """Rows whose faults count whenever they are found, also after the form was validated.

    The library collects them once; a refusal of the law comes later and must reach the summary.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as the library has it
        super().__init__(*args, **kwargs)
        self.type = "FieldList"  # templates know it by the library's name

    @property
    def errors(self) -> list[Any]:
        """What is wrong in each row; empty when nothing is."""
        found = [row.errors for row in self.entries]
        return found if any(found) else []

    @errors.setter
    def errors(self, _found: Sequence[Any]) -> None:
        """What the library collected is said by the rows themselves."""
