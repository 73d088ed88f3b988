"""Whoever says something in an encounter takes part in it."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fa", "سعید حارثی سفیر عمان در کنیا در دیدار با جان اوتینو وزیر کشور کنیا گفت همکاری دو کشور ادامه می‌یابد."),
        ("fa", "وزیر خارجه عمان در ملاقات با وزیر کشور کنیا گفت: همکاری دو کشور ادامه می‌یابد."),
        (
            "ckb",
            "سەعید حارسی باڵیۆزی عومان لە دیدارێکدا لەگەڵ جۆن ئۆتینۆ وەزیری کینیا گوتی: بەردەوام دەبین.",
        ),
        (
            "kmr",
            "Balyozê Omanê Saîd Harisî di hevdîtina bi wezîrê Kenyayê John Otieno re got ku hevkarî didome.",
        ),
        (
            "ar",
            "قال سفير سلطنة عمان في كينيا سعيد الحارثي خلال لقائه وزير الداخلية الكيني جون أوتينو إن التعاون مستمر.",
        ),
        (
            "en",
            "Oman's ambassador to Kenya said in a meeting with the Kenyan interior minister that trade went on.",
        ),
    ],
)
def test_whoever_says_something_in_a_meeting_is_there(code: str, text: str) -> None:
    meetings = read_text(text, language=code, published="2019-07-02").meetings
    assert [(m.status, set(m.parties)) for m in meetings] == [("held", {"OMN", "KEN"})]


def test_what_two_others_meet_about_is_not_told_by_one_of_them() -> None:
    text = "وزیر خارجه عمان روز دوشنبه با وزیر خارجه کنیا دیدار کرد. سخنگوی وزارت خارجه قطر گفت این دیدار مهم است."
    meetings = read_text(text, language="fa", published="2019-07-02").meetings
    assert [set(m.parties) for m in meetings] == [{"OMN", "KEN"}]
