"""Which entries of different documents are one, whatever the order of adding."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.readings import Draft

from peyman.record import DocumentView, EntryView, Named, Record

Member = tuple[str, str, str]
"""Name of the document, kind, and id within the reading."""


def members_of(record: Record) -> dict[str, set[Member]]:
    """Every entry of a record with the entries of documents that make it."""
    made: dict[str, set[Member]] = {}
    for document in record.documents():
        view = record.get(document.id)
        assert isinstance(view, DocumentView)
        for (kind, local_id), public_id in view.local_ids.items():
            made.setdefault(public_id, set()).add((document.title or "", kind, local_id))
    return made


def partition_of(record: Record, kind: str = "meeting") -> set[frozenset[Member]]:
    """The members of each entry of one kind."""
    return {frozenset(each) for each in members_of(record).values() if {member[1] for member in each} == {kind}}


def contents_of(record: Record) -> set[str]:
    """Every entry with its merged values, ids replaced by what they stand for."""
    made = members_of(record)
    stands_for = {public_id: str(sorted(members)) for public_id, members in made.items()}

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: plain(part) for name, part in value.items()}
        return stands_for.get(value, value) if isinstance(value, str) else value

    contents = set()
    for public_id, members in made.items():
        view = record.get(public_id)
        assert isinstance(view, EntryView)
        values = {
            field: sorted(
                json.dumps([plain(each.value), sorted((claim.document.title, claim.words) for claim in each.claims)])
                for each in given
            )
            for field, given in view.values.items()
        }
        contents.add(json.dumps([sorted(members), sorted(values.items()), sorted(view.differences)]))
    return contents


def record_of(new_record: Callable[[], Record], drafts: Sequence[Draft], **options: Any) -> Record:
    record = new_record(**options)
    for draft in drafts:
        record.add(draft.reading(), draft.original())
    return record


def meet(name: str, language: str = "en", published: str = "2026-01-15", **meeting: Any) -> Draft:
    draft = Draft(name, language, published)
    place, people, basis = meeting.pop("place", None), meeting.pop("people", ()), meeting.pop("basis", None)
    draft.meeting(
        place=draft.place(*place) if place else None,
        people=tuple(draft.person(*person) for person in people),
        basis=(draft.agreement(basis, basis),) if basis else (),
        **meeting,
    )
    return draft


BAGHDAD, ERBIL, AMMAN = ("Q1530", "Baghdad", "IRQ"), ("Q132790", "Erbil", "IRQ"), ("Q3805", "Amman", "JOR")
VENUE = ("guest-palace", "the Guest Palace", "IRQ")


def are_one(new_record: Callable[[], Record], first: dict[str, Any], second: dict[str, Any], **options: Any) -> bool:
    drafts = [meet("First", **first), meet("Second", "fa", **second)]
    answers = set()
    for ordered in itertools.permutations(drafts):
        with record_of(new_record, ordered, **options) as record:
            answers.add(len(record.meetings()) == 1)
    (answer,) = answers
    return answer


TWO_WITH_ONE_DAY: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("same day and parties", {}, {}),
    ("another kind of talks", {"kind": "negotiation-round"}, {"kind": "talks"}),
    ("one account has a party more", {"parties": ("IRQ", "USA", "IRQ-KRD")}, {}),
    ("planned, then held", {"status": "planned", "published": "2026-01-10"}, {"status": "held"}),
    ("a day of a longer meeting", {"date": "2026-01-13/2026-01-15"}, {}),
    ("began on one day, and ended", {"date": "2026-01-13/.."}, {"date": "2026-01-13/2026-01-15", "place": BAGHDAD}),
    ("month and day, at one place", {"date": "2026-01", "place": BAGHDAD}, {"place": BAGHDAD}),
    ("the country and a city in it", {"place": ("IRQ", "Iraq", "IRQ")}, {"place": BAGHDAD}),
    ("a city and a building in it", {"place": VENUE}, {"place": BAGHDAD}),
    ("a number and 'resumed'", {"round": "3"}, {"round": "resumed"}),
    ("an approximate day", {"date": "2026-01-14~"}, {}),
    (
        "one party known, and who came",
        {"parties": ("IRQ",), "people": (("Q1", "A", "IRQ"),), "place": BAGHDAD},
        {"people": (("Q1", "B", "IRQ"),), "place": BAGHDAD},
    ),
    ("no date, same place and news", {"date": None, "place": BAGHDAD}, {"date": None, "place": BAGHDAD}),
]


@pytest.mark.parametrize(
    ("first", "second"), [case[1:] for case in TWO_WITH_ONE_DAY], ids=[c[0] for c in TWO_WITH_ONE_DAY]
)
def test_accounts_that_tell_one_meeting_are_merged(
    new_record: Callable[[], Record], first: dict[str, Any], second: dict[str, Any]
) -> None:
    assert are_one(new_record, first, second)


APART: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("the day before", {"date": "2026-01-13"}, {}),
    ("next week", {"date": "2026-01-21"}, {}),
    ("other parties", {"parties": ("IRQ", "JOR")}, {}),
    ("one party in common", {"parties": ("USA", "JOR")}, {"parties": ("IRQ", "USA", "IRQ-KRD")}),
    ("another country", {"place": AMMAN}, {"place": BAGHDAD}),
    ("another round", {"round": "3"}, {"round": "2"}),
    ("a call and a visit", {"kind": "call"}, {"kind": "visit"}),
    ("a month that nothing else ties to the day", {"date": "2026-01"}, {}),
    ("two known people of one party", {"people": (("Q1", "A", "IRQ"),)}, {"people": (("Q2", "B", "IRQ"),)}),
    (
        "no date, and news of another month",
        {"date": None, "published": "2025-11-01", "place": BAGHDAD},
        {"date": None, "place": BAGHDAD},
    ),
    ("no date and nothing but the parties", {"date": None}, {"date": None, "published": "2026-01-10"}),
    ("a date that says nothing", {"date": "2026-13-45"}, {"date": "20XX"}),
]


@pytest.mark.parametrize(("first", "second"), [case[1:] for case in APART], ids=[case[0] for case in APART])
def test_accounts_of_two_meetings_are_not_merged(
    new_record: Callable[[], Record], first: dict[str, Any], second: dict[str, Any]
) -> None:
    assert not are_one(new_record, first, second)


def test_two_meetings_of_one_document_stay_two(new_record: Callable[[], Record]) -> None:
    draft = Draft("First")
    draft.meeting()
    draft.meeting()
    with record_of(new_record, [draft]) as record:
        assert len(record.meetings()) == 2


def test_a_third_account_does_not_bridge_two_meetings_of_one_document(new_record: Callable[[], Record]) -> None:
    two = Draft("Two", "fa")
    baghdad = two.place(*BAGHDAD)
    two.meeting(kind="visit")
    two.meeting(place=baghdad)
    drafts = [two, meet("Bridge", place=BAGHDAD), meet("Other", "ar", place=BAGHDAD)]
    for ordered in itertools.permutations(drafts):
        with record_of(new_record, ordered) as record:
            # All go to the meeting that they fit better, and the other stays alone.
            assert partition_of(record) == {
                frozenset({("Two", "meeting", "m0")}),
                frozenset({("Two", "meeting", "m1"), ("Bridge", "meeting", "m0"), ("Other", "meeting", "m0")}),
            }


def test_a_month_does_not_bridge_two_days(new_record: Callable[[], Record]) -> None:
    drafts = [
        meet("Tenth", "ar", date="2026-01-10", place=BAGHDAD),
        meet("Month", "fa", date="2026-01", place=BAGHDAD),
        meet("Twentieth", "en", date="2026-01-20", place=BAGHDAD),
    ]
    outcomes = set()
    for ordered in itertools.permutations(drafts):
        with record_of(new_record, ordered) as record:
            outcomes.add(frozenset(partition_of(record)))
    (outcome,) = outcomes
    assert sorted(len(each) for each in outcome) == [1, 2]


def test_the_older_id_stays_and_the_other_leads_to_it(new_record: Callable[[], Record]) -> None:
    day = meet("Day", "en", date="2026-01-14", parties=("IRQ",), people=(("Q1", "A", "IRQ"),), place=BAGHDAD)
    partner = meet("Partner", "ar", date="2026-01-14", parties=("USA",), people=(("Q2", "B", "USA"),), place=BAGHDAD)
    both = meet("Both", "fa", people=(("Q1", "A", "IRQ"), ("Q2", "B", "USA")), place=BAGHDAD)
    with record_of(new_record, [day, partner]) as record:
        assert [meeting.id for meeting in record.meetings()] == ["M1", "M2"]
        result = record.add(both.reading(), both.original())
        assert result.merged == {"M2": "M1"}
        view = record.get("M2")
        assert isinstance(view, EntryView)
        assert (view.id, view.former_ids) == ("M1", ("M2",))
        assert [meeting.id for meeting in record.meetings()] == ["M1"]
        later = meet("Later", date="2026-03-01")
        assert "M3" in record.add(later.reading(), later.original()).new


def test_of_several_meetings_the_likeliest_are_paired(new_record: Callable[[], Record]) -> None:
    drafts = []
    for name, language, order in (("First", "en", (0, 1)), ("Second", "fa", (1, 0))):
        draft = Draft(name, language)
        place = draft.place(*BAGHDAD)
        people = [draft.person("Q1", "A", "IRQ"), draft.person("Q2", "B", "IRQ")]
        for each in order:
            draft.meeting(place=place, people=(people[each],))
        drafts.append(draft)
    with record_of(new_record, drafts) as record:
        assert partition_of(record) == {
            frozenset({("First", "meeting", "m0"), ("Second", "meeting", "m1")}),
            frozenset({("First", "meeting", "m1"), ("Second", "meeting", "m0")}),
        }


def speak(name: str, *people: tuple[str, str, str | None], language: str = "en") -> Draft:
    draft = Draft(name, language)
    for person in people:
        draft.person(*person)
    return draft


def test_persons_are_one_by_key_and_party(new_record: Callable[[], Record]) -> None:
    drafts = [
        speak("First", ("ali-hasan", "Ali Hasan", "IRQ")),
        speak("Second", ("ali-hasan", "علی حسن", "IRQ"), language="fa"),
        speak("Namesake", ("ali-hasan", "Ali Hasan", "JOR")),
    ]
    with record_of(new_record, drafts) as record:
        assert {len(each) for each in partition_of(record, "actor")} == {1, 2}


def test_a_person_of_the_register_is_one_whatever_party_is_named(new_record: Callable[[], Record]) -> None:
    drafts = [speak("First", ("Q42", "Ali Hasan", "IRQ")), speak("Second", ("Q42", "Ali Hassan", None))]
    with record_of(new_record, drafts) as record:
        assert len(record.actors()) == 1


def test_a_person_without_a_party_joins_the_only_namesake(new_record: Callable[[], Record]) -> None:
    drafts = [speak("First", ("ali-hasan", "Ali Hasan", "IRQ")), speak("Second", ("ali-hasan", "Ali Hasan", None))]
    with record_of(new_record, drafts) as record:
        assert len(record.actors()) == 1


def test_a_person_without_a_party_joins_none_of_two_namesakes(new_record: Callable[[], Record]) -> None:
    drafts = [
        speak("First", ("ali-hasan", "Ali Hasan", "IRQ")),
        speak("Second", ("ali-hasan", "Ali Hasan", "JOR")),
        speak("Third", ("ali-hasan", "Ali Hasan", None)),
    ]
    for ordered in itertools.permutations(drafts):
        with record_of(new_record, ordered) as record:
            assert len(record.actors()) == 3


def alike(a: Named, b: Named) -> float:
    """A test of names that takes those with the same first letter of the key for one person's."""
    return 1.0 if a.key[0] == b.key[0] else 0.0


