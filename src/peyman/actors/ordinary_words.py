"""What was tagged as a person's name and is a phrase of ordinary words, or was cut within the name.

Where names begin with no capital letters, "the rehabilitation of dams" may look like one. The language lists ordinary
words beside its commonest ones, and the particles that never end a name.
"""

from __future__ import annotations

from peyman.actors.titles import vocabulary
from peyman.text.analysis import AnalysedText
from peyman.text.tokens import TokenKind


def is_phrase(text: AnalysedText, first: int, last: int) -> bool:
    """Whether what was tagged as a name is but a phrase of ordinary words.

    Args:
        text: The text.
        first: First token of what was tagged.
        last: After its last token.

    Returns:
        Whether all its words are ordinary and none is a given name; never in a language whose names have capitals, or
        that lists no ordinary words.
    """
    words = vocabulary(text.language)
    if words.has_case or not words.ordinary:
        return False
    folds = tuple(token.fold for token in text.tokens[first:last])
    named = words.given | words.particles
    return folds in words.no_people or all(words.is_word(fold) and fold not in named for fold in folds)


def behind_particle(text: AnalysedText, last: int) -> int:
    """Return where a name ends that was cut behind a particle which never ends one: "Georges Abi *Saab*".

    Args:
        text: The text.
        last: After the last token of what was found of the name.
    """
    opening = vocabulary(text.language).opening_particles
    while (
        last < len(text.tokens)
        and text.tokens[last - 1].fold in opening
        and text.tokens[last].kind is TokenKind.WORD
        and text.sentence_at(last) == text.sentence_at(last - 1)
    ):
        last += 1
    return last
