"""Forms of the office's mail."""

from wtforms import Field, SelectField, StringField, ValidationError

from ppid.accounts.queries import unit_choices
from ppid.mail.posts import Post
from ppid.mail.queries import address_of, post_choices
from ppid.settings import MAIL_ADDRESS
from ppid.web.forms import Form, Longest, choices

KEYS = {"inputmode": "email", "autocomplete": "off", "spellcheck": "false"}


class PlainAddress:
    """One mail address and nothing else; an empty field is none."""

    def __call__(self, _form: Form, field: Field) -> None:
        """Refuse names, lists and signs that mail servers do not take."""
        if field.data and not MAIL_ADDRESS.fullmatch(field.data):
            raise ValidationError("Isi satu alamat surel saja, misalnya ppid@contoh.go.id.")


def _address(label: str, hint: str) -> StringField:
    checks = [Longest(254), PlainAddress()]
    return StringField(label, checks, description=hint, render_kw=KEYS)


class MailboxForm(Form):
    """Where mail to each post goes."""

    officer = _address("PPID", "Permohonan, pembukaan, tinjauan, dan langkah perkara.")
    superior = _address("Atasan PPID", "Penolakan yang menunggu persetujuan, dan keberatan.")
    desk = _address("Meja layanan informasi", "Permohonan yang segera harus dijawab.")

    @classmethod
    def filled(cls) -> "MailboxForm":
        """The form as the addresses are now."""
        return cls(formdata=None, data={post.value: address_of(post) for post in Post})

    @property
    def addresses(self) -> dict[Post, str]:
        """What was typed, by post."""
        return {post: self[post.value].data for post in Post}


class UnitMailboxForm(Form):
    """Where mail to the PPID of one unit goes."""

    unit = SelectField("Unit kerja", coerce=int)
    address = _address("Alamat surel", "Kosongkan untuk berhenti mengirim ke unit ini.")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.unit.choices = choices(unit_choices())


class TrialForm(Form):
    """Which mailbox is tried."""

    post = SelectField("Kirim ke", id="trial-post")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.post.choices = choices(post_choices())
