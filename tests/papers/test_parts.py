"""Tables, sheets and logos before they are printed."""

import pytest

from ppid.papers.composing import compose, sheet_of
from ppid.papers.documents import dictum_label
from ppid.papers.parts import Column, Heading, Letterhead, Orientation, PageSize, Table
from tests.papers.conftest import Samples

COLUMNS = (
    Column("Informasi", 30),
    Column("Dibuka", 20, "Konsekuensi"),
    Column("Ditutup", 20, "Konsekuensi"),
    Column("Ditutup", 30, "Pengubahan"),
)


def test_neighbours_of_one_group_share_a_heading() -> None:
    assert Table(COLUMNS, ()).upper == (
        Heading("Informasi", 30, 1, deep=True),
        Heading("Konsekuensi", 40, 2, deep=False),
        Heading("Pengubahan", 30, 1, deep=False),
    )


def test_a_column_alone_in_its_group_keeps_its_own_heading_below() -> None:
    assert [column.title for column in Table(COLUMNS, ()).lower] == ["Dibuka", "Ditutup", "Ditutup"]


def test_a_table_without_groups_has_one_row_of_headings() -> None:
    assert not Table((Column("Informasi", 100),), ()).grouped


def test_a_row_with_a_cell_too_few_is_an_error_at_once() -> None:
    with pytest.raises(ValueError, match="3 texts in a table of 4"):
        Table(COLUMNS, (("a", "b", "c"),))


def test_a_signature_takes_the_last_columns_and_leaves_the_rest_empty() -> None:
    table = Table(COLUMNS, (), numbered=True)

    assert (table.left_span, table.right_span) == (3, 2)


def test_a_folio_sheet_lying_is_330_by_215() -> None:
    sheet = sheet_of(PageSize.F4, Orientation.LANDSCAPE)

    assert (sheet.width, sheet.height) == (330, 215)


@pytest.mark.parametrize(
    ("position", "label"), [(1, "KESATU"), (9, "KESEMBILAN"), (12, "KEDUA BELAS")]
)
def test_a_diktum_is_called_by_its_place(position: int, label: str) -> None:
    assert dictum_label(position) == label


@pytest.mark.parametrize("position", [0, 15])
def test_there_is_no_diktum_beyond_the_named_ones(position: int) -> None:
    with pytest.raises(IndexError):
        dictum_label(position)


@pytest.mark.parametrize("address", ["/etc/passwd", "http://a.example/a.png", "data:text/html,x"])
def test_a_logo_is_a_picture_within_the_page_and_never_an_address(address: str) -> None:
    with pytest.raises(ValueError, match="within the page"):
        Letterhead(("KANTOR",), logo=address)


def test_a_title_typed_with_tags_cannot_become_markup(samples: type[Samples]) -> None:
    row = samples.change_row()
    hostile = type(row)(*("<script>x</script>",) * 7)
    sheet = samples.change_sheet(1)
    page = compose(type(sheet)("", "", (hostile,), (), sheet.approver))

    assert "<script>" not in page
    assert "&lt;script&gt;" in page
