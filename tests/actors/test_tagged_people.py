"""Names that a list or an office beside them makes people."""

from __future__ import annotations

from tests.actors.conftest import Reader


def test_what_is_called_after_a_known_body_is_nobody_in_a_list_of_people(read: Reader) -> None:
    _, found = read("en", "Speakers were Salim Rustgar, Hezbollah Brigades, Arin Kawa and Dara Miran.")
    people = [entry.name for entry in found.actors if entry.kind == "person"]
    assert "Salim Rustgar" in people
    assert "Hezbollah Brigades" not in people
