"""The two renderers that are measured, each in a child process of its own."""

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from ppid.papers.renderer import STATIC, Renderer

CHILD = Path(__file__).with_name("weasy_child.py")
PYTHON = os.environ.get("WEASYPRINT_PYTHON", sys.executable)
ISSUED = datetime(2026, 11, 23, tzinfo=UTC)
PAGE = re.compile(r"@page (\w*) ?\{\s*size: (\d+)mm (\d+)mm; margin: 0;")
NEW_SHEET = '<pdf:nexttemplate name="lying"></pdf:nexttemplate><pdf:nextpage></pdf:nextpage>'
RULED = "table { border-collapse: collapse } .ruled td, .ruled th { border: .5pt solid }"
RULED += ".ruled .sign td { border: none } #foot { display: none }"


class Measured(Protocol):
    """A renderer that can be timed and weighed."""

    def render(self, html: str) -> int:
        """Make the PDF; how many bytes."""
        ...

    def peak(self) -> int:
        """The most memory that the child ever held, in bytes."""
        ...

    def close(self) -> None:
        """End the child."""
        ...


class Own:
    """The program's own renderer, as it is deployed."""

    def __init__(self) -> None:
        self.renderer = Renderer()
        self.render("<html><body>a</body></html>")

    def render(self, html: str) -> int:
        """Make the PDF; how many bytes."""
        return len(self.renderer.render(html, title="t", author="a", issued_at=ISSUED))

    def peak(self) -> int:
        """The most memory that the child ever held, in bytes."""
        return peak_of(self.renderer.child_pid or 0)

    def close(self) -> None:
        """End the child."""
        self.renderer.close()


class Weasy:
    """WeasyPrint on the same page, in a child that stays as well. OSError if it is missing."""

    def __init__(self) -> None:
        self.child = subprocess.Popen(
            [PYTHON, str(CHILD)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        if self._answer() != "ready":
            raise OSError("WeasyPrint is not there")
        self.render("<html><body>a</body></html>")

    def render(self, html: str) -> int:
        """Make the PDF; how many bytes."""
        assert self.child.stdin
        order = {"html": for_browsers(html), "base": f"{STATIC.as_uri()}/"}
        self.child.stdin.write(json.dumps(order) + "\n")
        self.child.stdin.flush()
        return int(self._answer())

    def peak(self) -> int:
        """The most memory that the child ever held, in bytes."""
        return peak_of(self.child.pid)

    def close(self) -> None:
        """End the child."""
        self.child.kill()
        self.child.wait()

    def _answer(self) -> str:
        assert self.child.stdout
        return self.child.stdout.readline().strip()


def peak_of(pid: int) -> int:
    """The high-water mark of a process, in bytes."""
    told = Path(f"/proc/{pid}/status").read_text()
    return int(re.findall(r"VmHWM:\s+(\d+) kB", told)[0]) * 1024


def for_browsers(html: str) -> str:
    """The same page for those who know margins and pages of CSS but no frames."""
    dressed = PAGE.sub(_margins, html).replace("</style>", f"{RULED}</style>", 1)
    return (
        dressed.replace(NEW_SHEET, '<div style="page: lying; break-before: page">')
        .replace("<pdf:nextpage></pdf:nextpage>", '<div style="break-before: page"></div>')
        .replace("<pdf:room></pdf:room>", "")
    )


def _margins(page: re.Match[str]) -> str:
    name, width, height = page.groups()
    margins = "15mm 18mm 20mm 18mm" if int(width) > int(height) else "18mm 18mm 20mm 25mm"
    return f"@page {name} {{ size: {width}mm {height}mm; margin: {margins};"
