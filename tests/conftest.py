"""What every test may ask for: a register of its own, people, a client that lints pages."""

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from ppid import clock, create_app, schema
from ppid.accounts.models import RoleGrant, Unit, User, UserSession
from ppid.accounts.sessions import TOKEN, _hash
from ppid.audit.actions import CommandLine
from ppid.cli.setup import prepare_register
from ppid.db import connect_database, database
from ppid.demo.fill import fill_demo
from ppid.settings import Settings
from ppid.workflow.roles import Role
from tests.page_client import PageClient

KEY = "k" * 48


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose register has every migration and nothing in it."""
    folder = tmp_path_factory.mktemp("migrated")
    bound = connect_database(Settings(data_dir=folder).database_path)
    schema.migrate()
    bound.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    bound.close()
    return folder


@pytest.fixture
def settings(migrated: Path, tmp_path: Path) -> Settings:
    """Settings of a fresh register of its own."""
    folder = tmp_path / "data"
    shutil.copytree(migrated, folder)
    return Settings(data_dir=folder, secret_key=KEY, app_env="development")


@pytest.fixture(scope="session")
def demo_made(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the demo register, made once."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    shutil.copytree(migrated, folder)
    create_app(Settings(data_dir=folder, secret_key=KEY, app_env="development"))
    prepare_register()
    fill_demo(CommandLine())
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return folder


@pytest.fixture
def demo(demo_made: Path, tmp_path: Path) -> Iterator[Flask]:
    """The real program over a demo register of its own."""
    folder = tmp_path / "demo"
    shutil.copytree(demo_made, folder)
    made = create_app(Settings(data_dir=folder, secret_key=KEY, app_env="development"))
    yield made
    database.close()


@pytest.fixture
def demo_as(demo: Flask) -> Callable[[str], PageClient]:
    """A browser at the demo register in which that user is signed in."""

    def sign(username: str) -> PageClient:
        return sign_in_at(PageClient(demo), User.get(User.username == username))

    return sign


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """The real program over a fresh register."""
    made = create_app(settings)
    made.testing = False
    made.config["PROPAGATE_EXCEPTIONS"] = True
    yield made
    database.close()


@pytest.fixture
def client(app: Flask) -> PageClient:
    """A browser without JavaScript that finds fault with every page it gets."""
    return PageClient(app)


@pytest.fixture
def unit(app: Flask) -> Unit:
    """The public body itself, root of the units."""
    return Unit.create(code="prov", name="Pemerintah Provinsi Contoh", short_name="Pemprov")


@pytest.fixture
def make_user(app: Flask) -> Callable[..., User]:
    """Make a user who holds the given roles, everywhere or in one unit."""

    def make(username: str, *roles: Role, unit: Unit | None = None) -> User:
        user = User.create(username=username, name=f"Contoh {username}", password_hash="-")
        for role in roles:
            RoleGrant.create(user=user, role=role.value, unit=unit)
        return user

    return make


@pytest.fixture
def sign_in(client: PageClient) -> Callable[[User], PageClient]:
    """Sign a user in at the client, without going through the form."""
    return lambda user: sign_in_at(client, user)


def sign_in_at(client: PageClient, user: User) -> PageClient:
    """Give the browser a session of that user."""
    token = f"token-{user.id}"
    UserSession.get_or_create(
        token_hash=_hash(token),
        defaults={"user": user, "expires_at": clock.now() + timedelta(hours=1)},
    )
    with client.browser.session_transaction() as cookie:
        cookie.clear()
        cookie[TOKEN] = token
    return client


@pytest.fixture
def officer(make_user: Callable[..., User]) -> User:
    """The PPID."""
    return make_user("ppid", Role.OFFICER)
