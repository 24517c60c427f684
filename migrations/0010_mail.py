"""Mail to the posts: their addresses, the outbox, and what they were reminded of."""

from peewee import *


def up(migrator, db):
    class Unit(Model):
        class Meta:
            database = db
            legacy_table_names = False
            table_name = "unit"

    class Mailbox(Model):
        post = CharField(max_length=40, unique=True)
        unit = ForeignKeyField(Unit, null=True, on_delete="RESTRICT")
        address = CharField(max_length=254)
        changed_at = DateTimeField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "mailbox"

    class Mail(Model):
        to = CharField(max_length=254, column_name="to_address")
        subject = CharField(max_length=200)
        body = TextField()
        about = CharField(max_length=120, unique=True)
        written_at = DateTimeField()
        attempts = IntegerField()
        due_at = DateTimeField(index=True)
        last_error = CharField(max_length=300)
        sent_at = DateTimeField(null=True)
        given_up_at = DateTimeField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "mail"

    class ReminderTold(Model):
        post = CharField(max_length=40)
        about = CharField(max_length=120)
        mail = ForeignKeyField(Mail, on_delete="RESTRICT")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "reminder_told"
            indexes = ((("post", "about"), True),)

    db.create_tables([Mailbox, Mail, ReminderTold])


def down(migrator, db):
    for table in ("reminder_told", "mail", "mailbox"):
        db.execute_sql(f"DROP TABLE {table}")
