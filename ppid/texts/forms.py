"""The form of a text."""

from wtforms import HiddenField, StringField, TextAreaField

from ppid.texts.faults import LONGEST, find_faults
from ppid.texts.queries import Version
from ppid.texts.registry import TextForm as Text
from ppid.web.forms import Form, Longest


class TextForm(Form):
    """The words of a text and why they are changed; ``seen`` is the version that was opened."""

    body = TextAreaField("Isi naskah", [Longest(LONGEST)], render_kw={"rows": 10})
    note = StringField(
        "Alasan perubahan",
        [Longest(300)],
        description="Bila ada, misalnya “menyesuaikan saran biro hukum”.",
    )
    seen = HiddenField()

    @classmethod
    def of(cls, version: Version) -> "TextForm":
        """The form as the text stands now."""
        return cls(data={"body": version.body, "seen": str(version.number)})

    @property
    def words(self) -> str:
        """What is typed as the text."""
        return self.body.data or ""

    @property
    def reason(self) -> str:
        """What is typed as the reason of the change."""
        return self.note.data or ""

    @property
    def seen_number(self) -> int:
        """The version that its writer had before them; -1, which never is, for anything else."""
        told = self.seen.data or ""
        return int(told) if told.isdecimal() and len(told) < 10 else -1

    def show_faults(self, text: Text) -> None:
        """Each fault beside the field, with its line."""
        self.body.errors = [str(fault) for fault in find_faults(text, self.words)]
