"""Signing in by password, throttled by account and by address."""

from datetime import timedelta

from ppid import clock
from ppid.accounts.models import SignInAttempt, User
from ppid.accounts.passwords import hash_password, needs_rehash, verify_password
from ppid.audit.actions import Subject, record
from ppid.db import database
from ppid.errors import Refused

WINDOW = timedelta(minutes=15)
FAILURES_OF_ACCOUNT = 5
FAILURES_OF_ADDRESS = 30
WRONG = "Nama pengguna atau kata sandi tidak cocok. Periksa huruf besar dan kecilnya."
WAIT = "Terlalu banyak percobaan. Coba lagi setelah 15 menit, atau hubungi admin sistem."


class TooManyAttempts(Refused):
    """Signing in is closed for a while; the password was not looked at."""


def check_password(username: str, password: str, *, address: str) -> User:
    """The user whose password this is; refuses a wrong one and too many tries."""
    _throttle(username, address)
    user = User.get_or_none(User.username == username, User.disabled_at.is_null())
    right = verify_password(password, user.password_hash if user else None)
    with database.atomic():
        SignInAttempt.create(username=username[:40], address=address, succeeded=right)
        if not right or user is None:
            if user is not None:
                _note(user, "failed-sign-in", f"Gagal masuk dari {address}")
        else:
            if needs_rehash(user.password_hash):
                user.password_hash = hash_password(password)
                user.save()
            _note(user, "signed-in", f"Masuk dari {address}")
    if not right or user is None:
        raise Refused(WRONG, "password")
    return user


def _throttle(username: str, address: str) -> None:
    since = clock.now() - WINDOW
    recent = SignInAttempt.select().where(SignInAttempt.at > since)
    last_success = (
        SignInAttempt.select(SignInAttempt.id)
        .where(SignInAttempt.username == username, SignInAttempt.succeeded)
        .order_by(SignInAttempt.id.desc())
        .limit(1)
        .scalar()
    )
    of_account = recent.where(
        SignInAttempt.username == username, SignInAttempt.id > (last_success or 0)
    ).count()
    of_address = recent.where(
        SignInAttempt.address == address,
        SignInAttempt.succeeded == False,  # noqa: E712 - SQL
    ).count()
    if of_account >= FAILURES_OF_ACCOUNT or of_address >= FAILURES_OF_ADDRESS:
        raise TooManyAttempts(WAIT, "username")


def _note(user: User, action: str, summary: str) -> None:
    record(user, action, summary, subjects=[Subject("user", user.id, user.username)])
