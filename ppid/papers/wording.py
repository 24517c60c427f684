"""How facts of the register are worded in the columns of papers."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ppid.law.dates import format_date
from ppid.law.periods import describe
from ppid.register.content import BasisDraft, ClassificationDraft
from ppid.web.rich_text import to_html

NONE = "–"


def word_bases(bases: Iterable[BasisDraft], *, with_reasoning: bool = False) -> str:
    """One basis a line, numbered when there are more; the reasoning below it when asked for."""
    kept = list(bases)
    lines = []
    for number, basis in enumerate(kept, 1):
        head = f"{number}. {basis.citation}" if len(kept) > 1 else basis.citation
        told = f"\n{basis.reasoning}" if with_reasoning and basis.reasoning else ""
        lines.append(f"{head}{told}")
    return "\n".join(lines) or NONE


def word_kept_bases(said: Mapping[str, Any], *, with_reasoning: bool = False) -> str:
    """The bases of a classification as a step kept it."""
    kept = [
        BasisDraft(None, basis["citation"], basis.get("ground"), basis.get("reasoning") or "")
        for basis in said.get("bases") or ()
    ]
    return word_bases(kept, with_reasoning=with_reasoning)


def word_kept_period(said: Mapping[str, Any]) -> str:
    """The period of a classification as a step kept it, in words."""
    return capital(str(said.get("period_words") or NONE))


def word_extent(said: Mapping[str, Any]) -> str:
    """Whether the whole is closed, or which parts."""
    if said.get("extent") != "sebagian":
        return "Seluruhnya"
    return f"Sebagian: {said.get('excluded_parts') or 'bagiannya belum disebut'}"


def word_period(draft: ClassificationDraft) -> str:
    """The period as the law reads it; the words of an older paper while nothing could be read."""
    if draft.period is not None:
        return capital(describe(draft.period))
    return draft.period_text or NONE


def word_title(title: str, draft: ClassificationDraft) -> str:
    """The information, and which parts of it are closed when it is not the whole."""
    if not draft.excluded_parts:
        return title
    return f"{title}\n(sebagian: {draft.excluded_parts})"


def word_rich(text: object) -> str:
    """A text written in Markdown, as paragraphs and lists; a dash while there is none."""
    return to_html(str(text)) if text else NONE


def word_day(day: object) -> str:
    """A day kept as ``2026-01-18``, in words; a dash while there is none."""
    return format_date(date.fromisoformat(str(day))) if day else NONE


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
