"""Step 5: the meeting as its Berita Acara."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from ppid import clock
from ppid.accounts.models import User
from ppid.cases.kinds.meeting import Meeting
from ppid.register.models import Entry
from tests.cases.kinds.conftest import PLAIN, Walker


@pytest.fixture
def meeting(
    begin: Callable[..., Walker],
    classified: Callable[..., Entry],
    until: Callable[[Walker, int], None],
) -> Walker:
    """A case that waits for its meeting."""
    walker = begin(classified())
    until(walker, 5)
    return walker


def test_a_meeting_is_kept_with_its_people_and_hours(meeting: Walker, officer: User) -> None:
    meeting.act(officer, {**PLAIN[5], "starts_at": "09:00", "ends_at": "11:30"})

    data = meeting.recorded(5)
    assert [each["name"] for each in data["participants"]] == ["Contoh Satu", "Contoh Dua"]
    assert (data["starts_at"], data["ends_at"]) == ("09:00", "11:30")
    assert Meeting().summary(data).endswith("di Ruang rapat, 2 peserta")


def test_one_participant_is_no_meeting(meeting: Walker, officer: User) -> None:
    alone = {"participants-1-name": "", "participants-1-position": ""}

    page = meeting.press(officer, {**PLAIN[5], **alone}, status=422).text

    assert "Isi sedikitnya 2 peserta." in page


def test_a_meeting_of_tomorrow_cannot_be_recorded(meeting: Walker, officer: User) -> None:
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()

    page = meeting.press(officer, {**PLAIN[5], "held_on": tomorrow}, status=422).text

    assert 'id="held_on-galat"' in page
    assert "tanggalnya belum tiba" in page


def test_a_meeting_ends_after_it_starts(meeting: Walker, officer: User) -> None:
    hours = {"starts_at": "11:00", "ends_at": "09:00"}

    page = meeting.press(officer, {**PLAIN[5], **hours}, status=422).text

    assert "Jam selesai harus sesudah jam mulai." in page


def test_rows_are_added_and_dropped_without_losing_what_was_typed(
    meeting: Walker, officer: User
) -> None:
    meeting.send(officer, "add-person", {"participants-0-name": "Contoh Satu", "place": "Aula"})
    fields = meeting.fields(officer)
    assert (fields["participants-0-name"], fields["place"]) == ("Contoh Satu", "Aula")
    assert "participants-3-name" in fields

    meeting.send(officer, "drop-person:0")
    assert meeting.fields(officer)["participants-0-name"] == ""