def first_letter(person: Named) -> list[str]:
    return [person.key[0]]


def test_a_better_test_of_names_can_be_handed_in(new_record: Callable[..., Record]) -> None:
    drafts = [
        speak("First", ("rebaz", "Rebaz", "IRQ-KRD")),
        speak("Second", ("ribaz", "ريباز", "IRQ-KRD"), language="ar"),
    ]
    with record_of(new_record, drafts) as record:
        assert len(record.actors()) == 2
    with record_of(new_record, drafts, same_person=alike, person_keys=first_letter) as record:
        assert len(record.actors()) == 1


def test_persons_that_one_document_has_side_by_side_stay_two(new_record: Callable[..., Record]) -> None:
    brothers = speak("Brothers", ("rebaz", "Rebaz", "IRQ-KRD"), ("rezan", "Rezan", "IRQ-KRD"))
    drafts = [brothers, speak("Second", ("ribaz", "ريباز", "IRQ-KRD"), language="ar")]
    outcomes = set()
    for ordered in itertools.permutations(drafts):
        with record_of(new_record, ordered, same_person=alike, person_keys=first_letter) as record:
            outcomes.add(frozenset(partition_of(record, "actor")))
    (outcome,) = outcomes
    assert sorted(len(each) for each in outcome) == [1, 2]


