"""What an outsider says that a party will do is his forecast, and no undertaking of the party."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (
            "en",
            "Salim Rustgar, an expert on Africa, said that Germany will send aid to Kenya and will reopen its embassy.",
        ),
        ("fa", "سالم رستگار، کارشناس مسائل آفریقا، گفت که آلمان به کنیا کمک خواهد فرستاد."),
        ("ar", "قال سالم الحلبي، خبير في الشأن الدولي، إن ألمانيا ستدعم كينيا بالمساعدات."),
        ("kmr", "Pispor Salim Rustgar got ku Almanya dê alîkariyê ji Kenyayê re bişîne."),
    ],
)
def test_a_forecast_is_no_undertaking(code: str, words: str) -> None:
    assert not read_text(words, language=code, published="2026-01-14").commitments


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Salim Rustgar, the foreign minister of Kenya, said that Kenya will send aid to Ghana."),
        ("ar", "قال وزير خارجية كينيا سالم الحلبي إن كينيا ستدعم غانا بالمساعدات."),
        ("en", "Salim Rustgar, an expert on Africa, said that Germany had pledged to send aid to Kenya."),
    ],
)
def test_what_an_official_says_or_what_was_promised_is_one(code: str, words: str) -> None:
    assert read_text(words, language=code, published="2026-01-14").commitments


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ar", "قال وزير الدفاع العماني إن كينيا تعمل على تطوير صواريخ جديدة."),
        ("en", "The Omani defence minister said that Kenya works on new missiles."),
        ("ar", "اتهم الرئيس الكيني الصومال بأنه يدعم المتمردين."),
        ("ar", "قال خبراء إن تنزانيا لن تنجح في إقناع جيرانها من دون كينيا."),
        ("ar", "قال الرئيس الكيني إن العالم سيتغير بعد قرار عمان الانضمام إلى المنظمة."),
    ],
)
def test_what_one_says_that_another_does_or_that_will_come_is_no_undertaking(code: str, words: str) -> None:
    assert not read_text(words, language=code, published="2026-01-14").commitments


def test_what_one_does_oneself_is_an_undertaking() -> None:
    words = "قال الوزير العماني إن بلاده تعمل على تطوير الموانئ مع كينيا."
    assert [c.by for c in read_text(words, language="ar", published="2026-01-14").commitments] == [["OMN"]]
