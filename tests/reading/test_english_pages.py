"""What pages in English are built of: headlines that list who meets, words of saying in passing, what is recalled."""

from __future__ import annotations

import pytest

from peyman.model import Reading
from peyman.reading.reader import read_text


def _read(text: str) -> Reading:
    return read_text(text, language="en", published="2024-07-24")


@pytest.mark.parametrize("verb", ["discuss trade", "meet in Sofia", "hold talks"])
def test_an_envoy_listed_in_a_headline_beside_a_premier_is_somebody_else(verb: str) -> None:
    reading = _read(
        f"PM Petrov, Ghana's ambassador to Bulgaria {verb}\n"
        "Bulgarian Prime Minister Goran Petrov received Lydia Asare, Ghana's ambassador to Bulgaria, on Tuesday."
    )
    assert {a.name: a.party for a in reading.actors if a.kind == "person"} == {
        "Goran Petrov": "BGR",
        "Lydia Asare": "GHA",
    }


def test_an_office_behind_a_name_is_its_bearer_s_where_one_verb_of_one_follows() -> None:
    reading = _read("Lydia Asare, Ghana's ambassador to Bulgaria, discusses trade with Prime Minister Goran Petrov.")
    assert {a.name: a.party for a in reading.actors if a.kind == "person"}["Lydia Asare"] == "GHA"


def test_who_speak_on_the_phone_with_each_other_make_no_statement() -> None:
    reading = _read("On Tuesday Goran Petrov of Bulgaria and Ghana's Foreign Minister Lydia Asare spoke on the phone.")
    assert [m.kind for m in reading.meetings] == ["call"]
    assert reading.statements == []


def test_where_something_had_been_signed_is_the_place_of_no_signing_that_day() -> None:
    talks = "Bulgaria's Goran Petrov and Ghana's Lydia Asare held talks in Geneva on July 23, 2024"
    assert [m.kind for m in _read(f"{talks}, in the villa where the accord of 1991 had been signed.").meetings] == [
        "talks"
    ]
    assert "signing" in {m.kind for m in _read(f"{talks}, and the two ministers signed an accord on trade.").meetings}


def test_the_second_of_two_days_keeps_its_own_place() -> None:
    reading = _read(
        "Bulgaria's foreign minister will meet his Ghanaian counterpart on Thursday, his office said, and the Togolese"
        " premier in Accra on Friday."
    )
    towns = {p.id: p.names.get("en") or p.name for p in reading.places}
    told = {(frozenset(m.parties), m.date, towns.get(m.place or "")) for m in reading.meetings}
    assert told == {
        (frozenset({"BGR", "GHA"}), "2024-07-25", None),
        (frozenset({"BGR", "TGO"}), "2024-07-26", "Accra"),
    }


def test_nobody_has_said_anything_on_a_day_to_come() -> None:
    reading = _read("Bulgaria's envoys will travel to Accra on Thursday, an official in Sofia said.")
    assert all(s.date is None for s in reading.statements)


@pytest.mark.parametrize("style", ["Republic of", "Federal Democratic Republic of", "United Republic of"])
@pytest.mark.parametrize("state", ["Uganda", "Ethiopia", "Tanzania"])
def test_the_full_name_of_a_state_is_the_state(style: str, state: str) -> None:
    reading = _read(f"Goran Petrov, President of the {style} {state}, met with the minister.")
    assert [(a.kind, a.names.get("en")) for a in reading.actors if a.kind != "person"] == [("party", state)]


def test_a_headline_s_no_before_two_names_denies_their_meeting() -> None:
    reading = _read(
        "No Petrov-Asare meeting this month\nGoran Petrov of Bulgaria and Ghana's Lydia Asare stay at home."
    )
    assert {m.status for m in reading.meetings} <= {"denied"}
    assert "held" not in {m.status for m in _read("No Bulgaria-Ghana talks this week\nThe envoys stay.").meetings}


def test_who_wrote_a_report_was_not_at_the_table() -> None:
    reading = _read(
        "Bulgaria and Ghana talk about trade\nBy Ilse Brandt, Accra, 24 July 2024\n"
        "Bulgarian Foreign Minister Goran Petrov met his counterpart Lydia Asare in Accra on Tuesday."
    )
    present = {p.actor for m in reading.meetings for p in m.participants}
    assert "Ilse Brandt" not in {a.name for a in reading.actors if a.id in present}


def test_a_journey_and_a_reception_on_other_days_keep_what_is_theirs() -> None:
    reading = _read(
        "Petrov of Bulgaria visited Accra in January, and received Togo's minister Kodjo Mensah in Sofia last week."
    )
    towns = {p.id: p.names.get("en") or p.name for p in reading.places}
    told = {(m.kind, frozenset(m.parties), towns.get(m.place or "")) for m in reading.meetings}
    assert told == {
        ("visit", frozenset({"BGR", "GHA"}), "Accra"),
        ("meeting", frozenset({"BGR", "TGO"}), "Sofia"),
    }


