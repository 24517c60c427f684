"""People from the server's shell."""

from flask import Flask

from ppid.accounts.access import Grant, grants_of
from ppid.accounts.models import Unit, User
from ppid.accounts.passwords import verify_password
from ppid.workflow.roles import Role


def test_a_user_is_added_with_a_role_and_a_password_that_works(app: Flask, unit: Unit) -> None:
    words = ["user", "add", "ppid", "--name", "Contoh PPID", "--role", "officer", "--unit", "prov"]
    result = app.test_cli_runner().invoke(args=words)

    user = User.get(username="ppid")
    assert result.exit_code == 0
    assert grants_of(user.id) == [Grant(Role.OFFICER, unit.id)]
    assert verify_password(result.output.rsplit(": ", 1)[1].strip(), user.password_hash)
    assert user.must_change_password


def test_an_unknown_unit_is_named_and_nobody_is_added(app: Flask) -> None:
    words = ["user", "add", "ppid", "--name", "Contoh", "--role", "officer", "--unit", "tiada"]
    result = app.test_cli_runner().invoke(args=words)

    assert "tiada" in result.output
    assert User.select().count() == 0


def test_units_are_added_as_a_tree(app: Flask) -> None:
    runner = app.test_cli_runner()
    runner.invoke(args=["unit", "add", "prov", "--name", "Provinsi Contoh"])
    runner.invoke(args=["unit", "add", "din", "--name", "Dinas Contoh", "--parent", "prov"])

    assert "  din: Dinas Contoh" in runner.invoke(args=["unit", "list"]).output


def test_users_are_listed_granted_and_closed(app: Flask) -> None:
    runner = app.test_cli_runner()
    runner.invoke(args=["user", "add", "satu", "--name", "Contoh Satu", "--role", "desk"])
    runner.invoke(args=["user", "grant", "satu", "steering"])
    runner.invoke(args=["user", "disable", "satu"])

    assert "[ditutup]" in runner.invoke(args=["user", "list"]).output
    assert "Pengarah" in runner.invoke(args=["user", "list"]).output
