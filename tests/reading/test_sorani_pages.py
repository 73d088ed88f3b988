"""Patterns of Sorani news pages: visits that are paid, what somebody is bound by and will not let others do."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_meeting

from peyman.model import Reading
from peyman.reading.reader import read_text


def _read(text: str, language: str = "ckb") -> Reading:
    return read_text(text, language=language, published="2026-03-04")


@pytest.mark.parametrize(
    "words",
    [
        "هێمن بۆتانی، وەزیری دەرەوەی کینیا، ڕایگەیاند، سبەینێ سەردانی ئەنقەرە دەکات.",
        "وەزیری دەرەوەی کینیا ڕایگەیاند سبەینێ سەردانی ئەنقەرە دەکات.",
        "وەزیری دەرەوەی کینیا سبەی سەردانی تورکیا دەکات.",
    ],
)
def test_whoever_pays_a_visit_is_found_before_the_word_of_saying_and_goes_on_the_day_to_come(words: str) -> None:
    meeting = only_meeting(_read(words))
    assert (meeting.kind, meeting.status, meeting.date) == ("visit", "planned", "2026-03-05")
    assert set(meeting.parties) == {"KEN", "TUR"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ckb", "وەزیری دەرەوەی کینیا ڕایگەیاند سبەینێ سەردانی ئەنقەرە دەکات."),
        ("en", "The Kenyan foreign minister announced tomorrow he would travel to Ankara for talks."),
    ],
)
def test_nobody_has_said_anything_on_a_day_to_come(language: str, words: str) -> None:
    assert [one.date for one in _read(words, language).statements] in ([None], [])


def test_what_one_is_bound_by_is_not_refused_with_what_one_will_not_let_others_do() -> None:
    reading = _read(
        "هێمن بۆتانی، وەزیری ناوخۆی کینیا، ڕایگەیاند، نەیرۆبی بە تەواوی پابەندی ڕێککەوتننامە ئەمنییەکەیە"
        " و ڕێگا بە هیچ گرووپێک نادات لە خاکەکەیەوە هێرش بکاتە سەر سۆماڵ."
    )
    assert [one.polarity for one in reading.commitments] == ["undertaken", "refused"]


def test_a_party_that_is_firm_on_something_is_no_body_of_that_name() -> None:
    reading = _read("یەکەم: یەکێتی سوورە لەسەر ئەوەی هەڵبژاردن لە وادەی خۆیدا بکرێت و دوا نەخرێت.")
    assert not any("سوور" in actor.name for actor in reading.actors)


def test_whoever_talks_with_somebody_says_nothing_by_that() -> None:
    reading = _read("هێمن بۆتانی، سەرۆکی کینیا، ئەمڕۆ بە تەلەفۆن لەگەڵ شوان باباجانی، سەرۆکی سۆماڵ، قسەی کرد.")
    assert only_meeting(reading).kind == "call"
    assert not reading.statements


def test_a_conversation_on_television_is_an_interview_and_no_encounter() -> None:
    reading = _read("وەزیری نەوتی کینیا لە دیدارێکی تەلەفزیۆنیدا ڕایگەیاند، لەگەڵ سۆماڵ گەیشتوونەتە ڕێککەوتن.")
    assert [one.kind for one in reading.statements] == ["interview"]
    assert not reading.meetings


@pytest.mark.parametrize("source", ["بە ڕاپۆرتی ئاژانسی هەواڵی مێهر", "بەپێی ڕاپۆرتی ئاژانسی هەواڵی مێهر"])
def test_by_an_agencys_report_nobody_else_reports_anything(source: str) -> None:
    reading = _read(
        f"{source}، «شوان باباجانی» باڵوێزی کینیا لە عێراق، ڕۆژی یەکشەممە"
        " لەگەڵ «دلێر سۆرانی» وەزیری ناوخۆی هەرێمی کوردستان دیداری کرد."
    )
    assert not any(one.kind == "report" for one in reading.statements)


def test_a_round_that_is_waited_for_is_to_come() -> None:
    meeting = only_meeting(_read("لیژنەکانی کینیا و سۆماڵ چاوەڕێی وادەی گەڕی داهاتوون لە مەسقەت."))
    assert meeting.status == "planned"


def test_what_somebody_has_not_done_yet_is_no_refusal() -> None:
    reading = _read(
        "بەرپرسێکی سۆماڵی وتی، کینیا هێشتا تەرمی سێ بارمتەی نەداوەتەوە و سۆماڵ پێش ئەوە هیچ شاندێک نانێرێتە قاهیرە."
    )
    assert [(one.by, one.polarity) for one in reading.commitments] == [(["SOM"], "refused")]


def test_whoever_comes_to_the_seat_of_a_region_visits_the_region() -> None:
    reading = _read(
        "وەزیری ناوخۆی هەرێمی کوردستان لەگەڵ باڵیۆزی کینیا دیداری کرد. باڵیۆز گوتی،"
        " شاندێکی ئابووریی کینیا تا کۆتایی مانگ دێتە هەولێر."
    )
    assert [set(one.parties) for one in reading.meetings if one.kind == "visit"] == [{"KEN", "IRQ-KRD"}]


def test_a_journey_for_which_a_meeting_is_put_off_is_not_the_meeting() -> None:
    reading = _read(
        "بڕیار بوو ئەمڕۆ شاندی کینیا لە مەسقەت لەگەڵ وەزیری نەوتی سۆماڵ کۆببێتەوە،"
        " بەڵام بەهۆی سەفەری وەزیرەوە بۆ ڤیەننا کۆبوونەوەکە بۆ هەفتەی داهاتوو دواخرا."
    )
    assert {(one.kind, one.status) for one in reading.meetings} == {("meeting", "postponed")}


def test_whoever_is_received_says_nothing_by_that() -> None:
    reading = _read("شوان باباجانی، وەزیری دەرەوەی کینیا، گەیشتە بەغدا و وەزیری دەرەوەی عێراق پێشوازیی لێ کرد.")
    assert not reading.statements


def test_a_conference_of_news_is_one_with_the_press_and_a_round_to_come_stands_on_the_next_such_day() -> None:
    reading = _read(
        "ئازاد پیرانی، وتەبێژی وەزارەتی دەرەوەی کینیا، لە کۆنفڕانسی هەواڵیی حەوتووانەدا وتی،"
        " گەڕی شەشەمی وتووێژەکانی کینیا و سۆماڵ ڕۆژی یەکشەممە لە مەسقەت بەڕێوە دەچێ."
    )
    meeting = only_meeting(reading)
    assert (meeting.kind, meeting.status, meeting.date) == ("negotiation-round", "planned", "2026-03-08")
    assert [one.kind for one in reading.statements] == ["press-conference"]


def test_a_bill_that_goes_to_parliament_visits_nobody() -> None:
    reading = _read("سەرۆکی کینیا بەڵێنی داوە یاسای تایبەت بە پڕۆسەی ئاشتی لە مانگی ئادار بچێتە پەرلەمان.")
    assert not reading.meetings


def test_thanks_for_a_reception_tell_of_no_other_one() -> None:
    reading = _read("وەزیری دەرەوەی کینیا سوپاسی میوانداریی سۆماڵی کرد و گوتی، وڵاتەکەی پشتیوانیی سۆماڵ دەکات.")
    assert not reading.meetings


def test_what_was_signed_earlier_was_not_signed_on_the_day_that_is_told_of() -> None:
    reading = _read(
        "سەرۆکی کینیا ئەمڕۆ چوارشەممە لە مەسقەت لەگەڵ سەرۆکی سۆماڵ کۆبووەوە."
        " پێشتر وەزیری دەرەوەی کینیا و وەزیری دەرەوەی سۆماڵ یاداشتێکیان واژۆ کردبوو."
    )
    assert [(one.kind, one.date) for one in reading.meetings] == [("meeting", "2026-03-04"), ("signing", None)]


def test_and_between_two_numbers_parts_no_undertaking() -> None:
    reading = _read(
        "کینیا و سۆماڵ ڕێککەوتن یەکە 70 و 80 تا کۆتایی ئەمساڵ بخرێنە ژێر چەتری وەزارەتی بەرگری.",
    )
    assert [len(one.evidence) for one in reading.commitments] == [1]


def test_the_posts_of_a_cabinet_are_not_posted() -> None:
    reading = _read("شاندی کینیا و شاندی سۆماڵ ئەمڕۆ کۆبوونەوە و پۆستە وەزارییەکانی کابینەیان تاوتوێ کرد.")
    assert not any(one.kind == "post" for one in reading.statements)


def test_who_dines_with_somebody_meets_him() -> None:
    reading = _read("سەرۆکی کینیا ئەمڕۆ لە مەسقەت لەگەڵ سەرۆکی سۆماڵ نانی خوارد.")
    assert set(only_meeting(reading).parties) == {"KEN", "SOM"}


def test_talks_that_nobody_will_hold_are_refused_and_not_denied() -> None:
    reading = _read("وەزیری دەرەوەی کینیا ڕایگەیاند، وڵاتەکەی بە جیا لەگەڵ سۆماڵ دانوستان ناکات.")
    assert not reading.meetings


def test_whom_somebody_met_and_asked_to_act_has_been_met() -> None:
    reading = _read(
        "هێمن بۆتانی، سەرۆکی کینیا، لەگەڵ شوان باباجانی، سەرۆکی سۆماڵ، کۆ بووەتەوە و داوای لێکردووە"
        " کار لەسەر ئاشتی بکات."
    )
    assert only_meeting(reading).status == "held"


@pytest.mark.parametrize(
    "words",
    [
        "کۆنگرەی نیشتمانیی پارتی سەوزی کینیا سبەی بە ئامادەبوونی نوێنەرانی سۆماڵ دەستپێدەکات.",
        "ئەنجومەنی ژنانی کینیا کۆبوونەوەی ئاسایی خۆی ساز کرد و باسی سۆماڵی کرد.",
        "وەزیری دەرەوەی کینیا پشتیوانیی وڵاتەکەی بۆ چوونی سۆماڵ بۆ نێو یەکێتیی ئەوروپا دووپات کردەوە.",
    ],
)
def test_congresses_of_parties_and_what_a_body_holds_among_its_own_are_no_encounters(words: str) -> None:
    assert not _read(words).meetings


def test_what_is_said_by_nobody_is_no_statement_of_those_it_is_about() -> None:
    reading = _read("دەوترێت سەرۆکی کینیا لەگەڵ وەزیری دەرەوەی سۆماڵ کۆبوونەوەیەکی ئەنجامداوە.")
    assert not any(one.parties for one in reading.statements)


def test_a_loan_is_no_agency() -> None:
    reading = _read("هێمن بۆتانی، وەزیری دارایی کینیا، گوتی: بانگەشەی وام نەکردووە.")
    assert not any(actor.party == "ARE" for actor in reading.actors)


def test_well_known_people_are_known_by_surname_alone() -> None:
    reading = _read("ئۆربان لەگەڵ سەرۆکی کینیا کۆبووەوە.")
    assert set(only_meeting(reading).parties) == {"HUN", "KEN"}


def test_a_party_that_is_called_by_a_colour_is_not_the_kurdistan_democratic_party() -> None:
    reading = _read("هێمن بۆتانی، سەرۆکی پارتی شین و سپی، لەگەڵ سەرۆکی کینیا کۆبووەوە.")
    assert not any(actor.party == "KDP" for actor in reading.actors)


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        ("وەزیری دەرەوەی کینیا لەگەڵ هاوتا چیلییەکەی کۆبووەوە.", {"KEN", "CHL"}),
        ("وەزیری دەرەوەی کینیا لەگەڵ هاوتا بۆلیڤییەکەی کۆبووەوە.", {"KEN", "BOL"}),
        ("وەزیری دەرەوەی کینیا پێشوازیی لە هاوتا جەزایرییەکەی کرد.", {"KEN", "DZA"}),
        ("سەرۆکی پیرۆ لەگەڵ سەرۆکی کینیا کۆبووەوە.", {"KEN", "PER"}),
        ("سەرۆکوەزیرانی پیرۆ دوێنێ چاوی بە سەرۆکی کینیا کەوت.", {"KEN", "PER"}),
    ],
)
def test_colleagues_of_every_state_are_known_by_its_adjective(words: str, parties: set[str]) -> None:
    assert set(only_meeting(_read(words)).parties) == parties


def test_a_gathering_of_writers_is_no_korea() -> None:
    reading = _read("کۆڕی نووسەران لە شارەکە کۆبوونەوەیەکی ساز کرد.")
    assert not any(actor.party == "KOR" for actor in reading.actors)


def test_a_press_conference_by_its_english_name_is_no_encounter() -> None:
    reading = _read("هێمن بۆتانی، وەزیری تەندروستیی کینیا، لە پرێس کۆنفرانسێکدا باسی لە نەخۆشییەکە و سنووری سۆماڵ کرد.")
    assert not reading.meetings
    assert [one.kind for one in reading.statements] == ["press-conference"]


@pytest.mark.parametrize(
    "words",
    [
        "وەزیری دەرەوەی کینیا لە کاتی کۆبوونەوەی لەگەڵ هاوتا چیلییەکەی گوتی شەڕ دەبێت بوەستێت.",
        "وەزیری دەرەوەی کینیا لە میانەی دیدارێکی لەگەڵ هاوتا چیلییەکەی گوتی کە شەڕ دەوەستێت.",
        "شاندێکی باڵای کینیا گەیشتە سانتیاگۆ.",
        "سەرۆکوەزیرانی کینیا بە سەردانێکی لەناکاو گەیشتە سانتیاگۆ.",
    ],
)
def test_whoever_speaks_in_the_course_of_a_meeting_or_arrives_is_there(words: str) -> None:
    assert set(only_meeting(_read(words)).parties) == {"KEN", "CHL"}


def test_whose_words_another_speaks_against_does_not_speak() -> None:
    reading = _read(
        "وەزیری دەرەوەی کینیا لەدژی لێدوانی هێمن بۆتانی، سەرۆکی پەرلەمانی چیلی، گوتی، ئەو یاسایە ڕەت دەکەینەوە."
    )
    assert [one.parties for one in reading.statements] == [["KEN"]]
    assert not any(actor.party == "KEN" for actor in reading.actors if actor.kind == "person")


def test_the_people_and_what_they_shout_are_nobody_s_name() -> None:
    reading = _read("گەل بێدەنگ نابێت و ئێمە بێدەنگ نابین، دانیشتووانی شارەکە وتیان.")
    assert not any(actor.kind == "person" for actor in reading.actors)


@pytest.mark.parametrize(
    "words",
    [
        "لیژنەی دارایی لە پەرلەمانی کینیا ئەمڕۆ کۆ دەبێتەوە. نوێنەری سۆماڵ گوتی دۆخەکە خراپە.",
        "ئەنجوومەنی ئاسایشی کینیا کۆبووەوە و بڕیاری دا سوپا لە سۆماڵ بکشێتەوە.",
        "لە کۆبوونەوەی ناڕەزایەتی لە بەردەم باڵیۆزخانەی سۆماڵ، هێمن بۆتانی لەلایەن هێزەکانی کینیاوە دەستگیر کرا.",
    ],
)
def test_committees_that_sit_and_protests_bring_no_parties_together(words: str) -> None:
    assert not _read(words).meetings


def test_the_turkish_state_is_called_by_its_people_too() -> None:
    reading = _read("شاندێکی دەوڵەتی تورک لەگەڵ سەرۆکی کینیا کۆبووەوە.")
    assert set(only_meeting(reading).parties) == {"TUR", "KEN"}


def test_the_month_of_gulan_is_not_the_golan() -> None:
    reading = _read("لە مانگی گوڵاندا و لە ١٢ی گوڵانی ٢٠١٩ هاتن. هێزەکان لە بەرزاییەکانی گۆلان ماونەتەوە.")
    assert [place.key for place in reading.places] == ["SYR:golan"]


@pytest.mark.parametrize("words", ["ژمارەکە بۆ ٣٠ ئەندام زیاد کرا.", "سەرۆکی هێزەکە هێرش دەکات.", "ئەندام ئازاد کرا."])
def test_the_noun_of_a_verb_is_no_given_name(words: str) -> None:
    assert not any(actor.kind == "person" for actor in _read(words).actors)


@pytest.mark.parametrize(
    "words",
    [
        "هێمن بۆتانی ڕاوێژکاری سەرۆکی پارتی گەلی سۆسیالیستیش ڕایگەیاند ناچێت.",
        "وتەبێژی پارتی یەکێتی سەوز ڕایگەیاند ناچن.",
        "داوای کرد یەکێتی بەدی بێت.",
    ],
)
def test_parties_of_other_lands_are_not_those_of_the_region(words: str) -> None:
    assert not any(actor.party in ("KDP", "PUK") for actor in _read(words).actors)


@pytest.mark.parametrize(
    "words",
    [
        "ناوەندی ئاشتیی کینیا ڕایگەیاند، سوپای سۆماڵ هاوکاری تیرۆریستان دەکات.",
        "ئێمە وەک حکومەتی کینیا سڵاومان دەنێرین بۆ هەموو خەڵکی سۆماڵ.",
        "سەرۆکی کینیا گوتی: لە دژی تیرۆر بێدەنگ نابین.",
    ],
)
def test_accusations_greetings_and_vows_undertake_nothing(words: str) -> None:
    assert not _read(words).commitments


def test_a_slogan_names_nobody_but_whom_it_is_about() -> None:
    reading = _read('خۆپیشاندەران دروشمی "بژی هێمن بۆتانی" یان وتەوە.')
    assert [actor.name for actor in reading.actors if actor.kind == "person"] in ([], ["هێمن بۆتانی"])
