"""Whom an outlet quotes, to whom something is told, who hides behind a noun, and what nobody issued."""

from __future__ import annotations

import pytest

from peyman.reading.clauses.context import Context
from peyman.reading.reader import prepare
from peyman.reading.statements.attribution import StatementDraft
from peyman.reading.statements.entries import find_statements, shipped
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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The Ministry of Trade and Industry of Kenya announced that a fair will open.\n\n"
            "The Ministry of Trade said in a statement that the fair lasts three days.",
        ),
        (
            "ckb",
            "وەزارەتی بازرگانی و پیشەسازیی حکومەتی هەرێم ڕایدەگەیەنێت کە پێشانگایەک دەکرێتەوە.\n\n"
            "وەزارەتی بازرگانی لە ڕاگەیەندراوێکدا بڵاوی کردەوە کە پێشانگاکە سێ ڕۆژ دەخایەنێت.",
        ),
        (
            "kmr",
            "Wezareta Bazirganî û Pîşesaziyê ya Kenyayê ragihand ku pêşangehek tê vekirin.\n\n"
            "Wezareta Bazirganiyê di daxuyaniyekê de got ku pêşangeh sê roj didome.",
        ),
    ],
)
def test_a_body_that_is_named_in_short_later_makes_one_statement(language: str, text: str) -> None:
    _, drafts = proposed(text)
    assert [(d.kind, len(d.mentions)) for d in drafts] == [("statement", 2)], language


def test_bodies_of_two_parties_make_two_statements() -> None:
    _, drafts = proposed(
        "The Ministry of Trade and Industry of Kenya announced that a fair will open.\n\n"
        "The Ministry of Trade of Somalia said in a statement that its traders would come."
    )
    assert [d.parties for d in drafts] == [("KEN",), ("SOM",)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Foreign Ministry of Moldova writes that the two diplomats praised the friendship.", "statement"),
        ("Foreign Minister Musalia Mudavadi of Kenya writes that the road will be rebuilt.", "remarks"),
        ("Wezîrê Derve yê Iraqê Fuad Husên tekîd li ser wê yekê kir ku hikûmet pabend e.", "remarks"),
    ],
)
def test_what_is_written_or_stressed_is_said(text: str, kind: str) -> None:
    _, drafts = proposed(text)
    assert [d.kind for d in drafts] == [kind]
