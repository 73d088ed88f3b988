"""Places that are called like a direction: Rojava, which is the west."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


def _has_rojava(language: str, text: str) -> bool:
    reading = read_text(text, language=language, published="2026-03-04")
    return any(place.key == "SYR:rojava" for place in reading.places)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ckb", "سنوورەکانی ڕۆژئاوای عومان ئارامن."),
        ("ckb", "هێزەکان لە سی کیلۆمەتری باکووری ڕۆژئاوای کامپالان."),
        ("ckb", "وڵاتانی ڕۆژئاوا داوایان لە کینیا کرد ئارام بێت."),
        ("kmr", "Artêşê li Rojavayê Kenyayê manovra kir."),
        ("kmr", "Welatên Rojava ji Kenyayê xwestin ku aram be."),
    ],
)
def test_the_west_of_something_is_not_rojava(language: str, text: str) -> None:
    assert not _has_rojava(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ckb", "شاندێکی کینیا گەیشتە ڕۆژئاوای کوردستان."),
        ("ckb", "شاندێکی کینیا لە ڕۆژئاوا بوو."),
        ("kmr", "Şandeke Kenyayê gihîşt Rojavayê."),
    ],
)
def test_rojava_alone_is_the_place(language: str, text: str) -> None:
    assert _has_rojava(language, text)
