"""The record for programs: everything the pages show and do, as JSON, with OpenAPI at ``/api/v1/openapi.json``."""

from __future__ import annotations

from peyman.web.api import administration, changes, delegation, lists, review, views

ROUTERS = (
    lists.router,
    views.router,
    changes.router,
    review.router,
    delegation.router,
    administration.router,
)
"""The routers of the interface for programs."""
