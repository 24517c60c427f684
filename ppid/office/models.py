"""What the office decides about itself, on screen."""

import peewee as pw

from ppid import clock
from ppid.accounts.models import User
from ppid.db import BaseModel, JSONField


class OfficeSetting(BaseModel):
    """One setting of the office by name; earlier values stand in the audit trail."""

    key = pw.CharField(max_length=60, unique=True)
    value = JSONField()
    changed_at = pw.DateTimeField(default=clock.now)


class Signatory(BaseModel):
    """Who signs for a post (officer, superior, head) from a day on."""

    post = pw.CharField(max_length=20)
    title = pw.CharField(max_length=160)
    name = pw.CharField(max_length=120)
    rank = pw.CharField(max_length=80, default="")
    nip = pw.CharField(max_length=40, default="")
    valid_from = pw.DateField()

    class Meta:
        indexes = ((("post", "valid_from"), True),)


class Holiday(BaseModel):
    """A day that is no working day; withdrawn ones stay readable."""

    day = pw.DateField(unique=True)
    name = pw.CharField(max_length=200)
    source = pw.CharField(max_length=20, default="kantor")
    withdrawn_at = pw.DateTimeField(null=True)


class NumberSeries(BaseModel):
    """The last number used up of a kind of paper in a year; moved in the issuing transaction."""

    kind = pw.CharField(max_length=30)
    year = pw.IntegerField()
    last_number = pw.IntegerField(default=0)

    class Meta:
        indexes = ((("kind", "year"), True),)


class NumberRule(BaseModel):
    """How the office numbers a kind of paper; earlier patterns stand in the audit trail."""

    kind = pw.CharField(max_length=30, unique=True)
    pattern = pw.CharField(max_length=120)
    mode = pw.CharField(max_length=12)
    changed_at = pw.DateTimeField(default=clock.now)


class TakenNumber(BaseModel):
    """A number that a paper bears. Never changed; unique, whatever else goes wrong.

    ``subject`` leads to what took it, ``langkah:P-2026-001:7``; ``taken_for`` says it in words.
    """

    kind = pw.CharField(max_length=30)
    year = pw.IntegerField()
    number = pw.IntegerField()
    text = pw.CharField(max_length=80)
    taken_at = pw.DateTimeField(default=clock.now)
    taken_for = pw.CharField(max_length=200, default="")
    subject = pw.CharField(max_length=80, default="")

    class Meta:
        indexes = ((("kind", "year", "number"), True),)


class SkippedNumbers(BaseModel):
    """Why the numbers from first to last (both inclusive) were passed over, who said so, when."""

    recorded_by_id: int | None

    kind = pw.CharField(max_length=30)
    year = pw.IntegerField()
    first_number = pw.IntegerField()
    last_number = pw.IntegerField()
    reason = pw.TextField()
    recorded_at = pw.DateTimeField(default=clock.now)
    recorded_by = pw.ForeignKeyField(User, null=True, on_delete="RESTRICT")
    recorded_by_name = pw.CharField(max_length=120)

    class Meta:
        indexes = ((("kind", "year"), False),)


class OfficeLogo(BaseModel):
    """A picture on the letterhead, made anew from the pixels of what was uploaded.

    The one that is not withdrawn stands on papers; earlier ones are kept, as issued papers bear
    them.
    """

    uploaded_by_id: int | None

    media_type = pw.CharField(max_length=20)
    width = pw.IntegerField()
    height = pw.IntegerField()
    sha256 = pw.CharField(max_length=64)
    uploaded_at = pw.DateTimeField(default=clock.now)
    uploaded_by = pw.ForeignKeyField(User, null=True, on_delete="RESTRICT")
    withdrawn_at = pw.DateTimeField(null=True)
    content = pw.BlobField()
