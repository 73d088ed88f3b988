"""Names that a list or an office beside them makes people."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader

from peyman.reading.reader import read_text


def test_what_is_called_after_a_known_body_is_nobody_in_a_list_of_people(read: Reader) -> None:
    _, found = read("en", "Speakers were Salim Rustgar, Hezbollah Brigades, Arin Kawa and Dara Miran.")
    people = [entry.name for entry in found.actors if entry.kind == "person"]
    assert "Salim Rustgar" in people
    assert "Hezbollah Brigades" not in people


@pytest.mark.parametrize("office", ["Wezîra Karên Derve", "Wezîra Karûbarên Derve", "Wezîrê Karên Hundir"])
def test_the_field_of_an_office_is_no_person(office: str) -> None:
    reading = read_text(f"{office} ya Iraqê Şîlan Merwan ragihand ku rewş baş e.", language="kmr")
    [person] = [actor for actor in reading.actors if actor.kind == "person"]
    assert (person.name, person.party) == ("Şîlan Merwan", "IRQ")
    assert person.roles


@pytest.mark.parametrize("town", ["Enbar'ê", "Parîs’ê", "Îslamabad'ê", "Kirmaşan'ê"])
def test_an_ending_behind_an_apostrophe_is_no_part_of_a_name(town: str) -> None:
    reading = read_text(f"Civînek li {town} hat lidarxistin.", language="kmr")
    assert [actor.name for actor in reading.actors if actor.kind == "body"] == []
    assert [place.name for place in reading.places] == [town[:-2]]


def test_a_name_does_not_begin_with_the_end_of_a_states_name() -> None:
    reading = read_text("Wezîrê Derve yê Burkîna Fasoyê Kamêran Botî duh axivî.", language="kmr")
    assert [a.name for a in reading.actors if a.kind == "person"] == ["Kamêran Botî"]


def test_and_parts_two_people_in_a_headline(read: Reader) -> None:
    _, found = read(
        "kmr",
        "Hevdîtina Fîdan û Araqçî ya telefonî\n"
        "Wezîrê Derve yê Tirkiyeyê Hakan Fîdan îro bi Wezîrê Derve yê Îranê Ebas Araqçî re axivî.",
    )
    assert {entry.name for entry in found.actors if entry.kind == "person"} == {"Hakan Fîdan", "Ebas Araqçî"}


@pytest.mark.parametrize("day", ["Şemiyê", "Yekşemê", "Duşemê", "Pêncşemê"])
def test_a_day_alone_is_no_body(read: Reader, day: str) -> None:
    _, found = read("kmr", f"Redûr roja {day} li Dohayê û Ciddeyê bi hevpîşeyên xwe re civiyabû.")
    assert [actor.name for actor in found.actors if actor.kind == "body"] == []
