"""Short help beside the forms: what is asked, a good example and a bad one."""

from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from ppid.handbook.pages import FOLDER, read_front
from ppid.handbook.rendering import page_address, render_plain

TOPICS = FOLDER / "bantuan"


@lru_cache(maxsize=1)
def _help_files() -> dict[str, tuple[dict[str, str], str]]:
    return {path.stem: read_front(path) for path in sorted(Path(TOPICS).glob("*.md"))}


def list_topics() -> tuple[str, ...]:
    """The topics that have a help text."""
    return tuple(_help_files())


def title_of(topic: str) -> str:
    """The heading of a topic's help; LookupError when there is no such topic."""
    return _help_files()[topic][0]["title"]


def help_for(topic: str) -> Markup:
    """The help of a topic: its heading, its text, a link to the page that tells more.

    LookupError when there is no such topic: the template that asks is wrong.
    """
    if topic not in _help_files():
        raise LookupError(f"no help on {topic!r}; there is {', '.join(list_topics())}")
    front, text = _help_files()[topic]
    return Markup('<p><strong>{}</strong></p>{}<p><a href="{}">{}</a></p>').format(
        front["title"],
        render_plain(text),
        page_address(front["page"]),
        "Selengkapnya dalam panduan",
    )
