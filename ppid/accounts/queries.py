"""Users and units as the screens of the admin read them."""

from dataclasses import dataclass

from ppid.accounts.models import RoleGrant, Unit, User, UserSession
from ppid.workflow.roles import Role


@dataclass(frozen=True)
class UnitLine:
    """A unit in the tree, with its depth below the root (0 for the root)."""

    unit: Unit
    depth: int


@dataclass(frozen=True)
class HeldRole:
    """A role as it is shown: its number to revoke it, its words, its unit."""

    grant_id: int
    role: Role
    unit_name: str


def list_units(*, with_closed: bool = True) -> list[UnitLine]:
    """All units as a tree, parents before children, brothers by name."""
    below: dict[int | None, list[Unit]] = {}
    for unit in Unit.select().order_by(Unit.name):
        below.setdefault(unit.parent_id, []).append(unit)
    return [line for line in _tree(below, None, 0) if with_closed or line.unit.closed_at is None]


def unit_choices(*, with_closed: bool = False) -> list[tuple[int, str]]:
    """Units for a choice, indented by their depth."""
    lines = list_units(with_closed=with_closed)
    return [(line.unit.id, "— " * line.depth + line.unit.name) for line in lines]


def get_unit_by_code(code: str) -> Unit | None:
    """A unit by its code."""
    return Unit.get_or_none(Unit.code == code)


def unit_name(unit_id: int | None) -> str:
    """The name of a unit; empty when it is not known."""
    unit = Unit.get_or_none(Unit.id == unit_id) if unit_id else None
    return unit.name if unit else ""


def unit_code(unit_id: int | None) -> str:
    """The code of a unit; empty when it is not known."""
    unit = Unit.get_or_none(Unit.id == unit_id) if unit_id else None
    return unit.code if unit else ""


def list_users() -> list[tuple[User, list[HeldRole]]]:
    """All users by name, each with the roles held now."""
    held = _held_roles()
    return [(user, held.get(user.id, [])) for user in User.select().order_by(User.name)]


def get_user(username: str) -> User | None:
    """A user by name of sign-in."""
    return User.get_or_none(User.username == username)


def usernames_of(role: Role) -> list[str]:
    """Who holds a role now: those who hold no other first, then the first added."""
    holders = [
        (len(roles), user.id, user.username)
        for user, roles in list_users()
        if any(held.role == role for held in roles)
    ]
    return [username for _roles, _id, username in sorted(holders)]


def list_roles(user: User) -> list[HeldRole]:
    """The roles that a user holds now."""
    return _held_roles().get(user.id, [])


def list_sessions(user: User) -> list[UserSession]:
    """Where a user is signed in, the latest first."""
    return list(
        UserSession.select()
        .where(UserSession.user == user, UserSession.ended_at.is_null())
        .order_by(UserSession.seen_at.desc())
    )


def _held_roles() -> dict[int, list[HeldRole]]:
    held: dict[int, list[HeldRole]] = {}
    names = {unit.id: unit.name for unit in Unit.select(Unit.id, Unit.name)}
    grants = RoleGrant.select().where(RoleGrant.revoked_at.is_null()).order_by(RoleGrant.id)
    for grant in grants:
        unit_name = names[grant.unit_id] if grant.unit_id else "seluruh badan publik"
        role = HeldRole(grant.id, Role(grant.role), unit_name)
        held.setdefault(grant.user_id, []).append(role)
    return held


def _tree(below: dict[int | None, list[Unit]], parent: int | None, depth: int) -> list[UnitLine]:
    lines: list[UnitLine] = []
    for unit in below.get(parent, []):
        lines += [UnitLine(unit, depth), *_tree(below, unit.id, depth + 1)]
    return lines
