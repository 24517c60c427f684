"""What is read from electronic signatures: real certificates, real signatures, nobody asked."""

import re
import socket
from pathlib import Path
from typing import Any

import pytest

from ppid.errors import Refused
from ppid.papers.signature_reading import (
    BROKEN,
    ENCRYPTED,
    FALSE,
    NO_SIGNATURE,
    UNREADABLE,
    Covers,
    Signature,
    Trust,
    load_roots,
    signatures_in,
)
from tests.papers.signing import (
    locked,
    make_holder,
    make_root,
    plain_pdf,
    sign,
    with_a_page_more,
)

ROOT = make_root()
OFFICER = make_holder("Contoh Pejabat PPID", ROOT)
SUPERIOR = make_holder("Contoh Atasan PPID", ROOT)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens a connection fails the test."""

    def refuse(*_where: Any) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def read(content: bytes, *roots: Any) -> list[Signature]:
    return [Signature.of(each) for each in signatures_in(content, roots)]


def test_a_signature_tells_signer_organisation_issuer_and_validity() -> None:
    (found,) = read(sign(plain_pdf(), OFFICER, ROOT))

    assert found.signer == "Contoh Pejabat PPID"
    assert found.organisation == "Pemerintah Provinsi Contoh"
    assert found.issuer == "Otoritas Contoh"
    assert found.covers is Covers.WHOLE
    assert found.in_validity
    begins, ends = found.days
    assert (ends - begins).days == 730


def test_the_time_is_the_signers_own_unless_it_is_stamped() -> None:
    (claimed,) = read(sign(plain_pdf(), OFFICER, ROOT))
    (stamped,) = read(sign(plain_pdf(), OFFICER, ROOT, stamped=True))

    assert (claimed.timestamped, stamped.timestamped) == (False, True)
    assert claimed.signed is not None
    assert stamped.signed is not None


def test_without_roots_the_issuer_is_told_not_to_be_checked() -> None:
    (found,) = read(sign(plain_pdf(), OFFICER, ROOT))

    assert found.trust is Trust.UNCHECKED
    assert "tidak diperiksa terhadap daftar induk" in found.trust.words


def test_with_the_offices_roots_the_issuer_is_known_or_not() -> None:
    other = make_root("Otoritas Lain")
    signed = sign(plain_pdf(), OFFICER, ROOT)

    assert read(signed, ROOT.asn1)[0].trust is Trust.KNOWN
    assert read(signed, other.asn1)[0].trust is Trust.UNKNOWN


def test_a_certificate_that_had_ended_is_told() -> None:
    late = make_holder("Contoh Terlambat", ROOT, days=(-700, -10))

    (found,) = read(sign(plain_pdf(), late, ROOT), ROOT.asn1)

    assert not found.in_validity
    assert found.trust is Trust.UNKNOWN


def test_two_signatures_are_read_in_their_order() -> None:
    once = sign(plain_pdf(), OFFICER, ROOT)

    first, second = read(sign(once, SUPERIOR, ROOT, field="TTD2"))

    assert (first.signer, second.signer) == ("Contoh Pejabat PPID", "Contoh Atasan PPID")
    assert (first.covers, second.covers) == (Covers.ADDED_TO, Covers.WHOLE)


def test_a_page_added_after_signing_is_told() -> None:
    (found,) = read(with_a_page_more(sign(plain_pdf(), OFFICER, ROOT)))

    assert found.covers is Covers.CHANGED
    assert "diubah sesudahnya" in found.covers.words


def test_bytes_put_behind_a_signed_file_are_told() -> None:
    signed = sign(plain_pdf(), OFFICER, ROOT)

    (found,) = read(signed + b"\n% tambahan\n")

    assert found.covers is not Covers.WHOLE


def test_one_flipped_byte_breaks_the_signature() -> None:
    signed = bytearray(sign(plain_pdf("Penetapan Contoh"), OFFICER, ROOT))
    signed[signed.index(b"MediaBox") + 12] ^= 1

    with pytest.raises(Refused) as refusal:
        read(bytes(signed))

    assert refusal.value.message == BROKEN.format(signer="Contoh Pejabat PPID")


def test_a_signature_made_with_another_key_is_refused() -> None:
    signed = sign(plain_pdf(), OFFICER, ROOT)
    held = re.search(rb"/Contents <([0-9A-F]+?)(?:00)*>", signed)
    assert held is not None
    last = held.end(1) - 1
    digit = b"1" if signed[last : last + 1] == b"0" else b"0"

    with pytest.raises(Refused) as refusal:
        read(signed[:last] + digit + signed[last + 1 :])

    assert refusal.value.message == FALSE.format(signer="Contoh Pejabat PPID")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (plain_pdf(), NO_SIGNATURE),
        (locked(plain_pdf()), ENCRYPTED),
        (b"%PDF-1.7", UNREADABLE),
        (b"%PDF-1.7\n" + b"1 0 obj <<" * 400, UNREADABLE),
        (sign(plain_pdf(), OFFICER, ROOT)[:2000], UNREADABLE),
        (b"PK\x03\x04", "Berkas ini bukan PDF. Pilih berkas PDF yang bertanda tangan."),
    ],
)
def test_what_cannot_be_a_signed_copy_is_refused_with_its_reason(
    content: bytes, message: str
) -> None:
    with pytest.raises(Refused) as refusal:
        read(content)

    assert refusal.value.message == message
    assert refusal.value.field == "file"


def test_roots_are_read_from_the_offices_folder(tmp_path: Path) -> None:
    (tmp_path / "contoh.pem").write_bytes(ROOT.pem + make_root("Otoritas Lain").pem)
    (tmp_path / "catatan.txt").write_text("bukan sertifikat")

    assert len(load_roots(tmp_path)) == 2
    assert load_roots(tmp_path / "tidak-ada") == []


@pytest.mark.parametrize("content", [b"", b"bukan sertifikat", b"-----BEGIN CERTIFICATE-----"])
def test_a_root_that_is_no_certificate_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "rusak.pem").write_bytes(content)

    with pytest.raises(Refused, match=r"rusak\.pem"):
        load_roots(tmp_path)
