"""Adding to a record and showing it: twice changes nothing, a bad source costs only itself, the record stays whole."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner, Result

from peyman import cli
from peyman.cli import show
from peyman.errors import RecordError, RecordFull
from peyman.model import Actor, Document, Meeting, Reader, Reading
from peyman.record import Record
from peyman.sources import SourceDocument

TEXT = "Delegations of Iraq and Iran met in Muscat on 11 March 2025."
OTHER = "In Muscat, Iraq and Iran held a meeting."


def reading_of(source: SourceDocument) -> Reading:
    """Stand in for the reader: one meeting of the two parties whose names stand in the text."""
    actors = []
    for number, (name, key) in enumerate((("Iraq", "IRQ"), ("Iran", "IRN")), start=1):
        start = source.text.index(name)
        span = (start, start + len(name))
        actors.append(Actor(id=f"a{number}", kind="party", name=name, key=key, evidence=[span], mentions=[span]))
    meeting = Meeting(
        id="m1",
        kind="meeting",
        status="held",
        date="2025-03-11",
        parties=["IRN", "IRQ"],
        evidence=[(0, len(source.text))],
    )
    return Reading(
        document=Document(
            id=source.id,
            source=source.source,
            language="en",
            text=source.text,
            repaired=source.text,
            published="2025-03-12",
        ),
        actors=actors,
        meetings=[meeting],
        reader=Reader(version="0", languages=["en"]),
    )


@pytest.fixture(autouse=True)
def stand_in_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("peyman.reading.reader")
    module.read_document = reading_of  # type: ignore[attr-defined]
    module.this_reader = lambda: Reader(version="0", languages=["en"])  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "peyman.reading.reader", module)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "talks.db"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "a.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments])


def test_what_was_added_is_shown(source: Path, record: Path) -> None:
    added = run("add", source, "--record", record)
    assert added.exit_code == 0, added.stderr
    assert added.stdout.startswith(f"D1  {source}: ")
    assert "1 added." in added.stdout and "1 meeting" in added.stdout
    overview = run("show", "--record", record)
    assert overview.exit_code == 0
    for expected in ("Meetings (1)", "M1", "IRN, IRQ", "Documents (1)"):
        assert expected in overview.stdout


def test_adding_twice_changes_nothing(source: Path, record: Path) -> None:
    run("add", source, "--record", record)
    before = run("show", "--json", "--record", record).stdout
    again = run("add", source, "--record", record)
    assert again.exit_code == 0
    assert "known already" in again.stdout
    assert run("show", "--json", "--record", record).stdout == before


def test_what_is_known_is_not_read_again(source: Path, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", source, "--record", record)

    def read(_: object) -> None:
        raise AssertionError("it was read")

    monkeypatch.setattr(sys.modules["peyman.reading.reader"], "read_document", read)
    assert "known already" in run("add", source, "--record", record).stdout


def test_the_documents_of_a_record_are_read_again_without_their_sources(source: Path, record: Path) -> None:
    run("add", source, "--record", record)
    before = run("show", "--json", "--record", record).stdout
    source.unlink()
    again = run("reread", "--record", record)
    assert again.exit_code == 0, again.stderr
    assert again.stdout.startswith(f"D1  {source}: read again, 0 new entries")
    assert "1 read again." in again.stdout
    assert run("show", "--json", "--record", record).stdout == before
    assert run("verify", "--record", record).exit_code == 0
    unknown = run("reread", "D9", "--record", record)
    assert unknown.exit_code == 1 and "There is no document D9." in unknown.stderr


def test_a_bad_source_costs_only_itself(source: Path, record: Path) -> None:
    (source.parent / "b.txt").write_bytes(b"")
    (source.parent / "c.txt").write_text(OTHER, encoding="utf-8")
    result = run("add", source.parent, "--record", record)
    assert result.exit_code == 1
    assert "2 added, 1 failed." in result.stdout
    assert result.stderr.startswith(f"peyman: {source.parent / 'b.txt'}: [P102]")


def test_an_empty_record_says_how_it_is_filled(record: Path) -> None:
    Record.open(record).close()
    shown = run("show", "--record", record)
    assert shown.exit_code == 0 and "peyman add SOURCE" in shown.stdout


def test_an_address_of_another_kind_is_no_file_that_is_missing(record: Path) -> None:
    result = run("add", "ftp://example.org/a.txt", "--record", record)
    assert result.exit_code == 1
    assert "[P101] It is an address of a kind that is not fetched." in result.stderr


@pytest.mark.parametrize("kind", show.KINDS)
def test_every_kind_can_be_listed(source: Path, record: Path, kind: str) -> None:
    run("add", source, "--record", record)
    assert run("show", kind, "--record", record).exit_code == 0
    lines = run("show", kind, "--json", "--record", record).stdout.splitlines()
    assert all(json.loads(line)["id"] for line in lines)


def test_an_empty_kind_says_so(source: Path, record: Path) -> None:
    run("add", source, "--record", record)
    assert run("show", "commitments", "--record", record).stdout == "The record has no commitments.\n"


@pytest.mark.parametrize("identifier", ["M1", "m1", "A1", "D1"])
def test_one_entry_is_shown_with_its_evidence(source: Path, record: Path, identifier: str) -> None:
    run("add", source, "--record", record)
    result = run("show", identifier, "--record", record)
    assert result.exit_code == 0
    assert identifier.upper() in result.stdout
    assert ("Iraq" if identifier == "A1" else TEXT) in result.stdout
    assert json.loads(run("show", identifier, "--json", "--record", record).stdout)


@pytest.mark.parametrize("identifier", ["M99", "X1"])
def test_an_id_that_is_not_there_is_an_error(source: Path, record: Path, identifier: str) -> None:
    run("add", source, "--record", record)
    result = run("show", identifier, "--record", record)
    assert result.exit_code == 1
    assert "[P304]" in result.stderr and len(result.stderr.splitlines()) == 1


def test_a_kind_that_there_is_none_of_is_a_usage_error(record: Path) -> None:
    result = run("show", "treaties", "--record", record)
    assert result.exit_code == 2
    assert "meetings" in result.stderr


def test_a_record_that_is_not_there_is_an_error_and_is_not_made(record: Path) -> None:
    result = run("show", "--record", record)
    assert result.exit_code == 1
    assert result.stderr.startswith("peyman: [P300]")
    assert not record.exists()


@pytest.mark.parametrize("command", ["add", "show"])
def test_a_file_that_is_no_record_is_refused_and_left_as_it_is(source: Path, record: Path, command: str) -> None:
    record.write_text("no record at all, but somebody's notes", encoding="utf-8")
    arguments = [source] if command == "add" else []
    result = run(command, *arguments, "--record", record)
    assert result.exit_code == 1
    assert "[P301]" in result.stderr and len(result.stderr.splitlines()) == 1
    assert record.read_text(encoding="utf-8") == "no record at all, but somebody's notes"


def test_a_full_disk_ends_the_command_and_leaves_the_record_whole(
    source: Path, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", source, "--record", record)
    before = run("show", "--json", "--record", record).stdout
    (source.parent / "b.txt").write_text(OTHER, encoding="utf-8")

    def full(*_: object) -> None:
        raise RecordFull("There is no space left.", "Free some space.")

    with monkeypatch.context() as patched:
        patched.setattr(Record, "add_many", full)
        result = run("add", source.parent, "--record", record)
    assert result.exit_code == 1
    assert result.stderr == "peyman: [P303] There is no space left. Free some space.\n"
    assert run("show", "--json", "--record", record).stdout == before


def test_a_document_that_the_record_refuses_does_not_stop_the_others(
    source: Path, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (source.parent / "b.txt").write_text(OTHER, encoding="utf-8")
    add_many = Record.add_many

    def refusing(self: Record, given: list[tuple[Reading, bytes]], again: bool) -> object:
        if any(reading.document.text == TEXT for reading, _ in given):
            raise RecordError("Two entries have one id.", "Read it again.")
        return add_many(self, given, again)

    monkeypatch.setattr(Record, "add_many", refusing)
    result = run("add", source.parent, "--record", record)
    assert result.exit_code == 1
    assert "1 added, 1 failed." in result.stdout
    assert "[P300]" in result.stderr


def test_options_that_speak_of_one_source_are_refused_for_several(source: Path, record: Path) -> None:
    (source.parent / "b.txt").write_text(OTHER, encoding="utf-8")
    assert run("add", "--published", "2025", source.parent, "--record", record).exit_code == 2
    assert not record.exists()


def test_a_search_shows_documents_with_the_words_that_were_found(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.txt").write_text(OTHER, encoding="utf-8")
    record = str(tmp_path / "round.db")
    assert CliRunner().invoke(cli.app, ["add", "--record", record, str(tmp_path)]).exit_code == 0
    shown = CliRunner().invoke(cli.app, ["search", "--record", record, "delegation"])
    assert shown.exit_code == 0
    assert "D1" in shown.output and "[Delegations]" in shown.output and "1 of 1 document" in shown.output
    found = json.loads(CliRunner().invoke(cli.app, ["search", "--record", record, "--json", "Muscat"]).output)
    assert found["total"] == 2
    assert {hit["document"]["id"] for hit in found["hits"]} == {"D1", "D2"}


def test_a_search_that_cannot_be_understood_says_so_in_one_line(tmp_path: Path) -> None:
    Record.open(tmp_path / "round.db").close()
    for query in ('"open', "colour:red", "date:soonish"):
        result = CliRunner().invoke(cli.app, ["search", "--record", str(tmp_path / "round.db"), query])
        assert result.exit_code == 1
        assert "P500" in result.output
    assert CliRunner().invoke(cli.app, ["search", "--record", str(tmp_path / "round.db")]).exit_code == 2


def test_the_index_is_made_anew_on_request(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    record = str(tmp_path / "round.db")
    CliRunner().invoke(cli.app, ["add", "--record", record, str(tmp_path / "one.txt")])
    result = CliRunner().invoke(cli.app, ["search", "--record", record, "--reindex", "Muscat"])
    assert "indexed 1 document" in result.output
