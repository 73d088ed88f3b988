from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peyman import languages
from peyman.dates import FoundDate, find_dates
from peyman.dates.edtf import is_edtf
from peyman.text.analysis import analyse

Find = Callable[..., list[tuple[str, FoundDate]]]


def values(find: Find, language: str, text: str, published: str | None = "2025-11-07") -> list[str | None]:
    return [date.edtf for _, date in find(language, text, published)]


# 2025-11-07 is a Friday.
@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # a day in full, in every language's own way of writing it
        ("fa", "گفت‌وگوها ۱۲ اکتبر ۲۰۲۵ در مسقط پایان یافت.", "2025-10-12"),
        ("fa", "سند در بیست و یکم شهریور ۱۴۰۴ امضا شد.", "2025-09-12"),
        ("fa", "هیئت در تاریخ 1404/07/03 به اربیل رسید.", "2025-09-25"),
        ("fa", "جلسه به تاریخ ۵ عقرب ۱۴۰۴ در کابل برگزار گردید.", "2025-10-27"),
        ("ar", "وُقّعت المذكرة في 12 تشرين الأول 2025 في عمّان.", "2025-10-12"),
        ("ar", "انعقدت الجولة في الثاني عشر من أكتوبر/تشرين الأول 2025.", "2025-10-12"),
        ("ar", "التقى الوفدان في 12 أكتوبر (تشرين الأول) 2025.", "2025-10-12"),
        ("ar", "صدر البيان يوم 12/10/2025 في الرباط.", "2025-10-12"),
        ("ar", "بدأ العمل به في 12 غشت 2025 بالمغرب.", "2025-08-12"),
        ("ckb", "کۆبوونەوەکە لە ١٢ی تشرینی یەکەمی ٢٠٢٥ بەڕێوەچوو.", "2025-10-12"),
        ("ckb", "ڕێککەوتنەکە لە ٣ی خەزەڵوەری ٢٧٢٥ واژۆ کرا.", "2025-10-25"),
        ("ckb", "شاندەکە لە 12/10/2025 گەیشتە سلێمانی.", "2025-10-12"),
        ("kmr", "Civîn di 12ê Cotmeha 2025an de li Hewlêrê hat lidarxistin.", "2025-10-12"),
        ("kmr", "Peyman di 12ê Çiriya Pêşîn a 2025an de hat îmzekirin.", "2025-10-12"),
        ("kmr", "Şande di 12'ê Cotmehê de çû Silêmaniyê.", "2025-10-12"),
        ("en", "The memorandum was signed on October 12, 2025, in Amman.", "2025-10-12"),
        ("en", "The memorandum was signed on the 12th of October 2025.", "2025-10-12"),
        ("en", "The talks ended on 12 Oct. 2025.", "2025-10-12"),
        # a day without its year: the one nearest to publication that fits the tense
        ("fa", "دو وزیر ۲۰ دسامبر در آنکارا دیدار خواهند کرد.", "2025-12-20"),
        ("ar", "سيلتقي الوزيران في 20 كانون الأول في أنقرة.", "2025-12-20"),
        ("ckb", "هەردوو وەزیر لە ٢٠ی کانوونی یەکەم لە ئەنقەرە کۆدەبنەوە.", "2025-12-20"),
        ("kmr", "Herdu wezîr dê di 20ê Kanûna Pêşîn de li Enqereyê bicivin.", "2025-12-20"),
        ("en", "The two ministers will meet in Ankara on 20 December.", "2025-12-20"),
        ("en", "The two ministers met in Ankara on 20 March.", "2025-03-20"),
        # days counted from publication
        ("fa", "این نشست دیروز در بصره برگزار شد.", "2025-11-06"),
        ("fa", "هیئت پس‌فردا به دوحه می‌رود.", "2025-11-09"),
        ("ar", "عاد الوفد أول من أمس إلى البصرة.", "2025-11-05"),
        ("ar", "يتوجه الوفد بعد غد إلى الدوحة.", "2025-11-09"),
        ("ckb", "شاندەکە پێرێ گەڕایەوە بۆ کەرکووک.", "2025-11-05"),
        ("ckb", "شاندەکە سبەینێ دەچێتە دۆحە.", "2025-11-08"),
        ("kmr", "Şande duh vegeriya Kerkûkê.", "2025-11-06"),
        ("kmr", "Şande dê sibe biçe Dohayê.", "2025-11-08"),
        ("en", "The delegation returned the day before yesterday.", "2025-11-05"),
        # weekdays, by tense and by "next" and "last"
        ("fa", "معاون وزیر دوشنبه با سفیر دیدار کرد.", "2025-11-03"),
        ("fa", "معاون وزیر دوشنبه آینده با سفیر دیدار می‌کند.", "2025-11-10"),
        ("ar", "استقبل الوزير السفير يوم الاثنين.", "2025-11-03"),
        ("ar", "سيستقبل الوزير السفير يوم الاثنين.", "2025-11-10"),
        ("ckb", "وەزیر ڕۆژی دووشەممە پێشوازی لە باڵیۆز کرد.", "2025-11-03"),
        ("ckb", "وەزیر ڕۆژی دووشەممەی داهاتوو پێشوازی لە باڵیۆز دەکات.", "2025-11-10"),
        ("kmr", "Wezîr roja Duşemê pêşwaziya balyoz kir.", "2025-11-03"),
        ("kmr", "Wezîr dê roja Duşema bê pêşwaziya balyoz bike.", "2025-11-10"),
        ("en", "The minister received the ambassador on Monday.", "2025-11-03"),
        ("en", "The minister will receive the ambassador on Monday.", "2025-11-10"),
        # weeks begin as the language has them
        ("fa", "هیئت هفته آینده به بروکسل می‌رود.", "2025-11-08/2025-11-14"),
        ("ar", "يزور الوفد بروكسل الأسبوع المقبل.", "2025-11-09/2025-11-15"),
        ("ckb", "شاندەکە هەفتەی داهاتوو دەچێتە بروکسل.", "2025-11-08/2025-11-14"),
        ("kmr", "Şande dê hefteya bê biçe Brukselê.", "2025-11-10/2025-11-16"),
        ("en", "The delegation travels to Brussels next week.", "2025-11-10/2025-11-16"),
        # months and years
        ("fa", "قرارداد در مهرماه ۱۴۰۳ تمدید شد.", "2024-09-22/2024-10-21"),
        ("ar", "جُدّد الاتفاق في رمضان 1446 هـ.", "2025-03-01/2025-03-29"),
        ("ckb", "ڕێککەوتنەکە لە ئاداری ٢٠٢٤ نوێ کرایەوە.", "2024-03"),
        ("kmr", "Peyman di Adara 2024an de hat nûkirin.", "2024-03"),
        ("en", "The agreement was renewed in March 2024.", "2024-03"),
        ("fa", "توافق سال ۲۰۱۲ هنوز اجرا نشده است.", "2012"),
        ("ar", "لم يُنفَّذ اتفاق عام 2012 بعد.", "2012"),
        ("ckb", "ڕێککەوتنی ساڵی ٢٠١٢ جێبەجێ نەکراوە.", "2012"),
        ("kmr", "Peymana sala 2012an nehatiye bicihanîn.", "2012"),
        ("en", "The treaty of 2012 has not been ratified.", "2012"),
        # stretches of a year
        ("fa", "طرح در سه‌ماهه دوم سال ۲۰۲۶ آغاز می‌شود.", "2026-04/2026-06"),
        ("ar", "يبدأ المشروع في الربع الثاني من عام 2026.", "2026-04/2026-06"),
        ("ckb", "پڕۆژەکە لە چارەکی دووەمی ساڵی ٢٠٢٦ دەست پێ دەکات.", "2026-04/2026-06"),
        ("kmr", "Proje dê di çarêka duyem a sala 2026an de dest pê bike.", "2026-04/2026-06"),
        ("en", "The project starts in the second quarter of 2026.", "2026-04/2026-06"),
        ("en", "The project starts in Q2 2026.", "2026-04/2026-06"),
        ("fa", "دو طرف در تابستان ۲۰۱۹ دیدار کردند.", "2019-22"),
        ("ar", "التقى الجانبان في صيف 2019.", "2019-22"),
        ("ckb", "هەردوو لا لە هاوینی ٢٠١٩ کۆبوونەوە.", "2019-22"),
        ("kmr", "Herdu alî di havîna 2019an de civiyan.", "2019-22"),
        ("en", "The two sides met in the summer of 2019.", "2019-22"),
        ("en", "The border was drawn in the 1920s.", "192X"),
        # ranges
        ("fa", "گفت‌وگوها از ۳ تا ۷ اکتبر ۲۰۲۵ ادامه داشت.", "2025-10-03/2025-10-07"),
        ("ar", "استمرت المحادثات من 3 إلى 7 أكتوبر 2025.", "2025-10-03/2025-10-07"),
        ("ckb", "گفتوگۆکان لە ٣ تا ٧ی تشرینی یەکەمی ٢٠٢٥ بەردەوام بوون.", "2025-10-03/2025-10-07"),
        ("kmr", "Danûstandin ji 3 heta 7ê Cotmeha 2025an dom kirin.", "2025-10-03/2025-10-07"),
        ("en", "The talks lasted from 3 to 7 October 2025.", "2025-10-03/2025-10-07"),
        ("en", "The talks were held on October 3-7, 2025.", "2025-10-03/2025-10-07"),
        ("en", "Fighting raged between 2011 and 2013.", "2011/2013"),
        ("en", "The mission runs from 28 November to 3 December.", "2025-11-28/2025-12-03"),
        # points and windows so far away
        ("fa", "سه هفته پیش توافق شد.", "2025-10-17"),
        ("ar", "اتُّفق على ذلك قبل ثلاثة أسابيع.", "2025-10-17"),
        ("ckb", "پێش سێ هەفتە ڕێک کەوتن.", "2025-10-17"),
        ("kmr", "Berî sê hefteyan li hev kirin.", "2025-10-17"),
        ("en", "They agreed three weeks ago.", "2025-10-17"),
        ("fa", "کمک‌ها طی شش ماه آینده می‌رسد.", "2025-11-07/2026-05-07"),
        ("ar", "تصل المساعدات خلال الأشهر الستة المقبلة.", "2025-11-07/2026-05-07"),
        ("ckb", "هاوکارییەکان لە ماوەی شەش مانگی داهاتوودا دەگەن.", "2025-11-07/2026-05-07"),
        ("kmr", "Alîkarî dê di nav şeş mehên bê de bigihîjin.", "2025-11-07/2026-05-07"),
        ("en", "The aid arrives over the next six months.", "2025-11-07/2026-05-07"),
        # deadlines
        ("fa", "نیروها حداکثر تا پایان ژانویه ۲۰۲۶ خارج می‌شوند.", "../2026-01"),
        ("ar", "تنسحب القوات في موعد أقصاه نهاية كانون الثاني 2026.", "../2026-01"),
        ("ckb", "هێزەکان تا کۆتایی کانوونی دووەمی ٢٠٢٦ دەکشێنەوە.", "../2026-01"),
        ("kmr", "Hêz dê heta dawiya Çileya 2026an vekişin.", "../2026-01"),
        ("en", "The forces withdraw no later than the end of January 2026.", "../2026-01"),
    ],
)  # fmt: skip
def test_an_expression_means_its_days(find: Find, language: str, text: str, expected: str) -> None:
    assert values(find, language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "دو طرف در ماه‌های آینده به رایزنی ادامه خواهند داد."),
        ("fa", "دو طرف در ماههای آتی به رایزنی ادامه خواهند داد."),
        ("ar", "سيواصل الجانبان التشاور في الأشهر المقبلة."),
        ("ckb", "هەردوو لا لە مانگەکانی داهاتوودا ڕاوێژ دەکەن."),
        ("kmr", "Herdu alî dê di mehên bê de şêwirê bikin."),
        ("en", "The two sides will continue to consult in the coming months."),
    ],
)
def test_a_vague_future_is_open_from_the_month_of_publication(find: Find, language: str, text: str) -> None:
    ((_, date),) = find(language, text)
    assert (date.edtf, date.vague, date.relative) == ("2025-11/..", True, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "سفیر اخیراً به نجف سفر کرد."),
        ("ar", "زار السفير النجف مؤخراً."),
        ("ckb", "باڵیۆز بەم دواییانە سەردانی نەجەفی کرد."),
        ("kmr", "Balyoz vê dawiyê çû Necefê."),
        ("en", "The ambassador recently visited Najaf."),
    ],
)
def test_a_vague_past_is_open_up_to_the_day_of_publication(find: Find, language: str, text: str) -> None:
    ((_, date),) = find(language, text)
    assert (date.edtf, date.vague) == ("../2025-11-07", True)


