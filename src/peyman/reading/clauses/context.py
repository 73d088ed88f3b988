"""A document as the reader sees it: sentences with their cues, clauses, dates, names, and who acts in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from peyman.actors.found import Found
from peyman.actors.known import register
from peyman.actors.offices.office_ends import is_case_ending
from peyman.dates import FoundDate
from peyman.reading.clauses.cues import Cue, CueTable
from peyman.reading.clauses.formats import Formats, is_format
from peyman.reading.clauses.fused import is_for
from peyman.reading.clauses.governors import PREPOSITIONS, governor, is_goal, is_quoted, place
from peyman.reading.clauses.homes import with_their_states, without_homes, without_locations
from peyman.reading.clauses.introductions import ends_introduction, govern_appositions
from peyman.reading.clauses.noun_phrases import SEVERAL, is_noun
from peyman.reading.clauses.others_titles import is_of_another, is_parted_off
from peyman.reading.clauses.parted import parted_cues
from peyman.reading.clauses.scare_quotes import scare_quotes
from peyman.reading.clauses.sentences import Agent, Clause, ReadSentence, begun_in, holds_office
from peyman.reading.pages.datelines import dateline_beside_days
from peyman.text.analysis import AnalysedText
from peyman.text.marks import CLAUSE_MARKS, COMMAS, LONG_DASHES, QUOTES
from peyman.text.tokens import TokenKind

#: Between a noun for people and the party that they act for, at most so many words of description stand.
LONGEST_DESCRIPTION = 5
#: The end of a list is looked for among so many names and nouns for people.
MOST_LISTED = 24
#: A date within the name of an agreement stands at most so many tokens from its beginning or end.
LONGEST_DATED_NAME = 12
#: Values of references that are pronouns.
_PRONOUNS = frozenset({"he", "they", "we", "I"})
#: Values of references to one's own party.
_OWN = frozenset({"own", "home"})
#: From so many different words of another field on, a text may be about that field.
MANY_FOREIGN = 4
#: Prepositions behind which a list goes on after its commas.
_LISTING = frozenset(("with", "between", "attendance", "to", "by"))
#: Roles of cues that end a noun phrase.
_PHRASE_BREAKS = (
    PREPOSITIONS
    | {"that", "which", "but", "future", "condition", "say", "publish", "hold", "negation", "meeting-verb"}
    | {"meeting-noun", "undertake", "refuse", "planned", "finite", "present"}
)
#: Roles of verbs, which no word of a name has.
_VERBS = frozenset(("say", "publish", "stance", "future", "undertake", "refuse", "past", "hold", "planned"))
#: Roles of words that say what became of an encounter, which no name says either.
_STATUSES = frozenset({"cancelled", "postponed", "denied", "under-way"})
#: An envoy's title ends here.
_POSTING_BREAKS = frozenset(
    ("with", "between", "from", "by", "about", "that", "which", "but", "say", "publish", "hold", "meeting-verb")
)
#: A country stands at most so many words behind the envoy who is sent to it.
LONGEST_POSTING = 8
#: Whose gathering others meet beside is named at most so many words behind "on the sidelines of".
LONGEST_MARGIN = 10
#: Marks at which a stretch of a clause ends.
_HARD_MARKS = CLAUSE_MARKS - LONG_DASHES - {"."}


@dataclass(slots=True)
class Context:
    """Everything known about a document before its statements, meetings and commitments are read."""

    text: AnalysedText
    table: CueTable
    found: Found
    published: str | None
    publisher_party: str | None
    sentences: list[ReadSentence]
    main_parties: tuple[str, ...]
    scare_quotes: frozenset[int] = frozenset()
    hard_marks: list[int] = field(init=False, repr=False)  # where a mark ends a stretch of a clause, in order
    dateline: FoundDate | None = field(init=False, repr=False)  # a day that is nothing but that of publication

    def __post_init__(self) -> None:
        """Look once where the hard marks stand, and for a dateline."""
        marks = (index for index, token in enumerate(self.text.tokens) if token.text in _HARD_MARKS)
        marks = (index for index in marks if not _in_hour(self.text, index))
        self.hard_marks = [index for index in marks if index not in self.scare_quotes]
        self.dateline = dateline_beside_days(self.text, [d for s in self.sentences for d in s.dates])

    def words(self, first: int, last: int) -> str:
        """Return the published words of a token range."""
        return self.text.words(first, last)

    def names_agreement(self, date: FoundDate) -> bool:
        """Whether a date is within the name of an agreement, and dates nothing else: "the *2019* agreement"."""
        near = self.found.agreement_mentions_in(max(0, date.first - LONGEST_DATED_NAME), date.last + LONGEST_DATED_NAME)
        return any(m.first <= date.first and date.last <= m.last for m in near)

    @property
    def tells_of_dealings(self) -> bool:
        """Whether the document tells of dealings of parties at all.

        It takes two parties; and a text in which words of another field (sport, weather, markets, the arts) are many
        and varied, at least one for two mentions of parties, is about something else, whatever states it names.
        """
        return len(self.main_parties) >= 2 and not self._of_another_field

    @property
    def may_tell_of_dealings(self) -> bool:
        """Whether two parties can have met here: one that is named, and another, or the one that speaks, or is visited.

        "The president of Kenya arrived in Muscat": a host may be named by nothing but a town.
        """
        hosts = {host for place in self.found.places for host in register.hosts_at(place.key, place.country)}
        posts = (actor.key for actor in self.found.actors if actor.kind == "party")  # "the ambassador of A in B"
        known = {*self.main_parties, self.publisher_party, self.found.home, *hosts, *posts} - {None}
        return bool(self.main_parties) and len(known) >= 2 and not self._of_another_field

    @property
    def _of_another_field(self) -> bool:
        foreign = [c for s in self.sentences for c in s.having("elsewhere")]
        varied = {self.text.tokens[c.first].fold for c in foreign}
        named = sum(len(a.parties) for a in self.agents() if not a.reference and not self.is_outlet(a))
        return len(varied) >= MANY_FOREIGN and 2 * len(foreign) >= named

    def agents(self) -> Iterator[Agent]:
        """Every agent of the document, in order."""
        for sentence in self.sentences:
            yield from sentence.agents

    def is_outlet(self, agent: Agent) -> bool:
        """Whether an agent is nothing but a news outlet."""
        return _is_outlet(self.found, agent)

    def is_format(self, agent: Agent) -> bool:
        """Whether an agent is named as a standing format, whose members it stands for."""
        return any(is_format(self.found.actors[e]) for e in agent.entries)

    def is_someone(self, sentence: ReadSentence, agent: Agent) -> bool:
        """Whether an agent of a sentence is a person or whoever holds an office, and no state or crowd."""
        return any(self.found.actors[e].kind == "person" for e in agent.entries) or holds_office(sentence, agent)


def build_context(
    text: AnalysedText,
    table: CueTable,
    dates: Sequence[FoundDate],
    found: Found,
    published: str | None,
    publisher_party: str | None = None,
    apart: frozenset[int] = frozenset(),
) -> Context:
    """Put together what the rooms before found, sentence by sentence; references are still open.

    Args:
        text: The analysed text.
        table: Cues of its language.
        dates: Its dates.
        found: Its actors, places and agreements.
        published: EDTF date of publication, where known.
        publisher_party: Key of the party that published it, where it is one.
        apart: Actors that act in nothing that it tells: those who wrote it.
    """
    sentences = []
    formats = Formats(found, text)
    for index, sentence in enumerate(text.sentences):
        read = ReadSentence(index, sentence.first, sentence.last, sentence.block, text.blocks[sentence.block].kind)
        goals = {m.first for m in found.place_mentions_in(sentence.first, sentence.last)}
        read.cues = [c for c in table.find(text.tokens, sentence.first, sentence.last) if not c.goal or c.last in goals]
        # "Soz da ku": no aim begins within a verb.
        inside = {t for c in read.cues if c.role in _VERBS for t in range(c.first + 1, c.last)}
        read.cues = [c for c in read.cues if c.role != "purpose" or c.first not in inside]
        read.dates = [*begun_in(dates, sentence.first, sentence.last)]
        bounds = (sentence.first, sentence.last)
        parted = parted_cues(table, text.tokens, read.cues, read.dates, found, bounds)
        added = (*parted, *formats.rounds(read, table, text.tokens))
        read.cues = sorted([*read.cues, *added], key=lambda cue: (cue.first, -cue.last))
        read.cues = _without_names(read, found, case=text.language.has_case)
        dated = {d.first for d in read.dates}
        # "Since Monday", "after 3 May": no clause begins there.
        read.cues = [c for c in read.cues if c.role != "but" or c.last not in dated]
        # "By the end of May": the month, and not what may be.
        months = {t for d in read.dates for t in range(d.first, d.last)}
        read.cues = [c for c in read.cues if c.role != "no-undertaking" or c.first not in months]
        read.clauses = _clauses(text, read)
        read.agents = _agents(text, read, formats, apart, table)
        sentences.append(read)
    return Context(
        text,
        table,
        found,
        published,
        publisher_party,
        sentences,
        _main_parties(sentences, found),
        scare_quotes(text),
    )


def _without_names(sentence: ReadSentence, found: Found, *, case: bool) -> list[Cue]:
    """Its cues but for those that are somebody's name: "Colonel *Said* Farah", "*Will* Smith", "Khalid *Betal*".

    Where letters have no case, a verb beside a name is too easily taken for part of it, and stays a verb.
    """
    mentions = found.mentions_in(sentence.first, sentence.last)
    people = [m for m in mentions if found.actors[m.entry].kind == "person"]
    named = {t for m in people for t in range(m.first, m.last)}
    in_full = {t for m in people if case and m.last - m.first > 1 for t in range(m.first, m.last)}
    cues = (c for c in sentence.cues if c.role not in _VERBS or not in_full.issuperset((c.first, c.last - 1)))
    return [c for c in cues if c.role not in _STATUSES or c.first not in named]


def _is_outlet(found: Found, agent: Agent) -> bool:
    return bool(agent.entries) and all(found.actors[e].outlet for e in agent.entries)


def _clauses(text: AnalysedText, sentence: ReadSentence) -> list[Clause]:
    """Cut a sentence at marks and at words that open a clause; brackets and commas do not cut."""
    cuts: dict[int, str] = {}
    for cue in sentence.cues:
        if cue.role in ("that", "which", "but", "condition") and cue.first > sentence.first:
            cuts[cue.first] = cue.role
    for index in range(sentence.first, sentence.last):
        token = text.tokens[index]
        cuts_off = token.text in CLAUSE_MARKS and token.text != "."  # not in "U.S."
        if cuts_off and index + 1 < sentence.last and not _in_hour(text, index):
            cuts.setdefault(index + 1, "mark")
    clauses, start, opener = [], sentence.first, ""
    for cut in sorted(cuts):
        if cut > start:
            clauses.append(Clause(start, cut, opener))
        start, opener = cut, cuts[cut]
    clauses.append(Clause(start, sentence.last, opener))
    return clauses


def _in_hour(text: AnalysedText, index: int) -> bool:
    """Whether a colon stands between the numbers of an hour: "at 8:30"."""
    if not 0 < index < len(text.tokens) - 1:
        return False
    before, mark, behind = text.tokens[index - 1 : index + 2]
    numbers = before.kind is TokenKind.NUMBER and behind.kind is TokenKind.NUMBER
    return mark.text == ":" and numbers and before.end == mark.start and mark.end == behind.start


def _agents(
    text: AnalysedText, sentence: ReadSentence, formats: Formats, apart: frozenset[int], table: CueTable
) -> list[Agent]:
    """Group names, nouns for people and references into those who can act, with the preposition before each."""
    found = formats.found
    verb_last, addressee = table.subject == "before", table.addressee_prefix
    pieces: list[Agent] = []
    covered = -1
    own = {(c.first, c.last) for c in sentence.having("reference") if c.value in _OWN}
    for mention in found.mentions_in(sentence.first, sentence.last):
        if mention.first < covered or mention.entry in apart:
            continue
        parties = formats.members(found.actors[mention.entry], mention.party)
        if not parties and (mention.first, mention.last) in own:
            continue  # "our government": of whoever speaks
        covered = formats.end(mention)
        is_person = found.actors[mention.entry].kind == "person" and not mention.served
        entries = () if mention.served else (mention.entry,)
        pieces.append(Agent(mention.first, covered, parties, entries, person=is_person))
    breaks = {t for c in sentence.cues if c.role in _PHRASE_BREAKS for t in range(c.first, c.last)}
    conjunctions = {t for c in sentence.having("and") for t in range(c.first, c.last)}
    articles = {t for c in sentence.having("article") for t in range(c.first, c.last)}
    pieces = _without_postings(text, sentence, found, pieces)
    pieces = without_locations(text, sentence, found, pieces)
    pieces = without_homes(text, found, pieces, breaks | conjunctions, articles, table.conjunction_prefix)
    pieces = with_their_states(sentence, pieces, articles)
    taken = {t for p in pieces for t in range(p.first, p.last)}
    taken |= _under_whole_titles(sentence, found, pieces, breaks | conjunctions)
    named = list(pieces)
    for cue in sentence.having("agent", "reference", "pronoun"):
        if any(t in taken for t in range(cue.first, cue.last)):
            if cue.role == "agent":
                taken |= _headed_by(cue, named)
            continue
        if cue.role == "agent" or is_noun(sentence, cue, pieces):
            plural = cue.role == "reference" or cue.value == "many"
            pieces.append(Agent(cue.first, cue.last, reference="people", plural=plural, headed=True))
        else:
            pieces.append(
                Agent(cue.first, cue.last, reference=cue.value, plural=cue.value not in ("he", "I", "own", "home"))
            )
        taken |= set(range(cue.first, cue.last))
    pieces.sort(key=lambda a: a.first)
    joined: list[Agent] = []
    for n, piece in enumerate(pieces):
        before = joined[-1] if joined else None
        if before is not None:
            before.role = governor(text, sentence, before)
        differ = before is not None and _is_outlet(found, before) != _is_outlet(found, piece)
        if (
            before is not None
            # "According to ILNA, Mr Zarif", "Tehran - IRNA - The spokesman"
            and not (differ and before.entries and (piece.entries or text.tokens[before.last].text in "-–—"))
            and not is_for(text, found, before, piece, addressee, told=differ)  # "A's support for B"
            and not _parted_by_margin(text, sentence, before, piece)
            and not _ends_at_comma(text, sentence, before, piece, conjunctions)
            and not is_of_another(text, sentence, before, pieces[n : n + 2], led=not table.possessive)
            and not is_parted_off(sentence, before, piece, articles)
            and not ends_introduction(text, sentence, joined, pieces, n, conjunctions)
            and (
                _joins(text, before, piece, breaks, conjunctions, conjunctions | articles)
                or (
                    before.role in _LISTING
                    and _is_listed(text, [before, *pieces[n : n + MOST_LISTED - 1]], conjunctions, articles)
                )
            )
        ):
            joined[-1] = _join(before, piece)
        else:
            joined.append(piece)
    for agent in joined:
        place(text, sentence, agent)
        if verb_last and not agent.role and is_goal(text, sentence, agent):
            agent.role, agent.free = "to", False
    govern_appositions(text, sentence, joined)
    return joined


def _headed_by(cue: Cue, pieces: Sequence[Agent]) -> set[int]:
    """Begin with a title whose last word is the first one of a name, «رئیس جمهوری فرانسه»; return its tokens."""
    near = begun_in(pieces, cue.first + 1, cue.last)
    headed = [p for p in near if cue.last <= p.last and not p.person]
    for piece in headed:
        piece.first = cue.first
    return {*range(cue.first, cue.last)} if headed else set()


def _without_postings(text: AnalysedText, sentence: ReadSentence, found: Found, pieces: Sequence[Agent]) -> list[Agent]:
    """Leave out the country that an envoy is sent to: in "the ambassador of A in B" only A acts."""
    posted: set[int] = set()
    envoys = sentence.having("envoy")
    parties = [
        piece
        for piece in (pieces if envoys else ())
        if piece.parties and all(found.actors[e].kind == "party" for e in piece.entries)
    ]
    parties.sort(key=lambda piece: piece.first)
    for envoy in envoys:
        for piece in begun_in(parties, envoy.last + 1, envoy.last + LONGEST_POSTING + 1):
            ways = [
                cue.first
                for cue in sentence.having("in", "to", "purpose", first=envoy.last, last=piece.first)
                if piece.first - cue.last <= 1
            ]
            if not ways:
                continue
            between = range(envoy.last, piece.first)
            cut = any(text.tokens[t].kind is TokenKind.MARK for t in between) or any(
                cue.role in _POSTING_BREAKS and envoy.last <= cue.first < piece.first
                for cue in begun_in(sentence.cues, envoy.last, piece.first)
            )
            sent = [a for a in begun_in(parties, envoy.first - 3, ways[0]) if a is not piece]
            if not cut and sent and not set(piece.parties) & {p for a in sent for p in a.parties}:
                posted.add(piece.first)
    return [piece for piece in pieces if piece.first not in posted]


def _under_whole_titles(sentence: ReadSentence, found: Found, pieces: Sequence[Agent], breaks: set[int]) -> set[int]:
    """Let people begin with their titles where these hold words that part other things: "Envoy *for A and B* N. N.".

    Returns:
        The tokens of those titles, in which nobody else is named.
    """
    covered: set[int] = set()
    for piece in pieces:
        if not piece.person:
            continue
        title = next((r for r in found.actors[piece.entries[-1]].roles if r.last == piece.first), None)
        if title is None or title.first < sentence.first or covered & {title.first}:
            continue
        begins = next((c for c in sentence.having("agent", first=title.first, last=title.last)), None)
        if begins is None or any(begins.first <= p.first < title.last for p in pieces):
            continue  # somebody is named in it: "the minister and *Assembly* president"
        if breaks & set(range(begins.last, title.last)):
            piece.first = begins.first
            covered |= set(range(begins.first, title.last))
    return covered


def _joins(
    text: AnalysedText, a: Agent, b: Agent, breaks: set[int], conjunctions: set[int], passed_over: set[int]
) -> bool:
    between = range(a.last + 2 * is_case_ending(text, a.last + 2), b.first)  # "chair of CHP'ê X"
    if any(t in breaks for t in between):
        return False
    marks = [text.tokens[t].text for t in between if text.tokens[t].kind is TokenKind.MARK]
    coordinated = any(t in conjunctions for t in between)
    own = a.headed or not set(b.parties).difference(a.parties)
    titled = b.person and (coordinated or (own and not a.person)) and is_quoted(text, b)  # "… and «N. N.», minister"
    if titled or (a.person and b.headed and is_quoted(text, a)):
        marks = [mark for mark in marks if mark not in QUOTES]  # "the minister «N. N.»", "«N. N.», the minister"
    if any(mark not in "،,()-–'’" for mark in marks):
        return False
    if (not marks and not a.entries and a.reference in _PRONOUNS) or (a.entries and b.reference == "they"):
        return False  # "he told Iraq", "met Iraq, and they": two, not one; "we, the ministers of Iraq" is one
    words = [t for t in between if text.tokens[t].kind is not TokenKind.MARK and t not in passed_over]
    apposition = a.person and b.headed
    if marks and a.role and not apposition and not any(t in conjunctions for t in between):
        return False  # "according to the ministry, America will": the comma ends the phrase
    if ")" in marks and "(" not in marks and marks[-1] in "-–" and not coordinated:
        return False  # "ERBIL (K24) – The Presidency": the place and outlet before a dash are not who speaks
    if a.role == "in" and b.reference in SEVERAL and not coordinated:
        return False  # "in Russia the parties agreed"
    accredited = b.person and not (marks or words or coordinated or a.person) and a.role == "to"
    if accredited and a.parties and b.parties and not set(a.parties) & set(b.parties):
        return False  # "Italy's ambassador to Kuwait N. N.": the name is not the host's
    if not words:
        # "A and B", "A, B and C", "officials [of] A", "X, minister of A"
        return True
    if marks or (coordinated and not (a.headed or b.headed)):
        return False
    return (a.headed or b.headed) and len(words) <= LONGEST_DESCRIPTION


def _is_listed(text: AnalysedText, pieces: Sequence[Agent], conjunctions: set[int], articles: set[int]) -> bool:
    """Whether pieces begin a list behind one preposition, which a conjunction ends: "with *A, envoys of B* and C"."""
    for a, b in pairwise(pieces):
        between = [t for t in range(a.last, b.first) if t not in articles]
        described = a.headed and len(between) <= LONGEST_DESCRIPTION
        if described and all(text.tokens[t].kind is TokenKind.WORD and t not in conjunctions for t in between):
            continue  # "officials of B"
        if any(text.tokens[t].text not in COMMAS and t not in conjunctions for t in between):
            return False
        if any(t in conjunctions for t in between):
            return a is not pieces[0]
    return False


def _ends_at_comma(text: AnalysedText, sentence: ReadSentence, a: Agent, b: Agent, conjunctions: set[int]) -> bool:
    """Whether a comma ends a phrase behind a preposition and an article: "in a letter to *the UN*, Kenya said"."""
    between = [token.text for token in text.tokens[a.last : b.first]]
    if b.headed or between[:1] not in ([","], ["،"]) or not conjunctions.isdisjoint(range(a.last, b.first)):
        return False
    article = next((c for c in sentence.having("article", first=a.first - 2, last=a.first) if c.last == a.first), None)
    return article is not None and any(
        c.last == article.first for c in sentence.having("to", "with", "from", "after", last=article.first)
    )


def _parted_by_margin(text: AnalysedText, sentence: ReadSentence, a: Agent, b: Agent) -> bool:
    """Whether a comma or a title ends "on the sidelines of" or "before": "before *the OIC's* summit, *Kenya*"."""
    titled = b.headed and a.last == b.first and bool(a.parties) and not a.headed
    if not titled and not any(text.tokens[t].text in COMMAS for t in range(a.last, b.first)):
        return False
    for opener in sentence.having("margin", "after", "ahead", first=a.first - LONGEST_MARGIN, last=a.first):
        beyond = a.person or sentence.having("with", "between", first=opener.last, last=a.first)
        held = not beyond and sentence.having("meeting-noun", first=opener.last, last=a.last + LONGEST_MARGIN)
        if (opener.role == "margin" or held) and all(
            text.tokens[t].kind is TokenKind.WORD for t in range(opener.last, a.first)
        ):
            return True
    return False


def _join(a: Agent, b: Agent) -> Agent:
    reference = a.reference if a.reference not in ("", "people") else b.reference
    if a.parties or b.parties or a.entries or b.entries:
        reference = ""  # whoever is named beside it is meant
    return Agent(
        a.first,
        b.last,
        tuple(dict.fromkeys((*a.parties, *b.parties))),
        tuple(dict.fromkeys((*a.entries, *b.entries))),
        reference,
        plural=a.plural or b.plural,
        person=b.person,
        headed=b.headed,
    )


def _main_parties(sentences: Sequence[ReadSentence], found: Found) -> tuple[str, ...]:
    """The parties that the document speaks of most, the first named first among equals; members of formats behind."""
    counts: dict[str, int] = {}
    for sentence in sentences:
        for agent in sentence.agents:
            ours = (found.home,) if found.home and agent.reference == "home" else ()
            for party in agent.parties or ours:
                counts[party] = counts.get(party, 0) + (not any(is_format(found.actors[e]) for e in agent.entries))
    order = list(counts)
    return tuple(sorted(counts, key=lambda p: (-counts[p], order.index(p))))


def party_union(agents: Sequence[Agent]) -> tuple[str, ...]:
    """Return the parties of some agents, each once, in order."""
    return tuple(dict.fromkeys(p for a in agents for p in a.parties))
