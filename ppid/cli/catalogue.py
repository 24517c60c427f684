"""``flask catalogue …``: the legal bases that the product carries."""

import click
from flask.cli import AppGroup

from ppid.audit.actions import CommandLine
from ppid.legal_bases.shipped import load_catalogue

catalogue_group = AppGroup("catalogue", help="Katalog dasar hukum.")


@catalogue_group.command("load")
def load() -> None:
    """Add what the catalogue lacks; what the office changed stays as it is."""
    regulations, provisions = load_catalogue(CommandLine())
    click.echo(f"{regulations} peraturan dan {provisions} ketentuan ditambahkan.")
