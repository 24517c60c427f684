"""Days in addresses: ``?tanggal=2026-11-22``."""

from datetime import date

from flask import request

from ppid import clock
from ppid.errors import Refused


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
