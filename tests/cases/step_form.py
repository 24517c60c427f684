"""Filling in the form of a step as a person without JavaScript would."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from html5lib import HTMLParser, treebuilders
from werkzeug.test import TestResponse

from tests.page_client import PageClient


class StepForm:
    """The form of the open step as its page shows it; names are those of the fields."""

    def __init__(self, client: PageClient, address: str) -> None:
        self.client = client
        parser = HTMLParser(tree=treebuilders.getTreeBuilder("etree"), namespaceHTMLElements=False)
        root = parser.parse(client.get(address).text)
        self.form = next(
            form
            for form in root.iter("form")
            if "data-draft" in form.keys()  # noqa: SIM118 - an Element, no dict
        )
        self.fields = dict(values_of(self.form))

    def fill(self, **typed: str) -> "StepForm":
        """Type into fields; a name that is not there is a fault of the test or of the page."""
        for name, value in typed.items():
            found = [each for each in self.names if each == name or each.endswith(f"-{name}")]
            assert found, f"{name} is none of {sorted(self.names)}"
            for each in found:
                self.fields[each] = value
        return self

    @property
    def names(self) -> set[str]:
        """The names of all fields of the form, checked or not."""
        kinds = ("input", "textarea", "select")
        return {
            str(field.get("name"))
            for kind in kinds
            for field in self.form.iter(kind)
            if field.get("name")
        }

    def press(self, value: str, *, status: int = 303) -> TestResponse:
        """Press the first button whose value begins so; it goes where it or the form says."""
        buttons = [(each.get("value") or "", each) for each in self.form.iter("button")]
        found = next(((full, each) for full, each in buttons if full.startswith(value)), None)
        assert found, f"{value} is none of {[full for full, _button in buttons]}"
        full, button = found
        address = button.get("formaction") or self.form.get("action") or ""
        sent = {**self.fields, str(button.get("name")): full}
        return self.client.post(address, sent, status=status)


def values_of(form: Element) -> Iterator[tuple[str, str]]:
    """What a browser would send of the form, without its buttons."""
    for field in form.iter():
        name = field.get("name")
        if not name or field.tag not in ("input", "textarea", "select"):
            continue
        if field.tag == "textarea":
            yield name, field.text or ""
        elif field.tag == "select":
            chosen = [each for each in field.iter("option") if "selected" in each.keys()]  # noqa: SIM118 - an Element, no dict
            first = chosen or list(field.iter("option"))
            yield name, (first[0].get("value") or "") if first else ""
        elif field.get("type") not in ("checkbox", "radio") or "checked" in field.keys():  # noqa: SIM118 - an Element, no dict
            yield name, field.get("value") or ""
