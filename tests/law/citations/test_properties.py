"""What must hold for every text: no exception, time in proportion, formatting undone by reading."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppid.law.citations import (
    Article,
    Citation,
    RegulationKind,
    RegulationRef,
    format_citation,
    parse,
    parse_pick,
)

PIECES = [
    "UU KIP",
    "UU No. 14 Tahun 2008",
    "Undang-Undang",
    "Nomor",
    "No.",
    "Tahun",
    "2008",
    "200 8",
    "tentang",
    "KIP",
    "Pasal",
    "Ps.",
    "17",
    "172",
    "huruf",
    "hurufi",
    "h",
    "I",
    "(g)",
    "angka",
    "4",
    "ayat (3)",
    ",",
    ";",
    "dan",
    "s.d.",
    "sampai dengan",
    "-",
    "jo.",
    "a.",
    "b.",
    "1)",
    "(2)",
    "\n",
    "<br>",
    "Permenkes",
    "Peraturan Bupati Contoh",
    "Keputusan",
    "SK",
    "PER/04/M.PAN/03/2008",
    "Perubahan atas",
    "dimaksud",
    ":",
    "yaitu",
    "UUD 1945",
    "KUHP",
    "Perda",
    ".",
    "/",
    "“",
    "”",
    "\xa0",
    "Lampiran",
    "Lembaran Negara",
    "İ",
    "ﬁ",
    "٣",
    "²",
]

WORDS = [
    "Kearsipan",
    "Daerah",
    "Pelayanan",
    "Publik",
    "Pengelolaan",
    "Keuangan",
    "Tata",
    "Naskah",
    "Dinas",
    "Rahasia",
    "Negara",
    "Kesehatan",
    "Pendidikan",
    "Perizinan",
    "dan",
    "Barang",
    "Jasa",
    "Pemerintah",
    "di",
    "Lingkungan",
    "Provinsi",
    "Rekam",
    "Medis",
]
ISSUERS = {
    RegulationKind.PERMEN: ["Menteri Dalam Negeri", "Menteri Kesehatan", "Menteri Uji Coba"],
    RegulationKind.KEPMEN: ["Menteri Keuangan", "Menteri Sosial"],
    RegulationKind.INMEN: ["Menteri Dalam Negeri"],
    RegulationKind.PERBAN: ["Kepala Badan Kepegawaian Negara", "Badan Siber dan Sandi Negara"],
    RegulationKind.KEPUTUSAN: ["Rektor Contoh", "Kepala Dinas Contoh"],
    RegulationKind.INSTRUKSI: ["Direksi"],
    RegulationKind.SE: ["Kepala Dinas Contoh"],
    RegulationKind.LAIN: ["Rektor Contoh", "Direksi"],
}
REGIONS = ["Provinsi Nusa Tenggara Barat", "Kabupaten Contoh", "Kota Contoh"]
KINDS = [kind for kind in RegulationKind if kind is not RegulationKind.UUD]


@st.composite
def regulations(draw: st.DrawFn) -> RegulationRef:
    kind = draw(st.sampled_from(KINDS))
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
    title = "Uji " + " ".join(words) + " Contoh"
    if draw(st.booleans()):
        title = f"Perubahan atas Undang-Undang Nomor 5 Tahun 2010 tentang {title}"
    number = draw(
        st.one_of(
            st.integers(1, 999).map(str),
            st.integers(1, 99).map(lambda count: f"{count}/UJI.0{count % 9}/2020"),
        )
    )
    year = 2020 if "/" in number else draw(st.integers(1945, 2040))
    issuer = draw(st.sampled_from(ISSUERS[kind])) if kind in ISSUERS else None
    region = draw(st.sampled_from(REGIONS)) if kind.is_regional else None
    return RegulationRef(kind, number, year, issuer, region, title)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    pasal = draw(st.one_of(st.integers(1, 400).map(str), st.sampled_from(["28F", "27A", "II"])))
    ayat = draw(st.none() | st.integers(1, 20).map(str))
    huruf = draw(st.none() | st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    angka = draw(st.none() | st.integers(1, 30).map(str))
    return Article(pasal, ayat, huruf, angka)


@given(regulations(), st.none() | articles())
@settings(max_examples=300, deadline=None)
def test_reading_the_official_wording_gives_the_same_citation(
    regulation: RegulationRef, article: Article | None
) -> None:
    reading = parse(format_citation(Citation(regulation, article)))

    assert [(found.regulation, found.article) for found in reading.citations] == [
        (regulation, article)
    ]
    assert reading.not_understood == ()


@given(regulations(), articles())
@settings(max_examples=200, deadline=None)
def test_the_article_may_stand_before_the_law_as_well(
    regulation: RegulationRef, article: Article
) -> None:
    reading = parse(f"{article.official()} {regulation.official()}")

    assert [(found.regulation, found.article) for found in reading.citations] == [
        (regulation, article)
    ]


@given(st.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_no_text_makes_the_reading_raise(text: str) -> None:
    reading = parse(text)

    assert reading.text == text


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["", " "]))
@settings(max_examples=500, deadline=None)
def test_no_heap_of_legal_words_makes_the_reading_raise(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)

    for citation in parse(text).citations:
        start, end = citation.span
        assert 0 <= start < end <= len(text)
        assert 0 < citation.confidence < 1
        assert citation.compact()


@given(st.lists(st.sampled_from(PIECES), max_size=15).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_nothing_typed_into_the_picker_raises(text: str) -> None:
    assert parse_pick(text).article is not None


def seconds(text: str) -> float:
    best = 60.0
    for _ in range(3):
        begun = time.process_time()
        parse(text)
        best = min(best, time.process_time() - begun)
    return best


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        "1/",
        "pp 1/",
        "uu no ",
        "a. ",
        "pasal 17 huruf ",
        "keputusan rapat umum ",
        "huruf (((( ",
        "Pasal 17 dan ",
        "UU 14/2008 tentang perubahan atas ",
        "200 ",
        "<br ",
    ],
)
def test_time_grows_in_proportion_to_the_text(unit: str) -> None:
    small, large = (unit * 3000)[:3000], (unit * 30000)[:30000]

    assert seconds(large) < 40 * seconds(small) + 0.05


def test_a_hundred_characters_take_less_than_a_millisecond() -> None:
    text = (
        "a. UU No. 14 Tahun 2008 tentang KIP Pasal 17 huruf b, c dan h angka 4; b. Perda Uji No. "
        "5 Tahun 2013 tentang Retribusi Pasal 69 ayat (1) c. Permenkes No. 24 Tahun 2022: rekam "
        "medis pasien rahasia\n"
    ) * 5

    assert seconds(text) * 1000 < len(text) / 100
