"""Patterns of Persian news pages: welcomed things, letters, signings told by the way, earlier rounds, denials."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_meeting

from peyman.model import Reading
from peyman.reading.reader import read_text


def _read(text: str) -> Reading:
    return read_text(text, language="fa", published="2026-01-14")


@pytest.mark.parametrize(
    "welcomed",
    ["توافق آتش‌بس میان تاجیکستان و صربستان", "ازسرگیری مذاکرات میان تاجیکستان و صربستان"],
)
def test_who_welcomes_a_thing_receives_nobody(welcomed: str) -> None:
    reading = _read(f"وزارت امور خارجه ارمنستان با صدور بیانیه‌ای از {welcomed} استقبال کرد.")
    assert not any(meeting.kind == "meeting" for meeting in reading.meetings)


def test_who_welcomes_a_guest_meets_him() -> None:
    reading = _read("رئیس‌جمهور ارمنستان روز دوشنبه در ایروان از وزیر خارجه قطر استقبال کرد.")
    assert set(only_meeting(reading).parties) == {"ARM", "QAT"}


def test_a_letter_is_of_whoever_writes_it() -> None:
    reading = _read("دانیل مبکی رئیس‌جمهور سنگال در نامه‌ای به همتای خود در موریتانی سالروز استقلال را تبریک گفت.")
    assert [(one.kind, one.parties) for one in reading.statements] == [("letter", ["SEN"])]


def test_a_signing_may_be_told_by_the_way() -> None:
    reading = _read("رؤسای جمهور ازبکستان و مصر پس از امضای ۵ سند همکاری در قاهره در نشست خبری مشترک شرکت کردند.")
    meeting = only_meeting(reading)
    assert (meeting.kind, set(meeting.parties)) == ("signing", {"UZB", "EGY"})


def test_earlier_rounds_were_not_on_the_day_of_this_one() -> None:
    reading = _read(
        "دور پنجم مذاکرات عمان و موریتانی روز دوشنبه در تفلیس پایان یافت."
        " چهار دور پیشین مذاکرات در مسقط برگزار شده بود."
    )
    assert [meeting.date for meeting in reading.meetings] == ["2026-01-12", None]


def test_a_journey_that_is_likely_in_coming_weeks_is_planned() -> None:
    reading = _read("رسانه‌های مصر از احتمال سفر نخست‌وزیر ویتنام به قاهره در هفته‌های آینده خبر داده‌اند.")
    meeting = only_meeting(reading)
    assert (meeting.kind, meeting.status, set(meeting.parties)) == ("visit", "planned", {"EGY", "VNM"})


def test_what_is_called_untrue_is_denied() -> None:
    reading = _read("سخنگوی دولت عمان گزارش‌ها درباره مذاکرات پنهانی با سنگال در تاشکند را «کاملا نادرست» خواند.")
    assert only_meeting(reading).status == "denied"


@pytest.mark.parametrize(("told", "status"), [("دیروز به مسقط رسید", "held"), ("پس‌فردا به مسقط می‌رسد", "planned")])
def test_who_reaches_a_town_visits_it(told: str, status: str) -> None:
    meeting = only_meeting(_read(f"وزیر انرژی نروژ {told}."))
    assert (meeting.kind, meeting.status, set(meeting.parties)) == ("visit", status, {"NOR", "OMN"})


@pytest.mark.parametrize(
    "told",
    [
        "صادرات نروژ به عمان سال گذشته به ۱۰ میلیارد دلار رسید.",
        "کمک‌های نروژ روز دوشنبه به مسقط رسید.",
        "مقام‌های نروژ و عمان در اسلو به این نتیجه رسیدند که همکاری سودمند است.",
    ],
)
def test_things_that_reach_a_figure_or_a_town_visit_nobody(told: str) -> None:
    assert _read(told).meetings == []


def test_an_outlet_that_talks_with_somebody_meets_nobody() -> None:
    assert _read("خبرگزاری مهر با سفیر نروژ در تهران، لارس هوگن، گفت‌وگو کرده است.").meetings == []


def test_of_talks_that_an_outlet_reports_it_is_not_a_side() -> None:
    reading = _read("وزیر خارجه نروژ وارد مسقط شد. به نوشته خبرگزاری مهر، وی با همتای عمانی خود گفت‌وگو کرد.")
    assert any(set(meeting.parties) == {"NOR", "OMN"} for meeting in reading.meetings)


def test_who_signs_a_letter_meets_nobody() -> None:
    text = "نروژ و عمان نامه‌ای به سازمان ملل نوشتند. چهل نماینده این نامه را امضا کرده‌اند."
    assert not any(meeting.kind == "signing" for meeting in _read(text).meetings)


def test_what_a_party_is_able_to_do_it_does_not_undertake() -> None:
    assert _read("سفیر نروژ گفت: نروژ می‌تواند به عمان در بازسازی بندرها کمک کند.").commitments == []


def test_a_call_told_beside_a_meeting_is_another_encounter() -> None:
    reading = _read(
        "محمدجواد ظریف با یوسف بن علوی وزیر خارجه عمان دیدار کرد. ظریف و بن علوی هفته گذشته تلفنی گفت‌وگو کرده بودند."
    )
    assert [(m.kind, m.date) for m in reading.meetings] == [("meeting", None), ("call", "2026-01-03/2026-01-09")]
    assert [actor.name for actor in reading.actors if actor.kind == "person"] == ["محمدجواد ظریف", "یوسف بن علوی"]


@pytest.mark.parametrize("ambassadors", ["سفرای جدید", "سفیران جدید"])
def test_ambassadors_who_are_received_are_no_journey(ambassadors: str) -> None:
    meeting = only_meeting(_read(f"رئیس‌جمهور عمان امروز {ambassadors} ایتالیا و صربستان را به حضور پذیرفت."))
    assert (meeting.kind, set(meeting.parties)) == ("meeting", {"OMN", "ITA", "SRB"})


def test_whose_letters_of_credence_are_received_is_met() -> None:
    meeting = only_meeting(_read("رئیس‌جمهور عمان امروز استوارنامه «لارس هوگن» سفیر جدید نروژ را دریافت کرد."))
    assert (meeting.kind, set(meeting.parties)) == ("meeting", {"OMN", "NOR"})


@pytest.mark.parametrize(
    "reports", ["خبر مذاکره با نروژ در مسقط", "گزارش‌های منتشرشده درباره دیدار وزیران ارمنستان و نروژ در مسقط"]
)
def test_reports_that_are_rejected_deny_the_encounter(reports: str) -> None:
    meeting = only_meeting(_read(f"آرام هاکوبیان سخنگوی وزارت خارجه ارمنستان {reports} را رد کرد."))
    assert (meeting.status, set(meeting.parties)) == ("denied", {"ARM", "NOR"})


def test_an_encounter_that_is_ruled_out_is_none() -> None:
    text = "آرام هاکوبیان سخنگوی وزارت خارجه ارمنستان امکان دیدار وزیران ارمنستان و نروژ را رد کرد."
    assert _read(text).meetings == []


def test_an_office_ends_before_what_its_holder_rejects() -> None:
    reading = _read("آرام هاکوبیان سخنگوی وزارت خارجه ارمنستان پیشنهاد نروژ برای مذاکره مستقیم را رد کرد.")
    assert [[role.title for role in actor.roles] for actor in reading.actors if actor.kind == "person"] == [
        ["سخنگوی وزارت خارجه ارمنستان"]
    ]
    assert "وزارت خارجه ارمنستان" in {actor.name for actor in reading.actors if actor.kind == "body"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("پاشینیان دعوت روسیه برای دیدار با علی‌اف در مسکو را پذیرفت.", "planned"),
        ("پاشینیان به دعوت پوتین با او در مسکو دیدار کرد.", "held"),
        ("یک منبع گفته بود که وزیر خارجه نروژ در رأس هیأتی به کابل می‌آید.", "planned"),
    ],
)
def test_what_somebody_is_invited_to_or_goes_to_is_still_to_come(text: str, status: str) -> None:
    assert only_meeting(_read(text)).status == status


def test_a_weekday_of_what_i_do_lies_ahead() -> None:
    meeting = only_meeting(_read("پاشینیان: پنجشنبه با علی‌اف در مسکو دیدار می‌کنم"))
    assert (meeting.status, meeting.date) == ("planned", "2026-01-15")


def test_an_office_ends_before_the_night_on_which_its_holder_met_somebody() -> None:
    reading = _read("سعید کریمی مشاور امنیت ملی ایران شنبه‌شب در تهران با سفیر نروژ دیدار کرد.")
    assert [role.title for actor in reading.actors if actor.kind == "person" for role in actor.roles] == [
        "مشاور امنیت ملی ایران"
    ]


def test_the_office_of_somebody_is_nobody() -> None:
    reading = _read("بر اساس بیانیه دفتر هاکوبیان، نشست ایروان روز شنبه برگزار می‌شود.")
    assert not any("دفتر" in actor.name for actor in reading.actors if actor.kind == "person")


def test_under_a_joint_administration_names_no_directorate() -> None:
    reading = _read("گذرگاه زیر نظر اداره مشترک دو طرف قرار می‌گیرد. نیروهای نروژ به مرز می‌روند.")
    assert [actor.name for actor in reading.actors if actor.kind == "body"] == []


def test_a_government_s_name_ends_with_whose_it_is() -> None:
    reading = _read("دولت سوریه حقوق فرهنگی کردها را به رسمیت می‌شناسد.")
    assert not any("حقوق" in actor.name for actor in reading.actors)


def test_our_country_is_that_of_the_page_s_calendar_and_not_of_the_channel_that_is_talked_to() -> None:
    text = (
        "۳۰ آذر ۱۴۰۴\nوزیر امور خارجه کشورمان که هفته پیش به مسکو رفته بود در گفت‌وگو با شبکه راشاتودی گفت:"
        " برای توافقی عادلانه آماده‌ایم."
    )
    (told,) = read_text(text, language="fa").statements
    assert (told.kind, told.parties) == ("interview", ["IRN"])


def test_who_welcomes_a_guest_at_the_airport_says_nothing() -> None:
    reading = _read(
        "وزیر خارجه نروژ امروز وارد مسقط شد و لارس هوگن رئیس اداره اروپا در وزارت خارجه عمان از او استقبال کرد."
    )
    assert reading.statements == []
    assert [told.parties for told in _read("وزارت خارجه عمان امروز از توافق آتش‌بس استقبال کرد.").statements] == [
        ["OMN"]
    ]
