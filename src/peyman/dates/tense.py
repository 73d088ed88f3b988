"""Whether the sentence around a date looks back or ahead: by the words that each language lists for it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import compress, pairwise, product, repeat
from operator import itemgetter
from typing import Any, NamedTuple

from peyman.languages import Language
from peyman.text.fold import fold
from peyman.text.marks import COMMAS
from peyman.text.tokens import Token, TokenKind, tokenise

PAST, UNKNOWN, FUTURE = -1, 0, 1
#: What lies behind beyond doubt: the day of an agreement that is named by it.
SURELY_PAST = -4
#: As a cue: past before what is past itself, "had spoken"; as the tense around a date: and no cue nearby says another.
PERFECT = -3
#: The past that no cue nearby speaks against.
CLEARLY_PAST = -2
#: A cue against the nearest one leaves no doubt if it is so many times as far away.
_OUT_OF_SIGHT = 2
#: A cue on the side where the verb mostly stands counts as so many times nearer.
_FAVOUR = 3
#: Cues further away than this say nothing, in tokens.
_REACH = 60
#: None of them counts that stands so many tokens away, and no token stands so far away.
_FARTHEST, _NEVER = _REACH * _FAVOUR, 2**62
#: A cue in another clause counts as so many times further away.
_BEYOND = 3
#: As a cue: a verb of what can only have come about, "met", "fell", and not, as "announced", be of what lies ahead.
HAPPENED = -5
#: In a list of cues: where another clause begins.
CLAUSE = 2
#: In a list of cues: where what is said of the one side says nothing of the other, "They agreed: rain from Sunday".
CUT = 4
#: In a list of cues: a verb that is past itself and looks ahead to what stands behind it, "agreed to", "postponed to".
PROMISE = 3
#: In a list of cues: what looks ahead to what stands behind it alone, "arrived on Monday *to meet*", "*ahead of*".
AIM = 5
#: In a list of cues: where a clause begins that is set off within another one, "B, *who* arrived on Monday, will meet",
#: and the comma that it ends at.
SET_OFF, SET_OFF_END = 6, 7
_BORDERS = frozenset({CLAUSE, CUT, SET_OFF, SET_OFF_END})
#: Where the verb comes last, a clause that is set off ends at a comma so many tokens behind its verb at most.
_TO_COMMA = 4
#: Cues of what is told as having happened.
TOLD = frozenset({PERFECT, PAST, HAPPENED, PROMISE})
#: Tables of words, what they say, and which word of direction says the same.
_LISTS = (
    ("perfect", PERFECT, ""), ("happened", HAPPENED, ""), ("past", PAST, "last"), ("future", FUTURE, "next"),
    ("promises", PROMISE, ""), ("aims", AIM, ""), ("none", UNKNOWN, ""),
)  # fmt: skip
#: Cues that take the affixes of the past.
_PASTS = frozenset({PAST, PERFECT, HAPPENED})
#: Cues that are no past behind an infinitive: "will be held".
_PARTICIPLES = frozenset({PAST, HAPPENED})
#: What a preposition opens ends at most so many tokens behind it.
_AROUND = 6
#: Who says what, between two commas, takes at most so many tokens.
_ASIDE = 8
_REMEMBERED_WORDS = 100_000


class _Word(NamedTuple):
    """A word that can tell the tense: its phrases, what its form alone says, which kind of clause it opens, if any."""

    phrases: tuple[tuple[tuple[str, ...], int], ...]
    sign: int
    clause: int


_text = itemgetter(Token._fields.index("text"))
#: Stands for a word that was not looked up yet.
_UNSEEN = _Word((), UNKNOWN, 0)
_COLON = _Word((), CUT, 0)


class Cues:
    """The words of one language that tell the tense."""

    def __init__(self, language: Language, strict: bool = False) -> None:
        """Compile ``[tense]`` of the language's ``calendar.toml``.

        Args:
            language: The language.
            strict: Whether letters with and without their marks are told apart, see `peyman.dates.vocabulary`.
        """
        self._form = _spelling if strict else _fold
        table: Mapping[str, Any] = language.table("calendar").get("tense", {})
        self._phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        directions = language.table("calendar").get("directions", {})
        for name, sign, nearby in _LISTS:
            own = directions.get(nearby, ()) if language.table("calendar").get("direction_after") else ()
            for phrase in (*table.get(name, ()), *(word for word in own if word not in table.get("timeless", ()))):
                words = tuple(form for token in tokenise(phrase) if (form := self._form(token)))
                suffixes = ("", *table.get("suffixes", ())) if sign in _PASTS and len(words) == 1 else ("",)
                for prefix, suffix in product(("", *table.get("prefixes", ())), suffixes) if words else ():
                    first = fold(prefix) + words[0] + fold(suffix)
                    self._phrases.setdefault(first, []).append(((first, *words[1:]), sign))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))
        self._patterns = [
            (pattern, sign)
            for name, sign in (("future", FUTURE), ("perfect", PERFECT), ("past", PAST))
            if (pattern := _compile(table.get(f"{name}_patterns", ()))) is not None
        ]
        self._clauses = {fold(word): SET_OFF for word in table.get("relative", ())}
        self._clauses |= {fold(word): CLAUSE for word in table.get("clause", ())}
        self._exceptions = frozenset(fold(word) for word in table.get("exceptions", ()))
        self._noun_endings = tuple(_normal(ending) for ending in table.get("noun_endings", ()))
        self._adposed = {_normal(end): frozenset(start) for end, start in table.get("around", {}).items()}
        self._settled = frozenset(fold(word) for word in table.get("settled", ()))
        self._acts = frozenset(fold(word) for word in table.get("acts", ()))
        self._moving = frozenset(fold(word) for word in table.get("moving", ()))
        self._infinitive = frozenset(fold(word) for word in table.get("infinitive", ()))
        self._binds = frozenset(fold(word) for word in table.get("binds", ()))
        self._saying = frozenset(fold(word) for word in table.get("saying", ()))
        self._known: dict[str, _Word | None] = {}
        self._verb_after = language.table("calendar").get("verb") == "after"

    def names_what_was_settled(self, token: Token) -> bool:
        """Tell whether a word names what was settled on the day beside it: "the agreement of 10 March"."""
        return token.fold in self._settled

    @property
    def knows_moving(self) -> bool:
        """Whether the language lists what says that something is moved to another day."""
        return bool(self._moving)

    def is_moved(self, token: Token) -> bool:
        """Tell whether a word says that something is moved to another day: "postponed", "was brought forward"."""
        return token.fold in self._moving

    def names_an_act(self, token: Token) -> bool:
        """Tell whether a word says that something was settled: "signed", "adopted"."""
        return token.fold in self._acts

    def belongs_to_act(self, token: Token) -> bool:
        """Tell whether a word says that something was settled, or whom it binds: "signed", "required"."""
        return token.fold in self._acts or token.fold in self._binds

    def find(self, tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, int]]:
        """Return the cues among the tokens ``[first, last)``: index and tense, `CLAUSE` or `CUT`."""
        found = []
        words = list(map(self._known.get, map(_text, tokens[first:last]), repeat(_UNSEEN)))
        if _UNSEEN in words:
            words = list(map(self._look_up, tokens[first:last]))
        beyond = first  # behind the phrase that was found last
        for index, word in compress(enumerate(words, first), words):
            assert word is not None
            if index < beyond or (word is _COLON and _is_within_figures(tokens, index, last)):
                continue
            if self._adposed and self._closes(tokens, first, index):
                continue
            if tokens[index].fold in self._saying and _is_aside(tokens, first, index, last):
                continue
            sign = word.sign
            participle = index > first and tokens[index - 1].fold in self._infinitive  # "must be freed"
            if sign == PAST and participle:
                sign = UNKNOWN
            for phrase, candidate in word.phrases:
                if candidate in _PARTICIPLES and participle:
                    continue
                size = len(phrase)
                if index + size <= last and all(self._form(tokens[index + k]) == phrase[k] for k in range(1, size)):
                    sign, beyond = candidate, index + size
                    break
            if sign:
                found.append((index, sign))
            elif word.clause:
                found.append((index, word.clause))
        if any(kind == SET_OFF or (kind == CLAUSE and self._verb_after) for _, kind in found):
            return self._set_off(tokens, found, last)
        return found

    def _set_off(self, tokens: Sequence[Token], found: Sequence[tuple[int, int]], last: int) -> list[tuple[int, int]]:
        """The same cues, with the clauses marked that commas set off; without the openers of such as no comma ends."""
        marked: list[tuple[int, int]] = []
        behind = -1
        for number, (index, kind) in enumerate(found):
            opens = kind == SET_OFF or (kind == CLAUSE and self._verb_after)
            if not opens or index < behind:
                marked += [(index, kind)] if kind != SET_OFF else []
                continue
            end = None
            near = found[number + 1 : number + 1 + _REACH]
            verbs = [at for at, told in near if told not in _BORDERS and at - index <= _REACH]
            if verbs and (kind == CLAUSE or tokens[index - 1].text in COMMAS):
                reach = min(last, verbs[0] + _REACH)
                end = next((t for t in range(verbs[0] + 1, reach) if _is_comma_of_clause(tokens, t)), None)
            if end is not None and self._verb_after and not any(0 < end - at <= _TO_COMMA for at in verbs):
                end = None
            if end is not None and end + 1 < last:
                behind = end
                marked += [(index, SET_OFF), (end, SET_OFF_END)]
            elif kind != SET_OFF:
                marked.append((index, kind))
        return sorted(marked)

    def _closes(self, tokens: Sequence[Token], first: int, index: int) -> bool:
        """Whether a word closes what a preposition before it opens, and is no verb: "*di* wê serdanê *da*"."""
        opening = self._adposed.get(_normal(tokens[index].text))
        return opening is not None and any(t.fold in opening for t in tokens[max(first, index - _AROUND) : index])

    def _look_up(self, token: Token) -> _Word | None:
        """What the language's lists say of a word; remembered, for most words None."""
        if (known := self._known.get(token.text, _UNSEEN)) is not _UNSEEN:
            return known
        if len(self._known) > _REMEMBERED_WORDS:
            self._known.clear()
        word = _COLON if token.text == ":" else None
        if token.kind is TokenKind.WORD:
            folded = token.fold
            sign = UNKNOWN
            if folded not in self._exceptions and not _normal(token.text).endswith(self._noun_endings):
                sign = next((sign for pattern, sign in self._patterns if pattern.fullmatch(folded)), UNKNOWN)
            phrases = tuple(self._phrases.get(self._form(token), ()))
            clause = self._clauses.get(folded, 0)
            word = _Word(phrases, sign, clause) if phrases or sign or clause else None
        self._known[token.text] = word
        return word

    def nearest(self, cues: Sequence[tuple[int, int]], first: int, last: int) -> int:
        """Return the tense of the cue nearest to the tokens ``[first, last)``, those of their own left out."""
        said = self.weigh(cues, first, last)
        return (said > 0) - (said < 0)

    def weigh(self, cues: Sequence[tuple[int, int]], first: int, last: int) -> int:
        """Return the same tense; `CLEARLY_PAST` or `PERFECT` where it is past and no cue nearby says another.

        What has come about lies as surely behind as what the past perfect tells.
        """
        nearest = dict.fromkeys((PERFECT, PAST, HAPPENED, FUTURE), _REACH * _FAVOUR)
        best, closest = UNKNOWN, _REACH * _FAVOUR
        for _, tense, distance in self._distances(cues, first, last):
            if distance < nearest[tense]:
                nearest[tense] = distance
                if distance < closest:
                    best, closest = tense, distance
        if best >= 0:
            return best
        if nearest[FUTURE] < nearest[best] * _OUT_OF_SIGHT:
            return PAST
        surely = best == HAPPENED or nearest[PERFECT] <= nearest[best] * _OUT_OF_SIGHT
        return PERFECT if surely else CLEARLY_PAST

    def nearest_told(self, cues: Sequence[tuple[int, int]], first: int, last: int) -> int | None:
        """Return where the nearest cue of what has happened stands; None where there is none."""
        told = [cue for cue in cues if cue[1] in TOLD or cue[1] in _BORDERS]
        ranked = [(distance, index) for index, _, distance in self._distances(told, first, last)]
        return min(ranked)[1] if ranked else None

    def _distances(self, cues: Sequence[tuple[int, int]], first: int, last: int) -> Iterator[tuple[int, int, int]]:
        """Each cue outside ``[first, last)`` in reach: where it stands, its tense there, how far away it counts as."""
        near = cues[bisect_left(cues, (first - _FARTHEST,)) : bisect_left(cues, (last + _FARTHEST,))]
        clauses = [index for index, tense in near if tense == CLAUSE]
        cuts = [index for index, tense in near if tense == CUT]
        before, behind = bisect_left(clauses, first), bisect_left(clauses, last)
        # of the clauses and cuts between a cue and the date, the one nearest to the date tells that there is one
        clause = (clauses[before - 1] if before else -1, clauses[behind] if behind < len(clauses) else _NEVER)
        before, behind = bisect_left(cuts, first), bisect_left(cuts, last)
        cut = (cuts[before - 1] if before else -1, cuts[behind] if behind < len(cuts) else _NEVER)
        set_off = _stretches_set_off(near)
        own = _set_off_at(set_off, first)
        opened = max(clause[0], cut[0])
        told = any(tense in TOLD and opened < index < first for index, tense in near)
        for index, tense in near:
            if tense in _BORDERS or first <= index < last or index < cut[0] or index > cut[1]:
                continue
            after = index >= last
            if tense == AIM and after and told:
                continue
            distance = index - last + 1 if after else first - index
            if after != self._verb_after:
                distance *= _FAVOUR
            if index < clause[0] or index > clause[1] or (set_off and _set_off_at(set_off, index) != own):
                distance *= _BEYOND
            if tense == PROMISE:
                tense = PAST if after else FUTURE
            elif tense == AIM:
                tense = FUTURE
            yield index, tense, distance


