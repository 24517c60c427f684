"""The pages of the desk, under their names."""

from flask import Blueprint

desk_bp = Blueprint("desk", __name__)
requests_bp = Blueprint("requests", __name__, url_prefix="/permohonan")
synonyms_bp = Blueprint("synonyms", __name__, url_prefix="/pengaturan/sinonim")