def state(name: str, published: str = "2026-01-15", kind: str = "statement", joint: bool = False, **more: Any) -> Draft:
    draft = Draft(name, published=published)
    ministry = draft.body(
        more.pop("key", "foreign-ministry-irq"), "the Ministry", "IRQ", outlet=more.pop("outlet", False)
    )
    parties = ["IRQ", "USA"] if joint else ["IRQ"]
    draft.statement(ministry, kind=kind, joint=joint, parties=parties, **more)
    return draft


def statements_are_one(new_record: Callable[[], Record], first: Draft, second: Draft) -> bool:
    with record_of(new_record, [first, second]) as record:
        return len(record.statements()) == 1


def test_a_statement_reported_by_two_documents_is_one(new_record: Callable[[], Record]) -> None:
    assert statements_are_one(new_record, state("First"), state("Second", "2026-01-16"))
    assert statements_are_one(new_record, state("First", date="2026-01-10"), state("Second", date="2026-01-10"))


def test_a_joint_statement_is_one_whoever_is_named_as_its_publisher(new_record: Callable[[], Record]) -> None:
    first = state("First", joint=True, kind="joint-statement")
    assert statements_are_one(new_record, first, state("Second", joint=True, kind="communique", key="us-embassy"))
    assert not statements_are_one(new_record, first, state("Third", key="us-embassy"))


