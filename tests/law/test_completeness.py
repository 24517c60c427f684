from dataclasses import replace
from datetime import date

import pytest

from ppid.law.completeness import ConsequenceTestFacts, assess_test
from ppid.law.facts import Extent
from ppid.law.periods import Period, PeriodKind

WHOLE = ConsequenceTestFacts(
    information="Nilai wawancara per peserta",
    document="Rekap seleksi pengawas, cetak, 2025",
    tested_on=date(2025, 3, 3),
    place="Ruang rapat sekretariat",
    participants=("Contoh PPID", "Contoh Unit"),
    method="Rapat pengujian",
    law_analysed="Pasal 17 huruf h angka 4 melindungi hasil penilaian orang.",
    harm_if_opened="Peserta dipermalukan.",
    benefit_if_closed="Peserta mau dinilai terbuka.",
    public_interest="Rekap tanpa nama sudah cukup bagi masyarakat.",
    result=Extent.WHOLE,
    period=Period(PeriodKind.UNTIL_DATE, ends_on=date(2030, 3, 3)),
    approved_by="Kepala Dinas Contoh",
)


def gap_codes(test: ConsequenceTestFacts) -> list[str]:
    return [gap.code for gap in assess_test(test).gaps]


def test_a_whole_test_scores_100_and_has_no_gap() -> None:
    assessed = assess_test(WHOLE)
    assert (assessed.score, assessed.gaps) == (100, ())


def test_an_empty_test_scores_next_to_nothing() -> None:
    assessed = assess_test(ConsequenceTestFacts())
    assert assessed.score < 10
    assert len(assessed.gaps) == 12


@pytest.mark.parametrize(
    ("field", "empty", "code"),
    [
        ("information", "  ", "informasi"),
        ("document", "", "dokumen"),
        ("tested_on", None, "hari-dan-tempat"),
        ("place", "", "hari-dan-tempat"),
        ("participants", ("", " "), "penguji"),
        ("method", "", "cara"),
        ("law_analysed", "", "undang-undang"),
        ("harm_if_opened", "", "akibat-dibuka"),
        ("benefit_if_closed", "", "manfaat-ditutup"),
        ("public_interest", "", "kepentingan-umum"),
        ("result", None, "hasil"),
        ("period", None, "jangka-waktu"),
        ("approved_by", "", "persetujuan"),
    ],
)
def test_each_missing_part_is_a_named_gap(field: str, empty: object, code: str) -> None:
    assert gap_codes(replace(WHOLE, **{field: empty})) == [code]


def test_a_partial_result_names_its_parts() -> None:
    partial = replace(WHOLE, result=Extent.PARTIAL)
    assert gap_codes(partial) == ["bagian"]
    assert gap_codes(replace(partial, excluded_parts="Nama dan nilai")) == []


def test_a_test_that_opens_needs_neither_parts_nor_period() -> None:
    assert gap_codes(replace(WHOLE, result=None, period=None, opened=True)) == []


def test_every_gap_carries_its_article_and_a_sentence() -> None:
    for gap in assess_test(ConsequenceTestFacts()).gaps:
        assert "Pasal" in gap.article
        assert gap.message.endswith(".")
