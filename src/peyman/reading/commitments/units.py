"""A sentence cut into the stretches that may each tell one undertaking, and what there is to know of each of them.

A unit is what stands between two marks, conjunctions or words that open a clause. Whether it tells an undertaking is
decided by a learnt model (see `peyman.reading.commitments.entries`) from the features here: the cues in it and around
it, who acts, what dates it holds, its words, and what the rules make of it. No feature says which language a text is
in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.subjects import subject_of
from peyman.reading.clauses.tense import lies_ahead
from peyman.reading.commitments.pledges import Ruled, disclaimed
from peyman.reading.commitments.terms import CommitmentDraft
from peyman.reading.statements.attribution import Attribution
from peyman.text.marks import BREAKS, COLONS, COMMAS
from peyman.text.segment import BlockKind
from peyman.text.tokens import TokenKind

#: A unit has at least so many words; a shorter stretch belongs to the one after it.
SHORTEST_UNIT = 2
_CUTTING_MARKS = BREAKS | COMMAS | COLONS
_CUTTING_ROLES = frozenset({"and", "that", "which", "but", "condition"})
# fmt: off
#: Roles that tell about an undertaking; other cues (articles, connectors) say little and are left out.
_TELLING = frozenset(
    ("undertake", "refuse", "no-undertaking", "class", "followup", "future", "no-future", "present", "past",
     "finite", "passive", "first-person", "negation", "condition", "purpose", "say", "publish", "according",
     "statement-noun", "meeting-noun", "meeting-verb", "hold", "planned", "demonstrative", "reference",
     "pronoun", "joint", "audience", "elsewhere", "previous", "next", "to", "that", "which", "but", "and",
     "by", "about", "of", "in", "with",)
)
# fmt: on
#: Of these the value is told as well.
_VALUED = frozenset(
    ("undertake", "class", "followup", "say", "statement-noun", "meeting-noun", "meeting-verb", "reference", "pronoun")
)
#: Roles that govern what comes after them in the sentence.
_GOVERNING = frozenset(("undertake", "refuse", "no-undertaking", "say", "publish", "according", "condition", "purpose"))
#: Roles of verbs whose subject may be who undertakes.
ACTING = ("future", "undertake", "refuse", "present", "past", "finite")
#: Roles of verbs that may say what is to come.
PROMISING = ("future", "undertake", "refuse", "present")
#: What the sentences of a document may tell of, by the roles of cues.
_MATTERS = (
    ("encounters", ("meeting-noun", "meeting-verb")),
    ("undertakings", ("undertake", "refuse")),
    ("joint", ("joint", "reference")),
    ("elsewhere", ("elsewhere",)),
)
#: A sentence of fewer tokens tells nothing of what a document is about.
SHORTEST_SENTENCE = 5
#: A document mostly tells of something if so many of its sentences do.
MOSTLY = 0.6
#: Roles of what opens a clause, which stands in the stretch that it opens.
_OPENING = ("that", "but")
#: What a stretch says, if it is the first of these in it, holds for the rest of it.
_PREDICATING = ("future", "present", "undertake", "refuse", "no-undertaking")
#: Roles of verbs that end or govern a clause.
_VERBAL = frozenset(("future", "present", "past", "finite", "undertake", "refuse", "say", "no-undertaking"))


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a sentence, tokens ``[first, last)``."""

    sentence: ReadSentence
    first: int
    last: int
    opener: str  # role of the cue, or the mark, that it begins after