@pytest.mark.parametrize(
    "other",
    [
        state("Other", "2026-02-15"),
        state("Other", date="2026-01-10"),
        state("Other", kind="press-conference"),
        state("Other", key="defence-ministry-irq"),
    ],
    ids=["published later", "of another day", "spoken", "of another ministry"],
)
def test_other_statements_stay_apart(new_record: Callable[[], Record], other: Draft) -> None:
    assert not statements_are_one(new_record, state("First"), other)


def test_reports_of_one_outlet_stay_apart(new_record: Callable[[], Record]) -> None:
    drafts = [state(name, kind="report", outlet=True) for name in ("First", "Second")]
    assert not statements_are_one(new_record, *drafts)


def undertake(name: str, **commitments: dict[str, Any]) -> Draft:
    draft = Draft(name)
    embassy = draft.body("us-embassy-irq", "the Embassy", "USA")
    joint = draft.statement(embassy, kind="joint-statement", joint=True, parties=["IRQ", "USA"])
    for action, more in commitments.items():
        draft.commitment(action, said_in=(joint,), **more)
    return draft


def test_an_undertaking_of_a_joint_statement_is_one_in_its_translations(new_record: Callable[[], Record]) -> None:
    drafts = [
        undertake(
            "First", talk={}, train={"class_": "cooperate"}, leave={"class_": "withdraw", "window": "../2026-09"}
        ),
        undertake(
            "Second", train={"class_": "cooperate"}, talk={}, leave={"class_": "withdraw", "window": "../2026-09"}
        ),
    ]
    with record_of(new_record, drafts) as record:
        assert sorted(each.documents for each in record.commitments()) == [2, 2, 2]


def test_two_undertakings_of_one_kind_keep_their_order(new_record: Callable[[], Record]) -> None:
    with record_of(new_record, [undertake("First", a={}, b={}), undertake("Second", c={}, d={})]) as record:
        assert partition_of(record, "commitment") == {
            frozenset({("First", "commitment", "c0"), ("Second", "commitment", "c0")}),
            frozenset({("First", "commitment", "c1"), ("Second", "commitment", "c1")}),
        }


