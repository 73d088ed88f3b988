"""Where a document speaks of somebody without a name: "the two countries", "both sides", "he", "the minister".

What was resolved for reading statements and meetings (`peyman.reading.references.antecedents`) is a mention of whom it
means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peyman.actors.bodies.composed import grammar
from peyman.actors.known.titles import vocabulary
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent
from peyman.reading.references.antecedents import titled_before
from peyman.text.lexicon import Affixes

#: References that are nouns ("the official", "ministers"): they say too little to mean a party.
_NOUNS = frozenset({"people"})


def references_by_actor(context: Context) -> dict[int, list[tuple[int, int]]]:
    """Return the references of a document by the index of the actor that each of them means.

    Args:
        context: The document, its references resolved.

    Returns:
        Token ranges, in order; a reference to two parties stands under both. What stays open stands nowhere.
    """
    actors = context.found.actors
    by_key = {entry.key: number for number, entry in enumerate(actors) if entry.kind != "person"}
    found: dict[int, list[tuple[int, int]]] = {}
    named: dict[int, set[int]] = {}  # the tokens of an actor's mentions: asked for each reference, gathered once
    for agent in context.agents():
        if not agent.reference:
            continue
        meant = () if agent.plural else _one(context, agent)
        if (
            not meant
            and agent.reference not in _NOUNS
            and not (agent.reference == "he" and _names_body(context, agent))
        ):
            meant = list(dict.fromkeys(by_key[party] for party in agent.parties if party in by_key))
        for number in meant:
            if number not in named:
                named[number] = {token for m in actors[number].mentions for token in range(m.first, m.last)}
            if agent.first not in named[number]:
                found.setdefault(number, []).append((agent.first, agent.last))
    return found


def _one(context: Context, agent: Agent) -> Sequence[int]:
    """The one person or body that a reference in the singular means; nobody where only the party is known."""
    actors = context.found.actors
    if _names_body(context, agent):
        return [entry for entry in agent.entries if actors[entry].kind == "body"][:1]
    people = [entry for entry in agent.entries if actors[entry].kind == "person"]
    words = vocabulary(context.text.language)
    offices = words.titles.find(context.text.tokens, agent.first, agent.last)
    office = next((m for m in offices if context.text.tokens[m.start].fold not in words.no_offices), None)
    if people or office is None:
        return (people or agent.entries)[:1]
    return titled_before(context, replace(agent, first=office.start, last=office.end))[1]


def _names_body(context: Context, agent: Agent) -> bool:
    """Whether a reference is to a body: "the ministry" is no person."""
    heads, affixes = grammar(context.text.language).heads, Affixes.of(context.text.language)
    tokens = context.text.tokens[agent.first : agent.last]
    return any(not heads.isdisjoint((token.fold, *affixes.stems(token.fold))) for token in tokens)
