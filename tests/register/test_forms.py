"""The forms of the register: what is asked, what is refused and where it is said."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from ppid.accounts.models import Unit, User
from ppid.audit.models import AuditRecord
from ppid.law.periods import Period, PeriodKind
from ppid.register.content import BasisDraft, ClassificationDraft
from ppid.register.models import Classification, Entry
from ppid.register.queries import draft_of, get_dossier
from ppid.workflow.roles import Role
from tests.page_client import PageClient

MakeEntry = Callable[..., Entry]
SignIn = Callable[[User], PageClient]
TITLE = "Rekaman wawancara pelapor pelanggaran 2024"


@pytest.fixture
def writer(make_user: Callable[..., User], unit: Unit) -> User:
    """An officer of a unit below the public body."""
    own = Unit.create(code="dinas", name="Dinas Contoh", short_name="Dinas", parent=unit)
    return make_user("unit", Role.UNIT_OFFICER, unit=own)


def own_unit() -> Unit:
    found: Unit = Unit.get(Unit.code == "dinas")
    return found


def classification_form(**told: Any) -> dict[str, Any]:
    return {
        "extent": "seluruhnya",
        "bases-0-provision": "UU 14/2008 Pasal 17 huruf h angka 4",
        "bases-0-reasoning": "Memuat penilaian orang per orang.",
        "consequence_open": "Nilai diketahui umum.",
        "benefit_closed": "Penilaian jujur.",
        "period-kind": PeriodKind.UNTIL_DATE.value,
        "period-ends_on": "2028-01-18",
        **told,
    }


def test_a_unit_officer_proposes_an_entry_of_the_own_unit(writer: User, sign_in: SignIn) -> None:
    browser = sign_in(writer)

    answer = browser.post("/register/usulkan", {"unit": own_unit().id, "title": TITLE})

    assert answer.location == "/register/DIK-0001/klasifikasi"
    assert Entry.get().title == TITLE


def test_only_units_one_may_write_for_are_offered(writer: User, sign_in: SignIn) -> None:
    html = sign_in(writer).get("/register/usulkan").text

    assert "Dinas Contoh" in html
    assert "Pemerintah Provinsi Contoh</option>" not in html


def test_an_entry_of_another_unit_cannot_be_proposed(
    writer: User, unit: Unit, sign_in: SignIn
) -> None:
    sign_in(writer).post("/register/usulkan", {"unit": unit.id, "title": TITLE}, status=422)

    assert Entry.select().count() == 0


def test_a_missing_title_is_said_beside_its_field_and_in_the_summary(
    writer: User, sign_in: SignIn
) -> None:
    html = sign_in(writer).post("/register/usulkan", {"unit": own_unit().id}, status=422).text

    assert 'id="title-galat"' in html
    assert '<a href="#title">' in html


def test_an_entry_of_another_unit_cannot_be_edited(
    writer: User, make_entry: MakeEntry, sign_in: SignIn
) -> None:
    foreign = make_entry()

    sign_in(writer).get(f"/register/{foreign.number}/ubah", status=403)


def test_editing_keeps_before_and_after_in_the_trail(
    make_entry: MakeEntry, officer: User, sign_in: SignIn
) -> None:
    entry = make_entry()

    sign_in(officer).post(
        f"/register/{entry.number}/ubah",
        {"title": TITLE, "public_title": entry.public_title, "storage_place": "Rak 1"},
    )

    last = AuditRecord.select().order_by(AuditRecord.id.desc()).get()
    assert last.actor_name == officer.name
    assert last.changes == [
        {"field": "title", "before": entry.title, "after": TITLE},
        {"field": "storage_place", "before": "", "after": "Rak 1"},
    ]


def test_a_proposal_is_written_as_it_was_typed(
    make_entry: MakeEntry,
    catalogue: Callable[..., BasisDraft],
    officer: User,
    sign_in: SignIn,
) -> None:
    entry = make_entry()

    sign_in(officer).post(f"/register/{entry.number}/klasifikasi", classification_form())

    assert draft_of(get_dossier(entry.id)) == ClassificationDraft(
        bases=(
            catalogue(
                "uu-14-2008", "Pasal 17 huruf h angka 4", "Memuat penilaian orang per orang."
            ),
        ),
        consequence_open="Nilai diketahui umum.",
        benefit_closed="Penilaian jujur.",
        period=Period(PeriodKind.UNTIL_DATE, ends_on=date(2028, 1, 18)),
    )


def test_a_newer_proposal_withdraws_the_older_one(
    make_entry: MakeEntry,
    catalogue: Callable[..., BasisDraft],
    officer: User,
    sign_in: SignIn,
) -> None:
    entry, browser = make_entry(), sign_in(officer)

    for text in ("Pertama", "Kedua"):
        form = classification_form(consequence_open=text)
        browser.post(f"/register/{entry.number}/klasifikasi", form)

    older, newer = Classification.select().order_by(Classification.id)
    assert older.withdrawn_at is not None
    assert newer.withdrawn_at is None


def test_the_form_shows_what_is_proposed(
    make_entry: MakeEntry,
    catalogue: Callable[..., BasisDraft],
    officer: User,
    sign_in: SignIn,
) -> None:
    entry, browser = make_entry(), sign_in(officer)
    browser.post(f"/register/{entry.number}/klasifikasi", classification_form())

    html = browser.get(f"/register/{entry.number}/klasifikasi").text

    assert 'value="UU 14/2008 Pasal 17 huruf h angka 4"' in html
    assert 'value="2028-01-18"' in html


@pytest.mark.parametrize(
    ("told", "field", "message"),
    [
        ({"extent": "sebagian"}, "excluded_parts", "Sebutkan bagian"),
        ({"bases-0-provision": "pasal tujuh belas saja"}, "bases-0-provision", "tidak terbaca"),
        ({"bases-0-provision": "17 h"}, "bases-0-provision", "Pilih yang dimaksud"),
        ({"period-ends_on": "", "period-starts_on": ""}, "period-ends_on", "Isi tanggal"),
        ({"period-ends_on": "besok"}, "period-ends_on", "tahun-bulan-hari"),
        (
            {
                "bases-0-provision": "UU 14/2008 Pasal 17 huruf a angka 1",
                "period-kind": PeriodKind.UNLIMITED.value,
            },
            "period-kind",
            "tidak boleh permanen",
        ),
    ],
)
def test_what_must_be_mended_is_said_beside_its_field(
    told: dict[str, str],
    field: str,
    message: str,
    make_entry: MakeEntry,
    catalogue: Callable[..., BasisDraft],
    officer: User,
    sign_in: SignIn,
) -> None:
    entry = make_entry()

    html = (
        sign_in(officer)
        .post(f"/register/{entry.number}/klasifikasi", classification_form(**told), status=422)
        .text
    )

    said = html.partition(f'id="{field}-galat"')[2].partition("</p>")[0]
    assert message in said
    assert Classification.select().count() == 0


def test_a_law_that_the_catalogue_lacks_is_kept_in_its_official_wording(
    make_entry: MakeEntry,
    catalogue: Callable[..., BasisDraft],
    officer: User,
    sign_in: SignIn,
) -> None:
    entry = make_entry()
    typed = "UU No. 36 Tahun 1999 Pasal 42"

    sign_in(officer).post(
        f"/register/{entry.number}/klasifikasi", classification_form(**{"bases-1-provision": typed})
    )

    kept = draft_of(get_dossier(entry.id)).bases[1]
    assert kept.provision_id is None
    assert kept.citation.startswith("Undang-Undang Nomor 36 Tahun 1999")
    assert kept.citation.endswith("Pasal 42")


def test_who_only_reads_may_not_propose(
    make_entry: MakeEntry, make_user: Callable[..., User], sign_in: SignIn
) -> None:
    entry = make_entry()
    browser = sign_in(make_user("meja", Role.DESK))

    browser.get("/register/usulkan", status=403)
    browser.get(f"/register/{entry.number}/klasifikasi", status=403)


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("document_year", "20255", "Isi tahun antara 1900"),
        ("document_year", "-1", "Isi tahun antara 1900"),
        ("first_excluded_on", "2199-01-01", "Tanggal ini belum tiba"),
    ],
)
def test_a_year_that_no_document_bears_is_refused_beside_its_field(
    client: PageClient,
    sign_in: Callable[[User], PageClient],
    officer: User,
    unit: Unit,
    field: str,
    typed: str,
    message: str,
) -> None:
    body = {"unit": str(unit.id), "title": "Hasil asesmen pegawai 2024", field: typed}

    assert message in sign_in(officer).post("/register/usulkan", body, status=422).text
