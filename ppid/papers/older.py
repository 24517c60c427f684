"""Determinations issued before the register: what it knows of them, never called the paper."""

from dataclasses import dataclass, fields
from typing import ClassVar

from ppid.papers.determinations import determination_paper
from ppid.papers.documents import DeterminationPaper
from ppid.register.models import Determination


@dataclass(frozen=True, slots=True)
class OlderDetermination(DeterminationPaper):
    """A determination as the register tells it, headed by the words that it is only that."""

    template: ClassVar[str] = "print/older_determination.html"


def older_determination(determination: Determination) -> OlderDetermination:
    """The copy of a determination whose own paper was issued elsewhere; it bears no code."""
    told = determination_paper(determination)
    return OlderDetermination(**{each.name: getattr(told, each.name) for each in fields(told)})