@pytest.mark.parametrize(
    ("language", "text", "calendars"),
    [
        ("fa", "وزارت روز پنجشنبه، ۲۳ اکتبر ۲۰۲۵ (۱ آبان ۱۴۰۴)، بیانیه داد.", ("gregorian", "persian")),
        ("fa", "وزارت ۱ آبان ۱۴۰۴، برابر با ۲۳ اکتبر ۲۰۲۵، بیانیه داد.", ("persian", "gregorian")),
        ("ar", "صدر البيان في 1 جمادى الأولى 1447 هـ الموافق 23 أكتوبر 2025 م.", ("islamic-umalqura", "gregorian")),
        ("ckb", "ڕاگەیەندراوەکە لە ٢٣ی تشرینی یەکەمی ٢٠٢٥ (١ی خەزەڵوەری ٢٧٢٥) دەرچوو.", ("gregorian", "kurdish")),
        ("kmr", "Daxuyanî di 23ê Cotmeha 2025an (1ê Gelarêzana 2725an) de derket.", ("gregorian", "kurdish")),
        ("en", "The statement of 23 October 2025 (1 Aban 1404) was brief.", ("gregorian", "persian")),
    ],
)
def test_one_date_in_two_calendars_is_one_entry(
    find: Find, language: str, text: str, calendars: tuple[str, ...]
) -> None:
    ((_, date),) = find(language, text)
    assert (date.edtf, date.calendars, date.conflict, date.weekday) == ("2025-10-23", calendars, None, "Thursday")


