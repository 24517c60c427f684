"""``flask requests …``: what the office owes to applicants, and forgetting them in time."""

import click
from flask.cli import AppGroup

from ppid.audit.actions import CommandLine
from ppid.desk.retention import forget_applicants

requests_group = AppGroup("requests", help="Permohonan informasi.")


@requests_group.command("forget")
def forget() -> None:
    """Erase applicants whose time is over; what was asked and answered stays."""
    click.echo(f"Data {forget_applicants(CommandLine())} pemohon dihapus.")
