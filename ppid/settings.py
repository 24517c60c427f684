"""Settings, read once from the environment; every one stands in README's table."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import timedelta, timezone
from pathlib import Path

from ppid.errors import Refused

OFFSETS = {"WIB": 7, "WITA": 8, "WIT": 9}


class WrongSettings(Refused):
    """One or more settings cannot be used; the message names them all."""


@dataclass(frozen=True)
class Settings:
    """What the environment decides. Names are those of the variables, in lower case."""

    data_dir: Path = Path("var")
    port: int = 8000
    app_env: str = "production"
    secret_key: str = ""
    time_zone: str = "WITA"
    threads: int = 4
    session_hours: int = 10
    upload_limit_mb: int = 20
    trusted_proxies: int = 0

    @property
    def development(self) -> bool:
        """Whether cookies may travel over plain HTTP."""
        return self.app_env == "development"

    @property
    def database_path(self) -> Path:
        """The one file that holds the register."""
        return self.data_dir / "ppid.sqlite3"

    @property
    def attachments_dir(self) -> Path:
        """Where attached files lie, outside of everything that is served."""
        return self.data_dir / "lampiran"

    @property
    def offset(self) -> timezone:
        """The office's clock; Indonesia keeps no summer time."""
        return timezone(timedelta(hours=OFFSETS[self.time_zone]), self.time_zone)

    def signing_key(self) -> str:
        """The key that signs cookies: as set, else one made once and kept beside the data."""
        if self.secret_key:
            return self.secret_key
        path = self.data_dir / "secret-key"
        if not path.exists():
            self.data_dir.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w") as file:
                file.write(secrets.token_urlsafe(48))
        return path.read_text()


def load_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings, or raise WrongSettings naming every variable that is wrong."""
    values: dict[str, object] = {}
    faults: list[str] = []
    for field in fields(Settings):
        raw = environment.get(field.name.upper())
        if raw is None or raw == "":
            continue
        try:
            values[field.name] = _convert(field.name, raw)
        except ValueError as error:
            faults.append(f"{field.name.upper()}: {error}")
    if faults:
        raise WrongSettings("Pengaturan berikut perlu diperbaiki. " + "; ".join(faults))
    return Settings(**values)  # type: ignore[arg-type]  # each value was converted by its field


def _convert(name: str, raw: str) -> object:
    if name == "data_dir":
        return Path(raw)
    if name in {"port", "threads", "session_hours", "upload_limit_mb", "trusted_proxies"}:
        return _whole_number(raw)
    if name == "time_zone" and raw not in OFFSETS:
        raise ValueError(f"“{raw}” bukan salah satu dari {', '.join(OFFSETS)}")
    if name == "app_env" and raw not in {"production", "development"}:
        raise ValueError(f"“{raw}” bukan production atau development")
    if name == "secret_key" and len(raw) < 32:
        raise ValueError("kunci kurang dari 32 huruf")
    return raw


def _whole_number(raw: str) -> int:
    if not raw.isdecimal():
        raise ValueError(f"“{raw}” bukan bilangan bulat")
    return int(raw)
