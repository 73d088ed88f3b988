"""Who says what in Persian: verbs of saying in all their forms, sources, interviews."""

from __future__ import annotations

import pytest

from peyman.model import Statement
from peyman.reading.reader import read_text

WORDS = "این کشور مرزهای خود را بر روی کامیون‌ها نبسته است"


def _statements(text: str) -> list[Statement]:
    return read_text(text, language="fa", published="2026-01-14").statements


@pytest.mark.parametrize(
    "says",
    [
        "اظهار نموده است", "بیان می‌دارد", "تأیید می‌کند", "خاطرنشان می‌سازد", "متذکر گردید", "یادآور می‌شود",
        "اضافه می‌کند",
        "ادامه می‌دهد", "معترف شد", "تأکید می‌ورزد", "استدلال می‌کند", "وعده می‌دهد", "باورمند است",
    ],
)  # fmt: skip
def test_a_verb_of_saying_is_known_in_all_its_forms(says: str) -> None:
    assert [one.parties for one in _statements(f"سخنگوی وزارت خارجه ارمنستان {says} که {WORDS}.")] == [["ARM"]]


@pytest.mark.parametrize("calls", ["نامیده است", "قلمداد کرد", "می‌خواند", "توصیف می‌کند", "تلقی نمود"])
def test_who_calls_a_report_untrue_says_so(calls: str) -> None:
    text = f"میلان یوویچ، سخنگوی وزارت خارجه صربستان، گزارش‌ها درباره بستن مرز را نادرست {calls}."
    assert [one.parties for one in _statements(text)] == [["SRB"]]


@pytest.mark.parametrize("source", ["بنا بر اظهارات", "به اساس گفته‌های", "به اذعان", "طبق ادعای", "به روایت"])
def test_a_source_is_named_in_many_ways(source: str) -> None:
    text = f"{source} فرید رحمانوف، سخنگوی وزارت خارجه ازبکستان، {WORDS}."
    assert [one.parties for one in _statements(text)] == [["UZB"]]


@pytest.mark.parametrize(
    "told", ["به خبرنگار آوا تأیید می‌کند که", "در گفت‌وگوی زنده تلویزیونی گفت:", "در صحبت با روزنامه الوطن گفت:"]
)
def test_what_one_reporter_is_told_is_an_interview(told: str) -> None:
    [only] = _statements(f"حسن المصری، معاون وزیر تجارت مصر، {told} {WORDS}.")
    assert (only.kind, only.parties) == ("interview", ["EGY"])
