"""Members of delegations: of whose delegation a sentence or a list says that they are."""

from __future__ import annotations

import pytest
from tests.actors.allegiance.test_sides import parties_of
from tests.actors.conftest import Reader

#: A delegation of one party with its members, on its way to another's.
MADE_UP_OF = {
    "en": (
        "A delegation of the Patriotic Union of Kurdistan headed by Karwan Saeedi, and made up"
        " of Hemin Zardi and Shilan"
        " Rustgar, visited the headquarters of the Change Movement."
    ),
    "fa": (
        "هیئتی از «جنبش تغییر» به سرپرستی «دارا رستگار» و متشکل از ژیلا رستمی و سامان محمدپور از"
        " دفتر حزب دمکرات کردستان"
        " ایران دیدن کرد."
    ),
    "ar": "زار وفد من الاتحاد الوطني الكردستاني برئاسة سليم رستگار وعضوية خالد الآزادي مقر حركة التغيير.",
    "ckb": (
        "شاندێکی یەکگرتووی ئیسلامیی کوردستان بە سەرپەرشتی سامان ڕستگار و پێکهاتوو لە ئارین کاوە"
        " و شیلان محەممەد سەردانی"
        " بزووتنەوەی گۆڕانیان کرد."
    ),
    "kmr": (
        "Şandeyeke Yekîtiya Niştimanî ya Kurdistanê, ku ji Hêmin Zerdî û Şîlan Rustgar pêk dihat, serdana baregeha"
        " Tevgera Goran kir."
    ),
}
SENT_BY = {"en": "PUK", "fa": "GORRAN", "ar": "PUK", "ckb": "KIU", "kmr": "PUK"}


@pytest.mark.parametrize("code", sorted(MADE_UP_OF))
def test_members_are_of_the_party_that_sent_the_delegation(read: Reader, code: str) -> None:
    parties = parties_of(read, code, MADE_UP_OF[code])
    assert len(parties) >= 2
    assert set(parties.values()) == {SENT_BY[code]}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (
            "en",
            "The President of Ghana, Kojo Amankwah, arrived in Lomé. The delegation accompanying the"
            " President comprises"
            " Foreign Minister Salim Rustgar and Trade Minister Arin Kawa.",
        ),
        (
            "fa",
            "رئیس‌جمهور غنا، کوجو آمانکوا، وارد لومه شد. هیئت همراه رئیس‌جمهور متشکل است از وزیر"
            " امور خارجه سلیم رستگار و وزیر"
            " تجارت سامان محمدپور.",
        ),
        (
            "ar",
            "وصل رئيس غانا كوجو أمانكواه إلى لومي. ويضم الوفد المرافق لأمانكواه وزير الخارجية سليم"
            " رستگار ووزير التجارة"
            " خالد الآزادي.",
        ),
        (
            "ckb",
            "سەرۆکی غانا، کۆجۆ ئەمانکوا، گەیشتە لۆمێ. شاندی یاوەری سەرۆک پێکهاتووە لە وەزیری دەرەوە"
            " سامان ڕستگار و وەزیری"
            " بازرگانی ئارین کاوە.",
        ),
        (
            "kmr",
            "Serokê Ganayê Kojo Amankwah gihîşt Lomêyê. Şandeya ligel serok ji Wezîrê Derve Kwame Asante û Wezîrê"
            " Bazirganiyê Kofi Boateng pêk tê.",
        ),
    ],
)
def test_those_who_accompany_a_guest_are_of_the_guests_country(read: Reader, code: str, words: str) -> None:
    parties = parties_of(read, code, words, "TGO")
    assert len(parties) == 3
    assert set(parties.values()) == {"GHA"}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (
            "en",
            "Members of the KDP delegation:\n- Azad Mirkhan: member of the Political Bureau\nMembers of the PUK"
            " delegation:\n- Latif Rustgar: head of the elections office",
        ),
        (
            "fa",
            "اعضای هیئت حزب دمکرات کردستان عراق:\n- آزاد میرخانی: عضو دفتر سیاسی\nاعضای هیئت اتحادیه"
            " میهنی کردستان:\n- لطیف"
            " رستگار: مسئول دفتر انتخابات",
        ),
        (
            "ar",
            "أعضاء وفد الحزب الديمقراطي الكردستاني:\n- آزاد ميرخان: عضو المكتب السياسي\nأعضاء وفد"
            " الاتحاد الوطني"
            " الكردستاني:\n- سليم رستگار: مسؤول مكتب الانتخابات",
        ),
        (
            "ckb",
            "ئەندامانی شاندی پارتی دیموکراتی کوردستان:\n- ئازاد میرخان: ئەندامی مەکتەبی"
            " سیاسی\nئەندامانی شاندی یەکێتیی"
            " نیشتمانیی کوردستان:\n- سامان ڕستگار: بەرپرسی نووسینگەی هەڵبژاردن",
        ),
        (
            "kmr",
            "Endamên şandeya PDKê:\n- Azad Mîrxan: Endamê Polîtburoyê\nEndamên şandeya YNKê:\n-"
            " Letîf Rustgar: Berpirsê"
            " Nivîsgeha Hilbijartinan",
        ),
    ],
)
def test_the_lines_of_a_list_are_of_the_delegation_that_heads_it(read: Reader, code: str, words: str) -> None:
    assert list(parties_of(read, code, words).values()) == ["KDP", "PUK"]


