"""The information desk: requests, applicants, what was asked, what happened; everyday words."""

from peewee import *


def up(migrator, db):
    class User(Model):
        class Meta:
            database = db
            legacy_table_names = False
            table_name = "user_account"

    class Entry(Model):
        class Meta:
            database = db
            legacy_table_names = False
            table_name = "entry"

    class Synonym(Model):
        everyday = CharField(max_length=80, index=True)
        official = TextField()
        added_at = DateTimeField()
        added_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
        withdrawn_at = DateTimeField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "synonym"

    class Request(Model):
        code = CharField(max_length=20, unique=True)
        number_text = CharField(max_length=80)
        received_on = DateField(index=True)
        channel = CharField(max_length=20)
        asked = TextField()
        purpose = TextField()
        way = CharField(max_length=20)
        delivery = CharField(max_length=20)
        recorded_at = DateTimeField()
        recorded_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "information_request"

    class Applicant(Model):
        request = ForeignKeyField(Request, unique=True, on_delete="RESTRICT")
        kind = CharField(max_length=20)
        name = CharField(max_length=200)
        identity_kind = CharField(max_length=20)
        identity_number = CharField(max_length=60)
        address = TextField()
        contact = CharField(max_length=200)
        forgotten_at = DateTimeField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "applicant"

    class RequestItem(Model):
        request = ForeignKeyField(Request, on_delete="RESTRICT")
        position = IntegerField()
        asked = TextField()
        entry = ForeignKeyField(Entry, null=True, on_delete="RESTRICT")
        withdrawn_at = DateTimeField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "request_item"
            indexes = ((("request", "position"), True),)

    class Objection(Model):
        request = ForeignKeyField(Request, unique=True, on_delete="RESTRICT")
        number_text = CharField(max_length=80)
        received_on = DateField()
        found_on = DateField()
        grounds = TextField()
        reason = TextField()
        recorded_at = DateTimeField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "objection"

    class RequestEvent(Model):
        request = ForeignKeyField(Request, on_delete="RESTRICT")
        seq = IntegerField()
        kind = CharField(max_length=30)
        on = DateField(column_name="on_date")
        at = DateTimeField()
        actor = ForeignKeyField(User, null=True, on_delete="RESTRICT")
        actor_name = CharField(max_length=120)
        data = TextField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "request_event"
            indexes = ((("request", "seq"), True), (("kind", "on"), False))

    db.create_tables([Synonym, Request, Applicant, RequestItem, Objection, RequestEvent])


def down(migrator, db):
    tables = ("request_event", "objection", "request_item", "applicant", "information_request")
    for table in (*tables, "synonym"):
        db.execute_sql(f"DROP TABLE {table}")
