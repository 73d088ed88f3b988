"""What every kind of entry has to hold, so that merging does not depend on order; and the weights of meetings."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peyman.record.merging.facts import (
    ActorFacts,
    AgreementFacts,
    CommitmentFacts,
    Facts,
    MeetingFacts,
    PlaceFacts,
    StatementFacts,
)
from peyman.record.merging.matching import is_register_key, same_key
from peyman.record.merging.meetings import MeetingMatching
from peyman.record.merging.merge import Link, Node, matchings, pair_up, partition

parties = st.lists(st.sampled_from(["IRN", "IRQ", "JOR", "USA"]), max_size=3, unique=True).map(
    lambda x: tuple(sorted(x))
)
dates = st.sampled_from(
    [None, "2026", "2026-01", "2026-01-14", "2026-01-15", "2026-01-14/2026-02-02", "2026-01/..", "../2026-01-20"]
)
published = st.sampled_from([None, "2026-01", "2026-01-15", "2026-01-16", "2026-03-02"])
persons = st.builds(
    ActorFacts,
    kind=st.just("person"),
    key=st.sampled_from(["Q1", "Q2", "ana", "ada"]),
    party=st.sampled_from([None, "IRQ", "USA"]),
    name=st.sampled_from(["Ana", "آنا"]),
    names=st.sampled_from([{"en": "Ana"}, {"fa": "آنا"}]),
)
actors = persons | st.builds(ActorFacts, kind=st.sampled_from(["body", "party"]), key=st.sampled_from(["IRQ", "ana"]))
places = st.builds(
    PlaceFacts, key=st.sampled_from(["Q10", "Q11", "venue", "IRQ"]), country=st.sampled_from([None, "IRQ", "JOR"])
)
agreements = st.builds(AgreementFacts, key=st.sampled_from(["one", "two"]))
statements = st.builds(
    StatementFacts,
    kind=st.sampled_from(["statement", "communique", "remarks"]),
    issuers=st.lists(actors, max_size=2).map(tuple),
    parties=parties,
    joint=st.booleans(),
    date=dates,
    published=published,
    outlet=st.sampled_from([False, False, True]),
)
meetings = st.builds(
    MeetingFacts,
    kind=st.sampled_from(["talks", "meeting", "visit", "call"]),
    status=st.sampled_from(["held", "planned", "denied", "postponed"]),
    date=dates,
    place=st.none() | places,
    parties=parties,
    persons=st.lists(persons, max_size=2).map(tuple),
    basis=st.sampled_from([(), ("one",)]),
    round=st.sampled_from([None, "2", "3", "resumed"]),
    published=published,
)
commitments = st.builds(
    CommitmentFacts,
    by=parties,
    toward=parties,
    class_=st.sampled_from(["aid", "consult", "refrain"]),
    polarity=st.sampled_from(["undertaken", "refused"]),
    strength=st.sampled_from(["will", "agreed"]),
    window=dates,
    statements=st.lists(statements, max_size=2).map(tuple),
    meetings=st.lists(meetings, max_size=2).map(tuple),
    rank=st.integers(0, 2),
    published=published,
    language=st.sampled_from(["ar", "fa"]),
    numbers=st.sampled_from([(), ("420",), ("250", "1700")]),
    named=st.sampled_from([(), ("Q1",), ("Q1", "committee:military")]),
    words=st.sampled_from(["", "pay the wages", "pay all wages in full", "open the road"]),
)
FACTS: dict[str, st.SearchStrategy[Any]] = {
    "actor": actors,
    "place": places,
    "agreement": agreements,
    "statement": statements,
    "meeting": meetings,
    "commitment": commitments,
}


def test_facts_of_every_kind_are_tested() -> None:
    assert FACTS.keys() == matchings().keys()


@pytest.mark.parametrize("kind", FACTS)
@settings(deadline=None)
@given(data=st.data())
def test_comparing_is_symmetric(kind: str, data: st.DataObject) -> None:
    matching = matchings()[kind]
    a, b = data.draw(FACTS[kind]), data.draw(FACTS[kind])
    assert matching.likeness(a, b) == matching.likeness(b, a)
    assert 0 <= matching.likeness(a, b) <= 1
    first, second = matching.signature(a), matching.signature(b)
    assert matching.contradict(first, second) == matching.contradict(second, first)


@pytest.mark.parametrize("kind", FACTS)
@settings(deadline=None)
@given(data=st.data())
def test_who_finds_whom_is_symmetric(kind: str, data: st.DataObject) -> None:
    matching = matchings()[kind]
    a, b = data.draw(FACTS[kind]), data.draw(FACTS[kind])
    assert matching.wants(a).isdisjoint(matching.offers(b)) == matching.wants(b).isdisjoint(matching.offers(a))


@pytest.mark.parametrize("kind", ["meeting", "statement", "commitment"])
@settings(deadline=None, max_examples=300)
@given(data=st.data())
def test_what_is_alike_enough_is_found(kind: str, data: st.DataObject) -> None:
    matching = matchings()[kind]
    a, b = data.draw(FACTS[kind]), data.draw(FACTS[kind])
    if matching.likeness(a, b) >= matching.threshold:
        assert not matching.wants(a).isdisjoint(matching.offers(b))


@pytest.mark.parametrize("kind", FACTS)
@given(data=st.data())
def test_facts_come_back_from_json(kind: str, data: st.DataObject) -> None:
    facts = data.draw(FACTS[kind])
    assert matchings()[kind].facts_type.model_validate_json(facts.model_dump_json()) == facts


def test_letters_of_ids_are_told_apart() -> None:
    letters = [matching.letter for matching in matchings().values()]
    assert len(set(letters)) == len(letters)
    assert "D" not in letters


@pytest.mark.parametrize(
    ("a", "b", "likely"),
    [
        (("ana", "en"), ("ana", "fa"), 1.0),
        (("Q1", "en"), ("Q2", "fa"), 0.0),
        (("ana-brook", "en"), ("otto-hill", "en"), 0.1),
        (("ana-brook", "en"), ("otto-hill", "fa"), 0.5),
        (("ana-brook", "en"), ("brook", "en"), 0.5),
        (("ana-brook", "en"), ("anna-brooke", "en"), 0.5),
        (("Q1", "en"), ("ada", "fa"), 0.5),
    ],
)
def test_keys_tell_persons_apart_only_in_one_language_or_the_register(
    a: tuple[str, str], b: tuple[str, str], likely: float
) -> None:
    first, second = (
        ActorFacts(kind="person", key=key, name="Ana", names={language: "Ana"}) for key, language in (a, b)
    )
    assert same_key(first, second) == same_key(second, first) == likely


@pytest.mark.parametrize(
    ("key", "known"), [("Q1", True), ("Q190", True), ("Q0", False), ("q1", False), ("qasim", False)]
)
def test_keys_of_the_register_are_items_of_wikidata(key: str, known: bool) -> None:
    assert is_register_key(key) is known


def meeting(**more: Any) -> MeetingFacts:
    return MeetingFacts.model_validate(
        {"kind": "talks", "status": "held", "date": "2026-01-14", "parties": ("IRQ", "USA"), **more}
    )


BAGHDAD, ERBIL = {"key": "Q1530", "country": "IRQ"}, {"key": "Q132790", "country": "IRQ"}
ANA = ({"kind": "person", "key": "Q1", "party": "IRQ"},)


@pytest.mark.parametrize(
    ("base", "more", "less"),
    [
        ({}, {"parties": ("IRQ", "USA")}, {"parties": ("IRQ", "JOR", "USA")}),
        ({"parties": ("IRN", "IRQ", "USA")}, {"parties": ("IRQ", "USA")}, {"parties": ("IRQ", "JOR", "USA")}),
        ({}, {"date": "2026-01-14"}, {"date": "2026-01"}),
        ({}, {"kind": "talks"}, {"kind": "signing"}),
        ({"place": BAGHDAD}, {"place": BAGHDAD}, {"place": None}),
        ({"place": BAGHDAD}, {"place": None}, {"place": ERBIL}),
        ({"persons": ANA}, {"persons": ANA}, {}),
        ({"basis": ("one",)}, {"basis": ("one",)}, {"basis": ("two",)}),
        ({"round": "3"}, {"round": "3"}, {"round": None}),
        ({"status": "held"}, {"status": "planned"}, {"status": "denied"}),
    ],
    ids=["parties", "more parties", "date", "kind", "place", "other place", "person", "basis", "round", "status"],
)
def test_more_in_common_is_more_alike(base: dict[str, Any], more: dict[str, Any], less: dict[str, Any]) -> None:
    matching = MeetingMatching()
    told = meeting(**base)
    assert matching.likeness(told, meeting(**more)) > matching.likeness(told, meeting(**less))


def node(number: int, document: str | None, facts: Facts) -> Node:
    return Node(number, f"{document}#{number}", document, facts)


def test_an_entry_is_paired_with_one_entry_of_another_document_at_most() -> None:
    matching = matchings()["meeting"]
    mine = [node(1, "a", meeting()), node(2, "a", meeting(date="2026-01-14/2026-01-15"))]
    others = [node(3, "b", meeting()), node(4, "b", meeting(place=BAGHDAD)), node(5, "c", meeting())]
    links, _ = pair_up(matching, [(each, others) for each in mine])
    with_b = [link for link in links if link.high in (3, 4)]
    assert {link.ends for link in links if link.high == 5} == {(1, 5)}
    assert len({link.low for link in with_b}) == len({link.high for link in with_b}) == len(with_b) == 2


def test_the_weakest_link_gives_way() -> None:
    matching = matchings()["meeting"]
    nodes = {1: node(1, "a", meeting()), 2: node(2, "b", meeting()), 3: node(3, "a", meeting())}
    links = [Link(1, 2, 0.5), Link(2, 3, 0.9)]
    for ordered in itertools.permutations(links):
        parts = partition(matching, nodes, ordered)
        assert [[each.id for each in part] for part in parts] == [[1], [3, 2]]


def test_a_part_is_a_component_where_nothing_contradicts() -> None:
    matching = matchings()["meeting"]
    nodes = {number: node(number, f"document {number}", meeting()) for number in range(1, 5)}
    parts = partition(matching, nodes, [Link(1, 2, 0.5), Link(2, 3, 0.4)])
    assert [[each.id for each in part] for part in parts] == [[1, 2, 3], [4]]
