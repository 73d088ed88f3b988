"""Who took part in an encounter: people named beside it, and nobody who only speaks of it."""

from __future__ import annotations

import pytest

from peyman.model import Reading
from peyman.reading.attendance.participants import MOST, Attendance, participants
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.surroundings import Surroundings
from peyman.reading.meetings.entries import read_encounters
from peyman.reading.reader import prepare, read_text
from peyman.sources.model import SourceDocument


def _context(text: str, language: str = "en") -> Context:
    source = SourceDocument("0" * 64, "-", text.encode(), text, language=language, published="2025-03-04")
    return prepare(source).context


def _participants(reading: Reading) -> list[set[str]]:
    names = {actor.id: actor.names.get("en") or actor.name for actor in reading.actors}
    return [{names[p.actor] for p in meeting.participants} for meeting in reading.meetings]


def _read(text: str, language: str = "en") -> list[set[str]]:
    return _participants(read_text(text, language=language, published="2025-03-04"))


def test_heads_of_delegations_named_in_the_next_sentence_took_part() -> None:
    text = (
        "Delegations of Iraq and Türkiye held talks on water in Ankara on Monday.\n\n"
        "The Iraqi delegation was headed by Foreign Minister Fuad Hussein, and the Turkish delegation by Foreign "
        "Minister Hakan Fidan."
    )
    assert _read(text) == [{"Fuad Hussein", "Hakan Fidan"}]


def test_whoever_only_tells_of_an_encounter_of_others_took_no_part() -> None:
    text = (
        "Iranian Foreign Ministry spokesman Esmail Baghaei said on Tuesday that Foreign Minister Abbas Araghchi met "
        "Omani Foreign Minister Badr Albusaidi in Muscat on Monday."
    )
    (people,) = _read(text)
    assert "Esmail Baghaei" not in people
    assert "Abbas Araghchi" in people


@pytest.mark.parametrize(
    ("language", "text", "surnames"),
    [
        (
            "fa",
            "سیدعباس عراقچی، وزیر امور خارجه ایران، امروز در تهران با هاکان فیدان، وزیر امور خارجه ترکیه، دیدار و "
            "گفت‌وگو کرد.",
            {"Araghchi", "Fidan"},
        ),
        (
            "ar",
            "استقبل وزير الخارجية العراقي فؤاد حسين اليوم في بغداد نظيره الإيراني عباس عراقجي.",
            {"Hussein", "Araghchi"},
        ),
        (
            "kmr",
            "Wezîrê Derve yê Tirkiyeyê Hakan Fîdan îro li Bexdayê bi Wezîrê Derve yê Iraqê Fuad Husên re civiya.",
            {"Fidan", "Hussein"},
        ),
        (
            "ckb",
            "ئەمڕۆ لە بەغدا فوئاد حوسێن، وەزیری دەرەوەی عێراق، لەگەڵ هاکان فیدان، وەزیری دەرەوەی تورکیا، کۆبووەوە.",
            {"Hussein", "Fidan"},
        ),
    ],
)
def test_ministers_who_met_took_part(language: str, text: str, surnames: set[str]) -> None:
    (people,) = _read(text, language)
    assert {name.split()[-1] for name in people} == surnames


def test_people_are_given_in_the_order_of_the_text() -> None:
    context = _context(
        "Turkish Foreign Minister Hakan Fidan met Iraqi Foreign Minister Fuad Hussein in Baghdad on Monday."
    )
    encounters = read_encounters(context)
    (people,) = participants(context, Surroundings(context), encounters)
    firsts = [context.found.actors[entry].mentions[0].first for entry, _ in people]
    assert len(firsts) == 2
    assert firsts == sorted(firsts)


def test_no_more_people_are_judged_than_the_bound_however_many_are_named() -> None:
    listed = ", ".join(
        f"Minister {first} {second}son"
        for first in ("Ali", "Omar", "Sara", "Lina", "Adam", "Noor", "Yara")
        for second in ("Hard", "Wil", "Rob", "Mat", "Dav", "Ander")
    )
    context = _context(f"Iraq and France held talks in Paris on Monday, attended by {listed}.")
    (encounter,) = read_encounters(context)
    attendance = Attendance(context, Surroundings(context))
    candidates = attendance.candidates(encounter)
    assert len(set(candidates)) == len(candidates) <= MOST
    assert len(attendance.features(encounter, candidates, [encounter])) == len(candidates)


def test_a_document_without_people_has_encounters_without_participants() -> None:
    reading = read_text("Iraq and France held talks in Paris on Monday.", language="en", published="2025-03-04")
    assert _participants(reading) == [set()]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "After the war between Kenya and Somalia, Kenyan President John Otieno travelled to Moscow and asked "
            "President Ivan Petrov of Russia for a truce.",
        ),
        ("fa", "پس از جنگ میان کنیا و سومالی، رئیس جمهور کنیا به مسکو رفت و از رئیس جمهور روسیه درخواست آتش‌بس کرد."),
        ("ckb", "دوای شەڕی نێوان کینیا و سۆماڵ، سەرۆکی کینیا سەردانی مۆسکۆی کرد و لەگەڵ سەرۆکی ڕووسیا کۆبووەوە."),
    ],
)
def test_those_between_whom_there_is_a_war_sit_at_no_table_for_that(language: str, text: str) -> None:
    reading = read_text(text, language=language)
    assert reading.meetings
    assert all(set(meeting.parties) == {"KEN", "RUS"} for meeting in reading.meetings)
