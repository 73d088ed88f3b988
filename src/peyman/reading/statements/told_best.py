"""Which telling of a statement says most: what each shows of its speaker, and how it stands beside the others.

The same words are told in the lead, by an office, in the body, by name, and once more as "he added". A reader points
to one of them. Which one is not a matter of place alone; so every telling is described to the judge of statements, with
what it has that the others have not.
"""

from __future__ import annotations

from collections.abc import Sequence

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.clauses.word_forms import told_words
from peyman.reading.statements.attribution import StatementDraft
from peyman.text.marks import OPENING_QUOTES
from peyman.text.segment import ANNOUNCING

#: Where a statement is told: first token, after the last token, index of the sentence.
Mention = tuple[int, int, int]
#: Of a statement that is told very often so many tellings are weighed.
MOST_TELLINGS = 12
#: So many sentences of the head are looked at for a title, so many mentions of somebody for his name.
_HEAD, _MOST_MENTIONS = 3, 40
#: A title stands at most so many tokens from a name.
_TITLE = 8
#: What a telling may have more of than the others.
_BESIDE = (
    "speaker_named",
    "speaker_person",
    "speaker_titled",
    "named_first",
    "near_statement-noun",
    "near_publish",
    "near_audience",
    "speaker_length",
    "told_say",
    "sure",
    "formed",
    "quoting",
    "same_kind",
)
#: What it matters to have been told before.
_BEFORE = ("speaker_person", "speaker_titled", "named_first", "speaker_named", "formed", "quoting")
#: What tells the form of what is said, or to whom, stands at most so many tokens from the words of saying.
_FORM = 12
#: Somebody's own words begin at most so many tokens behind the word of saying.
_QUOTED = 60


def weighed(context: Context, draft: StatementDraft) -> list[Mention]:
    """Return the tellings of a statement of which one is to be shown.

    Titles and headings only where nothing else is, or where the page under the title is the statement itself.

    Args:
        context: The document.
        draft: The statement.
    """
    whole = draft.whole_document and not draft.unannounced
    proper = [m for m in draft.mentions if whole or context.sentences[m[2]].kind not in ANNOUNCING]
    return (proper or draft.mentions)[:MOST_TELLINGS]


