"""What was met beside the text on real pages is told from it, in the words of the software and of the outlet."""

from __future__ import annotations

import pytest
from tests.text.pages import PARAGRAPHS, TITLES

from peyman import languages
from peyman.text.segment import BlockKind, layout

CODES = languages.codes()
ABOVE = {
    "fa": [
        "۳ سال پیش",
        "پخش زنده",
        "کد خبر : ۴۵۹۴۶۹",
        "نسخه چاپی",
        "امروز: چهارشنبه ۲۷ تیر ۱۴۰۳ برابر با ۱۷ ژوئیه ۲۰۲۴",
        "آخرین اخبار:",
        "plusresetminus",
        "اندازه متن",
        "۲۵۴۹",
        "خانه / سیاست خارجی / خبر",
    ],
    "ar": [
        "منذ 4 سنوات",
        "حجم النص",
        "٣٤٧مشاهدات",
        "رمز الخبر: ٥١٢٠٧",
        "رئيس مجلسى الإدارة و التحرير",
        "والعضو المنتدب",
        "صورة أرشيفية",
        "أخبار عاجلة",
        "أخر الأخبار",
        "قبل 3 أيام",
        "رئيس التحرير",
        "English Türkçe Kurdî",
        "انت الان تتابع خبر جولة جديدة من المشاورات والان مع التفاصيل",
    ],
    "ckb": [
        "پێش ساڵێک",
        "6 ساڵ لەمەوپێش",
        "Erbil 21°C ھەینی 22 تشرینی دووەم 16:41",
        "100%",
        "+ -",
        "- بینراو: 607",
        "پێش کاتژمێرێک",
        "Skip to content",
        "پێش دوو کاتژمێر",
        "١٢ خولەک لەمەوبەر",
    ],
    "kmr": [
        "Berî 3 salan",
        "logo",
        "0 dîtin",
        "7 comments",
        "Destpêk > Nûçe > Siyaset",
        "Share",
        "Mezinahiya tîpan : 12 14 16",
    ],
    "en": [
        "2 years ago",
        "Skip Links",
        "Breaking News",
        "You are in: Bureau of Public Affairs > Press Releases > November",
        "English Türkçe Kurdî",
        "SEARCH",
        "Photo/ Archive.",
        "logo",
    ],
}
BELOW = {
    "fa": [
        "نشانی ایمیل شما منتشر نخواهد شد.",
        "قوانین ارسال نظر",
        "دیدگاه\u200cها",
        "دیدگاه تازه\u200cای تایید نشده است...",
        "دکمه بازگشت به بالا",
        "در حال تکمیل…",
        "ثبت نظر",
        "خاورم*4*351*1770*",
        "انتهی**۳۲۷۶",
        "پربازدیدترین",
        "نظر شما",
        "لینک کوتاه: https://example.org/x12",
        "Click",
        "To Read Full Article",
        "Your Comment",
        "نام:",
        "ایمیل:",
        "اشتراک گذاری",
        "پسندیدم ۳",
        "۱۲/ ب",
        "منبع: ایرنا",
    ],
    "ar": [
        "لن يتم نشر عنوان بريدك الإلكتروني.",
        "تعليقك",
        "أخبار الساعة",
        "/انتهى/",
        "انتهى**3276",
        "زر الذهاب إلى الأعلى",
        "اشترك الآن لتصلك أهم الأخبار لحظة بلحظة",
        "Leave a Reply",
        "م.م",
        "ت/ ح",
        "المصدر: الوكالة",
        "Back to top button",
        "0 replies",
        "شارك الخبر",
        "الوسوم",
        "لا يوجد تعليقات",
    ],
    "ckb": [
        "پۆستی ئەلیکترۆنییەکەت بڵاو ناکرێتەوە.",
        "Back to top button",
        "Total",
        "Share",
        "وێنە: ئەرشیف",
        "سەرچاوە: ئاژانسەکان",
        "Top",
        "هاوبەشی پێ بکە",
        "کۆمێنت",
        "ئا . ع",
        "بۆ زانیاری زیاتر: press@example.org",
    ],
    "kmr": [
        "Navnîşana e-nameya te nayê weşandin.",
        "Hîn şîrove tune. Yekem şîroveya xwe binivîsin!",
        "Top",
        "Şîrove",
        "Şîroveyekê binivîse",
        "Bi mêvanî şîroveyekê binivîse an jî têkeve hesabê xwe",
        "0 Şîrove",
        "Share",
        "Back to top button",
        "Ev nûçe 120 caran hatiye xwendin",
        "Çavkanî: Ajans",
    ],
    "en": [
        "Facebook",
        "Also read",
        "Live Coverage",
        "Leave a Reply",
        "Want to join the discussion?",
        "Fill in your details below or click an icon to log in: Logo",
        "You are commenting using your Twitter account.",
        "Connecting to %s",
        "Reporter's code: 50101",
        "News Code 36589",
        "Your Comment",
        "0 replies",
        "Edited by: Desk",
        "Top View",
        "source: example.org with agencies",
        "Back to top button",
        "Email (required)",
        "Notify me of new comments via email.",
        "Follow us on Twitter",
        "Your email address will not be published. Required fields are marked *",
        "Powered by WordPress",
        "1 of 3",
        "Next article",
    ],
}
OTHER_STORIES = {
    "fa": [
        "پربازدیدترین\u200cها",
        "مطالب مرتبط",
        "بیشتر بخوانید",
        "اخبار مرتبط",
        "آخرین اخبار",
        "پیشنهاد سردبیر",
    ],
    "ar": [
        "أقرأ ايضاً",
        "اقرأ أيضا",
        "مواضيع ذات صلة",
        "الأكثر قراءة",
        "مقالات ذات صلة",
        "شاهد أيضاً",
        "المقال السابق",
    ],
    "ckb": [
        "بابەتی پێشتر",
        "بابەتی دواتر",
        "بابەتی پەیوەندیدار",
        "ھەواڵی زیاتر",
        "هەواڵە پەیوەندیدارەکان",
    ],
    "kmr": [
        "Nûçeyên têkildar",
        "Nûçeyên din",
        "Bixwîne",
        "Herî zêde hatine xwendin",
        "Nûçeya berê",
    ],
    "en": [
        "Related articles",
        "Editor's choice",
        "Latest News",
        "More from this section",
        "Previous article",
        "Next post",
        "You may also like",
    ],
}


