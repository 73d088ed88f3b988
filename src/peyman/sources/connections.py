"""Connections to servers: made to addresses that were checked, and ended when their time is up.

A host is resolved once for each connection, and the connection goes to the addresses that were checked, not to the
name: a name server that answers otherwise the second time (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from peyman.errors import ForbiddenAddress

Resolve = Callable[[str, int], Iterable[str]]
"""Finds the addresses of a host and port."""


def _resolve(host: str, port: int) -> Iterable[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return dict.fromkeys(str(info[4][0]) for info in found)


def is_public(address: str) -> bool:
    """Whether an address is one of the public network, and hides none inside it that is not."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inside: list[Any] = [parsed]
    if isinstance(parsed, ipaddress.IPv6Address):
        inside += [each for each in (parsed.ipv4_mapped, parsed.sixtofour) if each is not None]
        inside += list(parsed.teredo or ())
        if parsed in ipaddress.ip_network("64:ff9b::/96"):
            inside.append(ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF))
    return all(each.is_global and not each.is_multicast and not each.is_reserved for each in inside) or (
        isinstance(parsed, ipaddress.IPv6Address)
        and parsed in ipaddress.ip_network("64:ff9b::/96")
        and all(each.is_global for each in inside[1:])
    )


def knock(host: str, port: int, seconds: float) -> None:
    """See that something listens at an address that the user names; nothing is sent.

    Args:
        host: Name or address.
        port: The port.
        seconds: How long it may take.

    Raises:
        OSError: Nothing does.
    """
    socket.create_connection((host, port), timeout=seconds).close()


class Guard(httpcore.NetworkBackend):
    """Makes connections, to addresses that were checked and no others, and ends them when their time is up.

    Attributes:
        deadline: When the answer that is being read has to be whole.
    """

    def __init__(self, allow_private: bool, resolve: Resolve | None = None) -> None:
        self._allow_private, self._resolve = allow_private, resolve or _resolve
        self._inner = httpcore.SyncBackend()
        self.deadline = float("inf")

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first of a host's addresses that answers, after all of them were checked."""
        try:
            addresses = list(self._resolve(host.strip("[]"), port))
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"there is no host {host}") from error
        private = [address for address in addresses if not is_public(address)]
        if private and not self._allow_private:
            raise ForbiddenAddress(
                f"{host} leads to {private[0]}, an address of a private or local network.",
                "Allow that with --allow-private, if it is a server of your own.",
            )
        failure: Exception = httpcore.ConnectError(f"there is no host {host}")
        for address in addresses[:4]:
            try:
                stream = self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            return _Timed(stream, self)
        raise failure

    def connect_unix_socket(self, path: str, timeout: float | None = None, socket_options: Any = None) -> Any:
        """Refuse: no page is behind one."""
        raise ForbiddenAddress("Sockets are not fetched from.", "Give an address such as https://example.org/page.")

    def sleep(self, seconds: float) -> None:
        """Wait."""
        self._inner.sleep(seconds)


class _Timed(httpcore.NetworkStream):
    """A connection on which an answer that comes in drops ends when its time is up."""

    def __init__(self, inner: httpcore.NetworkStream, guard: Guard) -> None:
        self._inner, self._guard = inner, guard

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = self._guard.deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the answer takes too long")
        return self._inner.read(max_bytes, min(left, timeout if timeout is not None else left))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, timeout)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Timed(self._inner.start_tls(ssl_context, server_hostname, timeout), self._guard)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
