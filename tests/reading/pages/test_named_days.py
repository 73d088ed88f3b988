"""Who is called like a day is no day."""

from __future__ import annotations

from peyman.reading.reader import read_text


def test_a_minister_who_is_called_like_friday_is_no_date_and_the_friday_is_one() -> None:
    reading = read_text("دلیر جمعه وزیر انرژی تاجیکستان روز جمعه به تهران رسید.", language="fa", published="2022-12-03")
    assert [(date.text, date.edtf) for date in reading.dates] == [("روز جمعه", "2022-12-02")]
