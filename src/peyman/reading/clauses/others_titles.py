"""Titles behind a name that are of another: "met A's president X *B's premier*", "A expelled *B diplomats*"."""

from __future__ import annotations

from collections.abc import Sequence

from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.text.analysis import AnalysedText
from peyman.text.tokens import TokenKind

#: Between the noun of a title and the adjective for whose it is stand at most so many words: «وزيرة *التجارة* الكينية».
LONGEST_OFFICE = 2


def is_of_another(text: AnalysedText, sentence: ReadSentence, a: Agent, behind: Sequence[Agent], *, led: bool) -> bool:
    """Whether a title behind a name is another's: "met *A's president X* B's premier", "according to X, B's side".

    So it is where words stand between a state and a noun for people that is another's: "A expelled five *B diplomats*".

    Args:
        text: The analysed text.
        sentence: Where they stand.
        a: Whoever is named.
        behind: The noun for people behind it, and whoever is named behind that, if anybody is.
        led: Whether nouns stand before whatever says whose they are, so that no word need part the two.
    """
    title, whose = behind[0], behind[-1]
    if (
        not a.headed
        and not a.person
        and title.headed
        and not (title.parties or whose.person)
        and whose.first == title.last
    ):
        gap = range(a.last, title.first)
        apart = len(a.parties) == 1 and bool(whose.parties) and not {*a.parties} & {*whose.parties}
        words = (led or bool(gap)) and all(text.tokens[t].kind is TokenKind.WORD for t in gap)
        if apart and words and not sentence.having("and", first=a.last, last=title.first):
            return True
    near = title.first - a.last <= (a.role == "according")  # "according to X, the B side"
    if not (a.person and a.parties and title.headed and near and 0 <= whose.first - title.last <= LONGEST_OFFICE):
        return False
    met_before = a.role == "according" or any(c.last <= a.first for c in sentence.all_having("meeting-verb")[:1])
    return met_before and not {*a.parties} & {*whose.parties}


def is_parted_off(sentence: ReadSentence, a: Agent, b: Agent, articles: set[int]) -> bool:
    """Whether a verb parts a title from whoever is named behind it, or an article opens a second title there.

    "The Minister reviewed *Envoy A's* journey". Words that link stand between titles that are one: "the head *of the*
    delegation".

    Args:
        sentence: Where they stand.
        a: Whoever is named first.
        b: Whoever is named behind it.
        articles: The tokens of articles.
    """
    if a.headed and sentence.having("past", "stance", first=a.last, last=b.first):
        return True
    if not (a.headed and b.headed) or b.first - 1 not in articles:
        return False
    links = sentence.having("of", "and", "article", first=a.last, last=b.first)
    return not {*range(a.last, b.first)} <= {t for c in links for t in range(c.first, c.last)}
