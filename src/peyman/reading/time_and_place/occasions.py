"""When and where an encounter takes place: what judges are told of each date and each place that it might be."""

from __future__ import annotations

from collections.abc import Sequence

from peyman.actors.found import Mention
from peyman.dates import FoundDate
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.inserted_clauses import are_parted
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.clauses.surroundings import Surroundings, gap, governor
from peyman.reading.clauses.tense import is_told_as_past, lies_ahead
from peyman.reading.encounters import MeetingDraft, MeetingMention
from peyman.reading.time_and_place.departures import is_left, is_next_station
from peyman.reading.time_and_place.matter import is_matter, places_the_matter
from peyman.reading.time_and_place.meeting_dates import dates_something_else, dates_the_saying, denied_on, is_of_an_age
from peyman.reading.time_and_place.places_told import in_double_dateline, is_posting, is_spoken_of
from peyman.reading.time_and_place.recalled import counted_back, dates_the_report
from peyman.text.segment import BlockKind

#: Dates and places of so many sentences before and behind the telling are looked at.
SENTENCES_BEFORE, SENTENCES_BEHIND = 5, 3
#: "Planned" stands at most so many tokens from the date for which something was planned, a preposition between them.
PLANNED_REACH = 2
#: At most so many of each are judged for one encounter.
MOST = 16
_FAR = 60.0


def _window(context: Context, mention: MeetingMention, draft: MeetingDraft | None) -> list[ReadSentence]:
    """The sentences to look in: the telling's own, those around it, the title, and those that tell more of it."""
    index = mention.sentence.index
    near = range(max(0, index - SENTENCES_BEFORE), min(len(context.sentences), index + SENTENCES_BEHIND + 1))
    beside = [m.sentence.index for m in draft.mentions[:8]] if draft is not None else []
    indices = dict.fromkeys((index, *sorted(near, key=lambda i: (abs(i - index), i > index)), *beside, 0, 1))
    return [context.sentences[i] for i in indices if i < len(context.sentences)]


