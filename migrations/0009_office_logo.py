"""The picture on the letterhead."""

from peewee import *


def up(migrator, db):
    class User(Model):
        class Meta:
            database = db
            legacy_table_names = False
            table_name = "user_account"

    class OfficeLogo(Model):
        media_type = CharField(max_length=20)
        width = IntegerField()
        height = IntegerField()
        sha256 = CharField(max_length=64)
        uploaded_at = DateTimeField()
        uploaded_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
        withdrawn_at = DateTimeField(null=True)
        content = BlobField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "office_logo"

    db.create_tables([OfficeLogo])


def down(migrator, db):
    db.execute_sql("DROP TABLE office_logo")
