"""What officers do to the catalogue. Nothing is deleted; what was is on record."""

from datetime import date
from typing import Any

from ppid import clock
from ppid.audit.actions import Actor, Subject, diff, record
from ppid.db import database
from ppid.errors import Refused
from ppid.legal_bases.force import ChangeKind
from ppid.legal_bases.models import Provision, Regulation, RegulationChange
from ppid.legal_bases.signals import regulation_changed
from ppid.legal_bases.sorting import sort_key


def save_regulation(actor: Actor, regulation: Regulation | None, **values: Any) -> Regulation:  # noqa: ANN401 - columns of the model
    """Add a regulation, or amend what is known of one; its code never changes."""
    with database.atomic():
        saved = regulation or Regulation(code=_free_code(values))
        before = {} if regulation is None else {key: getattr(saved, key) for key in values}
        for key, value in values.items():
            setattr(saved, key, value)
        saved.save()
        verb, word = (
            ("amended-regulation", "Mengubah")
            if regulation
            else (
                "added-regulation",
                "Menambah",
            )
        )
        _record(actor, verb, f"{word} {saved.title}", saved, diff(before, values))
        regulation_changed.send(saved)
    return saved


def save_provision(
    actor: Actor,
    regulation: Regulation,
    provision: Provision | None,
    **values: Any,  # noqa: ANN401 - columns of the model
) -> Provision:
    """Add a provision, or amend what is told of one; papers issued keep their own words."""
    with database.atomic():
        twin = Provision.get_or_none(
            Provision.regulation == regulation, Provision.cite == values["cite"]
        )
        if twin is not None and (provision is None or twin.id != provision.id):
            raise Refused(f"{values['cite']} sudah ada dalam peraturan ini.", "cite")
        saved = provision or Provision(regulation=regulation)
        before = {} if provision is None else {key: getattr(saved, key) for key in values}
        for key, value in values.items():
            setattr(saved, key, value)
        saved.sort_key = sort_key(saved.cite)
        saved.save()
        verb, word = (
            ("amended-provision", "Mengubah")
            if provision
            else (
                "added-provision",
                "Menambah",
            )
        )
        _record(actor, verb, f"{word} {saved.cite}", regulation, diff(before, values), saved)
        regulation_changed.send(regulation)
    return saved


def withdraw_provision(actor: Actor, provision: Provision, *, withdrawn: bool) -> None:
    """Take a provision out of the choices, or put it back; entries that cite it keep it."""
    with database.atomic():
        provision.withdrawn_at = clock.now() if withdrawn else None
        provision.save()
        word = "Menarik" if withdrawn else "Mengembalikan"
        summary = f"{word} {provision.cite} dari pilihan"
        _record(actor, "withdrew-provision", summary, provision.regulation, [], provision)


def note_review(actor: Actor, regulation: Regulation, provision: Provision | None = None) -> None:
    """Note that a regulation or a provision was looked at again today."""
    thing = provision or regulation
    with database.atomic():
        before = {"reviewed_on": thing.reviewed_on}
        thing.reviewed_on = clock.today()
        thing.save()
        changes = diff(before, {"reviewed_on": thing.reviewed_on})
        name = provision.cite if provision else regulation.title
        _record(actor, "reviewed", f"Meninjau {name}", regulation, changes, provision)


def record_change(
    actor: Actor,
    regulation: Regulation,
    *,
    kind: ChangeKind,
    on: date | None,
    by: Regulation | None,
    by_text: str,
    note: str,
) -> RegulationChange:
    """Record that a regulation was revoked, amended or adjusted; entries that cite it light up."""
    if by is None and not by_text:
        raise Refused("Sebutkan peraturan yang mencabut atau mengubahnya.", "by_text")
    if by is not None and by.id == regulation.id:
        raise Refused("Peraturan tidak dapat mencabut dirinya sendiri.", "by")
    with database.atomic():
        change = RegulationChange.create(
            regulation=regulation, kind=kind.value, on=on, by=by, by_text=by_text, note=note
        )
        after = {"kind": kind.value, "on": on, "by": by.title if by else by_text, "note": note}
        summary = f"{regulation.title}: {kind.value}"
        _record(actor, "recorded-change", summary, regulation, diff({}, after))
        regulation_changed.send(regulation)
    return change


def _free_code(values: dict[str, Any]) -> str:
    parts = (values["kind"], values["number"], str(values["year"]))
    code = "-".join("".join(c for c in part.lower() if c.isalnum()) for part in parts)
    if not Regulation.select().where(Regulation.code == code).exists():
        return code
    count = Regulation.select().where(Regulation.code.startswith(f"{code}-")).count()
    return f"{code}-{count + 2}"


def _record(
    actor: Actor,
    action: str,
    summary: str,
    regulation: Regulation,
    changes: list[dict[str, Any]],
    provision: Provision | None = None,
) -> None:
    subjects = [Subject("regulation", regulation.id, regulation.code)]
    if provision is not None:
        subjects.append(Subject("provision", provision.id, provision.cite))
    record(actor, action, summary, subjects=subjects, changes=changes)
