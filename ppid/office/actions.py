"""What the office changes about itself; every change is on record."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ppid import clock
from ppid.audit.actions import Actor, Subject, diff, record
from ppid.db import database
from ppid.errors import Refused
from ppid.law.workdays import national_holidays
from ppid.office.models import Holiday, OfficeSetting, Signatory
from ppid.office.queries import office
from ppid.office.signals import calendar_changed, reminder_changed
from ppid.web.once import read_afresh

OFFICE = Subject("office", 0, "Pengaturan kantor")


def save_settings(actor: Actor, values: Mapping[str, Any]) -> None:
    """Keep the office's settings; only what differs is written."""
    before = {key: getattr(office(), key) for key in values}
    with database.atomic():
        changes = diff(_plain(before), _plain(values))
        for change in changes:
            key, value = change["field"], change["after"]
            OfficeSetting.insert(key=key, value=value, changed_at=clock.now()).on_conflict(
                conflict_target=[OfficeSetting.key],
                preserve=[OfficeSetting.value, OfficeSetting.changed_at],
            ).execute()
        read_afresh()
        if any(change["field"] == "remind_workdays" for change in changes):
            reminder_changed.send(values["remind_workdays"])
        if changes:
            record(
                actor,
                "saved-office",
                "Mengubah pengaturan kantor",
                subjects=[OFFICE],
                changes=changes,
            )


def name_signatory(
    actor: Actor, *, post: str, title: str, name: str, rank: str, nip: str, valid_from: date
) -> Signatory:
    """Name who signs for a post from a day on; who signed before stays on older papers."""
    with database.atomic():
        if (
            Signatory.select()
            .where(Signatory.post == post, Signatory.valid_from == valid_from)
            .exists()
        ):
            raise Refused("Sudah ada penanda tangan jabatan ini mulai tanggal itu.", "valid_from")
        named = Signatory.create(
            post=post, title=title, name=name, rank=rank, nip=nip, valid_from=valid_from
        )
        after = {"post": post, "title": title, "name": name, "valid_from": valid_from}
        summary = f"Menetapkan penanda tangan: {title}"
        record(actor, "named-signatory", summary, subjects=[OFFICE], changes=diff({}, after))
    return named


def add_holiday(actor: Actor, *, day: date, name: str, source: str = "kantor") -> Holiday:
    """Make a day no working day; a withdrawn one is taken up again."""
    with database.atomic():
        holiday = Holiday.get_or_none(Holiday.day == day)
        if holiday is not None and holiday.withdrawn_at is None:
            raise Refused(f"Tanggal itu sudah tercatat: {holiday.name}.", "day")
        holiday = holiday or Holiday(day=day)
        holiday.name, holiday.source, holiday.withdrawn_at = name, source, None
        holiday.save()
        read_afresh()
        calendar_changed.send([day])
        after = {"day": day, "name": name}
        record(
            actor,
            "added-holiday",
            f"Menambah hari libur: {name}",
            subjects=[OFFICE],
            changes=diff({}, after),
        )
    return holiday


def withdraw_holiday(actor: Actor, holiday: Holiday) -> None:
    """Make a day a working day again; the line stays readable."""
    with database.atomic():
        holiday.withdrawn_at = clock.now()
        holiday.save()
        read_afresh()
        calendar_changed.send([holiday.day])
        before = {"day": holiday.day, "name": holiday.name}
        record(
            actor,
            "withdrew-holiday",
            f"Mencabut hari libur: {holiday.name}",
            subjects=[OFFICE],
            changes=diff(before, {"day": None, "name": None}),
        )


def seed_holidays(actor: Actor, years: range) -> int:
    """Take over national holidays and cuti bersama that are not kept yet; how many."""
    with database.atomic():
        kept = {row.day for row in Holiday.select(Holiday.day)}
        fresh = {day: name for day, name in national_holidays(years).items() if day not in kept}
        rows = [{"day": day, "name": name, "source": "nasional"} for day, name in fresh.items()]
        if rows:
            Holiday.insert_many(rows).execute()
            read_afresh()
            calendar_changed.send(sorted(fresh))
            summary = f"Mengambil {len(rows)} hari libur nasional"
            record(actor, "seeded-holidays", summary, subjects=[OFFICE])
    return len(fresh)


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: list(v) if isinstance(v, tuple) else v for key, v in values.items()}
