"""What each statement answers for: which words of a document are whose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.statements.attribution import Attribution, mentions_in_order, merged
from peyman.reading.statements.speaking import WRITTEN, Speaking
from peyman.text.marks import CLOSING_QUOTES, COLONS, COMMAS, OPENING_QUOTES
from peyman.text.segment import ANNOUNCING
from peyman.text.tokens import TokenKind

#: So many words of saying before one are looked at for the one in whose words it stands.
_MOST_AROUND = 20
#: Behind a word of saying, its "that" stands at most so many tokens away, and has at most so many tokens.
_THAT, _LONGEST_THAT = 12, 20


#: What is said before its speaker has at least so many tokens; behind a speaker whose words stood before, without
#: inversion, stand at most so many words: "on Monday".
_LEAST_AHEAD, _MOST_BEHIND = 4, 4
_CLOSING = CLOSING_QUOTES | {"’"}
_PREDICATES = ("finite", "past", "present", "future")
#: What opens the words of somebody: a "that" behind it is theirs.


def attribute(told: Speaking, unlisted: Iterable[int]) -> Attribution:
    """Give every statement its content, and every token who answers for it.

    Args:
        told: The statements, and in which sentences they speak.
        unlisted: Tokens that somebody says in no statement of its own.
    """
    _chain(told)
    _fill_between(told)
    spoken: list[tuple[int, int, int]] = []
    mentions = _mentions(told)
    for index in sorted(told.speaking):
        for number, start, end in told.speaking[index]:
            sentence = told.context.sentences[index]
            ahead = _said_ahead(told, sentence, mentions.get(index, ()), number, start)
            if ahead is not None:
                told.drafts[number].content.append(ahead)
                spoken.append((*ahead, number))
            heading = _is_heading_alone(sentence, mentions.get(index, ()), number)
            begin = None if heading else _content_start(told, sentence, start)
            if begin is None or (ahead is not None and not _goes_on(told, sentence, start)):
                continue
            told.drafts[number].content.append((begin, end))
            spoken.append((begin, end, number))
    for draft in told.drafts:
        if draft.unannounced:  # its words are the document's own voice, which is told apart from what others say
            silent = [s for s in told.context.sentences if s.index not in told.speaking and s.kind not in ANNOUNCING]
            draft.content += [(s.first, s.last) for s in silent]
        draft.content = merged(draft.content)
    return Attribution(told.drafts, _owners(spoken), frozenset(unlisted))


def _owners(spoken: Sequence[tuple[int, int, int]]) -> dict[int, int]:
    """Who answers for each token: of stretches that overlap, the one told last.

    Each token is given away once, however many stretches it lies in: from the last stretch to the first, passing over
    what has an owner (disjoint sets with path compression, Tarjan 1975).
    """
    owner: dict[int, int] = {}
    behind: dict[int, int] = {}

    def unowned(token: int) -> int:
        passed = []
        while token in behind:
            passed.append(token)
            token = behind[token]
        behind.update(dict.fromkeys(passed, token))
        return token

    for begin, end, number in reversed(spoken):
        token = unowned(begin)
        while token < end:
            owner[token] = number
            behind[token] = token + 1
            token = unowned(token + 1)
    return owner


def _chain(told: Speaking) -> None:
    """Say of each statement in which other one it is reported: "the ministry stated that X had announced …".

    That is the one whose words it stands in, where its own sentence tells it best; else the page, if the page is
    itself a statement of whoever publishes it.
    """
    page = next((n for n, d in enumerate(told.drafts) if d.whole_document), None)
    for number, draft in enumerate(told.drafts):
        first, _, index = mentions_in_order(told.context, draft)[0]
        sentence = told.context.sentences[index]
        around = _around(told, sentence, number, first)
        if around is not None:
            draft.within = around
        elif page is not None and page != number and not draft.whole_document:
            draft.within = page


def _around(told: Speaking, sentence: ReadSentence, number: int, first: int) -> int | None:
    """The statement in whose words a token of a sentence stands: of the nearest words before it, the last told."""
    speaking = told.speaking.get(sentence.index, ())
    before = [(n, start) for n, start, _ in speaking if n != number and start <= first]
    for n, start in reversed(before[-_MOST_AROUND:]):
        if sentence.having("that", first=start - 1, last=first):
            return n
    return None


def _fill_between(told: Speaking) -> None:
    """Sentences without an attribution of their own go on with what was said before them in their block.

    A stretch between two mentions of one written statement belongs to it too, across paragraphs.
    """
    sentences = told.context.sentences
    last_number: int | None = None
    last_block = -1
    for sentence in sentences:
        if sentence.kind in ANNOUNCING:
            continue
        here = told.speaking.get(sentence.index)
        if here:
            last_number, last_block = here[-1][0], sentence.block
        elif last_number is not None:
            same_block = sentence.block == last_block
            if same_block or _returns(told, last_number, sentence.index):
                told.speaking[sentence.index] = [(last_number, sentence.first, sentence.last)]
                last_block = sentence.block
    whole = next((n for n, d in enumerate(told.drafts) if d.whole_document and not d.unannounced), None)
    if whole is not None:
        for sentence in sentences:
            if sentence.index not in told.speaking:
                told.speaking[sentence.index] = [(whole, sentence.first, sentence.last)]


def _returns(told: Speaking, number: int, after: int) -> bool:
    draft = told.drafts[number]
    if draft.kind not in WRITTEN:
        return False
    if not any(index > after for _, _, index in draft.mentions):
        return False
    upcoming = min(index for _, _, index in draft.mentions if index > after)
    return not any(n != number for index in range(after, upcoming) for n, _, _ in told.speaking.get(index, ()))


def _content_start(told: Speaking, sentence: ReadSentence, start: int) -> int | None:
    """Where what is said begins: after the verb, or, where the verb comes last, after its subject.

    A sentence that only tells of a publication has no content of its own.
    """
    if start <= sentence.first:
        return sentence.first
    if start < sentence.last - 2:
        return _after_speaker(told, sentence, start)
    if sentence.having("say"):
        return sentence.first
    return None


#: Words that tell of a statement: their token range, and the number of the statement.
_Mention = tuple[int, int, int]


def _mentions(told: Speaking) -> dict[int, list[_Mention]]:
    """The words that tell of statements, by their sentence."""
    found: dict[int, list[_Mention]] = {}
    for number, draft in enumerate(told.drafts):
        for first, last, index in draft.mentions:
            found.setdefault(index, []).append((first, last, number))
    return found


def _said_ahead(
    told: Speaking, sentence: ReadSentence, mentions: Sequence[_Mention], number: int, start: int
) -> tuple[int, int] | None:
    """What is told before its speaker: "'We have a text', said the minister", "it will reopen in March, he said".

    A quotation that ends right before the speaker is; so is a clause with a verb and a comma behind it, where the verb
    of saying stands before the speaker against the order of the language, or nearly nothing follows.

    Args:
        told: The statements, and in which sentences they speak.
        sentence: Where it is said.
        mentions: The words of the sentence that tell of statements.
        number: Whose words they are.
        start: Where the words that tell of the speaker end.

    Returns:
        A token range; None where nothing is.
    """
    tokens = told.context.text.tokens
    here = [m for m in mentions if m[2] == number and m[0] < start]
    mention = min(here, key=lambda m: abs(m[1] - start), default=None)
    says = sentence.having("say", first=mention[0], last=mention[1]) if mention is not None else []
    if mention is None or not says:
        return None
    floor = max([sentence.first, *(last for _, last, _ in mentions if last <= mention[0])])
    at = mention[0]
    if at - floor > _LEAST_AHEAD and tokens[at - 1].kind is TokenKind.WORD and tokens[at - 2].kind is TokenKind.MARK:
        at -= 1  # "…, its prime minister said"
    if at - floor < _LEAST_AHEAD or tokens[at - 1].kind is not TokenKind.MARK:
        return None
    if any(token.text in _CLOSING for token in tokens[at - 2 : at]):
        return floor, at
    if tokens[at - 1].text not in COMMAS or not sentence.having(*_PREDICATES, first=floor, last=at):
        return None
    turned = told.context.table.subject == "before" and says[0].first == mention[0]
    behind = sum(token.kind is not TokenKind.MARK for token in tokens[max(start, mention[1]) : sentence.last])
    return (floor, at) if turned or behind <= _MOST_BEHIND else None


def _is_heading_alone(sentence: ReadSentence, mentions: Sequence[_Mention], number: int) -> bool:
    """Whether a heading does no more than name a statement and whose it is: "Joint statement of A and B"."""
    if sentence.kind not in ANNOUNCING:
        return False
    return any(m[0] <= sentence.first and m[1] >= sentence.last - 1 for m in mentions if m[2] == number)


def _goes_on(told: Speaking, sentence: ReadSentence, start: int) -> bool:
    """Whether somebody whose words stand before goes on behind: "…, he said, adding that …", "he said: …"."""
    if sentence.having("that", "say", first=start, last=sentence.last):
        return True
    tokens = told.context.text.tokens[start : sentence.last]
    return any(t.text in OPENING_QUOTES or t.text in COLONS for t in tokens[:_THAT])


def _in_number(told: Speaking, token: int) -> bool:
    """Whether a mark stands between two numbers, as in a time of day."""
    beside = told.context.text.tokens[token - 1 : token + 2]
    return len(beside) == len("1:2") and all(t.kind is TokenKind.NUMBER for t in (beside[0], beside[-1]))


def _after_speaker(told: Speaking, sentence: ReadSentence, start: int) -> int:
    """Past the speaker, where it stands after its verb: behind the next "that" or colon, else behind the speaker."""
    tokens = told.context.text.tokens
    near = range(start, min(start + _THAT, sentence.last - 2))
    colon = next((t for t in near if tokens[t].text in COLONS and not _in_number(told, t)), None)
    mark = next((t for t in near if tokens[t].text in OPENING_QUOTES and t not in told.context.scare_quotes), None)
    opened = min((t for t in (colon, mark) if t is not None), default=sentence.last)
    for that in sentence.having("that", first=start, last=start + _THAT + _LONGEST_THAT):
        if that.first <= start + _THAT and that.first < opened:
            return that.last
    if colon is not None:
        return colon + 1
    if told.context.table.subject == "after":
        for agent in sentence.agents_in(start, start + 2):
            if agent.last < sentence.last - 2:
                return agent.last
    return start
