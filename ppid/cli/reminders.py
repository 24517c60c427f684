"""``flask reminders …``: the day's reminders, for a timer of the server."""

import click
from flask.cli import AppGroup

from ppid.jobs.runner import run_waiting
from ppid.reminders.actions import write_reminders

reminders_group = AppGroup("reminders", help="Surel pengingat kepada jabatan.")


@reminders_group.command("write")
def write() -> None:
    """Write today's reminders and send what is due; safe to run again."""
    click.echo(f"{write_reminders()} surel pengingat ditulis.")
    run_waiting()
