"""Sorani reports: what a careful reader takes out of them. All sentences are written for these tests."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_commitment, only_meeting

from peyman.model import Reading
from peyman.reading.reader import read_text

PUBLISHED = "2025-03-20"


def read(text: str, published: str = PUBLISHED) -> Reading:
    return read_text(text, language="ckb", published=published)


ANNOUNCEMENT = (
    "وەزارەتی دەرەوەی ئوردن ڕۆژی پێنجشەممە، ٢٠ی ئاداری ٢٠٢٥، لە ڕاگەیەندراوێکدا ڕایگەیاند کە گفتوگۆکان لەگەڵ ئەڵمانیا "
    "سەرلەنوێ دەستیان پێ کردەوە.\n"
    "بەپێی ڕاگەیەندراوەکە، ڕۆژی ١٩ی ئاداری ٢٠٢٥ بەرپرسانی ئوردن و ئەڵمانیا ڕاوێژێکی تەکنیکییان لەبارەی ئاو ئەنجام دا."
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
        "ڕۆژی ١٨ی ئاداری ٢٠٢٥ وەزیرانی دەرەوەی تورکیا و میسر کۆبوونەوە.\n"
        "کۆبوونەوەکەی نێوان تورکیا و میسر لە قاهیرە بەڕێوەچوو و دۆخی ناوچەکەی تێدا تاوتوێ کرا."
    )
    reading = read(text)
    assert len(reading.meetings) == 1
    meeting = reading.meetings[0]
    assert meeting.status == "held"
    assert meeting.date == "2025-03-18"
    assert set(meeting.parties) == {"TUR", "EGY"}
    places = {place.id: place.name for place in reading.places}
    assert meeting.place is not None
    assert "قاهیرە" in places[meeting.place]


def test_the_participants_continuing_commitment_is_reaffirmed_by_both() -> None:
    commitment = only_commitment(
        read(
            "ئێران و ئیتاڵیا ڕۆژی ١٨ی ئاداری ٢٠٢٥ لە ڕۆما کۆبوونەوە. "
            "بەشداربووان پابەندبوونی بەردەوامی خۆیان بە هاوکاریی ئابووری دووپات کردەوە."
        )
    )
    assert set(commitment.by) == {"IRN", "ITA"}
    assert commitment.strength == "reaffirmed"
    assert commitment.class_ == "cooperate"
    assert commitment.polarity == "undertaken"


@pytest.mark.parametrize("wording", ["لە مانگەکانی داهاتوودا", "لە مانگەکانی ئایندەدا"])
def test_in_the_coming_months_is_an_open_window(wording: str) -> None:
    text = f"وەزارەتی بەرگریی ئیتاڵیا ڕایگەیاند کە ئیتاڵیا {wording} بەردەوام دەبێت لە ڕاهێنانی هێزەکانی لوبنان."
    reading = read(text)
    assert [commitment.by for commitment in reading.commitments] == [["ITA"]]
    assert reading.commitments[0].window == "2025-03/.."
    assert [date.edtf for date in reading.dates if date.vague] == ["2025-03/.."]


def test_a_joint_statement_that_an_embassy_publishes_speaks_for_both() -> None:
    text = (
        "باڵیۆزخانەی فەڕەنسا لە بەغدا ڕۆژی ١٩ی ئاداری ٢٠٢٥ بەیاننامەی هاوبەشی فەڕەنسا و عێراقی بڵاو کردەوە. "
        "لە بەیاننامەکەدا هاتووە کە بەرپرسانی هەردوو وڵات درێژە بە ڕاوێژەکانیان دەدەن."
    )
    reading = read(text)
    statement = reading.statements[0]
    assert statement.kind == "joint-statement"
    assert statement.joint
    assert set(statement.parties) == {"FRA", "IRQ"}
    assert statement.date == "2025-03-19"
    assert [set(commitment.by) for commitment in reading.commitments] == [{"FRA", "IRQ"}]
    assert reading.commitments[0].said_in == [statement.id]


def test_a_refusal_is_kept_as_one() -> None:
    commitment = only_commitment(read("ئێران ڕایگەیاند بەشداریی لە دانوستانەکان لەگەڵ ئەمریکا ناکات."))
    assert commitment.by == ["IRN"]
    assert commitment.polarity == "refused"
    assert commitment.class_ == "negotiate"


def test_a_condition_makes_an_undertaking_conditional() -> None:
    commitment = only_commitment(
        read("تورکیا ڕایگەیاند هێزەکانی لە سووریا دەکشێنێتەوە ئەگەر ئاگربەستەکە بەردەوام بێت.")
    )
    assert commitment.by == ["TUR"]
    assert commitment.strength == "conditional"
    assert commitment.condition is not None


def test_a_postponed_meeting_is_postponed() -> None:
    meeting = only_meeting(read("کۆبوونەوەی نێوان عێراق و کوێت کە بڕیار بوو ٢٥ی ئاداری ٢٠٢٥ لە بەغدا بکرێت، دواخرا."))
    assert meeting.status == "postponed"
    assert set(meeting.parties) == {"IRQ", "KWT"}


def test_a_meeting_called_off_is_cancelled() -> None:
    meeting = only_meeting(read("دیداری نێوان سەرۆکی ئێران و سەرۆکی ئازەربایجان هەڵوەشێنرایەوە."))
    assert meeting.status == "cancelled"
    assert set(meeting.parties) == {"IRN", "AZE"}


def test_a_meeting_to_come_is_planned() -> None:
    meeting = only_meeting(
        read("بڕیارە وەزیری دەرەوەی ئیتاڵیا ڕۆژی ٢٨ی ئاداری ٢٠٢٥ لە ڕۆما لەگەڵ وەزیری دەرەوەی لوبنان کۆببێتەوە.")
    )
    assert meeting.status == "planned"
    assert meeting.date == "2025-03-28"
    assert set(meeting.parties) == {"ITA", "LBN"}


def test_lost_vowel_letters_and_arabic_letters_change_nothing() -> None:
    natural = "ڕۆژی ١٨ی ئاداری ٢٠٢٥ لە ئەنقەرە وەزیری دەرەوەی تورکیا لەگەڵ وەزیری دەرەوەی ئێران کۆبووەوە."
    damaged = "روژي ١٨ي ئاداري ٢٠٢٥ له ئهنقهره وهزيري دهرهوهي توركيا لهگهل وهزيري دهرهوهي ئيران كوبووهوه."
    assert [(m.kind, m.status, m.date, m.parties) for m in read(damaged).meetings] == [
        (m.kind, m.status, m.date, m.parties) for m in read(natural).meetings
    ]
    assert len(read(natural).meetings) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "وەزیری دەرەوەی ئوردن هیوای خواست ئاگربەستەکە بەردەوام بێت و میسر هاوکاریی زیاتر بکات.",
        "سەرۆکی لوبنان داوای لە فەڕەنسا کرد پشتیوانیی سوپا بکات.",
        "پێشبینی دەکرێت تورکیا و ئێران هاوکارییەکانیان زیاد بکەن.",
        "بەرپرسێکی عێراق وتی پێویستە ئێران و تورکیا ڕێز لە سەروەریی عێراق بگرن.",
    ],
)
def test_hopes_appeals_forecasts_and_needs_undertake_nothing(sentence: str) -> None:
    assert read(sentence).commitments == []


@pytest.mark.parametrize(
    "agreed",
    [
        "هاوڕا بوون کە دەبێت لایەنەکان وانە لە ڕابردوو وەربگرن",
        "هاوڕابوون کە پێویستە کێشەکان بە پەلە چارەسەر بکرێن",
        "هاوڕا بوون لەسەر پێویستیی پاراستنی سەرچاوەکانی ئاو",
    ],
)
def test_who_agrees_that_something_must_be_done_undertakes_nothing(agreed: str) -> None:
    reading = read(f"وەزیری دەرەوەی ئوردن لە عەممان لەگەڵ باڵیۆزی هۆڵەندا کۆبووەوە. هەردوولا {agreed}.")
    assert len(reading.meetings) == 1
    assert reading.commitments == []


@pytest.mark.parametrize(
    "before",
    ["لەسەر پێویستیی هاوکاریی حیزبەکان دوان و", "گوتیان لایەنە بچووکەکان دەبێ لیستێکی هاوبەشیان هەبێ،"],
)
def test_what_is_agreed_behind_the_verb_of_a_need_is_undertaken(before: str) -> None:
    reading = read(
        "شاندی کۆمەڵە لەگەڵ حیزبی شیوعی کوردستان کۆبووەوە. "
        f"هەردوولا {before} بڕیاریان دا لە ماوەی دوو هەفتەدا لیژنەیەک دروست بکەن."
    )
    assert [set(c.by) for c in reading.commitments] == [{"KOMALA", "KCP"}]


def test_who_a_delegation_consists_of_is_no_agreement() -> None:
    told = read("شاندێکی هۆڵەندا گەیشتە عەممان کە لە چوار ئەندامی لیژنەی دەرەوە و دوو ئەندامی لیژنەی کۆچ پێکهاتبوون.")
    assert told.commitments == []


def test_an_understanding_that_there_is_is_not_reached_now() -> None:
    assert read("وەزیری کارەبای ئوردن گوتی: لەگەڵ سوودان لێکتێگەیشتن هەیە بۆ گرێبەست.").commitments == []


def test_a_verb_written_together_is_part_of_no_name() -> None:
    found = read("سەرچاوەیەکی تایبەت بۆ زووم ئاشکرایکرد، مەهمەت ئایدن ڕەزامەندی دەربڕیوە.").actors
    assert [a.name for a in found if a.kind == "person"] == ["مەهمەت ئایدن"]


@pytest.mark.parametrize(
    "airport", ["فڕۆکەخانەی هەولێر", "فڕۆکەخانەی نێودەوڵەتی هەولێر", "فڕۆکەخانەی نێودەوڵەتیی هەولێر"]
)
def test_an_international_airport_is_the_airport_and_no_body(airport: str) -> None:
    reading = read(f"فڕۆکەی وەزیری بەرگریی یۆنان لە {airport} نیشتەوە.")
    assert [place.key for place in reading.places] == ["place:IRQ:erbil:airport"]
    assert [a.name for a in reading.actors if a.kind == "body"] == []


@pytest.mark.parametrize(
    ("name", "party"),
    [("پوتن", "RUS"), ("ئەحمەد داودئۆغڵو", "TUR"), ("سعود ئەلفەیسەڵ", "SAU"), ("فەهمی بورهان", "IRQ-KRD")],
)
def test_people_are_known_by_what_sorani_pages_call_them(name: str, party: str) -> None:
    found = [a for a in read(f"{name} گوتی، دانوستانەکان بەردەوامن.").actors if a.kind == "person"]
    assert [(a.name, a.party) for a in found] == [(name, party)]


def test_light_verbs_written_together_are_read_like_those_written_apart() -> None:
    apart = "وەزارەتی دەرەوەی تورکیا بڵاوی کردەوە کە کۆبوونەوەکە لەگەڵ ئێران ڕۆژی ١٨ی ئاداری ٢٠٢٥ ئەنجام درا."
    together = apart.replace("بڵاوی کردەوە", "بڵاویکردەوە").replace("ئەنجام درا", "ئەنجامدرا")
    facts = [
        ([(s.kind, s.parties) for s in reading.statements], [(m.status, m.date, m.parties) for m in reading.meetings])
        for reading in (read(apart), read(together))
    ]
    assert facts[0] == facts[1]
    assert facts[0][0] == [("statement", ["TUR"])]


def test_the_negotiating_table_is_no_meeting() -> None:
    assert read("ئێران و ئەمریکا دەبێت بگەڕێنەوە سەر مێزی گفتوگۆ.").meetings == []


def bodies(words: str) -> dict[str, str | None]:
    return {actor.name: actor.party for actor in read(words).actors if actor.kind == "body"}


def test_a_body_ends_before_the_verb_that_follows_its_name() -> None:
    found = bodies("نیکۆلاس پاپاس لەلایەن بەرپرسی فەرمانگەی پەیوەندییەکانی دەرەوە پێشوازی لێکرا و پیرۆزبایی لێ کرا.")
    assert found == {"فەرمانگەی پەیوەندییەکانی دەرەوە": "IRQ-KRD"}


def test_what_lies_between_two_states_is_no_body_and_mentioning_is_no_name() -> None:
    relations = "پەیوەندییەکانی نێوان عێراق و تورکیا"
    reading = read(f"سەرۆک بافڵ باسی لە {relations} کرد و وتی {relations} مێژووییە.")
    assert not [actor.name for actor in reading.actors if actor.kind == "body"]
    assert not [actor.name for actor in reading.actors if "باسی" in actor.name]


def test_unity_is_no_party() -> None:
    assert "KIU" not in bodies("هەردوو لایەن داوای یەکگرتوویی کوردیان کرد.").values()


@pytest.mark.parametrize(
    ("clause", "parties"),
    [
        ("ڕۆژی چوارشەممە لە بەغدا لەگەڵ وەزیری دەرەوەی عێراق کۆ ببووەوە", {"JOR", "IRQ"}),
        ("دوێنێ لە بەغدا پێشوازیمان لە وەزیری دەرەوەی ئوردن کرد، وەزیری دەرەوەی عێراق گوتی", {"JOR", "IRQ"}),
    ],
)
def test_an_encounter_is_told_in_split_and_personal_forms_of_its_verb(clause: str, parties: set[str]) -> None:
    found = read(f"ئەیمەن سەفەدی، وەزیری دەرەوەی ئوردن، {clause}.").meetings
    assert [set(meeting.parties) for meeting in found] == [parties]


@pytest.mark.parametrize("verb", ["دڵنیایی دا کە", "هۆشداری دا کە"])
def test_who_assures_or_warns_makes_a_statement(verb: str) -> None:
    statements = read(f"وەزیری دەرەوەی ئوردن، ئەیمەن سەفەدی، {verb} دەروازەکان کراوە دەبن.").statements
    assert [statement.parties for statement in statements] == [["JOR"]]


def test_a_military_committee_that_begins_its_work_sits() -> None:
    meeting = only_meeting(read("دوێنێ لە بەغدا لیژنەی باڵای سەربازی لە نێوان عێراق و ئەمریکا دەستی بە کارەکانی کرد."))
    assert meeting.kind == "committee"
    assert set(meeting.parties) == {"IRQ", "USA"}


def test_a_political_bureau_visited_is_its_party() -> None:
    meeting = only_meeting(read("شاندێکی پارتی دوێنێ لەگەڵ مەکتەبی سیاسیی یەکێتی کۆبووەوە."))
    assert set(meeting.parties) == {"KDP", "PUK"}


def test_the_invitation_at_which_they_met_is_no_encounter_of_its_own() -> None:
    text = (
        "هەولێر، ٢٠ی تشرینی دووەمی ٢٠٢٦ – لەسەر بانگهێشتی حکوومەتی هەرێمی کوردستان، نوێنەرانی حکوومەتی عێراق و "
        "حکوومەتی هەرێم لە ١٩ و ٢٠ی تشرینی دووەم لە هەولێر کۆبوونەوە."
    )
    [meeting] = read_text(text, language="ckb", published="2026-11-20").meetings
    assert meeting.date == "2026-11-19/2026-11-20"


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("وەزیری دەرەوەی میسر سەردانەکەی بۆ کینیا هەڵوەشاندەوە.", "visit", "cancelled"),
        ("سەرۆکی میسر سەردانەکەی بۆ کینیای دواخست.", "visit", "postponed"),
        ("کۆبوونەوەکەی میسر و کینیا بۆ کاتێکی نادیار دوا خرا.", "meeting", "postponed"),
    ],
)
def test_a_definite_encounter_that_is_called_off_or_put_off_is_one(sentence: str, kind: str, status: str) -> None:
    meeting = only_meeting(read(sentence))
    assert (meeting.kind, meeting.status, set(meeting.parties)) == (kind, status, {"EGY", "KEN"})


@pytest.mark.parametrize("hope", ["ڕەنگە", "لەوانەیە", "هیوادارین"])
def test_who_may_come_to_terms_or_is_hoped_to_has_not_met(hope: str) -> None:
    assert read(f"{hope} میسر و کینیا بگەنە ڕێککەوتن.").meetings == []


@pytest.mark.parametrize("counterpart", ["گورجستانییەکەی", "کینیاییەکەی", "ئێرانییەکەی"])
def test_the_counterpart_is_told_by_an_adjective_with_article_and_pronoun(counterpart: str) -> None:
    meeting = only_meeting(read(f"وەزیری دەرەوەی میسر دوێنێ لەگەڵ هاوتا {counterpart} کۆبووەوە."))
    assert len(meeting.parties) == 2


@pytest.mark.parametrize(
    "verb",
    ["ئیدانەی هێرشەکەی سەر نایرۆبیی کرد", "سەرکۆنەی هێرشەکەی سەر نایرۆبیی کرد", "ڕەخنەی لە هێرشەکەی سەر نایرۆبی گرت"],
)
def test_who_condemns_an_attack_speaks_and_not_whoever_is_attacked(verb: str) -> None:
    statements = read(f"وەزارەتی دەرەوەی میسر لە بەیاننامەیەکدا {verb}.").statements
    assert [statement.parties for statement in statements] == [["EGY"]]


@pytest.mark.parametrize("verb", ["باسی لەوەش کرد کە", "باسی لەوەشکرد،", "گوتوشیەتی", "ئەوەشی خستووەتە ڕوو،"])
def test_also_stands_within_verbs_of_saying(verb: str) -> None:
    statements = read(
        f"سامان قادر، وەزیری نەوتی عێراق، {verb} هەناردەی نەوت لە هەفتەی داهاتووەوە دەست پێ دەکاتەوە."
    ).statements
    assert [statement.parties for statement in statements] == [["IRQ"]]


def test_those_who_have_reached_an_agreement_have_agreed() -> None:
    commitment = only_commitment(read("میسر و کینیا لە نایرۆبی گەیشتنە ڕێککەوتنی ئاگربەست."))
    assert set(commitment.by) == {"EGY", "KEN"}


@pytest.mark.parametrize(
    "counterpart", ["هاوتا میسرییەکەی، یوسف کامیل،", "هاوتا میسرییەکەی یوسف کامیل", "هاوپیشە میسرییەکەی، یوسف کامیل،"]
)
def test_a_counterpart_is_of_the_party_that_the_adjective_tells(counterpart: str) -> None:
    actors = read(f"سامان قادر، وەزیری دەرەوەی عێراق دوێنێ لەگەڵ {counterpart} لە بەغدا کۆبووەوە.").actors
    parties = {actor.name: actor.party for actor in actors if actor.kind == "person"}
    assert parties == {"سامان قادر": "IRQ", "یوسف کامیل": "EGY"}


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("میسر ڕایگەیاند تا کۆتایی ئەمساڵ یارمەتیی مرۆیی دەبەخشێتە کینیا.", {"EGY"}),
        ("وەزیری دەرەوەی میسر گوتی: ڕێککەوتنەکەی کینیا هەڵدەوەشێنێتەوە.", {"EGY"}),
        ("میسر و کینیا هەفتەی داهاتوو دیلەکان دەگۆڕنەوە.", {"EGY", "KEN"}),
        ("میسر و کینیا ڕایانگەیاند کە هەفتەی داهاتوو لیژنەیەکی هاوبەش پێکدێنن.", {"EGY", "KEN"}),
    ],
)
def test_the_present_of_whatever_verb_tells_what_is_undertaken(sentence: str, by: set[str]) -> None:
    assert set(only_commitment(read(sentence)).by) == by


@pytest.mark.parametrize("office", ["وەزیری دەرەوەی میسر", "وەزیری نەوتی میسر", "وتەبێژی سوپای میسر"])
def test_a_name_right_before_its_office_is_known_by_its_given_name(office: str) -> None:
    actors = read(f"دانیاڵ مبێکی {office} ڕایگەیاند گفتوگۆکان باش بوون.").actors
    people = {actor.name: actor.party for actor in actors if actor.kind == "person"}
    assert people == {"دانیاڵ مبێکی": "EGY"}


@pytest.mark.parametrize(
    "call",
    [
        "لە پێوەندییەکی تەلەفۆنیدا لەگەڵ سەرۆکی سوودان",
        "لە پێوەندیی تەلەفۆنی لەگەڵ سەرۆکی سوودان",
        "لە پەیوەندییەکی تەلەفۆنیدا لەگەڵ سەرۆکی سوودان",
    ],
)
def test_what_is_denied_in_a_call_is_not_the_call(call: str) -> None:
    meeting = only_meeting(read(f"سەرۆکی میسر {call} ئەو هەواڵانەی بە درۆ خستەوە کە باسی هێرش دەکەن."))
    assert (meeting.kind, meeting.status, set(meeting.parties)) == ("call", "held", {"EGY", "SDN"})


def test_a_denial_behind_the_noun_that_it_is_of_denies_it() -> None:
    meeting = only_meeting(read("وەزارەتی دەرەوەی میسر هەواڵی کۆبوونەوەی لەگەڵ سوودان بەدرۆ خستەوە."))
    assert meeting.status == "denied"


@pytest.mark.parametrize("refusal", ["ناگەڕێتەوە سەر مێزی گفتوگۆ", "پاشەکشە ناکات", "وتووێژ ناکات"])
def test_not_to_return_or_step_back_is_a_refusal(refusal: str) -> None:
    text = (
        "وەزیرانی دەرەوەی میسر و ئیتیۆپیا ڕۆژی ١٩ی ئاداری ٢٠٢٥ لە نایرۆبی کۆبوونەوە. "
        f"وەزیری دەرەوەی میسر ڕایگەیاند: تا ئیتیۆپیا پڕکردنەوەی بەنداوەکە رانەگرێت، وڵاتەکەی {refusal}."
    )
    refused = [c for c in read(text).commitments if c.polarity == "refused"]
    assert [c.by for c in refused] == [["EGY"]]
    assert refused[0].strength == "conditional"


def test_an_outlets_name_ends_before_the_verb() -> None:
    names = [a.name for a in read("پارێزەرەکەی بە ڕۆژنامەی کلارینی وت: ئەوە تەنها لیستێکە.").actors]
    assert names == ["ڕۆژنامەی کلارینی"]


def test_who_went_abroad_visited_nobody() -> None:
    text = "فەرید ڕەحمانۆڤ، سەرۆکی پێشووی تاجیکستان، کاتێک چووەتە دەرەوەی وڵات دیاریی لە سەرۆکی فەڕەنسا وەرگرتووە."
    assert read(text).meetings == []


@pytest.mark.parametrize("denial", ["ڕەتکردەوە", "ڕەت کردەوە", "بە درۆ خستەوە"])
def test_reports_of_a_meeting_that_are_denied_deny_it(denial: str) -> None:
    meeting = only_meeting(
        read(
            f"وەزارەتی دەرەوەی میسر ئەو هەواڵانەی {denial} کە دەڵێن بەرپرسانی میسر لەگەڵ شاندێکی سوودان لە نایرۆبی "
            "کۆبوونەتەوە.\nگوتەبێژی وەزارەتەکە گوتی: هیچ دیدارێک لەگەڵ سوودان نەکراوە."
        )
    )
    assert (meeting.status, set(meeting.parties)) == ("denied", {"EGY", "SDN"})


@pytest.mark.parametrize("verb", ["لە کۆبوونەوەدان", "لەکۆبوونەوەدان"])
def test_those_who_are_in_a_meeting_are_meeting(verb: str) -> None:
    meeting = only_meeting(read(f"ئەمڕۆ پێنجشەممە، 20ـی ئاداری 2025، شاندەکانی میسر و سوودان لە نایرۆبی {verb}."))
    assert (meeting.status, meeting.date, set(meeting.parties)) == ("under-way", "2025-03-20", {"EGY", "SDN"})


@pytest.mark.parametrize("noun", ["لە کۆبوونەوەی هەردوولادا", "لە دیداری هەردوو شاندەکەدا", "لە کۆبوونەوەکەدا"])
def test_what_was_talked_of_in_the_meeting_of_both_is_no_second_meeting(noun: str) -> None:
    text = f"ڕۆژی چوارشەممە وەزیرانی دەرەوەی عومان و ئێران لە تاران کۆبوونەوە.\n{noun} گفتوگۆ لەبارەی وزە کرا."
    meeting = only_meeting(read(text))
    assert (meeting.date, set(meeting.parties)) == ("2025-03-19", {"OMN", "IRN"})


def test_who_sets_off_for_a_capital_goes_there() -> None:
    reading = read("فەرید ڕەحمانۆڤ، سەرۆکوەزیرانی میسر، بەیانیی ئەمڕۆ بەرەو بێلگراد بەڕێکەوت.")
    meeting = only_meeting(reading)
    assert [(p.key, p.id) for p in reading.places] == [("SRB:belgrade", meeting.place)]
    assert set(meeting.parties) == {"EGY", "SRB"}


def test_what_was_due_on_a_weekday_lies_ahead() -> None:
    reading = read("بڕیاربوو سەرۆکی عومان ڕۆژی هەینی بگاتە تاران.")
    assert [date.edtf for date in reading.dates] == ["2025-03-21"]


MET = "وەزیرانی دەرەوەی میسر و سوودان ڕۆژی ١٩ی ئاداری ٢٠٢٥ لە نایرۆبی کۆبوونەوە. "


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("ناوبراو گوتی، میسر درێژە دەدا بە هاوکارییەکان.", "undertaken"),
        ("ناوبراو گوتی، میسر بەڵێن دەدا سنوورەکان بکاتەوە.", "undertaken"),
        ("میسر ڕایگەیاند بەشداریی لە دانوستانەکان ناکا.", "refused"),
        ("وەزیری دەرەوەی میسر ڕایگەیاند، وڵاتەکەی سازش ناکا.", "refused"),
    ],
)
def test_a_verb_without_its_last_letter_says_the_same(words: str, polarity: str) -> None:
    assert [(c.by, c.polarity) for c in read(MET + words).commitments] == [(["EGY"], polarity)]


@pytest.mark.parametrize("verb", ["سەردانی قاهیرە دەکا", "سەردانی قاهیرە دەکات"])
def test_a_journey_to_come_is_planned_however_its_verb_is_written(verb: str) -> None:
    meeting = only_meeting(read(f"سبەی هەینی وەزیری دەرەوەی سوودان {verb}."))
    assert (meeting.kind, meeting.status, meeting.date) == ("visit", "planned", "2025-03-21")


@pytest.mark.parametrize("call", ["لە تەلەفۆنێکدا", "لە پێوەندییەکی تێلێفۆنیدا"])
def test_a_telephone_call_has_many_names(call: str) -> None:
    text = f"سەرۆکی میسر ڕۆژی چوارشەممە {call} لەگەڵ سەرۆکی سوودان باسی ئاشتیی کرد."
    meeting = only_meeting(read(text))
    assert (meeting.kind, meeting.date, set(meeting.parties)) == ("call", "2025-03-19", {"EGY", "SDN"})


def test_when_what_was_agreed_will_be_is_no_day_on_which_they_met() -> None:
    text = (
        "لە قاهیرە، وەزیری بەرگریی میسر پێشوازی لە وەزیری بەرگریی سوودان کرد.\n"
        "هەردوولا لەسەر ئەنجامدانی ڕاهێنانی هاوبەش لە هاوینی داهاتوودا ڕێککەوتن."
    )
    assert only_meeting(read(text)).status == "held"


def test_what_a_speakers_country_will_do_is_the_speakers_wherever_it_is_done() -> None:
    text = (
        "سەرۆکوەزیرانی عومان ڕۆژی چوارشەممە لە کۆبوونەوەیەکدا لەگەڵ باڵیۆزی پێرو ڕایگەیاند، "
        "وڵاتەکەی باڵیۆزخانەی خۆی لە لیما دەکاتەوە."
    )
    assert only_commitment(read(text)).by == ["OMN"]


def test_an_ambassador_undertakes_something_where_only_his_post_names_another_state() -> None:
    text = (
        "یوسف وەرسەمە، باڵیۆزی کینیا لە عومان، لە دیمانەیەکدا لەگەڵ ڕووداو گوتی: "
        "وڵاتەکەم ئامادەیە ژمارەی ڤیزاکان زیاد بکات."
    )
    assert only_commitment(read(text)).by == ["KEN"]
