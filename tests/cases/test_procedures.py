"""Procedures as kept: versions, the sheet, time norms, and what refuses the start."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from ppid import create_app
from ppid.accounts.models import User
from ppid.audit.actions import CommandLine
from ppid.audit.models import AuditRecord
from ppid.cases.models import ProcedureVersion
from ppid.cases.procedure_actions import add_procedure, load_shipped, retire_procedure, set_norms
from ppid.cases.procedure_queries import check_procedures, newest_procedures
from ppid.errors import Refused
from ppid.settings import Settings
from ppid.workflow.refusals import InvalidProcedure
from ppid.workflow.roles import Role
from tests.cases.conftest import SHORT, add_text
from tests.page_client import PageClient

SignIn = Callable[[User], PageClient]


def changed(**step_two: Any) -> dict[str, Any]:
    """The short procedure with another second step."""
    document = copy.deepcopy(SHORT)
    document["steps"][1].update(step_two)
    return document


def test_the_shipped_procedures_are_kept_once(app: Flask) -> None:
    assert {each.code for each in load_shipped(CommandLine())} >= {"sop-7-2021"}
    assert load_shipped(CommandLine()) == []


def test_the_command_keeps_them_and_says_so(app: Flask) -> None:
    runner = app.test_cli_runner()

    assert "SOP 7/2021 versi 1" in runner.invoke(args=["procedures", "load"]).output
    assert "sudah tersimpan" in runner.invoke(args=["procedures", "load"]).output
    assert "sop-7-2021 versi 1: baik" in runner.invoke(args=["procedures", "check"]).output


def test_the_same_code_again_becomes_the_next_version(app: Flask) -> None:
    add_text(SHORT)
    add_text(changed(title="Memberi masukan tertulis"))

    versions = [row.version for row in ProcedureVersion.select().order_by(ProcedureVersion.id)]
    assert versions == [1, 2]
    assert newest_procedures()[0].procedure.step(2).title == "Memberi masukan tertulis"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "bukan JSON yang utuh"),
        (json.dumps(changed(actors=["penghulu"])), "Langkah 2"),
        (json.dumps([1]), "objek"),
    ],
)
def test_an_unfit_document_is_refused_naming_the_step(app: Flask, text: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        add_procedure(CommandLine(), text=text)
    assert ProcedureVersion.select().count() == 0


def test_a_kept_document_that_is_wrong_refuses_the_start_naming_it_and_the_step(
    app: Flask, settings: Settings
) -> None:
    add_text(SHORT)
    row = ProcedureVersion.get()
    row.document = changed(actors=["penghulu"])
    row.save()

    with pytest.raises(InvalidProcedure, match=r"Prosedur ringkas versi 1.*Langkah 2"):
        create_app(settings)


def test_a_sound_register_starts(app: Flask) -> None:
    load_shipped(CommandLine())

    check_procedures()


def test_time_norms_make_a_next_version(app: Flask) -> None:
    add_text(SHORT)

    revised = set_norms(CommandLine(), code="ringkas", version=1, norms={1: 3, 2: None})

    assert (revised.version, revised.step(1).time_norm, revised.step(2).time_norm) == (2, 3, None)
    record = AuditRecord.get(AuditRecord.action == "set-time-norms")
    assert record.changes == [
        {"field": "langkah 1", "before": None, "after": 3},
        {"field": "langkah 2", "before": 5, "after": None},
    ]


def test_norms_are_set_on_the_newest_version_only(app: Flask) -> None:
    add_text(SHORT)
    set_norms(CommandLine(), code="ringkas", version=1, norms={1: 3})

    with pytest.raises(Refused, match="versi yang lebih baru"):
        set_norms(CommandLine(), code="ringkas", version=1, norms={1: 4})


def test_a_retired_procedure_opens_no_new_case(app: Flask) -> None:
    add_text(SHORT)
    retire_procedure(CommandLine(), code="ringkas", retired=True)
    assert newest_procedures() == []

    retire_procedure(CommandLine(), code="ringkas", retired=False)
    assert [kept.procedure.code for kept in newest_procedures()] == ["ringkas"]


def test_the_sheet_shows_identity_bases_matrix_and_slips(
    sign_in: SignIn, officer: User, shipped: None
) -> None:
    page = sign_in(officer).get("/prosedur/sop-7-2021/1").text

    for text in (
        "18 Januari 2021",
        "19721218 199301 1 002",
        "tidak berlaku lagi",
        "belum ditetapkan",
        "PPID Unit Kerja",
        "Stabdar",
        "Disimpan dalam bentuk Hardcopy dan Softcopy",
        "Tidak: kembali ke langkah 6",
    ):
        assert text in page


def test_a_steering_member_reads_the_sheet_but_changes_nothing(
    sign_in: SignIn, make_user: Callable[..., User], shipped: None
) -> None:
    client = sign_in(make_user("pengarah", Role.STEERING))

    assert "Simpan sebagai versi" not in client.get("/prosedur/sop-7-2021/1").text
    client.post("/prosedur/sop-7-2021/1/waktu-baku", {"langkah-1": "3"}, status=403)
    client.get("/prosedur/baru", status=403)


def test_norms_are_set_on_the_page(sign_in: SignIn, officer: User, shipped: None) -> None:
    client = sign_in(officer)

    answer = client.post("/prosedur/sop-7-2021/1/waktu-baku", {"langkah-1": "3"})

    assert answer.location == "/prosedur/sop-7-2021/2"
    assert "3 hari kerja" in client.get(answer.location).text
    assert "Ada versi yang lebih baru" in client.get("/prosedur/sop-7-2021/1").text


def test_a_norm_that_is_no_number_is_told_beside_its_field(
    sign_in: SignIn, officer: User, shipped: None
) -> None:
    sent = {"langkah-2": "tiga"}
    page = sign_in(officer).post("/prosedur/sop-7-2021/1/waktu-baku", sent, status=422).text

    assert 'id="norma-2-galat"' in page
    assert 'value="tiga"' in page


def test_a_version_goes_out_as_a_document_and_comes_back_changed(
    sign_in: SignIn, officer: User, shipped: None
) -> None:
    client = sign_in(officer)
    document = json.loads(client.get("/prosedur/sop-7-2021/1.json").data)
    document["title"] = "Prosedur kantor kami"

    answer = client.post("/prosedur/baru", {"document": json.dumps(document)})

    assert answer.location == "/prosedur/sop-7-2021/2"
    assert "Prosedur kantor kami" in client.get("/prosedur/").text


def test_an_unfit_upload_keeps_what_was_typed(sign_in: SignIn, officer: User) -> None:
    page = sign_in(officer).post("/prosedur/baru", {"document": "{tidak"}, status=422).text

    assert "bukan JSON yang utuh" in page
    assert "{tidak" in page


def test_a_procedure_is_stopped_and_resumed_on_the_page(
    sign_in: SignIn, officer: User, shipped: None
) -> None:
    client = sign_in(officer)

    client.post("/prosedur/sop-7-2021/1/pemakaian", {"pakai": "tidak"})
    assert "dihentikan untuk perkara baru" in client.get("/prosedur/sop-7-2021/1").text
    client.post("/prosedur/sop-7-2021/1/pemakaian", {"pakai": "ya"})
    assert "Hentikan untuk perkara baru" in client.get("/prosedur/sop-7-2021/1").text


def test_a_version_that_is_not_kept_is_not_found(sign_in: SignIn, officer: User) -> None:
    sign_in(officer).get("/prosedur/sop-7-2021/9", status=404)
