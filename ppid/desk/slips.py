"""The slip that an applicant takes along: the standing in words, never the internal title."""

from dataclasses import dataclass
from datetime import date

from ppid.desk.answers import Card, read_cards
from ppid.desk.verdicts import Verdict
from ppid.register.public_wording_queries import reviewed_texts

NOTHING_EXCLUDES = (
    "Informasi ini tidak tercantum dalam Daftar Informasi yang Dikecualikan pada tanggal tersebut. "
    "Permohonan dijawab paling lambat 10 hari kerja sejak diterima."
)
SENTENCES = {
    Verdict.EXCLUDED: "Informasi ini dikecualikan dan belum dapat diberikan.",
    Verdict.PARTIAL: "Sebagian informasi ini dikecualikan; sisanya dapat diberikan dengan bagian "
    "yang tertutup dihitamkan.",
    Verdict.OPEN: "Informasi ini terbuka dan dapat dimohon.",
    Verdict.HELD: "Informasi ini dikecualikan dan sedang menjadi pokok keberatan atau sengketa; "
    "belum dapat diberikan sampai ada keputusan.",
    Verdict.UNKNOWN: NOTHING_EXCLUDES,
}


@dataclass(frozen=True)
class Slip:
    """What the slip says. ``about`` is the public title, or the number while none is reviewed."""

    on: date
    verdict: Verdict
    about: str
    asked: str
    reason: str
    article: str
    bases: tuple[str, ...]
    until: str
    given_instead: str
    determination: str


def slip_of_entry(entry_id: int, asked: str, on: date) -> Slip:
    """The slip about one entry, in its public words."""
    card = read_cards([entry_id], on)[0]
    texts = reviewed_texts([entry_id]).get(entry_id)
    return Slip(
        on=on,
        verdict=card.verdict,
        about=texts.title if texts else f"Informasi nomor {card.entry.number}",
        asked=asked,
        reason=SENTENCES[card.verdict],
        article=card.standing.article,
        bases=card.bases,
        until=card.until,
        given_instead=texts.given_instead if texts else "",
        determination=_determination(card),
    )


def slip_of_nothing(asked: str, on: date) -> Slip:
    """The slip that nothing of the kind is excluded."""
    return Slip(
        on=on,
        verdict=Verdict.UNKNOWN,
        about=asked,
        asked="",
        reason=NOTHING_EXCLUDES,
        article="UU 14/2008 Pasal 22 ayat (7)",
        bases=(),
        until="",
        given_instead="",
        determination="",
    )


def _determination(card: Card) -> str:
    return f"Nomor {card.determination.number_text}" if card.determination else ""
