"""When two undertakings are one.

Two readings of one undertaking seldom agree on everything: one account names a party less, another takes a promise to
consult for one to negotiate. So who gives it, of what class, until when, in which statement or at which meeting, what
its words name and what they are about (`peyman.record.merging.glosses`) are weighed together; none of them is required
but a party in common or words that are surely about the same, the same polarity (refraining from something and refusing
it are one), and windows that can be one. The weights were set by hand, so that the same parties, class and meeting are
enough, and that anything less needs a second piece of evidence: a number, a name, the same words in one language, or
words about the same in two. Counted in annotated documents that glosses were not learnt from, what words are about
tells more than anything else: overlap from 0.2 on is forty times as likely of one undertaking as of two.

Two that have neither a statement nor an encounter in common may be one where they were published in the same days. Who
undertakes is often misread, so their parties may differ there too; but one state may promise the like to two others in
one week, and chains of such promises would make one entry of hundreds. Hence two parties have to sit at both tables.
"""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterable

from rapidfuzz import fuzz

from peyman.model import Entry, Reading
from peyman.record.merging.facts import CommitmentFacts, FactsOfReading
from peyman.record.merging.glosses import overlap
from peyman.record.merging.matching import Matching, SamePerson, same_key
from peyman.record.merging.meetings import MeetingMatching
from peyman.record.merging.periods import period
from peyman.record.merging.statements import StatementMatching

_SAME_NEWS = 3
"""Days between two publications that are likely to carry the same news."""
_ALIKE, _UNLIKE = 75, 40
"""Similarity, of 100, from which on two wordings of one language are alike; and up to which they are not."""
_FEW_WORDS = 3
"""Fewer words than these are alike by chance."""
_UNSURE = 0.65
"""The most that undertakings of other parties or classes reach with nothing in common that their words say."""
_OTHERS = 0.2
"""What it weighs that two accounts name others as those who undertake, where their words are about the same: readers
err in the parties of one undertaking in three."""
_REFRAIN = "refrain"
"""The class of what somebody undertakes not to do."""
_GENERAL = frozenset({"implement", "other"})
"""Classes that say little: another reading of the same words may well have found a more particular one."""
_THE_SAME, _MUCH_THE_SAME, _SOMEWHAT_THE_SAME, _NOT_THE_SAME = 0.35, 0.2, 0.08, 0.02
"""Overlap of glosses from which on words are surely and probably about the same, and about something of the same; and
below which they are not."""
_ABOUT = ((0.5, 0.4), (_THE_SAME, 0.3), (_MUCH_THE_SAME, 0.2), (_SOMEWHAT_THE_SAME, 0.1))
"""What overlap of glosses weighs, from the largest on."""
_FEW = 2
"""Glosses that the words of one language need to be about the same, where parties or classes differ."""
_ENOUGH = 4
"""Glosses that words need before it says anything that they have none in common."""
_LOOKED_UP = 4
"""Glosses by which an undertaking is looked up."""


