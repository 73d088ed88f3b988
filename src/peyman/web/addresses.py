"""Where the page of an entry is, and what may stand in a link."""

from __future__ import annotations

import re
from urllib.parse import urlencode, urlsplit

FOLDERS = {
    "D": "documents",
    "M": "meetings",
    "C": "undertakings",
    "S": "statements",
    "A": "actors",
    "P": "places",
    "G": "agreements",
}
"""The folder of the pages of each kind of entry, by the letter of its ids."""

_WEB = re.compile(r"https?://[^\s\x00-\x1f]+", re.IGNORECASE)


def entry_path(public_id: str) -> str:
    """Return the address of the page of an entry or document, within the site."""
    return f"/{FOLDERS[public_id[0]]}/{public_id}"


def evidence_path(document: str, start: int) -> str:
    """Return the address of some words in a document's page.

    Args:
        document: Public id of the document.
        start: The first code point of the words.
    """
    return f"/documents/{document}#t{start}"


def web_address(url: str | None) -> str | None:
    """Return an address that a document brought along, if it may stand in a link: http and https only."""
    return url if url and _WEB.fullmatch(url.strip()) else None


def local_path(path: str | None, otherwise: str = "/") -> str:
    """Return where to go next, if that is a page of this site.

    Args:
        path: As somebody sent it.
        otherwise: What is returned for anything else: another site, another scheme, a control character.
    """
    if not path or not path.startswith("/") or path[1:2] in ("/", "\\") or re.search(r"[\x00-\x20\\\x7f]", path):
        return otherwise
    parts = urlsplit(path)
    return path if not parts.scheme and not parts.netloc else otherwise


def with_query(path: str, **values: object) -> str:
    """Return an address with a query; values that are empty or None are left out."""
    query = urlencode({name: value for name, value in values.items() if value not in (None, "", 0)}, doseq=True)
    return f"{path}?{query}" if query else path
