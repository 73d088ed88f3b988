"""The parts of a page are told by where they stand and what they look like, and no text is lost as furniture."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.pages import PARAGRAPHS, TITLES

from peyman import languages
from peyman.text.analysis import analyse
from peyman.text.segment import Block, BlockKind, layout, sentences
from peyman.text.tokens import Token, tokenise

CODES = languages.codes()

BEFORE = {
    "fa": ["۸ ساعت پیش", "خانه » سیاسی » خبر", "عکس: آرشیو", "صفحه اصلی / اخبار / جهان", "۳ دقیقه قبل · ۲۰ بازدید"],
    "ar": ["قبل ساعتين", "الرئيسية / أخبار", "منذ 3 ساعات", "الصورة: أرشيف", "شارك هذا الخبر"],
    "ckb": ["پێش 42 خولەک", "سەرەکی » هەواڵ » جیهان", "پێش کاتژمێرێک", "وێنە: ئەرشیف", "هاوبەشی بکە"],
    "kmr": ["8 demjimêr berê", "Destpêk » Nûçe » Cîhan", "Wêne: Arşîv", "A+ A-", "Parve bike: Facebook"],
    "en": ["3 hours ago", "Home » Politics", "Photo: Archive", "Share this article", "#Talks #Muscat"],
}
AFTER = {
    "fa": ["انتهای پیام/", "کد خبر: ۱۲۳۴۵", "برچسب‌ها: مسقط، گفت‌وگو", "ب.ن", "ارسال نظر"],
    "ar": ["(انتهى)", "ح ص / ع ع", "جميع الحقوق محفوظة © 2024", "المصدر: وكالات", "كلمات مفتاحية: مسقط، مشاورات"],
    "ckb": ["ئا/ د.ح", "١٢٣ جار خوێندراوەتەوە", "وشەی سەرەکی: مەسقەت، گفتوگۆ", "هەموو مافێک پارێزراوە"],
    "kmr": ["(rr)", "Hemû maf parastî ne", "Etîket: Maskat, Danûstandin", "Çavkanî: ajans", "Şîrove binivîse"],
    "en": ["###", "(End)", "Tags: Muscat, talks", "All rights reserved.", "For questions: press@example.org"],
}
CLOSING = {
    "fa": "اخبار مرتبط",
    "ar": "أخبار ذات صلة",
    "ckb": "بابەتە پەیوەندیدارەکان",
    "kmr": "Nûçeyên têkildar",
    "en": "Related stories",
}


def kinds(text: str, code: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, text[block.start : block.end]) for block in layout(text, languages.load(code)).blocks]


@pytest.mark.parametrize("code", CODES)
def test_a_title_and_its_paragraphs_are_told_apart(code: str) -> None:
    text = f"{TITLES[code]}\n{PARAGRAPHS[code]}\n\n{PARAGRAPHS[code]}"
    assert [kind for kind, _ in kinds(text, code)] == [BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(("code", "line"), [(code, line) for code in CODES for line in BEFORE[code]])
def test_what_stands_above_the_title_is_furniture(code: str, line: str) -> None:
    text = f"{line}\n{TITLES[code]}\n{PARAGRAPHS[code]}"
    assert kinds(text, code)[:2] == [(BlockKind.FURNITURE, line), (BlockKind.TITLE, TITLES[code])]


@pytest.mark.parametrize(("code", "line"), [(code, line) for code in CODES for line in AFTER[code]])
def test_what_stands_below_the_text_is_furniture(code: str, line: str) -> None:
    text = f"{TITLES[code]}\n{PARAGRAPHS[code]}\n{line}"
    assert kinds(text, code)[-1] == (BlockKind.FURNITURE, line)


@pytest.mark.parametrize("code", CODES)
def test_other_stories_are_furniture_until_text_begins_again(code: str) -> None:
    paragraph, title = PARAGRAPHS[code], TITLES[code]
    text = f"{title}\n{paragraph}\n{CLOSING[code]}\n{title}\n{title}\n{paragraph}"
    told = [kind for kind, _ in kinds(text, code)]
    assert told == [BlockKind.TITLE, BlockKind.PARAGRAPH, *[BlockKind.FURNITURE] * 3, BlockKind.PARAGRAPH]


@pytest.mark.parametrize("code", CODES)
def test_no_paragraph_is_furniture_wherever_it_stands(code: str) -> None:
    paragraph = PARAGRAPHS[code]
    for text in (paragraph, f"{paragraph}\n{paragraph}", f"{CLOSING[code]}\n{paragraph}"):
        assert (BlockKind.PARAGRAPH, paragraph) in kinds(text, code)


@pytest.mark.parametrize("code", CODES)
def test_a_machine_header_gives_its_date_and_is_no_text(code: str) -> None:
    for rest in (TITLES[code], f"{BEFORE[code][0]}\n{TITLES[code]}"):
        text = f" date 2024-03-05 {rest}\n{PARAGRAPHS[code]}"
        parts = layout(text, languages.load(code))
        assert parts.header_date == "2024-03-05"
        assert text[parts.blocks[0].start : parts.blocks[0].end] == "date 2024-03-05"
        told = dict(kinds(text, code))
        assert told[BlockKind.TITLE] == TITLES[code]
        assert told[BlockKind.PARAGRAPH] == PARAGRAPHS[code]


def test_a_header_of_a_month_is_no_text_and_gives_no_day() -> None:
    text = f"date 2024-03 {TITLES['en']}\n{PARAGRAPHS['en']}"
    parts = layout(text, languages.load("en"))
    assert parts.header_date is None
    assert [block.kind for block in parts.blocks][:2] == [BlockKind.HEADER, BlockKind.TITLE]


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("fa", "نویسنده: آرش کمالی"),
        ("fa", "مسقط، ۹ نوامبر ۲۰۲۳"),
        ("ar", "كتبت: سلمى الحارثي"),
        ("ar", "مسقط / متابعات"),
        ("ckb", "ڕاپۆرت: ئاکۆ ساڵح"),
        ("ckb", "مەسقەت - ئاژانسەکان"),
        ("kmr", "Navenda Nûçeyan"),
        ("kmr", "11:05 - 26 Tîrmeh 2025"),
        ("en", "Office of the Spokesperson"),
        ("en", "By Sara Miller"),
    ],
)
def test_a_line_under_the_title_that_names_author_or_place_is_a_byline(code: str, line: str) -> None:
    text = f"{TITLES[code]}\n{line}\n{PARAGRAPHS[code]}"
    assert kinds(text, code)[1] == (BlockKind.BYLINE, line)


@pytest.mark.parametrize("line", ["13/09/2025 - 09:30", "20-07-2025 | 12:48", "AM:11:40:21/08/2024", "٢٠٢٥/٢/١١"])
def test_a_stamp_of_date_and_clock_is_kept_as_a_byline(line: str) -> None:
    text = f"{TITLES['ckb']}\n{line}\n{PARAGRAPHS['ckb']}"
    assert kinds(text, "ckb")[1] == (BlockKind.BYLINE, line)


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "Monday, September 27, 2021"),
        ("ar", "الجمعة 22 نوفمبر 2024"),
        ("fa", "سه‌شنبه ۱۸ آذر ۱۴۰۴"),
        ("ckb", "سێشەممە، 16ـی کانوونی یەکەمی 2025"),
        ("kmr", "Sêşem, 28ê Cotmeha 2025ê"),
    ],
)
def test_a_day_alone_above_the_title_is_not_the_title(code: str, line: str) -> None:
    found = kinds(f"{line}\n{TITLES[code]}\n{PARAGRAPHS[code]}", code)
    assert found[:2] == [(BlockKind.BYLINE, line), (BlockKind.TITLE, TITLES[code])]


def test_a_title_that_names_a_day_stays_the_title() -> None:
    title = "Elections on 15 May 2024 in doubt"
    assert kinds(f"{title}\n{PARAGRAPHS['en']}", "en")[0] == (BlockKind.TITLE, title)


def test_the_name_of_a_site_above_the_title_is_not_the_title() -> None:
    text = f"Example News\n{TITLES['en']} after a month of silence\n{PARAGRAPHS['en']}"
    assert [kind for kind, _ in kinds(text, "en")] == [BlockKind.BYLINE, BlockKind.TITLE, BlockKind.PARAGRAPH]


def test_a_menu_of_single_words_above_the_title_is_not_the_title() -> None:
    title = "Bujumbura, Kinshasa sign port deal"
    page = f"Home\nWorld\nLake Region\n\n{title}\n\n{PARAGRAPHS['en']}"
    assert [line for kind, line in kinds(page, "en") if kind is BlockKind.TITLE] == [title]


def test_a_numbered_list_of_sections_above_the_title_is_furniture() -> None:
    text = (
        f"date 2024-06-12   1. Politics\n  2. Foreign policy\n12 June 2024, 11:05\n{TITLES['en']}\n{PARAGRAPHS['en']}"
    )
    assert [kind for kind, _ in kinds(text, "en")] == [
        BlockKind.HEADER,
        BlockKind.FURNITURE,
        BlockKind.FURNITURE,
        BlockKind.BYLINE,
        BlockKind.TITLE,
        BlockKind.PARAGRAPH,
    ]


@pytest.mark.parametrize("points", ["1. Debt\n2. Trade\n3. Visas", "2. Trade\n3. Visas"])
def test_numbered_points_without_a_title_under_them_stay_points(points: str) -> None:
    found = kinds(f"{points}\n{PARAGRAPHS['en']}", "en")
    assert BlockKind.FURNITURE not in [kind for kind, _ in found]


def test_a_dateline_is_part_of_its_paragraph() -> None:
    paragraph = f"Erbil (EN) – {PARAGRAPHS['en']}"
    assert kinds(f"{TITLES['en']}\n{paragraph}", "en")[-1] == (BlockKind.PARAGRAPH, paragraph)


class Counted(list[Token]):
    """Tokens that count how often they are looked at."""

    looks = 0

    def __getitem__(self, index: Any) -> Any:
        self.looks += len(range(*index.indices(len(self)))) if isinstance(index, slice) else 1
        return super().__getitem__(index)


@pytest.mark.parametrize("line", ["كتاب " * 3000, "كتاب" + "." * 3000, "كتاب.. " * 3000])
def test_a_line_without_an_end_is_split_by_looking_at_each_word_a_few_times(line: str) -> None:
    tokens = Counted(tokenise(line))
    sentences(tokens, [Block(BlockKind.PARAGRAPH, 0, len(line))], languages.load("ar"))
    assert tokens.looks < 30 * len(tokens)


def test_short_lines_between_paragraphs_are_headings_and_make_sections() -> None:
    paragraph = PARAGRAPHS["en"]
    text = f"{TITLES['en']}\n{paragraph}\nBorder security\n{paragraph}\n{paragraph}\nTrade\n{paragraph}"
    sections = analyse(text, languages.load("en")).sections()
    assert [text[slice(*section.heading)] for section in sections] == ["Border security", "Trade"]
    assert text[slice(*sections[0].body)] == f"{paragraph}\n{paragraph}"


def test_numbered_and_bulleted_points_are_items() -> None:
    text = f"{TITLES['en']}\n{PARAGRAPHS['en']}\n1. Open the crossing.\n(2) Meet again.\n• Report.\n- And so on."
    assert [kind for kind, _ in kinds(text, "en")][2:] == [BlockKind.ITEM] * 4


def split(text: str, code: str) -> list[str]:
    language = languages.load(code)
    tokens = tokenise(text)
    blocks = layout(text, language).blocks
    return [text[tokens[s.first].start : tokens[s.last - 1].end] for s in sentences(tokens, blocks, language)]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", ["Joseph R. Marlow and U.S. officials met Gen. Hill in Jan. 2024.", "They agreed on 3.5 points!"]),
        ("en", ["“We met.”", "“It was useful,” he said.", "What next?", "(Nothing.)", "The text ends..."]),
        ("ar", ["التقى د. سامي وزير الخارجية في 3.5 ساعة.", "هل اتفقا؟", "«نعم.»", "قال الوزير ذلك!"]),
        ("fa", ["آقای م. کریمی گفت: «دیدار کردیم.»", "آیا توافق شد؟", "شاید…", "بله."]),
        ("ckb", ['د. ئازاد گوتی: "کۆبووینەوە."', "ئایا ڕێککەوتن؟", "بەڵێ."]),
        ("kmr", ["Dr. Azad got: “Em civiyan.”", "Lihevkirin heye?", "Erê, di 3.5 saetan de."]),
    ],
)
def test_sentences_end_at_their_marks_and_not_at_abbreviations(code: str, expected: list[str]) -> None:
    assert split(" ".join(expected), code) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["Minister Lena Novak met Omar Haddad in Washington, D.C.", "The Secretary thanked him."],
        ["Minister Lena Novak met Omar Haddad in Washington, D.C.", "Secretary Novak thanked him."],
        ["Minister Lena Novak met Omar Haddad in Washington, D.C. Monday.", "They agreed."],
        ["Minister Lena Novak lives in the U.S.", "She spoke for U.S. Embassy staff."],
        ["8:00 a.m. Minister Lena Novak meets Omar Haddad.", "10:30 a.m. The Minister holds a call."],
        [
            "Minister Lena Novak arrived at 10 a.m. Monday.",
            "They met at 2 p.m. GMT in Riga.",
            "It ended at 4 p.m.",
            "All left.",
        ],
        ["Minister Lena Novak greeted U.S. Ambassador George W. Hill."],
    ],
)
def test_letters_with_full_stops_end_a_sentence_where_another_begins(expected: list[str]) -> None:
    assert split(" ".join(expected), "en") == expected


def test_a_number_that_begins_a_point_ends_no_sentence() -> None:
    assert split("1. Open the crossing. 2. Meet again.", "en") == ["1. Open the crossing.", "2. Meet again."]


TEXTS = st.lists(
    st.one_of(
        st.text(alphabet=st.sampled_from("abAB. :|/»-–•1234۱۲\u200c\u200fابپ؟!()'\"\t"), max_size=70),
        st.sampled_from([*PARAGRAPHS.values(), *TITLES.values(), *CLOSING.values(), "date 2024-03-05 x", "###", ""]),
    ),
    max_size=12,
).map("\n".join)


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_blocks_cover_all_but_white_space_and_sentences_all_text_proper(code: str, text: str) -> None:
    language = languages.load(code)
    blocks = layout(text, language).blocks
    at = 0
    for block in blocks:
        assert at <= block.start < block.end
        between = text[at : block.start]
        assert all(c.isspace() or c in "\u200b\u200e\u200f\ufeff" for c in between)
        at = block.end
    assert all(c.isspace() or c in "\u200b\u200e\u200f\ufeff" for c in text[at:])
    tokens = tokenise(text)
    last = 0
    for sentence in sentences(tokens, blocks, language):
        assert last <= sentence.first < sentence.last <= len(tokens)
        block = blocks[sentence.block]
        assert block.start <= tokens[sentence.first].start
        assert tokens[sentence.last - 1].end <= block.end
        last = sentence.last


@pytest.mark.parametrize(
    ("code", "text", "meant"),
    [
        ("ar", "انتخب الحزب نائبا ثانيا.وتعهد الرئيس بمواصلة الحوار.", 2),
        ("fa", "نشست پایان یافت.سخنگو چیزی نگفت.", 2),
        ("fa", "آب و برق و گاز و... در دستور کار بود.", 1),
        ("kmr", "Av, ceyran û… di rojevê de bûn.", 1),
        ("ckb", "د. سامان و دکتۆر. ئاری ئامادە بوون.", 1),
        ("en", "The text was signed.[2] It enters into force soon. [3]", 2),
        ("en", 'He asked: "When do we meet?". Nobody knew.', 2),
        ("en", "Gen. Smith v. Jones was not on the agenda.", 1),
    ],
)
def test_what_looks_like_the_end_of_a_sentence_and_what_hides_one(code: str, text: str, meant: int) -> None:
    assert len(analyse(text, languages.load(code)).sentences) == meant


@pytest.mark.parametrize(
    ("code", "text", "number"),
    [
        ("kmr", "Wezîr pêşwaziya balyoz kir.Di civînê de rewş hat gotûbêjkirin.Her du alî li hev kirin.", 3),
        ("en", "The ministers met yesterday.On Sunday they will meet again.", 2),
        ("en", "The text stands at example.org and of the U.S. mission at Example.Org too.", 1),
    ],
)
def test_a_lost_space_behind_a_full_stop_ends_a_sentence_all_the_same(code: str, text: str, number: int) -> None:
    assert len(analyse(text, languages.load(code)).sentences) == number
