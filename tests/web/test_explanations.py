"""Why an entry of a record was read: found again by its words, whichever reader made it."""

from __future__ import annotations

from peyman.reading.reader import read_document
from peyman.sources import SourceDocument
from peyman.web.explanations import explained_again, why

TEXT = (
    "Envoys meet in Amman\n\nAmman, 3 March 2025 – The foreign ministers of Jordan and Egypt met in Amman on Monday.\n"
    "Jordan will open the crossing by the end of June, the joint statement said.\n"
)
SOURCE = SourceDocument(id="0" * 64, source="a.txt", original=b"", text=TEXT, published="2025-03-03")


def test_the_document_is_read_as_it_was_the_first_time() -> None:
    reading = read_document(SOURCE)
    again = explained_again(reading.document).reading
    assert (again.meetings, again.commitments, again.dates) == (reading.meetings, reading.commitments, reading.dates)


def test_an_entry_is_found_by_its_words_and_not_by_its_number() -> None:
    reading = read_document(SOURCE)
    (meeting,) = reading.meetings
    renamed = reading.model_copy(update={"meetings": [meeting.model_copy(update={"id": "m7"})]})
    told = why(renamed, "m7")
    assert told is not None and told.reasons is not None
    assert "cue" in {reason.question for reason in told.reasons}


def test_what_the_reader_of_today_does_not_find_has_no_reasons() -> None:
    reading = read_document(SOURCE)
    (meeting,) = reading.meetings
    elsewhere = reading.model_copy(update={"meetings": [meeting.model_copy(update={"evidence": [(0, 3)]})]})
    told = why(elsewhere, meeting.id)
    assert told is not None and told.reasons is None


def test_an_entry_that_the_reading_has_not_is_none() -> None:
    assert why(read_document(SOURCE), "m9") is None
