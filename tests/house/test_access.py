"""Who may come where: each way into the program, for each role alone and for nobody."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from ppid import clock
from ppid.accounts.models import RoleGrant, Unit, User
from ppid.cases.models import Attachment
from ppid.jobs.models import Job, JobResult
from ppid.mail.models import Mail
from ppid.papers.models import IssuedPaper
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
bundles.ask_case_bundle              GET+POST x        x        x        x        .        .        .
bundles.ask_dik                      GET+POST x        x        x        x        x        .        .
bundles.ask_entry_bundle             GET+POST x        x        x        x        .        .        .
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
check.ask_code                       GET      x        x        x        x        x        x        x
check.show_paper                     GET      x        x        x        x        x        x        x
desk.print_slip                      GET      .        x        x        .        x        .        .
desk.show_desk                       GET      .        x        x        .        x        .        .
exchange.import_register             GET+POST .        .        x        .        .        .        .
handbook.list_pages                  GET      x        x        x        x        x        x        .
handbook.show_page                   GET      x        x        x        x        x        x        .
home.show_front                      GET      x        x        x        x        x        x        x
home.tell_health                     GET      x        x        x        x        x        x        x
jobs.cancel_job                      POST     x        x        x        x        x        x        .
jobs.fetch_result                    GET      x        x        x        x        x        .        .
jobs.list_jobs                       GET      x        x        x        x        x        x        .
jobs.repeat_job                      POST     x        x        x        x        x        .        .
jobs.show_job                        GET      x        x        x        x        x        x        .
legal_bases.add_provision            GET+POST .        .        x        .        .        .        .
legal_bases.add_regulation           GET+POST .        .        x        .        .        .        .
legal_bases.edit_provision           GET+POST .        .        x        .        .        .        .
legal_bases.edit_regulation          GET+POST .        .        x        .        .        .        .
legal_bases.find_provision           GET      x        x        x        x        x        x        x
legal_bases.list_grounds             GET      x        x        x        x        x        x        x
legal_bases.list_regulations         GET      x        x        x        x        x        x        x
legal_bases.record_change            GET+POST .        .        x        .        .        .        .
legal_bases.review_regulation        POST     .        .        x        .        .        .        .
legal_bases.show_ground              GET      x        x        x        x        x        x        x
legal_bases.show_provision           GET      x        x        x        x        x        x        x
legal_bases.show_regulation          GET      x        x        x        x        x        x        x
legal_bases.withdraw_provision       POST     .        .        x        .        .        .        .
mail.retry_mail                      POST     .        .        x        .        .        x        .
mail.save_unit                       POST     .        .        x        .        .        x        .
mail.send_trial                      POST     .        .        x        .        .        x        .
mail.show_mailboxes                  GET+POST .        .        x        .        .        x        .
office.edit_number                   GET+POST .        .        x        .        .        x        .
office.explain_numbers               POST     .        .        x        .        .        x        .
office.list_holidays                 GET+POST .        .        x        .        .        x        .
office.list_numbers                  GET      .        .        x        .        .        x        .
office.list_signatories              GET+POST .        .        x        .        .        x        .
office.remove_logo                   POST     .        .        x        .        .        x        .
office.seed_holidays                 POST     .        .        x        .        .        x        .
office.show_logo                     GET+POST .        .        x        .        .        x        .
office.show_series                   GET      .        .        x        .        .        x        .
office.show_settings                 GET+POST .        .        x        .        .        x        .
office.skip_numbers                  POST     .        .        x        .        .        x        .
office.withdraw_holiday              POST     .        .        x        .        .        x        .
papers.ask_certificate               GET      .        .        x        .        .        .        .
papers.give_certificate              POST     .        .        x        .        .        .        .
papers.list_older                    GET      x        x        x        x        x        .        .
papers.list_papers                   GET      x        x        x        x        x        .        .
papers.preview                       GET      .        .        x        .        .        .        .
papers.print_case_paper              GET      x        x        x        x        .        .        .
papers.print_determination           GET      x        x        x        x        x        .        .
papers.print_dik                     GET      x        x        x        x        x        .        .
papers.print_issued                  GET      x        x        x        x        x        .        .
papers.print_preview                 GET      .        .        x        .        .        .        .
papers.print_procedure               GET      x        x        x        x        .        .        .
papers.read_issued                   GET      x        x        x        x        x        .        .
papers.show_case_paper               GET      x        x        x        x        .        .        .
papers.show_determination            GET      x        x        x        x        x        .        .
papers.show_dik                      GET      x        x        x        x        x        .        .
papers.show_issued                   GET      x        x        x        x        x        .        .
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
public.ask_day                       GET      x        x        x        x        x        x        x
public.describe_search               GET      x        x        x        x        x        x        x
public.give_archive                  GET      x        x        x        x        x        x        x
public.give_catalogue                GET      x        x        x        x        x        x        x
public.give_csv                      GET      x        x        x        x        x        x        x
public.give_determination            GET      x        x        x        x        x        x        x
public.give_feed                     GET      x        x        x        x        x        x        x
public.give_json                     GET      x        x        x        x        x        x        x
public.give_schema                   GET      x        x        x        x        x        x        x
public.give_xlsx                     GET      x        x        x        x        x        x        x
public.list_ending                   GET      x        x        x        x        x        x        x
public.list_entries                  GET      x        x        x        x        x        x        x
public.list_entries_on               GET      x        x        x        x        x        x        x
public.list_opened                   GET      x        x        x        x        x        x        x
public.map_part                      GET      x        x        x        x        x        x        x
public.map_site                      GET      x        x        x        x        x        x        x
public.show_entry                    GET      x        x        x        x        x        x        x
public.show_entry_on                 GET      x        x        x        x        x        x        x
public.tell_data                     GET      x        x        x        x        x        x        x
public.tell_how_to                   GET      x        x        x        x        x        x        x
public.tell_robots                   GET      x        x        x        x        x        x        x
register.edit_entry                  GET+POST .        .        x        x        .        .        .
register.list_choices                GET      x        x        x        x        x        .        .
register.list_entries                GET      x        x        x        x        x        .        .
register.print_entry                 GET      x        x        x        x        x        .        .
register.propose_classification      GET+POST .        .        x        x        .        .        .
register.propose_entry               GET+POST .        .        x        x        .        .        .
register.show_entry                  GET      x        x        x        x        x        .        .
requests.add_item                    POST     .        .        x        .        x        .        .
requests.answer_objection            GET+POST .        x        .        .        .        .        .
requests.approve_answer              POST     .        x        .        .        .        .        .
requests.ask_test                    POST     .        .        x        .        x        .        .
requests.extend_request              GET+POST .        .        x        .        .        .        .
requests.file_objection              GET+POST .        .        x        .        x        .        .
requests.issue_answer                POST     .        .        x        .        .        .        .
requests.link_item                   GET+POST .        .        x        .        x        .        .
requests.list_requests               GET      .        x        x        .        x        .        .
requests.open_dispute                GET+POST .        .        x        .        .        .        .
requests.prepare_answer              GET+POST .        .        x        .        x        .        .
requests.print_letter                GET      .        x        x        .        x        .        .
requests.record_request              GET+POST .        .        x        .        x        .        .
requests.record_ruling               GET+POST .        .        x        .        .        .        .
requests.remove_item                 POST     .        .        x        .        x        .        .
requests.return_answer               POST     .        x        x        .        x        .        .
requests.show_letter                 GET      .        x        x        .        x        .        .
requests.show_request                GET      .        x        x        .        x        .        .
requests.withdraw_request            GET+POST .        .        x        .        x        .        .
signed_copies.add_copy               POST     .        .        x        .        .        .        .
signed_copies.fetch_copy             GET      x        x        x        x        x        .        .
signed_copies.show_copies            GET      x        x        x        x        x        .        .
synonyms.change_word                 GET+POST .        .        x        .        x        x        .
synonyms.list_words                  GET+POST .        .        x        .        x        x        .
synonyms.withdraw_word               POST     .        .        x        .        x        x        .
tasks.list_tasks                     GET      x        x        x        x        x        .        .
texts.edit_text                      GET+POST .        .        x        .        .        x        .
texts.list_texts                     GET      .        .        x        .        .        x        .
texts.list_versions                  GET      .        .        x        .        .        x        .
texts.restore_text                   POST     .        .        x        .        .        x        .
texts.show_preview                   POST     .        .        x        .        .        x        .
units.add_unit                       GET+POST .        .        .        .        .        x        .
units.close_unit                     POST     .        .        .        .        .        x        .
units.edit_unit                      GET+POST .        .        .        .        .        x        .
units.list_all_units                 GET      .        .        .        .        .        x        .
wording.edit_wording                 GET+POST .        .        x        x        .        .        .
wording.list_unreviewed              GET      .        .        x        x        .        .        .
worklist.show_group                  GET      x        x        x        x        x        .        .
worklist.show_worklist               GET      x        x        x        x        x        .        .
yearly.give_report                   POST     .        .        x        .        .        .        .
yearly.give_workbook                 GET      x        x        x        x        x        .        .
yearly.list_requests                 GET      .        x        x        .        x        .        .
yearly.list_years                    GET      x        x        x        x        x        .        .
yearly.preview                       GET      x        x        x        x        x        .        .
yearly.print_preview                 GET      x        x        x        x        x        .        .
yearly.show_report                   GET      x        x        x        x        x        .        .
"""  # noqa: E501 - a table is read by its columns
ISSUED = "the code of an issued paper"
DONE_JOB = 1_000
DONE_MAIL = 1
ARGUMENTS: dict[str, dict[str, str | int]] = {
    "audit": {"word": "entri", "subject_id": 1},
    "bundles": {"number": "P-2026-001"},
    "bundles.ask_entry_bundle": {"number": "DIK-0006"},
    "cases": {"number": "P-2026-001", "step": 6, "attachment_id": 16, "entry_number": "DIK-0006"},
    "check": {"code": ISSUED},
    "handbook": {"slug": "entri-yang-baik"},
    "jobs": {"job_id": DONE_JOB},
    "legal_bases": {"code": "uu-14-2008", "provision_id": 1, "huruf": "a"},
    "mail": {"mail_id": DONE_MAIL},
    "office": {"holiday_id": 1, "kind": "penetapan", "year": 2025},
    "papers": {"year": 2025, "number": 3, "code": ISSUED},
    "papers.print_procedure": {"code": "sop-7-2021", "version": 1},
    "papers.show_case_paper": {"number": "P-2025-001", "name": "lembar-pengubahan"},
    "papers.print_case_paper": {"number": "P-2025-001", "name": "lembar-pengubahan"},
    "people": {"username": "unit2", "grant_id": 1},
    "procedures": {"code": "sop-7-2021", "version": 1},
    "public": {"number": "DIK-0006", "day": "2025-06-01", "part": 1, "year": 2025},
    "public.give_determination": {"number": 3},
    "register": {"number": "DIK-0006", "key": "huruf"},
    "requests": {"number": "PI-2026-009", "item_id": 10, "name": "jawaban"},
    "signed_copies": {"code": ISSUED, "copy_id": 1},
    "synonyms": {"synonym_id": 1},
    "texts": {"name": "surat-penolakan", "number": 0},
    "units": {"code": "DISPUSIP"},
    "wording": {"number": "DIK-0006"},
    "worklist": {"group": "lewat-waktu"},
    "yearly": {"year": 2025, "name": "diterima"},
}


