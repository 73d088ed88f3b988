"""Names between a form of address and an office: "His Excellency Mr *A B C* ambassador of D".

What stands between the two is the name, however usual one of its words is in the language. It counts only where letters
have no case: elsewhere capitals tell more.
"""

from __future__ import annotations

from collections.abc import Mapping

from peyman.actors.known.titles import Vocabulary, begins_as_written
from peyman.text.analysis import AnalysedText
from peyman.text.lexicon import Match

#: A name has so many words at least, and at most.
FEWEST, MOST = 2, 5


def is_enclosed(
    text: AnalysedText, words: Vocabulary, title_at: Mapping[int, Match], title: Match, name: tuple[int, int]
) -> bool:
    """Tell whether words that may be a name stand between a form of address and an office.

    Args:
        text: The text.
        words: What its language knows of titles and names.
        title_at: Titles by their tokens.
        title: The form of address, or an office of one word that stands for one: "Ambassador A B".
        name: The tokens that may be the name.

    Returns:
        False too where no word of it is a given name or one that the language does not have.
    """
    first, last = name
    behind = title_at.get(last)
    if words.has_case or not FEWEST <= last - first <= MOST or first != title.end or behind is None:
        return False
    if behind.start != last or behind.value != "office" or not begins_as_written(behind, text.tokens[last]):
        return False
    addressed = title.value in ("honorific", "rank") or (
        title.end - title.start == 1 and text.tokens[title.start].fold.startswith(words.article or ("\0",))
    )
    folds = [token.fold for token in text.tokens[first:last]]
    return addressed and any(fold in words.given or fold not in words.ranks for fold in folds)
