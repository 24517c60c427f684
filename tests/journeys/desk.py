"""One person at one browser."""

import os
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, ViewportSize, expect

PASSWORD = "contoh-2026"
WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 360, "height": 740}
EXPECTED = re.compile(
    r"Failed to load resource: (.*status of (403|404|409|422|429)|net::ERR_INTERNET_DISCONNECTED)"
)


class Desk:
    """A browser context of its own; keeps every fault that its console tells of."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.faults: list[str] = []
        context.on("page", self._listen)
        self.page = context.new_page()

    def _listen(self, page: Page) -> None:
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self._keep(str(error)))

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self._keep(said.text)

    def _keep(self, fault: str) -> None:
        if not EXPECTED.search(fault):
            self.faults.append(f"{self.page.url}: {fault}")

    def open(self, path: str) -> Page:
        """Go to an address of the program."""
        self.page.goto(self.address + path)
        return self.page

    def sign_in(self, username: str, password: str = PASSWORD) -> Page:
        """Sign in through the form, and see one's own name at the top."""
        self.open("/masuk")
        self.page.get_by_label("Nama pengguna").fill(username)
        self.page.get_by_label("Kata sandi").fill(password)
        self.page.get_by_role("button", name="Masuk").click()
        expect(self.page.locator("details.person summary")).to_be_visible()
        return self.page

    def fetch(self, path: str) -> bytes:
        """The bytes that a link of this person's leads to."""
        answer = self.context.request.get(self.address + path)
        assert answer.status == 200, f"{path}: {answer.status}"
        return answer.body()

    def sticking_out(self) -> list[str]:
        """What is wider than the window: the page itself, and what makes it so."""
        found: list[str] = self.page.evaluate(STICKING_OUT)
        return found

    def shoot(self, name: str) -> None:
        """Keep a picture of the whole page in the folder that SCREENSHOTS names."""
        if folder := os.environ.get("SCREENSHOTS"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=Path(folder) / f"{name}.png", full_page=True, caret="initial")

    def focused(self) -> dict[str, Any]:
        """What has the focus: its words, its address, and whether its outline can be seen."""
        said: dict[str, Any] = self.page.evaluate(FOCUSED)
        return said


STICKING_OUT = """() => {
  const page = document.documentElement, room = page.clientWidth;
  if (page.scrollWidth <= room) return [];
  const moves = (node) => ["auto", "scroll", "hidden"].includes(getComputedStyle(node).overflowX);
  const held = (node) =>
    node && node !== document.body && (moves(node) || held(node.parentElement));
  const wide = [...document.body.querySelectorAll("*")].filter(
    (node) => node.getBoundingClientRect().right > room + 1 && !held(node.parentElement));
  return ["page " + page.scrollWidth, ...wide.slice(0, 6).map(
    (node) => node.tagName + "." + node.className + " " + node.textContent.trim().slice(0, 40))];
}"""

FOCUSED = """() => {
  const node = document.activeElement;
  const style = getComputedStyle(node);
  const box = node.getBoundingClientRect();
  return {
    tag: node.tagName,
    name: node.getAttribute("name"),
    href: node.getAttribute("href"),
    text: (node.value || node.textContent || "").trim().slice(0, 60),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inside: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""
