"""Officials of whom a sentence does not say whose they are: "the delegation said", "the election commission said"."""

from __future__ import annotations

from dataclasses import replace

from peyman.actors.found import ActorEntry
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.word_forms import forms
from peyman.reading.statements.attribution import StatementDraft
from peyman.reading.statements.speaking import Speaking
from peyman.text.lexicon import Affixes

#: At home is where a page speaks from, if it speaks of that state at all: among so many parties named most.
_MOST_MAIN = 3


class Officials:
    """Tells whom a noun alone for officials means; to be asked in the order of the text, which it goes through once.

    Args:
        context: The document.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self._affixes = Affixes.of(context.text.language)
        self._read = 0  # so many sentences have been looked at
        self._last: dict[str, Agent] = {}  # by the beginning of the noun, those told last with their party

    def told_before(self, sentence: ReadSentence, agent: Agent) -> Agent:
        """Return a noun for officials with the party of those whom the text told by it before, in full.

        "A Spanish delegation came. The delegation said": the Spanish one. Nothing is changed where none was told.

        Args:
            sentence: Where the noun stands.
            agent: The noun, without a party.
        """
        for earlier in self.context.sentences[self._read : sentence.index]:
            for number, other in enumerate(earlier.agents):
                told = other
                if other.reference == "people" and not other.parties:
                    told = next((a for a in earlier.agents[number + 1 : number + 2] if _is_sender(other, a)), other)
                if len(told.parties) == 1 and not told.reference and other.role != "about":
                    for noun in self._nouns(earlier, other):
                        self._last[noun] = told
        self._read = max(self._read, sentence.index)
        nouns = self._nouns(sentence, agent)
        meant = next((self._last[noun] for noun in nouns if noun in self._last), None)
        return agent if meant is None else replace(agent, parties=meant.parties, entries=meant.entries)

    def _nouns(self, sentence: ReadSentence, agent: Agent) -> list[str]:
        """The nouns for officials in the words for somebody, each by the first letters of its stems."""
        cues = sentence.having("agent", first=agent.first, last=agent.last)
        words = [token.fold for c in cues for token in self.context.text.tokens[c.first : c.last]]
        return forms(words, self._affixes)


def _is_sender(noun: Agent, behind: Agent) -> bool:
    """Whether whoever stands behind a noun for officials is who sent them: "a delegation *from Spain's parliament*"."""
    return behind.role in ("from", "of") and behind.first - noun.last <= 1


def speak_for_home(told: Speaking) -> None:
    """Let officials of no known party speak for the state that the page speaks from.

    A page says whose "the ministry" is only of other countries. So it is with whoever is named with an office, with
    bodies, and with offices alone; not with a source or somebody of whom no office is told, nor with a union, a party
    or an organisation.

    Args:
        told: The statements; those of such officials get a party.
    """
    context = told.context
    home = context.found.home
    if home is None or home not in context.main_parties[:_MOST_MAIN]:
        return
    for draft in told.drafts:
        if not draft.parties and not draft.joint and _is_official(context, draft) and not _meets(context, draft, home):
            draft.parties = (home,)


def _meets(context: Context, draft: StatementDraft, party: str) -> bool:
    """Whether an official speaks of meeting somebody of a party: of no guest does a page leave out whose he is."""
    index = context.text.sentence_at(draft.speaker[0])
    if index is None:
        return False
    sentence = context.sentences[index]
    met = {c.last for c in sentence.having("meeting-noun", "with")}
    others = (a for a in sentence.agents if a.first >= draft.speaker[1] and party in a.parties)
    return any(a.role == "with" or a.first in met for a in others)


def _is_official(context: Context, draft: StatementDraft) -> bool:
    """Whether a statement is of somebody with an office, of a body of the state, or of an office alone."""
    actors = [context.found.actors[entry] for entry in draft.entries]
    index = context.text.sentence_at(draft.speaker[0])
    first, last = draft.speaker
    if actors:
        official = all(
            a.party is None and not a.outlet and (_may_be_of_a_state(a) if a.kind == "body" else bool(a.roles))
            for a in actors
        )
        return official and (index is None or not context.sentences[index].having("outsider", first=first, last=last))
    if index is None:
        return False
    offices = context.sentences[index].having("agent", first=first, last=last)
    return last > first and any(office.value == "one" and office.last - office.first > 1 for office in offices)


def _may_be_of_a_state(body: ActorEntry) -> bool:
    """Whether a body of no known party may be a state's: of one that is known by its name the party would be, too."""
    return ":" in body.key
