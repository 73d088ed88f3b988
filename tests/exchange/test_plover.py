"""Meetings and undertakings as PLOVER events, and in POLECAT's columns."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from tests.record.records import add, meet

from peyman.exchange import plover, polecat
from peyman.exchange.formats import ExportOptions
from peyman.exchange.plover import QUAD_CODES, commitment_code
from peyman.record import Record


def events_of(record: Record, **options: Any) -> list[dict[str, Any]]:
    stream = io.BytesIO()
    plover.write(record, stream, ExportOptions(**options))
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_every_event_has_what_the_manual_requires(round_record: Record) -> None:
    events = events_of(round_record)
    assert len(events) == len(round_record.meetings()) + len(round_record.commitments())
    for event in events:
        assert event["id"]
        assert "actor" in event
        assert len(event["event"]) <= 1
        assert event["quad_code"] == QUAD_CODES[event["event"][0]]
        assert event["text_info"]["end"] > event["text_info"]["start"]
        assert event["cite_info"]["version"] == plover.CODEBOOK_VERSION


def test_a_held_round_consults_and_a_planned_one_agrees_in_the_future(round_record: Record) -> None:
    held, planned = events_of(round_record)[:2]
    assert (held["event"], held["auxiliary"], held["date"]) == (["CONSULT"], [], "2026-01-14")
    assert (planned["event"], planned["auxiliary"]) == (["AGREE"], ["future"])
    assert (planned["date"], planned["enddate"]) == ("2026-02-16", "2026-02-28")


def test_parties_have_their_wikidata_ids_and_a_sector_only_where_it_is_sure(round_record: Record) -> None:
    held = events_of(round_record)[0]
    by_code = {actor["code"]: actor for actor in held["actor"]}
    assert by_code["IRQ"]["identifier_id"] == "Q796"
    assert by_code["IRQ"]["sector"] == "GOV"
    assert "sector" not in by_code["IRQ-KRD"]


def test_published_words_go_out_only_when_they_are_asked_for(round_record: Record) -> None:
    assert not any("text" in event for event in events_of(round_record))
    assert all(event["text"] for event in events_of(round_record, text=True))


@pytest.mark.parametrize(
    ("kind", "polarity", "strength", "followup", "expected"),
    [
        ("implement", "undertaken", "will", None, ("AGREE", None, ["future"])),
        ("withdraw", "undertaken", "will", None, ("CONCEDE", None, ["future"])),
        ("release", "undertaken", "conditional", None, ("CONCEDE", None, ["future", "hypothetical"])),
        ("withdraw", "undertaken", "will", "reported-kept", ("RETREAT", "withdraw", [])),
        ("negotiate", "refused", "will", None, ("REJECT", "meet", [])),
        ("other", "refused", "will", None, ("REJECT", None, [])),
    ],
)
def test_undertakings_are_coded_by_the_rules_of_the_manual(
    kind: str, polarity: str, strength: str, followup: str | None, expected: tuple[str, str | None, list[str]]
) -> None:
    assert commitment_code(kind, polarity, strength, followup) == expected


def test_every_row_has_all_of_polecats_columns_and_no_tab_inside_a_cell(round_record: Record) -> None:
    stream = io.BytesIO()
    polecat.write(round_record, stream, ExportOptions())
    text = stream.getvalue().decode()
    rows = list(csv.DictReader(io.StringIO(text), delimiter="\t"))
    assert all(line.count("\t") == len(polecat.COLUMNS) - 1 for line in text.splitlines())
    assert rows[0]["Event Type"] == "CONSULT"
    assert "IRQ" in rows[0]["Actor Country"].split("; ")
    assert rows[0]["Intensity"] == rows[0]["Wikipedia Actor ID"] == ""


def test_what_is_unknown_has_no_code_and_no_default(tmp_path: Path) -> None:
    with Record.open(tmp_path / "record.db") as record:
        # Nobody is named, no day, no place, and no event was read.
        add(record, meet("One", date=None, parties=(), kind="meeting", plover=None))
        events = events_of(record)
    assert len(events) == 1
    for event in events:
        absent = ("actor", "recipient", "context", "date", "country", "sector")
        assert not [name for name in absent if event.get(name)]
        assert not {"---", "UNK", "default", ""} & {value for value in event.values() if isinstance(value, str)}
