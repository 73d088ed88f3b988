"""When two documents report one statement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.record.readings import Draft
from tests.record.records import record_of

from peyman.record import Record


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
