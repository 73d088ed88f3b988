"""The pages, one module each; every module has a ``router``."""

from __future__ import annotations

from peyman.web.pages import (
    account,
    actors,
    administration,
    commitments,
    compare,
    documents,
    entries,
    home,
    meetings,
    positions,
    preferences,
    search,
    sign_in,
)

_MODULES = (
    *(home, meetings, commitments, documents, actors, search, compare, entries),
    *(positions, sign_in, account, administration, preferences),
)

ROUTERS = tuple(module.router for module in _MODULES)
"""The routers of all pages."""
