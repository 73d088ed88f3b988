"""A stretch for which nothing but its words speaks is told from one with a verb of what is to come."""

from __future__ import annotations

import pytest

from peyman.reading.commitments.entries import BARE, DATED, RULED, UNDERTAKING, CommitmentReader, likelihoods
from peyman.reading.judges.learnt import model
from peyman.reading.meetings.entries import read_meetings
from peyman.reading.reader import prepare, read_text
from peyman.reading.statements.entries import read_statements
from peyman.sources.model import SourceDocument


def bare_in(text: str, language: str = "en") -> list[list[bool]]:
    """Say of each stretch of each sentence whether nothing but its words speaks for an undertaking."""
    source = SourceDocument(id="0", source="0", original=b"", text=text, published="2024-06-04", language=language)
    context = prepare(source).context
    reader = CommitmentReader(context, read_statements(context), read_meetings(context))
    return [reader.features.bare_in(reader.features.sentence(s)[0]) for s in reader.sentences()]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The visit reflected the depth of relations between Kenya and Somalia."),
        ("ar", "وعكست الزيارة عمق العلاقات بين كينيا والصومال."),
        ("kmr", "Peywendiyên Kenya û Somalyayê kûr bûn."),
    ],
)
def test_praise_of_what_was_is_bare(language: str, text: str) -> None:
    assert all(stretch for sentence in bare_in(text, language) for stretch in sentence)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenya will open the border post at Mandera in June."),
        ("fa", "کنیا گذرگاه مرزی را در ماه ژوئن باز خواهد کرد."),
        ("kmr", "Kenya dê deriyê sînor di meha Hezîranê de veke."),
    ],
)
def test_what_will_be_done_is_not_bare(language: str, text: str) -> None:
    assert not any(stretch for sentence in bare_in(text, language) for stretch in sentence)


def test_an_entry_of_a_list_needs_no_verb() -> None:
    text = "Kenya and Somalia agreed on the following:\n1. Opening of the Mandera border post.\n2. Joint patrols there."
    assert not any(stretch for sentence in bare_in(text)[1:] for stretch in sentence)


def test_a_bare_stretch_is_less_likely() -> None:
    rows = [["bias"], ["bias"]]
    full, bare = likelihoods(rows, [], bare=[False, True])
    assert bare == pytest.approx(likelihoods(rows, [])[1] * BARE)
    assert full == likelihoods(rows, [])[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We hope the parliament of Kenya will ratify the treaty in June."),
        ("en", "Kenya looks forward to signing the treaty in June."),
        ("ar", "وقالت كينيا إنها تأمل أن تصادق على المعاهدة في يونيو."),
        ("en", "Kenya expects Somalia to repair the road in June."),
        ("fa", "کنیا انتظار دارد سومالی جاده را در ژوئن تعمیر کند."),
        ("ar", "وقال الوزير: نتوقع من الصومال أن يلتزم بالمعاهدة."),
        ("ckb", "کینیا چاوەڕێ دەکات سۆماڵ پابەندی پەیمانەکە بێت."),
        ("kmr", "Kenya li bendê ye ku Somalî rê di Hezîranê de çêbike."),
    ],
)
def test_a_hope_disclaims_what_its_own_subject_hopes(language: str, text: str) -> None:
    source = SourceDocument(id="0", source="0", original=b"", text=text, published="2024-06-04", language=language)
    context = prepare(source).context
    reader = CommitmentReader(context, read_statements(context), read_meetings(context))
    rows = [row for s in reader.sentences() for row in reader.features.sentence(s)[1]]
    assert "disclaimed" in rows[-1]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenya will reopen the border post in June, and it expects Somalia to repair the road."),
        ("fa", "وزیر خارجه کنیا گفت: «ما به معاهده پایبندیم و انتظار داریم سومالی نیز به تعهدات خود عمل کند.»"),
        ("ar", "وقال وزير خارجية كينيا: «نحن ملتزمون بالمعاهدة ونتوقع من الصومال أن يلتزم بها أيضا»."),
        ("ckb", "وەزیری دەرەوەی کینیا گوتی: «ئێمە پابەندین بە پەیمانەکەوە و چاوەڕێین سۆماڵیش پابەند بێت»."),
        ("kmr", "Kenya soz da ku di Hezîranê de sînor veke û li bendê ye ku Somalî rê çêbike."),
    ],
)
def test_what_is_expected_of_another_is_no_part_of_what_is_undertaken(language: str, text: str) -> None:
    reading = read_text(text, published="2024-06-04", language=language)
    (commitment,) = reading.commitments
    assert commitment.by == ["KEN"]
    start, end = commitment.action
    hope = text.index({"en": "expects", "fa": "انتظار", "ar": "نتوقع", "ckb": "چاوەڕێین", "kmr": "li bendê"}[language])
    assert start < end <= hope


def test_a_rule_that_reads_by_when_needs_less_of_the_model() -> None:
    rows = [["bias"]]
    (found,) = likelihoods(rows, [])
    trace = found / DATED * 0.99
    assert trace > found
    assert likelihoods(rows, [[0]], trace) == [found]
    assert likelihoods(rows, [[0]], trace, dated=[True]) == [RULED]


def test_rules_say_of_each_undertaking_whether_they_read_by_when() -> None:
    text = "Kenya will open the border post at Mandera by the end of June. Somalia will repair the road."
    source = SourceDocument(id="0", source="0", original=b"", text=text, published="2024-06-04", language="en")
    context = prepare(source).context
    reader = CommitmentReader(context, read_statements(context), read_meetings(context))
    units = [reader.features.sentence(s)[0] for s in reader.sentences()]
    assert [[dated for _, dated in reader.features.ruled_and_dated(u)] for u in units] == [[True], [False]]


def test_two_models_are_mixed_as_far_as_a_document_is_like_a_page() -> None:
    rows = [["w0=will"], ["w0=hopes", "gov=hope"]]
    first, middle, second = (likelihoods(rows, [], like_pages=share) for share in (0.0, 0.5, 1.0))
    assert first != second
    for one, mixed, other in zip(first, middle, second, strict=True):
        assert min(one, other) - 1e-9 <= mixed <= max(one, other) + 1e-9
    assert second == pytest.approx([m[UNDERTAKING] for m in model("undertakings-pages").marginals(rows)])
