"""A reader of the handbook over the catalogue that the product carries."""

from collections.abc import Callable

import pytest

from ppid.accounts.models import User
from ppid.audit.actions import CommandLine
from ppid.legal_bases.shipped import load_catalogue
from tests.page_client import PageClient


@pytest.fixture
def reader(sign_in: Callable[[User], PageClient], officer: User) -> PageClient:
    """The PPID, signed in, with the catalogue loaded."""
    load_catalogue(CommandLine())
    return sign_in(officer)