@pytest.mark.parametrize(
    ("language", "text", "calendar"),
    [
        ("fa", "روز پنجشنبه، ۲۳ اکتبر ۲۰۲۵ (۳ آبان ۱۴۰۴) در هرات دیدار کردند.", "persian"),
        ("ar", "التقيا يوم الخميس 23 أكتوبر 2025 الموافق 4 جمادى الأولى 1447 هـ في هرات.", "islamic-umalqura"),
        ("ckb", "ڕۆژی پێنجشەممە ٢٣ی تشرینی یەکەمی ٢٠٢٥ (٣ی خەزەڵوەری ٢٧٢٥) کۆبوونەوە.", "kurdish"),
        ("kmr", "Roja Pêncşemê 23ê Cotmeha 2025an (3ê Gelarêzana 2725an) civiyan.", "kurdish"),
        ("en", "They met on Thursday, 23 October 2025 (3 Aban 1404).", "persian"),
    ],
)
def test_calendars_that_disagree_are_said_and_the_weekday_chooses(
    find: Find, language: str, text: str, calendar: str
) -> None:
    ((_, date),) = find(language, text)
    assert date.edtf == "2025-10-23"
    assert date.conflict is not None
    assert set(date.conflict.between) == {"gregorian", calendar}
    assert len(date.conflict.values) == 2


