"""The parts that every paper takes from the office's settings."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from ppid.law.dates import format_date
from ppid.office.logos import logo_address
from ppid.office.queries import Office, office, signer
from ppid.papers.parts import Letterhead, PageSize, Signature

UNSET = "(belum ditetapkan pada Pengaturan)"


def letterhead_of(settings: Office) -> Letterhead:
    """Kop as the office set it; its names while it set none."""
    lines = settings.letterhead or (settings.body_name.upper(), settings.office_name.upper())
    return Letterhead(
        lines=lines, address=settings.address, city=settings.city, logo=logo_address()
    )


def page_size() -> PageSize:
    """The paper that the office prints on."""
    return PageSize(office().paper_size)


def place_date(place: str, on: date) -> str:
    """``Kota Contoh, 18 Januari 2026``; the date alone while no place is set."""
    return ", ".join(part for part in (place, format_date(on)) if part)


def signature_of(signed: Mapping[str, Any], above: str = "") -> Signature:
    """A signature block from what a paper keeps of its signatory (title, name, rank, nip)."""
    return Signature(
        role=signed.get("title") or UNSET,
        name=signed.get("name") or "",
        rank=signed.get("rank") or "",
        nip=signed.get("nip") or "",
        place_date=above,
        electronic=office().signs_electronically,
    )


def signature_for(post: str, on: date, above: str = "") -> Signature:
    """Whoever signs for a post on that day, by the office's settings."""
    named = signer(post, on)
    if named is None:
        return Signature(role=UNSET, name="", place_date=above)
    return signature_of(asdict(named), above)
