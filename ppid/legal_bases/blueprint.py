"""The pages of the catalogue, under one name."""

from typing import TYPE_CHECKING

from flask import Blueprint, abort

from ppid.legal_bases import queries

if TYPE_CHECKING:
    from ppid.legal_bases.models import Regulation

bp = Blueprint("legal_bases", __name__, url_prefix="/dasar-hukum")


def find_regulation(code: str) -> "Regulation":
    """The regulation of an address, or 404."""
    return queries.get_regulation(code) or abort(404)