class CommitmentMatching(Matching[CommitmentFacts]):
    """Undertakings, by who, what class, window, statement or meeting, and by what their words name."""

    kind = "commitment"
    letter = "C"
    threshold = 0.75
    doubt = 0.6
    facts_type = CommitmentFacts

    def __init__(self, same_person: SamePerson = same_key) -> None:
        self._statements = StatementMatching(same_person)
        self._meetings = MeetingMatching(same_person)

    def entries(self, reading: Reading, facts: FactsOfReading) -> list[tuple[Entry, CommitmentFacts]]:
        """See `Matching.entries`."""
        return [(commitment, facts.commitment(commitment)) for commitment in reading.commitments]

    def offers(self, facts: CommitmentFacts) -> set[str]:
        """Each party with the keys of the statements and meetings; the day of publication with what it is about."""
        return self._keys(facts, own=True)

    def wants(self, facts: CommitmentFacts) -> set[str]:
        """Likewise, with the days around."""
        return self._keys(facts, own=False)

    def _keys(self, facts: CommitmentFacts, own: bool) -> set[str]:
        settings: set[str] = set()
        for statement in facts.statements:
            settings |= self._statements.offers(statement) if own else self._statements.wants(statement)
        for meeting in facts.meetings:
            settings |= self._meetings.offers(meeting) if own else self._meetings.wants(meeting)
        keys = {f"C:{party}:{setting}" for party in facts.by for setting in settings}
        published = period(facts.published)
        if published is not None and published.is_day:
            reach = 0 if own else _SAME_NEWS
            days = range(published.first - reach, published.first + reach + 1)
            about = {f"{party}:{facts.class_}" for party in facts.by} | set(_content(facts)) | set(_heaviest(facts))
            keys |= {f"C:d{day}:{each}" for day in days for each in about}
        return keys

    def likeness(self, a: CommitmentFacts, b: CommitmentFacts) -> float:
        """The sum of the evidence, from 0 to 1."""
        shared, about = set(_content(a)) & set(_content(b)), overlap(a.glosses, b.glosses)
        who = _who_fits(a, b)
        windows = _windows_fit(a.window, b.window)
        if windows is None or _are_opposed(_stance(a), _stance(b)):
            return 0.0
        others = who is None
        if who is None:
            if about < _THE_SAME and not _much(shared):
                return 0.0
            who = _OTHERS
        setting = self._setting(a, b)
        alike = _same_words(a, b) or self._about_the_same(a, b, about)
        likely = bool(shared) or about >= _MUCH_THE_SAME or (a.class_ == b.class_ and bool(set(a.by) & set(b.by)))
        news = likely and _same_news(a, b)
        if not setting and (not news or _are_two_promises(a, b) or not _at_one_table(a, b, others)):
            return 0.0  # what others undertake in the same days is theirs, however alike the words
        total = who + (setting or 0.1) + windows + _words_fit(a, b, shared)
        total += _classes_fit(a.class_, b.class_) + _about_fit(a, b, about)
        if a.toward and b.toward:
            total += 0.05 if set(a.toward) & set(b.toward) else -0.2
        # A translation keeps the order: the second undertaking of a kind is the second one there too.
        total += 0.05 if a.rank == b.rank and a.class_ == b.class_ else 0.0
        total += 0.05 if a.strength == b.strength else 0.0
        differ = a.by != b.by or a.class_ != b.class_
        translated = a.language != b.language and about >= _MUCH_THE_SAME
        enough = alike if setting and differ else setting or translated
        if not shared and not enough:
            # A reviewer is asked: what one party and what both promise may stand side by side in one statement, and
            # the same promise is made on two occasions.
            total = min(total, _UNSURE)
        if a.by != b.by and a.class_ != b.class_ and not _much(shared) and not alike:
            total = min(total, _UNSURE)  # one name in common is no more than the subject of the day
        by_key = setting and set(a.by) & set(b.by)
        if total >= self.threshold and not by_key and self.wants(a).isdisjoint(self.offers(b)):
            total = min(total, _UNSURE)  # the order of adding must not tell, so nothing may join what no key finds
        return round(min(max(total, 0.0), 1.0), 4)

    @staticmethod
    def _about_the_same(a: CommitmentFacts, b: CommitmentFacts, about: float) -> bool:
        """Whether the words of two undertakings are about the same, and are enough to say so.

        Within one language few words are enough only where they are alike as they stand.
        """
        few = a.language == b.language and min(len(a.glosses), len(b.glosses)) < _FEW
        return about >= _MUCH_THE_SAME and not few

    def _setting(self, a: CommitmentFacts, b: CommitmentFacts) -> float:
        """Evidence that the same statement or meeting gives; nothing where there is none."""
        evidence = 0.0
        for x, y in itertools.product(a.statements, b.statements):
            if self._statements.likeness(x, y) >= self._statements.threshold:
                evidence = max(evidence, 0.3 if x.joint else 0.2)
        for u, v in itertools.product(a.meetings, b.meetings):
            if self._meetings.likeness(u, v) >= self._meetings.threshold:
                evidence = max(evidence, 0.2)
        return evidence

    def signature(self, facts: CommitmentFacts) -> Hashable:
        """The window, and whether it is refused."""
        return (facts.window, _stance(facts))

    def contradict(self, a: Hashable, b: Hashable) -> bool:
        """Windows that exclude each other, or an undertaking and a refusal."""
        assert isinstance(a, tuple) and isinstance(b, tuple)
        return _are_opposed(a[1], b[1]) or _windows_fit(a[0], b[0]) is None


def _content(facts: CommitmentFacts) -> Iterable[str]:
    """What tells an undertaking in every language: its numbers and what its words name."""
    yield from (f"#{number}" for number in facts.numbers)
    yield from (f"={key}" for key in facts.named)


def _heaviest(facts: CommitmentFacts) -> Iterable[str]:
    """The glosses by which an undertaking is looked up: those that weigh most."""
    for gloss, _ in sorted(facts.glosses, key=lambda each: (-each[1], each[0]))[:_LOOKED_UP]:
        yield f"~{gloss}"


def _much(shared: set[str]) -> bool:
    """Whether what two undertakings share in every language is a number, or more than one name."""
    return len(shared) > 1 or any(each.startswith("#") for each in shared)


