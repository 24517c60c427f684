"""The tables about the register: what is closed, on which grounds, and what moved."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from ppid.law.dates import format_date
from ppid.law.grounds import ground_name
from ppid.law.standing_kinds import OPEN_KINDS, StandingKind
from ppid.register.acts import DeterminationKind
from ppid.register.list_filters import FacetKey, StandingGroup
from ppid.yearly.charts import Chart, Series
from ppid.yearly.register_queries import (
    CLOSED_GROUPS,
    FinishedCase,
    RegisterOn,
    count_closed,
    count_determinations,
    count_determined,
    list_determinations,
    list_finished_cases,
    list_opened,
)
from ppid.yearly.reliance import ClosingAnswers
from ppid.yearly.tables import Cell, FigureTable, Link, Row, row_by_term, term_heads
from ppid.yearly.terms import Term

MOST_PROVISIONS = 60


def standing_table(register: RegisterOn) -> FigureTable:
    """How all entries stand at the end (domain of the list: withdrawn entries are left out)."""
    groups = (*CLOSED_GROUPS, StandingGroup.OPEN, StandingGroup.NOT_DETERMINED)
    rows = (Row(group.label, (_cell(register, group),)) for group in groups)
    return FigureTable(
        sheet="Keadaan entri",
        title="Keadaan register pada akhir masa",
        head="Keadaan",
        columns=("Entri",),
        rows=(
            *rows,
            Row("Jumlah yang dikecualikan", (Cell(register.count_closed()),), total=True),
        ),
        note="Jumlah yang dikecualikan mencakup yang sebagian, akan berakhir, dan tertahan.",
    )


def ground_table(register: RegisterOn) -> FigureTable:
    """What is closed at the end, by huruf of Pasal 17 and standing."""
    grounds = list(register.grounds())
    closed = tuple(register.count_closed(FacetKey.GROUND, each.value) for each in grounds)
    return FigureTable(
        sheet="Dikecualikan per huruf",
        title="Entri yang dikecualikan menurut Pasal 17",
        head="Huruf",
        columns=_closed_heads(),
        rows=tuple(
            _closed_row(register, f"Huruf {each}: {ground_name(each)}", FacetKey.GROUND, each)
            for each in grounds
        ),
        note="Satu entri dapat bersandar pada beberapa huruf.",
        chart=Chart(
            title="Entri yang dikecualikan menurut huruf Pasal 17",
            labels=tuple(f"huruf {each}" for each in grounds),
            series=(Series("Entri", closed),),
            lying=True,
        ).without_zeros(),
    )


def unit_table(register: RegisterOn) -> FigureTable:
    """What is closed at the end, by unit and standing; a unit with those below it."""
    return FigureTable(
        sheet="Dikecualikan per unit",
        title="Entri yang dikecualikan menurut unit",
        head="Unit",
        columns=_closed_heads(),
        rows=tuple(
            _closed_row(register, label, FacetKey.UNIT, code) for code, label in register.units()
        ),
        note="Angka suatu unit mencakup unit di bawahnya.",
        when_empty="Tidak ada entri yang dikecualikan.",
    )


def movement_table(term: Term, today: date) -> FigureTable:
    """What was determined, changed and opened in the term."""
    return FigureTable(
        sheet="Gerak register",
        title="Penetapan, pengubahan, dan pembukaan",
        head="Peristiwa",
        columns=term_heads(term),
        rows=tuple(_movements(term, today)),
        note="Penetapan dihitung menurut tanggalnya, pembukaan menurut hari informasi menjadi "
        "terbuka. Entri dikecualikan adalah keadaan pada akhir masa.",
    )


def determination_table(term: Term) -> FigureTable:
    """The determinations of the term by number and day: what the counts above consist of."""
    return FigureTable(
        sheet="Daftar penetapan",
        title="Penetapan yang terbit",
        head="Nomor",
        columns=("Tanggal", "Jenis"),
        rows=tuple(
            Row(
                row.number_text,
                (Cell(format_date(row.determined_on)), Cell(DeterminationKind(row.kind).label)),
                Link("papers.show_determination", (("year", row.year), ("number", row.number))),
            )
            for row in list_determinations(term)
        ),
        when_empty="Tidak ada penetapan pada masa ini.",
    )


def case_table(term: Term, today: date) -> FigureTable:
    """Cases that ended in the term, and the rounds that they took."""
    finished = list_finished_cases()

    def within(each: Term) -> list[FinishedCase]:
        return [case for case in finished if each.holds(case.on)]

    def row(label: str, *, unchanged: bool) -> Row:
        return row_by_term(
            label, term, today, lambda each: sum(c.unchanged is unchanged for c in within(each))
        )

    return FigureTable(
        sheet="Perkara",
        title="Perkara yang selesai",
        head="Perkara",
        columns=term_heads(term),
        rows=(
            row("Selesai sampai langkah terakhir", unchanged=False),
            row("Berakhir tanpa pengubahan", unchanged=True),
            row_by_term(
                "Rata-rata putaran", term, today, lambda each: _average_rounds(within(each))
            ),
            row_by_term(
                "Putaran terbanyak",
                term,
                today,
                lambda each: max((case.rounds for case in within(each)), default=None),
            ),
        ),
    )


def regulation_table(
    register: RegisterOn, refused: ClosingAnswers, blacked_out: ClosingAnswers
) -> FigureTable:
    """How often each regulation is relied upon."""
    rows = []
    for code, label in register.regulations():
        counts = (
            refused.by_regulation.get(code, 0),
            blacked_out.by_regulation.get(code, 0),
            register.count_closed(FacetKey.REGULATION, code),
        )
        if any(counts):
            link = Link("legal_bases.show_regulation", (("code", code),))
            rows.append(Row(label, tuple(map(Cell, counts)), link))
    return FigureTable(
        sheet="Peraturan",
        title="Peraturan yang dijadikan dasar",
        head="Peraturan",
        columns=_reliance_heads(),
        rows=tuple(rows),
        when_empty="Tidak ada peraturan yang dijadikan dasar.",
    )


def provision_table(
    in_force: dict[str, int], refused: ClosingAnswers, blacked_out: ClosingAnswers
) -> FigureTable:
    """How often each provision is relied upon, the most used first."""
    names = {*in_force, *refused.by_provision, *blacked_out.by_provision}
    told = {
        name: (
            refused.by_provision.get(name, 0),
            blacked_out.by_provision.get(name, 0),
            in_force.get(name, 0),
        )
        for name in names
    }
    ranked = sorted(told, key=lambda name: (-sum(told[name]), name))
    left = len(ranked) - MOST_PROVISIONS
    return FigureTable(
        sheet="Ketentuan",
        title="Ketentuan yang dijadikan dasar",
        head="Ketentuan",
        columns=_reliance_heads(),
        rows=tuple(Row(name, tuple(map(Cell, told[name]))) for name in ranked[:MOST_PROVISIONS]),
        note=f"{left} ketentuan lain lebih jarang dipakai." if left > 0 else "",
        when_empty="Tidak ada ketentuan yang dijadikan dasar.",
    )


def _reliance_heads() -> tuple[str, ...]:
    return ("Rincian ditolak", "Rincian dihitamkan", "Entri dikecualikan")


def _closed_heads() -> tuple[str, ...]:
    return ("Jumlah", *(group.label for group in CLOSED_GROUPS))


def _closed_row(register: RegisterOn, label: str, key: FacetKey, value: str) -> Row:
    cells = (_cell(register, group, key, value) for group in CLOSED_GROUPS)
    return Row(label, (Cell(register.count_closed(key, value)), *cells))


def _cell(
    register: RegisterOn, group: StandingGroup, key: FacetKey | None = None, value: str = ""
) -> Cell:
    """A count and the list of the register, filtered alike on the same day."""
    count = register.count(group, key, value)
    chosen = ((key.value, value),) if key else ()
    asked = (("keadaan", group.value), ("tanggal", register.on.isoformat()), *chosen)
    return Cell(count, Link("register.list_entries", asked) if count else None)


def _movements(term: Term, today: date) -> Iterator[Row]:
    opened = list_opened(term, today)

    def count_opened(each: Term, kind: StandingKind | None = None) -> int:
        return sum(each.holds(one.on) and kind in {None, one.kind} for one in opened)

    counted: list[tuple[str, Callable[[Term], int]]] = [
        ("Penetapan terbit", count_determinations),
        *((kind.label, partial(count_determinations, kind=kind)) for kind in DeterminationKind),
        ("Entri ditetapkan", partial(count_determined, kind=DeterminationKind.INITIAL)),
        ("Entri diubah klasifikasinya", partial(count_determined, kind=DeterminationKind.CHANGE)),
        ("Entri menjadi terbuka", count_opened),
        *((way.label, partial(count_opened, kind=way)) for way in OPEN_KINDS),
        ("Entri dikecualikan", partial(count_closed, today=today)),
    ]
    for words, reckon in counted:
        yield row_by_term(words, term, today, reckon)


def _average_rounds(cases: list[FinishedCase]) -> float | None:
    return round(sum(case.rounds for case in cases) / len(cases), 1) if cases else None
