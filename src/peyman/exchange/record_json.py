"""What a record shows, as JSON: the views of `peyman.record.shown.views` under the names of the contract."""

from __future__ import annotations

import json
from dataclasses import is_dataclass
from typing import Any

from peyman.record.shown.views import DocumentView, shown_fields


def view_json(view: Any) -> str:
    """Return a view, a summary, or a list of them, as one line of JSON.

    Args:
        view: A data class of `peyman.record.shown.views`, or a list or dictionary of them.
    """
    return json.dumps(_plain(view), ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, DocumentView):
        # Ids of two parts cannot be names in JSON; with the entries by kind they say the same.
        local = [
            {"kind": kind, "local_id": local_id, "id": entry} for (kind, local_id), entry in value.local_ids.items()
        ]
        return {**_fields(value), "local_ids": local}
    if is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    if isinstance(value, dict):
        return {str(name): _plain(content) for name, content in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(content) for content in value]
    return value


def _fields(value: Any) -> dict[str, Any]:
    return {shown: _plain(getattr(value, name)) for name, shown in shown_fields(type(value))}
