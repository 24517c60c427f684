"""What time it is: facts are stamped in UTC, days are counted by the office's clock."""

from datetime import UTC, date, datetime, timedelta, timezone

_offset = timezone(timedelta(hours=8), "WITA")


def set_offset(offset: timezone) -> None:
    """Set the office's clock once, at start."""
    global _offset  # noqa: PLW0603 - one office, one clock
    _offset = offset


def now() -> datetime:
    """This instant in UTC, without zone, as the database stores it."""
    return datetime.now(UTC).replace(tzinfo=None)


def today() -> date:
    """The calendar day at the office."""
    return datetime.now(_offset).date()


def local(instant: datetime) -> datetime:
    """A stored instant on the office's clock."""
    return instant.replace(tzinfo=UTC).astimezone(_offset)


def local_day(instant: datetime) -> date:
    """The calendar day at the office on which a stored instant fell."""
    return local(instant).date()
