"""What each word of a query may look like in a text: its other forms, and the same name in other scripts and languages.

A name is known by its key: where "Iraq" is the name of ``IRQ``, the other names of ``IRQ`` are looked for too. A word
that may be a person's is compared by its sound with every word of a person's name in the record that sounds nearly
like it (`peyman.actors.matching.match.same_person`), so that Uzer, عوزیر and عزیر find each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, case, func, select

from peyman.actors.matching.match import SAME_WORD, same_person
from peyman.actors.matching.pronunciation import likeness
from peyman.record.search.asked import Expression, Term, all_of, any_of
from peyman.record.search.index import sound_key
from peyman.record.search.tables import search_names
from peyman.record.search.words import Word, parts_of, possible_stems

#: Two words of names that are alike to this degree are the same name.
SAME_NAME = 0.86
#: The same where the record knows the word as a name already, with its spellings elsewhere.
_SURELY_SAME = 0.95
#: Two whole names that are alike to this degree are one person's.
_SAME_PERSON = 0.8
#: Most spellings of a word that are taken for their sound alone, and most people who are compared by their whole name.
_MOST_HEARD, _MOST_PEOPLE = 8, 20
#: Most people who are compared although they share one word of the query only.
_MOST_BY_ONE_WORD = 8
#: Most words of a person's name that is compared as a whole.
_LONGEST_PERSON = 4
#: Most words of a name that is looked up as a whole, and most other spellings that are looked for.
_LONGEST_NAME = 6
_MOST_SPELLINGS = 30
#: Shortest word that is compared by sound: in shorter ones nearly everything sounds alike.
_SHORTEST_HEARD = 3
_MOST_STEMS = 4
#: Most rows of the table of names that one query looks at.
_MOST_ROWS = 4000


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing that is sought: a word, a phrase or a name, in every form in which it answers.

    Attributes:
        label: As the query has it.
        exact: Words side by side that are it as it is written.
        stems: Single words that are it where they are the stem of a word of the text.
        forms: Single words that are another form of it.
        names: Words side by side that are the same name elsewhere.
        group: What has the same number is sought as one: a name and its words.
    """

    label: str
    exact: tuple[tuple[str, ...], ...]
    stems: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    group: int | None = None

    def expression(self) -> Term | Expression:
        """What the index is asked for."""
        parts = [Term(words) for words in self.exact]
        parts += [Term((word,)) for word in self.forms]
        parts += [Term((stem,), stem=True) for stem in self.stems]
        for name in self.names:
            parts.append(Term(name))
            if len(name) == 1:
                parts.append(Term(name, stem=True))
        return any_of(parts)


@dataclass(slots=True)
class Wanted:
    """Everything that a query seeks, collected while it is compiled.

    Attributes:
        sought: One for each word, phrase or name.
    """

    sought: list[Sought] = field(default_factory=list)

    def spellings(self) -> dict[str, tuple[str, ...]]:
        """The spellings elsewhere of each name."""
        return {each.label: tuple(" ".join(name) for name in each.names) for each in self.sought if each.names}


