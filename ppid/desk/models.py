"""Requests for information as kept: what was asked, by whom, and what happened; facts only."""

import peewee as pw

from ppid import clock
from ppid.accounts.models import User
from ppid.db import BaseModel, JSONField
from ppid.register.models import Entry


class Request(BaseModel):
    """A request as it was received; its status is folded from its events (UU 14/2008 Pasal 22).

    ``code`` stands in addresses, ``number_text`` on papers. ``purpose`` may tell of the applicant
    and is erased with them.
    """

    recorded_by_id: int | None

    code = pw.CharField(max_length=20, unique=True)
    number_text = pw.CharField(max_length=80)
    received_on = pw.DateField(index=True)
    channel = pw.CharField(max_length=20)
    asked = pw.TextField()
    purpose = pw.TextField(default="")
    way = pw.CharField(max_length=20)
    delivery = pw.CharField(max_length=20)
    recorded_at = pw.DateTimeField(default=clock.now)
    recorded_by = pw.ForeignKeyField(User, null=True, on_delete="RESTRICT")

    class Meta:
        table_name = "information_request"


class Applicant(BaseModel):
    """Who asked: only what the law needs, never public, erased when its time is over."""

    request_id: int

    request = pw.ForeignKeyField(Request, unique=True, backref="applicants", on_delete="RESTRICT")
    kind = pw.CharField(max_length=20)
    name = pw.CharField(max_length=200, default="")
    identity_kind = pw.CharField(max_length=20, default="")
    identity_number = pw.CharField(max_length=60, default="")
    address = pw.TextField(default="")
    contact = pw.CharField(max_length=200, default="")
    forgotten_at = pw.DateTimeField(null=True)


class RequestItem(BaseModel):
    """One thing asked for, in the applicant's words, and the entry that it touches, if any."""

    request_id: int
    entry_id: int | None

    request = pw.ForeignKeyField(Request, backref="items", on_delete="RESTRICT")
    position = pw.IntegerField()
    asked = pw.TextField()
    entry = pw.ForeignKeyField(Entry, null=True, backref="request_items", on_delete="RESTRICT")
    withdrawn_at = pw.DateTimeField(null=True)

    class Meta:
        indexes = ((("request", "position"), True),)


class Objection(BaseModel):
    """An objection as it was received; one to a request (UU 14/2008 Pasal 35–36)."""

    request_id: int

    request = pw.ForeignKeyField(Request, unique=True, backref="objections", on_delete="RESTRICT")
    number_text = pw.CharField(max_length=80)
    received_on = pw.DateField()
    found_on = pw.DateField()
    grounds = JSONField()
    reason = pw.TextField()
    recorded_at = pw.DateTimeField(default=clock.now)


class RequestEvent(BaseModel):
    """What happened to a request, in order; never changed. ``data`` is what was decided.

    (request, seq) is unique: of two people who act at once, one wins. Nothing personal of the
    applicant stands here.
    """

    request_id: int
    actor_id: int | None

    request = pw.ForeignKeyField(Request, backref="events", on_delete="RESTRICT")
    seq = pw.IntegerField()
    kind = pw.CharField(max_length=30)
    on = pw.DateField(column_name="on_date")
    at = pw.DateTimeField(default=clock.now)
    actor = pw.ForeignKeyField(User, null=True, on_delete="RESTRICT")
    actor_name = pw.CharField(max_length=120)
    data = JSONField(default=dict)

    class Meta:
        indexes = ((("request", "seq"), True), (("kind", "on"), False))
