"""Kurmanji reports: what a careful reader takes out of them. All sentences are written for these tests."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_commitment, only_meeting

from peyman.languages import load
from peyman.model import Reading
from peyman.reading.clauses.cues import cue_table
from peyman.reading.reader import read_text
from peyman.text.tokens import tokenise

PUBLISHED = "2025-03-20"


def read(text: str, published: str = PUBLISHED) -> Reading:
    return read_text(text, language="kmr", published=published)


ANNOUNCEMENT = (
    "Wezareta Derve ya Urdinê roja Pêncşemê, 20ê Adara 2025an, di daxuyaniyekê de ragihand ku danûstandinên "
    "bi Almanyayê re ji nû ve dest pê kirin.\n"
    "Li gorî daxuyaniyê, di 19ê Adara 2025an de di navbera berpirsên Urdin û Almanyayê de şêwirîneke teknîkî "
    "li ser avê hat kirin."
)


def test_a_ministry_that_announces_talks_makes_a_statement_of_that_day() -> None:
    statement = read(ANNOUNCEMENT).statements[0]
    assert statement.kind == "statement"
    assert statement.parties == ["JOR"]
    assert statement.date == "2025-03-20"


def test_what_a_statement_tells_is_said_in_it() -> None:
    reading = read(ANNOUNCEMENT)
    held = [meeting for meeting in reading.meetings if meeting.date == "2025-03-19"]
    assert len(held) == 1
    assert held[0].status == "held"
    assert set(held[0].parties) == {"JOR", "DEU"}
    assert held[0].said_in == [reading.statements[0].id]


def test_one_meeting_told_twice_has_the_date_of_one_telling_and_the_place_of_the_other() -> None:
    text = (
        "Wezîrên Derve yên Tirkiye û Misirê di 18ê Adara 2025an de civiyan.\n"
        "Civîna di navbera Tirkiye û Misirê de li Qahîreyê hat lidarxistin û rewşa herêmê hat gotûbêjkirin."
    )
    reading = read(text)
    assert len(reading.meetings) == 1
    meeting = reading.meetings[0]
    assert meeting.status == "held"
    assert meeting.date == "2025-03-18"
    assert set(meeting.parties) == {"TUR", "EGY"}
    places = {place.id: place.name for place in reading.places}
    assert meeting.place is not None
    assert "Qahîre" in places[meeting.place]


def test_the_participants_continuing_commitment_is_reaffirmed_by_both() -> None:
    commitment = only_commitment(
        read(
            "Îran û Îtalya di 18ê Adara 2025an de li Romayê civiyan. "
            "Beşdaran pabendbûna xwe ya berdewam a bi hevkariya aborî re dubare kirin."
        )
    )
    assert set(commitment.by) == {"IRN", "ITA"}
    assert commitment.strength == "reaffirmed"
    assert commitment.class_ == "cooperate"
    assert commitment.polarity == "undertaken"


@pytest.mark.parametrize("particle", ["dê", "wê"])
@pytest.mark.parametrize("wording", ["di mehên bê de", "di mehên pêş de"])
def test_in_the_coming_months_is_an_open_window(particle: str, wording: str) -> None:
    text = f"Wezareta Parastinê ya Îtalyayê ragihand ku Îtalya {particle} {wording} perwerdeya artêşa Libnanê bidomîne."
    reading = read(text)
    assert [commitment.by for commitment in reading.commitments] == [["ITA"]]
    assert reading.commitments[0].strength == "will"
    assert reading.commitments[0].window == "2025-03/.."
    assert [date.edtf for date in reading.dates if date.vague] == ["2025-03/.."]


def test_a_joint_statement_that_an_embassy_publishes_speaks_for_both() -> None:
    text = (
        "Balyozxaneya Îtalyayê ya li Emanê di 19ê Adara 2025an de daxuyaniyeke hevbeş a Îtalya û Urdinê belav kir. "
        "Di daxuyaniyê de tê gotin ku berpirsên her du welatan dê şêwirînên xwe bidomînin."
    )
    reading = read(text)
    statement = reading.statements[0]
    assert statement.kind == "joint-statement"
    assert statement.joint
    assert set(statement.parties) == {"ITA", "JOR"}
    assert statement.date == "2025-03-19"
    assert [set(commitment.by) for commitment in reading.commitments] == [{"ITA", "JOR"}]
    assert reading.commitments[0].said_in == [statement.id]


def test_a_refusal_is_kept_as_one() -> None:
    commitment = only_commitment(read("Îranê ragihand ku ew ê tevlî danûstandinên bi Amerîkayê re nebe."))
    assert commitment.by == ["IRN"]
    assert commitment.polarity == "refused"
    assert commitment.class_ == "negotiate"


def test_a_condition_makes_an_undertaking_conditional() -> None:
    commitment = only_commitment(
        read("Tirkiyeyê ragihand ku Tirkiye dê hêzên xwe ji Sûriyeyê vekişîne, heke agirbest bidome.")
    )
    assert commitment.by == ["TUR"]
    assert commitment.strength == "conditional"
    assert commitment.class_ == "withdraw"
    assert commitment.condition is not None


def test_we_who_speak_are_those_quoted() -> None:
    commitment = only_commitment(read("Serokwezîrê Îtalyayê got: “Em ê alîkariya Libnanê berdewam bikin.”"))
    assert commitment.by == ["ITA"]
    assert commitment.class_ == "aid"


def test_a_postponed_meeting_is_postponed() -> None:
    meeting = only_meeting(
        read(
            "Civîna di navbera Iraq û Kuweytê de, ku diviyabû di 25ê Adara 2025an de li Bexdayê bê kirin, "
            "hat paşxistin."
        )
    )
    assert meeting.status == "postponed"
    assert set(meeting.parties) == {"IRQ", "KWT"}


def test_a_meeting_called_off_is_cancelled() -> None:
    meeting = only_meeting(read("Hevdîtina di navbera Serokê Îranê û Serokê Azerbaycanê de hat betalkirin."))
    assert meeting.status == "cancelled"
    assert set(meeting.parties) == {"IRN", "AZE"}


def test_a_meeting_to_come_is_planned() -> None:
    meeting = only_meeting(
        read("Wezîrê Derve yê Îtalyayê dê di 28ê Adara 2025an de li Romayê bi Wezîrê Derve yê Libnanê re bicive.")
    )
    assert meeting.status == "planned"
    assert meeting.date == "2025-03-28"
    assert set(meeting.parties) == {"ITA", "LBN"}


def test_the_postposition_de_is_no_future() -> None:
    meeting = only_meeting(
        read("Di 18ê Adara 2025an de li Enqereyê Wezîrê Derve yê Tirkiyê bi Wezîrê Derve yê Îranê re civiya.")
    )
    assert meeting.status == "held"
    assert set(meeting.parties) == {"TUR", "IRN"}


def test_the_pronoun_we_is_no_future() -> None:
    text = "Tirkiye û Misir di 18ê Adara 2025an de li Qahîreyê civiyan. Di wê civînê de rewşa Libyayê hat gotûbêjkirin."
    assert only_meeting(read(text)).status == "held"


@pytest.mark.parametrize(
    "sentence",
    [
        "Wezîrê Derve yê Urdinê hêvî kir ku agirbest berdewam bike û Misir bêtir alîkariyê bike.",
        "Serokê Libnanê bang li Fransayê kir ku piştgiriya artêşê bike.",
        "Tê payîn ku Tirkiye û Îran hevkariya xwe zêde bikin.",
        "Berpirsekî Iraqê got ku divê Îran û Tirkiye rêzê li serweriya Iraqê bigirin.",
    ],
)
def test_hopes_appeals_forecasts_and_needs_undertake_nothing(sentence: str) -> None:
    assert read(sentence).commitments == []


def test_the_negotiating_table_is_no_meeting() -> None:
    assert read("Divê Îran û Amerîka vegerin ser maseya danûstandinan.").meetings == []


@pytest.mark.parametrize("dateline", ["Hewlêr (K24) – ", "Navenda Nûçeyan (K24) - ", "Amed (Rûdaw) – "])
def test_an_outlet_in_brackets_before_the_dash_of_a_dateline_is_no_issuer(dateline: str) -> None:
    reading = read(f"{dateline}Wezareta Derve ya Holandayê îro ragihand ku li Hewlêrê navendeke nû tê vekirin.")
    (statement,) = reading.statements
    names = {actor.id: actor.name for actor in reading.actors}
    assert [names[issuer] for issuer in statement.issuers] == ["Wezareta Derve ya Holandayê"]
    assert statement.parties == ["NLD"]


@pytest.mark.parametrize("verb", ["berdewam be", "berdewam bibe"])
def test_going_on_with_ones_support_is_undertaken(verb: str) -> None:
    commitment = only_commitment(
        read(f"Wezîrê Derve yê Belçîkayê tekez kir ku welatê wî dê li ser piştevaniya xwe ya ji bo Pêşmergeyan {verb}.")
    )
    assert commitment.by == ["BEL"]
    assert commitment.strength == "will"


@pytest.mark.parametrize(
    "sentence",
    [
        "Wezîrê Derve yê Tirkiyeyê Hakan Fîdan duh bi rêya telefonê bi hevtayê xwe yê Misrî Bedir Ebdulatî re axivî.",
        "Serokê Fransayê Emmanuel Macron duh telefonî Serokê Misirê Ebdulfetah Sîsî kir.",
    ],
)
def test_a_telephone_call_is_one_however_it_is_told(sentence: str) -> None:
    meeting = only_meeting(read(sentence))
    assert meeting.kind == "call"
    assert meeting.date == "2025-03-19"
    assert len(meeting.parties) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Wezîrê Derve yê Sûriyeyê duh hevtayê xwe yê Tirk pêşwaz kir.",
        "Wezîrê Derve yê Sûriyeyê duh mêvandariya hevtayê xwe yê Tirk kir.",
    ],
)
def test_a_guest_who_is_received_is_met(sentence: str) -> None:
    meeting = only_meeting(read(sentence))
    assert meeting.status == "held"
    assert set(meeting.parties) == {"SYR", "TUR"}


def test_what_an_office_is_of_is_nobodys_name() -> None:
    reading = read("Wezîrê Karên Derve yê Iraqê Fuad Husên ligel Wezîrê Jêderên Avê yê Sûriyeyê Hisên Mexlûf civiya.")
    assert [actor.name for actor in reading.actors if actor.kind == "person"] == ["Fuad Husên", "Hisên Mexlûf"]


@pytest.mark.parametrize(
    "sentence",
    [
        # pluperfects: what went before is told with them
        "Serokwezîrê Norwêcê di 3yê Adara 2025an de li Osloyê Wezîrê Derve yê Misirê qebûl kiribû.",
        "Wezîrê Derve yê Misirê di 3yê Adara 2025an de bi telefonê bi Wezîrê Derve yê Norwêcê re axivîbû.",
        "Wezîrên Derve yên Misir û Norwêcê di 3yê Adara 2025an de li Osloyê hatibûn cem hev.",
        "Wezîrên Derve yên Misir û Norwêcê di 3yê Adara 2025an de li Osloyê gihîştibûn hev.",
        # talks in three words, an audience
        "Di 3yê Adara 2025an de li Osloyê dan û standin di navbera Misir û Norwêcê de hatin kirin.",
        "Çavpêkeftina di navbera wezîrên derve yên Misir û Norwêcê de di 3yê Adara 2025an de li Osloyê pêk hat.",
    ],
)
def test_an_encounter_is_read_in_every_tense_and_spelling(sentence: str) -> None:
    meeting = only_meeting(read(sentence))
    assert meeting.date == "2025-03-03"
    assert set(meeting.parties) == {"EGY", "NOR"}
    assert meeting.status == "held"


@pytest.mark.parametrize(
    "sentence",
    [
        "Parlamentoya Iraqê roja Sêşemê rûniştina xwe ya asayî li Bexdayê li dar xist.",
        "Rûniştina dadgehê ya li ser doza rojnamevan di 18ê Adara 2025an de li Enqereyê hat kirin.",
        "Di civîna Encûmena Wezîran a Iraqê de, ku di 18ê Adara 2025an de hat kirin, budceya Iraqê hat pesendkirin.",
        "Wezîrê Derve yê Iraqê di 18ê Adara 2025an de çavpêkeftineke rojnamevanî li Bexdayê li dar xist.",
    ],
)
def test_a_session_of_one_body_is_no_encounter(sentence: str) -> None:
    assert read(sentence).meetings == []


def test_ji_the_preposition_is_not_ji_too() -> None:
    table = cue_table(load("kmr"))
    tokens = tuple(tokenise("Wezîr jî ji Bexdayê hat"))
    assert [tokens[c.first].text for c in table.find(tokens, 0, len(tokens)) if c.role == "from"] == ["ji"]


def test_reaching_an_agreement_is_no_journey() -> None:
    meeting = only_meeting(read("Îran û Iraq duh li Bexdayê gihîştin rêkeftinekê li ser avê."))
    assert meeting.kind == "negotiation-round"
    assert set(meeting.parties) == {"IRN", "IRQ"}


def test_guests_met_one_by_one_make_an_encounter_each() -> None:
    reading = read("Serokê Fransayê duh bi Serokê Misirê û bi Şahê Urdinê re, her yek bi tena xwe, civiya.")
    assert sorted(sorted(meeting.parties) for meeting in reading.meetings) == [["EGY", "FRA"], ["FRA", "JOR"]]


def test_talks_are_told_with_a_verb_of_give_and_take() -> None:
    meeting = only_meeting(read("Wezîrên derve yên Urdin û Almanyayê duh li Emanê bi hev re dan û stend."))
    assert set(meeting.parties) == {"JOR", "DEU"}
    assert meeting.date == "2025-03-19"


def test_what_was_decided_and_agreed_is_read_in_the_spellings_of_the_agencies() -> None:
    reading = read(
        "Wezîrên avê yên Urdin û Almanyayê duh li Emanê civiyan. Her du aliyan lihev kirine ku komîteyekê ava bikin. "
        "Biryar hat dan ku bendav heta 1ê Gulanê bê vekirin."
    )
    assert [commitment.strength for commitment in reading.commitments] == ["agreed", "agreed"]
    assert all(set(commitment.by) == {"JOR", "DEU"} for commitment in reading.commitments)


def test_what_goes_against_an_agreement_is_no_undertaking() -> None:
    assert read("Wezîrê Derve yê Urdinê got ku ev gav li dijî ruhê lihevkirinê ye.").commitments == []


def test_beside_a_summit_is_told_with_the_word_for_its_edge() -> None:
    meeting = only_meeting(
        read("Serokê Fransayê duh li qiraxa lûtkeya Neteweyên Yekbûyî li Emanê bi Şahê Urdinê re civiya.")
    )
    assert set(meeting.parties) == {"FRA", "JOR"}


def test_where_aid_is_sent_may_stand_behind_the_verb_and_undertakes_nothing() -> None:
    reading = read('"Em ê alîkariyê bişînin Morîtanyayê," berdevkê Qeterê Daniel Mbekî got.')
    assert only_commitment(reading).by == ["QAT"]


@pytest.mark.parametrize(
    "text",
    [
        "Serokomarê Perûyê diyar kir ku heke Ozbekistan agirbestê biparêze, ew ê sînor vekin.",
        "Serokomarê Perûyê diyar kir, heke Ozbekistan agirbestê biparêze, ew ê sînor vekin.",
        "Serokomarê Perûyê diyar kir ku eger Ozbekistan agirbestê biparêze, ew ê sînor vekin.",
    ],
)
def test_what_a_promise_depends_on_is_no_second_promise(text: str) -> None:
    commitment = only_commitment(read(text))
    assert (commitment.by, commitment.strength) == (["PER"], "conditional")


def test_by_when_something_is_to_be_done_is_not_when_it_was_agreed() -> None:
    reading = read("Qeter û Kenya li hev kirin ku heta 1ê Hezîrana 2025an deriyê sînor vekin.")
    assert only_meeting(reading).date is None
    assert only_meeting(reading).status == "held"
    assert (only_commitment(reading).window or "").endswith("2025-06-01")


@pytest.mark.parametrize(
    "text",
    [
        "Berdevkê Wezareta Derve ya Qeterê nûçeyên hevdîtina bi Omanê re red kirin.",
        "Berdevkê Wezareta Derve ya Qeterê nûçeyên hevdîtina bi Omanê re derewandin.",
        "Berdevkê Wezareta Derve ya Qeterê nûçeya civîna bi Omanê re pûç kir.",
    ],
)
def test_news_of_a_meeting_that_are_refuted_tell_of_none(text: str) -> None:
    assert only_meeting(read(text)).status == "denied"


def test_an_ambassador_who_is_called_to_the_ministry_is_met() -> None:
    meeting = only_meeting(read("Wezareta Derve ya Perûyê balyozê Etîyopyayê gazî wezaretê kir."))
    assert set(meeting.parties) == {"PER", "ETH"}


def test_what_we_will_do_is_undertaken_by_whoever_speaks_whatever_else_is_named() -> None:
    reading = read('"Em ê girtiyên Morîtanyayê berdin," berdevkê Qeterê Daniel Mbekî got.')
    assert only_commitment(reading).by == ["QAT"]


def test_an_invitation_is_no_meeting() -> None:
    assert not read("Serokê Gurcistanê hevpîşeyê xwe yê Misirê vexwend Tiblîsê.").meetings


def test_a_delegation_that_has_arrived_pays_a_visit() -> None:
    meeting = only_meeting(read("Şandeyeke bilind a Gurcistanê îro gihîşte Qahîreyê."))
    assert (meeting.kind, meeting.status, set(meeting.parties)) == ("visit", "held", {"GEO", "EGY"})


def test_talks_that_continue_are_under_way() -> None:
    assert only_meeting(read("Danûstandinên Sirbistanê û Omanê li Hanoiyê berdewam dikin.")).status == "under-way"


def test_a_visit_of_the_coming_days_is_planned() -> None:
    text = "Tê payîn ku Wezîrê Derve yê Perûyê di rojên bê de serdana Ozbekistanê bike."
    meeting = only_meeting(read(text))
    assert (meeting.kind, meeting.status) == ("visit", "planned")


def test_who_speaks_with_another_at_a_press_conference_holds_no_talks() -> None:
    text = "Wezîrê Derve yê Sirbistanê û Wezîrê Derve yê Endonezyayê di civîneke rojnamevanî ya hevbeş de axivîn."
    assert not read(text).meetings


def test_an_ambassador_who_presents_his_credentials_is_met() -> None:
    meeting = only_meeting(read("Balyozê nû yê Ermenistanê baweriname pêşkêşî Serokê Tacîkistanê kir."))
    assert set(meeting.parties) == {"ARM", "TJK"}


def test_what_somebody_will_not_withdraw_is_refused() -> None:
    commitment = only_commitment(read("Serokê Qeterê got ku hêzên wî ji Omanê venakişin."))
    assert (commitment.by, commitment.polarity) == (["QAT"], "refused")


@pytest.mark.parametrize(
    "told",
    [
        "tekezî li girîngiya têkiliyan kir",
        "bang li Kenyayê kir ku êrîşan rawestîne",
        "daxwaz ji Kenyayê kir ku êrîşan rawestîne",
        "piştevaniya welatê xwe ji Kenyayê re nîşan da",
        "xemgîniya xwe ji bo mirina du kesan nîşan da",
        "pêşwazî li biryara Kenyayê kir",
        "Kenya bi derewan tawanbar kir",
    ],
)
def test_a_verb_of_saying_may_stand_in_two_parts(told: str) -> None:
    reading = read(f"Wezîrê Derve yê Omanê Saman Qadir {told}. Kenya welatekî dost e.")
    assert [statement.parties for statement in reading.statements] == [["OMN"]]
    assert not reading.meetings


def test_whom_something_is_asked_of_does_not_say_it() -> None:
    text = (
        "Konseya Hevkariya Kendavê di daxuyaniya dawî ya lûtkeya xwe de ragihand ku welatên endam dê hevkariya xwe "
        "xurt bikin û bang li Îranê kirin ku rêz li cîranan bigire."
    )
    assert all(statement.parties != ["IRN"] for statement in read(text).statements)


def test_a_committee_that_is_to_be_founded_does_not_meet() -> None:
    text = "Her du alî, Qeter û Gurcistan, dê komîteyeke hevbeş ava bikin. Qeter û Gurcistan duh li Dohayê civiyan."
    assert [meeting.kind for meeting in read(text).meetings] == ["meeting"]


def test_a_name_that_is_also_a_word_for_calling_off_calls_nothing_off() -> None:
    text = "Balyozê Çînê Cui Wei îro pêşwaziya Wezîrê Pîşesaziyê yê Iraqê Xalid Betal kir."
    assert only_meeting(read(text)).status == "held"


@pytest.mark.parametrize("verb", ["venekişin", "dernekevin", "venekişînin", "bernedin", "rûnenin", "daneynin"])
def test_a_verb_may_be_denied_behind_its_preverb(verb: str) -> None:
    tokens = tuple(tokenise(f"Em ê {verb}"))
    assert "negation" in {cue.role for cue in cue_table(load("kmr")).find(tokens, 0, len(tokens))}
