"""Agreements: known ones, and others by their form."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader

from peyman.actors.agreements.named import year_of
from peyman.actors.recognise import find_actors
from peyman.dates import find_dates

FRAMEWORK = "us-iraq-strategic-framework-agreement-2008"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Under the Strategic Framework Agreement of 2008 they consulted."),
        ("fa", "آنان با استناد به توافق چارچوب راهبردی سال ۲۰۰۸ رایزنی کردند."),
        ("ar", "تشاوروا استناداً إلى اتفاقية الإطار الاستراتيجي لعام 2008."),
        ("ckb", "بەپێی ڕێککەوتننامەی چوارچێوەی ستراتیژی ساڵی ٢٠٠٨ ڕاوێژیان کرد."),
        ("kmr", "Li gorî Peymana Çarçoveya Stratejîk a sala 2008an şêwir kirin."),
    ],
)
def test_a_known_agreement_has_its_date_and_its_parties(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    (agreement,) = found.agreements
    assert (agreement.key, agreement.date, agreement.parties) == (FRAMEWORK, "2008", ["USA", "IRQ"])


@pytest.mark.parametrize(
    ("code", "words", "parties"),
    [
        ("en", "The 1994 water agreement between Jordan and Syria holds.", {"JOR", "SYR"}),
        ("fa", "توافق‌نامه مرزی سال ۱۹۹۴ میان اردن و سوریه پابرجاست.", {"JOR", "SYR"}),
        ("ar", "اتفاق المياه بين الأردن وسوريا لعام 1994 قائم.", {"JOR", "SYR"}),
        ("ckb", "ڕێککەوتنی ئاوی نێوان ئوردن و سووریا ساڵی ١٩٩٤ لە جێی خۆیەتی.", {"JOR", "SYR"}),
    ],
)
def test_an_unknown_agreement_is_told_by_its_form(read: Reader, code: str, words: str, parties: set[str]) -> None:
    _, found = read(code, words)
    (agreement,) = found.agreements
    assert set(agreement.parties) == parties
    assert agreement.date == "1994"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "They reached an agreement."),
        ("fa", "آنان به توافق رسیدند."),
        ("ar", "توصلوا إلى اتفاق."),
        ("ckb", "گەیشتنە ڕێککەوتن."),
        ("kmr", "Li hev hatin û rêkeftin çêbû."),
    ],
)
def test_agreeing_names_no_agreement(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert found.agreements == []


def test_a_resolution_is_told_by_its_number(read: Reader) -> None:
    _, found = read("en", "They recalled Security Council Resolution 1284.")
    assert [(a.key, a.kind) for a in found.agreements] == [("resolution:1284", "resolution")]


@pytest.mark.parametrize(
    ("digits", "edtf"), [("1994", "1994"), ("1399", "2020-03-20/2021-03-20"), ("1400", "2021-03-21/2022-03-20")]
)
def test_a_year_of_the_persian_calendar_is_the_days_that_it_spans(digits: str, edtf: str) -> None:
    assert year_of(digits) == edtf


@pytest.mark.parametrize(
    ("code", "words", "date"),
    [
        ("en", "They recalled the water agreement signed in Amman on 3 May 2019.", "2019-05-03"),
        ("en", "On 3 May 2019 the two sides signed a prisoner exchange agreement.", "2019-05-03"),
        ("fa", "به توافق آتش‌بسی که ۳ مه ۲۰۱۹ در امان امضا شد پایبندند.", "2019-05-03"),
        ("ar", "ذكّروا باتفاقية المياه المبرمة في 3 أيار/مايو 2019 في عمّان.", "2019-05-03"),
        ("ckb", "لە ٣ی ئایاری ٢٠١٩ لە عەممان ڕێککەوتنی ئاشتییان واژۆ کرد.", "2019-05-03"),
        ("kmr", "Wan di 3ê Gulana 2019an de peymana aştiyê îmze kir.", "2019-05-03"),
    ],
)
def test_the_day_of_signing_is_told_around_the_name(read: Reader, code: str, words: str, date: str) -> None:
    text, _ = read(code, words)
    found = find_actors(text, dates=find_dates(text, "2024-01-01"), published="2024-01-01")
    (agreement,) = found.agreements
    assert agreement.date == date


@pytest.mark.parametrize(
    "words",
    [
        "The ceasefire in Yemen enters into force on 3 May 2019.",
        "The ceasefire in Yemen holds until 3 May 2019.",
    ],
)
def test_the_day_on_which_it_takes_effect_or_ends_is_not_its_day(read: Reader, words: str) -> None:
    text, _ = read("en", words)
    (agreement,) = find_actors(text, dates=find_dates(text, "2024-01-01")).agreements
    assert agreement.date is None


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "They called for a comprehensive ceasefire."),
        ("fa", "خواستار آتش‌بس دائمی شدند."),
        ("ar", "دعوا إلى وقف دائم لإطلاق النار."),
        ("ckb", "داوای ئاگربەستی هەمیشەییان کرد."),
        ("kmr", "Ew agirbesteke daîmî dixwazin."),
        ("en", "There are 26 memoranda of understanding between Iraq and Turkey."),
        ("en", "He denied any memorandum of understanding."),
    ],
)
def test_words_that_fit_any_agreement_name_none(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert found.agreements == []


def test_one_agreement_has_one_key_in_every_language(read: Reader) -> None:
    sentences = {
        "en": "The water agreement between Jordan and Syria holds.",
        "fa": "توافق‌نامه آب میان اردن و سوریه پابرجاست.",
        "ar": "اتفاق المياه بين الأردن وسوريا قائم.",
        "ckb": "ڕێککەوتنی ئاوی نێوان ئوردن و سووریا لە جێی خۆیەتی.",
        "kmr": "Peymana avê ya navbera Urdun û Sûriyê berdewam e.",
    }
    found = [agreement for code, words in sentences.items() for agreement in read(code, words)[1].agreements]
    assert {agreement.key for agreement in found} == {"agreement:agreement:JOR+SYR:water"}
    assert {agreement.names["en"] for agreement in found} == {"Jordan-Syria water agreement"}


def test_two_days_are_two_agreements(read: Reader) -> None:
    text, _ = read(
        "en", "They signed a peace agreement on 3 May 2019. They had signed a peace agreement on 2 June 2011."
    )
    found = find_actors(text, dates=find_dates(text, "2024-01-01"), published="2024-01-01")
    assert [agreement.date for agreement in found.agreements] == ["2019-05-03", "2011-06-02"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("They signed the Anglo-Irish Agreement.", "Anglo-Irish Agreement"),
        ("Under the Status of Forces Agreement of 1966 the land is granted.", "Status of Forces Agreement of 1966"),
        ("The Mahakali Treaty of 1996 promised a dam.", "Mahakali Treaty of 1996"),
        ("The farmers recalled the Greentree Agreement.", "Greentree Agreement"),
        ("They reviewed the Trade and Fisheries Agreement of 2000.", "Trade and Fisheries Agreement of 2000"),
    ],
)
def test_capitals_before_the_head_are_the_name_of_an_agreement(read: Reader, words: str, name: str) -> None:
    _, found = read("en", words)
    assert [agreement.name for agreement in found.agreements] == [name]


def test_agreements_with_names_of_their_own_are_not_taken_for_one(read: Reader) -> None:
    _, found = read("en", "The Greentree Agreement is older than the Mahakali Agreement.")
    assert [agreement.name for agreement in found.agreements] == ["Greentree Agreement", "Mahakali Agreement"]


@pytest.mark.parametrize(
    "words",
    ["The Amazon Cooperation Treaty Organization was founded later.", "Last Tuesday the Plan was shown to villagers."],
)
def test_what_is_called_after_an_agreement_is_none(read: Reader, words: str) -> None:
    _, found = read("en", words)
    assert found.agreements == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("They upheld the Doha Agreement and UN Security Council Resolution 2254.", ["Doha Agreement", "2254"]),
        ("They discussed the 10 March agreement and the ceasefire in Sweida.", ["10 March agreement", "ceasefire in"]),
        ("They signed an agreement on trade and investment in Baghdad.", ["agreement on trade and investment"]),
    ],
)
def test_and_joins_what_is_part_of_a_name_but_not_another_agreement(read: Reader, words: str, names: list[str]) -> None:
    _, found = read("en", words)
    assert len(found.agreements) == len(names)
    assert all(name in entry.name for name, entry in zip(names, found.agreements, strict=True))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "They signed an agreement on the avoidance of double taxation."),
        ("fa", "موافقتنامه اجتناب از اخذ مالیات مضاعف امضا شد."),
        ("ar", "وقع الجانبان اتفاقية لتجنب الازدواج الضريبي."),
    ],
)
def test_what_states_often_agree_on_is_a_topic(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    (agreement,) = found.agreements
    assert agreement.key.endswith("double-taxation")


def test_a_ceasefire_agreement_is_one(read: Reader) -> None:
    _, found = read("en", "They discussed the first phase of the recently announced ceasefire agreement.")
    assert [(entry.name, entry.kind) for entry in found.agreements] == [("ceasefire agreement", "ceasefire")]


@pytest.mark.parametrize(
    ("code", "words", "key"),
    [
        ("en", "They signed a letter of intent on trade.", "letter-of-intent"),
        ("ar", "وقع الجانبان البرنامج التنفيذي للتعاون الأمني.", "programme"),
        ("fa", "دو طرف سند همکاری امنیتی را امضا کردند.", "programme"),
        ("ckb", "هەردوو لا بەرنامەی هاوکاریی ئەمنییان واژۆ کرد.", "programme"),
        ("kmr", "Her du aliyan bernameya hevkariyê ya ewlehiyê îmze kir.", "programme"),
    ],
)
def test_what_is_signed_under_another_name_is_an_agreement(read: Reader, code: str, words: str, key: str) -> None:
    _, found = read(code, words)
    assert [agreement.key.split(":")[1] for agreement in found.agreements] == [key]


def test_those_who_act_for_parties_tell_between_whom_a_memorandum_is(read: Reader) -> None:
    words = "The Ministry of Energy of Iraq and the Ministry of Trade of Hungary signed a memorandum of understanding."
    _, found = read("en", words)
    assert [agreement.parties for agreement in found.agreements] == [["IRQ", "HUN"]]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ckb", "عێراق و تورکیا یادداشتنامەیەکی هاوکارییان واژۆ کرد."),
        ("kmr", "Herdu welatan yaddaşta lihevgihiştinê ya Bexdayê îmze kirin."),
    ],
)
def test_memoranda_are_read_in_the_spellings_of_kurdish_pages(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert [agreement.kind for agreement in found.agreements] == ["memorandum"]


@pytest.mark.parametrize(
    ("code", "words", "key"),
    [
        ("kmr", "Her du alî li ser bicihanîna rêkeftina Şingalê axivîn.", "sinjar-agreement"),
        ("kmr", "Li gorî peymana 10'ê Adarê deriyên sînor dê vebin.", "sdf-damascus-10-march-2025"),
        ("kmr", "Peymana Duhokê ya 2014'an bingeh e.", "duhok-agreement-2014"),
        ("ckb", "بەپێی ڕێککەوتننامەکەی ١٠ی ئادار سنوورەکان دەکرێنەوە.", "sdf-damascus-10-march-2025"),
        ("ckb", "پەیماننامەی جەزائیر چل ساڵی تەمەنە.", "algiers-agreement-1975"),
    ],
)
def test_kurdish_pages_name_well_known_agreements_in_their_own_ways(
    read: Reader, code: str, words: str, key: str
) -> None:
    _, found = read(code, words)
    assert [agreement.key for agreement in found.agreements] == [key]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ar", "سلمت الوزارة القائم بالأعمال مذكرة احتجاج شديدة اللهجة."),
        ("ar", "أصدرت المحكمة مذكرة توقيف بحق الوزير."),
        ("ckb", "وەزارەت یاداشتێکی ناڕەزایی دایە باڵیۆز."),
    ],
)
def test_a_note_of_protest_and_a_warrant_are_no_agreements(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert found.agreements == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "A deal between Baghdad and Erbil was reached in spring."),
        ("fa", "توافق میان بغداد و اربیل در بهار به دست آمد."),
        ("ar", "الاتفاق بين بغداد وأربيل تم في الربيع."),
        ("ckb", "ڕێککەوتنی نێوان بەغدا و هەولێر لە بەهار کرا."),
    ],
)
def test_capitals_between_which_an_agreement_is_are_its_parties(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert [sorted(agreement.parties) for agreement in found.agreements] == [["IRQ", "IRQ-KRD"]]
    assert found.places == []
    assert {entry.key for entry in found.actors} == {"IRQ", "IRQ-KRD"}


@pytest.mark.parametrize(
    ("code", "words", "key"),
    [
        ("en", "They signed an oil deal in Ankara.", "TUR:ankara"),
        ("fa", "آنان یک توافق نفتی در آنکارا امضا کردند.", "TUR:ankara"),
        ("ar", "وقعوا اتفاق نفط في أنقرة.", "TUR:ankara"),
        ("ckb", "ڕێککەوتنی نەوت لە ئەنقەرە واژۆ کرا.", "TUR:ankara"),
        ("kmr", "Peymana petrolê li Enqereyê hat îmzekirin.", "TUR:ankara"),
    ],
)
def test_the_place_where_an_agreement_is_made_is_no_part_of_its_name(
    read: Reader, code: str, words: str, key: str
) -> None:
    _, found = read(code, words)
    assert [place.key for place in found.places] == [key]


def test_a_paper_is_named_by_the_name_that_it_was_given(read: Reader) -> None:
    _, found = read("en", "The ministers kept to the Velden Note of last year; they took note of the Principles.")
    assert [agreement.name for agreement in found.agreements] == ["Velden Note"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "The respective minutes were signed at the close of the session."),
        ("en", "The ministers signed four agreements on the day."),
        ("ar", "توجت الأشغال بالتوقيع على تسع عشرة مذكرة تفاهم."),
        ("fa", "وزیران پنج توافقنامه امضا کردند."),
        ("ckb", "وەزیرەکان پێنج ڕێککەوتنیان واژۆ کرد."),
        ("kmr", "Wezîran pênc peyman îmze kirin."),
    ],
)
def test_papers_that_are_only_counted_are_none_of_their_own(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert found.agreements == []


def test_the_truce_of_monday_is_not_that_of_the_town_called_so(read: Reader) -> None:
    _, found = read("fa", "این آتش‌بس دوشنبه تمدید شد و تاجیکستان از آن استقبال کرد.")
    assert all(
        "TJK:dushanbe" not in (agreement.key or "") and "dushanbe" not in (agreement.key or "")
        for agreement in found.agreements
    )
