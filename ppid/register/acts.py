"""What people hand to the register's actions, as plain values."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from ppid.law.facts import OpeningKind


class DeterminationKind(StrEnum):
    """What a determination does (PP 61/2010 Pasal 4, 10 and 11)."""

    INITIAL = "initial"
    CHANGE = "change"
    OPENING = "opening"

    @property
    def label(self) -> str:
        """The Indonesian name of the paper."""
        return _LABELS[self]


_LABELS = {
    DeterminationKind.INITIAL: "Penetapan klasifikasi",
    DeterminationKind.CHANGE: "Penetapan pengubahan klasifikasi",
    DeterminationKind.OPENING: "Penetapan pembukaan",
}


@dataclass(frozen=True)
class EntryDescription:
    """What an entry is, apart from its classification; texts may be empty except ``title``.

    ``title`` is for the office only, ``public_title`` must leak nothing; ``first_excluded_on`` is
    the first day of exclusion as far as known from older papers.
    """

    title: str
    public_title: str = ""
    summary: str = ""
    responsible: str = ""
    form: str = ""
    document_year: str = ""
    storage_place: str = ""
    given_instead: str = ""
    keywords: str = ""
    first_excluded_on: date | None = None


@dataclass(frozen=True)
class DeterminationDraft:
    """A determination about to be issued (Perki 1/2021 Pasal 49 ayat (5), PP 61/2010 Pasal 4).

    ``signatory`` and ``approval`` hold name, title, rank and nip as printed; ``number`` stays
    None for the next number, and is given only for a paper that already bears one.
    ``number_text`` is made by the office's pattern when empty; ``why_skipped`` explains numbers
    that ``number`` passes over. ``body`` is the paper's own text.
    """

    kind: DeterminationKind
    about: str
    determined_on: date
    effective_on: date
    place: str = ""
    signatory: dict[str, Any] = field(default_factory=dict)
    approval: dict[str, Any] = field(default_factory=dict)
    test_sheet_number: str = ""
    change_sheet_number: str = ""
    body: dict[str, Any] = field(default_factory=dict)
    number: int | None = None
    number_text: str = ""
    why_skipped: str = ""


@dataclass(frozen=True)
class OpeningDraft:
    """What opens an entry, from which day, and the paper that proves it.

    ``grounds`` are the huruf lifted; empty means all that this kind may lift. A ruling that is not
    ``final`` opens nothing yet.
    """

    kind: OpeningKind
    on: date
    reference: str
    grounds: tuple[str, ...] = ()
    final: bool = True
