"""Who is signed in, and what they may do where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import cast

from flask import abort
from flask_login import UserMixin, current_user

from ppid.accounts.models import RoleGrant, Unit, User
from ppid.accounts.permissions import ALLOWED, Permission
from ppid.web.once import read_once
from ppid.workflow.roles import Role


@dataclass(frozen=True)
class Grant:
    """A role, in one unit and those below it, or everywhere when ``unit_id`` is None."""

    role: Role
    unit_id: int | None


class Person(UserMixin):  # type: ignore[misc]  # the library carries no types
    """The signed-in user with the grants that hold now."""

    def __init__(self, user: User, grants: Iterable[Grant], session_id: int) -> None:
        self.user = user
        self.id: int = user.id
        self.name: str = user.name
        self.grants = tuple(grants)
        self.session_id = session_id

    @property
    def roles(self) -> frozenset[Role]:
        """All roles held, in whatever unit."""
        return frozenset(grant.role for grant in self.grants)

    @cached_property
    def _parents(self) -> dict[int, int | None]:
        return unit_parents()

    def roles_in(self, unit_id: int | None) -> frozenset[Role]:
        """The roles that hold in a unit: granted there, above it, or everywhere."""
        line = {None, *lineage(unit_id, self._parents)}
        return frozenset(grant.role for grant in self.grants if grant.unit_id in line)

    def may(self, permission: Permission, unit_id: int | None = None) -> bool:
        """Whether some role allows it: anywhere, or in the given unit."""
        roles = self.roles if unit_id is None else self.roles_in(unit_id)
        return any(permission in ALLOWED[role] for role in roles)


def person() -> Person:
    """The person behind this request; the guard has seen to it that there is one."""
    return cast("Person", current_user._get_current_object())  # noqa: SLF001 - the proxy's own door


def may(permission: StrEnum, unit_id: int | None = None) -> bool:
    """Whether the person behind this request may do it; nobody may when signed out."""
    return bool(current_user.is_authenticated) and person().may(Permission(permission), unit_id)


def demand(permission: Permission, unit_id: int | None) -> None:
    """Answer 403 unless the person may do it in that unit."""
    if not may(permission, unit_id):
        abort(403)


def grants_of(user_id: int) -> list[Grant]:
    """The grants of a user that are not revoked."""
    rows = RoleGrant.select().where(RoleGrant.user == user_id, RoleGrant.revoked_at.is_null())
    return [Grant(Role(row.role), row.unit_id) for row in rows]


def unit_parents() -> dict[int, int | None]:
    """Each unit with the unit above it."""
    return read_once("unit-parents", _read_parents)


def _read_parents() -> dict[int, int | None]:
    return {unit.id: unit.parent_id for unit in Unit.select(Unit.id, Unit.parent)}


def lineage(unit_id: int | None, parents: Mapping[int, int | None]) -> list[int]:
    """A unit and all units above it, by the map of unit to parent."""
    line: list[int] = []
    while unit_id is not None and unit_id not in line:
        line.append(unit_id)
        unit_id = parents.get(unit_id)
    return line
