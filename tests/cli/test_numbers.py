"""``flask numbers check``: silent about nothing."""

from datetime import date

from flask import Flask

from ppid.audit.actions import CommandLine
from ppid.db import database
from ppid.office.number_actions import explain_hole
from ppid.office.number_kinds import number_kind
from ppid.office.numbering import Taken, note_number

CLERK = CommandLine()


def leave_a_hole() -> None:
    with database.atomic():
        note_number(CLERK, "laporan", date(2025, 3, 1), Taken(4, "4/LAP/2025"))


def test_holes_are_listed_with_exit_code_1(app: Flask) -> None:
    leave_a_hole()

    answer = app.test_cli_runner().invoke(args=["numbers", "check"])

    assert answer.exit_code == 1
    assert "Laporan pengubahan, tahun 2025: nomor 1–3 tidak ada dan belum dijelaskan." in (
        answer.output
    )


def test_explained_holes_are_no_fault(app: Flask) -> None:
    leave_a_hole()
    kind = number_kind("laporan")
    explain_hole(CLERK, kind, 2025, first=1, last=3, reason="Dibuat sebelum register ini.")

    answer = app.test_cli_runner().invoke(args=["numbers", "check"])

    assert (answer.exit_code, answer.output[:20]) == (0, "Semua nomor beruruta")


def test_the_demo_has_no_hole(demo: Flask) -> None:
    assert demo.test_cli_runner().invoke(args=["numbers", "check"]).exit_code == 0