class Tellings:
    """Describes the tellings of the statements of one document.

    Args:
        context: The document.
        drafts: Its statements.
    """

    def __init__(self, context: Context, drafts: Sequence[StatementDraft] = ()) -> None:
        self.context = context
        self.told_in: dict[int, list[int]] = {}  # by sentence, the first tokens of what is told there
        for draft in drafts:
            for first, _, index in draft.mentions[:MOST_TELLINGS]:
                told_here = self.told_in.setdefault(index, [])
                if len(told_here) < MOST_TELLINGS:
                    told_here.append(first)
        self.lead = next((s.index for s in context.sentences if s.kind not in ANNOUNCING), 0)
        titles = [s for s in context.sentences[:_HEAD] if s.kind in ANNOUNCING]
        self.title = frozenset(stem for s in titles for stem in self._stems(s))
        self._first: dict[int, int] = {}

    def features(self, draft: StatementDraft, mentions: Sequence[Mention]) -> list[dict[str, float]]:
        """Describe the tellings of a statement, each by itself and by its place among them.

        Args:
            draft: The statement.
            mentions: Where it is told, in the order of the text.
        """
        rows = []
        for number, mention in enumerate(mentions):
            row = self._speaker(draft, mention) | self._sentence(draft, mention) | self._form(draft, mention)
            before = mentions[number - 1][2] if number else None
            behind = mentions[number + 1][2] if number + 1 < len(mentions) else None
            row |= {
                "number": min(8.0, float(number)),
                "count": float(len(mentions)),
                "behind": float(len(mentions) - number),
                "gap_before": -1.0 if before is None else min(20.0, float(mention[2] - before)),
                "gap_behind": -1.0 if behind is None else min(20.0, float(behind - mention[2])),
            }
            rows.append(row)
        return rows

    def _speaker(self, draft: StatementDraft, mention: Mention) -> dict[str, float]:
        """Who speaks, and how he is named there."""
        first, last, index = mention
        sentence, actors = self.context.sentences[index], self.context.found.actors
        _, _, begins, ends = draft.cues.get(index, (first, last, first, first))
        agent = next((a for a in sentence.agents_in(begins, begins + 1) if a.last == ends), None)
        kinds = {actors[e].kind for e in agent.entries} if agent is not None else set()
        people = [actors[e] for e in draft.entries if actors[e].kind == "person"]
        return {
            "people_issue": min(3.0, float(len(people))),
            "person_named": float(
                any(sentence.first <= m.first < sentence.last for p in people for m in p.mentions[:_MOST_MENTIONS])
            ),
            "named_first": float(any(sentence.first <= self._named(e) < sentence.last for e in draft.entries)),
            "speaker_titled": float(
                any(begins - _TITLE <= r.first < ends + _TITLE for p in people for r in p.roles[:_MOST_MENTIONS])
            ),
            "speaker_length": min(8.0, float(ends - begins)),
            "speaker_he": float(agent is not None and agent.reference == "he"),
            "speaker_entries": 0.0 if agent is None else min(4.0, float(len(agent.entries))),
            "speaker_person": float("person" in kinds),
            "speaker_body": float("body" in kinds),
            "speaker_headed": float(agent is not None and agent.headed),
        }

    def _named(self, entry: int) -> int:
        """The token where somebody is first named, titles and headings left out; -1 where nowhere else."""
        if entry not in self._first:
            text, sentences = self.context.text, self.context.sentences
            mentions = self.context.found.actors[entry].mentions[:_MOST_MENTIONS]
            at = ((m.first, text.sentence_at(m.first)) for m in mentions)
            proper = (m for m, index in at if index is not None and sentences[index].kind not in ANNOUNCING)
            self._first[entry] = min(proper, default=-1)
        return self._first[entry]

    def _sentence(self, draft: StatementDraft, mention: Mention) -> dict[str, float]:
        """Where its sentence stands, and what of the title it tells."""
        index = mention[2]
        sentence, sentences = self.context.sentences[index], self.context.sentences
        words = self._stems(sentence)
        return {
            "lead": float(index == self.lead),
            "after_lead": min(10.0, float(index - self.lead)),
            "dated_there": float(bool(sentence.dates)),
            "title_share": len(words & self.title) / max(1, len(words)),
            "length": min(80.0, float(sentence.last - sentence.first)),
            "same_kind": float(any(cue.value == draft.kind for cue in sentence.cues)),
            "block": min(20.0, float(sentence.block - sentences[self.lead].block)),
            "opens_block": float(index == 0 or sentences[index - 1].block != sentence.block),
        }

    def _form(self, draft: StatementDraft, mention: Mention) -> dict[str, float]:
        """In what and to whom it is said there, and how much of it in the speaker's own words."""
        first, last, index = mention
        sentence, tokens = self.context.sentences[index], self.context.text.tokens
        low, high, _, _ = draft.cues.get(index, (first, last, first, first))
        forms = sentence.having("statement-noun", "audience", first=low - _FORM, last=high + _FORM)
        until = min(sentence.last, high + _QUOTED)
        opened = next((t for t in range(low, until) if tokens[t].text in OPENING_QUOTES), None)
        below = self.context.sentences[index + 1 : index + 2]
        rivals = self.told_in.get(index, [])
        length = max(1, sentence.last - sentence.first)
        return {
            "formed": float(bool(forms)),
            "quoting": float(opened is not None),
            "quoted_share": 0.0 if opened is None else (sentence.last - opened) / length,
            "quoted_below": float(any(tokens[s.first].text in OPENING_QUOTES for s in below)),
            "rivals": min(4.0, float(len(rivals))),
            "rivals_before": min(4.0, float(sum(at < first for at in rivals))),
        }

    def _stems(self, sentence: ReadSentence) -> frozenset[str]:
        return told_words(self.context.text.tokens[sentence.first : sentence.last], numbers=True)


def set_beside(rows: Sequence[dict[str, float]]) -> None:
    """Tell of each telling what it has that the others of its statement have not, and what was told before it.

    Args:
        rows: What is known of the tellings, in the order of the text; written to.
    """
    for name in _BESIDE:
        values = [row.get(name, 0.0) for row in rows]
        for row, value in zip(rows, values, strict=True):
            row[f"below_{name}"] = value - max(values)
            row[f"above_{name}"] = value - min(values)
    for name in _BEFORE:
        for side, ordered in (("before", rows), ("after", rows[::-1])):
            seen = 0.0
            for row in ordered:
                row[f"{side}_{name}"] = seen
                seen = min(3.0, seen + (row.get(name, 0.0) > 0))
