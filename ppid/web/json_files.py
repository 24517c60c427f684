"""JSON that people hand in: read, or refused in words; never a fault of ours."""

import json
from typing import Any

from ppid.errors import Refused


def read_json(content: bytes | str, *, field: str) -> Any:  # noqa: ANN401 - JSON holds anything
    """The value of a JSON text in UTF-8; refuses what cannot be read, kept or written again.

    That is also what is nested without end, a number of thousands of digits, and text that is no
    text (half of a surrogate pair).
    """
    try:
        text = content if isinstance(content, str) else content.decode("utf-8-sig")
        value = json.loads(text)
        json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        message = "Berkas ini bukan JSON yang utuh dan dapat dibaca (UTF-8)."
        raise Refused(f"{message} {_place(error)}".strip(), field) from error
    return value


def _place(error: Exception) -> str:
    if not isinstance(error, json.JSONDecodeError):
        return ""
    return f"Periksa baris {error.lineno} huruf ke-{error.colno}."
