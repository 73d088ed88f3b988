"""``peyman schema``: the JSON Schema of a reading."""

from __future__ import annotations

import json

from peyman.cli.running import orderly
from peyman.exchange.output import output_stream


def schema() -> None:
    """Print the JSON Schema of a reading."""
    from peyman.exchange.json_schema import reading_schema

    with orderly(), output_stream(None) as stream:
        stream.write(json.dumps(reading_schema(), ensure_ascii=False, indent=2) + "\n")
