"""The way from the register to cases, which stand above it: who holds an entry, how to open one."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from flask import Flask, current_app, g, url_for

from ppid import clock
from ppid.law.standing_kinds import CLOSED_KINDS
from ppid.register.bit_sets import EMPTY
from ppid.register.list_filters import FacetKey
from ppid.register.list_snapshot import get_snapshot
from ppid.register.models import Entry
from ppid.register.worklist import CASE_HOLDS
from ppid.workflow.procedure import Procedure, Step, Subject


class RunnableProcedure(Protocol):
    """A kept procedure; with ``unknown_steps`` no case can be opened under it."""

    @property
    def procedure(self) -> Procedure:
        """The procedure itself."""

    @property
    def unknown_steps(self) -> Sequence[Step]:
        """Steps that the program cannot run."""


@dataclass(frozen=True)
class Cases:
    """How cases answer: entry → number of the open case that holds it, and the procedures kept."""

    holding: Callable[[Collection[int]], dict[int, str]]
    procedures: Callable[[], Sequence[RunnableProcedure]]


def init_app(app: Flask) -> None:
    """Give templates the address that opens a case."""
    app.add_template_global(open_case_url)
    app.add_template_global(list_changeable)
    app.add_template_global(procedure_for)


def offer_cases(
    app: Flask,
    holding: Callable[[Collection[int]], dict[int, str]],
    procedures: Callable[[], Sequence[RunnableProcedure]],
) -> None:
    """Let cases tell which entries they hold, and under which procedures they are opened."""
    app.extensions["entry_cases"] = Cases(holding, procedures)


def cases_holding(entry_ids: Collection[int]) -> dict[int, str]:
    """The number of the open case of each entry that is under review."""
    return _cases().holding(entry_ids)


def procedure_for(act: str) -> str:
    """The code of the procedure that ends in this act; empty when none can be run."""
    if "procedure_codes" not in g:
        runnable = [kept.procedure for kept in _cases().procedures() if not kept.unknown_steps]
        g.procedure_codes = {each.subject: each.code for each in reversed(runnable)}
    return str(g.procedure_codes.get(Subject(act), ""))


def open_case_url(act: str, numbers: Sequence[str], title: str = "") -> str:
    """The page that opens a case for these entries, with procedure and title filled in."""
    told: dict[str, Any] = {"procedure": procedure_for(act), "title": title}
    filled = {name: value for name, value in told.items() if value}
    return url_for("cases.open_case", entri=list(numbers)[:CASE_HOLDS], **filled)


def list_changeable(numbers: Sequence[str]) -> list[str]:
    """Of these entries those that are closed today and that no open case holds, in order."""
    snapshot = get_snapshot(clock.today())
    closed = EMPTY
    for kind in CLOSED_KINDS:
        closed |= snapshot.having(FacetKey.STANDING, kind.value)
    rows = Entry.select(Entry.id, Entry.number).where(Entry.number.in_(list(numbers)))
    ids = {row.number: row.id for row in rows if closed >> row.id & 1}
    held = cases_holding(list(ids.values()))
    return [each for each in dict.fromkeys(numbers) if each in ids and ids[each] not in held]


def _cases() -> Cases:
    """The answers of cases; without them nothing is under review and nothing can be opened."""
    nothing = Cases(holding=lambda _ids: {}, procedures=lambda: ())
    offered = current_app.extensions.get("entry_cases", nothing)
    assert isinstance(offered, Cases)  # noqa: S101 - narrows the type of an extension
    return offered
