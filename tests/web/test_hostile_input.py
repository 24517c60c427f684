"""Whatever is sent, the program answers: with a page of its own, never with a fault or a hole."""

import logging
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree.ElementTree import Element

import peewee as pw
import pytest
from flask import Flask
from html5lib import HTMLParser, treebuilders
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from ppid.accounts.models import RoleGrant, User, UserSession
from ppid.accounts.passwords import hash_password
from ppid.audit.models import AuditRecord
from ppid.cases.models import Case
from ppid.db import database
from ppid.schema import MODELS
from ppid.web.guard import Mark, mark_of, public
from ppid.workflow.roles import Role
from tests.cases.step_form import values_of
from tests.conftest import sign_in_at
from tests.page_client import PageClient

HUGE = "99999999999999999999"
HOSTILE = {
    "numbers": ["", HUGE, "-1", "9" * 5000, "٣", "NaN", "1e9"],
    "texts": ["x\x00y", "<script>alert(1)</script>", "'\"><xss onload=alert(1)>", "a" * 5000],
    "queries": ["%_%*\"'", "' OR 1=1 --", "{{ 7 * 7 }}{% for %}", "../../etc/passwd", "//["],
    "days": ["2026-02-30", "0001-01-01", "9999-12-31"],
    "signs": ["a\r\nSet-Cookie: jahat=1", "\u202egpj.exe", "\ufffe\x7f\x0b"],
}
ARGUMENTS = {
    "attachment_id": "16",
    "code": "uu-14-2008",
    "item_id": "1",
    "kind": "penetapan",
    "copy_id": "1",
    "job_id": "1",
    "mail_id": "1",
    "part": "1",
    "day": "2025-06-01",
    "entry_number": "DIK-0006",
    "grant_id": "1",
    "group": "lewat-waktu",
    "holiday_id": "1",
    "huruf": "a",
    "key": "huruf",
    "name": "penetapan",
    "number": "P-2026-001",
    "provision_id": "1",
    "slug": "beranda",
    "step": "6",
    "subject_id": "1",
    "synonym_id": "1",
    "username": "unit2",
    "version": "1",
    "word": "entri",
    "year": "2025",
}
OF_BLUEPRINT = {
    "public": {"number": "DIK-0001"},
    "wording": {"number": "DIK-0001"},
    "requests": {"number": "PI-2026-009", "item_id": "10", "name": "jawaban"},
    "procedures": {"code": "sop-7-2021"},
    "register": {"number": "DIK-0001"},
    "texts": {"number": "1"},
    "units": {"code": "DISPUSIP"},
}
OWN = Path(__file__).resolve().parents[2] / "ppid"
QUERY = re.compile(r"args\.get(?:list)?\(\s*\"(\w+)\"|asked_day\(\"(\w+)\"")
FIELD = re.compile(r'<(?:input|textarea|select|button)\b[^>]*\bname="([^"]+)"')


@pytest.fixture
def everyone(demo: Flask) -> PageClient:
    """A browser whose person holds every role: nothing is refused before it is read."""
    user = User.get(User.username == "ppid")
    for role in Role:
        RoleGrant.create(user=user, role=role.value)
    return sign_in_at(PageClient(demo), user)


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """Every name that the program reads from a query."""
    found = {a or b for path in OWN.rglob("*.py") for a, b in QUERY.findall(path.read_text())}
    filters = {"huruf", "unit", "keadaan", "tahun", "peraturan", "temuan", "urut"}
    return sorted(found | filters | {"next", "q", "tanggal", "halaman", "entri", "procedure"})


def rules(app: Flask, method: str) -> Iterator[Rule]:
    """Own rules of a method, without printing and without the end of the session."""
    left_out = {"static", "accounts.sign_out"}
    for rule in app.url_map.iter_rules():
        own = rule.endpoint not in left_out and not rule.rule.endswith(".pdf")
        if own and method in (rule.methods or set()):
            yield rule


