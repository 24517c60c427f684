"""The outputs of the demo's steps as files, with the place where their paper lies."""

import re
from datetime import datetime
from pathlib import Path

from ppid import clock
from ppid.accounts.access import Person
from ppid.cases.attachments import Store, Upload, attach_file
from ppid.cases.files import CaseFile
from ppid.cases.models import Attachment
from ppid.db import database
from ppid.demo.files import Record
from ppid.law.dates import format_date
from ppid.settings import Settings
from ppid.workflow.procedure import Step

TEXT = """{title}

Keluaran langkah {step.number} ({step.title})
Perkara {number}: {about}
Dibuat oleh {person.name}, {day}

Berkas ini rekaan untuk peragaan. Naskah yang ditandatangani disimpan di {place}.
"""


def attach_output(person: Person, file: CaseFile, step: Step, output: Record, at: datetime) -> None:
    """Keep the output of the current step as a text file, dated as its step was done."""
    text = TEXT.format(
        title=output["title"],
        step=step,
        number=file.facts.number,
        about=file.facts.title,
        person=person,
        day=format_date(clock.local_day(at)),
        place=output["hardcopy"],
    )
    attach_file(
        person,
        own_store(),
        number=file.facts.number,
        step=step.number,
        upload=Upload(f"{_slug(output['title'])}.txt", text.encode(), output["hardcopy"]),
    )
    Attachment.update(uploaded_at=at).where(
        Attachment.case == file.facts.id,
        Attachment.step == step.number,
        Attachment.round == file.progress.round,
    ).execute()


def own_store() -> Store:
    """The attachments beside the register that is being filled."""
    settings = Settings(data_dir=Path(str(database.database)).parent)
    return Store(settings.attachments_dir, settings.upload_limit_mb * 1024 * 1024)


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
