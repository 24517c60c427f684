"""Units, users, roles granted, sessions and attempts to sign in."""

import peewee as pw

from ppid import clock
from ppid.db import BaseModel


class Unit(BaseModel):
    """A public body or a part of one; a tree whose root is the public body itself."""

    parent_id: int | None

    code = pw.CharField(max_length=40, unique=True)
    name = pw.CharField(max_length=200)
    short_name = pw.CharField(max_length=60)
    parent = pw.ForeignKeyField("self", null=True, backref="children", on_delete="RESTRICT")
    closed_at = pw.DateTimeField(null=True)


class User(BaseModel):
    """A person who signs in. Never deleted: what they did keeps their name."""

    username = pw.CharField(max_length=40, unique=True)
    name = pw.CharField(max_length=120)
    position = pw.CharField(max_length=160, default="")
    rank = pw.CharField(max_length=80, default="")
    nip = pw.CharField(max_length=40, default="")
    email = pw.CharField(max_length=200, default="")
    password_hash = pw.CharField(max_length=200)
    must_change_password = pw.BooleanField(default=False)
    created_at = pw.DateTimeField(default=clock.now)
    disabled_at = pw.DateTimeField(null=True)

    class Meta:
        table_name = "user_account"  # "user" is a word of SQL


class RoleGrant(BaseModel):
    """A role held in one unit, or in the whole public body when the unit is empty."""

    user_id: int
    unit_id: int | None

    user = pw.ForeignKeyField(User, backref="grants", on_delete="RESTRICT")
    role = pw.CharField(max_length=20)
    unit = pw.ForeignKeyField(Unit, null=True, backref="grants", on_delete="RESTRICT")
    granted_at = pw.DateTimeField(default=clock.now)
    revoked_at = pw.DateTimeField(null=True)


class UserSession(BaseModel):
    """One signed-in browser; the cookie holds a token, this row only its hash."""

    user_id: int

    user = pw.ForeignKeyField(User, backref="sessions", on_delete="RESTRICT")
    token_hash = pw.CharField(max_length=64, unique=True)
    created_at = pw.DateTimeField(default=clock.now)
    seen_at = pw.DateTimeField(default=clock.now)
    expires_at = pw.DateTimeField()
    ended_at = pw.DateTimeField(null=True)
    address = pw.CharField(max_length=60, default="")
    agent = pw.CharField(max_length=200, default="")


class SignInAttempt(BaseModel):
    """An attempt to sign in, counted by account and by address."""

    username = pw.CharField(max_length=40)
    address = pw.CharField(max_length=60)
    succeeded = pw.BooleanField()
    at = pw.DateTimeField(default=clock.now)

    class Meta:
        indexes = ((("username", "at"), False), (("address", "at"), False))
