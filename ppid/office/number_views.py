"""Numbers on screen: how each kind is numbered, what was taken, what was passed over and why."""

from typing import TYPE_CHECKING, Any

from flask import Response, abort, flash, request, url_for

from ppid import clock
from ppid.accounts.access import person
from ppid.accounts.permissions import Permission
from ppid.errors import Refused
from ppid.office import number_actions, number_queries
from ppid.office.blueprint import bp
from ppid.office.number_forms import RuleForm, SkipForm
from ppid.office.number_kinds import EVERY_YEAR, KINDS, NumberKind
from ppid.office.number_patterns import pattern_faults, write_number
from ppid.office.numbering import last_number, series_year
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other

if TYPE_CHECKING:
    from ppid.office.models import TakenNumber

YEARS = range(1945, 2201)


@bp.get("/nomor/")
@requires(Permission.MANAGE_OFFICE)
def list_numbers() -> Response:
    """Every kind with its pattern, an example and what is wrong with its series."""
    kinds = number_queries.list_kinds(clock.today())
    return render("office/numbers.html", kinds=kinds, tell_year=number_queries.tell_year)


@bp.route("/nomor/<string:kind>", methods=["GET", "POST"])
@requires(Permission.MANAGE_OFFICE)
def edit_number(kind: str) -> Response:
    """How a kind is numbered; with ``lihat`` only an example of what is typed."""
    known = _kind(kind)
    if known.fixed:
        abort(404)
    form = RuleForm.of(known)
    wanted = form.validate_on_submit() and "lihat" not in request.form
    if wanted and _saved(known, form):
        flash(f"Nomor {known.label} tersimpan.", "success")
        return see_other(url_for("office.list_numbers"))
    return render(
        "office/number_rule.html",
        "office/_number_example.html",
        kind=known,
        form=form,
        example=_example(known, form.pattern.data or ""),
        years=number_queries.years_of(known),
        status=422 if form.errors else 200,
    )


@bp.get("/nomor/<string:kind>/<int:year>")
@requires(Permission.MANAGE_OFFICE)
def show_series(kind: str, year: int) -> Response:
    """The numbers taken in a year, those passed over, and the holes."""
    form = SkipForm(formdata=None, first=last_number(kind, year) + 1)
    return _series_page(_kind(kind, year), year, form)


@bp.post("/nomor/<string:kind>/<int:year>/lewati")
@requires(Permission.MANAGE_OFFICE)
def skip_numbers(kind: str, year: int) -> Response:
    """Ask first, then pass over the next free numbers."""
    known, form = _kind(kind, year), SkipForm()
    if not form.validate():
        return _series_page(known, year, form)
    span = {"first": form.first.data, "last": form.last.data, "reason": form.reason.data}
    try:
        number_actions.check_skip(known, year, **span)
        if request.form.get("pasti") != "ya":
            return render("office/number_skip.html", kind=known, year=year, form=form, **span)
        number_actions.skip_numbers(person(), known, year, **span)
    except Refused as refusal:
        form.refuse(refusal)
        return _series_page(known, year, form)
    flash(f"Nomor {span['first']} sampai {span['last']} dilewati.", "success")
    return see_other(url_for("office.show_series", kind=kind, year=year))


@bp.post("/nomor/<string:kind>/<int:year>/jelaskan")
@requires(Permission.MANAGE_OFFICE)
def explain_numbers(kind: str, year: int) -> Response:
    """Say why numbers are missing that nobody has explained yet."""
    known, form = _kind(kind, year), SkipForm()
    if not form.validate():
        raise Refused("Isi mengapa nomor itu tidak ada dalam register ini.", "reason")
    number_actions.explain_hole(
        person(),
        known,
        year,
        first=form.first.data,
        last=form.last.data,
        reason=form.reason.data,
    )
    flash("Penjelasan tersimpan.", "success")
    return see_other(url_for("office.show_series", kind=kind, year=year))


def _saved(kind: NumberKind, form: RuleForm) -> bool:
    try:
        number_actions.save_rule(person(), kind, pattern=form.pattern.data, mode=form.chosen)
    except Refused as refusal:
        form.refuse(refusal)
        return False
    return True


def _series_page(kind: NumberKind, year: int, form: SkipForm) -> Response:
    page = max(1, request.args.get("halaman", 1, type=int))
    return render(
        "office/number_series.html",
        series=number_queries.read_series(kind, year, page),
        form=form,
        address_of=address_of,
        tell_year=number_queries.tell_year,
        status=422 if form.errors or form.form_errors else 200,
    )


def address_of(row: "TakenNumber") -> str:
    """Where what took a number can be read; empty where nobody said."""
    what, *parts = row.subject.split(":")
    if what == "langkah":
        return url_for("cases.show_step", number=parts[0], step=int(parts[1]))
    if what == "permohonan":
        return url_for("requests.show_request", number=parts[0])
    own: dict[str, tuple[str, dict[str, Any]]] = {
        "penetapan": ("papers.show_determination", {"year": row.year, "number": row.number}),
        "entri": ("register.show_entry", {"number": row.text}),
        "perkara": ("cases.show_case", {"number": row.text}),
        "permohonan": ("requests.show_request", {"number": f"PI-{row.year}-{row.number:03d}"}),
    }
    if row.kind not in own:
        return ""
    endpoint, values = own[row.kind]
    return url_for(endpoint, **values)


def _kind(code: str, year: int | None = None) -> NumberKind:
    kind = KINDS.get(code) or abort(404)
    if year is not None and (year != EVERY_YEAR if not kind.yearly else year not in YEARS):
        abort(404)
    return kind


def _example(kind: NumberKind, pattern: str) -> str:
    if pattern_faults(pattern):
        return ""
    today = clock.today()
    return write_number(pattern, last_number(kind.code, series_year(kind.code, today)) + 1, today)
