"""English reports of talks: what a careful reader takes from them, and what not."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_commitment, only_meeting

from peyman.model import Reading
from peyman.reading.meetings.survey import survey
from peyman.reading.reader import prepare, read_text
from peyman.sources.model import SourceDocument

PUBLISHED = "2024-05-16"


def read(text: str, published: str = PUBLISHED) -> Reading:
    return read_text(text, language="en", published=published)


def test_a_ministry_announces_talks_in_a_statement() -> None:
    reading = read(
        "Talks between Norway and Colombia\n\n"
        "The Norwegian Foreign Ministry said in a statement that Norway and Colombia held talks in Oslo on "
        "May 14, 2024."
    )
    assert len(reading.statements) == 1
    statement = reading.statements[0]
    assert (statement.kind, statement.parties) == ("statement", ["NOR"])
    meeting = only_meeting(reading)
    assert (meeting.status, meeting.date) == ("held", "2024-05-14")
    assert set(meeting.parties) == {"NOR", "COL"}
    assert meeting.said_in == [statement.id]


def test_a_meeting_told_twice_is_one_meeting_with_its_date_and_its_place() -> None:
    reading = read(
        "Portugal and Brazil\n\n"
        "The foreign ministers of Portugal and Brazil met on May 15, 2024.\n\n"
        "The meeting between Portugal and Brazil was held in Lisbon."
    )
    meeting = only_meeting(reading)
    assert (meeting.status, meeting.date) == ("held", "2024-05-15")
    assert set(meeting.parties) == {"PRT", "BRA"}
    assert next(p.name for p in reading.places if p.id == meeting.place) == "Lisbon"


def test_a_continuing_commitment_of_the_participants_binds_those_at_the_table() -> None:
    reading = read(
        "Consultations\n\n"
        "Jordan and Germany held military consultations in Amman on May 15, 2024.\n\n"
        "The participants reaffirmed their continuing commitment to cooperation on border security."
    )
    commitment = only_commitment(reading)
    assert set(commitment.by) == {"JOR", "DEU"}
    assert (commitment.class_, commitment.strength, commitment.window) == ("cooperate", "reaffirmed", None)


def test_the_coming_months_are_an_open_window() -> None:
    reading = read(
        "Oman and Qatar\n\n"
        "The foreign ministers of Oman and Qatar met in Muscat on May 14, 2024.\n\n"
        "Senior officials of the two countries will continue their consultations in the coming months."
    )
    commitment = only_commitment(reading)
    assert set(commitment.by) == {"OMN", "QAT"}
    assert (commitment.class_, commitment.strength, commitment.window) == ("consult", "will", "2024-05/..")
    assert len(reading.meetings) == 1


def test_a_joint_statement_that_an_embassy_publishes_is_of_both() -> None:
    reading = read(
        "France and Lebanon\n\n"
        "The French Embassy in Beirut published a joint statement of France and Lebanon. "
        "The joint statement said that France pledged to train the Lebanese army."
    )
    joint = [s for s in reading.statements if s.joint]
    assert len(joint) == 1
    assert joint[0].kind == "joint-statement"
    assert set(joint[0].parties) == {"FRA", "LBN"}
    commitment = only_commitment(reading)
    assert (commitment.by, commitment.class_, commitment.strength) == (["FRA"], "support", "committed")
    assert commitment.said_in == [joint[0].id]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad's spokesman said that Chad will not withdraw its troops from the border with Sudan.",
        "Chad refused to withdraw its troops from the border with Sudan.",
    ],
)
def test_a_refusal_is_told_from_an_undertaking(sentence: str) -> None:
    commitment = only_commitment(read(f"Chad and Sudan\n\n{sentence}"))
    assert (commitment.by, commitment.class_, commitment.polarity) == (["TCD"], "withdraw", "refused")


def test_what_is_not_to_happen_further_on_is_no_refusal() -> None:
    commitment = only_commitment(
        read("Kenya and Uganda\n\nKenya and Uganda agreed to patrol the lake so that fishermen do not cross the line.")
    )
    assert (set(commitment.by), commitment.polarity, commitment.strength) == ({"KEN", "UGA"}, "undertaken", "agreed")


def test_an_undertaking_on_a_condition() -> None:
    reading = read("Egypt and Greece\n\nEgypt will reopen the consulate if Greece returns its ambassador.")
    commitment = only_commitment(reading)
    assert (commitment.by, commitment.strength) == (["EGY"], "conditional")
    assert commitment.condition is not None


def test_a_postponed_meeting_is_neither_held_nor_planned() -> None:
    reading = read("Delay\n\nThe meeting between Serbia and Hungary scheduled for May 20, 2024 has been postponed.")
    meeting = only_meeting(reading)
    assert (meeting.status, meeting.date) == ("postponed", "2024-05-20")
    assert set(meeting.parties) == {"SRB", "HUN"}


def test_a_cancelled_visit() -> None:
    reading = read("Visit\n\nThe Spanish foreign minister called off his visit to Morocco planned for May 21, 2024.")
    meeting = only_meeting(reading)
    assert (meeting.kind, meeting.status) == ("visit", "cancelled")
    assert set(meeting.parties) == {"ESP", "MAR"}


def test_a_meeting_to_come_is_planned() -> None:
    reading = read("Next week\n\nThe presidents of Chile and Peru will meet in Lima on May 23, 2024.")
    meeting = only_meeting(reading)
    assert (meeting.status, meeting.date) == ("planned", "2024-05-23")
    assert set(meeting.parties) == {"CHL", "PER"}


def test_a_denied_meeting_is_kept_as_denied() -> None:
    reading = read(
        "Denial\n\nThe Kuwaiti foreign ministry denied reports of a meeting between Kuwait and Iran in Muscat."
    )
    meeting = only_meeting(reading)
    assert meeting.status == "denied"
    assert set(meeting.parties) == {"KWT", "IRN"}


def test_what_each_is_to_do_in_coordinated_clauses_is_its_own_undertaking() -> None:
    reading = read(
        "Kenya and Uganda\n\n"
        "Kenya and Uganda agreed that Kenya will train border guards, and that Uganda will reopen the crossing."
    )
    assert [(c.by, c.class_, c.polarity) for c in reading.commitments] == [
        (["KEN"], "support", "undertaken"),
        (["UGA"], "implement", "undertaken"),
    ]


def test_an_opinion_that_is_shared_is_no_undertaking() -> None:
    reading = read(
        "Kenya and Uganda\n\nKenya and Uganda agreed that the stability of the lake region was central to both."
    )
    assert reading.commitments == []


def test_the_items_of_a_list_are_undertakings_of_those_who_agreed() -> None:
    reading = read(
        "Ghana and Togo Hold Border Talks in Accra\n\n"
        "The delegations of Ghana and Togo held a meeting in Accra on May 14, 2024. They reviewed the work of the past "
        "year at length and in a friendly spirit.\n\n"
        "The two sides agreed to:\n"
        "- Reopen the border crossing at Aflao\n"
        "- Exchange information on smuggling"
    )
    assert [set(c.by) for c in reading.commitments] == [{"GHA", "TGO"}, {"GHA", "TGO"}]
    assert [(c.class_, c.strength) for c in reading.commitments] == [("implement", "agreed"), ("cooperate", "agreed")]


def test_a_page_signed_by_a_ministry_is_its_statement() -> None:
    reading = read(
        "Border Talks between Ghana and Togo\n\n"
        "Ministry of Foreign Affairs of Ghana\n\n"
        "We will continue to support the border commission of Ghana and Togo. The commission has worked since 2019 on "
        "the maps of the coast."
    )
    assert [(s.kind, s.parties) for s in reading.statements] == [("statement", ["GHA"])]
    commitment = only_commitment(reading)
    assert (commitment.by, commitment.class_) == (["GHA"], "support")
    assert commitment.said_in == [reading.statements[0].id]


@pytest.mark.parametrize(
    "sentence",
    [
        "Qatar's foreign minister expressed hope that Syria and Lebanon would reach an agreement.",
        "Egypt urged Sudan and Ethiopia to resume cooperation.",
        "The agreement between Iraq and Jordan is expected to increase trade.",
        "The two ministers stressed the need to support cooperation between Iraq and Jordan.",
    ],
)
def test_hopes_appeals_forecasts_and_needs_are_no_undertakings(sentence: str) -> None:
    assert read(f"Iraq, Jordan and Egypt\n\n{sentence}").commitments == []


def test_seats_and_rooms_of_talks_are_no_encounters() -> None:
    reading = read("Parties\n\nNorway called on Colombia and Venezuela to return to the negotiating table.")
    assert reading.meetings == []


def test_words_told_to_a_named_outlet_are_an_interview() -> None:
    reading = read(
        "Libya and Malta\n\nThe Maltese foreign minister told Reuters that Malta will train Libya's coast guard."
    )
    assert [s.kind for s in reading.statements] == ["interview"]
    assert only_commitment(reading).by == ["MLT"]


def test_a_visit_and_the_talks_held_during_it_are_told_apart() -> None:
    text = (
        "Foreign Minister Jean Dupont of France arrived in Muscat on Tuesday and held talks with Foreign Minister "
        "Salim Al Hinai of Oman."
    )
    source = SourceDocument(
        id="told", source="told", original=b"", text=text, published=PUBLISHED, published_from="given", language="en"
    )
    assert [m.kind for m in survey(prepare(source).context).mentions] == ["visit", "talks"]


@pytest.mark.parametrize(
    "telling",
    [
        "Foreign Minister Jean Dupont of France meets Foreign Minister Salim Al Hinai of Oman in Muscat.",
        "Foreign Minister Jean Dupont of France was given an audience by the Sultan of Oman in Muscat on Tuesday.",
        "The second round of France and Oman, planned for Muscat on 20 May 2024, will be held on 27 May 2024.",
        "Foreign Minister Jean Dupont of France confers with Foreign Minister Salim Al Hinai of Oman in Muscat.",
        "The foreign ministers of France and Oman sat together in Muscat on Tuesday for the first time.",
    ],
)
def test_an_encounter_told_with_a_rarer_word_is_found(telling: str) -> None:
    reading = read(telling)
    assert len(reading.meetings) == 1
    assert set(reading.meetings[0].parties) == {"FRA", "OMN"}


@pytest.mark.parametrize(
    ("telling", "edtf"),
    [
        ("They agreed to complete the exchange of customs data by the end of the year.", "../2024"),
        ("The two sides agreed to finish the work by the end of the month.", "../2024-05"),
        ("The talks were postponed to Sunday.", "2024-05-19"),
        ("The delegation is due in Baghdad on Sunday.", "2024-05-19"),
        ("Both capitals had vowed to form the committee by March.", "../2024-03"),
    ],
)
def test_what_was_agreed_or_put_off_lies_ahead_of_the_day_of_publication(telling: str, edtf: str) -> None:
    assert [d.edtf for d in read(telling).dates] == [edtf]


def test_a_denial_is_a_statement_wherever_its_day_stands() -> None:
    reading = read("The Egyptian Foreign Ministry denied on Wednesday that it had asked for a loan.")
    assert [(s.kind, s.parties) for s in reading.statements] == [("statement", ["EGY"])]


def test_an_ambassador_named_behind_a_form_of_address_is_of_the_state_that_sent_them() -> None:
    reading = read("The Minister of Irrigation received the Ambassador of Japan to Iraq, Mr. Suzuki Kotaro, on Monday.")
    assert next(a.party for a in reading.actors if a.kind == "person") == "JPN"


def test_what_stands_behind_the_name_of_a_city_is_no_city_if_it_is_a_form_of_address_or_a_month() -> None:
    reading = read(
        "President Jean Dupont of France received the Consul General of Oman in Erbil, Ms. Anneke Verbraak. "
        "They agreed to meet in Erbil in March, and in Duhok in April."
    )
    assert sorted(p.name for p in reading.places) == ["Duhok", "Erbil"]


def test_a_visit_that_will_be_paid_is_no_payment_that_is_undertaken() -> None:
    reading = read("Norwegian Foreign Minister Ola Berg will pay a working visit to Egypt on May 24.")
    assert [m.kind for m in reading.meetings] == ["visit"]
    assert reading.commitments == []


@pytest.mark.parametrize("verb", ["argues", "warns", "reckons", "points out"])
def test_who_thinks_aloud_in_the_present_says_something(verb: str) -> None:
    reading = read(f"Norwegian Foreign Minister Ola Berg {verb} that the talks will take years to bear fruit.")
    assert len(reading.statements) == 1


def test_a_word_of_encounter_in_a_persons_name_is_none() -> None:
    reading = read(
        "United States Attorney General Jeff Sessions ordered on Monday that the embassy of Norway be told of the "
        "ruling in writing."
    )
    assert reading.meetings == []


def test_a_seat_of_government_that_publishes_speaks_for_its_government() -> None:
    text = "The President received the Foreign Minister of Norway today.\n\nThey discussed trade."
    reading = read_text(text, language="en", published="2025-03-04", publisher="The White House")
    assert {party for meeting in reading.meetings for party in meeting.parties} == {"USA", "NOR"}


def test_a_minister_whose_office_is_abbreviated_is_whoever_was_named_in_full() -> None:
    reading = read(
        "Tajik Foreign Minister Ilyas Rahimzade met Uzbek President Shavkat Mirziyoyev in Tashkent on Monday.\n\n"
        "FM Rahimzade and the Uzbek president discussed water."
    )
    people = [actor for actor in reading.actors if actor.kind == "person" and "Rahimzade" in actor.name]
    assert [(person.name, person.party, len(person.mentions)) for person in people] == [("Ilyas Rahimzade", "TJK", 2)]


def test_whose_minister_somebody_is_may_stand_behind_the_name() -> None:
    reading = read("Foreign Minister Ilyas Rahimzade of Tajikistan met Uzbek President Shavkat Mirziyoyev on Monday.")
    assert [a.party for a in reading.actors if a.kind == "person" and "Rahimzade" in a.name] == ["TJK"]
    assert [set(m.parties) for m in reading.meetings] == [{"TJK", "UZB"}]


def test_a_limit_within_what_is_undertaken_is_its_window_and_what_it_limits_is_to_come() -> None:
    text = (
        "The transport ministers of Iraq and Qatar met in Baghdad on Thursday. "
        "The ministers of the two countries agreed to sign the contract within three months."
    )
    reading = read_text(text, language="en", published="2024-05-02")
    assert [commitment.window for commitment in reading.commitments] == ["2024-05-02/2024-08-02"]
    assert {meeting.status for meeting in reading.meetings if meeting.kind == "signing"} <= {"planned"}


def test_a_limit_that_runs_from_the_day_of_the_act_is_its_window() -> None:
    text = "Oman and Kenya agreed on Monday to reopen the crossing within two months."
    reading = read_text(text, language="en", published="2026-01-14")
    assert [commitment.window for commitment in reading.commitments] == ["2026-01-12/2026-03-12"]


def test_a_text_tells_of_dealings_where_the_other_side_is_named_by_its_town_alone() -> None:
    text = (
        "The president of Kenya, Joseph Otieno, arrived in Muscat on Monday for a visit of two days. "
        "Trade grew by a tenth last year. "
        "Kenya will open an embassy in Muscat by the end of 2026, he told reporters."
    )
    reading = read_text(text, language="en", published="2026-01-14")
    assert [(m.kind, set(m.parties)) for m in reading.meetings] == [("visit", {"KEN", "OMN"})]
    assert [c.by for c in reading.commitments] == [["KEN"]]


def test_a_text_that_names_one_state_and_no_place_abroad_tells_of_no_dealings() -> None:
    text = "The government of Kenya will build schools in Nairobi by the end of 2026, the minister of education said."
    reading = read_text(text, language="en", published="2026-01-14")
    assert (reading.meetings, reading.commitments) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "The Omani-Kenyan joint committee met in Tbilisi on Monday.",
        "The fifth session of the Kenya-Oman joint economic commission was held in Tbilisi on Monday.",
    ],
)
def test_a_committee_of_two_with_a_hyphen_meets_as_both_wherever_it_meets(text: str) -> None:
    assert set(only_meeting(read(text)).parties) == {"KEN", "OMN"}


@pytest.mark.parametrize(
    "what", ["the agreement between Oman and Qatar", "a truce deal of Oman and Qatar", "Oman's decision to leave Qatar"]
)
def test_who_welcomes_a_thing_has_met_nobody(what: str) -> None:
    assert read(f"Senegal welcomed {what}.").meetings == []


def test_who_welcomes_a_guest_has_met_him() -> None:
    assert set(only_meeting(read("Senegal welcomed Oman's foreign minister in Dakar on Monday.")).parties) == {
        "SEN",
        "OMN",
    }


@pytest.mark.parametrize("verb", ["planned to", "was ready to", "was prepared to"])
def test_what_is_planned_in_reported_speech_is_intended(verb: str) -> None:
    undertaking = only_commitment(
        read(f"Egyptian Prime Minister Samir Fahmy said Egypt {verb} open a consulate in Hanoi.")
    )
    assert (undertaking.by, undertaking.strength) == (["EGY"], "intends")


@pytest.mark.parametrize(
    "text",
    [
        "On a visit to Cairo on Monday, Georgian Prime Minister Farid Rahmonov met President Daniel Mbeki.",
        "During his visit to Egypt, Georgian Prime Minister Farid Rahmonov held talks with President Daniel Mbeki.",
    ],
)
def test_an_office_that_a_guest_meets_where_he_has_gone_is_of_that_country(text: str) -> None:
    people = {one.name: one.party for one in read(text).actors if one.kind == "person"}
    assert people == {"Farid Rahmonov": "GEO", "Daniel Mbeki": "EGY"}


def test_who_discusses_something_with_another_has_met_him() -> None:
    text = "Omani President Maria Quispe discussed the crisis with Tajik President Sofia Marin on May 15, 2024."
    meeting = only_meeting(read(text))
    assert (meeting.kind, meeting.date, set(meeting.parties)) == ("talks", "2024-05-15", {"OMN", "TJK"})


def test_who_discusses_what_others_do_has_not_met_them() -> None:
    assert read("Analysts discussed the deal between Oman and Qatar.").meetings == []
