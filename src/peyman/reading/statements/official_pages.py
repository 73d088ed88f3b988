"""Pages that are themselves a statement: by their title, by who signs them, or because a party publishes them."""

from __future__ import annotations

from dataclasses import replace

from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.statements.attribution import StatementDraft
from peyman.reading.statements.speaking import WRITTEN, Speaking, together
from peyman.text.segment import BlockKind

#: Whoever released a text stands at most so many tokens behind the verb: "released by *the Governments of*".
RELEASER_REACH = 5
#: A line that only signs has at most so many tokens.
LONGEST_SIGNATURE = 16
#: The head of a page: its first sentences up to this index.
HEAD = 4


def read_head(told: Speaking) -> None:
    """Read the head of a page: a joint statement by its title or its release, or one that its byline signs.

    Args:
        told: What was found in its sentences; what the page itself is is added to it.
    """
    for draft in _head(told):
        if draft.kind == "statement" and len(draft.parties) >= 2:
            draft.kind, draft.joint, draft.whole_document = "joint-statement", True, True
    _titled_jointly(told)
    if not any(d.kind in WRITTEN for d in _head(told)):
        _signed(told)
    if not any(d.kind in WRITTEN or d.whole_document for d in _head(told)):
        _published_by_party(told)
    if not any(d.kind in WRITTEN for d in told.drafts if not d.weak):
        _signed_below(told)


def _head(told: Speaking) -> list[StatementDraft]:
    return [d for d in told.drafts if not d.weak and d.mentions[0][2] <= HEAD]


def _titled_jointly(told: Speaking) -> None:
    """A title "Joint statement on …" that names no issuer: its parties, else those that the text names first."""
    context = told.context
    title = _title(told)
    nouns = title.having("statement-noun") if title is not None else []
    noun = next((n for n in nouns if n.value in ("joint-statement", "communique")), None)
    joint = [d for d in told.drafts if d.joint and d.mentions[0][2] <= HEAD and (not d.weak or len(d.parties) >= 2)]
    if title is None or noun is None:
        return
    issuers = next((p for s in context.sentences[: HEAD + 1] if len(p := _releasing(s)) >= 2), ())
    settled = [d for d in joint if len(d.parties) >= 2]
    if settled:
        for draft in settled:
            if set(draft.parties) < set(issuers):
                draft.parties = issuers
            draft.whole_document = draft.whole_document or _released(told, draft)
        return
    groups = [together(context, s) for s in (title, *context.sentences[1 : HEAD + 2])]
    parties = issuers or next((g for g in groups if len(g) >= 2), ())
    main, own = context.main_parties[:2], context.publisher_party
    if not parties and own in main and len(main) == 2:
        parties = main
    if not parties:
        return
    if joint:
        joint[0].parties, joint[0].whole_document = parties, True
        return
    released = [d for d in _head(told) if d.kind == "statement" and _released(told, d)]
    if released:
        released[0].kind, released[0].joint, released[0].whole_document = noun.value, True, True
        released[0].parties = issuers or tuple(dict.fromkeys((*parties, *released[0].parties)))
        return
    named = [agent for agent in title.agents if agent.parties]
    several = len({party for agent in named for party in agent.parties}) > 1
    entries = tuple(dict.fromkeys(e for a in named for e in a.entries)) if several else ()
    issuer = Agent(noun.first, noun.last, parties, entries)
    draft = told.add(title, issuer, noun.value, True, noun.first, noun.last, weak=False)
    draft.whole_document = True
    draft.date = draft.date or context.published


def _title(told: Speaking) -> ReadSentence | None:
    """The title of a page; else its first line, where that begins with the noun: "Joint statement on …"."""
    sentences = told.context.sentences
    title = next((s for s in sentences if s.kind is BlockKind.TITLE), None)
    if title is not None or not sentences:
        return title
    first = sentences[0]
    noun = next(iter(first.having("statement-noun")), None)
    return first if noun is not None and noun.first == first.first and not first.having("say", "publish") else None