def address(rule: Rule, **changed: str) -> str:
    """A real address of the demo register, with some of its parts changed."""
    values = {**ARGUMENTS, **OF_BLUEPRINT.get(rule.endpoint.partition(".")[0], {}), **changed}
    if rule.endpoint.startswith("papers.show_determination") and "number" not in changed:
        values["number"] = "3"
    return re.sub(r"<\w+:(\w+)>", lambda part: quote(values[part[1]], safe=""), rule.rule)


def faults(answers: dict[str, TestResponse]) -> dict[str, int]:
    return {where: a.status_code for where, a in answers.items() if a.status_code >= 500}


@pytest.mark.parametrize("values", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_query_brings_a_fault(
    demo: Flask, everyone: PageClient, asked: list[str], values: list[str]
) -> None:
    queries = ["&".join(f"{name}={quote(value)}" for name in asked) for value in values]
    pages = [f"{address(rule)}?{query}" for rule in rules(demo, "GET") for query in queries]

    assert faults({page: everyone.browser.get(page, buffered=True) for page in pages}) == {}


@pytest.mark.parametrize("values", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_part_of_an_address_brings_a_fault(
    demo: Flask, everyone: PageClient, values: list[str]
) -> None:
    pages = [
        address(rule, **{name: value})
        for rule in rules(demo, "GET")
        for name in rule.arguments
        for value in values
    ]

    assert faults({page: everyone.browser.get(page, buffered=True) for page in pages}) == {}


def names_of(client: PageClient, rule: Rule) -> set[str]:
    """The fields that its page shows, and those that buttons elsewhere send."""
    page = "/perkara/P-2026-001" if "<int:step>" in rule.rule else address(rule)
    shown = set(FIELD.findall(client.browser.get(page).text))
    return (shown | {"tindakan", "action", "seq", "revision", "entry", "ketentuan"}) - {
        "csrf_token"
    }


@pytest.mark.parametrize("values", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_form_brings_a_fault(demo: Flask, everyone: PageClient, values: list[str]) -> None:
    answers = {}
    for rule in rules(demo, "POST"):
        names = names_of(everyone, rule)
        for value in values:
            sent = {**dict.fromkeys(names, value), "csrf_token": everyone.token()}
            answers[f"{rule.rule} {value[:20]}"] = everyone.browser.post(address(rule), data=sent)

    assert faults(answers) == {}


BODIES: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "application/x-www-form-urlencoded"),
    "twice the same": (b"title=a&title=b&q=a&q=b&seq=1&seq=2&unit=1&unit=2", ""),
    "invalid UTF-8": (b"title=%FF%FE&username=%C0%80&code=%ED%A0%80&q=%00", ""),
    "raw bytes": (b"title=\xff\xfe&\x00=\x00", ""),
    "json": (b'{"title": {"$ne": 1}}', "application/json"),
    "broken json": (b"{", "application/json"),
    "xml": (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "text/xml"),
    "multipart without boundary": (b"--x\r\n\r\n", "multipart/form-data"),
    "broken multipart": (b"--x\r\nbad", "multipart/form-data; boundary=x"),
    "unknown charset": (b"title=a", "application/x-www-form-urlencoded; charset=utf-99"),
}


@pytest.mark.parametrize(("body", "kind"), BODIES.values(), ids=BODIES.keys())
def test_no_body_brings_a_fault(demo: Flask, everyone: PageClient, body: bytes, kind: str) -> None:
    token = {"X-CSRFToken": everyone.token()}
    kind = kind or "application/x-www-form-urlencoded"
    answers = {
        rule.rule: everyone.browser.post(address(rule), data=body, content_type=kind, headers=token)
        for rule in rules(demo, "POST")
    }

    assert faults(answers) == {}


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "XYZ"])
def test_no_method_brings_a_fault(demo: Flask, everyone: PageClient, method: str) -> None:
    ways = [address(rule) for m in ("GET", "POST") for rule in rules(demo, m)]

    assert (
        faults({way: everyone.browser.open(way, method=method, buffered=True) for way in ways})
        == {}
    )


