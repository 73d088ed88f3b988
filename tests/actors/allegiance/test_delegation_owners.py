"""Whose delegations are."""

from __future__ import annotations

import pytest

from peyman import languages
from peyman.actors.allegiance.beside import Beside
from peyman.actors.allegiance.delegation_owners import DelegationOwners
from peyman.actors.offices.roles import Group
from peyman.text.analysis import analyse


def owners(code: str, words: str, **parties: str) -> tuple[DelegationOwners, list[str]]:
    """Return whose delegations are in a text in which words are names of parties; an underscore joins several."""
    text = analyse(words, languages.load(code))
    tokens = [token.text for token in text.tokens]
    groups = []
    for name, party in parties.items():
        named = name.split("_")
        first = next(at for at in range(len(tokens)) if tokens[at : at + len(named)] == named)
        groups.append(Group(first, first + len(named), party, None))
    return DelegationOwners(Beside(text, [], groups)), tokens


def whose(code: str, words: str, word: str, **parties: str) -> str | None:
    told, tokens = owners(code, words, **parties)
    return told.whose(tokens.index(word), 0, len(tokens))


def test_the_party_before_or_behind_the_word_owns_the_delegation() -> None:
    assert whose("en", "The Jordanian delegation arrived.", "delegation", Jordanian="JOR") == "JOR"
    assert whose("en", "The delegation of Jordan arrived.", "delegation", Jordan="JOR") == "JOR"
    assert whose("ar", "وصل وفد الأردن.", "وفد", الأردن="JOR") == "JOR"
    assert whose("en", "The delegation arrived.", "delegation") is None


def test_a_party_is_known_by_the_beginning_of_its_name_where_the_text_has_it_in_full() -> None:
    words = "اجتمع الحزب الديمقراطي الكردستاني. قال وفد الحزب الديمقراطي ذلك."
    found = whose("ar", words, "وفد", الحزب_الديمقراطي_الكردستاني="KDP")
    assert found == "KDP"


def test_a_delegation_is_found_close_before_what_tells_of_it() -> None:
    told, tokens = owners("en", "The Jordanian delegation headed by the minister arrived.", Jordanian="JOR")
    headed = tokens.index("headed")
    assert told.last_before(headed) == tokens.index("delegation")
    assert told.before(headed) == "JOR"


@pytest.mark.parametrize(
    "words",
    [
        "The Jordanian delegation; headed by the minister they came.",
        "The Jordanian delegation came in the early morning of the next day headed by him.",
        "The Jordanian delegation came. They were headed by the minister.",
    ],
)
def test_another_clause_or_sentence_or_a_long_way_ends_the_search(words: str) -> None:
    told, tokens = owners("en", words, Jordanian="JOR")
    assert told.before(tokens.index("headed")) is None


def test_whoever_is_led_is_named_right_behind() -> None:
    told, tokens = owners("en", "Arin Kawa led the Samoan delegation.", Samoan="WSM")
    led = told.named_behind(tokens.index("led") + 1)
    assert led is not None
    assert led.party == "WSM"
    assert told.named_behind(tokens.index("delegation") + 1) is None