def _releasing(sentence: ReadSentence) -> tuple[str, ...]:
    """The parties behind "released by": "the following statement was released *by the Governments of A, B and C*"."""
    for release in sentence.having("publish"):
        by = next(
            (a for a in sentence.agents if a.role == "by" and 0 <= a.first - release.last <= RELEASER_REACH), None
        )
        if by is not None:
            named = (p for a in sentence.agents if a.first >= by.first and a.role != "about" for p in a.parties)
            return tuple(dict.fromkeys(named))
    return ()


def _released(told: Speaking, draft: StatementDraft) -> bool:
    """Whether the head of the page says that the text was released: "the following statement was released by …"."""
    head = [index for _, _, index in draft.mentions if index <= HEAD]
    return any(told.context.sentences[index].having("publish") for index in head)


def _signed(told: Speaking) -> None:
    """A byline that names an office or a body of a party, and no journalist: the page is a statement of it.

    In the news, where others are quoted, such a line is the caption of a picture.
    """
    context = told.context
    if context.publisher_party is None and told.drafts:
        return
    for sentence in context.sentences[: HEAD + 1]:
        agent = next((a for a in sentence.agents if a.headed or a.entries), None)
        if sentence.kind is not BlockKind.BYLINE or agent is None or context.is_outlet(agent):
            continue
        official = bool(sentence.having("agent")) or any(context.found.actors[e].kind == "body" for e in agent.entries)
        # Whoever signs on the page of a ministry speaks for it, whatever the text is about.
        party = (context.publisher_party,) if context.publisher_party else agent.parties
        if official and party:
            signer = replace(agent, parties=party)
            draft = told.add(sentence, signer, "statement", False, agent.first, agent.last, weak=False)
            draft.whole_document = True
            draft.date = draft.date or context.published
            return


def _signed_below(told: Speaking) -> None:
    """A readout or a note that names its spokesperson in a line of its own at its end is a statement of that one."""
    context, title = told.context, _title(told)
    if title is None or not title.having("statement-noun") or len(context.sentences) <= HEAD:
        return
    for sentence in context.sentences[-2:]:
        tells = sentence.having("say", "publish", "past", "meeting-verb", "future")
        people = [a for a in sentence.agents if any(context.found.actors[e].kind == "person" for e in a.entries)]
        if (
            tells
            or len(people) != 1
            or not sentence.having("agent")
            or sentence.last - sentence.first > LONGEST_SIGNATURE
        ):
            continue
        agent = people[0]
        if agent.first == sentence.first and agent.parties and not context.is_outlet(agent):
            draft = told.add(sentence, agent, "statement", False, agent.first, agent.last, weak=False)
            draft.whole_document, draft.date = True, draft.date or context.published
            return


def _published_by_party(told: Speaking) -> None:
    """What a ministry or a party puts on its page is its statement, even where no word says that it announces it."""
    context = told.context
    party = context.publisher_party
    sentence = _headline(told)
    if party is None or sentence is None:
        return
    bodies = [e for e, a in enumerate(context.found.actors) if a.kind == "body" and a.party == party and not a.outlet]
    issuer = Agent(sentence.first, sentence.last, (party,), tuple(bodies[:1]))
    draft = StatementDraft("statement", issuer.entries, issuer.parties, date=context.published, weak=True)
    draft.mentions.append((sentence.first, sentence.last, sentence.index))
    draft.cues[sentence.index] = (sentence.first, sentence.last, sentence.first, sentence.first)
    draft.speaker = (sentence.first, sentence.first)
    draft.whole_document = draft.unannounced = True
    told.drafts.append(draft)


def _headline(told: Speaking) -> ReadSentence | None:
    """The title of a page, behind the letterhead of its publisher; without a title, its first sentence."""
    sentences = told.context.sentences[: HEAD + 1]
    titles = [s for s in sentences if s.kind is BlockKind.TITLE]
    return next(iter(titles), next(iter(sentences), None))
