"""Filling an empty register with the demo."""

from dataclasses import dataclass

from ppid.audit.actions import Actor
from ppid.db import database
from ppid.demo.cases import fill_cases
from ppid.demo.people import fill_office, fill_people, fill_units
from ppid.demo.public_wordings import fill_public_wordings
from ppid.demo.register import DemoRegister
from ppid.demo.requests import fill_requests, fill_words
from ppid.errors import Refused
from ppid.legal_bases.shipped import load_catalogue
from ppid.register.report import count_entries

PASSWORD = "contoh-2026"  # noqa: S105 - the demo's own, told on the terminal


@dataclass(frozen=True)
class Filled:
    """What the demo brought."""

    usernames: tuple[str, ...]
    entries: int


def fill_demo(actor: Actor, *, password: str = PASSWORD, public_address: str = "") -> Filled:
    """Fill an empty register; refused when it already holds entries, so nothing real is mixed.

    ``public_address`` is the office's own; the QR codes of the demo's papers lead there.
    """
    if count_entries():
        raise Refused("Register ini sudah berisi entri; data contoh hanya untuk register kosong.")
    with database.atomic():
        load_catalogue(actor)
        units = fill_units(actor)
        usernames = fill_people(actor, units, password)
        fill_office(actor, public_address)
        entries = DemoRegister(actor, units).fill()
        fill_cases(actor, units)
        fill_public_wordings(actor)
        fill_words(actor)
        fill_requests()
    return Filled(tuple(usernames), entries)
