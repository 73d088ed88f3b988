"""What every answer carries and every request has to pass: headers, the size of the body, where a change comes from.

The Content-Security-Policy lets a page load scripts, styles, fonts and pictures from this server only, and nothing
inline: text of a document that came to be taken for HTML could still do nothing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class Protection:
    """Adds the headers, and refuses bodies that are too large and changes that another site asks for.

    Args:
        application: What answers.
        maximum_body: Bytes of the largest body.
    """

    def __init__(self, application: Application, maximum_body: int) -> None:
        self._application = application
        self._maximum_body = maximum_body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        headers = Headers(scope=scope)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    answer.setdefault(name, value)
                answer.setdefault("Cache-Control", "no-store" if scope["method"] not in _SAFE else "private, no-cache")
            await send(message)

        if scope["method"] not in _SAFE and _from_another_site(headers):
            await _refuse(send_with_headers, 403, "This form was sent by another site.")
            return
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._maximum_body:
            await _refuse(send_with_headers, 413, f"More than {self._maximum_body} bytes are not taken in.")
            return
        await self._application(scope, _limited(receive, self._maximum_body), send_with_headers)


def _from_another_site(headers: Headers) -> bool:
    """Tell whether a browser says that a page of another site asked; programs other than browsers say nothing."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    if origin is None:
        return False
    # A browser writes "null" for a page without an origin of its own, such as one in a sandbox.
    return urlsplit(origin).netloc != headers.get("host")


def _limited(receive: Receive, maximum: int) -> Receive:
    """Count what arrives: a body in pieces does not say how long it is."""
    taken = 0

    async def receive_counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > maximum:
            # To the application it is as if the sender had gone.
            return {"type": "http.disconnect"}
        return message

    return receive_counted


async def _refuse(send: Send, status: int, reason: str) -> None:
    body = reason.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