@pytest.fixture
def demo(demo: Flask) -> Flask:
    """The demo register with a finished print that ppid asked for, and a mail."""
    Mail.create(
        id=DONE_MAIL, to="a@contoh.invalid", subject="", body="", about="", force_insert=True
    )
    ppid = User.get(User.username == "ppid")
    now = clock.now()
    facts = {"kind": "cetak-dik", "label": "DIK", "order": {}, "asked_by": ppid}
    job = Job.create(id=DONE_JOB, started_at=now, finished_at=now, **facts, force_insert=True)
    told = {"name": "dik.pdf", "media_type": "application/pdf", "sha256": "0" * 64, "length": 1}
    JobResult.create(job=job, content=b"x", **told)
    return demo


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
        values = {name: real(known[name]) for name in rule.arguments}
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            yield Way(rule.endpoint, method, adapter.build(rule.endpoint, values, method=method))


def real(value: str | int) -> str | int:
    """A value of the table; codes are drawn anew in each register."""
    return IssuedPaper.get().code if value == ISSUED else value


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
    binary = (".pdf", ".xlsx", ".zip")
    return [page for page in (*plain, *trail, *about) if not page.endswith(binary)]


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
    desk = demo_as("meja")
    page, tasks = desk.get(f"/register/{HELD}").text, desk.get("/tugas").text
    told = re.search(r'href="/tugas">Tugas <span class="count">(\d+)', page)

    assert "/perkara/" not in page + tasks
    assert told
    assert int(told[1]) == tasks.count("<tr data-row>")


def test_nothing_that_an_entry_says_shows_to_the_admin(demo: Flask, demo_as: SignedIn) -> None:
    demo_as("ppid").post(f"/register/{HELD}/ubah", {"title": f"Judul {MARK}", "summary": MARK})
    titles = [row.title for row in Entry.select(Entry.title)]

    assert telling(demo_as("admin"), pages_of(demo), [MARK, *titles]) == []
