"""Pages taken apart."""

from __future__ import annotations

from typing import Any

from lxml import html


def parsed(text: str) -> Any:
    """The tree of a page (lxml has no types)."""
    return html.document_fromstring(text)  # type: ignore[no-untyped-call]
