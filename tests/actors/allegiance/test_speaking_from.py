"""From which party a text speaks, and which it names only as somebody's opposite number."""

from __future__ import annotations

import pytest

from peyman import languages
from peyman.actors.allegiance.speaking_from import SpokenOf, speaking_from
from peyman.actors.known.register import name_lexicon
from peyman.actors.spans import known_spans
from peyman.text.analysis import analyse


def spoken_of(code: str, words: str, given: str | None = None) -> SpokenOf:
    text = analyse(words, languages.load(code))
    known = known_spans(name_lexicon(text.language).find(text.tokens, 0, len(text.tokens)))
    spans = [span for span in known.spans if span.key("party", "adjective")]
    return speaking_from(text, known, spans, [], given, lambda body: None)


def test_a_text_speaks_from_the_party_that_it_names_most() -> None:
    told = spoken_of("en", "Iran and Oman met. Iran said that Iran would go on.")
    assert (told.home, told.counts["IRN"], told.counts["OMN"]) == ("IRN", 3, 1)
    assert not told.only_counterparts


def test_whoever_publishes_wins() -> None:
    assert spoken_of("en", "Iran said that Iran would go on.", "OMN").home == "OMN"


def test_a_party_that_is_only_a_counterpart_is_spoken_from_by_nobody() -> None:
    told = spoken_of("en", "The minister met his Omani counterpart.")
    assert (told.home, told.only_counterparts) == (None, {"OMN"})


def test_a_party_that_is_named_elsewhere_too_is_no_counterpart_alone() -> None:
    told = spoken_of("en", "The minister met his Omani counterpart in Oman.")
    assert (told.home, told.only_counterparts) == ("OMN", set())


def test_the_known_person_who_is_nobodys_counterpart_tells_it_where_no_party_does() -> None:
    assert spoken_of("en", "Abbas Araghchi met his Omani counterpart Badr al-Busaidi.").home == "IRN"
    assert spoken_of("en", "The minister met his counterpart Abbas Araghchi.").home is None


@pytest.mark.parametrize(
    ("code", "words", "home"),
    [
        ("en", "Doha, 3 March 2025 – The mediators await the reply of Israel. Israel was silent.", "QAT"),
        ("ar", "الدوحة 3 مارس 2025 - ينتظر الوسطاء رد الجانب الإسرائيلي.", "QAT"),
        ("fa", "دوحه، ۳ مارس ۲۰۲۵ - میانجی‌ها منتظر پاسخ اسرائیل هستند.", "QAT"),
        ("en", "Geneva – The mediators await the reply of Israel.", "ISR"),
        ("en", "Doha – Israel was silent. Israel waited. Israel then sent a reply.", "ISR"),
    ],
)
def test_the_capital_of_a_dateline_tells_it_unless_others_are_spoken_of_more(code: str, words: str, home: str) -> None:
    text = analyse(words, languages.load(code))
    known = known_spans(name_lexicon(text.language).find(text.tokens, 0, len(text.tokens)))
    assert speaking_from(text, known, known.spans, [], None, lambda body: None).home == home
