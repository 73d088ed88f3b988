"""The outlet and the reporter that the head of a text credits are told from its title, in five languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.pages import PARAGRAPHS, TITLES

from peyman import languages
from peyman.text.credits import Credits
from peyman.text.segment import BlockKind, layout

OUTLETS = [
    ("en", "(MENAFN- Lake Valley Times)", "Lake Valley Times"),
    ("en", "— Reuters", "Reuters"),
    ("en", "Baghdad – Shafaq News", "Shafaq News"),
    ("en", "Associated Press", "Associated Press"),
    ("en", "Source: Xinhua", "Xinhua"),
    ("ar", "بغداد – شفق نيوز", "شفق نيوز"),
    ("ar", "بغداد/ شفق نيوز", "شفق نيوز"),
    ("ar", "(رويترز)", "رويترز"),
    ("fa", "تهران - ایرنا", "ایرنا"),
    ("fa", "(ایسنا)", "ایسنا"),
    ("ckb", "هەولێر - کوردستان24", "کوردستان24"),
    ("ckb", "(ڕووداو)", "ڕووداو"),
    ("kmr", "(ANHA)", "ANHA"),
    ("kmr", "ANF - Qamişlo", "ANF"),
]
REPORTERS = [
    ("en", "By Jane Doe"),
    ("en", "By Jane Doe and Karim Salih in Baghdad"),
    ("en", "Jane Doe, staff writer"),
    ("fa", "گزارش: مریم رضایی"),
    ("fa", "به قلم مریم رضایی"),
    ("fa", "خبرنگار: سعید مرادی"),
    ("ar", "أحمد علي - بغداد"),
    ("ar", "كتب: سامر الياس"),
    ("ar", "بقلم سامر الياس"),
    ("ckb", "ئامادەکردنی: ئاسۆ کەریم"),
    ("ckb", "نووسینی: ئاسۆ کەریم"),
    ("kmr", "Amadekar: Dilovan Ehmed"),
    ("kmr", "Nivîskar: Dilovan Ehmed"),
    ("kmr", "Ehmed Baran/Qamişlo"),
]
NO_CREDITS = [
    ("en", "Rudaw: Barzani resigns"),
    ("en", "By land and sea"),
    ("en", "Foreign ministers of the lake states meet - Reuters"),
    ("en", "Reuters says that the talks will resume next week"),
    ("fa", "گزارش: ایران و عراق در آستانه توافق تازه"),
    ("ar", "وكالة الطاقة الذرية تزور طهران"),
    ("ar", "تقرير: جولة جديدة من المشاورات بين البلدين"),
    ("ckb", "ڕاپۆرت: خولێکی نوێی گفتوگۆکان لە مەسقەت"),
    ("kmr", "Gereke nû ya danûstandinan - ANHA"),
]
BEFORE = [
    ("en", "ERBIL (Rudaw) - The delegation arrived.", "Rudaw"),
    ("en", "Baghdad, 12 March (INA) - The delegation arrived.", "INA"),
    ("en", "(MENAFN- Lake Valley Times) The delegation arrived.", "Lake Valley Times"),
    ("en", "Shafaq News/ The delegation arrived.", "Shafaq News"),
    ("ar", "بغداد (واع) – وصل الوفد.", "واع"),
    ("ar", "بغداد/ شفق نيوز/ وصل الوفد.", "شفق نيوز"),
    ("ar", "بغداد / البحيرة برس / وصل الوفد.", "البحيرة برس"),
    ("fa", "تهران – ایرنا – هیئت وارد شد.", "ایرنا"),
    ("ckb", "هەولێر (ڕووداو) – شاندەکە گەیشت.", "ڕووداو"),
    ("kmr", "Hewlêr (Rûdaw) - Şande gihişt.", "Rûdaw"),
    ("kmr", "Navenda Nûçeyan (K24) – Şande gihişt.", "K24"),
    ("en", "LUSAKA, Oct 3 (ZANA): The delegation arrived.", "ZANA"),
    ("kmr", "Hewlêr (NÇK) - Şande gihişt.", "NÇK"),
]
NOT_BEFORE = [
    ("en", "The minister told Reuters – in a long talk – that the delegation arrived."),
    ("en", "The head of Anadolu (Agency) said so."),
    ("en", "Petra – the old town – was closed."),
    ("en", "LUSAKA, where the committee (ZMC): the delegation arrived."),
    ("en", "The committee (JPTC): the delegation arrived."),
    ("en", "Baghdad / Damascus / Amman: the road is open."),
    ("ar", "بغداد / دمشق / اتفق الطرفان."),
    ("ar", "قال الوزير لوكالة (رويترز) إن الوفد وصل."),
    ("fa", "به گزارش ایرنا، هیئت وارد شد."),
]


def kinds_of(code: str, *lines: str) -> list[BlockKind]:
    return [block.kind for block in layout("\n".join(lines), languages.load(code)).blocks]


@pytest.mark.parametrize(("code", "line", "name"), OUTLETS)
def test_an_outlet_is_found_in_a_line_of_its_own(code: str, line: str, name: str) -> None:
    found = Credits.of(languages.load(code)).outlet_in(line)
    assert found is not None
    assert line[slice(*found)] == name


@pytest.mark.parametrize(("code", "line"), [*((code, line) for code, line, _ in OUTLETS), *REPORTERS])
def test_a_credit_above_the_text_is_no_title(code: str, line: str) -> None:
    kinds = kinds_of(code, line, PARAGRAPHS[code])
    assert kinds[0] in (BlockKind.BYLINE, BlockKind.FURNITURE)
    assert BlockKind.TITLE not in kinds


@pytest.mark.parametrize(("code", "line"), [*((code, line) for code, line, _ in OUTLETS), *REPORTERS])
def test_the_title_is_the_title_on_either_side_of_a_credit(code: str, line: str) -> None:
    no_title = (BlockKind.BYLINE, BlockKind.FURNITURE)
    first, second, *_ = kinds_of(code, line, TITLES[code], PARAGRAPHS[code])
    assert first in no_title
    assert second is BlockKind.TITLE
    first, second, *_ = kinds_of(code, TITLES[code], line, PARAGRAPHS[code])
    assert first is BlockKind.TITLE
    assert second in no_title


@pytest.mark.parametrize(("code", "line"), REPORTERS)
def test_who_wrote_a_text_is_told(code: str, line: str) -> None:
    assert Credits.of(languages.load(code)).names_reporter(line)


@pytest.mark.parametrize(("code", "line"), NO_CREDITS)
def test_a_title_that_names_an_outlet_or_begins_like_a_credit_is_none(code: str, line: str) -> None:
    assert not Credits.of(languages.load(code)).is_credit(line)
    assert kinds_of(code, line, PARAGRAPHS[code])[0] is BlockKind.TITLE


@pytest.mark.parametrize(("code", "text", "name"), BEFORE)
def test_an_outlet_is_found_before_the_first_words_of_a_text(code: str, text: str, name: str) -> None:
    found = Credits.of(languages.load(code)).outlet_before(text)
    assert found is not None
    assert text[slice(*found)] == name


@pytest.mark.parametrize(("code", "text"), NOT_BEFORE)
def test_an_outlet_that_a_sentence_speaks_of_is_no_credit(code: str, text: str) -> None:
    assert Credits.of(languages.load(code)).outlet_before(text) is None


@given(st.sampled_from(languages.codes()), st.text(alphabet="Aaب (ANF)[]-–/|:،,.MEN\u200c\u0640", max_size=120))
def test_any_line_is_read_and_what_is_found_lies_in_it(code: str, line: str) -> None:
    credits_ = Credits.of(languages.load(code))
    credits_.is_credit(line)
    for found in (credits_.outlet_in(line), credits_.outlet_before(line)):
        assert found is None or 0 <= found[0] < found[1] <= len(line)
