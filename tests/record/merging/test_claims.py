"""From a reading to claims."""

from __future__ import annotations

import json

from tests.record.readings import Draft

from peyman.model import Designation, Role
from peyman.record.merging.claims import ClaimsOfReading


def test_every_value_of_an_entry_is_a_claim() -> None:
    draft = Draft("First")
    place = draft.place("Q1530", "Baghdad", "IRQ")
    meeting = draft.meeting(place=place)
    claims = ClaimsOfReading(draft.reading()).of(meeting)
    assert [(claim.field, claim.value) for claim in claims] == [
        ("evidence", None),
        ("kind", '"consultation"'),
        ("status", '"held"'),
        ("date", '"2026-01-14"'),
        ("place", '"p0"'),
        ("parties", '"IRQ"'),
        ("parties", '"USA"'),
    ]


def test_fields_have_the_names_of_the_contract() -> None:
    draft = Draft("First")
    commitment = draft.commitment()
    commitment.for_.append("IRQ-KRD")
    fields = [claim.field for claim in ClaimsOfReading(draft.reading()).of(commitment)]
    assert "class" in fields
    assert "for" in fields


def test_a_value_rests_on_the_evidence_that_names_it() -> None:
    draft = Draft("First")
    place = draft.place("Q1530", "Baghdad", "IRQ")
    meeting = draft.meeting(place=place)
    second = draft.sentence("The consultation took place in Baghdad.")
    place.mentions.append(draft.part(second, "Baghdad"))
    first = meeting.evidence[0]
    meeting.evidence.append(second)
    spans = {
        claim.field: claim.span for claim in ClaimsOfReading(draft.reading()).of(meeting) if claim.field != "evidence"
    }
    assert spans["kind"] == first
    assert spans["date"] == draft.dates[0].span
    assert spans["place"] == second


def test_a_claim_is_said_in_the_statement_that_holds_its_evidence() -> None:
    draft = Draft("First")
    issuer = draft.body("ministry", "the Ministry")
    first, second = draft.statement(issuer), draft.statement(issuer)
    meeting = draft.meeting(said_in=(first, second))
    second.content.append(meeting.evidence[0])
    (evidence, *_) = ClaimsOfReading(draft.reading()).of(meeting)
    assert json.loads(evidence.said_in or "") == [second.id]


def test_a_claim_is_said_in_all_statements_where_none_holds_its_evidence() -> None:
    draft = Draft("First")
    issuer = draft.body("ministry", "the Ministry")
    meeting = draft.meeting(said_in=(draft.statement(issuer), draft.statement(issuer)))
    (evidence, *_) = ClaimsOfReading(draft.reading()).of(meeting)
    assert json.loads(evidence.said_in or "") == ["s0", "s1"]


def test_values_with_a_span_of_their_own_keep_it() -> None:
    draft = Draft("First")
    person = draft.person("general", "the General")
    meeting = draft.meeting()
    title = draft.sentence("Chief of Staff of trilateral talks")
    person.roles.append(Role(title="Chief of Staff", body=None, span=draft.part(title, "Chief of Staff")))
    meeting.designations.append(
        Designation(format="trilateral", text="trilateral", span=draft.part(title, "trilateral"))
    )
    claims_of = ClaimsOfReading(draft.reading())
    (role,) = (claim for claim in claims_of.of(person) if claim.field == "roles")
    assert role.span == person.roles[0].span
    assert json.loads(role.value or "") == {"title": "Chief of Staff", "body": None}
    (designation,) = (claim for claim in claims_of.of(meeting) if claim.field == "designations")
    assert designation.span == meeting.designations[0].span


def test_words_are_claimed_by_their_span_alone() -> None:
    draft = Draft("First")
    commitment = draft.commitment("talk")
    (action,) = (claim for claim in ClaimsOfReading(draft.reading()).of(commitment) if claim.field == "action")
    assert action.value is None
    assert action.span == commitment.action


def test_names_are_claimed_by_language() -> None:
    draft = Draft("First", "fa")
    person = draft.person("rebaz", "ریباز", names={"ckb": "ڕێباز", "fa": "ریباز"})
    names = [
        json.loads(claim.value or "") for claim in ClaimsOfReading(draft.reading()).of(person) if claim.field == "names"
    ]
    assert names == [{"language": "ckb", "name": "ڕێباز"}, {"language": "fa", "name": "ریباز"}]
