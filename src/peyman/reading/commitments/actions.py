"""What is undertaken: the words of an action, and the parts that a list of actions has."""

from __future__ import annotations

from peyman.reading.clauses.context import LONGEST_DESCRIPTION, Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.clauses.subjects import segment_after, segment_before, subject_of
from peyman.text.marks import COMMAS, SEMICOLONS
from peyman.text.tokens import TokenKind

#: An undertaking is told in at least so many words.
SHORTEST_ACTION = 2
#: A hope that follows an undertaking stands behind one of these.
_BEFORE_CLAUSE = COMMAS | SEMICOLONS


def actions_of(context: Context, sentence: ReadSentence, cue: Cue) -> list[tuple[int, int]]:
    """What is undertaken: the clause that the cue opens, else the stretch around it; coordinated parts one by one."""
    that = _content_clauses(context, sentence, cue)
    if that:
        first = that[0].last
        last = before_hope(context, sentence, first, segment_after(context, sentence, first))
    elif context.table.subject == "before" and _at_end(context, sentence, cue):
        first, last = segment_before(context, sentence, cue.first), cue.last
        subject = subject_of(context, sentence, cue)
        if subject is not None and first <= subject.first and subject.last < cue.first:
            first = subject.last
    else:
        first, last = cue.last, before_hope(context, sentence, cue.last, segment_after(context, sentence, cue.last))
        if last - first < SHORTEST_ACTION:
            first = segment_before(context, sentence, cue.first)
            last = max(last, cue.last)
    whole = trimmed(context, first, last)
    if whole is None:
        return []
    further = _coordinated_clauses(context, sentence, cue, whole[1])
    return [a for part in (whole, *further) for a in coordinated(context, sentence, part)]


#: Where the subject follows its verb, it and a day stand between the two in at most so many tokens.
_SUBJECT_AND_DAY = 14
_PLEDGING = ("undertake", "refuse", "no-undertaking")
#: What stands between a verb and a content clause that is not the verb's: its object, or another verb.
_PARTING = ("class", "and", "from", "to", "about", "which", "with", "say", "finite", "present", "future", *_PLEDGING)


def _content_clauses(context: Context, sentence: ReadSentence, cue: Cue) -> list[Cue]:
    """The words that open the clause of what is undertaken: "pledged *that*", "pledged the minister *that*"."""
    reach = 2 if context.table.subject == "before" else _SUBJECT_AND_DAY
    that = sentence.having("that", first=cue.last, last=min(sentence.last, cue.last + reach + 1))
    if not that or that[0].first <= cue.last + 2:
        return [c for c in that if c.first <= cue.last + 2]
    between = range(cue.last, that[0].first)
    parted = sentence.having(*_PARTING, first=cue.last, last=that[0].first)
    marked = any(context.text.tokens[t].kind is TokenKind.MARK for t in between)
    return [] if parted or marked else that[:1]


#: Between two coordinated content clauses stand at most so many tokens: a mark and a conjunction.
_BETWEEN_CLAUSES = 4


def _coordinated_clauses(context: Context, sentence: ReadSentence, cue: Cue, end: int) -> list[tuple[int, int]]:
    """Further content clauses under one verb: "agreed that A will …, and that B will …"."""
    found: list[tuple[int, int]] = []
    for that in sentence.having("that", first=max(cue.last, end)):
        if that.first - end > _BETWEEN_CLAUSES or not any(
            c.last == that.first or c.first == that.first for c in sentence.having("and")
        ):
            break
        end = segment_after(context, sentence, that.last)
        clause = trimmed(context, that.last, end)
        if clause is not None:
            found.append(clause)
    return found


def _at_end(context: Context, sentence: ReadSentence, cue: Cue) -> bool:
    """Whether a verb ends its clause: nothing follows, "and" with a verb behind it, or a comma behind its object."""
    end = segment_after(context, sentence, cue.last)
    if end - cue.last < SHORTEST_ACTION + 1:
        return True
    if context.text.tokens[cue.last].text in COMMAS and _has_object(context, sentence, cue):
        return True
    if not any(c.first == cue.last for c in sentence.having("and", first=cue.last, last=end)):
        return False
    return bool(sentence.having("finite", "future", "present", first=cue.last, last=end))


