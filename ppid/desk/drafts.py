"""What people hand to the actions of the desk, as plain values, and the words of its choices."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ppid.law.requests import ExtensionReason, ObjectionGround, Outcome


class Channel(StrEnum):
    """How a request came in (UU 14/2008 Pasal 22(2): written or not)."""

    IN_PERSON = "langsung"
    LETTER = "surat"
    MAIL = "surel"
    PHONE = "telepon"
    ONLINE = "daring"

    @property
    def label(self) -> str:
        """The channel in words."""
        return _CHANNELS[self]


_CHANNELS = {
    Channel.IN_PERSON: "Datang langsung",
    Channel.LETTER: "Surat",
    Channel.MAIL: "Surel",
    Channel.PHONE: "Telepon",
    Channel.ONLINE: "Formulir daring",
}


class ApplicantKind(StrEnum):
    """Who may ask (UU 14/2008 Pasal 1 angka 12): citizens and Indonesian legal entities."""

    PERSON = "perorangan"
    ENTITY = "badan-hukum"
    GROUP = "kelompok"

    @property
    def label(self) -> str:
        """The kind in words."""
        return _KINDS[self]


_KINDS = {
    ApplicantKind.PERSON: "Perorangan",
    ApplicantKind.ENTITY: "Badan hukum",
    ApplicantKind.GROUP: "Kelompok orang",
}


class Way(StrEnum):
    """What the applicant wants of the information (UU 14/2008 Pasal 4(2))."""

    SEE = "melihat"
    COPY = "salinan"

    @property
    def label(self) -> str:
        """The way in words."""
        return "Melihat atau mengetahui" if self is Way.SEE else "Mendapatkan salinan"


class Delivery(StrEnum):
    """How a copy reaches the applicant."""

    FETCHED = "diambil"
    POST = "pos"
    MAIL = "surel"

    @property
    def label(self) -> str:
        """The delivery in words."""
        return _DELIVERIES[self]


_DELIVERIES = {
    Delivery.FETCHED: "Diambil langsung",
    Delivery.POST: "Dikirim lewat pos",
    Delivery.MAIL: "Dikirim lewat surel",
}


@dataclass(frozen=True)
class ApplicantDraft:
    """Who asks: only what the law needs."""

    kind: ApplicantKind
    name: str
    identity_kind: str = ""
    identity_number: str = ""
    address: str = ""
    contact: str = ""


@dataclass(frozen=True)
class RequestDraft:
    """What is asked: one item a line of ``asked``; ``entry_number`` is touched by the first."""

    received_on: date
    channel: Channel
    asked: str
    way: Way
    delivery: Delivery
    purpose: str = ""
    entry_number: str = ""
    wants_test: bool = False


@dataclass(frozen=True)
class ItemAnswer:
    """What is to be answered to one item; ``note`` tells the parts, the body or what is given."""

    item_id: int
    outcome: Outcome
    note: str = ""


@dataclass(frozen=True)
class AnswerDraft:
    """An answer to the whole request, item by item, with how it is delivered and what it costs."""

    items: tuple[ItemAnswer, ...]
    delivery: str = ""
    cost: str = ""


@dataclass(frozen=True)
class ExtensionDraft:
    """Why more time is needed: one of the law's two reasons, and in words."""

    reason: ExtensionReason
    words: str


@dataclass(frozen=True)
class ObjectionDraft:
    """An objection as it came in."""

    received_on: date
    found_on: date
    grounds: tuple[ObjectionGround, ...]
    reason: str


class ObjectionOutcome(StrEnum):
    """What Atasan PPID, or a ruling, says of one item."""

    KEPT = "dikuatkan"
    OPENED = "dibuka"

    @property
    def label(self) -> str:
        """The outcome in words."""
        return "Jawaban dikuatkan" if self is ObjectionOutcome.KEPT else "Informasi diberikan"


@dataclass(frozen=True)
class ObjectionItem:
    """The outcome of one item of an objection or a ruling."""

    item_id: int
    outcome: ObjectionOutcome
    note: str = ""


@dataclass(frozen=True)
class RulingDraft:
    """A ruling of the Komisi Informasi or a court; it binds once it is ``final``."""

    number: str
    on: date
    final: bool
    items: tuple[ObjectionItem, ...]
