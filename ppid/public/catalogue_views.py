"""The catalogue of legal bases as the public reads it: how often each is relied upon in public."""

from flask import Flask, Response, abort, request, url_for

from ppid import clock
from ppid.law.grounds import Ground, ground_name, ground_text
from ppid.legal_bases import queries
from ppid.legal_bases.blueprint import find_regulation
from ppid.legal_bases.force import force_on
from ppid.public.answers import show
from ppid.public.kept_pages import kept_ready
from ppid.public.provision_uses import count_uses
from ppid.public.queries import PublicRegister
from ppid.web.faces import offer_face
from ppid.web.htmx import see_other


def list_regulations() -> Response:
    """The regulations by rank with the number of public entries that rest on each."""
    text, kind = request.args.get("q", "").strip(), request.args.get("jenis", "")
    today = clock.today()
    lines = queries.list_regulations(on=today, text=text, kind=kind)
    counts = PublicRegister(today).count_by_regulation(line.regulation.code for line in lines)
    return show(
        "public/regulations.html",
        lines=lines,
        counts=counts,
        kinds=queries.count_by_kind(),
        text=text,
        kind=kind,
    )


def show_regulation(code: str) -> Response:
    """One regulation: status, what became of it, its provisions in plain words."""
    regulation = find_regulation(code)
    changes = queries.list_changes(regulation)
    provisions = [row for row in queries.list_provisions(regulation) if not row.withdrawn_at]
    today = clock.today()
    return show(
        "public/regulation.html",
        regulation=regulation,
        force=force_on(regulation, changes, today),
        provisions=provisions,
        counts=count_uses([row.id for row in provisions], today),
        total=PublicRegister(today).count_by_regulation([code])[code],
    )


def show_provision(code: str, provision_id: int) -> Response:
    """One provision: plain words, period, proper and improper use."""
    provision = queries.get_provision(provision_id)
    if provision is None or provision.regulation.code != code:
        abort(404)
    regulation = provision.regulation
    today = clock.today()
    return show(
        "public/provision.html",
        provision=provision,
        regulation=regulation,
        force=force_on(regulation, queries.list_changes(regulation), today),
        count=count_uses([provision.id], today).get(provision.id, 0),
    )


def find_provision(provision_id: int) -> Response:
    """The page of a provision known only by its number."""
    provision = queries.get_provision(provision_id) or abort(404)
    code = provision.regulation.code
    return see_other(url_for("legal_bases.show_provision", code=code, provision_id=provision_id))


def list_grounds() -> Response:
    """The ten grounds of Pasal 17 in plain words, each with how often it is relied upon."""
    grounds = [(ground, ground_name(ground), ground_text(ground)) for ground in Ground]
    counts = PublicRegister(clock.today()).count_by_ground()
    return show("public/grounds.html", grounds=grounds, counts=counts)


def show_ground(huruf: str) -> Response:
    """One ground: what it means, and its provisions."""
    if huruf not in list(Ground):
        abort(404)
    ground, today = Ground(huruf), clock.today()
    provisions = queries.list_by_ground(huruf)
    return show(
        "public/ground.html",
        ground=ground,
        name=ground_name(ground),
        words=ground_text(ground),
        provisions=provisions,
        counts=count_uses([row.id for row in provisions], today),
        total=PublicRegister(today).count_by_ground()[huruf],
    )


def init_app(app: Flask) -> None:
    """Give the catalogue's own addresses their public face."""
    faces = (
        *(list_regulations, show_regulation, show_provision),
        *(find_provision, list_grounds, show_ground),
    )
    for face in faces:
        offer_face(app, f"legal_bases.{face.__name__}", kept_ready(face))
