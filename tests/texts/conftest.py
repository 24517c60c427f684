"""The PPID at the pages of the office's texts."""

from collections.abc import Callable

import pytest

from ppid.accounts.models import User
from ppid.texts.registry import TEXTS, TextForm
from tests.page_client import PageClient

NAME = "penetapan-pengubahan-diktum"


@pytest.fixture
def editor(sign_in: Callable[[User], PageClient], officer: User) -> PageClient:
    """The PPID, signed in."""
    return sign_in(officer)


@pytest.fixture
def text() -> TextForm:
    """The dictums of a change."""
    return TEXTS[NAME]
