"""The blueprint of cases; its views stand in files by their noun."""

from flask import Blueprint

bp = Blueprint("cases", __name__, url_prefix="/perkara")
