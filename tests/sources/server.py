"""A server on this machine that misbehaves on purpose."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

#: Packed before anybody asks, so that the answer does not come too late where the machine is busy.
_BOMB = gzip.compress(bytes(30_000_000), 1)

Respond = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by the server's routes; what has none is not found."""

    protocol_version = "HTTP/1.1"
    server: Misbehaving

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers.items())))
        try:
            respond = self.server.routes.get(self.path)
            if respond is None:
                self.send(b"not here", status=404)
            else:
                respond(self)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def send(self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> None:
        """Send a whole answer; an underscore in a header's name is a hyphen."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Misbehaving(ThreadingHTTPServer):
    """The server.

    Attributes:
        routes: How each path is answered.
        asked: Path and headers of every request so far.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.routes: dict[str, Respond] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    @property
    def base(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def paths(self) -> list[str]:
        """The paths that were asked for, without robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def page(self, path: str, body: bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        """Answer a path with a page."""
        self.routes[path] = lambda handler: handler.send(body, kind, 200, **headers)


@contextmanager
def misbehaving() -> Iterator[Misbehaving]:
    """A running server."""
    server = Misbehaving()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def redirect(to: str) -> Respond:
    """Lead on to another address."""
    return lambda handler: handler.send(b"", status=302, Location=to)


def failing(times: int, body: bytes, status: int = 503, **headers: str) -> Respond:
    """Fail so many times, then answer."""
    left = [times]

    def respond(handler: Handler) -> None:
        if left[0]:
            left[0] -= 1
            handler.send(b"busy", "text/plain", status, **headers)
        else:
            handler.send(body)

    return respond


def endless(handler: Handler) -> None:
    """Say that ten gigabytes follow, and begin to send them."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "10000000000")
    handler.end_headers()
    _pour(handler)


def endless_unsaid(handler: Handler) -> None:
    """Send without an end, and without saying how much."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Connection", "close")
    handler.end_headers()
    _pour(handler)


def _pour(handler: Handler) -> None:
    for _ in range(2000):
        handler.wfile.write(b"<p>words " * 10_000)


def dripping(handler: Handler) -> None:
    """Send a byte now and then."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def dripping_headers(handler: Handler) -> None:
    """Send headers a byte now and then, without an end."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for _ in range(200):
        handler.wfile.write(b"X")
        handler.wfile.flush()
        time.sleep(0.05)


def silent(_: Handler) -> None:
    """Say nothing for a while."""
    time.sleep(3)


def cut_short(handler: Handler) -> None:
    """End before all of the body that was promised has come."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b"<p>Words")
    handler.close_connection = True


def bomb(handler: Handler) -> None:
    """Send some kilobytes that unpack to thirty megabytes."""
    handler.send(_BOMB, Content_Encoding="gzip")
