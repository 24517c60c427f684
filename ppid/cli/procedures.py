"""``flask procedures …``: the procedures that come with the program."""

import click
from flask.cli import AppGroup

from ppid.audit.actions import CommandLine
from ppid.cases.procedure_actions import load_shipped
from ppid.cases.procedure_queries import check_procedures, list_procedures

procedures_group = AppGroup("procedures", help="Prosedur yang dijalankan sebagai perkara.")


@procedures_group.command("load")
def load() -> None:
    """Keep every shipped procedure that is not kept yet."""
    added = load_shipped(CommandLine())
    for procedure in added:
        click.echo(f"Ditambahkan: {procedure.short} versi {procedure.version}")
    if not added:
        click.echo("Semua prosedur bawaan sudah tersimpan.")


@procedures_group.command("check")
def check() -> None:
    """Read every kept procedure and tell what is wrong."""
    check_procedures()
    for kept in list_procedures():
        procedure = kept.procedure
        waiting = ", ".join(step.name for step in kept.unknown_steps)
        note = f"; belum dapat dijalankan: {waiting}" if waiting else ""
        click.echo(f"{procedure.code} versi {procedure.version}: baik{note}")
