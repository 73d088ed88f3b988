"""Whose a page is by the calendar of its dates."""

from __future__ import annotations

import pytest

from peyman import languages
from peyman.actors.known.register import name_lexicon
from peyman.actors.places.homes import home_by_calendar, home_by_outlet, owner_of_kind
from peyman.actors.recognise import find_actors
from peyman.actors.spans import known_spans
from peyman.dates.finder import find_dates
from peyman.text.analysis import analyse


@pytest.mark.parametrize(
    ("code", "words", "home"),
    [
        ("fa", "۳ خرداد ۱۴۰۲ - وزیر بهداشت دیدار کرد.", "IRN"),
        ("fa", "۲۳ ثور ۱۴۰۰ - وزیر صحت دیدار کرد.", "AFG"),
        ("fa", "۳ خرداد ۱۴۰۲ برابر با ۳ جوزا ۱۴۰۲ دیدار کردند.", None),
        ("fa", "۲۴ مه ۲۰۲۳ - وزیر بهداشت دیدار کرد.", None),
        ("ckb", "٣ی ئایاری ٢٠٢٣ وەزیر کۆبووەوە.", None),
    ],
)
def test_a_page_is_of_the_state_whose_months_date_it(code: str, words: str, home: str | None) -> None:
    text = analyse(words, languages.load(code))
    assert home_by_calendar(text, find_dates(text, None)) == home


def test_a_minister_without_a_state_is_of_the_page_that_its_calendar_tells() -> None:
    words = "۳ خرداد ۱۴۰۲ - ایران. سلیم رستگار وزیر نیرو در دوشنبه با وزیر انرژی تاجیکستان دیدار کرد."
    text = analyse(words, languages.load("fa"))
    people = [entry for entry in find_actors(text, None, find_dates(text, None)).actors if entry.kind == "person"]
    assert [entry.party for entry in people] == ["IRN"]


def test_a_parliament_is_none_of_a_political_party_and_its_committee_may_be() -> None:
    assert owner_of_kind("parliament", "CHP") == "TUR"
    assert owner_of_kind("committee", "CHP") == "CHP"
    assert owner_of_kind("parliament", "IRQ-KRD") == "IRQ-KRD"


@pytest.mark.parametrize(
    ("code", "words", "home"),
    [
        ("fa", "به گزارش ایسنا به نقل از تاس، وزیر خارجه در دیدار سفیر لبنان از سفر به لبنان گفت.", "IRN"),
        ("fa", "به گزارش خبرگزاری باختر، وزیر خارجه در دیدار سفیر لبنان از سفر به لبنان گفت.", "AFG"),
        ("fa", "به گزارش رویترز، وزیر خارجه در دیدار سفیر لبنان از سفر به لبنان گفت.", None),
        ("ar", "أفادت وكالة إرنا بأن الوزير استقبل سفير لبنان.", None),
    ],
)
def test_an_outlet_of_the_languages_own_states_tells_from_which_a_page_speaks(
    code: str, words: str, home: str | None
) -> None:
    text = analyse(words, languages.load(code))
    known = known_spans(name_lexicon(text.language).find(text.tokens, 0, len(text.tokens)))
    assert home_by_outlet(text, known.spans) == home


def test_whose_a_bare_ministry_is_follows_from_the_outlet_and_not_from_the_guest() -> None:
    text = analyse(
        "به گزارش ایسنا، وزارت خارجه درباره بازداشت دو پزشک کشورمان در لبنان بیانیه داد. سفیر لبنان آن را شنید.",
        languages.load("fa"),
    )
    found = find_actors(text)
    assert any(actor.kind == "body" and actor.party == "IRN" and not actor.outlet for actor in found.actors)
