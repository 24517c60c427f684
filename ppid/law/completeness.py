"""How complete a consequence test is: Perki 1/2021 Pasal 49, PP 61/2010 Pasal 3 and 4."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ppid.law.facts import Extent
from ppid.law.periods import Period


@dataclass(frozen=True)
class ConsequenceTestFacts:
    """What the record of one consequence test holds; text that is blank counts as missing."""

    information: str = ""
    document: str = ""
    tested_on: date | None = None
    place: str = ""
    participants: tuple[str, ...] = ()
    method: str = ""
    law_analysed: str = ""
    harm_if_opened: str = ""
    benefit_if_closed: str = ""
    public_interest: str = ""
    result: Extent | None = None
    opened: bool = False
    excluded_parts: str = ""
    period: Period | None = None
    approved_by: str = ""


@dataclass(frozen=True)
class Gap:
    """One thing that the test lacks, with the article that asks for it."""

    code: str
    article: str
    message: str


@dataclass(frozen=True)
class Completeness:
    """``score`` is the share of what is asked that is there, 0–100, rounded down."""

    score: int
    gaps: tuple[Gap, ...]


@dataclass(frozen=True)
class _Demand:
    gap: Gap
    is_met: Callable[[ConsequenceTestFacts], bool]


def _demand(
    code: str, article: str, message: str, is_met: Callable[[ConsequenceTestFacts], bool]
) -> _Demand:
    return _Demand(Gap(code, article, message), is_met)


_DEMANDS = (
    _demand(
        "dokumen",
        "Perki 1/2021 Pasal 49 ayat (2)",
        "Dokumen yang diuji belum dikenali (nama, bentuk, tahun).",
        lambda test: bool(test.document.strip()),
    ),
    _demand(
        "informasi",
        "Perki 1/2021 Pasal 49 ayat (2)",
        "Informasi yang diuji belum dicatat secara jelas.",
        lambda test: bool(test.information.strip()),
    ),
    _demand(
        "undang-undang",
        "Perki 1/2021 Pasal 49 ayat (2) dan ayat (6)",
        "Telaah atas undang-undang yang menjadi dasar belum diisi.",
        lambda test: bool(test.law_analysed.strip()),
    ),
    _demand(
        "akibat-dibuka",
        "UU 14/2008 Pasal 19; Perki 1/2021 Pasal 49 ayat (3)",
        "Konsekuensi bila informasi dibuka belum diisi.",
        lambda test: bool(test.harm_if_opened.strip()),
    ),
    _demand(
        "manfaat-ditutup",
        "UU 14/2008 Pasal 2 ayat (4); Perki 1/2021 Pasal 49 ayat (3)",
        "Kepentingan yang dilindungi bila informasi ditutup belum diisi.",
        lambda test: bool(test.benefit_if_closed.strip()),
    ),
    _demand(
        "kepentingan-umum",
        "UU 14/2008 Pasal 2 ayat (4); Perki 1/2021 Pasal 49 ayat (2)",
        "Timbangan kepatutan, kesusilaan, dan kepentingan umum belum diisi.",
        lambda test: bool(test.public_interest.strip()),
    ),
    _demand(
        "cara",
        "UU 14/2008 Pasal 19",
        "Cara pengujian belum disebut, misalnya rapat atau telaah tertulis.",
        lambda test: bool(test.method.strip()),
    ),
    _demand(
        "penguji",
        "Perki 1/2021 Pasal 49 ayat (3) dan Lampiran II",
        "Daftar penguji masih kosong.",
        lambda test: any(name.strip() for name in test.participants),
    ),
    _demand(
        "hari-dan-tempat",
        "PP 61/2010 Pasal 4; Perki 1/2021 Lampiran II",
        "Hari dan tempat pengujian belum diisi.",
        lambda test: test.tested_on is not None and bool(test.place.strip()),
    ),
    _demand(
        "hasil",
        "Perki 1/2021 Pasal 22 dan Pasal 49 ayat (4)",
        "Hasil pengujian belum dipilih: seluruhnya, sebagian, atau terbuka.",
        lambda test: test.opened or test.result is not None,
    ),
    _demand(
        "bagian",
        "Perki 1/2021 Pasal 50 ayat (2) dan ayat (3)",
        "Bagian yang dikecualikan belum disebut.",
        lambda test: (
            test.opened or test.result is not Extent.PARTIAL or bool(test.excluded_parts.strip())
        ),
    ),
    _demand(
        "jangka-waktu",
        "PP 61/2010 Pasal 4 ayat (2) huruf d",
        "Jangka waktu pengecualian belum ditetapkan.",
        lambda test: test.opened or test.period is not None,
    ),
    _demand(
        "persetujuan",
        "PP 61/2010 Pasal 3 ayat (2); Perki 1/2021 Pasal 49 ayat (3)",
        "Persetujuan pimpinan badan publik belum dicatat.",
        lambda test: bool(test.approved_by.strip()),
    ),
)


def assess_test(test: ConsequenceTestFacts) -> Completeness:
    """The score of a consequence test and its named gaps, in the order of the sheet.

    A test that ends in opening needs neither parts nor a period.
    """
    gaps = tuple(demand.gap for demand in _DEMANDS if not demand.is_met(test))
    return Completeness((len(_DEMANDS) - len(gaps)) * 100 // len(_DEMANDS), gaps)
