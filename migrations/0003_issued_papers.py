"""Papers as issued: source, bytes and copies signed elsewhere."""

from peewee import *


def up(migrator, db):
    class User(Model):
        class Meta:
            database = db
            legacy_table_names = False
            table_name = "user_account"

    class Determination(Model):
        class Meta:
            database = db
            legacy_table_names = False
            table_name = "determination"

    class IssuedPaper(Model):
        code = CharField(max_length=12, unique=True)
        subject = CharField(max_length=80)
        version = IntegerField()
        kind = CharField(max_length=40, index=True)
        label = CharField(max_length=120)
        title = TextField()
        public_title = TextField()
        number_text = CharField(max_length=80)
        issuer = TextField()
        issued_on = DateField(index=True)
        issued_at = DateTimeField()
        issued_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
        determination = ForeignKeyField(Determination, null=True, on_delete="RESTRICT")
        size = CharField(max_length=4)
        html = TextField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "issued_paper"
            indexes = ((("subject", "version"), True),)

    class PaperFile(Model):
        paper = ForeignKeyField(IssuedPaper, unique=True, on_delete="RESTRICT")
        sha256 = CharField(max_length=64, index=True)
        length = IntegerField()
        pages = IntegerField()
        made_at = DateTimeField()
        content = BlobField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "paper_file"

    class SignedCopy(Model):
        paper = ForeignKeyField(IssuedPaper, on_delete="RESTRICT")
        sha256 = CharField(max_length=64, index=True)
        length = IntegerField()
        reading = TextField()
        uploaded_at = DateTimeField()
        uploaded_by = ForeignKeyField(User, on_delete="RESTRICT")
        content = BlobField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "signed_copy"

    db.create_tables([IssuedPaper, PaperFile, SignedCopy])


def down(migrator, db):
    for table in ("signed_copy", "paper_file", "issued_paper"):
        db.execute_sql(f"DROP TABLE {table}")
