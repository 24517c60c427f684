"""A browser for tests, without JavaScript, that finds fault with every page it gets."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from flask import Flask
from html5lib import HTMLParser, treebuilders
from itsdangerous import URLSafeTimedSerializer
from werkzeug.test import TestResponse

TEXT_FIELDS = {"input", "select", "textarea"}
UNLABELLED = {"hidden", "submit", "button", "image", "reset"}
HX_READS = {"hx-get"}
HX_WRITES = {"hx-post", "hx-put", "hx-patch", "hx-delete"}


class PageClient:
    """Gets and posts; every HTML answer is linted, page or fragment."""

    def __init__(self, app: Flask) -> None:
        self.browser = app.test_client()

    def get(self, path: str, *, status: int = 200, **options: Any) -> TestResponse:
        """Get a page, and expect ``status``."""
        response = self.browser.get(path, **options)
        return self._checked(response, status, path)

    def fragment(self, path: str, *, status: int = 200, **options: Any) -> TestResponse:
        """Get what htmx would get."""
        headers = {"HX-Request": "true", **options.pop("headers", {})}
        return self._checked(self.browser.get(path, headers=headers, **options), status, path)

    def post(
        self, path: str, data: dict[str, Any] | None = None, *, status: int = 303, **options: Any
    ) -> TestResponse:
        """Post a form with its token, as the page of the form would."""
        body = {"csrf_token": self.token(), **(data or {})}
        response = self.browser.post(path, data=body, **options)
        return self._checked(response, status, path)

    def token(self) -> str:
        """The anti-forgery token that this browser's forms carry."""
        with self.browser.session_transaction() as cookie:
            secret = cookie.setdefault("csrf_token", "0" * 40)
        serializer = URLSafeTimedSerializer(
            self.browser.application.secret_key, salt="wtf-csrf-token"
        )
        return str(serializer.dumps(secret))

    def _checked(self, response: TestResponse, status: int, path: str) -> TestResponse:
        assert response.status_code == status, (
            f"{path}: {response.status_code}, expected {status}\n{response.text[:3000]}"
        )
        if response.mimetype == "text/html" and response.text and status // 100 != 3:
            faults = list(page_faults(response.text))
            assert not faults, f"{path}: " + "; ".join(faults)
        return response


def page_faults(html: str) -> Iterator[str]:
    """What is wrong with a page, or with a fragment of one."""
    whole = html.lstrip().lower().startswith("<!doctype")
    parser = HTMLParser(
        tree=treebuilders.getTreeBuilder("etree"), namespaceHTMLElements=False, strict=False
    )
    root = parser.parse(html) if whole else parser.parseFragment(html, container="div")
    for position, code, _data in parser.errors:
        if code not in {"expected-doctype-but-got-start-tag"}:
            line = html.splitlines()[position[0] - 1][:160] if html else ""
            yield f"HTML {code} at {position}: {line}"
    if whole:
        yield from _frame_faults(root)
    yield from _id_faults(root)
    yield from _field_faults(root)
    yield from _form_faults(root)
    yield from _htmx_faults(root)
    yield from _inline_faults(root)


def _frame_faults(root: Element) -> Iterator[str]:
    if len(root.findall(".//h1")) != 1:
        yield f"{len(root.findall('.//h1'))} h1, expected one"
    title = root.find(".//title")
    if title is None or not (title.text or "").strip():
        yield "no title"
    if root.get("lang") != "id":
        yield "language is not id"


def _id_faults(root: Element) -> Iterator[str]:
    seen: set[str] = set()
    for element in root.iter():
        name = element.get("id")
        if name in seen:
            yield f"id {name} twice"
        if name:
            seen.add(name)
    for element in root.iter():
        for attribute in ("aria-describedby", "aria-labelledby", "for"):
            for wanted in (element.get(attribute) or "").split():
                if wanted not in seen:
                    yield f"{attribute} names {wanted}, which is not there"


def _field_faults(root: Element) -> Iterator[str]:
    labelled = {label.get("for") for label in root.iter("label")}
    inside = {
        id(field) for label in root.iter("label") for field in label.iter() if field is not label
    }
    for field in root.iter():
        if field.tag not in TEXT_FIELDS or field.get("type") in UNLABELLED:
            continue
        if not (
            field.get("id") in labelled
            or id(field) in inside
            or field.get("aria-label")
            or field.get("aria-labelledby")
        ):
            yield f"field {field.get('name')} has no label"


def _form_faults(root: Element) -> Iterator[str]:
    for form in root.iter("form"):
        if form.get("action") is None:
            yield "form without action"
        if (form.get("method") or "get").lower() == "post" and not any(
            field.get("name") == "csrf_token" and field.get("value") for field in form.iter("input")
        ):
            yield f"form {form.get('action')} without token"


def _htmx_faults(root: Element) -> Iterator[str]:
    for element in root.iter():
        names = set(element.keys())
        if names & HX_READS and not (names & {"href", "action", "formaction"}):
            yield f"{element.tag} {element.get('hx-get')} has hx-get but no plain way"
        if names & HX_WRITES and not (names & {"action", "formaction"}):
            yield f"{element.tag} has hx-post but no action"


def _inline_faults(root: Element) -> Iterator[str]:
    for element in root.iter():
        if element.tag == "style" or element.get("style"):
            yield f"inline style on {element.tag}"
        if element.tag == "script" and not element.get("src"):
            yield "inline script"
        if any(name.startswith("on") for name in element.keys()):  # noqa: SIM118 - an Element, no dict
            yield f"inline handler on {element.tag}"
