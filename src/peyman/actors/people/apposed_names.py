"""Names that stand bare beside an office, with no mark between them: "wezîrî derewey *Kenya* A B gutî".

A language that binds a word to the next by an ending says by the lack of that ending that nothing more is told
of whose an office is: what stands there is who holds it. And whatever opens a clause right before an office is who
holds it, where it is no word of the language. Names are made of words that are rare, at least one of them of none that
the language has; a noun with the ending is none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from peyman.actors.known.titles import vocabulary
from peyman.actors.names.name_marks import LONGEST_NAME
from peyman.actors.offices.roles import LONGEST_ROLE
from peyman.text.analysis import AnalysedText
from peyman.text.marks import BREAKS, CLOSING_QUOTES, COMMAS, OPENING_QUOTES
from peyman.text.tokens import TokenKind

#: A word that is commoner than this is part of no name here, but for a given name.
COMMON_RANK = 3000
#: A word that is commoner than this is part of none at all.
COMMONEST = 600
#: A full name has at least so many words, and at most so many stand bare.
FEWEST, MOST = 2, 4
#: Marks that open and close a name that stands between quotation marks.
OPENING, CLOSING = OPENING_QUOTES | frozenset("'‘"), CLOSING_QUOTES | frozenset("“'’")
#: Marks that close a name behind an office, and open one before it.
_MARKS = COMMAS | frozenset(".:؛")


def behind_owner(
    text: AnalysedText, at: int, end: int, owned: Callable[[int], int], can_be_name: Callable[[int, int], bool]
) -> list[tuple[int, int]]:
    """Find the name behind whose an office is.

    Args:
        text: The text.
        at: The token behind the office.
        end: Where its sentence ends.
        owned: Where the party, body or place that a token is of ends; 0 where it is of none.
        can_be_name: Whether a token may be of a name that ends before another token.

    Returns:
        The range of the name, if there is one; none in a language that writes no such ending.
    """
    words = vocabulary(text.language)
    if not words.binding:
        return []
    start = at
    while at < end and at - start < LONGEST_ROLE:
        token = text.tokens[at]
        joins = token.fold in words.conjunctions
        if token.text in BREAKS or token.text in _MARKS or (words.is_stop(token.fold) and not joins):
            return []
        at = max(at + 1, owned(at))
        if owned(at - 1) and not text.tokens[at - 1].text.endswith(words.binding):
            break
    last = at
    while last < end and last - at <= MOST and can_be_name(last, end):
        last += 1
    closes = last >= end or text.tokens[last].text in _MARKS or words.is_stop(text.tokens[last].fold)
    return [(at, last)] if at > start and closes and is_bare_name(text, at, last) else []


def give_up(
    candidates: dict[int, tuple[int, int, float]], first: int, last: int, known: Collection[tuple[int, int]]
) -> set[int]:
    """Give up what was taken for names inside a name that stands bare behind whose its office is.

    Args:
        candidates: The names with how sure each is, by their first token; those inside are taken out.
        first: First token of the name.
        last: After its last token.
        known: Names that the register knows, which stay, and the others beside them.

    Returns:
        The tokens that are of no name any more.
    """
    inner = [(t, candidates[t][1]) for t in range(first, last) if t in candidates and candidates[t][1] <= last]
    if any(name in known for name in inner):
        return set()
    return {token for start, end in inner if candidates.pop(start) for token in range(start, end)}


def opens_clause(text: AnalysedText, first: int, last: int, floor: int) -> bool:
    """Whether a name that an office follows opens a clause, or is governed by a preposition: "with *X Y* minister".

    Args:
        text: The text.
        first: First token of what may be the name.
        last: After its last token, where the office begins.
        floor: Where the sentence begins.
    """
    words = vocabulary(text.language)
    if not words.binding:
        return False
    before = text.tokens[first - 1]
    opens = (
        first == floor or before.text in _MARKS or before.fold in words.barriers or before.fold in words.conjunctions
    )
    return opens and is_bare_name(text, first, last)


def in_quotes(text: AnalysedText, mark: int, floor: int) -> list[tuple[int, int]]:
    """Return what may be a name between quotation marks before an office: "«*A B*», foreign minister of C".

    Args:
        text: The text.
        mark: The token before the office.
        floor: Where the sentence begins.
    """
    if mark <= floor or text.tokens[mark].text not in CLOSING:
        return []
    lowest = max(floor, mark - LONGEST_NAME - 1)
    opens = next((t for t in range(mark - 1, lowest - 1, -1) if text.tokens[t].text in OPENING), mark)
    return [(opens + 1, mark)] if FEWEST <= mark - opens - 1 <= LONGEST_NAME else []


def behind_leaders(
    text: AnalysedText,
    role_end: Callable[[int, int], int],
    name_end: Callable[[int, int], int],
    all_names: Callable[[int, int], bool],
) -> Iterator[tuple[int, int]]:
    """Names behind those whom somebody leads: "the delegation *was headed by* A B", "*under the leadership of* A B".

    Args:
        text: The text.
        role_end: Where an office that begins at a token ends, and not behind another token.
        name_end: The same of a name.
        all_names: Whether all words of a range may be of a name.

    Yields:
        The ranges; none in a language with capital letters, where names are told without it.
    """
    words = vocabulary(text.language)
    if words.possessor_before or words.has_case:
        return
    for sentence in text.sentences:
        for at in range(sentence.first + 1, sentence.last):
            first = at + 1
            if text.tokens[at].fold in words.led and text.tokens[at - 1].fold in words.heading:
                first = role_end(at + 1, sentence.last)
                if first == at + 1:
                    continue
            elif not (words.binding and text.tokens[at].fold in words.heading):
                continue
            last = name_end(first, sentence.last)
            if last - first >= FEWEST and (all_names(first, last) or is_bare_name(text, first, last)):
                yield first, last


def is_bare_name(text: AnalysedText, first: int, last: int) -> bool:
    """Whether words that nothing else tells may be a name: most are rare, none is bound to the next, one is of no word.

    Args:
        text: The text.
        first: First token.
        last: After the last one.
    """
    words = vocabulary(text.language)
    if not (words.binding and FEWEST <= last - first <= MOST):
        return False
    given, unknown, common = text.tokens[first].fold in words.given, 0, 0
    for at in range(first, last):
        token = text.tokens[at]
        if token.kind is not TokenKind.WORD:
            return False
        if token.fold in words.given or token.fold in words.particles:
            unknown += 1
            continue
        rank, known = words.ranks.get(token.fold), words.is_word(token.fold)
        if rank is not None and rank < COMMONEST:
            return False
        common += rank is not None and rank < COMMON_RANK
        bound = token.text.endswith(words.binding) and words.is_word(token.fold[: -len(words.binding[0])])
        if known and ((bound and at + 1 < last) or (rank is None and not given)):
            return False
        unknown += not known
    return unknown > common
