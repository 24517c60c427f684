"""The handbook as it is read on screen."""

import re
from collections.abc import Callable

import pytest

from ppid.accounts.models import User
from ppid.audit.actions import CommandLine
from ppid.handbook.links import Reference, legal_references
from ppid.handbook.pages import get_page, list_pages
from ppid.handbook.queries import find_provisions, known_codes
from ppid.legal_bases.shipped import load_catalogue
from ppid.workflow.roles import Role
from tests.page_client import PageClient

SLUGS = [page.slug for page in list_pages()]


def main_of(html: str) -> str:
    return html.split("<main", 1)[1].split("</main>", 1)[0]


def links_of(html: str) -> set[str]:
    return set(re.findall(r'href="([^"]+)"', main_of(html)))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_opens_with_its_title_summary_and_table_of_contents(
    reader: PageClient, slug: str
) -> None:
    page = get_page(slug)
    assert page is not None
    html = reader.get(f"/panduan/{slug}").text

    assert f"<h1>{page.title}</h1>" in html
    assert page.summary in html
    for section in page.sections:
        if section.title:
            assert f'<a href="#{section.anchor}">' in html
            assert f'<h2 id="{section.anchor}">' in html


@pytest.mark.parametrize("slug", SLUGS)
def test_every_place_that_a_page_points_to_on_itself_is_there(
    reader: PageClient, slug: str
) -> None:
    html = reader.get(f"/panduan/{slug}").text
    ids = set(re.findall(r'id="([^"]+)"', html))

    assert {link[1:] for link in links_of(html) if link.startswith("#")} <= ids


def test_every_link_of_the_handbook_leads_to_a_page(reader: PageClient) -> None:
    links = {link for slug in SLUGS for link in links_of(reader.get(f"/panduan/{slug}").text)}
    inner = {link for link in links if link.startswith("/")}

    assert links == inner | {link for link in links if link.startswith("#")}
    for link in sorted(inner):
        reader.get(link)


def test_every_reference_to_the_law_becomes_a_link_to_its_provision(reader: PageClient) -> None:
    page = get_page("jangka-waktu")
    assert page is not None
    wanted = legal_references(page.text)
    numbers = find_provisions(wanted)
    html = reader.get("/panduan/jangka-waktu").text

    assert set(numbers) == wanted
    for reference, number in numbers.items():
        assert f'href="/dasar-hukum/{reference.code}/ketentuan/{number}"' in html


def test_a_provision_missing_from_this_office_leads_to_its_regulation(
    reader: PageClient,
) -> None:
    html = reader.get("/panduan/memilih-dasar-hukum").text

    assert known_codes([Reference("perki-1-2010"), Reference("tak-ada")]) == {"perki-1-2010"}
    assert 'href="/dasar-hukum/perki-1-2010"' in html


def test_without_a_catalogue_the_words_stay_and_no_link_is_broken(
    sign_in: Callable[[User], PageClient], officer: User
) -> None:
    html = sign_in(officer).get("/panduan/jangka-waktu").text

    assert "paling lama 30 tahun" in html
    assert "/dasar-hukum/" not in main_of(html)


def test_who_may_not_open_the_catalogue_reads_without_its_links(
    sign_in: Callable[[User], PageClient], make_user: Callable[..., User]
) -> None:
    load_catalogue(CommandLine())
    html = sign_in(make_user("admin", Role.ADMIN)).get("/panduan/jangka-waktu").text

    assert "paling lama 30 tahun" in html
    assert "/dasar-hukum/" not in main_of(html)


def test_the_handbook_is_closed_to_who_has_not_signed_in(client: PageClient) -> None:
    answer = client.get("/panduan/", status=303)

    assert "/masuk" in answer.location


def test_the_contents_list_every_page_under_its_group(reader: PageClient) -> None:
    html = reader.get("/panduan/").text

    for page in list_pages():
        assert f'href="/panduan/{page.slug}">{page.title}</a>' in html
        assert f">{page.group}</h2>" in html


def test_a_search_shows_only_the_pages_that_answer_with_the_words_marked(
    reader: PageClient,
) -> None:
    html = main_of(reader.get("/panduan/?q=penghitaman+salinan").text)

    assert "/panduan/melayani-pemohon" in html
    assert "/panduan/untuk-admin" not in html
    assert "<mark>" in html
    assert 'value="penghitaman salinan"' in html


def test_a_search_that_finds_nothing_says_what_was_searched(reader: PageClient) -> None:
    html = reader.get("/panduan/?q=<b>kelinci</b>").text

    assert "&lt;b&gt;kelinci&lt;/b&gt;" in html
    assert "Hapus pencarian" in html


def test_a_page_leads_to_the_one_before_and_the_one_after(reader: PageClient) -> None:
    html = reader.get(f"/panduan/{SLUGS[1]}").text

    assert f'rel="prev" href="/panduan/{SLUGS[0]}"' in html
    assert f'rel="next" href="/panduan/{SLUGS[2]}"' in html


def test_a_page_that_is_not_there_is_not_found(reader: PageClient) -> None:
    reader.get("/panduan/tidak-ada", status=404)


def test_the_foot_of_every_page_leads_to_the_handbook_once_signed_in(
    reader: PageClient,
) -> None:
    assert '<a href="/panduan/">Panduan</a>' in reader.get("/akun").text


def test_the_sign_in_page_does_not_offer_the_handbook(client: PageClient) -> None:
    assert "/panduan/" not in client.get("/masuk").text


def test_pages_ask_the_database_no_more_than_twice_for_their_links(
    reader: PageClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("DEBUG", logger="peewee"):
        reader.get("/panduan/sepuluh-alasan")
    asked = [record for record in caplog.records if 'FROM "provision"' in str(record.msg)]
    named = [record for record in caplog.records if 'FROM "regulation"' in str(record.msg)]

    assert len(asked) == 1
    assert len(named) == 1
