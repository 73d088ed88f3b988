"""Parties sign off and dispute entries; the notes of a delegation are its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.parsing import parsed
from tests.web.team import join, team_of

from peyman.web.permissions import Role
from peyman.web.team.positions import standing

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def client(record_path: Path, serve: Callable[..., TestClient]) -> TestClient:
    """The record of the examples, for those with accounts."""
    return serve(record_path)


def test_two_parties_sign_off_and_dispute_and_the_entry_shows_where_each_stands(client: TestClient) -> None:
    iraq, america = join(client, Role.SIGNATORY, "IRQ"), join(client, Role.SIGNATORY, "USA")
    assert iraq.post("/entries/M1/position", position="signed") == 303
    assert america.post("/entries/M1/position", position="disputed", reason="It was bilateral.") == 303
    page = parsed(join(client, Role.READER).client.get("/meetings/M1").text)
    stands = [each.text_content() for each in page.xpath(".//ul[@class='stands']/li")]
    assert len(stands) == 2
    assert "Iraq" in stands[0] and "signed off" in stands[0]
    assert "United States" in stands[1] and "disputed" in stands[1] and "It was bilateral." in stands[1]


def test_a_disputed_entry_stays_as_it_is(client: TestClient) -> None:
    before = client.app.state.record.get("C1")  # type: ignore[attr-defined]
    join(client, Role.SIGNATORY).post("/entries/C1/position", position="disputed", reason="No.")
    assert client.app.state.record.get("C1") == before  # type: ignore[attr-defined]


def test_a_dispute_needs_a_reason_and_a_position_an_entry(client: TestClient) -> None:
    member = join(client, Role.SIGNATORY)
    assert member.post("/entries/M1/position", position="disputed", reason="  ") == 400
    assert member.post("/entries/M1/position", position="maybe") == 422
    assert member.post("/entries/M999/position", position="signed") == 404
    assert member.post("/entries/D1/position", position="signed") == 404


def test_the_last_word_of_a_party_counts_and_all_its_words_are_kept(client: TestClient) -> None:
    member = join(client, Role.SIGNATORY)
    for position in ("disputed", "signed", "withdrawn"):
        member.post("/entries/M1/position", position=position, reason="because")
    history = team_of(client).positions.history("M1")
    assert [each.position for each in history] == ["disputed", "signed", "withdrawn"]
    assert standing(history) == []
    assert [each.position for each in standing(history[:2])] == ["signed"]


def test_notes_of_a_delegation_are_seen_by_it_alone(client: TestClient) -> None:
    iraq, colleague = join(client, Role.SIGNATORY, "IRQ"), join(client, Role.SIGNATORY, "IRQ", "A colleague")
    others = [join(client, Role.SIGNATORY, "USA"), join(client, Role.ADMINISTRATOR), join(client, Role.SECRETARY)]
    assert iraq.post("/entries/M1/notes", text="Our red line.") == 303
    assert "Our red line." in colleague.client.get("/meetings/M1").text
    for other in others:
        assert "Our red line." not in other.client.get("/meetings/M1").text
    assert others[0].post("/notes/1/remove") == 404
    assert colleague.post("/notes/1/remove") == 303
    assert "Our red line." not in iraq.client.get("/meetings/M1").text


def test_reasons_and_notes_stay_text(client: TestClient) -> None:
    member = join(client, Role.SIGNATORY)
    member.post("/entries/M1/position", position="disputed", reason=HOSTILE)
    member.post("/entries/M1/notes", text=HOSTILE)
    page = member.client.get("/meetings/M1").text
    assert HOSTILE not in page
    assert page.count("&lt;script&gt;alert(1)") == 2
