"""The day of a dateline is that of publication, where the report itself tells on which day something took place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peyman.reading.reader import read_text


def days(language: str, text: str) -> list[tuple[str, str | None]]:
    reading = read_text(text, language=language)
    return [(meeting.status, meeting.date) for meeting in reading.meetings]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "LIMA, 14 May 2025 - Foreign Minister Pilar Soto of Peru met her counterpart of Chile on Tuesday.",
        ),
        (
            "fa",
            "لیما، ۲۴ اردیبهشت ۱۴۰۴ - «پیلار سوتو» وزیر امور خارجه پرو روز سه‌شنبه با همتای شیلیایی خود دیدار کرد.",
        ),
        (
            "ar",
            "ليما، 14 أيار 2025 - التقت وزيرة خارجية البيرو بيلار سوتو نظيرها التشيلي في ليما يوم الثلاثاء.",
        ),
        (
            "ckb",
            "لیما، ١٤ی ئایاری ٢٠٢٥ - پیلار سۆتۆ وەزیری دەرەوەی پێرۆ ڕۆژی سێشەممە لەگەڵ سەرۆکی بۆلیڤیا کۆبووەوە.",
        ),
        (
            "kmr",
            "LÎMA, 14ê Gulana 2025an - Wezîra Derve ya Perûyê roja Sêşemê bi hevtayê xwe yê Şîliyê re civiya.",
        ),
    ],
)
def test_a_report_that_names_the_day_is_not_dated_by_its_dateline(language: str, text: str) -> None:
    assert days(language, text) == [("held", "2025-05-13")]


def test_what_is_to_come_is_not_on_the_day_of_the_dateline() -> None:
    text = (
        "TIRANA, 12 May 2025 (AKN) - The next round of talks between Albania and Greece will be held in Athens on "
        "20 May, the foreign ministry said."
    )
    assert days("en", text) == [("planned", "2025-05-20")]


def test_what_follows_is_not_on_the_day_of_the_dateline_either() -> None:
    text = (
        "LIMA, 14 May 2025 - Foreign Minister Pilar Soto of Peru met her Chilean counterpart Diego Lagos in Lima on "
        "Tuesday. The two ministers signed a memorandum on border posts."
    )
    assert ("held", "2025-05-14") not in days("en", text)


def test_a_report_that_names_no_other_day_is_dated_by_its_dateline() -> None:
    text = (
        "LIMA, 14 May 2025 - President Mario Quispe of Bolivia, in office since 2021, met President Ana Soto of Peru."
    )
    assert days("en", text) == [("held", "2025-05-14")]


def occasions(language: str, text: str) -> set[tuple[frozenset[str], str | None, str | None]]:
    reading = read_text(text, language=language)
    places = {place.id: place.key for place in reading.places}
    return {(frozenset(m.parties), m.date, places.get(m.place or "")) for m in reading.meetings}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "KIGALI, 4 June 2025 - Envoy Paul Serra of Qatar met the Congolese foreign minister Jean Ilunga in "
            "Kinshasa on Monday and the Rwandan foreign minister Claude Uwase in Kigali on Tuesday.",
        ),
        (
            "fa",
            "کیگالی، ۱۴ خرداد ۱۴۰۴ - «سالم کعبی» فرستاده قطر روز دوشنبه در کینشاسا با «ژان ایلونگا» وزیر خارجه کنگو "
            "و روز سه‌شنبه در کیگالی با «کلود اوواسه» وزیر خارجه رواندا دیدار کرد.",
        ),
        (
            "ckb",
            "کیگالی، ٤ی حوزەیرانی ٢٠٢٥ - سالم کەعبی نوێنەری قەتەر ڕۆژی دووشەممە لە کینشاسا لەگەڵ ژان ئیلۆنگا "
            "وەزیری دەرەوەی کۆنگۆ و ڕۆژی سێشەممە لە کیگالی لەگەڵ کلۆد ئواسێ وەزیری دەرەوەی ڕواندا کۆبووەوە.",
        ),
    ],
)
def test_those_met_on_a_day_and_in_a_place_of_their_own_are_not_met_on_the_day_of_the_dateline(
    language: str, text: str
) -> None:
    told = {(parties, date) for parties, date, _ in occasions(language, text)}
    assert told == {(frozenset({"QAT", "COD"}), "2025-06-02"), (frozenset({"QAT", "RWA"}), "2025-06-03")}
    assert len({place for _, _, place in occasions(language, text)} - {None}) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Talks between Sweden and Latvia on the cable began in Riga on 3 March 2025. The delegations agreed to "
            "meet again in Stockholm in May.",
        ),
        (
            "fa",
            "مذاکرات سوئد و لتونی درباره کابل ۱۳ اسفند ۱۴۰۳ در ریگا آغاز شد. دو هیئت توافق کردند در اردیبهشت دوباره در "
            "استکهلم دیدار کنند.",
        ),
    ],
)
def test_an_encounter_on_a_day_that_cannot_be_told_has_no_day_of_another_sentence(language: str, text: str) -> None:
    assert [date for status, date in days(language, text) if status == "planned"] == [None]


LINES = {
    "en": [
        "Joint Statement",
        "Lima, 6 February 2014",
        "1. The two ministers met on 5 February.",
        "- Next steps:",
        "* * *",
    ],
    "fa": ["بیانیه مشترک", "لیما، ۱۷ بهمن ۱۳۹۲", "۱. دو وزیر روز سه‌شنبه دیدار کردند.", "- گام‌های بعد:", "* * *"],
    "ar": ["بيان مشترك", "ليما، 6 شباط 2014", "1. التقى الوزيران يوم الثلاثاء.", "- الخطوات المقبلة:", "* * *"],
    "ckb": [
        "بەیاننامەی هاوبەش",
        "لیما، ٦ی شوباتی ٢٠١٤",
        "١. دوو وەزیرەکە ڕۆژی سێشەممە کۆبوونەوە.",
        "- هەنگاوەکانی دواتر:",
        "* * *",
    ],
    "kmr": [
        "Daxuyaniya hevpar",
        "Lîma, 6ê Sibatê 2014",
        "1. Herdu wezîr roja Sêşemê civiyan.",
        "- Gavên pêş:",
        "* * *",
    ],
}


@pytest.mark.parametrize("language", LINES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_pages_of_headings_days_and_points_alone_are_read(language: str, data: st.DataObject) -> None:
    lines = data.draw(st.lists(st.sampled_from(LINES[language]), min_size=1, max_size=8))
    gap = data.draw(st.sampled_from(["\n", "\n\n"]))
    assert read_text(gap.join(lines), language=language).document.language == language