def test_those_met_one_after_another_are_met_apart() -> None:
    reading = _read("Bulgaria's foreign minister met his counterparts from Ghana, Togo and Benin one after another.")
    assert {frozenset(m.parties) for m in reading.meetings} == {
        frozenset({"BGR", "GHA"}),
        frozenset({"BGR", "TGO"}),
        frozenset({"BGR", "BEN"}),
    }


def test_a_paper_s_day_is_not_that_of_what_had_been() -> None:
    reading = _read("The paper reported on July 6 that Goran Petrov of Bulgaria had met Ghana's Lydia Asare.")
    assert [m.date for m in reading.meetings] == [None]


@pytest.mark.parametrize("name", ["20th Party Congress", "World Uyghur Congress", "National Congress"])
def test_a_congress_of_others_is_not_that_of_the_united_states(name: str) -> None:
    assert "U.S. Congress" not in {a.names.get("en") for a in _read(f"After the {name} he went home.").actors}
    assert "U.S. Congress" in {a.names.get("en") for a in _read("The envoy told Congress so on Tuesday.").actors}


def test_the_day_between_an_article_and_a_noun_is_that_of_the_noun() -> None:
    met = "Lydia Asare of Ghana met with the Speaker of the Togolese parliament, Kodjo Mensah, with whom"
    assert [m.date for m in _read(f"{met} the December 2 local elections were discussed.").meetings] == [None]
    reading = _read("Togo's Kodjo Mensah welcomed the outcome of the May 4 talks with Ghana.")
    assert [m.date for m in reading.meetings] == ["2024-05-04"]


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Lydia Asare of Ghana met both Togolese heads of delegation on Thursday.", "2024-07-18"),
        ("Lydia Asare of Ghana received Togo's Kodjo Mensah, who heads the Red Crescent, on Thursday.", "2024-07-18"),
    ],
)
def test_nouns_and_participles_written_as_verbs_tell_no_tense(sentence: str, date: str) -> None:
    assert {m.date for m in _read(sentence).meetings} == {date}


def test_a_co_chair_chairs_nothing() -> None:
    reading = _read("The Togolese co-chair Kodjo Mensah wrote to Ghana's Lydia Asare.")
    assert reading.meetings == []
    assert [m.kind for m in _read("Togo's premier will co-chair a session with Ghana's Asare.").meetings] != []


def test_another_round_that_was_agreed_on_is_to_come() -> None:
    assert [m.status for m in _read("Togo and Ghana have agreed on another round of negotiations.").meetings] == [
        "planned"
    ]


def test_a_meeting_that_is_applied_for_has_not_been_held() -> None:
    assert (
        _read("Ghana has applied to Togo's Ministry of Justice for a second meeting with Kodjo Mensah.").meetings == []
    )


def test_who_keeps_a_joint_declaration_issues_none() -> None:
    reading = _read("Togo's Kodjo Mensah promised that Lome would abide by the Lima Joint Declaration of October 26.")
    assert "joint-statement" not in {s.kind for s in reading.statements}


def test_what_is_told_by_how_long_ago_it_was_was_not_today() -> None:
    reading = _read(
        "Kodjo Mensah of Togo met Ghana's Lydia Asare today, a month after they signed the Lima Declaration."
    )
    assert {(m.kind, m.date) for m in reading.meetings} == {("meeting", "2024-07-24"), ("signing", None)}


def test_what_was_discussed_is_not_to_come_because_its_topic_is() -> None:
    reading = _read(
        "Lydia Asare of Ghana received Togo's Kodjo Mensah. They exchanged views on the visit to Lome by Minister Yaw"
        " Boateng, which is planned for August."
    )
    assert {m.status for m in reading.meetings if m.kind != "visit"} == {"held"}


@pytest.mark.parametrize("verb", ["welcomed", "welcomes"])
def test_whoever_welcomes_a_guest_says_nothing(verb: str) -> None:
    reading = _read(f"Prime Minister Lydia Asare of Ghana {verb} President Kodjo Mensah of Togo at Accra airport.")
    assert reading.statements == []
    assert _read(f"Prime Minister Lydia Asare of Ghana {verb} the decision of Togo's president.").statements != []


def test_the_hours_of_a_live_log_are_of_its_own_day() -> None:
    reading = _read(
        "Live updates\n14:35 The delegation has left. Talks with Ghana are to resume on Thursday.\n"
        "13:10 Ghana's Finance Minister Lydia Asare joined the meeting with the Togolese delegation."
    )
    assert "2024-07-24T13:10:00" in {d.edtf for d in reading.dates}


def test_a_joint_statement_is_of_all_governments_that_released_it() -> None:
    reading = _read(
        "Joint Statement on the Third Meeting of the Oversight Committee for the Agreement between Togo and Ghana\n"
        "July 24, 2024\n"
        "The text of the following statement was released by the Governments of the Republic of Bulgaria, the Republic"
        " of Togo and the Republic of Ghana.\nBegin Text:\nThe Committee met in Sofia on July 23, 2024."
    )
    joint = [s for s in reading.statements if s.kind == "joint-statement"]
    assert [sorted(s.parties) for s in joint] == [["BGR", "GHA", "TGO"]]