def test_a_list_of_those_who_are_met_is_of_the_country_of_those_who_are_met(read: Reader) -> None:
    words = (
        "The PUK delegation met with many leaders of Iraq. Among them were:\n- Salim Rustgar, head of the committee\n"
        "- Arin Kawa, head of the bloc"
    )
    assert set(parties_of(read, "en", words, "IRQ-KRD").values()) == {"IRQ"}


def test_whoever_receives_the_members_is_none_of_them(read: Reader) -> None:
    words = (
        "شاندێکی یەکگرتووی ئیسلامیی کوردستان پێکهاتوو لە سامان ڕستگار و شیلان محەممەد سەردانی"
        " بزووتنەوەی گۆڕانیان کرد و"
        " لەلایەن ئارین کاوەوە پێشوازییان لێکرا."
    )
    assert parties_of(read, "ckb", words)["سامان ڕستگار"] == "KIU"
    assert parties_of(read, "ckb", words).get("ئارین کاوە") != "KIU"


def test_a_delegation_of_a_party_named_in_full_before_is_known_by_the_beginning_of_its_name(read: Reader) -> None:
    words = (
        "حزبی سۆسیالیست دیموکراتی کوردستان و پارتی کۆبوونەوە. شاندی حزبی سۆسیالیست پێکهاتبوو لە سامان ڕستگار، جێگری"
        " سکرتێر و ئارین کاوە ئەندامی مەکتەبی سیاسی."
    )
    assert set(parties_of(read, "ckb", words, "IRQ-KRD").values()) == {"KSDP"}


def test_a_ministry_that_nobody_is_named_for_is_of_the_country_of_the_delegation(read: Reader) -> None:
    words = (
        "وصل رئيس غانا كوجو أمانكواه إلى لومي عاصمة توغو. ويضم الوفد المرافق لأمانكواه وزيرة النقل سلمى رستگار والأمين"
        " العام لوزارة الخارجية السفير خالد الآزادي."
    )
    assert set(parties_of(read, "ar", words).values()) == {"GHA"}


@pytest.mark.parametrize(
    ("code", "words", "met"),
    [
        (
            "en",
            "The Turkish delegation headed by Salim Rustgar met senior officials including Arin Kawa.",
            "Arin Kawa",
        ),
        (
            "fa",
            "هیئت ترکیه به سرپرستی سلیم رستگار با مقام‌هایی شامل سامان محمدپور و ژیلا رستمی دیدار کرد.",
            "سامان محمدپور",
        ),
        (
            "ckb",
            "شاندی تورکیا بە سەرۆکایەتی سامان ڕستگار لەگەڵ بەرپرسان کۆبووەوە کە پێکهاتبوون لە شیلان محەممەد.",
            "شیلان محەممەد",
        ),
    ],
)
def test_those_among_whom_a_delegation_meets_are_no_members_of_it(
    read: Reader, code: str, words: str, met: str
) -> None:
    assert parties_of(read, code, words).get(met) != "TUR"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Turkey asked for these changes:\n- Arin Kawa must resign\n- Dara Miran becomes mayor"),
        ("fa", "ترکیه این شرایط را اعلام کرد:\n- سلیم رستگار باید آزاد شود\n- سامان محمدپور برکنار شود"),
        ("ar", "طالبت تركيا بما يلي:\n- خالد الآزادي يجب أن يستقيل\n- سليم رستگار يبقى"),
    ],
)
def test_a_list_of_what_a_state_asks_names_none_of_its_own(read: Reader, code: str, words: str) -> None:
    parties = parties_of(read, code, words)
    assert parties
    assert "TUR" not in parties.values()
