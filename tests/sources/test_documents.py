"""JSON documents are taken exactly as given, and refused with the line on which they fail."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.errors import EmptySource, MalformedDocument, NoMainText, PeymanError
from peyman.sources.documents import JsonPart, json_line, json_parts, read_document

TEXT = "  Two delegations met.\r\nThey will meet again. "


def document(**fields: object) -> JsonPart:
    return json_line(json.dumps(fields).encode(), 1)


def test_every_field_of_the_contract_is_taken() -> None:
    read = read_document(
        document(
            id="K-1",
            url="https://news.example/k1",
            publisher="The Daily",
            published="2025-03-09",
            title="Talks",
            text=TEXT,
            kind="news",
        ),
        "file.json",
    )
    assert (read.source, read.url, read.publisher, read.title) == (
        "K-1",
        "https://news.example/k1",
        "The Daily",
        "Talks",
    )
    assert (read.published, read.published_from) == ("2025-03-09", "metadata")


def test_the_text_is_exactly_as_given() -> None:
    assert read_document(document(text=TEXT), "file.json").text == TEXT


def test_a_document_without_an_id_is_named_after_its_source() -> None:
    assert read_document(document(text=TEXT), "file.json").source == "file.json"


def test_the_id_of_a_document_is_the_hash_of_its_own_bytes() -> None:
    part = document(text=TEXT)
    read = read_document(part, "file.json")
    assert read.id == sha256(part.original).hexdigest()
    assert read.original == part.original


def test_html_is_read_as_a_page_and_the_json_outranks_it() -> None:
    words = "Delegations of the two sides met in Muscat on Tuesday for a third round of technical consultations."
    head = "<meta name='date' content='2020-01-01'>"
    html = f"<html><head>{head}</head><body><article><p>{words}</p></article></body></html>"
    read = read_document(document(html=html, published="2025-03-09", title="Given"), "s")
    assert words in read.text
    assert (read.published, read.title) == ("2025-03-09", "Given")


def test_a_time_stamp_gives_its_day() -> None:
    assert read_document(document(text=TEXT, published="2025-03-09T10:00:00Z"), "s").published == "2025-03-09"


def test_a_date_that_cannot_be_told_is_left_out_and_said() -> None:
    read = read_document(document(text=TEXT, published="last Tuesday"), "s")
    assert read.published is None
    assert read.published_from is None
    assert "last Tuesday" in read.warnings[0]


def test_half_characters_are_replaced_one_for_one() -> None:
    read = read_document(json_line(b'{"text": "a\\ud800b"}', 1), "s")
    assert read.text == "a\ufffdb"
    assert read.warnings


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"title": "x"},
        {"text": 3},
        {"text": TEXT, "url": 3},
        {"text": TEXT, "id": ["a"]},
        {"text": None, "html": None},
    ],
)
def test_a_document_that_is_none_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(MalformedDocument, match="Line 1"):
        read_document(document(**fields), "s")


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(EmptySource):
        read_document(document(text=" \n"), "s")


def test_html_without_an_article_is_refused() -> None:
    with pytest.raises(NoMainText):
        read_document(document(html="<html><body></body></html>"), "s")


@pytest.mark.parametrize("content", ["3", "null", '"text"', "[1]"])
def test_what_is_no_object_is_refused(content: str) -> None:
    with pytest.raises(MalformedDocument):
        for part in json_parts(content):
            read_document(part, "s")


def test_the_line_of_a_syntax_error_is_named() -> None:
    with pytest.raises(MalformedDocument, match="Line 3"):
        list(json_parts('{\n"text": "a",\n"title": }'))


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(MalformedDocument):
        json_line(b"[" * 100_000, 1)


@given(
    st.lists(st.dictionaries(st.text(max_size=4), st.text(max_size=4), max_size=3), min_size=1, max_size=5),
    st.sampled_from([None, 1]),
)
def test_members_of_a_list_keep_their_own_bytes(members: list[dict[str, str]], indent: int | None) -> None:
    parts = list(json_parts(json.dumps(members, indent=indent)))
    assert [part.content for part in parts] == members
    assert [json.loads(part.original) for part in parts] == members


@given(
    st.binary(max_size=60)
    | st.text(max_size=60).map(lambda text: ('{"text": "' + text + '"}').encode("utf-8", "surrogatepass"))
)
def test_any_line_is_a_document_or_an_error(data: bytes) -> None:
    try:
        assert read_document(json_line(data, 7), "s").text
    except PeymanError as error:
        assert "7" in str(error)
