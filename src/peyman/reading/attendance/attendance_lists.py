"""Lists of those present: what stands line by line under "The meeting was attended by:"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from peyman.actors.found import Mention
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.encounters import MeetingMention
from peyman.text.marks import COLONS
from peyman.text.segment import ANNOUNCING, BlockKind
from peyman.text.tokens import TokenKind

#: A list opens at most so many sentences behind the telling of the encounter.
BEHIND = 2
#: At most so many lines are read as one list.
MOST_LINES = 80
#: The party before a colon, which a line is of, begins at most so many tokens into it and is at most so far from it.
LABEL_BEGINS, LABEL_ENDS = 4, 5
#: Fewer parties than this make no list.
FEWEST = 2
#: Roles of words with which a line tells what somebody did.
_TELLING = ("say", "publish", "stance", "undertake", "past", "hold", "meeting-verb")


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """Who stands in a list of those present.

    Attributes:
        parties: Keys of the parties, in order.
        people: Indices of the actors who are people, in order.
    """

    parties: tuple[str, ...]
    people: tuple[int, ...]


def attendance_list(context: Context, mention: MeetingMention) -> AttendanceList | None:
    """Return who a list under the telling of an encounter says was there; None where there is no such list.

    Args:
        context: The document.
        mention: Where the encounter is told.
    """
    index = mention.sentence.index
    for opener in context.sentences[index : index + BEHIND + 1]:
        if opener.index > index and opener.having("meeting-verb"):
            return None  # another encounter's
        if opens_attendance_list(context, opener):
            return _read(context, _lines(context, opener))
    return None


def opens_attendance_list(context: Context, sentence: ReadSentence) -> bool:
    """Tell whether a sentence ends in a colon and speaks of who was present.

    Args:
        context: The document.
        sentence: The sentence.
    """
    last = context.text.tokens[sentence.last - 1].text if sentence.last > sentence.first else ""
    return last in COLONS and bool(sentence.having("participate", "attendance"))


def _lines(context: Context, opener: ReadSentence) -> Iterator[tuple[ReadSentence, Mention | None]]:
    """The sentences of the list, items marked alike or lines that a party and a colon lead, each with that party."""
    first: str | None = None
    for sentence in context.sentences[opener.index + 1 : opener.index + 1 + MOST_LINES]:
        if sentence.kind in ANNOUNCING:
            return
        mark, label = _mark(context, sentence), _label(context, sentence)
        if mark is None and label is not None:
            mark = ":"
        if first is None:
            if mark is None:
                return
            first = mark
        if mark is not None and (mark != first or not _names_somebody(context, sentence)):
            return
        if mark is None and sentence.kind is not BlockKind.ITEM:
            return
        yield sentence, label


def _names_somebody(context: Context, sentence: ReadSentence) -> bool:
    """Whether a line holds a name and does not tell what anybody did: a numbered list may go on in numbered points."""
    told = sentence.having(*_TELLING)
    return not told and bool(context.found.mentions_in(sentence.first, sentence.last))


def _mark(context: Context, sentence: ReadSentence) -> str | None:
    """What marks a line as an item: "•", "-", or "1" for any number; None for what goes on in a line."""
    if sentence.kind is not BlockKind.ITEM:
        return None
    token = context.text.tokens[sentence.first]
    if token.kind is TokenKind.WORD:
        return None
    return token.text if token.kind is TokenKind.MARK else "1"


def _label(context: Context, sentence: ReadSentence) -> Mention | None:
    """The party that leads a line before a colon: "*Kenya*: the vice-president", "on *the Kenyan* side: …"."""
    for named in context.found.mentions_in(sentence.first, sentence.first + LABEL_BEGINS + 1):
        behind = context.text.tokens[named.last : min(sentence.last - 1, named.last + LABEL_ENDS)]
        if context.found.actors[named.entry].kind == "party" and any(token.text in COLONS for token in behind):
            return named
    return None


def _read(context: Context, lines: Iterable[tuple[ReadSentence, Mention | None]]) -> AttendanceList | None:
    parties: dict[str, None] = {}
    people: dict[int, None] = {}
    actors = context.found.actors
    for line, label in lines:
        named = context.found.mentions_in(line.first, line.last)
        people |= dict.fromkeys(m.entry for m in named if actors[m.entry].kind == "person")
        of_whom = [m.party for m in named if actors[m.entry].kind == "party" and m.party]
        guessed = [m.party for m in named if m.party]
        party = (label.party if label is not None else None) or next(iter(of_whom or guessed), None)
        if party:
            parties[party] = None
    return AttendanceList(tuple(parties), tuple(people)) if len(parties) >= FEWEST else None


__all__ = ["AttendanceList", "attendance_list", "opens_attendance_list"]
