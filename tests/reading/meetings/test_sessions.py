"""A parliament or a cabinet that sits meets nobody, whoever is named beside it."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

PUBLISHED = "2025-11-11"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The first session of the Iraqi parliament, in which deputies of the Kurdistan Region sit, opened today.",
        ),
        ("fa", "نخستین جلسه مجلس عراق روز دوشنبه با حضور نمایندگان اقلیم کردستان برگزار شد."),
        (
            "ckb",
            "دانیشتنی یەکەمی پەرلەمانی عێراق ڕۆژی دووشەممە بە ئامادەبوونی پەرلەمانتارانی هەرێمی کوردستان بەڕێوەچوو.",
        ),
        ("ckb", "سەرۆکی هەرێمی کوردستان لەبارەی خولی شەشەمی پەرلەمانی عێراق پەیامێکی بڵاو کردەوە."),
        (
            "kmr",
            "Biryar e ku îro rûniştina yekê ya gera şeşê ya Parlementoya Iraqê li Herêma Kurdistanê bê lidarxistin.",
        ),
    ],
)
def test_the_session_or_the_term_of_a_parliament_is_no_encounter(language: str, text: str) -> None:
    assert read_text(text, language=language, published=PUBLISHED).meetings == []


def test_a_parliament_that_meets_another_is_in_an_encounter() -> None:
    text = (
        "A meeting of the Iraqi parliament with a delegation of the Turkish parliament was held in Baghdad on Monday."
    )
    reading = read_text(text, language="en", published=PUBLISHED)
    assert [set(m.parties) for m in reading.meetings] == [{"IRQ", "TUR"}]


def test_a_visit_to_a_parliament_is_an_encounter() -> None:
    text = "The foreign minister of Turkey paid a visit to the Iraqi parliament in Baghdad on Monday."
    reading = read_text(text, language="en", published=PUBLISHED)
    assert [set(m.parties) for m in reading.meetings] == [{"IRQ", "TUR"}]


def test_the_commission_of_an_organisation_is_its_organ_and_no_committee_that_met() -> None:
    reading = read_text(
        "Togo's Foreign Minister Robert Dussey received a delegation of the African Union Commission led by "
        "Commissioner Bankole Adeoye in Lomé on 3 March 2026. Togo is a mediator.",
        published="2026-03-04",
    )
    assert [(meeting.kind, set(meeting.parties)) for meeting in reading.meetings] == [("meeting", {"TGO", "AFU"})]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kmr", "Encûmena Wezîran a Kenyayê îro bi serokatiya Serokwezîr civiya û peymana bi Urdunê re dirêj kir."),
        ("ckb", "ئەنجوومەنی وەزیرانی کینیا ئەمڕۆ کۆبووەوە و ڕێککەوتنی لەگەڵ ئوردن درێژ کردەوە."),
        ("fa", "هیئت دولت کنیا روز سه‌شنبه تشکیل جلسه داد و توافق با اردن را تمدید کرد."),
        ("ar", "واجتمع مجلس الوزراء الكيني يوم الثلاثاء وقرر تمديد الاتفاق مع الأردن."),
        ("en", "The Cabinet of Kenya met on Tuesday and extended the agreement with Jordan."),
    ],
)
def test_a_cabinet_that_sits_meets_nobody(language: str, text: str) -> None:
    assert not read_text(text, language=language, published="2026-01-14").meetings


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kmr", "Encûmena Wezîran a Kenyayê li Nairobiyê bi şandeya Urdunê re civiya."),
        ("en", "The Cabinet of Kenya met the President of Jordan in Nairobi on Tuesday."),
    ],
)
def test_a_cabinet_may_meet_those_of_another_party(language: str, text: str) -> None:
    assert read_text(text, language=language, published="2026-01-14").meetings


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The political bureau of the PUK met in Sulaymaniyah on Monday. The KDP rejected the plan."),
        ("kmr", "Meclîsa Jinan a HDP'ê duh kom bû. Serokê PYD'ê ji Sûriyeyê hat."),
        ("kmr", "Mekteba Siyasî ya YNKê îro li Silêmaniyê civiya. PDK plan red kir."),
        (
            "fa",
            "دفتر سیاسی اتحادیه میهنی کردستان دوشنبه تشکیل جلسه داد. حزب دموکرات کردستان طرح را رد کرد.",
        ),
        ("ar", "اجتمع المكتب السياسي للاتحاد الوطني الكردستاني اليوم. ورفض الحزب الديمقراطي الكردستاني الخطة."),
        (
            "ckb",
            "مەکتەبی سیاسیی یەکێتیی نیشتمانیی کوردستان کۆبووەوە. پارتی دیموکراتی کوردستان پلانەکەی ڕەت کردەوە.",
        ),
    ],
)
def test_an_organ_of_a_movement_that_sits_meets_nobody(language: str, text: str) -> None:
    assert read_text(text, language=language, published=PUBLISHED).meetings == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The political bureau of the PUK met a KDP delegation in Sulaymaniyah on Monday."),
        ("kmr", "Mekteba Siyasî ya YNKê îro bi şandeke PDKê re civiya."),
    ],
)
def test_an_organ_of_a_movement_may_meet_those_of_another(language: str, text: str) -> None:
    reading = read_text(text, language=language, published=PUBLISHED)
    assert [set(meeting.parties) for meeting in reading.meetings] == [{"PUK", "KDP"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "هیئت وزیران اقلیم کردستان گفت‌وگوهای خود با بغداد را بررسی کرد."),
        ("ckb", "ئەنجومەنی وەزیرانی هەرێمی کوردستان تاوتوێی گفتوگۆکانی لەگەڵ بەغدا کرد."),
    ],
)
def test_a_cabinet_that_reviews_talks_holds_none(language: str, text: str) -> None:
    assert not read_text(text, language=language, published=PUBLISHED).meetings
