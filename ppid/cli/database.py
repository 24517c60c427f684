"""``flask database …``: the schema of the register's file."""

import click
from flask.cli import AppGroup

from ppid import schema
from ppid.register import search

database_group = AppGroup("database", help="Skema basis data.")


@database_group.command("upgrade")
def upgrade() -> None:
    """Run every migration that this database has not seen, and bring the search up to date."""
    names = schema.migrate()
    click.echo("Skema diperbarui: " + ", ".join(names) if names else "Skema sudah mutakhir.")
    catch_up_search()


@database_group.command("status")
def status() -> None:
    """Tell which migrations wait."""
    waiting = schema.pending_migrations()
    click.echo("Menunggu: " + ", ".join(waiting) if waiting else "Skema sudah mutakhir.")


def catch_up_search() -> None:
    """Index all entries anew where the rules of words have changed since, and say so."""
    if entries := search.catch_up():
        click.echo(f"Aturan kata untuk pencarian berubah: {entries} entri diindeks ulang.")
