"""Procedures: the versions kept, the SOP sheet, the office's own versions and time norms."""

import json
from collections.abc import Mapping

from flask import Blueprint, Response, abort, flash, make_response, request, url_for

from ppid.accounts.access import may, person
from ppid.accounts.permissions import Permission
from ppid.cases.forms import ProcedureForm
from ppid.cases.procedure_actions import add_procedure, retire_procedure, set_norms
from ppid.cases.procedure_queries import (
    KeptProcedure,
    get_procedure,
    list_procedures,
    newest_version,
)
from ppid.errors import Refused
from ppid.web.guard import requires, signed_in
from ppid.web.htmx import render, see_other
from ppid.workflow.document import dump
from ppid.workflow.matrix import Part, matrix

bp = Blueprint("procedures", __name__, url_prefix="/prosedur")


@bp.get("/", endpoint="list_procedures")
@signed_in
def show_list() -> Response:
    """Every version kept, newest first."""
    return render(
        "procedures/list_procedures.html",
        procedures=list_procedures(),
        may_manage=may(Permission.MANAGE_PROCEDURES),
    )


@bp.route("/baru", methods=["GET", "POST"], endpoint="add_procedure")
@requires(Permission.MANAGE_PROCEDURES)
def add_version() -> Response:
    """Keep the procedure of a JSON document."""
    form = ProcedureForm()
    if form.validate_on_submit():
        try:
            added = add_procedure(person(), text=form.text())
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(f"{added.short} versi {added.version} tersimpan.", "success")
            return see_other(_address(added.code, added.version))
    return render(
        "procedures/add_procedure.html", form=form, status=422 if form.is_submitted() else 200
    )


@bp.get("/<string:code>/<int:version>")
@signed_in
def show_procedure(code: str, version: int) -> Response:
    """The SOP sheet."""
    return _sheet(_found(code, version))


@bp.get("/<string:code>/<int:version>.json")
@signed_in
def fetch_procedure(code: str, version: int) -> Response:
    """The version as a document, to be changed and brought back."""
    kept = _found(code, version)
    text = json.dumps(dump(kept.procedure), ensure_ascii=False, indent=2)
    response = make_response(text + "\n")
    response.mimetype = "application/json"
    name = f"{code}-v{version}.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@bp.post("/<string:code>/<int:version>/waktu-baku")
@requires(Permission.MANAGE_PROCEDURES)
def change_norms(code: str, version: int) -> Response:
    """Keep a next version with the office's time norms."""
    kept = _found(code, version)
    try:
        norms = _read_norms(request.form, kept)
        revised = set_norms(person(), code=code, version=version, norms=norms)
    except Refused as refusal:
        return _sheet(kept, refusal, status=422)
    flash(
        f"Waktu baku tersimpan sebagai versi {revised.version}. Perkara yang sedang berjalan tetap "
        "memakai versi yang lama.",
        "success",
    )
    return see_other(_address(code, revised.version))


@bp.post("/<string:code>/<int:version>/pemakaian")
@requires(Permission.MANAGE_PROCEDURES)
def change_use(code: str, version: int) -> Response:
    """Stop or resume using a procedure for new cases."""
    _found(code, version)
    retired = request.form.get("pakai") == "tidak"
    retire_procedure(person(), code=code, retired=retired)
    flash(
        "Prosedur dihentikan untuk perkara baru." if retired else "Prosedur dipakai lagi.",
        "success",
    )
    return see_other(_address(code, version))


def _sheet(kept: KeptProcedure, refusal: Refused | None = None, status: int = 200) -> Response:
    procedure = kept.procedure
    return render(
        "procedures/show_procedure.html",
        kept=kept,
        procedure=procedure,
        rows=matrix(procedure),
        parts=Part,
        newest=newest_version(procedure.code) == procedure.version,
        may_manage=may(Permission.MANAGE_PROCEDURES),
        refusal=refusal,
        typed=request.form,
        status=status,
    )


def _read_norms(sent: Mapping[str, str], kept: KeptProcedure) -> dict[int, int | None]:
    norms: dict[int, int | None] = {}
    for step in kept.procedure.steps:
        text = sent.get(f"langkah-{step.number}", "").strip()
        if text and not (text.isdecimal() and 1 <= int(text) <= 250):
            raise Refused(
                f"Langkah {step.number}: isi waktu baku dengan bilangan 1 sampai 250 hari kerja, "
                "atau kosongkan.",
                f"langkah-{step.number}",
            )
        norms[step.number] = int(text) if text else None
    return norms


def _found(code: str, version: int) -> KeptProcedure:
    kept = get_procedure(code, version)
    if kept is None:
        abort(404)
    return kept


def _address(code: str, version: int) -> str:
    return url_for("procedures.show_procedure", code=code, version=version)
