"""The public pages, under one name."""

from flask import Blueprint

bp = Blueprint("public", __name__)
