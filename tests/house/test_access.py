"""Who may come where: each way into the program, for each role alone and for nobody."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from ppid.accounts.models import RoleGrant, Unit, User
from ppid.cases.models import Attachment
from ppid.register.models import Entry
from ppid.workflow.roles import Role
from tests.page_client import PageClient

SignedIn = Callable[[str], PageClient]
NOBODY = "nobody"
COLUMNS = ("steering", "superior", "officer", "unit_officer", "desk", "admin", NOBODY)
TABLE = """
endpoint                             methods  steering superior officer  unit     desk     admin    nobody
accounts.end_others                  POST     x        x        x        x        x        x        .
accounts.show_account                GET+POST x        x        x        x        x        x        .
accounts.sign_in                     GET+POST x        x        x        x        x        x        x
accounts.sign_out                    POST     x        x        x        x        x        x        .
audit.list_records                   GET      .        .        x        .        .        x        .
audit.list_records_about             GET      .        .        x        .        .        x        .
cases.add_attachment                 POST     x        x        x        x        .        .        .
cases.add_entry                      POST     x        x        x        x        .        .        .
cases.ask_confirmation               GET      x        x        x        x        .        .        .
cases.confirm_step                   POST     x        x        x        x        .        .        .
cases.fetch_attachment               GET      x        x        x        x        .        .        .
cases.list_cases                     GET      x        x        x        x        .        .        .
cases.open_case                      GET+POST .        .        x        .        .        .        .
cases.remove_attachment              POST     x        x        x        x        .        .        .
cases.remove_entry                   POST     x        x        x        x        .        .        .
cases.show_case                      GET      x        x        x        x        .        .        .
cases.show_draft                     GET      x        x        x        x        .        .        .
cases.show_step                      GET      x        x        x        x        .        .        .
cases.submit_step                    POST     x        x        x        x        .        .        .
cases.write_draft                    POST     x        x        x        x        .        .        .
exchange.import_register             GET+POST .        .        x        .        .        .        .
handbook.list_pages                  GET      x        x        x        x        x        x        .
handbook.show_page                   GET      x        x        x        x        x        x        .
home.show_front                      GET      x        x        x        x        x        x        x
home.tell_health                     GET      x        x        x        x        x        x        x
legal_bases.add_provision            GET+POST .        .        x        .        .        .        .
legal_bases.add_regulation           GET+POST .        .        x        .        .        .        .
legal_bases.edit_provision           GET+POST .        .        x        .        .        .        .
legal_bases.edit_regulation          GET+POST .        .        x        .        .        .        .
legal_bases.find_provision           GET      x        x        x        x        x        .        .
legal_bases.list_grounds             GET      x        x        x        x        x        .        .
legal_bases.list_regulations         GET      x        x        x        x        x        .        .
legal_bases.record_change            GET+POST .        .        x        .        .        .        .
legal_bases.review_regulation        POST     .        .        x        .        .        .        .
legal_bases.show_ground              GET      x        x        x        x        x        .        .
legal_bases.show_provision           GET      x        x        x        x        x        .        .
legal_bases.show_regulation          GET      x        x        x        x        x        .        .
legal_bases.withdraw_provision       POST     .        .        x        .        .        .        .
office.list_holidays                 GET+POST .        .        x        .        .        x        .
office.list_signatories              GET+POST .        .        x        .        .        x        .
office.seed_holidays                 POST     .        .        x        .        .        x        .
office.show_settings                 GET+POST .        .        x        .        .        x        .
office.withdraw_holiday              POST     .        .        x        .        .        x        .
papers.list_papers                   GET      x        x        x        x        x        .        .
papers.print_case_paper              GET      x        x        x        x        .        .        .
papers.print_determination           GET      x        x        x        x        x        .        .
papers.print_dik                     GET      x        x        x        x        x        .        .
papers.print_procedure               GET      x        x        x        x        .        .        .
papers.show_case_paper               GET      x        x        x        x        .        .        .
papers.show_determination            GET      x        x        x        x        x        .        .
papers.show_dik                      GET      x        x        x        x        x        .        .
people.add_person                    GET+POST .        .        .        .        .        x        .
people.change_account                POST     .        .        .        .        .        x        .
people.grant_role                    POST     .        .        .        .        .        x        .
people.list_people                   GET      .        .        .        .        .        x        .
people.revoke_role                   POST     .        .        .        .        .        x        .
people.show_person                   GET+POST .        .        .        .        .        x        .
procedures.add_procedure             GET+POST .        .        x        .        .        x        .
procedures.change_norms              POST     .        .        x        .        .        x        .
procedures.change_use                POST     .        .        x        .        .        x        .
procedures.fetch_procedure           GET      x        x        x        x        x        x        .
procedures.list_procedures           GET      x        x        x        x        x        x        .
procedures.show_procedure            GET      x        x        x        x        x        x        .
register.edit_entry                  GET+POST .        .        x        x        .        .        .
register.list_choices                GET      x        x        x        x        x        .        .
register.list_entries                GET      x        x        x        x        x        .        .
register.print_entry                 GET      x        x        x        x        x        .        .
register.propose_classification      GET+POST .        .        x        x        .        .        .
register.propose_entry               GET+POST .        .        x        x        .        .        .
register.show_entry                  GET      x        x        x        x        x        .        .
tasks.list_tasks                     GET      x        x        x        x        .        .        .
units.add_unit                       GET+POST .        .        .        .        .        x        .
units.close_unit                     POST     .        .        .        .        .        x        .
units.edit_unit                      GET+POST .        .        .        .        .        x        .
units.list_all_units                 GET      .        .        .        .        .        x        .
worklist.show_group                  GET      x        x        x        x        x        .        .
worklist.show_worklist               GET      x        x        x        x        x        .        .
"""  # noqa: E501 - a table is read by its columns
ARGUMENTS: dict[str, dict[str, str | int]] = {
    "audit": {"word": "entri", "subject_id": 1},
    "cases": {"number": "P-2026-001", "step": 6, "attachment_id": 16, "entry_number": "DIK-0006"},
    "handbook": {"slug": "entri-yang-baik"},
    "legal_bases": {"code": "uu-14-2008", "provision_id": 1, "huruf": "a"},
    "office": {"holiday_id": 1},
    "papers": {"year": 2025, "number": 3},
    "papers.print_procedure": {"code": "sop-7-2021", "version": 1},
    "papers.show_case_paper": {"number": "P-2025-001", "name": "lembar-pengubahan"},
    "papers.print_case_paper": {"number": "P-2025-001", "name": "lembar-pengubahan"},
    "people": {"username": "unit2", "grant_id": 1},
    "procedures": {"code": "sop-7-2021", "version": 1},
    "register": {"number": "DIK-0006", "key": "huruf"},
    "units": {"code": "DISPUSIP"},
    "worklist": {"group": "lewat-waktu"},
}


@dataclass(frozen=True)
class Way:
    """One way in: an endpoint and a method, with a real address in the demo register."""

    endpoint: str
    method: str
    address: str


def allowed() -> dict[str, tuple[set[str], set[str]]]:
    """The table: endpoint → its methods, and who may come."""
    lines = [line.split() for line in TABLE.strip().splitlines()[1:]]
    return {
        endpoint: (
            set(methods.split("+")),
            {who for who, mark in zip(COLUMNS, marks, strict=True) if mark == "x"},
        )
        for endpoint, methods, *marks in lines
    }


def real_methods(app: Flask) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for rule in app.url_map.iter_rules():
        if rule.endpoint != "static":
            known = found.setdefault(rule.endpoint, set())
            known |= (rule.methods or set()) - {"HEAD", "OPTIONS"}
    return found


def ways(app: Flask) -> Iterator[Way]:
    """Every way in; those that change who is signed in come last."""
    adapter = app.url_map.bind("localhost")
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]
    for rule in sorted(rules, key=lambda rule: (rule.endpoint == "accounts.sign_out", rule.rule)):
        blueprint = rule.endpoint.partition(".")[0]
        known = ARGUMENTS.get(blueprint, {}) | ARGUMENTS.get(rule.endpoint, {})
        values = {name: known[name] for name in rule.arguments}
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            yield Way(rule.endpoint, method, adapter.build(rule.endpoint, values, method=method))


def ask(client: PageClient, way: Way) -> TestResponse:
    """Go there with an empty form; printing is asked for by OPTIONS, which the guard lets through
    or not like any other, and which prints nothing.
    """
    method = "OPTIONS" if way.address.endswith(".pdf") else way.method
    form = {"csrf_token": client.token()} if method == "POST" else None
    return client.browser.open(way.address, method=method, data=form, buffered=True)


def outcome(answer: TestResponse) -> str:
    """What became of the person who went there."""
    if answer.status_code == 303 and answer.location.startswith("/masuk?"):
        return "to sign-in"
    known = {200: "in", 303: "in", 400: "in", 409: "in", 422: "in", 403: "refused"}
    return known.get(answer.status_code, f"fault {answer.status_code}")


def hold_only(username: str, role: Role, unit: Unit | None = None) -> None:
    """Leave that demo user this role alone."""
    user = User.get(User.username == username)
    RoleGrant.delete().where(RoleGrant.user == user).execute()
    RoleGrant.create(user=user, role=role.value, unit=unit)


def test_every_way_in_has_its_row_in_the_table(app: Flask) -> None:
    assert {endpoint: methods for endpoint, (methods, _who) in allowed().items()} == real_methods(
        app
    )


@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
def test_a_role_alone_comes_in_where_the_table_says(
    demo: Flask, demo_as: SignedIn, role: Role
) -> None:
    hold_only("ppid", role)
    client, table = demo_as("ppid"), allowed()

    wrong = {
        f"{way.method} {way.address}": got
        for way in ways(demo)
        if (got := outcome(ask(client, way)))
        != ("in" if role.value in table[way.endpoint][1] else "refused")
    }

    assert wrong == {}


def test_nobody_comes_in_but_by_the_public_doors(demo: Flask) -> None:
    client, table = PageClient(demo), allowed()

    wrong = {
        f"{way.method} {way.address}": got
        for way in ways(demo)
        if (got := outcome(ask(client, way)))
        != ("in" if NOBODY in table[way.endpoint][1] else "to sign-in")
    }

    assert wrong == {}


def test_who_holds_no_role_comes_in_only_where_all_do(demo: Flask, demo_as: SignedIn) -> None:
    RoleGrant.delete().where(RoleGrant.user == User.get(User.username == "ppid")).execute()
    client, table = demo_as("ppid"), allowed()

    came_in = {way.endpoint for way in ways(demo) if outcome(ask(client, way)) == "in"}

    everyone = set(COLUMNS) - {NOBODY}
    assert came_in == {endpoint for endpoint, (_methods, who) in table.items() if everyone <= who}


def test_a_role_that_was_taken_away_no_longer_opens_a_door(demo_as: SignedIn) -> None:
    client = demo_as("ppid")
    client.get("/perkara/baru")
    RoleGrant.update(revoked_at=RoleGrant.granted_at).where(
        RoleGrant.user == User.get(User.username == "ppid")
    ).execute()

    client.get("/perkara/baru", status=403)


@pytest.mark.parametrize("page", ["ubah", "klasifikasi"])
def test_a_unit_edits_no_entry_of_another_unit(demo_as: SignedIn, page: str) -> None:
    theirs = Entry.get(Entry.number == "DIK-0037")
    client = demo_as("unit")

    client.get(f"/register/DIK-0037/{page}", status=403)
    client.post(f"/register/DIK-0037/{page}", {"title": "Bukan milik saya"}, status=403)

    assert Entry.get_by_id(theirs.id).title == theirs.title
    client.get(f"/register/DIK-0001/{page}")


def test_a_unit_proposes_no_entry_for_another_unit(demo_as: SignedIn) -> None:
    theirs = Unit.get(Unit.code == "DINKES")
    before = Entry.select().count()

    demo_as("unit").post("/register/usulkan", {"title": "Titipan", "unit": theirs.id}, status=422)

    assert Entry.select().count() == before


OF_A_CASE = (
    "",
    "/langkah/1",
    "/langkah/6",
    "/langkah/6/draf",
    "/langkah/6/konfirmasi",
    "/lampiran/16",
    "/naskah/lembar-pengubahan",
    "/naskah/lembar-pengubahan.pdf",
)
TOKEN = re.compile(r"[\w-]{20,}\.[\w-]{6,}\.[\w-]{20,}")
WRITES_OF_A_CASE = (
    "/entri",
    "/entri/DIK-0006/keluarkan",
    "/lampiran/16/tarik",
    "/langkah/6",
    "/langkah/6/draf",
    "/langkah/6/konfirmasi",
    "/langkah/6/lampiran",
)


@pytest.mark.parametrize("page", OF_A_CASE)
def test_a_case_of_another_unit_answers_like_one_that_is_not_there(
    demo_as: SignedIn, page: str
) -> None:
    browser = demo_as("unit2").browser

    hidden = browser.get(f"/perkara/P-2026-001{page}")
    absent = browser.get(f"/perkara/P-1999-001{page}")

    assert hidden.status_code == 404
    assert TOKEN.sub("", hidden.text) == TOKEN.sub("", absent.text)


@pytest.mark.parametrize("page", WRITES_OF_A_CASE)
def test_nothing_is_written_in_a_case_of_another_unit(demo_as: SignedIn, page: str) -> None:
    demo_as("unit2").post(f"/perkara/P-2026-001{page}", {"entry": "DIK-0037"}, status=404)


def test_a_file_is_not_had_through_a_case_that_one_may_read(demo_as: SignedIn) -> None:
    assert Attachment.get_by_id(16).case.number == "P-2026-001"

    demo_as("unit").get("/perkara/P-2026-001/lampiran/16", buffered=True)
    demo_as("unit2").get("/perkara/P-2026-002/lampiran/16", status=404)


MARK = "rahasia-perkara-7731"
HELD = "DIK-0037"


@pytest.fixture
def secret(demo_as: SignedIn) -> str:
    """The number of a case whose title, draft and file hold a word that stands nowhere else."""
    officer = demo_as("ppid")
    opened = {"procedure": "sop-7-2021", "title": MARK, "entries": HELD}
    address = officer.post("/perkara/baru", opened).location
    officer.post(f"{address}/langkah/1/draf", {"instruction": MARK, "seq": "2", "action": "save"})
    file = {"file": (io.BytesIO(b"%PDF-1.7"), f"{MARK}.pdf")}
    officer.post(f"{address}/langkah/1/lampiran", file, content_type="multipart/form-data")
    assert officer.get(address).text.count(MARK) > 3
    return address.removeprefix("/perkara/")


def pages_of(app: Flask) -> list[str]:
    """The addresses of all pages but the papers, and of the trail to its end."""
    plain = [way.address for way in ways(app) if way.method == "GET"]
    trail = [f"/jejak/?halaman={page}" for page in range(1, 8)]
    entry = Entry.get(Entry.number == HELD)
    about = [f"/jejak/entri/{entry.id}", f"/register/{HELD}", f"/register/{HELD}/cetak"]
    return [page for page in (*plain, *trail, *about) if not page.endswith(".pdf")]


def telling(client: PageClient, pages: list[str], words: list[str]) -> list[tuple[str, str]]:
    """The pages that tell one of the words, with the word."""
    answers = {page: client.browser.get(page, buffered=True) for page in pages}
    texts = {page: unescape(each.text) for page, each in answers.items() if each.status_code == 200}
    return [(page, word) for page, text in texts.items() for word in words if word in text]


@pytest.mark.parametrize("username", ["meja", "admin", "unit"])
def test_what_is_in_a_case_shows_nowhere_to_who_may_not_read_it(
    demo: Flask, demo_as: SignedIn, secret: str, username: str
) -> None:
    hidden = [MARK] if username == "admin" else [MARK, secret]

    assert telling(demo_as(username), pages_of(demo), hidden) == []


def test_what_is_in_a_case_shows_to_who_may_read_it(
    demo: Flask, demo_as: SignedIn, secret: str
) -> None:
    seen = {page for page, _word in telling(demo_as("ppid"), pages_of(demo), [MARK])}

    assert {"/perkara/", "/jejak/", f"/register/{HELD}"} <= seen


def test_the_number_of_open_cases_is_not_told_to_the_desk(demo_as: SignedIn, secret: str) -> None:
    page = demo_as("meja").get(f"/register/{HELD}").text

    assert "/perkara/" not in page
    assert "/tugas" not in page


def test_nothing_that_an_entry_says_shows_to_the_admin(demo: Flask, demo_as: SignedIn) -> None:
    demo_as("ppid").post(f"/register/{HELD}/ubah", {"title": f"Judul {MARK}", "summary": MARK})
    titles = [row.title for row in Entry.select(Entry.title)]

    assert telling(demo_as("admin"), pages_of(demo), [MARK, *titles]) == []
