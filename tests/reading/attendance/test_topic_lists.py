"""A list of what two talk about is no list of those at their table."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_meeting

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fa",
            "وزیر خارجه کنیا و وزیر خارجه ارمنستان روز شنبه در ایروان دیدار کردند و درباره امنیت در اروپا، عمان، قطر"
            " و پرو مذاکره کردند.",
        ),
        ("fa", "وزیر خارجه کنیا در دیدار با همتای ارمنی خود درباره عمان، قطر و پرو گفت‌وگو کرد."),
        (
            "en",
            "The foreign ministers of Kenya and Armenia met in Yerevan on Saturday and talked about security in Europe,"
            " Oman, Qatar and Peru.",
        ),
        ("en", "The foreign ministers of Kenya and Armenia discussed Oman, Qatar and Peru in Yerevan."),
        ("ar", "بحث وزير الخارجية الكيني مع نظيره الأرميني الأوضاع في عمان وقطر وبيرو."),
        ("ckb", "وەزیری دەرەوەی کینیا لەگەڵ هاوتا ئەرمەنییەکەی کۆبووەوە و دەربارەی عومان، قەتەر و پێرۆ گفتوگۆیان کرد."),
        (
            "kmr",
            "Wezîrê Derve yê Kenyayê bi Wezîrê Derve yê Ermenistanê re civiya û li ser Oman, Qeter û Perûyê axivîn.",
        ),
    ],
)
def test_states_that_two_ministers_talk_about_are_not_at_their_table(language: str, text: str) -> None:
    meeting = only_meeting(read_text(text, language=language, published="2026-03-02"))
    assert set(meeting.parties) == {"KEN", "ARM"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "نمایندگان عمان، قطر و پرو درباره کنیا گفت‌وگو کردند."),
        ("en", "Oman, Qatar and Peru discussed the border in Muscat."),
    ],
)
def test_a_list_of_those_who_talk_is_a_table(language: str, text: str) -> None:
    meeting = only_meeting(read_text(text, language=language, published="2026-03-02"))
    assert set(meeting.parties) == {"OMN", "QAT", "PER"}


def test_two_states_whose_relations_two_ministers_discuss_may_be_their_own() -> None:
    meeting = only_meeting(
        read_text("دو وزیر درباره روابط عمان و کنیا گفت‌وگو کردند.", language="fa", published="2026-03-02")
    )
    assert set(meeting.parties) == {"OMN", "KEN"}