def units_of(context: Context, sentence: ReadSentence) -> list[Unit]:
    """Cut a sentence into units."""
    tokens = context.text.tokens
    cuts: dict[int, str] = {}
    for cue in sentence.cues:
        if cue.role in _CUTTING_ROLES and not _joins_numbers(context, cue.first, cue.last):
            cuts.setdefault(cue.first, cue.role)
        elif cue.role == "say":
            cuts.setdefault(cue.last, cue.role)
    condition = next((c.last for c in sentence.having("condition")), sentence.last)
    for cue in sentence.having("consequence", first=condition + 1):
        cuts.setdefault(cue.first, ",")  # "if they leave *then we* …", as if a comma stood there
    for index in range(sentence.first, sentence.last):
        token = tokens[index]
        if token.kind is TokenKind.MARK and token.text in _CUTTING_MARKS and index not in context.scare_quotes:
            cuts.setdefault(index + 1, token.text)
    prefix = context.table.conjunction_prefix
    if prefix:
        for cue in sentence.having("class", "future", "undertake", "present", "refuse"):
            if tokens[cue.first].fold.startswith(prefix) and len(tokens[cue.first].fold) > len(prefix) + 3:
                cuts.setdefault(cue.first, "and")
    found: list[Unit] = []
    start, opener, words = sentence.first, "", 0
    for index in range(sentence.first, sentence.last):
        if index in cuts and index > start:
            if words >= SHORTEST_UNIT:
                found.append(Unit(sentence, start, index, opener))
                start, opener, words = index, cuts[index], 0
            else:
                opener = cuts[index] if not words else opener
        words += tokens[index].kind is TokenKind.WORD
    if words >= SHORTEST_UNIT or not found:
        found.append(Unit(sentence, start, sentence.last, opener))
    else:
        last = found.pop()
        found.append(Unit(sentence, last.first, sentence.last, last.opener))
    return found


def _joins_numbers(context: Context, first: int, last: int) -> bool:
    """Whether a word stands between two numbers: "units 70 *and* 80"."""
    tokens = context.text.tokens
    beside = (tokens[first - 1], tokens[last]) if first > 0 and last < len(tokens) else ()
    return bool(beside) and all(token.kind is TokenKind.NUMBER for token in beside)


def _agent_features(context: Context, agent: Agent) -> list[str]:
    row = []
    if agent.reference:
        row.append(f"ref={agent.reference}")
    if context.is_outlet(agent):
        row.append("outlet")
    row.append(f"n={min(len(agent.parties), 3)}")
    if agent.role:
        row.append(f"role={agent.role}")
    elif agent.free:
        row.append("free")
    if agent.person:
        row.append("person")
    return row


def date_kind(context: Context, edtf: str | None, vague: bool) -> str:
    """Return how a date lies to publication: ``ahead``, ``past``, ``open`` where that is unknown, or ``vague``."""
    if vague:
        return "vague"
    ahead = lies_ahead(context, edtf)
    return {True: "ahead", False: "past", None: "open"}[ahead]


def _words(context: Context, unit: Unit) -> list[str]:
    return [t.fold for t in context.text.tokens[unit.first : unit.last] if t.kind is TokenKind.WORD]


def _own_features(context: Context, unit: Unit) -> list[str]:
    sentence = unit.sentence
    row = []
    for cue in sentence.near(unit.first, unit.last):
        if cue.first >= unit.first and cue.role in _TELLING:
            row.append(cue.role)
            if cue.value and cue.role in _VALUED:
                row.append(f"{cue.role}:{cue.value}")
    low, high = (bisect_left(sentence.agents, at, key=lambda a: a.first) for at in (unit.first, unit.last))
    for agent in sentence.agents[low:high]:
        row += [f"a.{f}" for f in _agent_features(context, agent)]
    for date in sentence.dates_in(unit.first, unit.last):
        row.append(f"d.{date_kind(context, date.edtf, date.vague)}")
    return row


def _lexical(context: Context, unit: Unit) -> list[str]:
    words = _words(context, unit)
    row = []
    for word in words:
        row.append(f"w={word}")
        if len(word) > 4:
            row.append(f"p={word[:4]}")
            row.append(f"e={word[-4:]}")
    row += [f"b={a}_{b}" for a, b in pairwise(words)]
    if words:
        row += [f"l={words[-1]}", f"f={words[0]}", f"l3={words[-1][-3:]}", f"f2={words[0][:2]}", f"l2={words[-1][:2]}"]
    return row


def _kind_of(context: Context, subject: Agent | None) -> str:
    """What kind of subject acts: a party, a person of none, what stands for those told before, an outlet, nobody."""
    if subject is None:
        return "nobody"
    if context.is_outlet(subject):
        return "outlet"
    kind = f"{subject.reference or 'named'}{'-person' if subject.person else ''}"
    return f"{kind}-{min(len(subject.parties), 2)}{'' if subject.free else '-bound'}"


def _share(part: int, whole: int) -> str:
    """A share in five steps."""
    share = part / max(1, whole)
    return "0" if part == 0 else "1" if share < 0.15 else "2" if share < 0.35 else "3" if share < 0.6 else "4"


def _bucket(count: int) -> str:
    return str(count) if count < 4 else "4-7" if count < 8 else "8-15" if count < 16 else "16+"


