"""What an office must decide before its papers can speak for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ppid.accounts.models import RoleGrant, Unit, User
from ppid.accounts.permissions import Permission
from ppid.office.queries import Office, office, signer
from ppid.workflow.roles import Role

SIGNERS = {"officer": "PPID", "superior": "Atasan PPID", "head": "Pimpinan Badan Publik"}
USERS = (Role.OFFICER, Role.SUPERIOR)


@dataclass(frozen=True)
class Undecided:
    """Something that is not set yet: the page that sets it, and what it takes to open that page."""

    label: str
    endpoint: str
    needs: Permission = Permission.MANAGE_OFFICE
    anchor: str = ""


def list_undecided(on: date) -> list[Undecided]:
    """What is still to be set on that day, in the order of the work; empty when all is there."""
    return [*_people(), *_names(office()), *_signers(on), *_address(office())]


def is_nameless(settings: Office) -> bool:
    """Whether the public body still bears the name that the program came with."""
    return settings.body_name.strip() in ("", Office.body_name)


def _people() -> Iterator[Undecided]:
    people = Permission.MANAGE_PEOPLE
    if not Unit.select().exists():
        yield Undecided("Unit kerja", "units.list_all_units", people)
    for role in USERS:
        if not _is_held(role):
            yield Undecided(f"Pengguna dengan peran {role.label}", "people.list_people", people)


def _is_held(role: Role) -> bool:
    held = RoleGrant.select().join(User, on=RoleGrant.user == User.id)
    return bool(
        held.where(
            RoleGrant.role == role.value,
            RoleGrant.revoked_at.is_null(),
            User.disabled_at.is_null(),
        ).exists()
    )


def _names(settings: Office) -> Iterator[Undecided]:
    page = "office.show_settings"
    if is_nameless(settings):
        yield Undecided("Nama badan publik", page, anchor="body_name")
    if not settings.letterhead:
        yield Undecided("Kop surat", page, anchor="letterhead")


def _signers(on: date) -> Iterator[Undecided]:
    for post, label in SIGNERS.items():
        if signer(post, on) is None:
            yield Undecided(f"Penanda tangan {label}", "office.list_signatories")


def _address(settings: Office) -> Iterator[Undecided]:
    if not settings.public_address:
        label = "Alamat publik, yang tercetak pada naskah bersama kode QR"
        yield Undecided(label, "office.show_settings", anchor="public_address")
