"""Files kept with a step: stored by their SHA-256, outside of everything that is served."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ppid import clock
from ppid.accounts.access import Person
from ppid.audit.actions import record
from ppid.cases.actions import case_subjects
from ppid.cases.file_types import sniff
from ppid.cases.files import CaseFile, read_case
from ppid.cases.models import Attachment
from ppid.cases.pages import may_attach
from ppid.cases.reach import roles_in_case
from ppid.db import database
from ppid.errors import Refused

NAME_LENGTH = 200


@dataclass(frozen=True)
class Store:
    """The folder of attachments and the most bytes that one may have."""

    folder: Path
    limit: int

    def path(self, sha256: str) -> Path:
        """Where a content lies; folders by the first two letters."""
        return self.folder / sha256[:2] / sha256

    def keep(self, content: bytes) -> str:
        """Write a content safely once; returns its SHA-256. The same content is kept once."""
        sha256 = hashlib.sha256(content).hexdigest()
        path = self.path(sha256)
        if path.exists():
            return sha256
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
        return sha256


@dataclass(frozen=True)
class Upload:
    """A file as it was sent."""

    file_name: str
    content: bytes
    hardcopy_place: str = ""


def _plain_name(sent: str) -> str:
    """The name without its path and without signs that hide or turn what is read."""
    name = PurePosixPath(sent.replace("\\", "/")).name
    return "".join(sign for sign in name if sign.isprintable()).strip()[-NAME_LENGTH:] or "berkas"


def attach_file(person: Person, store: Store, *, number: str, step: int, upload: Upload) -> None:
    """Keep a file with a step; refused by type, size, emptiness, and for who takes no part."""
    name = _plain_name(upload.file_name)
    if not upload.content:
        raise Refused("Pilih berkas yang akan dilampirkan; berkas ini kosong.", "file")
    if len(upload.content) > store.limit:
        raise Refused(f"Berkas lebih besar dari {store.limit // 1024 // 1024} MB.", "file")
    kind = sniff(name, upload.content)
    sha256 = store.keep(upload.content)
    with database.atomic():
        file = _writable(person, number, step)
        row = Attachment.create(
            case=file.facts.id,
            step=step,
            round=file.progress.round,
            file_name=name,
            media_type=kind.media_type,
            size=len(upload.content),
            sha256=sha256,
            hardcopy_place=upload.hardcopy_place,
            uploaded_by=person.id,
        )
        _tell(person, file, row, "attach-file", "Melampirkan", gone=False)


def withdraw_attachment(person: Person, *, number: str, attachment_id: int) -> int:
    """Take a file off the current step; it stays kept. Returns the step.

    What a done step holds is part of its record and stays.
    """
    with database.atomic():
        row = get_attachment(read_case(number), attachment_id)
        file = _writable(person, number, row.step)
        if file.progress.current != row.step or file.progress.round != row.round:
            raise Refused("Lampiran langkah yang sudah selesai tidak dapat ditarik.")
        row.withdrawn_at = clock.now()
        row.save()
        _tell(person, file, row, "withdraw-attachment", "Menarik", gone=True)
        return int(row.step)


def get_attachment(file: CaseFile, attachment_id: int) -> Attachment:
    """The attachment of this case; refused when it has none of that id."""
    row: Attachment | None = Attachment.get_or_none(
        Attachment.id == attachment_id,
        Attachment.case == file.facts.id,
        Attachment.withdrawn_at.is_null(),
    )
    if row is None:
        raise Refused("Lampiran itu tidak ada pada perkara ini.")
    return row


def _writable(person: Person, number: str, step: int) -> CaseFile:
    file = read_case(number)
    if not may_attach(file, roles_in_case(person, file.unit_ids), step):
        raise Refused(
            f"Lampiran langkah {step} hanya dapat diubah oleh pelaksananya, sejak langkah itu "
            "dimulai."
        )
    return file


def _tell(
    person: Person, file: CaseFile, row: Attachment, action: str, verb: str, *, gone: bool
) -> None:
    label = f"{row.file_name} ({row.sha256[:12]}…)"
    change = {"field": f"lampiran langkah {row.step}", "before": "", "after": label}
    if gone:
        change = {**change, "before": label, "after": ""}
    record(
        person,
        action,
        f"{verb} {row.file_name} pada langkah {row.step} perkara {file.facts.number}",
        subjects=case_subjects(file),
        changes=[change],
    )
