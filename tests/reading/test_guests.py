"""Who is meant where guests are received one after another, by whom, and what is only said of it over the telephone."""

from __future__ import annotations

import pytest

from peyman.model import Reading
from peyman.reading.reader import read_text

PUBLISHED = "2024-05-16"


def read(text: str, publisher: str | None = None) -> Reading:
    return read_text(text, language="en", published=PUBLISHED, publisher=publisher)


def tables(reading: Reading) -> list[set[str]]:
    return [set(meeting.parties) for meeting in reading.meetings]


def people(reading: Reading) -> dict[str, str | None]:
    return {actor.name: actor.party for actor in reading.actors if actor.kind == "person"}


def test_he_is_whoever_met_and_not_whom_he_met() -> None:
    reading = read(
        "Omani Foreign Minister Ali Harthi met Peruvian Foreign Minister Elena Quispe in Muscat on Tuesday. "
        "In a separate meeting, he held talks with the Kenyan foreign minister, Joseph Otieno."
    )
    assert tables(reading) == [{"OMN", "PER"}, {"OMN", "KEN"}]


@pytest.mark.parametrize(
    "text",
    [
        "Ali Harthi, the Omani foreign minister, is on a two-day visit to Peru. On Monday he met President Elena "
        "Quispe.",
        "Omani Foreign Minister Ali Harthi met Peruvian Prime Minister Luis Rojas in Lima on Monday. He also met "
        "President Elena Quispe.",
        "A delegation from Oman led by Deputy Foreign Minister Ali Harthi arrived in Lima on Monday. It is to meet "
        "President Elena Quispe on Thursday.",
        "The Secretary-General arrived in Lima on Monday. He met with President Elena Quispe.",
    ],
)
def test_whoever_receives_a_guest_is_of_where_the_guest_is_though_another_sentence_tells_it(text: str) -> None:
    assert people(read(text))["Elena Quispe"] == "PER"


def test_a_minister_who_is_to_travel_to_a_country_is_not_of_it() -> None:
    reading = read(
        "Omani Foreign Ministry spokesman Ali Harthi said on Tuesday that Foreign Minister Badr Saidi would travel to "
        "Lima on Sunday for talks with Peruvian officials."
    )
    assert people(reading)["Badr Saidi"] == "OMN"


def test_an_office_behind_a_counterpart_is_of_the_same_state() -> None:
    reading = read(
        "Omani Defence Minister Ali Harthi met his Peruvian counterpart, Minister of Defence Luis Rojas, at the "
        "Pentagon on Monday."
    )
    assert people(reading)["Luis Rojas"] == "PER"
    assert tables(reading) == [{"OMN", "PER"}]


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("The Secretary-General met today with Elena Quispe, Minister for Foreign Affairs of Peru.", "United Nations"),
        (
            "The Secretary-General met today with Elena Quispe, Minister for Foreign Affairs of Peru. He thanked Peru "
            "for its part in the peacekeeping of the United Nations.",
            None,
        ),
    ],
)
def test_the_secretary_general_alone_is_that_of_the_organisation_told_of(text: str, publisher: str | None) -> None:
    assert tables(read(text, publisher)) == [{"UNO", "PER"}]


def test_calling_on_a_president_is_a_visit_and_calling_on_him_to_act_is_none() -> None:
    (meeting,) = read(
        "Omani Vice-President Ali Harthi called on Peruvian President Elena Quispe in Lima on Monday."
    ).meetings
    assert set(meeting.parties) == {"OMN", "PER"}
    assert not read("Omani Vice-President Ali Harthi called on Peruvian President Elena Quispe to resign.").meetings


def test_what_is_discussed_by_phone_is_a_call() -> None:
    (meeting,) = read(
        "Omani Foreign Minister Ali Harthi discussed the crisis with Peruvian Foreign Minister Elena Quispe over the "
        "phone on Monday."
    ).meetings
    assert meeting.kind == "call"


def test_a_visit_is_put_off_behind_what_is_inserted() -> None:
    (meeting,) = read(
        "The visit of Omani Foreign Minister Ali Harthi to Lima, which was planned for Monday, has been postponed, the "
        "Peruvian Foreign Ministry said."
    ).meetings
    assert (meeting.status, meeting.date) == ("postponed", None)


