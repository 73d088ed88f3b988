"""Whether somebody's words are a statement of its own, and where it is told best: what a judge is told of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from peyman.model import StatementKind
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.judges.judgement import Judge
from peyman.reading.judges.learnt import Model
from peyman.reading.judges.phrasing import Phrasing, Word
from peyman.reading.statements.attribution import StatementDraft
from peyman.reading.statements.closed_doors import ClosedDoors
from peyman.reading.statements.speakers import YES
from peyman.reading.statements.told_best import Mention, Tellings, set_beside, weighed
from peyman.text.segment import ANNOUNCING, BlockKind

_KINDS = get_args(StatementKind)
_ROLES = ("say", "publish", "according", "reported-by", "statement-noun", "audience", "that", "demonstrative", "joint")
#: Cues around the words that are counted: encounters and undertakings are told of in other verbs.
_AROUND = ("meeting-noun", "meeting-verb", "hold", "undertake", "future", "negation", "past", "no-undertaking", "agent")
#: Roles of the words that tell of something public.
_PUBLIC = ("audience", "publish", "statement-noun")
#: Roles of the words that tell a statement.
_TELLING = ("say", "stance", "publish", "according", "reported-by", "statement-noun", "audience")
_FAR = 30.0
#: So many statements before and behind one may be the same.
_MOST_OTHERS = 20
#: Where somebody speaks alone it must be so likely that this is told as a statement.
LEAST_ALONE = 0.05
#: And where somebody named says it "in this meeting", so likely: what each side says at the table is told as its own.
LEAST_THERE = 0.1
#: So many tokens before it are looked at for another word of saying.
_MOST_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of a statement.

    Attributes:
        mention: Where it stands.
        row: What the judge is told of it.
        words: The words around it, names and dates replaced by what they are.
    """

    mention: Mention
    row: dict[str, float]
    words: list[str]


def _issuers(context: Context, drafts: Sequence[StatementDraft], number: int) -> dict[str, float]:
    draft = drafts[number]
    actors = [context.found.actors[e] for e in draft.entries]
    others = [d for n, d in enumerate(drafts) if n != number]
    return {
        "weak": float(draft.weak),
        "guessed": float(draft.guessed),
        "unannounced": float(draft.unannounced),
        "joint": float(draft.joint),
        "dated": float(draft.date is not None),
        "whole": float(draft.whole_document),
        "via": float(draft.outlet is not None),
        "parties": min(4.0, len(draft.parties)),
        "entries": min(4.0, len(draft.entries)),
        "person": float(any(a.kind == "person" for a in actors)),
        "body": float(any(a.kind == "body" for a in actors)),
        "party_itself": float(any(a.kind == "party" for a in actors)),
        "roles": min(3.0, sum(len(a.roles) for a in actors)),
        "mentioned": min(15.0, sum(len(a.mentions) for a in actors)),
        "of_publisher": float(context.publisher_party in draft.parties),
        "of_home": float(context.found.home in draft.parties),
        "earlier_party": min(6.0, sum(d.parties == draft.parties for d in drafts[:number])),
        "earlier_joint": min(3.0, sum(d.joint for d in drafts[:number])),
        "same_issuer": min(4.0, sum(bool(set(d.entries) & set(draft.entries)) for d in others)),
        "same_party": min(6.0, sum(bool(set(d.parties) & set(draft.parties)) for d in others)),
        "main_party": float(bool(set(draft.parties) & set(context.main_parties[:2]))),
    }


def _again(
    drafts: Sequence[StatementDraft], people: Sequence[tuple[set[int], set[str]]], number: int
) -> dict[str, float]:
    """Whether others of the same party may be the same one, named otherwise: "the spokesman", "the ministry"."""
    draft, (ours, surnames) = drafts[number], people[number]
    row = dict.fromkeys(("earlier_same", "later_same", "earlier_other", "later_other", "alike"), 0.0)
    row |= {"same_gap": _FAR, "same_announced": 0.0, "same_named": 0.0}
    for n in range(max(0, number - _MOST_OTHERS), min(len(drafts), number + _MOST_OTHERS)):
        other, (theirs, their_surnames) = drafts[n], people[n]
        if n == number:
            continue
        row["alike"] += bool(surnames & their_surnames) and not ours & theirs
        if draft.parties != other.parties or draft.joint != other.joint:
            continue
        differ = bool(ours and theirs and not ours & theirs)
        name = f"{'earlier' if n < number else 'later'}_{'other' if differ else 'same'}"
        row[name] = min(4.0, row[name] + 1.0)
        if not differ:
            row["same_gap"] = min(row["same_gap"], float(abs(other.mentions[0][2] - draft.mentions[0][2])))
            row["same_announced"] = max(row["same_announced"], float(not other.weak))
            row["same_named"] = max(row["same_named"], float(bool(theirs)))
    return row


