"""Every format: written whole or not at all, the same each time, and documented with what it loses."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from peyman.errors import OutputError, UnknownFormat
from peyman.exchange.formats import FORMATS, ExportOptions, Format, export, format_named, whole_file
from peyman.record import Record

ONE_FILE = [each for each in FORMATS.values() if not each.folder]


@pytest.mark.parametrize("form", ONE_FILE, ids=lambda each: each.name)
def test_a_format_gives_the_same_bytes_each_time(form: Format, round_record: Record) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    form.write(round_record, first, ExportOptions())
    form.write(round_record, second, ExportOptions())
    assert first.getvalue() == second.getvalue() != b""


@pytest.mark.parametrize("form", ONE_FILE, ids=lambda each: each.name)
def test_a_format_can_write_an_empty_record(form: Format, tmp_path: Path) -> None:
    with Record.open(tmp_path / "empty.db") as record:
        form.write(record, io.BytesIO(), ExportOptions())


def test_names_of_formats_are_found_in_any_case_and_others_refused() -> None:
    assert format_named("FTM") is FORMATS["ftm"]
    with pytest.raises(UnknownFormat, match="ftm"):
        format_named("xls")


def test_an_export_that_fails_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("before")
    with pytest.raises(RuntimeError), whole_file(target) as stream:
        stream.write(b"half")
        raise RuntimeError
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_an_export_to_a_folder_or_into_none_is_refused_in_plain_words(round_record: Record, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="folder"):
        export(round_record, "ical", tmp_path, ExportOptions())
    with pytest.raises(OutputError):
        export(round_record, "ical", tmp_path / "none" / "out.ics", ExportOptions())


def test_every_format_says_what_it_loses() -> None:
    assert all(each.loses.endswith(".") and each.title for each in FORMATS.values())
