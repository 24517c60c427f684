"""The text of the handbook as HTML, with links that the reader may follow."""

from dataclasses import dataclass

from flask import url_for
from markupsafe import Markup

from ppid.accounts.access import may
from ppid.accounts.permissions import Permission
from ppid.handbook.findings import explain_findings
from ppid.handbook.links import Address, Reference, legal_references, put_links
from ppid.handbook.pages import Page
from ppid.handbook.queries import find_provisions, known_codes
from ppid.law.findings import Rule
from ppid.web.rich_text import to_html


@dataclass(frozen=True)
class ReadySection:
    """A section of a page, ready to be shown."""

    title: str
    anchor: str
    html: Markup


@dataclass(frozen=True)
class ReadyFinding:
    """A row of the table of findings; ``articles`` maps what is told to its address, if any."""

    rule: Rule
    why: str
    articles: dict[str, str | None]


def render_sections(page: Page) -> list[ReadySection]:
    """The sections of a page; who may not open the catalogue reads it without those links."""
    address = catalogue_address(legal_references(page.text))
    return [
        ReadySection(
            section.title, section.anchor, to_html(put_links(section.text, address, page_address))
        )
        for section in page.sections
    ]


def render_plain(text: str) -> Markup:
    """A text whose only links lead to other pages of the handbook."""
    return to_html(put_links(text, lambda _reference: None, page_address))


def catalogue_address(wanted: frozenset[Reference]) -> Address:
    """Where references lead: to the provision, else to its regulation, else nowhere.

    Nowhere either for a reader who may not open the catalogue.
    """
    if not wanted or not may(Permission.READ_REGISTER):
        return lambda _reference: None
    numbers, codes = find_provisions(wanted), known_codes(wanted)

    def address(reference: Reference) -> str | None:
        if reference in numbers:
            return url_for(
                "legal_bases.show_provision",
                code=reference.code,
                provision_id=numbers[reference],
            )
        if reference.code in codes:
            return url_for("legal_bases.show_regulation", code=reference.code)
        return None

    return address


def render_findings() -> list[ReadyFinding]:
    """The rows of the table of findings."""
    findings = explain_findings()
    address = catalogue_address(
        frozenset(place for finding in findings for place in finding.articles.values())
    )
    return [
        ReadyFinding(
            finding.rule,
            finding.why,
            {told: address(place) for told, place in finding.articles.items()},
        )
        for finding in findings
    ]


def page_address(slug: str) -> str:
    """The address of a page of the handbook."""
    return url_for("handbook.show_page", slug=slug)
