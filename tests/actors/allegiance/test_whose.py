"""For whom people act, as their offices, their towns and those whom they lead tell."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader


@pytest.mark.parametrize(
    ("code", "words", "title"),
    [
        ("fa", "نبز رواندزی، فرمانده کل نیروهای پیشمرگه، در نشست حضور داشت.", "فرمانده کل نیروهای پیشمرگه"),
        ("en", "Nabaz Rawandzi, Commander of the Peshmerga, attended the meeting.", "Commander of the Peshmerga"),
        ("kmr", "Nebez Rewandzî, Fermandarê Giştî yê Hêzên Pêşmerge, amade bû.", "Fermandarê Giştî yê Hêzên Pêşmerge"),
        ("ckb", "نەبەز ڕەواندزی، فەرماندەی گشتیی هێزەکانی پێشمەرگە، ئامادە بوو.", "فەرماندەی گشتیی هێزەکانی پێشمەرگە"),
        ("ar", "حضر نبز رواندزي، القائد العام لقوات البيشمركة، الاجتماع.", "القائد العام لقوات البيشمركة"),
    ],
)
def test_an_office_after_the_name_tells_the_party(read: Reader, code: str, words: str, title: str) -> None:
    _, found = read(code, words)
    (person,) = [entry for entry in found.actors if entry.kind == "person"]
    assert person.party == "IRQ-KRD"
    assert title in [role.title for role in person.roles]
    assert person.key == "person:nbz-rndz"


def test_the_ministry_is_not_that_of_the_counterpart(read: Reader) -> None:
    words = "أجرى وزير الخارجية المصري اتصالا مع نظيره القطري. وقالت وزارة الخارجية إن نظيره القطري رحب."
    _, found = read("ar", words)
    assert "EGY:ministry:foreign-affairs" in {a.key for a in found.actors}


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Pakistan's head of mission in Afghanistan Ambassador Ubaidur Rehman Nizamani was present.", "PAK"),
        ("The head of the ICRC delegation to Yemen, Daphnée Maret, considered this a decisive step.", "ICRC"),
        ("Iraq's Ambassador to Jordan Omar Barzinji attended.", "IRQ"),
    ],
)
def test_whose_an_office_is_stands_before_where_it_is_held(read: Reader, words: str, party: str) -> None:
    _, found = read("en", words)
    assert [entry.party for entry in found.actors if entry.kind == "person"] == [party]


@pytest.mark.parametrize(
    ("code", "words", "party"),
    [
        ("en", "Masoud Barzani, President of the Kurdistan Region, arrived.", "IRQ-KRD"),
        ("ckb", "مەسعود بارزانی سەرۆکی هەرێمی کوردستان گەیشت.", "IRQ-KRD"),
        ("kmr", "Serokê Herêma Kurdistanê Mesûd Barzanî gihîşt.", "IRQ-KRD"),
        ("en", "Masoud Barzani, President of the Kurdistan Democratic Party, arrived.", "KDP"),
        ("en", "Turkish Foreign Minister Hakan Fidan, visiting the President of Egypt, arrived.", "TUR"),
    ],
)
def test_an_office_at_home_says_for_whom_a_known_person_acts_at_the_time(
    read: Reader, code: str, words: str, party: str
) -> None:
    _, found = read(code, words)
    assert [a.party for a in found.actors if a.kind == "person"] == [party]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Salim Juma headed the Kenyan delegation, and Abdi Warsame the Somali delegation."),
        ("en", "Salim Juma led the delegation of Kenya and Abdi Warsame the delegation of Somalia."),
        ("fa", "احمد کریمی ریاست هیئت کنیا و رضا محمدی ریاست هیئت سومالی را بر عهده داشتند."),
        ("fa", "ریاست هیئت کنیا را احمد کریمی و هیئت سومالی را رضا محمدی بر عهده داشت."),
        ("ar", "ترأس الوفد الكيني أحمد كريم، فيما ترأس الوفد الصومالي خالد سالم."),
        ("ckb", "ئەحمەد کەریم سەرۆکایەتیی شاندی کینیا و عەلی حەسەن سەرۆکایەتیی شاندی سۆماڵی کرد."),
        ("kmr", "Ehmed Kerîm serokatiya şandeya Kenyayê û Xalid Salim serokatiya şandeya Somalyayê kir."),
    ],
)
def test_whoever_leads_a_delegation_acts_for_its_party(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert [entry.party for entry in found.actors if entry.kind == "person"] == ["KEN", "SOM"]


@pytest.mark.parametrize(
    ("words", "people"),
    [
        (
            "بحث وزيرا الخارجية الأوزبكي سامر الحلبي والطاجيكي دانيال مبيكي التعاون.",
            {"سامر الحلبي": "UZB", "دانيال مبيكي": "TJK"},
        ),
        (
            "التقى الرئيسان السعودي سامر الحلبي، والإيراني دانيال مبيكي، في الدوحة.",
            {"سامر الحلبي": "SAU", "دانيال مبيكي": "IRN"},
        ),
        ("وقال الوزير الجورجي ماريا كيسبي إن اللقاء كان مثمرا.", {"ماريا كيسبي": "GEO"}),
        ("وقال الوزير البيروفي ماريا كيسبي إن اللقاء كان مثمرا.", {"ماريا كيسبي": "PER"}),
    ],
)
def test_an_adjective_of_state_before_a_name_says_whose_he_is_and_is_no_part_of_it(
    read: Reader, words: str, people: dict[str, str]
) -> None:
    _, found = read("ar", words)
    assert {a.name: a.party for a in found.actors if a.kind == "person"} == people


@pytest.mark.parametrize(
    "words",
    [
        "به گزارش خبرگزاری رسمی ارمنستان، فرید رحمانوف وزیر خارجه این کشور وارد تهران شد.",
        "وزارت خارجه ارمنستان اعلام کرد فرید رحمانوف وزیر خارجه این کشور عازم تهران است.",
    ],
)
def test_an_office_of_this_country_is_of_the_one_named_before(read: Reader, words: str) -> None:
    _, found = read("fa", words)
    assert [entry.party for entry in found.actors if entry.kind == "person"] == ["ARM"]


@pytest.mark.parametrize("town", ["Amêdiyê", "Akrê", "Kelarê"])
def test_officials_of_the_regions_towns_are_the_regions(read: Reader, town: str) -> None:
    _, found = read("kmr", f"Rêveberê Çandinê yê {town}, Bayan Kestî, axivî.")
    assert [entry.party for entry in found.actors if entry.kind == "person"] == ["IRQ-KRD"]
