"""The table of findings is the registry of checks, each with its reason."""

import re

from ppid.handbook.findings import explain_findings, finding_reasons
from ppid.law.findings import FINDINGS
from ppid.legal_bases.shipped import read_catalogue
from tests.page_client import PageClient


def test_the_table_has_every_check_in_the_order_of_the_registry() -> None:
    assert [each.rule for each in explain_findings()] == list(FINDINGS.values())


def test_every_check_says_why_and_no_reason_is_left_over() -> None:
    assert set(finding_reasons()) == set(FINDINGS)
    assert all(each.why for each in explain_findings())


def test_the_page_shows_each_check_with_weight_article_and_mend(reader: PageClient) -> None:
    page = reader.get("/panduan/temuan").text
    rows = re.findall(r'<tr id="temuan-([a-z0-9-]+)">(.*?)</tr>', page, re.DOTALL)

    assert [code for code, _row in rows] == list(FINDINGS)
    for code, row in rows:
        rule = FINDINGS[code]
        assert all(text in row for text in (rule.title, rule.severity.label, rule.mend))
        assert all(article.strip() in row for article in rule.article.split(";"))


def test_every_article_behind_a_check_is_of_a_regulation_in_the_catalogue() -> None:
    codes = {regulation["id"] for regulation in read_catalogue()}
    cited = {place.code for each in explain_findings() for place in each.articles.values()}

    assert cited <= codes


def test_the_articles_behind_a_check_lead_into_the_catalogue(reader: PageClient) -> None:
    page = reader.get("/panduan/temuan").text

    assert re.search(
        r'href="/dasar-hukum/uu-14-2008/ketentuan/\d+">UU 14/2008 Pasal 20 ayat \(1\)</a>', page
    )


def test_only_that_page_carries_the_table(reader: PageClient) -> None:
    assert "daftar-temuan" not in reader.get("/panduan/jangka-waktu").text
