"""JSON that people hand in is read or refused, never a fault of the program."""

import pytest

from ppid.errors import Refused
from ppid.web.json_files import read_json


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"1" * 5_000, b'["\\ud800"]', "[1,"],
    ids=["empty", "open", "no text", "nested", "long number", "half a pair", "text"],
)
def test_what_is_no_whole_json_is_refused_beside_its_field(content: bytes | str) -> None:
    with pytest.raises(Refused, match="bukan JSON yang utuh") as refused:
        read_json(content, field="file")

    assert refused.value.field == "file"


def test_a_slip_is_named_by_its_line() -> None:
    with pytest.raises(Refused, match="baris 2"):
        read_json('[1,\n"a" "b"]', field="file")


def test_a_byte_order_mark_does_no_harm() -> None:
    assert read_json(b"\xef\xbb\xbf[1]", field="file") == [1]
