"""What search engines and browsers ask a site for: its map, its manners, its search."""

from functools import partial
from typing import IO
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring
from xml.sax.saxutils import escape

from flask import Response, abort, request, url_for

from ppid import clock
from ppid.office.queries import office
from ppid.public.answers import tell
from ppid.public.blueprint import bp
from ppid.public.kept_files import find_kept, known_already, make_kept, send_kept, stamp_of
from ppid.public.kept_pages import kept_ready
from ppid.public.open_files import OpenFile
from ppid.public.queries import PublicRegister
from ppid.web.guard import public

MOST_ENTRIES = 49_000  # a sitemap holds 50,000 addresses by its protocol; some are the site's own
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
OPEN_SEARCH = "http://a9.com/-/spec/opensearch/1.1/"
PAGES = ("", "/dik", "/baru-dibuka", "/akan-berakhir", "/dasar-hukum/", "/tentang", "/data-terbuka")


def site_root() -> str:
    """The address of the site without a slash: as the office has set it, else as it was asked."""
    return (office().public_address or request.url_root).rstrip("/")


@bp.get("/robots.txt")
@public
def tell_robots() -> Response:
    """Everything public may be read by all; the rest sends to the sign-in page anyway."""
    lines = ("User-agent: *", "Disallow: /masuk", "Allow: /", f"Sitemap: {site_root()}/sitemap.xml")
    return tell("\n".join(lines) + "\n", "text/plain")


@bp.get("/sitemap.xml")
@public
@kept_ready
def map_site() -> Response:
    """The maps of the site: its pages, then the entries in parts."""
    index = Element("sitemapindex", xmlns=SITEMAPS)
    for part in range(1, count_parts(PublicRegister(clock.today()).count()) + 1):
        address = site_root() + url_for("public.map_part", part=part)
        SubElement(SubElement(index, "sitemap"), "loc").text = address
    return _xml(index, "application/xml")


@bp.get("/sitemap/<int:part>.xml")
@public
def map_part(part: int) -> Response:
    """One map: the first holds the site's own pages too; kept as a file until something changes."""
    today, root = clock.today(), site_root()
    if not 1 <= part <= count_parts(PublicRegister(today).count()):
        abort(404)
    write = partial(_write_map, part=part, root=root)
    name = f"sitemap-{part}.xml"
    wanted = OpenFile(name, "application/xml", today, write, is_download=False, root=root)
    stamp = stamp_of(wanted)
    return known_already(stamp) or send_kept(
        wanted, find_kept(wanted, stamp) or make_kept(wanted, stamp)
    )


def _write_map(file: IO[bytes], part: int, root: str) -> None:
    register = PublicRegister(clock.today())
    numbers = register.numbers((part - 1) * MOST_ENTRIES, MOST_ENTRIES)
    paths = [path or "/" for path in PAGES] if part == 1 else []
    paths += [f"/dik/{quote(number)}" for number in numbers]
    file.write(f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="{SITEMAPS}">'.encode())
    file.writelines(f"<url><loc>{escape(root + path)}</loc></url>\n".encode() for path in paths)
    file.write(b"</urlset>\n")


@bp.get("/opensearch.xml")
@public
@kept_ready
def describe_search() -> Response:
    """How a browser's own search box asks the register."""
    root = site_root()
    described = Element("OpenSearchDescription", xmlns=OPEN_SEARCH)
    SubElement(described, "ShortName").text = "DIK"
    SubElement(described, "Description").text = f"Informasi yang dikecualikan, {office().body_name}"
    SubElement(described, "InputEncoding").text = "UTF-8"
    template = root + url_for("public.list_entries") + "?q={searchTerms}"
    SubElement(described, "Url", type="text/html", template=template)
    return _xml(described, "application/opensearchdescription+xml")


def count_parts(entries: int) -> int:
    """How many maps so many entries need."""
    return max(1, -(-entries // MOST_ENTRIES))


def _xml(root: Element, media_type: str) -> Response:
    told = b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="utf-8")
    return tell(told.decode(), media_type)
