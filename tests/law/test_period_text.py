import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppid.law.dates import format_date
from ppid.law.period_text import parse_period
from ppid.law.periods import Period, PeriodKind

UNLIMITED = Period(PeriodKind.UNLIMITED)


def lasts(years: int = 0, months: int = 0, days: int = 0, start_event: str = "") -> Period:
    return Period(
        PeriodKind.DURATION, years=years, months=months, days=days, start_event=start_event
    )


def until(event: str) -> Period:
    return Period(PeriodKind.UNTIL_EVENT, event=event)


def during(condition: str) -> Period:
    return Period(PeriodKind.WHILE_CONDITION, condition=condition)


def follows(regulation: str) -> Period:
    return Period(PeriodKind.PER_REGULATION, regulation=regulation)


@pytest.mark.parametrize(
    "text",
    [
        "Permanen",
        "Permamen",
        "permanent",
        "PERMANEN.",
        "Tidak terbatas",
        "Tak terbatas",
        "Tidak dibatasi",
        "Tanpa batas waktu",
        "Selamanya",
        "Selama-lamanya",
        "Dikecualikan untuk seterusnya",
        "Bersifat permanen",
        "\u00a0Tidak<br>terbatas\t",
    ],
)
def test_unlimited_is_read_in_all_its_spellings(text: str) -> None:
    reading = parse_period(text)
    assert (reading.period, reading.not_understood) == (UNLIMITED, ())
    assert any("Pasal 20 ayat (1)" in note for note in reading.notes)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("3 tahun", lasts(3)),
        ("3 thn", lasts(3)),
        ("25 th", lasts(25)),
        ("1 (satu) tahun", lasts(1)),
        ("6 (enam) bulan", lasts(months=6)),
        ("2 minggu", lasts(days=14)),
        ("90 hari", lasts(days=90)),
        ("dua puluh lima tahun", lasts(25)),
        ("Selama 30 (tiga puluh) tahun", lasts(30)),
        ("paling lama 10 tahun", lasts(10)),
        ("2 tahun 6 bulan", lasts(2, 6)),
        ("2 tahun dan 6 bulan", lasts(2, 6)),
        ("1 (satu) tahun berjalan", lasts(1)),
        ("4 tahun setelah putusan banding", lasts(4, start_event="putusan banding")),
        (
            "Sampai dengan lima tahun setelah pejabat itu pensiun",
            lasts(5, start_event="pejabat itu pensiun"),
        ),
        ("3 tahun terhitung sejak kontrak berakhir", lasts(3, start_event="kontrak berakhir")),
    ],
)
def test_durations_are_read_without_computing_an_end(text: str, period: Period) -> None:
    reading = parse_period(text)
    assert reading.period == period
    assert period.end() is None
    assert reading.not_understood == ()
    assert any("belum dipastikan" in note for note in reading.notes)


def test_a_start_written_as_a_full_date_gives_the_end() -> None:
    reading = parse_period("5 tahun sejak tanggal 29 Februari 2024")
    assert reading.period
    assert reading.period.end() == date(2029, 2, 28)
    assert not any("belum dipastikan" in note for note in reading.notes)


def test_the_event_is_kept_beside_a_dated_start() -> None:
    period = parse_period("2 tahun sejak surat keputusan tanggal 1 Mei 2023").period
    assert period
    assert (period.start_event, period.starts_on) == ("surat keputusan", date(2023, 5, 1))


@pytest.mark.parametrize(
    ("text", "ends_on"),
    [
        ("sampai dengan 31 Desember 2027", date(2027, 12, 31)),
        ("s.d. 31 Des 2027", date(2027, 12, 31)),
        ("s/d 31-12-2027", date(2027, 12, 31)),
        ("hingga tanggal 1/2/2030", date(2030, 2, 1)),
        ("Dikecualikan sampai 17 Agustus 2030.", date(2030, 8, 17)),
    ],
)
def test_a_full_date_is_the_day_of_opening(text: str, ends_on: date) -> None:
    reading = parse_period(text)
    assert reading.period == Period(PeriodKind.UNTIL_DATE, ends_on=ends_on)
    assert reading.confidence >= 0.9


def test_a_span_of_dates_gives_start_and_end() -> None:
    period = parse_period("1 Januari 2024 s.d. 31 Desember 2026").period
    assert period == Period(
        PeriodKind.UNTIL_DATE, starts_on=date(2024, 1, 1), ends_on=date(2026, 12, 31)
    )


