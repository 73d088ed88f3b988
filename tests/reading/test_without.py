"""What somebody does without talking to others is no encounter with them."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ar", "رفعت كينيا الرسوم دون التشاور مع بيرو وغانا."),
        ("ar", "بنت كينيا الجسر من دون إجراء أي محادثات مع غانا."),
        ("ar", "غادر الوزير الكيني ليما دون أن يلتقي نظيره البيروفي."),
        ("en", "Kenya raised the toll without any consultations with Ghana."),
        ("en", "Kenya's minister left Lima without meeting her Peruvian counterpart."),
        ("fa", "کنیا این پل را بدون مذاکره با غنا ساخت."),
        ("ckb", "وەزیری کینیا بەبێ دیدار لەگەڵ هاوتا پێرۆییەکەی گەڕایەوە."),
        ("kmr", "Wezîrê Kenyayê bêyî hevdîtina bi hevtayê xwe yê Perûyê re vegeriya."),
    ],
)
def test_nobody_met(code: str, words: str) -> None:
    assert not read_text(words, language=code, published="2026-01-14").meetings


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ar", "انتهى اجتماع الوزيرين الكيني والبيروفي في ليما دون اتفاق."),
        ("ar", "من دون شروط مسبقة التقى الوزير الكيني نظيره البيروفي."),
        ("en", "Without a deal, Kenya's minister met her Peruvian counterpart in Lima."),
        ("fa", "دیدار وزیران کنیا و پرو بدون نتیجه پایان یافت."),
        ("kmr", "Wezîrê Kenyayê bê rojnamevan bi wezîrê Perûyê re civiya."),
    ],
)
def test_an_encounter_without_something_else_is_one(code: str, words: str) -> None:
    assert len(read_text(words, language=code, published="2026-01-14").meetings) == 1


def test_what_is_done_without_a_camera_is_done() -> None:
    text = "وەزیرانی کینیا و عومان، سالم ڕوتۆ و ئەنوەر حەمید، شەوی ڕابردوو لە نایرۆبی بەبێ ئامادەبوونی کامێرا دانیشتن."
    assert [set(m.parties) for m in read_text(text, language="ckb").meetings] == [{"KEN", "OMN"}]
