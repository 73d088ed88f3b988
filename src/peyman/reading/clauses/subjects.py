"""Who does what a cue says: the subject of a verb, the possessor of a noun, the parties beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.text.fold import fold
from peyman.text.marks import CLOSING_QUOTES, COMMAS, DASHES, OPENING_QUOTES, SEMICOLONS
from peyman.text.tokens import TokenKind

#: A subject after its verb stands at most so many tokens away from it.
FARTHEST_SUBJECT_AFTER = 4
#: The source after "according to" begins at most so many tokens away.
FARTHEST_SOURCE = 5

#: A stretch between two marks has at most so many tokens; what is longer is no sentence of anybody's.
LONGEST_STRETCH = 200

#: A cue has at most so many tokens.
LONGEST_CUE = 20

#: Verbs that may end a clause before another one with its own subject.
_ENDING = ("finite", "present", "past", "future", "say", "undertake", "refuse", "meeting-verb")
#: Its subject begins at most so many tokens behind the mark or the conjunction between the two: "and meanwhile *B*".
_BEHIND_MARK = 2

#: What commas put in between is at most so many tokens long, up to whoever ends it.
LONGEST_ASIDE = 20
#: An article is so many tokens long.
ARTICLE = 1

_SAYING = ("say", "publish", "stance")
#: So many words of saying that are joined to one another are followed back to whoever speaks.
_MOST_JOINED = 4
#: A dateline has at most so many tokens, and no verb.
LONGEST_DATELINE = 10
_TELLING = ("say", "publish", "stance", "finite", "past", "present", "future", "meeting-verb", "that", "which")
_COMMAS = COMMAS | SEMICOLONS
_OPENING = OPENING_QUOTES | {"("}


def segment_before(context: Context, sentence: ReadSentence, token: int) -> int:
    """Return where the stretch that leads up to a token begins: after the last clause opener or hard mark."""
    start = max(sentence.first, token - LONGEST_STRETCH)
    for cue in sentence.having("that", "but", "condition", first=start - LONGEST_CUE, last=token):
        start = max(start, cue.last)
    at = bisect_left(context.hard_marks, token)
    return max(start, context.hard_marks[at - 1] + 1) if at else start


def behind_dateline(context: Context, sentence: ReadSentence) -> int:
    """Return where a sentence proper begins, behind the place and the outlet before a dash: "Muscat - ONA - The …".

    Args:
        context: The document.
        sentence: The sentence; what stands before its first words must begin with a place, and tell nothing.
    """
    end = sentence.first
    for index in range(sentence.first + 1, min(sentence.last, sentence.first + LONGEST_DATELINE)):
        if context.text.tokens[index].text in DASHES:
            end = index + 1
    if end == sentence.first or not context.found.place_mentions_in(sentence.first, sentence.first + 1):
        return sentence.first
    return sentence.first if sentence.having(*_TELLING, first=sentence.first, last=end) else end


def segment_after(context: Context, sentence: ReadSentence, token: int) -> int:
    """Return where the stretch that begins at a token ends: at the next clause opener or hard mark."""
    end = min(sentence.last, token + LONGEST_STRETCH)
    openers = sentence.having("that", "but", "which", "condition", first=token, last=end + LONGEST_CUE)
    end = min((cue.first for cue in openers if cue.first < end), default=end)
    at = bisect_left(context.hard_marks, token)
    return min(end, context.hard_marks[at]) if at < len(context.hard_marks) else end


def subject_of(context: Context, sentence: ReadSentence, cue: Cue) -> Agent | None:
    """Return who does what a verb says; None where the clause names nobody.

    The language's order decides where to look first: the first free agent of the stretch before the verb, or the
    agent right after it. A passive's agent ("by …") comes next.
    """
    order = context.table.subject
    cue = _first_said(sentence, cue, order == "before") if order != "after" else cue
    inside = [a for a in sentence.agents_in(cue.first, cue.last) if a.last <= cue.last]
    if inside:
        return inside[0]  # "em ê": the pronoun is part of the words that mark the future
    before = max(segment_before(context, sentence, cue.first), behind_dateline(context, sentence))
    after = segment_after(context, sentence, cue.last)
    following = [a for a in sentence.agents_in(cue.last, after) if not a.role]
    near = [a for a in following if a.first - cue.last <= FARTHEST_SUBJECT_AFTER]
    preceding = [a for a in sentence.agents_in(before, cue.first) if a.last <= cue.first]
    free = [a for a in preceding if a.free and not a.role]
    if order == "before" and free and (condition := _condition_ends(sentence, before, free[0], cue)) is not None:
        # "But until *B* stops the raids takes no part": whoever acted before the condition.
        free = [a for a in free if a.first >= condition]
        preceding = [a for a in preceding if a.first >= condition]
        if not free:
            acting = (a for a in reversed(sentence.agents_in(sentence.first, before)) if a.free and not a.role)
            return next(acting, None)
    free = _of_own_clause(context, sentence, cue, free) or free
    beside = [
        a for a in free if cue.first - a.last <= 1 and not (len(free) > 1 and is_aside(context, sentence, a, cue))
    ]
    if order != "before" and beside and (beside[-1].first == before or cue.role in ("say", "publish")):
        return beside[-1]  # right before its verb: "that France pledged"; "…, the ministry announced"
    if order == "after" and near and near[0].first - cue.last <= 1:
        return near[0]
    turned = order == "either" and near and near[0].first == cue.last and cue.role in ("say", "publish")
    if turned and not (free and _opens_clause(context, sentence, cue, near[0])):
        return near[0]
    if free:
        return free[0]
    bare = [a for a in preceding if not a.role]
    if bare:
        return bare[-1]
    if order != "before" and near:
        return near[0]
    by = [a for a in (*preceding, *following) if a.role == "by"]
    if by:
        return by[0]
    return _subject_before_clause(sentence, before)


def _condition_ends(sentence: ReadSentence, start: int, subject: Agent, cue: Cue) -> int | None:
    """Where a condition that opens a stretch ends with a verb of its own, before another one: "until B has stopped"."""
    if not any(c.last == start for c in sentence.having("condition", first=start - LONGEST_CUE, last=start)):
        return None
    verbs = sentence.having("finite", "present", "negation", first=subject.last, last=cue.first)
    return next((c.last for c in verbs if c.last <= cue.first), None)


def _first_said(sentence: ReadSentence, cue: Cue, verb_last: bool) -> Cue:
    """Return the word of saying that another is joined to over what was said: "A *urged* that B go and said".

    Where the verb comes last no word for "that" is needed: nobody stands between "and" and the verb.
    """
    for _ in range(_MOST_JOINED):
        joined = any(c.last == cue.first for c in sentence.having("and", first=cue.first - 2, last=cue.first))
        if cue.role not in _SAYING or not joined:
            return cue
        earlier = sentence.having(*_SAYING, first=cue.first - LONGEST_STRETCH, last=cue.first)
        if not earlier or not (verb_last or sentence.having("that", first=earlier[-1].last - 1, last=cue.first)):
            return cue
        cue = earlier[-1]
    return cue


def is_aside(context: Context, sentence: ReadSentence, agent: Agent, cue: Cue) -> bool:
    """Whether somebody stands at the end of what commas put in between before a verb: "A, *meeting B*, said".

    Whoever follows the first of the commas at once, or behind an article or a conjunction, is an apposition, or one of
    several: "the minister, *B*, said". Then it counts where the one before that comma stands.
    """
    tokens = context.text.tokens
    if cue.first - agent.last != 1 or tokens[agent.last].text not in COMMAS:
        return False
    for _ in range(_MOST_JOINED):
        start = max(sentence.first, agent.first - LONGEST_ASIDE)
        opened = next((t for t in range(agent.first - 1, start - 1, -1) if tokens[t].text in COMMAS), None)
        if opened is None or any(tokens[t].kind is TokenKind.MARK for t in range(opened + 1, agent.first)):
            return False
        if agent.first - opened > 1 + ARTICLE:
            return True
        before = next((a for a in sentence.agents_in(start, opened) if a.last == opened and a.role != "in"), None)
        if before is None:
            return False
        agent = before
    return False


def _opens_clause(context: Context, sentence: ReadSentence, cue: Cue, agent: Agent) -> bool:
    """Whether a state behind a word of saying is the subject of what is said: "A said *Ankara* would pay".

    Behind the end of a quotation it is who speaks, and so where only time and place follow: "said Ankara on Monday".
    """
    tokens = context.text.tokens
    before = next((t for t in range(cue.first - 1, sentence.first - 1, -1) if tokens[t].text not in COMMAS), None)
    if before is None or tokens[before].text in CLOSING_QUOTES:
        return False
    if agent.reference or any(context.found.actors[e].kind != "party" for e in agent.entries):
        return False
    if agent.last >= sentence.last or tokens[agent.last].kind is not TokenKind.WORD:
        return False
    follows = {c.role for c in sentence.near(agent.last, agent.last + 1) if c.first == agent.last}
    dated = any(d.first <= agent.last < d.last for d in sentence.dates)
    return not dated and follows.isdisjoint(("in", "about", "to", "also", "but", "with", "by"))


def _of_own_clause(context: Context, sentence: ReadSentence, cue: Cue, free: Sequence[Agent]) -> list[Agent]:
    """Those behind the last verb whose clause a conjunction or a comma ends: "A opened it, and *B* will close it".

    Where the verb comes last it stands right before the mark; elsewhere somewhere between the two subjects, and only
    whoever stands right before the second verb is taken for its subject.
    """
    marks = (
        {c.first: c.last for c in sentence.having("and", first=free[0].last, last=cue.first)} if len(free) > 1 else {}
    )
    for number in range(len(free) - 1, 0, -1):
        agent = free[number]
        at = next(
            (t for t in range(agent.first - 1, agent.first - 1 - _BEHIND_MARK, -1) if _parts(context, marks, t)), None
        )
        if at is None:
            continue
        while at - 1 > free[0].last and _parts(context, marks, at - 1):
            at -= 1  # ", and"
        if context.table.subject == "before":
            if any(c.last == at for c in sentence.having(*_ENDING, first=free[0].last, last=at)):
                return list(free[number:])
        elif cue.first - agent.last <= 1 and sentence.having(*_ENDING, first=free[number - 1].last, last=at):
            return [agent]
    return []


def _parts(context: Context, conjunctions: Mapping[int, int], token: int) -> bool:
    return token in conjunctions or context.text.tokens[token].text in _COMMAS


def _subject_before_clause(sentence: ReadSentence, start: int) -> Agent | None:
    """A verb after an inserted clause: the subject stands before that clause, in the relative's own main clause."""
    if start == sentence.first or not any(
        c.last == start for c in sentence.having("which", first=start - LONGEST_CUE, last=start)
    ):
        return None
    return next((a for a in sentence.agents if a.last <= start and a.free and not a.role), None)


