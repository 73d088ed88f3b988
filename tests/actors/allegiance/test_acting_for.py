"""For whom people act whose office does not say it."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader


def party_of(read: Reader, code: str, words: str, name: str, home: str | None = None) -> str | None:
    _, found = read(code, words, home)
    return next(a.party for a in found.actors if a.kind == "person" and a.name == name)


def test_an_office_without_an_owner_is_that_of_whose_page_it_is(read: Reader) -> None:
    words = "Iraq takes part. Deputy Foreign Minister Arin Kawa received the Omani ambassador and spoke for Iraq."
    assert party_of(read, "en", words, "Arin Kawa", "IRQ") == "IRQ"


def test_who_is_named_behind_a_delegation_is_of_it(read: Reader) -> None:
    words = "The Omani delegation included Salim Harthi. The Iraqi ministry hosted the talks in Baghdad."
    assert party_of(read, "en", words, "Salim Harthi", "IRQ") == "OMN"


def test_a_party_that_is_only_a_counterpart_is_not_that_of_others(read: Reader) -> None:
    words = "رئیس ستاد کل نیروهای مسلح سرلشکر سامان رستگار با همتای پاکستانی خود گفت‌وگو کرد."
    assert party_of(read, "fa", words, "سامان رستگار") is None


def test_nobody_acts_for_anyone_where_no_party_is_named(read: Reader) -> None:
    words = "The method was found by Arin Kawa and Saman Rustgar. It is used in every library."
    assert party_of(read, "en", words, "Arin Kawa") is None


def test_a_choice_does_not_hang_on_how_names_are_spelt(read: Reader) -> None:
    words = "The Omani delegation included {}. The Iraqi ministry hosted the talks in Baghdad."
    names = ("Salim Harthi", "Peter Brown", "Hiroshi Tanaka")
    assert len({party_of(read, "en", words.format(name), name, "IRQ") for name in names}) == 1


@pytest.mark.parametrize(
    ("code", "words", "name"),
    [
        ("en", "Iraqi Foreign Minister Fuad Hussein received Foreign Minister Abbas Araghchi in Baghdad.", "Araghchi"),
        ("ar", "التقى وزير الخارجية العراقي فؤاد حسين وزير الخارجية عباس عراقجي في بغداد.", "عراقجي"),
        ("fa", "فواد حسین وزیر امور خارجه عراق و عباس عراقچی وزیر امور خارجه در بغداد دیدار کردند.", "عراقچی"),
        ("ckb", "فوئاد حوسێن وەزیری دەرەوەی عێراق و عەباس عێراقچی وەزیری دەرەوە لە بەغدا کۆبوونەوە.", "عێراقچی"),
        ("kmr", "Wezîrê Derve yê Iraqê Fuad Husên û Wezîrê Derve Abbas Eraqçî li Bexdayê civiyan.", "Eraqçî"),
    ],
)
def test_what_the_register_knows_of_a_person_wins_over_what_stands_near(
    read: Reader, code: str, words: str, name: str
) -> None:
    _, found = read(code, words)
    assert [a.party for a in found.actors if a.kind == "person" and name in a.name] == ["IRN"]


@pytest.mark.parametrize(
    ("code", "words", "name"),
    [
        (
            "en",
            "Iraq and Iran met in Baghdad. Karim Nouri, a researcher, said that little would come of it.",
            "Karim Nouri",
        ),
        ("fa", "ایران و عراق در بغداد دیدار کردند. کریم نوری، پژوهشگر، گفت که چیزی تغییر نمی‌کند.", "کریم نوری"),
        (
            "kmr",
            "Îran û Iraq li Bexdayê civiyan. Kerîm Nûrî, lêkolîner û nivîskar, got ku tiştek naguhere.",
            "Kerîm Nûrî",
        ),
    ],
)
def test_an_expert_speaks_for_himself(read: Reader, code: str, words: str, name: str) -> None:
    assert party_of(read, code, words, name) is None


@pytest.mark.parametrize(
    ("code", "words", "name"),
    [
        (
            "en",
            "Iran hosted the talks. Minister Ali Karimi met Rajesh Singh of India and Ismat Ergashev from Uzbekistan.",
            "Ismat Ergashev",
        ),
        (
            "fa",
            "ایران میزبان بود. علی کریمی با راجش سینگ از هند و با عصمت ارگاشف از ازبکستان دیدار کرد.",
            "عصمت ارگاشف",
        ),
        (
            "kmr",
            "Îran mazûvan bû. Ali Kerîmî bi Rajesh Singh ji Hindistanê û Ismet Ergashev ji Ozbekistanê re civiya.",
            "Ismet Ergashev",
        ),
    ],
)
def test_where_somebody_is_from_stands_behind_a_name(read: Reader, code: str, words: str, name: str) -> None:
    assert party_of(read, code, words, name) == "UZB"
