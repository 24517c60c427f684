"""What a reading adds to a regulation as written: known titles, missing years; always noted."""

from dataclasses import dataclass, replace

from ppid.law.citations import names
from ppid.law.citations.kinds import RegulationKind as Kind
from ppid.law.citations.model import GROUNDS, Article, RegulationRef

KIP = RegulationRef(Kind.UU, "14", 2008, title=names.KIP_TITLE)
_DEEPEST = {"a": 5, "b": 0, "c": 7, "d": 0, "e": 7, "f": 4, "g": 0, "h": 5, "i": 0, "j": 0}
_UNIQUE = (names.KIP_TITLE, "Pelindungan Data Pribadi")


@dataclass(frozen=True)
class Completed:
    """A regulation or provision after completion, the factor on its confidence, and the notes."""

    ref: RegulationRef
    factor: float = 1.0
    notes: tuple[str, ...] = ()


def complete(ref: RegulationRef, title: str, *, titled: bool) -> Completed:
    """Join a head and its title: spell the title out if known, find a missing or wrong number."""
    ref, title = _region_from_title(ref, title, titled=titled)
    known = names.ALIASES.get(_bare_words(title))
    said = names.CODES.get(_bare_words(title)) or title or ref.title
    if known and known[0] is ref.kind:
        return _by_title(replace(ref, title=known[3]), known)
    if not said:
        said = names.TITLES.get((ref.kind, ref.number or "", ref.year or 0))
    ref = replace(ref, title=said)
    if titled:
        return Completed(ref)
    return Completed(ref, 0.97, ("kata “tentang” tidak tertulis sebelum judul",))


def _bare_words(title: str) -> tuple[str, ...]:
    """Return a title's words without a short name in brackets behind it."""
    return tuple(title.lower().partition(" (")[0].split())


def _region_from_title(
    ref: RegulationRef, title: str, *, titled: bool
) -> tuple[RegulationRef, str]:
    """Take the region written behind the number out of what was read as a title."""
    place, told, rest = title.partition(" tentang ")
    if titled or not told or not ref.kind.is_regional or ref.region:
        return ref, title
    return replace(ref, region=place), rest


def _by_title(ref: RegulationRef, known: tuple[Kind, str | None, int | None, str]) -> Completed:
    _, number, year, title = known
    if number is None or (ref.number, ref.year) == (number, year):
        return Completed(ref)
    if ref.number in (None, number) and ref.year is None:
        note = f"nomor dan tahun dilengkapi dari judul: {number}/{year}"
        return Completed(replace(ref, number=number, year=year), 1.2, (note,))
    if title in _UNIQUE:
        note = f"judul itu milik {ref.kind.value} {number}/{year}; nomor atau tahun perlu diperiksa"
        return Completed(ref, 0.55, (note,))
    return Completed(ref)


def as_kip(ref: RegulationRef, article: Article) -> Completed:
    """Take "UU Nomor 14" without a year for UU KIP if its provision is a ground of Pasal 17."""
    lone = ref.kind is Kind.UU and ref.number == "14" and ref.year is None and not ref.title
    if lone and is_ground(article):
        note = "tahun tidak tertulis; dibaca UU 14/2008 karena menyebut Pasal 17 huruf a–j"
        return Completed(KIP, 1.0, (note,))
    return Completed(ref)


def is_ground(article: Article) -> bool:
    """Return whether a provision, of whatever law, reads as Pasal 17 huruf a to j."""
    return article.pasal == "17" and article.ayat is None and article.huruf in GROUNDS


@dataclass(frozen=True)
class Checked:
    """A provision of UU KIP after checking, the factor on its confidence, and the notes."""

    article: Article
    factor: float = 1.0
    notes: tuple[str, ...] = ()


def check_kip(article: Article) -> Checked:
    """Mend and doubt provisions of Pasal 17 UU KIP that do not exist as written."""
    pasal = article.pasal or ""
    if len(pasal) == 3 and pasal.startswith("17") and pasal[2].lower() in GROUNDS:
        article = replace(article, pasal="17", huruf=pasal[2].lower())
        return Checked(article, 0.9, (f"“Pasal {pasal}” dibaca Pasal 17 huruf {article.huruf}",))
    if pasal != "17" or article == Article(pasal="17"):
        return Checked(article)
    if not article.huruf:
        return Checked(article, 0.5, ("Pasal 17 UU KIP terbagi atas huruf, bukan ayat atau angka",))
    return _check_ground(article)


def _check_ground(article: Article) -> Checked:
    huruf = article.huruf or ""
    if article.ayat:
        return Checked(article, 0.7, ("Pasal 17 UU KIP tidak berayat",))
    if huruf == "l":
        return Checked(replace(article, huruf="i"), 0.5, ("“huruf l” tidak ada; dibaca huruf i",))
    if huruf not in GROUNDS:
        return Checked(article, 0.4, (f"Pasal 17 UU KIP tidak memiliki huruf {huruf}",))
    angka = article.angka or "0"
    if angka.isdigit() and int(angka) > _DEEPEST[huruf]:
        note = f"Pasal 17 huruf {huruf} UU KIP tidak memiliki angka {angka}"
        return Checked(article, 0.5, (note,))
    return Checked(article)