@pytest.mark.parametrize("token", [None, "", "salah", "x" * 5000])
def test_no_form_is_taken_without_its_token(
    demo: Flask, everyone: PageClient, token: str | None
) -> None:
    before = AuditRecord.select().count()
    form = {} if token is None else {"csrf_token": token}

    taken = [
        rule.rule
        for rule in rules(demo, "POST")
        if everyone.browser.post(address(rule), data=form).status_code != 400
    ]

    assert taken == []
    assert AuditRecord.select().count() == before


def test_a_token_of_another_browser_is_not_taken(demo: Flask, everyone: PageClient) -> None:
    stranger = PageClient(demo)
    stranger.get("/masuk")
    with stranger.browser.session_transaction() as cookie:
        cookie["csrf_token"] = "1" * 40

    assert (
        everyone.browser.post("/keluar", data={"csrf_token": stranger.token()}).status_code == 400
    )


PAYLOAD = "\"'></textarea></title><xss onload=alert(1)> [klik](javascript:alert(1)) {{7*7}}"


def spoil(value: Any) -> Any:
    """The value with the payload behind each text of more than one word."""
    if isinstance(value, dict):
        return {key: spoil(each) for key, each in value.items()}
    if isinstance(value, list):
        return [spoil(each) for each in value]
    return f"{value} {PAYLOAD}" if isinstance(value, str) and " " in value else value


CODES = {("Regulation", "confidence"), ("Provision", "confidence"), ("Regulation", "kind")}
COMPOSED = {("IssuedPaper", "html"), ("Enclosure", "html")}  # pages, escaped when they were frozen


@database.atomic()
def spoil_everything() -> int:
    """Put the payload behind every written text of the register; how many texts."""
    spoilt = 0
    for model in MODELS:
        texts = [
            field
            for field in model._meta.sorted_fields
            if isinstance(field, pw.CharField | pw.TextField)
            and (model.__name__, field.name) not in CODES | COMPOSED
        ]
        for row in model.select() if texts and model._meta.table_name else ():
            changed = {field.name: spoil(getattr(row, field.name)) for field in texts}
            changed = {k: v for k, v in changed.items() if v != getattr(row, k)}
            if changed:
                model.update(**changed).where(model.id == row.id).execute()
                spoilt += len(changed)
    return spoilt


def test_no_text_of_the_register_becomes_a_part_of_a_page(
    demo: Flask, everyone: PageClient
) -> None:
    assert spoil_everything() > 1000
    pages = [address(rule) for rule in rules(demo, "GET")]
    pages += [f"/perkara/{row.number}" for row in Case.select()]
    pages += [f"/perkara/P-2025-001/langkah/{step}" for step in range(1, 12)]
    pages += ["/register/DIK-0042", "/register/?q=evaluasi", "/jejak/?halaman=4"]

    answers = {page: everyone.browser.get(page, buffered=True) for page in pages}

    shown = {page: a.text for page, a in answers.items() if a.mimetype == "text/html"}
    assert faults(answers) == {}
    assert [page for page, text in shown.items() if "<xss" in text] == []
    assert [page for page, text in shown.items() if 'href="javascript:' in text.lower()] == []
    assert sum("&lt;xss" in text for text in shown.values()) > 30


FORMS = {
    "accounts": (
        "/akun",
        "/pengaturan/pengguna/baru",
        "/pengaturan/pengguna/unit2",
        "/pengaturan/unit/DISPUSIP",
        "/pengaturan/unit/baru",
    ),
    "cases": ("/perkara/baru?entri=DIK-0037", "/perkara/P-2026-001", "/perkara/P-2026-002"),
    "desk": (
        "/pengaturan/sinonim/",
        "/permohonan/PI-2026-009/sengketa",
        "/permohonan/PI-2026-013",
        "/permohonan/PI-2026-013/jawaban",
        "/permohonan/PI-2026-013/keberatan",
        "/permohonan/PI-2026-013/perpanjangan",
        "/permohonan/baru",
    ),
    "legal bases": (
        "/dasar-hukum/baru",
        "/dasar-hukum/uu-14-2008/ketentuan/1/ubah",
        "/dasar-hukum/uu-14-2008/ketentuan/baru",
        "/dasar-hukum/uu-14-2008/perubahan",
        "/dasar-hukum/uu-14-2008/ubah",
    ),
    "office": ("/pengaturan/", "/pengaturan/hari-libur/", "/pengaturan/penanda-tangan"),
    "register": (
        "/register/DIK-0001/klasifikasi",
        "/register/DIK-0001/ubah",
        "/register/usulkan",
    ),
}
TYPED = {None, "text", "search", "email"}