class Occasions:
    """Describes the dates and places that the encounters of one document may have."""

    def __init__(
        self,
        context: Context,
        around: Surroundings,
        mentions: Sequence[MeetingMention],
        drafts: Sequence[MeetingDraft],
    ) -> None:
        self.context = context
        self.around = around
        self.owner = {id(m): d for d in drafts for m in d.mentions}
        self.tellings: dict[int, list[MeetingMention]] = {}
        for mention in mentions:
            self.tellings.setdefault(mention.sentence.index, []).append(mention)

    # -- when --------------------------------------------------------------------------------------------------
    def dates(self, mention: MeetingMention) -> list[tuple[FoundDate, ReadSentence]]:
        """Return the dates that an encounter may have, with their sentences, nearest first.

        A byline tells when the page was published, and of no encounter when it took place, and so does a dateline
        beside words that tell another day; of one that is put off only the date counts to which it is.
        """
        draft = self.owner.get(id(mention))
        found = [
            (date, sentence)
            for sentence in _window(self.context, mention, draft)
            if sentence.kind is not BlockKind.BYLINE or sentence is mention.sentence
            for date in sentence.dates[:40]
            if date.kind in ("date", "time") and date.edtf and date is not self.context.dateline
            if not is_of_an_age(date)
            if not self._dates_saying(mention, date, sentence)
            if mention.kind == "signing" or not self.context.names_agreement(date)
        ]
        if mention.status != "planned" and is_told_as_past(self.context, mention.cue):
            found = [(date, at) for date, at in found if not lies_ahead(self.context, date.edtf)]
        clause = counted_back(self.context, mention.sentence, mention.cue)
        if clause is not None:
            found = [(date, at) for date, at in found if clause[0] <= date.first and date.last <= clause[1]]
        beside = (d for d in mention.sentence.dates if mention.first <= d.first < mention.last)
        if any(d.kind == "date" and not d.edtf for d in beside):  # a day that cannot be told, and so no other one
            found = [(date, sentence) for date, sentence in found if sentence is mention.sentence]
        if mention.status == "postponed":
            signs = [self._put_off_to(date, sentence) for date, sentence in found]
            best = max(signs, default=0.0)
            found = [pair for pair, sign in zip(found, signs, strict=True) if best and sign == best]
        elif mention.order == "previous" or _opens_before(mention):
            # The round before was not on the day that is told of this one, nor was what "earlier" begins.
            own = {mention.sentence.index, *(m.sentence.index for m in draft.mentions)} if draft is not None else None
            found = [(date, at) for date, at in found if at.index in (own or {mention.sentence.index})]
            found = [(date, at) for date, at in found if not self._is_of_the_report(mention, date, at)]
        elif mention.intended:  # what is only agreed on or wished for was on no day that is over
            found = [(date, sentence) for date, sentence in found if lies_ahead(self.context, date.edtf) is not False]
        return found[:MOST]

    def is_of_another(self, mention: MeetingMention, date: FoundDate, sentence: ReadSentence) -> bool:
        """Whether a day cannot be that of an encounter to come: one that is over, and is told of another elsewhere.

        Args:
            mention: The telling.
            date: One of its `dates`.
            sentence: Where that stands.
        """
        if mention.status != "planned" or lies_ahead(self.context, date.edtf) is not False:
            return False
        draft = self.owner.get(id(mention))
        own = (mention, *draft.mentions) if draft is not None else (mention,)
        return all(m.sentence is not sentence for m in own)

    def _is_of_the_report(self, mention: MeetingMention, date: FoundDate, sentence: ReadSentence) -> bool:
        """Whether a day stands before the word by which somebody speaks of an encounter: the report is of that day."""
        told = sentence.having("say", first=date.last, last=mention.cue.first)
        return sentence is mention.sentence and bool(told)

    def _put_off_to(self, date: FoundDate, sentence: ReadSentence) -> float:
        """How plainly a date is that to which something is put off: 0 for the one for which it was planned before.

        2 where a preposition says so ("put off to"); where it only stands there and lies ahead, the more the nearer.
        """
        words = [
            cue for cue in sentence.having("planned", "postponed") if cue.last <= date.first or date.last <= cue.first
        ]
        if all(cue.role != "postponed" for cue in words):
            return 0.0
        nearest = min(words, key=lambda c: gap(c.first, c.last, date.first, date.last))
        away = gap(nearest.first, nearest.last, date.first, date.last)
        put_off = nearest.role == "postponed"
        if governor(self.around.near(sentence, date.first, 6), date.first) in ("to", "but"):
            return 2.0 if put_off or away > PLANNED_REACH else 0.0
        return 1 / (1 + away) if put_off and lies_ahead(self.context, date.edtf) else 0.0

    def _dates_saying(self, mention: MeetingMention, date: FoundDate, sentence: ReadSentence) -> bool:
        """Whether a date is of what was said or agreed, and the encounter's is another; or of a gathering beside it."""
        if sentence is mention.sentence and (
            dates_something_else(self.context, sentence, date, mention.cue)
            or denied_on(sentence, date, mention.cue)
            or dates_the_report(self.context, sentence, mention.cue, date)
            or self._is_of_the_other(mention, date.first)
            or (mention.status == "denied" and dates_the_saying(self.context, sentence, date, mention.cue))
        ):
            return True
        draft = self.owner.get(id(mention))
        told = draft.date if draft is not None else None
        if sentence is not mention.sentence or told is None or told.vague or told.edtf == date.edtf:
            return False
        return dates_the_saying(self.context, sentence, date, mention.cue)

    def _is_of_the_other(self, mention: MeetingMention, token: int) -> bool:
        """Whether a token of its sentence belongs to the encounter that speaks of this one."""
        told = mention.first <= token < mention.last
        return not told and is_matter(self.context, mention.sentence, mention.cue)

    def date_features(
        self, mention: MeetingMention, candidates: Sequence[tuple[FoundDate, ReadSentence]]
    ) -> list[dict[str, float]]:
        """Describe each candidate to the judge of dates."""
        return [self._date(mention, date, sentence, len(candidates)) for date, sentence in candidates]

    def _date(self, mention: MeetingMention, date: FoundDate, sentence: ReadSentence, count: int) -> dict[str, float]:
        context, cue = self.context, mention.cue
        row = self._shared(mention, sentence, count) | self._stand(mention, date.first, date.last, sentence)
        edtf = date.edtf or ""
        ahead = lies_ahead(context, edtf)
        draft = self.owner.get(id(mention))
        row |= {
            "rule": float(date is mention.date),
            "rule_value": float(mention.date is not None and mention.date.edtf == edtf),
            "rule_has": float(mention.date is not None),
            "draft_value": float(draft is not None and draft.date is not None and draft.date.edtf == edtf),
            "precision": float(len(edtf.strip("./~?"))),
            "vague": float(date.vague),
            "relative": float(date.relative),
            "open": float(".." in edtf),
            "range": float("/" in edtf and ".." not in edtf),
            "approximate": float(edtf.endswith("~")),
            "time": float(date.kind == "time"),
            "weekday": float(date.weekday is not None),
            "published": float(edtf.partition("T")[0] == context.published),
            "ahead": 0.0 if ahead is None else 1.0 if ahead else -1.0,
            "words": float(date.last - date.first),
            "of_agreement": float(
                any(
                    m.first < date.last and date.first < m.last
                    for m in context.found.agreement_mentions_in(date.first - 12, date.last + 12)
                )
            ),
        }
        if sentence is mention.sentence:
            row["dates_saying"] = float(dates_the_saying(context, sentence, date, cue))
        row["in_sentence_dates"] = min(8.0, len(sentence.dates))
        tellings = self.tellings.get(sentence.index, [])
        row["of_others"] = float(any(m is not mention and m.date is date for m in tellings))
        row["others_nearer"] = float(
            any(
                gap(m.cue.first, m.cue.last, date.first, date.last) < gap(cue.first, cue.last, date.first, date.last)
                for m in tellings
                if m is not mention
            )
        )
        cues = self.around.near(sentence, date.first, 20)
        for role in ("say", "publish", "undertake", "future", "past", "planned", "hold", "statement-noun"):
            row[f"near_{role}"] = min(
                (gap(c.first, c.last, date.first, date.last) for c in cues if c.role == role), default=20.0
            )
        above = governor(cues, date.first, 1)
        for role in ("but", "from", "in", "to", "by", "about", "of", "that"):
            row[f"governed_{role}"] = float(above == role)
        return row

    # -- where -------------------------------------------------------------------------------------------------
    def places(self, mention: MeetingMention) -> list[tuple[Mention, ReadSentence]]:
        """Return the places where an encounter may be, with their sentences, nearest first; a call is nowhere."""
        if mention.kind == "call":
            return []
        draft = self.owner.get(id(mention))
        sets_out = mention.kind == "visit" or mention.status == "planned"  # "left A for B *to meet X*"
        found = [
            (place, sentence)
            for sentence in _window(self.context, mention, draft)
            for place in self.context.found.place_mentions_in(sentence.first, sentence.last)[:40]
            if not (sets_out and is_left(self.context, sentence, place))
            if sentence is not mention.sentence or not are_parted(self.context, sentence, place.first, mention.cue)
            if sentence is not mention.sentence
            or not (
                is_next_station(self.context, sentence, place, mention.cue)
                or places_the_matter(self.context, sentence, place.first, mention.cue)
                or self._is_of_the_other(mention, place.first)
            )
            if not (in_double_dateline(self.context, place) or is_spoken_of(self.context, sentence, place))
            if not is_posting(self.context, sentence, place)
        ]
        clause = counted_back(self.context, mention.sentence, mention.cue)
        if clause is not None:
            found = [(place, at) for place, at in found if clause[0] <= place.first and place.last <= clause[1]]
        return found[:MOST]

    def place_features(
        self, mention: MeetingMention, candidates: Sequence[tuple[Mention, ReadSentence]], parties: Sequence[str]
    ) -> list[dict[str, float]]:
        """Describe each candidate to the judge of places.

        Args:
            mention: The telling.
            candidates: The places.
            parties: Keys of the parties at the table, as far as they are known.
        """
        return [self._place(mention, place, sentence, len(candidates), parties) for place, sentence in candidates]

    def _place(
        self, mention: MeetingMention, place: Mention, sentence: ReadSentence, count: int, parties: Sequence[str]
    ) -> dict[str, float]:
        context = self.context
        entry = context.found.places[place.entry]
        row = self._shared(mention, sentence, count) | self._stand(mention, place.first, place.last, sentence)
        cues = self.around.near(sentence, place.first, 20)
        above = governor(cues, place.first, 2)
        row |= {
            "rule": float(mention.place == place.entry),
            "rule_has": float(mention.place is not None),
            "in": float(governor(cues, place.first) == "in"),
            "capital": float(place.capital),
            "country_at_table": float(entry.country in parties),
            "country": float(entry.country is not None),
            "country_itself": float(entry.key == entry.country),
            "mentions": min(10.0, len(entry.mentions)),
            "dateline": float(sentence.index <= 3 and place.first - sentence.first <= 2),
            "words": float(place.last - place.first),
            "kind_visit": float(mention.kind == "visit"),
            "kind_call": float(mention.kind == "call"),
            "named_by_actor": float(bool(context.found.mentions_in(place.first - 3, place.last + 2))),
        }
        for role in ("in", "to", "from", "of", "about", "with", "and", "by"):
            row[f"governed_{role}"] = float(above == role)
        for role in ("hold", "say", "planned", "host"):
            row[f"near_{role}"] = min(
                (gap(c.first, c.last, place.first, place.last) for c in cues if c.role == role), default=20.0
            )
        tellings = self.tellings.get(sentence.index, [])
        row["of_others"] = float(any(m is not mention and m.place == place.entry for m in tellings))
        return row

    # -- both --------------------------------------------------------------------------------------------------
    def _shared(self, mention: MeetingMention, sentence: ReadSentence, count: int) -> dict[str, float]:
        away = float(sentence.index - mention.sentence.index)
        return {
            "candidates": float(count),
            "sentences_away": max(-20.0, min(20.0, away)),
            "same_sentence": float(away == 0),
            "title": float(sentence.kind is BlockKind.TITLE),
            "telling_title": float(mention.sentence.kind is BlockKind.TITLE),
            "same_block": float(sentence.block == mention.sentence.block),
            "held": float(mention.status == "held"),
            "planned": float(mention.status == "planned"),
            "status_said": float(mention.status_said),
            "order": float(bool(mention.order)),
            "previous": float(mention.order == "previous"),
            "next": float(mention.order == "next"),
            "pointing": float(mention.pointing),
            "verb": float(mention.cue.role == "meeting-verb"),
            "visit": float(mention.kind == "visit"),
            "signing": float(mention.kind == "signing"),
        }

    def _stand(self, mention: MeetingMention, first: int, last: int, sentence: ReadSentence) -> dict[str, float]:
        """Where something stands as seen from the noun or verb of the telling."""
        cue = mention.cue
        row = {"from_start": min(_FAR, first - sentence.first)}
        more = [m for m in self.tellings.get(sentence.index, []) if m is not mention]
        row["tellings_there"] = min(5.0, len(more))
        draft = self.owner.get(id(mention))
        row["told_there"] = float(draft is not None and any(any(m is d for d in draft.mentions) for m in more))
        if sentence is not mention.sentence:
            row["gap"] = _FAR
            return row
        row |= {
            "gap": min(_FAR, gap(first, last, cue.first, cue.last)),
            "before": float(last <= cue.first),
            "inside": float(mention.first <= first < mention.last),
        }
        between = self.around.cues(sentence, min(last, cue.last), max(first, cue.first))
        roles = {c.role for c in between}
        for role in ("say", "publish", "that", "which", "but", "meeting-noun", "meeting-verb", "and", "undertake"):
            row[f"past_{role}"] = float(role in roles)
        return row


def _opens_before(mention: MeetingMention) -> bool:
    """Whether the sentence of a mention begins with a word for what was before: "*Earlier*, A and B had signed …"."""
    first = mention.sentence.first
    return any(c.first == first for c in mention.sentence.having("previous", first=first, last=first + 1))
