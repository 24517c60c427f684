from ppid.workflow.matrix import Part, Shape, matrix
from ppid.workflow.shipped import shipped_procedure

SOP = shipped_procedure("sop-7-2021")


def test_each_step_is_a_row_with_a_cell_for_each_actor() -> None:
    assert [len(row.cells) for row in matrix(SOP)] == [4] * 11


def test_a_cell_says_what_its_actor_does_there() -> None:
    rows = matrix(SOP)
    assert rows[5].cells == (None, None, Part.ACTS, Part.TAKES_PART)
    assert rows[8].cells == (Part.ADVISES, Part.ACTS, None, None)
    assert rows[9].cells == (None, Part.APPROVES, Part.ACTS, None)
    assert rows[10].cells == (Part.RECEIVES, Part.RECEIVES, Part.ACTS, None)


def test_every_row_is_acted_on_by_somebody() -> None:
    assert all(Part.ACTS in row.cells for row in matrix(SOP))


def test_each_part_has_its_word_in_the_legend() -> None:
    assert len({part.label for part in Part}) == len(Part)


def test_the_flow_begins_and_ends_in_capsules_and_decides_in_a_diamond() -> None:
    shapes = [row.shape for row in matrix(SOP)]
    assert shapes[0] is shapes[-1] is Shape.TERMINAL
    assert [n for n, shape in enumerate(shapes, start=1) if shape is Shape.DECISION] == [9]
