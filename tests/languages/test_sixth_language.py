"""A sixth language is read by tables alone: a small Turkish folder outside the package, three reports of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from peyman import languages
from peyman.model import Reading
from peyman.reading.reader import read_text
from peyman.text.identify import identify
from peyman.text.lexicon import Affixes

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def search_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(languages.SEARCH_PATH_VARIABLE, str(HERE))


def read(name: str) -> Reading:
    text = (HERE / "turkish_reports" / f"{name}.txt").read_text("utf-8")
    return read_text(text, published="2026-03-06", language="tr")


def test_the_package_itself_has_no_such_folder() -> None:
    assert not (Path(languages.__file__).parent / "tr").exists()
    assert languages.codes()[-1] == "tr"


def test_its_reports_are_told_from_those_in_other_languages() -> None:
    assert identify((HERE / "turkish_reports" / "bakanlar.txt").read_text("utf-8")).code == "tr"


def test_dates_are_read() -> None:
    assert [date.edtf for date in read("bakanlar").dates] == ["2026-03-05", "2026-03-04", "2026-04-30"]
    assert "2026-03-05" in [date.edtf for date in read("iptal").dates]  # "dün", yesterday


def test_statements_are_read() -> None:
    for name, party in (("bakanlar", "IRQ"), ("tahran", "QAT"), ("iptal", "JOR")):
        statement = read(name).statements[0]
        assert (statement.kind, statement.parties, statement.date) == ("statement", [party], "2026-03-05")


@pytest.mark.parametrize(
    ("name", "status", "date", "parties", "event"),
    [
        ("bakanlar", "held", "2026-03-04", {"TUR", "IRQ"}, "CONSULT"),
        ("tahran", "planned", "2026-04-12", {"QAT", "IRN"}, "AGREE"),
        ("iptal", "cancelled", "2026-03-20", {"JOR", "EGY"}, "REJECT"),
    ],
)
def test_meetings_are_read(name: str, status: str, date: str, parties: set[str], event: str) -> None:
    (meeting,) = read(name).meetings
    assert (meeting.status, meeting.date, set(meeting.parties)) == (status, date, parties)
    assert meeting.plover is not None
    assert meeting.plover.event == event


def test_undertakings_are_read() -> None:
    (joint,) = read("bakanlar").commitments
    assert (set(joint.by), joint.window, joint.strength) == ({"TUR", "IRQ"}, "2026-04-30", "agreed")
    found = [(entry.by, entry.window, entry.strength) for entry in read("tahran").commitments]
    assert found == [(["QAT"], "2026-05-15", "committed"), (["IRN"], "2026-06-01", "will")]


def test_what_is_hoped_or_called_off_is_no_undertaking() -> None:
    assert read("iptal").commitments == []


def test_slots_that_are_no_lists_are_refused_with_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "xx"
    folder.mkdir()
    head = (HERE / "tr" / "language.toml").read_text("utf-8").partition("[affixes]")[0]
    (folder / "language.toml").write_text(head + '[affixes]\nsuffixes_in_slots = [["lar", "ler"]]\n', "utf-8")
    monkeypatch.setenv(languages.SEARCH_PATH_VARIABLE, str(tmp_path))
    with pytest.raises(ValueError, match=r"xx.*suffixes_in_slots"):
        Affixes.of(languages.load("xx"))
