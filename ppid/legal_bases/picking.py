"""Finding a provision by what an officer types: "17 h 4", "kearsipan 66", "data pribadi"."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ppid import clock
from ppid.law.citations import Pick, RegulationRef, parse_pick
from ppid.legal_bases.force import Force, force_on
from ppid.legal_bases.models import Provision, Regulation
from ppid.legal_bases.queries import BASE, changes_of, rank
from ppid.legal_bases.sorting import TOKEN


@dataclass(frozen=True)
class ProvisionHit:
    """A provision found, with the official wording to cite it by and whether it may be cited."""

    id: int
    regulation_id: int
    citation: str
    short: str
    summary: str
    ground: str | None
    max_period: str | None
    in_force: bool
    status_words: str
    successor: str
    unsure: bool


def find_provisions(text: str, limit: int = 8, on: date | None = None) -> list[ProvisionHit]:
    """Provisions that fit what was typed, the closest first; nothing typed finds nothing."""
    pick = parse_pick(text)
    words = _words(text, pick)
    if not words and pick.article.pasal is None and pick.article.huruf is None:
        return []
    scored = [(_score(row, pick, words), row) for row in _all()]
    best = sorted(
        ((score, row) for score, row in scored if score > 0),
        key=lambda item: (
            -item[0],
            item[1].regulation.code != BASE,
            rank(item[1].regulation.kind),
            item[1].sort_key,
        ),
    )
    return _hits([row for _score_of, row in best[:limit]], on or clock.today())


def get_provision_hit(provision_id: int, on: date | None = None) -> ProvisionHit | None:
    """One provision as a hit; None when there is none."""
    rows = [row for row in _all() if row.id == provision_id]
    hits = _hits(rows, on or clock.today())
    return hits[0] if hits else None


def _all() -> Iterable[Provision]:
    return (
        Provision.select(Provision, Regulation)
        .join(Regulation)
        .where(Provision.withdrawn_at.is_null())
        .order_by(Provision.id)
    )


def _words(text: str, pick: Pick) -> list[str]:
    """Words to look for in titles and summaries: all but what is part of a citation."""
    kept = {word.lower() for word in pick.words}
    return [word for word in TOKEN.findall(text.lower()) if word in kept and len(word) > 1]


def _score(row: Provision, pick: Pick, words: list[str]) -> int:
    """0 when it does not fit; more the more of what was typed it answers."""
    article = pick.article
    wanted = [
        ("pasal", article.pasal),
        ("ayat", article.ayat),
        ("huruf", article.huruf),
        ("angka", article.angka),
    ]
    cite = row.cite.lower().replace("(", "").replace(")", "")
    parts = [(level, value) for level, value in wanted if value]
    if any(f"{level} {str(value).lower()} " not in f"{cite} " for level, value in parts):
        return 0
    if pick.regulation is not None and not _is_of(row.regulation, pick.regulation):
        return 0
    told = f"{row.regulation.kind} {row.regulation.title} {cite} {row.summary}".lower()
    if not all(word in told for word in words):
        return 0
    named = sum(word in row.regulation.title.lower() for word in words)
    exact = 4 if len(cite.split()) == 2 * len(parts) else 0
    return 1 + 2 * len(parts) + exact + named + len(words)


def _is_of(regulation: Regulation, named: RegulationRef) -> bool:
    return named.number in {None, regulation.number} and named.year in {None, regulation.year}


def _hits(rows: list[Provision], on: date) -> list[ProvisionHit]:
    changes = changes_of({row.regulation_id for row in rows})
    return [
        _hit(row, force_on(row.regulation, changes.get(row.regulation_id, []), on)) for row in rows
    ]


def _hit(row: Provision, force: Force) -> ProvisionHit:
    regulation = row.regulation
    return ProvisionHit(
        id=row.id,
        regulation_id=row.regulation_id,
        citation=f"{regulation.title}, {row.cite}",
        short=f"{regulation.kind} {regulation.number}/{regulation.year} {row.cite}",
        summary=row.summary,
        ground=row.ground,
        max_period=row.max_period,
        in_force=force.holds,
        status_words=force.words,
        successor=force.by.title if force.by else force.by_text,
        unsure=force.unsure,
    )
