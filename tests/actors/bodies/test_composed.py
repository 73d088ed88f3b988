"""Bodies composed from words, and what they need to be named."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader

from peyman.actors.bodies.body_types import body_types
from peyman.actors.recognise import to_models


@pytest.mark.parametrize(
    ("code", "words", "key"),
    [
        ("en", "The Jordanian Ministry of Water said so.", "JOR:ministry:water-resources"),
        ("en", "Jordan's Ministry of Water said so.", "JOR:ministry:water-resources"),
        ("en", "The Ministry of Water of Jordan said so.", "JOR:ministry:water-resources"),
        ("fa", "وزارت منابع آب اردن چنین گفت.", "JOR:ministry:water-resources"),
        ("ar", "قالت وزارة المياه الأردنية ذلك.", "JOR:ministry:water-resources"),
        ("ar", "قالت وزارة الموارد المائية في المملكة الأردنية الهاشمية ذلك.", "JOR:ministry:water-resources"),
        ("ckb", "وەزارەتی ئاوی ئوردن وای گوت.", "JOR:ministry:water-resources"),
        ("kmr", "Wezareta Avê ya Urdunê wisa got.", "JOR:ministry:water-resources"),
        ("fa", "وزارت پیشمرگه‌ی کوردستان چنین گفت.", "IRQ-KRD:ministry:peshmerga-affairs"),
        ("ckb", "وەزارەتی کاروباری پێشمەرگەی هەرێمی کوردستان وای گوت.", "IRQ-KRD:ministry:peshmerga-affairs"),
        ("kmr", "Wezareta Pêşmerge ya Herêma Kurdistanê wisa got.", "IRQ-KRD:ministry:peshmerga-affairs"),
    ],
)
def test_a_ministry_is_told_by_its_domain_and_its_party(read: Reader, code: str, words: str, key: str) -> None:
    _, found = read(code, words)
    assert key in [entry.key for entry in found.actors]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("fa", "وزارت خارجه گفت که مذاکرات ادامه دارد."),
        ("ar", "قالت وزارة الخارجية إن المحادثات مستمرة."),
        ("ckb", "وەزارەتی دەرەوە گوتی گفتوگۆکان بەردەوامن."),
        ("kmr", "Wezareta Derve got ku danûstandin berdewam in."),
        ("en", "The Ministry of Foreign Affairs said that the talks would go on."),
    ],
)
def test_our_ministry_is_that_of_who_publishes(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words, "QAT")
    assert [(entry.key, entry.party) for entry in found.actors] == [("QAT:ministry:foreign-affairs", "QAT")]


def test_a_possessor_in_damaged_letters_is_still_one(read: Reader) -> None:
    _, found = read("fa", "وزارت پيشمرگهي كوردستان اعلام كرد.")
    assert "IRQ-KRD:ministry:peshmerga-affairs" in [entry.key for entry in found.actors]


def test_a_joint_committee_belongs_to_nobody(read: Reader) -> None:
    _, found = read("en", "The Joint Technical Committee of Iraq and Kuwait met.")
    committee = next(entry for entry in found.actors if entry.kind == "body")
    assert committee.party is None


def test_every_type_of_body_says_what_it_needs() -> None:
    known = {"domain", "modifier", "possessor", "seat", "home"}
    for kind in body_types().values():
        assert kind.needs and kind.needs <= known, kind.name
        assert kind.possessor in ("home", "none", "seat", "spoken", "state", "person"), kind.name


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "The office of Benjamin Netanyahu said so. Office of Netanyahu officials declined to comment."),
        ("fa", "دفتر بنیامین نتانیاهو این را تکذیب کرد."),
        ("ar", "نفى مكتب نتنياهو ذلك."),
        ("ckb", "نووسینگەی نەتانیاهۆ ئەمەی ڕەت کردەوە."),
        ("kmr", "Nivîsgeha Netanyahûyî ev yek red kir."),
    ],
)
def test_the_office_of_a_known_person_is_a_body_of_that_persons_party(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    offices = {actor.party for actor in found.actors if actor.kind == "body"}
    assert offices == {"ISR"}


def test_an_abbreviation_in_brackets_names_its_body_from_then_on(read: Reader) -> None:
    _, found = read("en", "The Damascus Chamber Union (DCU) met the Iraqi side. The DCU said that it would go on.")
    (body,) = [actor for actor in found.actors if actor.kind == "body"]
    assert len(body.mentions) == 3


def test_a_word_for_a_body_that_names_none_leaves_its_words_to_the_next(read: Reader) -> None:
    _, found = read("en", "They agreed on it through the Joint Military Committee.")
    assert [actor.key for actor in found.actors if actor.kind == "body"] == ["committee:joint-military"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "They recalled Security Council Resolution 1701."),
        ("en", "They met under the Charter of the United Nations."),
        ("ar", "ذكّروا بميثاق الأمم المتحدة."),
        ("fa", "بر منشور سازمان ملل متحد تأکید کردند."),
    ],
)
def test_a_body_in_the_name_of_a_text_is_not_taken_to_act(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert [actor.key for actor in found.actors if actor.kind == "body"] == []


def test_an_agency_of_a_state_belongs_to_it_and_speaks_for_nobody(read: Reader) -> None:
    text, found = read("en", "The Saudi Press Agency (SPA) reported that the ministers met.")
    actors, _, _ = to_models(found, text)
    assert [(actor.outlet, actor.party) for actor in actors] == [(True, "SAU")]
    assert all(mention.party is None for mention in found.actors[0].mentions)


@pytest.mark.parametrize(
    "words",
    [
        "تۆم باراک، نێردەی ئەمریکا، گەیشتە هەولێر.",
        "پێکهێنانی حکوومەت لە عێراقدا دوا کەوت.",
        "دە وڵات بە سەرۆکایەتیی ڕووسیا کۆبوونەوە.",
        "هەڵبژاردنی سەرۆکایەتی لە تورکیا دوا خرا.",
        "هاووڵاتییان داوای کارەبا دەکەن.",
        "کابینەی داهاتوو دەبێت کار بکات.",
    ],
)
def test_words_that_also_name_bodies_name_none_where_they_mean_something_else(read: Reader, words: str) -> None:
    _, found = read("ckb", words, "IRQ-KRD")
    assert [actor.key for actor in found.actors if actor.kind == "body"] == []


def test_a_sorani_name_of_a_body_ends_where_no_ezafe_joins_the_next_word(read: Reader) -> None:
    _, found = read("ckb", "وتەبێژی وەزارەتی دەرەوە ئەحمەد سەحاف بە واعی گوت.", "IRQ")
    ministry = next(actor for actor in found.actors if actor.key == "IRQ:ministry:foreign-affairs")
    assert [mention.last - mention.first for mention in ministry.mentions] == [2]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ckb", "مامۆستایەک لە زانکۆی کۆیە وای گوت."),
        ("kmr", "Mamosteyekî Zanîngeha Dihokê wisa got."),
        ("ar", "وقال أستاذ في جامعة البصرة إن الحرب طالت."),
        ("ar", "وقال أستاذ في جامعة دمشق إن الحرب طالت."),
        ("ar", "وتخرج في كلية القانون بجامعة الخرطوم."),
    ],
)
def test_a_university_is_a_body_and_the_town_in_its_name_no_place(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert [(actor.kind, actor.party) for actor in found.actors] == [("body", None)]
    assert not found.places


def test_a_parliament_told_by_its_head_word_is_the_one_that_the_text_names(read: Reader) -> None:
    _, found = read("ckb", "پەرلەمانی تورکیا کۆبووەوە. سەرۆکی پەرلەمان گوتی یاساکە پەسەند کرا.", "IRQ-KRD")
    parliaments = [actor for actor in found.actors if actor.kind == "body"]
    assert [(actor.party, len(actor.mentions)) for actor in parliaments] == [("TUR", 2)]


def test_an_outlet_called_like_a_common_word_is_one_where_marks_set_it_off(read: Reader) -> None:
    text, found = read("ckb", "هاوڵاتی: کەی دەگەڕێنەوە؟")
    actors, _, _ = to_models(found, text)
    assert [(actor.outlet, actor.name) for actor in actors] == [(True, "هاوڵاتی")]


def test_a_parliamentary_commission_is_not_the_parliament(read: Reader) -> None:
    _, found = read("ckb", "داوای کرد کۆمیسیۆنی پەرلەمانی بۆ پرۆسەی ئاشتی دەستبەکار بێت.", "IRQ-KRD")
    assert "IRQ-KRD:parliament" not in [actor.key for actor in found.actors]


def test_the_federal_government_is_never_that_of_a_region(read: Reader) -> None:
    _, found = read("ar", "قالت حكومة إقليم كردستان إن الحكومة الاتحادية لم ترسل الرواتب.", "IRQ-KRD")
    assert "IRQ:federal-government" in {actor.key for actor in found.actors}


def test_the_foreign_office_is_the_ministry_of_whoever_speaks(read: Reader) -> None:
    words = "The Foreign Office said that both sides would meet again."
    for home, key in (("PAK", "PAK:ministry:foreign-affairs"), ("GBR", "Q358834")):
        _, found = read("en", words, home)
        assert [entry.key for entry in found.actors] == [key]
    _, found = read("en", "The Foreign Office said that Foreign Minister Ishaq Dar would visit.")
    assert {entry.party for entry in found.actors} == {"PAK"}


def test_a_counterpart_tells_nothing_of_whose_an_office_is(read: Reader) -> None:
    _, found = read("fa", "رئیس ستاد کل نیروهای مسلح سرلشکر بهرام صادق‌پور با همتای پاکستانی خود گفت‌وگو کرد.")
    assert [entry.party for entry in found.actors if entry.kind != "party"] == [None, None]


def test_a_region_has_no_foreign_ministry_of_its_own(read: Reader) -> None:
    _, found = read("ckb", "پرسەکە گەڕێندرایەوە بۆ وەزارەتی دەرەوە.", "IRQ-KRD")
    assert [entry.key for entry in found.actors] == ["IRQ:ministry:foreign-affairs"]


def test_a_preposition_written_to_the_article_hides_no_body(read: Reader) -> None:
    _, found = read("ar", "سلم الوفد رسالة للقوات المسلحة اليمنية.")
    assert [entry.key for entry in found.actors] == ["YEM:army"]


def test_a_federal_ministry_is_the_state_s_on_the_page_of_a_region(read: Reader) -> None:
    _, found = read("ar", "أعلنت وزارة النفط الاتحادية عن اتفاق.", "IRQ-KRD")
    assert [entry.party for entry in found.actors] == ["IRQ"]


def test_whose_commander_stands_before_a_body_is_no_part_of_its_name(read: Reader) -> None:
    _, found = read("kmr", "Fermandara Yekîneyên Parastina Jin (YPJ) Rohilat Efrîn hat Şamê.")
    assert "Yekîneyên Parastina Jin" in [entry.name for entry in found.actors if entry.kind == "body"]


@pytest.mark.parametrize(
    ("code", "words", "key"),
    [
        ("en", "The Political Bureau of the PUK met.", "PUK:political-bureau"),
        ("fa", "دفتر سیاسی اتحادیه میهنی کردستان بیانیه داد.", "PUK:political-bureau"),
        ("ar", "أصدر المكتب السياسي للحزب الديمقراطي الكردستاني بيانا.", "KDP:political-bureau"),
        ("ckb", "شاندەکە سەردانی مەکتەبی سیاسیی یەکێتیی نیشتمانیی کوردستانی کرد.", "PUK:political-bureau"),
        ("ckb", "مەکتەبی سیاسی پارتی دوێنێ کۆبووەوە.", "KDP:political-bureau"),
        ("kmr", "Polîtburoya PDKê daxuyaniyek belav kir.", "KDP:political-bureau"),
    ],
)
def test_a_party_s_political_bureau_is_the_party_s(read: Reader, code: str, words: str, key: str) -> None:
    _, found = read(code, words)
    assert key in [entry.key for entry in found.actors]


def test_what_is_military_is_no_army(read: Reader) -> None:
    _, found = read("kmr", "Hebûna leşkerî ya HSDê li Reqayê kêm bû.")
    assert [entry.key for entry in found.actors if entry.kind == "body"] == ["SYR-SDF"]


def test_a_correspondent_is_not_the_agency_of_that_name(read: Reader) -> None:
    _, found = read("kmr", "Çavkaniyekê ji Peyamnêrê Rûdawê re ragihand. Ajansa Peyamner jî nûçe weşand.")
    outlets = [entry for entry in found.actors if entry.key == "outlet:peyamner"]
    assert [len(entry.mentions) for entry in outlets] == [1]


def test_parties_of_a_region_have_keys_of_their_own(read: Reader) -> None:
    _, found = read("kmr", "Serokê Herêma Kurdistanê li gel Tevgera Goran civiya.")
    assert {"IRQ-KRD", "GORRAN"} <= {entry.party for entry in found.actors}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "The Taliban government said so."),
        ("fa", "وزارت خارجه طالبان چنین گفت."),
        ("ar", "قالت حكومة طالبان ذلك."),
    ],
)
def test_the_government_of_a_movement_that_rules_is_that_of_the_state(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert {actor.party for actor in found.actors if actor.kind == "body"} == {"AFG"}


@pytest.mark.parametrize(
    "words",
    [
        "كشفت عن الخبر مصادر مطلعة في العاصمة.",
        "أكدت ذلك صحيفة محلية والجمعيات الوطنية.",
        "نقلت ذلك المواقع الإخبارية المحلية.",
        "وقال المصدر إن الخبر كاذب من أوله إلى آخره.",
        "وقال إن البورصة لم تفتح منذ يوم الأربعاء.",
    ],
)
def test_common_words_of_the_news_are_no_outlets(read: Reader, words: str) -> None:
    _, found = read("ar", words)
    assert [actor.name for actor in found.actors if actor.kind == "body"] == []


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("The AU mediated the talks.", "AFU"),
        ("The African Union Commission mediated the talks.", "AFU-COM"),
        ("Leaders of SADC met on Friday.", "SADC"),
        ("Leaders of CARICOM met on Friday.", "CARICOM"),
    ],
)
def test_communities_of_states_are_known(read: Reader, words: str, key: str) -> None:
    _, found = read("en", words)
    assert key in [entry.key for entry in found.actors]


def test_a_surname_like_a_movement_s_name_is_not_the_movement(read: Reader) -> None:
    _, found = read("fa", "طالبانی در سلیمانیه با نماینده تی‌تی‌پی دیدار نکرد.")
    assert "TALIBAN" not in [entry.party for entry in found.actors]
    assert "TTP" in [entry.party for entry in found.actors]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "The general staff of Iraq and Oman's embassy in Kabul agreed."),
        ("fa", "ستاد کل ارتش عراق و سفارت عمان در کابل توافق کردند."),
        ("ar", "اتفقت هيئة الأركان العامة للجيش العراقي وسفارة عُمان في كابول."),
        ("ckb", "ستادی گشتیی عێراق و باڵیۆزخانەی عومان لە کابول ڕێککەوتن."),
        ("kmr", "Serfermandariya Giştî ya Iraqê û Balyozxaneya Omanê li Kabulê li hev kirin."),
    ],
)
def test_general_staffs_and_embassies_are_composed_in_every_language(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert sorted(a.key for a in found.actors if a.kind == "body") == ["IRQ:general-staff", "OMN:embassy:kabul"]
    assert [place.key for place in found.places] == ["AFG:kabul"]


def test_a_town_right_behind_an_embassy_is_its_seat_and_no_owner(read: Reader) -> None:
    _, found = read("en", "Officials from the U.S. Embassy Beirut attended.")
    assert [(a.key, a.party) for a in found.actors if a.kind == "body"] == [("USA:embassy:beirut", "USA")]


def test_a_known_outlet_inside_a_person_s_name_is_not_meant(read: Reader) -> None:
    _, found = read("en", "Deputy Speaker Lana Salih of Iraq spoke.")
    assert [(a.kind, a.name) for a in found.actors if a.kind != "party"] == [("person", "Lana Salih")]


def test_a_consulate_is_called_after_the_town_that_it_is_in(read: Reader) -> None:
    _, found = read("kmr", "Konsulxaneya Tirkiyeyê li Hewlêrê û Konsulxaneya Hewlêrê daxuyanî dan.")
    assert [(a.key, a.party) for a in found.actors if a.kind == "body"] == [
        ("TUR:consulate:erbil", "TUR"),
        ("consulate:erbil", None),
    ]


@pytest.mark.parametrize("words", ["The Nepal-India Joint Commission met.", "The India–Nepal Joint Commission met."])
def test_those_whom_a_hyphen_joins_have_a_body_together(read: Reader, words: str) -> None:
    _, found = read("en", words)
    assert [entry.key for entry in found.actors if entry.kind == "body"] == ["IND+NPL:commission:joint"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "The Governorate of Duhok opened the road on Sunday."),
        ("fa", "استانداری دهوک روز یکشنبه جاده را گشود."),
        ("kmr", "Parêzgeha Duhokê roja yekşemê rê vekir."),
    ],
)
def test_a_governorate_of_a_region_is_the_region_s(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert [actor.party for actor in found.actors if actor.kind == "body"] == ["IRQ-KRD"]


def test_the_hand_of_a_state_is_no_committee_of_it(read: Reader) -> None:
    _, found = read("kmr", "Du gund ketin destê Tirkiyeyê û rê hat girtin.")
    assert [actor.name for actor in found.actors if actor.kind == "body"] == []


def test_fields_of_work_are_no_channel_of_that_name(read: Reader) -> None:
    _, found = read("ar", "بحث الوزيران التعاون في شتى الميادين. ونقلت «الميادين» ذلك.")
    assert [len(actor.mentions) for actor in found.actors if actor.kind == "body"] == [1]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("هۆشیار عەلی، کاندیدی پارتی کۆمینتانگ، گوتی کۆدەبینەوە.", "پارتی کۆمینتانگ"),
        ("شاندێکی پارتی کۆماریخواز سەردانی هەولێری کرد.", "پارتی کۆماریخواز"),
        ("شاندێکی پارتی سەردانی هەولێری کرد.", "KDP"),
        ("پارتی و یەکێتی کۆبوونەوە.", "KDP"),
    ],
)
def test_a_word_that_many_parties_names_begin_with_is_none_of_them_before_another_name(
    read: Reader, words: str, name: str
) -> None:
    _, found = read("ckb", words)
    bodies = [a for a in found.actors if a.kind == "body"]
    assert name in {bodies[0].name, bodies[0].key}
    assert ("KDP" in {a.key for a in bodies}) == (name == "KDP")


@pytest.mark.parametrize(
    "words", ["کاندیدێکی سەرۆکایەتیی میسر گوتی گفتوگۆ دەکەین.", "لە سەردەمی سەرۆکایەتیی میسر کۆبوونەوە."]
)
def test_who_runs_for_the_presidency_or_when_somebody_held_it_is_no_body(read: Reader, words: str) -> None:
    _, found = read("ckb", words)
    assert not [a for a in found.actors if a.kind == "body"]


@pytest.mark.parametrize(
    ("code", "words", "key"),
    [
        ("en", "Traders met the head of the Duhok Chamber of Commerce.", "IRQ-KRD:chamber:duhok"),
        ("en", "Traders met the head of the Chamber of Commerce of Basra.", "IRQ:chamber:basra"),
        ("ar", "التقى التجار رئيس غرفة تجارة حلب.", "SYR:chamber:aleppo"),
        ("fa", "بازرگانان با رئیس اتاق بازرگانی بصره دیدار کردند.", "IRQ:chamber:basra"),
        ("ckb", "بازرگانان لەگەڵ سەرۆکی ژووری بازرگانی بەسرە کۆبوونەوە.", "IRQ:chamber:basra"),
        ("kmr", "Bazirgan ligel serokê Odeya Bazirganiyê ya Zaxoyê civiyan.", "IRQ-KRD:chamber:zakho"),
    ],
)
def test_a_chamber_of_commerce_is_of_its_town_and_whose_the_town_is(
    read: Reader, code: str, words: str, key: str
) -> None:
    _, found = read(code, words)
    assert [(body.key, body.party) for body in found.actors if body.kind == "body"] == [(key, key.split(":")[0])]


def test_a_board_that_is_called_after_a_town_is_whose_the_town_is(read: Reader) -> None:
    _, found = read("kmr", "Berpirsa Desteya Gumirkê ya Duhokê Nergiz Tahir ji me re got.")
    assert {(actor.name, actor.party) for actor in found.actors} == {
        ("Desteya Gumirkê ya Duhokê", "IRQ-KRD"),
        ("Nergiz Tahir", "IRQ-KRD"),
    }


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Endama Encûmena Serkirdayetî ya Yekgirtûya Îslamî ya Kurdistanê Şîlan Ehmed axivî.", "KIU"),
        ("Berpirsê Nivîsgeha Têkiliyan a Partiya Demokrat a Kurdistanê Saman Qadir axivî.", "KDP"),
        ("Serokê Encûmena Rêveber a Partiya Sosyalîst a Kurdistanê Saman Qadir axivî.", "PSK"),
    ],
)
def test_an_organ_of_a_party_is_the_partys_and_not_of_the_country_in_its_name(
    read: Reader, words: str, party: str
) -> None:
    _, found = read("kmr", words)
    assert {entry.party for entry in found.actors if entry.kind == "body"} == {party}


@pytest.mark.parametrize("head", ["به گزارش ایرنا، ", "به گزارش ایسنا، "])
def test_a_ministry_is_of_the_country_of_the_outlet_where_the_text_names_a_place_there(read: Reader, head: str) -> None:
    words = head + "سخنگوی وزارت امور خارجه اعلام کرد که رییس‌جمهور ترکمنستان فردا به تهران سفر می‌کند."
    _, found = read("fa", words)
    assert [actor.party for actor in found.actors if actor.kind == "body" and not actor.outlet] == ["IRN"]


@pytest.mark.parametrize("words", ["the federal government", "the Federal Government"])
def test_the_federal_government_is_a_body_of_the_state_beside_its_region(read: Reader, words: str) -> None:
    _, found = read("en", f"The Kurdistan Region and {words} of Iraq reached an accord on salaries.")
    assert [entry.party for entry in found.actors if entry.kind == "body"] == ["IRQ"]


def test_a_body_for_what_no_english_table_names_is_called_by_what_it_is_for(read: Reader) -> None:
    _, found = read("fa", "وزارت معادن ایران اعلام کرد طرح آماده است.")
    assert [actor.names.get("en") for actor in found.actors if actor.kind == "body"] == ["Ministry of Mines of Iran"]
