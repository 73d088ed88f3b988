"""Counterparts in a row, each met by himself, and verbs of meeting that a conjunction joins."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

#: Each stands behind a preposition of its own.
PREPOSITION_AGAIN = [
    (
        "en",
        "The Foreign Minister of Chile, Rodrigo Peralta, met with the President of Latvia, Ilze Ozola, and with the"
        " Speaker of the Parliament, Maris Briedis, on Monday.",
    ),
    ("fa", "وزیر خارجه شیلی روز دوشنبه با ایلزه اوزولا رئیس‌جمهور لتونی و با ماریس بریدیس رئیس پارلمان دیدار کرد."),
    ("ar", "اجتمع وزير خارجية تشيلي يوم الاثنين مع رئيسة لاتفيا إيلزه أوزولا، ومع رئيس البرلمان ماريس بريديس."),
    (
        "ckb",
        "وەزیری دەرەوەی چیلی ڕۆژی دووشەممە لەگەڵ ئیلزێ ئۆزۆلا، سەرۆککۆماری لاتڤیا و لەگەڵ ماریس بریدیس، سەرۆکی پەرلەمان"
        " کۆبووەوە.",
    ),
    (
        "kmr",
        "Wezîrê Derve yê Şîlî roja Duşemê bi Serokkomara Letonyayê Ilze Ozola re û bi Serokê Parlamentoyê Maris Briedis"
        " re civiya.",
    ),
]
#: The words say that one was met after the other.
ONE_AFTER_THE_OTHER = [
    (
        "en",
        "On Monday the Special Envoy of Switzerland, Regula Amstutz, first met Moldova's Prime Minister Ion Cebanu,"
        " then the Minister of Agriculture, Vera Lungu, and finally the Speaker of Parliament, Petru Rusan.",
    ),
    (
        "fa",
        "رگولا آمشتوتس نماینده ویژه سوئیس روز دوشنبه ابتدا با یون چبانو نخست‌وزیر مولداوی، سپس با ورا لونگو وزیر"
        " کشاورزی و در پایان با پترو روسان رئیس پارلمان دیدار کرد.",
    ),
    (
        "ckb",
        "ڕێگولا ئامشتوتس، نێردەی تایبەتی سویسرا، ڕۆژی دووشەممە سەرەتا لەگەڵ یۆن چێبانو، سەرۆکوەزیرانی مۆڵدۆڤا، پاشان"
        " لەگەڵ ڤێرا لونگو، وەزیری کشتوکاڵ و دواتر لەگەڵ پێترو ڕوسان، سەرۆکی پەرلەمان کۆبووەوە.",
    ),
    (
        "kmr",
        "Nûnera Taybet a Swîsreyê Regula Amstutz roja Duşemê pêşî bi Serokwezîrê Moldovayê Ion Cebanu re, paşê bi"
        " Wezîra Çandiniyê Vera Lungu re û dawiyê jî bi Serokê Parlamentoyê Petru Rusan re civiya.",
    ),
]
#: Verbs that a conjunction joins, each with a counterpart of its own.
JOINED = [
    (
        "en",
        "Jordan's Minister of Water, Sami Haddadin, received the Ambassador of Norway, Liv Hansen, on Monday and held"
        " talks with the Minister of Energy of Cyprus, Andreas Loizou.",
    ),
    (
        "fa",
        "سامی حدادین وزیر آب اردن روز دوشنبه با لیو هانسن سفیر نروژ دیدار و با آندریاس لوئیزو وزیر انرژی قبرس تلفنی"
        " گفت‌وگو کرد.",
    ),
    (
        "ar",
        "استقبل وزير المياه الأردني سامي حدادين، يوم الاثنين، سفيرة النرويج ليف هانسن، كما اجتمع مع وزير الطاقة القبرصي"
        " أندرياس لويزو.",
    ),
    (
        "ckb",
        "سامی حەددادین، وەزیری ئاوی ئوردن، ڕۆژی دووشەممە لەگەڵ لیڤ هانسن، باڵیۆزی نەرویج کۆبووەوە و لەگەڵ ئەندریاس"
        " لۆیزۆ، وەزیری وزەی قوبرس دیداری کرد.",
    ),
    (
        "kmr",
        "Wezîrê Avê yê Urdinê Samî Hedadîn roja Duşemê bi Balyoza Norwêcê Liv Hansen re civiya û bi Wezîrê Enerjiyê yê"
        " Qibrisê Andreas Loizou re hevdîtin kir.",
    ),
]
#: Several who sit at one table, and one encounter that two words tell.
TOGETHER = [
    ("en", "The Foreign Minister of Chile met and held talks with the President of Latvia, Ilze Ozola, on Monday."),
    (
        "en",
        "The Foreign Minister of Chile met with the President of Latvia, together with a minister, Ana Cruz.",
    ),
    ("fa", "وزیر خارجه شیلی روز دوشنبه با ایلزه اوزولا رئیس‌جمهور لتونی دیدار و گفت‌وگو کرد."),
    ("ar", "التقى وزير خارجية تشيلي رئيسة لاتفيا إيلزه أوزولا واجتمع معها يوم الاثنين."),
    ("ckb", "وەزیری دەرەوەی چیلی ڕۆژی دووشەممە لەگەڵ ئیلزێ ئۆزۆلا، سەرۆککۆماری لاتڤیا دانیشت و کۆبووەوە."),
    ("kmr", "Wezîrê Derve yê Şîlî roja Duşemê bi Serokkomara Letonyayê Ilze Ozola re rûnişt û civiya."),
]


def tables(language: str, sentence: str) -> list[set[str]]:
    reading = read_text(sentence, language=language, published="2024-05-16")
    return [set(m.parties) for m in reading.meetings if m.kind != "visit"]


@pytest.mark.parametrize(("language", "sentence"), PREPOSITION_AGAIN, ids=[p[0] for p in PREPOSITION_AGAIN])
def test_each_behind_the_preposition_once_more_is_met_by_himself(language: str, sentence: str) -> None:
    assert tables(language, sentence) == [{"CHL", "LVA"}, {"CHL", "LVA"}]


@pytest.mark.parametrize(("language", "sentence"), ONE_AFTER_THE_OTHER, ids=[p[0] for p in ONE_AFTER_THE_OTHER])
def test_one_after_the_other_of_one_party(language: str, sentence: str) -> None:
    assert tables(language, sentence) == [{"CHE", "MDA"}] * 3


@pytest.mark.parametrize(("language", "sentence"), JOINED, ids=[p[0] for p in JOINED])
def test_joined_verbs_tell_each_of_its_own(language: str, sentence: str) -> None:
    assert tables(language, sentence) == [{"JOR", "NOR"}, {"JOR", "CYP"}]


@pytest.mark.parametrize(("language", "sentence"), TOGETHER, ids=range(len(TOGETHER)))
def test_one_encounter_stays_one(language: str, sentence: str) -> None:
    assert tables(language, sentence) == [{"CHL", "LVA"}]


def test_several_states_behind_a_preposition_once_more_are_one_table() -> None:
    sentence = (
        "The United States held a call with the leaders of France and Italy and with the leaders of Germany on Monday."
    )
    assert len(tables("en", sentence)) == 1


def test_who_received_somebody_goes_on_as_he() -> None:
    text = (
        "The Minister of Water of Jordan, Sami Haddadin, received on Monday the Ambassador of Norway, Liv Hansen. He"
        " also received the Ambassador of Malaysia, Azlan Yusof."
    )
    assert tables("en", text) == [{"JOR", "NOR"}, {"JOR", "MYS"}]


def test_who_received_somebody_goes_on_as_he_where_the_verb_comes_last() -> None:
    text = (
        "سامی حدادین وزیر آب اردن روز دوشنبه لیو هانسن سفیر نروژ را به حضور پذیرفت. وی همچنین با ازلان یوسف سفیر مالزی"
        " دیدار کرد."
    )
    assert tables("fa", text) == [{"JOR", "NOR"}, {"JOR", "MYS"}]


#: Whoever is met is listed below, an item each.
LISTED_BELOW = [
    (
        "en",
        "President Tomas Berg of Iceland will visit Ecuador next week. During the visit he will hold meetings with:\n"
        "- the President of Ecuador, Lucia Andrade;\n- the Minister of Fisheries, Pablo Cueva.",
    ),
    (
        "fa",
        "توماس برگ رئیس‌جمهور ایسلند هفته آینده به اکوادور سفر خواهد کرد و در این سفر با این افراد دیدار می‌کند:\n"
        "- لوسیا آندراده، رئیس‌جمهور اکوادور\n- پابلو کوئوا، وزیر شیلات",
    ),
    (
        "ar",
        "يزور رئيس آيسلندا توماس بيرغ الإكوادور الأسبوع المقبل، ويلتقي خلال الزيارة:\n"
        "- رئيسة الإكوادور لوسيا أندرادي\n- وزير الصيد البحري بابلو كويفا",
    ),
    (
        "ckb",
        "تۆماس بێرگ، سەرۆکی ئایسلەندا، هەفتەی داهاتوو سەردانی ئیکوادۆر دەکات و لەگەڵ ئەمانە کۆدەبێتەوە:\n"
        "- لوسیا ئاندرادێ، سەرۆککۆماری ئیکوادۆر\n- پابلۆ کوێڤا، وەزیری ماسیگرتن",
    ),
]


@pytest.mark.parametrize(("language", "text"), LISTED_BELOW, ids=[p[0] for p in LISTED_BELOW])
def test_each_item_of_a_list_below_is_met_by_himself(language: str, text: str) -> None:
    assert tables(language, text) == [{"ISL", "ECU"}, {"ISL", "ECU"}]


def test_a_list_goes_on_behind_full_stops() -> None:
    text = (
        "أجرى وزير الفلاحة الجزائري، عبد القادر بن زيان، جلسات عمل ثنائية مع كل من وزيرة الزراعة لجمهورية رواندا،"
        " جان أوواسي. ووزير الزراعة لجمهورية ناميبيا، بيتر شيكونغو."
    )
    assert tables("ar", text) == [{"DZA", "RWA"}, {"DZA", "NAM"}]


def test_items_below_a_clause_that_tells_of_no_encounter_are_no_encounters() -> None:
    text = "Iceland and Ecuador named envoys:\n- the Minister of Fisheries, Pablo Cueva;\n- the Mayor, Ana Roa."
    assert tables("en", text) == []


#: The speaker of parliament is met apart from the president; ministers of one government are not.
POWERS = [
    (
        "en",
        "Chile's Foreign Minister met the President of Latvia, Ilze Ozola, and"
        " the Speaker of Parliament, Maris Briedis.",
        2,
    ),
    ("fa", "وزیر خارجه شیلی با ایلزه اوزولا رئیس‌جمهور لتونی و ماریس بریدیس رئیس پارلمان این کشور دیدار کرد.", 2),
    (
        "kmr",
        "Wezîrê Derve yê Şîlî bi Serokkomara Letonyayê Ilze Ozola û Serokê Parlamentoyê Maris Briedis re civiya.",
        2,
    ),
    (
        "en",
        "Chile's Foreign Minister met the President of Latvia, Ilze Ozola, and the Minister of Trade, Maris Briedis.",
        1,
    ),
    ("fa", "وزیر خارجه شیلی با ایلزه اوزولا رئیس‌جمهور لتونی و ماریس بریدیس وزیر بازرگانی این کشور دیدار کرد.", 1),
]


@pytest.mark.parametrize(("language", "sentence", "count"), POWERS, ids=range(len(POWERS)))
def test_heads_of_parliament_are_met_apart_from_the_government(language: str, sentence: str, count: int) -> None:
    assert tables(language, sentence) == [{"CHL", "LVA"}] * count


#: Two who are called are called one by one, unless they were on one line.
CALLED = [
    ("en", "Benin's foreign minister spoke by phone with his Ghanaian and Togolese counterparts on Monday.", 2),
    ("en", "Benin's foreign minister held a trilateral call with his Ghanaian and Togolese counterparts on Monday.", 1),
    ("fa", "وزیر خارجه بنین روز دوشنبه با همتایان غنایی و توگویی خود تلفنی گفت‌وگو کرد.", 2),
    ("kmr", "Wezîrê Derve yê Benînê roja Duşemê bi hevpîşeyên xwe yên Gana û Togoyê re bi telefonê axivî.", 2),
]


@pytest.mark.parametrize(("language", "sentence", "count"), CALLED, ids=range(len(CALLED)))
def test_two_who_are_called_are_called_one_by_one(language: str, sentence: str, count: int) -> None:
    assert len(tables(language, sentence)) == count


def test_whose_minister_is_met_may_stand_before_his_office() -> None:
    text = (
        "The Minister of Industry of Chile met on Monday with Latvia's Minister of Trade, Ilze Ozola, and with the"
        " Mayor of Riga, Maris Briedis."
    )
    assert tables("en", text) == [{"CHL", "LVA"}, {"CHL", "LVA"}]


def test_who_comes_along_with_whoever_meets_is_not_met() -> None:
    text = (
        "A delegation of the Ministry of Health of Uganda, with Permanent Secretary Peter Okello, met on Monday with"
        " the Minister of Health of Rwanda, Jean Habimana, in Kigali."
    )
    assert tables("en", text) == [{"UGA", "RWA"}]