def _people(context: Context, draft: StatementDraft) -> tuple[set[int], set[str]]:
    """The people who issue a statement, and the last words of their names."""
    people = {e for e in draft.entries if context.found.actors[e].kind == "person"}
    return people, {context.found.actors[e].name.split()[-1] for e in people if context.found.actors[e].name.split()}


def _speaking(context: Context, draft: StatementDraft, mention: Mention) -> dict[str, float]:
    """By which word it is told, how its speaker stands to it, and whether it is said in an encounter just told."""
    first, last, index = mention
    sentence = context.sentences[index]
    low, high, begins, ends = draft.cues.get(index, (first, last, first, first))
    telling = {c.role for c in sentence.having(*_TELLING, first=low, last=high)}
    row = {f"told_{role}": float(role in telling) for role in _TELLING}
    agent = next((a for a in sentence.agents_in(begins, begins + 1) if a.last == ends), None)
    gap = low - ends if ends <= low else begins - high
    between = (min(ends, high), max(begins, low))
    verbs = sentence.having("finite", "past", "say", "publish", "meeting-verb", first=between[0], last=between[1])
    row |= {
        "sure": draft.sure.get(index, -1.0),
        "surest": max(draft.sure.values(), default=-1.0),
        "speaker": float(agent is not None),
        "speaker_before": float(ends <= low),
        "speaker_gap": float(max(-1, min(_FAR, gap))),
        "speaker_free": float(agent is not None and agent.free),
        "speaker_someone": float(agent is not None and context.is_someone(sentence, agent)),
        "speaker_roled": float(agent is not None and bool(agent.role)),
        "speaker_group": float(agent is not None and agent.plural),
        "speaker_parties": 0.0 if agent is None else min(4.0, float(len(agent.parties))),
        "speaker_named": float(agent is not None and bool(agent.entries)),
        "speaker_verbs": min(3.0, float(len(verbs))),
        "speaker_that": float(bool(sentence.having("that", "which", first=between[0], last=between[1]))),
        "first_person": min(3.0, float(len(sentence.having("first-person")))),
        "question": float(any(context.text.tokens[t].text in "?؟" for t in range(sentence.first, sentence.last)[-3:])),
    }
    start = min(low, begins)
    before = sentence.having("say", "publish", "according", first=max(sentence.first, start - _MOST_BEFORE), last=start)
    inside = [c for c in before if sentence.having("that", first=c.last, last=start + 2)]
    row |= {"told_before": min(3.0, float(len(before))), "inside": min(3.0, float(len(inside)))}
    quotations = context.text.quotations
    at = bisect_left(quotations, start, key=lambda q: q.first)
    row["quoted"] = float(at > 0 and quotations[at - 1].last > start)
    around = context.sentences[max(0, index - 3) : index + 1]
    met = [s for s in around if s.having("meeting-noun", "meeting-verb")]
    pointed = [
        s
        for s in met
        if any(abs(d.first - m.first) <= 3 for m in s.having("meeting-noun") for d in s.having("demonstrative"))
    ]
    public = [s for s in around if s.having(*_PUBLIC)]
    for name, where in (("met", met), ("pointed", pointed), ("public", public)):
        row[f"since_{name}"] = float(index - where[-1].index if where else 4)
    return row


def _telling(context: Context, draft: StatementDraft, mention: Mention) -> dict[str, float]:
    """How it is told there: in which block, with which words beside it."""
    first, last, index = mention
    sentence = context.sentences[index]
    row = {
        "mentions": min(8.0, len(draft.mentions)),
        "index": min(40.0, index),
        "place": index / max(1, len(context.sentences)),
        "span": min(40.0, last - first),
        "from_start": min(40.0, first - sentence.first),
        "to_end": min(60.0, sentence.last - last),
        "title": float(sentence.kind is BlockKind.TITLE),
        "announcing": float(sentence.kind in ANNOUNCING),
        "byline": float(sentence.kind is BlockKind.BYLINE),
        "item": float(sentence.kind is BlockKind.ITEM),
    }
    near = [c for c in sentence.near(first - 30, last + 30) if first - 30 <= c.first]
    for role in _ROLES:
        gaps = [max(0, c.first - last, first - c.last) for c in near if c.role == role]
        row[f"near_{role}"] = min((float(g) for g in gaps), default=_FAR)
    for role in _AROUND:
        row[f"here_{role}"] = min(3.0, float(sum(c.role == role for c in near)))
    marks = [context.text.tokens[t].text for t in range(first, min(sentence.last, last + 25))]
    row["quotes"] = float(any(m in '«“"„' for m in marks))
    row["colon"] = float(bool({":", "："} & set(marks[last - first - 1 : last - first + 3])))
    agents = sentence.agents_in(first, last)
    row["headed"] = float(any(a.headed for a in agents))
    row["pronoun"] = float(any(a.reference in ("he", "they", "we", "I") for a in agents))
    row["people"] = float(any(a.reference == "people" for a in agents))
    row["outlet_there"] = float(any(context.is_outlet(a) for a in sentence.agents[:40]))
    return row


