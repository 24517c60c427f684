"""The base of every form: Indonesian messages, refusals put beside their field."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from wtforms import DateField, Field, PasswordField, StringField, ValidationError
from wtforms.fields.choices import SelectChoice

from ppid.errors import Refused

LINE_ENDS = str.maketrans("\r\v\f\u2011", "\n\n\n-")  # and Word's unbreakable hyphen
UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff"
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
NO_CHOICE = "Pilihan ini tidak dikenal; pilih dari daftar."
MESSAGES = {
    "This field is required.": "Isian ini wajib diisi.",
    "Not a valid choice.": NO_CHOICE,
    "Not a valid choice": NO_CHOICE,
    "Invalid Choice: could not coerce.": NO_CHOICE,
    "Not a valid integer value.": "Isi dengan bilangan bulat, misalnya 5.",
    "Not a valid date value.": "Isi tanggal dengan bentuk tahun-bulan-hari, misalnya 2028-01-18.",
    "Not a valid time value.": "Isi jam dengan bentuk 09:30.",
    "Invalid email address.": "Alamat surel ini belum lengkap, misalnya nama@contoh.go.id.",
    "Invalid input.": "Isian ini tidak dapat dibaca.",
}


class IndonesianMessages:
    """Translations of the form library's messages; unknown ones stay as they are."""

    def gettext(self, text: str) -> str:
        """The Indonesian message."""
        return MESSAGES.get(text, text)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """The Indonesian message; the language has no plural forms."""
        return MESSAGES.get(singular, singular if number == 1 else plural)


class Form(FlaskForm):  # type: ignore[misc]  # the library carries no types
    """A form whose texts are trimmed and whose built-in messages are Indonesian."""

    class Meta:
        def get_translations(self, _form: "Form") -> "IndonesianMessages":
            """The library's own messages, told in Indonesian."""
            return IndonesianMessages()

        def bind_field(self, form: "Form", unbound: Any, options: Any) -> Field:  # noqa: ANN401 - the library's signature
            """Trim what people type before it is checked; refuse days that no office means."""
            if _is_text(unbound.field_class):
                options["filters"] = [trim, *unbound.kwargs.get("filters", [])]
            elif issubclass(unbound.field_class, DateField):
                options["filters"] = [in_living_memory, *unbound.kwargs.get("filters", [])]
            return unbound.bind(form=form, **options)

    def refuse(self, refusal: Refused) -> None:
        """Show a refusal of the law or the procedure beside the field it names."""
        field = self._fields.get(refusal.field or "")
        if field is None:
            self.form_errors.append(refusal.message)
        else:
            field.errors = [*field.errors, refusal.message]


def _is_text(field_class: type[Field]) -> bool:
    return issubclass(field_class, StringField) and not issubclass(field_class, PasswordField)


class Needed:
    """The field must be filled; ``message`` says with what."""

    field_flags = {"required": True}

    def __init__(self, message: str) -> None:
        self.message = message

    def __call__(self, _form: Form, field: Field) -> None:
        """Refuse an empty text, an empty choice and an empty list, with this message alone."""
        if field.data is None or field.data in ("", []):
            field.errors = [each for each in field.errors if each != NO_CHOICE]
            raise ValidationError(self.message)


class Longest:
    """The text has at most so many letters."""

    def __init__(self, letters: int) -> None:
        self.letters = letters
        self.field_flags = {"maxlength": letters}

    def __call__(self, _form: Form, field: Field) -> None:
        """Refuse a text that is longer, saying by how much."""
        over = len(field.data or "") - self.letters
        if over > 0:
            raise ValidationError(f"Terlalu panjang {over} huruf; paling banyak {self.letters}.")


def choices(pairs: Iterable[tuple[object, str]]) -> list[SelectChoice]:
    """Choices of a select field from pairs of value and label."""
    return [SelectChoice(value, label) for value, label in pairs]


def trim(value: object) -> object:
    """Text without blanks at its ends, with plain line ends and without signs that no one can see,
    which papers and databases choke on; nothing typed is no text.
    """
    if not isinstance(value, str):
        return value or ""
    return UNSEEN.sub("", value.replace("\r\n", "\n").translate(LINE_ENDS)).strip()


def in_living_memory(day: object) -> object:
    """A day as it is; refuses one so far off that counting from it would leave the calendar."""
    if isinstance(day, date) and not 1900 <= day.year <= 2200:
        raise ValueError("Isi tahun antara 1900 dan 2200.")
    return day