def test_an_islamic_day_may_be_off_by_one_without_a_conflict(find: Find) -> None:
    ((_, date),) = find("ar", "صدر في 2 جمادى الأولى 1447 هـ الموافق 23 أكتوبر 2025.")
    assert (date.edtf, date.conflict) == ("2025-10-23", None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "روز سه‌شنبه، ۲۳ اکتبر ۲۰۲۵ در هرات دیدار کردند."),
        ("ar", "التقيا يوم الثلاثاء 23 أكتوبر 2025 في هرات."),
        ("ckb", "ڕۆژی سێشەممە ٢٣ی تشرینی یەکەمی ٢٠٢٥ کۆبوونەوە."),
        ("kmr", "Roja Sêşemê 23ê Cotmeha 2025an civiyan."),
        ("en", "They met on Tuesday, 23 October 2025."),
    ],
)
def test_a_weekday_that_does_not_fit_its_date_is_said(find: Find, language: str, text: str) -> None:
    ((_, date),) = find(language, text)
    assert date.conflict is not None
    assert date.conflict.between == ["weekday", "gregorian"]
    assert date.conflict.values == ["2025-10-21", "2025-10-23"]
    assert date.edtf == "2025-10-23"


def test_a_weekday_one_day_off_outweighs_a_converted_day(find: Find) -> None:
    ((_, date),) = find("fa", "هیئت روز جمعه ۱ آبان ۱۴۰۴ رسید.")
    assert date.edtf == "2025-10-24"
    assert date.conflict is not None
    assert date.conflict.between == ["weekday", "persian"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "قطعنامه ۲۲۷۴ شورای امنیت با ۱۴ رأی تصویب شد."),
        ("fa", "حدود ۱۹۰۰ سرباز در پایگاه می‌مانند و ماده ۱۴۰ اجرا می‌شود."),
        ("fa", "گروه ۵+۱ و نماینده ۴۵ ساله با شماره ۲۲۱۹۸۷۶ تماس گرفتند."),
        ("fa", "رئیس، مهر خود را بر نامه زد و تیر خلاص را شلیک نکرد."),
        ("ar", "صوّت المجلس على القرار 2254 والمادة 140 من القانون رقم 1975."),
        ("ar", "غادر نحو 1900 جندي وبلغ السعر 1950 دولاراً."),
        ("ckb", "بڕیاری ٢٢٥٤ و ماددەی ١٤٠ لەگەڵ ١٩٠٠ سەرباز باس کران."),
        ("kmr", "Biryara 2254 û madeya 140î û 1900 leşker hatin gotin."),
        ("en", "Resolution 2254, Article 140 and some 1,900 troops were discussed."),
        ("en", "The team may march to the second hall; it won 2-1 and paid $1950."),
        ("en", "Vision 2030 costs 2000 dollars, says a man aged 45, tel. 555-2019."),
        ("ar", "تحادثا على مأدبة الغداء ودعا الوفد إلى غداء في السفارة."),
    ],
)
def test_numbers_and_words_that_are_no_dates_stay_none(find: Find, language: str, text: str) -> None:
    assert find(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "هر جمعه بازار تعطیل است."),
        ("ar", "يُغلق السوق كل جمعة."),
        ("ckb", "هەموو هەینییەک بازاڕ دادەخرێت."),
        ("kmr", "Her Înê bazar tê girtin."),
        ("en", "The market closes every Friday, and on Mondays."),
    ],
)
def test_what_comes_round_again_is_no_date(find: Find, language: str, text: str) -> None:
    assert find(language, text) == []


