"""Keeping the index true when the catalogue changes what entries rest on."""

from ppid.legal_bases.models import Regulation
from ppid.legal_bases.signals import regulation_changed
from ppid.register import index
from ppid.register.uses import list_resting_entries


def keep_index() -> None:
    """Listen to the catalogue, which tells what changed inside its own transaction."""
    regulation_changed.connect(refresh_resting)


def refresh_resting(regulation: Regulation) -> None:
    """The regulation was revoked or amended: light up every entry that rests on it."""
    index.refresh(list_resting_entries(regulation.id))
