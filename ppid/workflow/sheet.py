"""The cover of a procedure: what its signed sheet says besides the steps."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Approver:
    """Who signed the sheet, as written there; ``nip`` may be empty."""

    name: str
    title: str
    nip: str = ""


@dataclass(frozen=True)
class SheetBasis:
    """One line of "Dasar hukum".

    ``regulation`` is its identity in the catalogue of legal bases, if it is there. ``revoked`` says
    that the regulation no longer stands; ``note`` tells by what and since when, or what is unsure.
    """

    text: str
    regulation: str | None = None
    revoked: bool = False
    note: str = ""


@dataclass(frozen=True)
class Correction:
    """A slip of the signed sheet (``original``) and what is printed instead (``corrected``).

    ``cut_off`` says that the words are no slip but run off the scanned page and were completed.
    """

    original: str
    corrected: str
    cut_off: bool = False


@dataclass(frozen=True)
class Sheet:
    """The boxes of the sheet. ``number``, ``signed_on`` and ``approver`` are None until signed.

    ``[...]`` in a text marks words that cannot be read in the signed copy.
    """

    number: str | None = None
    signed_on: date | None = None
    office: str = ""
    unit: str = ""
    approver: Approver | None = None
    legal_bases: tuple[SheetBasis, ...] = ()
    qualifications: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    recording: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
