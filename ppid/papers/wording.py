"""How facts of the register are worded in the columns of papers."""

from collections.abc import Iterable

from ppid.law.periods import describe
from ppid.register.content import BasisDraft, ClassificationDraft

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


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
