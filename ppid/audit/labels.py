"""The names of fields in the trail, as people know them; each feature names its own."""

from collections.abc import Mapping

from flask import Flask

EXTENSION = "ppid_field_labels"


def init_app(app: Flask) -> None:
    """Let templates say a field's name in Indonesian; an unnamed field keeps its own."""
    app.extensions.setdefault(EXTENSION, {})
    app.add_template_filter(lambda field: app.extensions[EXTENSION].get(field, field), "nama_isian")


def name_fields(app: Flask, labels: Mapping[str, str]) -> None:
    """Add the names of a feature's fields."""
    app.extensions.setdefault(EXTENSION, {}).update(labels)
