"""Whether somebody speaks within an encounter that the text has just told of: what is said there is not published."""

from __future__ import annotations

from collections.abc import Sequence

from peyman.reading.clauses.context import Context
from peyman.reading.statements.attribution import StatementDraft
from peyman.text.segment import ANNOUNCING, BlockKind

#: An encounter is told at most so many sentences before what is said there.
REACH = 6
#: Of a sentence so many agents are looked at, and of the document so many sentences for a title.
MOST_AGENTS, HEAD = 40, 3
#: Others answer at most so many sentences away, among so many statements before and behind.
ANSWER, MOST_OTHERS = 2, 20
_FAR = 30.0


class ClosedDoors:
    """Describes to the judge of statements which encounters are told around each, and who else speaks there.

    Args:
        context: The document.
        drafts: Its statements.
    """

    def __init__(self, context: Context, drafts: Sequence[StatementDraft]) -> None:
        self.context = context
        self.drafts = drafts
        self.met: dict[int, tuple[set[str], set[int]]] = {}
        for sentence in context.sentences:
            if sentence.having("meeting-noun", "meeting-verb"):
                agents = sentence.agents[:MOST_AGENTS]
                parties = {p for a in agents for p in a.parties}
                self.met[sentence.index] = parties, {e for a in agents for e in a.entries}
        self.titles = [s for s in context.sentences[:HEAD] if s.kind is BlockKind.TITLE]
        self.named = {e for s in self.titles for a in s.agents for e in a.entries}
        self.lead = next((s.index for s in context.sentences if s.kind not in ANNOUNCING), 0)
        self.strong: dict[tuple[str, ...], list[int]] = {}
        for draft in drafts:
            if not draft.weak:
                self.strong.setdefault(draft.parties, []).append(draft.mentions[0][2])
        self.document = {
            "title_says": float(any(s.having("say", "publish", "statement-noun") for s in self.titles)),
            "title_meets": float(any(s.having("meeting-noun", "meeting-verb") for s in self.titles)),
            "encounters": min(6.0, float(len(self.met))),
            "met_share": len(self.met) / max(1, len(context.sentences)),
        }

    def around(self, number: int, mention: tuple[int, int, int]) -> dict[str, float]:
        """Return the features of one telling of a statement.

        Args:
            number: The place of the statement among the statements.
            mention: Where it is told: first token, after the last, index of the sentence.
        """
        context, draft = self.context, self.drafts[number]
        first, last, index = mention
        sentence = context.sentences[index]
        low, _, _, _ = draft.cues.get(index, (first, last, first, first))
        table = [n for n in range(max(0, index - REACH), index + 1) if self._sits(n, draft)]
        of_two = [n for n in table if len(self.met[n][0]) > 1]
        before = sentence.having("meeting-noun", first=sentence.first, last=low)[-3:]
        pointed = [m for m in before if sentence.having("demonstrative", first=m.first - 2, last=m.last + 2)]
        near = self.drafts[max(0, number - MOST_OTHERS) : number + MOST_OTHERS]
        answers = [
            d
            for d in near
            if d is not draft and d.parties and d.parties != draft.parties and abs(d.mentions[0][2] - index) <= ANSWER
        ]
        own = self.strong.get(draft.parties, [])
        strong = sum(map(len, self.strong.values())) - (not draft.weak)
        return self.document | {
            "at_table": float(index - table[-1] if table else REACH + 1),
            "at_table_of_two": float(index - of_two[-1] if of_two else REACH + 1),
            "lead_meets": float(self._sits(self.lead, draft)),
            "meeting_before": float(len(before)),
            "meeting_gap": min(_FAR, float(low - before[-1].last)) if before else _FAR,
            "meeting_pointed": float(bool(pointed)),
            "answers": min(4.0, float(len(answers))),
            "answers_table": min(4.0, float(sum(any(self._sits(n, d) for n in table) for d in answers))),
            "title_names": float(bool(self.named & set(draft.entries))),
            "strong_others": min(4.0, float(strong)),
            "strong_party": min(4.0, float(len(own) - (not draft.weak))),
            "strong_earlier": float(draft.weak and any(at <= index for at in own[:MOST_OTHERS])),
        }

    def _sits(self, index: int, draft: StatementDraft) -> bool:
        parties, entries = self.met.get(index, (set(), set()))
        return bool(parties & set(draft.parties) or entries & set(draft.entries))
