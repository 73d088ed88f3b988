"""Decisions, orders and laws that somebody signs alone: "signed the decision to leave the accord" is no encounter."""

from __future__ import annotations

from peyman.reading.clauses.context import Context
from peyman.reading.encounters import MeetingMention
from peyman.text.marks import COMMAS

#: What is signed stands at most so many tokens from the verb.
REACH = 18
#: Behind the noun at most so many: "the signing of the decree".
OWNED = 3
#: "About" at most so many tokens before the noun: "a memorandum *on the execution of* the law".
ABOUT = 4
#: What governs a noun before the verb, and keeps it from being what is signed: "by decision of", "after the order of".
_GOVERNING = ("according", "under", "by", "with", "after", "from", "to", "about", "in")


def signs_alone(context: Context, mention: MeetingMention) -> bool:
    """Whether what a verb of signing signs is a decision, an order or a law, and no agreement with anybody.

    It is the first of such nouns behind the verb, with no agreement before it; where the verb comes last, one before it
    that nothing governs and no comma parts from it.

    Args:
        context: The document.
        mention: A mention as the rules found it.
    """
    cue, sentence = mention.cue, mention.sentence
    if mention.kind != "signing":
        return False
    tokens = context.text.tokens
    if cue.role == "meeting-noun" and sentence.having("decree", first=cue.last, last=cue.last + OWNED):
        return True  # "the signing of the decree"
    if context.table.subject == "before":
        floor = max(sentence.first, cue.first - REACH)
        for decree in sentence.having("decree", first=floor, last=cue.first):
            parted = any(token.text in COMMAS for token in tokens[decree.last : cue.first])
            about = sentence.having("about", first=decree.first - ABOUT, last=decree.first)
            governed = any(c.last == decree.first for c in sentence.having(*_GOVERNING, first=floor, last=decree.first))
            if not (parted or governed or about):
                return True
        return False
    decrees = sentence.having("decree", first=cue.last, last=min(sentence.last, cue.last + REACH))
    if not decrees or any(token.text in COMMAS for token in tokens[cue.last : decrees[0].first]):
        return False
    signed = context.found.agreements
    return not any(cue.last <= m.first < decrees[0].first for entry in signed for m in entry.mentions)
