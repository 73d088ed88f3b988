"""The query language: what a query means, and what is refused in one line that says what to do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peyman.errors import QueryError
from peyman.record.search.query import LONGEST_QUERY, All, Either, Field, Node, Without, Words, parse


def shape(node: Node) -> object:
    """A tree as nested tuples, words as they are folded."""
    if isinstance(node, Words):
        forms = tuple(word.form for word in node.words)
        return ("phrase", *forms) if node.phrase else forms
    if isinstance(node, Field):
        return (f"{node.name}:", *node.values)
    if isinstance(node, Without):
        return ("-", shape(node.part))
    return ("all" if isinstance(node, All) else "or", *(shape(part) for part in node.parts))


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("", ("all",)),
        ("ceasefire talks", ("all", ("ceasefire", "talks"))),
        ('"joint committee" talks', ("all", ("phrase", "joint", "committee"), ("talks",))),
        ("«لجنة مشتركة»", ("all", ("phrase", "لجنه", "مشترکه"))),
        ("talks OR دیدار", ("all", ("or", ("talks",), ("دیدار",)))),
        ("talks -Geneva", ("all", ("talks",), ("-", ("geneva",)))),
        ('talks -"in Geneva"', ("all", ("talks",), ("-", ("phrase", "in", "geneva")))),
        ("(talks OR call) Muscat", ("all", ("or", ("talks",), ("call",)), ("muscat",))),
        ("party:IRQ,USA", ("all", ("party:", "IRQ", "USA"))),
        ('party:"United States"', ("all", ("party:", "United States"))),
        ("lang:fa published:1404-08", ("all", ("language:", "fa"), ("date:", "1404-08"))),
        ("after:2025", ("all", ("since:", "2025"))),
        ("-kind:meeting", ("all", ("-", ("kind:", "meeting")))),
        ("a AND b", ("all", ("a", "b"))),
        ("Al-Sudani", ("all", ("sudani",))),
        ("https://example.org", ("all", ("https", "example", "org"))),
        ("10:30", ("all", ("10", "30"))),
        ("a - b", ("all", ("a", "b"))),
    ],
)
def test_a_query_means(query: str, tree: object) -> None:
    assert shape(parse(query)) == tree


@pytest.mark.parametrize(
    "query",
    [
        '"joint committee',
        "(talks",
        "talks)",
        "OR talks",
        "talks OR",
        "talks -(",
        "colour:red",
        "(a OR )",
        "party:",
        "talks Kind:",
    ],
)
def test_what_is_no_query_is_refused_with_advice(query: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert caught.value.advice and "\n" not in str(caught.value)


def test_a_field_and_its_value_with_a_space_between_them_are_refused_by_name() -> None:
    with pytest.raises(QueryError, match="'party' has no value"):
        parse("talks party: IRQ")


def test_a_text_is_no_query() -> None:
    with pytest.raises(QueryError):
        parse("word " * LONGEST_QUERY)


PIECES = [*'ab ()"-:|«»', " OR ", "party:", "ه", "\u200c", "۱"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_is_a_query_or_refused(query: str) -> None:
    try:
        tree = parse(query)
    except QueryError:
        return
    assert isinstance(tree, All)
    assert not any(isinstance(part, Either) and len(part.parts) < 2 for part in tree.parts)
