"""Who speaks by the form of the clause, and who is only met, told or spoken of beside the word of saying."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

MET = {
    "en": "Polish premier Adam Lis met Kenyan Trade Minister Asha Mwangi in Kraków on Sunday, who said tea was cheap.",
    "fa": "آدام لیس، نخست‌وزیر لهستان، روز یکشنبه با آشا موانگی، وزیر تجارت کنیا، دیدار کرد که گفت چای ارزان است.",
    "ar": "استقبل رئيس الوزراء البولندي آدم نوفاك وزيرة التجارة الكينية آشا موانغي التي قالت إن الشاي رخيص.",
    "ckb": "ئادام لیس سەرۆکوەزیرانی پۆڵەندا پێشوازیی لە ئاشا موانگی وەزیری بازرگانیی کینیا کرد، کە گوتی چا هەیە.",
    "kmr": "Serokwezîrê Polonyayê Adam Lîs pêşwazî li Wezîra Bazirganiyê ya Kenyayê Aşa Mwangî kir, ku got çay heye.",
}
VISITED = {
    "en": "Polish premier Adam Lis, who met Kenyan minister Asha Mwangi in Nairobi on Sunday, said that tea was cheap.",
    "fa": "آدام لیس، نخست‌وزیر لهستان، که روز یکشنبه با آشا موانگی وزیر تجارت کنیا دیدار کرد، گفت چای ارزان است.",
    "ar": "قال رئيس الوزراء البولندي آدم نوفاك، الذي التقى وزيرة التجارة الكينية آشا موانغي، إن الشاي رخيص.",
    "ckb": "ئادام لیس سەرۆکوەزیرانی پۆڵەندا، کە سەردانی نایرۆبیی کردووە، گوتی چا هەرزانە.",
    "kmr": "Serokwezîrê Polonyayê Adam Lîs, ku çû Naîrobiyê, got ku çay erzan e.",
}


def parties(text: str, language: str = "en") -> list[list[str]]:
    return [statement.parties for statement in read_text(text, published="2026-02-11", language=language).statements]


@pytest.mark.parametrize("language", MET)
def test_the_one_met_who_said_something_speaks(language: str) -> None:
    assert parties(MET[language], language) == [["KEN"]]


@pytest.mark.parametrize("language", VISITED)
def test_the_one_who_met_somebody_still_speaks_behind_the_clause_that_tells_it(language: str) -> None:
    assert parties(VISITED[language], language) == [["POL"]]


@pytest.mark.parametrize(
    "text",
    [
        "Polish premier Adam Lis was told by his Kenyan counterpart Asha Mwangi that tea was cheap.",
        "Polish premier Adam Lis and Kenyan minister Asha Mwangi met in Nairobi, with Mwangi saying tea was cheap.",
        "The Kenyan trade minister, Asha Mwangi, receiving the Polish ambassador Adam Lis, said that tea was cheap.",
        "Kenya's envoy to Warsaw, Asha Mwangi, in a meeting with Polish minister Adam Lis, said Nairobi had tea.",
        "During a meeting with Polish President Adam Lis, Premier Asha Mwangi of Kenya stressed that tea was cheap.",
        "Kenya's minister Asha Mwangi stressed that Poland had no claim and said Latvia would win.",
        '"Tea is cheap in Poland," said Nairobi on Monday.',
    ],
)
def test_the_form_of_the_clause_tells_who_speaks(text: str) -> None:
    assert parties(text) == [["KEN"]]


def test_whoever_replies_is_not_the_one_who_spoke_before() -> None:
    text = "Kenya's minister Asha Mwangi said tea was cheap, to which Polish premier Adam Lis replied it was good."
    assert parties(text) == [["KEN"], ["POL"]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ckb", "سەرۆکی کینیا لە پەیامێکدا سەرۆککۆماری پۆڵەندای پیرۆز کرد."),
        ("ckb", "وەزیری دەرەوەی کینیا لە بەیاننامەیەکدا حکوومەتی پۆڵەندای تۆمەتبار کرد."),
        ("fa", "رئیس‌جمهور کنیا در پیامی نخست‌وزیر لهستان را تحسین کرد."),
        ("kmr", "Serokê Kenyayê di peyamekê de serokomarê Polonyayê pîroz kir."),
        ("en", "Kenya's foreign minister in a statement accused the Polish government of delays."),
    ],
)
def test_who_is_praised_or_accused_in_a_text_has_not_written_it(language: str, text: str) -> None:
    assert parties(text, language) == [["KEN"]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ckb", "لە نامەیەکدا سەرۆکی کینیا داوای لە پۆڵەندا کرد چاوەڕێ بکات."),
        ("fa", "در پیامی رئیس‌جمهور کنیا درگذشت او را تسلیت گفت."),
    ],
)
def test_whoever_stands_behind_a_text_that_opens_the_sentence_has_written_it(language: str, text: str) -> None:
    assert parties(text, language) == [["KEN"]]


def test_what_has_come_to_an_end_or_been_made_up_says_nothing() -> None:
    assert not parties("کونسوڵی گشتیی کینیا کە ماوەی کارەکەی کۆتایی هاتووە، ماڵئاوایی لە سەرۆکی پۆڵەندا کرد.", "ckb")
    assert not parties("لیژنەی هاوبەش لە نوێنەرانی کینیا و پۆڵەندا پێک هاتووە.", "ckb")
