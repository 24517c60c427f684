"""``flask demo …``: a register to try things on."""

import click
from flask.cli import AppGroup

from ppid.accounts.queries import usernames_of
from ppid.audit.actions import CommandLine
from ppid.cli.setup import prepare_register
from ppid.demo.fill import PASSWORD, fill_demo
from ppid.errors import Refused
from ppid.register.report import count_entries
from ppid.settings import load_settings
from ppid.workflow.roles import Role

demo_group = AppGroup("demo", help="Data contoh.")


@demo_group.command("fill")
@click.option("--password", default=PASSWORD, help="Kata sandi semua pengguna contoh.")
def fill(password: str) -> None:
    """Fill an empty register with the demo."""
    try:
        filled = fill_demo(CommandLine(), password=password)
    except Refused as refusal:
        raise click.ClickException(refusal.message) from refusal
    click.echo(f"{filled.entries} entri contoh. Kata sandi semua pengguna contoh: {password}")
    for username in filled.usernames:
        click.echo(f"  {username}")


@demo_group.command("prepare")
def prepare() -> None:
    """Make ready what `make run` serves, and print the address and the sign-ins."""
    prepare_register()
    address = f"http://127.0.0.1:{load_settings().port}"
    if not count_entries():
        fill_demo(CommandLine(), password=PASSWORD, public_address=address)
    click.echo(f"\nAlamat: {address}/\n")
    click.echo(f"{'Peran':34} {'Nama pengguna':14} Kata sandi")
    for role in Role:
        for username in usernames_of(role)[:1]:
            click.echo(f"{role.label:34} {username:14} {PASSWORD}")
    click.echo("\nHentikan dengan Ctrl+C. Data disimpan di " + str(load_settings().data_dir))
