"""The words that make a reader stop: what each language's tables list, compiled into one lexicon.

``grammar.toml``, ``statements.toml``, ``meetings.toml`` and ``commitments.toml`` of a language hold ``[[cue]]`` tables:

.. code-block:: toml

    [[cue]]
    role = "meeting-noun"    # one of `ROLES`
    value = "talks"          # what it stands for, where the role asks for it
    forms = ["talks", "(pre|)discussion(s|)"]    # words, and alternatives within them, an empty one among them
    exact = false            # true: no affixes, as it stands
    joined = false           # true: also with its last two words, or all of them, written together
    conjugated = false       # true: also with the other forms of the verb in which it ends
    apart = ["da", "dan"]    # optional: only with one of these behind it in its clause ("biryara vekirina sînor da")
    goal = false             # true: it tells that only right before the name of a place ("hat Bexdayê")
    loose = false            # true: as often as not it means something else; the clause has to decide
    spelled = false          # true: only in this spelling (dê, not de: folding would make it another word); apart, too

``grammar.toml`` further holds ``[order]`` (``subject``: where the subject stands, "before", "after" or on "either" side
of its verb; ``pro_drop``: whether a verb needs none; ``possessive``: what makes a possessor of a word behind an
apostrophe; ``conjunction_prefix``: an "and" that is written to the word after it; ``outlet_addressee``: the kind of
statement that words told to a news outlet are; ``addressee_prefix``: a "to" that is written to the word after it),
``[patterns]`` (regular expressions over one folded word: verb forms that a list cannot hold) and ``[conjugations]``
(of each verb that ends a cue with ``conjugated``, its other forms).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import get_args

from peyman.languages import Language
from peyman.model import CommitmentClass, FollowUp, MeetingFormat, MeetingKind, StatementKind, Strength
from peyman.text.fold import fold
from peyman.text.lexicon import Affixes, Lexicon, Match, Phrase
from peyman.text.tokens import Token, TokenKind, tokenise

_ANY: tuple[str, ...] = ()

#: Every role a cue can have, what it tells the reader, and the values it may carry (none listed: any or none).
ROLES: dict[str, tuple[str, tuple[str, ...]]] = {
    # grammar
    "with": ("preposition before a counterpart", _ANY),
    "between": ("preposition before all the parties of an encounter", _ANY),
    "attendance": ("preposition before those who are present: 'with the participation of'", _ANY),
    "to": ("preposition before a recipient or a goal", _ANY),
    "from": ("preposition before a source; value `quoted`: of whom an outlet quotes, too", ("quoted", "")),
    "in": ("preposition before a place", _ANY),
    "by": ("preposition before the agent of a passive", _ANY),
    "about": ("preposition before a topic", _ANY),
    "under": ("preposition before the basis of an act: 'under', 'in accordance with'", _ANY),
    "of": ("linker inside a noun phrase", _ANY),
    "and": ("conjunction of equals", _ANY),
    "article": ("article: says nothing by itself", _ANY),
    "that": ("opens a content clause", _ANY),
    "which": ("opens a relative clause", _ANY),
    "but": ("opens a clause against or beside the one before", _ANY),
    "also": ("connector that may stand before a subject or a verb", _ANY),
    "future": ("marks its clause as future", _ANY),
    "no-future": ("phrase with such a word that marks no future", _ANY),
    "past": ("marks its clause as past", _ANY),
    "present": ("finite verb in a present that may also speak of the future", _ANY),
    "finite": ("finite verb of any other tense or mood; ends a clause in verb-final languages", _ANY),
    "passive": ("passive verb form: its agent is not the speaker", _ANY),
    "first-person": ("verb form whose subject is the speaker", _ANY),
    "negation": ("negates its clause", _ANY),
    "no-negation": ("phrase with such a word that negates nothing", _ANY),
    "condition": ("opens a condition", _ANY),
    "consequence": ("opens what follows from a condition that stands before it: 'then'", _ANY),
    "purpose": ("opens an aim", _ANY),
    "demonstrative": ("points at something told before", _ANY),
    "agent": ("noun for people who act for a party: officials, delegation, minister", ("one", "many")),
    "organisation-head": ("office that heads an organisation of states and no state: 'the Secretary-General'", _ANY),
    "thanked-for": ("what whoever is named right before it is thanked for, and is that one's: 'for its'", _ANY),
    "one-side": ("noun for one of two sides by itself, which consents alone: 'the Omani side'", _ANY),
    "authorities": ("noun for those who govern: of the state of which an organisation speaks", _ANY),
    "envoy": ("office of one who is sent: 'ambassador', of the sender, in or to or for the country behind it", _ANY),
    "reference": (
        "phrase for parties told before: 'the two countries'",
        ("two", "three", "four", "five", "all", "other", "own", "home"),
    ),
    "land": ("such a pronoun that means the country named last: 'that country'", ()),
    "pronoun": ("pronoun for those who act", ("he", "they", "we", "I")),
    "it": ("pronoun for the one body or state that its sentence names before", _ANY),
    "institution": (
        "such a pronoun that means a body: 'the ministry'; value: the stem of the office of who heads it",
        _ANY,
    ),
    "format": ("how an encounter is characterised", get_args(MeetingFormat)),
    "here": ("the place where the text was written, which its dateline names", _ANY),
    "same-time": ("'at the same time': the date of what was told before", _ANY),
    # statements
    "say": ("verb of saying; value: the kind of statement if a body says it", (*get_args(StatementKind), "")),
    "no-say": ("phrase with a word of saying that says nothing", _ANY),
    "impersonal": ("verb of saying that names nobody: 'it is said'", _ANY),
    "stance": ("verb by which somebody takes a position: urges, welcomes, stresses", _ANY),
    "absolute": ("such a verb in the form that it has behind 'with' and whoever speaks: 'with A *saying*'", _ANY),
    "publish": ("verb of publishing, with a noun for what is published", _ANY),
    "statement-noun": ("noun for what is said or published", get_args(StatementKind)),
    "according": ("opens the source of what follows: 'according to'", (*get_args(StatementKind), "")),
    "reported-by": (
        "opens the outlet that reports: 'as reported by'; value `quotes`: verb by which any outlet quotes somebody",
        ("quotes", ""),
    ),
    "outsider": ("noun for those who speak for no state, whatever state stands beside it: families, a union", _ANY),
    "joint": ("marks a statement or act as joint", _ANY),
    "audience": ("to whom or where something is said", get_args(StatementKind)),
    "elsewhere": ("word of another field: sport, weather, markets, arts", _ANY),
    # meetings
    "meeting-noun": ("noun for an encounter", get_args(MeetingKind)),
    "meeting-verb": ("verb for an encounter", get_args(MeetingKind)),
    "reaches": (
        "such a verb that tells a journey only of people, right behind the place: figures 'reach' things",
        _ANY,
    ),
    "hold": ("verb that says that an encounter takes place", _ANY),
    "planned": ("says that it is to come", _ANY),
    "invite": ("says that somebody is invited: the journey is still to come", _ANY),
    "intended": ("says right before an encounter that somebody agreed on it, is ready for it or wants it", _ANY),
    "ought": ("says that an encounter should or could be: none is told or planned by that", _ANY),
    "infinitive": ("opens what the party before it is still to do: 'A *to* meet B'", _ANY),
    "not-done": ("says of the verb right behind it that it was not done: 'did not', 'has yet to'", _ANY),
    "without": ("opens what did not take place while something else did: 'without any talks with'", _ANY),
    "turned-down": ("says of the offer of an encounter before it that it is not taken up", _ANY),
    "postponed": ("says that it is put off", _ANY),
    "cancelled": ("says that it is called off", _ANY),
    "denied": ("says that it did not take place", _ANY),
    "under-way": ("says that it has begun and not ended", _ANY),
    "separately": ("says that each was met by itself: 'separate meetings with A and B'", _ANY),
    "each-of": ("opens those of whom each was met: 'with each of A and B'", _ANY),
    "legislature": ("word for a parliament, and for who heads it", _ANY),
    "several": ("noun for several encounters: 'meetings', 'two phone calls'", _ANY),
    "then": ("says that whoever follows was met after whoever went before: 'first with A, then with B'", _ANY),
    "situation": (
        "noun or participle for what is at the place behind it, where nobody meets: 'the situation in', 'based in'",
        _ANY,
    ),
    "leaves": ("says of the place beside it that somebody leaves it: 'left Cairo for'", _ANY),
    "errand": ("opens what somebody is on a journey for, right before the word for the encounter: 'for', 'to'", _ANY),
    "bound": ("says that somebody is on the way: 'en route to'", _ANY),
    "attending": ("opens the gathering that somebody came for: 'to attend'", _ANY),
    "in-course": ("opens in the course of what, before or after what something else is done: 'during', 'after'", _ANY),
    "margin": ("opens the gathering beside which another encounter takes place: 'on the sidelines of'", _ANY),
    "participate": ("says that whoever is named beside it is there: 'attended', 'the participants were'", _ANY),
    "host": ("marks the host", _ANY),
    "mediator": ("marks the mediator", _ANY),
    "head": ("marks the head of a delegation", _ANY),
    "round": ("noun for a round", _ANY),
    "ordinal": ("number of a round: value is the number in digits", _ANY),
    "resumed": ("says that talks go on after a break", _ANY),
    "new-round": ("says that a round is new", _ANY),
    "previous": ("says that it is an earlier encounter than the one told", _ANY),
    "next": ("says that it is a later encounter than the one told", _ANY),
    "decree": ("noun for what one side signs alone: a decision, an order, a law", _ANY),
    "no-meeting": ("phrase with such a noun that is no encounter", _ANY),
    "no-guest": ("noun for what is welcomed or met (need), and is nobody who comes: 'welcomed the decision'", _ANY),
    "dated": ("noun for what has a day of its own and is no encounter: 'the crisis of 2019'", _ANY),
    "diary": ("words of the title of a page that is a diary of a day to come: 'public schedule'", _ANY),
    "lasts": ("how long an encounter lasts: value is the number of days", _ANY),
    "begins": ("says that the day named is the first of an encounter of several days", _ANY),
    "ends": ("says that the day named is the last of an encounter of several days", _ANY),
    "crowd": ("people who act for nobody: families, students, residents", _ANY),
    "broken-off": ("says of talks that they have stopped, and no more: 'collapsed', 'stalled'", _ANY),
    "reviews": ("verb by which a cabinet or a parliament speaks of what others do: 'discussed', 'reviewed'", _ANY),
    "after": ("says of the encounter right behind it that it is over", _ANY),
    "ahead": ("says of the encounter right behind it that it was still to come", _ANY),
    # commitments
    "undertake": ("verb or noun that takes on an obligation", get_args(Strength)),
    "refuse": ("verb or noun that declines one", _ANY),
    "until": ("opens until or without what something is refused: 'will not sign before they leave'", _ANY),
    "mutual": ("word by which two or more agree with each other: of one alone it tells half", _ANY),
    "class": ("what is undertaken", get_args(CommitmentClass)),
    "no-undertaking": (
        "hope, appeal, forecast, opinion, need: no undertaking; value `hope`: what its own subject only hopes; "
        "`appeal`: what is asked of others and may be renewed",
        ("hope", "appeal", ""),
    ),
    "deny": ("says that what it governs is not so: nothing of it is undertaken", _ANY),
    "scheduled": ("says that something is on the calendar, not that anybody undertakes it", _ANY),
    "recalled": ("phrase with a word of undertaking that only refers to an earlier one, or to agreement as such", _ANY),
    "followup": ("says what became of an earlier undertaking", get_args(FollowUp)),
}

_TABLES = ("grammar", "statements", "meetings", "commitments")
#: A noun and the verb that it waits for stand at most so many tokens apart.
APART_REACH = 16
#: Marks that do not part them.
_QUOTES = frozenset("\"'“”‘’«»„()")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue found in a text: token range ``[first, last)``, its role and its value; loose if it often means another.

    With `goal`, it says what it says only right before the name of a place.
    """

    first: int
    last: int
    role: str
    value: str
    loose: bool = False
    goal: bool = False


