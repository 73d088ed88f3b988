"""PLOVER events in the tab-separated columns that users of the POLECAT data load.

One event a row; several values in one cell are parted by ``; ``. What is not known is an empty cell. The columns of
Wikipedia ids stay empty: the record knows Wikidata ids, which are others.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING, Any

import peyman
from peyman.exchange.formats import ExportOptions
from peyman.exchange.plover import PloverEvents

if TYPE_CHECKING:
    from peyman.record import Record

COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title"),
    *("Actor Name Raw", "Wikipedia Actor ID"),
    *("Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors"),
    *("Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename"),
    *("Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations"),
    *("Language", "Version"),
)


def write(record: Record, stream: IO[bytes], options: ExportOptions) -> None:
    """Write the events of a record, with a line of column names first.

    Args:
        record: The open record.
        stream: Where to.
        options: ``language`` is the language of names.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    writer = csv.DictWriter(text, COLUMNS, restval="", delimiter="\t", lineterminator="\n")
    writer.writeheader()
    for event in PloverEvents(record, options).all():
        writer.writerow(_row(event))
    text.flush()
    text.detach()


def _row(event: dict[str, Any]) -> dict[str, str]:
    place = event.get("event_loc") or {}
    cited = event["cite_info"]
    people = [
        person for side in ("actor", "recipient") for entity in event[side] for person in entity.get("people", ())
    ]
    return {
        "Event ID": event["id"],
        "Event Date": event.get("date", ""),
        "Event Type": _cell(event["event"]),
        "Event Mode": _cell([*event["mode"], *event["auxiliary"]]),
        "Quad Code": event.get("quad_code", ""),
        "Contexts": _cell(event["context"]),
        **_side("Actor", event["actor"]),
        **_side("Recipient", event["recipient"]),
        "Placename": place.get("name", ""),
        "Country": place.get("country", ""),
        "Raw Placename": place.get("name", ""),
        "Source": cited.get("publication", ""),
        "Publication Date": event.get("publication_date", ""),
        "Story People": _cell(person["entity_text"] for person in people),
        "Language": cited.get("language", ""),
        "Version": f"peyman {peyman.__version__}",
    }


def _side(side: str, entities: list[dict[str, Any]]) -> dict[str, str]:
    people = [person for entity in entities for person in entity.get("people", ())]
    sectors = list(dict.fromkeys(each["sector"] for each in [*entities, *people] if "sector" in each))
    return {
        f"{side} Name": _cell(entity["entity_text"] for entity in entities),
        f"{side} Country": _cell(entity["code"] for entity in entities),
        f"Primary {side} Sector": sectors[0] if sectors else "",
        f"{side} Sectors": _cell(sectors),
        f"{side} Title": _cell(person["office"] for person in people if "office" in person),
        f"{side} Name Raw": _cell(person["entity_text"] for person in people),
    }


def _cell(values: Iterable[Any]) -> str:
    """Join values; tabs and line ends inside one would break the row."""
    return "; ".join(" ".join(str(value).split()) for value in values)
