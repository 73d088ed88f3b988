"""Which kind of statement it is, and what a noun for a statement within somebody's words does not tell."""

from __future__ import annotations

import pytest

from peyman.reading.reader import prepare
from peyman.reading.statements.attribution import StatementDraft
from peyman.reading.statements.entries import find_statements, shipped
from peyman.sources import SourceDocument


def proposed(text: str) -> list[StatementDraft]:
    """Return what may be a statement, before it is judged."""
    source = SourceDocument(id="x", source="x", original=b"", text=text, published="2024-05-06")
    return find_statements(prepare(source).context, shipped().speaker)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Iraq's foreign minister Fuad Hussein said that a report on the talks with Iran will follow."),
        ("fa", "فؤاد حسین وزیر خارجه عراق گفت که نامه ایران را خوانده و گزارش گفت‌وگوها را دیده است."),
        ("ar", "قال وزير الخارجية العراقي فؤاد حسين إن رسالة من إيران وصلت إلى بغداد وإن البيان سيصدر لاحقاً."),
        ("ckb", "وەزیری دەرەوەی عێراق فوئاد حسێن گوتی، وەڵامی نامەیەکی ئێران دراوەتەوە و ڕاپۆرتێک دێت."),
        ("kmr", "Wezîrê Derve yê Iraqê Fuad Husên got ku wan nameyek ji Îranê wergirtiye û raporek tê."),
    ],
)
def test_a_letter_or_report_of_which_somebody_speaks_is_not_what_he_speaks_in(language: str, text: str) -> None:
    assert [d.kind for d in proposed(text)] == ["remarks"], language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Work begins on Monday, said Iraq's foreign minister Fuad Hussein, who brought the letter of Iran."),
        ("kmr", "Wezîrê Derve yê Iraqê Fuad Husên got, yê ku nameya Îranê xwendiye, kar berdewam dike."),
        ("ar", "قال وزير الخارجية العراقي فؤاد حسين الذي حمل رسالة إيران إن العمل مستمر."),
    ],
)
def test_a_letter_in_a_clause_about_somebody_is_not_what_he_speaks_in(language: str, text: str) -> None:
    assert [d.kind for d in proposed(text)] == ["remarks"], language


def test_what_is_inserted_behind_the_word_of_saying_tells_the_kind() -> None:
    (draft,) = proposed(
        "The Ministry of Foreign Affairs of Iraq said, in a statement, that Iran will attend the talks."
    )
    assert draft.kind == "statement"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "At a press conference which was held in Baghdad on Monday Fuad Hussein said Iran will attend."),
        ("fa", "فؤاد حسین وزیر خارجه عراق در نشست خبری که امروز به صورت حضوری برگزار شد گفت ایران حضور دارد."),
    ],
)
def test_an_occasion_with_a_clause_of_its_own_tells_the_kind(language: str, text: str) -> None:
    assert [d.kind for d in proposed(text)] == ["press-conference"], language


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "وەزیری دەرەوەی عێراق فوئاد حسێن لە کۆنگرەیەکی ڕۆژنامەنووسیدا ڕایگەیاند کە دانوستان بەردەوامە.",
            "press-conference",
        ),
        ("وەزیری دەرەوەی عێراق فوئاد حسێن لە بەرنامەیەکی تەلەفزیۆنیدا گوتی کە دانوستان بەردەوامە.", "interview"),
        ("Wezîrê Derve yê Iraqê Fuad Husên di bernameyeke televizyonê de got ku danûstandin berdewam in.", "interview"),
        (
            "وەزیری دەرەوەی عێراق فوئاد حسێن لەچاوپێکەوتنێکیدا لەگەڵ کەناڵی ڕووبار وتی کە دانوستان بەردەوامە.",
            "interview",
        ),
        ("قال وزير الخارجية العراقي فؤاد حسين في الإحاطة اليومية إن المحادثات مستمرة.", "press-conference"),
        ("بعث وزير الخارجية العراقي فؤاد حسين برقيتي تهنئة إلى نظيريه عبر فيهما عن أصدق التهاني.", "letter"),
        ("Wezîrê Derve yê Iraqê Fuad Husên yadaşteke nerazîbûnê da balyozê Îranê û got ku kar sekinî.", "letter"),
        ("ذكر وزير الخارجية العراقي فؤاد حسين في لقاء مع الصحافة أن المحادثات مستمرة.", "press-conference"),
        ("قال وزير الخارجية العراقي فؤاد حسين في كلمة متلفزة إن المحادثات مستمرة.", "speech"),
        ("فؤاد حسین وزیر خارجه عراق در سخنانی اعلام کرد که گفت‌وگوها ادامه دارد.", "remarks"),
        ("قال وزير الخارجية العراقي فؤاد حسين لوكالة رويترز إن المحادثات مستمرة.", "interview"),
        ("قال وزير الخارجية العراقي فؤاد حسين لوكالة الأونروا إن المحادثات مستمرة.", "remarks"),
    ],
)
def test_the_occasion_named_tells_the_kind(text: str, kind: str) -> None:
    assert [d.kind for d in proposed(text)] == [kind]


def test_a_statement_that_answers_the_words_of_another_is_a_statement() -> None:
    (draft,) = proposed(
        "وەزارەتی دەرەوەی عێراق لە ڕاگەیەندراوێکدا وەڵامی قسەکانی ئێرانی دایەوە و گوتی دانوستان بەردەوامە."
    )
    assert draft.kind == "statement"


def test_a_letter_of_intent_is_no_letter_of_anybody() -> None:
    assert not proposed("Kenya and Somalia signed a letter of intent on the crossing on Monday.")
