"""The pages of the register, under one name."""

from flask import Blueprint

bp = Blueprint("register", __name__, url_prefix="/register")
