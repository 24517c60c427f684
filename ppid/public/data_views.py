"""The open data: files of the whole public register, and the page that tells of them."""

import json
from datetime import date, datetime, time
from xml.etree.ElementTree import Element, SubElement, tostring

from flask import Response, abort, request, url_for

from ppid import clock
from ppid.office.queries import office
from ppid.public import files
from ppid.public.answers import FILE_SECONDS, keep, show, tell
from ppid.public.blueprint import bp
from ppid.public.changes import latest_standings
from ppid.public.dataset import describe_dataset
from ppid.public.fields import FIELDS
from ppid.public.kept_pages import kept_ready
from ppid.public.open_files import ARCHIVE, CSV, JSON, SEMICOLON_CSV, WORKBOOK, open_file
from ppid.public.preparing import give
from ppid.public.published_papers import read_public_paper
from ppid.public.queries import PublicRegister
from ppid.public.site_views import site_root
from ppid.web.days import asked_day
from ppid.web.guard import public

FIRST_DAY = date(2008, 4, 30)  # UU 14/2008 was promulgated on it
FEED_LENGTH = 50


@bp.get("/data-terbuka")
@public
@kept_ready
def tell_data() -> Response:
    """Which files there are, what their columns mean, how to follow changes."""
    return show("public/data.html", fields=FIELDS, today=clock.today())


@bp.get("/dik.csv")
@public
def give_csv() -> Response:
    """The register as a table; ``?pemisah=titik-koma`` for spreadsheets that expect it."""
    semicolon = request.args.get("pemisah") == "titik-koma"
    return give(open_file(SEMICOLON_CSV if semicolon else CSV, clock.today()))


@bp.get("/dik.xlsx")
@public
def give_xlsx() -> Response:
    """The register as a workbook."""
    return give(open_file(WORKBOOK, clock.today()))


@bp.get("/dik.json")
@public
def give_json() -> Response:
    """The register as JSON; ``?sejak=2026-01-31`` gives only what changed from that day on."""
    since = asked_day("sejak") if request.args.get("sejak") else None
    if since and since < FIRST_DAY:
        since = None
    return give(open_file(JSON, clock.today(), since))


@bp.get("/dik.schema.json")
@public
@kept_ready
def give_schema() -> Response:
    """The schema of the JSON file."""
    text = json.dumps(files.schema(), ensure_ascii=False, indent=1)
    return tell(text, "application/schema+json")


@bp.get("/arsip/<date:day>.zip")
@public
def give_archive(day: date) -> Response:
    """The whole register as it stood on a day: table, JSON, schema, explanation."""
    if not FIRST_DAY <= day <= clock.today():
        abort(404)
    return give(open_file(ARCHIVE, day))


@bp.get("/penetapan/<int:year>/<int:number>.pdf")
@public
def give_determination(year: int, number: int) -> Response:
    """A determination in public wording, as a paper."""
    paper = read_public_paper(year, number) or abort(404)
    response = Response(paper.content, mimetype="application/pdf")
    name = f"penetapan-{year}-{number}.pdf"
    response.headers["Content-Disposition"] = f"inline; filename={name}"
    return keep(response, seconds=FILE_SECONDS)


@bp.get("/dcat.jsonld")
@public
@kept_ready
def give_catalogue() -> Response:
    """The description of the dataset for data portals (DCAT 3)."""
    register = PublicRegister(clock.today())
    text = json.dumps(describe_dataset(register, site_root()), ensure_ascii=False, indent=1)
    return tell(text, "application/ld+json")


@bp.get("/dik.atom")
@public
@kept_ready
def give_feed() -> Response:
    """The last changes of standing, for readers of feeds."""
    told = b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(_feed(), encoding="utf-8")
    return tell(told.decode(), "application/atom+xml")


def _feed() -> Element:
    today, root = clock.today(), site_root()
    changes = latest_standings(today, FEED_LENGTH)
    records = {row.id: row for row in PublicRegister(today).named([each[0] for each in changes])}
    told = [each for each in changes if each[0] in records]
    feed = Element("feed", xmlns="http://www.w3.org/2005/Atom")
    _say(feed, "title", f"Daftar Informasi yang Dikecualikan {office().body_name}")
    _say(feed, "id", root + url_for("public.give_feed"))
    _say(feed, "updated", _instant(told[0][1] if told else today))
    SubElement(feed, "link", rel="self", href=root + url_for("public.give_feed"))
    SubElement(feed, "link", rel="alternate", href=root + "/")
    _say(SubElement(feed, "author"), "name", office().office_name)
    for entry_id, day, kind in told:
        record = records[entry_id]
        href = root + url_for("public.show_entry", number=record.number)
        item = SubElement(feed, "entry")
        _say(item, "title", f"{record.number} {record.title}: {kind.label}")
        _say(item, "id", f"{href}#{day.isoformat()}-{kind.value}")
        _say(item, "updated", _instant(day))
        SubElement(item, "link", rel="alternate", href=href)
        _say(item, "summary", record.texts.given_instead or record.unit)
    return feed


def _say(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _instant(day: date) -> str:
    """The day's first moment on the office's clock."""
    here = clock.local(clock.now()).tzinfo
    return datetime.combine(day, time(), here).isoformat()