class Expander:
    """Makes of a query's words what the index is asked for.

    Args:
        connection: A connection to the record.
        across_scripts: Whether names are looked for in other scripts and languages.
        wanted: Where to note what is sought.
    """

    def __init__(self, connection: Connection, across_scripts: bool, wanted: Wanted) -> None:
        self._connection = connection
        self._across = across_scripts
        self._wanted = wanted

    def phrase(self, words: Sequence[Word], *, noted: bool = True) -> Term | Expression:
        """Words side by side, joined or set apart where joiners may have been lost."""
        forms = tuple(word.form for word in words)
        ways = {forms: None}
        for position in range(len(forms) - 1):
            ways[(*forms[:position], forms[position] + forms[position + 1], *forms[position + 2 :])] = None
        for position, word in enumerate(words):
            parts = parts_of(word.text)
            if parts:
                ways[(*forms[:position], *parts, *forms[position + 1 :])] = None
        sought = Sought(" ".join(word.text for word in words), tuple(ways))
        if noted:
            self._wanted.sought.append(sought)
        return sought.expression()

    def loose(self, words: Sequence[Word], *, noted: bool = True) -> Term | Expression:
        """Words anywhere in the text, names among them in every script."""
        whole, spelled = self._names(words) if self._across else ({}, {})
        parts: list[Term | Expression] = []
        position = 0
        while position < len(words):
            end = next((end for end in range(len(words), position + 1, -1) if (position, end) in whole), position + 1)
            if end > position + 1:
                parts.append(self._name(words[position:end], whole[position, end], noted=noted))
            else:
                others = whole.get((position, end), set()) | spelled.get(position, set())
                parts.append(self._word(words, position, others, noted=noted))
            position = end
        return all_of(parts)

    def _word(
        self,
        words: Sequence[Word],
        position: int,
        others: set[tuple[str, ...]],
        *,
        noted: bool,
        group: int | None = None,
    ) -> Term | Expression:
        word = words[position]
        exact: dict[tuple[str, ...], None] = {(word.form,): None}
        parts = parts_of(word.text)
        if parts:
            exact[parts] = None
        # The joiner between this word and a neighbour may have become a blank in the query.
        for first in range(max(0, position - 2), position + 1):
            for last in range(position + 1, min(len(words), first + 3) + 1):
                if last - first > 1:
                    exact[("".join(each.form for each in words[first:last]),)] = None
        stems = possible_stems(word.form)[:_MOST_STEMS]
        names = sorted(name for name in others if name not in exact)[:_MOST_SPELLINGS]
        sought = Sought(word.text, tuple(exact), (word.form, *stems), stems, tuple(names), group)
        if noted:
            self._wanted.sought.append(sought)
        return sought.expression()

    def _name(self, words: Sequence[Word], others: set[tuple[str, ...]], *, noted: bool) -> Term | Expression:
        """A name of several words: its words anywhere, or one of its other spellings."""
        own = tuple(word.form for word in words)
        names = tuple(sorted(name for name in others if name != own)[:_MOST_SPELLINGS])
        label = " ".join(word.text for word in words)
        group = len(self._wanted.sought)
        singly = [self._word(words, n, set(), noted=noted, group=group) for n in range(len(words))]
        if not names:
            return all_of(singly)
        sought = Sought(label, (own,), names=names, group=group)
        if noted:
            self._wanted.sought.append(sought)
        return any_of([all_of(singly), sought.expression()])

    def _names(
        self, words: Sequence[Word]
    ) -> tuple[dict[tuple[int, int], set[tuple[str, ...]]], dict[int, set[tuple[str, ...]]]]:
        """Other spellings: of runs of words that are a whole name, and of words that are one of a person's name."""
        runs: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + _LONGEST_NAME) + 1):
                runs[" ".join(word.form for word in words[start:end])].append((start, end))
            for stem in possible_stems(words[start].form)[:_MOST_STEMS]:
                runs[stem].append((start, start + 1))
        named = self._rows(search_names.c.name, runs)
        siblings: dict[tuple[str, str], set[str]] = defaultdict(set)
        for name, key, part in self._rows(search_names.c.key, {key for _, key, _ in named}):
            siblings[key, part].add(name)
        whole: dict[tuple[int, int], set[tuple[str, ...]]] = defaultdict(set)
        spelled: dict[int, set[tuple[str, ...]]] = defaultdict(set)
        for name, key, part in named:
            for start, end in runs[name]:
                if part in ("whole", "person"):
                    whole[start, end] |= {tuple(other.split()) for other in siblings[key, part]}
                elif end == start + 1:
                    spelled[start] |= {(other,) for other in siblings[key, "last"]}
        # What is the name of a party or a place is no person's.
        elsewhere = {name for name, _, part in named if part == "whole"}
        heard: dict[int, str] = {}
        for position, word in enumerate(words):
            sounding = sound_key(word.text) if len(word.form) >= _SHORTEST_HEARD else None
            if sounding and word.form not in elsewhere:
                heard[position] = sounding
        alike = self._sounding(set(heard.values()))
        near: dict[int, list[str]] = {}
        for position, sounding in heard.items():
            form = words[position].form
            least = _SURELY_SAME if len(spelled[position]) > 1 else SAME_NAME
            scored = sorted((-likeness(form, name), name) for name in alike[sounding])
            near[position] = [name for value, name in scored[:_MOST_HEARD] if -value >= SAME_WORD]
            best = [name for value, name in scored if -value >= least and name != form]
            spelled[position] |= {(name,) for name in best[:_MOST_HEARD]}
        if len(words) > 1:
            # Of two words, the one fewer names sound like says more of who is meant.
            self._add_people(words, dict(sorted(near.items(), key=lambda item: len(alike[heard[item[0]]]))), whole)
        return whole, spelled

    def _add_people(
        self,
        words: Sequence[Word],
        near: Mapping[int, Sequence[str]],
        whole: dict[tuple[int, int], set[tuple[str, ...]]],
    ) -> None:
        """Add the other spellings of a whole name of a person, compared as a whole."""
        shared = self._people(near)
        names: dict[str, set[str]] = defaultdict(set)
        for name, key, part in self._rows(search_names.c.key, shared):
            if part == "person" and " " in name:
                names[key].add(name)
        for key, listed in names.items():
            first, last = min(shared[key]), max(shared[key]) + 1
            for start in range(max(0, first - 1), first + 1):
                for end in range(max(start + 2, last), min(len(words), last + 1, start + _LONGEST_PERSON) + 1):
                    text = " ".join(word.text for word in words[start:end])
                    if any(same_person(text, name).value >= _SAME_PERSON for name in listed):
                        whole[start, end] |= {tuple(name.split()) for name in listed}

    def _rows(self, column: object, values: Iterable[str]) -> list[tuple[str, str, str]]:
        """Name, key and part of whole names and of the last words of people's, by name or by key."""
        listed = sorted(values)
        if not listed:
            return []
        query = select(search_names.c.name, search_names.c.key, search_names.c.part)
        query = query.where(column.in_(listed), search_names.c.part != "word")  # type: ignore[attr-defined]
        return [tuple(row) for row in self._connection.execute(query.limit(_MOST_ROWS))]

    def _sounding(self, sounds: set[str]) -> dict[str, list[str]]:
        """The words of names that sound nearly like each of some words."""
        found: dict[str, list[str]] = defaultdict(list)
        if sounds:
            query = select(search_names.c.name, search_names.c.sound).distinct()
            query = query.where(search_names.c.sound.in_(sorted(sounds)))
            for name, sounding in self._connection.execute(query.limit(_MOST_ROWS)):
                found[sounding].append(name)
        return found

    def _people(self, near: Mapping[int, Sequence[str]]) -> dict[str, set[int]]:
        """The people in whose names most words of the query stand, or nearly so, and which words these are.

        Where many do, those come first who share more of the words, then those who share an earlier one of ``near``.
        """
        places: dict[str, set[int]] = defaultdict(set)
        for position, names in near.items():
            for each in names:
                places[each].add(position)
        if not places:
            return {}
        name, key = search_names.c.name, search_names.c.key
        named = (name.in_(list(places)), key != "", search_names.c.part != "whole")
        rank = case({each: n for n, each in enumerate(places)}, value=name)
        number = func.count(name.distinct())
        query = select(key, number.label("shared")).where(*named).group_by(key)
        rows = self._connection.execute(query.order_by(number.desc(), func.min(rank), key).limit(_MOST_PEOPLE)).all()
        listed = [row.key for n, row in enumerate(rows) if row.shared > 1 or n < _MOST_BY_ONE_WORD]
        found: dict[str, set[int]] = {each: set() for each in listed}
        for row in self._connection.execute(select(key, name).where(key.in_(listed), *named)):
            found[row.key] |= places[row.name]
        return found
