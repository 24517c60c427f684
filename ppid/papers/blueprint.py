"""The pages of papers, under one name."""

from flask import Blueprint

bp = Blueprint("papers", __name__)