def test_the_day_of_a_denial_is_not_that_of_what_is_denied() -> None:
    (meeting,) = read(
        "Omani government spokesman Ali Harthi on Tuesday denied reports that Omani and Peruvian officials had met in "
        "Nairobi."
    ).meetings
    assert (meeting.status, meeting.date) == ("denied", None)


def test_whoever_will_be_received_has_not_been() -> None:
    reading = read(
        "Omani Foreign Minister Ali Harthi will visit Peru next week and will be received by President Elena Quispe."
    )
    assert {meeting.status for meeting in reading.meetings} == {"planned"}


def test_a_committee_that_is_set_up_has_not_met() -> None:
    reading = read(
        "The foreign ministers of Oman and Peru met in Lima on Monday. They agreed to establish a joint committee by "
        "June 2024."
    )
    assert [meeting.kind for meeting in reading.meetings] == ["meeting"]


def test_each_counterpart_beside_a_gathering_is_met_by_himself() -> None:
    reading = read(
        "Omani Foreign Minister Ali Harthi met his counterparts from Peru, Kenya and Georgia on the sidelines of the "
        "conference in Cairo on Monday."
    )
    met = [set(meeting.parties) for meeting in reading.meetings if meeting.kind == "meeting"]
    assert met == [{"OMN", "PER"}, {"OMN", "KEN"}, {"OMN", "GEO"}]


def test_each_of_two_meetings_in_one_clause_has_its_own_place() -> None:
    reading = read(
        "Omani Foreign Minister Ali Harthi will meet Peruvian President Elena Quispe in Lima and Kenyan President "
        "Joseph Otieno in Nairobi next week."
    )
    places = {place.id: place.name for place in reading.places}
    assert [places.get(meeting.place or "") for meeting in reading.meetings] == ["Lima", "Nairobi"]


def test_he_is_whoever_addressed_the_assembly_and_not_the_assembly() -> None:
    reading = read(
        "Omani Foreign Minister Ali Harthi addressed the UN General Assembly on Monday. He later met the Peruvian "
        "foreign minister."
    )
    assert tables(reading) == [{"OMN", "PER"}]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "President Ali Harthi of Oman left for Lima on Monday. He is accompanied by Foreign Minister Badr Saidi.",
            "OMN",
        ),
        ("The Omani and Peruvian presidents, Badr Saidi and Luis Rojas, attended the ceremony in Muscat.", "OMN"),
        (
            "Peruvian Foreign Minister Luis Rojas arrived in Muscat on Sunday. On Monday he met his Omani counterpart "
            "Ali Harthi, and in the afternoon he was received by President Badr Saidi.",
            "OMN",
        ),
        ("Oman's parliamentary speaker Badr Saidi met his Peruvian counterpart Luis Rojas in Cairo.", "OMN"),
    ],
)
def test_whose_somebody_is_whom_the_sentence_before_or_a_list_tells(text: str, party: str) -> None:
    assert people(read(text))["Badr Saidi"] == party


def test_whoever_says_that_there_were_no_talks_had_none() -> None:
    (meeting,) = read("The Omani government said on Tuesday that no talks were going on with Peru.").meetings
    assert (meeting.status, meeting.date, set(meeting.parties)) == ("denied", None, {"OMN", "PER"})


def test_a_trip_that_is_dropped_is_cancelled() -> None:
    (meeting,) = read("Omani Prime Minister Ali Harthi has dropped a trip to Peru set for Monday.").meetings
    assert meeting.status == "cancelled"


def test_a_list_goes_on_behind_the_field_of_an_office() -> None:
    reading = read(
        "The UN Secretary-General has met separately with the Prime Minister of Mongolia, the Minister for Agriculture "
        "and Forests of Kyrgyzstan, and the Foreign Minister of Laos."
    )
    assert tables(reading) == [{"UNO", "MNG"}, {"UNO", "KGZ"}, {"UNO", "LAO"}]


def test_the_cabinet_of_a_cabinet_secretary_is_no_body() -> None:
    reading = read(
        "Kenyan Cabinet Secretary Joseph Otieno met Peruvian Foreign Minister Luis Rojas in Nairobi on Monday."
    )
    assert [actor.name for actor in reading.actors if actor.kind == "body"] == []
