"""The statements of a document while they are collected: who speaks, where it is told, whether it was told before."""

from __future__ import annotations

from dataclasses import replace

from peyman.reading.clauses.context import Context, party_union
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.word_forms import are_one, is_long_enough
from peyman.reading.statements.attribution import StatementDraft
from peyman.reading.statements.holders import Holders
from peyman.reading.statements.outsiders import speaking_for_itself
from peyman.reading.statements.rows import is_row
from peyman.reading.statements.said_on import said_on
from peyman.reading.statements.transcripts import turns
from peyman.text.fold import fold
from peyman.text.segment import BlockKind
from peyman.text.tokens import TokenKind

#: Kinds that exist as a text, to which "in this statement" can point back.
WRITTEN = frozenset({"statement", "joint-statement", "communique", "post", "letter", "report"})
#: Kinds that several issue as one, where several are named.
ISSUED = frozenset({"statement", "communique"})
#: Kinds that name an occasion to speak, and not what several say together.
OCCASIONS = frozenset({"press-conference", "interview"})
#: Whose a joint statement is that a heading names is told at most so many sentences below.
HEADED = 3
#: A word that marks a noun as joint stands at most so many tokens from it.
JOINT_REACH = 4
#: A short name for a body has at least so many words.
SHORT_NAME = 2


