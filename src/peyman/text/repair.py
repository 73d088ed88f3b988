"""Put back what keyboards, converters and scrapers took from a text, beside it and never in place."""

from __future__ import annotations

from peyman.languages import Language
from peyman.text.offsets import Edit, OffsetMap, apply_edits


def repair(text: str, language: Language) -> tuple[str, OffsetMap]:
    """Return the repaired text and the map from the published to the repaired one.

    Args:
        text: The text as it was extracted.
        language: Gives the rules (``repair.toml``).
    """
    edits: list[Edit] = []
    return apply_edits(text, edits)