@pytest.mark.parametrize("more", [{"by": ("IRQ",)}, {"class_": "aid"}, {"window": "2026-05"}, {"polarity": "refused"}])
def test_undertakings_that_differ_stay_apart(new_record: Callable[[], Record], more: dict[str, Any]) -> None:
    first, second = (
        undertake("First", talk={"window": "2026-02"}),
        undertake("Second", talk={"window": "2026-02"} | more),
    )
    with record_of(new_record, [first, second]) as record:
        assert len(record.commitments()) == 2


def test_undertakings_of_nothing_in_common_stay_apart(new_record: Callable[[], Record]) -> None:
    drafts = [Draft("First"), Draft("Second")]
    for draft in drafts:
        draft.commitment()
    with record_of(new_record, drafts) as record:
        assert len(record.commitments()) == 2


def test_undertakings_of_one_meeting_are_one(new_record: Callable[[], Record]) -> None:
    drafts = [meet("First"), meet("Second", "fa")]
    for draft in drafts:
        draft.commitment()
    with record_of(new_record, drafts) as record:
        assert len(record.commitments()) == 1


PLACES = [BAGHDAD, ERBIL, AMMAN, VENUE, None]
DATES = ["2026-01-14", "2026-01-15", "2026-01", "2026-01-14/2026-01-15", "2026-01/..", None]
PARTIES = [("IRQ", "USA"), ("IRQ", "IRQ-KRD", "USA"), ("IRQ",), ("JOR", "USA")]
PEOPLE = [("Q1", "Ana", "IRQ"), ("rebaz", "Rebaz", "IRQ"), ("ribaz", "Ribaz", None), ("rezan", "Rezan", "JOR")]


@st.composite
def documents(draw: st.DrawFn) -> list[Draft]:
    """A few documents that tell of meetings in the same few days."""
    drafts = []
    for number in range(draw(st.integers(2, 5))):
        draft = Draft(f"Document {number}", draw(st.sampled_from(["en", "fa", "ar"])))
        people = [draft.person(*each) for each in draw(st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True))]
        issuer = draft.body("ministry", "the Ministry", "IRQ")
        for _ in range(draw(st.integers(0, 2))):
            joint = draw(st.booleans())
            draft.statement(issuer, *people[:1], joint=joint, parties=["IRQ", "USA"] if joint else ["IRQ"])
        for _ in range(draw(st.integers(0, 3))):
            place = draw(st.sampled_from(PLACES))
            draft.meeting(
                draw(st.sampled_from(DATES)),
                draw(st.sampled_from(PARTIES)),
                kind=draw(st.sampled_from(["talks", "meeting", "visit", "call"])),
                status=draw(st.sampled_from(["held", "planned", "denied"])),
                place=draft.place(*place) if place else None,
                people=tuple(people[:2]),
                said_in=tuple(draft.statements[:1]),
                round=draw(st.sampled_from([None, "2", "3", "resumed"])),
            )
        for _ in range(draw(st.integers(0, 2))):
            window = draw(st.sampled_from([None, "2026-02", "2026-02/.."]))
            draft.commitment(said_in=tuple(draft.statements[-1:]), window=window)
        drafts.append(draft)
    return drafts


@settings(max_examples=25, deadline=None)
@given(drafts=documents(), data=st.data())
def test_any_order_of_adding_gives_the_same_entries_and_values(
    new_record: Callable[..., Record], drafts: list[Draft], data: st.DataObject
) -> None:
    options = {"same_person": alike, "person_keys": first_letter}
    with record_of(new_record, drafts, **options) as first:
        expected, contents = members_of(first), contents_of(first)
    with record_of(new_record, data.draw(st.permutations(drafts)), **options) as second:
        assert set(map(frozenset, members_of(second).values())) == set(map(frozenset, expected.values()))
        assert contents_of(second) == contents


@settings(max_examples=25, deadline=None)
@given(drafts=documents())
def test_no_entry_has_two_meetings_of_one_document(new_record: Callable[..., Record], drafts: list[Draft]) -> None:
    with record_of(new_record, drafts) as record:
        for members in members_of(record).values():
            own = [name for name, kind, _ in members if kind in ("meeting", "statement", "commitment")]
            assert len(own) == len(set(own))