@pytest.mark.parametrize(
    "text", ["sampai tahun 2027", "s/d 2025", "sampai Desember 2027", "sampai 31 Februari 2027"]
)
def test_a_date_in_part_or_no_date_at_all_is_never_completed(text: str) -> None:
    reading = parse_period(text)
    assert reading.period == Period(PeriodKind.UNTIL_DATE)
    assert reading.not_understood
    assert reading.confidence <= 0.5


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Sampai dengan ditetapkannya pemenang", until("ditetapkannya pemenang")),
        ("hingga laporan audit terbit", until("laporan audit terbit")),
        ("Dibuka setelah anggaran disahkan", until("anggaran disahkan")),
        ("belum diumumkan panitia", until("diumumkan panitia")),
        ("Sampai pembayaran lunas.", until("pembayaran lunas")),
    ],
)
def test_an_event_ends_the_period(text: str, period: Period) -> None:
    assert parse_period(text).period == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Selama masih dipakai/berlaku", during("masih dipakai/berlaku")),
        ("selama menjabat", during("menjabat")),
        ("Selama Perda 5 Tahun 2019 berlaku", during("Perda 5 Tahun 2019 berlaku")),
        ("Sepanjang diperlukan", during("diperlukan")),
    ],
)
def test_a_condition_lasts(text: str, period: Period) -> None:
    assert parse_period(text).period == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Menyesuaikan jadwal retensi arsip", follows("jadwal retensi arsip")),
        ("Mengikuti JRA", follows("JRA")),
        ("sesuai dengan ketentuan peraturan perpajakan", follows("peraturan perpajakan")),
        ("Menurut UU Nomor 43 Tahun 2009", follows("UU Nomor 43 Tahun 2009")),
    ],
)
def test_a_regulation_may_give_the_period(text: str, period: Period) -> None:
    assert parse_period(text).period == period


@pytest.mark.parametrize(
    "text",
    [
        "UU No. 14 Tahun 2008 Pasal 17 huruf h",
        "Undang – Undang nomor 5 Tahun 1999",
        "Pasal 17 huruf b",
        "a. UU Nomor 8 Tahun 1997 Pasal 3 b. PP Nomor 88 Tahun 1999",
        "Permendagri Nomor 3 Tahun 2017",
    ],
)
def test_a_regulation_in_the_wrong_column_is_no_period(text: str) -> None:
    reading = parse_period(text)
    assert (reading.period, reading.is_regulation, reading.confidence) == (None, True, 0.0)
    assert reading.notes[0].startswith("Kolom jangka waktu berisi peraturan")


def test_a_regulation_beside_words_of_a_period_is_left_to_the_reader() -> None:
    reading = parse_period("UU No. 43 Tahun 2009, selama masih dipakai")
    assert (reading.period, reading.is_regulation) == (None, False)
    assert reading.not_understood


def test_a_law_after_the_period_does_not_hide_it() -> None:
    reading = parse_period("Permanen (UU No. 14 Tahun 2008 Pasal 17 huruf h)")
    assert (reading.period, reading.is_regulation) == (UNLIMITED, False)
    assert reading.not_understood == ("UU No. 14 Tahun 2008 Pasal 17 huruf h",)


def test_a_date_that_stands_alone_is_read_with_less_confidence() -> None:
    reading = parse_period("31 Desember 2027")
    assert reading.period == Period(PeriodKind.UNTIL_DATE, ends_on=date(2027, 12, 31))
    assert reading.confidence < 0.8


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Permanen atau terbuka apabila pemiliknya memberi persetujuan tertulis", UNLIMITED),
        ("Tidak terbatas, kecuali dengan izin kepala dinas", UNLIMITED),
        ("Selamanya (kecuali diminta pengadilan)", UNLIMITED),
        ("2 Tahun / Diberikan jika ada persetujuan tertulis dari pegawai itu", lasts(2)),
        ("Selama dipakai. Hanya dapat diberikan kepada pemeriksa", during("dipakai")),
    ],
)
def test_an_exception_is_told_in_a_note_and_lowers_the_confidence(
    text: str, period: Period
) -> None:
    reading = parse_period(text)
    assert reading.period == period
    assert reading.confidence < 0.9
    assert any("bukan" in note for note in reading.notes)


