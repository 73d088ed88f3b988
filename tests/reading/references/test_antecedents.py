"""Whom "the two sides" and "they" mean: those who sat together last, and nobody who only mediates or plays host."""

from __future__ import annotations

import pytest

from peyman.reading.reader import prepare
from peyman.sources.model import SourceDocument


def _meant(text: str, language: str) -> list[set[str]]:
    """The parties that each reference of a text is taken for."""
    source = SourceDocument("0" * 64, "-", text.encode(), text, language=language, published="2025-03-04")
    agents = prepare(source).context.agents()
    return [set(agent.parties) for agent in agents if agent.reference in ("two", "they", "all")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The foreign ministers of Iraq and Oman met in Jeddah on Monday on the sidelines of the meeting of Egypt "
            "and Jordan. The two sides discussed trade.",
        ),
        (
            "ar",
            "بحث وزير الخارجية العراقي ووزير الخارجية العماني اليوم في جدة على هامش اجتماع مصر والأردن سبل التعاون. "
            "كما بحث الطرفان التجارة.",
        ),
    ],
)
def test_the_two_sides_are_those_who_met_and_not_those_beside_whose_gathering_they_met(
    language: str, text: str
) -> None:
    assert _meant(text, language) == [{"IRQ", "OMN"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "kmr",
            "Ermenistan û Azerbaycan pêşniyara Qeter û Tirkiyeyê qebûl kirin. Peyman li Dohayê di navbera her du "
            "aliyan de, bi navbeynkariya Qeter û Tirkiyeyê, hate îmzekirin.",
        ),
        (
            "en",
            "Armenia and Azerbaijan welcomed what Qatar and Turkey had drafted. The two sides signed it in Doha with "
            "the mediation of Qatar and Turkey.",
        ),
    ],
)
def test_the_two_sides_are_not_those_who_mediate_between_them(language: str, text: str) -> None:
    assert _meant(text, language) == [{"ARM", "AZE"}]


def test_those_who_announce_talks_between_others_are_not_the_ones_who_sit_there() -> None:
    text = (
        "Qatar and Egypt announced that they had opened the talks between the rival forces. Armenia and Azerbaijan "
        "had both asked for it. They signed a truce in Doha on Monday."
    )
    assert _meant(text, "en")[-1] == {"ARM", "AZE"}


GUEST = (
    "Iraq's Foreign Minister Fuad Hussein arrived in Muscat on Monday, where he will be received by Sultan Haitham bin "
    "Tarik of Oman. "
)


def _pronouns(text: str, language: str = "en") -> list[set[str]]:
    source = SourceDocument("0" * 64, "-", text.encode(), text, language=language, published="2025-03-04")
    return [set(agent.parties) for agent in prepare(source).context.agents() if agent.reference == "he"]


def test_the_ministry_is_that_of_the_minister_named_and_not_of_whoever_was_named_last() -> None:
    assert _pronouns(GUEST + "The ministry said the visit would last two days.")[-1] == {"IRQ"}


def test_the_ministry_is_the_one_named_last() -> None:
    text = "The Ministry of Water of Turkey wrote to Iraq and to Syria. The ministry asked for an answer."
    assert _pronouns(text)[-1:] in ([{"TUR"}], [])


def test_the_minister_is_whoever_was_named_as_one() -> None:
    assert _pronouns(GUEST + "The minister spoke to reporters.")[-1] == {"IRQ"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fa",
            "فؤاد حسین وزیر خارجه عراق وارد مسقط شد و با سلطان هیثم بن طارق دیدار می‌کند. "
            "این وزارتخانه بیانیه‌ای منتشر کرد.",
        ),
        (
            "ar",
            "وصل وزير الخارجية العراقي فؤاد حسين إلى مسقط حيث يستقبله سلطان عمان هيثم بن طارق. "
            "وقالت الوزارة إن الزيارة تستمر يومين.",
        ),
    ],
)
def test_the_ministry_means_the_same_in_other_languages(language: str, text: str) -> None:
    assert _pronouns(text, language)[-1] == {"IRQ"}


def test_he_is_the_one_who_acted_and_not_the_one_whom_he_met() -> None:
    text = "سامان کاظمی معاون وزیر خارجه کنیا با فرید رحمانوف وزیر تجارت عمان دیدار کرد. وی از گفت‌وگوها تمجید کرد."
    source = SourceDocument("0" * 64, "-", text.encode(), text, language="fa", published="2025-03-04")
    agents = prepare(source).context.agents()
    assert [set(agent.parties) for agent in agents if agent.reference == "he"] == [{"KEN"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "kmr",
            "Wezîrê Perûyê Daniel Mbekî di civîna ligel wezîra Etîyopyayê Maria Quispe de got ku welatê wî amade ye.",
        ),
        ("kmr", "Wezîrê Perûyê Daniel Mbekî bi hevpîşeyê xwe yê Etîyopyayê Yûsif Zarî re got ku welatê wî amade ye."),
    ],
)
def test_his_country_is_that_of_whoever_acts(language: str, text: str) -> None:
    source = SourceDocument("0" * 64, "-", text.encode(), text, language=language, published="2025-03-04")
    agents = prepare(source).context.agents()
    assert [agent.parties for agent in agents if agent.reference == "own"] == [("PER",)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The prime minister of Armenia met the president of Azerbaijan. The Armenian prime minister noted that in "
            "Russia the parties agreed to the return of ten detainees.",
        ),
        (
            "fa",
            "نخست‌وزیر ارمنستان با رئیس‌جمهور جمهوری آذربایجان دیدار کرد. نخست‌وزیر ارمنستان گفت که در روسیه دو طرف "
            "بر سر بازگرداندن ده زندانی توافق کردند.",
        ),
    ],
)
def test_the_country_in_which_they_agreed_is_none_of_the_two(language: str, text: str) -> None:
    assert _meant(text, language) == [{"ARM", "AZE"}]


def test_each_minister_is_one_of_those_who_met() -> None:
    text = "The foreign minister of Oman met the foreign minister of Kenya. Each minister promised to open an office."
    assert _meant(text, "en")[-1] == {"OMN", "KEN"}


def test_a_title_with_a_feminine_ending_is_rather_the_womans() -> None:
    words = (
        "قالت سفيرة كينيا سلمى الحلبي إن الوضع صعب. "
        "وقال سفير غانا سامر حداد إن الحدود مفتوحة. وأضافت السفيرة أن المساعدات كافية."
    )
    source = SourceDocument("0" * 64, "-", words.encode(), words, language="ar", published="2025-03-04")
    context = prepare(source).context
    (title,) = (a for a in context.agents() if context.text.tokens[a.first].text == "السفيرة")
    assert title.parties == ("KEN",)
