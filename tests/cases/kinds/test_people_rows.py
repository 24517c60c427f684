"""Rows of people."""

from ppid.cases.kinds.people_rows import change_people, lacking_people, padded, trimmed

ONE = {"name": "Contoh Satu", "position": "PPID", "unit": "Dinas"}
BLANK = {"name": "", "position": "", "unit": ""}


def test_blank_rows_at_the_end_are_left_out_but_not_those_between() -> None:
    assert trimmed([BLANK, ONE, BLANK, BLANK]) == [BLANK, ONE]


def test_a_form_shows_at_least_so_many_rows() -> None:
    assert padded([ONE], 3) == [ONE, BLANK, BLANK]


def test_a_row_is_added_and_dropped_by_its_place() -> None:
    two = {**ONE, "name": "Contoh Dua"}

    assert change_people({"testers": [ONE]}, "testers", "add-person")["testers"] == [ONE, BLANK]
    assert change_people({"testers": [ONE, two]}, "testers", "drop-person:0")["testers"] == [two]


def test_an_unknown_button_changes_nobody() -> None:
    data = {"testers": [ONE]}

    assert change_people(data, "testers", "drop-person:x") == data
    assert change_people(data, "testers", "find:1") == data


def test_a_name_without_a_post_and_a_post_without_a_name_are_told_beside_their_fields() -> None:
    rows = [{**ONE, "position": ""}, {**ONE, "name": ""}]

    found = [each.field for each in lacking_people({"testers": rows}, "testers", 1, "penguji")]

    assert found == ["testers-1-name", "testers-0-position"]


def test_too_few_are_told_beside_the_first_free_row() -> None:
    found = lacking_people({"people": [ONE, BLANK]}, "people", 2, "peserta")

    assert [(each.field, each.message) for each in found] == [
        ("people-1-name", "Isi sedikitnya 2 peserta.")
    ]
