"""What the tagger took for names, put right where the words around it speak against it.

An office behind a comma describes a person; the word for a son joins two names to one; a verb or a form of address in
the middle of a name begins something else.
"""

from __future__ import annotations

from collections.abc import Sequence

from peyman.actors.bodies.composed import grammar
from peyman.actors.known.register import name_lexicon
from peyman.actors.known.tagger import NameSpan
from peyman.actors.known.titles import Vocabulary, vocabulary
from peyman.actors.matching.match import FILIATION
from peyman.actors.names.listed_people import begins_next
from peyman.actors.names.name_marks import is_bound
from peyman.actors.offices.office_ends import is_case_ending
from peyman.actors.people.ordinary_words import is_phrase
from peyman.actors.places.named import place_words
from peyman.text.analysis import AnalysedText
from peyman.text.marks import COMMAS
from peyman.text.tokens import Token, TokenKind


def people_before_titles(text: AnalysedText, names: Sequence[NameSpan]) -> list[NameSpan]:
    """Take for persons those whom an office behind them describes, whatever the tagger takes them for.

    Args:
        text: The analysed text.
        names: What the tagger found.

    Returns:
        The same ranges; "X Y, Commander of …" is a person, and where an office may stand behind a name without a mark,
        so is "X Y commander of …" if X is a given name, or begins with a capital letter and the office does not.
    """
    words = vocabulary(text.language)
    titles = words.titles

    def held(first: int) -> bool:
        end = min(first + 4, len(text.tokens))
        return any(m.start == first and m.value == "office" for m in titles.find(text.tokens, first, end))

    def introduced(name: NameSpan) -> bool:
        """Whether "member of the delegation" stands right before, in one word for each."""
        led = name.first - 1
        if not words.has_case or led < 1 or name.kind == "person" or name.last - name.first != _FULL_NAME:
            return False
        if not words.is_among(text.tokens[led].fold, words.led):
            return False
        titled = any(m.end == led and m.value == "office" for m in titles.find(text.tokens, led - 1, led))
        return titled and any(_is_unknown(words, text.tokens[t]) for t in range(name.first, name.last))

    def described(name: NameSpan) -> bool:
        if introduced(name):
            return True
        if name.kind == "person" or not 2 <= name.last - name.first <= 3 or name.last + 1 >= len(text.tokens):
            return False
        # Where names begin with capital letters, an office that does not is none of them.
        given = text.tokens[name.first].fold in words.given
        parted = text.tokens[name.last].text[:1].islower() if words.has_case else given
        if words.office_behind and parted and held(name.last):
            return True
        if text.tokens[name.last].text not in COMMAS:
            return False
        behind = name.last + 1
        return any(
            match.start == behind for match in titles.find(text.tokens, behind, min(behind + 4, len(text.tokens)))
        )

    return [NameSpan(name.first, name.last, "person") if described(name) else name for name in names]


def people_in_lists(text: AnalysedText, names: Sequence[NameSpan]) -> list[NameSpan]:
    """Take for a person whatever closes a list of people: "A B, C D and *E F*".

    Args:
        text: The analysed text.
        names: What the tagger found.

    Returns:
        The same ranges; the last of a list of at least three, of two words and with a mark behind it, is a person, and
        so is what stands between two of them, of two words that no table knows.
    """
    words = vocabulary(text.language)
    people = {name.last: name for name in names if name.kind == "person"}
    begun = {name.first for name in names if name.kind == "person"}

    def between(name: NameSpan) -> bool:
        tokens = text.tokens
        if name.kind == "person" or name.last - name.first != _FULL_NAME or name.last + 1 >= len(tokens):
            return False
        if not name.first or tokens[name.first - 1].text not in COMMAS or name.first - 1 not in people:
            return False
        parted = tokens[name.last].text in COMMAS or tokens[name.last].fold in words.conjunctions
        unknown = all(_is_unknown(words, tokens[t]) for t in range(name.first, name.last))
        unknown = unknown or tokens[name.first].fold in words.given
        return parted and name.last + 1 in begun and unknown and not _holds_body(text, name)

    def listed(name: NameSpan) -> bool:
        tokens, joined = text.tokens, name.first - 1
        if name.kind == "person" or name.last - name.first != _FULL_NAME or joined < 1:
            return False
        if tokens[joined].fold not in words.conjunctions or tokens[joined].kind is not TokenKind.WORD:
            return False
        before = people.get(joined - (tokens[joined - 1].text in COMMAS))
        if before is None or before.last - before.first < _FULL_NAME or tokens[before.first - 1].text not in COMMAS:
            return False
        ended = name.last >= len(tokens) or tokens[name.last].kind is TokenKind.MARK
        return ended and before.first - 1 in people

    return [NameSpan(n.first, n.last, "person") if listed(n) or between(n) else n for n in names]


