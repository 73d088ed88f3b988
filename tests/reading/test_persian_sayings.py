"""Who says, undertakes and refuses what in Persian: verbs in all their forms, sources, interviews, nouns for them."""

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


@pytest.mark.parametrize(
    "refuses",
    [
        "از امضای متن نهایی سر باز زد",
        "حاضر نشد متن نهایی را امضا کند",
        "از امضای متن نهایی امتناع می‌ورزد",
        "در دور بعدی شرکت نخواهد کرد",
    ],
)
def test_who_declines_to_do_something_refuses_it(refuses: str) -> None:
    text = f"وزیران خارجه کنیا و قطر روز دوشنبه در ایروان مذاکره کردند. هیئت کنیا {refuses}."
    [only] = read_text(text, language="fa", published="2026-01-14").commitments
    assert (only.by, only.polarity) == (["KEN"], "refused")


def test_who_declines_to_comment_refuses_nothing() -> None:
    text = "وزیران خارجه کنیا و قطر روز دوشنبه در ایروان مذاکره کردند. هیئت کنیا از اظهار نظر خودداری کرد."
    assert read_text(text, language="fa", published="2026-01-14").commitments == []


@pytest.mark.parametrize(
    "offers",
    [
        "آمادگی این کشور برای ارسال گندم به قطر را اعلام کرد",
        "از تصمیم دولتش برای ارسال گندم به قطر خبر داد",
        "وعده ارسال گندم به قطر را داد",
    ],
)
def test_an_undertaking_may_be_told_by_a_noun(offers: str) -> None:
    text = f"فرید رحمانوف، وزیر کشاورزی ازبکستان، روز دوشنبه {offers}."
    assert [one.by for one in read_text(text, language="fa", published="2026-01-14").commitments] == [["UZB"]]


def test_a_meeting_needs_no_preposition_before_whoever_is_met() -> None:
    text = "رئیس‌جمهور کنیا روز دوشنبه در دیدار حسن المصری رئیس مجلس مصر گفت روابط دو کشور رو به گسترش است."
    [only] = read_text(text, language="fa", published="2026-01-14").meetings
    assert (only.date, set(only.parties)) == ("2026-01-12", {"KEN", "EGY"})


def test_a_ministry_of_the_country_that_publishes_is_no_other_s_that_is_named_below() -> None:
    text = (
        "دانیل مبکی، سخنگوی وزارت ترانسپورت، گفت که هیئتی از این وزارت به تاشکند سفر کرده است."
        " هیئت فردا با معین وزارت ترانسپورت ازبکستان دیدار می‌کند."
    )
    reading = read_text(text, language="fa", published="2026-01-14", publisher="Afghan Voice Agency")
    assert {actor.party for actor in reading.actors if actor.name == "دانیل مبکی"} == {"AFG"}
