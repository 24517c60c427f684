"""The pages of the office's settings, under one name."""

from flask import Blueprint

bp = Blueprint("office", __name__, url_prefix="/pengaturan")
