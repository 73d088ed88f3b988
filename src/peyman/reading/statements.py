"""Who said or published what: statements, and what of the text each of them answers for."""

from __future__ import annotations

from dataclasses import replace

from peyman.reading.attribution import Attribution, StatementDraft, merged
from peyman.reading.context import Context, party_union
from peyman.reading.cues import Cue
from peyman.reading.judgement import judge
from peyman.reading.publications import publication_features
from peyman.reading.sentences import Agent, ReadSentence
from peyman.reading.subjects import segment_before, source_after, subject_of, told_to_outlet
from peyman.text.segment import ANNOUNCING, BlockKind

#: Kinds that exist as a text, to which "in this statement" can point back.
WRITTEN = frozenset({"statement", "joint-statement", "communique", "post", "letter", "report"})
#: The head of a page: its first sentences up to this index.
HEAD = 4
#: A word that marks a noun as joint stands at most so many tokens from it.
JOINT_REACH = 4
#: Whoever may be the speaker where grammar does not tell stands at most so many tokens from the word of saying.
FARTHEST_GUESS = 20
#: References to parties at a table: what they say there is no publication.
_GROUPS = frozenset({"two", "three", "four", "five", "all", "they"})


def read_statements(context: Context) -> Attribution:
    """Find the statements of a document and attribute its text to them.

    Args:
        context: The document with its cues, names and dates.
    """
    reader = _StatementReader(context)
    reader.read_all()
    reader.keep_publications()
    reader.fill_between()
    return reader.finish()


def find_statements(context: Context) -> list[StatementDraft]:
    """Return whatever may be a statement, before it is judged whether it is one.

    Args:
        context: The document with its cues, names and dates.
    """
    reader = _StatementReader(context)
    reader.read_all()
    return reader.drafts


