"""FollowTheMoney into the register: public bodies and holders of public office with their names, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from peyman import cli
from peyman.actors.known import own_register
from peyman.errors import MalformedDocument
from peyman.exchange.followthemoney_import import Imported, read, to_toml


def entity(number: str, schema: str, **properties: list[str]) -> dict[str, Any]:
    return {"id": number, "schema": schema, "properties": properties}


def imported(*entities: dict[str, Any]) -> Imported:
    return read(json.dumps(each).encode() for each in entities)


MINISTER = entity(
    "NK-1",
    "Person",
    name=["Arin Kawa", "آرین کاوه", "ئارین کاوە"],
    country=["iq"],
    topics=["role.pep"],
    birthDate=["1970-01-01"],
    passportNumber=["A123"],
    address=["1 Lake Street"],
    email=["arin@example.org"],
    wikidataId=["Q123456"],
)
PRIVATE = entity("NK-2", "Person", name=["Somebody Else"], country=["iq"], topics=["sanction"])
BODY = entity("gov-lake", "PublicBody", name=["Lake Water Board"], jurisdiction=["ir"], address=["Lake Street"])


def test_names_country_and_wikidata_id_are_taken_and_nothing_else() -> None:
    found = imported(MINISTER, BODY)
    minister, body = found.entries
    assert (minister.category, minister.key, minister.party) == ("person", "Q123456", "IRQ")
    assert minister.names["en"] == ["Arin Kawa"]
    assert "ئارین کاوە" in minister.names["ckb"]
    assert "ئارین کاوە" not in minister.names["ar"]
    assert "آرین کاوه" in minister.names["fa"]
    assert (body.category, body.key, body.party) == ("body", "ftm:gov-lake", "IRN")
    text = to_toml(found.entries)
    assert not any(private in text for private in ("1970", "A123", "Lake Street", "example.org", "role.pep"))


def test_a_person_without_a_public_office_is_passed_by_and_counted() -> None:
    found = imported(PRIVATE, MINISTER)
    assert [each.key for each in found.entries] == ["Q123456"]
    assert found.passed_by == {"persons without a public office": 1}


@pytest.mark.parametrize(
    "more",
    [
        [entity("o", "Occupancy", holder=["p"], post=["x"]), entity("x", "Position", name=["Minister"])],
        [entity("p2", "Person", name=["Other"], country=["iq"], position=["Ambassador"])],
    ],
    ids=["an occupancy", "a position"],
)
def test_an_office_is_told_by_an_occupancy_or_a_position(more: list[dict[str, Any]]) -> None:
    found = imported(entity("p", "Person", name=["Arin Kawa"], country=["iq"]), *more)
    assert len(found.entries) == 1


@pytest.mark.parametrize(
    ("given_entity", "reason"),
    [
        (entity("a", "PublicBody", name=["Board"]), "of no country that the register knows"),
        (entity("a", "PublicBody", name=["Board"], country=["zz"]), "of no country that the register knows"),
        (entity("a", "PublicBody", name=["水利局"], country=["cn"]), "without a name in a script that Peyman reads"),
        (entity("a b/c", "PublicBody", name=["Board"], country=["iq"]), "with an id that is no key"),
        (entity("a", "Company", name=["Oil Ltd"], country=["iq"]), "of a kind that the register has no place for"),
        (entity("a", "Address", full=["Lake Street"], country=["iq"]), "of a kind that the register has no place for"),
    ],
)
def test_what_the_register_may_not_hold_is_passed_by_with_the_reason(given_entity: dict[str, Any], reason: str) -> None:
    found = imported(given_entity)
    assert found.entries == []
    assert found.passed_by == {reason: 1}


@pytest.mark.parametrize(
    "line", [b"{", b"[]", b'{"id": "a"}', b'{"id": 1, "schema": "Note", "properties": []}', b"\xff"]
)
def test_a_line_that_is_no_entity_is_refused_with_its_number(line: bytes) -> None:
    with pytest.raises(MalformedDocument, match="Line 2"):
        read([json.dumps(BODY).encode(), line])


@given(names=st.lists(st.text(max_size=20), min_size=1, max_size=4))
def test_whatever_the_names_the_file_is_one_that_the_register_takes(
    names: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    found = imported(entity("a", "PublicBody", name=names, country=["iq"]))
    path = tmp_path_factory.mktemp("register") / "own.toml"
    path.write_text(to_toml(found.entries), encoding="utf-8")
    assert [each.key for each in own_register.read_file(path).body] == [each.key for each in found.entries]


def test_the_command_takes_them_in_or_writes_a_file_to_look_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(own_register.FOLDER_VARIABLE, str(tmp_path / "register"))
    source = tmp_path / "officials.ftm.json"
    source.write_text("".join(json.dumps(each) + "\n" for each in (MINISTER, PRIVATE, BODY)), encoding="utf-8")
    result = CliRunner().invoke(cli.app, ["register", "import-ftm", str(source), "-o", str(tmp_path / "look.toml")])
    assert result.exit_code == 0
    assert "1 bodies and 1 holders" in result.output
    assert "persons without a public office: 1" in result.output
    assert own_register.files() == []
    assert len(list(own_register.read_file(tmp_path / "look.toml").entries())) == 2
    assert CliRunner().invoke(cli.app, ["register", "import-ftm", str(source)]).exit_code == 0
    assert [path.name for path in own_register.files()] == ["officials.toml"]


def test_the_command_changes_nothing_where_nothing_may_be_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(own_register.FOLDER_VARIABLE, str(tmp_path / "register"))
    source = tmp_path / "private.json"
    source.write_text(json.dumps(PRIVATE) + "\n", encoding="utf-8")
    for path in (source, tmp_path / "none.json"):
        result = CliRunner().invoke(cli.app, ["register", "import-ftm", str(path)])
        assert result.exit_code == 1
    assert own_register.files() == []
