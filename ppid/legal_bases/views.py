"""The catalogue on screen, for reading."""

from flask import Flask, Response, abort, request, url_for

from ppid import clock
from ppid.accounts.access import may
from ppid.accounts.permissions import Permission
from ppid.audit.labels import name_fields
from ppid.law.grounds import Ground, ground_name, ground_text
from ppid.legal_bases import editing_views as editing_views  # noqa: PLC0414 - adds its routes
from ppid.legal_bases import queries
from ppid.legal_bases.blueprint import bp, find_regulation
from ppid.legal_bases.force import force_on
from ppid.legal_bases.forms import ChangeForm
from ppid.legal_bases.picking import find_provisions
from ppid.legal_bases.signals import uses
from ppid.legal_bases.succession import read_outlook, say_on
from ppid.web.days import asked_day
from ppid.web.faces import public_face
from ppid.web.htmx import render, see_other
from ppid.web.navigation import NavItem, add_nav_item

FIELD_LABELS = {
    "number": "Nomor",
    "year": "Tahun",
    "enacted_on": "Ditetapkan",
    "promulgated_on": "Diundangkan",
    "effective_on": "Mulai berlaku",
    "gazette": "Lembaran",
    "confidence": "Keyakinan",
    "source_note": "Catatan sumber",
    "cite": "Ketentuan",
    "ground": "Huruf Pasal 17",
    "max_period": "Jangka waktu menurut ketentuan",
    "period_source": "Sumber jangka waktu",
    "proper_use": "Pemakaian yang tepat",
    "improper_use": "Pemakaian yang keliru",
    "note": "Catatan",
    "reviewed_on": "Ditinjau",
    "by": "Oleh",
}


@bp.get("/")
@public_face(Permission.READ_REGISTER)
def list_regulations() -> Response:
    """The regulations by rank, with what was searched; a provision typed is found too."""
    text, kind = request.args.get("q", "").strip(), request.args.get("jenis", "")
    return render(
        "legal_bases/regulations.html",
        "legal_bases/_regulation_list.html",
        lines=queries.list_regulations(on=clock.today(), text=text, kind=kind),
        hits=find_provisions(text) if text else [],
        kinds=queries.count_by_kind(),
        text=text,
        kind=kind,
        may_edit=may(Permission.EDIT_LEGAL_BASES),
    )


@bp.get("/ketentuan/<int:provision_id>")
@public_face(Permission.READ_REGISTER)
def find_provision(provision_id: int) -> Response:
    """The page of a provision known only by its number."""
    provision = queries.get_provision(provision_id) or abort(404)
    code = provision.regulation.code
    return see_other(url_for("legal_bases.show_provision", code=code, provision_id=provision_id))


@bp.get("/pasal-17/")
@public_face(Permission.READ_REGISTER)
def list_grounds() -> Response:
    """The ten grounds of Pasal 17, in plain words."""
    grounds = [(ground, ground_name(ground), ground_text(ground)) for ground in Ground]
    return render("legal_bases/grounds.html", grounds=grounds)


@bp.get("/pasal-17/<string:huruf>")
@public_face(Permission.READ_REGISTER)
def show_ground(huruf: str) -> Response:
    """One ground: what it means, its provisions, how often each is relied upon."""
    if huruf not in list(Ground):
        abort(404)
    ground = Ground(huruf)
    provisions = queries.list_by_ground(huruf)
    return render(
        "legal_bases/ground.html",
        ground=ground,
        name=ground_name(ground),
        words=ground_text(ground),
        provisions=provisions,
        counts=uses().count([row.id for row in provisions]),
    )


@bp.get("/<string:code>")
@public_face(Permission.READ_REGISTER)
def show_regulation(code: str) -> Response:
    """One regulation: status, changes, provisions, entries that rest on it."""
    regulation = find_regulation(code)
    provisions = queries.list_provisions(regulation)
    changes = queries.list_changes(regulation)
    ids = [row.id for row in provisions]
    counts = uses().count(ids)
    return render(
        "legal_bases/regulation.html",
        outlook=read_outlook(regulation, changes, provisions, counts, clock.today()),
        asked=asked_day(),
        answer=say_on(regulation, changes, asked_day()),
        may_open_case=may(Permission.OPEN_CASE),
        regulation=regulation,
        force=force_on(regulation, changes, clock.today()),
        changes=changes,
        caused=queries.list_caused(regulation),
        provisions=provisions,
        counts=counts,
        resting=uses().resting(ids),
        change_form=ChangeForm(formdata=None),
        may_edit=may(Permission.EDIT_LEGAL_BASES),
    )


@bp.get("/<string:code>/ketentuan/<int:provision_id>")
@public_face(Permission.READ_REGISTER)
def show_provision(code: str, provision_id: int) -> Response:
    """One provision: plain words, period, use, entries that rest on it."""
    provision = queries.get_provision(provision_id)
    if provision is None or provision.regulation.code != code:
        abort(404)
    regulation = provision.regulation
    changes = queries.list_changes(regulation)
    return render(
        "legal_bases/provision.html",
        provision=provision,
        regulation=regulation,
        outlook=read_outlook(regulation, changes, [provision], {provision.id: 1}, clock.today()),
        may_open_case=may(Permission.OPEN_CASE),
        force=force_on(regulation, changes, clock.today()),
        resting=uses().resting([provision.id]),
        may_edit=may(Permission.EDIT_LEGAL_BASES),
    )


def init_app(app: Flask) -> None:
    """Add the pages of this feature."""
    app.register_blueprint(bp)
    item = NavItem(40, "Dasar Hukum", "legal_bases.list_regulations", Permission.READ_REGISTER)
    add_nav_item(app, item)
    name_fields(app, FIELD_LABELS)
