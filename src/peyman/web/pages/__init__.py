"""The pages, one module each; every module has a ``router``."""

from __future__ import annotations

from peyman.web.pages import (
    account,
    actors,
    add,
    administration,
    commitments,
    compare,
    documents,
    entries,
    feeds,
    meetings,
    network,
    positions,
    preferences,
    review,
    search,
    sign_in,
    timeline,
    today,
)

_MODULES = (
    *(today, timeline, meetings, commitments, documents, actors, network, search, compare, entries, feeds),
    *(add, review, positions, sign_in, account, administration, preferences),
)

ROUTERS = tuple(module.router for module in _MODULES)
"""The routers of all pages."""
