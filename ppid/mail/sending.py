"""Handing the outbox to the mail server; only a job does this, never a request."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from ppid.jobs.progress import Progress
from ppid.mail.messages import compose, domain_of
from ppid.mail.models import Mail
from ppid.mail.outbox import claim, give_up_stale, list_due, note_failure, note_sent
from ppid.settings import Settings

SECONDS = 10.0
"""How long one answer of the server is waited for."""


def send_outbox(settings: Settings, progress: Progress, seconds: float = SECONDS) -> None:
    """Try every mail that is due, over one connection; what fails says why and is tried later."""
    if not settings.sends_mail:
        return
    give_up_stale()
    due = [mail for mail in list_due() if claim(mail)]
    if not due:
        return
    progress.step(0, len(due), "Menghubungi server surel")
    try:
        with _server(settings, seconds) as server:
            while due:
                _send(server, settings.mail_from, due[0])
                due.pop(0)
    except (OSError, smtplib.SMTPException) as fault:
        for mail in due:
            note_failure(mail, say_fault(fault))


@contextmanager
def _server(settings: Settings, seconds: float) -> Iterator[smtplib.SMTP]:
    """A connection, encrypted and signed in as the settings say."""
    told = (settings.smtp_host, settings.smtp_port, domain_of(settings.mail_from))
    context = ssl.create_default_context()
    if settings.smtp_security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(*told, timeout=seconds, context=context)
    else:
        server = smtplib.SMTP(*told, timeout=seconds)
    with server:
        if settings.smtp_security == "starttls":
            server.starttls(context=context)
        if settings.smtp_user:
            server.login(settings.smtp_user, settings.smtp_password)
        yield server


def _send(server: smtplib.SMTP, sender: str, mail: Mail) -> None:
    """One mail. What the server says of it alone is noted; a lost connection is raised."""
    try:
        server.send_message(compose(mail, sender), sender, [mail.to])
    except smtplib.SMTPRecipientsRefused as refusal:
        _note_refusal(mail, "menolak alamat penerima", *refusal.recipients[mail.to])
    except smtplib.SMTPSenderRefused as refusal:
        _note_refusal(mail, "menolak alamat pengirim", refusal.smtp_code, refusal.smtp_error)
    except smtplib.SMTPDataError as refusal:
        _note_refusal(mail, "menolak isi surel", refusal.smtp_code, refusal.smtp_error)
    else:
        note_sent(mail)


def _note_refusal(mail: Mail, what: str, code: int, words: bytes | str) -> None:
    """A code from 500 on is the server's last word; a lower one may be asked again."""
    said = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    note_failure(mail, f"Server surel {what} ({code}): {said}", final=code >= 500)


def say_fault(fault: Exception) -> str:
    """What went wrong with the connection, for the office; never what was sent to sign in."""
    if isinstance(fault, smtplib.SMTPAuthenticationError):
        return (
            f"Server surel menolak nama pengguna atau kata sandi ({fault.smtp_code}). "
            "Periksa SMTP_USER dan SMTP_PASSWORD."
        )
    if isinstance(fault, smtplib.SMTPNotSupportedError):
        return "Server surel tidak mengenal cara yang diatur. Periksa SMTP_SECURITY."
    if isinstance(fault, ssl.SSLError):
        return "Sambungan aman ke server surel gagal; periksa SMTP_SECURITY dan sertifikatnya."
    if isinstance(fault, TimeoutError | smtplib.SMTPServerDisconnected):
        return "Server surel tidak menjawab pada waktunya, atau memutus sambungan."
    if isinstance(fault, smtplib.SMTPException):
        return "Server surel tidak dapat melayani."
    return "Server surel tidak dapat dihubungi. Periksa SMTP_HOST dan SMTP_PORT."