@dataclass(frozen=True, eq=False)
class CueTable:
    """All cues of one language, compiled."""

    language: Language
    lexicon: Lexicon
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    exceptions: frozenset[str]
    spelled: frozenset[str]
    loose: frozenset[tuple[str, str]]
    apart: dict[Phrase, tuple[tuple[str, ...], ...]]
    openers: frozenset[str]
    goals: frozenset[Phrase]
    subject: str
    told_to_outlet: str
    pro_drop: bool
    conjunction_prefix: str
    possessive: str
    addressee_prefix: str

    def find(self, tokens: tuple[Token, ...], first: int, last: int) -> list[Cue]:
        """Find the cues among the tokens ``[first, last)``.

        Of cues of one role that overlap, the longest stays, of two of one length that which has found the verb that it
        waits for; a phrase of ``no-meeting`` takes out what it covers.
        """
        matches = sorted(self.lexicon.find(tokens, first, last), key=lambda m: m.phrase not in self.apart)
        cues = [
            Cue(
                m.start,
                self._end(tokens, m, last),
                m.category,
                m.value,
                (m.phrase.text, m.category) in self.loose,
                m.phrase in self.goals,
            )
            for m in matches
            if m.phrase.text not in self.spelled or _spelt_alike(tokens[m.start : m.end], m.phrase.text)
            if m.phrase not in self.apart or self._closed(tokens, m, last)
        ]
        # "By the *report* of A": what only names the outlet is nobody's report, nor is a word that says nothing.
        reported = [(c.first, c.last) for c in cues if c.role in ("reported-by", "no-say")]
        cues = [c for c in cues if c.role != "statement-noun" or not any(a <= c.first < b for a, b in reported)]
        # "In reply *to the words of* A": behind a word that says to what something is a reply they are no source.
        silent = {t for c in cues if c.role == "no-say" for t in range(c.first + 1, c.last)}
        cues = [c for c in cues if c.role != "according" or c.first not in silent]
        cues += self._by_pattern(tokens, first, last)
        return sorted(_longest_by_role(cues), key=lambda cue: (cue.first, -cue.last))

    def _end(self, tokens: tuple[Token, ...], match: Match, last: int) -> int:
        """Where a cue ends: one that says that others mean nothing covers them, its verb among them."""
        apart = match.phrase in self.apart and match.category.startswith("no-")
        return self._closed(tokens, match, last) if apart else match.end

    def _closed(self, tokens: tuple[Token, ...], match: Match, last: int) -> int:
        """Where the verb ends that a noun waits for, "*biryara* vekirina sînor *da*"; 0 if it is not in its clause."""
        verbs, as_spelled = self.apart[match.phrase], match.phrase.text in self.spelled
        for at in range(match.end, min(last, match.end + APART_REACH)):
            if tokens[at].fold in self.openers or (
                tokens[at].kind is TokenKind.MARK and tokens[at].text not in _QUOTES
            ):
                return 0
            head = _spelling(tokens[at].text) if as_spelled else tokens[at].fold
            for verb in verbs:
                if verb[0] != head:
                    continue
                words = tokens[at : at + len(verb)]
                if tuple(_spelling(t.text) if as_spelled else t.fold for t in words) == verb:
                    return at + len(verb)
        return 0

    def _by_pattern(self, tokens: tuple[Token, ...], first: int, last: int) -> Iterator[Cue]:
        for index in range(first, last):
            token = tokens[index]
            if token.kind is TokenKind.WORD and token.fold not in self.exceptions:
                for role, pattern in self.patterns:
                    if pattern.fullmatch(token.fold):
                        yield Cue(index, index + 1, role, "")


