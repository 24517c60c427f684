"""The forms of the desk: recording a request, putting it off, taking it back, everyday words."""

from datetime import date
from typing import Any

from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)

from ppid.desk.drafts import (
    ApplicantDraft,
    ApplicantKind,
    Channel,
    Delivery,
    ExtensionDraft,
    RequestDraft,
    Way,
)
from ppid.law.requests import ExtensionReason
from ppid.register.search.synonyms import LONGEST
from ppid.web.forms import Form, Longest, Needed, choices

IDENTITIES = (
    ("", "Tidak diminta"),
    ("ktp", "KTP"),
    ("paspor", "Paspor"),
    ("akta", "Akta pendirian badan hukum"),
    ("kuasa", "Surat kuasa"),
)


class RequestForm(Form):
    """A request as it comes in (UU 14/2008 Pasal 22; Perki 1/2021 Pasal 31)."""

    received_on = DateField("Diterima lengkap tanggal", [Needed("Isi tanggal diterima.")])
    channel = SelectField("Diterima lewat", choices=choices((c.value, c.label) for c in Channel))
    asked = TextAreaField(
        "Informasi yang diminta",
        [Needed("Isi informasi yang diminta, dengan kata pemohon."), Longest(5000)],
        description="Satu informasi pada setiap baris; tiap baris dijawab sendiri.",
        render_kw={"rows": 4},
    )
    entry = HiddenField()
    purpose = TextAreaField(
        "Tujuan penggunaan",
        [Longest(1000)],
        description="Dengan kata pemohon.",
        render_kw={"rows": 2},
    )
    way = RadioField(
        "Cara memperoleh", choices=choices((w.value, w.label) for w in Way), default=Way.COPY.value
    )
    delivery = SelectField(
        "Cara penyampaian", choices=choices((d.value, d.label) for d in Delivery)
    )
    kind = RadioField(
        "Pemohon",
        choices=choices((k.value, k.label) for k in ApplicantKind),
        default=ApplicantKind.PERSON.value,
    )
    name = StringField("Nama pemohon", [Needed("Isi nama pemohon."), Longest(200)])
    identity_kind = SelectField("Identitas", choices=choices(IDENTITIES))
    identity_number = StringField("Nomor identitas", [Longest(60)])
    address = TextAreaField(
        "Alamat",
        [Needed("Isi alamat untuk menyampaikan jawaban."), Longest(500)],
        render_kw={"rows": 2},
    )
    contact = StringField("Telepon atau surel", [Longest(200)])
    wants_test = BooleanField(
        "Minta PPID memulai uji konsekuensi",
        description="Bila diduga ada yang perlu dikecualikan. Uji selesai dalam batas menjawab.",
    )

    @classmethod
    def begun(cls, asked: str, entry: str, today: date, *, wants_test: bool) -> "RequestForm":
        """The form as the desk hands it on: what was asked, and the entry it found."""
        given = {"asked": asked, "entry": entry, "received_on": today, "wants_test": wants_test}
        return cls(formdata=None, data=given)

    def request_draft(self) -> RequestDraft:
        """What is asked."""
        return RequestDraft(
            received_on=self.received_on.data,
            channel=Channel(self.channel.data),
            asked=self.asked.data,
            way=Way(self.way.data),
            delivery=Delivery(self.delivery.data),
            purpose=self.purpose.data or "",
            entry_number=self.entry.data or "",
            wants_test=bool(self.wants_test.data),
        )

    def applicant_draft(self) -> ApplicantDraft:
        """Who asks."""
        return ApplicantDraft(
            kind=ApplicantKind(self.kind.data),
            name=self.name.data,
            identity_kind=self.identity_kind.data or "",
            identity_number=self.identity_number.data or "",
            address=self.address.data,
            contact=self.contact.data or "",
        )


class ItemForm(Form):
    """One more thing asked for."""

    asked = TextAreaField(
        "Tambah rincian",
        [Needed("Isi informasi yang diminta."), Longest(2000)],
        id="rincian-baru",
        render_kw={"rows": 2},
    )


class ExtensionForm(Form):
    """Why the answer takes longer (Perki 1/2021 Pasal 36)."""

    reason = RadioField(
        "Alasan menurut undang-undang",
        [Needed("Pilih alasannya.")],
        choices=choices((r.value, r.label.capitalize()) for r in ExtensionReason),
    )
    words = TextAreaField(
        "Uraian alasan",
        [Needed("Tulis alasannya; pemohon membacanya dalam surat."), Longest(1000)],
        description="Misalnya: berkasnya tersebar pada tiga unit kerja dan sedang dihimpun.",
    )

    def draft(self) -> ExtensionDraft:
        """What the action takes."""
        return ExtensionDraft(ExtensionReason(self.reason.data), self.words.data)


class WithdrawalForm(Form):
    """The applicant takes the request back."""

    on = DateField("Dicabut tanggal", [Needed("Isi tanggal pencabutan.")])
    words = StringField("Keterangan", [Longest(300)])


class SynonymForm(Form):
    """An everyday word and the register's words for it."""

    everyday = StringField(
        "Kata pemohon",
        [Needed("Isi kata yang biasa dipakai pemohon, misalnya gaji."), Longest(LONGEST)],
    )
    official = TextAreaField(
        "Kata dalam register",
        [Needed("Isi sedikitnya satu kata yang dipakai register."), Longest(1000)],
        description="Satu kata atau istilah pada setiap baris.",
        render_kw={"rows": 3},
    )

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        lines = (self.official.data or "").splitlines()
        official = [line.strip()[:LONGEST] for line in lines if line.strip()]
        return {"everyday": self.everyday.data, "official": official}
