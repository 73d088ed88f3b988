"""Of which party those are who are met in a row."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader


def parties_of(read: Reader, code: str, words: str) -> dict[str, str | None]:
    _, found = read(code, words)
    return {a.name: a.party for a in found.actors if a.kind == "person"}


@pytest.mark.parametrize(
    ("code", "words", "names"),
    [
        (
            "en",
            "Iranian Foreign Minister Ali Karimi will meet Prime Minister Anwar Shah, Foreign Minister Bilal Durrani "
            "and Army Chief Zahid Malik of Pakistan.",
            ("Anwar Shah", "Bilal Durrani", "Zahid Malik"),
        ),
        (
            "fa",
            "علی کریمی وزیر خارجه ایران در این سفر با انور شاه نخست وزیر، بلال حسینی وزیر خارجه و زاهد محمدی فرمانده "
            "ارتش پاکستان دیدار خواهد کرد.",
            ("انور شاه", "بلال حسینی", "زاهد محمدی"),
        ),
        (
            "kmr",
            "Wezîrê Derve yê Îranê Ali Kerîmî bi Serokwezîr Enwer Şah û Wezîrê Derve yê "
            "Pakistanê Bilal Husên re civiya.",
            ("Enwer Şah", "Bilal Husên"),
        ),
    ],
)
def test_the_office_of_the_last_says_whose_all_are(read: Reader, code: str, words: str, names: tuple[str, ...]) -> None:
    found = parties_of(read, code, words)
    assert [found[name] for name in names] == ["PAK"] * len(names)
    assert "IRN" in found.values()


def test_who_has_a_party_of_his_own_keeps_it(read: Reader) -> None:
    words = (
        "Salim Harthi met Iraqi Minister Arin Kawa, Turkish Minister Murat Kaya and Army Chief Zahid Malik of Pakistan."
    )
    found = parties_of(read, "en", words)
    assert [found[name] for name in ("Arin Kawa", "Murat Kaya", "Zahid Malik")] == ["IRQ", "TUR", "PAK"]


@pytest.mark.parametrize(
    "words",
    [
        "التقى الوزير الكويتي رئيس الجمهورية سلمان الراشد في بغداد. والعراق هو المضيف.",
        "استقبل وزير الطاقة الكويتي في وقت سابق رئيس الوزراء سلمان الراشد في بغداد. والعراق هو المضيف.",
    ],
)
def test_whoever_meets_does_not_lend_his_party_to_the_office_of_whom_he_meets(read: Reader, words: str) -> None:
    _, found = read("ar", words, "IRQ")
    (person,) = [actor for actor in found.actors if actor.kind == "person"]
    assert person.party == "IRQ"
    assert "الكويتي" not in next(role.title for role in person.roles)


def test_the_office_of_whoever_meets_is_his_own(read: Reader) -> None:
    words = "التقى نائب رئيس الوزراء وزير الخارجية الكويتي سلمان الراشد نظيره العراقي."
    assert "KWT" in parties_of(read, "ar", words).values()
