"""``flask numbers …``: whether the numbers of papers are whole."""

import click
from flask.cli import AppGroup

from ppid.office.number_queries import check_numbers, tell_year

numbers_group = AppGroup("numbers", help="Nomor naskah.")


@numbers_group.command("check")
def check() -> None:
    """Tell every number that no paper bears and nobody has explained; exit code 1 when there is."""
    holes = check_numbers()
    for hole in holes:
        where = f"{hole.kind.label}, {tell_year(hole.year)}"
        click.echo(f"{where}: nomor {hole.told} tidak ada dan belum dijelaskan.")
    if holes:
        click.get_current_context().exit(1)
    click.echo("Semua nomor berurutan; yang dilewati sudah dijelaskan.")