class UnitFeatures:
    """Computes the features of all units of a document.

    Args:
        context: The document.
        attribution: Its statements.
        ruled: What the rules read.
    """

    def __init__(
        self,
        context: Context,
        attribution: Attribution,
        ruled: Sequence[Ruled],
    ) -> None:
        self.context = context
        self.attribution = attribution
        self.ruled: dict[int, list[Ruled]] = defaultdict(list)
        for one in ruled:
            self.ruled[one.draft.sentence.index].append(one)
        self.openers = _openers(context.sentences)
        self.density = ""
        #: Whether no sentence of the document holds a word of undertaking, and most of them tell of encounters.
        self.reports_encounters = False
        self.document = self._document()

    def _document(self) -> list[str]:
        context = self.context
        joint = any(s.joint for s in self.attribution.statements)
        kinds = {s.kind for s in self.attribution.statements}
        row = [f"D.parties={min(len(context.main_parties), 4)}", f"D.dealings={context.tells_of_dealings}"]
        row += [f"D.joint={joint}"] + [f"D.kind={k}" for k in sorted(kinds)]
        return row + self._matter()

    def _matter(self) -> list[str]:
        """What a document is about: how many sentences tell of parties, encounters, undertakings, other things."""
        context = self.context
        told = [s for s in context.sentences if s.last - s.first >= SHORTEST_SENTENCE] or context.sentences
        named = [{p for a in s.agents if not context.is_outlet(a) for p in a.parties} for s in told]
        self.density = _share(sum(bool(n) for n in named), len(told))
        row = [f"D.named={self.density}", f"D.dealing={_share(sum(len(n) > 1 for n in named), len(told))}"]
        holding = {name: sum(bool(s.having(*roles)) for s in told) for name, roles in _MATTERS}
        row += [f"D.{name}={_share(number, len(told))}" for name, number in holding.items()]
        self.reports_encounters = not holding["undertakings"] and holding["encounters"] >= MOSTLY * len(told)
        return row

    def sentence(self, sentence: ReadSentence) -> tuple[list[Unit], list[list[str]]]:
        """Return the units of a sentence with the features of each."""
        context = self.context
        units = units_of(context, sentence)
        own = [_own_features(context, u) for u in units]
        lexical = [_lexical(context, u) for u in units]
        shared = [f"S.kind={sentence.kind}", f"S.units={_bucket(len(units))}"]
        opener = self.openers.get(sentence.index)
        if opener is not None:
            shared += self._opened(opener)
        if sentence.index:
            before = context.sentences[sentence.index - 1]
            shared += [f"B.{f}" for f in _summary(before)]
        if any(c.role == "no-undertaking" for c in sentence.cues):
            shared.append("S.no")
        if any(c.role == "undertake" for c in sentence.cues):
            shared.append("S.undertake")
        if any(c.role == "followup" for c in sentence.cues):
            shared.append("S.followup")
        if any(t.text in "?؟" for t in context.text.tokens[sentence.last - 2 : sentence.last]):
            shared.append("S.question")
        shared.append(f"S.index={_bucket(sentence.index)}")
        shared.append(f"S.parties={min(len({p for a in sentence.agents for p in a.parties}), 3)}")
        points_back = self._points_back(sentence)
        verbal = [f"S.{role}" for role in sorted(_VERBAL) if sentence.all_having(role)]
        first_agent = self._first_agent(sentence)
        rows = []
        hoped = False
        for n, unit in enumerate(units):
            row = ["bias", f"opener={unit.opener}", f"at={min(n, 3)}", f"left={min(len(units) - 1 - n, 3)}"]
            row += own[n] + lexical[n] + shared + self.document
            length = unit.last - unit.first
            row.append(f"len={_bucket(length)}")
            for distance in (-2, -1, 1, 2):
                if 0 <= n + distance < len(units):
                    row += [f"{distance}.{f}" for f in own[n + distance]]
                    if abs(distance) == 1:
                        row += [f"{distance}.{f}" for f in lexical[n + distance] if f[0] in "lfw"]
            hoped = self._disclaimed(unit) or (hoped and self._goes_on(unit))
            if hoped or points_back:
                row += ["disclaimed", f"disclaimed|{unit.opener}"]
            row += self._governors(unit)
            row += self._verbs(unit)
            row += verbal
            row += self._acting(unit)
            row += first_agent
            row += self._speaker(unit)
            for one in self.ruled.get(sentence.index, ()):
                draft = one.draft
                if min(draft.last, unit.last) > max(draft.first, unit.first):
                    told = draft.strength + ("-" if draft.refused else "")
                    row += ["ruled", f"ruled:{told}"]
                    if unit is _beginning(units, draft):
                        row.append(f"ruled.begins:{told}")
            rows.append(row)
        return units, rows

    def ruled_in(self, units: Sequence[Unit]) -> list[list[int]]:
        """Return the stretches of each undertaking that the rules read in a sentence, its beginning first."""
        return [group for group, _ in self.ruled_and_dated(units)]

    def ruled_and_dated(self, units: Sequence[Unit]) -> list[tuple[list[int], bool]]:
        """Return the same, and for each whether the rules read by when it is to be done, too."""
        drafts = [one.draft for one in self.ruled.get(units[0].sentence.index, ())]
        begins = [_beginning(units, draft) for draft in drafts]
        groups = []
        for draft, own in zip(drafts, begins, strict=True):
            inside = [
                n
                for n, u in enumerate(units)
                if min(draft.action[1], u.last) > max(draft.action[0], u.first) and (u is own or u not in begins)
            ]
            in_order = sorted(inside, key=lambda n, own=own: (units[n] is not own, n))  # type: ignore[misc]
            groups.append((in_order, draft.window is not None))
        return [(group, dated) for group, dated in groups if group]

    def bare_in(self, units: Sequence[Unit]) -> list[bool]:
        """Say of each stretch of a sentence whether nothing but its words speaks for an undertaking.

        That is so where no rule reads one, and the verb in it, or the one that it leads up to, is none that may say
        what is to come. An entry of a list needs no verb.
        """
        sentence = units[0].sentence
        if sentence.kind is BlockKind.ITEM:
            return [False] * len(units)
        drafts = [one.draft for one in self.ruled.get(sentence.index, ())]
        found = []
        for unit in units:
            verb = sentence.ending_behind(unit.first, *ACTING)
            ruled = any(min(d.last, unit.last) > max(d.first, unit.first) for d in drafts)
            found.append(not ruled and (verb is None or verb.role not in PROMISING))
        return found

    def opens_list(self, sentence: ReadSentence) -> bool:
        """Whether a sentence ends in the colon that announces a list."""
        ends = self.context.text.tokens[sentence.last - 1].text in COLONS
        return ends and any(opener is sentence for opener in self.openers.values())

    def _disclaimed(self, unit: Unit) -> bool:
        """Whether a hope or the like governs a stretch, or a hope is its own first verb: "we hope they will"."""
        verb = next(iter(unit.sentence.having(*_PREDICATING, first=unit.first, last=unit.last)), None)
        hopes = verb is not None and verb.role == "no-undertaking" and verb.value == "hope"
        if hopes or disclaimed(self.context, unit.sentence, unit.first):
            return True
        # "Agreed *that* the sides must …": what governs the clause stands behind the word that opens it.
        opener = next(
            (c for c in unit.sentence.having(*_OPENING, first=unit.first, last=unit.last) if c.first == unit.first),
            None,
        )
        if opener is not None and disclaimed(self.context, unit.sentence, opener.last):
            return True
        # "Said that, if they leave, …": the condition opens a word behind where the stretch does.
        near = unit.sentence.having("condition", first=unit.first, last=min(unit.last, unit.first + SHORTEST_UNIT + 1))
        return bool(near) and disclaimed(self.context, unit.sentence, near[0].first)

    def _goes_on(self, unit: Unit) -> bool:
        """Whether a stretch only goes on with what the one before it began, with no verb of its own."""
        own = ("say", "undertake", "refuse", "future", "present", "past")
        return unit.opener == "and" and not unit.sentence.having(*own, first=unit.first, last=unit.last)

    @staticmethod
    def _points_back(sentence: ReadSentence) -> bool:
        """Whether a sentence only tells what something told before is for ("this cooperation aims at …")."""
        pointing = any(c.first == sentence.first for c in sentence.having("demonstrative"))
        return pointing and bool(sentence.having("purpose")) and not sentence.having("undertake", "refuse")

    def _opened(self, opener: ReadSentence) -> list[str]:
        """What is known of the line that announces the list in which a sentence stands."""
        row = [f"L.{f}" for f in _summary(opener)]
        row.append(f"L.kind={opener.kind}")
        row.append(f"L.colon={self.context.text.tokens[opener.last - 1].text in COLONS}")
        return row

    def _governors(self, unit: Unit) -> list[str]:
        cues = unit.sentence.all_having(*_GOVERNING)
        behind = bisect_left(cues, unit.first, key=lambda c: c.first)
        before = cues[behind - 1] if behind else None
        behind = bisect_left(cues, unit.last, behind, key=lambda c: c.first)
        after = cues[behind] if behind < len(cues) else None
        row = []
        if before is not None:
            row += [f"gov={before.role}", f"gov={before.role}:{before.value}"]
        else:
            row.append("gov=0")
        if after is not None:
            row += [f"gov+={after.role}", f"gov+={after.role}:{after.value}"]
        return row

    def _verbs(self, unit: Unit) -> list[str]:
        """The verb that a stretch leads up to, where the verb stands last, and the one before the stretch."""
        row = []
        ahead = unit.sentence.ending_behind(unit.first, *_VERBAL)
        if ahead is not None:
            word = self.context.text.tokens[ahead.last - 1].fold
            inside = ahead.first < unit.last
            row += [f"v.{ahead.role}", f"v.{ahead.role}.in={inside}", f"v={word}", f"ve={word[-3:]}", f"vp={word[:3]}"]
        else:
            row.append("v=0")
        return row

    def _acting(self, unit: Unit) -> list[str]:
        """Who does what the first verb in a stretch, or the verb that it leads up to, says; and in what tense."""
        verb = unit.sentence.ending_behind(unit.first, *ACTING)
        if verb is None:
            return [f"D.named|no-verb={self.density}"]
        inside = "" if verb.first < unit.last else "+"
        subject = subject_of(self.context, unit.sentence, verb)
        who = _kind_of(self.context, subject)
        first = "I" if unit.sentence.having("first-person", first=unit.first, last=unit.last) else ""
        row = [f"who={who}", f"who|{verb.role}{inside}={who}", f"D.named|{verb.role}{inside}={self.density}"]
        row.append(f"who|{first}|{self.density}={who}")
        row.append(f"who|v={who}|{self.context.text.tokens[verb.last - 1].fold}")
        said = self.attribution.said_in(unit.first)
        if said:
            statement = self.attribution.statements[said[0]]
            row.append(f"who|said={who}|{min(len(statement.parties), 2)}")
        return row

    def _first_agent(self, sentence: ReadSentence) -> list[str]:
        """Who may be the subject of a sentence: the first who acts in it."""
        first = next((a for a in sentence.agents if a.free and not a.role), None)
        if first is None:
            return ["subj=0"]
        return [f"subj.{f}" for f in _agent_features(self.context, first)]

    def _speaker(self, unit: Unit) -> list[str]:
        said = self.attribution.said_in(unit.first)
        if not said:
            return ["said=0"]
        statement = self.attribution.statements[said[0]]
        return [
            "said",
            f"said={statement.kind}",
            f"said.n={min(len(statement.parties), 2)}",
            f"said.weak={statement.weak}",
        ]


def _beginning(units: Sequence[Unit], draft: CommitmentDraft) -> Unit | None:
    """The stretch in which what the rules read begins: the first of its action that does not only say who speaks."""
    there = [u for u in units if min(u.last, draft.action[1]) > max(u.first, draft.action[0])]
    own = [u for u in there if not u.sentence.having("say", first=u.first, last=u.last)]
    return next(iter(own or there), None)


#: Roles that tell what a whole sentence is about.
_SUMMED = frozenset(("undertake", "refuse", "no-undertaking", "statement-noun", "meeting-noun", "followup", "joint"))


def _summary(sentence: ReadSentence) -> list[str]:
    found = dict.fromkeys(f"{c.role}:{c.value}" for c in sentence.cues if c.role in _SUMMED)
    return [*found, f"kind={sentence.kind}"]


def _openers(sentences: Sequence[ReadSentence]) -> dict[int, ReadSentence]:
    """For each entry of a list, the sentence that announces the list: the last one before it that is no entry."""
    openers: dict[int, ReadSentence] = {}
    opener: ReadSentence | None = None
    for sentence in sentences:
        if sentence.kind is not BlockKind.ITEM:
            opener = sentence
        elif opener is not None:
            openers[sentence.index] = opener
    return openers
