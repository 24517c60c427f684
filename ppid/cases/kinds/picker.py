"""Picking legal bases from the catalogue by typing: "17 h 4", "kearsipan 66"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from wtforms import FormField, HiddenField, SearchField, StringField, TextAreaField

from ppid import clock
from ppid.cases.kinds.contract import Data, Missing
from ppid.cases.kinds.entry_rows import EntryRow, change_row, split_command
from ppid.cases.kinds.freezing import RowForm
from ppid.cases.kinds.row_lists import RowList
from ppid.legal_bases.force import force_on
from ppid.legal_bases.models import Provision, Regulation
from ppid.legal_bases.picking import ProvisionHit, find_provisions, get_provision_hit
from ppid.legal_bases.queries import changes_of
from ppid.register.content import BasisDraft
from ppid.register.queries import get_provision
from ppid.web.forms import Longest

REASON_LENGTH = 10
LONGEST_FIND = 120
NOT_KEPT = ("problem",)


class BasisRow(RowForm):
    """A basis that was picked; its words stay with the draft, only the reasoning is typed."""

    key = HiddenField()
    reasoning = TextAreaField(
        "Alasan",
        [Longest(10_000)],
        description="Mengapa ketentuan ini menutup informasi tersebut. Boleh memakai Markdown.",
        render_kw={"rows": 3},
    )


class PickerRow(EntryRow):
    """The bases of one entry, and the line in which more are looked for."""

    bases = RowList(FormField(BasisRow))
    find = SearchField(
        "Cari dasar hukum",
        [Longest(LONGEST_FIND)],
        description="Ketik misalnya “17 h 4” atau “kearsipan 66”, lalu tekan Cari.",
    )
    why_revoked = StringField(
        "Alasan memakai ketentuan yang tidak berlaku lagi",
        [Longest(400)],
        description="Hanya diisi bila ketentuan yang sudah dicabut memang harus dipakai.",
    )


@dataclass(frozen=True)
class CitedNow:
    """What the catalogue says today of a provision that was picked."""

    summary: str
    holds: bool
    words: str


def key_of(basis: Mapping[str, Any]) -> str:
    """What a basis is known by in its form: its provision, or its wording when it has none."""
    provision_id = basis.get("provision_id")
    return str(provision_id) if provision_id else f"t{crc32(str(basis['citation']).encode()):08x}"


def keyed(bases: Iterable[Mapping[str, Any]]) -> list[Data]:
    """The bases with their keys."""
    return [{**basis, "key": key_of(basis)} for basis in bases]


def read_bases(kept: Data, typed: Mapping[str, Any]) -> list[Data]:
    """The kept bases with the reasoning that was typed; none comes or goes by typing."""
    said = {row["key"]: row["reasoning"] for row in typed.get("bases") or ()}
    return [
        {**basis, "reasoning": said.get(basis["key"], basis["reasoning"]) or ""}
        for basis in keyed(kept.get("bases") or ())
    ]


def read_picker(kept: Data, typed: Data) -> Data:
    """A row with its bases after typing; what a command answered last is gone."""
    row = {name: value for name, value in kept.items() if name not in NOT_KEPT}
    find = str(typed.get("find") or "")[:LONGEST_FIND]
    return {**row, **typed, "find": find, "bases": read_bases(kept, typed)}


def change_bases(data: Data, command: str) -> Data:
    """The draft after ``find:12``, ``add:12:7`` or ``drop:12:7``; other commands change nothing."""
    verb, about = split_command(command)
    rows = {str(row["entry_id"]): row for row in data["rows"]}
    if verb not in {"add", "drop"} or len(about) != 2 or about[0] not in rows:
        return data
    row = rows[about[0]]
    changed = _drop(row, about[1]) if verb == "drop" else _add(row, about[1])
    return change_row(data, about[0], changed)


def _drop(row: Data, key: str) -> Data:
    return {**row, "bases": [basis for basis in row["bases"] if basis["key"] != key]}


def _add(row: Data, provision_id: str) -> Data:
    hit = get_provision_hit(int(provision_id)) if provision_id.isdecimal() else None
    if hit is None or any(basis["key"] == provision_id for basis in row["bases"]):
        return row
    why = str(row.get("why_revoked") or "")
    if not hit.in_force and len(why) < REASON_LENGTH:
        return {**row, "problem": _refusal(hit)}
    basis = BasisDraft.from_provision(get_provision(hit.id), "" if hit.in_force else why)
    picked = {**basis.to_dict(), "key": provision_id, "summary": hit.summary}
    return {**row, "bases": [*row["bases"], picked], "find": "", "why_revoked": ""}


def _refusal(hit: ProvisionHit) -> str:
    instead = f" Penggantinya: {hit.successor}." if hit.successor else ""
    return (
        f"{hit.short} tidak berlaku lagi ({hit.status_words}).{instead} Bila tetap harus dipakai, "
        f"isi dahulu alasannya, paling sedikit {REASON_LENGTH} huruf."
    )


def hits_for(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[ProvisionHit]]:
    """What the catalogue has for each row that is being searched, by the id of its entry."""
    return {
        str(row["entry_id"]): find_provisions(str(row["find"])) for row in rows if row.get("find")
    }


def cited_now(rows: Iterable[Mapping[str, Any]]) -> dict[str, CitedNow]:
    """What the catalogue says today of the bases in the rows, by their key."""
    keys = {basis.get("provision_id") for row in rows for basis in row.get("bases") or ()}
    query = Provision.select(Provision, Regulation).join(Regulation)
    found = list(query.where(Provision.id.in_([key for key in keys if key])))
    changes = changes_of({each.regulation_id for each in found})
    told = {}
    for each in found:
        force = force_on(each.regulation, changes.get(each.regulation_id, []), clock.today())
        told[str(each.id)] = CitedNow(each.summary, force.holds, force.words)
    return told


def lacking_bases(start: str, bases: Sequence[Mapping[str, Any]]) -> list[Missing]:
    """There is a basis, and each says why; ``start`` begins the names of the row's fields."""
    if not bases:
        message = "Pilih sedikitnya satu dasar hukum, misalnya ketik “17 h 4” lalu tekan Cari."
        return [Missing(f"{start}find", message)]
    return [
        Missing(f"{start}bases-{at}-reasoning", "Isi alasan mengapa ketentuan ini dipakai.")
        for at, basis in enumerate(bases)
        if not basis["reasoning"].strip()
    ]
