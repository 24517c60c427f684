"""Requests for information: how long each answer may take, and which answers the law allows."""

from datetime import date
from enum import StrEnum

from ppid.law.dates import format_date
from ppid.law.facts import Extent
from ppid.law.standing import Standing
from ppid.law.standing_kinds import StandingKind
from ppid.law.workdays import WorkCalendar

ANSWER_WORKDAYS = 10
EXTENSION_WORKDAYS = 7
OBJECTION_WORKDAYS = 30
OBJECTION_ANSWER_WORKDAYS = 30
DISPUTE_WORKDAYS = 14


class Outcome(StrEnum):
    """What is answered to one item of a request (UU 14/2008 Pasal 22(7), Perki 1/2021 Pasal 31)."""

    GIVEN = "diberikan"
    BLACKED_OUT = "dihitamkan"
    REFUSED = "ditolak"
    NOT_HELD = "tidak-dikuasai"

    @property
    def label(self) -> str:
        """The Indonesian words of the outcome."""
        return _OUTCOMES[self]


_OUTCOMES = {
    Outcome.GIVEN: "Diberikan seluruhnya",
    Outcome.BLACKED_OUT: "Diberikan dengan penghitaman",
    Outcome.REFUSED: "Ditolak karena dikecualikan",
    Outcome.NOT_HELD: "Tidak dikuasai",
}


class ObjectionGround(StrEnum):
    """Why an applicant may object: UU 14/2008 Pasal 35(1) huruf a to g."""

    EXCLUSION = "a"
    NO_PERIODIC = "b"
    NO_ANSWER = "c"
    NOT_AS_ASKED = "d"
    NOT_FULFILLED = "e"
    UNFAIR_COST = "f"
    TOO_LATE = "g"

    @property
    def label(self) -> str:
        """The ground in plain words."""
        return _GROUNDS[self]


_GROUNDS = {
    ObjectionGround.EXCLUSION: "permohonan ditolak dengan alasan pengecualian",
    ObjectionGround.NO_PERIODIC: "informasi yang wajib diumumkan berkala tidak disediakan",
    ObjectionGround.NO_ANSWER: "permohonan tidak ditanggapi",
    ObjectionGround.NOT_AS_ASKED: "permohonan ditanggapi tidak sebagaimana yang diminta",
    ObjectionGround.NOT_FULFILLED: "permohonan tidak dipenuhi",
    ObjectionGround.UNFAIR_COST: "biaya yang dikenakan tidak wajar",
    ObjectionGround.TOO_LATE: "informasi disampaikan melewati batas waktu",
}


class ExtensionReason(StrEnum):
    """The two reasons for which an answer may be put off (Perki 1/2021 Pasal 36)."""

    NOT_AT_HAND = "belum-dikuasai"
    UNDECIDED = "belum-diputus"

    @property
    def label(self) -> str:
        """The reason in plain words."""
        if self is ExtensionReason.NOT_AT_HAND:
            return "informasi yang diminta belum dikuasai atau belum didokumentasikan"
        return "status informasi yang diminta belum dapat diputuskan"


def answer_due(received_on: date, calendar: WorkCalendar, *, extended: bool = False) -> date:
    """The last day to answer: 10 working days after receipt, 7 more when extended once.

    UU 14/2008 Pasal 22(7) and (8); Perki 1/2021 Pasal 31(3) and 36.
    """
    days = ANSWER_WORKDAYS + (EXTENSION_WORKDAYS if extended else 0)
    return calendar.add(received_on, days)


def refuse_extension(
    received_on: date, on: date, calendar: WorkCalendar, *, extended: bool
) -> str | None:
    """Why the answer may not be put off on that day; None when it may.

    Once only, with written reason, before the first 10 days are over (UU 14/2008 Pasal 22(8);
    Perki 1/2021 Pasal 36).
    """
    if extended:
        return "Waktu menjawab hanya dapat diperpanjang satu kali (Perki 1/2021 Pasal 36)."
    due = answer_due(received_on, calendar)
    if on > due:
        return (
            f"Batas menjawab sudah lewat pada {format_date(due)}, sehingga tidak dapat "
            "diperpanjang lagi. Segera jawab permohonan ini."
        )
    return None


