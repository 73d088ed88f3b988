"""When two undertakings are one."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from tests.record.readings import Draft
from tests.record.records import meet, partition_of, record_of

from peyman.record import Record
from peyman.record.merging.facts import numbers_in


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


def release(name: str, action: str, language: str = "en", **more: Any) -> Draft:
    draft = Draft(name, language, published=more.pop("published", "2026-01-15"))
    draft.commitment(action, **{"by": ("TUR",), "class_": "release", **more})
    return draft


def test_a_number_tells_an_undertaking_that_two_languages_class_differently(new_record: Callable[[], Record]) -> None:
    first = release("First", "release 420 cubic metres a second")
    second = release("Second", "۴۲۰ متر مکعب در ثانیه آب رها کند", "fa", published="2026-01-17", class_="implement")
    other = release("Third", "۵۰۰ متر مکعب در ثانیه آب رها کند", "fa", published="2026-01-17", class_="implement")
    for draft, commitments in ((second, 1), (other, 2)):
        with record_of(new_record, [first, draft]) as record:
            assert len(record.commitments()) == commitments


def test_the_same_words_make_one_of_two_lists_of_parties(new_record: Callable[[], Record]) -> None:
    drafts = [meet("First"), meet("Second")]
    drafts[0].commitment("protect all convoys and embassies", class_="other")
    drafts[1].commitment("protect convoys and all embassies", by=("IRQ",), class_="support")
    with record_of(new_record, drafts) as record:
        assert len(record.commitments()) == 1


def test_one_partys_undertaking_is_proposed_beside_that_of_both(new_record: Callable[[], Record]) -> None:
    drafts = [meet("First"), meet("Second", "fa")]
    drafts[0].commitment("go on talking")
    drafts[1].commitment("گفتگو کند", by=("IRQ",))
    with record_of(new_record, drafts) as record:
        assert len(record.commitments()) == 2
        assert [each.kind for each in record.proposals()] == ["merge"]


def test_the_order_of_adding_does_not_matter(new_record: Callable[[], Record]) -> None:
    drafts = [
        release("First", "release 420 cubic metres a second"),
        release("Second", "۴۲۰ متر مکعب در ثانیه آب رها کند", "fa", class_="implement"),
        release("Third", "release water in all seasons", published="2026-01-16"),
        release("Fourth", "٤٢٠ متراً مكعباً", "ar", published="2026-01-17", by=("TUR", "IRQ")),
    ]
    found = []
    for order in itertools.permutations(drafts):
        with record_of(new_record, list(order)) as record:
            found.append(partition_of(record, "commitment"))
    assert all(each == found[0] for each in found)


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("free 250 and 1,700 people", ("250", "1700")),
        ("۲۵۰ نفر و ۱٬۷۰۰ نفر", ("250", "1700")),
        ("within 3 days, by 2027", ()),
        ("", ()),
    ],
)
def test_numbers_are_the_same_in_every_script(words: str, numbers: tuple[str, ...]) -> None:
    assert numbers_in(words) == numbers


def test_words_about_the_same_make_one_of_what_two_accounts_of_a_meeting_ascribe_to_others(
    new_record: Callable[[], Record],
) -> None:
    first, second, other = meet("First"), meet("Second", "fa"), meet("Third", "fa")
    first.commitment("release more water for irrigation", by=("USA",), class_="release")
    second.commitment("آب بیشتری برای آبیاری آزاد کند", by=("IRQ",), class_="release")
    other.commitment("به زندانیان اجازه ملاقات بدهد", by=("IRQ",), class_="release")
    for draft, commitments in ((second, 1), (other, 2)):
        with record_of(new_record, [first, draft]) as record:
            assert len(record.commitments()) == commitments


def test_what_others_undertake_in_the_same_days_is_theirs_however_alike_the_words(
    new_record: Callable[[], Record],
) -> None:
    first = release("First", "release more water for irrigation", by=("TUR",))
    second = release("Second", "آب بیشتری برای آبیاری آزاد کند", "fa", by=("IRQ",))
    again = release("Third", "release more water for irrigation", by=("IRN", "OMN"), published="2026-01-16")
    with record_of(new_record, [first, second, again]) as record:
        assert len(record.commitments()) == 3
        assert not record.proposals()


@pytest.mark.parametrize(("table", "commitments"), [(("NLD", "OMN"), 2), (("AUS", "NLD", "OMN"), 1)])
def test_what_two_pairs_promise_alike_without_a_deadline_is_one_only_if_two_sat_at_both_tables(
    new_record: Callable[[], Record], table: tuple[str, ...], commitments: int
) -> None:
    drafts = [release("First", "release 420 cubic metres a second", by=("AUS", "NLD"))]
    drafts.append(release("Second", "release 420 cubic metres a second", by=("NLD", "OMN")))
    drafts[0].meeting("2026-01-12", parties=("AUS", "NLD"))
    drafts[1].meeting("2025-11-20", parties=table)
    with record_of(new_record, drafts) as record:
        assert len(record.commitments()) == commitments


@pytest.mark.parametrize(
    ("window", "commitments"),
    [("2026-01-14/2026-03-08", 2), ("2026-01-14/2026-08-20", 1), ("2026-01-15/2026-08-20", 1)],
)
def test_what_a_state_promises_two_others_by_different_days_is_two_undertakings(
    new_record: Callable[[], Record], window: str, commitments: int
) -> None:
    first = release("First", "release 420 cubic metres a second", by=("AUS", "NLD"), window="2026-01-14/2026-08-20")
    second = release("Second", "release 420 cubic metres a second", by=("NLD", "OMN"), window=window)
    with record_of(new_record, [first, second]) as record:
        assert len(record.commitments()) == commitments


def test_to_refrain_from_something_is_to_refuse_it(new_record: Callable[[], Record]) -> None:
    drafts = [meet("First"), meet("Second")]
    drafts[0].commitment("host no foreign bases on its soil", by=("IRQ",), class_="refrain")
    drafts[1].commitment("host foreign bases on its soil", by=("IRQ",), class_="other", polarity="refused")
    with record_of(new_record, drafts) as record:
        assert len(record.commitments()) == 1
        rows = [row for row in record.accounts("M1").facts if row.fact == "outcome"]
        assert not any(cell.mark == "conflict" for row in rows for cell in row.cells)
    drafts[0].commitments[0] = drafts[0].commitments[0].model_copy(update={"class_": "other"})
    with record_of(new_record, drafts) as record:
        assert len(record.commitments()) == 2, "what one promises and the other refuses is not one"


def test_words_of_two_languages_that_have_nothing_in_common_tell_two_undertakings(
    new_record: Callable[[], Record],
) -> None:
    first, second, other = meet("First"), meet("Second", "fa"), meet("Third", "fa")
    first.commitment("send ambulances, doctors and medicine", by=("IRQ",), class_="aid")
    second.commitment("پزشک و دارو و آمبولانس بفرستد", by=("IRQ",), class_="aid")
    other.commitment("مرز را باز کند", by=("IRQ",), class_="aid")
    for draft, commitments in ((second, 1), (other, 2)):
        with record_of(new_record, [first, draft]) as record:
            assert len(record.commitments()) == commitments
