"""A record in a terminal: in short, in lists, and one entry with who says what of it."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from peyman.exchange.record_json import view_json
from peyman.exchange.record_terminal import print_document, print_entry, print_list, print_overview
from peyman.record.shown.views import (
    ActorSummary,
    AgreementSummary,
    Claim,
    CommitmentSummary,
    DocumentSummary,
    DocumentView,
    EntryView,
    MeetingSummary,
    PlaceSummary,
    RecordSummary,
    StatementSummary,
    Summary,
    Value,
)

PERSIAN_WORDS = "نمایندگان عراق و ایران در مسقط دیدار کردند"
ENGLISH_WORDS = "delegations of Iraq and Iran met in Muscat"


def document(number: int, language: str, title: str) -> DocumentSummary:
    return DocumentSummary(
        id=f"D{number}",
        sha256=str(number) * 64,
        source=f"{language}.txt",
        url=None,
        publisher="Muscat Daily",
        published="2025-03-11",
        language=language,
        title=title,
        added="2025-03-12T00:00:00+00:00",
    )


ENGLISH = document(1, "en", "Talks resume")
PERSIAN = document(2, "fa", "گفت‌وگوها از سر گرفته شد")


def claim(source: DocumentSummary, field: str, words: str, wording: str | None = None, *said_in: str) -> Claim:
    return Claim(
        document=source,
        field=field,
        value=words,
        words=words,
        span=(0, len(words)),
        wording=wording,
        said_in=said_in,
        speakers=("Oman's foreign ministry",) if said_in else (),
        local_id="m1",
        confidence=0.82,
        reader="peyman 0",
    )


MEETING = EntryView(
    id="M1",
    kind="meeting",
    former_ids=("M4",),
    documents=(ENGLISH, PERSIAN),
    evidence=(claim(ENGLISH, "evidence", ENGLISH_WORDS), claim(PERSIAN, "evidence", PERSIAN_WORDS, None, "S2")),
    values={
        "date": (
            Value("2025-03-11", "2025-03-11", (claim(ENGLISH, "date", ENGLISH_WORDS),)),
            Value("2025-03-10", "2025-03-10", (claim(PERSIAN, "date", "دیروز", None, "S2"),)),
        ),
        "place": (Value("P1", "Muscat", (claim(ENGLISH, "place", "Muscat"), claim(PERSIAN, "place", "x", "مسقط"))),),
    },
)

LISTS: dict[str, list[Summary | DocumentSummary]] = {
    "Meetings": [
        MeetingSummary(
            "M1", 2, ("en", "fa"), ("meeting",), ("held",), ("2025-03-11", "2025-03-10"), ("Muscat",), ("IRQ", "IRN")
        )
    ],
    "Commitments": [
        CommitmentSummary(
            "C1",
            2,
            ("en", "fa"),
            ("IRQ",),
            ("IRN",),
            ("consult",),
            ("will",),
            ("refused",),
            ("2025-03/..",),
            ("a", "b"),
        ),
        CommitmentSummary("C2", 1, ("en",), action=("will meet again",)),
    ],
    "Statements": [StatementSummary("S1", 1, ("en",), ("statement",), ("Oman's foreign ministry",), ("OMN",))],
    "Actors": [ActorSummary("A1", 2, ("en", "fa"), ("Iraq", "عراق"), ("party",), ("IRQ",), ("IRQ",))],
    "Places": [PlaceSummary("P1", 2, ("en", "fa"), ("Muscat",), ("Q3826",), ("OMN",))],
    "Agreements": [AgreementSummary("G1", 1, ("en",), ("The Accord",), ("g",), ("treaty",), ("2008",), ("IRQ",))],
    "Documents": [ENGLISH, PERSIAN],
}


def shown(print_it: object, *arguments: object, width: int = 90) -> str:
    stream = StringIO()
    print_it(*arguments, Console(file=stream, width=width))  # type: ignore[operator]
    return stream.getvalue().replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (
            "Meetings",
            ["M1", "meeting · held", "Tuesday, 11 March 2025 (2025-03-11) / Monday, 10 March 2025", "IRQ, IRN"],
        ),
        (
            "Commitments",
            ["IRQ · toward IRN · consult (will) · refused · from March 2025, open", "“a” and 1 other wording"],
        ),
        ("Statements", ["S1", "statement by Oman's foreign ministry", "1 document (en)"]),
        ("Actors", ["Iraq / عراق · party", "2 documents (en, fa)"]),
        ("Places", ["Muscat", "Q3826 · OMN"]),
        ("Agreements", ["The Accord · treaty · 2008"]),
        ("Documents", ["D2", "گفت‌وگوها از سر گرفته شد", "Muscat Daily · Tuesday, 11 March 2025 (2025-03-11) · fa"]),
    ],
)
def test_entries_are_listed_in_short(heading: str, expected: list[str]) -> None:
    text = shown(print_list, LISTS[heading])
    for part in expected:
        assert part in text


def test_what_is_unknown_is_said_or_left_out() -> None:
    text = shown(print_list, LISTS["Commitments"])
    assert "C2    not said who" in text
    assert "toward" not in text.split("C2")[1]


def test_the_overview_counts_all_and_shows_the_first() -> None:
    summary = RecordSummary(2, {"meeting": 1, "commitment": 2}, {"en": 1, "fa": 1}, 1, 1)
    first = [(heading, len(found), found[:1]) for heading, found in LISTS.items()]
    text = shown(print_overview, summary, [*first, ("Empty", 0, [])])
    assert "2 documents (en, fa), 1 meeting, 2 commitments" in text
    assert "1 meeting is told by more than one document." in text
    assert "… and 1 more: peyman show commitments" in text
    assert "C2" not in text and "Empty" not in text


def test_values_that_differ_are_all_shown_with_who_gives_them() -> None:
    text = shown(print_entry, MEETING)
    assert "The documents differ in: date" in text
    assert "date ≠" in text
    assert "Tuesday, 11 March 2025 (2025-03-11) – D1" in text
    assert "Monday, 10 March 2025 (2025-03-10)" in text and "D2 “دیروز” in S2" in text
    assert "formerly M4" in text


def test_a_value_keeps_the_wording_of_each_document() -> None:
    assert "D2 “مسقط”" in shown(print_entry, MEETING)


def test_an_entry_ends_with_its_evidence() -> None:
    evidence = shown(print_entry, MEETING).split("Evidence")[1]
    assert ENGLISH_WORDS in evidence and PERSIAN_WORDS in evidence
    assert "said in S2 (Oman's foreign ministry)" in " ".join(evidence.split())


def test_a_document_shows_its_entries_and_its_text() -> None:
    view = DocumentView(
        PERSIAN, f"{PERSIAN_WORDS}.\n\nپایان", {"meeting": ("M1",)}, {("meeting", "m1"): "M1"}, ("peyman 0",)
    )
    text = shown(print_document, view)
    for expected in ("D2", "Muscat Daily", "fa.txt", "meeting    M1", PERSIAN_WORDS, "پایان", "2" * 64):
        assert expected in text


@pytest.mark.parametrize("width", [60, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = shown(print_entry, MEETING, width=width) + "".join(
        shown(print_list, found, width=width) for found in LISTS.values()
    )
    assert max(cell_len(line) for line in text.splitlines()) <= width


def test_views_are_json_under_the_names_of_the_contract() -> None:
    commitment = json.loads(view_json(LISTS["Commitments"][0]))
    assert commitment["class"] == ["consult"] and "class_" not in commitment
    entry = json.loads(view_json(MEETING))
    assert entry["values"]["date"][1]["claims"][0]["document"]["id"] == "D2"
    view = DocumentView(PERSIAN, "x", {"meeting": ("M1",)}, {("meeting", "m1"): "M1"}, ())
    assert json.loads(view_json(view))["local_ids"] == [{"kind": "meeting", "local_id": "m1", "id": "M1"}]
    assert "مسقط" in view_json(MEETING)
