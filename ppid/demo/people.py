"""The demo office: its units, people and settings."""

from datetime import date

from ppid.accounts.access import Grant
from ppid.accounts.actions import add_user, save_unit
from ppid.accounts.models import Unit
from ppid.audit.actions import Actor
from ppid.demo.files import Record, read_office, read_people, read_units
from ppid.office.actions import name_signatory, save_settings
from ppid.office.number_actions import save_rule
from ppid.office.number_kinds import Mode, number_kind
from ppid.workflow.roles import Role

FROM = date(2023, 1, 1)


def fill_units(actor: Actor) -> dict[str, Unit]:
    """The tree of units, by code; parents stand before children in the file."""
    units: dict[str, Unit] = {}
    for record in read_units():
        parent = units[record["parent"]].id if record["parent"] else None
        units[record["code"]] = save_unit(
            actor,
            None,
            code=record["code"],
            name=record["name"],
            short_name=record["short"],
            parent=parent,
        )
    return units


def fill_people(actor: Actor, units: dict[str, Unit], password: str) -> list[str]:
    """The people with their roles; all sign in with ``password``. Returns their user names."""
    people = read_people()
    for record in people:
        add_user(
            actor,
            username=record["username"],
            name=record["name"],
            password=password,
            grants=[_grant(role, units) for role in record["roles"]],
            position=record["position"],
            rank=record["rank"],
            nip=record["nip"],
        )
    return [record["username"] for record in people]


def fill_office(actor: Actor, public_address: str) -> None:
    """Name, letterhead, patterns of numbers, signatories, and where the public finds it."""
    record = read_office()
    save_settings(
        actor,
        {
            "body_name": record["name"],
            "office_name": record["ppid"]["title"],
            "letterhead": tuple(record["letterhead"]),
            "address": record["address"],
            "city": record["city"],
            "copies_to": tuple(record["carbon_copies"]),
            "public_address": public_address,
        },
    )
    for code, pattern in record["number_patterns"].items():
        save_rule(actor, number_kind(code), pattern=pattern, mode=Mode.AUTOMATIC)
    for post, signer in record["signatories"].items():
        name_signatory(
            actor,
            post=post,
            title=signer["title"],
            name=signer["name"],
            rank=signer["rank"] or "",
            nip=signer["nip"] or "",
            valid_from=FROM,
        )


def _grant(role: Record, units: dict[str, Unit]) -> Grant:
    return Grant(Role(role["role"]), units[role["unit"]].id if role["unit"] else None)
