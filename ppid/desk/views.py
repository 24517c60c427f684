"""The desk, the requests and the everyday words, put into the program."""

from flask import Flask

from ppid.accounts.permissions import Permission
from ppid.audit.labels import name_fields
from ppid.cases.task_sources import add_task_source
from ppid.desk import (
    answer_views,
    desk_views,
    letter_views,
    objection_views,
    request_views,
    synonym_views,
)
from ppid.desk.blueprints import desk_bp, requests_bp, synonyms_bp
from ppid.desk.dispute_parts import tell_requests_about
from ppid.desk.request_history import tell_requests
from ppid.desk.request_lists import count_pressing
from ppid.desk.tasks import request_tasks
from ppid.papers.bundle_parts import add_part_source
from ppid.register.history import add_history_source
from ppid.web.navigation import NavItem, add_nav_item

__all__ = [
    "answer_views",
    "desk_views",
    "init_app",
    "letter_views",
    "objection_views",
    "request_views",
    "synonym_views",
]
FIELD_LABELS = {
    "synonym_words": "Kata dalam register",
    "request_items": "Banyaknya rincian",
    "linked_entry": "Entri yang dikaitkan",
}


def init_app(app: Flask) -> None:
    """Add the pages of this feature, its tasks, and what it tells of entries."""
    for blueprint in (desk_bp, requests_bp, synonyms_bp):
        app.register_blueprint(blueprint)
    name_fields(app, FIELD_LABELS)
    add_history_source(app, tell_requests)
    add_part_source(app, tell_requests_about)
    add_task_source(app, request_tasks)
    add_nav_item(app, NavItem(15, "Meja layanan", "desk.show_desk", Permission.RECORD_REQUESTS))
    requests = NavItem(
        35, "Permohonan", "requests.list_requests", Permission.READ_REQUESTS, count_pressing
    )
    add_nav_item(app, requests)
