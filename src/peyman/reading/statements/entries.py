"""Who said or published what: statements, and what of the text each of them answers for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from peyman.reading.clauses.calling import calls_upon, greets_a_guest, may_call
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.subjects import (
    LONGEST_CUE,
    addressed,
    behind_comma,
    segment_after,
    source_after,
    subject_of,
)
from peyman.reading.judges.judgement import Judge, judge
from peyman.reading.judges.learnt import Model, model
from peyman.reading.statements.asides import outlet_around
from peyman.reading.statements.attribution import Attribution, StatementDraft, merged
from peyman.reading.statements.captions import read_caption
from peyman.reading.statements.clause_speakers import is_impersonal, speaker_of_clause
from peyman.reading.statements.kinds import Kinds
from peyman.reading.statements.official_pages import read_head
from peyman.reading.statements.officials import Officials, speak_for_home
from peyman.reading.statements.possessors import has_met, possessed
from peyman.reading.statements.publications import choose, tellings, weigh
from peyman.reading.statements.speakers import Speakers
from peyman.reading.statements.speaking import OCCASIONS, WRITTEN, Speaking, are_together, is_joint, possessor
from peyman.reading.statements.voices import attribute
from peyman.text.marks import COLONS
from peyman.text.segment import ANNOUNCING, BlockKind
from peyman.text.tokens import TokenKind

#: Whoever may be the speaker where grammar does not tell stands at most so many tokens from the word of saying.
FARTHEST_GUESS = 20
#: Whoever an outlet quotes stands at most so many tokens behind it.
FARTHEST_QUOTED = 8
#: What somebody says aloud: whoever speaks goes on there.
_SPOKEN = OCCASIONS | {"speech", "remarks"}
#: How sure it is that a verb without a subject is said of whoever acted in the sentence before.
ACTED_BEFORE = 0.9
#: So many positions are looked at in a sentence.
_MOST_STANCES = 6
#: Roles of those who do not speak themselves: "a meeting *between A and B* was announced".
_SPOKEN_OF = frozenset({"reported-by", "between"})
#: References to parties at a table: what they say there is no publication.
_GROUPS = frozenset({"two", "three", "four", "five", "all", "they"})


@dataclass(frozen=True, slots=True)
class Learnt:
    """What is learnt of statements.

    Attributes:
        speaker: Says who around a word of saying speaks.
        words: Says how far the words around a telling speak for a statement of its own.
        publication: Judges of each telling whether somebody's words are one, and are best told there.
    """

    speaker: Model
    words: Model
    publication: Judge


@cache
def shipped() -> Learnt:
    """Return what is shipped with the package."""
    return Learnt(
        model("statements-speaker"),
        model("statements-words"),
        judge("statements-publication"),
    )


def read_statements(context: Context) -> Attribution:
    """Find the statements of a document and attribute its text to them.

    Args:
        context: The document with its cues, names and dates.
    """
    learnt = shipped()
    told = _StatementReader(context, learnt.speaker).read_all()
    unlisted = _keep_publications(told, learnt)
    speak_for_home(told)
    return attribute(told, unlisted)


def find_statements(context: Context, speaker: Model) -> list[StatementDraft]:
    """Return whatever may be a statement, before it is judged whether it is one.

    Args:
        context: The document with its cues, names and dates.
        speaker: The model that says who speaks.
    """
    return _StatementReader(context, speaker).read_all().drafts


def _only_occasions(sentence: ReadSentence, nouns: Sequence[Cue]) -> bool:
    """Whether nothing in a sentence tells of a statement but the occasion on which somebody spoke."""
    if not nouns or sentence.having("say", "publish", "according"):
        return False
    return all(noun.value in _SPOKEN for noun in nouns)


def _keep_publications(told: Speaking, learnt: Learnt) -> set[int]:
    """Choose how each is told; leave out what the judge takes for no statement of its own.

    Returns:
        The tokens of what is left out: nobody answers for them then.
    """
    for draft, telling in zip(told.drafts, tellings(told.context, told.drafts), strict=True):
        weigh(telling, learnt.words)
        choose(draft, telling, learnt.publication)
    least = learnt.publication.threshold
    kept = [n for n, d in enumerate(told.drafts) if d.transcribed or (d.probability >= least and not told.is_head(d))]
    number = {old: new for new, old in enumerate(kept)}
    silent = (
        (start, end)
        for index, speaking in told.speaking.items()
        for n, start, end in speaking
        if n not in number and index not in told.stances
    )
    unlisted = {token for start, end in merged(silent) for token in range(start, end)}
    told.drafts = [told.drafts[n] for n in kept]
    told.speaking = {
        index: here
        for index, speaking in told.speaking.items()
        if (here := [(number[n], a, b) for n, a, b in speaking if n in number])
    }
    return unlisted


class _StatementReader:
    def __init__(self, context: Context, speaker: Model) -> None:
        self.context = context
        self.told = Speaking(context)
        self.speakers = Speakers(context, speaker, self.told.holders)
        self.reporters: dict[int, int] = {}  # outlet that a sentence names as its source
        self.sources: dict[int, StatementDraft] = {}  # the statement that a sentence names as its source
        self.used: set[int] = set()  # first tokens of nouns for what was published that somebody has been found for
        self.kinds = Kinds(context)
        self.officials = Officials(context)

    def read_all(self) -> Speaking:
        """Read every sentence, then the head of the page."""
        for sentence in self.context.sentences:
            self.read(sentence)
        read_head(self.told)
        return self.told

    # -- one sentence ------------------------------------------------------------------------------------------
    def read(self, sentence: ReadSentence) -> None:
        nouns = self.kinds.nouns(sentence)
        for cue in sentence.having("according"):
            self._according(sentence, cue, nouns)
        for cue in sentence.having("publish"):
            self._published(sentence, cue, nouns)
        for cue in sentence.having("say"):
            self._said(sentence, cue, nouns)
        self._quoted(sentence)
        read_caption(self.told, sentence)
        if sentence.kind is BlockKind.TITLE or (sentence.index <= 1 and not self.told.drafts):
            self._titled(sentence, nouns)
        # "At a press conference with B, A praised …": A takes the floor, whoever else may be guessed.
        stance_first = sentence.index not in self.told.speaking and _only_occasions(sentence, nouns)
        last_resorts = (self._takes_stance, self._guess) if stance_first else (self._guess, self._takes_stance)
        for read in last_resorts:
            if sentence.index not in self.told.speaking:
                read(sentence, nouns)
        reporter = self.reporters.get(sentence.index, self._reporter(sentence))
        if reporter is not None:
            for number in {n for n, _, _ in self.told.speaking.get(sentence.index, [])}:
                if self.told.drafts[number].outlet is None:
                    self.told.drafts[number].outlet = reporter

    def _guess(self, sentence: ReadSentence, nouns: list[Cue]) -> None:
        """Words of saying or publishing of which grammar does not tell whose they are: the likeliest, to be judged."""
        cue = next(iter(sentence.having("say", "publish", "according") or nouns), None)
        if cue is None or (cue.role == "say" and self._outlet_says(sentence, cue)):
            return
        if outlet_around(self.context, sentence, cue):
            return
        if cue.role != "say" and sentence.having("demonstrative", first=cue.first - 1, last=cue.last + 2):
            return
        if cue.role == "according" and any(
            self.context.is_outlet(a) and 0 <= a.first - cue.last <= 1 for a in sentence.agents
        ):
            return  # "according to ILNA, Mr Zarif …": the outlet tells it
        able = [
            a
            for a in sentence.agents
            if (a.parties or a.entries) and a.role not in _SPOKEN_OF and not self.context.is_outlet(a)
            if not self.speakers.is_told(sentence, cue, a)
        ]
        before = [a for a in able if a.last <= cue.first and cue.first - a.last <= FARTHEST_GUESS]
        after = [a for a in able if a.first >= cue.last and a.first - cue.last <= FARTHEST_GUESS]
        nearest = [*before[-1:], *after[:1]] if self.context.table.subject == "before" else [*after[:1], *before[-1:]]
        if not nearest and sentence.kind in ANNOUNCING:
            return  # a heading that only names its source
        ruled = nearest[0] if nearest else None
        unnamed = Agent(cue.first, cue.last, reference="people")
        agent = self.speakers.choose(sentence, cue, ruled) or unnamed
        if agent.plural and agent.reference == "he":
            return
        if cue.role == "statement-noun" and sentence.having("meeting-noun", first=cue.last, last=agent.first):
            return  # "the final statement of the Tehran meeting"
        if cue.role == "statement-noun" and 0 <= agent.first - cue.last <= 2 and has_met(self.context, sentence, agent):
            return
        if sentence.having("that", first=cue.last, last=agent.first):
            agent = unnamed  # "it was announced that Iraq …": Iraq stands in what is announced
        if cue.role == "according" and behind_comma(self.context, cue.last, agent.first):
            if not sentence.having("agent", first=cue.last, last=agent.first):
                return  # "according to the paper, Mr Zarif left"
            agent = unnamed
        nobody = cue.role == "according" or is_impersonal(sentence, cue)
        if agent is unnamed and (nobody or self._again_written(sentence, cue, nouns)):
            return
        kind, noun = self.kinds.kind_of(sentence, cue, nouns, agent)
        joint = noun is not None and is_joint(sentence, noun)
        known = len(self.told.drafts)
        draft = self.told.add(sentence, agent, kind, joint, cue.first, cue.last, weak=True)
        self._note(draft, sentence, cue, agent)
        for new in self.told.drafts[known:]:
            new.guessed = True

    def _takes_stance(self, sentence: ReadSentence, nouns: list[Cue]) -> None:
        """Whoever urges, welcomes or stresses something where nobody says anything: to be judged, as all is."""
        for cue in sentence.having("stance")[:_MOST_STANCES]:
            subject = speaker_of_clause(self.context, sentence, cue) or subject_of(self.context, sentence, cue)
            agent = self._speaker(sentence, possessed(self.context, sentence, subject))
            if agent is None or self.context.is_outlet(agent) or not (agent.entries or agent.parties):
                continue
            if greets_a_guest(self.context, sentence, cue):
                continue
            if may_call(sentence, cue) and calls_upon(
                self.context, sentence, cue, segment_after(self.context, sentence, cue.last)
            ):
                continue
            if agent.role or (not agent.entries and agent.reference in _GROUPS) or (agent.plural and agent.reference):
                continue
            kind, noun = self.kinds.kind_of(sentence, cue, self.kinds.near(sentence, cue, nouns, self.used), agent)
            joint = noun is not None and is_joint(sentence, noun)
            self.told.add(sentence, agent, kind, joint, cue.first, cue.last, weak=noun is None)
            self.told.stances.add(sentence.index)
            return

    def _again_written(self, sentence: ReadSentence, cue: Cue, nouns: list[Cue]) -> bool:
        """Whether a noun for what was published, of which nobody is named, means what was published before."""
        if not nouns or not any(d.kind in WRITTEN for d in self.told.drafts):
            return False
        self.told.refer(sentence, cue, nouns[-1], is_joint(sentence, nouns[-1]))
        return True

    def _note(self, draft: StatementDraft, sentence: ReadSentence, cue: Cue, agent: Agent) -> None:
        """Keep how likely it is that this one speaks."""
        sure = self.speakers.sure.get((cue.first, agent.first))
        if sure is not None:
            draft.sure.setdefault(sentence.index, sure)

    def _reporter(self, sentence: ReadSentence) -> int | None:
        for cue in sentence.having("reported-by"):
            agent = source_after(self.context, sentence, cue.last)
            if agent is not None and agent.entries and self.context.is_outlet(agent):
                return agent.entries[0]
        return None

    def _quoted(self, sentence: ReadSentence) -> None:
        """An outlet that has it from somebody, as in "channel X quoted Y": a statement of Y that X reports."""
        for cue in sentence.having("reported-by"):
            outlet = source_after(self.context, sentence, cue.last)
            known = outlet is not None and bool(outlet.entries) and self.context.is_outlet(outlet)
            if outlet is None or not known:
                if cue.value == "quotes":
                    self._source(sentence, cue)
                continue
            for agent in sentence.agents_in(outlet.last, outlet.last + FARTHEST_QUOTED + 1):
                if agent.role == "from" and not behind_comma(self.context, outlet.last, agent.first):
                    draft = self.told.add(sentence, agent, "remarks", False, cue.first, agent.last, weak=True)
                    draft.outlet = outlet.entries[0]
                    break

    def _source(self, sentence: ReadSentence, cue: Cue) -> None:
        """Whom an outlet quotes that is not known, or not named: behind the preposition for it, or "from sources"."""
        reach = cue.last + FARTHEST_QUOTED + 1
        quoted = {c.last for c in sentence.having("from", first=cue.last, last=reach) if c.value == "quoted"}
        for agent in sentence.agents_in(cue.last, reach):
            unnamed = agent.reference == "people" and agent.role == "from"
            if (agent.first in quoted or unnamed) and not self.context.is_outlet(agent):
                self.told.add(sentence, agent, "remarks", False, cue.first, agent.last, weak=True)
                return
        if quoted:
            unknown = Agent(cue.first, min(quoted), reference="people")
            self.told.add(sentence, unknown, "remarks", False, cue.first, min(quoted), weak=True)

    def _speaker(self, sentence: ReadSentence, agent: Agent | None) -> Agent | None:
        """A pronoun for one who speaks means whoever spoke last, not whoever was named last; one for a body not.

        A noun alone for officials means those whom the text told with it before.
        """
        if agent is not None and agent.reference == "people" and not agent.parties and not agent.entries:
            return self.officials.told_before(sentence, agent)
        if agent is None or agent.reference not in ("he", "I"):
            return agent
        if agent.parties and sentence.having("institution", first=agent.first, last=agent.last):
            return agent
        draft = self.told.last_speaker()
        return agent if draft is None else replace(agent, parties=draft.parties, entries=draft.entries)

    def _continues(self, sentence: ReadSentence) -> bool:
        """Whether a verb without a subject, in a language that needs none, goes on with whoever has just spoken."""
        draft = self.told.last_speaker()
        if draft is None or not self.context.table.pro_drop or sentence.kind in ANNOUNCING:
            return False
        before = draft.mentions[-1][2]
        return sentence.index - before <= 1 or self.context.sentences[before].block == sentence.block

    def _acted_before(self, sentence: ReadSentence, cue: Cue) -> Agent | None:
        """Whose words they are where a sentence opens with a verb without a subject: of whoever acted before.

        "The president arrived in Doha. Said (he) that …": the official with whom that sentence begins.
        """
        context = self.context
        if not context.table.pro_drop or sentence.kind in ANNOUNCING or not sentence.index:
            return None
        if cue.first - sentence.first > 1 or cue.last >= sentence.last:
            return None
        behind = context.text.tokens[cue.last]
        opened = sentence.having("that", "in", "audience", first=cue.first, last=cue.last + LONGEST_CUE)
        if behind.kind is not TokenKind.MARK and not any(cue.last in (c.first, c.last) for c in opened):
            return None  # somebody may be named whom nothing knows
        before = context.sentences[sentence.index - 1]
        acting = next((a for a in before.agents if a.free and not a.role and a.parties), None)
        if before.kind in ANNOUNCING or acting is None or acting.plural or len(acting.parties) != 1:
            return None
        return replace(acting, first=cue.first, last=cue.first) if context.is_someone(before, acting) else None

    def _said(self, sentence: ReadSentence, cue: Cue, nouns: list[Cue]) -> None:
        if self._outlet_says(sentence, cue) or outlet_around(self.context, sentence, cue):
            return
        near = self.kinds.near(sentence, cue, nouns, self.used)
        written = self.kinds.saying(sentence, cue, near)
        if written is not None and any(d.kind in WRITTEN and not d.guessed for d in self.told.drafts):
            self.told.refer(sentence, cue, written, is_joint(sentence, written))
            return
        ruled = subject_of(self.context, sentence, cue)
        if ruled is not None and self.context.is_outlet(ruled) and addressed(self.context, sentence, ruled):
            ruled = None  # it is told to the outlet
        joined = self._together(sentence, near[-1], ruled) if near else None
        if joined is not None:
            agent: Agent | None = joined
        else:
            agent = possessed(self.context, sentence, self.speakers.choose(sentence, cue, ruled))
            if ruled is None and agent is not None and sentence.having("that", first=cue.last, last=agent.first):
                agent = None  # "in the joint statement it is said that A …": A stands in what is said
            if agent is not None and agent.first == cue.last and agent.role in ("in", "to", "from"):
                agent = None  # "it was called *on Iran* to …": whom it is said to
            agent = self._speaker(sentence, agent)
            if agent is not None and agent.reference in ("he", "I") and not agent.parties and not agent.entries:
                agent = None
        pointing = self.kinds.points_back(sentence, near)
        if agent is None and self._continues(sentence) and all(noun.value in _SPOKEN for noun in near[-1:]):
            self.told.again(sentence, cue, near[-1].value if near else "remarks")
            return
        if agent is None and all(noun.value in _SPOKEN for noun in near[-1:]):
            agent = self._acted_before(sentence, cue)
            if agent is not None:
                self.speakers.sure[cue.first, agent.first] = ACTED_BEFORE
        if agent is None or (not agent.parties and not agent.entries and agent.reference != "people"):
            if near:
                noun = near[-1]
                self.told.refer(sentence, cue, noun, is_joint(sentence, noun))
            return
        if pointing is not None and agent.first > pointing.first and agent.role:
            self.told.refer(sentence, cue, pointing, is_joint(sentence, pointing))
            return
        if self.context.is_outlet(agent) or (not agent.entries and agent.reference in _GROUPS):
            return
        if agent.plural and agent.reference == "he":
            return  # "the two ministers", who are not named: what they say together they say at their table
        source = self.sources.get(sentence.index)
        if source is not None and not near and self._speaks_for(sentence, agent, source):
            self.told.more(sentence, source, cue)
            return
        kind, named = self.kinds.kind_of(sentence, cue, near, agent)
        announced = named or (Cue(cue.first, cue.last, cue.role, kind) if self._only_parties(agent) else None)
        joint = announced is not None and are_together(self.context, sentence, announced, agent)
        draft = self.told.add(sentence, agent, kind, joint, cue.first, cue.last, weak=named is None)
        draft.guessed = False  # here grammar tells whose words they are
        self._note(draft, sentence, cue, agent)

    def _only_parties(self, agent: Agent) -> bool:
        """Whether nobody but states and the like is named: what they announce in one breath is of all of them."""
        return not agent.role and all(self.context.found.actors[e].kind == "party" for e in agent.entries)

    def _outlet_says(self, sentence: ReadSentence, cue: Cue) -> bool:
        """Whether the one that touches a word of saying, where a subject may, is a news outlet: it is not asked for."""
        order = self.context.table.subject
        told = {
            c.first for c in sentence.having("audience")
        }  # "he told channel X": the preposition is part of the word
        return any(
            self.context.is_outlet(a)
            and a.role not in ("with", "from", "in")
            and a.first not in told
            and not addressed(self.context, sentence, a)
            for a in sentence.agents_in(cue.first - FARTHEST_QUOTED, cue.last + 1)
            if (a.last == cue.first and order != "after") or (a.first == cue.last and order != "before")
        )

    def _published(self, sentence: ReadSentence, cue: Cue, nouns: list[Cue]) -> None:
        near = [n for n in nouns if abs(n.first - cue.first) <= 30 and n.first not in self.used]
        if not near:
            return
        noun = min(near, key=lambda n: abs(n.first - cue.first))
        ruled = subject_of(self.context, sentence, cue) or possessor(sentence, noun)
        agent = self._together(sentence, noun, ruled) or self.speakers.choose(sentence, cue, ruled)
        agent = agent or self.told.table_before(sentence, noun)
        if agent is None or self.context.is_outlet(agent):
            return
        first, last = min(cue.first, noun.first), cue.last
        joint = are_together(self.context, sentence, noun, agent)
        draft = self.told.add(sentence, agent, noun.value, joint, first, last, weak=False)
        self._note(draft, sentence, cue, agent)

    def _according(self, sentence: ReadSentence, cue: Cue, nouns: list[Cue]) -> None:
        noun = next((n for n in nouns if cue.first <= n.first <= cue.last + 2), None)
        agent = possessor(sentence, noun) if noun else None
        agent = agent or source_after(self.context, sentence, cue.last)
        if noun and agent and behind_comma(self.context, noun.last, agent.first):
            agent = None  # "according to the statement, the two sides …": whose it is was told before
        agent = agent and self._first_named(agent)
        if noun is None and agent is not None:  # "according to the government's press release"
            noun = next((n for n in nouns if 0 <= n.first - agent.last <= 2), None)
        agent = self._speaker(sentence, agent)
        if agent is None:
            if noun is not None:
                self.told.refer(sentence, cue, noun, is_joint(sentence, noun))
            return
        if self.context.is_outlet(agent):
            self.reporters[sentence.index] = agent.entries[0]
            return
        kind = noun.value if noun else cue.value or "remarks"
        joint = noun is not None and are_together(self.context, sentence, noun, agent)
        weak = noun is None and not cue.value
        last = max(agent.last, noun.last) if noun else agent.last
        draft = self.told.add(sentence, agent, kind, joint, cue.first, last, weak=weak, from_start=True)
        if cue.first == sentence.first and last == sentence.last - 1 and self.context.text.tokens[last].text in COLONS:
            draft.whole_document = True  # "The following is attributable to the spokesperson:"
        if noun is not None:
            self.used.add(noun.first)
        if noun is not None or any(self.context.found.actors[e].kind == "body" for e in agent.entries):
            self.sources[sentence.index] = draft

    def _first_named(self, agent: Agent) -> Agent:
        """A source ends at a comma: in "according to the State Department, Mr Blinken said" it is the department.

        An office with the name of its holder behind the comma stays whole.
        """
        context = self.context
        comma = next((t for t in range(agent.first, agent.last) if behind_comma(context, t, t + 1)), None)
        if comma is None:
            return agent
        actors = context.found.actors
        ahead = [e for e in agent.entries if any(agent.first <= m.first < comma for m in actors[e].mentions)]
        if not any(actors[e].kind == "body" for e in ahead):
            return agent
        party = actors[ahead[0]].party
        return replace(agent, last=comma, entries=tuple(ahead), parties=(party,) if party else (), person=False)

    def _speaks_for(self, sentence: ReadSentence, agent: Agent, source: StatementDraft) -> bool:
        """Whether somebody acts for whoever issued the statement that the sentence is taken from."""
        agent = self.told.holders.named(sentence, agent)
        return bool(agent.parties) and not agent.plural and agent.parties == source.parties

    def _together(self, sentence: ReadSentence, noun: Cue, ruled: Agent | None) -> Agent | None:
        """Those of whom a joint statement is: whoever else publishes or quotes it, an embassy for one, is not asked."""
        if not is_joint(sentence, noun):
            return None
        return next((a for a in (ruled, possessor(sentence, noun)) if a is not None and len(a.parties) >= 2), None)

    def _titled(self, sentence: ReadSentence, nouns: list[Cue]) -> None:
        """A title such as "Statement by X" or "Joint statement of A and B": the document is that statement."""
        if not nouns or sentence.index in self.told.speaking:
            return
        noun = nouns[0]
        agent = possessor(sentence, noun)
        if agent is None or self.context.is_outlet(agent) or has_met(self.context, sentence, agent):
            return
        joint = is_joint(sentence, noun)
        draft = self.told.add(sentence, agent, noun.value, joint, noun.first, agent.last, weak=False)
        draft.whole_document = sentence.kind is BlockKind.TITLE
