"""A certificate authority for tests, and people who sign PDFs with its certificates."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore
from pypdf import PdfReader, PdfWriter

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Holder:
    """A certificate with its key."""

    certificate: x509.Certificate
    key: rsa.RSAPrivateKey

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def asn1(self) -> asn1_x509.Certificate:
        return asn1_x509.Certificate.load(self.certificate.public_bytes(serialization.Encoding.DER))

    @property
    def asn1_key(self) -> asn1_keys.PrivateKeyInfo:
        return asn1_keys.PrivateKeyInfo.load(
            self.key.private_bytes(
                serialization.Encoding.DER,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )


@cache
def make_root(name: str = "Otoritas Contoh") -> Holder:
    """A root that certifies itself."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return Holder(_certificate(_named(name), _named(name), key, key, authority=True), key)


@cache
def make_holder(
    name: str, root: Holder, *, days: tuple[int, int] = (-30, 700), stamps: bool = False
) -> Holder:
    """Somebody certified by the root, from and until these days counted from today."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = _named(name, "Pemerintah Provinsi Contoh")
    made = _certificate(subject, root.certificate.subject, key, root.key, days=days, stamps=stamps)
    return Holder(made, key)


def sign(
    content: bytes, holder: Holder, root: Holder, *, field: str = "TTD1", stamped: bool = False
) -> bytes:
    """The PDF with one more signature, added behind its own bytes."""
    store = SimpleCertificateStore()
    store.register(root.asn1)
    signer = signers.SimpleSigner(
        signing_cert=holder.asn1, signing_key=holder.asn1_key, cert_registry=store
    )
    stamper = None
    if stamped:
        clock = make_holder("Stempel Waktu Contoh", root, stamps=True)
        stamper = DummyTimeStamper(clock.asn1, clock.asn1_key, certs_to_embed=store)
    out = signers.sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(content)),
        signers.PdfSignatureMetadata(field_name=field),
        signer=signer,
        timestamper=stamper,
        new_field_spec=SigFieldSpec(field),
    )
    return bytes(out.getvalue())


def plain_pdf(words: str = "Contoh") -> bytes:
    """A PDF of one empty page."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Title": words})
    return _bytes_of(writer)


def rewritten(content: bytes) -> bytes:
    """The same pages in a file written anew, as some signing programs do first."""
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(content)))
    return _bytes_of(writer)


def locked(content: bytes) -> bytes:
    """The same pages behind a password."""
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(content)))
    writer.encrypt("rahasia-contoh")
    return _bytes_of(writer)


def with_a_page_more(content: bytes) -> bytes:
    """Another page put behind the bytes of a signed file, after the signature."""
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    page = writer.add_object(
        generic.DictionaryObject(
            {
                generic.pdf_name("/Type"): generic.pdf_name("/Page"),
                generic.pdf_name("/MediaBox"): generic.ArrayObject(
                    [generic.NumberObject(number) for number in (0, 0, 200, 200)]
                ),
                generic.pdf_name("/Resources"): generic.DictionaryObject(),
            }
        )
    )
    pages = writer.root["/Pages"]
    pages["/Kids"].append(page)
    pages["/Count"] = generic.NumberObject(2)
    writer.update_container(pages)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _bytes_of(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _named(name: str, organisation: str = "Lembaga Contoh") -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, name),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
        ]
    )


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    key: rsa.RSAPrivateKey,
    signing: rsa.RSAPrivateKey,
    *,
    days: tuple[int, int] = (-300, 3000),
    authority: bool = False,
    stamps: bool = False,
) -> x509.Certificate:
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + days[0] * DAY)
        .not_valid_after(now + days[1] * DAY)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(_usage(authority), critical=True)
        .add_extension(
            x509.AuthorityInformationAccess(
                [
                    x509.AccessDescription(
                        AuthorityInformationAccessOID.OCSP,
                        x509.UniformResourceIdentifier("http://ocsp.contoh.example/"),
                    )
                ]
            ),
            critical=False,
        )
    )
    if stamps:
        purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        builder = builder.add_extension(purpose, critical=True)
    return builder.sign(signing, hashes.SHA256())


def _usage(authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
