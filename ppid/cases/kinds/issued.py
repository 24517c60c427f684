"""What a determination step issues, by the legal act of its procedure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ppid.cases.kinds.classification_rows import draft_of
from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data
from ppid.cases.kinds.determination_regulations import list_mentions
from ppid.cases.kinds.determination_texts import fill_texts
from ppid.cases.kinds.examined import load_entries
from ppid.cases.kinds.openings import EXPIRY
from ppid.cases.kinds.sources import closing_rows, text_of
from ppid.law.facts import OpeningKind
from ppid.law.grounds import Ground, set_by_head
from ppid.legal_bases.mentions import Mentions
from ppid.register.acts import DeterminationDraft, DeterminationKind, OpeningDraft
from ppid.register.examining import Blocked, refuse_blocked
from ppid.register.issuing import issue_determination, issue_opening
from ppid.register.models import Determination
from ppid.workflow.kinds import StepKindCode
from ppid.workflow.procedure import Subject

WRITTEN = "markdown"
"""Marks a body that holds every word of the paper, in Markdown."""

KINDS_OF = {
    Subject.CHANGE: DeterminationKind.CHANGE,
    Subject.INITIAL: DeterminationKind.INITIAL,
    Subject.OPENING: DeterminationKind.OPENING,
}


@dataclass(frozen=True)
class Issue:
    """A determination about to be issued, on what the earlier steps of its case recorded."""

    context: StepContext
    data: Mapping[str, Any]

    @property
    def kind(self) -> DeterminationKind:
        """The legal act."""
        return KINDS_OF[self.context.procedure.subject]

    @property
    def rows(self) -> list[Data]:
        """What is determined of each entry: new classifications, or what is opened."""
        if self.kind is DeterminationKind.OPENING:
            return list(self.context.data_of(StepKindCode.OPENING).get("rows", ()))
        return closing_rows(self.context)

    @property
    def is_dated(self) -> bool:
        """Whether both days are filled in."""
        return bool(self.data.get("determined_on") and self.data.get("effective_on"))

    @property
    def tested_on(self) -> str:
        """The day of the change sheet or the test, as ISO text; empty when there was none."""
        for kind in (StepKindCode.CHANGE_SHEET, StepKindCode.TEST):
            if day := self.context.data_of(kind).get("tested_on"):
                return str(day)
        return ""

    def act(self) -> DeterminationDraft:
        """The determination as the register takes it; both days must be filled in."""
        sheet = self.context.data_of(StepKindCode.CHANGE_SHEET)
        test = self.context.data_of(StepKindCode.TEST)
        return DeterminationDraft(
            kind=self.kind,
            about=text_of(dict(self.data), "about"),
            determined_on=date.fromisoformat(self.data["determined_on"]),
            effective_on=date.fromisoformat(self.data["effective_on"]),
            place=text_of(dict(self.data), "place"),
            signatory=dict(self.data["signatory"]),
            approval=self._approval(),
            test_sheet_number=text_of(test, "number"),
            change_sheet_number=text_of(sheet, "number"),
            number_text=text_of(dict(self.data), "number_text"),
        )

    def _approval(self) -> dict[str, Any]:
        approval = dict(self.data["approval"])
        return approval if approval.get("name") else {}

    def _body(self) -> dict[str, Any]:
        """Every word of the paper as it is issued: texts changed later never touch it."""
        return {
            **fill_texts(self.context, self.data),
            "in_view_of": list(self.mentions().titles),
            "written": WRITTEN,
            "case": self.context.case.number,
        }

    def mentions(self) -> Mentions:
        """Mengingat."""
        return list_mentions(self.context, self.data, self.rows)

    def stops(self) -> dict[str, list[str]]:
        """What stops it, by the number of the entry; empty when it may be issued."""
        if self.kind is DeterminationKind.OPENING or not self.is_dated:
            return {}
        entries = load_entries(self.rows)
        try:
            refuse_blocked(
                self.act(), {entries[row["entry_id"]]: draft_of(row) for row in self.rows}
            )
        except Blocked as refusal:
            return {number: list(why) for number, why in refusal.blocked.items()}
        return {}

    def set_by_head(self) -> list[str]:
        """The entries whose period the head of the public body sets (PP 61/2010 Pasal 7(5))."""
        return [row["number"] for row in self.rows if any(map(_by_head, row.get("bases", ())))]

    def issue(self) -> Determination:
        """Issue it, inside the transaction that completes the step."""
        act = replace(self.act(), body=self._body())
        if self.kind is DeterminationKind.OPENING:
            return issue_opening(self.context.person, act=act, openings=self._openings())
        items = {row["entry_id"]: draft_of(row) for row in self.rows}
        return issue_determination(self.context.person, act=act, items=items)

    def _openings(self) -> dict[int, OpeningDraft]:
        opening = self.context.data_of(StepKindCode.OPENING)
        return {row["entry_id"]: self._opening(opening, row) for row in self.rows}

    def _opening(self, opening: Data, row: Data) -> OpeningDraft:
        """Expiry opens on its end; all else was recorded as a fact, on paper from now on."""
        day = date.fromisoformat(self.data["effective_on"])
        if opening["ground"] == EXPIRY:
            day = max(day, date.fromisoformat(row["opens_on"]))
            return OpeningDraft(OpeningKind.DETERMINATION, day, "")
        lifted = tuple(row["lifted"]) if row["still_closed"] else ()
        return OpeningDraft(OpeningKind.DETERMINATION, day, "", lifted)


def _by_head(basis: Mapping[str, Any]) -> bool:
    return bool(basis.get("ground")) and set_by_head(Ground(basis["ground"]))
