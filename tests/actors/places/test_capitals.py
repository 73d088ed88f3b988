"""Capitals: the place, or the government that sits there."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "The ministers met in Ankara."),
        ("fa", "وزیران در آنکارا دیدار کردند."),
        ("ar", "التقى الوزراء في أنقرة."),
        ("ar", "التقى الوزراء بأنقرة."),
        ("ckb", "وەزیرەکان لە ئەنقەرە کۆ بوونەوە."),
        ("ckb", "وەزیرەکان لەئەنقەرە کۆ بوونەوە."),
        ("kmr", "Wezîr li Enqereyê civiyan."),
    ],
)
def test_a_capital_after_a_preposition_of_place_is_the_place(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert [place.key for place in found.places] == ["TUR:ankara"]
    assert not [entry for entry in found.actors if entry.kind == "party"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Ankara welcomed the step."),
        ("en", "Talks between Ankara and Baghdad will go on."),
        ("fa", "آنکارا از این گام استقبال کرد."),
        ("fa", "گفت‌وگو میان آنکارا و بغداد ادامه دارد."),
        ("ar", "أنقرة رحبت بالخطوة."),
        ("ar", "تستمر المحادثات بين أنقرة وبغداد."),
        ("ckb", "ئەنقەرە پێشوازیی لە هەنگاوەکە کرد."),
        ("ckb", "گفتوگۆی نێوان ئەنقەرە و بەغدا بەردەوامە."),
        ("kmr", "Enqere pêşwazî li gavê kir."),
        ("kmr", "Danûstandinên di navbera Enqere û Bexdayê de berdewam in."),
    ],
)
def test_a_capital_that_acts_is_its_government(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert found.places == []
    mentions = found.mentions_in(0, 100)
    assert mentions[0].party == "TUR" and mentions[0].capital
    assert all(mention.capital for mention in mentions)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "ANKARA – The talks have ended."),
        ("fa", "آنکارا – گفت‌وگوها پایان یافت."),
        ("ar", "أنقرة – انتهت المحادثات."),
    ],
)
def test_a_dateline_is_a_place(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert [place.key for place in found.places] == ["TUR:ankara"]


def test_a_city_that_is_called_like_a_state_is_told_by_the_text(read: Reader) -> None:
    _, jordan = read("ar", "التقى وزير الخارجية الأردني نظيره في عمان، وأكد الأردن والجانب الأردني التعاون.")
    assert "JOR:amman" in [place.key for place in jordan.places]
    _, oman = read("ar", "أعلنت سلطنة عمان أن عمان والهند وقعتا الاتفاقية، وقال الوزير العماني إن السلطنة ملتزمة.")
    assert oman.places == []


@pytest.mark.parametrize(
    ("code", "words", "key"),
    [
        ("en", "Muscat will host the next round.", "OMN:muscat"),
        ("ar", "مسقط ستحتضن الجولة القادمة.", "OMN:muscat"),
        ("fa", "مسقط میزبان دور بعدی است.", "OMN:muscat"),
    ],
)
def test_a_capital_that_hosts_is_a_place(read: Reader, code: str, words: str, key: str) -> None:
    _, found = read(code, words)
    assert key in {place.key for place in found.places}


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("وزیر از مسقط به امان، پایتخت اردن، رفت.", ["OMN:muscat", "JOR:amman"]),
        ("عراق گفت مردم باید در امان باشند.", []),
    ],
)
def test_amman_is_a_place_where_its_country_is_named(read: Reader, words: str, keys: list[str]) -> None:
    _, found = read("fa", words)
    assert [place.key for place in found.places] == keys


def test_marks_in_one_place_tell_the_city_without_them_in_another(read: Reader) -> None:
    _, found = read("ar", "توجه الوزير إلى عمّان. والتقى في عمان نظيره الأردني. وتوسطت سلطنة عمان في المحادثات.")
    assert [(place.key, len(place.mentions)) for place in found.places] == [("JOR:amman", 2)]
    assert [len(a.mentions) for a in found.actors if a.key == "OMN"] == [1]


def test_a_government_at_the_end_of_a_short_sentence_is_no_dateline(read: Reader) -> None:
    _, found = read("ar", "ورفضت أنقرة الادعاء بينما رحبت به طهران.")
    assert [actor.key for actor in found.actors if actor.kind == "party"] == ["TUR", "IRN"]


@pytest.mark.parametrize(
    ("words", "government"),
    [
        ("بە وتەی بەرپرسەکە، بەغدا بەڵێنی داوە مووچە بنێرێت.", True),
        ("تیمەکە بەیانی دەچێتەوە بەغدا بۆ گفتوگۆ.", False),
        ("کۆبوونەوەکەیان ئەنقەرەدا بەڕێوە چوو.", False),
    ],
)
def test_letters_that_end_the_name_of_a_capital_are_no_ending_of_place(
    read: Reader, words: str, government: bool
) -> None:
    _, found = read("ckb", words)
    parties = [actor.key for actor in found.actors if actor.kind == "party"]
    places = [place.key for place in found.places]
    assert parties == (["IRQ"] if government else [])
    assert places == ([] if government else ["IRQ:baghdad" if "بەغدا" in words else "TUR:ankara"])


@pytest.mark.parametrize(
    ("code", "words", "key"),
    [
        ("en", "The talks are held in the Italian capital, Rome.", "ITA:rome"),
        ("en", "They signed in the capital of Italy, Rome, at noon.", "ITA:rome"),
        ("fa", "نشست در پایتخت ایتالیا، رم، برگزار شد.", "ITA:rome"),
        ("ar", "عقدت الجلسة بالعاصمة الإيطالية روما.", "ITA:rome"),
        ("ckb", "دانیشتنەکە لە پایتەختی ئیتاڵیا، ڕۆما بەڕێوە چوو.", "ITA:rome"),
        ("kmr", "Civîn li paytexta Îtalyayê Romayê li dar ket.", "ITA:rome"),
    ],
)
def test_a_name_behind_the_word_capital_is_the_place(read: Reader, code: str, words: str, key: str) -> None:
    _, found = read(code, words)
    assert key in [place.key for place in found.places]
    assert not any(mention.capital for entry in found.actors for mention in entry.mentions)


def test_the_word_capital_reaches_no_further_than_whose_it_is(read: Reader) -> None:
    _, found = read("en", "The capital was calm, officials in touch with Rome said.")
    assert found.places == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "They met in “Ankara” today."),
        ("fa", "آنان در «آنکارا» دیدار کردند."),
        ("ar", "التقوا في «أنقرة» اليوم."),
        ("ckb", "ئەوان لە شاری #ئەنقەرە# کۆبوونەوە."),
        ("kmr", "Ew li bajarê “Enqereyê” civiyan."),
    ],
)
def test_marks_around_a_capital_leave_it_where_it_stands(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert [place.key for place in found.places] == ["TUR:ankara"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "She flew to Paris, and then Rome."),
        ("fa", "او به پاریس و همچنین رم سفر کرد."),
        ("ckb", "چوو بۆ پاریس و پاشان ڕۆما."),
        ("kmr", "Ew çû Parîs û herwiha Romayê."),
    ],
)
def test_what_is_joined_to_a_place_by_more_than_and_is_one_too(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert [place.key for place in found.places] == ["FRA:paris", "ITA:rome"]


@pytest.mark.parametrize(
    ("code", "words", "key"),
    [
        ("en", "The two spoke at his Ankara office.", "TUR:ankara"),
        ("fa", "هیئت، آنکارا را به مقصد رم ترک کرد.", "TUR:ankara"),
        ("ar", "القمة التي تحتضنها أنقرة في الربيع", "TUR:ankara"),
        ("ckb", "نامەکە لە ئەنقەرەشەوە گەیشت.", "TUR:ankara"),
        ("kmr", "Ew dixwazin şandeyekê rêkin Enqereyê.", "TUR:ankara"),
    ],
)
def test_what_is_done_in_a_capital_makes_it_the_place(read: Reader, code: str, words: str, key: str) -> None:
    _, found = read(code, words)
    assert key in [place.key for place in found.places]


def test_the_weekday_of_a_dateline_may_follow_a_preposition(read: Reader) -> None:
    _, found = read("ar", "سالم الفارس - مسقط في الأحد 19 مايو 2024")
    assert [place.key for place in found.places] == ["OMN:muscat"]


@pytest.mark.parametrize(
    ("words", "keys"),
    [("وزیر خارجه قطر به الجزیره گفت.", []), ("نشست وزیر خارجه الجزایر در الجزیره برگزار شد.", ["DZA:algiers"])],
)
def test_a_capital_called_like_an_outlet_is_meant_where_its_country_is_named(
    read: Reader, words: str, keys: list[str]
) -> None:
    _, found = read("fa", words)
    assert [place.key for place in found.places] == keys


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("وزیر تاجیکستان در دوشنبه سخن گفت.", ["TJK:dushanbe"]),
        ("نشست در دوشنبه برگزار می‌شود.", []),
    ],
)
def test_the_capital_that_is_called_like_monday_is_meant_where_its_country_is_named(
    read: Reader, words: str, keys: list[str]
) -> None:
    _, found = read("fa", words)
    assert [place.key for place in found.places] == keys


@pytest.mark.parametrize(
    "words",
    [
        "سيزور وزير الخارجية الكيني أنقرة يوم الأحد.",
        "زار وفد من وزارة الخارجية الكينية أنقرة أمس.",
        "استضافت أنقرة جولة من المحادثات بين كينيا وغانا.",
        "أنهى وزير الخارجية الكيني زيارته لأنقرة.",
    ],
)
def test_a_capital_that_somebody_visits_or_that_hosts_is_the_place(read: Reader, words: str) -> None:
    _, found = read("ar", words)
    assert [place.key for place in found.places] == ["TUR:ankara"]


def test_a_verb_of_going_reaches_no_capital_of_another_clause(read: Reader) -> None:
    _, found = read("ar", "زار الوزير مستشفى بينما رفضت أنقرة الاقتراح.")
    assert not found.places


@pytest.mark.parametrize(
    ("words", "place", "party"),
    [
        ("عقد الاجتماع في عمان يوم الأحد بين وزير الخارجية الأردني ونظيره المصري.", "JOR:amman", None),
        ("استقبل الملك عبدالله الثاني في عمان اليوم رئيس وزراء العراق.", "JOR:amman", None),
        ("استقبل سلطان عمان هيثم بن طارق في مسقط يوم الأحد وزير خارجية الهند.", "OMN:muscat", "OMN"),
        ("وصل وزير خارجية عمان بدر البوسعيدي إلى طهران.", "IRN:tehran", "OMN"),
    ],
)
def test_oman_and_amman_are_told_apart_by_who_is_named(read: Reader, words: str, place: str, party: str | None) -> None:
    _, found = read("ar", words)
    assert [entry.key for entry in found.places] == [place]
    assert [actor.key for actor in found.actors if actor.key == "OMN"] == ([party] if party else [])


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("لەئەنقەرە کۆبوونەوە.", "TUR:ankara"),
        ("خەڵکی قاهیرە ناڕازین.", "EGY:cairo"),
        ("دوێنێ لە بورسادا کۆبوونەوە.", "TUR:bursa"),
        ("شاندەکە لە بورساوە گەڕایەوە.", "TUR:bursa"),
        ("شاندەکە گەیشتە بورسا.", "TUR:bursa"),
    ],
)
def test_sorani_towns_with_endings_and_prepositions_are_places(read: Reader, words: str, place: str) -> None:
    _, found = read("ckb", words)
    assert ([p.key for p in found.places], [a.key for a in found.actors]) == ([place], [])
