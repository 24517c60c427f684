"""Settings, read once from the environment; every one stands in README's table."""

import os
import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta, timezone
from pathlib import Path

from ppid.errors import Refused

OFFSETS = {"WIB": 7, "WITA": 8, "WIT": 9}
MAIL_ADDRESS = re.compile(
    r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@([a-z\d-]{1,63}\.)*[a-z\d-]{1,63}", re.A | re.I
)
"""A plain mail address: one name, one domain, ASCII, nothing around it."""
HOST = re.compile(r"[a-z\d](?:[a-z\d.:-]{0,252})", re.A | re.I)
THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}
WHOLE_NUMBERS = {
    *("port", "threads", "session_hours", "upload_limit_mb", "trusted_proxies", "smtp_port"),
}
CHOICES = {
    "time_zone": tuple(OFFSETS),
    "app_env": ("production", "development"),
    "smtp_security": ("starttls", "tls", "none"),
}


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
    smtp_host: str = ""
    smtp_port: int = 587
    smtp_user: str = ""
    smtp_password: str = field(default="", repr=False)
    smtp_security: str = "starttls"
    mail_from: str = ""

    @property
    def sends_mail(self) -> bool:
        """Whether there is a server to hand mail to."""
        return bool(self.smtp_host)

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
    for each in fields(Settings):
        raw = environment.get(each.name.upper())
        if raw is None or raw == "":
            continue
        try:
            values[each.name] = _convert(each.name, raw)
        except ValueError as error:
            faults.append(f"{each.name.upper()}: {error}")
    settings = Settings(**values)  # type: ignore[arg-type]  # each value was converted by its field
    faults += _mail_faults(settings)
    if faults:
        raise WrongSettings("Pengaturan berikut perlu diperbaiki. " + "; ".join(faults))
    return settings


def _convert(name: str, raw: str) -> object:
    if name in WHOLE_NUMBERS:
        return _whole_number(raw)
    if name in CHOICES and raw not in CHOICES[name]:
        raise ValueError(f"“{raw}” bukan salah satu dari {', '.join(CHOICES[name])}")
    if name == "secret_key" and len(raw) < 32:
        raise ValueError("kunci kurang dari 32 huruf")
    if name == "mail_from" and not MAIL_ADDRESS.fullmatch(raw):
        raise ValueError("bukan alamat surel, misalnya ppid@contoh.go.id")
    if name == "smtp_host" and not HOST.fullmatch(raw):
        raise ValueError("bukan nama atau alamat server, misalnya smtp.contoh.go.id")
    return Path(raw) if name == "data_dir" else raw


def _mail_faults(settings: Settings) -> Iterator[str]:
    """What does not fit together; a password is never sent where others on the line can read it."""
    if not settings.sends_mail:
        return
    if not settings.mail_from:
        yield "MAIL_FROM: isi alamat pengirim, karena SMTP_HOST diatur"
    if bool(settings.smtp_user) != bool(settings.smtp_password):
        yield "SMTP_USER dan SMTP_PASSWORD: isi keduanya atau kosongkan keduanya"
    if not 0 < settings.smtp_port < 65536:
        yield "SMTP_PORT: isi 1 sampai 65535"
    if (
        settings.smtp_user
        and settings.smtp_security == "none"
        and settings.smtp_host not in THIS_MACHINE
    ):
        yield "SMTP_SECURITY: pilih starttls atau tls, agar kata sandi tidak terkirim terbuka"


def _whole_number(raw: str) -> int:
    if not raw.isdecimal():
        raise ValueError(f"“{raw}” bukan bilangan bulat")
    return int(raw)
