"""Outlets that no table knows are told by where they stand."""

from __future__ import annotations

import pytest

from peyman import languages
from peyman.actors.recognise import find_actors
from peyman.text.analysis import analyse


def _outlets(code: str, words: str, publisher: str | None = None) -> list[str]:
    found = find_actors(analyse(words, languages.load(code)), outlet=publisher)
    return [actor.name for actor in found.actors if actor.outlet]


@pytest.mark.parametrize(
    ("code", "words", "name"),
    [
        ("en", "The two ministers met on Monday, Radio Varsk reported.", "Radio Varsk"),
        ("en", 'A source told the website "Varsk Online" that the talks go on.', "Varsk Online"),
        ("en", "The army chief flew to Muscat, Delta Herald reported.", "Delta Herald"),
        ("fa", "خبرگزاری «ورسک» گزارش داد که وزیر به مسقط رفت.", "ورسک"),
        ("fa", "به گزارش خبرگزاری ورسک، وزیر امور خارجه به مسقط رفت.", "خبرگزاری ورسک"),
        ("fa", "روزنامه عمانی «ورسک» نوشت که وزیر به اسلو رفت.", "ورسک"),
        ("ar", "ذكرت صحيفة «فارسك» أن الوزير زار مسقط.", "فارسك"),
        ("ar", "نقل موقع «فارسك» عن الوزير أن المباحثات مستمرة.", "فارسك"),
        ("ckb", 'ڕۆژنامەی "ڤارسک" نووسیویەتی کە وەزیر چووە مەسقەت.', "ڤارسک"),
        ("kmr", 'Rojnameya "Varsk" nivîsî ku wezîr çû Misqetê.', "Varsk"),
    ],
)
def test_a_word_for_an_outlet_tells_its_name(code: str, words: str, name: str) -> None:
    assert _outlets(code, words) == [name]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "The agency reported that the website was down."),
        ("en", "A Turkish newspaper wrote about the visit."),
        ("ar", "قصفت الطائرات موقع «فارسك» النووي."),
        ("ar", "ذكرت صحيفة محلية أن الوزير زار مسقط."),
        ("fa", "یک روزنامه ترکیه نوشت که وزیر رفت."),
        ("kmr", "Rojnameya Tirkî nivîsî ku wezîr çû."),
    ],
)
def test_a_word_for_an_outlet_without_a_name_names_none(code: str, words: str) -> None:
    assert _outlets(code, words) == []


def test_an_outlet_in_brackets_behind_a_place_is_one_and_a_reporter_behind_a_dash_is_not() -> None:
    assert _outlets("en", "BAGHDAD (Varskian) – The foreign minister met his guest.") == ["Varskian"]
    assert _outlets("ar", "بغداد - خالد المحمود - استقبل وزير الخارجية ضيفه.") == []


@pytest.mark.parametrize(
    ("code", "words", "publisher", "name"),
    [
        ("fa", "ورسکیان: وزیر امور خارجه به مسقط رفت.", "Varskian", "ورسکیان"),
        ("ar", "قال الوزير لصحيفتنا «تارسكيان» إن المباحثات مستمرة.", "Tarskian", "تارسكيان"),
        ("en", "The minister told Varskian Today that the talks go on.", "Varskian Today", "Varskian Today"),
    ],
)
def test_the_publisher_of_a_page_is_an_outlet_in_its_text(code: str, words: str, publisher: str, name: str) -> None:
    assert _outlets(code, words, publisher) == [name]


@pytest.mark.parametrize(
    ("words", "publisher", "names"),
    [
        ("تارسكيان 24 ـ العراق\nبقيت الأسعار مستقرة اليوم في المدينة.", "Tarskian 24", ["تارسكيان 24"]),
        ("تارسكيان ـ العراق\nبقيت الأسعار مستقرة اليوم في المدينة.", "Tarskian 24", []),
        ("مسقط - تارسكيان - نفى الوزير ما نشر أمس.", "Tarskian Agency", ["تارسكيان"]),
        ("الوزير يصل إلى مسقط\nدار القلم\nوصل الوزير أمس إلى مسقط والتقى نظيره فيها.", "Dar Al-Qalam", ["دار القلم"]),
    ],
)
def test_a_publisher_is_heard_with_its_number_between_dashes_and_in_a_line(
    words: str, publisher: str, names: list[str]
) -> None:
    assert _outlets("ar", words, publisher) == names


def test_the_publisher_s_own_name_in_latin_letters_is_the_english_one() -> None:
    text = analyse("ورسکیان: وزیر امور خارجه به مسقط رفت.", languages.load("fa"))
    entry = next(actor for actor in find_actors(text, outlet="Varskian").actors if actor.outlet)
    assert entry.names == {"en": "Varskian"}


def test_a_common_word_that_a_publisher_is_called_like_is_no_outlet() -> None:
    assert _outlets("fa", "وزیر امروز به شرق کشور رفت.", "Shargh") == []


def test_an_address_on_the_net_names_no_outlet() -> None:
    assert _outlets("en", "Write to desk@varskian.example or see www.varskian.example today.", "Varskian") == []


def test_an_outlet_of_a_state_is_that_state_s() -> None:
    text = analyse("به نوشته خبرگزاری دولتی ترکمنستان، وزیر به مسقط رفت.", languages.load("fa"))
    entry = next(actor for actor in find_actors(text).actors if actor.outlet)
    assert (entry.party, {mention.party for mention in entry.mentions}) == ("TKM", {None})


@pytest.mark.parametrize(
    ("code", "words", "named"),
    [
        ("fa", "به گزارش خبرگزاری کردپرس، معاون عمرانی استاندار ایلام از پایانه مرزی بازدید کرد.", "کردپرس"),
        ("ar", "أفادت وكالة كردبرس، مستشار الأمن القومي في العراق بأن الاجتماع انعقد.", "كردبرس"),
        ("kmr", "Li gorî Ajansa Kurdpress, cîgirê parêzgarê Îlamê serdana deriyê sînorî kir.", "Kurdpress"),
    ],
)
def test_a_known_agency_before_an_office_is_nobody_who_holds_it(code: str, words: str, named: str) -> None:
    found = find_actors(analyse(words, languages.load(code)))
    assert [actor.name for actor in found.actors if actor.outlet] == [named]
    assert not [actor.name for actor in found.actors if actor.kind == "person"]


def test_a_quotation_that_ends_behind_an_adjective_does_not_set_off_an_outlet() -> None:
    assert not _outlets("ar", 'قال الوزير إن الحريق "أضر بجميع الدول العربية".')
    assert _outlets("ar", 'قال الوزير لـ"العربية" إن الحريق أضر بالحقول.') == ["العربية"]


def test_agencies_and_fronts_of_other_countries_are_not_those_of_the_register() -> None:
    words = "أعلنت الوكالة الوطنية لإنعاش الحقول أن جبهة الخلاص الوطني في تونس رفضت الطلب."
    found = find_actors(analyse(words, languages.load("ar")))
    assert not {"LBN", "NAS"} & {actor.party for actor in found.actors}
