"""Officials who meet their own people meet no other party, whomever they speak of there."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_meeting

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "رئیس‌جمهور کنیا با وزیر خارجه دیدار کرد و درباره مذاکرات با پرو گفت‌وگو کرد."),
        ("fa", "رئیس مجلس کنیا با رئیس قوه قضائیه دیدار کرد. در این دیدار درباره روابط با پرو گفت‌وگو شد."),
        ("fa", "نادر کاوه فرمانده ارتش کنیا با خانواده شهدا در نایروبی دیدار کرد و از جنگ در سومالی گفت."),
        ("fa", "وزیر خارجه کنیا در سفر به مومباسا با مردم دیدار کرد و از همکاری با پرو گفت."),
        ("en", "The Kenyan president met families of soldiers in Nairobi and spoke of the war in Somalia."),
        ("ckb", "سەرۆکی پەرلەمانی کینیا لەگەڵ خێزانی سەربازان کۆبووەوە. پێرۆ پلانەکەی ڕەت کردەوە."),
        ("kmr", "Serokwezîrê Kenyayê bi wezîrê navxwe re civiya û behsa danûstandinên bi Perûyê re kir."),
    ],
)
def test_an_official_who_meets_his_own_people_meets_no_other_party(language: str, text: str) -> None:
    assert read_text(text, language=language, published="2026-02-03").meetings == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("رئیس‌جمهور کنیا با نخست‌وزیر پرو دیدار کرد و درباره سومالی گفت‌وگو کرد.", {"KEN", "PER"}),
        ("وزیر خارجه کنیا در لیما با رئیس‌جمهور دیدار کرد و درباره پرو گفت‌وگو کرد.", {"KEN", "PER"}),
        ("سفیر کنیا در لیما با وزیر کشور دیدار کرد.", {"KEN", "PER"}),
        ("وزیر خارجه کنیا درباره روابط با پرو با وزیر خارجه پرو گفت‌وگو کرد.", {"KEN", "PER"}),
    ],
)
def test_whoever_is_met_abroad_or_named_with_his_country_is_of_another_party(text: str, parties: set[str]) -> None:
    assert set(only_meeting(read_text(text, language="fa", published="2026-02-03")).parties) == parties


def test_a_minister_who_travels_at_home_meets_no_party_there() -> None:
    text = (
        "به گزارش ایسنا، نادر کاوه وزیر خارجه ایران که به شیراز سفر کرده است، شنبه با رافی سرکیس نماینده مجلس ایران"
        " دیدار کرد. ارمنستان این طرح را رد کرد."
    )
    assert read_text(text, language="fa", published="2026-02-03").meetings == []


def test_the_minister_who_has_come_meets_the_president_of_his_hosts() -> None:
    text = "وزیر خارجه عمان وارد نایروبی شد. وی با رئیس‌جمهور دیدار کرد."
    reading = read_text(text, language="fa", published="2026-02-03")
    assert all(set(meeting.parties) == {"OMN", "KEN"} for meeting in reading.meetings) and reading.meetings


@pytest.mark.parametrize(
    "text",
    [
        "رئیس‌جمهور ایران روز شنبه در دیدار جمعی از دانشجویان گفت: کنیا باید به پیمان بازگردد.",
        "رئیس‌جمهور ایران روز شنبه در دیدار با جمعی از معلمان ایران گفت: کنیا باید به پیمان بازگردد.",
        "رئیس‌جمهور ایران روز شنبه در دیدار رئیس، مدیران و گروهی از قضات دادگاه‌های ایران از ایستادگی در برابر کنیا"
        " تجلیل کرد.",
        "رئیس مجلس ایران با رئیس قوه قضائیه دیدار کرد. در این دیدار درباره روابط با کنیا گفت‌وگو شد.",
    ],
)
def test_whoever_speaks_to_his_own_people_meets_nobody_of_whom_he_speaks(text: str) -> None:
    assert read_text(text, language="fa", published="2026-02-03").meetings == []


def test_a_name_in_quotation_marks_behind_a_meeting_is_met_there() -> None:
    arrived = "ڕۆژی ٥ی ئازاری ٢٠٢٦ لە فڕۆکەخانەی مەسقەت، «تاریق سەعید» وەزیری دەرەوەی کینیا"
    received = " لەلایەن جەعفەر نوری وەزیری دەرەوەی عومان پێشوازیی لێ کرا."
    met = " «تاریق سەعید» وەزیری دەرەوەی کینیا ڕۆژی پێنج شەممە لە دیداری «ئەنوەر حەمید»"
    there = " سەرۆکی پەرلەمانی عومان لە مەسقەت، باسی بازرگانیی کرد."
    text = "سەردانی وەزیری دەرەوەی کینیا بۆ عومان\n" + arrived + received + met + there
    assert len(read_text(text, language="ckb").meetings) == 2
