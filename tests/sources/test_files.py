"""Every source is taken in or reported, and none stops the others."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peyman.errors import (
    BinarySource,
    EmptySource,
    EncodingError,
    MalformedDocument,
    NoMainText,
    OversizedSource,
    PeymanError,
    SourceError,
    UnreadableSource,
)
from peyman.sources import SourceDocument, SourceFailure, expand, load, load_one

TEXT = "The delegations met in Muscat on Tuesday.\r\nThey agreed to meet again.\n"


def taken(source: Path | str, **options: object) -> list[SourceDocument]:
    found = list(load(str(source), **options))  # type: ignore[arg-type]
    assert all(isinstance(item, SourceDocument) for item in found), found
    return [item for item in found if isinstance(item, SourceDocument)]


def refused(source: Path | str, **options: object) -> PeymanError:
    (item,) = load(str(source), **options)  # type: ignore[arg-type]
    assert isinstance(item, SourceFailure)
    assert "\n" not in str(item.error) and item.error.advice
    return item.error


def written(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_text_file_is_taken_exactly_as_it_is(tmp_path: Path) -> None:
    (read,) = taken(written(tmp_path / "a.txt", TEXT))
    assert read.text == TEXT
    assert read.original == TEXT.encode()
    assert (read.published, read.title, read.url) == (None, None, None)


def test_a_text_file_is_never_taken_for_a_page_or_json(tmp_path: Path) -> None:
    for content in ("<html><p>x</p>", '{"text": "y"}'):
        (read,) = taken(written(tmp_path / "a.txt", content))
        assert read.text == content


def test_a_folder_gives_its_documents_in_sorted_order(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/2.html",
        "a/10.txt",
        "c.jsonl",
        ".hidden.txt",
        ".git/x.txt",
        "notes.md",
        "d.JSON",
        "a/.x/y.txt",
    ):
        written(tmp_path / name, TEXT)
    found = [Path(path).relative_to(tmp_path).as_posix() for path in expand([str(tmp_path)])]
    assert found == ["a/10.txt", "a/2.html", "b.txt", "c.jsonl", "d.JSON"]


def test_xml_is_taken_from_a_folder_where_it_is_a_feed(tmp_path: Path) -> None:
    written(
        tmp_path / "feed.xml", '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>News</title></channel></rss>'
    )
    written(tmp_path / "layout.xml", '<?xml version="1.0"?>\n<workbook/>')
    assert [Path(path).name for path in expand([str(tmp_path)])] == ["feed.xml"]


def test_sources_keep_the_order_in_which_they_are_named(tmp_path: Path) -> None:
    b, a = written(tmp_path / "b.txt", TEXT), written(tmp_path / "a.md", TEXT)
    assert list(expand([str(b), "-", str(a), "missing"])) == [str(b), "-", str(a), "missing"]


def test_a_link_to_a_folder_above_does_not_loop(tmp_path: Path) -> None:
    written(tmp_path / "in" / "a.txt", TEXT)
    (tmp_path / "in" / "up").symlink_to(tmp_path, target_is_directory=True)
    assert len(list(expand([str(tmp_path)]))) == 1


def test_a_folder_without_documents_is_reported(tmp_path: Path) -> None:
    (source,) = expand([str(tmp_path)])
    assert isinstance(refused(source), UnreadableSource)


@pytest.mark.parametrize("source", ["no-such-file.txt", "a\x00b", "x" * 5000, "https://news.example/story", ""])
def test_an_unreadable_path_is_reported(source: str) -> None:
    (only,) = expand([source])
    assert isinstance(refused(only), UnreadableSource)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_reported(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", TEXT)
    path.chmod(0)
    assert "permission" in refused(path).message


def test_a_refusal_of_the_system_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    assert "permission" in refused(tmp_path / "a.txt").message


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.txt", b"", EmptySource),
        ("a.html", b"", EmptySource),
        ("a.json", b"", EmptySource),
        ("a.jsonl", b"\n\n", EmptySource),
        ("a", b" ", EmptySource),
        ("a.txt", b"%PDF-1.4", BinarySource),
        ("a.txt", bytes(range(256)), BinarySource),
        ("a.txt", "Делегации двух сторон встретились".encode("cp1251"), EncodingError),
        ("a.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", NoMainText),
        ("a.json", b"{", MalformedDocument),
        ("a.json", b"[]", MalformedDocument),
        ("a.jsonl", b"nothing", MalformedDocument),
    ],
)
def test_a_bad_source_is_reported(tmp_path: Path, name: str, content: bytes, error: type[SourceError]) -> None:
    assert isinstance(refused(written(tmp_path / name, content)), error)


def test_the_advice_for_an_unknown_encoding_names_the_option(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "Делегации двух сторон".encode("cp1251"))
    assert "--encoding" in refused(path).advice
    (read,) = taken(path, encoding="cp1251")
    assert read.text == "Делегации двух сторон"


def test_a_source_over_the_limit_is_refused_without_being_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    monkeypatch.setattr("peyman.sources.files._read", lambda *_: pytest.fail("it was read"))
    error = refused(path)
    assert isinstance(error, OversizedSource)
    assert "50,000,000" in error.message and "--max-bytes" in error.advice


@pytest.mark.parametrize("name", ["a.txt", "a", "a.json"])
def test_the_limit_can_be_set(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / name, '{"text": "' + "x" * 100 + '"}')
    assert isinstance(refused(path, max_bytes=60), OversizedSource)
    assert taken(path, max_bytes=200)


def test_standard_input_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input(monkeypatch, b"x" * 100)
    assert isinstance(refused("-", max_bytes=60), OversizedSource)


def test_json_lines_have_a_limit_for_each_line_only(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(number), "text": "x" * 50}) for number in range(10)]
    lines[4] = json.dumps({"text": "x" * 500})
    items = list(load(str(written(tmp_path / "a.jsonl", "\n".join(lines))), max_bytes=100))
    assert [getattr(item, "source", None) for item in items][3:6] == ["3", str(tmp_path / "a.jsonl:5"), "5"]
    assert sum(isinstance(item, SourceFailure) for item in items) == 1
    assert len(items) == 10


def test_a_bad_line_does_not_stop_the_others(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", '{"text": "one"}\nnothing\n\n{"id": "b", "text": "two"}\n')
    first, bad, last = load(str(path))
    assert isinstance(first, SourceDocument) and first.source == f"{path}:1"
    assert isinstance(bad, SourceFailure) and bad.source == f"{path}:2" and "Line 2" in bad.error.message
    assert isinstance(last, SourceDocument) and last.source == "b"


def test_a_json_file_may_hold_one_document_a_list_or_lines(tmp_path: Path) -> None:
    one, two = {"id": "1", "text": "one"}, {"id": "2", "text": "two"}
    assert [read.source for read in taken(written(tmp_path / "a.json", json.dumps(one, indent=1)))] == ["1"]
    assert [read.source for read in taken(written(tmp_path / "b.json", json.dumps([one, two])))] == ["1", "2"]
    lines = written(tmp_path / "c.json", f"{json.dumps(one)}\n{json.dumps(two)}\n")
    assert [read.source for read in taken(lines)] == ["1", "2"]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("name", ["-", "reports", "a.jsonl"])
def test_json_lines_are_told_by_their_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, mark: bytes
) -> None:
    data = mark + b'{"id": "1", "text": "one"}\n{"id": "2", "text": "two"}\n'
    standard_input(monkeypatch, data)
    source = name if name == "-" else str(written(tmp_path / name, data))
    assert [read.source for read in taken(source)] == ["1", "2"]


def test_standard_input_may_be_text_a_page_or_json(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "Delegations of the two sides met in Muscat on Tuesday for a third round of technical consultations."
    for data, expected in (
        (TEXT, TEXT),
        ("[Muscat] " + TEXT, "[Muscat] " + TEXT),
        (f"<!doctype html><html><body><article><p>{words}</p><p>{words[::-1]}</p></article></body></html>", words),
        ('{\n "text": "one"\n}', "one"),
    ):
        standard_input(monkeypatch, data.encode())
        (read,) = taken("-")
        assert read.source == "-"
        assert expected in read.text


def test_what_the_user_gives_outranks_what_the_source_says(tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", json.dumps({"text": "x", "published": "2020", "publisher": "p", "url": "u"}))
    (read,) = taken(path, published="2025-03-09", publisher="q", url="https://news.example/", language="fa")
    assert (read.published, read.published_from) == ("2025-03-09", "given")
    assert (read.publisher, read.url, read.language) == ("q", "https://news.example/", "fa")


def test_a_page_in_windows_1256_is_read_in_its_own_letters(tmp_path: Path) -> None:
    words = "التقى وفدا البلدين في مسقط يوم الثلاثاء واتفقا على مواصلة المشاورات الفنية خلال الأشهر المقبلة."
    html = f"<html><head><meta charset='windows-1256'></head><body><article><p>{words}</p></article></body></html>"
    (read,) = taken(written(tmp_path / "a.html", html.encode("cp1256")))
    assert words in read.text


def test_a_file_name_that_is_no_utf8_can_be_printed(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"\xff.txt")  # noqa: PTH118
    try:
        with open(path, "wb") as stream:  # noqa: PTH123
            stream.write(TEXT.encode())
    except OSError:
        pytest.skip("the file system keeps names in UTF-8")
    (source,) = expand([str(tmp_path)])
    (read,) = taken(source)
    assert read.source.encode("utf-8")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200), name=st.sampled_from(["a", "a.txt", "a.json", "a.jsonl", "a.html"]))
def test_any_bytes_give_documents_or_failures(tmp_path: Path, data: bytes, name: str) -> None:
    items = list(load(str(written(tmp_path / name, data))))
    assert items
    for item in items:
        if isinstance(item, SourceDocument):
            item.text.encode("utf-8")
            assert item.text.strip()


def test_several_sources_are_taken_in_order_and_a_bad_one_stops_none(tmp_path: Path) -> None:
    written(tmp_path / "in" / "a.txt", TEXT)
    written(tmp_path / "b.txt", "other")
    items = list(load([str(tmp_path / "in"), "missing", str(tmp_path / "b.txt")]))
    assert [type(item) for item in items] == [SourceDocument, SourceFailure, SourceDocument]


def test_the_one_document_of_a_file(tmp_path: Path) -> None:
    one = load_one(str(written(tmp_path / "a.txt", TEXT)), published="2025")
    assert one is not None and (one.text, one.published) == (TEXT, "2025")
    assert load_one(str(written(tmp_path / "a.jsonl", '{"text": "a"}\n{"text": "b"}'))) is None
    with pytest.raises(UnreadableSource):
        load_one(str(tmp_path / "missing"))