def test_a_readout_is_of_the_spokesperson_who_signs_it() -> None:
    reading = _read(
        "Note to Correspondents: Readout on the meeting on Togo\nNew York, 24 July 2024\n"
        "The Secretary-General of the United Nations met the Togolese president, Kodjo Mensah.\n"
        "They discussed trade in the region.\nThe two also spoke of the elections.\n"
        "Ilse Brandt, Spokesperson for the Secretary-General of the United Nations"
    )
    assert [(s.kind, s.parties) for s in reading.statements] == [("statement", ["UNO"])]


def test_a_dateline_of_two_towns_tells_no_place() -> None:
    reading = _read("LIMA/QUITO, 24 July 2024 - The envoy of Togo, Kodjo Mensah, today concluded a visit to Ghana.")
    assert all(m.place is None for m in reading.meetings)


def test_whoever_recalls_an_envoy_says_nothing() -> None:
    assert not read_text(
        "Kenya recalled its ambassador to Norway for consultations.", published="2025-05-03"
    ).statements


@pytest.mark.parametrize("denied", ["denied a report that", "rejected claims that", "dismissed the rumours that"])
def test_a_report_of_an_encounter_may_be_denied(denied: str) -> None:
    text = f"The Kenyan presidency {denied} the ambassadors of Kenya and Somalia had met."
    assert [m.status for m in read_text(text, published="2025-05-03").meetings] == ["denied"]


def test_whoever_is_on_the_telephone_with_somebody_calls() -> None:
    text = "Norwegian minister Kari Holm was on the telephone with the Prime Minister of Lebanon on Friday."
    assert [m.kind for m in read_text(text, published="2025-05-03").meetings] == ["call"]


@pytest.mark.parametrize("day", ["2022-03-29", "March 29, 2022"])
def test_a_title_may_be_as_long_as_a_paragraph_above_the_day_of_publication(day: str) -> None:
    title = (
        "Joint Statement on the Kenya-Georgia Religious Coexistence Working Group to Advance Interfaith and"
        " Intercultural Dialogue and Counter Religious Intolerance and Hatred"
    )
    reading = read_text(f"{title}\n{day}\n\nOffice of the Spokesperson\n\nKenya and Georgia will meet next month.")
    assert reading.document.published == "2022-03-29"
    assert [m.date for m in reading.meetings] == ["2022-04"]


def test_nobody_behind_the_verb_speaks_where_its_subject_stands_before_it() -> None:
    reading = _read(
        "Today President Juma Otieno of Kenya and Georgian President Nino Beridze announced a joint task force to save"
        " fuel as President Karl Lindqvist of Sweden wages a war of words against Togo."
    )
    assert [set(s.parties) for s in reading.statements] == [{"KEN", "GEO"}]


def test_a_title_with_an_and_in_it_belongs_to_the_name_behind_it() -> None:
    reading = _read(
        "Statement by Deputy National Security Advisor for Cyber and Emerging Technology Nina Bergstrom on Kenya\n\n"
        "We thank our partners in the United States for their support. We will help Kenya to guard its networks."
    )
    names = {a.id: a.name for a in reading.actors}
    assert [names[i] for i in reading.statements[0].issuers] == ["Nina Bergstrom"]


def test_a_joint_statement_is_of_those_who_release_it_and_not_of_whom_it_is_about() -> None:
    reading = _read(
        "Joint Statement by the Secretary of State of the United States and the Foreign Minister of Kenya\n\n"
        "The following statement was released by United States Secretary of State Amy Carver and Kenyan Foreign"
        " Minister Juma Otieno on Togo's presidential election.\n\n"
        "We reiterate our firm support for the efforts of the United Nations to promote a settlement."
    )
    assert [set(s.parties) for s in reading.statements] == [{"USA", "KEN"}]


def test_a_joint_statement_by_people_and_by_their_governments_is_one() -> None:
    reading = _read(
        "Joint Statement by Secretary Amy Carver and Foreign Minister Juma Otieno\n\nThe text of the following"
        " statement was released by the Governments of the United States of America and Kenya:\n\n"
        "Kenyan Foreign Minister Juma Otieno met Secretary of State Amy Carver on Tuesday."
        " Both parties are concerned about the food supply."
    )
    assert [s.kind for s in reading.statements] == ["joint-statement"]


def test_who_repeats_condolences_undertakes_nothing() -> None:
    reading = _read(
        "Kenyan Foreign Minister Juma Otieno met his Georgian counterpart Nino Beridze in Accra on Tuesday. He pledged"
        " to send grain to Georgia, and reiterated his condolences to Minister Beridze on the passing of a friend."
    )
    assert [set(c.by) for c in reading.commitments] == [{"KEN"}]


def test_a_title_before_a_father_s_name_is_no_given_name() -> None:
    reading = _read(
        "Secretary Carver’s Meeting with Yemen Foreign Minister Bin Mubarrid\n\nSecretary of State Amy Carver met today"
        " with Yemeni Foreign Minister Ahmed bin Mubarrid."
    )
    assert {a.name for a in reading.actors if a.kind == "person"} == {"Amy Carver", "Ahmed bin Mubarrid"}
