"""An uploaded PDF is read apart: whatever it was made for, the program goes on."""

from pathlib import Path

import pytest

from ppid.errors import Refused
from ppid.papers import signature_child
from ppid.papers.signature_child import read_signatures
from ppid.papers.signature_reading import (
    NO_SIGNATURE,
    UNREADABLE,
    Trust,
    load_roots,
    signatures_in,
)
from tests.papers.signing import make_holder, make_root, plain_pdf, sign

ROOT = make_root()
OFFICER = make_holder("Contoh Pejabat PPID", ROOT)
LEVELS = 40


def endless_pdf() -> bytes:
    """A small file whose form has each field twice below each field: 2 to the 38th fields."""
    objects = [b"<</Type/Catalog/AcroForm<</Fields[2 0 R]>>>>"]
    objects += [b"<</T(a)/Kids[%d 0 R %d 0 R]>>" % (n + 1, n + 1) for n in range(2, LEVELS)]
    objects.append(b"<</T(z)/FT/Tx>>")
    made, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (LEVELS + 1, b"".join(places))
    told = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (LEVELS + 1, len(made))
    return made + table + told


def test_it_tells_what_is_read_within_the_program(tmp_path: Path) -> None:
    (tmp_path / "akar.pem").write_bytes(ROOT.pem)
    roots, signed = load_roots(tmp_path), sign(plain_pdf(), OFFICER, ROOT)

    assert read_signatures(signed, roots) == signatures_in(signed, roots)
    assert read_signatures(signed, roots)[0]["trust"] == Trust.KNOWN


def test_a_refusal_comes_back_with_its_words_and_its_field() -> None:
    with pytest.raises(Refused, match=NO_SIGNATURE) as refused:
        read_signatures(plain_pdf(), [])

    assert refused.value.field == "file"


def test_a_file_that_takes_for_ever_is_refused_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signature_child, "TIMEOUT_SECONDS", 3.0)

    with pytest.raises(Refused, match=UNREADABLE):
        read_signatures(endless_pdf(), [])
