"""What the public reads of an entry: written apart from it, reviewed before it is shown."""

from dataclasses import dataclass
from typing import Any

import peewee as pw

from ppid import clock
from ppid.accounts.models import User
from ppid.db import BaseModel, JSONField
from ppid.errors import Refused
from ppid.register.models import Classification, Entry


@dataclass(frozen=True)
class PublicTexts:
    """The texts that the public may read; none of them may tell what is excluded.

    ``title`` names the information, ``what_is_closed`` the parts, ``consequence`` and ``benefit``
    say why in words for everybody (Perki 1/2021 Pasal 49).
    """

    title: str = ""
    what_is_closed: str = ""
    given_instead: str = ""
    consequence: str = ""
    benefit: str = ""


TEXTS = tuple(PublicTexts.__dataclass_fields__)


class PublicWording(BaseModel):
    """One wording for the public; a later one never changes an earlier.

    The public sees the latest with ``reviewed_at``, nothing else. ``classification`` is what was
    in force when it was reviewed: the words of its period were read with it. ``source`` keeps the
    internal texts that it was reviewed against; it is never shown.
    """

    entry_id: int
    classification_id: int | None
    written_by_id: int | None
    reviewed_by_id: int | None

    entry = pw.ForeignKeyField(Entry, backref="public_wordings", on_delete="RESTRICT")
    classification = pw.ForeignKeyField(Classification, null=True, on_delete="RESTRICT")
    title = pw.TextField()
    what_is_closed = pw.TextField(default="")
    given_instead = pw.TextField(default="")
    consequence = pw.TextField(default="")
    benefit = pw.TextField(default="")
    source = JSONField(default=dict)
    written_at = pw.DateTimeField(default=clock.now)
    written_by = pw.ForeignKeyField(User, null=True, on_delete="RESTRICT")
    reviewed_at = pw.DateTimeField(null=True)
    reviewed_by = pw.ForeignKeyField(User, null=True, on_delete="RESTRICT")

    def save(self, *args: Any, **options: Any) -> int:  # noqa: ANN401 - the library's own
        """Write it once."""
        if self.id is not None and not options.get("force_insert"):
            raise Refused("Rumusan publik tidak diubah; tulis rumusan yang baru.")
        return int(super().save(*args, **options))

    @property
    def texts(self) -> PublicTexts:
        """The texts alone."""
        return PublicTexts(**{name: getattr(self, name) for name in TEXTS})

    class Meta:
        indexes = ((("entry", "reviewed_at"), False),)