def test_the_same_day_is_the_day_told_before(find: Find) -> None:
    text = "They met on 3 October 2025 in Oslo. On the same day the envoy left; a day later he spoke."
    assert values(find, "en", text) == ["2025-10-03", "2025-10-03", "2025-10-04"]


def test_a_weekday_takes_its_day_from_where_the_text_names_it_in_full(find: Find) -> None:
    text = "Talks put off to Tuesday\nThe ministry said that the talks would be held on Tuesday, 11 November, in Oslo."
    assert values(find, "en", text) == ["2025-11-11", "2025-11-11"]


def test_what_is_said_once_behind_two_months_holds_for_both(find: Find) -> None:
    assert values(find, "ar", "عُقدت الجولتان في أيار وحزيران 2023 في جنيف.") == ["2023-05", "2023-06"]


def test_months_that_a_text_gives_their_solar_year_are_solar_throughout(find: Find) -> None:
    text = "Civîn di 5ê Rezbera 1404an de bû. Civîna din di 10ê Gelawêjê de bû."
    assert values(find, "kmr", text) == ["2025-09-27", "2025-08-01"]
    assert values(find, "kmr", "Civîna din di 10ê Gelawêjê de bû.") == ["2025-08-10"]


def test_without_publication_full_dates_resolve_and_relative_ones_do_not(find: Find) -> None:
    text = "They met yesterday and on 3 October 2025."
    assert values(find, "en", text, None) == [None, "2025-10-03"]


def test_a_machine_header_is_not_read(find: Find) -> None:
    text = "date 2025-11-07 Ministers meet in Oslo\nThe ministers of three states met in Oslo to discuss a ceasefire."
    assert find("en", text) == []


def test_a_clock_beside_a_day_makes_it_a_time(find: Find) -> None:
    ((_, date),) = find("en", "The plane landed on 3 October 2025 at 14:30.")
    assert (date.edtf, date.kind) == ("2025-10-03T14:30:00", "time")


