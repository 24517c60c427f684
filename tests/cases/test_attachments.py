"""Files of a step: kept by their content, fetched only by who may read the case."""

import hashlib
import io
from collections.abc import Callable

import pytest

from ppid.accounts.models import Unit, User
from ppid.audit.models import AuditRecord
from ppid.cases.attachments import Store, Upload, attach_file, withdraw_attachment
from ppid.cases.models import Attachment
from ppid.errors import Refused
from ppid.settings import Settings
from ppid.workflow.roles import Role
from tests.cases.acting import complete_step
from tests.cases.conftest import FILLED, as_person
from tests.page_client import PageClient

SignIn = Callable[[User], PageClient]
PDF = b"%PDF-1.7 agenda kerja"


@pytest.fixture
def store(settings: Settings) -> Store:
    """The folder of attachments, for files of up to 1,000 bytes."""
    return Store(settings.attachments_dir, 1000)


def attach(
    user: User,
    store: Store,
    number: str,
    *,
    step: int = 1,
    name: str = "agenda.pdf",
    content: bytes = PDF,
) -> Attachment:
    upload = Upload(name, content, "Rak 2, boks 5")
    attach_file(as_person(user), store, number=number, step=step, upload=upload)
    return Attachment.select().order_by(Attachment.id.desc()).first()


def send(client: PageClient, number: str, content: bytes, name: str, status: int = 303) -> str:
    body = {"file": (io.BytesIO(content), name), "hardcopy_place": "Rak 2"}
    address = f"/perkara/{number}/langkah/1/lampiran"
    return client.post(address, body, status=status, content_type="multipart/form-data").text


def test_a_file_is_kept_by_its_hash_with_the_place_of_its_paper(
    officer: User, store: Store, opened: str
) -> None:
    kept = attach(officer, store, opened)

    assert kept.sha256 == hashlib.sha256(PDF).hexdigest()
    assert kept.hardcopy_place == "Rak 2, boks 5"
    assert store.path(kept.sha256).read_bytes() == PDF


def test_the_same_content_lies_once(officer: User, store: Store, opened: str) -> None:
    attach(officer, store, opened)
    attach(officer, store, opened, name="salinan.pdf")

    assert sum(path.is_file() for path in store.folder.rglob("*")) == 1
    assert Attachment.select().count() == 2


def test_a_name_with_a_path_loses_the_path(officer: User, store: Store, opened: str) -> None:
    assert attach(officer, store, opened, name="..\\..\\etc/agenda.pdf").file_name == "agenda.pdf"


@pytest.mark.parametrize("content", [b"", b"%PDF-" + b"x" * 1000, b"MZ"])
def test_an_empty_an_oversized_and_a_wrong_file_are_refused(
    officer: User, store: Store, opened: str, content: bytes
) -> None:
    with pytest.raises(Refused) as refusal:
        attach(officer, store, opened, content=content)

    assert refusal.value.field == "file"
    assert Attachment.select().count() == 0


def test_only_who_takes_part_in_the_step_attaches(
    unit_officer: User, store: Store, opened: str
) -> None:
    with pytest.raises(Refused, match="hanya dapat diubah oleh pelaksananya"):
        attach(unit_officer, store, opened)


def test_a_step_that_has_not_begun_takes_no_file(
    unit_officer: User, store: Store, opened: str
) -> None:
    with pytest.raises(Refused):
        attach(unit_officer, store, opened, step=2)


def test_a_scan_may_come_after_the_step_is_done(officer: User, store: Store, opened: str) -> None:
    complete_step(as_person(officer), number=opened, step=1, data=FILLED)

    assert attach(officer, store, opened).step == 1


def test_a_file_of_the_open_step_can_be_taken_off_and_stays_on_disk(
    officer: User, store: Store, opened: str
) -> None:
    kept = attach(officer, store, opened)

    withdraw_attachment(as_person(officer), number=opened, attachment_id=kept.id)

    assert Attachment.get().withdrawn_at is not None
    assert store.path(kept.sha256).exists()
    assert AuditRecord.select().where(AuditRecord.action == "withdraw-attachment").exists()


def test_a_file_of_a_done_step_stays(officer: User, store: Store, opened: str) -> None:
    kept = attach(officer, store, opened)
    complete_step(as_person(officer), number=opened, step=1, data=FILLED)

    with pytest.raises(Refused, match="tidak dapat ditarik"):
        withdraw_attachment(as_person(officer), number=opened, attachment_id=kept.id)


def test_a_file_is_sent_and_fetched_as_a_download_that_cannot_run(
    sign_in: SignIn, officer: User, opened: str
) -> None:
    client = sign_in(officer)
    send(client, opened, PDF, "agenda.pdf")
    page = client.get(f"/perkara/{opened}").text
    assert "agenda.pdf" in page

    answer = client.get(f"/perkara/{opened}/lampiran/{Attachment.get().id}", buffered=True)

    assert answer.data == PDF
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_a_refused_file_is_told_beside_its_field(
    sign_in: SignIn, officer: User, opened: str
) -> None:
    page = send(sign_in(officer), opened, b"MZ", "program.exe", status=422)

    assert "Jenis berkas “.exe” tidak dapat dilampirkan" in page


def test_a_file_taken_off_on_the_page_is_no_longer_offered(
    officer: User, sign_in: SignIn, store: Store, opened: str
) -> None:
    kept = attach(officer, store, opened)
    page = sign_in(officer)
    fetched = f"/perkara/{opened}/lampiran/{kept.id}"
    assert page.get(fetched, buffered=True).data == PDF

    page.post(f"{fetched}/tarik")

    page.get(fetched, status=404)
    assert store.path(kept.sha256).exists()


def test_who_may_not_read_the_case_cannot_fetch_its_files(
    sign_in: SignIn,
    officer: User,
    make_user: Callable[..., User],
    health: Unit,
    store: Store,
    opened: str,
) -> None:
    kept = attach(officer, store, opened)
    address = f"/perkara/{opened}/lampiran/{kept.id}"

    sign_in(make_user("dinkes", Role.UNIT_OFFICER, unit=health)).get(address, status=404)
    sign_in(make_user("admin", Role.ADMIN)).get(address, status=403)


def test_a_file_of_another_case_is_not_found(
    sign_in: SignIn, officer: User, store: Store, opened: str
) -> None:
    kept = attach(officer, store, opened)
    sign_in(officer).get(f"/perkara/{opened}/lampiran/{kept.id + 1}", status=404)
