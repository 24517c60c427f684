"""A mail as it goes over the line: plain text, headers that nobody can break out of."""

import hashlib
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from ppid import clock
from ppid.mail.models import Mail


def compose(mail: Mail, sender: str) -> EmailMessage:
    """The message; the same mail always bears the same Message-ID."""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = mail.to
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(clock.local(mail.written_at))
    message["Message-ID"] = f"<{_identity(mail)}@{domain_of(sender)}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.body, cte="quoted-printable")
    return message


def domain_of(address: str) -> str:
    """What stands behind the @."""
    return address.rpartition("@")[2]


def _identity(mail: Mail) -> str:
    told = f"{mail.id} {mail.about} {mail.written_at.isoformat()}"
    return hashlib.sha256(told.encode()).hexdigest()[:40]
