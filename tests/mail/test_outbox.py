"""The outbox goes to a real mail server: delivered, tried again, given up; nobody told twice."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from ppid import clock, create_app
from ppid.db import database
from ppid.errors import Refused
from ppid.jobs.models import Job
from ppid.jobs.runner import run_waiting
from ppid.jobs.works import add_work
from ppid.mail.models import Mail, MailState
from ppid.mail.outbox import KIND, LABEL, PAUSES, STALE, claim, is_any_due, list_due, write_mail
from ppid.mail.rounds import go_round
from ppid.mail.sending import send_outbox
from ppid.settings import Settings
from tests.mail.conftest import BOX, SENDER, MailServer

Write = Callable[..., Mail | None]
Send = Callable[[], int]


def only_mail() -> Mail:
    return Mail.select().get()


def let_time_pass(span: timedelta) -> None:
    """Make every pause so much shorter."""
    for mail in Mail.select():
        Mail.update(due_at=mail.due_at - span).where(Mail.id == mail.id).execute()


def test_a_mail_is_delivered_as_it_was_written(
    write: Write, send: Send, mail_server: MailServer
) -> None:
    write(subject="Pengingat – 2 baru", body="Baris satu é\n.baris titik\n" + "panjang " * 60)
    send()

    got = mail_server.mails[0]
    assert (got["From"], got["To"], got["Subject"]) == (SENDER, BOX, "Pengingat – 2 baru")
    assert got.get_content_type() == "text/plain"
    assert "Baris satu é\n.baris titik" in got.get_content().replace("\r", "")
    assert got["Auto-Submitted"] == "auto-generated"
    assert only_mail().state is MailState.SENT
    assert f"rcpt TO:<{BOX}>" in mail_server.commands


def test_several_mails_go_over_one_connection(
    write: Write, send: Send, mail_server: MailServer
) -> None:
    for number in range(3):
        write(f"uji-{number}")
    send()

    assert len(mail_server.raw) == 3
    assert mail_server.sessions == 1


def test_a_mail_belongs_to_a_transaction(app: Flask) -> None:
    with app.app_context(), pytest.raises(RuntimeError):
        write_mail(to=BOX, subject="x", body="x", about="uji")


def test_a_mail_of_an_act_that_is_taken_back_is_never_sent(
    app: Flask, send: Send, mail_server: MailServer
) -> None:
    with app.app_context(), database.atomic() as act:
        write_mail(to=BOX, subject="x", body="x", about="uji")
        act.rollback()
    send()

    assert mail_server.sessions == 0
    assert Mail.select().count() == 0


def test_nobody_is_told_the_same_twice(write: Write, send: Send, mail_server: MailServer) -> None:
    first, second = write("perihal"), write("perihal")
    send()
    third = write("perihal")
    send()

    assert first is not None
    assert (second, third) == (None, None)
    assert len(mail_server.raw) == 1


def test_of_two_that_send_at_once_one_has_the_mail(write: Write, app: Flask) -> None:
    write()
    one, other = list_due()[0], list_due()[0]

    assert [claim(one), claim(other)] == [True, False]


def test_while_the_server_is_down_it_is_tried_again_and_then_delivered(
    free_port: int,
    write: Write,
    send: Send,
    mail_server: MailServer,
    app: Flask,
) -> None:
    down = replace(app.config["SETTINGS"], smtp_port=free_port)
    add_work(app, KIND, LABEL, lambda _order, told: send_outbox(down, told))
    write()
    send()
    after_one = only_mail()

    add_work(app, KIND, LABEL, lambda _o, told: send_outbox(app.config["SETTINGS"], told))
    go_round(app)
    send()
    too_early = len(mail_server.raw)
    let_time_pass(PAUSES[0])
    go_round(app)
    send()

    assert after_one.state is MailState.RETRYING
    assert "tidak dapat dihubungi" in after_one.last_error
    assert too_early == 0
    assert only_mail().state is MailState.SENT
    assert only_mail().last_error == ""
    assert len(mail_server.raw) == 1


def test_the_pauses_grow_and_after_the_last_it_is_given_up(
    write: Write, send: Send, mail_server: MailServer, app: Flask
) -> None:
    mail_server.refuse["CONNECT"] = "421 sedang sibuk"
    write()
    send()
    waited = []
    while (mail := only_mail()).state is MailState.RETRYING:
        pause = mail.due_at - clock.now()
        waited.append(round(pause.total_seconds() / 60))
        let_time_pass(pause)
        go_round(app)
        send()

    assert waited == [1, 5, 30, 120, 720]
    assert only_mail().state is MailState.GIVEN_UP
    assert only_mail().attempts == 6
    assert not is_any_due()


def test_a_refused_recipient_is_given_up_at_once_and_holds_up_nobody_else(
    write: Write, send: Send, mail_server: MailServer
) -> None:
    mail_server.refuse["RCPT"] = "550 tidak dikenal"
    write("satu")
    send()
    del mail_server.refuse["RCPT"]
    write("dua")
    send()

    refused, sent = Mail.select().order_by(Mail.id)
    assert refused.state is MailState.GIVEN_UP
    assert refused.last_error == ("Server surel menolak alamat penerima (550): tidak dikenal")
    assert sent.state is MailState.SENT


@pytest.mark.parametrize(
    ("verb", "answer", "state"),
    [
        ("RCPT", "450 nanti", MailState.RETRYING),
        ("MAIL", "553 bukan pengirim", MailState.GIVEN_UP),
        (".", "554 ditolak", MailState.GIVEN_UP),
        (".", "452 penuh", MailState.RETRYING),
        ("EHLO", "421 tutup", MailState.RETRYING),
    ],
)
def test_a_servers_last_word_is_final_and_its_not_now_is_not(
    write: Write, send: Send, mail_server: MailServer, verb: str, answer: str, state: MailState
) -> None:
    mail_server.refuse[verb] = answer
    if verb == "EHLO":
        mail_server.refuse["HELO"] = answer
    write()
    send()

    assert only_mail().state is state
    assert only_mail().last_error


def test_a_server_that_hangs_is_left_after_its_time(
    write: Write, send: Send, mail_server: MailServer, app: Flask
) -> None:
    mail_server.hangs = True
    settings = app.config["SETTINGS"]
    add_work(app, KIND, LABEL, lambda _order, told: send_outbox(settings, told, seconds=0.2))
    write()
    send()

    assert only_mail().state is MailState.RETRYING
    assert "tidak menjawab pada waktunya" in only_mail().last_error


def test_the_password_is_sent_to_the_server_and_told_to_nobody(
    write: Write, send: Send, mail_server: MailServer, app: Flask
) -> None:
    mail_server.refuse["AUTH"] = "535 salah: kata-rahasia"
    settings = replace(app.config["SETTINGS"], smtp_user="nama", smtp_password="kata-rahasia")
    add_work(app, KIND, LABEL, lambda _order, told: send_outbox(settings, told))
    write()
    send()

    assert any(command.startswith("AUTH PLAIN") for command in mail_server.commands)
    assert "Periksa SMTP_USER" in only_mail().last_error
    assert "kata-rahasia" not in only_mail().last_error
    assert "kata-rahasia" not in repr(settings)


def test_a_server_that_offers_no_encryption_gets_nothing_when_it_is_asked_for(
    write: Write, send: Send, mail_server: MailServer, app: Flask
) -> None:
    settings = replace(app.config["SETTINGS"], smtp_security="starttls")
    add_work(app, KIND, LABEL, lambda _order, told: send_outbox(settings, told))
    write()
    send()

    assert mail_server.raw == []
    assert "SMTP_SECURITY" in only_mail().last_error


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\x0b", "\x85", "\u2028", "\x00"])
def test_a_hostile_subject_stays_one_header(
    write: Write, send: Send, mail_server: MailServer, end: str
) -> None:
    write(subject=f"Halo{end}Bcc: lain@contoh.invalid{end}{end}isi palsu")
    send()

    got = mail_server.mails[0]
    assert got["Bcc"] is None
    assert got["Subject"] == "Halo Bcc: lain@contoh.invalid isi palsu"
    assert got.get_content().strip() == "Isi surel."


@pytest.mark.parametrize(
    "address",
    [
        "a@contoh.invalid\nBcc: b@contoh.invalid",
        "a@contoh.invalid, b@contoh.invalid",
        "Nama <a@contoh.invalid>",
        "a@contoh.invalid>",
        "tanpa-tanda",
        "",
        "é@contoh.invalid",
    ],
)
def test_what_is_no_plain_address_gets_no_mail(write: Write, address: str) -> None:
    with pytest.raises(Refused):
        write(to=address)

    assert Mail.select().count() == 0


def test_a_body_cannot_end_the_mail_early(
    write: Write, send: Send, mail_server: MailServer
) -> None:
    write(body="satu\r\n.\r\nMAIL FROM:<x@contoh.invalid>\r\n")
    send()

    assert "MAIL FROM:<x@contoh.invalid>" in mail_server.mails[0].get_content()
    assert len(mail_server.raw) == 1


def test_what_waited_for_days_is_given_up_unsent(
    write: Write, send: Send, mail_server: MailServer
) -> None:
    write()
    let_time_pass(STALE + timedelta(minutes=1))
    send()

    assert mail_server.raw == []
    assert "Kedaluwarsa" in only_mail().last_error


def test_without_a_server_nothing_is_tried_and_no_job_is_asked_for(
    settings: Settings, mail_server: MailServer
) -> None:
    app = create_app(settings)
    with app.app_context(), database.atomic():
        write_mail(to=BOX, subject="x", body="x", about="uji")

    assert go_round(app) is False
    assert run_waiting(app) == 0
    assert Job.select().count() == 0
    assert mail_server.sessions == 0
    assert only_mail().state is MailState.WAITING
    database.close()
