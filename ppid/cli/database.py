"""``flask database …``: the schema of the register's file."""

import click
from flask.cli import AppGroup

from ppid import schema

database_group = AppGroup("database", help="Skema basis data.")


@database_group.command("upgrade")
def upgrade() -> None:
    """Run every migration that this database has not seen."""
    names = schema.migrate()
    click.echo("Skema diperbarui: " + ", ".join(names) if names else "Skema sudah mutakhir.")


@database_group.command("status")
def status() -> None:
    """Tell which migrations wait."""
    waiting = schema.pending_migrations()
    click.echo("Menunggu: " + ", ".join(waiting) if waiting else "Skema sudah mutakhir.")
