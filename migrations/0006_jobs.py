"""Jobs: long work with its progress, and the files that came of it."""

from peewee import *


def up(migrator, db):
    class User(Model):
        class Meta:
            database = db
            legacy_table_names = False
            table_name = "user_account"

    class Job(Model):
        kind = CharField(max_length=40)
        label = CharField(max_length=200)
        order = TextField()
        asked_at = DateTimeField()
        asked_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
        started_at = DateTimeField(null=True)
        beat_at = DateTimeField(null=True)
        attempts = IntegerField()
        done = IntegerField()
        total = IntegerField()
        words = CharField(max_length=200)
        finished_at = DateTimeField(null=True, index=True)
        failure = TextField()
        cancelled_at = DateTimeField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "job"

    class JobResult(Model):
        job = ForeignKeyField(Job, unique=True, on_delete="CASCADE")
        name = CharField(max_length=200)
        media_type = CharField(max_length=100)
        sha256 = CharField(max_length=64)
        length = IntegerField()
        made_at = DateTimeField(index=True)
        content = BlobField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "job_result"

    db.create_tables([Job, JobResult])


def down(migrator, db):
    for table in ("job_result", "job"):
        db.execute_sql(f"DROP TABLE {table}")
