"""What goes along with an issued paper, in the same file."""

from peewee import *


def up(migrator, db):
    class IssuedPaper(Model):
        class Meta:
            database = db
            legacy_table_names = False
            table_name = "issued_paper"

    class Enclosure(Model):
        paper = ForeignKeyField(IssuedPaper, backref="enclosures", on_delete="RESTRICT")
        position = IntegerField()
        title = TextField()
        enclosed = ForeignKeyField(
            IssuedPaper, null=True, backref="enclosed_in", on_delete="RESTRICT"
        )
        html = TextField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "enclosure"
            indexes = ((("paper", "position"), True),)

    db.create_tables([Enclosure])


def down(migrator, db):
    db.execute_sql("DROP TABLE enclosure")
