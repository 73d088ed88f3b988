"""What somebody denies to have undertaken is no undertaking; what is undertaken beside a denial is one."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

#: What was told before, so that the document tells of dealings.
BEFORE = {
    "en": "The foreign ministers of Iran, Türkiye and Iraq met in Baghdad on 7 November 2026. ",
    "fa": "وزیران خارجه ایران، ترکیه و عراق روز ۱۶ آبان ۱۴۰۵ در بغداد دیدار کردند. ",
    "ar": "التقى وزراء خارجية إيران وتركيا والعراق في بغداد يوم 7 تشرين الثاني 2026. ",
    "ckb": "وەزیرانی دەرەوەی ئێران و تورکیا و عێراق لە ٧ی تشرینی دووەمی ٢٠٢٦ لە بەغدا کۆبوونەوە. ",
    "kmr": "Wezîrên derve yên Îran, Tirkiye û Iraqê di 7ê Mijdara 2026an de li Bexdayê civiyan. ",
}


def _undertaken(language: str, sentence: str) -> list[tuple[list[str], str]]:
    reading = read_text(BEFORE[language] + sentence, language=language, published="2026-11-08")
    return [(one.by, one.polarity) for one in reading.commitments]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The spokesman of the Iranian foreign ministry denied that Iran had undertaken to halt enrichment."),
        ("en", "Ankara denied having agreed to withdraw its troops from Bashiqa."),
        ("en", "Iraq denied reports that it would hand over the airport to the United States."),
        ("en", "Iraq has firmly rejected allegations that it closed the border with Iran."),
        ("en", "Iraq dismissed the claims that it had pledged to pay Ankara."),
        ("fa", "سخنگوی وزارت خارجه ایران تکذیب کرد که ایران متعهد به توقف غنی‌سازی شده باشد."),
        ("ar", "نفى المتحدث باسم الخارجية الإيرانية أن تكون إيران قد تعهدت بوقف التخصيب."),
        ("ckb", "بەغدا ئەوەی بەدرۆی خستەوە کە بەڵێنی دابێت فڕۆکەخانەکە ڕادەست بکات."),
        ("kmr", "Bexda derewand ku soz daye balafirgehê radestî Tirkiyeyê bike."),
    ],
)
def test_what_is_denied_is_not_undertaken(language: str, sentence: str) -> None:
    assert _undertaken(language, sentence) == []


@pytest.mark.parametrize(
    ("language", "sentence", "polarity"),
    [
        ("en", "Iran denied the report and said it would not halt enrichment.", "refused"),
        ("ar", "نفت بغداد الخبر وأكدت أنها ستسلم الرواتب خلال أسبوع.", "undertaken"),
    ],
)
def test_what_is_said_beside_a_denial_is_undertaken(language: str, sentence: str, polarity: str) -> None:
    [(_, said)] = _undertaken(language, sentence)
    assert said == polarity
