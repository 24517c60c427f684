"""Files made once for each state of the register, kept beside the data, and sent from there."""

import gzip
import hashlib
import hmac
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Lock
from typing import IO, cast

from flask import Response, current_app, request, send_file

from ppid.audit.queries import last_record
from ppid.public.answers import FILE_SECONDS
from ppid.register.search import last_change

KEPT = 24
CHUNK = 64 * 1024
_turn = Lock()


@dataclass(frozen=True)
class OpenFile:
    """A file of the open data: ``name`` as it is saved, ``write`` makes it; texts are packed."""

    name: str
    media_type: str
    on: date
    write: Callable[[IO[bytes]], None]
    packed: bool = True


def send_kept(wanted: OpenFile) -> Response:
    """The file, made when the register has changed since; 304 without making it when known."""
    stamp = _stamp(wanted)
    answer = Response(status=200)
    answer.set_etag(stamp, weak=True)
    if answer.make_conditional(request).status_code == 304:
        return _kept_by_others(answer, stamp)
    return _kept_by_others(_send(wanted, _made(wanted, stamp)), stamp)


def _kept_by_others(response: Response, stamp: str) -> Response:
    response.set_etag(stamp, weak=True)
    response.cache_control.public = True
    response.cache_control.no_cache = None
    response.cache_control.max_age = FILE_SECONDS
    return response


def _send(wanted: OpenFile, path: Path) -> Response:
    options = {"mimetype": wanted.media_type, "download_name": wanted.name, "as_attachment": True}
    if wanted.packed and not request.accept_encodings["gzip"]:
        response = Response(_unpack(path), mimetype=wanted.media_type)
        response.headers["Content-Disposition"] = f"attachment; filename={wanted.name}"
        return response
    response = send_file(path, conditional=True, etag=False, **options)  # type: ignore[arg-type]  # as named above
    if wanted.packed:
        response.headers["Content-Encoding"] = "gzip"
    return response


def _unpack(path: Path) -> Iterator[bytes]:
    with gzip.open(path) as file:
        while chunk := file.read(CHUNK):
            yield chunk


def _stamp(wanted: OpenFile) -> str:
    """A tag that changes with every write to the register and with the day; it tells no count."""
    version = current_app.jinja_env.globals["program_version"]
    state = f"{version} {wanted.name} {wanted.on} {last_record()} {last_change()}"
    key = str(current_app.secret_key).encode()
    return hmac.new(key, state.encode(), hashlib.sha256).hexdigest()[:24]


def _made(wanted: OpenFile, stamp: str) -> Path:
    folder: Path = current_app.config["SETTINGS"].data_dir / "data-terbuka"
    path = folder / f"{stamp}{'.gz' if wanted.packed else ''}"
    with _turn:
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            _write(wanted, path)
            _forget_old(folder)
    return path.resolve()


def _write(wanted: OpenFile, path: Path) -> None:
    with NamedTemporaryFile(dir=path.parent, delete=False) as file:
        if wanted.packed:
            with gzip.GzipFile("", "wb", 6, file, mtime=0) as packed:
                wanted.write(cast("IO[bytes]", packed))
        else:
            wanted.write(file)
    Path(file.name).replace(path)


def _forget_old(folder: Path) -> None:
    files = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[KEPT:]:
        path.unlink(missing_ok=True)
