"""The texts as they count now, or counted at an instant."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import peewee as pw

from ppid.accounts.models import User
from ppid.texts.models import TextVersion
from ppid.texts.registry import TEXTS, TextForm

SHIPPED = "Bawaan program"


@dataclass(frozen=True, slots=True)
class Version:
    """A text as it once counted; number 0 is what the program ships with."""

    number: int
    body: str
    note: str = ""
    written_at: datetime | None = None
    written_by: str = SHIPPED


@dataclass(frozen=True, slots=True)
class TextLine:
    """A text with the version that counts now."""

    text: TextForm
    current: Version

    @property
    def is_shipped(self) -> bool:
        """Whether it says just what the program ships with."""
        return self.current.body == self.text.shipped


def list_texts() -> dict[str, list[TextLine]]:
    """Every text under the heading of its group, in the order of the registry."""
    latest = _latest(TEXTS)
    grouped: dict[str, list[TextLine]] = {}
    for name, text in TEXTS.items():
        line = TextLine(text, latest.get(name) or shipped_version(text))
        grouped.setdefault(text.group, []).append(line)
    return grouped


def get_text(name: str) -> TextLine | None:
    """A text with the version that counts now; None when the registry has no such text."""
    text = TEXTS.get(name)
    return TextLine(text, current_version(text)) if text else None


def current_version(text: TextForm) -> Version:
    """The version that counts now."""
    return _latest([text.name]).get(text.name) or shipped_version(text)


def version_at(text: TextForm, at: datetime) -> Version:
    """The version that counted at an instant (UTC): what a paper of then was written with."""
    instant = at.replace(tzinfo=None)
    row = _rows().where(TextVersion.name == text.name, TextVersion.written_at <= instant).first()
    return _version(row) if row else shipped_version(text)


def list_versions(text: TextForm) -> list[Version]:
    """Every version, the newest first; last what the program ships with."""
    rows = _rows().where(TextVersion.name == text.name)
    return [*map(_version, rows), shipped_version(text)]


def shipped_version(text: TextForm) -> Version:
    """What the program ships with, as a version."""
    return Version(0, text.shipped)


def _latest(names: Iterable[str]) -> dict[str, Version]:
    last = (
        TextVersion.select(pw.fn.MAX(TextVersion.id))
        .where(TextVersion.name.in_(list(names)))
        .group_by(TextVersion.name)
    )
    return {row.name: _version(row) for row in _rows().where(TextVersion.id.in_(last))}


def _rows() -> "pw.ModelSelect[TextVersion]":
    return (
        TextVersion.select(TextVersion, User)
        .join(User, pw.JOIN.LEFT_OUTER)
        .order_by(TextVersion.name, TextVersion.number.desc())
    )


def _version(row: TextVersion) -> Version:
    by = row.written_by.name if row.written_by else "Baris perintah"
    return Version(row.number, row.body, row.note, row.written_at, by)
