"""What a search finds, in which order, with which words marked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy import text as sql
from tests.record.readings import Draft
from tests.record.records import add

import peyman.record
from peyman.errors import QueryError
from peyman.record import Record
from peyman.record.search import Filters, Hit, SearchResults, search
from peyman.record.search.results import Order


def document(name: str, words: str, language: str = "en", published: str = "2026-01-15", **more: str) -> Draft:
    draft = Draft(name, language, published, **more)
    draft.sentence(words)
    return draft


def titles(results: SearchResults) -> list[str]:
    return [(hit.document.title or "") for hit in results.hits]


def marked(hit: Hit) -> list[tuple[str, str]]:
    return [(snippet.text[start:end], kind) for snippet in hit.snippets for start, end, kind in snippet.marks]


def found(record: Record, query: str, filters: Filters | None = None, **options: object) -> set[str]:
    results = search(record, query, filters, **options)  # type: ignore[arg-type]
    assert results.total == len(results.hits)
    return set(titles(results))


def test_all_words_have_to_be_there(record: Record) -> None:
    add(record, document("One", "The ceasefire committee sat."))
    add(record, document("Two", "The ceasefire held."))
    assert found(record, "ceasefire") == {"One", "Two"}
    assert found(record, "ceasefire committee") == {"One"}
    assert found(record, "ceasefire bridge") == set()


def test_a_phrase_stands_side_by_side(record: Record) -> None:
    add(record, document("One", "A joint committee was formed."))
    add(record, document("Two", "The committee was joint."))
    assert found(record, '"joint committee"') == {"One"}


def test_or_minus_and_brackets(record: Record) -> None:
    add(record, document("One", "Talks in Muscat."))
    add(record, document("Two", "Talks in Geneva."))
    add(record, document("Three", "A call from Muscat."))
    assert found(record, "talks -Geneva") == {"One"}
    assert found(record, "(talks OR call) Muscat") == {"One", "Three"}
    assert found(record, "Geneva OR call") == {"Two", "Three"}
    assert found(record, "-talks") == {"Three"}
    assert found(record, "kind:meeting OR call") == {"Three"}


@pytest.mark.parametrize(
    ("written", "query"),
    [
        ("كميته مشترك", "کمیته مشترک"),
        ("کۆمەڵەی گشتی", "کۆمهڵهی گشتی"),
        ("گفت‌وگو آغاز شد", "گفت وگو"),
        ("گفت وگو آغاز شد", "گفت‌وگو"),
        ("گفتوگو آغاز شد", "گفت‌وگو"),
        ("اتَّفَقَ الطَّرَفانِ", "اتفق الطرفان"),
        ("در سال ۱۴۰۴", "1404"),
        ("Hevdîtina ÇARÇOVEYÊ", "hevditina carcoveye"),
    ],
)
def test_how_the_letters_were_typed_makes_no_difference(record: Record, written: str, query: str) -> None:
    add(record, document("One", written, "fa"))
    hits = search(record, query, across_scripts=False).hits
    assert [hit.document.title for hit in hits] == ["One"]
    assert marked(hits[0])


@pytest.mark.parametrize(
    ("language", "written", "query"),
    [("en", "two meetings", "meeting"), ("ar", "انتهت المحادثات", "محادثات"), ("fa", "نشست‌های دوجانبه", "نشست")],
)
def test_a_word_is_found_in_its_other_forms(record: Record, language: str, written: str, query: str) -> None:
    add(record, document("One", written, language))
    (hit,) = search(record, query).hits
    assert hit.match == "form"
    assert {kind for _, kind in marked(hit)} == {"form"}


def person_in(language: str, name: str) -> Draft:
    draft = Draft(f"In {language}", language)
    draft.person(f"person:{name}", name)
    return draft


@pytest.mark.parametrize("query", ["Uzer", "عوزیر", "عزیر", "Uzêr"])
def test_a_person_is_found_in_every_script(record: Record, query: str) -> None:
    names = {"en": "Uzer", "ckb": "عوزیر", "fa": "عزیر", "kmr": "Uzêr"}
    for language, name in names.items():
        add(record, person_in(language, name))
    results = search(record, query)
    assert len(results.hits) == 4
    for hit in results.hits:
        own = names[hit.document.language]
        kind = "word" if hit.match == "word" else "name"
        assert (own, kind) in marked(hit)
    assert {hit.match for hit in results.hits} == {"word", "name"}
    assert results.names


def test_names_in_other_scripts_can_be_left_out(record: Record) -> None:
    add(record, person_in("en", "Uzer"))
    add(record, person_in("fa", "عزیر"))
    results = search(record, "Uzer", across_scripts=False)
    assert titles(results) == ["In en"]
    assert results.names == {}


def test_a_party_is_found_by_its_names_in_other_languages(record: Record) -> None:
    draft = Draft("In Persian", "fa")
    actor = draft.party("IRQ", "عراق")
    actor.names.update({"fa": "عراق", "en": "Iraq", "ar": "العراق"})
    add(record, draft)
    add(record, document("In Arabic", "وصل الوفد إلى العراق", "ar"))
    (persian, arabic) = sorted(search(record, "Iraq").hits, key=lambda hit: hit.document.language, reverse=True)
    assert ("عراق", "name") in marked(persian)
    assert ("العراق", "name") in marked(arabic)


def test_evidence_comes_before_page_text(record: Record) -> None:
    add(record, document("Text", "Iraq consultation. " * 5))
    told = Draft("Evidence")
    told.sentence("Much else was said on that day, and none of it on the matter in hand.")
    told.meeting(parties=("IRQ", "USA"))
    add(record, told)
    results = search(record, "consultation")
    assert titles(results) == ["Evidence", "Text"]
    (entry,) = results.hits[0].entries
    assert entry.kind == "meeting"
    assert results.hits[0].snippets[0].entry == entry.id
    assert results.hits[1].entries == ()


def test_the_newest_first_on_request(record: Record) -> None:
    add(record, document("Old", "talks talks talks", published="2024-05"))
    add(record, document("New", "talks", published="2026-01-02"))
    add(record, document("Undated", "talks", published=None))  # type: ignore[arg-type]
    assert titles(search(record, "talks", order="newest")) == ["New", "Old", "Undated"]


def test_documents_are_filtered_by_what_they_are_and_tell(record: Record) -> None:
    planned = Draft("Planned", "ar", "2025-11-07", publisher="Iraqi News Agency")
    planned.party("IRQ")
    planned.meeting(status="planned", date="2026-02", parties=("IRQ", "JOR"))
    add(record, planned)
    promised = Draft("Promised", "en", "2025-12", publisher="Petra")
    promised.commitment(window="../2026-06")
    add(record, promised)
    for query, names in {
        "language:ar": {"Planned"},
        "party:JOR": {"Planned"},
        "party:IRQ": {"Planned", "Promised"},
        "kind:commitment": {"Promised"},
        "kind:consultation": {"Planned"},
        "status:planned": {"Planned"},
        "publisher:news": {"Planned"},
        'publisher:"iraqi news"': {"Planned"},
        "publisher:pet": set(),
        "date:1404-08": {"Planned"},
        "date:2025-12-24": {"Promised"},
        "since:2025-12": {"Promised"},
        "until:2025-11": {"Planned"},
        "met:2026-02-10": {"Planned"},
        "due:2026-05": {"Promised"},
        "-status:planned": {"Promised"},
        "language:ar,en": {"Planned", "Promised"},
    }.items():
        assert found(record, query) == names, query
    assert found(record, "", Filters(status=("planned",))) == {"Planned"}
    assert found(record, "kind:meeting", Filters(language=("en",))) == set()
    assert found(record, "", Filters(since="1404-09", until="2025-12-31")) == {"Promised"}


def test_a_party_may_be_given_by_name(record: Record) -> None:
    draft = Draft("One", "fa")
    draft.party("USA", "آمریکا").names.update({"en": "United States", "fa": "ایالات متحده"})
    add(record, draft)
    assert found(record, 'party:"ایالات متحده"') == {"One"}


def test_pages_follow_each_other_without_gap_or_overlap(record: Record) -> None:
    for number in range(7):
        made = document(f"Document {number}", "consultation " * (number + 1))
        if number % 2:
            made.meeting()
        add(record, made)
    whole = titles(search(record, "consultation", limit=50))
    parts = [titles(search(record, "consultation", limit=3, offset=offset)) for offset in (0, 3, 6)]
    assert [title for part in parts for title in part] == whole
    assert len(whole) == 7
    assert search(record, "consultation", limit=2).total == 7


@pytest.mark.parametrize("order", ["relevance", "newest"])
def test_the_total_is_the_same_on_every_page_and_without_one(record: Record, order: Order) -> None:
    for number in range(5):
        made = document(f"Document {number}", "consultation", published=f"2026-01-1{number}")
        if number == 2:
            made.meeting()
        add(record, made)
    for limit, offset in ((2, 0), (2, 4), (2, 5), (2, 900), (0, 0)):
        for query in ("consultation", "consultation -Geneva language:en", "language:en"):
            results = search(record, query, order=order, limit=limit, offset=offset)
            assert (results.total, len(results.hits)) == (5, max(0, min(limit, 5 - offset)))


def test_snippets_are_the_published_words(record: Record) -> None:
    text = " ".join(f"word{number}" for number in range(200)) + " needle " + "after " * 200
    add(record, document("One", text))
    (hit,) = search(record, "needle").hits
    (snippet,) = hit.snippets
    view = record.reading("D1").document.text
    assert view[snippet.span[0] : snippet.span[1]].replace("\n", " ") == snippet.text
    assert marked(hit) == [("needle", "word")]
    assert snippet.cut == (True, True)
    assert len(snippet.text) < 400


def test_a_word_with_quotation_marks_and_signs_is_no_code(record: Record) -> None:
    add(record, document("One", "talks"))
    for query in ("talks'; DROP TABLE documents", "talks*", "NEAR(talks)", "words:", "^talks", "{talks}", "talks%"):
        try:
            search(record, query)
        except QueryError:
            continue
    assert found(record, "talks") == {"One"}


def test_the_index_is_kept_in_the_transaction_of_adding(record: Record, path: Path) -> None:
    draft = document("One", "ceasefire")
    reading = draft.reading()
    with pytest.raises(Exception, match="bytes"):
        record.add(reading, b"other bytes")
    assert found(record, "ceasefire") == set()
    record.add(reading, draft.original())
    record.add(reading, draft.original())
    assert found(record, "ceasefire") == {"One"}


def test_a_record_of_an_older_version_is_indexed_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    reading = document("One", "ceasefire").reading()
    whole = reading.model_dump(by_alias=True, mode="json")
    told = whole["document"]
    text, repaired = told.pop("text"), told.pop("repaired")
    config = Config()
    config.set_main_option("script_location", str(Path(peyman.record.__file__).with_name("migrations")))
    config.set_main_option("path_separator", "os")
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        values = {"id": told["id"], "text": text, "repaired": None if repaired == text else repaired}
        connection.execute(
            sql(
                "INSERT INTO documents (id, number, language, title, added, text, repaired) "
                "VALUES (:id, 1, 'en', 'One', '2026-01-15', :text, :repaired)"
            ),
            values,
        )
        connection.execute(
            sql(
                "INSERT INTO readings (id, document_id, reader_name, reader_version, backend, added, content) "
                "VALUES (1, :id, 'peyman', '0', 'rules', '2026-01-15', :content)"
            ),
            {"id": told["id"], "content": json.dumps(whole)},
        )
    engine.dispose()
    with Record.open(path) as opened:
        assert found(opened, "ceasefire") == {"One"}


def test_the_index_can_be_made_anew(new_record: Callable[..., Record]) -> None:
    with new_record() as record:
        draft = document("One", "ceasefire")
        draft.meeting()
        add(record, draft)
        before = search(record, "consultation")
        assert record.rebuild_search_index() == 1
        assert search(record, "consultation") == before
