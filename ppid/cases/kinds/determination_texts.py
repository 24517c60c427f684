"""The office's texts in the form of a determination, and the words that it is issued with."""

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data, Missing
from ppid.cases.kinds.determination_values import case_values, form_values
from ppid.legal_bases.mentions import Mentions
from ppid.texts.faults import Fault, find_gaps, find_warnings, find_word_faults
from ppid.texts.items import items_of, join_items
from ppid.texts.preview import mark_items
from ppid.texts.queries import current_version
from ppid.texts.registry import TEXTS, Shape, TextForm, Values
from ppid.texts.templating import as_plain_words
from ppid.texts.wording import begin_text, fill_text
from ppid.workflow.procedure import Subject

PARTS = {
    "considering": "menimbang",
    "noting": "memperhatikan",
    "dictums": "diktum",
    "copies": "tembusan",
}
KINDS = {Subject.INITIAL: "awal", Subject.CHANGE: "pengubahan", Subject.OPENING: "pembukaan"}
SECTIONS = {
    "considering": ("Menimbang", Shape.LETTERED),
    "in_view_of": ("Mengingat", Shape.NUMBERED),
    "noting": ("Memperhatikan", Shape.NUMBERED),
    "dictums": ("Diktum", Shape.DICTUMS),
    "copies": ("Tembusan", Shape.NUMBERED),
}
Section = tuple[str, tuple[tuple[str, Markup], ...]]


def texts_of(subject: Subject) -> dict[str, TextForm]:
    """The texts of the office by the fields of the form that they fill."""
    kind = KINDS[subject]
    return {field: TEXTS[f"penetapan-{kind}-{part}"] for field, part in PARTS.items()}


def begin_texts(context: StepContext) -> Data:
    """The office's texts with what the case knows; what the form itself says stays in braces."""
    values = case_values(context)
    return {
        field: begin_text(text, current_version(text).body, values)
        for field, text in texts_of(context.procedure.subject).items()
    }


def with_texts(context: StepContext, data: Mapping[str, Any]) -> Data:
    """The data, with the office's texts where it was begun before these were fields of the form."""
    if "noting" in data:
        return dict(data)
    begun = begin_texts(context)
    *chief, last = items_of(begun["dictums"])
    added = items_of(data.get("dictums"))
    return {
        **begun,
        **data,
        "noting": begun["noting"],
        "dictums": join_items([*chief, *added, last]),
    }


def lacking_texts(context: StepContext, data: Mapping[str, Any]) -> Iterator[Missing]:
    """Every fault of a text with the real values; that a field is empty its form says itself."""
    for field, template, faults in _examined(context, data):
        if template.strip():
            yield from (Missing(field, str(fault)) for fault in faults)


def _examined(
    context: StepContext, data: Mapping[str, Any]
) -> Iterator[tuple[str, str, list[Fault]]]:
    values, full = _values(context, data), with_texts(context, data)
    for field, text in texts_of(context.procedure.subject).items():
        template = str(full.get(field) or "")
        yield (
            field,
            template,
            [*find_word_faults(text, template), *find_gaps(text, template, values)],
        )


def list_text_warnings(context: StepContext, data: Mapping[str, Any]) -> list[str]:
    """What the law looks for in the texts and does not find."""
    full = with_texts(context, data)
    texts = texts_of(context.procedure.subject)
    return [
        warning.message
        for field, text in texts.items()
        for warning in find_warnings(text, str(full.get(field) or ""))
    ]


def fill_texts(context: StepContext, data: Mapping[str, Any]) -> dict[str, list[str]]:
    """The items of each text as they are issued; TextFaulty when one cannot be."""
    values, full = _values(context, data), with_texts(context, data)
    return {
        field: fill_text(text, str(full.get(field) or ""), values)
        for field, text in texts_of(context.procedure.subject).items()
    }


def list_printed(body: Mapping[str, Any]) -> list[Section]:
    """Each part with its items as they stand on the paper, in the order of the paper."""
    plain = {**body, "in_view_of": [as_plain_words(each) for each in body.get("in_view_of", ())]}
    return [
        (label, mark_items(shape, plain[field]))
        for field, (label, shape) in SECTIONS.items()
        if plain.get(field)
    ]


def text_extras(context: StepContext, data: Mapping[str, Any], mentions: Mentions) -> Data:
    """For the form's template: texts behind the fields, the paper as it would read, warnings."""
    subject = context.procedure.subject
    body: dict[str, Any] = {}
    if not any(faults for _field, _template, faults in _examined(context, data)):
        body = {**fill_texts(context, data), "in_view_of": mentions.titles}
    return {
        "texts": texts_of(subject),
        "printed": list_printed(body),
        "text_warnings": list_text_warnings(context, data),
        "left_out": mentions.left_out,
    }


def list_kept(data: Mapping[str, Any]) -> list[Section]:
    """The parts that an event keeps; an older one kept its own lines without their marks."""
    if "texts" in data:
        return list_printed(data["texts"])
    return list_printed({field: items_of(data.get(field)) for field in PARTS})


def _values(context: StepContext, data: Mapping[str, Any]) -> Values:
    return {**case_values(context), **form_values(data)}
