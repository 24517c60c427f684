"""What the office does to its texts; every version stays, every change is on record."""

from ppid.audit.actions import Actor, Subject, diff, record
from ppid.db import database
from ppid.errors import Refused
from ppid.texts.faults import Fault, find_faults
from ppid.texts.models import TextVersion
from ppid.texts.queries import Version, current_version, list_versions
from ppid.texts.registry import TextForm


class TextFaulty(Refused):
    """The text cannot be used as it is; ``faults`` name each line."""

    def __init__(self, text: TextForm, faults: list[Fault]) -> None:
        told = " ".join(str(fault) for fault in faults)
        super().__init__(f"Naskah “{text.title}” belum dapat dipakai. {told}", "body")
        self.faults = faults


class TextChangedMeanwhile(Refused):
    """Somebody saved another version after this person had opened the page."""

    def __init__(self, theirs: Version) -> None:
        super().__init__(
            f"{theirs.written_by} telah menyimpan versi {theirs.number} sesudah Anda membuka "
            "halaman ini. Bandingkan, lalu simpan lagi bila tulisan Anda yang dipakai."
        )
        self.theirs = theirs


def save_text(actor: Actor, text: TextForm, *, body: str, note: str, seen: int) -> Version:
    """Write a new version; ``seen`` is the number of the version that its writer had before them.

    Refused when it has a fault, when nothing differs, or when another version came between.
    """
    if faults := find_faults(text, body):
        raise TextFaulty(text, faults)
    with database.atomic():
        current = current_version(text)
        if current.number != seen:
            raise TextChangedMeanwhile(current)
        if current.body == body:
            raise Refused("Tidak ada yang berubah; versi baru tidak dibuat.", "body")
        return _write(actor, text, current, body, note)


def restore_text(actor: Actor, text: TextForm, *, number: int) -> Version:
    """Write what a version said as a new one; 0 is what the program ships with."""
    with database.atomic():
        current = current_version(text)
        versions = {each.number: each for each in list_versions(text)}
        if number not in versions:
            raise Refused(f"Versi {number} tidak ada.")
        if versions[number].body == current.body:
            raise Refused("Naskah yang berlaku sudah sama dengan versi itu.")
        if faults := find_faults(text, versions[number].body):
            raise TextFaulty(text, faults)
        what = f"versi {number}" if number else "naskah bawaan"
        return _write(actor, text, current, versions[number].body, f"Memulihkan {what}.")


def _write(actor: Actor, text: TextForm, current: Version, body: str, note: str) -> Version:
    row = TextVersion.create(
        name=text.name, number=current.number + 1, body=body, note=note, written_by=actor.id
    )
    record(
        actor,
        "changed-text",
        f"Mengubah naskah {text.title}, versi {row.number}",
        subjects=[Subject("text", row.id, text.title)],
        changes=diff({"text_body": current.body}, {"text_body": body, "text_note": note}),
    )
    return Version(row.number, body, note, row.written_at, actor.name)
