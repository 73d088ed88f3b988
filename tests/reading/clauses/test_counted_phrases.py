"""What a day is counted from tells of another day and of others than its sentence."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "Two days after Sara Quispe visited Muscat on 1 March 2026, ministers of Peru and Oman met in Lima.",
        ),
        (
            "en",
            "Ministers of Peru and Oman met in Lima two days after Sara Quispe visited Muscat on 1 March 2026.",
        ),
        ("fa", "دو روز پس از سفر ویلیام روتو به مسقط در ۱۰ اسفند ۱۴۰۴، وزیران کنیا و عمان در لیما دیدار کردند."),
        ("fa", "وزیران کنیا و عمان دو روز پس از سفر ویلیام روتو به مسقط در ۱۰ اسفند ۱۴۰۴ در لیما دیدار کردند."),
        (
            "ckb",
            "دوو ڕۆژ دوای سەردانی ویلیام ڕوتۆ بۆ مەسقەت لە ١ی ئازاری ٢٠٢٦، وەزیرانیان لە لیما کۆبوونەوە.",
        ),
        (
            "kmr",
            "Du roj piştî serdana William Ruto ya Maskatê di 1ê Adara 2026an de, wezîrên wan li Lîmayê civiyan.",
        ),
    ],
)
def test_the_visit_is_on_its_own_day_and_the_meeting_on_the_day_counted_from_it(code: str, text: str) -> None:
    reading = read_text(text, language=code)
    places = {place.id: place.country for place in reading.places}
    told = {m.kind: (m.date, places.get(m.place or "")) for m in reading.meetings}
    assert told["meeting"] == ("2026-03-03", "PER")
    assert told["visit"][0] == "2026-03-01"
    assert told["visit"][1] in ("OMN", None)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Two days before the summit of 5 March 2026, the ministers of Kenya and Oman will meet in Nairobi."),
        ("fa", "دو روز پیش از نشست ۱۴ اسفند ۱۴۰۴، وزیران کنیا و عمان در نایروبی دیدار خواهند کرد."),
    ],
)
def test_what_another_encounter_is_counted_from_is_not_one_with_it(code: str, text: str) -> None:
    meetings = read_text(text, language=code).meetings
    assert ("meeting", "planned", "2026-03-03") in {(m.kind, m.status, m.date) for m in meetings}
    assert all(m.date != "2026-03-03" for m in meetings if m.kind != "meeting")
