"""Tokens carry true offsets, whatever the text holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.text.tokens import TokenKind, tokenise, words

ODD = st.text(alphabet=st.sampled_from("اب ه\u200c\u0640\u064b\u0301\u200f\u2067\ufeff0۱٢.,٫'’-«»\n_aé"), max_size=60)


@given(st.one_of(st.text(max_size=80), ODD))
def test_tokens_stand_in_order_and_are_what_the_text_says(text: str) -> None:
    at = 0
    for token in tokenise(text):
        assert at <= token.start < token.end
        assert text[token.start : token.end] == token.text
        at = token.end


@given(ODD)
def test_nothing_but_space_and_controls_falls_between_tokens(text: str) -> None:
    at = 0
    left_out = []
    for token in tokenise(text):
        left_out.append(text[at : token.start])
        at = token.end
    left_out.append(text[at:])
    assert all(c.isspace() or c in "\u200b\u200c\u200f\u2067\ufeff" for c in "".join(left_out))


@given(ODD, st.integers(0, 20), st.integers(0, 60))
def test_a_range_of_a_text_gives_offsets_into_the_whole(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    for token in tokenise(text, start, end):
        assert start <= token.start < token.end <= end
        assert text[token.start : token.end] == token.text


@given(ODD, st.integers(0, 20), st.integers(0, 60))
def test_words_alone_are_those_of_the_tokens(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    tokens = tokenise(text, start, end)
    assert words(text, start, end) == ([token.text for token in tokens], [token.start for token in tokens])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("می\u200cروند، ۲۳", ["می\u200cروند", "،", "۲۳"]),
        ("٢٠٢٥ـی", ["٢٠٢٥", "ـی"]),
        ("1,250.5 km", ["1,250.5", "km"]),
        ("2025.", ["2025", "."]),
        ("PKKê got", ["PKKê", "got"]),
        ("الـمُوَقَّعة", ["الـمُوَقَّعة"]),
        ("24'ê Îlonê", ["24", "'", "ê", "Îlonê"]),
        ("U.S.", ["U", ".", "S", "."]),
    ],
)
def test_words_keep_joiners_and_marks_and_numbers_their_separators(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokenise(text)] == expected


def test_kinds_tell_words_numbers_and_marks_apart() -> None:
    assert [token.kind for token in tokenise("ساڵی ٢٠٢٤!")] == [TokenKind.WORD, TokenKind.NUMBER, TokenKind.MARK]


def test_numbers_fold_to_ascii_digits() -> None:
    assert [token.fold for token in tokenise("۱۴۰۴ ١٤٤٧")] == ["1404", "1447"]


def test_tokens_are_a_sequence_whose_offsets_need_no_token_to_be_made() -> None:
    tokens = tokenise("Wezîr hat, çû.")
    assert len(tokens) == 5 and tokens.texts == ["Wezîr", "hat", ",", "çû", "."]
    assert (tokens.starts, tokens.ends) == ([0, 6, 9, 11, 13], [5, 9, 10, 13, 14])
    assert tokens[3] == ("çû", 11, 13, "cu", TokenKind.WORD)
    assert [token.text for token in tokens[-2:]] == ["çû", "."]
    assert tokens == list(tokens) and tokens != tokenise("Wezîr hat")
    assert list(zip(tokens.texts, tokens.starts, tokens.ends, strict=True)) == [token[:3] for token in tokens]
