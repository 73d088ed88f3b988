"""Whose quarrel somebody mediates in, and whose matter is on the table, sits at no table for that."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "زار وزير الخارجية العماني كينيا أمس ضمن وساطة بين الصومال وإثيوبيا بشأن الميناء."),
        ("ar", "وصل وزير الخارجية العماني إلى نيروبي للقاء نظيره الكيني، وسيكون الملف الليبي على رأس جدول الأعمال."),
        ("en", "The Omani foreign minister visited Kenya on Monday to mediate between Somalia and Ethiopia."),
    ],
)
def test_those_between_whom_somebody_mediates_and_of_whom_is_talked_are_not_met(code: str, text: str) -> None:
    meetings = read_text(text, language=code, published="2026-01-14").meetings
    assert meetings
    assert {party for m in meetings for party in m.parties} == {"OMN", "KEN"}


def test_those_who_talk_under_anothers_mediation_are_met() -> None:
    (meeting,) = read_text("جرت مفاوضات بوساطة عمانية بين كينيا والصومال في مسقط.", language="ar").meetings
    assert {"KEN", "SOM"} <= set(meeting.parties)
