"""The many ways in which Sorani words what was said, met and undertaken. All sentences are written for these tests."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_commitment, only_meeting

from peyman.model import Reading
from peyman.reading.reader import read_text


def read(text: str, published: str = "2026-01-14") -> Reading:
    return read_text(text, language="ckb", published=published)


@pytest.mark.parametrize(
    "verb",
    [
        "ڕوونی کردبووەوە",
        "جەختی لەوە کردبووەوە",
        "دووپاتی کردۆتەوە",
        "پشتڕاستی کردۆتەوە",
        "ئاماژەی بەوە کردبوو",
        "پێی لەسەر ئەوە داگرت",
        "هۆشیاری دا",
        "دانی بەوەدانا",
        "نکۆڵی لەوە کرد",
        "بەیانی کرد کە",
        "هیوای دەربڕی",
        "ڕاشیگەیاندووە",
        "فەرمووی",
    ],
)
def test_a_verb_of_saying_in_every_tense_makes_a_statement(verb: str) -> None:
    statements = read(f"وەزیری دەرەوەی عومان {verb}، ئەرمینیا دۆستێکی گرنگە.").statements
    assert [statement.parties for statement in statements] == [["OMN"]]


@pytest.mark.parametrize(
    ("words", "strength"),
    [
        ("ئامادەیی خۆی پیشان دا بۆ ناردنی یارمەتی", "will"),
        ("گفتی دا یارمەتی بنێرێت", "committed"),
        ("ڕەزامەندیی خۆی لەسەر کردنەوەی سنوورەکان دەربڕی", "agreed"),
        ("نیازی وایە سنوورەکان بکاتەوە", "intends"),
        ("سوورە لەسەر جێبەجێکردنی ڕێککەوتنەکە", "reaffirmed"),
    ],
)
def test_who_is_ready_promises_or_consents_undertakes(words: str, strength: str) -> None:
    commitment = only_commitment(read(f"عومان {words}. ئەمەش دوای ئەوە دێت کە ئەرمینیا سنوورەکانی داخست."))
    assert (commitment.by, commitment.strength) == (["OMN"], strength)


@pytest.mark.parametrize(
    "words", ["پێداگرییان لەسەر درێژەی هاوکارییەکان کرد", "جەختیان لە بەردەوامیی دیدارەکان کردەوە"]
)
def test_two_sides_that_insist_on_going_on_both_undertake_it(words: str) -> None:
    text = f"وەزیری دەرەوەی عومان ئەمڕۆ لە مەسقەت لەگەڵ وەزیری دەرەوەی ئەرمینیا کۆبووەوە. هەردوولا {words}."
    assert set(only_commitment(read(text)).by) == {"OMN", "ARM"}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("لەگەڵ وەزیری دەرەوەی ئەرمینیا پرسی سنووریان تاوتوێ کرد", "talks"),
        ("تەلەفۆنی بۆ وەزیری دەرەوەی ئەرمینیا کرد", "call"),
        ("چوو بۆ یەریڤان", "visit"),
    ],
)
def test_meeting_in_plain_words(words: str, kind: str) -> None:
    meeting = only_meeting(read(f"وەزیری دەرەوەی عومان ڕۆژی دووشەممە {words}."))
    assert (meeting.kind, meeting.date, set(meeting.parties)) == (kind, "2026-01-12", {"OMN", "ARM"})


def test_talks_that_nobody_will_enter_are_no_encounter() -> None:
    assert not read("وەزیری دەرەوەی میسر گوتی، دەست بە هیچ گفتوگۆیەک ناکەن لەگەڵ سوودان.").meetings


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("ئەسیووپیا", "ETH"),
        ("ئیندۆنیسیا", "IDN"),
        ("سەعودیە", "SAU"),
        ("ئەفریقیای باشوور", "ZAF"),
        ("ئۆتریش", "AUT"),
        ("میکسیکۆ", "MEX"),
        ("ڕژێمی زایۆنی", "ISR"),
    ],
)
def test_states_are_known_by_what_papers_of_all_parts_write(name: str, key: str) -> None:
    meeting = only_meeting(read(f"وەزیری دەرەوەی {name} ڕۆژی دووشەممە لەگەڵ وەزیری دەرەوەی چین کۆبووەوە."))
    assert set(meeting.parties) == {key, "CHN"}


@pytest.mark.parametrize(
    "text",
    [
        "عەبدی نکۆڵیی کرد لەوەی لە تەلئەبیب لەگەڵ بەرپرسانی ئیسرائیل کۆبووبێتەوە.",
        "وەزیری دەرەوەی عومان ئەو هەواڵەشی ڕەتکردەوە کە دەڵێت لەگەڵ بەرپرسانی ئیسرائیل کۆبووبێتەوە.",
        "گوتەبێژی عومان هەواڵی دانیشتنی شاندەکەیان لەگەڵ ئیسرائیل بەدرۆ دەخاتەوە.",
        "سەرۆکی عومان گوتی، هیچ کات لەگەڵ سەرۆکی ئیسرائیل کۆنەبووەتەوە.",
    ],
)
def test_a_denied_meeting_is_denied_in_every_wording(text: str) -> None:
    text = "عومان و هێزەکانی سووریای دیموکرات لە هەواڵەکاندا بوون. " + text if "عەبدی" in text else text
    meeting = only_meeting(read(text))
    assert meeting.status == "denied"
    assert "ISR" in meeting.parties


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("پ.د.ک", "KDP"),
        ("یەکگرتووی ئیسلامی", "KIU"),
        ("حیزبی دێموکراتی کوردستان", "KDPI"),
        ("کۆمەڵەی زەحمەتکێشانی کوردستان", "KOMALA"),
        ("پارتی ژیانی ئازادی کوردستان", "PJAK"),
        ("ئاک پارتی", "AKP"),
        ("دەبەپە", "DBP"),
        ("ئەنساروڵڵا", "HOUTHI"),
    ],
)
def test_parties_are_met_by_their_full_and_their_short_names(name: str, party: str) -> None:
    meeting = only_meeting(read(f"وەزیری دەرەوەی چین ڕۆژی دووشەممە پێشوازیی لە شاندێکی {name} کرد."))
    assert set(meeting.parties) == {"CHN", party}


def test_a_short_name_that_begins_another_partys_name_is_not_that_party() -> None:
    meeting = only_meeting(read("وەزیری دەرەوەی چین ڕۆژی دووشەممە لەگەڵ سەرۆکی پارتی سۆسیالیستی ئەلبانیا کۆبووەوە."))
    assert "KDP" not in meeting.parties


def test_a_party_whose_name_is_a_common_word_is_one_beside_others() -> None:
    text = "لەو دانیشتنەدا کە ڕۆژی دووشەممە لە هەولێر بەڕێوە چوو، نوێنەرانی پارتی و یەکێتی و گۆڕان ئامادە بوون."
    assert set(only_meeting(read(text)).parties) == {"KDP", "PUK", "GORRAN"}


def test_the_council_that_leads_a_movement_speaks_for_it() -> None:
    statements = read("ئەنجوومەنی بەڕێوەبەریی پەکەکە ڕایگەیاند، ئاگربەستەکە لەگەڵ تورکیا بەردەوامە.").statements
    assert [statement.parties for statement in statements] == [["PKK"]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('سەرۆکی فەڕەنسا گوتی: "سبەی لەگەڵ سەرۆکی لوبنان لە بەیرووت کۆ دەبمەوە."', "meeting"),
        ('سەرۆکی فەڕەنسا گوتی: "ڕێککەوتین سبەی لەگەڵ سەرۆکی لوبنان لە بەیرووت یەکتر ببینین."', "meeting"),
    ],
)
def test_whom_the_speaker_will_meet(text: str, kind: str) -> None:
    meeting = only_meeting(read(text))
    assert (meeting.kind, meeting.status, meeting.date) == (kind, "planned", "2026-01-15")
    assert set(meeting.parties) == {"FRA", "LBN"}


def test_reaching_a_deal_is_no_arrival() -> None:
    text = (
        "وەزیری نەوتی عێراق ئاشکرای کرد، لەگەڵ لایەنی تورکی گەیشتوونەتە ڕێککەوتن و بڕیارە مانگی داهاتوو لە ئەنقەرە "
        "گرێبەستەکە واژۆ بکرێت."
    )
    assert "visit" not in {meeting.kind for meeting in read(text).meetings}


@pytest.mark.parametrize(
    "words",
    ["هێزەکانمان لە باکووری سووریا ناکشێننەوە", "سنوورەکان لەگەڵ سووریا ناکەینەوە", "ڕێککەوتنەکەی سووریا واژۆ ناکەین"],
)
def test_what_the_speaker_will_not_do_is_refused(words: str) -> None:
    assert only_commitment(read(f"وەزیری بەرگریی تورکیا گوتی، {words}.")).by == ["TUR"]


def test_a_cabinet_that_decides_to_spend_undertakes_it() -> None:
    text = "ئەنجوومەنی وەزیرانی عێراق بڕیاری خەرجکردنی 212 ملیار دیناری بۆ هەرێمی کوردستان دا."
    assert only_commitment(read(text)).by == ["IRQ"]


@pytest.mark.parametrize(
    "said",
    ["دووبارەی کردەوە کە", "دووبارەیان کردەوە کە", "بیری هێنایەوە کە", "وەبیریان هێنایەوە کە", "دووبارە دەکاتەوە کە"],
)
def test_saying_again_and_reminding_are_saying(said: str) -> None:
    reading = read_text(f"وەزارەتی دەرەوەی ژاپۆن {said} دۆخی سنوورەکە ئارامە.", language="ckb")
    assert [statement.parties for statement in reading.statements] == [["JPN"]]


@pytest.mark.parametrize("outlet", ["کەناڵی ڕۆناهی", "ئاژانسی نوێ", "ڕۆژنامەی ڕۆژ"])
def test_what_an_outlet_asks_somebody_is_no_encounter(outlet: str) -> None:
    words = f"وەزیری دەرەوەی ژاپۆن لە چاوپێکەوتنێکدا لەگەڵ {outlet} وتی، هێزەکانمان لەگەڵ سوپای کەنەدا ڕێک دەکەون."
    assert read_text(words, language="ckb").meetings == []