def source_after(context: Context, sentence: ReadSentence, token: int) -> Agent | None:
    """Return the agent that stands right after a token, as after "according to"; whoever is behind a comma is none."""
    for agent in sentence.agents_in(token, token + FARTHEST_SOURCE + 1):
        marked = behind_comma(context, token, agent.first)
        told = sentence.having("say", "that", "publish", first=token, last=agent.first)
        return None if marked or told else agent
    return None


def opening_demonstratives(context: Context, sentence: ReadSentence, first: int, last: int, *joining: str) -> list[Cue]:
    """Return the demonstratives that open ``[first, last)``, behind marks and what only joins it to what went before.

    Args:
        context: The document.
        sentence: Where the tokens stand.
        first: The first token.
        last: After the last token.
        joining: Roles of the words that are passed over.
    """
    passed = {
        t for c in sentence.having(*joining, first=first - LONGEST_CUE, last=last) for t in range(c.first, c.last)
    }
    at = first
    while at < last and (at in passed or context.text.tokens[at].kind is TokenKind.MARK):
        at += 1
    return [c for c in sentence.having("demonstrative", first=at, last=sentence.last) if c.first == at]


def behind_comma(context: Context, first: int, last: int) -> bool:
    """Whether a comma stands among the tokens ``[first, last)``."""
    return any(token.text in _COMMAS for token in context.text.tokens[first:last])


