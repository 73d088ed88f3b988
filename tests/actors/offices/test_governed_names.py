"""Names before which a verb or a preposition stands: the office before it is another's."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader


@pytest.mark.parametrize(
    ("code", "words", "name", "party"),
    [
        ("ar", "أشاد رئيس الوزراء العراقي بعباس عراقجي في بغداد.", "عباس عراقجي", "IRN"),
        ("ar", "رحب رئيس الوزراء العراقي بماركو روبيو.", "ماركو روبيو", "USA"),
        ("ar", "قال رئيس الوزراء العراقي لماركو روبيو إن الزيارة مهمة.", "ماركو روبيو", "USA"),
        ("ar", "بحث رئيس الوزراء العراقي ودونالد ترامب الملف.", "دونالد ترامب", "USA"),
        ("en", "The Iraqi prime minister received Marco Rubio on Sunday.", "Marco Rubio", "USA"),
        ("en", "The Iraqi foreign minister briefed Marco Rubio on Sunday.", "Marco Rubio", "USA"),
        ("en", "The Iraqi prime minister received Ben Wallace on Sunday.", "Ben Wallace", "GBR"),
        ("en", "The Iraqi prime minister praised Iran and thanked Marco Rubio.", "Marco Rubio", "USA"),
        ("kmr", "Serokwezîrê Iraqê pêşwazî li Marco Rubio kir.", "Marco Rubio", "USA"),
    ],
)
def test_whoever_is_received_does_not_hold_the_office_of_whoever_receives(
    read: Reader, code: str, words: str, name: str, party: str
) -> None:
    _, found = read(code, words)
    people = [actor for actor in found.actors if actor.kind == "person"]
    assert [(actor.name, actor.party, actor.roles) for actor in people] == [(name, party, [])]


def test_a_name_that_nobody_knows_is_shown_without_its_preposition(read: Reader) -> None:
    _, found = read("ar", "رحب وزير الخارجية القطري بسامر الحلبي في الدوحة.")
    assert [(actor.name, actor.roles) for actor in found.actors if actor.kind == "person"] == [("سامر الحلبي", [])]


def test_an_office_before_a_verb_is_not_that_of_whoever_has_one_behind_it(read: Reader) -> None:
    _, found = read("en", "The Tunisian foreign minister accompanied Prime Minister Salim Rustgar to Rabat.")
    (person,) = (actor for actor in found.actors if actor.kind == "person")
    assert [role.title for role in person.roles] == ["Prime Minister"]


def test_an_office_to_which_a_preposition_is_written_is_of_nobody_before_it(read: Reader) -> None:
    _, found = read("ar", "التقى وزير الخارجية القطري سامر الحلبي بالرئيس العراقي.")
    (person,) = (actor for actor in found.actors if actor.kind == "person")
    assert [role.title for role in person.roles] == ["وزير الخارجية القطري"]


def test_an_office_of_another_state_right_behind_a_name_is_anothers(read: Reader) -> None:
    _, found = read("ar", "استقبل الرئيس المصري سامر الحلبي ولي العهد السعودي.")
    (person,) = (actor for actor in found.actors if actor.kind == "person")
    assert (person.party, [role.title for role in person.roles]) == ("EGY", ["الرئيس المصري"])


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Prime Minister designate Salim Rustgar of Tunisia spoke.", "Prime Minister"),
        ("The minister of public works Salim Rustgar of Tunisia spoke.", "minister of public works"),
        ("The minister of public works and town planning Salim Rustgar of Tunisia spoke.", "minister of public works"),
        ("The Tunisian secretary general Salim Rustgar spoke.", "Tunisian secretary general"),
    ],
)
def test_what_goes_on_with_an_office_is_no_verb(read: Reader, words: str, title: str) -> None:
    _, found = read("en", words)
    (person,) = (actor for actor in found.actors if actor.kind == "person")
    assert person.party == "TUN"
    assert any(role.title.startswith(title) for role in person.roles)


@pytest.mark.parametrize(
    "words",
    [
        "وزير الدفاع الكيني يبحث اغتيال سامر الحلبي في روما.",
        "أمير قطر يلتقي سامر الحلبي في روما.",
        "ندد رئيس الوزراء الكيني بمقتل مراسلة الصحيفة سلمى الحلبي.",
    ],
)
def test_an_office_does_not_reach_over_a_verb_or_a_noun_that_governs_the_name(read: Reader, words: str) -> None:
    _, found = read("ar", words)
    (person,) = (a for a in found.actors if a.kind == "person" and a.name.endswith("الحلبي"))
    assert not person.roles
