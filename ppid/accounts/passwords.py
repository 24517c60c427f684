"""Passwords: kept as argon2 hashes, never shown, never sent."""

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from ppid.errors import Refused

SHORTEST = 10
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def hash_password(password: str) -> str:
    """The hash to keep; refuses a password that is too short."""
    if len(password) < SHORTEST:
        raise Refused(f"Kata sandi paling sedikit {SHORTEST} huruf.", "password")
    return _hasher.hash(password)


def verify_password(password: str, kept: str | None) -> bool:
    """Whether the password is right; takes as long for a user who does not exist."""
    try:
        return _hasher.verify(kept or _stand_in(), password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _stand_in() -> str:
    """A hash that no password fits; made when it is first needed, to start sooner."""
    return _hasher.hash(secrets.token_urlsafe(16))


def needs_rehash(kept: str) -> bool:
    """Whether the hash was made with older parameters."""
    return _hasher.check_needs_rehash(kept)


def new_password() -> str:
    """A password to hand over once; the user must change it."""
    return secrets.token_urlsafe(12)
