"""The day of publication where only the text tells it: a byline before a machine's header line."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

_BODY = "The foreign ministers of Jordan and Egypt met in Amman and discussed the border crossing at length.\n"


@pytest.mark.parametrize(
    ("above", "published", "line"),
    [
        ("Talks on the crossing resume\nAmman, 8 May 2024\n", "2024-05-08", "byline"),
        ("date 2024-05-11 Talks on the crossing resume\n", "2024-05-11", "header"),
        ("date 2024-05-11 Talks on the crossing resume\nAmman, 8 May 2024\n", "2024-05-08", "byline"),
        (
            "date 2024-05-11 Menu\nTalks resume\nWritten: 2024-05-08 10:12Updated: 2024-05-09 10:14\n",
            "2024-05-08",
            "byline",
        ),
    ],
)
def test_a_byline_is_trusted_before_a_header_line(above: str, published: str, line: str) -> None:
    document = read_text(above + _BODY).document
    assert (document.published, document.published_from, document.published_line) == (published, "byline", line)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The two ministers met today, Wednesday, January 14, 2026, at the border, and will meet again in May."),
        ("en", "The two ministers met yesterday, 13 January 2026, at the border, and will meet again in May."),
        ("fa", "وزیران امور خارجه دو کشور امروز (چهارشنبه ۲۴ دی ۱۴۰۴) در مسکو دیدار و گفت‌وگو کردند."),
        ("ar", "استقبل وزير الخارجية اليوم، الأربعاء (14 كانون الثاني 2026)، نظيره في مقر الوزارة."),
        (
            "ckb",
            "هەردوو وەزیری دەرەوە ئەمڕۆ چوارشەممە، 14ی کانوونی دووەمی 2026 لە مۆسکۆ کۆبوونەوە"
            " و باسیان لە کردنەوەی دەروازەی سنووریی نوێ کرد.",
        ),
        ("kmr", "Herdu wezîrên derve îro çarşem 14ê Çileya 2026an li paytextê li hev civiyan û gotûbêj kirin."),
    ],
)
def test_a_full_date_that_is_called_today_tells_the_day_of_the_text(language: str, text: str) -> None:
    document = read_text(text, language=language).document
    told = (document.published, document.published_from, document.published_line)
    assert told == ("2026-01-14", "byline", "sentence")


@pytest.mark.parametrize(
    "text",
    [
        "The two ministers met today at the border, two years after the meeting of 14 January 2026 in the capital.",
        "The two ministers meet today, 14 January, at the border for the second time, the ministry said.",
    ],
)
def test_today_beside_no_full_date_tells_no_day(text: str) -> None:
    assert read_text(text).document.published is None


def test_a_line_is_trusted_before_a_sentence() -> None:
    told = "date 2024-05-11 Talks resume\nThe ministers met today, 9 May 2024, in Amman and discussed the crossing.\n"
    assert read_text(told).document.published == "2024-05-11"


def test_what_the_source_says_is_trusted_before_any_line() -> None:
    document = read_text("date 2024-05-11 Talks resume\n" + _BODY, published="2024-05-09").document
    assert (document.published, document.published_from, document.published_line) == ("2024-05-09", "given", None)


MENU = "Friday 22 November 2024\nEditor in chief\nNews\nSports\nPolitics\nRegions\nPhotos\nVideos\nOpinion\nArchive\n\n"


def test_the_day_on_which_a_page_was_looked_at_is_not_that_of_its_text() -> None:
    stamped = MENU + "Talks on the border crossing resume in Amman\nMonday 31 October 2022 - 09:20 pm\n\n" + _BODY
    assert read_text(stamped).document.published == "2022-10-31"


def test_a_later_day_below_the_title_is_no_stamp_of_an_older_page() -> None:
    dated = "Monday 31 October 2022\nTalks on the border crossing resume in Amman\nFriday 22 November 2024\n\n" + _BODY
    assert read_text(dated).document.published == "2022-10-31"


def test_a_stamp_to_the_second_is_one_where_the_lines_of_a_page_ran_together() -> None:
    together = "Talks on the crossing resume 2024-05-08 09:16:16   AMMAN - " + _BODY
    assert read_text(together).document.published == "2024-05-08"
    assert read_text("The committee of 2024-05-08 met: " + _BODY).document.published is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Talks resume\n\nErbil (GOV.KRD) — Friday, October 16, 2026 — A delegation met officials in Baghdad today.",
        ),
        (
            "en",
            "Talks resume\n\nMuscat, October 16, 2026: The ministers of Iraq and Oman met today and discussed ports.",
        ),
        (
            "ar",
            "استئناف المحادثات\n\nمسقط في 16 أكتوبر 2026 /العمانية/ التقى وزيرا العراق وعمان اليوم وبحثا الموانئ.",
        ),
        (
            "fa",
            "از سرگیری گفت‌وگو\n\nبغداد – ایرنا – ۲۴ مهر ۱۴۰۵ – وزیران عراق و عمان امروز درباره بنادر گفت‌وگو کردند.",
        ),
    ],
)
def test_a_day_between_the_place_of_a_report_and_its_first_words_is_that_of_publication(
    language: str, text: str
) -> None:
    document = read_text(text, language=language).document
    assert (document.published, document.published_from) == ("2026-10-16", "byline")


@pytest.mark.parametrize(
    "head", ["ورسک(چهارشنبه/۱۶سنبله/۱۴۰۱):", "کابل(باختر، ۱۶ سنبله ۱۴۰۱):", "کابل (باختر، ۱۶ سنبله ۱۴۰۱) -"]
)
def test_a_day_in_brackets_behind_an_outlet_or_a_place_is_that_of_publication(head: str) -> None:
    text = f"سفر هیأت\n\n{head} وزیران عراق و عمان امروز در مسقط درباره بندرها گفتگو کردند."
    assert read_text(text, language="fa").document.published == "2022-09-07"


def test_a_day_in_brackets_behind_a_treaty_is_not() -> None:
    text = "متن پیمان\n\nپیمان مسقط (۱۶ سنبله ۱۴۰۱): وزیران عراق و عمان در آن به گشودن بندرها متعهد شدند."
    assert read_text(text, language="fa").document.published is None


def test_a_day_that_the_first_sentence_speaks_of_is_not_that_of_publication() -> None:
    text = "Treaty in doubt\n\nOman and Iraq, since 12 March 2024 - the day of the flood - have met twice in Baghdad."
    assert read_text(text, language="en").document.published is None


@pytest.mark.parametrize(
    ("language", "last"),
    [
        ("en", "Published on 5 November 2026"),
        ("en", "Date of publication: 5 November 2026, 18:20"),
        ("fa", "تاریخ انتشار: پنجشنبه ۱۴ آبان ۱۴۰۵ ساعت ۱۸:۲۰"),
        ("ar", "نشر بتاريخ 5 تشرين الثاني 2026"),
        ("ckb", "بڵاوکراوەتەوە لە ٢٠٢٦/١١/٥"),
        ("kmr", "Dîroka weşandinê: 5ê Mijdara 2026an"),
    ],
)
def test_a_line_at_the_foot_that_says_so_tells_the_day_of_publication(language: str, last: str) -> None:
    body = {
        "en": "The ministers met in Amman. They spoke of water." + " Officials took part." * 9,
        "fa": "وزیران در امان دیدار کردند. آنان از آب گفتند." + " کارشناسان نیز بودند." * 9,
        "ar": "التقى الوزيران في عمان. وتحدثا عن المياه." + " وحضر الخبراء." * 9,
        "ckb": "وەزیرەکان لە عەممان کۆبوونەوە. باسی ئاویان کرد." + " شارەزایان ئامادە بوون." * 9,
        "kmr": "Wezîr li Emanê civiyan. Wan qala avê kir." + " Pispor jî beşdar bûn." * 9,
    }[language]
    document = read_text(f"{body}\n\n{last}\n", language=language).document
    assert (document.published, document.published_from) == ("2026-11-05", "byline")
    unsaid = read_text(f"{body}\n\nThe year 2026 is on the banner of 5 November 2026.\n", language=language).document
    assert unsaid.published is None


def test_what_a_page_headed_joint_statement_releases_is_the_whole_page() -> None:
    text = (
        "Joint Statement on Kenya-Oman Technical Consultations\n\nEmbassy of Oman\nJanuary 15, 2026\n\n"
        "The text of the following statement was released by the Governments of Kenya and the Sultanate of Oman.\n\n"
        "Begin text:\n\nSenior officials of Kenya and Oman met in Muscat on Wednesday. "
        "Oman will train the coast guard of Kenya."
    )
    reading = read_text(text, language="en", published="2026-01-15")
    [statement] = reading.statements
    assert (statement.kind, set(statement.parties)) == ("joint-statement", {"KEN", "OMN"})
    [undertaking] = reading.commitments
    assert undertaking.said_in == [statement.id]


@pytest.mark.parametrize(
    "opening",
    [
        "الرباط/ 8 أبريل 2025 (ومع) ",
        "رام الله 8-4-2025 وفا- ",
        "نشر بتاريخ: طرابلس 8 أبريل 2025 م (وال) – ",
        "طهران، 8 أبريل 2025 (إرنا) ",
    ],
)
def test_an_agency_behind_the_day_of_a_dateline_says_that_it_is_the_reports(opening: str) -> None:
    told = "استقبل وزير الخارجية سامر النجار، أمس، نظيره العماني في مقر الوزارة، واتفقا على لقاء قريب."
    document = read_text("الوزير يستقبل نظيره\n\n" + opening + told, language="ar").document
    assert document.published == "2025-04-08"


def test_a_word_behind_a_day_that_is_no_agency_makes_no_dateline() -> None:
    told = "بغداد 8 أبريل 2019 سقطت- كما يقول المؤرخ- في يد الجيش، ثم عاد إليها أهلها بعد عام وبنوا بيوتها."
    assert read_text("تاريخ المدينة\n\n" + told, language="ar").document.published is None


@pytest.mark.parametrize(
    "text",
    [
        "John Otieno resigned on 2 August 2012.\n30 June 2012: Talks began in Nairobi.\nMany came.",
        "John Otieno di 5'ê Tebaxa 2013'an de dev ji karê xwe berda.\n30'ê Hezîrana 2012'an: Hevdîtin dest pê kirin.",
    ],
)
def test_a_short_sentence_with_a_day_is_no_line_of_publication(text: str) -> None:
    assert read_text(text).document.published is None


def test_a_place_and_a_day_on_a_line_of_their_own_are_one() -> None:
    assert read_text("Nairobi, 2 August 2012.\nThe ministers met on Monday.").document.published == "2012-08-02"
