"""Copies of one text and versions of one page are one account; what only looks alike is not."""

from __future__ import annotations

import hashlib

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.readings import Draft

from peyman.record import DocumentView, EntryView, Record
from peyman.record.merging.carriers import changes
from peyman.sources.model import Visit

WORDS = (
    "The Ministry of Foreign Affairs said on Friday that the delegations of both countries had met in Baghdad for the "
    "third time, that they had gone through the draft of the agreement article by article, and that a joint committee "
    "of twelve members would be formed before the end of January in order to settle the questions that remain open. "
    "The head of the delegation called the talks frank and useful, and thanked the hosts for their hospitality."
)
OTHER = (
    "Engineers of the water authority began to repair the northern canal this week after the spring floods had carried "
    "away a part of its bank; farmers of the district asked for seed and for a delay of their debts, and the governor "
    "promised to send both before the sowing begins, together with two pumps that a neighbouring province has lent."
)


def add(record: Record, name: str, text: str, url: str | None = None) -> tuple[str, tuple[str, str] | None]:
    draft = Draft(name)
    draft.text = text
    reading = draft.reading()
    reading = reading.model_copy(update={"document": reading.document.model_copy(update={"url": url, "title": None})})
    result = record.add(reading, draft.original())
    return result.document, result.carries


def view(record: Record, identifier: str) -> DocumentView:
    found = record.get(identifier)
    assert isinstance(found, DocumentView)
    return found


def carried(record: Record, identifier: str) -> list[tuple[str, str | None]]:
    return [(document.id, relation) for document, relation in view(record, identifier).carriers]


def test_a_copy_is_told_whatever_stands_around_it(record: Record) -> None:
    add(record, "agency", WORDS)
    add(record, "other", OTHER)
    around = f"Baghdad (The Agency) -- {WORDS} Follow us on every channel. All rights reserved."
    assert add(record, "portal", around) == ("D3", ("copy", "D1"))
    assert carried(record, "D3") == [("D1", None), ("D3", "copy")]
    assert carried(record, "D2") == []


def test_a_shortened_copy_is_one_and_a_quotation_is_none(record: Record) -> None:
    add(record, "agency", WORDS)
    assert add(record, "short", WORDS[: len(WORDS) // 2])[1] == ("copy", "D1")
    quoting = f"{OTHER} {OTHER.replace('canal', 'bridge')} {' '.join(WORDS.split()[:28])}"
    assert add(record, "quoting", quoting)[1] is None


def test_statements_after_one_pattern_are_not_one(record: Record) -> None:
    add(record, "first", WORDS.replace("on Friday", "on 7 November 2025").replace("twelve", "12"))
    assert add(record, "second", WORDS.replace("on Friday", "on 19 March 2026").replace("twelve", "31"))[1] is None


def test_short_texts_are_not_compared(record: Record) -> None:
    add(record, "first", "The meeting was held.")
    assert add(record, "second", "The meeting was held. ")[1] is None


def test_copies_of_copies_are_one_account(record: Record) -> None:
    for number in range(4):
        add(record, f"portal {number}", f"{WORDS} Portal {'abcd'[number]}.")
    assert [identifier for identifier, _ in carried(record, "D4")] == ["D1", "D2", "D3", "D4"]


def test_a_page_with_another_text_is_a_version_with_its_difference(record: Record) -> None:
    url = "http://agency.example/1"
    add(record, "page", WORDS, url)
    assert add(record, "page", WORDS.replace("Friday", "Saturday"), url) == ("D2", ("version", "D1"))
    (change,) = view(record, "D2").changes
    assert (change.before, change.after) == ("Friday", "Saturday")
    assert view(record, "D1").changes == ()


def test_a_page_with_other_bytes_and_the_same_text_is_known(record: Record) -> None:
    url = "http://agency.example/1"
    draft = Draft("page")
    draft.text = WORDS
    for content in (b"<p>one advertisement</p>", b"<p>another</p>"):
        reading = draft.reading()
        told = {"url": url, "id": hashlib.sha256(content).hexdigest()}
        reading = reading.model_copy(update={"document": reading.document.model_copy(update=told)})
        result = record.add(reading, content)
        assert result.document == "D1"
    assert not result.added


def test_visits_are_remembered(record: Record) -> None:
    visit = Visit("http://agency.example/1", "2026-01-15T00:00:00+00:00", '"1"', "yesterday", "taken")
    assert record.visit(visit.url) is None
    record.remember(visit)
    record.remember(visit)
    assert record.visit(visit.url) == visit


@settings(deadline=None)
@given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcd")))
def test_changes_lead_from_one_text_to_the_other(old: list[str], new: list[str]) -> None:
    found = changes(" ".join(old), " ".join(new))
    assert (found == ()) == (old == new)
    assert all(each.before != each.after for each in found)


def test_copies_are_told_in_the_arabic_script(record: Record) -> None:
    text = (
        "وزارت امور خارجه روز جمعه اعلام کرد که هیئت‌های دو کشور برای سومین بار در بغداد دیدار کرده‌اند و "
        "پیش‌نویس توافق را بند به بند بررسی کرده‌اند و قرار است کمیته‌ای مشترک با دوازده عضو تا پایان ژانویه "
        "برای حل مسائل باقی‌مانده تشکیل شود"
    )
    add(record, "first", text)
    assert add(record, "third", f"ایرنا: {text.replace('ک', 'ك')}")[1] is not None


def test_an_account_with_several_carriers_is_counted_and_compared_once(record: Record) -> None:
    for name, published in (("agency", "2026-01-15"), ("portal", "2026-01-16"), ("ministry", "2026-01-17")):
        draft = Draft(name, published=published)
        draft.text = f"{name}. {OTHER if name == 'ministry' else WORDS}\n"
        draft.party("IRQ")
        draft.party("USA")
        draft.meeting(status="planned" if name == "ministry" else "held")
        record.add(draft.reading(), draft.original())
    (meeting,) = record.meetings()
    assert (meeting.documents, meeting.accounts) == (3, 2)
    entry = record.get(meeting.id)
    assert isinstance(entry, EntryView)
    assert (len(entry.documents), entry.accounts) == (3, 2)
    table = record.accounts(meeting.id)
    assert [account.id for account in table.accounts] == ["D1", "D3"]
    assert [each.id for each in table.accounts[0].carriers] == ["D2"]


def test_copies_alone_are_no_several_accounts(record: Record) -> None:
    for name in ("agency", "portal"):
        draft = Draft(name)
        draft.text = f"{name}. {WORDS}\n"
        draft.party("IRQ")
        draft.party("USA")
        draft.meeting()
        record.add(draft.reading(), draft.original())
    assert record.summary().several_accounts == 0


def test_the_newest_version_speaks_for_a_page(record: Record) -> None:
    for text in (WORDS, WORDS.replace("Friday", "Saturday")):
        draft = Draft("page")
        draft.text = f"{text}\n"
        draft.party("IRQ")
        draft.party("USA")
        draft.meeting()
        reading = draft.reading()
        told = reading.document.model_copy(update={"url": "http://agency.example/1"})
        record.add(reading.model_copy(update={"document": told}), draft.original())
    (meeting,) = record.meetings()
    assert [account.id for account in record.accounts(meeting.id).accounts] == ["D2"]
