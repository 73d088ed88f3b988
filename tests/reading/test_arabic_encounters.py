"""Encounters as Arabic pages tell them: objects behind subjects, counterparts, committees, datelines with dots."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_meeting

from peyman.reading.reader import read_text


def encounters(words: str) -> list[tuple[str, set[str]]]:
    read = read_text(words, language="ar", published="2026-01-14")
    return [(meeting.kind, set(meeting.parties)) for meeting in read.meetings]


@pytest.mark.parametrize(
    "words",
    [
        "التقى رئيس كينيا سامر حداد رئيس وزراء بيرو دانيال مبيكي ووزير خارجية قطر ماريا كيسبي.",
        "اجتمع رئيس كينيا سامر حداد مع رئيس وزراء بيرو دانيال مبيكي ووزير خارجية قطر ماريا كيسبي.",
        "أجرى وزير خارجية كينيا سامر حداد أمس سلسلة لقاءات مع نظيريه في كل من بيرو وقطر.",
        "عقد وزير خارجية كينيا سامر حداد لقاءات منفصلة مع نظيريه من بيرو دانيال مبيكي وقطر ماريا كيسبي.",
    ],
)
def test_those_met_by_themselves_are_met_by_whoever_stands_before_them(words: str) -> None:
    assert encounters(words) == [("meeting", {"KEN", "PER"}), ("meeting", {"KEN", "QAT"})]


def test_a_title_behind_a_noun_with_the_article_is_of_whoever_is_met_and_not_of_the_summit() -> None:
    words = "التقى رئيس كينيا سامر حداد على هامش القمة رئيس وزراء بيرو دانيال مبيكي."
    assert encounters(words) == [("meeting", {"KEN", "PER"})]


@pytest.mark.parametrize(
    "words",
    [
        "انعقد في الدوحة يوم الاثنين الاجتماع السابع للجنة الحدود المشتركة بين قطر ومصر.",
        "ترأس وزير خارجية قطر سامر حداد في الدوحة أعمال الدورة الثالثة للجنة المشتركة بين قطر ومصر.",
        "اختتام أعمال الاجتماع التاسع للجنة الاقتصادية المختلطة بين قطر ومصر في الدوحة",
    ],
)
def test_the_meeting_of_a_joint_committee_is_a_committees(words: str) -> None:
    assert encounters(words) == [("committee", {"QAT", "EGY"})]


def test_dots_behind_a_town_part_a_dateline_from_its_headline() -> None:
    read = read_text("هانوي.. اختتام أعمال الاجتماع التاسع للجنة المشتركة بين فيتنام والسنغال", language="ar")
    places = {place.id: place.key for place in read.places}
    assert [(meeting.kind, places.get(meeting.place or "")) for meeting in read.meetings] == [
        ("committee", "VNM:hanoi")
    ]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("بعث رئيس قطر سامر حداد ببرقية تهنئة إلى رئيس مصر دانيال مبيكي بمناسبة العيد.", ["سامر حداد", "دانيال مبيكي"]),
        ("أجرى رئيس قطر سامر حداد مباحثات موسعة في الدوحة.", ["سامر حداد"]),
        ("التقى وزير خارجية قطر سامر حداد نظيره من مصر دانيال مبيكي يوم الاثنين.", ["سامر حداد", "دانيال مبيكي"]),
        ("أوفدت قطر مبعوثها الخاص سامر حداد إلى مسقط.", ["سامر حداد"]),
    ],
)
def test_names_end_where_ordinary_words_begin(words: str, names: list[str]) -> None:
    read = read_text(words, language="ar", published="2026-01-14")
    assert [actor.name for actor in read.actors if actor.kind == "person"] == names


def test_a_telegram_is_a_letter_of_whoever_sends_it() -> None:
    words = "بعث رئيس قطر سامر حداد ببرقية تهنئة إلى رئيس مصر دانيال مبيكي بمناسبة العيد الوطني لبلاده."
    read = read_text(words, language="ar", published="2026-01-14")
    assert [(s.kind, s.parties) for s in read.statements] == [("letter", ["QAT"])]


def test_what_corresponds_to_or_plays_against_another_meets_nobody() -> None:
    for text in ("يقابل الدولار الواحد في إيران سعرا أعلى مما في عمان.", "تقابل إيران عمان في المباراة النهائية."):
        assert read_text(text, language="ar", published="2026-01-14").meetings == []


@pytest.mark.parametrize(
    "aside", ["، في اتصال هاتفي اليوم،", "، خلال اتصال هاتفي،", "، في مكالمة هاتفية مساء أمس،", " في اتصال هاتفي"]
)
def test_an_aside_that_says_how_two_talked_tells_no_second_encounter(aside: str) -> None:
    meeting = only_meeting(
        read_text(
            f"بحث وزير الخارجية الأردني سامر النجار{aside} مع نظيره الفرنسي بول دوران سبل وقف التصعيد.", language="ar"
        )
    )
    assert (meeting.kind, meeting.status, set(meeting.parties)) == ("call", "held", {"JOR", "FRA"})


def test_an_encounter_that_somebody_looks_forward_to_is_to_come() -> None:
    words = "أعرب الوزير القطري عن تطلعه إلى لقاء نظيره التركي في أنقرة."
    assert [m.status for m in read_text(words, language="ar").meetings if m.status == "held"] == []


@pytest.mark.parametrize(
    "words",
    [
        "ذكرت كينيا بقرار قمة الاتحاد الأفريقي الصادر في غانا.",
        "تعمل كينيا وغانا تنفيذا لمقررات المؤتمر الأفريقي.",
        "رغم عدم زيارة الوزير الكيني غانا منذ سنوات بقيت العلاقات جيدة.",
        "تلتزم كينيا وغانا بالقرار الصادر عن قمة الاتحاد الأفريقي.",
        "قال سامر حداد في المؤتمر الجهوي إن كينيا وغانا دولتان صديقتان.",
        "تحدثت الوزيرة الكينية في لقاء مع الجالية في غانا عن العودة.",
    ],
)
def test_what_a_gathering_adopted_and_congresses_are_no_encounters(words: str) -> None:
    assert encounters(words) == []


def test_a_summit_that_was_not_held_is_called_off() -> None:
    read = read_text("جاء الانسحاب بعد عدم انعقاد قمة بين كينيا وغانا في أكرا.", language="ar", published="2026-01-14")
    assert [meeting.status for meeting in read.meetings] == ["cancelled"]


def test_whoever_joins_by_video_makes_no_call() -> None:
    words = "اجتمع وزير الدفاع الكيني مع نظيره الغاني في نيروبي، وانضم الوزير النيجيري إلى الاجتماع عبر تقنية الفيديو."
    assert "call" not in {kind for kind, _ in encounters(words)}


@pytest.mark.parametrize(
    "words",
    [
        "قال وزير خارجية كينيا إن ذلك لن يؤثر على العلاقات مع غانا.",
        "قال وزير خارجية كينيا إن كينيا خطت خطوة أولى ستتبعها خطوات أخرى.",
        "قال وزير خارجية كينيا إن غانا ستحظى بعضوية الاتحاد.",
    ],
)
def test_what_follows_from_something_is_no_undertaking(words: str) -> None:
    assert read_text(words, language="ar", published="2026-01-14").commitments == []
