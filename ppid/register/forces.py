"""Whether the regulations that entries rest on are in force on a day."""

from datetime import date

from ppid.law.dates import format_date
from ppid.legal_bases.force import Force, force_on
from ppid.legal_bases.models import Regulation
from ppid.legal_bases.queries import changes_of
from ppid.register.citing import read_citation


class Forces:
    """What became of the whole catalogue, read once for many entries."""

    def __init__(self) -> None:
        regulations = list(Regulation.select())
        self._changes = changes_of([row.id for row in regulations])
        self._named = {(row.kind.lower(), row.number, row.year): row for row in regulations}

    def on(self, regulation: Regulation, day: date) -> Force:
        """How a regulation stands on ``day``."""
        return force_on(regulation, self._changes.get(regulation.id, []), day)

    def cited(self, text: str) -> Regulation | None:
        """The regulation of the catalogue that a wording cites by kind, number and year."""
        cited = read_citation(text)
        if cited is None or cited.regulation is None:
            return None
        named = cited.regulation
        return self._named.get((named.label.lower(), named.number or "", named.year or 0))


def is_in_force(force: Force) -> bool | None:
    """Whether it may be cited; None while nobody has confirmed that it still stands."""
    if not force.holds:
        return False
    return None if force.unsure else True


def name_successor(force: Force) -> str:
    """What replaced the regulation and since when; empty when nothing is known of it."""
    named = force.by.title if force.by else force.by_text
    return f"{named} (sejak {format_date(force.on)})" if named and force.on else named


def say_force(force: Force) -> str:
    """``Dicabut sejak 18 Januari 2021 oleh …``; what is not confirmed is said."""
    if force.holds:
        return "Keberlakuan belum dipastikan" if force.unsure else force.words
    since = f" sejak {format_date(force.on)}" if force.on else ""
    by = force.by.title if force.by else force.by_text
    return f"{force.words}{since} oleh {by}" if by else f"{force.words}{since}"
