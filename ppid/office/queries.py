"""What the office has decided about itself, as others read it."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from ppid.law.workdays import WorkCalendar
from ppid.office.models import Holiday, OfficeSetting, Signatory
from ppid.web.once import read_once

ELECTRONIC = "elektronik"
EXCERPT = "petikan"


@dataclass(frozen=True)
class Office:
    """The office's name, letterhead and habits; every value is a setting on screen."""

    body_name: str = "Badan Publik"
    office_name: str = "Pejabat Pengelola Informasi dan Dokumentasi"
    letterhead: tuple[str, ...] = ()
    address: str = ""
    city: str = ""
    paper_size: str = "A4"
    copies_to: tuple[str, ...] = ()
    remind_workdays: int = 30
    public_address: str = ""
    applicant_months: int = 24
    public_contact: str = ""
    service_hours: str = ""
    how_to_request: str = ""
    how_to_object: str = ""
    signing: str = "basah"
    attached_form: str = "penetapan"

    @property
    def signs_electronically(self) -> bool:
        """Whether papers are signed elsewhere, by a certified electronic signature."""
        return self.signing == ELECTRONIC

    @property
    def attaches_excerpts(self) -> bool:
        """Whether the public rendition goes along with a refusal instead of the determination."""
        return self.attached_form == EXCERPT


@dataclass(frozen=True)
class Signer:
    """Who signs for a post on a day."""

    post: str
    title: str
    name: str
    rank: str
    nip: str


def office() -> Office:
    """The office as it is set now; what was never set has its default."""
    return read_once("office", _read_office)


def _read_office() -> Office:
    known = {item.name for item in fields(Office)}
    stored = {row.key: row.value for row in OfficeSetting.select() if row.key in known}
    return Office(**{key: _frozen(value) for key, value in stored.items()})


def signer(post: str, on: date) -> Signer | None:
    """Who signs for ``post`` (officer, superior, head) on a day; None when nobody is named."""
    row = (
        Signatory.select()
        .where(Signatory.post == post, Signatory.valid_from <= on)
        .order_by(Signatory.valid_from.desc())
        .first()
    )
    return row and Signer(row.post, row.title, row.name, row.rank, row.nip)


def work_calendar() -> WorkCalendar:
    """Working days by the holidays that the office keeps."""
    return read_once("work-calendar", _read_calendar)


def _read_calendar() -> WorkCalendar:
    days = Holiday.select(Holiday.day).where(Holiday.withdrawn_at.is_null())
    return WorkCalendar(frozenset(row.day for row in days))


def list_holidays(year: int) -> list[Holiday]:
    """The holidays of a year in order, withdrawn ones included."""
    return list(
        Holiday.select()
        .where(Holiday.day.between(date(year, 1, 1), date(year, 12, 31)))
        .order_by(Holiday.day)
    )


def get_holiday(holiday_id: int) -> Holiday | None:
    """A holiday by number."""
    return Holiday.get_or_none(Holiday.id == holiday_id)


def list_signatories() -> list[Signatory]:
    """Everyone who signs or signed, newest first within each post."""
    return list(Signatory.select().order_by(Signatory.post, Signatory.valid_from.desc()))


def _frozen(value: Any) -> Any:  # noqa: ANN401 - a stored setting has the type of its field
    return tuple(value) if isinstance(value, list) else value