def _stretches_set_off(cues: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where clauses that are set off begin and end."""
    edges = [(index, kind) for index, kind in cues if kind in (SET_OFF, SET_OFF_END)]
    return [(a[0], b[0]) for a, b in pairwise(edges) if a[1] == SET_OFF and b[1] == SET_OFF_END]


def _set_off_at(stretches: Sequence[tuple[int, int]], index: int) -> int | None:
    """Which of some stretches, in order and apart, a token stands within."""
    at = bisect_left(stretches, (index,)) - 1
    return at if at >= 0 and index < stretches[at][1] else None


def _is_comma_of_clause(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is a comma, and none within a date: "Thursday, 3 April"."""
    return tokens[index].text in COMMAS and not (index + 1 < len(tokens) and tokens[index + 1].kind is TokenKind.NUMBER)


def _is_within_figures(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Whether a colon stands between figures: "09:30"."""
    behind = index + 1
    return behind < last and index > 0 and tokens[index - 1].kind is tokens[behind].kind is TokenKind.NUMBER


def _is_aside(tokens: Sequence[Token], first: int, index: int, last: int) -> bool:
    """Whether a verb stands in a few words between two commas: "is to see A on Monday, *his office said*, and B"."""
    if index + 1 >= last or tokens[index + 1].text not in COMMAS:
        return False
    return any(token.text in COMMAS for token in tokens[max(first + 1, index - _ASIDE) : index])


def _compile(patterns: Iterable[str]) -> re.Pattern[str] | None:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    # letters are folded as the words are that they are matched with; what is syntax stays
    folded = "".join(fold(letter) if letter.isalpha() and not letter.isascii() else letter for letter in joined)
    return re.compile(folded) if folded else None


def _fold(token: Token) -> str:
    return token.fold


def _spelling(token: Token) -> str:
    return _normal(token.text)


def _normal(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()


@cache
def tense_cues(language: Language, strict: bool = False) -> Cues:
    """Return the tense cues of a language, always the same object."""
    return Cues(language, strict)
