"""Whose an undertaking is by grammar alone: the subject of its verb, those joined to it, a title that one party has."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_commitment

from peyman.reading.reader import read_text


def bound_by(language: str, text: str, **more: str) -> set[str]:
    return set(only_commitment(read_text(text, source="x", published="2026-01-14", language=language, **more)).by)


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "The Namibian side agreed to work together with the Botswana side against cattle theft.", {"NAM"}),
        (
            "en",
            "Vietnamese Trade Minister Nguyen Van Khoa met Lao ambassador Bounmy Sisavath on Tuesday. She also "
            "received Cambodian Trade Minister Sok Dara, and they agreed to open a joint market.",
            {"VNM", "KHM"},
        ),
        (
            "fa",
            "وزیر حمل و نقل عمان در تماس تلفنی با وزیر حمل و نقل قطر درباره پروازها گفتگو کرد. سالم البوسعیدی، وزیر "
            "حمل و نقل عمان، به همتای قطری خود قول داد که فرودگاه صلاله به روی پروازهای قطر باز شود.",
            {"OMN"},
        ),
        (
            "ar",
            "وعد الرئيس الكيني جوزيف وانياما ونظيره الإثيوبي داويت تكلي بفتح الطريق قبل مطلع مايو.",
            {"KEN", "ETH"},
        ),
        ("en", "Zambia raised the matter of the stolen cattle and Malawi agreed to send its vets.", {"MWI"}),
        ("ar", "قال الوزير الأوغندي إن السودان جار شقيق وأوغندا مستعدة لاستضافة المحادثات.", {"UGA"}),
    ],
    ids=[
        "one side alone",
        "they, who met",
        "not whom it is promised",
        "a subject with his colleague",
        "the subject of a clause of its own",
        "the same behind a noun",
    ],
)
def test_the_subject_of_the_verb_undertakes(language: str, text: str, parties: set[str]) -> None:
    assert bound_by(language, text) == parties


@pytest.mark.parametrize(
    ("language", "text", "party"),
    [
        (
            "ar",
            "استقبل رئيس إقليم كردستان نيجيرفان بارزاني القنصل العام الكوري لي سانغ هون. من جانبه جدد القنصل العام "
            "التزام بلاده بتمويل مستشفى الأطفال في السليمانية.",
            "KOR",
        ),
        (
            "kmr",
            "Şandeyeke Norwêcê serdana Rêveberiya Xweser kir. Şandeyê diyar kir ku ew ê du nexweşxaneyan ava bike.",
            "NOR",
        ),
        (
            "ckb",
            "نێچیرڤان بارزانی، سەرۆکی هەرێمی کوردستان، پێشوازی لە ئەلێکساندەر ستوب، سەرۆکی کۆماری فینلاند کرد.\n\nلە "
            "کۆبوونەوەکەدا سەرۆک ستوب دووپاتی کردەوە کە وڵاتەکەی لە ڕاهێنانی هێزی پێشمەرگە بەردەوام دەبێت.",
            "FIN",
        ),
    ],
)
def test_a_title_that_one_party_alone_has_names_it(language: str, text: str, party: str) -> None:
    assert bound_by(language, text) == {party}


@pytest.mark.parametrize(
    ("language", "text", "party"),
    [
        (
            "en",
            "An International Monetary Fund team visited Zambia. “The authorities have committed to publish all mining "
            "contracts,” the Fund said.",
            "ZMB",
        ),
        (
            "ar",
            "اختتمت بعثة من صندوق النقد الدولي زيارة إلى موريتانيا. وقالت البعثة إن السلطات تعهدت بنشر العقود "
            "المنجمية.",
            "MRT",
        ),
    ],
)
def test_the_authorities_of_whom_an_organisation_speaks_are_those_of_the_state(
    language: str, text: str, party: str
) -> None:
    assert bound_by(language, text) == {party}


def test_the_authorities_of_nobody_in_particular_are_not_taken_for_the_first_state_named() -> None:
    text = "Kenya and Ethiopia discussed the border. The authorities promised to reopen it."
    assert bound_by("en", text) != {"KEN"}


def test_whoever_an_entry_of_a_list_names_behind_by_undertakes_it_alone() -> None:
    text = (
        "The European Union and Gabon held talks on fishing in Libreville. The two sides agreed on the following:\n"
        "• Release by the EU of the second payment before the end of the year;\n"
    )
    assert bound_by("en", text) == {"EUR"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "A delegation of the Sudanese government met officials of South Sudan in Juba under Qatari mediation. "
            "The two sides agreed to reopen three border crossings.",
        ),
        (
            "fa",
            "نمایندگان سودان و نمایندگان سودان جنوبی با میانجیگری قطر گفتگو کردند. دو طرف توافق کردند سه گذرگاه "
            "مرزی را باز کنند.",
        ),
        ("ar", "اجتمع وفدا السودان وجنوب السودان بوساطة قطر. واتفق الطرفان على فتح ثلاثة معابر."),
    ],
)
def test_who_mediates_is_none_of_the_two_sides(language: str, text: str) -> None:
    assert bound_by(language, text) == {"SDN", "SSD"}


def test_an_oblique_pronoun_before_a_verb_of_the_past_is_whoever_acted() -> None:
    text = (
        "Wezîra Koçberiyê ya Danîmarkayê Mette Holm bi Wezîrê Navxwe yê Iraqê re civiya. "
        "Wê soz da ku sê mehan carekê dê hejmaran bide Iraqê."
    )
    assert bound_by("kmr", text) == {"DNK"}


def test_a_hope_does_not_govern_the_undertaking_behind_its_comma() -> None:
    text = "أكد الملك عبدالله أهمية السلام، مجددا التزام الأردن بمواصلة استقبال الجرحى من سوريا."
    assert bound_by("ar", text) == {"JOR"}


def test_whoever_is_cited_and_the_other_side_behind_the_comma_are_two() -> None:
    text = (
        "وزیر آب عراق، عون الجبوری، با وزیر آب ترکیه، مراد آیدین، گفتگو کرد. به گفته الجبوری، طرف ترکیه متعهد شد "
        "روزانه ۳۰۰ متر مکعب آب رها کند."
    )
    assert bound_by("fa", text) == {"TUR"}


def test_taking_no_part_is_refused_with_what_it_is_between_noun_and_verb() -> None:
    text = (
        "شاندی کۆمەڵی دادگەری لەگەڵ شاندی پارتی دیموکراتی کوردستان کۆبووەوە. وتەبێژی کۆمەڵی دادگەریی کوردستان، ڕێبوار "
        "حەمەد، گوتی کۆمەڵی دادگەری بەشداری لە حکومەتی داهاتوودا ناکات."
    )
    assert bound_by("ckb", text) == {"KJG"}


def test_his_country_is_that_of_a_style_alone_for_somebody_named_before() -> None:
    text = (
        "اجتمع وزير الخارجية القطري سالم الكواري مع المبعوث الأمريكي. وأعرب معاليه عن تقدير دولة قطر للجهود الأمريكية، "
        "مؤكدا أن بلاده ستواصل العمل مع مصر لتنفيذ الاتفاق."
    )
    assert bound_by("ar", text) == {"QAT"}


def test_it_is_the_one_who_announces_what_it_will_do() -> None:
    text = (
        "Kenya's foreign ministry announced on Sunday that it will meet the Somali envoy, and that it will pay in May."
    )
    assert bound_by("en", text) == {"KEN"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Under the terms of the truce announced in Juba on 2 April 2025, both sides will cease hostilities and "
            "open the road. Uganda guarantees the implementation of the agreement and will deploy observers.",
        ),
        (
            "fa",
            "بر پایه آتش‌بسی که روز ۱۳ فروردین ۱۴۰۴ در جوبا اعلام شد، دو طرف از نیمه‌شب جمعه درگیری‌ها را متوقف می‌کنند. "
            "اوگاندا اجرای توافق را تضمین می‌کند.",
        ),
        (
            "ckb",
            "بەپێی ئاگربەستەکە کە ڕۆژی ٢ی نیسانی ٢٠٢٥ لە جوبا ڕاگەیەندرا، هەردوولا لە نیوەشەوی هەینییەوە شەڕ ڕادەگرن. "
            "ئۆگاندا جێبەجێکردنی ڕێککەوتنەکە گەرەنتی دەکات.",
        ),
    ],
)
def test_both_sides_are_nobody_where_only_one_party_is_named(language: str, text: str) -> None:
    reading = read_text(text, source="x", language=language)
    assert [one.by for one in reading.commitments] == [[], ["UGA"]]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("قالت نيروبي إنها ستستدعي السفير العماني.", {"KEN"}),
        ("أعلنت الخارجية الكينية أنها ستطرد القائم بالأعمال العماني.", {"KEN"}),
        ("قال الرئيس الكيني إنه سيسلم رئيس الوزراء العماني رسالة.", {"KEN"}),
        ("قال الوزير العماني إن كينيا أعلنت أنها ستسحب قواتها من الصومال.", {"KEN"}),
    ],
)
def test_the_pronoun_of_that_means_whoever_says_so_and_not_the_object_behind_the_verb(
    text: str, parties: set[str]
) -> None:
    assert bound_by("ar", text) == parties
