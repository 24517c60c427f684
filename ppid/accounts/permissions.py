"""What people may do, and which roles carry it (glossary of roles: who does what)."""

from enum import StrEnum

from ppid.workflow.roles import Role


class Permission(StrEnum):
    """One thing that a role allows."""

    READ_REGISTER = "read-register"
    WRITE_ENTRY = "write-entry"
    PRINT = "print"
    EXPORT = "export"
    LOAD_REGISTER = "load-register"
    READ_CASES = "read-cases"
    OPEN_CASE = "open-case"
    WORK_ON_CASE = "work-on-case"
    EDIT_LEGAL_BASES = "edit-legal-bases"
    READ_AUDIT = "read-audit"
    MANAGE_PEOPLE = "manage-people"
    MANAGE_OFFICE = "manage-office"
    MANAGE_PROCEDURES = "manage-procedures"


P = Permission
_READER = {P.READ_REGISTER, P.PRINT}
_CASE_WORKER = _READER | {P.READ_CASES, P.WORK_ON_CASE}

ALLOWED: dict[Role, frozenset[Permission]] = {
    Role.STEERING: frozenset(_CASE_WORKER),
    Role.SUPERIOR: frozenset(_CASE_WORKER | {P.EXPORT}),
    Role.OFFICER: frozenset(
        _CASE_WORKER
        | {P.WRITE_ENTRY, P.EXPORT, P.LOAD_REGISTER, P.OPEN_CASE, P.EDIT_LEGAL_BASES}
        | {P.READ_AUDIT, P.MANAGE_OFFICE, P.MANAGE_PROCEDURES}
    ),
    Role.UNIT_OFFICER: frozenset(_CASE_WORKER | {P.WRITE_ENTRY}),
    Role.DESK: frozenset(_READER),
    Role.ADMIN: frozenset({P.MANAGE_PEOPLE, P.MANAGE_OFFICE, P.MANAGE_PROCEDURES, P.READ_AUDIT}),
}
