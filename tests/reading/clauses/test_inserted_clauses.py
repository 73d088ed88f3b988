"""Relative clauses within a sentence have a day, a place and a tense of their own."""

from __future__ import annotations

import pytest

from peyman.model import Meeting
from peyman.reading.reader import read_text


def meetings(text: str) -> dict[str, Meeting]:
    """The encounters of a text published on 3 May 2025, a Saturday, by kind."""
    return {m.kind: m for m in read_text(text, published="2025-05-03").meetings}


COMING = {
    "en": "The foreign minister of Norway, who came to Lima on Thursday, will meet his Peruvian colleague on Sunday.",
    "fa": "وزیر امور خارجه نروژ که روز پنجشنبه وارد لیما شد، روز یکشنبه با همتای پرویی خود دیدار می‌کند.",
    "ar": "يلتقي وزير الخارجية النرويجي، الذي وصل إلى ليما الخميس، نظيره البيروفي يوم الأحد.",
    "ckb": "وەزیری دەرەوەی نەرویج، کە ڕۆژی پێنجشەممە گەیشتە لیما، ڕۆژی یەکشەممە لەگەڵ هاوتا پیرۆییەکەی کۆدەبێتەوە.",
    "kmr": "Wezîrê Derve yê Norwêcê, ku roja Pêncşemê gihîşt Lîmayê, dê roja Yekşemê bi wezîrê Perûyê re bicive.",
}
OVER = {
    "en": "The Norwegian minister, who will travel to Lima on Sunday, met her Ghanaian colleague on Thursday.",
    "fa": "وزیر خارجه نروژ که روز یکشنبه به لیما می‌رود، روز پنجشنبه با همتای غنایی خود در اسلو دیدار کرد.",
    "ar": "التقى وزير الخارجية النرويجي، الذي يزور ليما يوم الأحد المقبل، نظيره الغاني في أوسلو يوم الخميس.",
    "ckb": "وەزیری دەرەوەی نەرویج کە یەکشەممە دەچێتە لیما، ڕۆژی پێنجشەممە لەگەڵ هاوتا غاناییەکەی لە ئۆسلۆ کۆبووەوە.",
    "kmr": "Wezîrê Derve yê Norwêcê ku dê roja Yekşemê biçe Lîmayê, roja Pêncşemê bi wezîrê Ganayê re civiya.",
}


@pytest.mark.parametrize("text", COMING.values(), ids=COMING)
def test_who_came_before_has_not_met_yet(text: str) -> None:
    found = meetings(text)
    assert (found["meeting"].status, found["meeting"].date) == ("planned", "2025-05-04")
    assert set(found["meeting"].parties) == {"NOR", "PER"}
    assert (found["visit"].status, found["visit"].date) == ("held", "2025-05-01")


@pytest.mark.parametrize("text", OVER.values(), ids=OVER)
def test_who_will_travel_has_met_somebody_else(text: str) -> None:
    found = meetings(text)
    assert (found["meeting"].status, found["meeting"].date) == ("held", "2025-05-01")
    assert set(found["meeting"].parties) == {"NOR", "GHA"}
    assert (found["visit"].status, found["visit"].date) == ("planned", "2025-05-04")
    assert set(found["visit"].parties) == {"NOR", "PER"}


def test_a_clause_about_talks_tells_when_they_were() -> None:
    found = meetings("Norway ended its talks with Ghana, which were held in Oslo on Thursday, on a hopeful note.")
    assert [(m.date, set(m.parties)) for m in found.values()] == [("2025-05-01", {"NOR", "GHA"})]


def test_whoever_denies_a_report_denies_the_meeting_that_it_tells_of() -> None:
    text = "دولت شیلی، گزارش روزنامه «ال سول» را که از دیدار فرستادگان شیلی و بولیوی در لیما نوشته بود، تکذیب کرد."
    assert {m.status for m in read_text(text, published="2025-05-03").meetings} == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian minister, who arrived in Lima on Thursday, met her Peruvian colleague.",
        "وزیر خارجه نروژ که روز پنجشنبه وارد لیما شد، با همتای پرویی خود دیدار کرد.",
        "التقى وزير الخارجية النرويجي، الذي وصل إلى ليما الخميس، نظيره البيروفي.",
    ],
)
def test_a_day_told_once_is_that_of_both_if_both_are_over(text: str) -> None:
    assert {m.date for m in meetings(text).values()} == {"2025-05-01"}


def test_a_day_that_is_over_is_not_that_of_what_is_to_come() -> None:
    text = "The Norwegian minister, who arrived in Lima on Thursday, will meet her Peruvian colleague."
    assert (meetings(text)["meeting"].status, meetings(text)["meeting"].date) == ("planned", None)


@pytest.mark.parametrize(
    "text",
    [
        "وزیر خارجه نروژ در دیدار با وزیر خارجه غنا که روز دوشنبه به استکهلم خواهد رفت، بر گسترش همکاری‌ها تأکید کرد.",
        "أكد وزير الخارجية النرويجي خلال لقائه وزير خارجية غانا، الذي سيتوجه إلى ستوكهولم الاثنين، أهمية التعاون.",
    ],
)
def test_whoever_is_met_may_have_a_journey_to_come(text: str) -> None:
    met = meetings(text)["meeting"]
    assert (met.status, met.date, set(met.parties)) == ("held", None, {"NOR", "GHA"})


@pytest.mark.parametrize(
    "text",
    [
        "بحث وزير الخارجية الأردني سليم الكاوي هاتفيا مع نظيره الإيراني كامران آزادي، الذي وصل إلى القاهرة أمس،.",
        "وزیر خارجه اردن با کامران آزادی وزیر خارجه ایران، که دیروز به قاهره رفت، تلفنی گفت‌وگو کرد.",
    ],
)
def test_whoever_is_met_and_has_travelled_is_the_guest(text: str) -> None:
    found = meetings(text)
    assert set(found["visit"].parties) == {"IRN", "EGY"}
    assert {"JOR", "IRN"} in [set(m.parties) for m in found.values()]
