"""Encounters that nobody came to: what somebody is not ready for, and talks that only stopped."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenya is not ready to hold talks with Oman under pressure."),
        ("fa", "کنیا آماده نیست زیر فشار با عمان گفت‌وگو کند."),
        ("ar", "كينيا غير مستعدة لإجراء محادثات مع عمان تحت الضغط."),
        ("ckb", "کینیا ئامادە نییە لە ژێر فشاردا لەگەڵ عومان دانوستان بکات."),
        ("kmr", "Kenya ne amade ye di bin zextê de danûstandinan bi Omanê re bike."),
    ],
)
def test_nobody_comes_to_what_somebody_is_not_ready_for(language: str, text: str) -> None:
    assert not read_text(text, language=language, published="2024-03-06").meetings


def test_what_somebody_said_he_was_ready_for_is_to_come() -> None:
    text = "The president of Kenya said he was ready to meet the president of Oman."
    assert [m.status for m in read_text(text, language="en", published="2024-03-06").meetings] in ([], ["planned"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Talks between Kenya and Oman have stopped."),
        ("en", "Talks between Kenya and Oman collapsed in March 2023."),
        ("fa", "گفت‌وگوهای کنیا و عمان متوقف شده است."),
        ("fa", "مذاکرات کنیا و عمان به شکست انجامید."),
        ("ar", "توقفت المحادثات بين كينيا وعمان."),
        ("ar", "انهارت المحادثات بين كينيا وعمان في مارس 2023."),
        ("ckb", "گفتوگۆکانی نێوان کینیا و عومان ڕاگیران."),
        ("kmr", "Danûstandinên di navbera Kenya û Omanê de rawestiyan."),
    ],
)
def test_talks_of_which_nothing_is_told_but_that_they_stopped_are_none(language: str, text: str) -> None:
    assert not read_text(text, language=language, published="2024-03-06").meetings


def test_talks_with_a_place_of_their_own_took_place_though_they_collapsed() -> None:
    text = "Talks in Lima between Kenya and Oman on 2 March 2024 collapsed."
    (meeting,) = read_text(text, language="en", published="2024-03-06").meetings
    assert (set(meeting.parties), meeting.date) == ({"KEN", "OMN"}, "2024-03-02")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Armenia thanked Oman for its efforts. Kenya is ready to sign a peace treaty."),
        ("ckb", "عومان سوپاسی کرد. کینیا ئامادەیە پەیمانی ئاشتی واژۆ بکات."),
        ("kmr", "Oman spasiya wan kir. Kenya amade ye peymana aştiyê îmze bike."),
        ("fa", "عمان از تلاش‌ها قدردانی کرد. کنیا آماده امضای پیمان صلح است."),
        ("ar", "أعربت عمان عن شكرها. كينيا مستعدة لتوقيع معاهدة سلام."),
    ],
)
def test_whoever_is_ready_signs_with_nobody_of_another_sentence(language: str, text: str) -> None:
    assert not read_text(text, language=language, published="2024-03-06").meetings
