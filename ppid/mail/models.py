"""Where mail goes and what became of it; facts only."""

from enum import StrEnum

import peewee as pw

from ppid import clock
from ppid.accounts.models import Unit
from ppid.db import BaseModel


class MailState(StrEnum):
    """How a mail stands; derived from its facts."""

    WAITING = "menunggu"
    RETRYING = "dicoba-lagi"
    SENT = "terkirim"
    GIVEN_UP = "gagal"


class Mailbox(BaseModel):
    """The address of a post; ``post`` is a Post or the key of a unit. Empty: none any more."""

    unit_id: int | None

    post = pw.CharField(max_length=40, unique=True)
    unit = pw.ForeignKeyField(Unit, null=True, on_delete="RESTRICT")
    address = pw.CharField(max_length=254)
    changed_at = pw.DateTimeField(default=clock.now)


class Mail(BaseModel):
    """One mail of the outbox, plain text. ``about`` is unique, so that nobody is told twice.

    ``attempts`` counts how often it was tried and names who tries it now: whoever raised it to its
    present value. ``due_at`` is when it may be tried next; ``last_error`` is Indonesian.
    """

    to = pw.CharField(max_length=254, column_name="to_address")
    subject = pw.CharField(max_length=200)
    body = pw.TextField()
    about = pw.CharField(max_length=120, unique=True)
    written_at = pw.DateTimeField(default=clock.now)
    attempts = pw.IntegerField(default=0)
    due_at = pw.DateTimeField(default=clock.now, index=True)
    last_error = pw.CharField(max_length=300, default="")
    sent_at = pw.DateTimeField(null=True)
    given_up_at = pw.DateTimeField(null=True)

    @property
    def state(self) -> MailState:
        """How it stands now."""
        if self.sent_at is not None:
            return MailState.SENT
        if self.given_up_at is not None:
            return MailState.GIVEN_UP
        return MailState.RETRYING if self.attempts else MailState.WAITING
