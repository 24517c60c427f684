"""Help beside the forms."""

import pytest
from flask import Flask

from ppid.handbook.help_texts import help_for, list_topics

TOPICS = (
    *("title", "public_title", "legal_bases", "consequence_open", "benefit_closed", "period"),
    *("extent", "given_instead", "minutes", "decision", "determination", "report"),
)


def test_there_is_help_on_every_topic() -> None:
    assert set(list_topics()) == set(TOPICS)


@pytest.mark.parametrize("topic", TOPICS)
def test_help_has_a_heading_both_examples_and_a_way_to_the_handbook(app: Flask, topic: str) -> None:
    with app.test_request_context():
        html = help_for(topic)

    assert html.startswith("<p><strong>")
    assert "<strong>Baik:</strong>" in html
    assert "<strong>Kurang baik:</strong>" in html
    assert '<a href="/panduan/' in html


@pytest.mark.parametrize("topic", TOPICS)
def test_help_is_short_enough_to_stand_beside_a_form(app: Flask, topic: str) -> None:
    with app.test_request_context():
        assert len(help_for(topic).striptags().split()) <= 80


def test_templates_ask_for_help_by_its_topic(app: Flask) -> None:
    with app.test_request_context():
        html = app.jinja_env.from_string("{{ bantuan('period') }}").render()

    assert "<strong>Sampai kapan</strong>" in html


def test_an_unknown_topic_is_refused_with_the_known_ones(app: Flask) -> None:
    with app.test_request_context(), pytest.raises(LookupError, match="public_title"):
        help_for("cuaca")
