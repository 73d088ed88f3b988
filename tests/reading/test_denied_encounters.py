"""What is denied did not take place: encounters whose verb or noun is denied. Sentences are made for it."""

from __future__ import annotations

import pytest

from peyman.model import Reading
from peyman.reading.reader import read_text

HAPPENED = {"held", "under-way", "planned"}
#: One who does not meet, and whom; then two who do not.
ONE = {
    "en": "The president of Norway {} Jordan's foreign minister.",
    "fa": "رئیس‌جمهور نروژ با وزیر خارجه اردن {}.",
    "ar": "رئيس النرويج {} وزير الخارجية الأردني.",
    "ckb": "سەرۆکی نەرویج لەگەڵ وەزیری دەرەوەی ئوردن {}.",
    "kmr": "Serokkomarê Norwêcê bi Wezîrê Derve yê Urdunê re {}.",
}
BETWEEN = {
    "en": "The meeting between Norway and Jordan {}.",
    "fa": "میان نروژ و اردن دیداری {}.",
    "ar": "{} بين النرويج والأردن.",
    "ckb": "لە نێوان نەرویج و ئوردن کۆبوونەوە {}.",
    "kmr": "Di navbera Norwêc û Urdunê de civîn {}.",
}


def _read(language: str, text: str) -> Reading:
    return read_text(text, language=language, published="2026-01-14")


@pytest.mark.parametrize(
    ("language", "verb"),
    [
        ("en", "did not meet"),
        ("en", "did not have any meeting with"),
        ("fa", "دیدار نکرد"),
        ("fa", "گفت‌وگو نخواهد کرد"),
        ("fa", "ملاقات نمی‌کند"),
        ("fa", "دیداری نداشته است"),
        ("ar", "لم يستقبل"),
        ("ar", "لا يلتقي"),
        ("ar", "ما التقى"),
        ("ar", "لم يجتمع بعد مع"),
        ("ckb", "دیدار ناکات"),
        ("ckb", "کۆبوونەوەی ئەنجام نەدا"),
        ("ckb", "کۆنەبووەوە"),
        ("kmr", "hevdîtin nekir"),
    ],
)
def test_an_encounter_whose_verb_is_denied_did_not_take_place(language: str, verb: str) -> None:
    reading = _read(language, ONE[language].format(verb))
    assert HAPPENED.isdisjoint(m.status for m in reading.meetings)


@pytest.mark.parametrize(
    ("language", "verb"),
    [
        ("en", "was not held"),
        ("en", "will not take place"),
        ("en", "is not taking place"),
        ("fa", "صورت نخواهد گرفت"),
        ("fa", "انجام نمی‌شود"),
        ("ar", "لم يتم عقد أي اجتماع"),
        ("ar", "ليس هناك لقاء"),
        ("ar", "لا محادثات"),
        ("ckb", "ناکرێت"),
        ("ckb", "ئەنجام نادرێت"),
        ("ckb", "نییە"),
        ("kmr", "nehate lidarxistin"),
    ],
)
def test_an_encounter_that_is_not_held_is_denied_or_called_off(language: str, verb: str) -> None:
    [meeting] = _read(language, BETWEEN[language].format(verb)).meetings
    assert meeting.status in ("denied", "cancelled")
    assert set(meeting.parties) == {"NOR", "JOR"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The president of Norway met Jordan's foreign minister on Monday and did not visit Kenya."),
        (
            "en",
            "At a meeting with Jordan's foreign minister on Monday, the president of Norway did not mention the war.",
        ),
        ("fa", "رئیس‌جمهور نروژ روز دوشنبه با وزیر خارجه اردن دیدار کرد و به کنیا سفر نکرد."),
        ("fa", "دیدار روز دوشنبه وزیران خارجه نروژ و اردن در ژنو نتیجه‌ای نداشت."),
        ("ar", "التقى رئيس النرويج يوم الاثنين وزير الخارجية الأردني ولم يزر كينيا."),
        ("ar", "لم يسفر الاجتماع الذي عقد يوم الاثنين بين النرويج والأردن عن نتيجة."),
        ("ckb", "کۆبوونەوەی دوێنێی وەزیرانی دەرەوەی نەرویج و ئوردن هیچ ئەنجامێکی نەبوو."),
        ("kmr", "Serokkomarê Norwêcê duh bi Wezîrê Derve yê Urdunê re civiya û behsa şer nekir."),
    ],
)
def test_what_was_not_done_beside_it_denies_no_encounter(language: str, text: str) -> None:
    held = [set(m.parties) for m in _read(language, text).meetings if m.status == "held"]
    assert {"NOR", "JOR"} in held


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "رئیس‌جمهور نروژ به اردن نخواهد رفت."),
        ("ckb", "سەرۆکی نەرویج پێشوازی لە وەزیری دەرەوەی ئوردن نەکرد."),
        ("kmr", "Serokkomarê Norwêcê pêşwazî li Wezîrê Derve yê Urdunê nekir."),
    ],
)
def test_whom_the_verb_says_was_not_met_may_stand_before_it(language: str, text: str) -> None:
    assert HAPPENED.isdisjoint(m.status for m in _read(language, text).meetings)


def test_a_verb_behind_but_denies_no_encounter_before_it() -> None:
    reading = read_text(
        "سەرۆکی عێراق پێشوازی لە وەزیری دەرەوەی کینیا کرد بەڵام قسەی بۆ ڕۆژنامەنووسان نەکرد.",
        language="ckb",
        published="2026-01-14",
    )
    assert [meeting.status for meeting in reading.meetings] == ["held"]


@pytest.mark.parametrize("verb", ["did not meet", "failed to meet", "was unable to meet"])
def test_who_failed_to_meet_did_not_on_the_day_that_went_by(verb: str) -> None:
    reading = _read("en", f"The president of Norway {verb} Jordan's foreign minister in Oslo on Monday.")
    assert [(m.status, m.date) for m in reading.meetings] == [("denied", "2026-01-12")]


@pytest.mark.parametrize("verb", ["never fails to meet", "has never failed to meet"])
def test_who_never_fails_to_meet_is_denied_nothing(verb: str) -> None:
    assert _read("en", ONE["en"].format(verb)).meetings == []
