"""What stands in the diary of the days to come is told from what somebody undertakes to do."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

DAY = "2024-06-04"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Kenya's minister Musalia Mudavadi will travel to Mogadishu on 6 June to meet the President of Somalia.",
        ),
        ("fa", "وزیر خارجه عمان فردا به تهران سفر خواهد کرد و با همتای ایرانی خود دیدار می‌کند."),
        ("ar", "من المقرر أن يزور وزير خارجية عمان بغداد غدا الأربعاء ويلتقي نظيره العراقي."),
        ("ckb", "بڕیارە سبەی وەزیری دەرەوەی عومان سەردانی بەغدا بکات و لەگەڵ هاوتا عێراقییەکەی کۆببێتەوە."),
        ("kmr", "Biryar e sibe Wezîrê Derve yê Umanê serdana Bexdayê bike û bi hevtayê xwe yê Iraqê re bicive."),
    ],
)
def test_a_visit_of_the_days_to_come_is_no_undertaking(language: str, text: str) -> None:
    assert read_text(text, published=DAY, language=language).commitments == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenya and Somalia agreed to hold a meeting of their foreign ministers in Mogadishu on 10 June."),
        ("fa", "ایران و عمان توافق کردند که وزیران خارجه دو کشور ۲۱ خرداد در مسقط دیدار کنند."),
        ("ar", "اتفق العراق وعمان على عقد اجتماع لوزيري الخارجية في مسقط في 10 حزيران."),
        ("kmr", "Iraq û Uman li hev kirin ku wezîrên derve yên her du welatan di 10ê Hezîranê de li Mesqetê bicivin."),
    ],
)
def test_a_meeting_that_was_agreed_on_is_undertaken_however_soon(language: str, text: str) -> None:
    assert len(read_text(text, published=DAY, language=language).commitments) == 1


@pytest.mark.parametrize("noun", ["joint statement", "communiqué"])
def test_a_point_of_a_joint_statement_has_to_say_itself_that_something_is_undertaken(noun: str) -> None:
    text = (
        f"Kenya and Somalia\n\nThe two ministers issued the following {noun}:\n"
        "1. The Kenyan delegation was led by Musalia Mudavadi, Prime Cabinet Secretary of Kenya.\n"
        "2. The ministers agreed to open the border post at Mandera.\n"
        "3. The ministers welcomed the arrival of rain in the north of Kenya.\n"
    )
    reading = read_text(text, published=DAY, language="en")
    assert ["Mandera" in text[e[0] : e[1]] for c in reading.commitments for e in c.evidence[:1]] == [True]
