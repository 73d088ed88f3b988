"""What the clause that tells an encounter, and the sentences beside it, say of its table."""

from __future__ import annotations

import pytest

from peyman.reading.attendance.meeting_clause import meeting_clause, size_said
from peyman.reading.attendance.roll_call import roll_call
from peyman.reading.clauses.context import Context
from peyman.reading.encounters import MeetingMention
from peyman.reading.meetings.survey import survey
from peyman.reading.reader import prepare
from peyman.reading.time_and_place.margins import in_margin
from peyman.sources.model import SourceDocument


def _first(text: str, language: str = "en") -> tuple[Context, MeetingMention]:
    source = SourceDocument("0" * 64, "-", text.encode(), text, language=language, published="2025-03-04")
    context = prepare(source).context
    return context, survey(context).mentions[0]


def test_a_clause_tells_who_acts_and_whom_they_face() -> None:
    context, mention = _first("The Foreign Minister of Iraq met with the Turkish Foreign Minister in Ankara on Monday.")
    clause = meeting_clause(context, mention)
    assert clause.acting == {"IRQ"}
    assert clause.facing == clause.all_facing == {"TUR"}
    assert clause.fits(frozenset({"IRQ", "TUR"}))["is_clause"] == 1.0
    assert clause.fits(frozenset({"IRQ", "TUR", "QAT"}))["beyond_clause"] == 1.0


def test_those_between_whom_it_is_are_told_from_those_present() -> None:
    context, mention = _first("Talks between Egypt and Sudan were held in Cairo with the participation of Ethiopia.")
    clause = meeting_clause(context, mention)
    assert clause.between == {"EGY", "SDN"}
    assert clause.present == {"ETH"}


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("The two countries held talks in Doha on Monday.", 2),
        ("A trilateral meeting took place in Doha on Monday.", 3),
        ("Talks took place in Doha on Monday.", 0),
    ],
)
def test_words_say_how_many_sit_at_a_table(text: str, size: int) -> None:
    _, mention = _first(text)
    assert size_said(mention) == size


def test_the_sentence_behind_lists_those_who_were_there() -> None:
    context, mention = _first(
        "The defence ministers of the group met in Niamey on Monday. Benin, Cameroon, Chad and Nigeria took part. "
        "Oil prices fell in France."
    )
    listed = roll_call(context, survey(context).around, mention)
    assert listed.everyone == {"BEN", "CMR", "TCD", "NGA"}
    assert listed.features("TCD")["listed_behind"] == 1.0
    assert listed.features("FRA")["listed_behind"] > 1.0


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On the sidelines of the ASEAN summit in Jakarta, the Turkish minister met with the US minister."),
        ("fa", "وزیر خارجه ترکیه در حاشیه نشست سازمان همکاری اسلامی با همتای عراقی خود دیدار کرد."),
        ("ar", "التقى وزير خارجية تركيا على هامش اجتماعات جامعة الدول العربية مع نظيره العراقي."),
        ("ckb", "وەزیری دەرەوەی تورکیا لە پەراوێزی لووتکەی ناتۆ لەگەڵ هاوتا عێراقییەکەی کۆبووەوە."),
        ("kmr", "Wezîrê Derve yê Tirkiyeyê li kêleka civîna NATOyê bi hevtayê xwe yê Iraqî re civiya."),
    ],
)
def test_whoever_is_named_only_for_the_gathering_beside_which_others_meet_sits_at_no_table(
    language: str, text: str
) -> None:
    context, _ = _first(text, language)
    (sentence,) = context.sentences
    aside = {p for a in sentence.agents if in_margin(context, sentence, a) for p in a.parties}
    met = [m for m in survey(context).mentions if not m.in_margin]
    assert aside and not aside & {"TUR", "USA", "IRQ"}
    assert met and all(not aside & set(m.own_parties) for m in met)
    assert "TUR" in met[-1].own_parties


@pytest.mark.parametrize(
    "told",
    [
        "Talks between Egypt and Sudan were held on Monday with the mediation of Qatar and Oman. "
        "The two sides agreed to meet again.",
        "The ministers of Egypt and Sudan met on Monday. The talks were attended by Qatar and Oman. "
        "The two sides agreed to meet again.",
        "The President of Egypt met with the President of Sudan in Paris, where France hosts a summit. "
        "The two sides agreed to meet again.",
    ],
)
def test_the_two_sides_are_those_who_met_and_not_those_who_looked_on(told: str) -> None:
    context, _ = _first(told)
    (two,) = [a for a in context.agents() if a.reference == "two"]
    assert set(two.parties) == {"EGY", "SDN"}