def kinds(text: str, code: str) -> list[BlockKind]:
    return [block.kind for block in layout(text, languages.load(code)).blocks]


def every(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(code, line) for code, lines in table.items() for line in lines]


@pytest.mark.parametrize(("code", "line"), every(ABOVE))
def test_a_line_above_the_title_that_is_none_of_the_text(code: str, line: str) -> None:
    told = kinds(f"{line}\n{TITLES[code]}\n{PARAGRAPHS[code]}", code)
    assert told == [BlockKind.FURNITURE, BlockKind.TITLE, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(("code", "line"), every(BELOW))
def test_a_line_below_the_text_that_is_none_of_it(code: str, line: str) -> None:
    assert kinds(f"{TITLES[code]}\n{PARAGRAPHS[code]}\n{line}", code)[-1] is BlockKind.FURNITURE


@pytest.mark.parametrize(("code", "line"), every(OTHER_STORIES))
def test_a_line_after_which_other_stories_are_listed(code: str, line: str) -> None:
    told = kinds(f"{TITLES[code]}\n{PARAGRAPHS[code]}\n{line}\n{TITLES[code]}\n{TITLES[code]}", code)
    assert told == [BlockKind.TITLE, BlockKind.PARAGRAPH, *[BlockKind.FURNITURE] * 3]


@pytest.mark.parametrize(
    ("code", "stamp"),
    [
        ("fa", "18:54 - 20 شهريور 1402"),
        ("fa", "00:53 18 / 01 /1401"),
        ("ckb", ":: AM:12:38:30/01/2020"),
        ("ckb", "راپۆرت 02:42 - 17/09/2019"),
        ("ckb", "حوزەیران 03, 2020 09:55 Asia/Tehran"),
        ("kmr", "Hewal 11:32 AM - 2024-05-15"),
        ("kmr", "15 March 2025 21:26 0 dîtin"),
        ("en", "Monday, 06/06/2016, 21:02"),
        ("en", "2022-11-27 14:42ShareFont"),
        ("en", "Posted May 2nd, 2012 at 03:05 (UTC-5)"),
    ],
)
def test_a_few_words_with_a_clock_and_a_year_are_a_stamp(code: str, stamp: str) -> None:
    assert kinds(f"{stamp}\n{TITLES[code]}\n{PARAGRAPHS[code]}", code)[0] is BlockKind.BYLINE


@pytest.mark.parametrize(
    ("code", "point"),
    [
        ("fa", "🔹 روابط دو کشور گسترش می‌یابد"),
        ("fa", "۱_ طرفین روابط را گسترش می‌دهند"),
        ("fa", "ماده ۲: طرفین روابط را گسترش می‌دهند"),
        ("ar", "أولاً: يوسع الطرفان العلاقات بينهما"),
        ("ar", "ثانيا - يوسع الطرفان العلاقات بينهما"),
        ("ckb", "خاڵی یەکەم: هەردوو لا پەیوەندییەکان فراوان دەکەن"),
        ("kmr", "Bend 2: Her du alî têkiliyan berfireh dikin"),
        ("en", "Article 2: the parties widen their relations"),
        ("en", "✅ The parties widen their relations"),
    ],
)
def test_a_point_of_a_list_is_an_item(code: str, point: str) -> None:
    assert kinds(f"{TITLES[code]}\n{PARAGRAPHS[code]}\n{point}\n{PARAGRAPHS[code]}", code)[2] is BlockKind.ITEM


def test_a_word_that_goes_on_after_a_hyphen_numbers_no_point() -> None:
    line = "First-ever meeting of the two ministers since the agreement, said the spokesman of the ministry."
    assert kinds(f"{TITLES['en']}\n{PARAGRAPHS['en']}\n{line}", "en")[-1] is BlockKind.PARAGRAPH