def _has_object(context: Context, sentence: ReadSentence, cue: Cue) -> bool:
    """Whether what is undertaken stands before its verb: "A *the payment of 300 million* promised, B …"."""
    subject = subject_of(context, sentence, cue)
    if subject is None or subject.last > cue.first - SHORTEST_ACTION:
        return False
    counted = any(t.kind is TokenKind.NUMBER for t in context.text.tokens[subject.last : cue.first])
    return counted or bool(sentence.having("class", first=subject.last, last=cue.first))


def coordinated(context: Context, sentence: ReadSentence, action: tuple[int, int]) -> list[tuple[int, int]]:
    """Cut an action into the things that it lists.

    A new one begins after a finite verb that a comma or an "and" follows, and after a comma or "and" before a word for
    something undertaken, if the part before holds such a word too.
    """
    cuts = [action[0]]
    classes = {c.first for c in sentence.having("class", first=action[0], last=action[1])}
    verbs = {c.last for c in sentence.having("finite", "present", "future", first=action[0], last=action[1])}
    linking = {c.first for c in sentence.having("and", "to", "with", "about", "in", first=action[0], last=action[1])}
    conjunctions = {c.first for c in sentence.having("and", first=action[0], last=action[1])}
    for index in range(action[0] + SHORTEST_ACTION, action[1] - SHORTEST_ACTION):
        token = context.text.tokens[index]
        comma = token.kind is TokenKind.MARK and token.text in COMMAS
        if not (comma or index in conjunctions) or index - cuts[-1] <= SHORTEST_ACTION:
            continue
        begin = index + 1
        while begin < action[1] and begin in linking:
            begin += 1
        listed = comma and begin in classes and any(cuts[-1] <= c < index for c in classes)
        if index in verbs or listed:
            cuts.append(index + 1)
    parts = [*zip(cuts, [*cuts[1:], action[1]], strict=True)]
    ranges = [trimmed(context, a, b) for a, b in parts]
    return [r for r in ranges if r is not None]


#: Between the conjunction and the verb of a clause that hopes stand at most so many tokens: "and we expect".
_BEFORE_HOPE = 2


def before_hope(context: Context, sentence: ReadSentence, first: int, last: int) -> int:
    """Return where ``[first, last)`` ends before a clause beside it that only hopes: "…, and we expect A to …".

    Args:
        context: The document.
        sentence: The sentence it stands in.
        first: Its first token.
        last: Where it ends.
    """
    joined = {c.first for c in sentence.having("and", first=first, last=last)}
    for hope in hopes_of(sentence, first, last):
        for index in range(hope.first - 1, max(first - 1, hope.first - 2 - _BEFORE_HOPE), -1):
            if index in joined or context.text.tokens[index].text in _BEFORE_CLAUSE:
                return index
        prefix = context.table.conjunction_prefix
        if prefix and hope.first > first and context.text.tokens[hope.first].fold.startswith(prefix):
            return hope.first
    return last


def hopes_of(sentence: ReadSentence, first: int, last: int) -> list[Cue]:
    """Return the verbs by which somebody hopes or expects, in ``[first, last)``."""
    return [c for c in sentence.having("no-undertaking", first=first, last=last) if c.value == "hope"]


def after_companions(context: Context, sentence: ReadSentence, first: int, last: int) -> int:
    """Pass over those who act beside the subject: "together with senior officials, …"."""
    for agent in sentence.agents:
        if first <= agent.first < last and agent.role == "with" and agent.first - first <= 4:
            for index in range(agent.last, min(agent.last + LONGEST_DESCRIPTION, last)):
                if context.text.tokens[index].text in COMMAS:
                    return index + 1
            return agent.last
    return first


def trimmed(context: Context, first: int, last: int) -> tuple[int, int] | None:
    """Return a range without marks at its edges; None if too few words are left to be an action."""
    tokens = context.text.tokens
    while first < last and tokens[first].kind is TokenKind.MARK:
        first += 1
    while last > first and tokens[last - 1].kind is TokenKind.MARK:
        last -= 1
    return (first, last) if last - first >= SHORTEST_ACTION else None
