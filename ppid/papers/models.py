"""Papers as issued: their source, their bytes, their signed copies; written once, never changed."""

from typing import Any

import peewee as pw

from ppid import clock
from ppid.accounts.models import User
from ppid.db import BaseModel, JSONField
from ppid.errors import Refused
from ppid.register.models import Determination


class WrittenOnce(BaseModel):
    """A row that is written once; what was issued is never changed."""

    def save(self, *args: Any, **options: Any) -> int:  # noqa: ANN401 - the library's own
        """Write it once."""
        if self.id is not None and not options.get("force_insert"):
            raise Refused("Naskah ini sudah terbit dan tidak dapat diubah; terbitkan yang baru.")
        return int(super().save(*args, **options))


class IssuedPaper(WrittenOnce):
    """A paper that was issued: what it says, frozen as HTML in the transaction that issued it.

    ``subject`` names what the paper is about, e.g. ``penetapan:12`` or ``perkara:P-2026-001:7:2``;
    ``version`` counts the papers issued about it: a newer one never replaces an older.
    ``public_title`` leaks nothing; ``title`` is for the office. ``code`` is printed on the paper
    and leads to its public page.
    """

    determination_id: int | None
    issued_by_id: int | None

    code = pw.CharField(max_length=12, unique=True)
    subject = pw.CharField(max_length=80)
    version = pw.IntegerField(default=1)
    kind = pw.CharField(max_length=40, index=True)
    label = pw.CharField(max_length=120)
    title = pw.TextField()
    public_title = pw.TextField()
    number_text = pw.CharField(max_length=80, default="")
    issuer = pw.TextField()
    issued_on = pw.DateField(index=True)
    issued_at = pw.DateTimeField(default=clock.now)
    issued_by = pw.ForeignKeyField(User, null=True, on_delete="RESTRICT")
    determination = pw.ForeignKeyField(
        Determination, null=True, backref="papers", on_delete="RESTRICT"
    )
    size = pw.CharField(max_length=4, default="A4")
    html = pw.TextField()

    class Meta:
        indexes = ((("subject", "version"), True),)


class Enclosure(WrittenOnce):
    """What goes along with an issued paper, in the same file: another issued paper, or a copy that
    bears no code of its own, frozen as ``html``. One of the two is set.
    """

    paper_id: int
    enclosed_id: int | None

    paper = pw.ForeignKeyField(IssuedPaper, backref="enclosures", on_delete="RESTRICT")
    position = pw.IntegerField()
    title = pw.TextField()
    enclosed = pw.ForeignKeyField(
        IssuedPaper, null=True, backref="enclosed_in", on_delete="RESTRICT"
    )
    html = pw.TextField(default="")

    class Meta:
        indexes = ((("paper", "position"), True),)


class PaperFile(WrittenOnce):
    """The bytes of an issued paper and all that goes along with it, with their SHA-256
    (hexadecimal), made once from what was frozen.
    """

    paper_id: int

    paper = pw.ForeignKeyField(IssuedPaper, unique=True, backref="files", on_delete="RESTRICT")
    sha256 = pw.CharField(max_length=64, index=True)
    length = pw.IntegerField()
    pages = pw.IntegerField()
    made_at = pw.DateTimeField(default=clock.now)
    content = pw.BlobField()


class SignedCopy(WrittenOnce):
    """The same paper signed elsewhere (TTE), as uploaded; every upload is kept.

    ``reading`` is what the signatures in the file say, as read on the day of the upload.
    """

    paper_id: int
    uploaded_by_id: int

    paper = pw.ForeignKeyField(IssuedPaper, backref="signed_copies", on_delete="RESTRICT")
    sha256 = pw.CharField(max_length=64, index=True)
    length = pw.IntegerField()
    reading = JSONField()
    uploaded_at = pw.DateTimeField(default=clock.now)
    uploaded_by = pw.ForeignKeyField(User, on_delete="RESTRICT")
    content = pw.BlobField()
