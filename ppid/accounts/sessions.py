"""Sessions in a table: the cookie holds a random token, the row its hash; a row can be ended."""

import hashlib
import secrets
from datetime import timedelta

from flask import Flask, Request, request, session
from flask_login import LoginManager, current_user, login_user, logout_user

from ppid import clock
from ppid.accounts.access import Person, grants_of
from ppid.accounts.models import User, UserSession

TOKEN = "token"  # noqa: S105 - the name of the cookie's key
SEEN_EVERY = timedelta(minutes=5)


def init_app(app: Flask) -> None:
    """Let flask-login find the person behind each request."""
    manager = LoginManager()
    manager.session_protection = None
    # Its own init_app would look into the session on every request, for a cookie we do not use.
    app.login_manager = manager  # type: ignore[attr-defined]  # the library's own door
    app.jinja_env.globals["current_user"] = current_user

    @manager.request_loader  # type: ignore[untyped-decorator]  # the library carries no types
    def load(_request: Request) -> Person | None:
        return _person_of(session.get(TOKEN))


def begin_session(user: User, *, hours: int) -> None:
    """Sign ``user`` in at this browser, for so many hours at most."""
    token = secrets.token_urlsafe(32)
    row = UserSession.create(
        user=user,
        token_hash=_hash(token),
        expires_at=clock.now() + timedelta(hours=hours),
        address=request.remote_addr or "",
        agent=request.user_agent.string[:200],
    )
    session.clear()
    session[TOKEN] = token
    login_user(Person(user, grants_of(user.id), row.id))


def end_session(session_id: int) -> None:
    """Sign out: the token is worth nothing from now on."""
    UserSession.update(ended_at=clock.now()).where(UserSession.id == session_id).execute()
    logout_user()
    session.clear()


def end_other_sessions(user: User, *, keep: int) -> None:
    """Sign a user out everywhere but at one browser."""
    UserSession.update(ended_at=clock.now()).where(
        UserSession.user == user, UserSession.id != keep, UserSession.ended_at.is_null()
    ).execute()


def end_all_sessions(user: User) -> None:
    """Sign a user out everywhere."""
    UserSession.update(ended_at=clock.now()).where(
        UserSession.user == user, UserSession.ended_at.is_null()
    ).execute()


def _person_of(token: str | None) -> Person | None:
    if not token:
        return None
    row = (
        UserSession.select(UserSession, User)
        .join(User)
        .where(
            UserSession.token_hash == _hash(token),
            UserSession.ended_at.is_null(),
            UserSession.expires_at > clock.now(),
            User.disabled_at.is_null(),
        )
        .first()
    )
    if row is None:
        return None
    if clock.now() - row.seen_at > SEEN_EVERY:
        UserSession.update(seen_at=clock.now()).where(UserSession.id == row.id).execute()
    return Person(row.user, grants_of(row.user_id), row.id)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
