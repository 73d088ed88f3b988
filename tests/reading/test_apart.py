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


@pytest.mark.parametrize(("language", "text", "tables"), [*SEPARATE, *IN_TURN])
def test_those_met_apart_are_one_entry_each(language: str, text: str, tables: list[set[str]]) -> None:
    meetings = read_text(text, language=language, published="2025-06-10").meetings
    assert [set(m.parties) for m in meetings] == tables
    assert len({str(m.evidence[0]) for m in meetings}) == len(tables)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Iranian foreign minister met with the foreign ministers of Qatar and Oman on Monday."),
        ("en", "Separately, the Iranian foreign minister met with the foreign ministers of Qatar and Oman on Monday."),
        ("fa", "وزیر خارجه ایران روز دوشنبه با وزیران خارجه قطر و عمان دیدار کرد."),
    ],
)
def test_without_such_a_word_of_the_meeting_itself_it_is_one(language: str, text: str) -> None:
    meetings = read_text(text, language=language, published="2025-06-10").meetings
    assert [set(m.parties) for m in meetings] == [{"IRN", "QAT", "OMN"}]
