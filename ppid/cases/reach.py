"""How far a person reaches: which cases they see, and in which roles they act there."""

from collections.abc import Collection, Iterable

import peewee as pw

from ppid.accounts.access import Person, lineage, unit_parents
from ppid.accounts.models import RoleGrant, User
from ppid.accounts.permissions import ALLOWED, Permission
from ppid.cases.models import Case, CaseEntry
from ppid.register.models import Entry
from ppid.workflow.roles import Role


def units_in_reach(person: Person, permission: Permission) -> frozenset[int] | None:
    """The units in which some role of the person allows it; None means every unit."""
    granted = {grant.unit_id for grant in person.grants if permission in ALLOWED[grant.role]}
    if None in granted:
        return None
    if not granted:
        return frozenset()
    parents = unit_parents()
    return frozenset(unit for unit in parents if granted & set(lineage(unit, parents)))


def cases_in_reach(person: Person) -> pw.Expression | None:
    """The condition on Case for what the person may read; None means all.

    A case is read by whoever may read the cases of one of its entries' units.
    """
    units = units_in_reach(person, Permission.READ_CASES)
    if units is None:
        return None
    held = CaseEntry.select(CaseEntry.case).join(Entry).where(Entry.unit.in_(sorted(units)))
    return Case.id.in_(held)


def may_read(person: Person, unit_ids: Iterable[int]) -> bool:
    """Whether the person may read a case that holds entries of these units."""
    return any(person.may(Permission.READ_CASES, unit_id) for unit_id in set(unit_ids))


def roles_in_case(person: Person, unit_ids: Collection[int]) -> frozenset[Role]:
    """The roles in which a person acts in a case that holds entries of these units.

    PPID Unit Kerja takes part for the entries of its own unit; every other role must hold for all.
    """
    held = [person.roles_in(unit_id) for unit_id in set(unit_ids)]
    if not held:
        return frozenset()
    everywhere = frozenset.intersection(*held)
    somewhere = frozenset.union(*held)
    return everywhere | (somewhere & {Role.UNIT_OFFICER})


def people_awaited(roles: Collection[Role], unit_ids: Collection[int]) -> list[str]:
    """Names of those who can act in these roles for such a case, by name; empty: nobody can."""
    parents = unit_parents()
    lines = [{None, *lineage(unit_id, parents)} for unit_id in set(unit_ids)]
    grants = (
        RoleGrant.select(RoleGrant, User)
        .join(User)
        .where(
            RoleGrant.role.in_([role.value for role in roles]),
            RoleGrant.revoked_at.is_null(),
            User.disabled_at.is_null(),
        )
        .order_by(User.name, User.id)
    )
    fitting = [grant.user.name for grant in grants if _reaches(grant, lines)]
    return list(dict.fromkeys(fitting))


def _reaches(grant: RoleGrant, lines: Collection[set[int | None]]) -> bool:
    held = [grant.unit_id in line for line in lines]
    return any(held) if grant.role == Role.UNIT_OFFICER else all(held)


def common_unit(unit_ids: Iterable[int]) -> int | None:
    """The lowest unit that all of these belong to; None when no single unit holds them all."""
    parents = unit_parents()
    lines = [lineage(unit_id, parents) for unit_id in set(unit_ids)]
    shared = set.intersection(*map(set, lines)) if lines else set()
    return next((unit for unit in lines[0] if unit in shared), None) if lines else None
