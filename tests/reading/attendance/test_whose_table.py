"""Whose an encounter is by its noun: "A's meeting with B" is theirs, and not of whoever speaks of it."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_meeting

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            "Kenya's foreign ministry issued a statement on the meeting of the king of Oman with Norway's envoy.",
        ),
        ("en", "Kenya criticised the meeting of Oman's defence minister with Norway's prime minister."),
        ("en", "Kenya's government commented on Oman's meeting with the foreign minister of Norway."),
        ("fa", "وزارت خارجه کنیا درباره دیدار وزیر خارجه عمان با سفیر نروژ بیانیه‌ای منتشر کرد."),
        ("fa", "وزارت خارجه کنیا از دیدار وزیر دفاع عمان با نخست‌وزیر نروژ انتقاد کرد."),
        ("ar", "انتقدت وزارة الخارجية الكينية لقاء وزير الدفاع العماني مع رئيس الوزراء النرويجي."),
        ("ckb", "وەزارەتی دەرەوەی کینیا ڕەخنەی لە دیداری وەزیری بەرگریی عومان لەگەڵ سەرۆکوەزیرانی نەرویج گرت."),
        (
            "kmr",
            "Wezareta Kenyayê derbarê hevdîtina Serokê Omanê ya bi balyozê Norwêcê re daxuyaniyek weşand.",
        ),
        ("kmr", "Kenyayê hevdîtina Wezîrê Parastinê yê Omanê ya li gel Serokwezîrê Norwêcê rexne kir."),
    ],
)
def test_whoever_speaks_of_it_was_not_there(language: str, words: str) -> None:
    meeting = only_meeting(read_text(words, language=language, published="2025-11-07"))
    assert sorted(meeting.parties) == ["NOR", "OMN"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Kenya hosted the meeting of Oman's foreign minister with Norway's prime minister in Nairobi."),
        ("kmr", "Kenyayê mazûvanî ji hevdîtina Wezîrê Derve yê Omanê ya li gel Serokwezîrê Norwêcê re kir."),
    ],
)
def test_whoever_hosts_it_was(language: str, words: str) -> None:
    meeting = only_meeting(read_text(words, language=language, published="2025-11-07"))
    assert sorted(meeting.parties) == ["KEN", "NOR", "OMN"]
