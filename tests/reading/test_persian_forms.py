"""Persian verbs whose parts stand apart or are denied, and who speaks where: read in all their forms."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_commitment, only_meeting

from peyman.reading.reader import read_text

TALKS = "هیئت‌های مغولستان و پاراگوئه روز شنبه در لیما دیدار کردند.\n"


@pytest.mark.parametrize(
    "denied",
    [
        "دیدار نکرد", "ملاقات نکرده است", "گفت‌وگو ننموده است", "تماسی نداشته است", "رایزنی نکرده بود",
        "گفتگو نخواهد کرد", "جلسه‌ای نداشت", "به مذاکره نپرداخت", "به گفت‌وگو نخواهد نشست", "تماس نگرفته است",
    ],
)  # fmt: skip
def test_an_encounter_whose_verb_is_denied_did_not_take_place(denied: str) -> None:
    text = f"وزیر کشاورزی مغولستان با همتای پاراگوئه‌ای خود {denied}."
    meeting = only_meeting(read_text(text, language="fa", published="2026-01-14"))
    assert (meeting.status, set(meeting.parties)) == ("denied", {"MNG", "PRY"})


@pytest.mark.parametrize("never", ["مذاکره نمی‌کنیم", "دیدار نمی‌کند", "به گفت‌وگو نمی‌نشینیم"])
def test_what_is_not_done_as_a_rule_is_no_encounter(never: str) -> None:
    text = f"وزیر کشاورزی مغولستان گفت: «با پاراگوئه {never}.»"
    assert read_text(text, language="fa", published="2026-01-14").meetings == []


@pytest.mark.parametrize(
    ("undertakes", "strength"),
    [
        ("متعهد به {} شد", "committed"), ("متعهد به {} شده است", "committed"), ("قول {} را داد", "committed"),
        ("وعده {} را داده است", "committed"), ("تصمیم به {} گرفت", "intends"), ("قصد {} را دارد", "intends"),
        ("آماده {} است", "intends"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("what", ["خروج نیروهای خود از مرز", "پرداخت بدهی خود", "ارسال ده هزار تن گندم"])
def test_what_is_undertaken_stands_between_a_noun_and_its_verb(undertakes: str, strength: str, what: str) -> None:
    text = f"{TALKS}دولت مغولستان {undertakes.format(what)}."
    one = only_commitment(read_text(text, language="fa", published="2026-01-14"))
    assert (one.by, one.strength) == (["MNG"], strength)


@pytest.mark.parametrize(
    "says", ["علاوه کرده است", "قول داده‌اند", "وعده دادند", "پیشنهاد کرده‌اند", "پیشنهاد می‌دهد", "قول می‌دهند"]
)
def test_offers_and_promises_are_told_in_all_forms(says: str) -> None:
    text = f"مقام‌های مغولستان {says} که این کشور به کمک نیاز نداشته باشد."
    assert [one.parties for one in read_text(text, language="fa", published="2026-01-14").statements] == [["MNG"]]


@pytest.mark.parametrize("where", ["مجمع عمومی", "شورای امنیت", "پارلمان ترکیه", "مجمع عمومی سازمان ملل"])
def test_where_somebody_speaks_is_not_who_speaks(where: str) -> None:
    text = f"رئیس‌جمهور مغولستان در {where} گفت که وضع بهتر شده است."
    assert [one.parties for one in read_text(text, language="fa", published="2026-01-14").statements] == [["MNG"]]


def test_whoever_an_unnamed_source_is_in_answers_for_what_it_says() -> None:
    text = "یک منبع آگاه در وزارت خارجه مغولستان گفت که وضع بهتر شده است."
    assert [one.parties for one in read_text(text, language="fa", published="2026-01-14").statements] == [["MNG"]]
