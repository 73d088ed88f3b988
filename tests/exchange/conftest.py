"""Readings made by hand, from reports written for these tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from peyman import read
from peyman.model import (
    Actor,
    Agreement,
    Commitment,
    Date,
    DateConflict,
    Designation,
    Document,
    Meeting,
    Participant,
    Place,
    Plover,
    Reader,
    Reading,
    Role,
    Section,
    Span,
    Statement,
)
from peyman.record import Record

EXAMPLES = Path(__file__).parents[2] / "examples"

PERSIAN = (
    "گفت‌وگوهای سه‌جانبه در مسقط از سر گرفته شد\n"
    "وزارت خارجه عمان روز سه‌شنبه ۱۱ مارس ۲۰۲۵ (۲۱ اسفند ۱۴۰۳) اعلام کرد نمایندگان عراق و ایران در مسقط دیدار کردند.\n"
    "گام بعدی\n"
    "در این بیانیه آمده است که دو طرف در ماه‌های آینده رایزنی‌های فنی خود را برای گشایش گذرگاه‌ها ادامه خواهند داد."
)

ENGLISH = (
    "Talks resume in Muscat\n"
    "Oman's foreign ministry said on Tuesday, 11 March 2025, that delegations of Iraq and Iran met in Muscat.\n"
    "The two sides will continue technical consultations in the coming months to open the crossings."
)


def span(text: str, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return (start, start + len(words))


def _reading(text: str, words: dict[str, str], language: str, title: str) -> Reading:
    at = {name: span(text, content) for name, content in words.items()}
    return Reading(
        document=Document(
            id="0" * 64,
            source=f"{language}.txt",
            url="https://news.example/talks",
            publisher="Muscat Daily",
            published="2025-03-11",
            published_from="byline",
            language=language,
            title=title,
            text=text,
            repaired=text,
            sections=[Section(heading=at["heading"], body=at["meeting"])],
            warnings=["One character could not be decoded."],
        ),
        dates=[
            Date(
                id="d1",
                evidence=[at["date"]],
                span=at["date"],
                text=words["date"],
                edtf="2025-03-11",
                weekday="Tuesday",
                calendars=["gregorian", "persian"],
                conflict=DateConflict(between=["gregorian", "persian"], values=["2025-03-11", "2025-03-12"]),
            ),
            Date(
                id="d2",
                evidence=[at["months"]],
                span=at["months"],
                text=words["months"],
                edtf="2025-03/..",
                vague=True,
                relative=True,
            ),
        ],
        actors=[
            Actor(
                id="a1",
                kind="party",
                name=words["iraq"],
                names={"en": "Iraq"},
                key="IRQ",
                evidence=[at["iraq"]],
                mentions=[at["iraq"]],
            ),
            Actor(
                id="a2",
                kind="body",
                name=words["ministry"],
                key="OMN-MFA",
                party="OMN",
                evidence=[at["ministry"]],
                roles=[Role(title=words["ministry"], span=at["ministry"])],
            ),
        ],
        places=[Place(id="p1", name=words["place"], key="Q3826", country="OMN", evidence=[at["place"]])],
        agreements=[Agreement(id="g1", name=words["heading"], key="g", date="2008", evidence=[at["heading"]])],
        statements=[
            Statement(
                id="s1",
                kind="statement",
                issuers=["a2"],
                parties=["OMN"],
                date="2025-03-11",
                evidence=[at["ministry"]],
                content=[at["meeting"]],
            )
        ],
        meetings=[
            Meeting(
                id="m1",
                kind="meeting",
                status="held",
                date="2025-03-11",
                place="p1",
                parties=["IRQ", "IRN"],
                participants=[Participant(actor="a1", party="IRQ", title=words["iraq"], capacity="head")],
                basis=["g1"],
                topics=[at["topic"]],
                round="resumed",
                designations=[Designation(format="trilateral", text=words["called"], span=at["called"])],
                said_in=["s1"],
                plover=Plover(event="CONSULT", mode="visit"),
                evidence=[at["meeting"]],
                confidence=0.82,
            )
        ],
        commitments=[
            Commitment.model_validate(
                {
                    "id": "c1",
                    "by": ["IRQ", "IRN"],
                    "class": "consult",
                    "action": at["action"],
                    "objectives": [at["topic"]],
                    "window": "2025-03/..",
                    "strength": "will",
                    "said_in": ["s1"],
                    "evidence": [at["action"]],
                }
            )
        ],
        reader=Reader(version="0", languages=["en", "fa"]),
    )


@pytest.fixture
def persian() -> Reading:
    """A reading of the Persian report, whose document is written from right to left."""
    words = {
        "heading": "گام بعدی",
        "meeting": "نمایندگان عراق و ایران در مسقط دیدار کردند",
        "date": "۱۱ مارس ۲۰۲۵ (۲۱ اسفند ۱۴۰۳)",
        "months": "ماه‌های آینده",
        "iraq": "عراق",
        "ministry": "وزارت خارجه عمان",
        "place": "مسقط",
        "topic": "گشایش گذرگاه‌ها",
        "called": "سه‌جانبه",
        "action": "دو طرف در ماه‌های آینده رایزنی‌های فنی خود را برای گشایش گذرگاه‌ها ادامه خواهند داد",
    }
    return _reading(PERSIAN, words, "fa", "گفت‌وگوهای سه‌جانبه در مسقط از سر گرفته شد")


@pytest.fixture
def english() -> Reading:
    """A reading of the same report in English."""
    words = {
        "heading": "Talks resume",
        "meeting": "delegations of Iraq and Iran met in Muscat",
        "date": "Tuesday, 11 March 2025",
        "months": "the coming months",
        "iraq": "Iraq",
        "ministry": "Oman's foreign ministry",
        "place": "Muscat",
        "topic": "open the crossings",
        "called": "two sides",
        "action": "will continue technical consultations in the coming months to open the crossings",
    }
    return _reading(ENGLISH, words, "en", "Talks resume in Muscat")


@pytest.fixture(scope="session")
def round_record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The five example reports in one record."""
    with Record.open(tmp_path_factory.mktemp("record") / "round.db") as record:
        for path in sorted(EXAMPLES.glob("report-*")):
            record.add(read(path), path.read_bytes())
        yield record
