"""Which texts the office may edit: what each is for, its placeholders, the words it ships with."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
Value = str | Sequence[str]
Values = Mapping[str, Value]


class Shape(StrEnum):
    """How a text stands on the paper."""

    LETTERED = "huruf"
    NUMBERED = "angka"
    DICTUMS = "diktum"
    PARAGRAPHS = "alinea"

    @property
    def is_list(self) -> bool:
        """Whether each line is an item of its own."""
        return self is not Shape.PARAGRAPHS


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A name in braces; ``example`` is a list where the item is repeated for each value."""

    name: str
    explains: str
    example: Value


@dataclass(frozen=True, slots=True)
class TextForm:
    """A text by name. ``compulsory`` must stand in it; an item whose ``optional`` placeholder is
    empty is left out; ``blank`` ones may be empty in their place. ``wants`` are words that the law
    looks for, each with what is said when they are not there.
    """

    name: str
    label: str
    group: str
    used_in: str
    purpose: str
    shape: Shape
    placeholders: Mapping[str, Placeholder]
    compulsory: tuple[str, ...] = ()
    optional: frozenset[str] = frozenset()
    blank: frozenset[str] = frozenset()
    wants: tuple[tuple[str, str], ...] = ()
    may_be_empty: bool = False

    @property
    def title(self) -> str:
        """The label, with the paper where it would not tell by itself."""
        return f"{self.label} {self.group.lower()}" if "Penetapan" in self.group else self.label

    @property
    def shipped(self) -> str:
        """The words that the program ships with."""
        path = FOLDER / "shipped" / f"{self.name}.md"
        return path.read_text(encoding="utf-8").strip()

    @property
    def examples(self) -> dict[str, Value]:
        """An example value for each placeholder."""
        return {name: each.example for name, each in self.placeholders.items()}


def _read_placeholders() -> dict[str, Placeholder]:
    told = json.loads((FOLDER / "placeholders.json").read_text(encoding="utf-8"))
    return {name: Placeholder(name, explains, value) for name, (explains, value) in told.items()}


def _text(told: Mapping[str, Any], known: Mapping[str, Placeholder]) -> TextForm:
    return TextForm(
        **{name: told[name] for name in ("name", "label", "group", "used_in", "purpose")},
        shape=Shape(told["shape"]),
        placeholders={name: known[name] for name in told["placeholders"]},
        compulsory=tuple(told.get("compulsory", ())),
        optional=frozenset(told.get("optional", ())),
        blank=frozenset(told.get("blank", ())),
        wants=tuple((word, said) for word, said in told.get("wants", ())),
        may_be_empty=bool(told.get("may_be_empty")),
    )


def _read_texts() -> dict[str, TextForm]:
    known = _read_placeholders()
    told = json.loads((FOLDER / "texts.json").read_text(encoding="utf-8"))
    return {each["name"]: _text(each, known) for each in told}


TEXTS: Mapping[str, TextForm] = _read_texts()
