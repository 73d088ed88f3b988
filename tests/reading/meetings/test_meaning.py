"""A pretrained language model is asked where its extra is installed and nobody has switched it off; readings say so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from peyman.errors import MissingExtra, PeymanError
from peyman.reading.judges import language_model
from peyman.reading.judges.language_model import Range, Window, window_of
from peyman.reading.meetings import meaning
from peyman.reading.reader import read_document
from peyman.sources.model import SourceDocument

needs_extra = pytest.mark.skipif(not language_model.installed(), reason="the extra `meaning` is not installed")

REPORT = (
    "Foreign ministers meet in Muscat\n\n"
    "MUSCAT, 4 November 2025 – The foreign ministers of Oman and Iraq met in Muscat on Tuesday. "
    "They agreed to meet again in Baghdad in December.\n\n"
    "The Iraqi minister also held talks with his Jordanian counterpart."
)


def _source(text: str = REPORT) -> SourceDocument:
    return SourceDocument(id="one", source="one", original=text.encode(), text=text, language="en")


@pytest.fixture
def _is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "installed", lambda: True)


@pytest.mark.usefixtures("_is_installed")
def test_the_model_is_used_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(meaning.VARIABLE, raising=False)
    assert meaning.in_use()
    assert meaning.backend() == "rules+meaning"


@pytest.mark.usefixtures("_is_installed")
def test_it_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(meaning.VARIABLE, "off")
    assert not meaning.in_use()
    assert meaning.backend() == "rules"


def test_without_the_extra_documents_are_read_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "installed", lambda: False)
    monkeypatch.delenv(meaning.VARIABLE, raising=False)
    assert read_document(_source()).reader.backend == "rules"


def test_whoever_asks_for_it_without_the_extra_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "installed", lambda: False)
    monkeypatch.setenv(meaning.VARIABLE, "on")
    with pytest.raises(MissingExtra, match=r"pip install 'peyman\[meaning\]'"):
        read_document(_source())


def test_a_setting_that_there_is_not_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(meaning.VARIABLE, "sometimes")
    with pytest.raises(PeymanError, match="on or off"):
        meaning.in_use()


def test_what_both_say_for_an_encounter_makes_it_likelier() -> None:
    for other in (-4.0, 0.0, 4.0):
        assert meaning.together(-1.0, other) < meaning.together(1.0, other)
        assert meaning.together(other, -1.0) < meaning.together(other, 1.0)
    assert 0.0 < meaning.together(-1e9, -1e9) < meaning.together(1e9, 1e9) < 1.0


def test_a_window_knows_which_of_its_pieces_lie_in_a_stretch() -> None:
    window = Window([1, 7, 8, 9, 2], [(-1, -1), (0, 4), (4, 6), (6, 11), (-1, -1)], 1)
    assert window.within(4, 7) == [2, 3]
    assert window.within(11, 12) == []


def test_a_stretch_belongs_to_the_window_that_begins_last_before_it() -> None:
    def window(first: Range, second: Range) -> Window:
        return Window([1, 7, 8, 2], [(-1, -1), first, second, (-1, -1)], 2)

    windows = [window((0, 4), (4, 9)), window((4, 9), (9, 12)), window((9, 12), (12, 15))]
    assert window_of(windows, 5) is windows[0]
    assert window_of(windows, 9) is windows[1]
    assert window_of(windows, 99) is windows[2]
    assert window_of(windows, 2) is None
    assert window_of([], 2) is None


def test_the_extra_names_every_package_that_is_looked_for() -> None:
    project = (Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8")
    extra = next(line for line in project.splitlines() if line.startswith("meaning = "))
    assert all(f'"{package}>=' in extra for package in language_model.PACKAGES)


@needs_extra
def test_a_document_is_read_alike_every_time_and_whatever_is_read_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(meaning.VARIABLE, "on")
    first = json.loads(read_document(_source()).to_json())
    read_document(_source("Iran and Oman held talks in Muscat on 3 November 2025.\n\nThey met twice."))
    language_model.language_model.cache_clear()
    assert json.loads(read_document(_source()).to_json()) == first
    assert first["reader"]["backend"] == "rules+meaning"


@needs_extra
def test_windows_hold_every_sentence_once_and_show_what_stands_before(monkeypatch: pytest.MonkeyPatch) -> None:
    cutter = language_model.Cutter(language_model.WEIGHTS / "pieces.model")
    sentence = "هەردوو وەزیر لە هەولێر کۆبوونەوە. "
    text = sentence * 60
    windows = cutter.windows(text, [(n * len(sentence), (n + 1) * len(sentence)) for n in range(60)])
    assert len(windows) > 1
    own = [r for window in windows for r in window.ranges[window.first : -1]]
    assert own == sorted(own)
    assert len(set(own)) == len(own)
    assert own[-1][1] >= len(text.rstrip())
    assert all(len(w.pieces) <= language_model.OWN + language_model.BEFORE + 2 for w in windows)
    assert windows[1].ranges[1 : windows[1].first] == windows[0].ranges[-1 - language_model.BEFORE : -1]


@needs_extra
@pytest.mark.parametrize("text", ["", "\n\n", "۔", "a" * 5000, "🙂" * 300, "\u200c\u200f", "met " * 3000])
def test_odd_texts_are_cut(text: str) -> None:
    cutter = language_model.Cutter(language_model.WEIGHTS / "pieces.model")
    for window in cutter.windows(text, [(0, len(text))] if text else []):
        assert all(0 <= a <= b <= len(text) for a, b in window.ranges[1:-1])


@needs_extra
def test_long_documents_are_left_to_the_judges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(meaning.VARIABLE, "on")
    monkeypatch.setattr(meaning, "LONGEST", 10)
    with_judges = read_document(_source()).meetings
    monkeypatch.setenv(meaning.VARIABLE, "off")
    assert read_document(_source()).meetings == with_judges
