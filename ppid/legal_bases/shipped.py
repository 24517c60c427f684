"""The catalogue that the product carries, loaded without ever touching what an office changed."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ppid.audit.actions import Actor, Subject, record
from ppid.db import database
from ppid.legal_bases.models import Provision, Regulation, RegulationChange
from ppid.legal_bases.sorting import sort_key

CATALOGUE = Path(__file__).with_name("catalogue.json")
DATES = ("enacted_on", "promulgated_on", "effective_on")
PLAIN = ("kind", "number", "year", "title", "gazette", "confidence", "status_confidence")


def read_catalogue() -> list[dict[str, Any]]:
    """The regulations of the data file, each with its provisions and changes."""
    read = json.loads(CATALOGUE.read_text(encoding="utf-8"))
    return list(read["regulations"])


def load_catalogue(actor: Actor) -> tuple[int, int]:
    """Add what is not there yet; how many regulations and provisions were added."""
    shipped = read_catalogue()
    with database.atomic():
        known = {row.code for row in Regulation.select(Regulation.code)}
        fresh = [item for item in shipped if item["id"] not in known]
        for item in fresh:
            Regulation.create(**_regulation(item))
        codes = {row.code: row for row in Regulation.select()}
        for item in fresh:
            _add_changes(codes, item)
        added = sum(_add_provisions(codes[item["id"]], item) for item in shipped)
        if fresh or added:
            summary = f"Memuat katalog: {len(fresh)} peraturan, {added} ketentuan"
            record(
                actor, "loaded-catalogue", summary, subjects=[Subject("catalogue", 0, "Katalog")]
            )
    return len(fresh), added


def _regulation(item: Mapping[str, Any]) -> dict[str, Any]:
    note = item["note"]
    if item.get("number_conflict"):
        note = f"{note} Nomor menurut sumber: {item['number_conflict']}."
    return {
        "code": item["id"],
        "source_note": note,
        **{key: item[key] for key in PLAIN if key in item},
        **{key: date.fromisoformat(item[key]) for key in DATES if key in item},
    }


def _add_changes(codes: Mapping[str, Regulation], item: Mapping[str, Any]) -> None:
    for change in item.get("changes", []):
        RegulationChange.create(
            regulation=codes[item["id"]],
            kind=change["kind"],
            by=codes.get(change.get("by", "")),
            by_text=change.get("by_text", ""),
            on=date.fromisoformat(change["on"]) if "on" in change else None,
        )


def _add_provisions(regulation: Regulation, item: Mapping[str, Any]) -> int:
    known = {row.cite for row in Provision.select().where(Provision.regulation == regulation)}
    fresh = [
        {
            "regulation": regulation.id,
            "sort_key": sort_key(entry["cite"]),
            "applies_to": [],
            "period_source": "",
            "note": "",
            "ground": None,
            "max_period": None,
            "deadline": None,
            **entry,
        }
        for entry in item["provisions"]
        if entry["cite"] not in known
    ]
    if fresh:
        Provision.insert_many(fresh).execute()
    return len(fresh)
