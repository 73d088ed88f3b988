"""What people are: several offices of one person, how they are held, and what they are of."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader

from peyman.actors.found import RoleMention


def roles_of(read: Reader, code: str, words: str) -> dict[str, list[RoleMention]]:
    _, found = read(code, words)
    return {a.name: a.roles for a in found.actors if a.kind == "person"}


@pytest.mark.parametrize(
    ("code", "words", "name", "party"),
    [
        ("kmr", "Emîrê Qeterê Wezîrê Derve yê Tacîkistanê Saman Qadir li Dohayê pêşwazî kir.", "Saman Qadir", "TJK"),
        ("ar", "التقى أمير قطر وزير خارجية طاجيكستان فريد رحمانوف في الدوحة.", "فريد رحمانوف", "TJK"),
        ("fa", "رئیس جمهور قطر وزیر خارجه تاجیکستان فرید رحمانوف را به حضور پذیرفت.", "فرید رحمانوف", "TJK"),
    ],
)
def test_an_office_beside_that_of_its_host_is_its_own_party_s(
    read: Reader, code: str, words: str, name: str, party: str
) -> None:
    _, found = read(code, words)
    assert {a.name: a.party for a in found.actors if a.kind == "person"} == {name: party}


#: One person with three offices, one of them for a time, and one who held an office before.
TITLES = {
    "en": (
        "Arin Kawa, Deputy Prime Minister and Foreign Minister of Iraq and acting Minister of Planning, met"
        " former Iranian President Saman Rustgar.",
        ["Deputy Prime Minister", "Foreign Minister of Iraq", "acting Minister of Planning"],
        "former Iranian President",
    ),
    "fa": (
        "آرین کاوه، معاون نخست‌وزیر و وزیر امور خارجه عراق و سرپرست وزارت برنامه‌ریزی، با سامان رستگار،"
        " رئیس‌جمهور پیشین ایران، دیدار کرد.",
        ["معاون نخست‌وزیر", "وزیر امور خارجه عراق", "سرپرست وزارت برنامه‌ریزی"],
        "رئیس‌جمهور پیشین ایران",
    ),
    "ckb": (
        "ئارین کاوە، جێگری سەرۆکوەزیران و وەزیری دەرەوەی عێراق و وەزیری پلاندانان بە وەکالەت، چاوی بە"
        " سامان ڕستگار، سەرۆککۆماری پێشووی ئێران کەوت.",
        ["جێگری سەرۆکوەزیران", "وەزیری دەرەوەی عێراق", "وەزیری پلاندانان بە وەکالەت"],
        "سەرۆککۆماری پێشووی ئێران",
    ),
    "kmr": (
        "Arîn Kawa, Cîgirê Serokwezîr û Wezîrê Derve yê Iraqê û wezîrê plansaziyê yê demkî, bi Saman Rustgar,"
        " serokomarê berê yê Îranê re civiya.",
        ["Cîgirê Serokwezîr", "Wezîrê Derve yê Iraqê", "wezîrê plansaziyê yê demkî"],
        "serokomarê berê yê Îranê",
    ),
    "ar": (
        "التقى نبيل الكاوي، نائب رئيس الوزراء ووزير الخارجية العراقي ووزير التخطيط بالوكالة، الرئيس الإيراني السابق"
        " سامان رستگار.",
        ["نائب رئيس الوزراء", "ووزير الخارجية العراقي", "ووزير التخطيط بالوكالة"],
        "الرئيس الإيراني السابق",
    ),
}


@pytest.mark.parametrize("code", sorted(TITLES))
def test_offices_that_and_joins_are_several_each_with_its_standing(read: Reader, code: str) -> None:
    words, expected, former = TITLES[code]
    first, second = roles_of(read, code, words).values()
    assert [role.title for role in first] == expected
    assert [role.standing for role in first] == [None, None, "acting"]
    assert [(role.title, role.standing) for role in second] == [(former, "former")]


def test_each_office_has_the_body_that_it_is_of(read: Reader) -> None:
    _, found = read("en", "Arin Kawa, Speaker of the Parliament of Iraq and Chairman of the Border Committee, spoke.")
    roles = next(a.roles for a in found.actors if a.kind == "person")
    bodies = [found.actors[role.body].name if role.body is not None else None for role in roles]
    assert bodies == ["Parliament of Iraq", "Border Committee"]


def test_an_office_between_two_arabic_names_is_of_the_second(read: Reader) -> None:
    words = "التقى وزير النفط العراقي نبيل الكاوي وزير الطاقة التركي سليم رستگار في البصرة."
    told = {name: [role.title for role in roles] for name, roles in roles_of(read, "ar", words).items()}
    assert told == {"نبيل الكاوي": ["وزير النفط العراقي"], "سليم رستگار": ["وزير الطاقة التركي"]}


def test_a_title_that_reaches_into_the_name_of_a_body_is_the_office(read: Reader) -> None:
    words = "استقبل رئيس مجلس الوزراء العراقي نبيل الكاوي الوفد."
    told = {name: [role.title for role in roles] for name, roles in roles_of(read, "ar", words).items()}
    assert told == {"نبيل الكاوي": ["رئيس مجلس الوزراء العراقي"]}


def test_names_in_brackets_have_the_office_behind_the_bracket(read: Reader) -> None:
    words = "لەوێ بوون (ئارین کاوە) سەرۆکی حکومەتی عێراق و (سامان ڕستگار) جێگری سەرۆکی حکومەتی عێراق."
    told = {name: [role.title for role in roles] for name, roles in roles_of(read, "ckb", words).items()}
    assert told == {"ئارین کاوە": ["سەرۆکی حکومەتی عێراق"], "سامان ڕستگار": ["جێگری سەرۆکی حکومەتی عێراق"]}


def test_the_town_in_which_a_minister_just_is_belongs_to_no_office(read: Reader) -> None:
    minister = roles_of(read, "fa", "سامان رستگار، وزیر خارجه ایران در آنکارا، گفت.")
    envoy = roles_of(read, "fa", "سامان رستگار، سفیر ایران در آنکارا، گفت.")
    assert [role.title for role in minister["سامان رستگار"]] == ["وزیر خارجه ایران"]
    assert [role.title for role in envoy["سامان رستگار"]] == ["سفیر ایران در آنکارا"]


def test_an_ambassador_acts_for_whoever_sent_him(read: Reader) -> None:
    words = (
        "Ambassador Extraordinary and Plenipotentiary of the Republic of Cuba to Mongolia Jorge Ferrer Rodriguez spoke."
    )
    _, found = read("en", words)
    assert [actor.party for actor in found.actors if actor.kind == "person"] == ["CUB"]


@pytest.mark.parametrize(
    "name", ["Rakan bin Ahmed bin Mohammed Al Suhaibani", "Sultan bin Saad Al Muraikhi", "Hamad bin Jassim Al Kuwari"]
)
def test_a_name_with_fathers_is_one_name(read: Reader, name: str) -> None:
    _, found = read("en", f"The Minister of State for Foreign Affairs, {name}, met the delegation of Mongolia.")
    assert [actor.names["en"] for actor in found.actors if actor.kind == "person"] == [name]


def test_the_first_of_two_surnames_may_stand_alone(read: Reader) -> None:
    words = "Secretary of Foreign Affairs Jose Antonio Meade Kuribrena of Mexico arrived. Secretary Meade spoke."
    assert list(roles_of(read, "en", words)) == ["Jose Antonio Meade Kuribrena"]


def test_the_given_name_before_the_word_for_a_son_is_part_of_the_name(read: Reader) -> None:
    _, found = read("kmr", "Wezîrê Derve yê Omanê Bedir bin Hemed Bûseîdî axivî.")
    assert [(actor.name, actor.party) for actor in found.actors if actor.kind == "person"] == [
        ("Bedir bin Hemed Bûseîdî", "OMN")
    ]


@pytest.mark.parametrize("whose", ["U.S.", "U.K.", "Iraqi"])
def test_an_office_reaches_to_those_who_are_led_past_the_points_of_an_abbreviation(read: Reader, whose: str) -> None:
    words = f"The talks began. General Arin Kawa, head of the {whose} delegation, and two others attended."
    _, found = read("en", words)
    person = next(a for a in found.actors if a.kind == "person")
    assert [role.title for role in person.roles] == [f"head of the {whose} delegation"]
    assert person.party == {"U.S.": "USA", "U.K.": "GBR", "Iraqi": "IRQ"}[whose]


@pytest.mark.parametrize(
    "words",
    [
        "میلان یوویچ رئیس جمهور صربستان روز دوشنبه فرید رحمانوف وزیر خارجه عمان را به حضور پذیرفت.",
        "میلان یوویچ وزیر دفاع صربستان روز دوشنبه در بلگراد میزبان فرید رحمانوف وزیر دفاع عمان بود.",
    ],
)
def test_an_office_behind_a_name_is_not_that_of_the_next_name_far_behind_it(read: Reader, words: str) -> None:
    _, found = read("fa", words)
    people = {entry.name: entry.party for entry in found.actors if entry.kind == "person"}
    assert people == {"میلان یوویچ": "SRB", "فرید رحمانوف": "OMN"}


@pytest.mark.parametrize("standing", ["yê bi wekaletê", "yê bi wekalet", "yê berê"])
def test_how_an_office_is_held_may_be_told_with_a_preposition(read: Reader, standing: str) -> None:
    _, found = read("kmr", f"Wezîrê Derve yê Norwêcê {standing} Kamêran Botî ragihand ku rewş baş e.")
    [person] = [entry for entry in found.actors if entry.kind == "person"]
    assert (person.name, person.party) == ("Kamêran Botî", "NOR")
    assert [role.standing for role in person.roles] == ["former" if "berê" in standing else "acting"]


def test_of_in_a_line_in_capitals_is_no_union(read: Reader) -> None:
    _, found = read("kmr", "WEZÎRÊ DERVE YÊ TIRKIYEYÊ KAMÊRAN BOTÎ ÇÛ CINÊVÊ")
    assert {entry.key for entry in found.actors if entry.kind == "party"} == {"TUR"}


@pytest.mark.parametrize(
    ("code", "words", "holder", "other"),
    [
        (
            "kmr",
            "Rêdûr Bahoz, Wezîra Derve ya Perûyê Dîlsa Serhed û General Baran Kawa li Lîmayê civiyan.",
            "Dîlsa Serhed",
            "Rêdûr Bahoz",
        ),
        (
            "en",
            "Redur Bahoz, Peruvian Foreign Minister Dilsa Serhed and General Baran Kawa met in Lima.",
            "Dilsa Serhed",
            "Redur Bahoz",
        ),
    ],
)
def test_an_office_right_before_a_name_is_not_that_of_whoever_is_listed_before(
    read: Reader, code: str, words: str, holder: str, other: str
) -> None:
    roles = roles_of(read, code, words)
    assert len(roles[holder]) == 1
    assert not roles[other]


def test_whose_envoy_somebody_is_holds_no_office_for_that(read: Reader) -> None:
    roles = roles_of(read, "kmr", "Nûnerê Taybet ê Redûr Bahoz ji bo Afrîkayê duh li Lîmayê bû.")
    assert not roles["Redûr Bahoz"]
    assert roles_of(read, "kmr", "Nûnerê Taybet Redûr Bahoz duh li Lîmayê bû.")["Redûr Bahoz"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("kmr", "Parlamenterê Partiya Kesk (PKS) Rêdûr Bahoz, parlamentera Partiya Sor (PSR) Dîlsa Serhed hatin."),
        ("kmr", "Parlamenterê Partiya Kesk Rêdûr Bahoz, parlamentera Partiya Sor Dîlsa Serhed hatin."),
    ],
)
def test_an_office_reaches_its_holder_over_a_short_form_in_brackets(read: Reader, code: str, words: str) -> None:
    roles = roles_of(read, code, words)
    assert [len(roles[name]) for name in ("Rêdûr Bahoz", "Dîlsa Serhed")] == [1, 1]
