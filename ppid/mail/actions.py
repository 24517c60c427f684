"""What the office decides about its mail; every change is on record."""

from collections.abc import Mapping
from secrets import token_hex

from flask import current_app

from ppid import clock
from ppid.accounts.models import Unit
from ppid.audit.actions import Actor, Subject, diff, record
from ppid.db import database
from ppid.errors import Refused
from ppid.mail.models import Mail, Mailbox
from ppid.mail.outbox import ask_to_send, try_again, write_mail
from ppid.mail.posts import Post, unit_post
from ppid.mail.queries import address_of

OUTBOX = Subject("office", 0, "Surel pengingat")
TRIAL_SUBJECT = "Surel percobaan dari register informasi yang dikecualikan"
TRIAL_BODY = """\
Surel ini dikirim untuk mencoba apakah pengingat sampai ke kotak surat jabatan ini.
Tidak ada yang perlu dikerjakan.

Surel ini dikirim oleh program; jangan dibalas.
"""


class NoMailServer(Refused):
    """There is no server to send mail to."""


def save_mailboxes(actor: Actor, addresses: Mapping[Post, str]) -> None:
    """Keep the addresses of the posts; an empty one takes no mail any more."""
    with database.atomic():
        before = {f"mail_{post}": address_of(post) for post in addresses}
        changes = diff(before, {f"mail_{post}": to for post, to in addresses.items()})
        for post, address in addresses.items():
            _keep(post, address)
        if changes:
            summary = "Mengubah alamat surel jabatan"
            record(actor, "saved-mailboxes", summary, subjects=[OUTBOX], changes=changes)


def save_unit_mailbox(actor: Actor, *, unit_id: int, address: str) -> None:
    """Keep the address of a unit's PPID; an empty one takes no mail any more."""
    with database.atomic():
        unit, post = Unit.get_by_id(unit_id), unit_post(unit_id)
        changes = diff({"mail_unit": address_of(post)}, {"mail_unit": address})
        _keep(post, address, unit)
        if changes:
            record(
                actor,
                "saved-unit-mailbox",
                f"Mengubah alamat surel {unit.name}",
                subjects=[OUTBOX, Subject("unit", unit.id, unit.name)],
                changes=changes,
            )


def send_trial(actor: Actor, *, post: str) -> Mail:
    """Write a mail that only tries the way to a post's mailbox."""
    _demand_server()
    to = address_of(post)
    if not to:
        raise Refused("Jabatan ini belum mempunyai alamat surel; isi lebih dahulu.", "trial-post")
    with database.atomic():
        about = f"percobaan:{token_hex(8)}"
        mail = write_mail(to=to, subject=TRIAL_SUBJECT, body=TRIAL_BODY, about=about)
        if mail is None:
            raise Refused("Surel percobaan yang sama sudah ada. Coba sekali lagi.")
        summary = f"Mengirim surel percobaan ke {to}"
        record(actor, "sent-trial-mail", summary, subjects=[OUTBOX])
    return mail


def retry_mail(actor: Actor, mail: Mail) -> None:
    """Let a mail that was given up be tried anew."""
    _demand_server()
    with database.atomic():
        if not try_again(mail):
            raise Refused("Surel ini sudah terkirim, atau masih dicoba oleh program.")
        summary = f"Mengirim ulang surel {mail.id} ke {mail.to}"
        record(actor, "retried-mail", summary, subjects=[OUTBOX])
        ask_to_send()


def _keep(post: str, address: str, unit: Unit | None = None) -> None:
    told = {"post": post, "unit": unit, "address": address, "changed_at": clock.now()}
    Mailbox.insert(told).on_conflict(
        conflict_target=[Mailbox.post], preserve=[Mailbox.address, Mailbox.changed_at]
    ).execute()


def _demand_server() -> None:
    if not current_app.config["SETTINGS"].sends_mail:
        raise NoMailServer(
            "Surel belum dapat dikirim: SMTP_HOST belum diatur oleh pengelola server."
        )