def _spelt_alike(tokens: tuple[Token, ...], phrase: str) -> bool:
    return tuple(_spelling(t.text) for t in tokens) == _spellings_of(phrase)


@cache
def _spellings_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase of the tables as they are spelt."""
    return tuple(_spelling(token.text) for token in tokenise(phrase))


def _spelling(word: str) -> str:
    """Spelling less what keyboards vary: composed, in small letters, with one yeh and one kaf."""
    return unicodedata.normalize("NFC", word).casefold().translate(_KEYBOARD)


_KEYBOARD = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک"})


def _longest_by_role(cues: list[Cue]) -> list[Cue]:
    kept: list[Cue] = []
    by_role: dict[str, list[Cue]] = {}
    for cue in cues:
        by_role.setdefault(_family(cue.role), []).append(cue)
    for family in by_role.values():
        end = -1
        for cue in sorted(family, key=lambda c: (c.first, -c.last)):
            if cue.first >= end:
                kept.append(cue)
                end = cue.last
    return kept


#: Roles that compete for the same words: the longest phrase among them wins.
_FAMILIES = {
    "no-future": "future",
    "no-negation": "negation",
    "no-meeting": "meeting",
    "meeting-noun": "meeting",
    "meeting-verb": "meeting",
    "no-undertaking": "undertaking",
    "scheduled": "undertaking",
    "recalled": "undertaking",
    "deny": "undertaking",
    "undertake": "undertaking",
    "refuse": "undertaking",
    "with": "preposition",
    "between": "preposition",
    "attendance": "preposition",
    "to": "preposition",
    "from": "preposition",
    "in": "preposition",
    "by": "preposition",
    "about": "preposition",
    "under": "preposition",
    "of": "preposition",
    "purpose": "preposition",
    "according": "preposition",
    "reported-by": "preposition",
    "agent": "agent",
    "envoy": "envoy",
    "reference": "agent",
    "say": "saying",
    "no-say": "saying",
    "publish": "saying",
}


def _family(role: str) -> str:
    return _FAMILIES.get(role, role)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A phrase of a table, and what the table says of it beside: the folded verbs that it waits for, if any."""

    phrase: Phrase
    spelled: bool
    loose: bool
    verbs: tuple[tuple[str, ...], ...]
    goal: bool


