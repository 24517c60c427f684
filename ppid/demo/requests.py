"""The demo's requests, in every state; the applicants are plainly invented."""

from datetime import date
from typing import Any

from ppid import clock
from ppid.accounts.models import User
from ppid.audit.actions import Actor
from ppid.demo.files import Record, read_list
from ppid.desk import answer_actions, objection_actions, request_actions
from ppid.desk.drafts import (
    AnswerDraft,
    ApplicantDraft,
    ApplicantKind,
    Channel,
    Delivery,
    ExtensionDraft,
    ItemAnswer,
    ObjectionDraft,
    ObjectionItem,
    ObjectionOutcome,
    RequestDraft,
    Way,
)
from ppid.desk.events import demand_request
from ppid.desk.synonym_actions import load_synonyms
from ppid.law.requests import ExtensionReason, ObjectionGround, Outcome
from ppid.office.queries import work_calendar

DESK, OFFICER, SUPERIOR = "meja", "ppid", "atasan"


def fill_words(actor: Actor) -> None:
    """The demo office's own everyday words."""
    load_synonyms(actor, ((line["everyday"], line["official"]) for line in read_list("synonyms")))


def fill_requests() -> list[str]:
    """Every request of the file, oldest first; users and entries must be there."""
    told = sorted(read_list("requests"), key=lambda record: _day(record, "received_on"))
    replay = _Replay()
    return [replay.play(position, record) for position, record in enumerate(told, 1)]


class _Replay:
    """Does what the demo's people did, on the days on which they did it."""

    def __init__(self) -> None:
        self.people = {user.username: user for user in User.select()}
        self.acts = {
            "propose": self._propose,
            "return": self._return,
            "approve": self._approve,
            "issue": self._issue,
            "extend": self._extend,
            "withdraw": self._withdraw,
            "object": self._object,
            "judge": self._judge,
            "dispute": self._dispute,
        }

    def play(self, position: int, record: Record) -> str:
        """One request, up to where the file leaves it; returns its code."""
        code = request_actions.record_request(
            self.people[DESK], draft=_request(record), applicant=_applicant(position, record)
        )
        for step in record["steps"]:
            self.acts[step["do"]](code, step, _day(step, "on"))
        return code

    def _propose(self, code: str, step: Record, on: date) -> None:
        items = tuple(
            ItemAnswer(item, Outcome(said), note) for item, (said, note) in _pairs(code, step)
        )
        draft = AnswerDraft(items, "dikirim lewat surel", "")
        answer_actions.propose_answer(self.people[DESK], code=code, draft=draft, on=on)

    def _return(self, code: str, step: Record, on: date) -> None:
        actor = self.people[SUPERIOR]
        answer_actions.return_answer(actor, code=code, reason=step["words"], on=on)

    def _approve(self, code: str, _step: Record, on: date) -> None:
        answer_actions.approve_refusal(self.people[SUPERIOR], code=code, on=on)

    def _issue(self, code: str, _step: Record, on: date) -> None:
        answer_actions.issue_answer(self.people[OFFICER], code=code, on=on)

    def _extend(self, code: str, step: Record, on: date) -> None:
        draft = ExtensionDraft(ExtensionReason(step["reason"]), step["words"])
        request_actions.extend_request(self.people[OFFICER], code=code, draft=draft, on=on)

    def _withdraw(self, code: str, step: Record, on: date) -> None:
        actor = self.people[DESK]
        request_actions.withdraw_request(actor, code=code, on=on, reason=step["words"])

    def _object(self, code: str, step: Record, on: date) -> None:
        grounds = tuple(ObjectionGround(each) for each in step["grounds"])
        draft = ObjectionDraft(on, _day(step, "found_on"), grounds, step["words"])
        objection_actions.file_objection(self.people[DESK], code=code, draft=draft)

    def _judge(self, code: str, step: Record, on: date) -> None:
        items = [
            ObjectionItem(item, ObjectionOutcome(said), note)
            for item, (said, note) in _pairs(code, step)
        ]
        actor = self.people[SUPERIOR]
        objection_actions.answer_objection(
            actor, code=code, items=items, reason=step["words"], on=on
        )

    def _dispute(self, code: str, step: Record, on: date) -> None:
        actor = self.people[OFFICER]
        objection_actions.open_dispute(actor, code=code, number=step["number"], on=on)


def _pairs(code: str, step: Record) -> list[tuple[int, list[str]]]:
    ids = [item.id for item in demand_request(code).items]
    return list(zip(ids, step["items"], strict=True))


def _request(record: Record) -> RequestDraft:
    return RequestDraft(
        received_on=_day(record, "received_on"),
        channel=Channel.IN_PERSON,
        asked=record["asked"],
        way=Way.COPY,
        delivery=Delivery.MAIL,
        purpose="Contoh tujuan penggunaan",
        entry_number=record.get("entry", ""),
        wants_test=record.get("wants_test", False),
    )


def _applicant(position: int, record: Record) -> ApplicantDraft:
    return ApplicantDraft(
        kind=ApplicantKind(record.get("kind", "perorangan")),
        name=f"Contoh Pemohon {position}",
        identity_kind="ktp",
        identity_number=f"0000000000000{position:03d}",
        address=f"Jalan Contoh Nomor {position}, Kota Contoh",
        contact=f"pemohon{position}@contoh.example",
    )


def _day(record: Record, name: str) -> date:
    """A day of the file: written out, or so many working days before today."""
    ago: dict[str, Any] = {"received_on": "workdays_ago", "on": "ago", "found_on": "found_ago"}
    if written := record.get(name):
        return date.fromisoformat(written)
    return work_calendar().before(clock.today(), record[ago[name]])
