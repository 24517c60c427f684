"""Giving files of the open data: at once of a small register, of a large one made beside requests.

While a newer file is made the last one is given; where there is none, a page says when to come
again. Nobody can keep the program busy: one file of a past day at a time and few in an hour.
"""

from datetime import timedelta
from typing import Any

from flask import Flask, Response, current_app, make_response, render_template

from ppid import clock
from ppid.jobs.actions import enqueue
from ppid.jobs.progress import Progress
from ppid.jobs.queries import count_asked, count_open
from ppid.jobs.works import add_work
from ppid.public.kept_files import (
    find_earlier,
    find_kept,
    known_already,
    make_kept,
    send_kept,
    stamp_of,
)
from ppid.public.open_files import OpenFile, file_ordered
from ppid.public.queries import PublicRegister

KIND, KIND_OF_DAYS = "data-terbuka", "data-terbuka-lampau"
AT_ONCE = "OPEN_FILES_AT_ONCE_UP_TO"  # entries of a register whose files are made within a second
HOUR = timedelta(hours=1)
MOST_OPEN = {KIND: 6, KIND_OF_DAYS: 1}
MOST_AN_HOUR = {KIND: 120, KIND_OF_DAYS: 12}
RETRY_SECONDS = 15
EARLIER_KEPT_SECONDS = 60


def give(wanted: OpenFile) -> Response:
    """The file for the register as it is; of a large one the last that was made, or a page."""
    stamp = stamp_of(wanted)
    if known := known_already(stamp):
        return known
    if path := find_kept(wanted, stamp):
        return send_kept(wanted, path)
    if not _is_large():
        return send_kept(wanted, make_kept(wanted, stamp))
    _ask_for(wanted)
    if earlier := find_earlier(wanted):
        return send_kept(wanted, earlier, seconds=EARLIER_KEPT_SECONDS)
    return _tell_when()


def _is_large() -> bool:
    return PublicRegister(clock.today()).count() > int(current_app.config[AT_ONCE])


def _ask_for(wanted: OpenFile) -> None:
    """Let it be made, unless as many are waiting, or were made lately, as one can bear."""
    kind = KIND_OF_DAYS if wanted.of_one_day else KIND
    lately = clock.now() - HOUR
    if count_open(kind) < MOST_OPEN[kind] and count_asked(kind, lately) < MOST_AN_HOUR[kind]:
        enqueue(None, kind, {"file": list(wanted.order)}, f"Menyiapkan {wanted.name}")


def _tell_when() -> Response:
    """503, so that no program takes the page for the data; the page asks again by itself."""
    page = render_template("public/preparing.html", seconds=RETRY_SECONDS)
    response = make_response(page, 503)
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    response.headers["Cache-Control"] = "no-store"
    return response


def _make(order: dict[str, Any], progress: Progress) -> None:
    wanted = file_ordered(order["file"])
    progress.step(0, 1, wanted.name)
    make_kept(wanted, stamp_of(wanted), wait=-1)


def init_app(app: Flask) -> None:
    """Name the works that make files."""
    app.config.setdefault(AT_ONCE, 5000)
    add_work(app, KIND, "Berkas data terbuka", _make)
    add_work(app, KIND_OF_DAYS, "Berkas data terbuka tanggal lampau", _make)