def objection_last_day(found_on: date, calendar: WorkCalendar) -> date:
    """The last day to object: 30 working days after the ground was found.

    UU 14/2008 Pasal 36(1). The ground is found when the answer comes, or when the time to answer
    is over.
    """
    return calendar.add(found_on, OBJECTION_WORKDAYS)


def objection_due(received_on: date, calendar: WorkCalendar) -> date:
    """The last day for Atasan PPID to answer an objection: 30 working days after it was received.

    UU 14/2008 Pasal 36(2); Perki 1/2021 Pasal 44(1).
    """
    return calendar.add(received_on, OBJECTION_ANSWER_WORKDAYS)


def dispute_last_day(answered_on: date, calendar: WorkCalendar) -> date:
    """The last day to go to the Komisi Informasi: 14 working days after the objection's answer.

    UU 14/2008 Pasal 37(2).
    """
    return calendar.add(answered_on, DISPUTE_WORKDAYS)


def forbids_outcome(outcome: Outcome, standing: Standing | None, on: date) -> str | None:
    """Why an item may not be answered so on that day; None when it may.

    ``standing`` is that of the entry it touches, None when it touches none. Refusing needs an
    exclusion in force (UU 14/2008 Pasal 19 and 22(7); Perki 1/2021 Pasal 34) that closes the whole
    (Perki 50(3)); blacking out needs one too (Perki 50(2)); what is closed is not given (Perki
    50(1)).
    """
    match outcome:
        case Outcome.REFUSED:
            return _forbids_refusal(standing, on)
        case Outcome.BLACKED_OUT:
            return _forbids_blacking_out(standing, on)
        case Outcome.GIVEN if standing is not None and standing.kind.is_closed:
            return (
                "Informasi ini masih dikecualikan, jadi tidak dapat diberikan seluruhnya "
                f"(Perki 1/2021 Pasal 50 ayat (1)). {standing.reason} Bila yang diminta bukan "
                "bagian yang dikecualikan, lepaskan kaitannya dengan entri ini."
            )
    return None


def _forbids_refusal(standing: Standing | None, on: date) -> str | None:
    if reason := _not_closed(standing, on):
        return f"Tidak dapat ditolak atas dasar pengecualian: {reason}"
    if standing is not None and standing.extent is Extent.PARTIAL:
        return (
            "Hanya sebagian yang dikecualikan, jadi tidak dapat ditolak seluruhnya: berikan "
            "salinan yang bagiannya dihitamkan (Perki 1/2021 Pasal 50 ayat (3))."
        )
    return None


def _forbids_blacking_out(standing: Standing | None, on: date) -> str | None:
    if reason := _not_closed(standing, on):
        return f"Tidak ada yang dapat dihitamkan: {reason}"
    return None


def _not_closed(standing: Standing | None, on: date) -> str:
    day = format_date(on)
    if standing is None:
        return (
            "rincian ini tidak menyebut entri register yang dikecualikan. Pilih entrinya, atau "
            "mulai uji konsekuensi bila diduga perlu dikecualikan (UU 14/2008 Pasal 19)."
        )
    if standing.is_open:
        return f"informasi ini terbuka pada {day}. {standing.reason}"
    if standing.kind is StandingKind.NOT_DETERMINED:
        return (
            f"belum ada penetapan yang berlaku pada {day}. Mulai uji konsekuensi bila diduga "
            "perlu dikecualikan; bila sampai batas waktu belum ditetapkan, berikan informasinya "
            "(UU 14/2008 Pasal 19)."
        )
    return ""
