"""JSON-LD: one graph whose references lead somewhere, with the words behind each value as Web Annotations."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from peyman.exchange import jsonld
from peyman.exchange.formats import ExportOptions
from peyman.record import Record


def document_of(record: Record, **options: Any) -> dict[str, Any]:
    stream = io.BytesIO()
    jsonld.write(record, stream, ExportOptions(**options))
    document: dict[str, Any] = json.loads(stream.getvalue())
    return document


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            yield value["@id"]
        for each in value.values():
            yield from references(each)
    elif isinstance(value, list):
        for each in value:
            yield from references(each)


def test_every_reference_of_ours_leads_to_a_node(round_record: Record) -> None:
    graph = document_of(round_record)["@graph"]
    ids = {node["@id"] for node in graph}
    assert len(ids) == len(graph)
    assert {each for node in graph for each in references(node) if each.startswith("urn:peyman:")} <= ids


def test_a_meeting_has_its_days_its_place_and_those_who_attend(round_record: Record) -> None:
    graph = {node["@id"]: node for node in document_of(round_record)["@graph"]}
    held = graph["urn:peyman:m1"]
    assert held["@type"] == "Event"
    assert held["startDate"] == ["2026-01-14"]
    assert held["peyman:status"] == ["held"]
    assert graph[held["location"][0]["@id"]]["@type"] == "Place"
    attending = [graph[each["@id"]] for each in held["attendee"]]
    assert "http://www.wikidata.org/entity/Q796" in [each.get("sameAs") for each in attending]


def test_annotations_select_by_position_and_quote_only_when_asked(round_record: Record) -> None:
    texts = {each.id.lower(): round_record.reading(each.id).document.text for each in round_record.documents()}
    quoted = 0
    for node in document_of(round_record, text=True)["@graph"]:
        if node["@type"] == "oa:Annotation":
            target = node["oa:hasTarget"]
            position, quote = target["oa:hasSelector"]
            text = texts[target["oa:hasSource"]["@id"].removeprefix("urn:peyman:")]
            assert text[position["oa:start"] : position["oa:end"]] == quote["oa:exact"]
            quoted += 1
    assert quoted > 10
    assert "oa:exact" not in json.dumps(document_of(round_record))


def test_a_json_ld_processor_expands_it_to_the_vocabularies_that_it_names(round_record: Record) -> None:
    processor = pytest.importorskip("pyld.jsonld", reason="the extra `interchange` is not installed")
    expanded = processor.expand(document_of(round_record))
    types = {kind for node in expanded for kind in node.get("@type", ())}
    assert {"https://schema.org/Event", "http://www.w3.org/ns/oa#Annotation"} <= types