def is_field(text: AnalysedText, name: NameSpan) -> bool:
    """Whether a tagged person or place is the field of the office before: "Wezîra *Karûbarên Derve* ya Omanê".

    Args:
        text: The analysed text.
        name: What the tagger found; of a place it may be the last word: "Wezîrê Veguhestin û *Gihandinê*".
    """
    words = vocabulary(text.language)
    if not words.has_case or words.possessor_before or not name.first:
        return False
    if name.kind != "place" and name.last - name.first < _FULL_NAME:
        return False
    reach = _LONGEST_FIELD if name.kind == "place" else 0
    for first in range(max(1, name.first - reach), name.first + 1):
        field = grammar(text.language).words(text, first, name.last).at(first, "domains")
        titles = words.titles.find(text.tokens, first - 1, first)
        if field is not None and field.end == name.last and any(t.value == "office" for t in titles):
            return True
    return False


def without_endings(text: AnalysedText, names: Sequence[NameSpan]) -> list[NameSpan]:
    """Cut off the endings of cases that stand behind an apostrophe: "li *Yozgat*'ê", which are no part of a name.

    Args:
        text: The analysed text.
        names: What the tagger found.

    Returns:
        The names without them; a day alone ("roja *Şemiyê*") is no body and is left out.
    """
    words = vocabulary(text.language)

    def is_day(name: NameSpan) -> bool:
        alone = name.kind == "body" and name.last - name.first == 1
        return alone and words.is_among(text.tokens[name.first].fold, words.timely)

    def cut(name: NameSpan) -> NameSpan:
        last = name.last - 2
        return NameSpan(name.first, last, name.kind) if last > name.first and is_case_ending(text, name.last) else name

    named = [name for name in names if not is_day(name)]
    return [cut(name) for name in named] if words.case_endings else named


def _holds_body(text: AnalysedText, name: NameSpan) -> bool:
    """Whether a known body or outlet is inside a name: "A B, *Hezbollah* Brigades, C D"."""
    found = name_lexicon(text.language).find(text.tokens, name.first, name.last)
    return any(known.category in ("body", "outlet") for _, _, known in found)


def _is_unknown(words: Vocabulary, token: Token) -> bool:
    """Whether a word is a given name, or none of the common ones of the language."""
    if token.kind is not TokenKind.WORD or words.is_stop(token.fold):
        return False
    if token.fold in words.given:
        return True
    return words.ranks.get(token.fold, _COMMON) >= _COMMON if words.has_case else not words.is_word(token.fold)


