"""``flask unit …``: the tree of units, from the server's shell."""

import click
from flask.cli import AppGroup

from ppid.accounts.actions import save_unit
from ppid.accounts.queries import get_unit_by_code, list_units
from ppid.audit.actions import CommandLine
from ppid.errors import Refused

unit_group = AppGroup("unit", help="Unit badan publik.")


@unit_group.command("add")
@click.argument("code")
@click.option("--name", required=True, help="Nama resmi.")
@click.option("--short", default="", help="Nama singkat.")
@click.option("--parent", default="", help="Kode unit di atasnya.")
def add(code: str, name: str, short: str, parent: str) -> None:
    """Add a unit."""
    above = get_unit_by_code(parent) if parent else None
    if parent and above is None:
        raise click.ClickException(f"Unit dengan kode {parent} tidak ada.")
    values = {"code": code, "name": name, "short_name": short or name[:60]}
    try:
        save_unit(CommandLine(), None, **values, parent=above.id if above else None)
    except Refused as refusal:
        raise click.ClickException(refusal.message) from refusal
    click.echo(f"Unit {name} ditambahkan.")


@unit_group.command("list")
def list_() -> None:
    """List the units as a tree."""
    for line in list_units():
        click.echo(f"{'  ' * line.depth}{line.unit.code}: {line.unit.name}")
