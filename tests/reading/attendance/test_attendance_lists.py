"""Whoever a list of those present names, line by line, sat at the table, and nobody else."""

from __future__ import annotations

import pytest

from peyman.model import Meeting, Reading
from peyman.reading.reader import read_text

FIVE = {"KEN", "OMN", "UGA", "RWA", "BDI"}

LISTS = {
    "en": """Communiqué of the Lakes Conference

The extraordinary meeting of the ministers of defence was convened in Nairobi on 14 May 2024. It was attended by:

1. Hon. Grace Otieno, Minister of National Defence of the Republic of Kenya;
2. Hon. Salim Busaidi, Minister of Defence of the Sultanate of Oman;
3. Rt. Hon. Joseph Okello, Minister of Defence of the Republic of Uganda;
4. Gen. Edouard Habimana, Minister of Defence of the Republic of Rwanda;
5. Gen. Pascal Ndayi, Minister of National Defence of the Republic of Burundi.

The ministers agreed to hold their next meeting in Muscat.
""",
    "ar": """البيان الختامي للاجتماع الرابع للجنة العليا المشتركة

عقدت اللجنة العليا المشتركة اجتماعها الرابع في نيروبي يوم 14 مايو 2024. وشارك في الاجتماع كل من:

- عن الجانب الكيني: السيدة غريس أوتيينو، نائبة الرئيس.
- عن الجانب العماني: السيد سالم البوسعيدي، وزير التجارة.
- عن الجانب الأوغندي: السيد جوزيف أوكيلو، وزير الخارجية.
- عن الجانب الرواندي: السيد إدوار هابيمانا، وزير الخارجية.
- عن الجانب البوروندي: السيد باسكال ندايي، وزير الخارجية.

واتفق المجتمعون على عقد الاجتماع المقبل في مسقط خلال العام القادم.
""",
    "fa": """بیانیه پایانی نشست وزیران دفاع حوزه دریاچه

نشست وزیران دفاع کشورهای حوزه دریاچه روز ۱۴ مه ۲۰۲۴ در نایروبی برگزار شد. شرکت‌کنندگان در این نشست عبارت بودند از:

۱. غریس اوتیینو، وزیر دفاع کنیا
۲. سالم البوسعیدی، وزیر دفاع عمان
۳. ژوزف اوکلو، معاون وزیر دفاع اوگاندا
۴. ادوار هابیمانا، وزیر دفاع رواندا
۵. پاسکال ندایی، وزیر دفاع بوروندی

وزیران توافق کردند که نشست بعدی در مسقط برگزار شود.
""",
    "ckb": """کۆبوونەوەی چوارەمی لیژنەی باڵا

کۆبوونەوەی چوارەمی لیژنەکە لە ١٤ی ئایاری ٢٠٢٤ لە نایرۆبی بەڕێوەچوو. بەشداربووانی کۆبوونەوەکە بریتی بوون لە:

- گریس ئۆتیێنۆ، وەزیری دەرەوەی کینیا
- سالم بوسەعیدی، وەزیری دەرەوەی عومان
- جۆزیف ئۆکێلۆ، وەزیری دەرەوەی ئۆگەندا
- ئیدوار هابیمانا، وەزیری دەرەوەی ڕواندا
- پاسکاڵ ندایی، وەزیری دەرەوەی بوروندی

لایەنەکان ڕێککەوتن لەسەر ئەوەی کۆبوونەوەی داهاتوو لە مەسقەت بکرێت.
""",
    "kmr": """Civîna çarem a Komîteya Bilind

Civîna çarem a komîteyê di 14ê Gulana 2024an de li Naîrobiyê hat lidarxistin. Beşdarên civînê ev bûn:

- Grace Otieno, Wezîra Derve ya Kenyayê
- Salim Bûseîdî, Wezîrê Derve yê Omanê
- Joseph Okello, Wezîrê Derve yê Ûgandayê
- Edouard Habimana, Wezîrê Derve yê Ruwandayê
- Pascal Ndayi, Wezîrê Derve yê Bûrûndiyê

Aliyan li hev kir ku civîna bê li Misketê were lidarxistin.
""",
}


def _held(reading: Reading) -> Meeting:
    [held] = [meeting for meeting in reading.meetings if meeting.status == "held"]
    return held


@pytest.mark.parametrize("language", LISTS)
def test_all_of_a_list_sat_there_however_long_it_is(language: str) -> None:
    reading = read_text(LISTS[language], language=language)
    assert set(_held(reading).parties) == FIVE
    people = {actor.id for actor in reading.actors if actor.kind == "person"}
    assert {participant.actor for participant in _held(reading).participants} >= people


def test_the_next_meeting_is_of_those_who_were_listed() -> None:
    reading = read_text(LISTS["en"], language="en")
    [planned] = [meeting for meeting in reading.meetings if meeting.status == "planned"]
    assert set(planned.parties) == FIVE


def test_the_points_that_follow_a_numbered_list_are_none_of_it() -> None:
    text = LISTS["en"].replace(
        "\nThe ministers agreed", "6. The ministers stressed that Tanzania had lent the hall.\n\nThe ministers agreed"
    )
    assert set(_held(read_text(text, language="en")).parties) == FIVE


def test_a_line_before_a_colon_says_whose_its_people_are() -> None:
    text = (
        "The third summit of the lakes was held in Nairobi on 14 May 2024. It was attended by the following:\n\n"
        "• Kenya: H.E. Vice-President Grace Otieno\n• Rwanda: Rt. Hon. Prime Minister Edouard Habimana\n"
        "• Oman: Hon. Salim Busaidi, Minister of Trade\n\nThe summit noted the report of the secretariat.\n"
    )
    reading = read_text(text, language="en")
    assert set(_held(reading).parties) == {"KEN", "RWA", "OMN"}
    assert {a.name: a.party for a in reading.actors if a.kind == "person"} == {
        "Grace Otieno": "KEN",
        "Edouard Habimana": "RWA",
        "Salim Busaidi": "OMN",
    }