def longest_texts() -> dict[str, int]:
    """Columns that hold a text longer than they are made for, with its length."""
    over = {}
    for model in MODELS:
        for field in model._meta.sorted_fields:
            if isinstance(field, pw.CharField):
                longest = model.select(pw.fn.MAX(pw.fn.LENGTH(field))).scalar() or 0
                if longest > field.max_length:
                    over[f"{model.__name__}.{field.name}"] = longest
    return over


def forms_of(client: PageClient, page: str) -> list[Element]:
    """The forms of a page that write."""
    parser = HTMLParser(tree=treebuilders.getTreeBuilder("etree"), namespaceHTMLElements=False)
    forms = parser.parse(client.get(page).text).iter("form")
    skipped = {"/keluar", "/akun/keluar-dari-perangkat-lain"}
    return [f for f in forms if f.get("method") == "post" and f.get("action") not in skipped]


def filled_in(form: Element) -> dict[str, str]:
    """What the form would send once each field that must be filled is."""
    days = [f for f in form.iter("input") if f.get("type") == "date" and "required" in f.keys()]  # noqa: SIM118 - an Element
    needed = dict.fromkeys(fields_typed(form), "1") | {
        str(f.get("name")): "2026-01-05" for f in days
    }
    return {name: value or needed.get(name, "") for name, value in values_of(form)}


def fields_typed(form: Element) -> list[str]:
    return [
        str(field.get("name"))
        for field in form.iter()
        if field.tag == "textarea" or (field.tag == "input" and field.get("type") in TYPED)
    ]


@pytest.mark.parametrize("pages", FORMS.values(), ids=FORMS.keys())
def test_no_text_is_kept_that_is_longer_than_its_column(
    demo: Flask, everyone: PageClient, pages: tuple[str, ...]
) -> None:
    answers = {}
    for page in pages:
        for form in forms_of(everyone, page):
            filled, target = filled_in(form), form.get("action") or page
            for name in fields_typed(form):
                sent = {**filled, name: "a" * 5000}
                answers[f"{page} {name}"] = everyone.browser.post(target, data=sent)

    assert answers
    assert faults(answers) == {}
    assert longest_texts() == {}


