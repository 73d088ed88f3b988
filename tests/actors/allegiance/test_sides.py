"""Whose people are whose offices do not say it: heads of delegations, sides, companions, envoys, hosts."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader


def parties_of(read: Reader, code: str, words: str, home: str | None = None) -> dict[str, str | None]:
    _, found = read(code, words, home)
    return {entry.name: entry.party for entry in found.actors if entry.kind == "person"}


#: A delegation whose head holds an office that says nothing of whose it is, on a page of another party.
HEADED = {
    "en": (
        "A Jordanian delegation headed by the Deputy Minister of Trade, Salim Rustgar, was received in Baghdad.",
        "Salim Rustgar",
    ),
    "ar": ("استقبلت بغداد الوفد الأردني برئاسة نائب وزير التجارة سليم رستگار.", "سليم رستگار"),
    "fa": ("هیئت اردنی به ریاست سامان رستگار، معاون وزیر تجارت، وارد بغداد شد.", "سامان رستگار"),
    "ckb": ("شاندی ئوردن بە سەرۆکایەتیی سامان ڕستگار، جێگری وەزیری بازرگانی گەیشتە بەغدا.", "سامان ڕستگار"),
    "kmr": ("Şandeya Urdinê bi serokatiya Xalid Mensûr, cîgirê wezîrê bazirganiyê, gihîşt Bexdayê.", "Xalid Mensûr"),
}


@pytest.mark.parametrize("code", sorted(HEADED))
def test_the_head_of_a_delegation_belongs_to_it(read: Reader, code: str) -> None:
    words, name = HEADED[code]
    assert parties_of(read, code, words, "IRQ")[name] == "JOR"


def test_each_of_two_delegations_has_its_own_head(read: Reader) -> None:
    words = (
        "شاندی هەولێر بە سەرۆکایەتیی ئارین کاوە، وەزیری بازرگانی و شاندی بەغدا بە سەرۆکایەتیی سامان ڕستگار،"
        " وەزیری پلاندانان کۆبوونەوە."
    )
    assert parties_of(read, "ckb", words) == {"ئارین کاوە": "IRQ-KRD", "سامان ڕستگار": "IRQ"}


def test_whoever_leads_a_delegation_belongs_to_it(read: Reader) -> None:
    words = (
        "The New Zealand consultations were held in Apia. Arin Kawa, Deputy Prime Minister, chaired them and led the"
        " Samoan delegation, which included Salim Rustgar, Minister of Finance."
    )
    assert set(parties_of(read, "en", words, "NZL").values()) == {"WSM"}
    words = "ترأس الوفد السوداني وزير النقل سليم رستگار في محادثات القاهرة مع مصر."
    assert parties_of(read, "ar", words, "EGY") == {"سليم رستگار": "SDN"}


def test_the_side_that_is_told_beside_a_name_is_its_own(read: Reader) -> None:
    behind = (
        "ترأس اللقاء وكيل وزارة الداخلية نبيل الكاوي عن الجانب الليبي والأمين العام لوزارة التخطيط سليم رستگار عن"
        " الجانب النيجري."
    )
    assert parties_of(read, "ar", behind) == {"نبيل الكاوي": "LBY", "سليم رستگار": "NER"}
    before = (
        "حضر من الجانب السعودي: وكيل الوزارة نبيل الكاوي، ومدير المكتب سليم رستگار. ومن الجانب الأردني: المستشار"
        " خالد الآزادي."
    )
    assert parties_of(read, "ar", before) == {"نبيل الكاوي": "SAU", "سليم رستگار": "SAU", "خالد الآزادي": "JOR"}


def test_companions_are_of_the_party_of_whom_they_accompany(read: Reader) -> None:
    words = (
        "Iranian Speaker Arin Kawa was in Hanoi, in Vietnam. Vietnam received him. Salim Rustgar and Saman Azadi"
        " accompanied the Speaker."
    )
    assert set(parties_of(read, "en", words).values()) == {"IRN"}
    words = (
        "محمد کاوه، رئیس مجلس ایران، به هانوی رفت. ویتنام میزبان بود. سامان رستگار و سلیم آزادی، ریاست مجلس را"
        " همراهی کردند."
    )
    assert set(parties_of(read, "fa", words).values()) == {"IRN"}


#: An envoy, whose he is, and where he is sent.
ENVOYS = {
    "en": ("Cabo Verde's Ambassador to Qatar, Arin Kawa, met the Qatari minister.", "CPV"),
    "ar": ("التقى سفير مالي لدى قطر، سليم رستگار، الوزير القطري.", "MLI"),
    "fa": ("سفیر کنیا در قطر، سامان رستگار، با وزیر قطر دیدار کرد.", "KEN"),
}


@pytest.mark.parametrize("code", sorted(ENVOYS))
def test_an_envoy_is_of_those_who_sent_him(read: Reader, code: str) -> None:
    words, party = ENVOYS[code]
    assert list(parties_of(read, code, words).values()) == [party]


def test_where_the_envoy_of_an_organisation_is_sent_is_no_part_of_its_name(read: Reader) -> None:
    words = "The Special Envoy of the African Union for South Sudan, Arin Kawa, welcomed it. South Sudan agreed."
    assert parties_of(read, "en", words) == {"Arin Kawa": "AFU"}


def test_where_an_envoy_is_sent_is_never_whose_he_is(read: Reader) -> None:
    words = "Ambassador to Portugal Arin Kawa spoke of Portugal in Lisbon. Portugal was pleased."
    assert parties_of(read, "en", words) == {"Arin Kawa": None}


#: An envoy whose an adjective of an organisation says he is.
ORGANISATIONS = {
    "en": ("The European envoy Arin Kawa called on Kosovo to withdraw.", "EUR"),
    "ar": ("طالب المبعوث الأوروبي سليم رستگار كوسوفو بالانسحاب.", "EUR"),
    "fa": ("محمد رستگار، فرستاده اروپایی، از کوزوو خواست که عقب‌نشینی کند.", "EUR"),
    "kmr": ("Qasidê Ewropî Saman Rustgar ji Kosovayê xwest ku vekişe.", "EUR"),
}


@pytest.mark.parametrize("code", sorted(ORGANISATIONS))
def test_an_adjective_of_an_organisation_says_whose_an_envoy_is(read: Reader, code: str) -> None:
    words, party = ORGANISATIONS[code]
    assert list(parties_of(read, code, words).values()) == [party]


def test_an_office_in_the_text_outweighs_what_is_known_of_a_person(read: Reader) -> None:
    words = "Morocco's foreign minister met his Algerian counterpart Ramtane Lamamra."
    assert parties_of(read, "en", words) == {"Ramtane Lamamra": "DZA"}
    assert parties_of(read, "en", "UN envoy Ramtane Lamamra arrived in Sudan.") == {"Ramtane Lamamra": "UNO"}
    # where somebody is sent does not outweigh it, nor does an office that two share
    assert parties_of(read, "en", "US Ambassador to Turkey Tom Barrack spoke.") == {"Tom Barrack": "USA"}
    shared = "مارکۆ ڕوبیۆ و سێرگی لاڤرۆڤ، وەزیرانی دەرەوەی ئەمریکا و ڕووسیا، دانیشتن."
    assert parties_of(read, "ckb", shared) == {"مارکۆ ڕوبیۆ": "USA", "سێرگی لاڤرۆڤ": "RUS"}


def test_a_name_nearly_like_a_known_one_is_another_persons_if_the_office_is_elsewhere(read: Reader) -> None:
    _, found = read("ckb", "حوسێن سەلامە، بەرپرسی دەزگای هەواڵگریی سووریا ئامادە بوو.")
    person = next(entry for entry in found.actors if entry.kind == "person")
    assert (person.party, person.key == "person:hossein-salami") == ("SYR", False)


def test_any_field_of_a_minister_is_part_of_the_office(read: Reader) -> None:
    _, found = read("en", "Egypt and Tunisia wish for it. Turkish Fodder and Labour Minister Kemal Rustgar said so.")
    person = next(entry for entry in found.actors if entry.kind == "person")
    assert (person.name, person.party) == ("Kemal Rustgar", "TUR")
    words = "Salim Rustgar, Vice-Minister for External Relations of the Republic of Chile, met the minister of Peru."
    assert parties_of(read, "en", words) == {"Salim Rustgar": "CHL"}


def test_a_dateline_is_no_part_of_a_name(read: Reader) -> None:
    _, found = read("en", "Bloemfontein — Prime Minister Moeketsi Rustgar and South African officials met.")
    assert [entry.name for entry in found.actors if entry.kind == "person"] == ["Moeketsi Rustgar"]


def test_an_office_ends_before_whoever_is_named_next(read: Reader) -> None:
    words = "محمد نهاوندی معاون اقتصادی رئیس‌جمهور و گئورگی چرکزیشویلی معاون وزارت اقتصاد گرجستان توافق کردند."
    _, found = read("fa", words)
    person = next(entry for entry in found.actors if entry.name == "محمد نهاوندی")
    assert [role.title for role in person.roles] == ["معاون اقتصادی رئیس‌جمهور"]


#: Somebody with an office that says nothing of whose it is goes to a country.
TRAVELLERS = {
    "en": "They prepared the visit by Prime Minister Arin Kawa to Algeria. Algeria welcomed it.",
    "ar": "بحثا زيارة رئيس الحكومة سليم رستگار إلى الجزائر. رحبت الجزائر بها.",
    "fa": "سفر نخست‌وزیر محمد رستگار به الجزایر آماده شد. الجزایر خشنود بود.",
    "ckb": "سەردانی سەرۆکوەزیران ئارین کاوە بۆ جەزائیر. جەزائیر خۆشحاڵ بوو.",
    "kmr": "Serdana serokwezîr Arîn Kawa bo Cezayîrê. Cezayîr kêfxweş bû.",
}


@pytest.mark.parametrize("code", sorted(TRAVELLERS))
def test_whoever_travels_to_a_country_is_not_of_it(read: Reader, code: str) -> None:
    parties = parties_of(read, code, TRAVELLERS[code])
    assert parties and "DZA" not in parties.values()


def test_the_host_of_an_envoy_is_not_of_the_party_that_sent_him(read: Reader) -> None:
    words = "Minister of Trade Salim Rustgar received the Ambassador of Senegal, Arin Kawa. Senegal wants more trade."
    assert parties_of(read, "en", words) == {"Salim Rustgar": None, "Arin Kawa": "SEN"}
    assert parties_of(read, "en", words, "MRT")["Salim Rustgar"] == "MRT"
    words = "Minister of Trade Salim Rustgar received the Ambassador of Senegal in Mauritania, Arin Kawa, of Senegal."
    assert parties_of(read, "en", words) == {"Salim Rustgar": "MRT", "Arin Kawa": "SEN"}


def test_the_office_that_is_somebodys_is_of_the_same_party(read: Reader) -> None:
    words = "Oman received South Sudan's President Salva Kiir and his adviser Arin Kawa, and Oman thanked them."
    assert parties_of(read, "en", words)["Arin Kawa"] == "SSD"
    words = "في عمان كان الرئيس سلفا كير ومستشاره الأمني سليم رستگار. شكرت سلطنة عمان الوفد."
    assert parties_of(read, "ar", words)["سليم رستگار"] == "SSD"
    # a woman's title ends nearly like "his"
    words = "استقبل الرئيس سلفا كير وزيرة التجارة زينب رستگار من تشاد."
    assert parties_of(read, "ar", words)["زينب رستگار"] != "SSD"
    # a counterpart is nobody's own
    words = "South Sudan's President Salva Kiir met his Chadian counterpart Arin Kawa."
    assert parties_of(read, "en", words)["Arin Kawa"] == "TCD"


def test_an_office_that_and_joins_to_a_name_with_an_office_is_the_next_persons(read: Reader) -> None:
    words = "حضر المقابلة وزير الدولة السوداني سليم رستگار، والسفير الإثيوبي في الخرطوم أبادي زيمو."
    assert parties_of(read, "ar", words)["سليم رستگار"] == "SDN"


#: Somebody's adviser, in a text of another party.
AIDES = {
    "en": "Oman received Salva Kiir's adviser Arin Kawa and thanked him.",
    "ar": "وصل سليم رستگار، مستشار الرئيس سلفا كير، إلى عمان وشكر سلطنة عمان.",
    "fa": "محمد رستگار، مشاور سالوا کییر، در عمان بود. عمان میزبان بود.",
    "ckb": "ئارین کاوە، یاریدەدەری پوتین، لە عومان بوو. عومان سوپاسی کرد.",
}


@pytest.mark.parametrize("code", sorted(AIDES))
def test_an_aide_is_of_the_party_of_whom_he_serves(read: Reader, code: str) -> None:
    parties = list(parties_of(read, code, AIDES[code]).values())
    assert len(parties) == 2 and "OMN" not in parties and len(set(parties)) == 1


#: A guest, whose host no office tells, and where the guest goes.
GUESTS = {
    "en": "President Arin Kawa of Qatar arrived in Nairobi on Monday at the invitation of President Salim Juma.",
    "ar": "وصل رئيس قطر سليم رستگار يوم الاثنين إلى نيروبي في زيارة رسمية بدعوة من نظيره أحمد كريم.",
}


@pytest.mark.parametrize("code", sorted(GUESTS))
def test_whoever_invites_or_receives_a_guest_is_of_where_the_guest_goes(read: Reader, code: str) -> None:
    assert list(parties_of(read, code, GUESTS[code]).values()) == ["QAT", "KEN"]


@pytest.mark.parametrize(
    "words",
    [
        "يصل وزير خارجية إثيوبيا أحمد الشامسي إلى طشقند يوم الأحد لإجراء محادثات مع نظيره ماريا كيسبي.",
        "سيتوجه وزير خارجية إثيوبيا أحمد الشامسي إلى طشقند يوم الأحد حيث يلتقي نظيره ماريا كيسبي.",
    ],
)
def test_whom_a_guest_meets_where_he_goes_is_of_there(read: Reader, words: str) -> None:
    assert parties_of(read, "ar", words) == {"أحمد الشامسي": "ETH", "ماريا كيسبي": "UZB"}


#: Two people and, beside one office in the plural, their two parties.
IN_TURN = [
    ("fa", "سامان کاظمی و فرید رحمانوف، وزیران صنعت کنیا و تانزانیا دیدار کردند.", ["KEN", "TZA"]),
    ("fa", "وزرای خارجه گرجستان و کنیا، سامان کاظمی و فرید رحمانوف دیدار کردند.", ["GEO", "KEN"]),
    (
        "fa",
        "روابط گرجستان و ارمنستان رو به گسترش است. سامان کاظمی و فرید رحمانوف روسای جمهور دو کشور گفت‌وگو کردند.",
        ["GEO", "ARM"],
    ),
    ("en", "The foreign ministers of Kenya and Georgia, Adan Mohamed and Elena Petrova, met in Oslo.", ["KEN", "GEO"]),
    ("en", "Adan Mohamed and Elena Petrova, the trade ministers of Kenya and Georgia, met in Oslo.", ["KEN", "GEO"]),
]


@pytest.mark.parametrize(("code", "words", "parties"), IN_TURN)
def test_as_many_people_as_parties_beside_one_office_are_of_them_in_turn(
    read: Reader, code: str, words: str, parties: list[str]
) -> None:
    assert list(parties_of(read, code, words).values()) == parties


@pytest.mark.parametrize(
    "words",
    [
        "سامان کاظمی وزیر صنعت کنیا با فرید رحمانوف همتای تانزانیایی خود دیدار کرد.",
        "سامان کاظمی وزیر صنعت کنیا و همتای تانزانیایی وی فرید رحمانوف دیدار کردند.",
    ],
)
def test_an_opposite_number_is_of_the_state_of_the_adjective(read: Reader, words: str) -> None:
    assert list(parties_of(read, "fa", words).values()) == ["KEN", "TZA"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "For Iraq: Ali Katwan, Omar Beltam and Sara Hadil.\nFor Libya: Nasser Belhaj and Saleh Gomtan."),
        ("ar", "عن العراق: هشام السالمي وخالد العربي.\nعن ليبيا: سمير القاسمي وفرج البلعزي."),
        ("kmr", "Ji Îraqê: Reşîd Xencer, Miqdam Cumeylî û Lamya Nasir.\nJi Lîbyayê: Felah Zêdan û Elî Nasan."),
    ],
)
def test_a_list_behind_a_party_and_a_colon_names_its_people(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    parties = [actor.party for actor in found.actors if actor.kind == "person"]
    assert parties == ["IRQ"] * (len(parties) - 2) + ["LBY"] * 2
    assert len(parties) == words.count(",") + words.count(" and ") + words.count(" û ") + words.count(" و") + 2


def test_somebody_alone_behind_a_party_and_a_colon_may_be_anothers(read: Reader) -> None:
    _, found = read("en", "Norwegian minister in Iraq\nIraq: Norwegian minister Kari Holm meets Iraqi officials.")
    assert [actor.party for actor in found.actors if actor.kind == "person"] == ["NOR"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (
            "en",
            "The Libyan delegation landed in Rome. The talks with Italy begin today. "
            "The delegation comprised Ali Katwan, Omar Beltam and Sara Hadil.",
        ),
        (
            "ar",
            "وصل الوفد الليبي إلى روما. وتبدأ المحادثات اليوم. "
            "ويضم الوفد الأعضاء: هشام السالمي، خالد العربي، سمير القاسمي.",
        ),
    ],
)
def test_members_are_of_the_delegation_that_was_named_before(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert [actor.party for actor in found.actors if actor.kind == "person"] == ["LBY"] * 3
