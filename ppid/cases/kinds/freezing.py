"""Between the fields of a form and plain values that JSON can hold."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from wtforms import DateField, Field, FieldList, FormField, TimeField

from ppid.web.forms import Form

Fields = Form | FieldList


class RowForm(Form):
    """A row inside a form: no token of its own."""

    class Meta(Form.Meta):
        csrf = False


def freeze(form: Form) -> dict[str, Any]:
    """The form's values, JSON-safe; the token is left out."""
    return {name: plain(value) for name, value in form.data.items() if name != "csrf_token"}


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    """A JSON-safe value: days and hours as ISO text, lists and rows through and through."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, dict):
        return {str(name): plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value


def thaw(form: Form) -> None:
    """Make days and hours of the kept text, so that their fields can show them."""
    for field in walk(form):
        if isinstance(field, DateField | TimeField) and isinstance(field.data, str):
            kind = date if isinstance(field, DateField) else time
            field.data = kind.fromisoformat(field.data) if field.data else None


def walk(fields: Any) -> Iterator[Field]:  # noqa: ANN401 - forms, lists and rows alike
    """Every field that holds a value, inside rows too."""
    for field in fields:
        if isinstance(field, FormField | FieldList):
            yield from walk(field)
        else:
            yield field
