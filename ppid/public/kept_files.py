"""Files made once for each state of the register, kept beside the data, and sent from there."""

import gzip
import hashlib
import hmac
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Lock
from typing import IO, cast

from flask import Response, abort, current_app, request, send_file

from ppid import clock
from ppid.public.answers import FILE_SECONDS
from ppid.public.open_files import OpenFile
from ppid.public.state import register_state

KEPT = 16  # files of today's register
KEPT_OF_DAYS = 8  # files of one day's
CHUNK = 64 * 1024
BUSY = "Berkas sedang disiapkan. Coba lagi beberapa saat lagi.\n"
WAIT_SECONDS = 2.0
EARLIER_SECONDS = 3600  # how old a file may be that is given while a newer is made
OF_ONE_DAY = "hari-"
_turn = Lock()


def stamp_of(wanted: OpenFile) -> str:
    """A tag that changes with every write to the register and with the day; it tells no count."""
    version = current_app.jinja_env.globals["program_version"]
    state = f"{version} {wanted.name} {wanted.on} {wanted.root} {register_state()}"
    key = str(current_app.secret_key).encode()
    return hmac.new(key, state.encode(), hashlib.sha256).hexdigest()[:24]


def find_kept(wanted: OpenFile, stamp: str) -> Path | None:
    """The file for that tag, where it is made already."""
    path = _path(wanted, stamp)
    return path if path.exists() else None


def find_earlier(wanted: OpenFile) -> Path | None:
    """The last file of that name and day that was made, unless it is too old to be given.

    Never one made on an earlier day: what opened at midnight must not be shown as closed.
    """
    made = sorted(_folder().glob(_path(wanted, "*").name), key=_age)
    return made[0] if made and _may_stand_for_today(made[0]) else None


def make_kept(wanted: OpenFile, stamp: str, wait: float | None = None) -> Path:
    """The file, made where it is not there yet.

    One at a time, so that asking for many days keeps one thread busy and no more: who comes
    meanwhile is told to come again.
    """
    path = _path(wanted, stamp)
    if not _turn.acquire(timeout=WAIT_SECONDS if wait is None else wait):
        abort(Response(BUSY, 503, {"Retry-After": "10"}, mimetype="text/plain"))
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(wanted, path)
            _forget_old(path.parent)
    finally:
        _turn.release()
    return path


def send_kept(wanted: OpenFile, path: Path, *, seconds: int = FILE_SECONDS) -> Response:
    """The file of that path, or 304 to who has it."""
    stamp = path.name.removesuffix(".gz").rpartition("-")[2]
    return known_already(stamp) or kept_by_others(_send(wanted, path), stamp, seconds)


def known_already(stamp: str) -> Response | None:
    """304 where the one who asks has the file of that tag."""
    answer = Response(status=200)
    answer.set_etag(stamp, weak=True)
    if answer.make_conditional(request).status_code == 304:
        return kept_by_others(answer, stamp, FILE_SECONDS)
    return None


def kept_by_others(response: Response, stamp: str, seconds: int) -> Response:
    """Let browsers and caches keep the file for a while."""
    response.set_etag(stamp, weak=True)
    response.cache_control.public = True
    response.cache_control.no_cache = None
    response.cache_control.max_age = seconds
    return response


def _send(wanted: OpenFile, path: Path) -> Response:
    kind = wanted.media_type
    if wanted.packed and not request.accept_encodings["gzip"]:
        response = Response(_unpack(path), mimetype=kind)
    else:
        response = send_file(path.resolve(), mimetype=kind, conditional=True, etag=False)
        if wanted.packed:
            response.headers["Content-Encoding"] = "gzip"
    response.headers.remove("Content-Disposition")  # as Flask reckons it, by the kept file's name
    if wanted.is_download:
        response.headers["Content-Disposition"] = f"attachment; filename={wanted.name}"
    return response


def _unpack(path: Path) -> Iterator[bytes]:
    with gzip.open(path) as file:
        while chunk := file.read(CHUNK):
            yield chunk


def _folder() -> Path:
    data_dir: Path = current_app.config["SETTINGS"].data_dir
    return data_dir / "data-terbuka"


def _path(wanted: OpenFile, stamp: str) -> Path:
    kind = OF_ONE_DAY if wanted.of_one_day else ""
    name = f"{kind}{wanted.on.isoformat()}-{wanted.name}-{stamp}"
    return _folder() / f"{name}{'.gz' if wanted.packed else ''}"


def _write(wanted: OpenFile, path: Path) -> None:
    with NamedTemporaryFile(dir=path.parent, delete=False) as file:
        try:
            if wanted.packed:
                with gzip.GzipFile("", "wb", 6, file, mtime=0) as packed:
                    wanted.write(cast("IO[bytes]", packed))
            else:
                wanted.write(file)
        except BaseException:
            Path(file.name).unlink()
            raise
    Path(file.name).replace(path)


def _forget_old(folder: Path) -> None:
    """What was made last stays; whoever asks for many days pushes out days alone."""
    files = sorted(folder.iterdir(), key=_age)
    of_days = [path for path in files if path.name.startswith(OF_ONE_DAY)]
    of_today = [path for path in files if not path.name.startswith(OF_ONE_DAY)]
    for path in (*of_days[KEPT_OF_DAYS:], *of_today[KEPT:]):
        path.unlink(missing_ok=True)


def _may_stand_for_today(path: Path) -> bool:
    made_at = datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(tzinfo=None)
    return _age(path) < EARLIER_SECONDS and clock.local_day(made_at) == clock.today()


def _age(path: Path) -> float:
    return time.time() - path.stat().st_mtime
