"""A list in its own order: what opened, what ends."""

from dataclasses import dataclass
from datetime import date

from ppid.public.records import PublicRecord
from ppid.public.telling import tell_left, tell_until


@dataclass(frozen=True)
class Shown:
    """A page of such a list."""

    records: list[PublicRecord]
    total: int
    page: int
    last_page: int
    on: date
    path: str

    def page_href(self, number: int) -> str:
        """Another page of the list."""
        return f"{self.path}?halaman={number}" if number > 1 else self.path

    def until(self, record: PublicRecord) -> str:
        """How long, in a few words."""
        return tell_until(record)

    def left(self, record: PublicRecord) -> str:
        """How long it still stays closed."""
        return tell_left(record, self.on)
