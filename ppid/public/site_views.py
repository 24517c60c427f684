"""What search engines and browsers ask a site for: its map, its manners, its search."""

from xml.etree.ElementTree import Element, SubElement, tostring

from flask import Response, abort, request, url_for

from ppid import clock
from ppid.office.queries import office
from ppid.public.answers import tell
from ppid.public.blueprint import bp
from ppid.public.queries import PublicRegister
from ppid.web.guard import public

MOST_ADDRESSES = 50_000  # of one sitemap, by its protocol
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
def map_site() -> Response:
    """The maps of the site: its pages, then the entries in parts."""
    index = Element("sitemapindex", xmlns=SITEMAPS)
    for part in range(1, _count_parts(PublicRegister(clock.today())) + 1):
        address = site_root() + url_for("public.map_part", part=part)
        SubElement(SubElement(index, "sitemap"), "loc").text = address
    return _xml(index, "application/xml")


@bp.get("/sitemap/<int:part>.xml")
@public
def map_part(part: int) -> Response:
    """One map: the first holds the site's own pages too."""
    root, register = site_root(), PublicRegister(clock.today())
    if not 1 <= part <= _count_parts(register):
        abort(404)
    numbers = register.numbers((part - 1) * MOST_ADDRESSES, MOST_ADDRESSES)
    urls = Element("urlset", xmlns=SITEMAPS)
    for path in PAGES if part == 1 else ():
        SubElement(SubElement(urls, "url"), "loc").text = root + (path or "/")
    for number in numbers:
        address = root + url_for("public.show_entry", number=number)
        SubElement(SubElement(urls, "url"), "loc").text = address
    return _xml(urls, "application/xml")


@bp.get("/opensearch.xml")
@public
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


def _count_parts(register: PublicRegister) -> int:
    return max(1, -(-register.count() // MOST_ADDRESSES))


def _xml(root: Element, media_type: str) -> Response:
    told = b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="utf-8")
    return tell(told.decode(), media_type)
