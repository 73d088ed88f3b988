"""What an entry is called in each language."""

from __future__ import annotations

from collections.abc import Callable

from tests.record.readings import Draft
from tests.record.records import record_of

from peyman.record import Record

NewRecord = Callable[..., Record]


def told(name: str, language: str, called: str, names: dict[str, str] | None = None) -> Draft:
    """A document in a language that calls one person so, and gives the names of the register or of elsewhere."""
    made = Draft(name, language=language)
    made.person("uzair", called, party="IRQ", names=names or {})
    return made


def test_a_language_has_the_name_that_most_of_its_documents_use(new_record: NewRecord) -> None:
    drafts = [
        told("one", "en", "Khalid Uzair"),
        told("two", "en", "Khalid Uzayr"),
        told("three", "en", "Khalid Uzayr"),
        told("four", "ar", "خالد عزير"),
    ]
    with record_of(new_record, drafts) as record:
        (person,) = (each.id for each in record.actors() if each.kind == ("person",))
        names = record.lists.names([person])[person]
        assert names.kind == "person"
        assert names.by_language == {"en": "Khalid Uzayr", "ar": "خالد عزير"}
        assert record.lists.names([person], most=1)[person].by_language == {"ar": "خالد عزير"}


def test_the_known_name_goes_before_what_documents_use_and_a_reviewers_before_both(new_record: NewRecord) -> None:
    drafts = [told("one", "en", "Uzair", {"en": "Khalid Uzair", "ckb": "خالید عوزێر"}), told("two", "ar", "عزير")]
    with record_of(new_record, drafts) as record:
        (person,) = (each.id for each in record.actors() if each.kind == ("person",))
        names = record.lists.names([person])[person].by_language
        assert names == {"en": "Khalid Uzair", "ckb": "خالید عوزێر", "ar": "عزير"}
        record.review.correct(person, "name", "Khaled Uzair", "Uzair", by="Shirin")
        assert record.lists.names([person])[person].by_language["en"] == "Khaled Uzair"


def test_what_is_no_entry_has_no_names(new_record: NewRecord) -> None:
    with record_of(new_record, [told("one", "en", "Khalid Uzair")]) as record:
        assert record.lists.names(["A999", "IRQ", "M", "D1", "", "A" + "9" * 20, "A" + "9" * 5000]) == {}
