"""``flask user …``: people, from the server's shell."""

import click
from flask.cli import AppGroup

from ppid.accounts import actions
from ppid.accounts.access import Grant
from ppid.accounts.models import User
from ppid.accounts.queries import get_unit_by_code, get_user, list_users
from ppid.audit.actions import CommandLine
from ppid.errors import Refused
from ppid.workflow.roles import Role

user_group = AppGroup("user", help="Pengguna dan perannya.")
ROLE = click.Choice([role.value for role in Role])


@user_group.command("add")
@click.argument("username")
@click.option("--name", required=True, help="Nama lengkap.")
@click.option("--role", type=ROLE, required=True, help="Peran pertama.")
@click.option("--unit", "unit_code", default="", help="Kode unit; kosong = seluruh badan publik.")
def add(username: str, name: str, role: str, unit_code: str) -> None:
    """Add a user and print the password to hand over."""
    grant = Grant(Role(role), _unit_id(unit_code))
    try:
        user, password = actions.add_user(
            CommandLine(), username=username, name=name, grants=[grant]
        )
    except Refused as refusal:
        raise click.ClickException(refusal.message) from refusal
    click.echo(f"Pengguna {user.username} ditambahkan. Kata sandi pertama: {password}")


@user_group.command("grant")
@click.argument("username")
@click.argument("role", type=ROLE)
@click.option("--unit", "unit_code", default="", help="Kode unit; kosong = seluruh badan publik.")
def grant(username: str, role: str, unit_code: str) -> None:
    """Give a role."""
    unit_id = _unit_id(unit_code)
    actions.grant_role(CommandLine(), _user(username), role=Role(role), unit_id=unit_id)
    click.echo(f"{username} kini {Role(role).label}.")


@user_group.command("password")
@click.argument("username")
def password(username: str) -> None:
    """Make a new password and print it."""
    click.echo(f"Kata sandi baru: {actions.reset_password(CommandLine(), _user(username))}")


@user_group.command("disable")
@click.argument("username")
def disable(username: str) -> None:
    """Close an account."""
    try:
        actions.disable_user(CommandLine(), _user(username))
    except Refused as refusal:
        raise click.ClickException(refusal.message) from refusal
    click.echo(f"Akun {username} ditutup.")


@user_group.command("list")
def list_() -> None:
    """List users with their roles."""
    for user, roles in list_users():
        words = ", ".join(f"{held.role.label} ({held.unit_name})" for held in roles)
        closed = " [ditutup]" if user.disabled_at else ""
        click.echo(f"{user.username:20} {user.name}{closed}: {words or 'belum ada peran'}")


def _user(username: str) -> User:
    user = get_user(username)
    if user is None:
        raise click.ClickException(f"Pengguna {username} tidak ada.")
    return user


def _unit_id(code: str) -> int | None:
    if not code:
        return None
    unit = get_unit_by_code(code)
    if unit is None:
        raise click.ClickException(f"Unit dengan kode {code} tidak ada.")
    return unit.id
