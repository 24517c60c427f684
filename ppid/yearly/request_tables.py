"""The tables about requests, objections and disputes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from ppid.law.grounds import Ground, ground_name
from ppid.yearly import figures, queries
from ppid.yearly.charts import Chart, Series
from ppid.yearly.ledger import Ledger
from ppid.yearly.queries import Figure
from ppid.yearly.reliance import ClosingAnswers
from ppid.yearly.tables import Cell, FigureTable, Link, Row, Value, numbers, row_by_term, term_heads
from ppid.yearly.terms import Term


@dataclass(frozen=True)
class Counting:
    """What the tables count: the requests, for a term, as seen today."""

    ledger: Ledger
    term: Term
    today: date

    def row(self, figure: Figure) -> Row:
        """The figure in each part of the term, each number leading to its requests."""
        return row_by_term(
            figure.label,
            self.term,
            self.today,
            lambda term: len(figure.find(self.ledger, term, self.today)),
            lambda term: requests_link(figure, term),
        )

    def rows(self, wanted: Iterable[Figure]) -> tuple[Row, ...]:
        """A row for each figure."""
        return tuple(map(self.row, wanted))

    def reckoned(self, label: str, reckon: Callable[[Ledger, Term, date], Value]) -> Row:
        """A row of what is worked out and has no list of its own."""
        return row_by_term(
            label, self.term, self.today, lambda term: reckon(self.ledger, term, self.today)
        )


def requests_link(figure: Figure, term: Term) -> Link:
    """The list of the requests that make a figure."""
    asked = (("triwulan", term.quarter), ("bulan", term.month))
    chosen = tuple((name, value) for name, value in asked if value)
    return Link("yearly.list_requests", (("year", term.year), ("name", figure.name), *chosen))


def flow_table(counting: Counting) -> FigureTable:
    """What came in and what became of it: left over and received equal settled and running."""
    rows = counting.rows(figures.FLOW)
    answers = counting.row(figures.ANSWERS[0])
    return FigureTable(
        sheet="Permohonan",
        title="Permohonan informasi",
        head="Permohonan",
        columns=term_heads(counting.term),
        rows=rows,
        note="Sisa dari masa sebelumnya ditambah yang diterima sama dengan jumlah baris "
        "sesudahnya. Jawaban dihitung pada tanggal dijawab.",
        chart=_columns(
            "Permohonan diterima dan dijawab",
            counting.term,
            ("Diterima", rows[1]),
            ("Dijawab", answers),
        ),
    )


def time_table(counting: Counting) -> FigureTable:
    """How long answers took (UU 14/2008 Pasal 12 huruf b, Pasal 22(7) and (8))."""
    return FigureTable(
        sheet="Waktu",
        title="Waktu pelayanan",
        head="Waktu",
        columns=term_heads(counting.term),
        rows=(
            *counting.rows(figures.ANSWERS),
            counting.reckoned("Tepat waktu (persen)", queries.share_in_time),
            counting.reckoned("Rata-rata (hari kerja)", queries.average_workdays),
            counting.reckoned("Terlama (hari kerja)", queries.longest_workdays),
            *counting.rows(figures.DELAYS),
        ),
        note="Hari kerja menurut kalender kantor, dihitung sejak hari sesudah permohonan diterima. "
        "Batasnya 10 hari kerja, dapat diperpanjang satu kali 7 hari kerja.",
    )


def objection_table(counting: Counting) -> FigureTable:
    """Objections by ground (UU 14/2008 Pasal 35) and by what was answered."""
    rows = counting.rows((*figures.OBJECTIONS, *figures.OBJECTION_ANSWERS))
    return FigureTable(
        sheet="Keberatan",
        title="Keberatan",
        head="Keberatan",
        columns=term_heads(counting.term),
        rows=rows,
        note="Satu keberatan dapat memuat lebih dari satu alasan Pasal 35 ayat (1).",
    )


def dispute_table(counting: Counting) -> FigureTable:
    """Disputes at the Komisi Informasi or in court, and rulings (UU 14/2008 Pasal 37–48)."""
    return FigureTable(
        sheet="Sengketa",
        title="Sengketa informasi",
        head="Sengketa",
        columns=term_heads(counting.term),
        rows=counting.rows(figures.DISPUTES),
    )


def refusal_table(refused: ClosingAnswers, blacked_out: ClosingAnswers) -> FigureTable:
    """Why information was not given, by huruf of Pasal 17 (UU 14/2008 Pasal 12 huruf d)."""
    rows = tuple(_ground_row(ground, refused, blacked_out) for ground in Ground)
    total = Row("Jumlah rincian", (Cell(refused.total), Cell(blacked_out.total)), total=True)
    return FigureTable(
        sheet="Alasan penolakan",
        title="Alasan penolakan menurut Pasal 17",
        head="Huruf",
        columns=("Ditolak", "Dihitamkan"),
        rows=(*rows, total),
        note="Yang dihitung rincian permohonan. Satu rincian dapat bersandar pada beberapa huruf.",
        chart=Chart(
            title="Rincian yang ditolak dan dihitamkan menurut huruf Pasal 17",
            labels=tuple(f"huruf {ground}" for ground in Ground),
            series=(
                Series("Ditolak", tuple(refused.by_ground.get(g, 0) for g in Ground)),
                Series("Dihitamkan", tuple(blacked_out.by_ground.get(g, 0) for g in Ground)),
            ),
            lying=True,
        ).without_zeros(),
    )


def _ground_row(ground: Ground, refused: ClosingAnswers, blacked_out: ClosingAnswers) -> Row:
    cells = (Cell(refused.by_ground.get(ground, 0)), Cell(blacked_out.by_ground.get(ground, 0)))
    link = Link("legal_bases.show_ground", (("huruf", ground.value),))
    return Row(f"Huruf {ground}: {ground_name(ground)}", cells, link)


def _columns(title: str, term: Term, *told: tuple[str, Row]) -> Chart:
    """A chart of the parts of the term, without the whole."""
    return Chart(
        title=title,
        labels=tuple(part.short_label for part in term.parts),
        series=tuple(Series(name, numbers(row.cells[1:])) for name, row in told),
    )
