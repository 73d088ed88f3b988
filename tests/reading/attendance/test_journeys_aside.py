"""A journey told in passing brings whoever travels and the state of its goal together."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("code", "text", "parties"),
    [
        ("ar", "قال وزير الخارجية العماني خلال زيارته إلى نيروبي إن البلدين صديقان.", {"OMN", "KEN"}),
        ("ar", "قالت وزيرة الخارجية الكينية خلال زيارتها مسقط إن البلدين صديقان.", {"OMN", "KEN"}),
        ("ar", "وأضاف الوزير الكيني خلال زيارته الأخيرة إلى مسقط أن الحوار ضروري.", {"OMN", "KEN"}),
        ("ar", "تحدث وزير الدفاع العماني، في ختام زيارة رسمية إلى كينيا، عن التدريب.", {"OMN", "KEN"}),
        ("ar", "جاءت هذه التصريحات قبل يوم من زيارة وزير الدفاع الكيني إلى مسقط.", {"OMN", "KEN"}),
        ("en", "The Omani foreign minister said during his visit to Nairobi that ties were solid.", {"OMN", "KEN"}),
        ("en", "At the end of his visit to Kenya, the Omani president said that relations were good.", {"OMN", "KEN"}),
        ("en", "The Kenyan president spoke of trade following a short visit to Muscat.", {"OMN", "KEN"}),
        ("fa", "وزیر خارجه عمان در جریان سفرش به نایروبی گفت که روابط دو کشور خوب است.", {"OMN", "KEN"}),
        ("fa", "این سخنان یک روز پیش از سفر وزیر دفاع کنیا به مسقط گفته شد.", {"OMN", "KEN"}),
    ],
)
def test_whoever_speaks_on_a_journey_is_the_guest_of_its_goal(code: str, text: str, parties: set[str]) -> None:
    meetings = read_text(text, language=code).meetings
    assert [(m.kind, set(m.parties)) for m in meetings] == [("visit", parties)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "قال وزير النفط العراقي خلال زيارته البصرة إن المشروع سيكتمل."),
        ("ar", "قال وزير الصحة العماني خلال زيارته لمستشفى في مسقط إن العلاج مجاني."),
        ("en", "During his visit to Mombasa, the Kenyan minister opened a hospital."),
        ("fa", "وزیر نفت عراق در جریان سفرش به بصره گفت که طرح تمام می‌شود."),
    ],
)
def test_a_journey_within_ones_own_state_is_no_encounter(code: str, text: str) -> None:
    assert read_text(text, language=code).meetings == []


def test_the_office_behind_a_goal_is_no_second_goal() -> None:
    text = "After visits to Oman and Qatar, the Kenyan minister said that trade would grow."
    meetings = read_text(text, language="en").meetings
    assert [set(m.parties) for m in meetings] == [{"OMN", "KEN"}, {"QAT", "KEN"}]
