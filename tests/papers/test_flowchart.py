"""The drawn matrix: what each row's picture holds."""

import base64
from dataclasses import replace
from xml.etree import ElementTree as ET

from ppid.papers.flowchart import MatrixRow, draw_matrix, draw_watermark
from ppid.papers.sop_sheet import SopSheetPaper, SopStep
from ppid.workflow.matrix import Shape
from tests.papers.conftest import Samples

SVG = "{http://www.w3.org/2000/svg}"


def drawing(picture: str) -> ET.Element:
    return ET.fromstring(base64.b64decode(picture.partition(",")[2]))  # noqa: S314 - drawn by us


def count(row: MatrixRow, tag: str) -> int:
    return len(drawing(row.picture).findall(SVG + tag))


def words(row: MatrixRow) -> list[str | None]:
    return [text.text for text in drawing(row.picture).iter(SVG + "text")]


def with_steps(samples: type[Samples], *steps: SopStep) -> SopSheetPaper:
    return replace(samples.sop_sheet(), steps=steps)


def test_the_first_and_the_last_step_are_ovals_and_the_others_boxes(samples: type[Samples]) -> None:
    rows = draw_matrix(samples.sop_sheet(), 260)

    rounded = [
        float(drawing(row.picture).find(SVG + "rect").get("rx")) > 0
        for row in rows
        if row.step.shape is not Shape.DECISION
    ]
    assert rounded == [True, *[False] * 8, True]


def test_only_the_decision_bears_the_answers(samples: type[Samples]) -> None:
    rows = draw_matrix(samples.sop_sheet(), 260)

    assert [words(row) for row in rows if words(row)] == [["Ya", "Tidak"]]
    assert words(rows[8]) == ["Ya", "Tidak"]


def test_the_way_back_runs_through_every_row_between(samples: type[Samples]) -> None:
    paper = samples.sop_sheet()
    straight = replace(paper, steps=tuple(replace(step, returns_to=None) for step in paper.steps))

    with_return = [count(row, "polyline") for row in draw_matrix(paper, 260)]
    without = [count(row, "polyline") for row in draw_matrix(straight, 260)]

    assert [a - b for a, b in zip(with_return, without, strict=True)] == [
        *[0] * 5,
        *[1] * 4,
        *[0] * 2,
    ]


def test_a_row_grows_with_its_longest_cell(samples: type[Samples]) -> None:
    short = SopStep(1, "Mencatat", 0, "Surat", "Surat")
    long = SopStep(2, "Mencatat", 0, "Surat", "kata " * 120)

    rows = draw_matrix(with_steps(samples, short, long), 260)

    assert rows[1].height > rows[0].height * 3


def test_an_actor_who_joins_has_a_box_of_its_own(samples: type[Samples]) -> None:
    alone = SopStep(1, "Membahas", 2, "Dokumen", "Dokumen")
    together = replace(alone, joined_by=(3, 0))

    rows = draw_matrix(with_steps(samples, alone), 260)
    joined = draw_matrix(with_steps(samples, together), 260)

    assert count(joined[0], "rect") == count(rows[0], "rect") + 2


def test_a_single_step_draws_no_arrow(samples: type[Samples]) -> None:
    row = draw_matrix(with_steps(samples, SopStep(1, "Mencatat", 0, "Surat", "Surat")), 260)[0]

    assert count(row, "polygon") == 0


def test_the_mark_of_a_draft_fills_the_sheet() -> None:
    mark = drawing(draw_watermark(297, 210))

    assert mark.get("width") == "841.89pt"
    assert [text.text for text in mark.iter(SVG + "text")] == ["DRAF"]
