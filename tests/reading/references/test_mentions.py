"""References without a name are mentions of whom they mean."""

from __future__ import annotations

import pytest

import peyman

#: Two ministers with names; then "the minister", of the one named last (in Arabic who acted), "the two countries" and
TEXTS = {
    "en": (
        "Iraqi Oil Minister Nabil Haddad met Turkish Energy Minister Selim Aydin in Basra. The minister said that the"
        " two countries would cooperate. Both sides left.",
        "The minister",
        ("two countries", "Both sides"),
    ),
    "fa": (
        "نبیل حدادی، وزیر نفت عراق، با سلیم آیدین، وزیر انرژی ترکیه، در بصره دیدار کرد. این وزیر گفت دو کشور همکاری"
        " می‌کنند. دو طرف رفتند.",
        "این وزیر",
        ("دو کشور", "دو طرف"),
    ),
    "ar": (
        "التقى وزير النفط العراقي نبيل الحداد وزير الطاقة التركي سليم آيدين في البصرة. وقال الوزير إن البلدين"
        " سيتعاونان. وغادر الجانبان.",
        "الوزير",
        ("البلدين", "الجانبان"),
    ),
    "ckb": (
        "وەزیری نەوتی عێراق نەبیل حەداد لە بەسرە چاوی بە سەلیم ئایدین، وەزیری وزەی تورکیا کەوت. وەزیر گوتی هەردوو وڵات"
        " هاوکاری دەکەن. هەردوو لا ڕۆیشتن.",
        "وەزیر",
        ("هەردوو وڵات", "هەردوو لا"),
    ),
    "kmr": (
        "Wezîrê Petrolê yê Iraqê Nebîl Hedad li Besrayê bi Wezîrê Enerjiyê yê Tirkiyeyê Selîm Aydin re civiya. Wezîr"
        " got ku her du welat wê hevkariyê bikin. Her du aliyan xatir xwest.",
        "Wezîr",
        ("her du welat", "Her du aliyan"),
    ),
}


#: Whose minister speaks, where it is not the one named last: behind the verb stands whoever acts, and he goes on.
MEANT = {"ar": "IRQ"}


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_references_are_mentions_of_whom_they_mean(code: str) -> None:
    words, minister, both = TEXTS[code]
    reading = peyman.read_text(words, published="2026-01-20", language=code)
    told = {actor.key: [words[start:end] for start, end in actor.mentions] for actor in reading.actors}
    meant = next(a for a in reading.actors if a.kind == "person" and a.party == MEANT.get(code, "TUR"))
    assert minister in told[meant.key]
    for party in ("IRQ", "TUR"):
        assert set(both) <= set(told[party])


def test_a_ministry_is_no_mention_of_a_minister() -> None:
    words = "Turkish Energy Minister Selim Aydin visited Basra in Iraq. The ministry said that he would return."
    reading = peyman.read_text(words, published="2026-01-20", language="en")
    person = next(actor for actor in reading.actors if actor.kind == "person")
    assert "The ministry" not in [words[start:end] for start, end in person.mentions]


def test_a_party_at_the_table_whose_envoy_has_no_name_is_there_by_the_office() -> None:
    words = "The Omani foreign minister met Iraqi Interior Minister Nabil Haddad in Doha on Monday."
    reading = peyman.read_text(words, published="2026-01-20", language="en")
    by_id = {actor.id: actor for actor in reading.actors}
    present = [(by_id[p.actor].kind, p.party, p.title) for p in reading.meetings[0].participants]
    assert present == [("person", "IRQ", "Iraqi Interior Minister"), ("party", "OMN", "Omani foreign minister")]
