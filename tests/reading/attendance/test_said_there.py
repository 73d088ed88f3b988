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


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Qatar's spokesman said the Omani foreign minister met his Kenyan counterpart in Doha on Monday."),
        ("en", "Qatar's spokesman said that the Omani foreign minister met his Kenyan counterpart in Doha on Monday."),
        ("fa", "سخنگوی وزارت خارجه قطر گفت که وزیر خارجه عمان روز دوشنبه با وزیر خارجه کنیا در دوحه دیدار کرد."),
        ("fa", "سخنگوی وزارت خارجه قطر اعلام کرد وزیر خارجه عمان دوشنبه با وزیر خارجه کنیا در دوحه دیدار کرد."),
        ("ar", "قال المتحدث باسم الخارجية القطرية إن وزير خارجية سلطنة عمان التقى نظيره الكيني في الدوحة الاثنين."),
        ("ckb", "وتەبێژی وەزارەتی دەرەوەی قەتەر گوتی وەزیری عومان دووشەممە لە دۆحە لەگەڵ وەزیری کینیا کۆبووەوە."),
        (
            "kmr",
            "Berdevkê Wezareta Derve ya Qeterê got wezîrê Omanê roja duşemê li Dohayê bi wezîrê Kenyayê re civiya.",
        ),
    ],
)
def test_who_only_tells_that_two_others_met_at_his_place_did_not(code: str, text: str) -> None:
    meetings = read_text(text, language=code, published="2019-07-02").meetings
    assert [set(m.parties) for m in meetings] == [{"OMN", "KEN"}]


def test_who_tells_that_he_met_two_others_did() -> None:
    text = "Oman's foreign minister said he met the ministers of Kenya and Qatar in Doha on Monday."
    meetings = read_text(text, language="en", published="2019-07-02").meetings
    assert [set(m.parties) for m in meetings] == [{"OMN", "KEN", "QAT"}]