class Speaking:
    """Collects statements, one for whoever speaks on one occasion, however often it is told.

    Attributes:
        context: The document.
        drafts: The statements, in the order in which they were found.
        speaking: Per sentence: the statement that speaks in it, from which token on, and up to which.
        stances: The sentences in which somebody takes a position and nobody says anything.
        turns: Per sentence that names a speaker before a colon: the turn that it opens.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self.drafts: list[StatementDraft] = []
        self.speaking: dict[int, list[tuple[int, int, int]]] = {}
        self.stances: set[int] = set()
        self.turns = {turn.first: turn for turn in turns(context) if turn.agent is not None}
        self.holders = Holders(context)
        self._names: dict[int, tuple[str, ...]] = {}

    def add(
        self,
        sentence: ReadSentence,
        agent: Agent,
        kind: str,
        joint: bool,
        first: int,
        last: int,
        weak: bool,
        from_start: bool = False,
    ) -> StatementDraft:
        """Note that somebody says something; return the statement, which may have been told before.

        Args:
            sentence: Where it is told.
            agent: Who speaks.
            kind: As in the vocabulary.
            joint: Whether several speak together.
            first: First token of the words that tell it.
            last: After their last token.
            weak: Whether only a verb of saying tells of it, and no noun for what was published.
            from_start: Whether the whole sentence is said ("according to …"), or only what follows.
        """
        agent = speaking_for_itself(self.context, sentence, self.holders.named(sentence, agent))
        singly = [agent] if joint else self._each_for_himself(agent)
        if kind in OCCASIONS and len(singly) > 1:
            told = [self.add(sentence, one, kind, joint, first, last, weak, from_start) for one in singly]
            return told[0]
        parties = agent.parties
        if kind == "statement" and joint:
            kind = "joint-statement"
        if joint and len(parties) < 2:
            named = [p for p in together(self.context, sentence) if p in self.context.main_parties[:3] or p in parties]
            parties = tuple(dict.fromkeys((*parties, *named))) if len(named) >= 2 else parties
        if not joint and len(parties) > 1 and agent.entries and len(singly) < 2 and not self._states_in_a_row(agent):
            first_party = self.context.found.actors[agent.entries[0]].party
            parties = (first_party,) if first_party in parties else parties
        date = self._date(sentence, first, last)
        heads = joint and date in (None, self.context.published)
        number = self._headed(kind, parties, agent, sentence.index) if heads else None
        if number is None:
            number = self._same(agent, kind, parties, joint, weak)
        if number is None:
            self.drafts.append(StatementDraft(kind, agent.entries, parties, joint, date, weak=weak))
            number = len(self.drafts) - 1
            self.drafts[number].speaker = (agent.first, agent.last)
        draft = self.drafts[number]
        if not joint and not draft.joint and len(draft.parties) > 1 and len(parties) == 1 and agent.entries:
            draft.parties, draft.entries = parties, agent.entries  # "A and B faced the press. A said …": B's is another
        if draft.weak and not weak:
            draft.kind, draft.joint, draft.weak, draft.guessed = kind, joint, False, False
            draft.parties = parties or draft.parties
            draft.entries = agent.entries or draft.entries
        draft.date = draft.date if draft.transcribed else draft.date or date  # "as I said yesterday"
        cue = (first, last, agent.first, agent.last)
        self._mention(draft, min(first, agent.first), max(last, agent.last), sentence.index, cue)
        self._speak(sentence, number, sentence.first if from_start else last)
        return draft

    def take_turn(self, sentence: ReadSentence, agent: Agent, last: int) -> StatementDraft:
        """Note a turn of a transcript; return what whoever has it says there, all turns together.

        Args:
            sentence: Its first sentence.
            agent: Who speaks.
            last: After the colon behind the name.
        """
        agent = self.holders.named(sentence, agent)
        parties = agent.parties[:1]
        told = (n for n, d in enumerate(self.drafts) if d.transcribed and self._one_issuer(agent, parties, d))
        number = next(told, len(self.drafts))
        if number == len(self.drafts):
            self.drafts.append(StatementDraft("remarks", agent.entries, parties))
            self.drafts[number].speaker, self.drafts[number].transcribed = (agent.first, agent.last), True
        cue = (agent.first, last, agent.first, agent.last)
        self._mention(self.drafts[number], agent.first, last, sentence.index, cue)
        self._speak(sentence, number, last)
        return self.drafts[number]

    def is_head(self, draft: StatementDraft) -> bool:
        """Whether a statement is but the head of a transcript, which gives the words of those whom that names.

        Args:
            draft: One of the statements.
        """
        spoken = {entry for d in self.drafts if d.transcribed for entry in d.entries}
        kinds = {self.context.sentences[index].kind for _, _, index in draft.mentions}
        heads = kinds <= {BlockKind.TITLE, BlockKind.LEAD, BlockKind.BYLINE}
        return not draft.transcribed and heads and not spoken.isdisjoint(draft.entries)

    def _each_for_himself(self, agent: Agent) -> list[Agent]:
        """Those who speak on one occasion, each with the party that they speak for: "A of Kenya and B of Somalia"."""
        actors = self.context.found.actors
        of = {e: actors[e].party for e in agent.entries if actors[e].kind == "person"}
        parties = [p for p in dict.fromkeys(of.values()) if p in agent.parties]
        if len(parties) != len(of) or len(parties) < 2:
            return [agent]
        return [
            replace(
                agent,
                parties=(party,),
                entries=tuple(e for e in agent.entries if actors[e].party == party),
                plural=False,
            )
            for party in parties
            if party
        ]

    def _states_in_a_row(self, agent: Agent) -> bool:
        """Whether several are told by their states alone: "the ministers of Kenya and Somalia", «کنیا و عمان»."""
        states = all(self.context.found.actors[e].kind == "party" for e in agent.entries)
        return states and (agent.plural or is_row(self.context, agent))

    def refer(self, sentence: ReadSentence, cue: Cue, noun: Cue, joint: bool) -> None:
        """More of a statement told before, not a new one: "in this statement it is said that …"."""
        for number in range(len(self.drafts) - 1, -1, -1):
            draft = self.drafts[number]
            if draft.kind in WRITTEN or noun.value == draft.kind:
                first, last = min(noun.first, cue.first), max(noun.last, cue.last)
                self._mention(draft, first, last, sentence.index, (first, last, first, first))
                self._speak(sentence, number, max(noun.last, cue.last))
                return
        if joint or noun.value == "communique":
            parties = self._told_together(sentence)
            if len(parties) >= 2:
                table = Agent(noun.first, noun.last, parties, reference="all", plural=True)
                self.add(sentence, table, noun.value, True, noun.first, max(noun.last, cue.last), weak=False)

    def again(self, sentence: ReadSentence, cue: Cue, kind: str = "remarks") -> None:
        """More of what the single one says who spoke last, told with a verb and nothing else but the occasion.

        Args:
            sentence: The sentence.
            cue: The verb.
            kind: The kind of statement that the occasion tells; what was told as remarks before becomes one of it.
        """
        draft = self.last_speaker()
        if draft is not None:
            draft.kind = kind if draft.kind == "remarks" else draft.kind
            self._mention(draft, cue.first, cue.last, sentence.index, (cue.first, cue.last, cue.first, cue.first))
            self._speak(sentence, self._number(draft), cue.last)

    def more(self, sentence: ReadSentence, draft: StatementDraft, cue: Cue) -> None:
        """More of a statement that its own sentence has named: "according to its statement, the minister said that"."""
        self._mention(draft, cue.first, cue.last, sentence.index, (cue.first, cue.last, cue.first, cue.first))
        self._speak(sentence, self._number(draft), cue.last)

    def answers_for(self, draft: StatementDraft, sentence: ReadSentence) -> None:
        """Note that a whole sentence is somebody's words, though it does not say so: a quotation below his name."""
        self._speak(sentence, self._number(draft), sentence.first)

    def _number(self, draft: StatementDraft) -> int:
        """Which of the statements one is; those told last are asked for most."""
        return next(n for n in reversed(range(len(self.drafts))) if self.drafts[n] is draft)

    def last_speaker(self) -> StatementDraft | None:
        """Return the statement of the single one who spoke last."""
        for index in reversed(self.speaking):  # sentences are read in order
            for number, _, _ in reversed(self.speaking[index]):
                if not self.drafts[number].joint:
                    return self.drafts[number]
        return None

    def table_before(self, sentence: ReadSentence, noun: Cue) -> Agent | None:
        """Return those who met, for what was issued there: "at the end of the talks a statement was issued".

        Args:
            sentence: A sentence that names nobody who issued it.
            noun: The noun for what was issued.
        """
        met = sentence.having("meeting-noun", first=sentence.first, last=noun.first)
        if noun.value not in ISSUED | {"joint-statement"} or not met or any(a.parties for a in sentence.agents):
            return None
        parties = self._told_together(sentence)
        return Agent(noun.first, noun.last, parties, reference="all", plural=True) if len(parties) >= 2 else None

    def _told_together(self, sentence: ReadSentence) -> tuple[str, ...]:
        """The parties of a joint statement whose issuers are not told: those named together last, else the main two."""
        for earlier in reversed(self.context.sentences[: sentence.index + 1]):
            groups = [a for a in earlier.agents if len(a.parties) >= 2 and a.role != "about"]
            if groups:
                return groups[-1].parties
        return self.context.main_parties[:2]

    @staticmethod
    def _mention(draft: StatementDraft, first: int, last: int, sentence: int, cue: tuple[int, int, int, int]) -> None:
        """Note where a statement is told; two cues of one sentence make one mention."""
        if draft.mentions and draft.mentions[-1][2] == sentence:
            before = draft.mentions.pop()
            first, last = min(first, before[0]), max(last, before[1])
        draft.mentions.append((first, last, sentence))
        draft.cues.setdefault(sentence, cue)

    def _headed(self, kind: str, parties: tuple[str, ...], agent: Agent, index: int) -> int | None:
        """The joint statement that a heading right above names without its issuers, who are told here."""
        for number in reversed(range(len(self.drafts))):
            draft = self.drafts[number]
            if index - draft.mentions[0][2] > HEADED:
                return None
            if draft.joint and draft.kind == kind and not (draft.parties or draft.entries):
                draft.parties, draft.entries = parties, agent.entries
                return number
        return None

    def _same(self, agent: Agent, kind: str, parties: tuple[str, ...], joint: bool, weak: bool) -> int | None:
        for number in range(len(self.drafts) - 1, -1, -1):
            draft = self.drafts[number]
            same_issuer = self._one_issuer(agent, parties, draft) or (
                joint and draft.joint and len(parties) > 1 and set(parties) == set(draft.parties)
            )
            if same_issuer and draft.joint == joint and (weak or draft.weak or draft.kind == kind):
                return number
            if same_issuer and draft.weak and not draft.joint and joint:
                continue
        return None

    def _one_issuer(self, agent: Agent, parties: tuple[str, ...], draft: StatementDraft) -> bool:
        """Whether the same people speak; where nobody is named by name, the same bodies; else the same parties.

        Of two who are neither named nor of any party ("a source"), the nouns must agree.
        """
        if not agent.entries and not draft.entries:
            return parties == draft.parties and (bool(parties) or self._alike(agent, draft))
        ours, theirs = self._people(agent.entries), self._people(draft.entries)
        if ours or theirs:
            return bool(ours & theirs)
        if set(agent.entries) & set(draft.entries):
            return True
        return self._shortened(agent.entries, parties, draft)

    def _shortened(self, entries: tuple[int, ...], parties: tuple[str, ...], draft: StatementDraft) -> bool:
        """Whether one body is named in short: "the ministry of trade" for "the ministry of trade and industry of B".

        Of the short name nobody may be known to be of another party.
        """
        if parties and draft.parties and parties != draft.parties:
            return False
        ours, theirs = self._bodies(entries), self._bodies(draft.entries)
        return any(_begins(a, b) or _begins(b, a) for a in ours for b in theirs)

    def _bodies(self, entries: tuple[int, ...]) -> list[tuple[str, ...]]:
        """The names of bodies, word by word; each is cut once, as it is compared with all that spoke before."""
        for entry in entries:
            if entry not in self._names:
                actor = self.context.found.actors[entry]
                known = actor.kind == "body" and not actor.outlet
                self._names[entry] = tuple(fold(actor.name).split()) if known else ()
        return [self._names[e] for e in entries if self._names[e]]

    def _alike(self, agent: Agent, draft: StatementDraft) -> bool:
        if agent.reference == "people" and not agent.headed:
            return False  # nobody is named at all
        tokens = self.context.text.tokens
        ours = [t.fold for t in tokens[agent.first : agent.last] if is_long_enough(t.fold)]
        theirs = [t.fold for t in tokens[slice(*draft.speaker)] if is_long_enough(t.fold)]
        if not ours or not theirs:
            return agent.reference != "people" or not agent.headed
        ours_as, theirs_as = self._described(agent.first, agent.last), self._described(*draft.speaker)
        if agent.headed and ours_as and theirs_as and not are_one(ours_as, theirs_as):
            return False  # "a diplomatic source", "a security source": in the languages whose adjectives stand behind
        return any(are_one(a, b) for a in ours for b in theirs)

    def _described(self, first: int, last: int) -> str:
        """The word behind a noun for somebody, if it tells nothing but which one; empty if there is none."""
        tokens = self.context.text.tokens
        if last - first > 1:
            return tokens[last - 1].fold
        index = self.context.text.sentence_at(last)
        if index is None or tokens[last].kind is not TokenKind.WORD:
            return ""
        near = self.context.sentences[index].near(last, last + 1)
        return "" if any(c.first <= last < c.last for c in near) else tokens[last].fold

    def _people(self, entries: tuple[int, ...]) -> set[int]:
        return {e for e in entries if self.context.found.actors[e].kind == "person"}

    def _date(self, sentence: ReadSentence, first: int, last: int) -> str | None:
        day = said_on(self.context, sentence, first, last)
        if day is None and sentence.having("same-time") and self.drafts:
            return self.drafts[-1].date
        return day

    def _speak(self, sentence: ReadSentence, number: int, start: int) -> None:
        self.speaking.setdefault(sentence.index, []).append((number, start, sentence.last))


