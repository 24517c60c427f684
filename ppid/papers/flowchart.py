"""The drawn parts of papers, as SVG data addresses: the flow of a SOP, row by row, and the DRAF
mark.

All lengths are points; y grows downward. A row is drawn over all actor columns at once, so that its
lines meet those of the rows above and below wherever the page breaks.
"""

import base64
from dataclasses import dataclass
from textwrap import wrap

from ppid.papers.sop_sheet import SopSheetPaper, SopStep
from ppid.workflow.matrix import Shape

POINTS_PER_MM = 72 / 25.4
FONT_SIZE = 9.0
LEADING = 11.2
BAND = 7.0  # height of the horizontal run under a row's upper edge
BOX_HEIGHT = 19.0
DIAMOND_HEIGHT = 34.0
INK = "#000000"
FONT = 'font-family="PPID Serif"'

COLUMN_SHARES = {
    "number": 3,
    "activity": 21,
    "actors": 36,
    "requirement": 11,
    "time": 8,
    "output": 11,
    "note": 10,
}


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row ready to print: its height in points and its picture over the actor columns."""

    step: SopStep
    height: float
    picture: str


@dataclass(frozen=True, slots=True)
class _Grid:
    steps: tuple[SopStep, ...]
    column: float
    heights: tuple[float, ...]
    count: int

    def centre(self, actor: int) -> float:
        return (actor + 0.5) * self.column

    def middle(self, row: int) -> float:
        """Where the symbol of a row has its centre: a little low, to leave room for the arrow."""
        return (self.heights[row] + BAND) / 2 + 2

    def half_width(self, step: SopStep) -> float:
        return self.column * (0.3 if step.shape is Shape.DECISION else 0.27)

    def half_height(self, step: SopStep) -> float:
        return (DIAMOND_HEIGHT if step.shape is Shape.DECISION else BOX_HEIGHT) / 2

    def lane(self, actor: int) -> float:
        """The upright on which "Tidak" climbs back, at the right edge of its target's column."""
        return (actor + 0.9) * self.column


def draw_matrix(paper: SopSheetPaper, inner_width_mm: float) -> list[MatrixRow]:
    """Every step with its row's height and picture, for a table of this width in mm."""
    width = inner_width_mm * POINTS_PER_MM
    heights = tuple(_row_height(step, width) for step in paper.steps)
    column = width * COLUMN_SHARES["actors"] / 100 / len(paper.actors)
    grid = _Grid(paper.steps, column, heights, len(paper.actors))
    return [
        MatrixRow(step, heights[row], _picture(grid, row)) for row, step in enumerate(paper.steps)
    ]


def _row_height(step: SopStep, width: float) -> float:
    texts = (
        *((step.activity, "activity"), (step.requirement, "requirement")),
        *((step.time_norm, "time"), (step.output, "output"), (step.note, "note")),
    )
    lines = max(_lines(text, width * COLUMN_SHARES[name] / 100 - 8) for text, name in texts)
    least = BOX_HEIGHT + 24 if step.shape is not Shape.DECISION else DIAMOND_HEIGHT + 24
    return max(lines * LEADING + 8, least)


def _lines(text: str, width: float) -> int:
    """Lines that a text takes, rather too many than too few: nearly half an em for each letter."""
    letters = max(int(width / (FONT_SIZE * 0.48)), 1)
    return sum(len(wrap(line, letters)) or 1 for line in text.splitlines()) or 1


def _picture(grid: _Grid, row: int) -> str:
    width, height = grid.column * grid.count, grid.heights[row]
    parts = [
        *_separators(grid, height),
        *_incoming(grid, row),
        *_outgoing(grid, row),
        *_joined(grid, row),
        *_returns(grid, row),
        _symbol(grid, row, grid.steps[row].actor, grid.steps[row].shape),
    ]
    return _svg(width, height, parts)


def _separators(grid: _Grid, height: float) -> list[str]:
    return [
        _line((actor * grid.column, 0), (actor * grid.column, height), width=0.5)
        for actor in range(1, grid.count)
    ]


def _incoming(grid: _Grid, row: int) -> list[str]:
    if row == 0:
        return []
    step, x_before = grid.steps[row], grid.centre(grid.steps[row - 1].actor)
    x, top = grid.centre(step.actor), grid.middle(row) - grid.half_height(step)
    points = [(x_before, 0.0), (x_before, BAND), (x, BAND), (x, top)]
    return [_line(*points), _arrow_down(x, top)]


def _outgoing(grid: _Grid, row: int) -> list[str]:
    if row == len(grid.steps) - 1:
        return []
    step = grid.steps[row]
    x, bottom = grid.centre(step.actor), grid.middle(row) + grid.half_height(step)
    drawn = [_line((x, bottom), (x, grid.heights[row]))]
    if step.shape is Shape.DECISION:
        drawn.append(_label(x + 3, bottom + 7, "Ya"))
    return drawn


