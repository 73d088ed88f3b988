"""How a question to PostgreSQL's index is taken apart; that it finds the same is tested with every search."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from peyman.record.search.asked import Expression, Term, all_of, any_of
from peyman.record.search.postgresql import PostgreSql, _ways

WORDS = st.sampled_from("abcd")
TERMS = st.builds(Term, st.lists(WORDS, min_size=1, max_size=2).map(tuple))
EXPRESSIONS = st.recursive(
    TERMS,
    lambda parts: st.builds(Expression, st.lists(parts, min_size=1, max_size=4).map(tuple), st.booleans()),
    max_leaves=12,
)


def holds(part: Term | Expression, text: Sequence[str]) -> bool:
    if isinstance(part, Term):
        size = len(part.words)
        return any(tuple(text[start : start + size]) == part.words for start in range(len(text)))
    return (all if part.every else any)(holds(each, text) for each in part.parts)


@given(EXPRESSIONS, st.lists(WORDS, max_size=6))
def test_the_ways_together_are_the_whole(expression: Term | Expression, text: list[str]) -> None:
    whole = holds(expression, text)
    assert any(all(holds(part, text) for part in way) for way in _ways(expression)) == whole


@given(EXPRESSIONS)
def test_there_are_never_many_ways(expression: Term | Expression) -> None:
    assert len(list(_ways(expression))) <= max(8, len(expression.parts) if isinstance(expression, Expression) else 1)


def test_phrases_are_asked_for_apart_and_left_out_where_their_words_say_it() -> None:
    first, last = Term(("hakan",)), Term(("fidan",))
    own, other = Term(("hakan", "fidan")), Term(("هاكان", "فيدان"))
    name = any_of([all_of([first, last]), any_of([own, other])])
    assert list(_ways(all_of([Term(("met",)), any_of([all_of([first, last]), own, other])]))) == [
        (Term(("met",)), first, last),
        (Term(("met",)), other),
    ]
    values: list[str] = []

    def keep(value: str) -> str:
        values.append(value)
        return f"p{len(values)}"

    statement = PostgreSql().matching("search_texts", name, keep)
    assert statement.count("UNION") == 1
    assert values == ["('hakan')", "('fidan')", "(('hakan' <-> 'fidan') | ('هاكان' <-> 'فيدان'))"]
