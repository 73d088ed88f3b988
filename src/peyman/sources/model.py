"""What a source gives: the original bytes, the text extracted from them, and what the source says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from peyman.model import PublishedFrom


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """One document as it came in, before any reading.

    Attributes:
        id: SHA-256 of the original bytes, hexadecimal.
        source: Path or URL it came from, ``-`` for standard input, or the ``id`` of a JSON document.
        original: The bytes as they were published.
        text: The text extracted from them; every span of a reading points into it.
        url: Address of the page, where known.
        publisher: Who published it, where known.
        published: EDTF date of publication, where the source itself says so.
        published_from: Where that date was found.
        file_day: Day on which a file was made, which may be long after the text was published: believed only where the
            text itself tells no day.
        language: BCP 47 code that the user gave; None leaves it to identification.
        title: Title from metadata, where there is one.
        party: Key of the party that the publisher speaks for, where the user says so.
        warnings: What went wrong on the way in without stopping it.
    """

    id: str
    source: str
    original: bytes
    text: str
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    language: str | None = None
    title: str | None = None
    party: str | None = None
    file_day: str | None = None
    warnings: tuple[str, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Visit:
    """What is noted of an address that was fetched, so that it is not fetched again in vain.

    Attributes:
        url: The address, as `peyman.sources.fetch.normalised` gives it.
        checked: When, ISO 8601, UTC.
        etag: By which the server knows the state that was fetched.
        modified: Last-Modified, as the server said.
        outcome: ``taken``, or why not, in one line.
    """

    url: str
    checked: str
    etag: str | None = None
    modified: str | None = None
    outcome: str = "taken"
