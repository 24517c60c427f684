"""What the catalogue tells those above it, without knowing them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from blinker import Signal
from flask import Flask, current_app

regulation_changed = Signal("a regulation was revoked or amended; sent in the same transaction")
"""Sender: the Regulation. Whoever keeps an index of what rests on it brings it up to date."""


@dataclass(frozen=True)
class Resting:
    """An entry that rests on a provision: number, title, address of its page."""

    number: str
    title: str
    provision_id: int


@dataclass(frozen=True)
class Uses:
    """How the register answers: provision → number of entries, and which entries they are."""

    count: Callable[[Sequence[int]], Mapping[int, int]]
    resting: Callable[[Sequence[int]], Sequence[Resting]]


def offer_uses(app: Flask, uses: Uses) -> None:
    """Let the register tell which entries rest on a provision."""
    app.extensions["ppid_uses"] = uses


def uses() -> Uses:
    """The register's answers; without a register nothing rests on anything."""
    nothing = Uses(count=lambda _ids: {}, resting=lambda _ids: ())
    offered = current_app.extensions.get("ppid_uses", nothing)
    assert isinstance(offered, Uses)  # noqa: S101 - narrows the type of an extension
    return offered
