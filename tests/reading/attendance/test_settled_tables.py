"""Who sits at a table by the grammar of the text, whatever is named near it, in every language."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


def tables(language: str, text: str) -> list[set[str]]:
    reading = read_text(text, language=language, published="2026-01-14")
    return [set(meeting.parties) for meeting in reading.meetings]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "PRAIA - Ghana and Togo are still apart on fishing licences, an official said.\nThe second round, held "
            "under Norwegian mediation on January 8, ended without an agreement.",
        ),
        (
            "fa",
            "پرایا - دولت غنا و دولت توگو هنوز بر سر مجوز ماهیگیری اختلاف دارند.\n"
            "دور دوم مذاکرات که روز ۸ ژانویه با میانجیگری نروژ برگزار شد بدون توافق پایان یافت.",
        ),
        (
            "ar",
            "برايا - لا تزال حكومة غانا وحكومة توغو مختلفتين بشأن رخص الصيد.\n"
            "وانتهت الجولة الثانية من المفاوضات، التي عقدت بوساطة نرويجية في 8 يناير، دون اتفاق.",
        ),
        (
            "ckb",
            "پرایا - حکومەتی غانا و حکومەتی تۆگۆ هێشتا لەسەر مۆڵەتی ماسیگرتن ناکۆکن.\n"
            "گەڕی دووەمی دانوستانەکان ڕۆژی 8ی کانوونی دووەم بە نێوەندگیریی نەرویج بەڕێوەچوو و بێ ڕێککەوتن کۆتایی هات.",
        ),
        (
            "kmr",
            "PRAIA - Hikûmeta Ganayê û hikûmeta Togoyê hê jî li ser destûrên masîgiriyê li hev nakin.\n"
            "Gera duyem a danûstandinan di 8ê Çileyê de bi navbeynkariya Norwêcê hat lidarxistin û bê peyman ma.",
        ),
    ],
)
def test_a_mediator_sits_with_those_named_before(language: str, text: str) -> None:
    assert {"GHA", "TGO", "NOR"} in tables(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The foreign minister of Ghana, Kofi Asante, briefed his colleagues on the outcome of the meeting between "
            "the president of Liberia, Luc Adjovi, and the president of Togo, Yao Mensah, in Lome on January 10.",
        ),
        (
            "fa",
            "«کوفی آسانته» وزیر خارجه غنا همتایان خود را در جریان دیدار «لوک آجووی» رئیس‌جمهوری لیبریا و «یائو منساه» "
            "رئیس‌جمهوری توگو در لومه که روز ۱۰ ژانویه انجام شد گذاشت.",
        ),
        (
            "ar",
            "أطلع وزير خارجية غانا كوفي أسانتي نظراءه في المنطقة على نتائج اللقاء بين رئيس ليبيريا لوك أجوفي ورئيس "
            "توغو ياو منساه الذي عقد في لومي في 10 يناير.",
        ),
        (
            "ckb",
            "کۆفی ئاسانتێ، وەزیری دەرەوەی غانا، هاوتاکانی لە ئەنجامی کۆبوونەوەی نێوان لوک ئاجۆڤی، سەرۆکی لیبیریا و "
            "یائۆ مێنسا، سەرۆکی تۆگۆ، لە لۆمێ لە 10ی کانوونی دووەم ئاگادار کردەوە.",
        ),
        (
            "kmr",
            "Wezîrê Derve yê Ganayê Kofi Asante hevpîşeyên xwe ji encama hevdîtina di navbera Serokê Lîberyayê "
            "Luc Adjovi û Serokê Togoyê Yao Mensah de ya di 10ê Çileyê de li Lomeyê agahdar kirin.",
        ),
    ],
)
def test_who_tells_of_a_meeting_between_others_sits_at_none(language: str, text: str) -> None:
    assert tables(language, text) == [{"LBR", "TGO"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "After his visit to Peru on January 6, the Irish foreign minister, Sean Daly, arrived in Chile, and on "
            "Thursday he met in Santiago with officials of that country.",
        ),
        (
            "fa",
            "شان دیلی وزیر خارجه ایرلند پس از سفر ۶ ژانویه به پرو وارد شیلی شد و روز پنجشنبه در سانتیاگو با مقامات این "
            "کشور دیدار کرد.",
        ),
        (
            "ar",
            "بعد زيارته إلى بيرو في 6 يناير، وصل وزير الخارجية الأيرلندي شون ديلي إلى تشيلي، والتقى الخميس في سانتياغو "
            "مسؤولين من هذا البلد.",
        ),
        (
            "ckb",
            "دوای سەردانەکەی 6ی کانوونی دووەم بۆ پیرۆ، شۆن دەیلی، وەزیری دەرەوەی ئێرلەندا، گەیشتە چیلی و ڕۆژی "
            "پێنجشەممە لە سانتیاگۆ لەگەڵ بەرپرسانی ئەو وڵاتە کۆبووەوە.",
        ),
        (
            "kmr",
            "Piştî serdana xwe ya Perûyê di 6ê Çileyê de, Wezîrê Derve yê Îrlandayê Sean Daly gihîşt Şîliyê û roja "
            "Pêncşemê li Santiagoyê bi berpirsên wî welatî re civiya.",
        ),
    ],
)
def test_whoever_is_only_the_goal_of_another_journey_is_not_met(language: str, text: str) -> None:
    assert tables(language, text) == [{"IRL", "PER"}, {"IRL", "CHL"}]


def test_a_delegation_that_comes_to_a_region_meets_the_region() -> None:
    found = tables(
        "fa", "هیئتی از وزارت کشاورزی اسلواکی هفته گذشته به اربیل آمد و با وزیر کشاورزی اقلیم کوردستان دیدار کرد."
    )
    assert {frozenset(table) for table in found} == {frozenset({"SVK", "IRQ-KRD"})}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ckb", "هەولێر، ٢ی ئازاری ٢٠٢٦\nشاندێکی پەرلەمانی سلۆڤاکیا ئەمڕۆ گەیشتە هەولێر."),
        ("kmr", "Hewlêr, 2ê Adara 2026\nŞandeke Wezareta Derve ya Slovakyayê îro gihîşt Hewlêrê."),
        ("en", "Erbil, 2 March 2026\nA Slovak Foreign Ministry delegation arrived in Erbil today."),
    ],
)
def test_a_journey_to_a_town_of_a_region_is_none_to_its_state(language: str, text: str) -> None:
    assert tables(language, text) == [{"SVK", "IRQ-KRD"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Talks between Ghana and Togo resume on January 20, the office of the UN envoy said."),
        (
            "ckb",
            "نووسینگەی نێردەی نەتەوە یەکگرتووەکان ڕایگەیاند، "
            "گفتوگۆکانی نێوان غانا و تۆگۆ ڕۆژی 20ی کانوونی دووەم دەست پێ دەکەنەوە.",
        ),
        (
            "kmr",
            "Ofîsa nûnerê Neteweyên Yekbûyî ragihand ku "
            "hevdîtinên di navbera Gana û Togoyê de dê di 20ê Çileyê de dîsa dest pê bikin.",
        ),
    ],
)
def test_who_only_says_when_others_meet_sits_at_no_table(language: str, text: str) -> None:
    assert tables(language, text) == [{"GHA", "TGO"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Irish foreign minister, Sean Daly, is in Lima, Peru. On Monday he met with the premier of Laos."),
        ("fa", "شان دیلی وزیر خارجه ایرلند در لیما، پرو، به سر می‌برد. او روز دوشنبه با نخست‌وزیر لائوس دیدار کرد."),
    ],
)
def test_he_is_no_country_in_which_a_town_lies(language: str, text: str) -> None:
    assert {"IRL", "LAO"} in tables(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "أعلنت بيرو أن كينيا وعمان وقعتا اتفاقا تجاريا."),
        ("en", "Peru announced that Kenya and Oman had signed a trade agreement."),
        ("kmr", "Perûyê ragihand ku Kenya û Omanê peymaneke bazirganiyê îmze kirin."),
        ("fa", "پرو اعلام کرد که کنیا و عمان توافق تجاری امضا کردند."),
        ("ckb", "پیرۆ ڕایگەیاند کە کینیا و عومان ڕێککەوتنێکی بازرگانییان واژۆ کرد."),
    ],
)
def test_who_announces_that_two_others_signed_did_not(language: str, text: str) -> None:
    (signing,) = read_text(text, language=language, published="2024-03-06").meetings
    assert set(signing.parties) == {"KEN", "OMN"}