def _joined(grid: _Grid, row: int) -> list[str]:
    step, y = grid.steps[row], grid.middle(row) - 4
    drawn = []
    for actor in step.joined_by:
        toward = 1 if actor > step.actor else -1
        near = grid.centre(step.actor) + toward * grid.half_width(step) * 0.8
        far = grid.centre(actor) - toward * grid.column * 0.27
        drawn += [_line((near, y), (far, y)), _symbol(grid, row, actor, Shape.PROCESS)]
    return drawn


def _returns(grid: _Grid, row: int) -> list[str]:
    drawn = []
    for decision, step in enumerate(grid.steps):
        target = _row_of(grid, step.returns_to)
        if target is not None and target <= row <= decision:
            drawn += _return_lane(grid, row, target, decision)
    return drawn


def _row_of(grid: _Grid, number: int | None) -> int | None:
    return next((row for row, step in enumerate(grid.steps) if step.number == number), None)


def _return_lane(grid: _Grid, row: int, target: int, decision: int) -> list[str]:
    aim, lane = grid.steps[target], grid.lane(grid.steps[target].actor)
    if row == target:
        y = grid.middle(row) + 5
        edge = grid.centre(aim.actor) + grid.half_width(aim)
        return [_line((lane, grid.heights[row]), (lane, y), (edge, y)), _arrow_left(edge, y)]
    if row == decision:
        return _leaving(grid, row, lane)
    return [_line((lane, 0), (lane, grid.heights[row]))]


def _leaving(grid: _Grid, row: int, lane: float) -> list[str]:
    step, y = grid.steps[row], grid.middle(row)
    toward = 1 if lane > grid.centre(step.actor) else -1
    tip = grid.centre(step.actor) + toward * grid.half_width(step)
    label = _label(tip + 2 if toward > 0 else tip - 22, y - 3, "Tidak")
    return [_line((tip, y), (lane, y), (lane, 0)), label]


def _symbol(grid: _Grid, row: int, actor: int, shape: Shape) -> str:
    x, y = grid.centre(actor), grid.middle(row)
    if shape is Shape.DECISION:
        w, h = grid.column * 0.3, DIAMOND_HEIGHT / 2
        points = f"{x:.1f},{y - h:.1f} {x + w:.1f},{y:.1f} {x:.1f},{y + h:.1f} {x - w:.1f},{y:.1f}"
        return f'<polygon points="{points}" fill="#ffffff" stroke="{INK}" stroke-width="1"/>'
    w, h = grid.column * 0.54, BOX_HEIGHT
    radius = h / 2 if shape is Shape.TERMINAL else 0
    return (
        f'<rect x="{x - w / 2:.1f}" y="{y - h / 2:.1f}" width="{w:.1f}" height="{h:.1f}" '
        f'rx="{radius}" ry="{radius}" fill="#ffffff" stroke="{INK}" stroke-width="1"/>'
    )


def _line(*points: tuple[float, float], width: float = 1) -> str:
    joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{joined}" fill="none" stroke="{INK}" stroke-width="{width}"/>'


def _arrow_down(x: float, y: float) -> str:
    return _filled((x - 3, y - 5), (x + 3, y - 5), (x, y))


def _arrow_left(x: float, y: float) -> str:
    return _filled((x + 5, y - 3), (x + 5, y + 3), (x, y))


def _filled(*points: tuple[float, float]) -> str:
    joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polygon points="{joined}" fill="{INK}"/>'


def _label(x: float, y: float, text: str) -> str:
    """A word on white, so that a column's edge does not run through it."""
    ground = (
        f'<rect x="{x:.1f}" y="{y - 6:.1f}" width="{len(text) * 4}" height="7" fill="#ffffff"/>'
    )
    return ground + f'<text x="{x:.1f}" y="{y:.1f}" {FONT} font-size="8" fill="{INK}">{text}</text>'


def draw_watermark(width_mm: float, height_mm: float) -> str:
    """The word DRAF, large and pale, across a sheet of this size."""
    width, height = width_mm * POINTS_PER_MM, height_mm * POINTS_PER_MM
    size = min(width, height) * 0.34
    word = (
        f'<g transform="translate({width / 2:.1f},{height / 2:.1f}) rotate(-35)">'
        f'<text x="{-size * 1.32:.1f}" y="{size * 0.33:.1f}" {FONT} font-weight="bold" '
        f'font-size="{size:.1f}" fill="#e6e6e6">DRAF</text></g>'
    )
    return _svg(width, height, [word])


def _svg(width: float, height: float, parts: list[str]) -> str:
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}pt" height="{height:.2f}pt" '
        f'viewBox="0 0 {width:.2f} {height:.2f}">{"".join(parts)}</svg>'
    )
    return "data:image/svg+xml;base64," + base64.b64encode(text.encode()).decode()
