"""What the register asks people to do: the groups of the worklist, in the order of urgency."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ppid.law.findings import FINDINGS
from ppid.law.standing_kinds import StandingKind
from ppid.workflow.procedure import Subject

FALLEN_BASIS = "peraturan-tidak-berlaku"
CASE_HOLDS = 100
ROWS = 50


class GroupKey(StrEnum):
    """The groups, by their names in the address."""

    OVERDUE = "lewat-waktu"
    EXPIRING = "akan-berakhir"
    SOON = "enam-bulan"
    UNREVIEWED = "belum-ditinjau"
    FALLEN = "dasar-tidak-berlaku"
    INCOMPLETE = "belum-lengkap"
    HELD = "tertahan"


@dataclass(frozen=True)
class GroupRule:
    """A group with the article behind it, why its entries are there, and what is said of none."""

    title: str
    article: str
    reason: str
    none: str


RULES = {
    GroupKey.OVERDUE: GroupRule(
        "Lewat waktu",
        "PP 61/2010 Pasal 11 ayat (3); Perki 1/2021 Pasal 52 ayat (2)",
        "Jangka waktunya sudah berakhir, jadi informasi ini terbuka menurut hukum; terbitkan "
        "penetapan pembukaan dan masukkan ke DIP.",
        "Tidak ada pengecualian yang berakhir tanpa penetapan pembukaan.",
    ),
    GroupKey.EXPIRING: GroupRule(
        "Berakhir dalam {workdays} hari kerja",
        "PP 61/2010 Pasal 11 ayat (2); Perki 1/2021 Pasal 52 ayat (1)",
        "Penetapan pembukaan diterbitkan paling lambat 30 hari kerja sebelum tanggal berakhir.",
        "Tidak ada pengecualian yang berakhir dalam {workdays} hari kerja.",
    ),
    GroupKey.SOON: GroupRule(
        "Berakhir dalam 6 bulan",
        "PP 61/2010 Pasal 4 ayat (2) huruf d dan Pasal 11 ayat (2)",
        "Siapkan pembukaannya; bila masih perlu dikecualikan, uji konsekuensi baru harus selesai "
        "sebelum tanggal berakhir.",
        "Tidak ada pengecualian lain yang berakhir dalam 6 bulan.",
    ),
    GroupKey.UNREVIEWED: GroupRule(
        "Tanpa tanggal berakhir dan belum ditinjau",
        "UU 14/2008 Pasal 2 ayat (2)",
        "Pengecualian bersifat ketat dan terbatas: yang tidak mempunyai tanggal berakhir ditinjau "
        "pada tanggal tinjauannya, atau 12 bulan setelah penetapan terakhir.",
        "Semua pengecualian tanpa tanggal berakhir sudah ditinjau.",
    ),
    GroupKey.FALLEN: GroupRule(
        "Dasar hukum dicabut atau diganti",
        FINDINGS[FALLEN_BASIS].article,
        "Penetapan harus bersandar pada peraturan yang berlaku; ganti dasarnya melalui "
        "pengubahan klasifikasi.",
        "Semua peraturan yang menjadi dasar masih berlaku.",
    ),
    GroupKey.INCOMPLETE: GroupRule(
        "Belum lengkap",
        "UU 14/2008 Pasal 19; PP 61/2010 Pasal 3 dan Pasal 4",
        "Ada yang diminta undang-undang dan belum terisi; tanpa itu penetapannya mudah "
        "dibatalkan dalam sengketa.",
        "Tidak ada entri yang kekurangan isian wajib.",
    ),
    GroupKey.HELD: GroupRule(
        "Tertahan",
        "UU 14/2008 Pasal 35–38",
        "Keberatan atau sengketa sedang berjalan; daftar ini untuk diketahui.",
        "Tidak ada entri yang sedang dalam keberatan atau sengketa.",
    ),
}


@dataclass(frozen=True)
class Part:
    """Entries of a group that the same case can take in, in the order in which they are shown.

    ``key`` tells the parts of a group apart in the address and is empty where there is only one;
    ``regulation`` is the code of the regulation that they rest on, where they share one.
    """

    group: GroupKey
    ids: Sequence[int]
    act: Subject | None = None
    key: str = ""
    title: str = ""
    note: str = ""
    regulation: str = ""


@dataclass(frozen=True)
class WorkRow:
    """An entry in the worklist: ``what`` tells what is the matter and when, ``hint`` what to do.

    ``case`` is the number of the open case that holds it already, else empty.
    """

    id: int
    number: str
    title: str
    unit: str
    unit_id: int
    standing: StandingKind
    what: str
    hint: str
    is_late: bool
    case: str


@dataclass(frozen=True)
class ShownPart:
    """A page of a part. ``free`` are the numbers, at most 100, that no open case holds yet."""

    part: Part
    rows: tuple[WorkRow, ...]
    free: tuple[str, ...]
    page: int = 1

    @property
    def count(self) -> int:
        """How many entries the part has, shown or not."""
        return len(self.part.ids)

    @property
    def last_page(self) -> int:
        """The number of the last page when the part is shown alone."""
        return max(1, -(-self.count // ROWS))


@dataclass(frozen=True)
class Group:
    """A group with its parts; ``count`` counts an entry once however many parts it is in."""

    key: GroupKey
    rule: GroupRule
    parts: tuple[ShownPart, ...]
    count: int
    workdays: int

    @property
    def title(self) -> str:
        """The heading."""
        return self.rule.title.format(workdays=self.workdays)

    @property
    def none(self) -> str:
        """What is said when nothing is in it."""
        return self.rule.none.format(workdays=self.workdays)


@dataclass(frozen=True)
class Worklist:
    """The worklist of a day. What is missing in entries is known for today only."""

    on: date
    is_today: bool
    groups: tuple[Group, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all waits, nor is held."""
        return not any(group.count for group in self.groups)
