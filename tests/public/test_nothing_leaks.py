"""Nothing internal is told to the public: by no page, count, file, feed, paper, header or error."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from ppid import clock
from ppid.law.grounds import Ground
from ppid.legal_bases.models import Provision, Regulation
from ppid.papers.models import IssuedPaper
from ppid.register.models import Determination, Entry
from ppid.web.guard import Mark, mark_of

Values = dict[str, object]
QUERIES = (
    "halaman=2",
    "huruf=h",
    "keadaan=terbuka",
    "keadaan=dikecualikan&halaman=2",
    "unit=DINKES",
)
BROKEN = (
    *("/dik/TIDAK-ADA", "/per/9999-01-01", "/per/1066-13-45", "/per?tanggal=kapan"),
    *("/dik?halaman=99999999999999999999999", "/dik.json?sejak=kapan", "/dasar-hukum/tidak-ada"),
    *("/arsip/1066-01-01.zip", "/penetapan/1/1.pdf", "/cek/0000000000", "/cek/?kode=apa"),
)
NOTHING = "Tidak ada informasi yang cocok"


def public_rules(app: Flask) -> Iterator[Rule]:
    for rule in app.url_map.iter_rules():
        public = mark_of(app.view_functions[rule.endpoint]) is Mark.PUBLIC
        if public and rule.endpoint != "static" and "GET" in (rule.methods or set()):
            yield rule


def values_for(rule: Rule) -> list[Values]:
    """Every value that the parts of an address can have; KeyError for a part nobody thought of."""
    today = clock.today()
    days = [today, today - timedelta(days=700)]
    entries = [row.number for row in Entry.select()]
    provisions = list(Provision.select(Provision, Regulation).join(Regulation))
    known: dict[frozenset[str], Callable[[], list[Values]]] = {
        frozenset(): lambda: [{}],
        frozenset({"number"}): lambda: [{"number": each} for each in entries],
        frozenset({"day"}): lambda: [{"day": day} for day in days],
        frozenset({"day", "number"}): lambda: [
            {"day": day, "number": each} for day in days for each in entries
        ],
        frozenset({"part"}): lambda: [{"part": 1}, {"part": 2}],
        frozenset({"year", "number"}): lambda: [
            {"year": row.year, "number": row.number} for row in Determination.select()
        ],
        frozenset({"code"}): lambda: (
            [{"code": row.code} for row in Regulation.select()]
            + [{"code": row.code} for row in IssuedPaper.select()]
        ),
        frozenset({"code", "provision_id"}): lambda: [
            {"code": row.regulation.code, "provision_id": row.id} for row in provisions
        ],
        frozenset({"provision_id"}): lambda: [{"provision_id": row.id} for row in provisions],
        frozenset({"huruf"}): lambda: [{"huruf": ground.value} for ground in Ground],
    }
    return known[frozenset(rule.arguments)]()


def public_addresses(app: Flask) -> list[str]:
    adapter = app.url_map.bind("localhost")
    return [
        adapter.build(rule.endpoint, values, method="GET")
        for rule in public_rules(app)
        for values in values_for(rule)
    ]


def told_by(answer: TestResponse) -> str:
    """Everything that an answer tells, headers and the insides of files included."""
    body = answer.get_data()
    told = "\n".join(f"{name}: {value}" for name, value in answer.headers)
    if body.startswith(b"%PDF"):
        paper = PdfReader(io.BytesIO(body))
        return "\n".join(
            [told, str(paper.metadata), *(page.extract_text() for page in paper.pages)]
        )
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            inside = [archive.read(name).decode() for name in archive.namelist()]
        return "\n".join([told, *inside])
    return f"{told}\n{unescape(body.decode())}"


def leaks(client: FlaskClient, addresses: list[str], canaries: dict[str, str]) -> set[str]:
    found = set()
    any_of = re.compile("|".join(canaries), re.I)
    for address in addresses:
        told = told_by(client.get(address, buffered=True))
        found |= {f"{address} tells {canaries[hit.lower()]}" for hit in any_of.findall(told)}
    return found


def test_the_canaries_sit_where_the_office_reads(planted: Flask, canaries: dict[str, str]) -> None:
    fields = set(canaries.values())

    assert {
        "Entry.title",
        "Entry.keywords",
        "Attachment.file_name",
        "AuditRecord.summary",
    } <= fields
    assert {"StepDraft.data", "CaseEvent.data", "User.name", "Determination.about"} <= fields
    assert "qzx" in Entry.get().title


def test_no_public_address_tells_anything_internal(
    planted: Flask, canaries: dict[str, str]
) -> None:
    addresses = public_addresses(planted)

    assert len(addresses) > 500
    assert leaks(planted.test_client(), addresses, canaries) == set()


def test_no_filter_page_or_fragment_tells_anything_internal(
    planted: Flask, canaries: dict[str, str]
) -> None:
    client = planted.test_client()
    addresses = [f"/dik?{query}" for query in QUERIES]
    addresses += ["/dik.csv?pemisah=titik-koma", "/dik.json?sejak=2009-01-01"]

    fragments = {client.get(each, headers={"HX-Request": "true"}).text for each in addresses[:5]}

    assert leaks(client, addresses, canaries) == set()
    assert not any(word in text for word in canaries for text in fragments)


def test_no_error_tells_anything_internal(planted: Flask, canaries: dict[str, str]) -> None:
    client = planted.test_client()

    answers = [client.get(address) for address in BROKEN]
    answers += [client.post("/dik"), client.delete("/"), client.get("/register/DIK-0001")]

    assert max(answer.status_code for answer in answers) < 500
    assert [word for word in canaries for answer in answers if word in told_by(answer)] == []


def test_searching_an_internal_word_finds_counts_and_offers_nothing(
    planted: Flask, canaries: dict[str, str]
) -> None:
    client = planted.test_client()
    for word, place in canaries.items():
        for typed in (word, word[:4] + "w" + word[5:]):
            page = client.get(f"/dik?q={typed}").text

            assert NOTHING in page, f"{typed} of {place} finds something"
            assert "Maksud Anda" not in page
            assert 'class="chip"' not in page
            assert not [each for each in canaries if each != typed and each in page]


def test_an_entry_never_determined_or_withdrawn_is_not_in_the_public_register(
    planted: Flask,
) -> None:
    client = planted.test_client()
    withdrawn = [row.number for row in Entry.select().where(Entry.withdrawn_at.is_null(False))]
    table = client.get("/dik.csv").text

    assert withdrawn
    for number in withdrawn:
        assert client.get(f"/dik/{number}").status_code == 404
        assert number not in table


@pytest.mark.parametrize("address", ["/", "/dik", "/dik/DIK-0010", "/dasar-hukum/", "/dik.csv"])
def test_a_public_page_sets_no_cookie_and_lets_caches_keep_it(demo: Flask, address: str) -> None:
    answer = demo.test_client().get(address)

    assert "Set-Cookie" not in answer.headers
    assert answer.cache_control.public
    assert answer.cache_control.max_age


def test_what_everybody_may_keep_does_not_depend_on_who_asks(demo: Flask) -> None:
    answer = demo.test_client().get("/dik")

    assert "Cookie" not in answer.vary
    assert "HX-Request" in answer.vary