def test_the_span_holds_the_published_words(find: Find) -> None:
    assert [words for words, _ in find("fa", "روز جمعه، ۲۴ اکتبر ۲۰۲۵ (۲ آبان ۱۴۰۴) بود.")] == [
        "روز جمعه، ۲۴ اکتبر ۲۰۲۵ (۲ آبان ۱۴۰۴)"
    ]


def test_a_found_date_becomes_an_entry_of_the_reading() -> None:
    text = analyse("The envoys met on Friday, 24 October 2025, in Oslo.", languages.load("en"))
    (date,) = find_dates(text, "2025-11-07")
    entry = date.to_model("d1", text)
    assert entry.text == "Friday, 24 October 2025"
    assert text.published[entry.span[0] : entry.span[1]] == entry.text
    assert (entry.id, entry.edtf, entry.kind, entry.weekday) == ("d1", "2025-10-24", "date", "Friday")
    assert entry.evidence == [entry.span]


GROUPS = ("weekdays", "seasons", "directions", "directions_before", "edges", "units", "shifts", "connectors")
PIECES = {
    code: [
        form
        for group in (
            "weekdays",
            "seasons",
            "directions",
            "directions_before",
            "edges",
            "units",
            "shifts",
            "connectors",
        )
        for forms in languages.load(code).table("calendar").get(group, {}).values()
        for form in forms
    ]
    for code in languages.codes()
}
MARKS = [
    "12",
    "2025",
    "٣١",
    "۱۴۰۴",
    "1/2/2025",
    "14:30",
    "(",
    ")",
    ",",
    "،",
    "/",
    "-",
    ".",
    "'",
    "\n",
    "\u200c",
    "ê",
    "🕊",
]


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_any_heap_of_words_is_read_without_overlap(data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(languages.codes()))
    words = data.draw(
        st.lists(st.one_of(st.sampled_from(PIECES[code]), st.sampled_from(MARKS), st.text(max_size=3)), max_size=25)
    )
    text = analyse(" ".join(words), languages.load(code))
    published = data.draw(st.sampled_from([None, "2025-11-07", "0001-01-01", "9999-12-31", "2025"]))
    last = 0
    for date in find_dates(text, published):
        assert last <= date.first < date.last <= len(text.tokens)
        last = date.last
        assert date.edtf is None or is_edtf(date.edtf), date.edtf
        date.to_model("d", text)


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "The plane touched down shortly before noon on Tuesday.", "2025-11-04"),
        ("en", "The list must be ready before Tuesday.", "2025-11-11"),
        ("ar", "استقبل الرئيس قبل ظهر اليوم السفيرة.", "2025-11-07"),
        ("ar", "يزور الوفد المرفأ قبل ظهر غد.", "2025-11-08"),
    ],
)
def test_before_noon_is_a_time_of_day_and_no_limit(find: Find, language: str, text: str, edtf: str) -> None:
    assert values(find, language, text) == [edtf]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "She went on 26-27 January. The visit of January 26-27, 2025 was short.", "2025-01-26/2025-01-27"),
        ("ar", "وصل الوفد في 12 أيار، وعقد الاجتماع في 13 أيار 2024.", "2024-05-12"),
        ("kmr", "Şand di 12ê Gulanê de gihîşt. Civîn di 13ê Gulana 2024an de bû.", "2024-05-12"),
        ("en", "She went on 3 March. The visit of January 26-27, 2025 was short.", None),
        ("en", "They met on 5 May. The treaty of 5 May 1970 holds until 1 June 2030.", None),
    ],
)
def test_without_a_day_of_publication_a_month_told_with_its_year_tells_the_year_of_its_days(
    find: Find, language: str, text: str, expected: str | None
) -> None:
    assert values(find, language, text, None)[0] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They signed it on 11 November 2025. The wheat will come before the end of the year.", "../2025"),
        ("en", "It will pay by the end of January, says the accord of 11 November 2025.", "../2026-01"),
        ("fa", "موافقت‌نامه روز ۲۰ آبان ۱۴۰۴ امضا شد. گندم تا پایان سال تحویل داده خواهد شد.", "../2026-03-20"),
        ("ar", "وقّع البلدان الاتفاقية يوم 11 نوفمبر 2025. وسيصل القمح قبل نهاية العام.", "../2025"),
        ("ckb", "ڕێککەوتنەکە لە ١١ی تشرینی دووەمی ٢٠٢٥ واژۆ کرا. گەنمەکە پێش کۆتایی ساڵ دەگات.", "../2025"),
        ("kmr", "Peyman 11ê Mijdara 2025an hat îmzekirin. Genim dê berî dawiya salê bigihîje.", "../2025"),
        ("en", "The treaty of 6 March 1975 holds. They met on 3 May 2024 and will pay by the end of the month.", None),
        ("en", "They met in Basra. The wheat will come before the end of the year.", None),
        ("en", "It will pay by the end of this month, said the heir of the bank that was founded on 6 May 1975.", None),
        ("ar", "سيدفع المصرف حتى نهاية الشهر الجاري. وقد تأسس المصرف في 6 مايو 1975.", None),
    ],
)
def test_without_a_day_of_publication_a_limit_counts_from_the_day_told_before_it_where_all_is_of_one_time(
    find: Find, language: str, text: str, expected: str | None
) -> None:
    (limit,) = (date.edtf for _, date in find(language, text, None) if date.edtf is None or date.relative)
    assert limit == expected


