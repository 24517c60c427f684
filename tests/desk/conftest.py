"""The demo register with its people, and requests as they come in."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask

from ppid import clock
from ppid.accounts.access import Person, grants_of
from ppid.accounts.models import User
from ppid.desk.answer_actions import approve_refusal, issue_answer, propose_answer
from ppid.desk.drafts import (
    AnswerDraft,
    ApplicantDraft,
    ApplicantKind,
    Channel,
    Delivery,
    ItemAnswer,
    RequestDraft,
    Way,
)
from ppid.desk.events import demand_request
from ppid.desk.request_actions import record_request
from ppid.law.requests import Outcome

NAME = "Contoh Pemohon Uji"


@pytest.fixture
def people(demo: Flask) -> Iterator[Callable[[str], Person]]:
    """The demo's people as actions take them."""
    with demo.app_context():
        yield lambda name: _person(User.get(User.username == name))


def _person(user: User) -> Person:
    return Person(user, grants_of(user.id), 0)


@pytest.fixture
def ask(people: Callable[[str], Person]) -> Callable[..., str]:
    """Record a request received today; returns its code."""

    def make(asked: str = "Rekam medis pasien", entry: str = "", **told: Any) -> str:
        draft = RequestDraft(
            **{
                "received_on": clock.today(),
                "channel": Channel.LETTER,
                "asked": asked,
                "way": Way.COPY,
                "delivery": Delivery.POST,
                "entry_number": entry,
                **told,
            }
        )
        applicant = ApplicantDraft(ApplicantKind.PERSON, NAME, "ktp", "123", "Jalan Uji 1", "0800")
        return record_request(people("meja"), draft=draft, applicant=applicant)

    return make


@pytest.fixture
def propose(people: Callable[[str], Person]) -> Callable[..., None]:
    """Propose an answer: an outcome, with or without its note, for each item in turn."""

    def make(code: str, *said: Outcome | tuple[Outcome, str]) -> None:
        items = demand_request(code).items
        pairs = [each if isinstance(each, tuple) else (each, "") for each in said]
        told = tuple(
            ItemAnswer(item.id, outcome, note)
            for item, (outcome, note) in zip(items, pairs, strict=True)
        )
        propose_answer(people("meja"), code=code, draft=AnswerDraft(told))

    return make


@pytest.fixture
def refuse(
    people: Callable[[str], Person], ask: Callable[..., str], propose: Callable[..., None]
) -> Callable[..., str]:
    """A request refused with approval; returns its code."""

    def make(entry: str = "DIK-0025") -> str:
        code = ask(entry=entry)
        propose(code, Outcome.REFUSED)
        approve_refusal(people("atasan"), code=code)
        issue_answer(people("ppid"), code=code)
        return code

    return make
