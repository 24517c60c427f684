"""What the electronic signatures inside a PDF say, read without ever asking another machine.

The program signs nothing and judges no certificate authority by itself: whether the issuer is one
to be trusted is known only when the office has put root certificates into its data folder.
"""

import io
import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias

from ppid.errors import Refused

# They tell each unknown issuer and torn file with a trace; people are told by us.
for library in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(library).setLevel(logging.CRITICAL)

Foreign: TypeAlias = Any  # what pyhanko and asn1crypto hand about carries no types

NO_SIGNATURE = (
    "PDF ini tidak memuat tanda tangan elektronik. Unggah berkas hasil aplikasi penanda tangan, "
    "bukan cetakan atau pindaiannya."
)
UNREADABLE = (
    "PDF ini tidak dapat dibaca sampai selesai. Unduh ulang dari aplikasi penanda tangan, lalu "
    "unggah kembali."
)
ENCRYPTED = "PDF ini terkunci dengan kata sandi. Unggah berkas yang tidak dikunci."
BROKEN = (
    "Tanda tangan elektronik dalam PDF ini rusak: isinya berubah sesudah ditandatangani oleh "
    "{signer}. Unduh ulang dari aplikasi penanda tangan, lalu unggah kembali."
)

FALSE = (
    "Tanda tangan elektronik atas nama {signer} tidak cocok dengan sertifikatnya. Minta berkas itu "
    "ditandatangani ulang, lalu unggah kembali."
)


class Covers(StrEnum):
    """What of the file a signature vouches for."""

    WHOLE = "seluruh"
    ADDED_TO = "ditambah"
    CHANGED = "diubah"

    @property
    def words(self) -> str:
        """As people are told."""
        return _COVERS[self]


class Trust(StrEnum):
    """Whether the certificate leads to a root that the office keeps."""

    UNCHECKED = "tidak-diperiksa"
    KNOWN = "dikenal"
    UNKNOWN = "tidak-dikenal"

    @property
    def words(self) -> str:
        """As people are told."""
        return _TRUST[self]


