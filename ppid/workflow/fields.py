"""Reading the fields of a document, each fault named with its place."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NoReturn, TypeGuard, TypeVar

from ppid.workflow.refusals import InvalidProcedure

LONGEST = 4000

Code = TypeVar("Code", bound=StrEnum)


class Fields:
    """One object of a document. ``place`` names it to the reader: ``Langkah 6``, ``Prosedur``.

    Every reader refuses a value of the wrong shape; an absent field reads as empty. ``close``
    refuses what was never read, so that a misspelt name cannot drop a rule in silence.
    """

    def __init__(self, raw: object, place: str) -> None:
        self.place = place
        if not isinstance(raw, Mapping):
            self.refuse("harus berupa objek dengan nama-nama isian")
        self._left = {str(key): value for key, value in raw.items()}

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to read."""
        return not self._left

    def refuse(self, fault: str) -> NoReturn:
        """Say no, naming this place."""
        raise InvalidProcedure(f"{self.place}: {fault}.")

    def text(self, name: str) -> str:
        """A text without spaces around it; empty if absent."""
        value = self._left.pop(name, None)
        if not isinstance(value, str | None):
            self.refuse(f"isian “{name}” harus berupa teks")
        if len(value or "") > LONGEST:
            self.refuse(f"isian “{name}” lebih dari {LONGEST} huruf")
        return (value or "").strip()

    def needed_text(self, name: str, meaning: str) -> str:
        """A text that may not be empty; ``meaning`` names it to the reader."""
        return self.text(name) or self.refuse(f"isi {meaning} (isian “{name}”)")

    def whole(self, name: str) -> int | None:
        """A whole number; None if absent."""
        value = self._left.pop(name, None)
        if value is not None and not _is_whole(value):
            self.refuse(f"isian “{name}” harus berupa bilangan bulat")
        return value

    def flag(self, name: str) -> bool:
        """Yes or no; no if absent."""
        value = self._left.pop(name, None)
        if not isinstance(value, bool | None):
            self.refuse(f"isian “{name}” harus true atau false")
        return bool(value)

    def items(self, name: str) -> list[object]:
        """A list of anything; empty if absent."""
        value = self._left.pop(name, None)
        if not isinstance(value, list | tuple | None):
            self.refuse(f"isian “{name}” harus berupa daftar")
        return list(value or ())

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, none of them empty."""
        values = self.items(name)
        found = tuple(value.strip() for value in values if isinstance(value, str))
        if len(found) < len(values) or not all(found):
            self.refuse(f"isian “{name}” harus berupa daftar teks yang terisi")
        return found

    def wholes(self, name: str) -> tuple[int, ...]:
        """A list of whole numbers, each at most once."""
        values = self.items(name)
        found = tuple(value for value in values if _is_whole(value))
        if len(found) < len(values):
            self.refuse(f"isian “{name}” harus berupa daftar bilangan bulat")
        if len(set(found)) < len(found):
            self.refuse(f"isian “{name}” memuat bilangan yang sama dua kali")
        return found

    def code(self, name: str, codes: type[Code], meaning: str) -> Code:
        """A code of ``codes``; it may not be absent."""
        return self._code(self.needed_text(name, meaning), codes, meaning)

    def codes(self, name: str, codes: type[Code], meaning: str) -> tuple[Code, ...]:
        """Codes of ``codes``, each at most once; empty if absent."""
        found = tuple(self._code(value, codes, meaning) for value in self.texts(name))
        if len(set(found)) < len(found):
            self.refuse(f"{meaning} tertulis dua kali pada isian “{name}”")
        return found

    def part(self, name: str, place: str) -> "Fields":
        """An object inside this one, absent as an empty one."""
        value = self._left.pop(name, None)
        return Fields({} if value is None else value, place)

    def parts(self, name: str, place: str) -> "list[Fields]":
        """A list of objects inside this one, called ``place`` and their number."""
        return [Fields(raw, f"{place} ke-{n}") for n, raw in enumerate(self.items(name), start=1)]

    def close(self) -> None:
        """Refuse what nobody has read."""
        if self._left:
            names = ", ".join(f"“{name}”" for name in sorted(self._left))
            self.refuse(f"isian {names} tidak dikenal; periksa ejaannya")

    def _code(self, value: str, codes: type[Code], meaning: str) -> Code:
        try:
            return codes(value)
        except ValueError:
            known = ", ".join(codes)
            self.refuse(f"{meaning} “{value}” tidak dikenal; yang dikenal: {known}")


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
