"""What somebody travels for is still to come; a clause that goes on with another verb says nothing of the first."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


def _talks(language: str, text: str) -> list[tuple[str, str]]:
    reading = read_text(text, language=language, published="2024-03-06")
    return [("visit" if m.kind == "visit" else "talks", m.status) for m in reading.meetings]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The president of Ghana is on his way to Lisbon to resume talks with the government of Portugal."),
        ("ar", "رئيس غانا في طريقه إلى لشبونة لاستئناف المحادثات مع حكومة البرتغال."),
        ("fa", "وزیر خارجه غنا امروز برای دیدار با نخست وزیر پرتغال وارد لیسبون شد."),
        ("ckb", "ئەمڕۆ شاندێکی غانا بۆ کۆبوونەوە لەگەڵ سەرۆکوەزیرانی پورتوگال گەیشتە لیشبۆنە."),
        ("kmr", "Şandeyeke Ganayê îro ji bo hevdîtinê bi Serokwezîrê Portekîzê re gihîşt Lîzbonê."),
    ],
)
def test_what_somebody_comes_for_is_to_come(language: str, text: str) -> None:
    assert ("talks", "planned") in _talks(language, text)
    assert ("talks", "held") not in _talks(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The president of Ghana travelled to Lisbon on 12 January 2024 for talks with the president of Portugal.",
        ),
        ("en", "The president of Ghana visited Lisbon and met the president of Portugal to discuss trade."),
        ("fa", "وزیر خارجه غنا روز ۱۲ ژانویه ۲۰۲۴ برای دیدار با نخست وزیر پرتغال به لیسبون سفر کرد."),
    ],
)
def test_what_is_over_was_held(language: str, text: str) -> None:
    assert ("talks", "held") in _talks(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A delegation of Estonia arrived in Astana on Wednesday and will meet the president of Kazakhstan."),
        ("ar", "وصل اليوم الأربعاء إلى أستانا وفد من إستونيا، وسيلتقي غدا رئيس وزراء كازاخستان."),
        ("kmr", "Şandeyeke Estonyayê îro gihîşt Astanayê û dê sibê bi Serokê Kazakistanê re kom bibe."),
    ],
)
def test_who_has_come_and_will_meet_somebody_has_come(language: str, text: str) -> None:
    assert ("visit", "held") in _talks(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministers of Ghana and Portugal confirmed their wish: talks in Lisbon before the end of April."),
        ("ar", "يلتقي وزيرا خارجية غانا والبرتغال في لشبونة قبل نهاية نيسان."),
        ("ckb", "شاندێکی غانا تا کۆتایی نیسان لەگەڵ سەرۆکوەزیرانی پورتوگال کۆ دەبێتەوە."),
        ("kmr", "Wezîrên Ganayê û Portekîzê berî dawiya Nîsanê li Lîzbonê dicivin."),
    ],
)
def test_what_has_a_deadline_ahead_is_to_come(language: str, text: str) -> None:
    assert _talks(language, text) == [("talks", "planned")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ckb", "شاندی غانا ئەم ئێوارەیە لەگەڵ سەرۆکوەزیرانی پورتوگال کۆ دەبێتەوە."),
        ("kmr", "Şandeya Ganayê îro êvarê bi Serokwezîrê Portekîzê re dicive."),
    ],
)
def test_a_present_with_a_day_that_is_not_over_is_to_come(language: str, text: str) -> None:
    assert _talks(language, text) == [("talks", "planned")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The minister of Ghana, who is on his way to Porto, met the minister of Portugal in Rome."),
        ("fa", "وزیر خارجه غنا برای دیدار با رئیس‌جمهور پرتغال به لیسبون سفر کرد و با او دیدار کرد."),
    ],
)
def test_whoever_is_met_on_the_way_or_there_has_been_met(language: str, text: str) -> None:
    told = _talks(language, text)
    assert ("talks", "held") in told
    assert ("talks", "planned") not in told