def tellings(context: Context, drafts: Sequence[StatementDraft]) -> list[list[Told]]:
    """Describe, for every statement that the rules found, each of its tellings to the judge of publications.

    Args:
        context: The document.
        drafts: The statements, in the order in which they were found.
    """
    foreign = sum(1 for s in context.sentences for c in s.cues if c.role == "elsewhere")
    document = {
        "foreign": 1000.0 * foreign / max(1, len(context.text.tokens)),
        "dealings": float(context.tells_of_dealings),
        "drafts": min(20.0, len(drafts)),
        "weak_drafts": min(20.0, sum(d.weak for d in drafts)),
        "sentences": min(60.0, len(context.sentences)),
        "publisher_party": float(context.publisher_party is not None),
        "home": float(context.found.home is not None),
        "public": min(10.0, float(sum(len(s.having(*_PUBLIC)) for s in context.sentences[:60]))),
        "order_before": float(context.table.subject == "before"),
        "order_after": float(context.table.subject == "after"),
    }
    found = []
    people = [_people(context, draft) for draft in drafts]
    doors, best, phrasing = ClosedDoors(context, drafts), Tellings(context, drafts), Phrasing(context)
    for number, draft in enumerate(drafts):
        of_draft = document | {f"kind_{kind}": float(draft.kind == kind) for kind in _KINDS}
        of_draft |= _issuers(context, drafts, number)
        of_draft |= _again(drafts, people, number)
        of_draft["rank"] = min(20.0, number)
        mentions = weighed(context, draft)
        rows = best.features(draft, mentions)
        for row, mention in zip(rows, mentions, strict=True):
            row |= of_draft | _telling(context, draft, mention) | _speaking(context, draft, mention)
            row |= doors.around(number, mention)
        set_beside(rows)
        words = [_words(context, phrasing, draft, mention) for mention in mentions]
        for place, around in enumerate(words):
            around.append(f"kind={draft.kind} weak={draft.weak}")
            around.append(f"number={min(3, place)} of={min(4, len(mentions))}")
        found.append([Told(*told) for told in zip(mentions, rows, words, strict=True)])
    return found


def weigh(told: Sequence[Told], chooser: Model) -> None:
    """Tell the judge what the words around each telling of a statement say.

    Args:
        told: The tellings of one statement; what is known of them is written to.
        chooser: The model that weighs words.
    """
    chances = [chooser.probabilities(telling.words)[YES] for telling in told]
    for telling, chance in zip(told, chances, strict=True):
        telling.row["worded"] = chance
        telling.row["below_worded"] = chance - max(chances)


def choose(draft: StatementDraft, told: Sequence[Told], judge: Judge) -> None:
    """Show a statement where it is likeliest told as one of its own; that is how likely it is one.

    Where that tells of several who spoke on one occasion, each statement is shown where its own speaker speaks alone.

    Args:
        draft: The statement; its `main` and `probability` are set.
        told: Its tellings, weighed.
        judge: The judge of publications.
    """
    chances = [judge.probability(telling.row) for telling in told]
    best = max(range(len(told)), key=lambda n: (chances[n], -n))
    if not draft.joint and len(draft.parties) == 1 and told[best].row["speaker_parties"] > 1:
        best = max(_alone(told, chances), key=lambda n: (chances[n], -n), default=best)
    draft.main, draft.probability = told[best].mention[2], max(chances)
    there = [n for n, telling in enumerate(told) if chances[n] >= LEAST_THERE and _speaks_there(draft, telling.row)]
    if there and draft.probability < judge.threshold:
        draft.main, draft.probability = told[there[0]].mention[2], judge.threshold


def _speaks_there(draft: StatementDraft, row: Mapping[str, float]) -> bool:
    """Whether somebody named says it in the encounter at which the sentence points: "*in this meeting* the envoy …"."""
    if draft.guessed or draft.joint or row["since_pointed"] or row["speaker_roled"] or row["inside"]:
        return False
    return bool(row["told_say"] and row["speaker_named"] and row["speaker_someone"])


def _alone(told: Sequence[Told], chances: Sequence[float]) -> list[int]:
    """The tellings in which one says alone what another telling says of several: "A and B faced the press. A said …".

    Args:
        told: The tellings of a statement of one party.
        chances: How likely each tells a statement.
    """
    rows = [telling.row for telling in told]
    return [
        n
        for n, row in enumerate(rows)
        if row["speaker_parties"] == 1.0 and row["told_say"] and chances[n] >= LEAST_ALONE
    ]


def _words(context: Context, phrasing: Phrasing, draft: StatementDraft, mention: Mention) -> list[str]:
    first, last, index = mention
    low, high, begins, ends = draft.cues.get(index, (first, last, first, first))
    word = Word(context.sentences[index], Cue(low, high, "say", ""), draft.kind)
    found = phrasing.telling(word)
    if begins < ends:
        found += [f"speaker {feature}" for feature in phrasing.between(word, begins, ends)]
    return found
