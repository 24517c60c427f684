"""Mengingat of a determination: what governs it, what it cites, what its officer adds."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Missing
from ppid.legal_bases.mentions import Mentions, index_by_id, mention_regulations
from ppid.legal_bases.models import Provision
from ppid.legal_bases.queries import list_regulations

Row = Mapping[str, Any]


def list_mentions(context: StepContext, data: Mapping[str, Any], rows: Iterable[Row]) -> Mentions:
    """The regulations on the day of the determination, the officer's own among them."""
    return mention_regulations({*_cited(rows), *_added(data)}, _day(context, data))


def offer_regulations(
    context: StepContext, data: Mapping[str, Any], rows: Iterable[Row]
) -> list[tuple[int, str]]:
    """The rest of the catalogue by rank; what is not in force says so."""
    on = _day(context, data)
    named = mention_regulations(_cited(rows), on).ids
    return [
        (line.regulation.id, _label(line.regulation.title, line.force.holds, line.force.words))
        for line in list_regulations(on=on)
        if line.regulation.id not in named or line.regulation.id in _added(data)
    ]


def lacking_regulations(context: StepContext, data: Mapping[str, Any]) -> Iterator[Missing]:
    """What the officer added and may not be named on that day, with its successor."""
    added = _added(data)
    left_out = index_by_id(mention_regulations(added, _day(context, data)).left_out)
    for each in (left_out[number] for number in added if number in left_out):
        message = f"{each}. Lepaskan dari pilihan, dan pilih penggantinya bila diperlukan."
        yield Missing("regulations", message)


def _cited(rows: Iterable[Row]) -> set[int]:
    numbers = [basis["provision_id"] for row in rows for basis in row.get("bases") or ()]
    found = Provision.select(Provision.regulation).where(Provision.id.in_(numbers))
    return {row.regulation_id for row in found}


def _added(data: Mapping[str, Any]) -> list[int]:
    return [int(number) for number in data.get("regulations") or ()]


def _day(context: StepContext, data: Mapping[str, Any]) -> date:
    day = data.get("determined_on")
    return date.fromisoformat(day) if day else context.today


def _label(title: str, holds: bool, words: str) -> str:
    return title if holds else f"{title} ({words.lower()})"
