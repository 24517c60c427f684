"""What the law and clarity have against a period (UU 14/2008 Pasal 20, PP 61/2010 Pasal 4–9)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ppid.law.dates import add_years, format_date
from ppid.law.grounds import Ground, may_be_unlimited, name_grounds
from ppid.law.periods import Period, PeriodKind

HURUF_A_YEARS = 30


@dataclass(frozen=True)
class PeriodProblem:
    """What keeps a period from being lawful or clear.

    ``code`` is that of the finding, ``field`` the attribute of Period to mend, ``message``
    Indonesian.
    """

    code: str
    field: str
    message: str


def period_problems(
    period: Period, grounds: tuple[Ground, ...] = (), first_excluded_on: date | None = None
) -> tuple[PeriodProblem, ...]:
    """Everything the law or clarity has against ``period`` for these grounds, in a fixed order.

    ``first_excluded_on`` is when the information was first closed, by whichever determination.
    """
    return tuple(
        problem for find in _PROBLEM_FINDERS for problem in find(period, grounds, first_excluded_on)
    )


def ceiling_of_huruf_a(first_excluded_on: date) -> date:
    """The day huruf a ends at the latest: 30 years in total from the first exclusion.

    PP 61/2010 Pasal 5(1), Perki 1/2021 Pasal 51(1). New determinations do not start it again.
    """
    return add_years(first_excluded_on, HURUF_A_YEARS)


def _find_incomplete(
    period: Period, _grounds: tuple[Ground, ...], _first: date | None
) -> Iterator[PeriodProblem]:
    """A period must be stated, not only named (PP 61/2010 Pasal 4(2)d)."""
    needed = _NEEDED.get(period.kind)
    if needed and not getattr(period, needed[0]):
        yield PeriodProblem("jangka-waktu-tidak-lengkap", *needed)


_NEEDED = {
    PeriodKind.UNTIL_DATE: ("ends_on", "Isi tanggal berakhirnya pengecualian."),
    PeriodKind.DURATION: ("has_length", "Isi lamanya dalam tahun, bulan, atau hari."),
    PeriodKind.UNTIL_EVENT: ("event", "Sebutkan peristiwa yang mengakhiri pengecualian."),
    PeriodKind.WHILE_CONDITION: ("condition", "Sebutkan keadaan yang mendasari pengecualian."),
    PeriodKind.PER_REGULATION: ("regulation", "Sebutkan peraturan yang menentukan jangka waktu."),
}


def _find_no_start(
    period: Period, _grounds: tuple[Ground, ...], _first: date | None
) -> Iterator[PeriodProblem]:
    """A duration runs from a named start; unconfirmed, it has no end (PP 61/2010 Pasal 4(2)d)."""
    if period.kind is not PeriodKind.DURATION or period.starts_on:
        return
    if period.start_event:
        yield PeriodProblem(
            "mulai-belum-dipastikan",
            "starts_on",
            f"Tanggal mulai ({period.start_event}) belum dipastikan, sehingga tanggal berakhir "
            "belum dapat dihitung.",
        )
    else:
        yield PeriodProblem(
            "jangka-waktu-tanpa-mulai",
            "starts_on",
            "Lamanya disebut, tetapi tidak disebut mulai kapan dihitung.",
        )


def _find_no_end_nor_review(
    period: Period, _grounds: tuple[Ground, ...], _first: date | None
) -> Iterator[PeriodProblem]:
    """What has no end date has a review date (UU 14/2008 Pasal 2(2): strict and limited)."""
    if period.end() is None and period.review_on is None:
        yield PeriodProblem(
            "tanpa-akhir-dan-tinjauan",
            "review_on",
            "Jangka waktu tidak mempunyai tanggal berakhir dan tidak mempunyai tanggal tinjauan.",
        )


def _find_reversed(
    period: Period, _grounds: tuple[Ground, ...], _first: date | None
) -> Iterator[PeriodProblem]:
    """An end before the start closes nothing (PP 61/2010 Pasal 4(2)d)."""
    end = period.end()
    if end and period.starts_on and end <= period.starts_on:
        yield PeriodProblem(
            "jangka-waktu-terbalik",
            "ends_on",
            f"Tanggal berakhir ({format_date(end)}) tidak sesudah tanggal mulai "
            f"({format_date(period.starts_on)}).",
        )


def _find_permanent(
    period: Period, grounds: tuple[Ground, ...], _first: date | None
) -> Iterator[PeriodProblem]:
    """Huruf a–f are never permanent (UU 14/2008 Pasal 20(1))."""
    bound = tuple(ground for ground in grounds if not may_be_unlimited(ground))
    if period.kind is PeriodKind.UNLIMITED and bound:
        yield PeriodProblem(
            "permanen-huruf-a-f",
            "kind",
            f"Pengecualian berdasarkan {name_grounds(bound)} tidak boleh permanen.",
        )


def _find_beyond_ceiling(
    period: Period, grounds: tuple[Ground, ...], first_excluded_on: date | None
) -> Iterator[PeriodProblem]:
    """Huruf a lasts at most 30 years in total (PP 61/2010 Pasal 5(1), Perki 1/2021 Pasal 51(1))."""
    if Ground.A not in grounds:
        return
    first = min(filter(None, (first_excluded_on, period.starts_on)), default=None)
    end = period.end()
    if first and end and end > ceiling_of_huruf_a(first):
        yield PeriodProblem(
            "huruf-a-lebih-30-tahun",
            "ends_on",
            f"Jangka waktu sampai {format_date(end)} melampaui 30 tahun sejak pengecualian pertama "
            f"({format_date(first)}); huruf a paling lama sampai "
            f"{format_date(ceiling_of_huruf_a(first))}.",
        )
    elif end is None and _is_longer_than_ceiling(period):
        yield PeriodProblem(
            "huruf-a-lebih-30-tahun", "years", "Lamanya melampaui 30 tahun untuk huruf a."
        )


def _is_longer_than_ceiling(period: Period) -> bool:
    months = period.years * 12 + period.months
    limit = HURUF_A_YEARS * 12
    return months > limit or (months == limit and period.days > 0)


_PROBLEM_FINDERS = (
    _find_incomplete,
    _find_no_start,
    _find_no_end_nor_review,
    _find_reversed,
    _find_permanent,
    _find_beyond_ceiling,
)
