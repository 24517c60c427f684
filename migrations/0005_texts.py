"""Texts of papers as the office wrote them, every version kept."""

from peewee import *


def up(migrator, db):
    class User(Model):
        class Meta:
            database = db
            legacy_table_names = False
            table_name = "user_account"

    class TextVersion(Model):
        name = CharField(max_length=60)
        number = IntegerField()
        body = TextField()
        note = CharField(max_length=300)
        written_at = DateTimeField()
        written_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "text_version"
            indexes = ((("name", "number"), True),)

    db.create_tables([TextVersion])


def down(migrator, db):
    db.execute_sql("DROP TABLE text_version")
