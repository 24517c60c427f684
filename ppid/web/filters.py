"""How values are written on screen: dates, instants, sizes, numbers."""

from datetime import date, datetime

from flask import Flask

from ppid import clock
from ppid.law.dates import format_date, format_date_short


def format_day(value: date | str | None) -> str:
    """18 Januari 2028; a dash when there is none."""
    day = _as_date(value)
    return format_date(day) if day else "–"


def format_day_short(value: date | str | None) -> str:
    """18 Jan 2028; a dash when there is none."""
    day = _as_date(value)
    return format_date_short(day) if day else "–"


def format_instant(value: datetime) -> str:
    """18 Jan 2028, 14.05 by the office's clock."""
    local = clock.local(value)
    return f"{format_date_short(local.date())}, {local:%H.%M}"


def format_size(size: int) -> str:
    """Bytes as B, KB or MB, with a decimal comma."""
    for unit, factor in (("MB", 1024 * 1024), ("KB", 1024)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}".replace(".", ",")
    return f"{size} B"


def format_number(value: int) -> str:
    """12.345, as written in Indonesia."""
    return f"{value:,}".replace(",", ".")


def init_app(app: Flask) -> None:
    """Make the filters known to templates."""
    app.add_template_filter(format_day, "tanggal")
    app.add_template_filter(format_day_short, "tanggal_singkat")
    app.add_template_filter(format_instant, "waktu")
    app.add_template_filter(format_size, "ukuran")
    app.add_template_filter(format_number, "angka")


def _as_date(value: date | str | None) -> date | None:
    if isinstance(value, datetime):
        return clock.local_day(value)
    if isinstance(value, str):
        return date.fromisoformat(value) if value else None
    return value
