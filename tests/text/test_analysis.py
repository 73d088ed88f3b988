"""An analysed text leads from every repaired word back to the published one, and knows its own parts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peyman import languages
from peyman.text.analysis import analyse
from peyman.text.segment import NOT_TEXT

PUBLISHED = (
    " date 2024-03-05 دور تازهی گفتوگوهای مرزی در مسقط\n"
    "نمايندگان دو کشور روز سهشنبه در بیانیهای مشترک بر ادامهی همکاریهای امنیتی و اقتصادی تأکید کردند.\n"
    "آیندهی تجارت\n"
    "شرکتکنندگان گفتهاند که بازارچههای مرزی تا پایان سال باز میشود و کمیتهای بر آن نظارت میکند.\n"
    "انتهای پیام/"
)


ODD = st.sampled_from("ابپهەیيکك می\u200c\u200f.،؟«»\nAbê '’1۲&;nbspÃ©\u0640\u064b")


def test_words_found_in_the_repaired_text_are_given_as_published() -> None:
    text = analyse(PUBLISHED, languages.load("fa"))
    found = {text.repaired_words(n, n + 1): text.words(n, n + 1) for n in range(len(text.tokens))}
    assert found["همکاری\u200cهای"] == "همکاریهای"
    assert found["بیانیه\u200cای"] == "بیانیهای"
    assert found["نمایندگان"] == "نمايندگان"
    assert found["شرکت\u200cکنندگان"] == "شرکتکنندگان"


def test_header_title_and_sections_are_published_spans() -> None:
    text = analyse(PUBLISHED, languages.load("fa"))
    assert text.header_date == "2024-03-05"
    assert text.title == "دور تازهی گفتوگوهای مرزی در مسقط"
    (section,) = text.sections()
    assert PUBLISHED[slice(*section.heading)] == "آیندهی تجارت"
    assert PUBLISHED[slice(*section.body)].startswith("شرکتکنندگان")
    assert PUBLISHED[slice(*section.body)].endswith("میکند.")


@pytest.mark.parametrize("code", languages.codes())
@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet=ODD, max_size=120))
def test_every_token_has_a_published_span_and_lies_in_one_sentence_at_most(code: str, text: str) -> None:
    analysed = analyse(text, languages.load(code))
    holders = [n for s in analysed.sentences for n in range(s.first, s.last)]
    assert len(holders) == len(set(holders))
    for number, token in enumerate(analysed.tokens):
        start, end = analysed.span(number, number + 1)
        assert 0 <= start <= end <= len(text)
        index = analysed.sentence_at(number)
        assert (index is not None) == (number in holders)
        if index is not None:
            assert analysed.blocks[analysed.sentences[index].block].kind not in NOT_TEXT
        assert number in analysed.tokens_within(token.start, token.end)
