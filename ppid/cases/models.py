"""Procedures as kept, cases, and what happened in them."""

import peewee as pw

from ppid import clock
from ppid.accounts.models import Unit, User
from ppid.db import BaseModel, JSONField
from ppid.register.models import Classification, Determination, Entry


class ProcedureVersion(BaseModel):
    """One version of a procedure as data; a case keeps the version that it began with."""

    code = pw.CharField(max_length=60)
    version = pw.IntegerField()
    document = JSONField()
    added_at = pw.DateTimeField(default=clock.now)
    retired_at = pw.DateTimeField(null=True)

    class Meta:
        indexes = ((("code", "version"), True),)


class Case(BaseModel):
    """One run of a procedure. Its status is folded from its events."""

    procedure_id: int
    unit_id: int | None
    opened_by_id: int

    number = pw.CharField(max_length=20, unique=True)
    procedure = pw.ForeignKeyField(ProcedureVersion, on_delete="RESTRICT")
    title = pw.TextField()
    unit = pw.ForeignKeyField(Unit, null=True, on_delete="RESTRICT")
    opened_at = pw.DateTimeField(default=clock.now)
    opened_by = pw.ForeignKeyField(User, on_delete="RESTRICT")

    class Meta:
        table_name = "case_file"  # "case" is a word of SQL


class CaseEntry(BaseModel):
    """An entry under review in a case, and what was in force when it was taken in."""

    case_id: int
    entry_id: int
    before_id: int | None

    case = pw.ForeignKeyField(Case, backref="case_entries", on_delete="RESTRICT")
    entry = pw.ForeignKeyField(Entry, backref="case_entries", on_delete="RESTRICT")
    position = pw.IntegerField()
    before = pw.ForeignKeyField(Classification, null=True, on_delete="RESTRICT")

    class Meta:
        indexes = ((("case", "entry"), True),)


class CaseEvent(BaseModel):
    """What happened in a case, in order; never changed. ``data`` is what the step recorded.

    (case, seq) is unique: of two people who act at once, one wins.
    """

    case_id: int
    actor_id: int | None
    determination_id: int | None

    case = pw.ForeignKeyField(Case, backref="events", on_delete="RESTRICT")
    seq = pw.IntegerField()
    kind = pw.CharField(max_length=20)
    step = pw.IntegerField(null=True)
    round = pw.IntegerField()
    at = pw.DateTimeField(default=clock.now)
    actor = pw.ForeignKeyField(User, null=True, on_delete="RESTRICT")
    actor_name = pw.CharField(max_length=120)
    role = pw.CharField(max_length=20, null=True)
    data = JSONField(default=dict)
    determination = pw.ForeignKeyField(Determination, null=True, on_delete="RESTRICT")

    class Meta:
        indexes = ((("case", "seq"), True),)


class StepDraft(BaseModel):
    """What was typed for a step and not yet completed; ``revision`` grows with each saving."""

    case_id: int
    saved_by_id: int

    case = pw.ForeignKeyField(Case, backref="drafts", on_delete="RESTRICT")
    step = pw.IntegerField()
    round = pw.IntegerField()
    revision = pw.IntegerField(default=1)
    data = JSONField(default=dict)
    saved_at = pw.DateTimeField(default=clock.now)
    saved_by = pw.ForeignKeyField(User, on_delete="RESTRICT")

    class Meta:
        indexes = ((("case", "step", "round"), True),)


class Attachment(BaseModel):
    """A file kept with a step: stored by its SHA-256 outside of what is served, never public."""

    case_id: int
    uploaded_by_id: int

    case = pw.ForeignKeyField(Case, backref="attachments", on_delete="RESTRICT")
    step = pw.IntegerField()
    round = pw.IntegerField()
    file_name = pw.CharField(max_length=200)
    media_type = pw.CharField(max_length=100)
    size = pw.IntegerField()
    sha256 = pw.CharField(max_length=64)
    hardcopy_place = pw.CharField(max_length=200, default="")
    uploaded_at = pw.DateTimeField(default=clock.now)
    uploaded_by = pw.ForeignKeyField(User, on_delete="RESTRICT")
    withdrawn_at = pw.DateTimeField(null=True)
