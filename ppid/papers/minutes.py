"""Berita Acara of the meeting in which a change is discussed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from ppid import clock
from ppid.law.dates import spell_date
from ppid.office.queries import office
from ppid.papers.change_sheets import people_of
from ppid.papers.heads import letterhead_of, place_date
from ppid.papers.number_lines import number_of
from ppid.papers.parts import Letterhead, Orientation, Signature, Tester
from ppid.papers.sentences import write_sentence
from ppid.papers.step_records import StepRecord
from ppid.papers.wording import word_rich


@dataclass(frozen=True, slots=True)
class MinutesPaper:
    """Berita Acara: day, date and place in words; agenda, minutes, conclusion; those present sign.

    ``chair`` signs below the table of participants.
    """

    template: ClassVar[str] = "print/minutes.html"
    orientation: ClassVar[Orientation] = Orientation.PORTRAIT

    letterhead: Letterhead
    about: str
    opening: str
    agenda: str
    minutes: str
    conclusion: str
    participants: tuple[Tester, ...]
    chair: Signature
    number: str = ""
    title: str = "Berita Acara Konsinyasi"
    closing: str = ""
    draft: bool = False


def minutes_paper(record: StepRecord) -> MinutesPaper:
    """The meeting as it was recorded."""
    data, settings = record.data, office()
    on = date.fromisoformat(str(data["held_on"]))
    return MinutesPaper(
        letterhead=letterhead_of(settings),
        about=record.file.facts.title,
        opening=write_sentence(
            "berita-acara-pembuka",
            record,
            hari_tanggal=spell_date(on),
            pukul=_hours(record),
            tempat=str(data["place"]),
            pimpinan_rapat=str(data["chair"]),
        ),
        closing=write_sentence("berita-acara-penutup", record),
        agenda=word_rich(data.get("agenda")),
        minutes=word_rich(data.get("minutes")),
        conclusion=word_rich(data.get("conclusion")),
        participants=people_of(data, "participants"),
        chair=_chair(data, place_date(settings.city, on)),
        number=number_of(record),
    )


def _hours(record: StepRecord) -> str:
    """``, pukul 09.00 sampai dengan 15.00 WITA``; nothing while no hour was noted."""
    told = (record.data.get(part) or "" for part in ("starts_at", "ends_at"))
    starts, ends = (str(each).replace(":", ".") for each in told)
    if not starts:
        return ""
    until = f" sampai dengan {ends}" if ends else ""
    return f", pukul {starts}{until} {clock.local(record.at).tzname()}"


def _chair(data: Mapping[str, Any], above: str) -> Signature:
    """Whoever led, by name with the post below where a participant's row gives it."""
    told = str(data["chair"])
    for each in people_of(data, "participants"):
        if told == each.name or told.startswith(f"{each.name},"):
            return Signature("Pimpinan rapat", each.name, each.position, place_date=above)
    return Signature("Pimpinan rapat", told, place_date=above)
