"""Bodies and places that are called alike: the one of the state that the text speaks of is meant."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("قال حزب العدالة والتنمية في تركيا إنه سيشارك في الانتخابات.", "AKP"),
        ("قال حزب العدالة والتنمية في المغرب إنه سيشارك في الانتخابات.", "PJD-MAR"),
        ("انتقد حزب العدالة والتنمية موقف حزب الأصالة والمعاصرة.", "PJD-MAR"),
        ("قالت الحركة الشعبية إن المغرب بحاجة إلى إصلاح.", "MP-MAR"),
        ("قالت الحركة الشعبية إن السودان بحاجة إلى السلام.", "SPLM-N"),
    ],
)
def test_a_party_of_the_state_that_is_named_is_meant(read: Reader, words: str, key: str) -> None:
    _, found = read("ar", words)
    keys = {actor.key for actor in found.actors}
    assert key in keys
    assert not keys & {"AKP", "PJD-MAR", "MP-MAR", "SPLM-N"} - {key}


@pytest.mark.parametrize(
    ("words", "country"),
    [("وصل الوفد المغربي إلى القنيطرة.", "MAR"), ("وصل الوفد السوري إلى القنيطرة.", "SYR")],
)
def test_a_town_of_the_state_that_is_named_is_meant(read: Reader, words: str, country: str) -> None:
    _, found = read("ar", words)
    assert [place.country for place in found.places] == [country]
