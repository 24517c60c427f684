"""Planting canaries: a word of its own in every text that the public may not read.

Every model and every text field is walked, so that a field added tomorrow is planted by itself;
what is meant to be read by all stands in ``SHOWN`` with its reason.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import peewee as pw

from ppid import clock, schema
from ppid.db import BaseModel, JSONField, database

TABLE_OF_LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHOWN: dict[str, set[str]] = {
    # what the public register is made of
    "PublicWording": {"title", "what_is_closed", "given_instead", "consequence", "benefit"},
    "Entry": {"number"},
    "Unit": {"code", "name", "short_name"},
    "Determination": {"number_text", "kind"},
    "Classification": {"extent"},
    "LegalBasis": {"ground"},
    "Opening": {"kind", "grounds"},
    "EntrySpan": {"standing"},
    # the catalogue, which is read by all; its notes and sources are not
    "Regulation": {"code", "kind", "number", "title"},
    "RegulationChange": {"kind"},
    "Provision": {
        *("cite", "sort_key", "summary", "ground", "applies_to"),
        *("max_period", "proper_use", "improper_use"),
    },
    # the office's public face, and what a printed paper itself says to whoever holds it
    "OfficeSetting": {"key", "value"},
    "IssuedPaper": {"code", "subject", "kind", "label", "public_title", "number_text", "issuer"},
    "PaperFile": {"sha256"},
    "SignedCopy": {"sha256", "reading"},
    # what the program checks at its start: the shipped procedures
    "ProcedureVersion": {"code", "document", "sha256"},
    # no words of people: the picture on the letterhead
    "OfficeLogo": {"content", "sha256", "media_type"},
}
SAMPLES = {"SignedCopy.reading": {"contains": False, "signatures": []}}
SPARED_KEYS = {"kind", "nomor"}
TEXTS = (pw.CharField, pw.TextField, pw.BlobField)


class Canaries:
    """The words that were planted, each by the field in which it sits."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}

    def word_for(self, field: str) -> str:
        """A short word that no language has."""
        known = {name: word for word, name in self.words.items()}
        if field in known:
            return known[field]
        number = len(self.words)
        letters = "".join(TABLE_OF_LETTERS[number // 26**place % 26] for place in (2, 1, 0))
        self.words[f"qzx{letters}"] = field
        return f"qzx{letters}"

    def plant_everywhere(self) -> None:
        """Every text of every row, and a row for each model that has none."""
        with database.atomic():
            for model in schema.MODELS:
                if not model.select().exists():
                    self._make_row(model)
                for field in planted_fields(model):
                    self._plant(model, field)

    def _plant(self, model: type[BaseModel], field: pw.Field) -> None:
        word = self.word_for(f"{model.__name__}.{field.name}")
        for row in model.select(model.id, field):
            kept = getattr(row, field.name)
            if kept in (None, ""):
                continue
            value = _replaced(kept, f"{word}{row.id}" if _must_differ(model, field) else word)
            model.update({field: value}).where(model.id == row.id).execute()

    def _make_row(self, model: type[BaseModel]) -> None:
        values: dict[str, Any] = {}
        for field in model._meta.sorted_fields:
            if not isinstance(field, pw.AutoField):
                values[field.name] = self._value(field)
        model.insert(values).execute()

    def _value(self, field: pw.Field) -> Any:
        if isinstance(field, pw.ForeignKeyField):
            return field.rel_model.select(field.rel_model.id).limit(1).scalar()
        if isinstance(field, JSONField):
            return SAMPLES.get(f"{field.model.__name__}.{field.name}", {"text": "x"})
        if isinstance(field, pw.BlobField):
            return b"x"
        plain = {pw.DateTimeField: clock.now(), pw.DateField: clock.today(), pw.BooleanField: False}
        for kind, value in plain.items():
            if isinstance(field, kind):
                return value
        return 1 if isinstance(field, pw.IntegerField) else "x"


def _must_differ(model: type[BaseModel], field: pw.Field) -> bool:
    together = {name for names, unique in model._meta.indexes if unique for name in names}
    return field.unique or field.name in together


def planted_fields(model: type[BaseModel]) -> Iterator[pw.Field]:
    """The fields of a model that hold words nobody outside may read."""
    shown = SHOWN.get(model.__name__, set())
    for field in model._meta.sorted_fields:
        if isinstance(field, TEXTS) and field.name not in shown:
            yield field


def _replaced(kept: Any, word: str) -> Any:
    if isinstance(kept, dict):
        return {
            key: each if key in SPARED_KEYS else _replaced(each, word) for key, each in kept.items()
        }
    if isinstance(kept, list):
        return [_replaced(each, word) for each in kept]
    if isinstance(kept, bytes):
        return word.encode()
    return word if isinstance(kept, str) and not _is_day(kept) else kept


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def plant_files(folder: Path, word: str) -> None:
    """Every file that was attached says the word."""
    for path in folder.rglob("*"):
        if path.is_file():
            path.write_text(word)
