"""The pages, one module each; every module has a ``router``."""

from __future__ import annotations

from peyman.web.pages import actors, commitments, compare, documents, entries, home, meetings, preferences, search

ROUTERS = tuple(
    module.router for module in (home, meetings, commitments, documents, actors, search, compare, entries, preferences)
)
"""The routers of all pages."""
