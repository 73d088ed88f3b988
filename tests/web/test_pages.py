"""Every page is there, in every language of the interface, and says what the record says."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.record.readings import Draft
from tests.record.records import add
from tests.web.parsing import parsed

from peyman.record import Record
from peyman.web.interface import codes, interface
from peyman.web.rendering import STATIC
from peyman.web.visitor import LANGUAGE_COOKIE

PAGES = (
    *(
        "/",
        "/timeline",
        "/network",
        "/meetings",
        "/meetings/M1",
        "/undertakings",
        "/undertakings/C1",
        "/documents",
        "/documents/D2",
    ),
    *("/meetings/M1?show=differences", "/search", "/search?q=Baghdad&language=fa&language=ckb", "/compare"),
    *("/actors", "/actors/A1", "/actors/A7", "/statements/S1", "/places/P1", "/agreements/G1"),
)
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&"


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_shown_in_each_language_of_the_interface(public: TestClient, path: str, code: str) -> None:
    response = public.get(path, headers={"Accept-Language": code})
    assert response.status_code == 200
    page = parsed(response.text)
    assert page.get("lang") == code
    assert page.get("dir") == interface(code).direction
    assert len(page.findall(".//h1")) == 1
    assert page.find(".//main") is not None


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_each_id_once_and_its_labels_lead_somewhere(public: TestClient, path: str) -> None:
    page = parsed(public.get(path).text)
    ids = [each.get("id") for each in page.iterfind(".//*[@id]")]
    assert len(ids) == len(set(ids))
    for name in ("aria-labelledby", "for"):
        for each in page.iterfind(f".//*[@{name}]"):
            assert each.get(name) in ids


@pytest.mark.parametrize("path", PAGES)
def test_links_of_a_page_lead_to_pages(public: TestClient, path: str) -> None:
    page = parsed(public.get(path).text)
    links = {each.get("href").partition("#")[0] for each in page.iterfind(".//a[@href]")}
    for link in sorted(link for link in links if link.startswith("/"))[:25]:
        assert public.get(link).status_code == 200, link


def test_a_page_loads_nothing_from_elsewhere_and_holds_no_script(public: TestClient) -> None:
    for path in PAGES:
        text = public.get(path).text
        page = parsed(text)
        assert not [each for each in page.iterfind(".//script") if each.text]
        assert not page.xpath(".//@style") and not page.xpath(".//style")
        assert not re.search(r"<[^>]+\son\w+=", text)
        loaded = page.xpath(
            ".//link[@rel!='alternate']/@href | .//script/@src | .//img/@src | .//*[local-name()='use']/@href"
        )
        assert all(each.startswith("/static/") for each in loaded)


def test_every_value_of_a_meeting_leads_to_the_words_it_was_read_from(public: TestClient) -> None:
    page = parsed(public.get("/meetings/M1").text)
    sources = page.xpath(".//dl[@class='facts']//a[@class='source']/@href")
    assert len(sources) > 20
    for address in set(sources):
        document, _, mark = address.partition("#")
        there = parsed(public.get(document).text)
        assert there.get_element_by_id(mark) is not None, address


def test_what_accounts_differ_in_is_marked_by_a_sign(public: TestClient) -> None:
    page = parsed(public.get("/meetings/M1").text)
    marked = page.xpath(".//div[contains(@class, 'differing')]/dt")
    assert marked and all("≠" in each.text_content() for each in marked)


def test_the_original_text_is_whole_and_every_entry_of_a_document_stands_beside_it(public: TestClient) -> None:
    page = parsed(public.get("/documents/D2").text)
    article = page.find(".//article")
    assert article is not None
    shown = " ".join(each.text_content() for each in article if each.tag in ("p", "h2", "h3")).split()
    with Record.open(public.app.state.settings.record) as record:  # type: ignore[attr-defined]
        reading = record.reading("D2")
    assert shown == reading.document.text.split()
    cards = {each.get("id") for each in page.xpath(".//div[contains(@class, 'card')]")}
    assert {f"e-{meeting.id}" for meeting in reading.meetings} <= cards
    assert {f"e-{date.id}" for date in reading.dates} <= cards


def test_a_documents_text_keeps_its_own_language_and_direction(public: TestClient) -> None:
    page = parsed(public.get("/documents/D4", headers={"Accept-Language": "en"}).text)
    article = page.find(".//article")
    assert article is not None
    assert (article.get("lang"), article.get("dir")) == ("fa", "rtl")


def test_a_record_with_nothing_in_it_says_so(tmp_path: Path, serve: Callable[..., TestClient]) -> None:
    client = serve(tmp_path / "empty.db", public=True)
    for path in ("/", "/timeline", "/network", "/meetings", "/undertakings", "/documents", "/actors"):
        response = client.get(path)
        assert response.status_code == 200
        assert 'class="empty"' in response.text


def test_hostile_text_names_and_addresses_stay_text(tmp_path: Path, serve: Callable[..., TestClient]) -> None:
    path = tmp_path / "hostile.db"
    made = Draft(HOSTILE, publisher=HOSTILE)
    actor = made.person("person:" + HOSTILE, HOSTILE, "IRQ", names={"en": HOSTILE})
    made.meeting(people=(actor,), place=made.place("place:x", HOSTILE))
    made.commitment(HOSTILE)
    made.statement(actor)
    reading = made.reading()
    reading.document.url = "javascript:alert(3)"
    reading.document.source = HOSTILE
    with Record.open(path) as record:
        record.add(reading, made.original())
    client = serve(path, public=True)
    pages = (
        "/",
        "/timeline",
        "/network",
        "/meetings",
        "/meetings/M1",
        "/undertakings",
        "/undertakings/C1",
        "/documents",
        "/documents/D1",
    )
    for page in (*pages, "/actors", "/actors/A1", "/places/P1", "/statements/S1"):
        text = client.get(page).text
        tree = parsed(text)
        assert "alert(1)" in text or page in ("/timeline", "/network")
        assert not [script for script in tree.iterfind(".//script") if script.text]
        assert not tree.xpath(".//img") and not tree.xpath(".//@onerror")
        assert not [link for link in tree.xpath(".//@href") if link.strip().lower().startswith("javascript")]


def test_a_document_tells_on_demand_why_an_entry_was_read(public: TestClient) -> None:
    page = parsed(public.get("/documents/D1").text)
    (link,) = page.xpath('//div[@id="e-m1"]//p[@class="ask"]/a/@href')
    assert not page.xpath('//div[@class="why"]')
    asked = parsed(public.get(link).text)
    (told,) = asked.xpath('//div[@id="e-m1"]/div[@class="why"]')
    questions = [cell.text for cell in told.iterfind(".//tbody//th")]
    assert {"cue", "status", "party"} <= set(questions)
    assert told.xpath('.//a[starts-with(@href, "#t")]')
    assert public.get("/documents/D1?why=m1;x").status_code == 422
    assert not parsed(public.get("/documents/D1?why=m99").text).xpath('//div[@class="why"]')


def test_a_document_shows_the_name_of_its_file_and_not_where_on_the_disk_it_lay(public: TestClient) -> None:
    sources = [Path(public.get(f"/api/v1/documents/D{n}").json()["summary"]["source"]) for n in range(1, 6)]
    pages = [public.get(f"/documents/D{n}").text for n in range(1, 6)]
    assert all(str(source.parent) not in page for source, page in zip(sources, pages, strict=True))
    assert any(source.name in page for source, page in zip(sources, pages, strict=True))


def test_a_language_that_was_chosen_is_kept(public: TestClient) -> None:
    answer = public.post("/preferences", data={"language": "ckb", "calendar": "kurdish", "next": "/meetings/M1"})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/meetings/M1"
    assert answer.cookies[LANGUAGE_COOKIE] == "ckb"
    page = public.get("/meetings/M1").text
    public.cookies.clear()
    assert 'lang="ckb"' in page
    assert "بەفرانبار" in page


def test_an_entry_is_found_by_its_id_alone(public: TestClient) -> None:
    answer = public.get("/entries/m1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/meetings/M1")
    assert public.get("/entries/X9").status_code == 404


@pytest.mark.parametrize("path", ["/meetings/M999", "/meetings/D1", "/documents/M1", "/actors/..%2f", "/nothing"])
def test_what_is_not_there_is_said_in_a_page(public: TestClient, path: str) -> None:
    response = public.get(path)
    assert response.status_code == 404
    assert parsed(response.text).find(".//h1") is not None


def test_the_published_bytes_are_handed_over_to_be_kept(public: TestClient) -> None:
    response = public.get("/documents/D1/original")
    assert response.headers["content-type"] == "application/octet-stream"
    assert response.headers["content-disposition"].startswith("attachment")
    with Record.open(public.app.state.settings.record) as record:  # type: ignore[attr-defined]
        assert response.content == record.original("D1")


def test_a_first_visit_is_small(public: TestClient) -> None:
    page = public.get("/meetings/M1")
    tree = parsed(page.text)
    loaded = set(tree.xpath(".//link[@rel!='alternate']/@href | .//script/@src")) | {"/static/icons.svg"}
    total = len(page.content) + sum(int(public.get(each).headers["content-length"]) for each in loaded)
    # At worst a page shows letters of every script.
    total += sum(path.stat().st_size for path in (STATIC / "fonts").glob("*.woff2"))
    assert total < 500_000


def test_the_title_of_a_page_names_what_it_shows_and_not_only_its_number(public: TestClient) -> None:
    for path, expected in (
        ("/meetings/M1", "Consultation · Baghdad · Wednesday 14 January 2026 · M1 · Peyman"),
        ("/undertakings/C1", "Iraq · implement · C1 · Peyman"),
        ("/actors/A1", None),
        ("/statements/S1", None),
    ):
        page = parsed(public.get(path).text)
        heading = " ".join(page.find(".//h1").text_content().split())
        title = page.find(".//title").text
        assert title.startswith(heading) and title.endswith(f"{path[-2:]} · Peyman")
        if expected:
            assert title.casefold() == expected.casefold()


def test_an_unknown_entry_leads_to_those_near_it_and_speaks_of_no_terminal(public: TestClient) -> None:
    for code in codes():
        answer = public.get("/meetings/M999", headers={"Accept-Language": code})
        assert answer.status_code == 404 and "peyman show" not in answer.text
        links = parsed(answer.text).xpath(".//main//a[contains(@class, 'id')]/@href")
        assert "/meetings/M1" in links


@pytest.mark.parametrize(("code", "sign"), [("en", "%"), ("fa", "٪"), ("ar", "٪"), ("ckb", "٪"), ("kmr", "%")])
def test_shares_are_written_with_the_sign_of_the_language(public: TestClient, code: str, sign: str) -> None:
    page = parsed(public.get("/documents/D3", headers={"Accept-Language": code}).text)
    shares = [each.text_content() for each in page.xpath(".//*[contains(@class, 'sure')]")]
    assert shares and all(sign in each for each in shares)
    assert all(each.startswith(sign) == (code == "kmr") for each in shares)


def test_what_is_refused_is_listed_as_refused(tmp_path: Path, serve: Callable[..., TestClient]) -> None:
    path = tmp_path / "refused.db"
    made = Draft("Refused", published="2026-01-15")
    made.commitment("put the talks off", by=("IRQ",), polarity="refused", window="../2026-01-20")
    with Record.open(path) as record:
        add(record, made)
    client = serve(path, public=True)
    for address in ("/undertakings", "/undertakings/C1", "/"):
        shown = parsed(client.get(address).text)
        told = " ".join(shown.xpath("//a[@href='/undertakings/C1']/..//text() | //h1//text()"))
        assert "refused" in told, address


def test_another_meeting_is_told_in_the_words_of_the_document_and_without_keys(
    tmp_path: Path, serve: Callable[..., TestClient]
) -> None:
    path = tmp_path / "beside.db"
    first, second = Draft("First", published="2026-01-15"), Draft("Second", published="2026-01-15")
    for made in (first, second):
        made.meeting(date="2026-01-14", parties=("IRQ", "USA"))
    first.meeting(date="2026-01-15", parties=("IRQ", "USA"), kind="signing")
    with Record.open(path) as record:
        add(record, first)
        add(record, second)
    shown = parsed(serve(path, public=True).get("/meetings/M1").text)
    (row,) = shown.xpath("//table[@class='accounts']//tr[starts-with(normalize-space(th), 'Other meeting')]")
    said = " ".join(row.xpath(".//summary//text()"))
    assert "IRQ and USA met for a signing on 2026-01-15." in said
    assert "signing of IRQ" not in said


def test_meetings_come_by_their_day_and_are_narrowed_by_what_became_of_them(
    tmp_path: Path, serve: Callable[..., TestClient]
) -> None:
    path = tmp_path / "diary.db"
    with Record.open(path) as record:
        for name, date, status in (
            ("held", "2020-05-02", "held"),
            ("silence", "2020-07-01", "planned"),
            ("earlier", "2019-02-03", "held"),
            ("coming", "2090-01-01", "planned"),
        ):
            made = Draft(name, published="2019-02-04")
            made.meeting(date=date, status=status, kind="talks")
            add(record, made)
    client = serve(path, public=True)

    def listed(address: str) -> list[str]:
        page = parsed(client.get(address, headers={"Accept-Language": "en"}).text)
        return [each.split("/")[-1] for each in page.xpath("//ul[contains(@class, 'leaves')]//h3/a/@href")]

    assert listed("/meetings") == ["M4", "M2", "M1", "M3"]
    assert listed("/meetings?order=earliest") == ["M3", "M1", "M2", "M4"]
    assert listed("/meetings?order=added") == ["M4", "M3", "M2", "M1"]
    assert listed("/meetings?status=missed") == ["M2"]
    assert (
        "not reported" in parsed(client.get("/meetings?status=missed").text).find(".//li[@class='item']").text_content()
    )
    assert listed("/meetings?status=denied") == []
    assert "No meeting is like that." in client.get("/meetings?status=denied").text
    # The figures of the first page lead to as many as they say.
    page = parsed(client.get("/").text)
    for figure in page.xpath("//ul[@class='figures']//a[starts-with(@href, '/meetings')]"):
        assert str(len(listed(figure.get("href")))) == figure.find("strong").text == "1"
    # What is planned is listed as planned, and what was held as the latest.
    assert listed("/") == ["M4", "M2", "M1", "M3"]


def test_what_came_last_is_told_first_of_what_is_new(public: TestClient) -> None:
    page = parsed(public.get("/").text)
    told = page.xpath("//ul[@class='news']/li")
    moments = [each.xpath(".//time/@datetime | .//span[@class='date']/@title")[0] for each in told]
    assert len(moments) > 2
    assert moments == sorted(moments, reverse=True)


@pytest.mark.parametrize(
    ("code", "person", "agreement"),
    [
        ("en", "Haider Al-Saadoun", "US-Iraq Strategic Framework Agreement"),
        ("fa", "حیدر السعدون", "توافق چارچوب راهبردی"),
        ("ckb", "حەیدەر سەعدوون", "ڕێککەوتننامەی چوارچێوەی ستراتیژی"),
    ],
)
def test_people_and_agreements_are_called_as_the_language_of_the_page_calls_them(
    public: TestClient, code: str, person: str, agreement: str
) -> None:
    headers = {"Accept-Language": code}
    for address in ("/meetings/M1", "/actors", "/actors/A7"):
        page = parsed(public.get(address, headers=headers).text)
        linked = page.xpath("//main//a[@href='/actors/A7'] | //h1")
        assert person in {each.text_content().strip() for each in linked}, address
    page = parsed(public.get("/meetings/M1", headers=headers).text)
    rows = page.xpath("//table[@class='accounts']//th[@scope='row']")
    about = {each.text_content().strip() for row in rows for each in row.xpath(".//*[@class='about']")}
    assert {person, agreement} <= about
    # What a document calls them stays as it was published.
    assert "Laura Whitfield" in " ".join(page.xpath("//table[@class='accounts']//q[@lang='en']/text()"))
