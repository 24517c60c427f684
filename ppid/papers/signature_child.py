"""Reading the signatures of an uploaded PDF in a child process, one for each file and then gone.

A file that somebody made to keep its reader busy, or to fill its memory, costs the child its life
and nobody else anything.
"""

import json
import os
import resource
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ppid.errors import Refused
from ppid.papers.signature_reading import UNREADABLE, Foreign, signatures_in

MEMORY_LIMIT = 1_500_000_000
CPU_SECONDS = 20
TIMEOUT_SECONDS = 30.0
ROOT = Path(__file__).resolve().parents[2]
_PASSED_ON = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "TMPDIR", "HOME")


def read_signatures(content: bytes, roots: Sequence[Foreign]) -> list[dict[str, Any]]:
    """As ``signatures_in``, within bounds; what takes more than they allow cannot be read."""
    told = _ask(content, [b64encode(root.dump()).decode() for root in roots])
    if "refused" in told:
        raise Refused(told["refused"], "file")
    return list(told["signatures"])


def _ask(content: bytes, roots: list[str]) -> dict[str, Any]:
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    try:
        child = subprocess.run(
            [sys.executable, "-m", "ppid.papers.signature_child"],
            cwd=ROOT,
            env=environment,
            input=json.dumps(roots).encode() + b"\n" + content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=TIMEOUT_SECONDS,
            check=True,
        )
    except subprocess.SubprocessError:
        return {"refused": UNREADABLE}
    return dict(json.loads(child.stdout))


def _tell(roots: list[str], content: bytes) -> dict[str, Any]:
    from pyhanko.keys import load_certs_from_pemder_data  # noqa: PLC0415 - for the child alone

    known = [root for each in roots for root in load_certs_from_pemder_data(b64decode(each))]
    try:
        return {"signatures": signatures_in(content, known)}
    except Refused as refusal:
        return {"refused": refusal.message}


def main() -> None:
    """The roots in a line of JSON, then the file, on standard input; JSON on standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    roots = json.loads(sys.stdin.buffer.readline())
    json.dump(_tell(roots, sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    main()
