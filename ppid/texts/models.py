"""Texts as the office wrote them; a version is written once and never changed."""

from typing import Any

import peewee as pw

from ppid import clock
from ppid.accounts.models import User
from ppid.db import BaseModel
from ppid.errors import Refused


class TextVersion(BaseModel):
    """One version of a text of the registry, numbered from 1; the last one counts.

    While there is none the words that the program ships with count.
    """

    written_by_id: int | None

    name = pw.CharField(max_length=60)
    number = pw.IntegerField()
    body = pw.TextField()
    note = pw.CharField(max_length=300, default="")
    written_at = pw.DateTimeField(default=clock.now)
    written_by = pw.ForeignKeyField(User, null=True, on_delete="RESTRICT")

    def save(self, *args: Any, **options: Any) -> int:  # noqa: ANN401 - the library's own
        """Write it once; what was in force stays readable."""
        if self.id is not None and not options.get("force_insert"):
            raise Refused("Versi naskah tidak dapat diubah; simpan sebagai versi baru.")
        return int(super().save(*args, **options))

    class Meta:
        indexes = ((("name", "number"), True),)
