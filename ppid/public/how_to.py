"""How to ask for information and how to object: the office's own words, else those of the law."""

from dataclasses import dataclass

from ppid.office.queries import office

REQUEST = """Informasi yang tidak dikecualikan, dan bagian yang tidak ditutup, dapat diminta oleh \
setiap warga negara atau badan hukum Indonesia (UU 14/2008 Pasal 4 dan 22).

1. Sebutkan informasi yang diminta, nama, alamat, dan cara Anda ingin menerimanya.
2. Sampaikan langsung, lewat surat, atau lewat surel ke alamat pada halaman ini.
3. Anda menerima tanda bukti berisi nomor pendaftaran.
4. Jawaban diberikan paling lambat 10 hari kerja, dan dapat diperpanjang satu kali 7 hari kerja \
dengan alasan tertulis.

Penolakan karena pengecualian diberikan tertulis, beralasan, dan dilampiri penetapannya."""
OBJECTION = """Bila permintaan ditolak, tidak ditanggapi, atau ditanggapi tidak sebagaimana \
diminta, ajukan keberatan tertulis kepada Atasan PPID (UU 14/2008 Pasal 35–38).

1. Keberatan diajukan paling lambat 30 hari kerja sejak alasannya ditemukan.
2. Atasan PPID menanggapi paling lambat 30 hari kerja.
3. Bila belum puas, ajukan penyelesaian sengketa ke Komisi Informasi paling lambat 14 hari kerja \
sejak tanggapan diterima."""


@dataclass(frozen=True)
class HowTo:
    """Texts in Markdown; ``contact`` and ``hours`` may be empty."""

    body_name: str
    request: str
    objection: str
    contact: str
    hours: str


def read_how_to() -> HowTo:
    """The texts as the office has set them."""
    kept = office()
    return HowTo(
        body_name=kept.body_name,
        request=kept.how_to_request or REQUEST,
        objection=kept.how_to_object or OBJECTION,
        contact=kept.public_contact or kept.address,
        hours=kept.service_hours,
    )
