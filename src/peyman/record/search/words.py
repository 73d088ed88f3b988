"""Words as the index holds them: folded, with the forms that a language's affixes and lost joiners make of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from peyman import languages
from peyman.text.fold import fold
from peyman.text.lexicon import Affixes
from peyman.text.tokens import TokenKind, tokenise

#: Shortest stem that counts: shorter ones are parts of too many words.
SHORTEST_STEM = 3
JOINER = "\u200c"
#: Words whose stems are kept in mind: those of a language's running text are mostly the same.
_STEMS_KEPT = 1 << 16
#: Marks inside words and numbers that are written or left out: Sa'dun and Sadun, 1,000 and 1000.
_LEFT_OUT = str.maketrans("", "", "'.,٫٬")


class Word(NamedTuple):
    """One word or number of a text.

    Attributes:
        form: As the index holds it.
        text: As it stands in the text.
        start: Offset of its first code point.
        end: Offset after its last one.
    """

    form: str
    text: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words and numbers of a text in order; marks are left out."""
    found = []
    for token in tokenise(text):
        if token.kind is TokenKind.MARK:
            continue
        form = token.fold.translate(_LEFT_OUT)
        if form:
            found.append(Word(form, token.text, token.start, token.end))
    return found


def forms_of(text: str) -> str:
    """Return the forms of a text's words with blanks between them."""
    return " ".join(word.form for word in words_of(text))


def parts_of(word: str) -> tuple[str, ...]:
    """Return the forms of what joiners hold together in a word; empty where it has none."""
    if JOINER not in word:
        return ()
    parts = tuple(fold(part).translate(_LEFT_OUT) for part in word.split(JOINER))
    parts = tuple(part for part in parts if part)
    return parts if len(parts) > 1 else ()


@lru_cache(maxsize=_STEMS_KEPT)
def stems_of(form: str, language: str) -> tuple[str, ...]:
    """Return the stems of a form in one language, itself not among them; empty for a language that is not read.

    Args:
        form: A folded word.
        language: BCP 47 code.
    """
    affixes = None if form.isdigit() else _affixes_of(language)
    if affixes is None:
        return ()
    stems = affixes.stems(form)
    return tuple(stem for stem in stems if stem != form and len(stem) >= SHORTEST_STEM)


@cache
def _affixes_of(language: str) -> Affixes | None:
    return Affixes.of(languages.load(language)) if language in languages.codes() else None


@cache
def languages_of_script(arabic: bool) -> tuple[str, ...]:
    """Return the codes of the languages that are written in the Arabic script, or of those that are not."""
    return tuple(each.code for each in languages.all_languages() if (each.script == "Arab") == arabic)


def possible_stems(form: str) -> tuple[str, ...]:
    """Return the stems that a form can have in any language of its script, the least inflected first."""
    arabic = any("\u0600" <= character <= "\u06ff" for character in form)
    found = {stem: None for code in languages_of_script(arabic) for stem in stems_of(form, code)}
    return tuple(sorted(found, key=lambda stem: -len(stem)))


def stems_in(words: Iterable[Word], language: str) -> str:
    """Return every stem of some words, and the parts of those with joiners, each once, with blanks between them."""
    found: dict[str, None] = {}
    for form, text in dict.fromkeys((word.form, word.text) for word in words):
        for stem in stems_of(form, language):
            found[stem] = None
        for part in parts_of(text):
            if len(part) >= SHORTEST_STEM:
                found[part] = None
    return " ".join(sorted(found))
