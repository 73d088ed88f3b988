"""The JSON Schema of a reading as ``peyman read --json`` prints it."""

from __future__ import annotations

from typing import Any

from peyman.model import Reading


def reading_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one reading, under the names of the contract."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Reading.model_json_schema(by_alias=True, mode="serialization"),
    }
