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
    exports,
    feeds,
    map,
    meetings,
    network,
    openid,
    positions,
    preferences,
    review,
    search,
    sign_in,
    timeline,
    today,
)

_MODULES = (
    *(
        today,
        timeline,
        meetings,
        commitments,
        documents,
        actors,
        network,
        search,
        compare,
        entries,
        feeds,
        map,
        exports,
    ),
    *(add, review, positions, sign_in, openid, account, administration, preferences),
)

ROUTERS = tuple(module.router for module in _MODULES)
"""The routers of all pages."""
