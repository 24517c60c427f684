"""Who waits is served before what the program gave itself."""

from flask import Flask

from ppid.accounts.access import Person, grants_of
from ppid.accounts.models import User
from ppid.jobs.actions import enqueue
from ppid.jobs.claiming import claim_next


def test_what_a_person_asked_for_comes_before_what_the_program_gave_itself(app: Flask) -> None:
    user = User.create(username="penunggu", name="Contoh Penunggu", password_hash="-")
    person = Person(user, grants_of(user.id), 0)
    with app.app_context():
        enqueue(None, "berkas", {"name": "dahulu"}, "Tidak ditunggu")
        enqueue(person, "cetak", {"name": "kemudian"}, "Ditunggu")

        first, second = claim_next(), claim_next()

    assert first
    assert second
    assert (first.kind, second.kind) == ("cetak", "berkas")
