"""Whom and what accounts name, with which title and by which name.

Which account names the Peshmerga, the city or the earlier agreement, and which does not; what office it gives a
person; whether it says "Kurdistan Region" or "northern Iraq". Names are compared within one language only: across
languages they differ without meaning anything by it.

Whoever names a state may mean its government, and whoever names a city of it the state; what accounts of one language
alone name, body, place or agreement, may be called otherwise in another one.

A title is left out only where another account of the same language gives it. Where an account's text has a name or a
title that the reader passed over, it is not said to leave it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from peyman.record.accounts import fact_relations
from peyman.record.accounts.account_facts import Fact, Surroundings, most_used
from peyman.record.shown.views import Claim
from peyman.text.tokens import tokenise

_SHORTEST = 4
"""Letters of a name from which on it is looked for in the text of an account that seems not to name it."""
_STATE = 3
"""Letters of the key of a state (ISO 3166-1 alpha-3)."""
_GOVERNMENTS = ("government", "administration")
"""What keys of governments end in: SYR:government."""
_LETTERS_OF_KINDS = {"P": "place", "G": "agreement"}


class Naming:
    """Makes the facts of names.

    Args:
        around: What the accounts tell.
        languages: The language of each account.
        full: Those that tell the encounter for its own sake: what none of them names is no fact of it.
    """

    def __init__(self, around: Surroundings, languages: Mapping[str, str], full: Set[str]) -> None:
        self._around = around
        self._languages = languages
        self._full = full
        self._folded = {account: _folded(around.texts.get(account, "")) for account in languages}
        told_by = ({c.document.id for c in claims} for each, claims in around.named.items() if each[0] == "G")
        # What nobody else names may be the agreement of the others, by a name of one's own.
        self._alone_with_an_agreement = frozenset(next(iter(each)) for each in told_by if len(each) == 1)

    def facts(self, elsewhere: Set[str], participants: Mapping[str, Sequence[Claim]]) -> list[Fact]:
        """Make the facts: titles of persons first, then names of what is named in several ways, then who is named.

        Args:
            elsewhere: Entries that have a fact of their own already.
            participants: The claims of each participant, by public id.
        """
        titles, names, named = [], [], []
        for subject, claims in sorted(self._around.named.items(), key=lambda item: (item[0][0], int(item[0][1:]))):
            told = [claim for claim in claims if claim.document.id in self._languages]
            naming = {claim.document.id for claim in told if claim.field == "name"}
            if not naming & self._full or any(claim.field == "outlet" and claim.value for claim in claims):
                continue
            kind = _LETTERS_OF_KINDS.get(subject[0]) or most_used(
                str(claim.value) for claim in told if claim.field == "kind"
            )
            spelled = [claim for claim in told if claim.field == "name"]
            label = most_used(str(claim.value) for claim in spelled)
            if kind == "person" and (len(naming) > 1 or subject in participants):
                titles.append(self._title(subject, label, told, participants.get(subject, ()), naming))
            called = None if _is_state(claims) else _name(subject, label, spelled)
            if called is not None:
                names.append(called)
            if subject not in elsewhere:
                fact = Fact("named", subject, label, fact_relations.plain, beside=True)
                fact.unread = frozenset((*self.passed_over(claims, naming), *self._meant(claims)))
                if kind != "person":
                    fact.unread |= self._of_other_languages(naming)
                if kind == "agreement":
                    fact.unread |= self._alone_with_an_agreement
                for claim in spelled:
                    fact.add(claim, subject, str(claim.value), wording=str(claim.value))
                named.append(fact)
        return [*titles, *names, *sorted(named, key=lambda fact: -len(fact.accounts))]

    def passed_over(self, claims: Sequence[Claim], naming: set[str]) -> Iterator[str]:
        """The accounts whose text has one of the names of an entry, although it is not read as one."""
        spelled: dict[str, set[str]] = {}
        for claim in claims:
            if claim.field == "name":
                spelled.setdefault(claim.document.language, set()).add(str(claim.value))
            elif claim.field == "names" and isinstance(claim.value, dict):
                spelled.setdefault(str(claim.value.get("language")), set()).add(str(claim.value.get("name")))
        for account in self._languages.keys() - naming:
            text = self._folded[account]
            forms = {form for name in spelled.get(self._languages[account], ()) for form in _forms(name)}
            if any(f" {form}" in text for form in forms):
                yield account

    def _meant(self, claims: Sequence[Claim]) -> Iterator[str]:
        """The accounts that may mean a state or its government by what they name: a city of it, or the state itself."""
        for key in _keys_of(claims):
            party, _, body = key.partition(":")
            beginnings = (f"{key}:", f"place:{key}:") if _is_state(claims) else ()
            for others in self._around.named.values():
                for other in others:
                    named = str(other.value) if other.field == "key" else ""
                    if named.startswith(beginnings) or (named == party and body.endswith(_GOVERNMENTS)):
                        yield other.document.id

    def _of_other_languages(self, naming: Set[str]) -> frozenset[str]:
        """The accounts of other languages than one that alone has a name: it may be called otherwise in them."""
        told_in = {self._languages[account] for account in naming}
        if len(told_in) > 1:
            return frozenset()
        return frozenset(account for account, language in self._languages.items() if language not in told_in)

    def _title(
        self, subject: str, name: str, told: Sequence[Claim], taking_part: Sequence[Claim], naming: set[str]
    ) -> Fact:
        """What title each account gives a person, at the table or anywhere in its text."""
        fact = Fact("title", subject, f"title of {name}", fact_relations.titles, several=True)
        for claim in (*taking_part, *told):
            if claim.field not in ("participants", "roles") or not isinstance(claim.value, dict):
                continue
            title = claim.value.get("title")
            if title:
                given = str(title)
                fact.add(claim, given, given, (claim.document.language, given), wording=given)
        fact.among = naming | {claim.document.id for claim in taking_part}
        given_in: dict[str, set[str]] = {}
        for language, title in (each.compared for each in fact.given):
            given_in.setdefault(language, set()).add(_folded(title).strip())
        fact.unread = frozenset(
            account
            for account, language in self._languages.items()
            if language not in given_in or any(f"{each} " in self._folded[account] for each in given_in[language])
        )
        return fact


def _name(subject: str, label: str, spelled: Sequence[Claim]) -> Fact | None:
    """By what name each account calls an entry; None where those of one language agree on it."""
    compare = fact_relations.agreement_names if subject[0] == "G" else fact_relations.titles
    fact = Fact("name", subject, f"name of {label}", compare, several=True)
    for claim in spelled:
        given = str(claim.value)
        fact.add(claim, given, given, (claim.document.language, _folded(given).strip()), wording=given)
    fact.among = fact.accounts
    told = {each.compared for each in fact.given}
    return fact if len(fact.accounts) > 1 and len({language for language, _ in told}) < len(told) else None


def _is_state(claims: Sequence[Claim]) -> bool:
    """Whether an entry is a state: accounts call it by adjectives and by its capital as they please."""
    return any(len(key) == _STATE and key.isalpha() and key.isupper() for key in _keys_of(claims))


def _keys_of(claims: Sequence[Claim]) -> set[str]:
    return {str(claim.value) for claim in claims if claim.field == "key"}


def _forms(name: str) -> set[str]:
    """A name in full and, where it has several words, by its last one."""
    whole = _folded(name).strip()
    last = whole.rpartition(" ")[2]
    return {form for form in (whole, last) if len(form) >= _SHORTEST}


def _folded(text: str) -> str:
    return f" {' '.join(token.fold for token in tokenise(text))} "
