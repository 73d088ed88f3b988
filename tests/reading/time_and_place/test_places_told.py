"""Where an encounter takes place: not where what is spoken of is."""

from __future__ import annotations

import pytest
from tests.reading.entries import places_of_meetings

from peyman.reading.reader import read_text


def _places(language: str, text: str) -> list[str | None]:
    return places_of_meetings(read_text(text, language=language, published="2026-01-14"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "وزیر خارجه کنیا با همتای پرویی خود درباره اوضاع در ادلب و تحولات خلیج فارس گفت‌وگو کرد."),
        ("fa", "وزیر خارجه کنیا با وزیر خارجه پرو دیدار کرد. دو طرف درباره گروه‌های حاضر در ادلب گفت‌وگو کردند."),
        ("ar", "بحث وزير الخارجية الكيني مع نظيره البيروفي الأوضاع في إدلب والتطورات في الخليج العربي."),
        ("kmr", "Wezîrê Derve yê Kenyayê bi hevtayê xwe yê Perûyê re li ser rewşa li Îdlibê axivî."),
        ("en", "Kenya's foreign minister met her Peruvian counterpart. They discussed the situation in Idlib."),
    ],
)
def test_where_what_they_speak_of_is_nobody_meets(language: str, text: str) -> None:
    places = _places(language, text)
    assert places and set(places) == {None}


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("fa", "وزیر خارجه کنیا با همتای پرویی خود در لیما درباره اوضاع در ادلب گفت‌وگو کرد.", "PER:lima"),
        ("ar", "التقى وزير الخارجية الكيني نظيره البيروفي في ليما وبحثا الأوضاع في إدلب.", "PER:lima"),
        (
            "en",
            "Kenya's foreign minister met her Peruvian counterpart in Lima to discuss developments in Idlib.",
            "PER:lima",
        ),
    ],
)
def test_where_they_meet_is_told_beside_it(language: str, text: str, place: str) -> None:
    assert _places(language, text) == [place]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "عقدت كينيا وبيرو جولة جديدة من محادثات السلام في ليما الاثنين."),
        ("ar", "التقى وزير خارجية كينيا نظيره البيروفي خلال جلسة مجلس الأمن في ليما."),
        ("fa", "مذاکرات صلح در لیما میان کنیا و پرو ادامه دارد."),
        ("fa", "وزیر خارجه کنیا با حضور در لیما با همتای پرویی خود دیدار کرد."),
    ],
)
def test_a_word_that_says_which_talks_or_which_body_is_no_situation(language: str, text: str) -> None:
    assert _places(language, text) == ["PER:lima"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "استقبل وزير الخارجية البيروفي سفير السودان في نيروبي سالم الحلبي."),
        ("ar", "التقى السفير السوداني في نيروبي سالم الحلبي وزير الخارجية البيروفي."),
        ("en", "The Sudanese ambassador in Nairobi, Salim Halabi, met the Peruvian foreign minister."),
        ("fa", "سفیر سودان در نایروبی، سالم حلبی، با وزیر خارجه پرو دیدار کرد."),
        ("ckb", "باڵیۆزی سوودان لە نەیرۆبی لەگەڵ وەزیری دەرەوەی پێرۆ کۆبووەوە."),
        ("kmr", "Balyozê Sûdanê li Nairobî, Salim Halabî, bi wezîrê derve yê Perûyê re civiya."),
    ],
)
def test_where_an_envoy_is_posted_is_not_where_he_meets_others(language: str, text: str) -> None:
    assert set(_places(language, text)) == {None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "استقبل الرئيس الكيني سفير السودان في نيروبي سالم الحلبي."),
        ("ar", "التقى السفير السوداني وزير الخارجية البيروفي في نيروبي."),
        ("ar", "التقى سفير السودان سالم الحلبي في نيروبي وزير الخارجية البيروفي."),
        ("en", "The Sudanese ambassador met the Peruvian foreign minister in Nairobi."),
    ],
)
def test_where_an_envoy_meets_his_host_or_others_is_the_place(language: str, text: str) -> None:
    assert _places(language, text) == ["KEN:nairobi"]
