"""Every way into the program is marked, plain to read and typed."""

import re
from collections.abc import Iterator

from flask import Flask
from werkzeug.routing import Rule

from ppid.web.guard import mark_of

SEGMENT = re.compile(
    r"^(<(string|int|path|date):[a-z_]+>|[a-z0-9.-]+|<(string|int|date):[a-z_]+>\.[a-z]+)$"
)


def own_rules(app: Flask) -> Iterator[Rule]:
    return (rule for rule in app.url_map.iter_rules() if rule.endpoint != "static")


def test_every_view_carries_a_mark(app: Flask) -> None:
    unmarked = [
        r.endpoint for r in own_rules(app) if mark_of(app.view_functions[r.endpoint]) is None
    ]

    assert unmarked == []


def test_every_address_is_kebab_case_and_its_parts_are_typed(app: Flask) -> None:
    odd = [
        rule.rule
        for rule in own_rules(app)
        for segment in rule.rule.strip("/").split("/")
        if segment and not SEGMENT.match(segment)
    ]

    assert odd == []


def test_every_endpoint_is_a_verb_and_a_noun(app: Flask) -> None:
    odd = [
        rule.endpoint
        for rule in own_rules(app)
        if not re.match(r"^[a-z_]+\.[a-z]+(_[a-z]+)*$", rule.endpoint)
    ]

    assert odd == []