def _phrases(language: Language) -> Iterator[_Listed]:
    conjugations: Mapping[str, Sequence[str]] = language.table("grammar").get("conjugations", {})
    for name in _TABLES:
        for number, table in enumerate(language.table(name).get("cue", ())):
            where = f"{language.code}/{name}.toml, cue {number + 1}"
            role, value = table.get("role"), table.get("value", "")
            if role not in ROLES:
                raise ValueError(f"{where}: no such role: {role!r}")
            allowed = ROLES[role][1]
            if allowed and value not in allowed:
                raise ValueError(f"{where}: {role} has no value {value!r}; one of {', '.join(allowed)}")
            verbs = conjugations if table.get("conjugated", False) else {}
            spelled, loose, goal = (bool(table.get(key, False)) for key in ("spelled", "loose", "goal"))
            apart = tuple(
                tuple(_spelling(t.text) if spelled else t.fold for t in tokenise(verb))
                for verb in table.get("apart", ())
            )
            for form in dict.fromkeys(form for listed in table["forms"] for form in _conjugated(listed, verbs)):
                for written in _written(form, bool(table.get("joined", False))):
                    phrase = Phrase(written, role, value, spelled or bool(table.get("exact", False)))
                    yield _Listed(phrase, spelled, loose, apart, goal)


