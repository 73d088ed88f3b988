"""The words that stand beside people's names: offices, ranks, forms of address; and what names are made of."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from peyman.actors.known.register import affixes
from peyman.actors.known.tagger import word_ranks
from peyman.languages import Language
from peyman.text.fold import fold
from peyman.text.lexicon import Affixes, Lexicon, Match, Phrase
from peyman.text.tokens import Token

#: Tokens of "Pakistan's ambassador" between whose an office is and the office.
POSSESSIVE = frozenset({"'", "’", "s", "'s", "’s"})
#: A verb that the calendar lists is never part of a name if it has so many letters; shorter ones are names too (Sadiq).
SHORTEST_VERB = 5
#: A word that only its endings make one of the language may be a name if it has so many letters, …
SHORTEST_NAME_FORM = 5
#: … and what is left of it at most so many, or one more where few texts write it (its rank is higher than this).
ACCIDENTAL_STEM = 3
RARE_RANK = 3000
#: A word that says how an office is held has at most so many tokens ("bi wekaletê").
LONGEST_STANDING = 3
#: What closes a list of those who are met stands at most so many tokens behind the first of them.
FARTHEST_CLOSING = 40


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """What one language writes beside and inside people's names.

    Attributes:
        titles: Offices, ranks and forms of address; a match's value says which.
        standings: Words that say that an office is held for a time, no longer or not yet; the value says which.
        particles: Parts of names that are words of their own ("bin", "van").
        stop: Words that are never part of a name.
        stop_written: The same as they are written: folding makes one word of the preposition على and the name علي.
        given: Frequent given names.
        ranks: How common words are, see `peyman.actors.known.tagger.word_ranks`.
        affixes: What words begin and end with.
        has_case: Whether names begin with a capital letter.
        possessor_before: Whether whose an office is may stand before it ("Iraqi foreign minister").
        fused_and: "And" where it is written to the word behind it.
        conjunctions: "And" as a word.
        barriers: Words that never join an office to a name: most prepositions, verbs of speech.
        counterparts: Words for somebody's opposite number.
        private: Words for people who speak for themselves: experts, journalists, players.
        suffered: Words for what is done to whoever is named behind them: "the killing of", "the arrest of".
        origins: Words between a name and the state that its bearer is of: "A B *of* Uzbekistan".
        facing: Words before whoever is met.
        closings: What stands behind whoever is met where a word before them asks for it ("bi … *re*").
        stop_forms: Forms of words that are never part of a name: verbs by their endings.
        office_behind: Whether an office may follow a name without a comma ("X Minister of Y").
        no_offices: Words that a title's stem and an ending make, and that are no office: "leadership".
        fused_articles: An article with the preposition that is written to it.
        linking: "Of", where it is a word.
        posted: Words for envoys, whose office says where they are sent.
        serving: Words for those who serve somebody: advisers, spokesmen, aides.
        sent_to: Words between an envoy's office and where he is sent: "to", "for".
        articles: Articles that are words of their own.
        organisations: Organisations by the adjectives that say whose an envoy is: "the *European* envoy".
        owners: Words before an office that is a person's or a party's named before: "his", "its"; the value says whose.
        owner_endings: The same, where they are endings of the office.
        own_behind: Words for "his" between an office and the name of its holder: "counterpart *of his* X".
        both: Words for two states behind an office that two people hold: "presidents of *the two countries*".
        owners_behind: Words right behind an office that is the party's named before: "minister of *this country*".
        title_words: The words that offices are made of, folded.
        led: Words for those who are led ("delegation"), with which an office may end.
        heading: Words that say that somebody leads them ("headed").
        escorting: Words beside a delegation that accompanies somebody.
        telling_endings: Endings that make a word one of the language, however little is left without them; none where
            no word is a name that affixes make one of the language.
        light_prefixes: The only letters that may be taken for a prefix of a name by accident.
        ships: Letters before the names of ships, as they are written ("USS").
        ordinary: Ordinary words that are not among the commonest of the language.
        done: Given names that are the noun of a verb of two words, too: Sorani هێرش is an attack.
        doing: The other words of such verbs.
        opening_particles: Particles that never end a name: what stands behind one is of the name.
        case_endings: Endings that may stand behind a name and an apostrophe: "Yozgat'ê".
        no_people: Phrases of ordinary words that begin with what is a given name elsewhere.
        fused_prepositions: Prepositions that are written to the word behind them.
        article: The article where it is written to the word behind it.
        several_do: Verbs of several in the present: behind "X, minister of A" they tell that the minister is not X.
        being: "Who is" and its like between a name and its office, the longest first.
        whence: Words between an opposite number and where that one is from.
        binding: Endings that bind a word to the one behind it; none where they are not written, or often left out.
        behind_offices: Words between an office and its holder ("minister *designate* X"); where any are listed, another
            word in small letters right behind an office is a verb ("the minister *received* X").
        fields: Words that the field of an office begins with, though no name does: "affairs".
        relatives: Words with the article that begin a clause.
        timely: Names of days and words like "today", which stand behind an office and are none of it.
    """

    titles: Lexicon
    standings: Lexicon
    particles: frozenset[str]
    stop: frozenset[str]
    stop_written: frozenset[str]
    given: frozenset[str]
    ranks: Mapping[str, int]
    affixes: Affixes
    has_case: bool
    possessor_before: bool
    fused_and: frozenset[str]
    conjunctions: frozenset[str]
    barriers: frozenset[str]
    counterparts: frozenset[str]
    private: frozenset[str]
    suffered: frozenset[str]
    origins: frozenset[str]
    facing: frozenset[str]
    closings: Mapping[str, frozenset[str]]
    stop_forms: tuple[re.Pattern[str], ...]
    office_behind: bool
    no_offices: frozenset[str]
    fused_articles: tuple[str, ...]
    linking: frozenset[str]
    posted: frozenset[str]
    serving: frozenset[str]
    sent_to: frozenset[str]
    articles: frozenset[str]
    organisations: Mapping[str, str]
    owners: Mapping[str, str]
    owner_endings: Mapping[str, str]
    own_behind: frozenset[str]
    both: frozenset[tuple[str, ...]]
    owners_behind: frozenset[tuple[str, ...]]
    title_words: frozenset[str]
    led: frozenset[str]
    heading: frozenset[str]
    escorting: frozenset[str]
    telling_endings: tuple[str, ...]
    light_prefixes: frozenset[str]
    ships: frozenset[str]
    ordinary: frozenset[str]
    done: frozenset[str]
    doing: frozenset[str]
    opening_particles: frozenset[str]
    case_endings: frozenset[str]
    no_people: frozenset[tuple[str, ...]]
    fused_prepositions: frozenset[str]
    article: tuple[str, ...]
    whence: frozenset[str]
    binding: tuple[str, ...]
    behind_offices: frozenset[str]
    fields: frozenset[str]
    relatives: frozenset[str]
    timely: frozenset[str]
    being: Sequence[tuple[str, ...]] = ()
    several_do: frozenset[str] = frozenset()

    def may_follow(self, office: str) -> bool:
        """Whether an office describes the name before it without a mark; one with a capital letter does not.

        Args:
            office: The first word of the office, as it is written.
        """
        return self.office_behind and (not self.has_case or office[:1].islower())

    def is_stop(self, folded: str) -> bool:
        """Whether a folded word is never part of a name."""
        return folded in self.stop or any(form.fullmatch(folded) for form in self.stop_forms)

    def is_word(self, folded: str) -> bool:
        """Whether a folded word is one of the common words of the language in any of its forms.

        A name may look like a form of one: between its first and its last letters stands a short word by accident.
        """
        forms = self.affixes.stems(folded)
        if not self.ordinary.isdisjoint(forms):
            return True
        stems = [stem for stem in forms if stem in self.ranks]
        if not stems or folded in self.ranks or not self.telling_endings or len(folded) < SHORTEST_NAME_FORM:
            return bool(stems)
        if folded.endswith(self.telling_endings):
            return True
        return not all(self._is_accidental(folded, stem) for stem in stems)

    def _is_accidental(self, folded: str, stem: str) -> bool:
        """Whether a word that is no other has a common one in it by accident."""
        prefix = folded[: folded.find(stem)]
        if prefix and prefix not in self.light_prefixes:
            return False
        return len(stem) <= ACCIDENTAL_STEM or (len(stem) == ACCIDENTAL_STEM + 1 and self.ranks[stem] >= RARE_RANK)

    def reaches_over(self, before: Token, between: Token) -> bool:
        """Whether an office goes on behind a word: to where its holder is sent, or where an opposite number is from.

        Args:
            before: The word before it.
            between: The word: "the ambassador *to* Baghdad", "his counterpart *from* Lima".
        """
        counterpart = between.fold in self.whence and self.is_among(before.fold, self.counterparts)
        return counterpart or between.fold in self.sent_to

    def faces(self, tokens: Sequence[Token], at: int, last: int) -> bool:
        """Whether a word says that somebody is met.

        Args:
            tokens: Those of the text.
            at: The word.
            last: Where the name of whoever is met ends.
        """
        word = tokens[at].fold
        if word not in self.facing:
            return False
        closings = self.closings.get(word)
        return closings is None or any(token.fold in closings for token in tokens[last : last + FARTHEST_CLOSING])

    def meets(self, folded: str) -> bool:
        """Whether a folded word is a verb that says whom somebody meets, and no preposition."""
        return folded in self.facing and folded not in self.barriers and folded not in self.closings

    def standing_behind(self, tokens: Sequence[Token], at: int, floor: int) -> int | None:
        """Return where words for how an office is held begin that end at a token and hold a preposition.

        Args:
            tokens: Those of the text.
            at: The token behind them: "yê *bi wekaletê* X".
            floor: Where the sentence begins.
        """
        if at - 1 <= floor:
            return None
        near = self.standings.find(tokens, max(floor, at - LONGEST_STANDING), at)
        return next((m.start for m in near if m.end == at and tokens[m.start].fold in self.barriers), None)

    def owns(self, tokens: Sequence[Token]) -> bool:
        """Whether "this country" opens some tokens behind an office: it ends there, whatever town follows."""
        words = tuple(token.fold for token in tokens)
        return any(words[: len(phrase)] == phrase for phrase in self.owners_behind)

    def is_among(self, folded: str, forms: Container[str]) -> bool:
        """Whether a folded word, or one of its stems, is among some forms."""
        return folded in forms or any(stem in forms for stem in self.affixes.stems(folded))


def begins_as_written(title: Match | None, token: Token) -> bool:
    """Whether a title's own first letter is the one that could be a fused "and".

    Args:
        title: The title that begins at a token; None where none does.
        token: That token.
    """
    if title is None:
        return False
    first, written = fold(title.phrase.text.split()[0]), token.text
    if written[:1] == written[1:2]:
        return False  # "ووزير": folding makes one letter of two
    return first.startswith(token.fold[:1]) and first not in token.fold[1:]


@cache
def vocabulary(language: Language) -> Vocabulary:
    """Return the vocabulary of a language (``people.toml``); built once."""
    table = language.table("people")
    names = table.get("names", {})
    phrases = [
        Phrase(form, "title", entry["kind"], exact=entry.get("exact", False))
        for entry in table.get("title", ())
        for form in entry["forms"]
    ]
    standings = [
        Phrase(form, "standing", value) for value, forms in table.get("standing", {}).items() for form in forms
    ]

    def folded(key: str) -> frozenset[str]:
        return frozenset(fold(word) for word in names.get(key, ()))

    def valued(key: str) -> dict[str, str]:
        return {form: value for value, forms in table.get(key, {}).items() for form in forms}

    return Vocabulary(
        titles=Lexicon(phrases, affixes(table.get("affixes", {}))),
        standings=Lexicon(standings, affixes(table.get("affixes", {}))),
        particles=folded("particles"),
        stop=folded("stop") | _verbs(language),
        stop_written=frozenset(names.get("stop", ())),
        given=folded("given"),
        telling_endings=tuple(folded("telling_endings")),
        light_prefixes=folded("light_prefixes"),
        ranks=word_ranks(language),
        affixes=Affixes.of(language),
        has_case=language.has_case,
        possessor_before="before" in language.table("bodies").get("order", {}).get("possessor", ()),
        fused_and=frozenset(fold(prefix) for prefix in table.get("names", {}).get("fused_and", ())),
        linking=folded("linking"),
        posted=folded("posted"),
        serving=folded("serving"),
        sent_to=folded("sent_to"),
        articles=folded("articles"),
        owners=valued("owners"),
        owner_endings=valued("owner_endings"),
        own_behind=folded("own_behind"),
        both=frozenset(tuple(fold(word) for word in phrase.split()) for phrase in names.get("both", ())),
        owners_behind=frozenset(
            tuple(fold(word) for word in phrase.split()) for phrase in names.get("owners_behind", ())
        ),
        title_words=frozenset(
            fold(word)
            for entry in table.get("title", ())
            if entry["kind"] == "office"
            for form in entry["forms"]
            for word in form.split(" ")
        ),
        organisations={fold(form): party for party, forms in table.get("organisations", {}).items() for form in forms},
        led=folded("led"),
        heading=folded("heading"),
        escorting=folded("escorting"),
        ships=frozenset(names.get("ships", ())),
        ordinary=folded("ordinary"),
        done=folded("done"),
        doing=folded("doing"),
        fused_prepositions=folded("fused_prepositions"),
        article=tuple(folded("fused_article")),
        whence=folded("whence"),
        binding=tuple(names.get("binding", ())),
        behind_offices=folded("behind_offices"),
        fields=folded("fields"),
        relatives=folded("relatives"),
        timely=_words_of_time(language),
        being=sorted(
            (tuple(fold(w) for w in phrase.split()) for phrase in names.get("being", ())), key=len, reverse=True
        ),
        several_do=folded("several_do"),
        opening_particles=folded("opening_particles"),
        case_endings=folded("case_endings"),
        no_people=frozenset(tuple(fold(word) for word in phrase.split()) for phrase in names.get("no_people", ())),
        conjunctions=frozenset(fold(w) for w in language.table("bodies").get("links", {}).get("and", ())),
        barriers=folded("barriers"),
        counterparts=folded("counterparts"),
        private=folded("private"),
        suffered=folded("suffered"),
        origins=folded("origins"),
        facing=folded("facing"),
        closings={
            fold(word): frozenset(map(fold, closing)) for word, closing in names.get("facing_closings", {}).items()
        },
        stop_forms=tuple(re.compile(form) for form in names.get("stop_forms", ())),
        office_behind=bool(names.get("office_behind", not language.has_case)),
        no_offices=folded("no_offices"),
        fused_articles=tuple(folded("fused_articles")),
    )


def _words_of_time(language: Language) -> frozenset[str]:
    """Names of days and words like "today", folded."""
    table = language.table("calendar")
    listed = [*table.get("weekdays", {}).values()]
    listed += [forms for days in table.get("deictics", {}).values() for forms in days.values()]
    names = {fold(form) for forms in listed for form in forms if " " not in form}
    nights = {fold(ending) for ending in table.get("compounds", {}).get("weekdays", ())}
    return frozenset(names | {name + night for name in names for night in nights})


def _verbs(language: Language) -> frozenset[str]:
    """Long verbs by which the calendar tells tenses, folded: where names have no capitals, none is part of one."""
    if language.has_case:
        return frozenset()
    tense: Mapping[str, Sequence[str]] = language.table("calendar").get("tense", {})
    verbs = {fold(verb) for key in ("past", "future", "happened") for verb in tense.get(key, ()) if " " not in verb}
    prefixes = ("", *map(fold, tense.get("prefixes", ())))
    return frozenset(prefix + verb for verb in verbs if len(verb) >= SHORTEST_VERB for prefix in prefixes)
