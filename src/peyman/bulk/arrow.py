"""pyarrow, which is an extra: imported where it is used, with a plain word where it is missing."""

from __future__ import annotations

import importlib
from typing import Any

from peyman.errors import MissingExtra


def arrow() -> Any:
    """Return the module ``pyarrow``.

    Raises:
        MissingExtra: It is not installed.
    """
    return _module("pyarrow")


def parquet() -> Any:
    """Return the module ``pyarrow.parquet``.

    Raises:
        MissingExtra: It is not installed.
    """
    return _module("pyarrow.parquet")


def _module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        raise MissingExtra("pyarrow is not installed.", "Install it with: pip install 'peyman[bulk]'") from None
