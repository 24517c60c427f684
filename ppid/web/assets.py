"""Static files under immutable names, compressed once."""

import hashlib
import shutil
from pathlib import Path

from flask import Flask
from whitenoise import WhiteNoise
from whitenoise.compress import Compressor

FOLDERS = ("css", "js", "vendor", "img")


def build_assets(source: Path, target: Path) -> dict[str, str]:
    """Copy each file to a name that holds its hash, with .gz and .br beside; old ones go.

    Returns the path under ``source`` → the path under ``target``.
    """
    manifest = {str(path.relative_to(source)): _hashed(path, source) for path in _files(source)}
    for name, hashed in manifest.items():
        if not (target / hashed).exists():
            _publish(source / name, target / hashed)
    wanted = {target / hashed for hashed in manifest.values()}
    for path in list(target.rglob("*")):
        if path.is_file() and path.with_suffix("") not in wanted and path not in wanted:
            path.unlink()
    return manifest


def init_app(app: Flask, source: Path, target: Path) -> None:
    """Serve the built files for ever-cached; templates name them by ``asset('css/ppid.css')``."""
    manifest = build_assets(source, target)
    served = WhiteNoise(app.wsgi_app, max_age=0, immutable_file_test=lambda _path, _url: True)
    served.add_files(str(target), prefix="static/")
    app.wsgi_app = served  # type: ignore[method-assign]  # WSGI middleware is put on so

    @app.template_global()
    def asset(name: str) -> str:
        return f"/static/{manifest[name]}"


def _files(source: Path) -> list[Path]:
    return sorted(
        path for folder in FOLDERS for path in (source / folder).rglob("*") if path.is_file()
    )


def _hashed(path: Path, source: Path) -> str:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    relative = path.relative_to(source)
    return str(relative.with_name(f"{path.stem}.{digest}{path.suffix}"))


def _publish(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    compressor = Compressor(quiet=True)
    if compressor.should_compress(str(target)):
        compressor.compress(str(target))
