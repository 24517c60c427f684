"""Mailboxes and the outbox as they are read."""

from ppid.accounts.models import Unit
from ppid.mail.models import Mail, Mailbox
from ppid.mail.posts import Post

SHOWN = 50


def address_of(post: str) -> str:
    """Where mail to this post goes; empty when it takes none."""
    row = Mailbox.get_or_none(Mailbox.post == post)
    return row.address if row else ""


def list_addresses() -> dict[str, str]:
    """Every post that takes mail, by its key, with its address."""
    rows = Mailbox.select().where(Mailbox.address != "").order_by(Mailbox.id)
    return {row.post: row.address for row in rows}


def list_unit_mailboxes() -> list[Mailbox]:
    """The units that take mail, by name."""
    taking = Mailbox.select(Mailbox, Unit).join(Unit).where(Mailbox.address != "")
    return list(taking.order_by(Unit.name))


def post_choices() -> list[tuple[str, str]]:
    """The posts that take mail, for a choice: key, and name with address."""
    known = list_addresses()
    posts = [(post.value, post.label) for post in Post]
    units = [(row.post, row.unit.name) for row in list_unit_mailboxes() if row.unit]
    return [(key, f"{name} ({known[key]})") for key, name in posts + units if key in known]


def list_mails() -> list[Mail]:
    """The last 50 mails of the outbox, newest first."""
    return list(Mail.select().order_by(Mail.id.desc()).limit(SHOWN))


def get_mail(mail_id: int) -> Mail | None:
    """A mail of the outbox by number."""
    return Mail.get_or_none(Mail.id == mail_id)