def _begins(short: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether a name of at least two words is the beginning of another."""
    return SHORT_NAME <= len(short) < len(name) and name[: len(short)] == short


def is_joint(sentence: ReadSentence, noun: Cue) -> bool:
    """Whether a noun for what was published names a joint one: at a joint press conference each speaks for himself."""
    if noun.value in OCCASIONS:
        return False
    return noun.value == "joint-statement" or any(
        abs(c.first - noun.first) <= JOINT_REACH for c in sentence.having("joint")
    )


def are_together(context: Context, sentence: ReadSentence, noun: Cue, agent: Agent) -> bool:
    """Whether what was published is of several: it is called joint, or named in a row are those who issued it.

    "The ministers of Kenya and Somalia said in a statement": it is one of both, though nothing calls it joint.
    """
    if is_joint(sentence, noun):
        return True
    if agent.reference == "all" and agent.first == noun.first and len(agent.parties) >= 2:
        return True
    actors = context.found.actors
    issuers = {actors[e].party for e in agent.entries if actors[e].kind in ("party", "person")}
    return noun.value in ISSUED and agent.role != "about" and len(issuers & set(agent.parties)) >= 2


def possessor(sentence: ReadSentence, noun: Cue) -> Agent | None:
    """Return the agent right after a noun, in a genitive or after "by", "of".

    Whoever touches the noun is its possessor, whatever governs the noun: "according to the statement of the ministry".
    A noun that ends an adverbial by its form («لە نامەیەکدا», «در نامه‌ای») has none behind it, where the subject
    stands before it.
    """
    ends = any(c.role == "also" and c.last == noun.last for c in sentence.near(noun.first, noun.last))
    if ends and any(a.free and not a.role for a in sentence.agents_in(sentence.first, noun.first)):
        return None
    for agent in sentence.agents_in(noun.last, noun.last + JOINT_REACH + 1):
        if sentence.having("meeting-noun", first=noun.last, last=agent.first):
            return None  # "the final statement of the Tehran meeting"
        if noun.value == "letter" and agent.role == "to" and agent.first != noun.last:
            return None  # "in a letter to B": whoever it is to does not write it
        if noun.value == "letter" and sentence.having("to", first=noun.first, last=agent.first):
            return None
        if agent.role in ("", "of", "by", "from", "to") or agent.first == noun.last:
            return agent
    return None


def together(context: Context, sentence: ReadSentence) -> tuple[str, ...]:
    """Return the parties that a sentence names, news outlets and those whom something is about left out."""
    return party_union([a for a in sentence.agents if a.role != "about" and not context.is_outlet(a)])
