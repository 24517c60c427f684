"""What the office decides about itself, on screen."""

import peewee as pw

from ppid import clock
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
    """The last number taken of a kind of paper in a year; taken in the issuing transaction."""

    kind = pw.CharField(max_length=30)
    year = pw.IntegerField()
    last_number = pw.IntegerField(default=0)

    class Meta:
        indexes = ((("kind", "year"), True),)
