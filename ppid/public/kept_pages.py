"""Public pages kept ready, packed for travelling, until the register changes.

A public page is the same for everybody, so the next who asks for it gets the same bytes. Whoever
asks still passes the guard and gets every header; only the making of the page is spared.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from threading import Lock
from typing import ParamSpec

from flask import Response, current_app, request

from ppid import clock
from ppid.public.answers import PAGE_SECONDS
from ppid.public.state import State, register_state
from ppid.web.compression import compress
from ppid.web.htmx import wants_fragment

MOST_PAGES = 400
LARGEST = 32 * 1024  # bytes as they travel
PAGES = "ppid_public_pages"
Values = ParamSpec("Values")
Address = tuple[str, bool, str]


@dataclass(frozen=True)
class KeptPage:
    """An answer as it travels, with what it was made from."""

    state: State
    on: date
    made_at: float
    body: bytes
    headers: tuple[tuple[str, str], ...]

    @property
    def is_true(self) -> bool:
        """Whether it would be made the same now; never trusted longer than browsers keep it."""
        fresh = time.monotonic() - self.made_at < PAGE_SECONDS
        return fresh and self.on == clock.today() and self.state == register_state()

    def answer(self) -> Response:
        """The answer, or 304 where the browser has it."""
        response = Response(self.body, headers=list(self.headers))
        response.make_conditional(request)
        return response


class KeptPages:
    """The pages asked for last."""

    def __init__(self) -> None:
        self._turn = Lock()
        self._pages: OrderedDict[Address, KeptPage] = OrderedDict()

    def get(self, address: Address) -> KeptPage | None:
        """The page of that address, if it is still true."""
        with self._turn:
            page = self._pages.get(address)
            if page is None:
                return None
            self._pages.move_to_end(address)
        return page if page.is_true else None

    def put(self, address: Address, page: KeptPage) -> None:
        """Keep a page; the one that was not asked for longest goes."""
        with self._turn:
            self._pages[address] = page
            self._pages.move_to_end(address)
            while len(self._pages) > MOST_PAGES:
                self._pages.popitem(last=False)


def kept_ready(view: Callable[Values, Response]) -> Callable[Values, Response]:
    """Give the page that is kept, else make it and keep it. Only for pages without a person."""

    @wraps(view)
    def answer(*args: Values.args, **values: Values.kwargs) -> Response:
        pages: KeptPages = current_app.extensions.setdefault(PAGES, KeptPages())
        address, state = _address(), register_state()
        if page := pages.get(address):
            return page.answer()
        response = compress(view(*args, **values))
        if _can_be_kept(response):
            headers = tuple(response.headers.items())
            made = KeptPage(state, clock.today(), time.monotonic(), response.get_data(), headers)
            pages.put(address, made)
        return response

    return answer


def _address() -> Address:
    accepted = request.accept_encodings
    packing = "br" if accepted["br"] else "gzip" if accepted["gzip"] else ""
    return request.url, wants_fragment(), packing


def _can_be_kept(response: Response) -> bool:
    return (
        response.status_code == 200
        and not response.direct_passthrough
        and not response.is_streamed
        and "Set-Cookie" not in response.headers
        and (response.content_length or 0) <= LARGEST
    )