HEADERS = {
    "Content-Security-Policy": "'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def unguarded(answers: dict[str, TestResponse]) -> list[str]:
    """The answers that lack a security header, or that a cache on the way might keep."""
    return [
        where
        for where, answer in answers.items()
        if any(part not in answer.headers.get(name, "") for name, part in HEADERS.items())
        or not answer.headers.get("Cache-Control", "").startswith("private, no-")
    ]


def test_every_page_of_a_person_carries_the_headers_and_stays_out_of_caches(
    demo: Flask, everyone: PageClient
) -> None:
    own = [rule for rule in rules(demo, "GET") if not rule.endpoint.startswith("public.")]
    pages = [page for page in map(address, own) if "/lampiran/" not in page]

    assert unguarded({p: everyone.browser.get(p, buffered=True) for p in pages}) == []


def test_a_paper_carries_the_headers_and_stays_out_of_caches(everyone: PageClient) -> None:
    answer = everyone.get("/prosedur/sop-7-2021/1/lembar.pdf", buffered=True)

    assert answer.mimetype == "application/pdf"
    assert unguarded({"paper": answer}) == []


@pytest.fixture
def failing(app: Flask) -> PageClient:
    """A browser at a program with a fault in it, at /gagal."""

    @public
    def fail() -> str:
        raise ZeroDivisionError("isi yang tidak boleh terbaca")

    app.add_url_rule("/gagal", view_func=fail, methods=["GET", "POST"])
    return PageClient(app)


def test_every_error_carries_the_headers(failing: PageClient, officer: User) -> None:
    sign_in_at(failing, officer)
    errors = {
        "400": failing.browser.post("/keluar"),
        "403": failing.get("/pengaturan/pengguna/", status=403),
        "404": failing.get("/tidak-ada", status=404),
        "405": failing.browser.put("/masuk"),
        "422": failing.get("/register/?tanggal=kemarin", status=422),
        "500": failing.get("/gagal", status=500),
    }

    assert unguarded(errors) == []


def test_a_fault_tells_nothing_of_itself_on_the_page_nor_of_the_form_in_the_log(
    failing: PageClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = failing.post("/gagal", {"password": "sandi-rahasia-1"}, status=500)

    assert "ZeroDivisionError" not in answer.text
    assert "tidak boleh terbaca" not in answer.text
    assert "ZeroDivisionError" in caplog.text
    assert "sandi-rahasia-1" not in caplog.text


def test_an_address_cannot_write_lines_of_its_own_into_the_log(
    failing: PageClient, caplog: pytest.LogCaptureFixture
) -> None:
    failing.browser.application.add_url_rule(
        "/gagal/<path:x>", view_func=failing.browser.application.view_functions["fail"]
    )
    failing.browser.get("/gagal/a%0AERROR%20palsu")

    assert "\nERROR palsu" not in caplog.text


PASSWORD = "kalimat rahasia 99"


@pytest.fixture
def known(make_user: Callable[..., User]) -> User:
    """A user with a password."""
    user = make_user("ppid", Role.OFFICER)
    user.password_hash = hash_password(PASSWORD)
    user.save()
    return user


def sign_in(client: PageClient, status: int = 303, **typed: Any) -> TestResponse:
    options = {key: typed.pop(key) for key in ("headers", "environ_base") if key in typed}
    form = {"username": "ppid", "password": PASSWORD, **typed}
    return client.post("/masuk", form, status=status, **options)


def test_signing_in_changes_the_token_of_the_session(client: PageClient, known: User) -> None:
    with client.browser.session_transaction() as cookie:
        cookie["token"] = "dipasang-orang-lain"
        cookie["titipan"] = "x"
    sign_in(client)
    with client.browser.session_transaction() as cookie:
        first = cookie["token"]
        assert "titipan" not in cookie
    client.post("/keluar")
    sign_in(client)
    with client.browser.session_transaction() as cookie:
        second = cookie["token"]

    assert len({first, second, "dipasang-orang-lain"}) == 3


def test_a_session_that_the_admin_ended_opens_nothing(
    app: Flask, client: PageClient, known: User, make_user: Callable[..., User]
) -> None:
    sign_in(client)
    client.get("/tugas")
    admin = sign_in_at(PageClient(app), make_user("admin", Role.ADMIN))
    admin.post("/pengaturan/pengguna/ppid/akun", {"tindakan": "tutup"})

    assert client.get("/tugas", status=303).location.startswith("/masuk")
    sign_in(client, status=422)


@pytest.mark.parametrize("value", ["", "x", "a.b.c", "eyJ0b2tlbiI6IngifQ.aaaa.bbbb", "\xff" * 50])
def test_a_forged_cookie_is_nobody(client: PageClient, known: User, value: str) -> None:
    headers = {"Cookie": f"ppid={value}"}

    assert client.get("/tugas", status=303, headers=headers).location.startswith("/masuk")


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://jahat.example/",
        "//jahat.example",
        "///jahat.example",
        "/\\jahat.example",
        "/\t/jahat.example",
        "/\n/jahat.example",
        "\t//jahat.example",
        "\\\\jahat.example",
        "javascript:alert(1)",
        "//[",
        "/\r\nSet-Cookie: jahat=1",
        "jahat.example",
        "/\x00/jahat.example",
    ],
)
def test_signing_in_leads_nowhere_else(client: PageClient, known: User, elsewhere: str) -> None:
    client.get("/masuk", query_string={"next": elsewhere})

    answer = sign_in(client, next=elsewhere)

    assert answer.location == "/"
    assert "jahat" not in str(answer.headers)


