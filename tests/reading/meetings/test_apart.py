"""One clause that says that several were met, each by itself or one after the other, tells of several encounters."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

SEPARATE = [
    (
        "en",
        "The Iranian foreign minister held separate meetings with the foreign ministers of Qatar and Oman on Monday.",
        [{"IRN", "QAT"}, {"IRN", "OMN"}],
    ),
    (
        "fa",
        "وزیر خارجه ایران روز دوشنبه دیدارهای جداگانه با وزیران خارجه قطر و عمان داشت.",
        [{"IRN", "QAT"}, {"IRN", "OMN"}],
    ),
    (
        "ar",
        "اجتمع وزير الخارجية العراقي اليوم مع وزير الخارجية الفرنسي ومع السفير الألماني كل على حدة.",
        [{"IRQ", "FRA"}, {"IRQ", "DEU"}],
    ),
    (
        "ckb",
        "وەزیری دەرەوەی عێراق ئەمڕۆ بە جیا لەگەڵ وەزیری دەرەوەی فەڕەنسا و باڵیۆزی ئەڵمانیا کۆبووەوە.",
        [{"IRQ", "FRA"}, {"IRQ", "DEU"}],
    ),
    (
        "kmr",
        "Wezîrê Derve yê Iraqê duh cuda cuda bi Wezîrê Derve yê Fransayê û Wezîrê Derve yê Tirkiyeyê re civiya.",
        [{"IRQ", "FRA"}, {"IRQ", "TUR"}],
    ),
]
IN_TURN = [
    (
        "en",
        "Foreign Minister Araghchi met the Qatari prime minister and then the Turkish foreign minister on Monday.",
        [{"IRN", "QAT"}, {"IRN", "TUR"}],
    ),
    (
        "fa",
        "وزیر خارجه ایران روز دوشنبه ابتدا با نخست‌وزیر قطر و سپس با وزیر خارجه ترکیه دیدار کرد.",
        [{"IRN", "QAT"}, {"IRN", "TUR"}],
    ),
    (
        "ar",
        "اجتمع وزير الخارجية المصري مع نظيره القطري ثم مع نظيره التركي يوم الاثنين.",
        [{"EGY", "QAT"}, {"EGY", "TUR"}],
    ),
    (
        "ckb",
        "وەزیری دەرەوەی عێراق ئەمڕۆ لەگەڵ وەزیری دەرەوەی فەڕەنسا و پاشان لەگەڵ وەزیری دەرەوەی تورکیا کۆبووەوە.",
        [{"IRQ", "FRA"}, {"IRQ", "TUR"}],
    ),
    (
        "kmr",
        "Wezîrê Derve yê Iraqê duh bi Wezîrê Derve yê Fransayê re û paşê bi Wezîrê Derve yê Tirkiyeyê re civiya.",
        [{"IRQ", "FRA"}, {"IRQ", "TUR"}],
    ),
]


EACH_WITH_A_TITLE = [
    (
        "en",
        "Turkish Foreign Minister Hakan Fidan met on Monday with Iraqi Foreign Minister Fuad Hussein and Qatari "
        "Foreign Minister Khalid Al-Attiyah.",
        [{"TUR", "IRQ"}, {"TUR", "QAT"}],
    ),
    (
        "fa",
        "وزیر خارجه ایران روز دوشنبه با فؤاد حسین، وزیر خارجه عراق و هاکان فیدان، وزیر خارجه ترکیه دیدار کرد.",
        [{"IRN", "IRQ"}, {"IRN", "TUR"}],
    ),
    (
        "ar",
        "اجتمع وزير الخارجية العراقي يوم الاثنين مع وزير الخارجية التركي هاكان فيدان ووزير الخارجية المصري "
        "بدر عبد العاطي.",
        [{"IRQ", "TUR"}, {"IRQ", "EGY"}],
    ),
    (
        "ckb",
        "سەرۆکی هەرێمی کوردستان ئەمڕۆ پێشوازی لە باڵیۆزی فەڕەنسا و باڵیۆزی ئەڵمانیا کرد.",
        [{"IRQ-KRD", "FRA"}, {"IRQ-KRD", "DEU"}],
    ),
    (
        "kmr",
        "Wezîrê Derve yê Iraqê duh bi Wezîrê Derve yê Tirkiyeyê Hakan Fidan û Wezîrê Derve yê Îranê Ebas Araqçî re "
        "civiya.",
        [{"IRQ", "TUR"}, {"IRQ", "IRN"}],
    ),
]
SEVERAL = [
    (
        "en",
        "The King of Jordan had phone calls on Monday with the presidents of Egypt, France and Cyprus.",
        [{"JOR", "EGY"}, {"JOR", "FRA"}, {"JOR", "CYP"}],
    ),
    (
        "fa",
        "وزیر خارجه ایران روز دوشنبه دیدارهایی با وزیران خارجه قطر و عمان داشت.",
        [{"IRN", "QAT"}, {"IRN", "OMN"}],
    ),
    (
        "ar",
        "أجرى وزير الخارجية القطري اليوم اتصالين هاتفيين مع وزير الخارجية المصري ووزير الخارجية التركي.",
        [{"QAT", "EGY"}, {"QAT", "TUR"}],
    ),
    (
        "ckb",
        "وەزیری دەرەوەی عێراق ئەمڕۆ چەند دیدارێکی لەگەڵ وەزیرانی دەرەوەی فەڕەنسا و ئەڵمانیا ئەنجام دا.",
        [{"IRQ", "FRA"}, {"IRQ", "DEU"}],
    ),
    (
        "kmr",
        "Wezîrê Derve yê Iraqê duh hevdîtinên bi wezîrên derve yên Fransa û Almanyayê re pêk anîn.",
        [{"IRQ", "FRA"}, {"IRQ", "DEU"}],
    ),
]
VISITS = [
    (
        "en",
        "The Indian foreign minister will travel to Riyadh, Saudi Arabia and Amman, Jordan on June 25.",
        [{"IND", "SAU"}, {"IND", "JOR"}],
    ),
    (
        "fa",
        "وزیر خارجه ایران هفته گذشته به عمان، قطر و کویت سفر کرد.",
        [{"IRN", "OMN"}, {"IRN", "QAT"}, {"IRN", "KWT"}],
    ),
    (
        "ar",
        "يقوم رئيس الوزراء الياباني بزيارة رسمية إلى السعودية والإمارات وقطر في الفترة من 16 إلى 18 يوليو.",
        [{"JPN", "SAU"}, {"JPN", "ARE"}, {"JPN", "QAT"}],
    ),
    (
        "ckb",
        "وەزیری دەرەوەی تورکیا ڕۆژی یەکشەممە سەردانی عێراق و کوەیت و قەتەر دەکات.",
        [{"TUR", "IRQ"}, {"TUR", "KWT"}, {"TUR", "QAT"}],
    ),
    (
        "kmr",
        "Wezîrê Derve yê Tirkiyeyê roja Duşemê serdana Iraq, Kuweyt û Qeterê kir.",
        [{"TUR", "IRQ"}, {"TUR", "KWT"}, {"TUR", "QAT"}],
    ),
]


@pytest.mark.parametrize(("language", "text", "tables"), [*SEPARATE, *IN_TURN, *EACH_WITH_A_TITLE, *SEVERAL, *VISITS])
def test_those_met_apart_are_one_entry_each(language: str, text: str, tables: list[set[str]]) -> None:
    meetings = read_text(text, language=language, published="2025-06-10").meetings
    assert [set(m.parties) for m in meetings] == tables
    assert len({str(m.evidence[0]) for m in meetings}) == len(tables)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Iranian foreign minister met with the foreign ministers of Qatar and Oman on Monday."),
        ("en", "Separately, the Iranian foreign minister met with the foreign ministers of Qatar and Oman on Monday."),
        ("en", "The Iranian foreign minister held a trilateral call with the ministers of Qatar and Oman on Monday."),
        ("fa", "وزیر خارجه ایران روز دوشنبه با وزیران خارجه قطر و عمان دیدار کرد."),
    ],
)
def test_without_such_a_word_of_the_meeting_itself_it_is_one(language: str, text: str) -> None:
    meetings = read_text(text, language=language, published="2025-06-10").meetings
    assert [set(m.parties) for m in meetings] == [{"IRN", "QAT", "OMN"}]


def test_who_holds_two_offices_was_met_once() -> None:
    text = "Iraqi Foreign Minister Fuad Hussein met on Monday with Maldivian Foreign Minister and UN General Assembly "
    text += "President Abdulla Shahid."
    meetings = read_text(text, language="en", published="2025-06-10").meetings
    assert len(meetings) == 1


def test_ministers_who_travel_are_no_goals_of_a_journey() -> None:
    text = "The visit of the foreign ministers of Turkey and Qatar to Baghdad took place on Monday."
    meetings = read_text(text, language="en", published="2025-06-10").meetings
    assert len(meetings) == 1


def test_a_text_that_tells_of_one_table_elsewhere_tells_of_one_encounter() -> None:
    text = "Turkish Foreign Minister Hakan Fidan met on Monday with Iraqi Foreign Minister Fuad Hussein and Qatari "
    text += "Foreign Minister Khalid Al-Attiyah. The three ministers discussed trade."
    meetings = read_text(text, language="en", published="2025-06-10").meetings
    assert [set(m.parties) for m in meetings] == [{"TUR", "IRQ", "QAT"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenya's foreign minister met the minister of Oman on Monday and the minister of Egypt on Tuesday."),
        ("en", "Kenya's delegation met with officials of Oman on Monday and with officials of Egypt on Tuesday."),
        ("kmr", "Şanda Kenyayê roja Duşemê bi Serokê Omanê re û roja Sêşemê jî bi Serokwezîrê Misirê re civiya."),
        ("kmr", "Şanda Kenyayê di 12ê Çileyê de bi Omanê re û di 13ê Çileyê de jî bi Misirê re civiya."),
    ],
)
def test_whoever_is_met_on_a_day_of_its_own_is_met_apart(language: str, text: str) -> None:
    reading = read_text(text, language=language, published="2026-01-14")
    assert sorted((meeting.date, *sorted(meeting.parties)) for meeting in reading.meetings) == [
        ("2026-01-12", "KEN", "OMN"),
        ("2026-01-13", "EGY", "KEN"),
    ]