def _conjugated(form: str, verbs: Mapping[str, Sequence[str]]) -> list[str]:
    """A form as listed and with the other forms of the verb in which it ends."""
    *words, verb = form.split()
    return [form, *(" ".join([*words, other]) for other in verbs.get(verb, ()))]


def _written(form: str, joined: bool) -> list[str]:
    """A form as listed, in every way that its alternatives make, and so too where words are also written together."""
    written: dict[str, None] = {}
    for choice in product(*(part.split("|") for part in _ALTERNATIVES.split(form))):
        words = "".join(choice).split()
        written[" ".join(words)] = None
        if joined and len(words) > 1:
            written[" ".join([*words[:-2], "".join(words[-2:])])] = None
            written["".join(words)] = None
    return list(written)


#: Alternatives within a form, an empty one among them: "announce(d|s|)".
_ALTERNATIVES = re.compile(r"[()]")


@cache
def cue_table(language: Language) -> CueTable:
    """Return the compiled cues of a language.

    Raises:
        ValueError: If a table names a role or a value that there is none of; the message says where.
    """
    grammar = language.table("grammar")
    patterns = []
    for role, expressions in grammar.get("patterns", {}).items():
        if role == "exceptions":
            continue
        if role not in ROLES:
            raise ValueError(f"{language.code}/grammar.toml, patterns: no such role: {role!r}")
        patterns.append((role, re.compile("|".join(f"(?:{e})" for e in expressions))))
    phrases = list(_phrases(language))
    return CueTable(
        language=language,
        lexicon=Lexicon((listed.phrase for listed in phrases), Affixes.of(language)),
        patterns=tuple(patterns),
        exceptions=frozenset(grammar.get("patterns", {}).get("exceptions", ())),
        spelled=frozenset(listed.phrase.text for listed in phrases if listed.spelled),
        loose=frozenset((listed.phrase.text, listed.phrase.category) for listed in phrases if listed.loose),
        apart={listed.phrase: listed.verbs for listed in phrases if listed.verbs},
        openers=frozenset(fold(listed.phrase.text) for listed in phrases if listed.phrase.category in ("that", "but")),
        goals=frozenset(listed.phrase for listed in phrases if listed.goal),
        subject=grammar.get("order", {}).get("subject", "before"),
        pro_drop=bool(grammar.get("order", {}).get("pro_drop", False)),
        told_to_outlet=grammar.get("order", {}).get("outlet_addressee", "remarks"),
        conjunction_prefix=fold(grammar.get("order", {}).get("conjunction_prefix", "")),
        possessive=fold(grammar.get("order", {}).get("possessive", "")),
        addressee_prefix=fold(grammar.get("order", {}).get("addressee_prefix", "")),
    )
