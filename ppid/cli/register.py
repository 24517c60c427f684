"""``flask register …``: load a register, rebuild its index, tell how it stands."""

from pathlib import Path

import click
from flask.cli import AppGroup

from ppid import clock
from ppid.audit.actions import CommandLine
from ppid.errors import Refused
from ppid.exchange.actions import load_register
from ppid.law.dates import format_date
from ppid.register import index, report

register_group = AppGroup("register", help="Register informasi yang dikecualikan.")


@register_group.command("load")
@click.argument("file", type=click.Path(path_type=Path))
def load(file: Path) -> None:
    """Load a published register (JSON); rows loaded before are left as they are."""
    try:
        loaded = load_register(CommandLine(), file)
    except Refused as refusal:
        raise click.ClickException(refusal.message) from refusal
    click.echo(f"{loaded.added} entri dimuat, {loaded.known} sudah ada.")
    for name in loaded.new_units:
        click.echo(f"  unit baru: {name}")
    click.echo(f"{loaded.incomplete} entri belum lengkap.")
    _tell_findings(loaded.findings)


@register_group.command("reindex")
def reindex() -> None:
    """Make the index anew from the facts."""
    click.echo(f"{index.rebuild()} entri diindeks ulang.")


@register_group.command("report")
def tell_report() -> None:
    """Tell standings and findings as they are today."""
    today = clock.today()
    click.echo(f"{report.count_entries()} entri pada {format_date(today)}")
    for standing in report.count_standings(today):
        click.echo(f"  {standing.entries:>6}  {standing.kind.label}")
    click.echo(f"{report.count_incomplete()} entri belum lengkap")
    _tell_findings(report.count_findings())


def _tell_findings(findings: tuple[report.FindingCount, ...]) -> None:
    for each in findings:
        click.echo(f"  {each.entries:>6}  {each.severity.label}: {each.title} ({each.code})")
