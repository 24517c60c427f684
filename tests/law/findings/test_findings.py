from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.law.facts import Extent
from ppid.law.findings import (
    FINDINGS,
    BasisFacts,
    ExaminedEntry,
    Finding,
    Severity,
    blocking,
    examine,
    is_incomplete,
)
from ppid.law.findings.content import is_category
from ppid.law.grounds import Ground
from ppid.law.periods import Period, PeriodKind

TODAY = date(2026, 11, 23)
OPENNESS = BasisFacts(
    "UU",
    "14",
    2008,
    "UU 14/2008",
    pasal="17",
    huruf="h",
    angka="4",
    ground=Ground.H,
    reasoning="Memuat penilaian orang per orang.",
)
ARCHIVES = BasisFacts(
    "UU", "43", 2009, "UU 43/2009", pasal="44", reasoning="Melarang arsip pribadi dibuka."
)
GUIDE = BasisFacts("Permendagri", "3", 2017, "Permendagri 3/2017", reasoning="Pedoman.")
GOOD = ExaminedEntry(
    title="Nilai wawancara calon pengawas koperasi 2025",
    public_title="Penilaian calon pengawas koperasi 2025",
    extent=Extent.WHOLE,
    excluded_parts="",
    given_instead="Rekap tanpa nama",
    bases=(OPENNESS,),
    consequence_open="Peserta dipermalukan.",
    benefit_closed="Penilaian tetap jujur.",
    period=Period(PeriodKind.UNTIL_DATE, ends_on=date(2030, 1, 2)),
    period_text="sampai 2 Januari 2030",
    first_excluded_on=date(2025, 1, 2),
    has_test_sheet=True,
    has_approval=True,
    determined=True,
)


def basis(ground: Ground, angka: str = "") -> BasisFacts:
    return replace(OPENNESS, ground=ground, huruf=str(ground), angka=angka)


def find(entry: ExaminedEntry, code: str) -> list[Finding]:
    return [finding for finding in examine(entry, TODAY) if finding.code == code]


def codes(entry: ExaminedEntry) -> set[str]:
    return {finding.code for finding in examine(entry, TODAY)}


def with_period(period: Period | None, text: str = "", *grounds: Ground) -> ExaminedEntry:
    bases = tuple(basis(ground, "1") for ground in grounds) or GOOD.bases
    return replace(GOOD, period=period, period_text=text, bases=bases)


def test_a_good_entry_has_no_findings() -> None:
    assert examine(GOOD, TODAY) == ()


FAULTS = [
    ("tanpa-huruf-pasal-17", replace(GOOD, bases=())),
    ("tanpa-huruf-pasal-17", replace(GOOD, bases=(ARCHIVES,))),
    ("huruf-tanpa-angka", replace(GOOD, bases=(basis(Ground.H),))),
    ("angka-tidak-ada", replace(GOOD, bases=(basis(Ground.H, "6"),))),
    ("angka-tidak-ada", replace(GOOD, bases=(basis(Ground.B, "1"),))),
    ("angka-tidak-ada", replace(GOOD, bases=(basis(Ground.H, "0"),))),
    ("huruf-j-tanpa-uu-lain", replace(GOOD, bases=(basis(Ground.J),))),
    ("huruf-j-tanpa-uu-lain", replace(GOOD, bases=(basis(Ground.J), replace(ARCHIVES, pasal="")))),
    ("huruf-j-tanpa-uu-lain", replace(GOOD, bases=(basis(Ground.J), GUIDE))),
    (
        "peraturan-tidak-berlaku",
        replace(GOOD, bases=(replace(OPENNESS, regulation_in_force=False),)),
    ),
    (
        "keberlakuan-belum-dipastikan",
        replace(GOOD, bases=(OPENNESS, replace(GUIDE, regulation_in_force=None))),
    ),
    ("peraturan-belum-dikenal", replace(GOOD, bases=(OPENNESS, replace(GUIDE, resolved=False)))),
    ("dasar-di-bawah-uu", replace(GOOD, bases=(GUIDE,))),
    ("dasar-tanpa-alasan", replace(GOOD, bases=(replace(OPENNESS, reasoning=" "),))),
    ("tanpa-akibat-dibuka", replace(GOOD, consequence_open="\n")),
    ("tanpa-manfaat-ditutup", replace(GOOD, benefit_closed="")),
    ("tanpa-jangka-waktu", with_period(None)),
    ("tanpa-jangka-waktu", with_period(None, "3 tahun")),
    ("jangka-waktu-berisi-peraturan", with_period(None, "UU No. 14 Tahun 2008 Pasal 17")),
    ("jangka-waktu-tidak-lengkap", with_period(Period(PeriodKind.UNTIL_DATE))),
    (
        "jangka-waktu-terbalik",
        with_period(Period(PeriodKind.UNTIL_DATE, starts_on=TODAY, ends_on=TODAY)),
    ),
    ("jangka-waktu-tanpa-mulai", with_period(Period(PeriodKind.DURATION, years=2))),
    (
        "mulai-belum-dipastikan",
        with_period(Period(PeriodKind.DURATION, years=2, start_event="mutasi")),
    ),
    ("tanpa-akhir-dan-tinjauan", with_period(Period(PeriodKind.UNLIMITED))),
    (
        "tinjauan-terlewat",
        with_period(Period(PeriodKind.UNLIMITED, review_on=date(2026, 11, 22))),
    ),
    ("permanen-huruf-a-f", with_period(Period(PeriodKind.UNLIMITED), "", Ground.C)),
    (
        "huruf-a-lebih-30-tahun",
        with_period(Period(PeriodKind.UNTIL_DATE, ends_on=date(2055, 1, 3)), "", Ground.A),
    ),
    ("sebagian-tanpa-bagian", replace(GOOD, extent=Extent.PARTIAL)),
    ("tanpa-lembar-uji", replace(GOOD, has_test_sheet=False)),
    ("tanpa-persetujuan", replace(GOOD, has_approval=False)),
    ("judul-kategori", replace(GOOD, title="Informasi yang mengungkap rahasia pribadi")),
    ("hampir-sama", replace(GOOD, near_duplicates=("DIK-0007",))),
    ("tanpa-judul-publik", replace(GOOD, public_title=" ")),
]


