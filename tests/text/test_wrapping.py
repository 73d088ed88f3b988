"""Paragraphs that were broken into lines come together again, and lines that stand for themselves stay apart."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman import languages
from peyman.text.analysis import analyse
from peyman.text.segment import BlockKind, layout
from peyman.text.wrapping import unwrapped

CODES = languages.codes()
PARAGRAPHS = {
    "fa": (
        "هیئت‌های دو کشور روز سه‌شنبه در مسقط دیدار کردند و درباره‌ی ادامه‌ی گفت‌وگوهای فنی به توافق رسیدند. "
        "به گفته‌ی سخنگوی وزارت خارجه، دور بعدی در ماه آینده برگزار می‌شود و کارشناسان پیش از آن دو بار "
        "یکدیگر را می‌بینند تا پیش‌نویس متن آماده شود."
    ),
    "ar": (
        "التقى وفدا البلدين يوم الثلاثاء في مسقط واتفقا على مواصلة المشاورات الفنية خلال الأشهر المقبلة. "
        "وقال المتحدث باسم وزارة الخارجية إن الجولة القادمة ستعقد في الشهر المقبل وإن الخبراء سيجتمعون "
        "مرتين قبل ذلك لإعداد مسودة النص."
    ),
    "ckb": (
        "شاندی هەردوو وڵات ڕۆژی سێشەممە لە مەسقەت کۆبوونەوە و لەسەر بەردەوامبوونی گفتوگۆ تەکنیکییەکان "
        "ڕێککەوتن. وتەبێژی وەزارەتی دەرەوە ڕایگەیاند کە خولی داهاتوو مانگی داهاتوو بەڕێوە دەچێت و "
        "پسپۆڕان پێش ئەوە دوو جار کۆ دەبنەوە."
    ),
    "kmr": (
        "Şandên her du welatan roja Sêşemê li Maskatê civiyan û biryar dan ku danûstandinên teknîkî bidomînin. "
        "Berdevkê Wezareta Derve got ku gera bê di meha bê de tê lidarxistin û pispor berî wê du caran dicivin "
        "da ku pêşnûmeya metnê amade bikin."
    ),
    "en": (
        "Delegations of the two countries met in Muscat on Tuesday and agreed to continue their technical talks. "
        "The spokesman of the Foreign Ministry said that the next round would be held in the coming month, and "
        "that experts would meet twice before it to prepare a draft."
    ),
}


def paragraphs(text: str) -> list[str]:
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return [text[start:end] for start, end in unwrapped(text, spans)]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("width", [60, 72, 90])
def test_a_paragraph_broken_into_full_lines_is_one_again(code: str, width: int) -> None:
    broken = "\n".join(textwrap.wrap(PARAGRAPHS[code], width))
    assert paragraphs(f"{broken}\n\n{broken}") == [broken, broken]


@pytest.mark.parametrize("code", CODES)
def test_no_sentence_ends_where_a_line_was_broken(code: str) -> None:
    broken = "\n".join(textwrap.wrap(PARAGRAPHS[code], 72))
    whole = analyse(PARAGRAPHS[code], languages.load(code))
    assert len(analyse(broken, languages.load(code)).sentences) == len(whole.sentences) == 2


def test_a_line_that_goes_on_with_a_small_letter_was_broken() -> None:
    text = "The ministers of the three neighbours agreed in Nicosia\nto meet again. They will do so soon."
    assert paragraphs(text) == [text]


@pytest.mark.parametrize("code", CODES)
def test_paragraphs_of_one_line_each_stay_apart(code: str) -> None:
    first, second = PARAGRAPHS[code].split(". ", 1)
    assert paragraphs(f"{first}.\n{second}\n{first}.\n{second}") == [f"{first}.", second, f"{first}.", second]


def test_points_of_a_list_stay_apart() -> None:
    points = [f"• Cooperation of the two ministries in the field of {field}" for field in ("water", "trade", "energy")]
    assert paragraphs("\n".join(points)) == points
    numbered = [f"{n}. the two ministries will work together in the field of" for n in range(1, 6)]
    assert paragraphs("\n".join(numbered)) == numbered


def test_a_title_is_not_drawn_into_the_broken_paragraph_under_it() -> None:
    title, broken = "New round of talks held in Muscat", "\n".join(textwrap.wrap(PARAGRAPHS["en"], 72))
    blocks = layout(f"{title}\n{broken}", languages.load("en")).blocks
    assert [block.kind for block in blocks] == [BlockKind.TITLE, BlockKind.PARAGRAPH]


@pytest.mark.parametrize("whence", ["LUSAKA, Oct 3 (ZANA): The ", "LUSAKA — The ", "ADDIS ABABA - The "])
def test_a_dateline_begins_a_paragraph(whence: str) -> None:
    title, text = "Consultations between the two ministries end in the capital", PARAGRAPHS["en"]
    broken = textwrap.wrap(whence + text, 60)
    assert [p.replace("\n", " ") for p in paragraphs("\n".join([title, *broken]))] == [title, whence + text]


def test_an_address_under_a_line_is_not_its_end() -> None:
    lines = ["For further information ask the office of the spokesman of", "press@example.org"]
    assert paragraphs("\n".join(lines)) == lines


@given(st.lists(st.text(alphabet="aAبب .•1\u200c", min_size=1, max_size=130), min_size=1, max_size=12))
def test_every_line_is_kept_once_and_in_order(lines: list[str]) -> None:
    lines = [line for line in lines if line.strip()]
    assert "\n".join(paragraphs("\n".join(lines))) == "\n".join(lines)