def test_the_name_of_the_host_is_never_believed(client: PageClient, known: User) -> None:
    headers = {"Host": "jahat.example", "X-Forwarded-Host": "jahat.example"}
    page = client.get("/masuk", headers=headers)
    answer = client.get("/tugas", status=303, headers=headers)

    assert "jahat" not in page.text
    assert answer.location.startswith("/masuk")


@pytest.mark.parametrize(
    "headers",
    [
        {"HX-Request": "true"},
        {"HX-Request": "true", "HX-Boosted": "true"},
        {"HX-Request": "true", "HX-History-Restore-Request": "true"},
        {"HX-Request": "x" * 5000, "HX-Target": "<script>", "HX-Current-URL": "//["},
        {"HX-Request": "true", "HX-Current-URL": "\xff", "HX-Current-URL-URI-AutoEncoded": "true"},
        {"HX-Request": "true", "HX-Prompt": "%FF", "HX-Prompt-URI-AutoEncoded": "true"},
    ],
    ids=range(6),
)
def test_forged_headers_of_htmx_open_nothing(demo: Flask, headers: dict[str, str]) -> None:
    stranger = demo.test_client()
    answers = {
        rule.rule: stranger.get(address(rule), headers=headers)
        for rule in rules(demo, "GET")
        if mark_of(demo.view_functions[rule.endpoint]) is not Mark.PUBLIC
    }

    assert faults(answers) == {}
    assert [w for w, a in answers.items() if a.status_code != 303 and a.text] == []


def test_signing_in_takes_as_long_for_a_name_that_nobody_has(
    app: Flask, client: PageClient, known: User
) -> None:
    def taken(username: str, number: int) -> float:
        begun = time.process_time()
        here = {"REMOTE_ADDR": f"10.0.0.{number}"}
        sign_in(client, 422, username=username, password="salah", environ_base=here)
        return time.process_time() - begun

    names = ("tidak-ada", "ppid")
    nobody, somebody = zip(*([taken(name, at) for name in names] for at in range(4)), strict=True)

    assert 0.6 < min(nobody) / min(somebody) < 1.6


@pytest.mark.parametrize(
    "variant", ["ppid", " ppid", "ppid ", "\tppid\n", "PPID", "ppid\x00", "PpId"]
)
def test_another_spelling_of_the_name_does_not_end_the_wait(
    client: PageClient, known: User, variant: str
) -> None:
    for _ in range(5):
        sign_in(client, 422, password="salah")

    answer = client.browser.post(
        "/masuk", data={"csrf_token": client.token(), "username": variant, "password": PASSWORD}
    )

    assert answer.status_code in {422, 429}
    assert UserSession.select().count() == 0


def test_a_forged_address_of_the_browser_does_not_end_the_wait(
    client: PageClient, known: User
) -> None:
    for number in range(30):
        forged = {"X-Forwarded-For": f"10.1.1.{number}", "X-Real-IP": f"10.1.2.{number}"}
        sign_in(client, 422, username=f"orang{number}", password="salah", headers=forged)

    sign_in(client, 429, headers={"X-Forwarded-For": "10.9.9.9", "Forwarded": "for=10.9.9.9"})


def test_neither_password_nor_token_stands_in_the_log_or_in_the_register(
    client: PageClient, known: User, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        sign_in(client, 422, password="sandi-salah-77")
        sign_in(client)
        client.get("/tugas")
        with client.browser.session_transaction() as cookie:
            token = cookie["token"]
        client.post("/akun", {"current": PASSWORD, "password": "kalimat baru 88"})

    kept = [str(row) for model in MODELS for row in model.select().tuples()]
    everything = caplog.text + "".join(kept)
    secrets = ("sandi-salah-77", PASSWORD, token, "kalimat baru 88")
    assert [secret for secret in secrets if secret in everything] == []
    assert "ppid" in everything
