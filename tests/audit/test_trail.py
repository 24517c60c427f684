"""The audit trail is written with what it tells of, and read by those who may."""

from collections.abc import Callable

import pytest
from flask import Flask

from ppid.accounts.models import User
from ppid.audit.actions import CommandLine, Subject, diff, record
from ppid.audit.models import AuditRecord
from ppid.audit.queries import list_traces
from ppid.db import database
from ppid.workflow.roles import Role
from tests.page_client import PageClient


def test_a_record_outside_a_transaction_is_a_mistake(app: Flask) -> None:
    with pytest.raises(RuntimeError):
        record(CommandLine(), "x", "x", subjects=[])


def test_a_record_goes_with_the_transaction_that_fails(app: Flask) -> None:
    def fail() -> None:
        with database.atomic():
            record(CommandLine(), "x", "x", subjects=[Subject("entry", 1, "DIK-0001")])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert AuditRecord.select().count() == 0


def test_only_fields_that_differ_are_told() -> None:
    changes = diff({"a": 1, "b": 2}, {"a": 1, "b": 3, "c": 4})

    assert [change["field"] for change in changes] == ["b", "c"]


def write(kind: str, label: str, actor: object = None) -> None:
    with database.atomic():
        change = {"field": "judul", "before": "lama rahasia", "after": "baru"}
        subject = Subject(kind, 7, label)
        record(
            actor or CommandLine(), "v", f"Mengubah {label}", subjects=[subject], changes=[change]
        )


def test_the_trail_of_one_thing_holds_nothing_else(app: Flask) -> None:
    write("entry", "DIK-0007")
    write("user", "orang")

    found = list_traces(kind="entry", subject_id=7)
    assert [trace.summary for trace in found.traces] == ["Mengubah DIK-0007"]


def test_the_officer_reads_the_trail_of_an_entry_before_and_after(
    officer: User, sign_in: Callable[[User], PageClient]
) -> None:
    write("entry", "DIK-0007")

    page = sign_in(officer).get("/jejak/entri/7").text
    assert "lama rahasia" in page
    assert "DIK-0007" in page


def test_the_trail_of_one_person_is_found_by_name(
    officer: User, sign_in: Callable[[User], PageClient]
) -> None:
    write("entry", "DIK-0007", officer)
    write("entry", "DIK-0008")

    page = sign_in(officer).get("/jejak/?oleh=ppid").text
    assert "Mengubah DIK-0007" in page
    assert "Mengubah DIK-0008" not in page


def test_the_admin_sees_that_a_case_was_written_but_not_what(
    make_user: Callable[..., User], sign_in: Callable[[User], PageClient]
) -> None:
    write("case", "P-2026-001")

    page = sign_in(make_user("admin", Role.ADMIN)).get("/jejak/").text
    assert "Mengubah P-2026-001" in page
    assert "lama rahasia" not in page


def test_the_desk_may_not_read_the_trail(
    make_user: Callable[..., User], sign_in: Callable[[User], PageClient]
) -> None:
    sign_in(make_user("meja", Role.DESK)).get("/jejak/", status=403)


def test_a_long_trail_is_paged(officer: User, sign_in: Callable[[User], PageClient]) -> None:
    for number in range(55):
        write("entry", f"DIK-{number:04}")

    client = sign_in(officer)
    assert "halaman 1 dari 2" in client.get("/jejak/").text
    assert "DIK-0000" in client.get("/jejak/?halaman=2").text
