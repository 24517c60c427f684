"""``flask setup``: everything a new register needs before anybody signs in."""

import click
from flask.cli import with_appcontext

from ppid import clock, schema
from ppid.audit.actions import CommandLine
from ppid.cases.procedure_actions import load_shipped
from ppid.cli.database import catch_up_search
from ppid.desk.synonym_actions import load_shipped as load_shipped_words
from ppid.legal_bases.shipped import load_catalogue
from ppid.office.actions import seed_holidays

YEARS_AHEAD = 2


@click.command("setup", help="Siapkan register baru: skema, prosedur, katalog, hari libur.")
@with_appcontext
def setup_command() -> None:
    """Bring schema, procedures, catalogue and holidays up to date; safe to run again."""
    prepare_register()
    click.echo("Register siap.")


def prepare_register() -> None:
    """Run the migrations, make the search current, load what the product carries.

    What is there stays as it is.
    """
    actor = CommandLine()
    schema.migrate()
    catch_up_search()
    load_shipped(actor)
    load_catalogue(actor)
    load_shipped_words(actor)
    this_year = clock.today().year
    seed_holidays(actor, range(this_year - 1, this_year + YEARS_AHEAD + 1))
