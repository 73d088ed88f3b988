"""Which telling of a statement is shown: what the judge is told of each, and that one statement is told once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.reading.clauses.context import Context
from peyman.reading.reader import prepare, read_text
from peyman.reading.statements.attribution import StatementDraft
from peyman.reading.statements.entries import find_statements, shipped
from peyman.reading.statements.publications import tellings
from peyman.reading.statements.told_best import MOST_TELLINGS, Tellings, set_beside, weighed
from peyman.sources import SourceDocument

TOLD_TWICE = (
    "Kenya welcomes the opening of the crossing\n"
    "NAIROBI - The crossing was opened on Monday.\n"
    "Foreign Minister Musalia Mudavadi said that Kenya would rebuild the road. "
    "He added that the talks with Somalia would go on."
)


def proposed(text: str) -> tuple[Context, list[StatementDraft]]:
    """Return what may be a statement, before it is judged."""
    source = SourceDocument(id="x", source="x", original=b"", text=text, publisher=None, published="2024-05-06")
    context = prepare(source).context
    return context, find_statements(context, shipped().speaker)


def test_a_title_is_weighed_only_where_nothing_else_tells() -> None:
    text = "Kenya says the crossing will open\nKenya said on Monday that the crossing with Somalia would open in June."
    context, (draft,) = proposed(text)
    assert len(draft.mentions) == 2
    assert [index for *_, index in weighed(context, draft)] == [1]
    draft.mentions = draft.mentions[:1]
    assert [index for *_, index in weighed(context, draft)] == [0]


def test_of_a_statement_told_very_often_so_many_tellings_are_weighed() -> None:
    context, drafts = proposed(TOLD_TWICE + " He said that the road would be short." * 20)
    longest = max(drafts, key=lambda d: len(d.mentions))
    assert len(weighed(context, longest)) == MOST_TELLINGS < len(longest.mentions)


def test_the_judge_is_told_where_a_speaker_is_named_first_and_where_a_pronoun_stands() -> None:
    context, drafts = proposed(TOLD_TWICE)
    draft = max(drafts, key=lambda d: len(d.mentions))
    named, pronoun = Tellings(context).features(draft, weighed(context, draft))
    assert (named["named_first"], named["speaker_person"], named["speaker_titled"], named["speaker_he"]) == (1, 1, 1, 0)
    assert (pronoun["named_first"], pronoun["speaker_person"], pronoun["speaker_he"]) == (0, 0, 1)
    assert (named["number"], named["behind"], pronoun["number"], pronoun["behind"]) == (0, 2, 1, 1)
    assert named["opens_block"] > pronoun["opens_block"]


def test_every_telling_is_described_with_the_words_around_it() -> None:
    context, drafts = proposed(TOLD_TWICE)
    for draft, told in zip(drafts, tellings(context, drafts), strict=True):
        assert [t.mention for t in told] == weighed(context, draft)
        assert all(t.words and t.row["count"] == len(told) for t in told)


@given(st.lists(st.tuples(st.floats(-1, 30), st.booleans()), min_size=1, max_size=6))
def test_a_telling_is_set_beside_the_others(values: list[tuple[float, bool]]) -> None:
    rows = [
        {"near_publish": near, "speaker_person": float(named), "speaker_titled": 0.0, "named_first": 0.0}
        | {"speaker_named": float(named)}
        for near, named in values
    ]
    set_beside(rows)
    assert max(row["below_near_publish"] for row in rows) == min(row["above_near_publish"] for row in rows) == 0
    assert all(row["below_near_publish"] <= 0 <= row["above_near_publish"] for row in rows)
    before = [row["before_speaker_person"] for row in rows]
    assert before == [min(3, sum(named for _, named in values[:n])) for n in range(len(values))]


@pytest.mark.parametrize(
    "text",
    [
        "Iranian Foreign Minister Abbas Araghchi said on Monday that Tehran is ready for talks with Iraq. "
        "He added that a delegation will travel to Baghdad.",
        "قال وزير الخارجية العراقي فؤاد حسين يوم الاثنين إن بغداد مستعدة للحوار مع إيران. "
        "وأضاف أن وفدا سيتوجه إلى طهران.",
        "عباس عراقچی، وزیر امور خارجه ایران، روز دوشنبه گفت که تهران برای گفتگو با عراق آماده است. "
        "وی افزود که هیئتی به بغداد سفر خواهد کرد.",
        "فوئاد حوسێن، وەزیری دەرەوەی عێراق، ڕۆژی دووشەممە ڕایگەیاند کە بەغدا ئامادەیە بۆ گفتوگۆ لەگەڵ ئێران. "
        "هەروەها وتی کە شاندێک دەچێتە تاران.",
        "Wezîrê Derve yê Iraqê Fuad Husên roja duşemê got ku Bexda ji bo danûstandinên bi Îranê re amade ye. "
        "Wî herwiha got ku şandek dê biçe Tehranê.",
    ],
)
def test_what_somebody_says_and_adds_is_one_statement_shown_where_he_is_named(text: str) -> None:
    (statement,) = read_text(text, published="2024-05-06").statements
    first = statement.evidence[0]
    assert first[0] < text.index(".")


def told(text: str) -> list[dict[str, float]]:
    """Return what the judge is told of each telling of the first statement of a text."""
    context, drafts = proposed(text)
    return Tellings(context, drafts).features(drafts[0], drafts[0].mentions)


def test_a_telling_in_a_statement_is_told_from_one_that_names_no_form() -> None:
    rows = told(
        "The Foreign Ministry of Kenya announced that the crossing was open.\n\n"
        "The Foreign Ministry of Kenya said in a statement that the road would be rebuilt."
    )
    assert [row["formed"] for row in rows] == [0.0, 1.0]


@pytest.mark.parametrize(
    ("text", "quoting", "below"),
    [
        ('Foreign Minister Musalia Mudavadi of Kenya said: "The road will be rebuilt."', 1.0, 0.0),
        ("Foreign Minister Musalia Mudavadi of Kenya said the road would be rebuilt.", 0.0, 0.0),
        ('Foreign Minister Musalia Mudavadi of Kenya said:\n\n"The road will be rebuilt."', 0.0, 1.0),
    ],
)
def test_words_in_quotation_marks_are_seen_beside_and_below(text: str, quoting: float, below: float) -> None:
    (row,) = told(text)
    assert (row["quoting"], row["quoted_below"]) == (quoting, below)


def test_others_who_speak_in_the_same_sentence_are_rivals() -> None:
    context, drafts = proposed(
        "The Foreign Ministry of Kenya said the road was open, and President Hassan Sheikh Mohamud of Somalia said"
        " that it would stay so."
    )
    tellings = Tellings(context, drafts)
    rows = [tellings.features(draft, draft.mentions)[0] for draft in drafts]
    assert [(row["rivals"], row["rivals_before"]) for row in rows] == [(2.0, 0.0), (2.0, 1.0)]


def test_what_is_told_later_is_known_of_a_telling() -> None:
    rows = [{"formed": 0.0}, {"formed": 1.0}, {"formed": 0.0}]
    set_beside(rows)
    assert [row["before_formed"] for row in rows] == [0.0, 0.0, 1.0]
    assert [row["after_formed"] for row in rows] == [1.0, 0.0, 0.0]
