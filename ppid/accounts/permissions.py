"""What people may do, and which roles carry it (glossary of roles: who does what)."""

from enum import StrEnum

from ppid.workflow.roles import Role


class Permission(StrEnum):
    """One thing that a role allows."""

    READ_REGISTER = "read-register"
    WRITE_ENTRY = "write-entry"
    REVIEW_WORDING = "review-wording"
    PRINT = "print"
    CERTIFY = "certify"
    KEEP_SIGNED_COPIES = "keep-signed-copies"
    EXPORT = "export"
    LOAD_REGISTER = "load-register"
    READ_TASKS = "read-tasks"
    READ_CASES = "read-cases"
    READ_REQUESTS = "read-requests"
    RECORD_REQUESTS = "record-requests"
    ANSWER_REQUESTS = "answer-requests"
    APPROVE_REQUESTS = "approve-requests"
    EDIT_SYNONYMS = "edit-synonyms"
    OPEN_CASE = "open-case"
    WORK_ON_CASE = "work-on-case"
    EDIT_LEGAL_BASES = "edit-legal-bases"
    READ_AUDIT = "read-audit"
    MANAGE_PEOPLE = "manage-people"
    MANAGE_OFFICE = "manage-office"
    MANAGE_PROCEDURES = "manage-procedures"


P = Permission
_READER = {P.READ_REGISTER, P.PRINT}
_CASE_WORKER = _READER | {P.READ_CASES, P.WORK_ON_CASE, P.READ_TASKS}
_DESK = {P.READ_TASKS, P.READ_REQUESTS, P.RECORD_REQUESTS, P.EDIT_SYNONYMS}

ALLOWED: dict[Role, frozenset[Permission]] = {
    Role.STEERING: frozenset(_CASE_WORKER),
    Role.SUPERIOR: frozenset(_CASE_WORKER | {P.EXPORT, P.READ_REQUESTS, P.APPROVE_REQUESTS}),
    Role.OFFICER: frozenset(
        _CASE_WORKER
        | _DESK
        | {P.ANSWER_REQUESTS}
        | {
            P.WRITE_ENTRY,
            P.REVIEW_WORDING,
            P.EXPORT,
            P.LOAD_REGISTER,
            P.OPEN_CASE,
            P.EDIT_LEGAL_BASES,
        }
        | {P.READ_AUDIT, P.MANAGE_OFFICE, P.MANAGE_PROCEDURES, P.KEEP_SIGNED_COPIES, P.CERTIFY}
    ),
    Role.UNIT_OFFICER: frozenset(_CASE_WORKER | {P.WRITE_ENTRY}),
    Role.DESK: frozenset(_READER | _DESK),
    Role.ADMIN: frozenset(
        {P.MANAGE_PEOPLE, P.MANAGE_OFFICE, P.MANAGE_PROCEDURES, P.READ_AUDIT, P.EDIT_SYNONYMS}
    ),
}