@pytest.mark.parametrize(
    "text",
    [
        "Kecuali ada permintaan penyidik",
        "Apabila disetujui yang bersangkutan",
        "Diberikan jika ada izin pemilik data",
        "Atas perintah hakim",
        "30 hari kerja",
        "1,5 tahun",
        "dua kali 24 jam",
        "Tahun 2024",
        "aktif 2 tahun inaktif 3 tahun",
        "rahasia",
    ],
)
def test_what_is_no_period_is_not_made_into_one(text: str) -> None:
    reading = parse_period(text)
    assert (reading.period, reading.confidence) == (None, 0.0)
    assert reading.not_understood == (text,)
    assert reading.notes


@pytest.mark.parametrize("text", ["", "  ", "-", "–", "\u00a0", "...", "Nihil"])
def test_an_empty_cell_says_that_it_is_empty(text: str) -> None:
    assert parse_period(text).notes == ("Jangka waktu kosong.",)


def test_a_list_has_a_reading_per_item_and_no_period_when_they_differ() -> None:
    reading = parse_period("a. Permanen; b. 2 tahun; c. Sampai terbitnya izin")
    assert reading.period is None
    assert [item.period for item in reading.items] == [UNLIMITED, lasts(2), until("terbitnya izin")]
    assert any("3 butir" in note for note in reading.notes)


def test_items_that_agree_give_one_period_with_less_confidence() -> None:
    reading = parse_period("1) Permanen 2) Tidak terbatas")
    assert reading.period == UNLIMITED
    assert reading.confidence < 0.6


def test_a_letter_lost_from_a_list_does_not_end_it() -> None:
    reading = parse_period("a. Permanen c. 2 tahun")
    assert [item.period for item in reading.items] == [UNLIMITED, lasts(2)]


def test_a_single_lettered_item_is_read_without_its_letter() -> None:
    assert parse_period("a. 2 tahun").period == lasts(2)


def test_an_alternative_period_is_told_and_not_applied() -> None:
    reading = parse_period("30 th/selama waktu yang ditentukan")
    assert reading.period == lasts(30)
    assert reading.not_understood == ("selama waktu yang ditentukan",)
    assert reading.confidence < 0.6


def test_a_number_belied_by_its_words_has_low_confidence() -> None:
    reading = parse_period("5 (tiga) tahun")
    assert reading.confidence <= 0.4
    assert any("tidak sama" in note for note in reading.notes)


def test_a_shortest_time_is_no_end() -> None:
    reading = parse_period("minimal 5 tahun")
    assert reading.confidence < 0.3
    assert "minimal" in reading.not_understood


def test_what_follows_a_date_is_not_swallowed() -> None:
    reading = parse_period("sampai 1 Mei 2030 dan dapat diperpanjang")
    assert reading.not_understood == ("dan dapat diperpanjang",)
    assert reading.confidence < 0.8


def test_the_number_and_year_of_a_law_are_no_duration() -> None:
    assert parse_period("berdasarkan UU Nomor 14 Tahun 2008").period == follows(
        "UU Nomor 14 Tahun 2008"
    )


@given(st.text(max_size=300))
def test_reading_never_raises_and_keeps_the_text(text: str) -> None:
    reading = parse_period(text)
    assert reading.text == text
    assert 0.0 <= reading.confidence <= 1.0
    assert (reading.period is None) == (reading.confidence == 0.0)


WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        """
    a. b. c. 1. 2. 1) 5 30 2027 tahun bulan hari kerja (lima) dua puluh sampai dengan s/d selama
    sejak setelah permanen tidak terbatas kecuali apabila UU Nomor Pasal 31 Desember / ; . atau
    mengikuti jadwal retensi arsip belum dibuka 99999 ( ) berjalan minimal
        """,
    )
)


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_reading_words_of_periods_in_any_order_never_raises(text: str) -> None:
    reading = parse_period(text)
    if reading.period and reading.period.end():
        assert reading.period.ends_on or reading.period.starts_on


@given(st.dates(date(1000, 1, 1)))
def test_every_date_written_out_is_read_back(day: date) -> None:
    period = parse_period(f"sampai dengan {format_date(day)}").period
    assert period
    assert period.end() == day


def test_a_cell_of_ten_thousand_characters_is_read_quickly() -> None:
    began = time.perf_counter()
    for text in ("((( " * 2500, "1. a. " * 1700, "kecuali " * 1250, "5 tahun " * 1250):
        parse_period(text)
    assert time.perf_counter() - began < 4
