"""The outbox: writing a mail inside an act, and noting what became of it."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import reduce
from operator import and_
from typing import Any

from flask import current_app

from ppid import clock
from ppid.db import database
from ppid.errors import Refused
from ppid.jobs.actions import enqueue
from ppid.mail.models import Mail
from ppid.settings import MAIL_ADDRESS

KIND = "kirim-surel"
LABEL = "Mengirim surel"
PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=12),
)
STALE = timedelta(days=2)
TOO_LATE = "Kedaluwarsa: tidak sempat dikirim dalam dua hari."
UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
BATCH = 50


def write_mail(*, to: str, subject: str, body: str, about: str) -> Mail | None:
    """Put a mail into the outbox, inside the transaction of the act that it tells of.

    None when a mail about this was written before. Refuses an address that is none; a subject is
    one line, whatever it is made of. Only numbers, days and addresses of pages may stand in it.
    """
    if not database.in_transaction():
        raise RuntimeError("a mail belongs to the transaction of the act it tells of")
    if not MAIL_ADDRESS.fullmatch(to):
        raise Refused(f"“{to}” bukan alamat surel, misalnya ppid@contoh.go.id.", "address")
    if Mail.select(Mail.id).where(Mail.about == about).exists():
        return None
    mail = Mail.create(to=to, subject=one_line(subject)[:200], body=body, about=about)
    ask_to_send()
    return mail


def ask_to_send() -> None:
    """Have the outbox sent beside the request, if there is a server to send it to."""
    if current_app.config["SETTINGS"].sends_mail:
        enqueue(None, KIND, {}, LABEL)


def try_again(mail: Mail) -> bool:
    """Let a mail that was given up begin anew; False when it was not given up."""
    anew = {"given_up_at": None, "attempts": 0, "due_at": clock.now()}
    rows = Mail.update(anew).where(Mail.id == mail.id, Mail.given_up_at.is_null(False))
    return bool(rows.execute())


def list_due() -> list[Mail]:
    """What may be tried now, the longest waiting first; at most one batch."""
    return list(Mail.select().where(_due()).order_by(Mail.due_at, Mail.id).limit(BATCH))


def is_any_due() -> bool:
    """Whether something may be tried now."""
    return bool(Mail.select(Mail.id).where(_due()).exists())


def claim(mail: Mail) -> bool:
    """Take one attempt; False when somebody else has taken it.

    When the next one may be is settled here, so that a process that dies leaves it in order.
    """
    pause = PAUSES[min(mail.attempts, len(PAUSES) - 1)]
    taken = {"attempts": mail.attempts + 1, "due_at": clock.now() + pause}
    own = Mail.update(taken).where(Mail.id == mail.id, Mail.attempts == mail.attempts, _open())
    claimed = bool(own.execute())
    mail.attempts += claimed
    return claimed


def note_sent(mail: Mail) -> None:
    """The server took it."""
    _note(mail, {"sent_at": clock.now(), "last_error": ""})


def note_failure(mail: Mail, error: str, *, final: bool = False) -> None:
    """It did not go: tried again later, unless that is pointless or the last pause is over."""
    over = final or mail.attempts > len(PAUSES)
    told: dict[str, str | datetime] = {"last_error": one_line(error)[:300]}
    _note(mail, told | ({"given_up_at": clock.now()} if over else {}))


def give_up_stale() -> None:
    """A reminder that waited for days, say while no server was set, would only mislead."""
    late = {"given_up_at": clock.now(), "last_error": TOO_LATE}
    Mail.update(late).where(_open(), Mail.due_at < clock.now() - STALE).execute()


def one_line(text: str) -> str:
    """The text without line ends or other signs that could end a header."""
    return " ".join(UNPRINTED.sub(" ", text).split())


def _note(mail: Mail, facts: dict[str, Any]) -> None:
    Mail.update(facts).where(Mail.id == mail.id, Mail.attempts == mail.attempts).execute()


def _open() -> Any:  # noqa: ANN401 - peewee's expressions carry no type
    return _all((Mail.sent_at.is_null(), Mail.given_up_at.is_null()))


def _due() -> Any:  # noqa: ANN401 - see _open
    return _all((_open(), Mail.due_at <= clock.now()))


def _all(conditions: Sequence[Any]) -> Any:  # noqa: ANN401 - see _open
    return reduce(and_, conditions)