_COVERS = {
    Covers.WHOLE: "mencakup seluruh berkas; tidak ada perubahan sesudahnya",
    Covers.ADDED_TO: "utuh; sesudahnya berkas hanya ditambah tanda tangan atau isian formulir",
    Covers.CHANGED: "bagian yang ditandatangani utuh, tetapi berkas diubah sesudahnya",
}
_TRUST = {
    Trust.UNCHECKED: "penerbit sertifikat tidak diperiksa terhadap daftar induk",
    Trust.KNOWN: "penerbit sertifikat sampai pada sertifikat induk yang disimpan kantor",
    Trust.UNKNOWN: "sertifikat tidak dapat dipastikan dari sertifikat induk yang disimpan kantor "
    "(penerbitnya lain, masanya lewat, atau dicabut)",
}


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature, intact. Instants are ISO text in UTC; ``signed_at`` is empty when it tells no
    time, and only claimed by the signer's own machine unless ``timestamped``.

    ``in_validity``: whether that time lies within the certificate's days.
    """

    signer: str
    organisation: str
    issuer: str
    signed_at: str
    timestamped: bool
    covers: Covers
    valid_from: str
    valid_until: str
    in_validity: bool
    trust: Trust

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> "Signature":
        """A signature as it was kept."""
        told = {"covers": Covers(values["covers"]), "trust": Trust(values["trust"])}
        return cls(**{**values, **told})

    @property
    def days(self) -> tuple[datetime, datetime]:
        """From when until when the certificate is valid."""
        return datetime.fromisoformat(self.valid_from), datetime.fromisoformat(self.valid_until)

    @property
    def signed(self) -> datetime | None:
        """When it was signed, as far as it tells."""
        return datetime.fromisoformat(self.signed_at) if self.signed_at else None


def signatures_in(content: bytes, roots: Sequence[Foreign]) -> list[dict[str, Any]]:
    """The signatures of a PDF in their order, each as a plain dictionary of ``Signature``.

    Refused when the file is no PDF, is encrypted, cannot be read, has no signature, or has one
    that no longer fits the bytes it signed. ``roots`` are the office's certificates. A hostile
    file may keep it busy without end: see ``signature_child.read_signatures``.
    """
    if not content.startswith(b"%PDF-"):
        raise Refused("Berkas ini bukan PDF. Pilih berkas PDF yang bertanda tangan.", "file")
    try:
        embedded = _embedded(content)
        read = [_read(each, roots) for each in embedded]
    except Refused:
        raise
    except Exception as fault:  # whatever a hostile file makes the library do
        raise Refused(UNREADABLE, "file") from fault
    if not read:
        raise Refused(NO_SIGNATURE, "file")
    return [asdict(each) for each in read]


def load_roots(folder: Path) -> list[Foreign]:
    """The certificates in the office's folder (``*.pem``); none when there is no folder.

    Refused, naming the file, when one is no certificate.
    """
    paths = sorted(folder.glob("*.pem"))
    return [root for path in paths for root in _certificates(path)]


def _certificates(path: Path) -> list[Foreign]:
    from pyhanko.keys import load_certs_from_pemder_data  # noqa: PLC0415 - heavy, seldom needed

    try:
        found = list(load_certs_from_pemder_data(path.read_bytes()))
        named = [certificate.subject.native for certificate in found]
    except (OSError, ValueError, TypeError, KeyError):
        named = []
    if not named:
        raise Refused(
            f"Sertifikat induk {path.name} tidak dapat dibaca. Minta pengelola server menggantinya "
            "dengan berkas PEM yang utuh."
        )
    return found


def _embedded(content: bytes) -> list[Foreign]:
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 - heavy, seldom needed

    reader = PdfFileReader(io.BytesIO(content))
    if reader.encrypted:
        raise Refused(ENCRYPTED, "file")
    return list(reader.embedded_regular_signatures)


def _read(embedded: Foreign, roots: Sequence[Foreign]) -> Signature:
    status = _validate(embedded, roots)
    certificate = status.signing_cert
    signer = _name(certificate.subject, "common_name")
    if not (status.intact and status.valid):
        fault = FALSE if status.intact else BROKEN
        raise Refused(fault.format(signer=signer), "file")
    stamped = status.timestamp_validity
    timestamped = bool(stamped and stamped.intact and stamped.valid)
    moment = stamped.timestamp if timestamped else status.signer_reported_dt
    return Signature(
        signer=signer,
        organisation=_name(certificate.subject, "organization_name"),
        issuer=_name(certificate.issuer, "common_name"),
        signed_at=_iso(moment),
        timestamped=timestamped,
        covers=_covers(status),
        valid_from=_iso(certificate.not_valid_before),
        valid_until=_iso(certificate.not_valid_after),
        in_validity=_within(moment, certificate),
        trust=_trust(status, roots),
    )


def _validate(embedded: Foreign, roots: Sequence[Foreign]) -> Foreign:
    from pyhanko.sign.validation import (  # noqa: PLC0415 - heavy, seldom needed
        validate_pdf_signature,
    )
    from pyhanko.sign.validation.settings import (  # noqa: PLC0415 - heavy, seldom needed
        KeyUsageConstraints,
    )
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415 - heavy, seldom needed

    context = ValidationContext(trust_roots=list(roots), allow_fetching=False)
    usage = KeyUsageConstraints(
        key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
    )
    return validate_pdf_signature(embedded, context, context, key_usage_settings=usage)


def _covers(status: Foreign) -> Covers:
    from pyhanko.sign.diff_analysis import ModificationLevel  # noqa: PLC0415 - heavy, seldom needed
    from pyhanko.sign.validation import (  # noqa: PLC0415 - heavy, seldom needed
        SignatureCoverageLevel,
    )

    if status.coverage is SignatureCoverageLevel.ENTIRE_FILE:
        return Covers.WHOLE
    if (
        status.coverage is SignatureCoverageLevel.ENTIRE_REVISION
        and status.docmdp_ok
        and status.modification_level.value <= ModificationLevel.FORM_FILLING.value
    ):
        return Covers.ADDED_TO
    return Covers.CHANGED


def _trust(status: Foreign, roots: Sequence[Foreign]) -> Trust:
    if not roots:
        return Trust.UNCHECKED
    return Trust.KNOWN if status.trusted else Trust.UNKNOWN


def _name(name: Foreign, part: str) -> str:
    """A part of a distinguished name; of several the first."""
    value = name.native.get(part) or ""
    return str(value[0] if isinstance(value, list) else value)


def _iso(moment: datetime | None) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds") if moment else ""


def _within(moment: datetime | None, certificate: Foreign) -> bool:
    return bool(moment and certificate.not_valid_before <= moment <= certificate.not_valid_after)