def _with_fathers(text: AnalysedText, names: Sequence[NameSpan]) -> list[NameSpan]:
    """Join the parts of a name that the word for a son stands between: "Khalid *bin* Ahmed bin Mohammed"."""
    joined: list[NameSpan] = []
    titles = vocabulary(text.language).titles
    for name in names:
        before = joined[-1] if joined else None
        if name.kind == "person" and any(
            m.end == name.first for m in titles.find(text.tokens, max(0, name.first - 4), name.first)
        ):
            joined.append(name)  # "Foreign Minister *Bin Omar*": the title is no name of a father's son
            continue
        begins = text.tokens[name.first].fold in FILIATION
        between = (
            text.tokens[before.last].fold in FILIATION if before is not None and before.last < name.first else False
        )
        gap = name.first - before.last if before is not None else 0
        if (
            before is not None
            and before.kind == name.kind == "person"
            and ((begins and gap == 0) or (between and gap == 1))
        ):
            joined[-1] = NameSpan(before.first, name.last, "person")
        elif name.kind == "person" and name.first > 1 and text.tokens[name.first - 1].fold in FILIATION:
            given = text.tokens[name.first - 2]
            named = given.text[:1].isupper() if text.language.has_case else given.kind is TokenKind.WORD
            joined.append(NameSpan(name.first - 2, name.last, "person") if named else name)
        elif begins and name.kind == "person" and name.first and text.tokens[name.first - 1].kind is TokenKind.WORD:
            # "Received *Ben* Wallace": what begins with a small letter is no name.
            named = text.tokens[name.first - 1].text[:1].isupper() or not text.language.has_case
            joined.append(NameSpan(name.first - 1, name.last, "person") if named else name)
        else:
            joined.append(name)
    return joined


def people_alone(text: AnalysedText, names: Sequence[NameSpan]) -> list[NameSpan]:
    """Cut off what was taken in with a person's name and is none of it: a verb, or how the next person is addressed.

    What was taken for a place and is made of ordinary words alone is left out.

    Where names begin with capital letters only "and" is: "the meeting of *A and B*"; else "A B visited C" may be taken
    for one name.

    Args:
        text: The analysed text.
        names: What the tagger found.
    """
    words = vocabulary(text.language)
    names = _with_fathers(text, names)
    if words.has_case:
        names = [name for name in names if not is_bound(text, name)]
        return [part for name in names for part in _parted_by_and(text, words, name)]

    def alone(name: NameSpan) -> NameSpan:
        if name.kind != "person":
            return name
        addresses = {
            m.start
            for m in words.titles.find(text.tokens, name.first + 1, name.last)
            if m.value == "honorific" and m.end < name.last
        }
        for token in range(name.first + 1, name.last):
            word = text.tokens[token].fold
            if word in words.particles or word in words.given:
                continue
            if token in addresses or words.is_stop(word) or begins_next(words, text.tokens[token]):
                return NameSpan(name.first, token, "person")
        return name

    # "In its inner self", "in the framework": no place is called by words like these alone, without one for its kind.
    kinds = place_words(text.language)
    named = [
        name
        for name in names
        if name.kind != "place" or text.tokens[name.first].fold in kinds or not is_phrase(text, name.first, name.last)
    ]
    return [alone(name) for name in named]


def _parts_names(name: NameSpan, comma: int) -> bool:
    """Whether a comma inside a name parts two: "A B, C D", "A, B"; but not "A B, Jr"."""
    return comma - name.first < _FULL_NAME or name.last - comma > _FULL_NAME


def _parted_by_and(text: AnalysedText, words: Vocabulary, name: NameSpan) -> list[NameSpan]:
    """The people that "and" or a comma parts in what was taken for one name; the name itself where none does."""
    inside = range(name.first + 1, name.last - 1)
    ands = [t for t in inside if text.tokens[t].fold in words.conjunctions and text.tokens[t].text.islower()]
    ands += [t for t in inside if text.tokens[t].text in COMMAS and _parts_names(name, t)]
    ands.sort()
    if name.kind != "person" or not ands:
        return [name]
    starts = (name.first, *(t + 1 for t in ands))
    return [NameSpan(first, last, "person") for first, last in zip(starts, (*ands, name.last), strict=True)]


#: The field of an office has at most so many words before its last one.
_LONGEST_FIELD = 3
#: A full name has at least so many words.
_FULL_NAME = 2
#: A word commoner than this is part of no name that nothing else tells.
_COMMON = 3000
#: Marks between a name and the office that describes it.
