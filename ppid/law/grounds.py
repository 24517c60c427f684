"""The ten grounds of exclusion: UU 14/2008 Pasal 17 huruf a to j."""

from dataclasses import dataclass
from enum import StrEnum


class Ground(StrEnum):
    """One huruf of UU 14/2008 Pasal 17; the value is the letter itself."""

    A = "a"
    B = "b"
    C = "c"
    D = "d"
    E = "e"
    F = "f"
    G = "g"
    H = "h"
    I = "i"  # noqa: E741 - the letter of the law
    J = "j"


@dataclass(frozen=True)
class _Wording:
    name: str
    text: str
    angka: int = 0


_WORDING: dict[Ground, _Wording] = {
    Ground.A: _Wording(
        "penegakan hukum",
        "Bila dibuka, informasi ini menghambat penyelidikan, penyidikan, atau keselamatan "
        "orang dalam penegakan hukum.",
        5,
    ),
    Ground.B: _Wording(
        "kekayaan intelektual dan persaingan usaha",
        "Bila dibuka, informasi ini mengganggu hak atas kekayaan intelektual atau "
        "perlindungan dari persaingan usaha tidak sehat.",
    ),
    Ground.C: _Wording(
        "pertahanan dan keamanan negara",
        "Bila dibuka, informasi ini membahayakan pertahanan dan keamanan negara.",
        7,
    ),
    Ground.D: _Wording(
        "kekayaan alam",
        "Bila dibuka, informasi ini mengungkap kekayaan alam Indonesia yang harus dilindungi.",
    ),
    Ground.E: _Wording(
        "ketahanan ekonomi nasional",
        "Bila dibuka, informasi ini merugikan ketahanan ekonomi nasional, misalnya karena "
        "rencana keuangan bocor lebih awal.",
        7,
    ),
    Ground.F: _Wording(
        "hubungan luar negeri",
        "Bila dibuka, informasi ini merugikan kepentingan Indonesia dalam hubungan luar negeri.",
        4,
    ),
    Ground.G: _Wording(
        "akta otentik dan wasiat",
        "Bila dibuka, informasi ini mengungkap isi akta otentik pribadi, kemauan terakhir, "
        "atau wasiat seseorang.",
    ),
    Ground.H: _Wording(
        "rahasia pribadi",
        "Bila dibuka, informasi ini mengungkap rahasia pribadi seseorang, seperti keluarga, "
        "kesehatan, keuangan, hasil evaluasi, atau pendidikannya.",
        5,
    ),
    Ground.I: _Wording(
        "memorandum dan surat yang dirahasiakan",
        "Surat atau memorandum di dalam atau antar badan publik yang menurut sifatnya rahasia, "
        "kecuali Komisi Informasi atau pengadilan memutuskan lain.",
    ),
    Ground.J: _Wording(
        "dilarang undang-undang lain",
        "Undang-undang lain melarang informasi ini dibuka; pasal undang-undang itu wajib disebut.",
    ),
}

SET_BY_HEAD = frozenset({Ground.C, Ground.D, Ground.E, Ground.F})
NEVER_PERMANENT = frozenset({Ground.A, *SET_BY_HEAD, Ground.B})
LIFTED_BY_CONSENT = frozenset({Ground.G, Ground.H})
LIFTED_BY_OPEN_COURT = frozenset({Ground.A})


def ground_name(ground: Ground) -> str:
    """Short Indonesian name, e.g. ``rahasia pribadi`` (UU 14/2008 Pasal 17)."""
    return _WORDING[ground].name


def ground_text(ground: Ground) -> str:
    """One plain Indonesian sentence on what the huruf protects (UU 14/2008 Pasal 17)."""
    return _WORDING[ground].text


def angka_count(ground: Ground) -> int:
    """How many angka the huruf has in UU 14/2008 Pasal 17; 0 where it has none."""
    return _WORDING[ground].angka


def has_angka(ground: Ground) -> bool:
    """Tell whether UU 14/2008 Pasal 17 divides the huruf into angka (a, c, e, f and h)."""
    return angka_count(ground) > 0


def set_by_head(ground: Ground) -> bool:
    """Tell whether the head of the public body sets the period: c–f (PP 61/2010 Pasal 7(5))."""
    return ground in SET_BY_HEAD


def may_be_unlimited(ground: Ground) -> bool:
    """Tell whether the exclusion may have no limit: g–j only (UU 14/2008 Pasal 20(1))."""
    return ground not in NEVER_PERMANENT


def name_grounds(grounds: tuple[Ground, ...]) -> str:
    """``huruf a, huruf h`` in the order of the law; empty when there is none."""
    return ", ".join(f"huruf {ground}" for ground in sorted(set(grounds)))