@pytest.mark.parametrize(("code", "entry"), FAULTS, ids=[code for code, _entry in FAULTS])
def test_each_fault_is_found_with_severity_article_and_mend(
    code: str, entry: ExaminedEntry
) -> None:
    finding = find(entry, code)[0]
    rule = FINDINGS[code]
    assert (finding.severity, finding.article, finding.mend) == (
        rule.severity,
        rule.article,
        rule.mend,
    )
    assert finding.message.endswith(".")


def test_every_check_has_an_example() -> None:
    assert {code for code, _entry in FAULTS} == set(FINDINGS)


@pytest.mark.parametrize(
    "entry",
    [
        replace(GOOD, bases=(basis(Ground.J), ARCHIVES)),
        replace(GOOD, bases=(basis(Ground.B), GUIDE)),
        replace(GOOD, bases=(basis(Ground.H), basis(Ground.H, "4"))),
        replace(GOOD, extent=Extent.PARTIAL, excluded_parts="Nama dan nilai"),
        with_period(Period(PeriodKind.UNLIMITED, review_on=TODAY), "", Ground.G),
        with_period(Period(PeriodKind.UNTIL_DATE, ends_on=date(2055, 1, 2)), "", Ground.A),
    ],
)
def test_what_is_lawful_is_not_found_fault_with(entry: ExaminedEntry) -> None:
    assert codes(entry) <= {"angka-tidak-ada"}


@pytest.mark.parametrize("kind", ["UU", "uu", "Perppu", "Undang-Undang", " UUD "])
def test_every_name_of_an_undang_undang_is_known_as_one(kind: str) -> None:
    assert replace(ARCHIVES, regulation_kind=kind).is_undang_undang


def test_a_basis_is_named_down_to_its_angka() -> None:
    assert OPENNESS.label == "UU 14/2008 Pasal 17 huruf h angka 4"
    assert replace(ARCHIVES, ayat="1").label == "UU 43/2009 Pasal 44 ayat (1)"


def test_an_angka_that_exists_is_no_fault() -> None:
    assert codes(replace(GOOD, bases=(basis(Ground.H, "5"),))) == set()


def test_a_revoked_regulation_is_told_with_its_successor() -> None:
    revoked = replace(
        GUIDE,
        regulation_label="Perki 1/2010",
        regulation_in_force=False,
        successor="Perki 1/2021",
    )
    entry = replace(GOOD, bases=(OPENNESS, revoked, revoked))
    assert [finding.message for finding in find(entry, "peraturan-tidak-berlaku")] == [
        "Perki 1/2010 tidak berlaku lagi; penggantinya Perki 1/2021."
    ]


def test_a_regulation_in_the_period_column_is_not_also_told_as_empty() -> None:
    found = codes(with_period(None, "PP Nomor 61 Tahun 2010"))
    assert "jangka-waktu-berisi-peraturan" in found
    assert "tanpa-jangka-waktu" not in found


def test_a_confirmed_period_silences_what_the_cell_says() -> None:
    assert codes(replace(GOOD, period_text="UU No. 14 Tahun 2008")) == set()


