"""The table of findings: the checks of the program as they are, each with why it is made."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ppid.handbook.links import Reference
from ppid.handbook.pages import split_sections
from ppid.law.findings import FINDINGS, Rule

REASONS = Path(__file__).with_name("finding_reasons.md")
_ARTICLE = re.compile(r"(\w+ \d+/\d{4}) (Pasal .+)")


@dataclass(frozen=True)
class ExplainedFinding:
    """A check with why it is made, in a sentence or two."""

    rule: Rule
    why: str

    @property
    def articles(self) -> dict[str, Reference]:
        """The articles behind the check as they are told, each with its place in the catalogue."""
        told = [each.strip() for each in self.rule.article.split(";")]
        return {each: _reference(each) for each in told}


@lru_cache(maxsize=1)
def finding_reasons() -> dict[str, str]:
    """Why each check is made, by its code."""
    sections = split_sections(REASONS.read_text(encoding="utf-8"))
    return {section.title: " ".join(section.text.split()) for section in sections}


def explain_findings() -> list[ExplainedFinding]:
    """Every check of the program, in the order in which they are told."""
    reasons = finding_reasons()
    return [ExplainedFinding(rule, reasons.get(rule.code, "")) for rule in FINDINGS.values()]


def _reference(article: str) -> Reference:
    """``UU 14/2008 Pasal 19`` as a place in the catalogue."""
    found = _ARTICLE.fullmatch(article)
    if found is None:
        raise ValueError(f"no article of a regulation: {article!r}")
    return Reference(re.sub(r"[ /]", "-", found[1].lower()), found[2])
