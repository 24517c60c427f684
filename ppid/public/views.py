"""The public register on screen: front, list, one entry, what opened, what ends."""

from collections.abc import Callable
from datetime import date

from flask import Flask, Response, abort, request, url_for

from ppid import clock
from ppid.public import catalogue_views, data_views, preparing, review_views, site_views
from ppid.public.answers import show
from ppid.public.blueprint import bp
from ppid.public.entry_page import read_entry_page
from ppid.public.filters import PublicFilters, read_filters
from ppid.public.how_to import read_how_to
from ppid.public.kept_pages import kept_ready
from ppid.public.list_page import PublicListPage
from ppid.public.queries import PAGE, PublicRegister
from ppid.public.records import PublicRecord
from ppid.public.series import Shown
from ppid.web.days import DayConverter, asked_day
from ppid.web.faces import offer_face
from ppid.web.guard import public
from ppid.web.htmx import see_other

__all__ = ["data_views", "init_app", "site_views"]

FEW = 5
Series = Callable[[int], tuple[list[PublicRecord], int]]


@kept_ready
def show_front() -> Response:
    """Search first, then figures, what was opened and what ends; how to ask for information."""
    register = PublicRegister(clock.today())
    return show(
        "public/front.html",
        found=_page_of(register, PublicFilters(), 1, url_for("public.list_entries")),
        total=register.count(),
        opened=register.opened(1, FEW)[0],
        ending=register.ending(1, FEW)[0],
        how_to=read_how_to(),
    )


@bp.get("/dik")
@public
@kept_ready
def list_entries() -> Response:
    """The list, searched and filtered."""
    return _show_list(clock.today(), url_for("public.list_entries"))


@bp.get("/per/<date:day>")
@public
@kept_ready
def list_entries_on(day: date) -> Response:
    """The list as it stood on a day; the future is not known."""
    if day > clock.today():
        abort(404)
    return _show_list(day, url_for("public.list_entries_on", day=day))


@bp.get("/per")
@public
def ask_day() -> Response:
    """The day of the form leads to its own stable address."""
    return see_other(url_for("public.list_entries_on", day=asked_day()))


@bp.get("/dik/<string:number>")
@public
@kept_ready
def show_entry(number: str) -> Response:
    """One entry in its public wording."""
    return _show_entry(number, clock.today())


@bp.get("/per/<date:day>/<string:number>")
@public
@kept_ready
def show_entry_on(day: date, number: str) -> Response:
    """One entry as it stood on a day."""
    return _show_entry(number, day) if day <= clock.today() else abort(404)


@bp.get("/baru-dibuka")
@public
@kept_ready
def list_opened() -> Response:
    """What is open, the latest first."""
    return _show_series("public/opened.html", PublicRegister(clock.today()).opened)


@bp.get("/akan-berakhir")
@public
@kept_ready
def list_ending() -> Response:
    """What opens soon by law, the nearest first."""
    return _show_series("public/ending.html", PublicRegister(clock.today()).ending)


@bp.get("/tentang")
@public
@kept_ready
def tell_how_to() -> Response:
    """How to ask for information and how to object, in the office's own words."""
    return show("public/how_to.html", how_to=read_how_to())


def _show_list(on: date, path: str) -> Response:
    page = _page_of(PublicRegister(on), read_filters(request.args), _asked_page(), path)
    is_today = on == clock.today()
    return show("public/list.html", "public/_results.html", found=page, is_today=is_today)


def _page_of(
    register: PublicRegister, filters: PublicFilters, page: int, path: str
) -> PublicListPage:
    listing = register.narrow(filters, page)
    return PublicListPage(path, filters, listing, register.on, register.members.tree)


def _show_entry(number: str, on: date) -> Response:
    record = PublicRegister(on).find(number) or abort(404)
    seen = read_entry_page(record, on)
    return show("public/entry.html", seen=seen, record=record, is_today=on == clock.today())


def _show_series(template: str, read: Series) -> Response:
    number = max(1, _asked_page())
    records, total = read(number)
    last_page = max(1, -(-total // PAGE))
    series = Shown(records, total, min(number, last_page), last_page, clock.today(), request.path)
    return show(template, series=series)


def _asked_page() -> int:
    return request.args.get("halaman", 1, type=int)


def init_app(app: Flask) -> None:
    """Add the public pages; the front door shows them to whoever has not signed in."""
    app.url_map.converters["date"] = DayConverter
    app.register_blueprint(bp)
    offer_face(app, "home.show_front", show_front)
    preparing.init_app(app)
    catalogue_views.init_app(app)
    review_views.init_app(app)
