"""The command line: what was done on standard output, what failed on standard error, and the right exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import jsonschema
import pytest
from typer.testing import CliRunner, Result

import peyman
from peyman import cli
from peyman.cli import options, running
from peyman.errors import LanguageError
from peyman.model import Document, Reader, Reading
from peyman.sources import MAXIMUM_BYTES, SourceDocument

TEXT = "Talks resume in Muscat\nDelegations of the two sides met in Muscat on Tuesday.\n"
PERSIAN = "نمايندگان دو طرف روز سه\u200cشنبه در مسقط گفتگو کردند و پيمان چهار ماده\u200cاي را گزارش دادند."


def reading_of(source: SourceDocument) -> Reading:
    """Stand in for the reader: the document, and nothing found in it."""
    if source.language == "xx":
        raise LanguageError("Peyman does not read the language xx.", "It reads en, fa.")
    if "trip over this" in source.text:
        raise KeyError("an inner fault")
    return Reading(
        document=Document(
            id=source.id,
            source=source.source,
            url=source.url,
            publisher=source.publisher,
            published=source.published,
            published_from=source.published_from,
            language=source.language or "en",
            title=source.title,
            text=source.text,
            repaired=source.text,
            warnings=list(source.warnings),
        ),
        reader=Reader(version="0", languages=["en"]),
    )


@pytest.fixture(autouse=True)
def stand_in_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("peyman.reading.reader")
    module.read_document = reading_of  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "peyman.reading.reader", module)


def run(*arguments: str | Path, data: bytes | None = None) -> Result:
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments], input=data)


def written(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_reading_is_printed(tmp_path: Path) -> None:
    result = run("read", written(tmp_path / "a.txt", TEXT))
    assert result.exit_code == 0
    assert "Talks resume in Muscat" in result.stdout
    assert result.stderr == ""
    assert "\x1b" not in result.stdout


def test_json_is_one_reading_a_line_in_the_order_of_the_sources(tmp_path: Path) -> None:
    sources = [written(tmp_path / name, PERSIAN) for name in ("b.txt", "a.txt")]
    result = run("read", "--json", *sources)
    assert [json.loads(line)["document"]["source"] for line in result.stdout.splitlines()] == [str(s) for s in sources]
    assert PERSIAN in result.stdout
    assert result.stderr == "2 read\n"


def test_the_printed_json_fits_the_printed_schema(tmp_path: Path) -> None:
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    reading = json.loads(run("read", "--json", written(tmp_path / "a.txt", TEXT)).stdout)
    jsonschema.Draft202012Validator(schema).validate(reading)
    reading["document"]["txet"] = "misspelt"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(reading)


def test_a_full_reading_fits_the_schema_under_the_names_of_the_contract() -> None:
    from peyman.exchange.json_schema import reading_schema

    commitment = reading_schema()["$defs"]["Commitment"]
    assert {"for", "class"} <= set(commitment["properties"])


def test_standard_input_is_a_source() -> None:
    result = run("read", "--json", "-", data=TEXT.encode())
    assert json.loads(result.stdout)["document"]["source"] == "-"


def test_a_json_document_keeps_its_id_as_its_source(tmp_path: Path) -> None:
    path = written(tmp_path / "in" / "a.json", json.dumps({"id": "K-1", "text": TEXT, "published": "2025-03-11"}))
    document = json.loads(run("read", "--json", path.parent).stdout)["document"]
    assert (document["source"], document["text"], document["published"]) == ("K-1", TEXT, "2025-03-11")


BAD = {
    "empty.txt": (b"", "P102"),
    "white.txt": (b" \n", "P102"),
    "binary.txt": (bytes(range(256)), "P103"),
    "paper.txt": (b"%PDF-1.7", "P103"),
    "encoding.txt": ("Делегации двух сторон встретились".encode("cp1251"), "P104"),
    "page.html": (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "P106"),
    "broken.json": (b"{", "P107"),
    "fault.txt": (b"trip over this", "P000"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_source_is_reported_on_one_line_and_the_others_are_done(tmp_path: Path, name: str) -> None:
    content, code = BAD[name]
    bad = written(tmp_path / name, content)
    good = [written(tmp_path / f"good{number}.txt", TEXT) for number in (1, 2)]
    result = run("read", "--json", good[0], bad, good[1])
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    error, summary = result.stderr.splitlines()
    assert error.startswith(f"peyman: {bad}: [{code}] ")
    assert summary == "2 read, 1 failed"


def test_an_unreadable_path_is_reported(tmp_path: Path) -> None:
    result = run("read", tmp_path / "missing.txt")
    assert result.exit_code == 1
    assert (
        result.stderr
        == f"peyman: {tmp_path / 'missing.txt'}: [P101] There is no such file or folder. Check the path.\n"
    )


def test_a_file_of_fifty_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    result = run("read", path)
    assert result.exit_code == 1
    assert "[P105]" in result.stderr and "--max-bytes" in result.stderr


def test_the_limit_can_be_raised_and_lowered(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", TEXT)
    assert run("read", "--max-bytes", "10", path).exit_code == 1
    assert run("read", "--max-bytes", "1000", path).exit_code == 0
    assert options.DEFAULT_MAXIMUM_BYTES == MAXIMUM_BYTES


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-16"])
def test_another_encoding_is_read_all_the_same(tmp_path: Path, encoding: str) -> None:
    result = run("read", "--json", written(tmp_path / "a.txt", PERSIAN.encode(encoding)))
    assert json.loads(result.stdout)["document"]["text"] == PERSIAN


def test_an_encoding_can_be_given(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "Делегации двух сторон".encode("cp1251"))
    result = run("read", "--json", "--encoding", "cp1251", path)
    assert json.loads(result.stdout)["document"]["text"] == "Делегации двух сторон"


def test_an_unsupported_language_is_reported(tmp_path: Path) -> None:
    result = run("read", "--language", "xx", written(tmp_path / "a.txt", TEXT))
    assert result.exit_code == 1
    assert "[P200]" in result.stderr


def test_what_the_source_does_not_say_can_be_given(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", TEXT)
    given = ["--published", "2025-03-11", "--publisher", "P", "--url", "https://news.example/", "--language", "en"]
    document = json.loads(run("read", "--json", *given, path).stdout)["document"]
    assert (document["published"], document["published_from"]) == ("2025-03-11", "given")
    assert (document["publisher"], document["url"], document["language"]) == ("P", "https://news.example/", "en")


@pytest.mark.parametrize(
    "option", ["--published=2025", "--publisher=P", "--url=https://news.example/", "--language=en"]
)
def test_what_speaks_of_one_source_is_refused_for_several(tmp_path: Path, option: str) -> None:
    written(tmp_path / "a.txt", TEXT)
    written(tmp_path / "b.txt", TEXT)
    result = run("read", option, tmp_path)
    assert result.exit_code == 2
    assert option.partition("=")[0] in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "--no-such-option", "x"],
        ["no-such-command"],
        ["read", "--json", "--html", "x"],
        ["read", "--published", "11/03/2025", "x"],
        ["read", "--max-bytes", "0", "x"],
    ],
)
def test_a_misspelt_command_has_status_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_page_is_written_to_the_output(tmp_path: Path) -> None:
    source = written(tmp_path / "a.txt", TEXT)
    output = tmp_path / "a.html"
    result = run("read", "--html", "--output", output, source)
    assert result.exit_code == 0 and result.stdout == ""
    assert output.read_text(encoding="utf-8").lstrip().startswith("<!DOCTYPE html>")


def test_no_page_is_written_where_nothing_was_read(tmp_path: Path) -> None:
    output = tmp_path / "a.html"
    assert run("read", "--html", "--output", output, tmp_path / "missing").exit_code == 1
    assert not output.exists()


def test_an_output_that_is_a_source_is_refused_before_it_is_overwritten(tmp_path: Path) -> None:
    source = written(tmp_path / "a.txt", TEXT)
    assert run("read", "--json", "--output", source, source).exit_code == 2
    assert source.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("form", ["--json", "--html"])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_reported_on_one_line(tmp_path: Path, form: str) -> None:
    result = run("read", form, "--output", "/dev/full", written(tmp_path / "a.txt", TEXT))
    assert result.exit_code == 1
    assert "/dev/full cannot be written" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_an_output_in_no_folder_is_reported(tmp_path: Path) -> None:
    result = run("read", "--json", "--output", tmp_path / "no" / "a.jsonl", written(tmp_path / "a.txt", TEXT))
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_the_version_is_told() -> None:
    assert run("--version").stdout == f"peyman {peyman.__version__}\n"


@pytest.mark.parametrize("command", ["read", "schema", "add", "show"])
def test_every_command_has_help(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Usage" in result.stdout


@pytest.mark.parametrize("command", [["read"], ["search"], ["review", "accept"], ["register", "list"], []])
def test_help_shows_no_type_behind_what_takes_no_value(command: list[str]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "--help" in result.stdout and "bool" not in result.stdout.lower()


def test_a_file_name_cannot_move_the_cursor(tmp_path: Path) -> None:
    assert "\x1b" not in run("read", tmp_path / "a\x1b[2J.txt").stderr


def process(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "peyman", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, timeout=60, **options)  # type: ignore[call-overload,no-any-return]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_standard_output_is_reported() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "peyman", "schema"]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert result.returncode == 1
    assert result.stderr.startswith(b"peyman: [P400] standard output")
    assert result.stderr.count(b"\n") == 1


def test_a_closed_pipe_ends_the_command_quietly() -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "peyman", "schema"]
    result = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(write)
    assert result.returncode == running.STATUS_BROKEN_PIPE
    assert result.stderr == b""


def test_an_interrupt_ends_the_command_with_status_130(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: SourceDocument) -> Reading:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["peyman.reading.reader"], "read_document", interrupted)
    result = run("read", written(tmp_path / "a.txt", TEXT))
    assert result.exit_code == 130
    assert result.stderr == "peyman: interrupted\n"


def test_output_is_utf8_whatever_the_locale() -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    assert process("schema", env=environment).returncode == 0
    assert "…".encode() in process("schema", env=environment).stdout


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from typer.testing import CliRunner; from peyman.cli import app;"
        "assert CliRunner().invoke(app, ['--help']).exit_code == 0;"
        "heavy = {'trafilatura', 'sqlalchemy', 'lxml', 'jinja2', 'charset_normalizer'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    assert result.stdout.strip() == b"[]", result.stderr
