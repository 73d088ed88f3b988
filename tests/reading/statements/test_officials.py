"""Whose statement it is where a sentence does not say: officials at home, nouns alone, datelines, several in a row."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


def told(code: str, text: str, publisher: str | None = None) -> list[tuple[str, ...]]:
    """Return the parties of the statements of a page."""
    reading = read_text(text, language=code, published="2026-01-14", publisher=publisher)
    return [tuple(statement.parties) for statement in reading.statements]


def shown(code: str, text: str) -> dict[tuple[str, ...], str]:
    """Return by party the sentence in which its statement is shown."""
    reading = read_text(text, language=code, published="2026-01-14")
    starts = {tuple(s.parties): s.evidence[0][0] for s in reading.statements}
    return {parties: text[text.rfind("\n", 0, at) + 1 :].split("\n")[0] for parties, at in starts.items()}


@pytest.mark.parametrize(
    ("code", "text", "party"),
    [
        ("fa", "تهران - ایرنا - سخنگوی وزارت امور خارجه روز یکشنبه اعلام کرد که رییس‌جمهور ترکمنستان می‌آید.", "IRN"),
        ("fa", "تهران- ایرنا- سخنگوی وزارت امور خارجه روز یکشنبه اعلام کرد که رییس‌جمهور ازبکستان می‌آید.", "IRN"),
        (
            "ar",
            "مسقط - العمانية - أعلن المتحدث باسم وزارة الخارجية، الاثنين، أن رئيس بيرو سيزور السلطنة في مارس.",
            "OMN",
        ),
        ("kmr", "Hewlêr (Rûdaw) - Berdevkê Hikûmeta Herêma Kurdistanê got ku şandeya Tirkiyeyê dê were.", "IRQ-KRD"),
    ],
)
def test_an_outlet_before_a_dash_hides_no_speaker(code: str, text: str, party: str) -> None:
    assert told(code, text) == [(party,)]


def test_an_unnamed_spokesman_is_no_delegation_of_which_he_speaks() -> None:
    text = "Hewlêr (K24) - Berdevkê Hikûmetê got ku şandeya Tirkiyeyê dê sibê bigihîje Hewlêrê."
    assert ("TUR",) not in told("kmr", text)


def test_an_unnamed_source_behind_its_verb_is_not_whoever_arrives() -> None:
    text = "أفاد مصدر حكومي، اليوم السبت، بوصول مستشار الأمن القومي التركي إلى العاصمة العراقية."
    assert ("TUR",) not in told("ar", text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "A Spanish delegation visited Kobani on Monday.\nThe delegation said it would fund a water project there.",
        ),
        ("fa", "هیئتی از پارلمان اسپانیا از کوبانی دیدار کرد.\nاین هیئت اعلام کرد که پروژه آب را تامین می‌کند."),
        ("ar", "زار وفد من البرلمان الإسباني الرباط الاثنين.\nوقال الوفد إنه سيمول مشروعا للمياه."),
        ("ckb", "شاندێکی پەرلەمانی ئیسپانیا سەردانی کۆبانێی کرد.\nشاندەکە ڕایگەیاند کە پڕۆژەیەکی ئاو جێبەجێ دەکەن."),
    ],
)
def test_the_delegation_is_the_one_told_before(code: str, text: str) -> None:
    assert told(code, text) == [("ESP",)]


@pytest.mark.parametrize(
    ("publisher", "party"),
    [("Nairobi Ledger", ("KEN",)), ("Accra News", ())],
)
def test_officials_of_no_known_party_speak_for_the_home_of_the_page(publisher: str, party: tuple[str, ...]) -> None:
    text = (
        "The talks between Kenya and Somalia went on.\nThe Turkana Basin Authority said that Kenya would open the dam."
    )
    (parties,) = told("en", text, publisher)
    assert parties == party


@pytest.mark.parametrize("publisher", ["Bamako Today", "Manila Record", "Didban Mali"])
def test_a_paper_called_after_a_town_or_a_state_does_not_speak_for_it(publisher: str) -> None:
    reading = read_text(
        "The delegations of Nepal and Bhutan met in Thimphu on Thursday.",
        language="en",
        published="2026-01-14",
        publisher=publisher,
    )
    assert (reading.statements, reading.document.publisher) == ([], publisher)


STATEMENT_SAYS = {
    "en": "Oman's foreign ministry said in a statement that Minister Salim al-Rawahi called his Greek counterpart.\n"
    "The statement said the two ministers agreed to open a committee in May.",
    "ar": "ذكرت وزارة الخارجية اليونانية، في بيان، أن الوزير تلقى اتصالا من نظيره العماني.\n"
    "وأوضح البيان أن الوزيرين اتفقا على عقد اللجنة في مايو.",
    "fa": "وزارت خارجه یونان در بیانیه‌ای اعلام کرد که دو وزیر گفت‌وگو کردند.\n"
    "این بیانیه افزود که دو طرف کمیته را در خرداد تشکیل می‌دهند.",
    "ckb": "وەزارەتی دەرەوەی یۆنان لە بەیاننامەیەکدا ڕایگەیاند کە هەردوو وەزیر قسەیان کرد.\n"
    "بەیاننامەکە دەڵێت هەردوو وەزیر لە ئایاردا کۆدەبنەوە.",
    "kmr": "Wezareta Derve ya Yewnanistanê di daxuyaniyekê de ragihand ku herdu wezîr axivîn.\n"
    "Daxuyanî dibêje ku herdu wezîr dê bicivin.",
}


@pytest.mark.parametrize("code", STATEMENT_SAYS)
def test_a_statement_that_says_something_is_the_one_told_before(code: str) -> None:
    assert len(told(code, STATEMENT_SAYS[code])) == 1


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "Ghana's trade minister Kwame Asare and his Togolese counterpart Edem Lawson spoke to reporters in Lome.\n"
            "Asare said the border posts would stay open at night.\n"
            "Lawson, for his part, told reporters that a technical team would meet in June.",
        ),
        (
            "fa",
            "وزیران بازرگانی غنا و توگو پس از نشست لومه در جمع خبرنگاران سخن گفتند.\n"
            "کوامه آساره وزیر بازرگانی غنا گفت: گذرگاه‌های مرزی شب‌ها باز می‌ماند.\n"
            "ادم لاوسون وزیر بازرگانی توگو نیز اظهار داشت: گروه فنی در تیر ماه نشست خواهد داشت.",
        ),
    ],
)
def test_of_several_who_face_the_press_each_has_his_words(code: str, text: str) -> None:
    assert sorted(told(code, text)) == [("GHA",), ("TGO",)]


def test_a_statement_is_shown_where_its_speaker_speaks_alone() -> None:
    text = (
        "Musalia Mudavadi, the foreign minister of Kenya, and Ahmed Fiqi, the foreign minister of Somalia, "
        "held a press conference in Nairobi on Monday.\n"
        "Mudavadi said that the border would open in June.\n"
        "Fiqi said that Somalia would send its guards to the border."
    )
    assert shown("en", text) == {
        ("KEN",): "Mudavadi said that the border would open in June.",
        ("SOM",): "Fiqi said that Somalia would send its guards to the border.",
    }


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "أدان الاتحاد الدولي للصحفيين مقتل المصور سامر نبيل برصاص القوات الكينية."),
        ("ar", "عبر نادي المراسلين في مسقط عن حزنه لمقتل المصور الذي رافق عملية عسكرية كينية."),
        ("ar", "قالت منظمة أطباء بلا حدود إن القوات الكينية قصفت مستشفى."),
        ("ar", "ندد حزب الوحدة الشعبي بالغارات الكينية على الصومال."),
        ("fa", "اتحادیه بین‌المللی نویسندگان کشته شدن عکاس به دست نیروهای کنیا را محکوم کرد."),
    ],
)
def test_an_organisation_that_blames_a_state_does_not_speak_for_it(code: str, text: str) -> None:
    assert [s.parties for s in read_text(text, language=code).statements] == [[]]
