"""Passages in another language are found and left as they are; names in another script are none."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peyman import languages
from peyman.text.analysis import analyse

CODES = languages.codes()
SENTENCES = {
    "fa": "وزیران خارجه‌ی دو کشور گفتند که گفت‌وگوها در ماه آینده ادامه می‌یابد و کارشناسان متن را آماده می‌کنند.",
    "ar": "قال وزيرا خارجية البلدين إن المشاورات ستستمر في الشهر المقبل وإن الخبراء سيعدون النص قبل ذلك.",
    "ckb": "وەزیرانی دەرەوەی هەردوو وڵات گوتیان کە گفتوگۆکان مانگی داهاتوو بەردەوام دەبن و پسپۆڕان دەقەکە دەنووسن.",
    "kmr": "Wezîrên derve yên her du welatan gotin ku danûstandin dê meha bê bidomin û pispor dê metnê amade bikin.",
    "en": "The foreign ministers of the two countries said that the talks would go on and that experts would meet.",
}
TURKISH = (
    "İki ülkenin dışişleri bakanları görüşmelerin gelecek ay da süreceğini ve uzmanların metni hazırlayacağını söyledi."
)


def found(text: str, code: str) -> list[tuple[str, str]]:
    analysed = analyse(text, languages.load(code))
    spans = [(analysed.offsets.to_original(p.start, p.end), p.language) for p in analysed.passages]
    return [(text[start:end], language) for (start, end), language in spans]


@pytest.mark.parametrize(("own", "other"), list(itertools.permutations(CODES, 2)))
def test_a_paragraph_in_another_language_is_a_passage(own: str, other: str) -> None:
    text = f"{SENTENCES[own]}\n{SENTENCES[other]}\n{SENTENCES[own]}"
    assert found(text, own) == [(SENTENCES[other], other)]


@pytest.mark.parametrize(("own", "other"), [("fa", "en"), ("ckb", "ar"), ("kmr", "en"), ("ar", "ckb"), ("en", "kmr")])
def test_a_quoted_sentence_is_a_passage(own: str, other: str) -> None:
    quoted = SENTENCES[other].rstrip(".")
    assert found(f"{SENTENCES[own]} «{quoted}» {SENTENCES[own]}", own) == [(quoted, other)]


def test_a_paragraph_in_a_language_that_is_not_read_is_said_to_be_that() -> None:
    assert found(f"{SENTENCES['kmr']}\n{TURKISH}\n{SENTENCES['kmr']}", "kmr") == [(TURKISH, "und")]


@pytest.mark.parametrize("code", CODES)
def test_a_text_in_one_language_has_none(code: str) -> None:
    assert found(f"{SENTENCES[code]}\n{SENTENCES[code]}", code) == []


def test_a_name_in_another_script_is_no_passage() -> None:
    assert found(f"{SENTENCES['fa']} سازمان United Nations (UN) نیز حاضر بود.", "fa") == []


def test_a_passage_is_not_repaired_by_the_rules_of_another_language() -> None:
    text = f"{SENTENCES['ckb'].replace('ە', 'ه')}\n{SENTENCES['ar']}\n{SENTENCES['ckb'].replace('ە', 'ه')}"
    repaired = analyse(text, languages.load("ckb")).repaired
    assert repaired == f"{SENTENCES['ckb']}\n{SENTENCES['ar']}\n{SENTENCES['ckb']}"


@settings(max_examples=40)
@given(st.lists(st.sampled_from([*SENTENCES.values(), TURKISH, "\u202b", "«", "»", "\n", "&nbsp;"]), max_size=6))
def test_passages_stand_in_order_and_map_into_the_published_text(parts: list[str]) -> None:
    analysed = analyse("\n".join(parts), languages.load("fa"))
    at = 0
    for passage in analysed.passages:
        assert at <= passage.start < passage.end <= len(analysed.repaired)
        at = passage.end
