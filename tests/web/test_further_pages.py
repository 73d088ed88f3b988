"""The map, exports, administration, feeds of a closed record, and decisions on single values."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.parsing import parsed
from tests.web.team import Member, join, team_of

from peyman.exchange import lossless
from peyman.exchange.formats import FORMATS
from peyman.record import EntryView, Record
from peyman.record.lists import Venue
from peyman.web.interface import interface
from peyman.web.map_drawing import HEIGHT, WIDTH, countries_of, points, shapes, towns_of, view_of
from peyman.web.permissions import Role


@pytest.fixture
def client(record_path: Path, serve: Callable[..., TestClient]) -> TestClient:
    """The record of the examples, for those with accounts."""
    return serve(record_path)


@pytest.fixture
def reviewer(client: TestClient) -> Member:
    return join(client, Role.REVIEWER, name="Shirin")


def record_of(client: TestClient) -> Record:
    record = client.app.state.record  # type: ignore[attr-defined]
    assert isinstance(record, Record)
    return record


def test_the_map_shades_the_countries_of_the_meetings_and_says_the_same_in_a_table(public: TestClient) -> None:
    page = parsed(public.get("/map").text)
    shaded = page.xpath(".//*[local-name()='path' and contains(@class, 'shade')]")
    rows = page.xpath(".//table/tbody/tr")
    assert shaded and rows
    venues = public.get("/api/v1/venues").json()
    assert {each["place"] for each in venues} == {each.rpartition("/")[2] for each in page.xpath(".//table//a/@href")}


def test_every_state_of_the_register_of_shapes_lies_on_the_map() -> None:
    assert {"IRQ", "USA", "IRN", "TUR", "SYR", "BHR", "QAT"} <= set(shapes())
    for shape in shapes().values():
        assert 0 <= float(shape["x"]) <= WIDTH and 0 <= float(shape["y"]) <= HEIGHT
    x, y, width, height = view_of([each for each in countries_of([]) if each.key in ("IRQ", "USA")])
    assert x >= 0 and y >= 0 and x + width <= WIDTH and y + height <= HEIGHT + 0.1
    assert view_of([]) == (0, 0, WIDTH, HEIGHT)


def test_no_country_is_drawn_across_the_map_where_it_goes_over_the_antimeridian() -> None:
    for key, shape in shapes().items():
        if key == "ATA":
            continue  # it lies around a pole
        for ring in str(shape.get("path", "")).split("Z")[:-1]:
            across = [float(step.split()[0]) for step in ring.removeprefix("M").split("L")]
            assert max(across) - min(across) < WIDTH / 2, key


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_record_is_exported_from_the_page_and_the_interface(name: str, public: TestClient) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    answer = public.get(f"/exports/{name}")
    assert answer.status_code == 200 and len(answer.content) == int(answer.headers["content-length"]) > 0
    assert answer.headers["content-disposition"].startswith("attachment")
    assert public.get(f"/api/v1/exports/{name}").status_code == 200


def test_every_format_is_listed_with_what_it_loses(public: TestClient) -> None:
    links = parsed(public.get("/exports").text).xpath(".//main//h3/a/@href")
    assert links == [f"/exports/{name}" for name in FORMATS]
    assert {each["name"] for each in public.get("/api/v1/exports").json()} == set(FORMATS)
    assert public.get("/exports/nonsense").status_code == 400
    assert public.get("/api/v1/exports/nonsense").status_code == 422


def test_the_brief_is_in_the_language_of_the_visitor(public: TestClient) -> None:
    assert 'lang="fa"' in public.get("/exports/brief?lang=fa").text


def test_a_feed_of_a_closed_record_is_read_with_a_token_in_its_address(client: TestClient) -> None:
    member = join(client, Role.READER)
    token = team_of(client).sessions.make_token(member.user, "feeds")
    for path in ("/feeds/news.atom", "/feeds/calendar.ics"):
        assert client.get(path).status_code == 303
        assert client.get(path, params={"token": "wrong"}).status_code == 401
        assert client.get(path, params={"token": token}).status_code == 200
    assert client.get("/meetings", params={"token": token}).status_code == 303
    assert client.get("/api/v1/meetings", params={"token": token}).status_code == 401
    team_of(client).sessions.revoke(member.user, team_of(client).sessions.tokens(member.user)[0].id)
    assert client.get("/feeds/news.atom", params={"token": token}).status_code == 401


def test_an_administrator_saves_a_copy_from_which_the_record_is_made_anew(client: TestClient, tmp_path: Path) -> None:
    member = join(client, Role.ADMINISTRATOR, name="Layla")
    answer = member.client.post("/administration/backup", data={"form_token": member.form_token})
    assert answer.status_code == 200
    with Record.open(tmp_path / "again.db") as again:
        lossless.read(again, io.BytesIO(gzip.decompress(answer.content)))
        assert again.summary() == record_of(client).summary()
        assert [each.id for each in again.meetings()] == [each.id for each in record_of(client).meetings()]
        assert again.lists.counts() == record_of(client).lists.counts()
    assert "backed up" in member.client.get("/administration").text


def test_administration_shows_readers_sources_and_the_log(client: TestClient) -> None:
    member = join(client, Role.SECRETARY)
    page = member.client.get("/administration").text
    assert "peyman" in page.lower() and record_of(client).lists.readers()[0].version in page
    for publisher in record_of(client).lists.publishers():
        assert publisher.name is None or publisher.name in parsed(page).text_content()
    steps = parsed(member.client.get("/administration/steps").text).xpath(".//ol[@class='history']/li")
    assert len(steps) == len(record_of(client).steps())
    assert "D5" in steps[0].text_content()


def test_one_value_of_a_field_is_corrected(reviewer: Member) -> None:
    record = record_of(reviewer.client)
    meeting = record.get("M1")
    assert isinstance(meeting, EntryView)
    person = meeting.of("participants")[0].value
    actor = next(each.id for each in record.actors() if each.kind == ("person",) and each.id != person["actor"])
    form = {"field": "participants", "value": _json(person), "actor": actor, "party": "IRQ", "capacity": "head"}
    assert reviewer.post("/review/M1", action="correct", reason="as signed", title="Minister", **form) == 303
    changed = record.get("M1")
    assert isinstance(changed, EntryView)
    made = next(each for each in changed.of("participants") if each.value["actor"] == actor)
    assert made.value["capacity"] == "head" and made.claims[0].value["title"] == "Minister"
    assert made.label != actor, "people are called by their names"
    again = {"field": "participants", "value": _json(made.value), "actor": person["actor"], "capacity": "member"}
    assert reviewer.post("/review/M1", action="correct", **again) == 303
    unknown = {"field": "participants", "value": _json(person), "actor": "A999"}
    assert reviewer.post("/review/M1", action="correct", **unknown) == 404


def test_a_name_is_corrected(reviewer: Member) -> None:
    record = record_of(reviewer.client)
    actor = next(each for each in record.actors() if each.kind == ("person",))
    old = actor.name[0]
    assert reviewer.post(f"/review/{actor.id}", action="correct", field="name", value=old, new="Another Name") == 303
    view = record.get(actor.id)
    assert isinstance(view, EntryView)
    assert "Another Name" in [each.value for each in view.of("name")]
    assert old not in [each.value for each in view.of("name")]


def test_every_value_of_every_entry_has_a_form_of_its_own_for_a_reviewer(reviewer: Member) -> None:
    for path in ("/meetings/M1", "/undertakings/C1", "/actors/A1", "/places/P1", "/statements/S1", "/agreements/G1"):
        page = parsed(reviewer.client.get(path).text)
        assert page.xpath(".//details[@class='amend']//input[@name='field']/@value"), path
        assert page.xpath(".//form[contains(@action, '/merge')]"), path


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)


def test_entries_are_merged_and_split_on_their_pages(reviewer: Member) -> None:
    record = record_of(reviewer.client)
    first, second = [each.id for each in record.meetings()][:2]
    assert reviewer.post(f"/entries/{second}/merge", other=first, reason="one session") == 303
    assert record.get(second).id == first
    step = record.decisions()[-1]
    assert reviewer.post(f"/review/steps/{step.number}/undo") == 303
    assert record.get(second).id == second
    view = record.get(first)
    assert isinstance(view, EntryView)
    assert reviewer.post(f"/entries/{first}/split", document=view.documents[-1].id, reason="another day") == 303
    split = record.get(first)
    assert isinstance(split, EntryView) and len(split.documents) == len(view.documents) - 1
    assert reviewer.post(f"/entries/{first}/split", reason="nothing chosen") == 400
    assert reviewer.post(f"/entries/{first}/merge", other="M999") == 404


def test_two_compared_texts_are_added_only_by_who_may_and_asks(client: TestClient, reviewer: Member) -> None:
    texts = {
        "text_a": "The foreign ministers of Iraq and Jordan met in Amman on 3 March 2026.",
        "text_b": "Iraq and Jordan held talks in Baghdad on 3 March 2026.",
    }
    record = record_of(client)
    before = record.lists.counts()["document"]
    assert reviewer.post("/compare", **texts) == 200
    assert record.lists.counts()["document"] == before
    assert join(client, Role.READER).post("/compare", keep="true", **texts) == 403
    assert reviewer.post("/compare", keep="true", **texts) == 200
    assert record.lists.counts()["document"] == before + 2


def test_people_places_and_parties_show_their_meetings(public: TestClient) -> None:
    party = next(each for each in public.get("/api/v1/actors?limit=100").json()["items"] if each["key"] == ["IRQ"])
    page = parsed(public.get(f"/actors/{party['id']}").text)
    assert "/meetings/M1" in page.xpath(".//section[@aria-labelledby='its-meetings']//a/@href")
    assert page.xpath(".//section[@aria-labelledby='its-undertakings']//a/@href")
    place = public.get("/api/v1/venues").json()[0]["place"]
    assert parsed(public.get(f"/places/{place}").text).xpath(".//section[@aria-labelledby='its-meetings']//a/@href")


def test_a_place_is_called_in_headings_by_its_name_in_the_language_of_the_interface(public: TestClient) -> None:
    assert interface("fa").place("Baghdad") == interface("fa").place("بغداد") == "بغداد"
    assert interface("en").place("بەغدا") == "Baghdad"
    assert interface("en").place("Nowhere at all") == "Nowhere at all"
    heading = parsed(public.get("/meetings/M1?lang=kmr").text).find(".//main//h1").text_content()
    assert interface("kmr").place("Baghdad") in heading


def test_the_timeline_is_given_to_programs_too(public: TestClient) -> None:
    found = public.get("/api/v1/timeline?kind=meeting&party=IRQ").json()
    assert "M1" in {each["id"] for each in found}
    assert public.get("/api/v1/timeline?since=2030-01-01&kind=meeting").json() == []
    assert public.get("/api/v1/ties").json()[0]["meetings"] >= 1


def test_towns_of_the_register_are_points_on_the_map_with_their_names_in_the_language(public: TestClient) -> None:
    for language, name in (("en", "Baghdad"), ("ckb", "بەغدا")):
        page = parsed(public.get(f"/map?lang={language}").text)
        towns = page.xpath(".//*[local-name()='a' and @class='town']")
        assert name in [each.xpath("string(./*[local-name()='text'])") for each in towns]
        assert all(each.get("href").startswith("/places/P") for each in towns)


def test_one_goes_nearer_to_the_map_and_moves_over_it_by_links(public: TestClient) -> None:
    def shown(path: str) -> tuple[list[float], dict[str, str]]:
        page = parsed(public.get(path).text)
        box = page.xpath("string(.//*[@class='world']/@viewbox | .//*[@class='world']/@viewBox)")
        links = page.xpath(".//nav[contains(@class, 'zoom')]//a")
        return [float(each) for each in box.split()], {
            (each.get("aria-label") or each.text_content()): each.get("href") for each in links
        }

    first, links = shown("/map")
    nearer, further_links = shown(links["Nearer"])
    assert nearer[2] < first[2] and "All" in further_links and "All" not in links
    east, _ = shown(further_links["East"])
    assert east[0] > nearer[0] and east[2] == nearer[2]
    for wrong in ("x=nan&y=1&width=20", "x=-5&y=1&width=20", "x=1&y=1&width=1e9"):
        assert public.get(f"/map?{wrong}").status_code == 422


def test_names_on_the_map_do_not_stand_over_each_other() -> None:
    venues = [Venue(f"P{number}", 9 - number % 9, key, "IRQ", key) for number, key in enumerate(points())]
    view = view_of([], [points()["IRQ:baghdad"], points()["IRQ:erbil"]])
    towns = towns_of(venues, view, lambda name: name)
    named = [each for each in towns if each.anchor]
    assert len(towns) > len(named) > 3
    assert all(view[0] <= each.x <= view[0] + view[2] for each in towns)
    assert len({(each.anchor, each.label_x, each.y) for each in named}) == len(named)
