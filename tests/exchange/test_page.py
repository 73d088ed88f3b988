"""The page holds the whole document, marks every entry's words, links both ways, and runs nothing of the document's."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from peyman.exchange.page import Mark, marks_of, render_page, segments_of, writing_direction
from peyman.exchange.wording import entries
from peyman.model import Reading

#: The untyped function of lxml.
parsed: Any = html.fromstring

HOSTILE = "<script>alert(1)</script> \"quoted\" 'single' <img src=x onerror=alert(2)> & </a> {{ 7 * 7 }}"


def test_segments_together_are_the_text() -> None:
    text = "Iraq and Iran met in Muscat."
    marks = [Mark(0, 17, "m1", "meetings"), Mark(9, 27, "s1", "statements"), Mark(0, 4, "a1", "actors")]
    segments = segments_of(text, marks, 0, len(text))
    assert "".join(segment.text for segment in segments) == text
    assert [(segment.text, [mark.entry for mark in segment.marks]) for segment in segments] == [
        ("Iraq", ["a1", "m1"]),
        (" and ", ["m1"]),
        ("Iran met", ["m1", "s1"]),
        (" in Muscat", ["s1"]),
        (".", []),
    ]


@given(
    st.text(min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from("abc")), max_size=8),
    st.integers(0, 40),
)
def test_however_marks_overlap_each_segment_names_exactly_those_that_cover_it(
    text: str, places: list[tuple[int, int, str]], cut: int
) -> None:
    marks = [Mark(start, end, entry, "dates") for start, end, entry in places if start < end <= len(text)]
    start, end = sorted((min(cut, len(text)), len(text)))
    segments = segments_of(text, marks, start, end)
    assert "".join(segment.text for segment in segments) == text[start:end]
    for segment in segments:
        for offset in range(segment.start, segment.start + len(segment.text)):
            covering = {mark for mark in marks if mark.start <= offset < mark.end}
            assert set(segment.marks) == covering


def test_the_whole_document_is_on_the_page(persian: Reading) -> None:
    tree = parsed(render_page([persian]))
    shown = [
        element.text_content() for element in tree.xpath("//article/p | //article/h2[not(@hidden)] | //article/h3")
    ]
    assert shown == persian.document.text.split("\n")


def test_every_entry_has_a_card_and_every_mark_leads_to_one(persian: Reading) -> None:
    tree = parsed(render_page([persian]))
    cards = set(tree.xpath("//div[contains(@class, 'card')]/@id"))
    assert cards == {f"e1-{entry.id}" for _, entry in entries(persian)}
    marks = tree.xpath("//a[contains(@class, 'mark')]")
    assert {name for mark in marks for name in mark.get("data-entries").split()} == cards
    assert {mark.get("href").removeprefix("#") for mark in marks} <= cards


def test_every_link_of_the_page_leads_somewhere_on_it(persian: Reading, english: Reading) -> None:
    tree = parsed(render_page([persian, english]))
    identifiers = tree.xpath("//@id")
    assert len(identifiers) == len(set(identifiers))
    links = tree.xpath("//a/@href")
    assert links and all(link.startswith("#") and link[1:] in set(identifiers) for link in links)


def test_a_card_quotes_the_words_that_it_links_to(english: Reading) -> None:
    tree = parsed(render_page([english]))
    by_id = {element.get("id"): element for element in tree.xpath("//a[@id]")}
    quotations = tree.xpath("//a[@class='quotation']")
    assert quotations
    for quotation in quotations:
        assert quotation.text_content().startswith(by_id[quotation.get("href")[1:]].text_content().split()[0])


@pytest.mark.parametrize("field", ["title", "publisher", "source", "url", "text", "warnings", "repaired", "name"])
def test_hostile_text_is_shown_and_not_run(english: Reading, field: str) -> None:
    if field == "name":
        actors = [english.actors[0].model_copy(update={"name": HOSTILE, "names": {"en": HOSTILE}, "key": HOSTILE})]
        reading = english.model_copy(update={"actors": actors})
    elif field == "text":
        document = english.document.model_copy(update={"text": english.document.text + HOSTILE, "title": HOSTILE})
        reading = english.model_copy(update={"document": document})
    else:
        value = [HOSTILE] if field == "warnings" else HOSTILE
        reading = english.model_copy(update={"document": english.document.model_copy(update={field: value})})
    page = render_page([reading])
    tree = parsed(page)
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//img") and not tree.xpath("//@onerror")
    assert HOSTILE in tree.text_content().replace("\xa0", " ")


def test_a_mark_around_hostile_words_is_escaped(english: Reading) -> None:
    start = len(english.document.text)
    document = english.document.model_copy(update={"text": english.document.text + HOSTILE})
    statement = english.statements[0].model_copy(update={"evidence": [(start, start + len(HOSTILE))]})
    tree = parsed(render_page([english.model_copy(update={"document": document, "statements": [statement]})]))
    assert len(tree.xpath("//script")) == 1
    assert HOSTILE in [element.text_content() for element in tree.xpath("//a[@class='quotation']")]


def test_the_page_asks_the_network_for_nothing(persian: Reading) -> None:
    page = render_page([persian])
    tree = parsed(page)
    assert not tree.xpath("//@src") and not tree.xpath("//link")
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest", page)
    assert "default-src 'none'" in page


def test_a_document_is_set_in_the_direction_of_its_language(persian: Reading, english: Reading) -> None:
    tree = parsed(render_page([persian, english]))
    assert [(element.get("lang"), element.get("dir")) for element in tree.xpath("//article")] == [
        ("fa", "rtl"),
        ("en", "ltr"),
    ]
    assert writing_direction("und") == "auto"


def test_several_documents_have_a_table_of_contents_and_one_has_none(persian: Reading, english: Reading) -> None:
    assert len(parsed(render_page([persian, english])).xpath("//nav//li")) == 2
    assert not parsed(render_page([persian])).xpath("//nav")


def test_styles_are_logical_and_know_the_dark(persian: Reading) -> None:
    style = parsed(render_page([persian])).xpath("//style")[0].text
    assert "prefers-color-scheme: dark" in style
    assert not re.search(r"(margin|padding|border)-(left|right)|text-align: *(left|right)", style)


def test_the_restored_spelling_stands_beside_the_published_text(persian: Reading) -> None:
    assert not parsed(render_page([persian])).xpath("//details")
    document = persian.document.model_copy(update={"repaired": persian.document.text + " افزوده"})
    (details,) = parsed(render_page([persian.model_copy(update={"document": document})])).xpath("//details")
    assert "افزوده" in details.text_content()


def test_spans_outside_the_text_are_left_out(english: Reading) -> None:
    length = len(english.document.text)
    date = english.dates[0].model_copy(update={"evidence": [(3, 3), (length - 1, length + 5)], "span": (-2, 4)})
    reading = english.model_copy(update={"dates": [date]})
    assert not [mark for mark in marks_of(reading) if mark.kind == "dates"]
    assert render_page([reading])


def test_what_a_statement_says_is_linked_but_does_not_stand_out(english: Reading) -> None:
    (content,) = english.statements[0].content
    alone = english.model_copy(
        update={name: [] for name in Reading.model_fields if name not in ("document", "reader", "statements")}
    )
    tree = parsed(render_page([alone]))
    (mark,) = tree.xpath(f"//a[@id='t1-{content[0]}']")
    assert mark.get("class") == "mark" and mark.get("href") == "#e1-s1"


def test_a_long_document_is_cut_in_good_order(english: Reading) -> None:
    text = "\n".join(f"Line {number} tells of Iraq." for number in range(3000))
    dates = [
        english.dates[0].model_copy(update={"id": f"d{number}", "span": (at, at + 4), "evidence": [(at, at + 4)]})
        for number, at in enumerate(match.start() for match in re.finditer("Line", text))
    ]
    document = english.document.model_copy(update={"text": text, "repaired": text, "sections": []})
    reading = Reading(document=document, dates=dates, reader=english.reader)
    tree = parsed(render_page([reading]))
    assert [mark.text for mark in tree.xpath("//article//a")] == ["Line"] * 3000
