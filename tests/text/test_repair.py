"""What a text lost comes back by general means, what it has stays, and every word leads back to the published one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peyman import languages
from peyman.text.mojibake import mojibake
from peyman.text.repair import repair

CODES = languages.codes()
JOINER = "\u200c"

PERSIAN = (
    "وزیران خارجه دو کشور روز سه‌شنبه در مسقط گفت‌وگوهای سازنده‌ای درباره‌ی تحریم‌ها داشتند. "
    "آنان گفته‌اند که سرمایه‌گذاری مشترک ادامه می‌یابد و نمی‌خواهند برنامه‌های هسته‌ای متوقف شود. "
    "شرکت‌کنندگان بیانیه‌ای منتشر کرده‌اند که در آن بر همکاری‌های بین‌المللی و منطقه‌ای تأکید شده است."
)


def repaired(text: str, code: str) -> str:
    return repair(text, languages.load(code))[0]


def test_persian_joiners_come_back_where_all_of_them_were_lost() -> None:
    assert repaired(PERSIAN.replace(JOINER, ""), "fa") == PERSIAN


def test_persian_joiners_come_back_where_a_space_took_their_place() -> None:
    text = "آنها می‌روند و نمی‌مانند؛ پیمان‌های تازه‌ای بسته شده‌اند و بزرگ‌ترین خانه‌ی شهر خالی است."
    assert repaired(text.replace(JOINER, " "), "fa") == text


def test_persian_with_its_joiners_is_left_alone() -> None:
    assert repaired(PERSIAN, "fa") == PERSIAN


@pytest.mark.parametrize(
    ("lost", "meant"),
    [
        ("همكاري", "همکاری"),
        ("عيسى", "عیسی"),
        ("ایـــران", "ایران"),
        ("ﻣﺬﺍﻛﺮﺍﺕ", "مذاکرات"),
    ],
)
def test_arabic_letters_in_persian_become_persian_ones(lost: str, meant: str) -> None:
    assert repaired(lost, "fa") == meant


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("lost", "meant"),
    [
        ("A\u00a0B  C", "A B C"),
        ("A&nbsp;B &amp; C", "A B & C"),
        ("A &amp;quot;B&amp;quot;", 'A "B"'),
        ("\u202bA\u202c \u200fB\ufeff", "A B"),
        ("A\tB", "A B"),
    ],
)
def test_controls_blanks_and_entities_are_put_right_in_every_language(code: str, lost: str, meant: str) -> None:
    assert repaired(lost, code) == meant


@pytest.mark.parametrize("code", CODES)
def test_joiners_that_join_nothing_go(code: str) -> None:
    assert repaired("می\u200c\u200cروند\u200c ، \u200cخانه\u200c", "fa") == "می\u200cروند ، خانه"
    assert repaired("AT&T, R&D; 5 < 6 &c.", code) == "AT&T, R&D; 5 < 6 &c."


@pytest.mark.parametrize("encoding", ["cp1252", "cp1256", "cp1254", "latin-1"])
@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("fa", "دو هیئت در مسقط گفتگو کردند."),
        ("ckb", "هەردوو شاندەکە لە مەسقەت کۆبوونەوە."),
        ("ar", "التقى وفدا البلدين في مسقط."),
        ("kmr", "Şandên her du aliyan li Maskatê civiyan û biryar dan."),
        ("en", "Both sides met – the “third round” – in Muscat’s old town."),
    ],
)
def test_utf8_read_through_a_code_page_is_turned_back(code: str, meant: str, encoding: str) -> None:
    seen = ""
    for byte in meant.encode():
        try:
            seen += bytes([byte]).decode(encoding)
        except UnicodeDecodeError:
            seen += chr(byte)
    assert repaired(seen, code) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Ο Ã ήταν · São Paulo, Ålesund, Žižek, naïve café",
        "عکس، دفاع، اطلاع؛ طرح «ظ» و نفع؟",
        "اتفق الطرفان على «أ» و«ب» ثم على ضبط ملء السد، ووقف ظاهرة؛ قطع؟",
    ],
)
def test_what_only_looks_like_a_code_page_is_left_alone(text: str) -> None:
    assert list(mojibake(text)) == []


ANY = st.text(max_size=60)
ODD = st.text(
    alphabet=st.sampled_from(
        "همیشدکرنا اەيكىةیکگ\u200c\u200c\u200d\u200f\u00a0\u0640\u064b&;#nbspzwj123٤۵ÃªØ§ÙÛâ€™ﻣﻼ\n \u0307İıîêşû'’"
    ),
    max_size=60,
)


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=150, deadline=None)
@given(text=st.one_of(ANY, ODD))
def test_every_span_of_the_repaired_text_leads_to_the_published_one(code: str, text: str) -> None:
    new, offsets = repair(text, languages.load(code))
    assert (offsets.original_length, offsets.edited_length) == (len(text), len(new))
    for piece in offsets.pieces:
        if piece.copied:
            assert text[piece.original_start : piece.original_end] == new[piece.edited_start : piece.edited_end]
    for at in range(len(new)):
        start, end = offsets.to_original(at, at + 1)
        assert 0 <= start <= end <= len(text)


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=100, deadline=None)
@given(text=ODD)
def test_line_breaks_are_kept(code: str, text: str) -> None:
    entities_gone = text.replace("&", "")
    assert repaired(entities_gone, code).count("\n") == entities_gone.count("\n")


SORANI = (
    "وەزیرانی دەرەوەی هەردوو وڵات ڕۆژی سێشەممە لە مەسقەت کۆبوونەوە و لەسەر درێژەپێدانی گفتوگۆکان ڕێککەوتن. "
    "شاندەکان ڕایانگەیاند کە هەماهەنگی و هاوکارییەکانیان بەردەوام دەبێت و بەرهەمی باشی دەبێت."
)
KURMANJI = (
    "Wezîrên derve yên her du welatan roja Sêşemê li Maskatê civiyan û biryar dan ku danûstandinan bidomînin. "
    "Di daxuyaniyê de hat gotin ku pêşmerge û hêzên ewlehiyê dê hevkariyê bikin."
)


def test_the_sorani_vowel_comes_back_where_he_took_its_place() -> None:
    assert repaired(SORANI.replace("ە", "ه"), "ckb") == SORANI
    assert repaired(SORANI.replace("ە", "ه‌"), "ckb") == SORANI
    assert repaired(SORANI.replace("ک", "ك").replace("ی", "ي"), "ckb") == SORANI


def test_the_sorani_vowel_comes_back_in_the_words_that_lost_it() -> None:
    words = [word.replace("ە", "ه") if n % 2 else word for n, word in enumerate(SORANI.split(" "))]
    assert repaired(" ".join(words), "ckb") == SORANI


def test_kurmanji_diacritics_come_back_in_most_words_and_wrongly_in_none() -> None:
    plain = KURMANJI.translate(str.maketrans("êîûşçÊÎÛŞÇ", "eiuscEIUSC"))
    pairs = list(zip(repaired(plain, "kmr").split(), KURMANJI.split(), plain.split(), strict=True))
    lost = [(given, meant) for given, meant, before in pairs if before != meant]
    assert sum(given == meant for given, meant in lost) >= 0.6 * len(lost)
    assert all(given in (meant, before) or given.translate(_PLAIN) == before for given, meant, before in pairs)


_PLAIN = str.maketrans("êîûşçÊÎÛŞÇ", "eiuscEIUSC")


@pytest.mark.parametrize(
    ("lost", "meant"), [("di\u0307", "di"), ("Þandên", "Şandên"), ("Ħandźn źvarź", "Ħandên êvarê"), ("İraqê", "Iraqê")]
)
def test_kurmanji_letters_of_other_keyboards_and_code_pages_are_turned_back(lost: str, meant: str) -> None:
    assert repaired(lost, "kmr") == meant


@pytest.mark.parametrize(("code", "text"), [("ckb", SORANI), ("kmr", KURMANJI), ("fa", PERSIAN)])
def test_undamaged_text_comes_out_as_it_went_in(code: str, text: str) -> None:
    new, offsets = repair(text, languages.load(code))
    assert new == text
    assert [piece.copied for piece in offsets.pieces] == [True]


def test_a_word_whose_joiner_came_back_leads_to_the_word_that_was_published() -> None:
    published = "این بیانیهای تازه دربارهی همكاريهای دفاعی است."
    new, offsets = repair(published, languages.load("fa"))
    start = new.index("بیانیه")
    assert published[slice(*offsets.to_original(start, start + 9))] == "بیانیهای"
    start = new.index("همکاری")
    assert published[slice(*offsets.to_original(start, start + 10))] == "همكاريهای"


@pytest.mark.parametrize(
    ("fused", "meant"),
    [
        ("فيالاجتماع", "في الاجتماع"),
        ("أعمالاللجنة", "أعمال اللجنة"),
        ("الجولةالثانية", "الجولة الثانية"),
        ("إلىالعاصمة", "إلى العاصمة"),
    ],
)
def test_arabic_words_that_run_together_are_parted_before_the_article(fused: str, meant: str) -> None:
    new, offsets = repair(f"عقد {fused} أمس", languages.load("ar"))
    assert new == f"عقد {meant} أمس"
    second = meant.split()[1]
    start = new.index(second, len("عقد "))
    assert f"عقد {fused} أمس"[slice(*offsets.to_original(start, start + len(second)))] == second


@pytest.mark.parametrize(
    "text",
    [
        "التقى عبدالله وعبدالرحمن وسيف الإسلام في العاصمة",
        "بالتعاون والتنسيق، وبالتالي فالاستقالات والاحتمالات والرأسمالية العالمية كالشمس",
        "زار رئيس سيراليون كينيا، وسيراليون بلد صديق",
        "قال وكلاء الوزارات إن المقالات والمجالات مثالية، ووالديه وخيالاتهم وطالبان",
    ],
)
def test_arabic_words_that_only_hold_the_article_are_left_alone(text: str) -> None:
    assert repaired(text, "ar") == text


def test_one_word_that_others_write_with_a_joiner_does_not_make_a_damaged_text() -> None:
    text = "وزیر در پایان نشست گفت که جنجال‌ها تمام شد و برنامه‌ی تازه در استانهای شمالی آغاز شده است."
    assert repaired(text, "fa") == text


def test_the_month_of_may_before_a_year_is_no_verbal_prefix() -> None:
    text = "این نشست در ماه می سال گذشته برگزار شد."
    assert JOINER not in repaired(text, "fa").split("می")[1][:2]


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=100, deadline=None)
@given(text=st.one_of(ANY, ODD), other=ODD)
def test_what_was_met_before_changes_nothing(code: str, text: str, other: str) -> None:
    first = repair(text, languages.load(code))
    repaired(other, code)
    repaired(f"{other} {text}", code)
    assert repair(text, languages.load(code)) == first


@pytest.mark.parametrize("beside", ["«{}»", "({})", "{}،", "{}.", '"{}"', "–{}؟!"])
def test_joiners_come_back_in_words_with_marks_beside_them(beside: str) -> None:
    meant = " ".join(beside.format(word) for word in PERSIAN.replace("،", "").replace(".", "").split())
    assert repaired(meant.replace(JOINER, ""), "fa") == meant


def test_parts_of_words_are_joined_in_a_line_and_never_across_lines() -> None:
    pairs = repaired("همکاری بین المللی و پیش بینی", "fa")
    assert pairs == f"همکاری بین{JOINER}المللی و پیش{JOINER}بینی"
    assert repaired("همکاری بین\nالمللی و پیش\nبینی", "fa") == "همکاری بین\nالمللی و پیش\nبینی"


def test_what_one_step_brings_to_light_is_put_right_by_a_later_one() -> None:
    assert repaired("كتاب&nbsp;&nbsp;&#xFEFF;تازه", "fa") == "کتاب تازه"
    assert repaired("کتاب&#xFB57;", "fa") == "کتابپ"