class _StatementReader:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.drafts: list[StatementDraft] = []
        # Per sentence: the statement that speaks in it, and from which token on.
        self.speaking: dict[int, list[tuple[int, int, int]]] = {}
        self.unlisted: set[int] = set()
        self.reporters: dict[int, int] = {}  # outlet that a sentence names as its source

    def read_all(self) -> None:
        """Read every sentence, then the head of the page."""
        for sentence in self.context.sentences:
            self.read(sentence)
        self.read_head()

    def keep_publications(self) -> None:
        """Leave out what the judge takes for no statement of its own; nobody answers for its words then."""
        chooser = judge("statements-publication")
        rows = publication_features(self.context, self.drafts)
        for draft, row in zip(self.drafts, rows, strict=True):
            draft.probability = chooser.probability(row)
        kept = [n for n, draft in enumerate(self.drafts) if draft.probability >= chooser.threshold]
        number = {old: new for new, old in enumerate(kept)}
        self.unlisted = {
            token
            for speaking in self.speaking.values()
            for n, start, end in speaking
            if n not in number
            for token in range(start, end)
        }
        self.drafts = [self.drafts[n] for n in kept]
        self.speaking = {
            index: told
            for index, speaking in self.speaking.items()
            if (told := [(number[n], a, b) for n, a, b in speaking if n in number])
        }

    # -- one sentence ------------------------------------------------------------------------------------------
    def read(self, sentence: ReadSentence) -> None:
        nouns = sentence.having("statement-noun")
        for cue in sentence.having("according"):
            self._according(sentence, cue, nouns)
        for cue in sentence.having("publish"):
            self._published(sentence, cue, nouns)
        for cue in sentence.having("say"):
            self._said(sentence, cue, nouns)
        self._colon(sentence)
        if sentence.kind is BlockKind.TITLE or (sentence.index <= 1 and not self.drafts):
            self._titled(sentence, nouns)
        if sentence.index not in self.speaking:
            self._guess(sentence, nouns)
        reporter = self.reporters.get(sentence.index, self._reporter(sentence))
        if reporter is not None:
            for number in {n for n, _, _ in self.speaking.get(sentence.index, [])}:
                if self.drafts[number].outlet is None:
                    self.drafts[number].outlet = reporter

    def _guess(self, sentence: ReadSentence, nouns: list[Cue]) -> None:
        """Words of saying or publishing of which grammar does not tell whose they are: the likeliest, to be judged."""
        cue = next(iter(sentence.having("say", "publish", "according") or nouns), None)
        if cue is None or sentence.having("demonstrative", first=cue.first - 1, last=cue.last + 2):
            return
        if cue.role == "according" and any(
            self.context.is_outlet(a) and 0 <= a.first - cue.last <= 1 for a in sentence.agents
        ):
            return  # "according to ILNA, Mr Zarif …": the outlet tells it
        able = [a for a in sentence.agents if (a.parties or a.entries) and not self.context.is_outlet(a)]
        before = [a for a in able if a.last <= cue.first and cue.first - a.last <= FARTHEST_GUESS]
        after = [a for a in able if a.first >= cue.last and a.first - cue.last <= FARTHEST_GUESS]
        nearest = [*before[-1:], *after[:1]] if self.context.table.subject == "before" else [*after[:1], *before[-1:]]
        if not nearest and sentence.kind in ANNOUNCING:
            return  # a heading that only names its source
        agent = nearest[0] if nearest else Agent(cue.first, cue.last, reference="people")
        kind, noun = self._kind(sentence, cue, nouns, agent)
        joint = noun is not None and self._is_joint(sentence, noun)
        known = len(self.drafts)
        self._add(sentence, agent, kind, joint, cue.first, cue.last, weak=True)
        if len(self.drafts) > known:
            self.drafts[-1].guessed = True

    def _reporter(self, sentence: ReadSentence) -> int | None:
        for cue in sentence.having("reported-by"):
            agent = source_after(sentence, cue.last)
            if agent is not None and agent.entries and self.context.is_outlet(agent):
                return agent.entries[0]
        return None

    def _colon(self, sentence: ReadSentence) -> None:
        """A name and a colon at the head of a line, as in a live blog or an interview."""
        if sentence.index in self.speaking or sentence.kind in ANNOUNCING:
            return
        for agent in sentence.agents[:1]:
            colon = agent.last
            marked = colon + 1 < sentence.last and self.context.text.tokens[colon].text in ":："
            kinds = {self.context.found.actors[e].kind for e in agent.entries}
            speaks = bool(kinds & {"person", "body"}) and not self.context.is_outlet(agent)
            if marked and speaks and agent.first - sentence.first <= 3:
                self._add(sentence, agent, "remarks", False, agent.first, colon + 1, weak=True)

    def _speaker(self, agent: Agent | None) -> Agent | None:
        """A pronoun for one who speaks means whoever spoke last, not whoever was named last."""
        if agent is None or agent.reference not in ("he", "I") or not self.drafts:
            return agent
        number = self._last_speaker()
        if number is None:
            return agent
        draft = self.drafts[number]
        return replace(agent, parties=draft.parties, entries=draft.entries)

    def _last_speaker(self) -> int | None:
        for index in sorted(self.speaking, reverse=True):
            for number, _, _ in reversed(self.speaking[index]):
                if not self.drafts[number].joint:
                    return number
        return None

    def _said(self, sentence: ReadSentence, cue: Cue, nouns: list[Cue]) -> None:
        agent = self._speaker(subject_of(self.context, sentence, cue))
        segment = segment_before(self.context, sentence, cue.first)
        near = [n for n in nouns if segment <= n.first and abs(n.first - cue.first) <= 25]
        pointing = self._points_back(sentence, near)
        if agent is None or (not agent.parties and not agent.entries and agent.reference != "people"):
            if near:
                self._refer(sentence, cue, near[-1], pointing)
            return
        if pointing is not None and agent.first > pointing.first and agent.role:
            self._refer(sentence, cue, pointing, pointing)
            return
        if self.context.is_outlet(agent) or (not agent.entries and agent.reference in _GROUPS):
            return
        kind, noun = self._kind(sentence, cue, near, agent)
        joint = noun is not None and self._is_joint(sentence, noun)
        self._add(sentence, agent, kind, joint, cue.first, cue.last, weak=noun is None)

    def _published(self, sentence: ReadSentence, cue: Cue, nouns: list[Cue]) -> None:
        near = [n for n in nouns if abs(n.first - cue.first) <= 30]
        if not near:
            return
        noun = min(near, key=lambda n: abs(n.first - cue.first))
        agent = subject_of(self.context, sentence, cue) or self._possessor(sentence, noun)
        if agent is None or self.context.is_outlet(agent):
            return
        self._add(
            sentence,
            agent,
            noun.value,
            self._is_joint(sentence, noun),
            min(cue.first, noun.first),
            cue.last,
            weak=False,
        )

    def _according(self, sentence: ReadSentence, cue: Cue, nouns: list[Cue]) -> None:
        noun = next((n for n in nouns if cue.first <= n.first <= cue.last + 2), None)
        agent = self._possessor(sentence, noun) if noun else None
        agent = self._speaker(agent or source_after(sentence, cue.last))
        if agent is None:
            if noun is not None:
                self._refer(sentence, cue, noun, noun)
            return
        if self.context.is_outlet(agent):
            self.reporters[sentence.index] = agent.entries[0]
            return
        kind = noun.value if noun else cue.value or "remarks"
        joint = noun is not None and self._is_joint(sentence, noun)
        self._add(sentence, agent, kind, joint, cue.first, agent.last, weak=noun is None, from_start=True)

    def _titled(self, sentence: ReadSentence, nouns: list[Cue]) -> None:
        """A title such as "Statement by X" or "Joint statement of A and B": the document is that statement."""
        if not nouns or sentence.index in self.speaking:
            return
        noun = nouns[0]
        agent = self._possessor(sentence, noun)
        if agent is None or self.context.is_outlet(agent):
            return
        self._add(sentence, agent, noun.value, self._is_joint(sentence, noun), noun.first, agent.last, weak=False)
        number = self.speaking[sentence.index][-1][0]
        self.drafts[number].whole_document = sentence.kind is BlockKind.TITLE

    # -- the head of an official page ---------------------------------------------------------------------------
    def read_head(self) -> None:
        """A page that is itself a statement: a joint one by its title or its release, or one that its byline signs."""
        head = [d for d in self.drafts if not d.weak and d.mentions[0][2] <= HEAD]
        for draft in head:
            if draft.kind == "statement" and len(draft.parties) >= 2:
                draft.kind, draft.joint, draft.whole_document = "joint-statement", True, True
        self._titled_jointly(head)
        head = [d for d in self.drafts if not d.weak and d.mentions[0][2] <= HEAD]
        if not any(d.kind in WRITTEN for d in head):
            self._signed()

    def _titled_jointly(self, head: list[StatementDraft]) -> None:
        """A title "Joint statement on …" that names no issuer: its parties, else those that the text names first."""
        title = next((s for s in self.context.sentences if s.kind is BlockKind.TITLE), None)
        nouns = title.having("statement-noun") if title is not None else []
        noun = next((n for n in nouns if n.value in ("joint-statement", "communique")), None)
        joint = [d for d in head if d.joint]
        if title is None or noun is None or any(len(d.parties) >= 2 for d in joint):
            return
        groups = [
            [a for a in s.agents if not self.context.is_outlet(a)]
            for s in (title, *self.context.sentences[1 : HEAD + 2])
        ]
        agents = next((g for g in groups if len(party_union(g)) >= 2), [])
        if not agents:
            return
        if joint:
            joint[0].parties, joint[0].whole_document = party_union(agents), True
            return
        entries = tuple(dict.fromkeys(e for a in title.agents if a.parties for e in a.entries))
        issuer = Agent(noun.first, noun.last, party_union(agents), entries)
        self._add(title, issuer, noun.value, True, noun.first, noun.last, weak=False)
        self.drafts[-1].whole_document = True
        self.drafts[-1].date = self.drafts[-1].date or self.context.published

    def _signed(self) -> None:
        """A byline that names an office or a body of a party, and no journalist: the page is a statement of it."""
        for sentence in self.context.sentences[: HEAD + 1]:
            agent = next((a for a in sentence.agents if a.headed or a.entries), None)
            if sentence.kind is not BlockKind.BYLINE or agent is None or self.context.is_outlet(agent):
                continue
            official = bool(sentence.having("agent")) or any(
                self.context.found.actors[e].kind == "body" for e in agent.entries
            )
            # Whoever signs on the page of a ministry speaks for it, whatever the text is about.
            party = (self.context.publisher_party,) if self.context.publisher_party else agent.parties
            if official and party:
                self._add(
                    sentence, replace(agent, parties=party), "statement", False, agent.first, agent.last, weak=False
                )
                self.drafts[-1].whole_document = True
                self.drafts[-1].date = self.drafts[-1].date or self.context.published
                return

    # -- parts -------------------------------------------------------------------------------------------------
    def _possessor(self, sentence: ReadSentence, noun: Cue) -> Agent | None:
        """The agent right after a noun, in a genitive or after "by", "of"."""
        for agent in sentence.agents:
            if noun.last <= agent.first <= noun.last + JOINT_REACH and agent.role in ("", "of", "by", "from", "to"):
                return agent
        return None

    def _points_back(self, sentence: ReadSentence, nouns: list[Cue]) -> Cue | None:
        for noun in nouns:
            if noun.value in WRITTEN and any(
                d.last == noun.first or d.first == noun.last for d in sentence.having("demonstrative")
            ):
                return noun
        return None

    def _kind(self, sentence: ReadSentence, cue: Cue, nouns: list[Cue], agent: Agent) -> tuple[str, Cue | None]:
        """The noun for what was published decides, then the audience, then the verb if a body speaks."""
        if nouns:
            noun = nouns[-1]
            return noun.value, noun
        for audience in sentence.having("audience"):
            if audience.value and abs(audience.first - cue.first) <= 15:
                return audience.value, None
        if told_to_outlet(self.context, sentence):
            return self.context.table.told_to_outlet, None
        bodies = {self.context.found.actors[e].kind for e in agent.entries}
        return (cue.value if cue.value and "person" not in bodies else "remarks"), None

    def _is_joint(self, sentence: ReadSentence, noun: Cue) -> bool:
        return noun.value == "joint-statement" or any(
            abs(c.first - noun.first) <= JOINT_REACH for c in sentence.having("joint")
        )

    def _refer(self, sentence: ReadSentence, cue: Cue, noun: Cue, pointing: Cue | None) -> None:
        """More of a statement told before, not a new one: "in this statement it is said that …"."""
        for number in range(len(self.drafts) - 1, -1, -1):
            draft = self.drafts[number]
            if draft.kind in WRITTEN or noun.value == draft.kind:
                self._mention(draft, min(noun.first, cue.first), max(noun.last, cue.last), sentence.index)
                self._speak(sentence, number, max(noun.last, cue.last))
                return
        if noun.value in ("joint-statement", "communique") or self._is_joint(sentence, noun):
            parties = self._told_together(sentence)
            if len(parties) >= 2:
                table = Agent(noun.first, noun.last, parties, reference="all", plural=True)
                self._add(sentence, table, noun.value, True, noun.first, max(noun.last, cue.last), weak=False)

    def _told_together(self, sentence: ReadSentence) -> tuple[str, ...]:
        """The parties of a joint statement whose issuers are not told: those named together last, else the main two."""
        for earlier in reversed(self.context.sentences[: sentence.index + 1]):
            groups = [a for a in earlier.agents if len(a.parties) >= 2 and a.role != "about"]
            if groups:
                return groups[-1].parties
        return self.context.main_parties[:2]

    def _add(
        self,
        sentence: ReadSentence,
        agent: Agent,
        kind: str,
        joint: bool,
        first: int,
        last: int,
        *,
        weak: bool,
        from_start: bool = False,
    ) -> None:
        parties = agent.parties
        if kind == "statement" and joint:
            kind = "joint-statement"
        if joint and len(parties) < 2:
            others = [p for a in sentence.agents if not self.context.is_outlet(a) for p in a.parties]
            named = tuple(dict.fromkeys(p for p in others if p in self.context.main_parties[:3] or p in parties))
            parties = tuple(dict.fromkeys((*parties, *named))) if len(named) >= 2 else parties
        if not joint and len(parties) > 1 and agent.entries:
            first_party = self.context.found.actors[agent.entries[0]].party
            parties = (first_party,) if first_party in parties else parties
        date = self._date(sentence, first, last)
        number = self._same(agent, kind, parties, joint, weak)
        if number is None:
            self.drafts.append(StatementDraft(kind, agent.entries, parties, joint, date, weak=weak))
            number = len(self.drafts) - 1
        draft = self.drafts[number]
        if draft.weak and not weak:
            draft.kind, draft.joint, draft.weak = kind, joint, False
            draft.parties = parties or draft.parties
        draft.date = draft.date or date
        self._mention(draft, min(first, agent.first), max(last, agent.last), sentence.index)
        self._speak(sentence, number, sentence.first if from_start else last)

    @staticmethod
    def _mention(draft: StatementDraft, first: int, last: int, sentence: int) -> None:
        """Note where a statement is told; two cues of one sentence make one mention."""
        if draft.mentions and draft.mentions[-1][2] == sentence:
            before = draft.mentions.pop()
            first, last = min(first, before[0]), max(last, before[1])
        draft.mentions.append((first, last, sentence))

    def _same(self, agent: Agent, kind: str, parties: tuple[str, ...], joint: bool, weak: bool) -> int | None:
        for number in range(len(self.drafts) - 1, -1, -1):
            draft = self.drafts[number]
            same_issuer = self._one_issuer(agent, parties, draft)
            if same_issuer and draft.joint == joint and (weak or draft.weak or draft.kind == kind):
                return number
            if same_issuer and draft.weak and not draft.joint and joint:
                continue
        return None

    def _one_issuer(self, agent: Agent, parties: tuple[str, ...], draft: StatementDraft) -> bool:
        """Whether the same people speak; where nobody is named by name, the same bodies; else the same parties."""
        if not agent.entries and not draft.entries:
            return parties == draft.parties
        ours, theirs = self._people(agent.entries), self._people(draft.entries)
        if ours or theirs:
            return bool(ours & theirs)
        return bool(set(agent.entries) & set(draft.entries))

    def _people(self, entries: tuple[int, ...]) -> set[int]:
        return {e for e in entries if self.context.found.actors[e].kind == "person"}

    def _date(self, sentence: ReadSentence, first: int, last: int) -> str | None:
        segment = segment_before(self.context, sentence, first)
        for date in sentence.dates:
            beside = segment <= date.first < last + 4
            inside_content = any(c.last <= date.first for c in sentence.having("that"))
            if date.kind == "date" and date.edtf and not date.vague and beside and not inside_content:
                if "/" in date.edtf:
                    continue
                return date.edtf
        if sentence.having("same-time") and self.drafts:
            return self.drafts[-1].date
        return None

    # -- what each answers for ---------------------------------------------------------------------------------
    def _speak(self, sentence: ReadSentence, number: int, start: int) -> None:
        self.speaking.setdefault(sentence.index, []).append((number, start, sentence.last))

    def fill_between(self) -> None:
        """Sentences without an attribution of their own go on with what was said before them in their block.

        A stretch between two mentions of one written statement belongs to it too, across paragraphs.
        """
        sentences = self.context.sentences
        last_number: int | None = None
        last_block = -1
        for sentence in sentences:
            if sentence.kind in ANNOUNCING:
                continue
            here = self.speaking.get(sentence.index)
            if here:
                last_number, last_block = here[-1][0], sentence.block
            elif last_number is not None:
                same_block = sentence.block == last_block
                if same_block or self._returns(last_number, sentence.index):
                    self.speaking[sentence.index] = [(last_number, sentence.first, sentence.last)]
                    last_block = sentence.block
        whole = next((n for n, d in enumerate(self.drafts) if d.whole_document), None)
        if whole is not None:
            for sentence in sentences:
                if sentence.index not in self.speaking:
                    self.speaking[sentence.index] = [(whole, sentence.first, sentence.last)]

    def _returns(self, number: int, after: int) -> bool:
        draft = self.drafts[number]
        if draft.kind not in WRITTEN:
            return False
        if not any(index > after for _, _, index in draft.mentions):
            return False
        upcoming = min(index for _, _, index in draft.mentions if index > after)
        return not any(n != number for index in range(after, upcoming) for n, _, _ in self.speaking.get(index, ()))

    def finish(self) -> Attribution:
        owner: dict[int, int] = {}
        for index in sorted(self.speaking):
            for number, start, end in self.speaking[index]:
                sentence = self.context.sentences[index]
                begin = self._content_start(sentence, start)
                if begin is None:
                    continue
                self.drafts[number].content.append((begin, end))
                owner.update(dict.fromkeys(range(begin, end), number))
        for draft in self.drafts:
            draft.content = merged(draft.content)
        return Attribution(self.drafts, owner, frozenset(self.unlisted))

    def _content_start(self, sentence: ReadSentence, start: int) -> int | None:
        """Where what is said begins: after the verb, or, where the verb comes last, after its subject.

        A sentence that only tells of a publication has no content of its own.
        """
        if start <= sentence.first:
            return sentence.first
        if start < sentence.last - 2:
            return self._after_speaker(sentence, start)
        if sentence.having("say"):
            return sentence.first
        return None

    def _after_speaker(self, sentence: ReadSentence, start: int) -> int:
        """Past the speaker, where it stands after its verb: behind the next "that", else behind the speaker."""
        for that in sentence.having("that"):
            if start <= that.first <= start + 12:
                return that.last
        if self.context.table.subject == "after":
            for agent in sentence.agents:
                if start <= agent.first <= start + 1 and agent.last < sentence.last - 2:
                    return agent.last
        return start
