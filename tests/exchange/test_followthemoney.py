"""FollowTheMoney entities: stock schemata, references that lead somewhere, ranges whole; checked by the format's own
package where it is installed."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from peyman.exchange import followthemoney as ftm
from peyman.exchange.formats import ExportOptions
from peyman.record import Record

#: Properties that point to other entities.
REFERENCES = {"involved", "organizer", "holder", "post", "organization", "document", "entity", "subject", "object"}


def entities_of(record: Record, **options: Any) -> list[dict[str, Any]]:
    stream = io.BytesIO()
    ftm.write(record, stream, ExportOptions(**options))
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_every_reference_leads_to_an_entity_and_every_value_is_text(round_record: Record) -> None:
    entities = entities_of(round_record)
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities)
    for entity in entities:
        for name, values in entity["properties"].items():
            assert values and all(isinstance(value, str) and value for value in values)
            assert name not in REFERENCES or set(values) <= ids


def test_a_meeting_is_an_event_with_its_days_and_those_involved(round_record: Record) -> None:
    events = [entity for entity in entities_of(round_record) if entity["schema"] == "Event"]
    held, planned = (event["properties"] for event in events)
    assert (held["startDate"], held["endDate"]) == (["2026-01-14"], ["2026-01-14"])
    assert (planned["startDate"], planned["endDate"]) == (["2026-02-16"], ["2026-02-28"])
    assert held["location"] == ["Baghdad"]
    assert "status: held" in held["summary"][0]
    assert "the documents differ in" in held["summary"][0]
    assert len(held["involved"]) > 3


def test_states_have_countries_and_wikidata_ids(round_record: Record) -> None:
    bodies = [each["properties"] for each in entities_of(round_record) if each["schema"] == "PublicBody"]
    iraq = next(each for each in bodies if each["name"] == ["Iraq"])
    assert iraq["country"] == ["iq"]
    assert iraq["wikidataId"] == ["Q796"]
    assert "عێراق" in iraq["alias"]


def test_an_office_stands_with_the_day_on_which_a_document_shows_it_held(round_record: Record) -> None:
    held = [each["properties"] for each in entities_of(round_record) if each["schema"] == "Occupancy"]
    assert held
    assert all(set(each["date"]) <= {"2026-01-15", "2026-01-14", "2026-01-16"} for each in held)


def test_the_words_behind_an_entry_go_out_only_when_asked_for(round_record: Record) -> None:
    assert not any("description" in each["properties"] for each in entities_of(round_record))
    assert any("description" in each["properties"] for each in entities_of(round_record, text=True))


def test_the_formats_own_package_takes_every_entity_unchanged(round_record: Record) -> None:
    package = pytest.importorskip("followthemoney", reason="the extra `interchange` is not installed")
    for entity in entities_of(round_record, text=True):
        schema = package.model.get(entity["schema"])
        schema.validate(entity)
        proxy = package.model.get_proxy(entity, cleaned=False)
        for name, values in entity["properties"].items():
            # The package takes joiners out of names.
            kept = sorted(value.replace("\u200c", "") for value in proxy.get(name))
            assert kept == sorted({value.replace("\u200c", "") for value in values}), (entity["id"], name)
