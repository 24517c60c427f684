"""Pengaturan › Surel: addresses of posts, a trial, the outbox with its states."""

from collections.abc import Callable

import pytest
from flask import Flask

from ppid import create_app
from ppid.accounts.models import Unit, User
from ppid.audit.models import AuditRecord
from ppid.db import database
from ppid.mail.models import Mail
from ppid.mail.queries import address_of, list_addresses
from ppid.settings import Settings
from tests.conftest import sign_in_at
from tests.mail.conftest import BOX, MailServer
from tests.page_client import PageClient

PAGE = "/pengaturan/surel"
BOXES = {"officer": BOX, "superior": "atasan@contoh.invalid", "desk": ""}


def last_record() -> AuditRecord:
    return AuditRecord.select().order_by(AuditRecord.id.desc()).get()


def test_addresses_are_kept_and_the_change_is_on_record(office_client: PageClient) -> None:
    office_client.post(PAGE, BOXES)
    office_client.post(PAGE, BOXES | {"superior": "baru@contoh.invalid"})

    assert list_addresses() == {"officer": BOX, "superior": "baru@contoh.invalid"}
    assert last_record().changes == [
        {
            "field": "mail_superior",
            "before": "atasan@contoh.invalid",
            "after": "baru@contoh.invalid",
        }
    ]


def test_saving_what_is_there_already_leaves_no_record(office_client: PageClient) -> None:
    office_client.post(PAGE, BOXES)
    before = last_record().id
    office_client.post(PAGE, BOXES)

    assert last_record().id == before


@pytest.mark.parametrize(
    "typed", ["bukan", "a@contoh.invalid, b@contoh.invalid", "A <a@b.invalid>"]
)
def test_a_wrong_address_is_refused_beside_its_field_and_what_was_typed_is_kept(
    office_client: PageClient, typed: str
) -> None:
    page = office_client.post(PAGE, BOXES | {"desk": typed}, status=422).text

    assert "Meja layanan informasi: Isi satu alamat surel saja" in page
    assert f'value="{BOX}"' in page
    assert list_addresses() == {}


def test_a_units_address_is_kept_changed_and_taken_away(
    office_client: PageClient, unit: Unit
) -> None:
    for address in ("unit@contoh.invalid", "unit.baru@contoh.invalid"):
        office_client.post(f"{PAGE}/unit", {"unit": str(unit.id), "address": address})
    shown = office_client.get(PAGE).text
    office_client.post(f"{PAGE}/unit", {"unit": str(unit.id), "address": ""})

    assert "unit.baru@contoh.invalid" in shown
    assert ">unit@contoh.invalid<" not in shown
    assert address_of(f"unit-{unit.id}") == ""
    assert last_record().action == "saved-unit-mailbox"


def test_a_trial_is_written_on_record_delivered_and_shown(
    office_client: PageClient, mail_server: MailServer, send: Callable[[], int]
) -> None:
    office_client.post(PAGE, BOXES)
    office_client.post(f"{PAGE}/percobaan", {"post": "officer"})
    waiting = office_client.get(PAGE).text
    send()
    sent = office_client.fragment(PAGE).text

    assert last_record().summary == f"Mengirim surel percobaan ke {BOX}"
    assert ">Menunggu<" in waiting
    assert ">Terkirim<" in sent
    assert sent.lstrip().startswith('<section class="stack" id="outbox"')
    assert "Surel percobaan" in str(mail_server.mails[0]["Subject"])


def test_each_trial_is_a_mail_of_its_own(
    office_client: PageClient, mail_server: MailServer, send: Callable[[], int]
) -> None:
    office_client.post(PAGE, BOXES)
    for _ in range(2):
        office_client.post(f"{PAGE}/percobaan", {"post": "officer"})
    send()

    assert len(mail_server.raw) == 2


def test_a_trial_to_a_post_without_address_is_refused(office_client: PageClient) -> None:
    office_client.post(PAGE, BOXES)
    office_client.post(f"{PAGE}/percobaan", {"post": "desk"}, status=422)

    assert Mail.select().count() == 0


def test_what_was_given_up_is_shown_with_its_reason_and_can_be_sent_again(
    office_client: PageClient, mail_server: MailServer, send: Callable[[], int]
) -> None:
    office_client.post(PAGE, BOXES)
    mail_server.refuse["RCPT"] = "550 <b>tidak ada</b>"
    office_client.post(f"{PAGE}/percobaan", {"post": "officer"})
    send()
    page = office_client.get(PAGE).text
    del mail_server.refuse["RCPT"]
    office_client.post(f"{PAGE}/{Mail.get().id}/ulang")
    send()

    assert ">Tidak terkirim<" in page
    assert "menolak alamat penerima (550): &lt;b&gt;tidak ada&lt;/b&gt;" in page
    assert ">Terkirim<" in office_client.get(PAGE).text
    assert last_record().action == "retried-mail"


def test_a_mail_that_was_sent_is_not_sent_again(
    office_client: PageClient, mail_server: MailServer, send: Callable[[], int]
) -> None:
    office_client.post(PAGE, BOXES)
    office_client.post(f"{PAGE}/percobaan", {"post": "officer"})
    send()
    office_client.post(f"{PAGE}/{Mail.get().id}/ulang", status=422)
    send()

    assert len(mail_server.raw) == 1


def test_the_page_names_the_server_and_the_sender(
    sending_settings: Settings, office_client: PageClient
) -> None:
    page = office_client.get(PAGE).text

    assert "Dikirim melalui 127.0.0.1:" in page
    assert sending_settings.mail_from in page


@pytest.fixture
def silent(settings: Settings, app: Flask, officer: User) -> PageClient:
    """A browser of the PPID at a program without mail server."""
    return sign_in_at(PageClient(create_app(settings)), officer)


def test_without_a_server_the_page_says_so_and_offers_no_trial(silent: PageClient) -> None:
    page = silent.get(PAGE).text
    silent.post(PAGE, BOXES)
    silent.post(f"{PAGE}/percobaan", {"post": "officer"}, status=422)

    assert "server surel belum diatur" in page
    assert "Kirim surel percobaan" not in page
    assert Mail.select().count() == 0
    database.close()
