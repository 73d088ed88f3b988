"""What pages of ministries, parties and outlets in Kurmanji say, told again with invented people."""

from __future__ import annotations

import pytest

from peyman.model import Reading
from peyman.reading.reader import read_text


def read(text: str) -> Reading:
    return read_text(text, language="kmr", published="2026-01-14")


@pytest.mark.parametrize(
    "words",
    [
        "Serokê Norwêcê got: “Pere hatine terxankirin û em amade ne.”",
        "Serokê Norwêcê got: “Em pabendî encamên rêkeftina aştiyê ne.”",
        "Serokê Norwêcê got ku ew amade ne ku alîkariyê bişînin.",
    ],
)
def test_we_are_is_no_negation(words: str) -> None:
    assert {undertaking.polarity for undertaking in read(words).commitments} <= {"undertaken"}


def test_who_is_not_ready_refuses() -> None:
    reading = read("Serokê Norwêcê got: “Em ne amade ne ku peymanê îmze bikin.”")
    assert {undertaking.polarity for undertaking in reading.commitments} <= {"refused"}


def test_what_a_meeting_was_about_tells_of_no_further_one() -> None:
    reading = read(
        "Serokkomarê Norwêcê îro pêşwazî li Wezîrê Derve yê Urdunê kir."
        " Hilbijartin, ku dê di 30ê Çileyê de bên kirin, mijareke din a hevdîtinê bû."
    )
    assert [meeting.date for meeting in reading.meetings] == ["2026-01-14"]


def test_a_visitor_does_not_hold_the_office_of_the_one_who_visits() -> None:
    reading = read("Balyozê nû yê Norwêcê yekem car serdana Redûr Bahoz kir.")
    offices = {actor.name: [role.title for role in actor.roles] for actor in reading.actors if actor.kind == "person"}
    assert not offices.get("Redûr Bahoz")


def test_a_field_of_two_parts_belongs_to_the_office() -> None:
    reading = read(
        "Wezîrê Derve yê Urdunê Saman Qadir, Wezîrê Veguhestin û Gihandinê Redûr Bahoz û Dîlsa Serhed hatin."
    )
    offices = {actor.name: [role.title for role in actor.roles] for actor in reading.actors if actor.kind == "person"}
    assert offices["Redûr Bahoz"] == ["Wezîrê Veguhestin û Gihandinê"]
    assert not reading.places


def test_a_conference_that_is_called_by_its_day_lies_behind() -> None:
    reading = read("Partî pabendî biryarên Konferansa 26ê Nîsanê ye.")
    assert [date.edtf for date in reading.dates] == ["2025-04-26"]


def test_an_office_of_a_party_written_with_an_apostrophe_is_of_the_person_behind_it() -> None:
    reading = read("Balyozê Norwêcê bi Serokê Giştî yê CHP'ê Redûr Bahoz re hevdîtin kir.")
    offices = {actor.name: [role.title for role in actor.roles] for actor in reading.actors if actor.kind == "person"}
    assert offices["Redûr Bahoz"] == ["Serokê Giştî yê CHP'ê"]


def test_without_delay_makes_no_month_a_coming_one() -> None:
    assert [date.edtf for date in read("Divê mûçeyên meha Mijdarê bê derengî bên şandin.").dates] == ["2025-11"]


def test_talks_on_the_agenda_lie_ahead() -> None:
    reading = read("Serokê Norwêcê got hevdîtina bi Wezîrê Derve yê Urdunê re jî di rojevê de ye.")
    assert {meeting.status for meeting in reading.meetings} <= {"planned"}


def test_whoever_rejects_claims_refuses_nothing() -> None:
    assert not read("Nûnerê Norwêcê îdiayên li ser welatê xwe red kirin.").commitments


def test_whoever_holds_an_office_written_with_an_apostrophe_speaks() -> None:
    reading = read("Nûnerê taybet ê DYA'yê Redûr Bahoz di civîna çapemeniyê de got ku her du alî razî ne.")
    names = {actor.id: actor.name for actor in reading.actors}
    assert "Redûr Bahoz" in [names[issuer] for statement in reading.statements for issuer in statement.issuers]


def test_without_an_agreement_is_nothing_to_come() -> None:
    reading = read("Danûstandinên navbera Norwêc û Urdunê piştî deh rojan bê rêkeftin bi dawî bûn.")
    assert [meeting.status for meeting in reading.meetings] == ["held"]


def test_who_wrote_a_report_is_told_at_its_foot_and_takes_no_part() -> None:
    reading = read("Serokkomarê Norwêcê îro pêşwazî li Wezîrê Derve yê Urdunê kir.\n\nnûçe: Redûr Bahoz")
    assert "Redûr Bahoz" not in [actor.name for actor in reading.actors]


@pytest.mark.parametrize(
    "text",
    [
        "Wezîrê Perûyê çû Somalyayê û tê gotin ku dê li wir bimîne.",
        "Hatibû diyarkirin ku firokeyên artêşa Perûyê li bendekê xistiye.",
    ],
)
def test_what_is_said_by_nobody_is_no_statement_of_whoever_is_named_beside_it(text: str) -> None:
    assert read_text(text, language="kmr").statements == []


@pytest.mark.parametrize(
    "text",
    [
        "Ji aliyê Wezareta Navxwe ya Perûyê ve hat ragihandin ku sînor girtî ye.",
        "Di daxuyaniya Wezareta Navxwe ya Perûyê de hat gotin ku sînor girtî ye.",
    ],
)
def test_the_passive_of_saying_is_whose_statement_or_agent_says_it(text: str) -> None:
    assert [statement.parties for statement in read_text(text, language="kmr").statements] == [["PER"]]


def test_artists_undertake_nothing_for_a_party() -> None:
    text = "Hunermendên navdar wê ji bo alîkariyê konseran li dar bixin. Serokwezîrê Norwecê nexweş ket."
    assert read_text(text, language="kmr").commitments == []


def test_an_association_is_no_party_of_that_name() -> None:
    reading = read_text("Komeleya Mafên Mirovan daxuyaniyek da û komeleyê got ku girtî nexweş in.", language="kmr")
    assert "KOMALA" not in {actor.party for actor in reading.actors}


def test_a_word_in_small_letters_is_no_place() -> None:
    reading = read_text("Heta niha hevdîtin çima dihate astengkirin? Em çûn Dihokê.", language="kmr")
    assert [place.id for place in reading.places] and all(place.name[:1].isupper() for place in reading.places)


@pytest.mark.parametrize(
    "words",
    [
        "Komên çekdar ên li bakur li hev kom bûn û êrîşî artêşa Kenyayê û hêzên Omanê kirin.",
        "Xwepêşander li ber balyozxaneya Norwêcê li Nairobiyê kom bûn.",
        "Bi sedan kes li ber balyozxaneya Omanê civiyan.",
    ],
)
def test_crowds_and_fighters_hold_no_encounter(words: str) -> None:
    assert not read(words).meetings


@pytest.mark.parametrize(
    "words",
    [
        "Kenya êrîşên xwe li ser bakurê Omanê didomîne.",
        "Parlamentoya Kenyayê qanûna budçeyê pejirand.",
        "Dadgeha Omanê biryar da ku sê şagirt bên girtin.",
    ],
)
def test_attacks_laws_and_sentences_are_no_undertakings(words: str) -> None:
    assert not read(words).commitments


def test_under_an_agreement_is_not_according_to_somebody() -> None:
    assert not read("Li gorî peymanê Kenya dê hêzên xwe ji bakurê Omanê vekişîne.").statements
