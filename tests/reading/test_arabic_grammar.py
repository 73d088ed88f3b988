"""Arabic by grammar: forms of verbs of encounter, saying and undertaking that a list of the perfect does not have."""

from __future__ import annotations

import pytest

from peyman.model import Reading
from peyman.reading.reader import read_text

WHO, WHOM = "وزير الخارجية العراقي فؤاد كاظم", "وزير الدفاع الأردني سامي الخالدي"
TALKS = "عقد وزير الخارجية العراقي مباحثات مع نظيره الأردني يوم الأحد. "


def read(words: str) -> Reading:
    return read_text(words, language="ar", published="2026-01-14")


@pytest.mark.parametrize(
    ("words", "kind", "status"),
    [
        (f"قام {WHO} بزيارة إلى الأردن.", "visit", "held"),
        (f"سيصل {WHO} إلى عمّان الأسبوع المقبل.", "visit", "planned"),
        (f"من المقرر أن يصل {WHO} إلى عمّان الأسبوع المقبل.", "visit", "planned"),
        (f"تحاور {WHO} مع {WHOM} في عمّان.", "talks", "held"),
        (f"سيتباحث {WHO} مع {WHOM} الأسبوع المقبل.", "talks", "planned"),
    ],
)
def test_encounters_in_the_future_and_by_a_noun(words: str, kind: str, status: str) -> None:
    assert [(m.kind, m.status, sorted(m.parties)) for m in read(words).meetings] == [(kind, status, ["IRQ", "JOR"])]


@pytest.mark.parametrize(("adjective", "state"), [("تونسيا", "TUN"), ("صينيا", "CHN"), ("نمساويا", "AUT")])
def test_an_adjective_in_the_accusative_says_whose_a_delegation_is(adjective: str, state: str) -> None:
    meetings = read(f"استقبل {WHO} وفدا {adjective} برئاسة وكيل الوزارة.").meetings
    assert [sorted(m.parties) for m in meetings] == [sorted(["IRQ", state])]


@pytest.mark.parametrize(
    "words",
    [
        "نوهت وزيرة الخارجية العراقية ليلى كاظم بأن الحوار ضروري.",
        "زعمت وزيرة الخارجية العراقية ليلى كاظم أن الحوار ضروري.",
        f"يرحب {WHO} بالاتفاق الجديد.",
        f"ويندد {WHO} بالهجوم.",
    ],
)
def test_sayings_in_the_imperfect_and_of_women(words: str) -> None:
    assert [s.parties for s in read(words).statements] == [["IRQ"]]


@pytest.mark.parametrize("verb", ["تتعهد", "تلتزم", "توافق", "تقرر"])
def test_what_was_not_undertaken_is_none(verb: str) -> None:
    assert read(f"{TALKS}لم {verb} الحكومة العراقية بفتح المعابر.").commitments == []


def test_who_intended_something_in_the_past_undertook_it() -> None:
    found = read(f"{TALKS}اعتزمت الحكومة العراقية فتح المعابر.").commitments
    assert [(c.by, c.strength) for c in found] == [(["IRQ"], "intends")]
