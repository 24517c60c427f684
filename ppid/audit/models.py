"""The audit trail: a record and the things it is about."""

from collections.abc import Iterable

import peewee as pw

from ppid import clock
from ppid.db import BaseModel, JSONField


class AuditRecord(BaseModel):
    """One write: who, when, what, and each field before and after.

    ``changes`` is a list of ``{"field": str, "before": value, "after": value}``.
    The actor is kept by number and name, so that the record reads the same for ever.
    """

    subjects: Iterable["AuditSubject"]

    at = pw.DateTimeField(default=clock.now, index=True)
    actor_id = pw.IntegerField(null=True, index=True)
    actor_name = pw.CharField(max_length=120)
    action = pw.CharField(max_length=60)
    summary = pw.CharField(max_length=300)
    changes = JSONField(default=list)


class AuditSubject(BaseModel):
    """A thing that a record is about: an entry, a case, a user, a regulation."""

    record_id: int

    record = pw.ForeignKeyField(AuditRecord, backref="subjects", on_delete="RESTRICT")
    kind = pw.CharField(max_length=30)
    subject_id = pw.IntegerField()
    label = pw.CharField(max_length=200)

    class Meta:
        indexes = ((("kind", "subject_id"), False),)