def told_to_outlet(context: Context, sentence: ReadSentence) -> bool:
    """Whether a sentence names a news outlet as the one to whom something is told."""
    return any(context.is_outlet(agent) and addressed(context, sentence, agent) for agent in sentence.agents)


def addressed(context: Context, sentence: ReadSentence, outlet: Agent) -> bool:
    """Whether something is told to an outlet: by the word before its name, before its bracket, or written to it."""
    tokens, prefix = context.text.tokens, context.table.addressee_prefix
    if outlet.role in ("to", "with"):
        return True
    before = outlet.first - 1
    if before > sentence.first and tokens[before].text in _OPENING:
        return any(c.last == before for c in sentence.having("to", "audience", first=before - LONGEST_CUE, last=before))
    if not prefix or not tokens[outlet.first].fold.startswith(prefix):
        return False
    names = [fold(name) for e in outlet.entries for name in context.found.actors[e].names.values()]
    return bool(names) and not any(name.startswith(prefix) for name in names)


def speakers_of(context: Context, sentence: ReadSentence) -> frozenset[int]:
    """First tokens of the agents that say something in a sentence, looked for once."""
    if sentence.speakers is None:
        subjects = (subject_of(context, sentence, cue) for cue in sentence.having("say", "publish"))
        sentence.speakers = frozenset(agent.first for agent in subjects if agent is not None)
    return sentence.speakers
