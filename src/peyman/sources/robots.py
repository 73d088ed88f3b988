"""What a server's robots.txt lets programs fetch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Robots:
    """The rules of one server.

    Attributes:
        pause: Seconds between two requests that it asks for; None where it does not say.
    """

    pause: float | None
    _rules: Any
    _agent: str = ""

    @classmethod
    def open(cls) -> Robots:
        """Rules that close nothing."""
        return cls(None, None)

    @classmethod
    def closed(cls) -> Robots:
        """Rules that close everything."""
        return cls(None, False)

    @classmethod
    def parse(cls, content: bytes, agent: str) -> Robots:
        """Return the rules of a file.

        Args:
            content: The file; what is no robots.txt closes nothing.
            agent: The name by which we call ourselves.
        """
        from protego import Protego

        rules = Protego.parse(content.decode("utf-8", "replace"))
        pause = rules.crawl_delay(agent)
        return cls(float(pause) if pause is not None else None, rules, agent)

    def allow(self, url: str) -> bool:
        """Whether an address may be fetched."""
        return self._rules is None or (self._rules is not False and bool(self._rules.can_fetch(url, self._agent)))
