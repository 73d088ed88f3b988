"""Whose the bodies are that do not say it: "the Supreme Council", "the committee", "the federation".

Whoever holds an office in it acts for whom it belongs to. Else what the text says near it is weighed, as it is for
people whose office says nothing (`peyman.actors.allegiance.acting_for`). Only a body of a kind that always belongs to
somebody is somebody's for that: which these are is data (``owned`` in ``register/body_types.toml``, ``[owned]`` in
``bodies.toml`` of each language).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from peyman.actors.allegiance import acting_for
from peyman.actors.bodies.body_types import body_types
from peyman.actors.bodies.composed import grammar
from peyman.actors.found import ActorEntry, Mention
from peyman.actors.known import register
from peyman.actors.known.tagger import NameSpan
from peyman.actors.offices.found_people import FoundPerson
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold
from peyman.text.lexicon import Affixes
from peyman.text.tokens import tokenise

#: An owner that is less likely than that is not taken.
SURE = 0.25
#: Values of modifiers that make a body of several parties together.
_TOGETHER = frozenset(
    {"joint", "trilateral", "bilateral", "mixed", "quintet", "friendship", "follow-up", "five", "border"}
)


@dataclass(frozen=True)
class OwnedWords:
    """Words of one language by which bodies are told that are always somebody's, folded.

    Attributes:
        heads: What such a body's name begins with, or ends with, beside the heads of composed bodies.
        many: Words in a name which say that a body is of many states.
        ours: Words beside a name which say that it is the speaker's: "*our* government".
    """

    heads: frozenset[tuple[str, ...]]
    many: frozenset[tuple[str, ...]]
    ours: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, language: Language) -> OwnedWords:
        """Return the words of a language; built once."""
        return _owned_words(language)


@cache
def _owned_words(language: Language) -> OwnedWords:
    table: Mapping[str, Sequence[str]] = language.table("bodies").get("owned", {})

    def folded(name: str) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(fold(token.text) for token in tokenise(form)) for form in table.get(name, ()))

    return OwnedWords(folded("heads"), folded("many"), folded("ours"))


def is_owned(text: AnalysedText, span: NameSpan) -> bool:
    """Whether a body that names nobody is of a kind that always belongs to somebody, and not to several.

    Args:
        text: The text.
        span: Its name.
    """
    if is_ours(text, span.first, span.last):
        return False
    words = OwnedWords.of(text.language)
    found = grammar(text.language).words(text, span.first, span.last)
    inside = [match for matches in found.starts.values() for match in matches]
    if any(match.category == "modifiers" and match.value in _TOGETHER for match in inside):
        return False
    if any(_stands(text, at, span.last, phrase) for phrase in words.many for at in range(span.first, span.last)):
        return False
    heads = [match for match in inside if match.category == "heads" and body_types()[match.value].owned]
    ends = text.language.has_case
    if any(match.start == span.first or (ends and match.end == span.last) for match in heads):
        return True
    return any(
        _stands(text, span.first, span.last, phrase)
        or (ends and _stands(text, span.last - len(phrase), span.last, phrase))
        for phrase in words.heads
    )


def _stands(text: AnalysedText, first: int, last: int, phrase: Sequence[str]) -> bool:
    """Whether the folded words of a phrase stand from a token on, the last of them inflected or not."""
    if first < 0 or first + len(phrase) > last:
        return False
    tokens = text.tokens[first : first + len(phrase)]
    stems = Affixes.of(text.language).stems
    return all(word == t.fold or word in stems(t.fold) for word, t in zip(phrase, tokens, strict=True))


def give_owners(
    text: AnalysedText,
    actors: Sequence[ActorEntry],
    bodies: Sequence[int],
    people: Sequence[FoundPerson],
    around: acting_for.Surroundings,
) -> None:
    """Note in their entries whose the bodies are of which the text does not say it, where that can be told.

    Args:
        text: The text.
        actors: What was found in it.
        bodies: The positions of the bodies among them.
        people: The people, for whom `around` tells for whom they act.
        around: What the text says.
    """
    if not bodies:
        return
    holders: dict[int, str] = {}
    for person, party in zip(people, around.decided, strict=True):
        for role in person.roles if party else ():
            for entry in role.entries:
                holders.setdefault(entry, party or "")
    made = [_as_person(actors[index].mentions) for index in bodies]
    decided = (*around.decided, *(None for _ in made))
    likely = acting_for.choose([*people, *made], replace(around, decided=decided), SURE)[len(people) :]
    for index, chosen in zip(bodies, likely, strict=True):
        party = holders.get(index) or chosen
        if party is not None and party in register.parties():
            body = actors[index]
            # The federal police is no region's, whatever region the text speaks of.
            party = register.state_of(party) if _is_federal(text, body.mentions) else party
            body.party = party
            body.mentions[:] = [replace(mention, party=party) for mention in body.mentions]


def _is_federal(text: AnalysedText, mentions: Sequence[Mention]) -> bool:
    words = grammar(text.language).words
    found = (words(text, mention.first, mention.last).starts.values() for mention in mentions if mention.form == "name")
    return any(m.value == "federal" for starts in found for matches in starts for m in matches)


def is_ours(text: AnalysedText, first: int, last: int) -> bool:
    """Tell whether a body is the speaker's by a word in its name or beside it: "*our* government".

    Args:
        text: The text.
        first: First token of its name.
        last: After the last one.
    """
    near = range(max(0, first - 1), min(len(text.tokens), last + 1))
    return any((text.tokens[at].fold,) in OwnedWords.of(text.language).ours for at in near)


def likely_owners(bodies: Sequence[tuple[int, int]], around: acting_for.Surroundings) -> list[str | None]:
    """Return whose bodies are likely, as far as the parties, bodies and places tell it that a text names.

    Args:
        bodies: Where they stand.
        around: What the text says; it tells of no people.
    """
    made = [FoundPerson(at, mentions=[at], is_body=True) for at in bodies]
    chosen = acting_for.choose(made, replace(around, decided=[None] * len(made)))
    return [party if party in register.parties() else None for party in chosen]


def _as_person(mentions: Sequence[Mention]) -> FoundPerson:
    """A body, as one whose office says nothing."""
    named = sorted((mention.first, mention.last) for mention in mentions)
    return FoundPerson(named[0], mentions=named, is_body=True)
