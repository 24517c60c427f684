"""Who takes part in a procedure."""

from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    """A part that a person plays, in one unit or in the whole public body."""

    STEERING = "steering"
    SUPERIOR = "superior"
    OFFICER = "officer"
    UNIT_OFFICER = "unit_officer"
    DESK = "desk"
    ADMIN = "admin"

    @property
    def label(self) -> str:
        """The role as officials name it."""
        return _LABELS[self]


_LABELS = {
    Role.STEERING: "Pengarah",
    Role.SUPERIOR: "Atasan PPID",
    Role.OFFICER: "PPID",
    Role.UNIT_OFFICER: "PPID Unit Kerja",
    Role.DESK: "Petugas Layanan Informasi",
    Role.ADMIN: "Admin Sistem",
}


def name_roles(roles: Iterable[Role], joint: str = " atau ") -> str:
    """The labels in a sentence, in the order given: ``PPID atau Atasan PPID``."""
    return joint.join(role.label for role in roles)