def _who_fits(a: CommitmentFacts, b: CommitmentFacts) -> float | None:
    """Evidence that those who undertake give; None where they have nobody in common."""
    first, second = set(a.by), set(b.by)
    if not first or not second:
        return 0.15
    if first == second:
        return 0.35 if len(first) > 1 else 0.3
    if not first & second:
        return None
    return 0.25 if first <= second or second <= first else 0.15


def _are_two_promises(a: CommitmentFacts, b: CommitmentFacts) -> bool:
    """Whether each has a party that the other has not, and another deadline.

    One state may promise the like to two others on one day.
    """
    first, second = set(a.by), set(b.by)
    return not _one_deadline(a.window, b.window) and not (first <= second or second <= first)


def _at_one_table(a: CommitmentFacts, b: CommitmentFacts, others: bool) -> bool:
    """Whether two undertakings of the same days, with no encounter and no statement in common, may be of one occasion.

    One state may promise the like to two others in one week: where each undertaking has a party that the other has not
    and no deadline tells that they are one, two of those have to be in common that sit at the tables of both.
    """
    first, second = set(a.by), set(b.by)
    one_deadline = a.window is not None and _one_deadline(a.window, b.window)
    if not others and (first <= second or second <= first or one_deadline):
        return True
    return len(_sides(a) & _sides(b)) > 1


def _sides(facts: CommitmentFacts) -> set[str]:
    """Who undertakes towards whom, who stated it, and who is told to have met."""
    told = [*(each.parties for each in facts.meetings), *(each.parties for each in facts.statements)]
    return set(itertools.chain(facts.by, facts.toward, facts.table, *told))


def _classes_fit(a: str, b: str) -> float:
    """Evidence that two classes give."""
    if a == b:
        return 0.1 if a == "other" else 0.15
    return 0.0 if a in _GENERAL or b in _GENERAL else -0.1


def _stance(facts: CommitmentFacts) -> str | None:
    """Whether it is undertaken or refused; None for refraining: "they will have no bases" is told as either."""
    return None if facts.class_ == _REFRAIN else facts.polarity


def _are_opposed(a: str | None, b: str | None) -> bool:
    """Whether one undertakes what the other refuses."""
    return a is not None and b is not None and a != b


def _one_deadline(a: str | None, b: str | None) -> bool:
    """Whether two windows are one, or end on one day: from when on they run is often the day of the account."""
    first, second = period(a), period(b)
    if first is None or second is None:
        return a == b
    return first == second or (first.last == second.last and not (first.is_open or second.is_open))


def _windows_fit(a: str | None, b: str | None) -> float | None:
    """Evidence that two windows give; None where they exclude each other."""
    first, second = period(a), period(b)
    if first is None or second is None:
        return 0.05 if first is second else 0.0
    if not first.meets(second):
        return None
    return 0.15 if _one_deadline(a, b) else 0.05


def _same_news(a: CommitmentFacts, b: CommitmentFacts) -> bool:
    """Whether both were published within a few days."""
    first, second = period(a.published), period(b.published)
    if first is None or second is None or not (first.is_day and second.is_day):
        return False
    return abs(first.first - second.first) <= _SAME_NEWS


def _words_fit(a: CommitmentFacts, b: CommitmentFacts, shared: set[str]) -> float:
    """Evidence that the words give: numbers and names in every language, the words themselves within one."""
    total = min(0.1 * sum(each.startswith("=") for each in shared), 0.2)
    if a.numbers and b.numbers:
        total += 0.2 if set(a.numbers) & set(b.numbers) else -0.35
    if a.language == b.language and min(len(a.words.split()), len(b.words.split())) >= _FEW_WORDS:
        similarity = fuzz.token_set_ratio(a.words, b.words)
        total += 0.2 if similarity >= _ALIKE else -0.2 if similarity <= _UNLIKE else 0.0
    return total


def _about_fit(a: CommitmentFacts, b: CommitmentFacts, about: float) -> float:
    """Evidence that what the words are about gives, in any two languages."""
    for least, weight in _ABOUT:
        if about >= least:
            return weight
    enough = min(len(a.glosses), len(b.glosses)) >= _ENOUGH
    return -0.2 if enough and about < _NOT_THE_SAME else 0.0


def _same_words(a: CommitmentFacts, b: CommitmentFacts) -> bool:
    """Whether two wordings of one language are alike."""
    enough = min(len(a.words.split()), len(b.words.split())) >= _FEW_WORDS
    return enough and a.language == b.language and fuzz.token_set_ratio(a.words, b.words) >= _ALIKE
