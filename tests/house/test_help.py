"""Every short help that a form asks for is written."""

import re
from pathlib import Path

from ppid.cases.kinds import KINDS
from ppid.handbook.help_texts import list_topics

ROOT = Path(__file__).resolve().parents[2]
ASKED = re.compile(r'\bhelp\("([a-z_]+)"')


def test_every_help_that_a_template_or_a_step_asks_for_is_written() -> None:
    texts = "\n".join(path.read_text() for path in (ROOT / "templates").rglob("*.html"))
    asked = set(ASKED.findall(texts)) | {topic for kind in KINDS.values() for topic in kind.topics}

    assert asked <= set(list_topics())
    assert set(list_topics()) <= asked
