"""A small client that costs little: one socket kept open, requests made beforehand."""

import gzip
import socket
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import cycle

import brotli

from tests.bench.timing import Times, gather

PIECE = 1 << 16
UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "br": brotli.decompress,
    "gzip": gzip.decompress,
}


@dataclass(frozen=True)
class Answer:
    """An answer as it travelled."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The text, unpacked."""
        unpack = UNPACK.get(self.headers.get("content-encoding", ""), bytes)
        return str(unpack(self.body), "utf-8")

    @property
    def cookie(self) -> str:
        """The cookie that was set."""
        return self.headers.get("set-cookie", "").partition(";")[0]


@dataclass(frozen=True)
class Load:
    """What a page bore."""

    per_second: float
    times: Times


class Client:
    """Speaks HTTP/1.1 on one connection."""

    def __init__(self, port: int, cookie: str = "") -> None:
        self.port = port
        self.cookie = cookie
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)

    def get(self, path: str, *, fragment: bool = False) -> Answer:
        """Get a page, or what htmx would get."""
        return self.ask(self.request("GET", path, "HX-Request: true\r\n" if fragment else ""))

    def post(self, path: str, form: str) -> Answer:
        """Send a form."""
        kind = "Content-Type: application/x-www-form-urlencoded\r\n"
        head = self.request("POST", path, f"{kind}Content-Length: {len(form)}\r\n")
        return self.ask(head + form.encode())

    def request(self, method: str, path: str, more: str = "") -> bytes:
        """The bytes of a request."""
        cookie = f"Cookie: {self.cookie}\r\n" if self.cookie else ""
        host = f"Host: 127.0.0.1:{self.port}\r\nAccept-Encoding: gzip, br\r\n"
        return f"{method} {path} HTTP/1.1\r\n{host}{cookie}{more}\r\n".encode()

    def ask(self, request: bytes) -> Answer:
        """Send a request and read its whole answer."""
        self.socket.sendall(request)
        received = b""
        while b"\r\n\r\n" not in received:
            received += self._receive()
        head, _, body = received.partition(b"\r\n\r\n")
        status, *lines = head.decode("latin-1").split("\r\n")
        pairs = (line.partition(":") for line in lines)
        headers = {name.lower(): value.strip() for name, _colon, value in pairs}
        if headers.get("transfer-encoding") == "chunked":
            body = self._whole_of_chunks(body)
        while len(body) < int(headers.get("content-length", 0)):
            body += self._receive()
        return Answer(int(status.split()[1]), headers, body)

    def _whole_of_chunks(self, received: bytes) -> bytes:
        while not received.endswith(b"0\r\n\r\n"):
            received += self._receive()
        body = b""
        while length := int(received.partition(b"\r\n")[0], 16):
            start = received.index(b"\r\n") + 2
            body += received[start : start + length]
            received = received[start + length + 2 :]
        return body

    def _receive(self) -> bytes:
        piece = self.socket.recv(PIECE)
        if not piece:
            raise ConnectionError("the server hung up")
        return piece


def hammer(port: int, cookie: str, paths: Sequence[str], *, clients: int, seconds: float) -> Load:
    """Ask for the pages in turn from several connections."""
    start = time.perf_counter()
    until = start + seconds

    def work(number: int) -> list[float]:
        client = Client(port, cookie)
        first = number * len(paths) // clients
        turned = [*paths[first:], *paths[:first]]
        requests = cycle([client.request("GET", path) for path in turned])
        times = []
        while (began := time.perf_counter()) < until:
            answer = client.ask(next(requests))
            if answer.status != 200:
                raise RuntimeError(f"{paths}: {answer.status}")
            times.append((time.perf_counter() - began) * 1000)
        return times

    with ThreadPoolExecutor(clients) as pool:
        times = [each for own in pool.map(work, range(clients)) for each in own]
    return Load(len(times) / (time.perf_counter() - start), gather(times))
