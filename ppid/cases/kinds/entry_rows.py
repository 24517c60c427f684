"""Steps that ask the same of every entry under review: one row each, in the form and in the data.

A row in the data always names its entry in words, so that it reads without the register.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from wtforms import HiddenField

from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data, Formdata, StepKind
from ppid.cases.kinds.freezing import RowForm, freeze
from ppid.cases.reviewed import ReviewedEntry
from ppid.web.forms import Form

Row = TypeVar("Row", bound=Mapping[str, Any])


class EntryRow(RowForm):
    """What is asked of one entry."""

    entry_id = HiddenField()


class EntryStep(StepKind):
    """A step with ``rows``, one for each entry, in the order of the case."""

    def start(self, context: StepContext) -> Data:
        """A row for each entry."""
        return {"rows": [self.start_row(context, entry) for entry in context.entries]}

    def start_row(self, _context: StepContext, entry: ReviewedEntry) -> Data:
        """What the row of an entry holds before anything is typed."""
        return named(entry)

    def read_row(self, _context: StepContext, kept: Data, typed: Data) -> Data:
        """The row after what was typed; ``kept`` is what it held before."""
        return {**kept, **typed}

    def rows(self, context: StepContext, data: Mapping[str, Any]) -> list[Data]:
        """The kept rows, one for each entry of the case; entries without one get a fresh row."""
        kept = by_entry(data)
        return [
            {**self.start_row(context, entry), **kept.get(entry.id, {}), **named(entry)}
            for entry in context.entries
        ]

    def make_form(self, context: StepContext, data: Data, formdata: Formdata | None) -> Form:
        """The form with a row for each entry."""
        return super().make_form(context, {**data, "rows": self.rows(context, data)}, formdata)

    def read(self, context: StepContext, form: Form, data: Data) -> Data:
        """What was typed, laid over what each row holds already."""
        frozen = freeze(form)
        typed = {row["entry_id"]: row for row in frozen["rows"]}
        rows = [
            self.read_row(context, row, _without_id(typed.get(str(row["entry_id"]), {})))
            for row in self.rows(context, data)
        ]
        return {**frozen, "rows": rows}

    def extras(self, context: StepContext, data: Data) -> Mapping[str, Any]:
        """The kept rows by the id of their entry as text, as hidden fields send it."""
        return {"kept_rows": {str(row["entry_id"]): row for row in self.rows(context, data)}}


def named(entry: ReviewedEntry) -> Data:
    """An entry in words."""
    return {"entry_id": entry.id, "number": entry.number, "title": entry.title}


def by_entry(data: Mapping[str, Any]) -> dict[int, Data]:
    """The rows of a step's data by the id of their entry."""
    return {int(row["entry_id"]): dict(row) for row in data.get("rows") or ()}


def before_words(entry: ReviewedEntry) -> Data | None:
    """Semula in words, as it is kept beside what is new; None when nothing was said before."""
    before = entry.before
    if before is None:
        return None
    day = before.determined_on
    return {
        **before.to_dict(),
        "period_words": before.period_words,
        "determination": before.determination,
        "determined_on": day.isoformat() if day else "",
    }


def split_command(command: str) -> tuple[str, list[str]]:
    """``add:12:7`` as its verb and what it is about."""
    verb, *about = command.split(":")
    return verb, about


def change_row(data: Data, entry_id: str, row: Data) -> Data:
    """The data with another row for this entry."""
    rows = [row if str(each["entry_id"]) == entry_id else each for each in data["rows"]]
    return {**data, "rows": rows}


def numbered(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """Each row with the beginning of its fields' names, ``rows-0-``."""
    return ((f"rows-{at}-", row) for at, row in enumerate(rows))


def _without_id(typed: Data) -> Data:
    return {name: value for name, value in typed.items() if name != "entry_id"}
