"""The posts that mail goes to: mail reaches a post, never the person who holds it today."""

from enum import StrEnum

UNIT_PREFIX = "unit-"


class Post(StrEnum):
    """A post of the whole office with a mailbox of its own."""

    OFFICER = "officer"
    SUPERIOR = "superior"
    DESK = "desk"

    @property
    def label(self) -> str:
        """The post as officials name it."""
        return _LABELS[self]


_LABELS = {
    Post.OFFICER: "PPID",
    Post.SUPERIOR: "Atasan PPID",
    Post.DESK: "Meja layanan informasi",
}


def unit_post(unit_id: int) -> str:
    """The key of a unit's mailbox."""
    return f"{UNIT_PREFIX}{unit_id}"
