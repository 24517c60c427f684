"""Small charts drawn here as SVG: shapes told by attributes alone, so no style and no script.

Lengths across are in per cent, so that letters keep their size on a phone. The second series is
an outline: it differs in black and white too. The same numbers stand in the table beside.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from markupsafe import Markup

INK: Final = "#17211f"
FILL: Final = "#0b4b57"
PLOT, TOP, FOOT = 120, 28, 26  # px: the tallest column, room for its number, for its label
LINE, BAR = 30, 18  # px: from bar to bar, and how thick one is
LEFT, ROOM = 22.0, 62.0  # per cent: where bars begin, and the longest one


@dataclass(frozen=True)
class Series:
    """One kind of column or bar: what it counts, and a number for each label."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True)
class Chart:
    """What to draw: upright columns or bars that lie; at most two series."""

    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    lying: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see."""
        return self.highest == 0

    @property
    def highest(self) -> int:
        """The greatest number."""
        return max((value for each in self.series for value in each.values), default=0)

    def without_zeros(self) -> "Chart":
        """The same without the labels at which every series has nothing."""
        places = [
            place for place in range(len(self.labels)) if any(s.values[place] for s in self.series)
        ]
        series = tuple(
            replace(each, values=tuple(each.values[place] for place in places))
            for each in self.series
        )
        return replace(self, labels=tuple(self.labels[place] for place in places), series=series)

    @property
    def description(self) -> str:
        """All numbers in one sentence for each label."""
        return " ".join(f"{label}: {self._said(place)}." for place, label in enumerate(self.labels))

    def _said(self, place: int) -> str:
        return ", ".join(f"{each.name.lower()} {each.values[place]}" for each in self.series)


def draw_chart(chart: Chart, name: str) -> Markup:
    """The chart as SVG with a title and a description; ``name`` keeps ids apart on a page."""
    shapes = _bars(chart) if chart.lying else _columns(chart)
    height = _height(chart)
    inside = Markup("").join(shapes)
    return Markup(
        '<svg role="img" width="100%" height="{}" aria-labelledby="{}-judul {}-uraian" '
        'font-size="15" fill="{}"><title id="{}-judul">{}</title><desc id="{}-uraian">{}</desc>'
        "{}</svg>"
    ).format(height, name, name, INK, name, chart.title, name, chart.description, inside)


def _height(chart: Chart) -> int:
    if chart.lying:
        return len(chart.labels) * len(chart.series) * (LINE - 6) + len(chart.labels) * 8
    return TOP + PLOT + FOOT


def _columns(chart: Chart) -> Iterator[Markup]:
    """Columns in groups, a group for each label, the number above each."""
    group = 100 / len(chart.labels)
    width = min(group * 0.8 / len(chart.series), 14)
    for place, label in enumerate(chart.labels):
        middle = group * (place + 0.5)
        left = middle - width * len(chart.series) / 2
        for order, each in enumerate(chart.series):
            tall = PLOT * each.values[place] / chart.highest
            x, y = left + order * width, TOP + PLOT - tall
            yield _rect(x + 0.5, y, width - 1, tall, outlined=order > 0)
            yield _text(x + width / 2, y - 6, str(each.values[place]), "middle")
        yield _text(middle, TOP + PLOT + 20, label, "middle")
    yield Markup('<line x1="0" x2="100%" y1="{0}" y2="{0}" stroke="{1}"/>').format(TOP + PLOT, INK)


def _bars(chart: Chart) -> Iterator[Markup]:
    """Bars one below the other, the label before the first of each group, the number behind."""
    step = LINE - 6
    lines = count()
    for place, label in enumerate(chart.labels):
        for order, each in enumerate(chart.series):
            y = next(lines) * step + place * 8
            long = ROOM * each.values[place] / chart.highest
            if order == 0:
                yield _text(0, y + BAR - 4, label, "start")
            yield _rect(LEFT, y, long, BAR, outlined=order > 0)
            yield _text(LEFT + long + 1.5, y + BAR - 4, str(each.values[place]), "start")


def _rect(x: float, y: float, width: float, height: float, *, outlined: bool) -> Markup:
    fill, stroke = ("none", FILL) if outlined else (FILL, "none")
    return Markup(
        '<rect x="{:.2f}%" y="{:.1f}" width="{:.2f}%" height="{:.1f}" fill="{}" stroke="{}" '
        'stroke-width="2"/>'
    ).format(x, y, width, height, fill, stroke)


def _text(x: float, y: float, words: str, anchor: str) -> Markup:
    return Markup('<text x="{:.2f}%" y="{:.1f}" text-anchor="{}">{}</text>').format(
        x, y, anchor, words
    )
