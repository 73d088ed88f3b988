"""Which entries of different documents are one, whatever the order of adding."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.readings import Draft
from tests.record.records import AMMAN, BAGHDAD, ERBIL, VENUE, contents_of, meet, members_of, partition_of, record_of

from peyman.record import EntryView, Named, Record
from peyman.record.merging import components


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


def test_an_account_that_takes_a_visit_for_a_call_is_one_of_the_others(new_record: Callable[[], Record]) -> None:
    drafts = [
        meet("Talks", "ar", kind="talks", place=BAGHDAD),
        meet("Visit", "fa", kind="visit", place=BAGHDAD),
        meet("Call", "en", kind="call"),
    ]
    for ordered in itertools.permutations(drafts):
        with record_of(new_record, ordered) as record:
            assert [len(each) for each in partition_of(record)] == [3]
    with record_of(new_record, drafts[1:]) as record:
        assert [len(each) for each in partition_of(record)] == [1, 1]


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


@settings(max_examples=15, deadline=None)
@given(drafts=documents())
def test_looking_at_a_component_as_a_whole_gives_what_following_its_links_gives(
    new_record: Callable[..., Record], drafts: list[Draft]
) -> None:
    found = []
    for least in (2, 1000):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(components, "_MANY", least)
            with record_of(new_record, drafts) as record:
                found.append(members_of(record))
    assert found[0] == found[1]


@settings(max_examples=25, deadline=None)
@given(drafts=documents())
def test_no_entry_has_two_meetings_of_one_document(new_record: Callable[..., Record], drafts: list[Draft]) -> None:
    with record_of(new_record, drafts) as record:
        for members in members_of(record).values():
            own = [name for name, kind, _ in members if kind in ("meeting", "statement", "commitment")]
            assert len(own) == len(set(own))
