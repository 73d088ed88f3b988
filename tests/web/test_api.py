"""The interface for programs: tokens, pages of lists, ETags, errors; and it is what its OpenAPI says."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from tests.web.team import join, team_of

from peyman.model import Reading
from peyman.web.app import create_app
from peyman.web.permissions import Role
from peyman.web.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples"
ENTRIES = ("meetings", "commitments", "statements", "actors", "places", "agreements", "documents")


@pytest.fixture
def client(record_path: Path, serve: Callable[..., TestClient]) -> TestClient:
    """The record of the examples, for those with accounts."""
    return serve(record_path)


def token(client: TestClient, role: Role, party: str | None = None) -> dict[str, str]:
    """The header of a program that acts for somebody of a role."""
    member = join(client, role, party)
    return {"Authorization": f"Bearer {team_of(client).sessions.make_token(member.user, 'test')}"}


@pytest.mark.parametrize("kind", ENTRIES)
def test_a_list_comes_in_parts_that_lead_to_each_other(public: TestClient, kind: str) -> None:
    first = public.get(f"/api/v1/{kind}", params={"limit": 1}).json()
    seen = [each["id"] for each in first["items"]]
    further = first["next"]
    while further:
        part = public.get(further).json()
        seen += [each["id"] for each in part["items"]]
        further = part["next"]
    assert len(seen) == len(set(seen)) == first["total"]


def test_the_newest_come_first_where_that_is_asked_for(public: TestClient) -> None:
    found = public.get("/api/v1/documents", params={"newest": "true"}).json()["items"]
    assert [each["id"] for each in found] == ["D5", "D4", "D3", "D2", "D1"]


def test_a_program_is_told_why_an_entry_was_read(public: TestClient) -> None:
    told = public.get("/api/v1/documents/D1/reading/m1/why").json()
    assert told["entry"] == "m1" and told["found"]
    text = public.get("/api/v1/documents/D1/reading").json()["document"]["text"]
    cue = next(reason for reason in told["reasons"] if reason["question"] == "cue")
    ((start, end),) = cue["words"]
    assert text[start:end].strip() == text[start:end] != ""
    assert public.get("/api/v1/documents/D1/reading/m99/why").status_code == 404


def test_an_entry_has_its_values_with_their_claims(public: TestClient) -> None:
    entry = public.get("/api/v1/entries/M1").json()
    (date,) = entry["values"]["date"]
    assert date["value"] == "2026-01-14"
    assert {claim["document"]["id"] for claim in date["claims"]} == {"D1", "D2", "D3", "D4", "D5"}
    table = public.get("/api/v1/entries/M1/accounts").json()
    assert {cell["mark"] for row in table["facts"] for cell in row["cells"]} >= {"conflict", "missing", "unique"}


def test_a_reading_is_what_the_contract_says(public: TestClient) -> None:
    reading = Reading.model_validate(public.get("/api/v1/documents/D2/reading").json())
    assert reading.document.language == "ckb"


def test_what_a_program_has_already_is_not_sent_again_until_the_record_changes(client: TestClient) -> None:
    headers = token(client, Role.REVIEWER)
    first = client.get("/api/v1/meetings", headers=headers)
    again = client.get("/api/v1/meetings", headers={**headers, "If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    decision = {"action": "accept", "field": "date"}
    assert client.post("/api/v1/entries/M1/decisions", headers=headers, json=decision).status_code == 200
    assert (
        client.get("/api/v1/meetings", headers={**headers, "If-None-Match": first.headers["etag"]}).status_code == 200
    )


def test_who_sends_no_token_or_a_wrong_one_is_told_so(client: TestClient) -> None:
    for headers in ({}, {"Authorization": "Bearer nonsense"}, {"Authorization": "Basic eDp5"}):
        answer = client.get("/api/v1/meetings", headers=headers)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        assert answer.json()["error"]["code"] == "SignInFirst"


def test_a_session_cannot_be_used_by_another_site_to_change_something_here(client: TestClient) -> None:
    member = join(client, Role.REVIEWER)
    answer = member.client.post("/api/v1/entries/M1/decisions", json={"action": "reject"})
    assert answer.status_code == 403
    headers = {"X-Form-Token": member.form_token}
    answer = member.client.post("/api/v1/entries/M1/decisions", json={"action": "accept"}, headers=headers)
    assert answer.status_code == 200


def test_a_document_is_added_once(client: TestClient) -> None:
    headers = token(client, Role.REVIEWER)
    document = {
        "text": "The foreign ministers of Iraq and Jordan met in Amman on 3 March 2026.",
        "publisher": "A ministry",
        "published": "2026-03-04",
        "url": "https://example.org/1",
    }
    first = client.post("/api/v1/documents", headers=headers, json=document)
    assert first.status_code == 201
    assert first.json()["added"] is True
    assert client.post("/api/v1/documents", headers=headers, json=document).json()["added"] is False
    shown = client.get(f"/api/v1/documents/{first.json()['document']}", headers=headers).json()
    assert shown["summary"]["url"] == "https://example.org/1"
    assert shown["text"] == document["text"]


def test_a_decision_is_in_the_history_and_can_be_taken_back(client: TestClient) -> None:
    headers = token(client, Role.REVIEWER)
    decision = {"action": "correct", "field": "date", "new": "2026-01-15", "reason": "the original says so"}
    step = client.post("/api/v1/entries/M1/decisions", headers=headers, json=decision).json()
    shown = client.get("/api/v1/entries/M1", headers=headers).json()
    assert "2026-01-15" in [value["value"] for value in shown["values"]["date"]]
    assert client.post(f"/api/v1/steps/{step['number']}/undo", headers=headers).status_code == 200
    history = client.get("/api/v1/entries/M1/history", headers=headers).json()
    assert [each["action"] for each in history][-2:] == ["correct", "undo"]


def test_a_party_signs_through_a_program_too(client: TestClient) -> None:
    headers = token(client, Role.SIGNATORY, "IRQ")
    assert client.post("/api/v1/entries/M1/position", headers=headers, json={"position": "signed"}).status_code == 204
    positions = client.get("/api/v1/entries/M1/positions", headers=headers).json()
    assert [(each["party"], each["position"]) for each in positions] == [("IRQ", "signed")]


def test_a_reviewer_splits_says_what_became_of_an_undertaking_and_adds_what_was_missed(client: TestClient) -> None:
    headers = token(client, Role.REVIEWER)
    reason = "the ministry says so"
    status = {"status": "reported-kept", "reason": reason}
    step = client.post("/api/v1/commitments/C1/status", headers=headers, json=status)
    assert (step.status_code, step.json()["reason"]) == (200, reason)
    assert client.post("/api/v1/commitments/M1/status", headers=headers, json=status).status_code == 404
    missed = {"kind": "meeting", "start": 0, "end": 20, "parties": ["IRQ", "JOR"], "date": "2026-02", "reason": reason}
    added = client.post("/api/v1/documents/D1/entries", headers=headers, json=missed)
    assert added.status_code == 201
    shown = client.get(f"/api/v1/entries/{added.json()['entry']}", headers=headers).json()
    assert [value["value"] for value in shown["values"]["date"]] == ["2026-02"]
    documents = [each["id"] for each in client.get("/api/v1/entries/M1", headers=headers).json()["documents"]]
    split = {"documents": documents[:1], "reason": reason}
    parted = client.post("/api/v1/entries/M1/splits", headers=headers, json=split)
    assert (parted.status_code, parted.json()["action"]) == (200, "split")
    nothing = client.post("/api/v1/documents/D2/nothing-here", headers=headers, json={"reason": reason})
    assert (nothing.status_code, nothing.json()["target"]) == (200, "D2")


def test_a_proposal_is_decided_through_a_program(client: TestClient) -> None:
    headers = token(client, Role.REVIEWER)
    verdict = {"kind": "merge", "action": "reject", "target": "M1", "other": "M2"}
    step = client.post("/api/v1/proposals", headers=headers, json=verdict)
    assert step.status_code == 200
    history = client.get("/api/v1/entries/M1/history", headers=headers).json()
    assert step.json()["number"] in [each["number"] for each in history]


def test_two_texts_are_compared_and_nothing_of_them_is_kept(client: TestClient) -> None:
    headers = token(client, Role.READER)
    before = client.get("/api/v1", headers=headers).json()
    first = {"text": "The foreign ministers of Iraq and Jordan met in Amman on 3 March 2026.", "publisher": "One"}
    second = {
        "text": "The foreign ministers of Jordan and Iraq held a meeting in Amman on 3 March 2026.",
        "publisher": "Another",
    }
    compared = client.post("/api/v1/comparisons", headers=headers, json={"first": first, "second": second}).json()
    (meeting,) = compared["meetings"]
    assert {"date", "place", "parties"} <= {row["fact"] for row in meeting["facts"]}
    assert client.get("/api/v1", headers=headers).json() == before
    empty = client.post("/api/v1/comparisons", headers=headers, json={"first": {"text": " "}, "second": second})
    assert (empty.status_code, set(empty.json()["error"])) == (400, {"code", "message"})


def test_the_published_bytes_are_handed_over_to_be_saved(client: TestClient) -> None:
    answer = client.get("/api/v1/documents/D1/original", headers=token(client, Role.READER))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/octet-stream")
    assert answer.headers["content-disposition"] == 'attachment; filename="D1.original"'
    assert answer.content


def test_the_notes_of_a_delegation_are_for_its_own_programs_alone(client: TestClient) -> None:
    iraq, jordan = token(client, Role.SIGNATORY, "IRQ"), token(client, Role.SIGNATORY, "JOR")
    assert client.post("/api/v1/entries/M1/notes", headers=iraq, json={"text": "ask the capital"}).status_code == 204
    (note,) = client.get("/api/v1/entries/M1/notes", headers=iraq).json()
    assert note["text"] == "ask the capital"
    assert client.get("/api/v1/entries/M1/notes", headers=jordan).json() == []
    assert client.delete(f"/api/v1/notes/{note['number']}", headers=jordan).status_code in (403, 404)
    assert client.delete(f"/api/v1/notes/{note['number']}", headers=iraq).status_code == 204
    assert client.get("/api/v1/entries/M1/notes", headers=iraq).json() == []


def test_an_administrator_invites_changes_and_backs_up_through_a_program(client: TestClient) -> None:
    headers = token(client, Role.ADMINISTRATOR)
    link = client.post("/api/v1/invitations", headers=headers, json={"role": "reader"})
    assert link.status_code == 201
    assert "/invitation/" in link.json()["link"]
    token(client, Role.READER)
    reader = next(each for each in client.get("/api/v1/people", headers=headers).json() if each["role"] == "reader")
    change = {"role": "reviewer", "disabled": True}
    changed = client.post(f"/api/v1/people/{reader['number']}", headers=headers, json=change).json()
    assert (changed["role"], changed["disabled"]) == ("reviewer", True)
    refused = client.post(f"/api/v1/people/{reader['number']}", headers=headers, json={"role": "signatory"})
    assert (refused.status_code, refused.json()["error"]["code"]) == (400, "P900")
    backup = client.post("/api/v1/backup", headers=headers)
    assert backup.headers["content-type"] == "application/gzip"
    assert gzip.decompress(backup.content)
    assert "backed up" in [line["what"] for line in client.get("/api/v1/log", headers=headers).json()]
    sources = client.get("/api/v1/sources", headers=headers).json()
    assert sum(each["documents"] for each in sources["publishers"]) > 1
    assert client.get("/api/v1/readers", headers=headers).json()[0]["documents"] > 1


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/entries/M999", 404),
        ("/api/v1/entries/nonsense", 422),
        ("/api/v1/documents/M1", 404),
        ("/api/v1/meetings?limit=0", 422),
        ("/api/v1/meetings?offset=-1", 422),
        ("/api/v1/news?since=yesterday", 422),
        ("/api/v1/search?q=%22open", 400),
        ("/api/v1/nothing", 404),
    ],
)
def test_what_goes_wrong_is_said_as_json(public: TestClient, path: str, status: int) -> None:
    answer = public.get(path)
    assert answer.status_code == status
    assert set(answer.json()["error"]) == {"code", "message"}


def test_the_openapi_lists_the_routes_for_programs_and_no_pages(public: TestClient) -> None:
    paths = public.get("/api/v1/openapi.json").json()["paths"]
    assert "/api/v1/meetings" in paths
    assert all(path.startswith("/api/v1") for path in paths)


# ---- schemathesis: requests made from the OpenAPI, and answers held against it


def test_any_request_is_answered_as_described(examples_record: Path) -> None:
    application = create_app(Settings(str(examples_record), public=True, read_only=True))
    with TestClient(application):
        schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", application)
        operations: list[Any] = [_operation(found) for found in schema.get_all_operations()]
        assert len(operations) > 20
        for operation in operations:
            _hold_to_its_word(operation)


def _operation(found: Any) -> Any:
    return found.ok()


def _hold_to_its_word(operation: Any) -> None:
    @given(case=operation.as_strategy())
    @settings(max_examples=4, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def requests(case: Any) -> None:
        response = case.call()
        # Whether a text is a date in some calendar is no matter of its schema.
        case.validate_response(response, excluded_checks=[positive_data_acceptance])

    requests()
