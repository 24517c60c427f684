"""What differs between Semula and Pengubahan, part by part."""

from collections.abc import Mapping
from typing import Any

PARTS = {
    "bases": "Dasar hukum",
    "extent": "Bagian yang dikecualikan",
    "consequence_open": "Konsekuensi bila dibuka",
    "benefit_closed": "Manfaat bila ditutup",
    "period": "Jangka waktu",
}


def differing(row: Mapping[str, Any]) -> frozenset[str]:
    """The names of the parts that differ; all that is said when there was nothing before."""
    before = row.get("before")
    if row.get("keep"):
        return frozenset()
    if not before:
        return frozenset(PARTS)
    return frozenset(name for name in PARTS if _part(before, name) != _part(row, name))


def differing_words(row: Mapping[str, Any]) -> str:
    """The parts that differ, in words."""
    found = differing(row)
    return ", ".join(label.lower() for name, label in PARTS.items() if name in found)


def _part(said: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - texts, lists and periods alike
    if name == "bases":
        return [(each["citation"], each["reasoning"]) for each in said["bases"]]
    if name == "extent":
        return said["extent"], said["excluded_parts"]
    if name == "period":
        return said["period"] or said["period_text"]
    return said[name]