def test_in_kurmanji_a_number_behind_the_month_counts_what_follows_unless_the_month_is_bound_to_it(find: Find) -> None:
    text = "Îran dê heta dawiya mehê çar kesan berde. Şand dê di meha çar de biçe."
    assert values(find, "kmr", text) == ["../2025-11", "2026-04"]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2025-11-07", ["2025-11-07"]),  # month first: it lies beside publication
        ("2025-07-13", ["2025-07-11"]),
        ("2025-12-20", ["2025-07-11"]),  # nothing speaks for either order
    ],
)
def test_day_and_month_in_digits_change_places_where_publication_bears_it_out(
    find: Find, published: str, expected: list[str]
) -> None:
    assert [date.edtf for _, date in find("ar", "عقد الاجتماع في ١١/٧ في بغداد.", published)] == expected


def test_a_weekday_that_fits_both_orders_leaves_the_day_first_unless_the_other_is_near(find: Find) -> None:
    text = "اجتمعت اللجنة يوم الجمعة ١١/٧ في عمان."
    assert [date.edtf for _, date in find("ar", text, "2025-12-20")] == ["2025-07-11"]
    assert [date.edtf for _, date in find("ar", text, "2025-11-12")] == ["2025-11-07"]


def test_a_month_before_its_day_needs_something_that_speaks_for_it(find: Find) -> None:
    assert [date.edtf for _, date in find("ar", "ورد ذلك في 3/29 من الملف.", "2025-11-07")] == []
    assert [date.edtf for _, date in find("ar", "عقد الاجتماع في 10/29 في مسقط.", "2025-11-07")] == ["2025-10-29"]


def test_a_day_against_a_clear_tense_is_taken_only_close_to_publication(find: Find) -> None:
    text = "The crossing was reopened on {}."
    for day, expected in [("8 November", "2025-11-08"), ("15 February", "2025-02-15")]:
        assert [date.edtf for _, date in find("en", text.format(day), "2025-11-07")] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Salim Juma in Mogadishu on Saturday\nSalim Juma will visit Mogadishu on Saturday.", "2025-03-08"),
        ("en", "Salim Juma in Mogadishu on Saturday\nSalim Juma visited Mogadishu on Saturday.", "2025-03-01"),
        ("fa", "شنبه؛ سفر وزیر کنیا به موگادیشو\nوزیر کنیا روز شنبه به موگادیشو سفر خواهد کرد.", "2025-03-08"),
        ("ar", "وزير كينيا السبت في مقديشو\nسيزور وزير كينيا مقديشو يوم السبت.", "2025-03-08"),
        ("ckb", "وەزیری کینیا ڕۆژی شەممە لە مۆگادیشۆ\nوەزیری کینیا ڕۆژی شەممە دەچێتە مۆگادیشۆ.", "2025-03-08"),
        ("kmr", "Roja Şemiyê wezîrê Kenyayê li Mogadîşoyê\nWezîr dê roja Şemiyê biçe Mogadîşoyê.", "2025-03-08"),
    ],
)
def test_a_weekday_in_a_title_without_a_tense_is_the_one_of_the_text(
    find: Find, language: str, text: str, day: str
) -> None:
    assert [date.edtf for _, date in find(language, text, "2025-03-05")] == [day, day]
