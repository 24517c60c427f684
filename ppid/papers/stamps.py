"""The stamp of an issued paper: its short code, and the QR that leads to its public page.

The stamp proves nothing by itself and is no certified electronic signature; it leads to the page
where the file can be compared with the one that was issued.
"""

import re
import secrets
from dataclasses import dataclass
from html import unescape
from typing import Final

import segno
from flask import current_app, has_app_context, has_request_context, request
from flask_login import current_user

from ppid.office.queries import office
from ppid.papers.models import IssuedPaper

# Crockford's base 32 (no I, L, O, U) less its vowels, so that no code spells a word: 49 bits.
LETTERS: Final = "0123456789BCDFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 10
PIXELS_A_MODULE: Final = 10  # 37 modules on 18 mm: some 520 dots to the inch
_MISREAD: Final = str.maketrans({"O": "0", "I": "1", "L": "1", "-": "", "–": "", " ": "", ".": ""})
_PLACE: Final = re.compile(r">(https?://[^<>\s]+)/cek<")
_SMUDGE: Final = "M"  # a seventh of the picture may be lost


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the stamp says: the code of the paper and the whole address of its page."""

    code: str
    address: str

    @property
    def qr(self) -> str:
        """The address as a QR code: a PNG data address, quiet zone included."""
        return str(picture(self.address).png_data_uri(scale=PIXELS_A_MODULE, border=4))

    @property
    def printed(self) -> str:
        """The code as people copy it: ``XXXXX-XXXXX``."""
        return printed_code(self.code)

    @property
    def place(self) -> str:
        """The address of the page that asks for a code."""
        return self.address.rsplit("/", 1)[0]


class Placing:
    """Hands a stamp out once: it stands beside the first signature, or where a paper ends."""

    def __init__(self, stamp: Stamp | None) -> None:
        self._left = stamp

    def take(self) -> Stamp | None:
        """The stamp, if nobody took it yet."""
        stamp, self._left = self._left, None
        return stamp


def picture(address: str) -> segno.QRCode:
    """The QR code of an address; never a Micro QR, which few phones read."""
    return segno.make(address, error=_SMUDGE, micro=False)


def new_code() -> str:
    """A code that nobody can guess: ten letters of ``LETTERS``."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def read_code(text: str) -> str | None:
    """The code that somebody typed, whatever its case, dashes, blanks, O for 0, I or L for 1.

    None when it cannot be a code at all.
    """
    code = "".join(text.upper().split()).translate(_MISREAD)
    return code if len(code) == LENGTH and set(code) <= set(LETTERS) else None


def printed_code(code: str) -> str:
    """``XXXXX-XXXXX``."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


def check_address(code: str) -> str:
    """The whole address of a paper's public page: below the office's public address, else below
    the address at which the person who issues it works.

    A stranger's request never says it, as a paper keeps its address for ever: there, as on a
    command line, it is that of the last paper that a person issued, else this machine's own.
    """
    return f"{_root().rstrip('/')}/cek/{code}"


def stamp_for(code: str) -> Stamp:
    """The stamp of a paper with that code."""
    return Stamp(code, check_address(code))


def address_in_lieu() -> str:
    """The address that a paper issued now would bear for want of a public one; empty when the
    office set one.
    """
    return "" if office().public_address else _root().rstrip("/")


def _root() -> str:
    if public := office().public_address:
        return public
    if has_request_context() and current_user.is_authenticated:
        return str(request.url_root)
    return _last_root() or _own_root()


def _last_root() -> str:
    """The address that the last paper bears that a person issued; empty when there is none."""
    by_people = IssuedPaper.select(IssuedPaper.html).where(IssuedPaper.issued_by.is_null(False))
    last = by_people.order_by(IssuedPaper.id.desc()).first()
    found = _PLACE.search(last.html) if last else None
    return unescape(found[1]) if found else ""


def _own_root() -> str:
    port = current_app.config["SETTINGS"].port if has_app_context() else 80
    return f"http://localhost:{port}"
