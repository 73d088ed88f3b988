"""Every format as one file to be handed over: the bytes of the export, or an archive of its files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from peyman.errors import UnknownFormat
from peyman.exchange.downloads import download
from peyman.exchange.formats import FORMATS, ExportOptions, Format, export
from peyman.record import Record

pytest.importorskip("pyarrow", reason="the extra `frames` is not installed")


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda each: each.name)
def test_a_download_has_the_bytes_that_an_export_writes(form: Format, round_record: Record, tmp_path: Path) -> None:
    target = tmp_path / ("tables" if form.folder else "file")
    export(round_record, form.name, target, ExportOptions())
    with download(round_record, form.name, ExportOptions()) as given:
        content = given.stream.read()
    assert len(content) == given.size
    if not form.folder:
        assert content == target.read_bytes()
        assert (given.file_name, given.media_type) == (f"peyman{form.suffix}", form.media_type)
        return
    assert (given.file_name, given.media_type) == (f"peyman.{form.name}.zip", "application/zip")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            path.name: path.read_bytes() for path in target.iterdir()
        }


def test_an_archive_is_the_same_each_time(round_record: Record) -> None:
    with (
        download(round_record, "csv", ExportOptions()) as first,
        download(round_record, "csv", ExportOptions()) as second,
    ):
        assert first.stream.read() == second.stream.read() != b""


@pytest.mark.parametrize(
    ("stem", "file_name"),
    [("US-Iraq 2025", "US-Iraq-2025.ics"), ("گفت‌وگوها", "peyman.ics"), ('a"\r\nX-Header: b', "a-X-Header-b.ics")],
)
def test_a_file_name_is_one_that_a_header_can_bear(stem: str, file_name: str, round_record: Record) -> None:
    with download(round_record, "ical", ExportOptions(), stem) as given:
        assert given.file_name == file_name


def test_a_format_that_is_none_is_refused(round_record: Record) -> None:
    with pytest.raises(UnknownFormat, match="xls"), download(round_record, "xls", ExportOptions()):
        pass
