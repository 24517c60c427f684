"""The office's words with the values of a case in them.

Values are plain words, never read as Markdown. Where a value is a list of texts its item is
repeated for each of them; an item whose optional placeholder is empty is left out.
"""

from collections.abc import Iterator
from datetime import datetime

from markupsafe import Markup

from ppid.texts.actions import TextFaulty
from ppid.texts.faults import find_gaps, find_word_faults, parts_of
from ppid.texts.items import text_html
from ppid.texts.queries import current_version, version_at
from ppid.texts.registry import TEXTS, TextForm, Values
from ppid.texts.templating import fill, fill_known, names_in


def wording(name: str, values: Values, *, at: datetime | None = None) -> list[str]:
    """The items or paragraphs of a text as Markdown; ``at`` (UTC) asks for the words of then.

    TextFaulty names what is wrong with the text or has no value.
    """
    text = TEXTS[name]
    body = (version_at(text, at) if at else current_version(text)).body
    return fill_text(text, body, values)


def wording_whole(name: str, values: Values, *, at: datetime | None = None) -> str:
    """The text as one piece of Markdown."""
    parting = "\n" if TEXTS[name].shape.is_list else "\n\n"
    return parting.join(wording(name, values, at=at))


def wording_html(name: str, values: Values, *, at: datetime | None = None) -> Markup:
    """The text as HTML for a paper; a single paragraph stands without one around it."""
    return text_html(wording_whole(name, values, at=at))


def fill_text(text: TextForm, template: str, values: Values) -> list[str]:
    """The items of a template with every placeholder replaced; TextFaulty when one cannot be."""
    if faults := [*find_word_faults(text, template), *find_gaps(text, template, values)]:
        raise TextFaulty(text, faults)
    return [
        fill(part.text, single)
        for part in parts_of(text, template)
        for single in _for_each(text, part.text, values)
    ]


def begin_text(text: TextForm, template: str, values: Values) -> str:
    """A list still to be edited: what is known is filled in, other placeholders stay."""
    return "\n".join(
        fill_known(part.text, single)
        for part in parts_of(text, template)
        for single in _for_each(text, part.text, values)
    )


def _for_each(text: TextForm, part: str, values: Values) -> Iterator[dict[str, str]]:
    """The values of an item, once for each value that it is repeated for; none to leave it out."""
    names = names_in(part)
    if any(name in values and not values[name] for name in names if name in text.optional):
        return
    single = {name: value for name, value in values.items() if isinstance(value, str)}
    many = {name: list(value) for name, value in values.items() if not isinstance(value, str)}
    listed = [name for name in names if many.get(name)]
    for count in range(max((len(many[name]) for name in listed), default=1)):
        yield single | {name: many[name][min(count, len(many[name]) - 1)] for name in listed}
