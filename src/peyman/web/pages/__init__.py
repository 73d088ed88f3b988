"""The pages, one module each; every module has a ``router``."""

from __future__ import annotations

from peyman.web.pages import actors, commitments, documents, entries, home, meetings, preferences

ROUTERS = tuple(module.router for module in (home, meetings, commitments, documents, actors, entries, preferences))
"""The routers of all pages."""
