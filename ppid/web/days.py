"""Days in addresses: ``?tanggal=2026-11-22`` and ``/per/2026-11-22``."""

from datetime import date

from flask import request
from werkzeug.routing import BaseConverter, ValidationError

from ppid import clock
from ppid.errors import Refused


class DayConverter(BaseConverter):
    """``<date:day>`` in an address; what is no day is no address."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """The day."""
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise ValidationError from error

    def to_url(self, value: date | str) -> str:
        """The day as it stands in the address."""
        return str(value)


def asked_day(name: str = "tanggal") -> date:
    """The day that the address asks for, else today; refuses what is no day."""
    written = request.args.get(name, "")
    if not written:
        return clock.today()
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        message = (
            "Tanggal tidak dapat dibaca. Isi dengan bentuk tahun-bulan-hari, misalnya 2026-11-22."
        )
        raise Refused(message, name) from error