def test_an_unconfirmed_period_is_quoted_back() -> None:
    assert "“3 tahun”" in find(with_period(None, "3 tahun"), "tanpa-jangka-waktu")[0].message


def test_a_first_exclusion_counts_its_30_years_from_the_day_of_the_check() -> None:
    period = Period(PeriodKind.UNTIL_DATE, ends_on=date(2056, 11, 24))
    entry = replace(with_period(period, "", Ground.A), first_excluded_on=None)
    assert find(entry, "huruf-a-lebih-30-tahun")
    lawful = replace(entry, period=replace(period, ends_on=date(2056, 11, 23)))
    assert not find(lawful, "huruf-a-lebih-30-tahun")


def test_blocking_findings_come_first_and_only_they_stop_issuing() -> None:
    findings = examine(replace(GOOD, public_title="", has_approval=False), TODAY)
    assert [finding.code for finding in findings] == ["tanpa-persetujuan", "tanpa-judul-publik"]
    assert [finding.code for finding in blocking(findings)] == ["tanpa-persetujuan"]


@pytest.mark.parametrize(
    ("entry", "incomplete"),
    [
        (GOOD, False),
        (replace(GOOD, has_test_sheet=False), True),
        (replace(GOOD, bases=()), True),
        (with_period(None), True),
        (replace(GOOD, public_title=""), False),
        (replace(GOOD, bases=(replace(OPENNESS, regulation_in_force=False),)), False),
        (with_period(Period(PeriodKind.UNLIMITED, review_on=TODAY), "", Ground.A), False),
    ],
)
def test_incomplete_means_that_something_the_law_asks_for_is_missing(
    entry: ExaminedEntry, *, incomplete: bool
) -> None:
    assert is_incomplete(examine(entry, TODAY)) is incomplete


@pytest.mark.parametrize(
    "title",
    [
        "Rahasia pribadi",
        "Data Pribadi",
        "Informasi yang dapat menghambat proses penegakan hukum",
        "Memorandum atau surat-surat antar badan publik",
        "Dokumen pertahanan dan keamanan negara",
        "Informasi",
    ],
)
def test_a_title_made_of_the_words_of_pasal_17_is_a_category(title: str) -> None:
    assert is_category(title)


@pytest.mark.parametrize(
    "title",
    [
        "Hasil evaluasi kompetensi pegawai 2025",
        "Berita acara pemeriksaan disiplin pegawai",
        "Laporan penyidikan tindak pidana pajak daerah",
        "",
        "123",
    ],
)
def test_a_title_with_words_of_its_own_is_no_category(title: str) -> None:
    assert not is_category(title)


def test_codes_are_kebab_case_and_every_rule_is_explained() -> None:
    for code, rule in FINDINGS.items():
        assert code == code.lower().replace(" ", "-").replace("_", "-")
        assert "Pasal" in rule.article
        assert rule.title
        assert rule.mend.endswith(".")


def test_gaps_that_block_and_warnings_both_exist() -> None:
    assert {rule.severity for rule in FINDINGS.values()} == set(Severity)


BASES = st.lists(
    st.builds(
        BasisFacts,
        regulation_kind=st.sampled_from(["UU", "PP", "Perki", ""]),
        regulation_number=st.text(max_size=4),
        regulation_year=st.none() | st.integers(1900, 2100),
        regulation_label=st.text(max_size=8),
        pasal=st.text(max_size=3),
        angka=st.text(max_size=3),
        ground=st.none() | st.sampled_from(Ground),
        regulation_in_force=st.none() | st.booleans(),
        resolved=st.booleans(),
    ),
    max_size=4,
).map(tuple)


@given(BASES, st.text(max_size=30), st.text(max_size=30), st.none() | st.dates())
def test_examining_never_raises_whatever_was_written(
    bases: tuple[BasisFacts, ...], title: str, period_text: str, review_on: date | None
) -> None:
    period = Period(PeriodKind.UNLIMITED, review_on=review_on) if review_on else None
    entry = replace(GOOD, bases=bases, title=title, period=period, period_text=period_text)
    assert {finding.code for finding in examine(entry, TODAY)} <= set(FINDINGS)


def test_a_permanent_period_is_found_by_the_words_of_an_older_paper() -> None:
    entry = replace(GOOD, bases=(basis(Ground.A, "1"),), period=None, period_text="Permanen")

    codes = [finding.code for finding in examine(entry, TODAY)]
    assert "permanen-huruf-a-f" in codes
    assert "tanpa-jangka-waktu" in codes


def test_permanent_words_are_no_fault_for_huruf_g_to_j() -> None:
    entry = replace(GOOD, bases=(basis(Ground.H, "4"),), period=None, period_text="Permanen")

    assert "permanen-huruf-a-f" not in [finding.code for finding in examine(entry, TODAY)]
