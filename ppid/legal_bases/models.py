"""Regulations, changes in their force, and provisions."""

import peewee as pw

from ppid import clock
from ppid.db import BaseModel, JSONField


class Regulation(BaseModel):
    """A regulation. Whether it is in force on a date follows from its changes."""

    code = pw.CharField(max_length=60, unique=True)
    kind = pw.CharField(max_length=40)
    number = pw.CharField(max_length=40)
    year = pw.IntegerField()
    title = pw.TextField()
    enacted_on = pw.DateField(null=True)
    promulgated_on = pw.DateField(null=True)
    effective_on = pw.DateField(null=True)
    gazette = pw.CharField(max_length=200, default="")
    confidence = pw.CharField(max_length=200, default="")
    status_confidence = pw.CharField(max_length=200, default="")
    source_note = pw.TextField(default="")
    sources = JSONField(default=list)
    reviewed_on = pw.DateField(null=True)
    created_at = pw.DateTimeField(default=clock.now)

    class Meta:
        indexes = ((("kind", "number", "year"), False),)


class RegulationChange(BaseModel):
    """What became of a regulation: revoked, amended or adjusted, when and by what.

    ``on`` is empty when the day is not known: then it counts from ever, and says so.
    """

    regulation_id: int
    by_id: int | None

    regulation = pw.ForeignKeyField(Regulation, backref="changes", on_delete="RESTRICT")
    kind = pw.CharField(max_length=20)
    by = pw.ForeignKeyField(Regulation, null=True, backref="caused", on_delete="RESTRICT")
    by_text = pw.CharField(max_length=300, default="")
    on = pw.DateField(null=True, column_name="on_date")
    note = pw.TextField(default="")
    recorded_at = pw.DateTimeField(default=clock.now)


class Provision(BaseModel):
    """A provision of a regulation down to huruf and angka, told in own words.

    ``max_period`` is an ISO 8601 duration or a rule in words; ``ground`` the huruf of
    Pasal 17 UU 14/2008 that it is or serves; ``applies_to`` further huruf.
    """

    regulation_id: int

    regulation = pw.ForeignKeyField(Regulation, backref="provisions", on_delete="RESTRICT")
    cite = pw.CharField(max_length=160)
    sort_key = pw.CharField(max_length=200)
    summary = pw.TextField()
    ground = pw.CharField(max_length=1, null=True, index=True)
    applies_to = JSONField(default=list)
    max_period = pw.TextField(null=True)
    period_source = pw.CharField(max_length=120, default="")
    deadline = JSONField(null=True)
    note = pw.TextField(default="")
    proper_use = pw.TextField(default="")
    improper_use = pw.TextField(default="")
    confidence = pw.CharField(max_length=60, default="")
    reviewed_on = pw.DateField(null=True)
    withdrawn_at = pw.DateTimeField(null=True)

    class Meta:
        indexes = ((("regulation", "cite"), True),)
