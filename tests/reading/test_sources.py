"""Whom an outlet quotes, to whom something is told, who hides behind a noun, and what nobody issued."""

from __future__ import annotations

import pytest

from peyman.reading.attribution import StatementDraft
from peyman.reading.context import Context
from peyman.reading.reader import prepare
from peyman.reading.statements import find_statements, shipped
from peyman.sources import SourceDocument


def proposed(text: str, publisher: str | None = None) -> tuple[Context, list[StatementDraft]]:
    """Return what may be a statement, before it is judged."""
    source = SourceDocument(id="x", source="x", original=b"", text=text, publisher=publisher, published="2024-05-06")
    context = prepare(source).context
    return context, find_statements(context, shipped().speaker)


@pytest.mark.parametrize(
    "text",
    [
        "ونقلت صحيفة «الميناء الجديد» عن وزير خارجية كينيا قوله إن الحدود ستفتح قريبا.",
        "ونقل موقع «سهل» عن وزير خارجية كينيا أن الحدود ستفتح قريبا.",
        "ونقلت وكالة رويترز عن وزير خارجية كينيا قوله إن الحدود ستفتح قريبا.",
    ],
)
def test_whom_a_known_or_unknown_outlet_quotes_makes_a_statement(text: str) -> None:
    _, drafts = proposed("اجتمع وزيرا خارجية كينيا والصومال في نيروبي أمس.\n" + text)
    assert [(d.kind, d.parties) for d in drafts] == [("remarks", ("KEN",))]


def test_a_paper_that_learns_from_a_source_quotes_it() -> None:
    _, drafts = proposed("وعلمت «النهار» من مصدر نيابي أن الجلسة لن تعقد قبل نهاية الشهر بين العراق ولبنان.")
    assert [(d.kind, d.entries) for d in drafts] == [("remarks", ())]


@pytest.mark.parametrize("told", ["لرويترز", "لـ«المدى»", "لـ(كونا)", "لإذاعة نيروبي"])
def test_what_is_told_to_an_outlet_is_an_interview_of_whoever_tells_it(told: str) -> None:
    _, drafts = proposed(f"وأكد وزير خارجية كينيا {told} أن بلاده لن تغلق المعبر مع الصومال.")
    assert [(d.kind, d.parties) for d in drafts] == [("interview", ("KEN",))]


def test_a_source_speaks_and_not_the_delegation_of_which_it_speaks() -> None:
    _, drafts = proposed("وقال مصدر دبلوماسي طلب عدم ذكر اسمه إن الوفد العراقي لم يحمل ردا على سؤال الكويت.")
    assert [(d.entries, d.parties) for d in drafts] == [((), ())]


def test_two_sources_of_different_kinds_are_two() -> None:
    _, drafts = proposed("وقال مصدر دبلوماسي إن الوفد غادر بغداد. وقال مصدر نيابي إن الوفد باق في بغداد.")
    assert len(drafts) == 2


def test_a_ministry_that_speaks_is_not_the_undersecretary_of_another() -> None:
    context, drafts = proposed(
        "وترأس الوفد وكيل وزارة الخارجية الكويتية السفير عمر الصباح. "
        "وذكرت وزارة الخارجية الكويتية في بيان أن العراق والكويت اتفقا."
    )
    assert [[context.found.actors[e].kind for e in d.entries] for d in drafts] == [["body"]]


def test_a_statement_that_nobody_issued_is_none() -> None:
    assert not proposed("التقى وفدا العراق والكويت في بغداد أمس ولم يصدر عنهما بيان مشترك.")[1]
    assert proposed("التقى وفدا العراق والكويت في بغداد أمس وصدر عنهما بيان مشترك.")[1]


def test_a_palace_is_no_statement() -> None:
    assert not proposed("استقبل أمير الكويت وفدا من العراق في قصر بيان أمس.")[1]
