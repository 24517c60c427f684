"""Step 6: the whole new classification, held against the law."""

from collections.abc import Callable

import pytest

from ppid.accounts.models import User
from ppid.legal_bases.models import Provision
from ppid.register.content import ClassificationDraft
from ppid.register.models import Entry
from tests.cases.kinds.conftest import Walker, plain_answers

Find = Callable[[str, str], Provision]


@pytest.fixture
def entry(classified: Callable[..., Entry]) -> Entry:
    return classified()


@pytest.fixture
def formulating(
    begin: Callable[..., Walker], entry: Entry, until: Callable[[Walker, int], None]
) -> Walker:
    """A case that waits for its formulation."""
    walker = begin(entry)
    until(walker, 6)
    return walker


def test_it_starts_from_the_proposal_and_all_else_from_semula(
    formulating: Walker, officer: User
) -> None:
    fields = formulating.fields(officer)

    assert fields["rows-0-bases-0-reasoning"] == "Alasan baru langkah 3."
    assert fields["rows-0-benefit_closed"] == "Penilaian berjalan jujur."
    assert fields["rows-0-period_fields-kind"] == "sampai_tanggal"


def test_what_was_formulated_reads_as_a_classification_of_the_register(
    formulating: Walker, officer: User, entry: Entry
) -> None:
    typed = {
        "rows-0-extent": "sebagian",
        "rows-0-excluded_parts": "Nama dan nilai",
        "rows-0-period_fields-kind": "selama_waktu",
        "rows-0-period_fields-years": "5",
        "rows-0-period_fields-starts_on": "2026-01-01",
    }
    formulating.act(officer, {**plain_answers(formulating.fields(officer), 6), **typed})

    row = formulating.recorded(6)["rows"][0]
    draft = ClassificationDraft.from_dict(row)
    assert row["entry_id"] == entry.id
    assert (draft.extent, draft.excluded_parts) == ("sebagian", "Nama dan nilai")
    assert draft.period is not None
    assert draft.period.years == 5
    assert row["period_words"].startswith("5 tahun sejak 1 Januari 2026")
    assert row["before"]["bases"][0]["citation"].endswith("Pasal 17 huruf i")


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"consequence_open": ""}, "consequence_open", "Akibat bila informasi dibuka belum diisi"),
        ({"extent": "sebagian"}, "excluded_parts", "Dikecualikan sebagian"),
        ({"period_fields-kind": ""}, "period_fields-kind", "Jangka waktu belum diisi"),
        (
            {"period_fields-kind": "selama_keadaan"},
            "period_fields-condition",
            "Sebutkan keadaan yang mendasari",
        ),
        (
            {"period_fields-kind": "tidak_terbatas"},
            "period_fields-review_on",
            "tidak mempunyai tanggal berakhir",
        ),
        ({"keep": "y"}, "keep_reason", "Isi alasan tidak diubah"),
    ],
)
def test_what_stops_it_stands_beside_its_field(
    formulating: Walker, officer: User, typed: dict[str, str], field: str, words: str
) -> None:
    answers = plain_answers(formulating.fields(officer), 6)
    typed = {f"rows-0-{name}": value for name, value in typed.items()}

    page = formulating.press(officer, {**answers, **typed}, status=422).text

    assert f'id="rows-0-{field}-galat"' in page
    assert f'href="#rows-0-{field}"' in page
    assert words in page


def test_permanent_is_refused_for_huruf_a(
    formulating: Walker, officer: User, entry: Entry, provision: Find
) -> None:
    picked = provision("uu-14-2008", "Pasal 17 huruf a angka 1")
    formulating.send(officer, f"add:{entry.id}:{picked.id}")
    answers = plain_answers(formulating.fields(officer), 6)
    permanent = {
        "rows-0-period_fields-kind": "tidak_terbatas",
        "rows-0-period_fields-review_on": "2027-01-01",
    }

    page = formulating.press(officer, {**answers, **permanent}, status=422).text

    assert "tidak boleh permanen" in page
    assert "UU 14/2008 Pasal 20 ayat (1)" in page


def test_an_entry_that_stays_needs_nothing_but_its_reason(
    formulating: Walker, officer: User
) -> None:
    kept = {
        "rows-0-keep": "y",
        "rows-0-keep_reason": "Dasarnya masih tepat.",
        "rows-0-consequence_open": "",
    }
    formulating.act(officer, kept)

    assert formulating.recorded(6)["rows"][0]["keep"] is True


def test_semula_can_be_taken_again(formulating: Walker, officer: User, entry: Entry) -> None:
    formulating.send(officer, "find", {"rows-0-benefit_closed": "Lain sama sekali."})
    formulating.send(officer, f"take:{entry.id}:semula")

    fields = formulating.fields(officer)
    assert fields["rows-0-benefit_closed"] == "Penilaian berjalan jujur."
    assert fields["rows-0-bases-0-reasoning"] == "Alasan lama."
