"""Standing formats: groups of parties that are nothing but their members, which everybody knows and no page lists.

"A session of the Astana process" is one of its guarantors, and whoever meets the E3 meets three states. Some names are
those of several formats ("the Quartet", «اللجنة الخماسية»): which one is meant goes by what the document is about.

A format is no party itself: what is said of its members is said of them as its members. So it does not make them those
whom a document is about.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from peyman.actors.found import ActorEntry, Found, Mention
from peyman.actors.known import register
from peyman.reading.clauses.cues import Cue, CueTable
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.clauses.told_members import Listed, listed_members
from peyman.text.analysis import AnalysedText
from peyman.text.tokens import Token

Members = tuple[str, ...]
Tokens = tuple[Token, ...]

#: Between the noun for a round and the format at most so many tokens stand: "round *of the* Astana process".
_ROUND_REACH = 3
#: A document is about no party of which another one is named more often than so many times as often.
_ABOUT_SHARE = 3
#: A format's name has at most so many tokens.
_LONGEST = 10


@dataclass(frozen=True, slots=True)
class _Groups:
    """Members by group, and those by what the document is about, by the keys that entries of groups have."""

    fixed: Mapping[str, Members]
    about: Mapping[str, Mapping[str, Members]]


@cache
def _groups() -> _Groups:
    table = tomllib.loads((Path(__file__).parent / "groups.toml").read_text(encoding="utf-8"))
    bodies = register.bodies()

    def keys(group: str) -> set[str]:
        """An entry has the number that its register gives it, or the key."""
        facts = bodies.get(group)
        return {group, facts.qid} - {""} if facts is not None else {group}

    fixed = {key: tuple(members) for group, members in table["members"].items() for key in keys(group)}
    about = {
        key: {party: tuple(members) for party, members in choices.items()}
        for group, choices in table["about"].items()
        for key in keys(group)
    }
    return _Groups(fixed, about)


def is_format(actor: ActorEntry) -> bool:
    """Return whether an actor is a standing format, which has members and is no party."""
    groups = _groups()
    return actor.kind == "body" and actor.party is None and (actor.key in groups.fixed or actor.key in groups.about)


@dataclass(slots=True)
class Formats:
    """The groups as one document means them.

    Attributes:
        found: Whom and what the document names.
        text: Its text.
    """

    found: Found
    text: AnalysedText
    _listed: dict[str, Members] | None = field(default=None, repr=False)
    _named: Counter[str] | None = field(default=None, repr=False)

    def members(self, actor: ActorEntry, party: str | None) -> Members:
        """Return whom an actor stands for: the members of a group, the owners of a shared body, else the party itself.

        Args:
            actor: The entry of whoever is named.
            party: Key of the party that the name stands for, where there is one.
        """
        if is_format(actor) and (told := self._told().get(actor.key)):
            return told
        group = actor.key if actor.kind == "body" else party
        about = _groups().about.get(group or "")
        if about:
            named = self._parties()
            subject = max(about, key=lambda key: named[key])
            if named[subject] * _ABOUT_SHARE >= max(named.values(), default=0) > 0:
                return about[subject]
        known = _groups().fixed.get(group or "") or _groups().fixed.get(party or "")
        return known or ((party,) if party else _sharing(actor))

    def end(self, mention: Mention) -> int:
        """Return where a mention ends, with the members of a format that the document lists behind it.

        Args:
            mention: Where somebody is named.
        """
        listed = self._list_behind(mention)
        return mention.last if listed is None else listed.last

    def _list_behind(self, mention: Mention) -> Listed | None:
        named = is_format(self.found.actors[mention.entry])
        return listed_members(self.text, self.found, mention) if named else None

    def _told(self) -> dict[str, Members]:
        """The members of formats that the document lists, by the key of the format; the first list holds."""
        if self._listed is None:
            self._listed = {}
            for actor in self.found.actors:
                lists = (self._list_behind(mention) for mention in actor.mentions if is_format(actor))
                listed = next((each for each in lists if each is not None), None)
                if listed is not None:
                    self._listed[actor.key] = listed.members
        return self._listed

    def rounds(self, sentence: ReadSentence, table: CueTable, tokens: Tokens) -> Iterator[Cue]:
        """Yield the nouns for a round that tell of a format's session: "the 21st *round* of the Astana process".

        Such a noun alone may count rounds of anything; beside a noun for talks it is none that tells them.

        Args:
            sentence: With its cues so far.
            table: The cues of the language.
            tokens: The tokens of the text.
        """
        told = {t for c in sentence.having("meeting-noun", "meeting-verb") for t in range(c.first, c.last)}
        for noun in sentence.having("round"):
            low, high = max(sentence.first, noun.first - _ROUND_REACH - _LONGEST), noun.last + _ROUND_REACH + 1
            for mention in self.found.mentions_in(low, high + _LONGEST):
                if mention.first >= high or mention.last > sentence.last or not self._is_met_in(mention):
                    continue
                first, last = min(noun.first, mention.last), max(noun.last, mention.first)
                if last - first <= _ROUND_REACH + noun.last - noun.first and told.isdisjoint(range(first, last)):
                    alone = table.find(tokens, noun.first, noun.last)
                    kind = next((c.value for c in alone if c.role == "meeting-noun"), "negotiation-round")
                    yield Cue(noun.first, noun.last, "meeting-noun", kind)
                    break

    def _is_met_in(self, mention: Mention) -> bool:
        actor = self.found.actors[mention.entry]
        return is_format(actor) and len(self.members(actor, mention.party)) > 1

    def _parties(self) -> Counter[str]:
        """How often the document names each party, or a place of its country."""
        if self._named is None:
            self._named = Counter()
            for actor in self.found.actors:
                if actor.kind == "party":
                    self._named[actor.key] += len(actor.mentions)
            for place in self.found.places:
                if place.country:
                    self._named[place.country] += len(place.mentions)
        return self._named


def _sharing(actor: ActorEntry) -> Members:
    """Whose a body of several parties is, as its key tells: "the joint commission of A and B" is no third party."""
    owners = actor.key.partition(":")[0].split("+") if actor.kind == "body" else []
    return tuple(owners) if len(owners) > 1 else ()
