"""What a post has been reminded of."""

import peewee as pw

from ppid.db import BaseModel
from ppid.mail.models import Mail


class ReminderTold(BaseModel):
    """A thing that a post was told of, and the mail that told it first."""

    mail_id: int

    post = pw.CharField(max_length=40)
    about = pw.CharField(max_length=120)
    mail = pw.ForeignKeyField(Mail, on_delete="RESTRICT")

    class Meta:
        indexes = ((("post", "about"), True),)
