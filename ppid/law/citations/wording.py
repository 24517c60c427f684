"""How regulations and provisions are worded, in full and in short."""

from ppid.law.citations import issuers
from ppid.law.citations.kinds import RegulationKind

_PREFIX = {
    RegulationKind.PERMEN: "Permen",
    RegulationKind.KEPMEN: "Kepmen",
    RegulationKind.INMEN: "Inmen",
}
_REGIONS = {
    "nusa tenggara barat": "NTB",
    "nusa tenggara timur": "NTT",
    "daerah khusus ibukota jakarta": "DKI Jakarta",
    "daerah istimewa yogyakarta": "DIY",
}
_ABBREVIATED = {
    "jabar": "jawa barat",
    "jateng": "jawa tengah",
    "jatim": "jawa timur",
    "sumut": "sumatera utara",
    "sumbar": "sumatera barat",
    "sumsel": "sumatera selatan",
    "kepri": "kepulauan riau",
    "babel": "kepulauan bangka belitung",
    "kalbar": "kalimantan barat",
    "kalteng": "kalimantan tengah",
    "kalsel": "kalimantan selatan",
    "kaltim": "kalimantan timur",
    "kaltara": "kalimantan utara",
    "sulut": "sulawesi utara",
    "sulteng": "sulawesi tengah",
    "sulsel": "sulawesi selatan",
    "sultra": "sulawesi tenggara",
    "sulbar": "sulawesi barat",
    "malut": "maluku utara",
}
_LEVELS = ("provinsi ", "propinsi ", "kabupaten ", "kab ")


def label(kind: RegulationKind, issuer: str | None) -> str:
    """Return the short kind, joined to the ministry or followed by the body."""
    if kind in _PREFIX and issuer:
        short = issuers.ministry_short(issuer)
        return (
            _PREFIX[kind] + short if short else f"{_PREFIX[kind]} {issuer.removeprefix('Menteri ')}"
        )
    if issuer:
        return f"{kind.value} {issuers.body_short(issuer)}"
    return kind.value


def named(kind: RegulationKind, issuer: str | None, region: str | None) -> str:
    """Return the kind in full with its office or region."""
    return " ".join(part for part in (kind.official, issuer, region) if part)


def numbered(kind: RegulationKind, number: str | None, year: int | None) -> str:
    """Return " Nomor 14 Tahun 2008", leaving out what is unknown or already in the number."""
    if kind is RegulationKind.UUD:
        return f" {year}" if year else ""
    parts = f" Nomor {number}" if number else ""
    if year and not ends_with_year(number, year):
        parts += f" Tahun {year}"
    return parts


def ends_with_year(number: str | None, year: int) -> bool:
    """Return whether a composed number ("PER/04/M.PAN/03/2008") already carries the year."""
    return bool(number) and str(number).endswith(f"/{year}")


def compact_number(number: str | None, year: int | None) -> str:
    """Return ``14/2008``, or what of it is known."""
    if number and year and ends_with_year(number, year):
        return number
    return "/".join(str(part) for part in (number, year) if part)


def article(pasal: str | None, ayat: str | None, huruf: str | None, angka: str | None) -> str:
    """Return the parts of a provision that are there, in their order."""
    parts = (
        f"Pasal {pasal}" if pasal else "",
        f"ayat ({ayat})" if ayat else "",
        f"huruf {huruf}" if huruf else "",
        f"angka {angka}" if angka else "",
    )
    return " ".join(part for part in parts if part)


def plain_region(region: str | None) -> str:
    """Return a region's name for comparing: lower case, long name, no "Provinsi" or "Kabupaten"."""
    lower = " ".join((region or "").lower().replace(".", " ").split())
    for level in _LEVELS:
        lower = lower.removeprefix(level)
    for long, short in _REGIONS.items():
        if lower == short.lower():
            return long
    return _ABBREVIATED.get(lower, lower)


def short_region(region: str | None) -> str:
    """Return a region's name without its level, abbreviated where that is usual."""
    plain = plain_region(region)
    if plain in _REGIONS:
        return _REGIONS[plain]
    return plain.title()
