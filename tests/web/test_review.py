"""Reviewing in the browser: the queue, decisions and taking them back, entries by hand, documents added."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.record.readings import Draft
from tests.web.parsing import parsed
from tests.web.team import Member, join

from peyman.record import Record
from peyman.web.corrections import CHOICES
from peyman.web.interface import codes, interface
from peyman.web.permissions import Role
from peyman.web.terms import VALUES

Serve = Callable[..., TestClient]


def alike(path: Path, pairs: int) -> None:
    """Make a record with pairs of meetings that may be one: the same month and parties, and another kind."""
    with Record.open(path) as record:
        for number in range(pairs):
            for kind in ("conference", "visit"):
                made = Draft(f"{number} {kind}", published=f"{2010 + number}-02-15")
                for key in ("IRQ", "USA"):
                    made.party(key)
                made.meeting(date=f"{2010 + number}-01", kind=kind)
                record.add(made.reading(), made.original())


@pytest.fixture
def reviewer(record_path: Path, serve: Callable[..., TestClient]) -> Member:
    """A reviewer of the record of the examples."""
    return join(serve(record_path), Role.REVIEWER, name="Shirin")


def test_a_value_is_corrected_and_the_history_shows_what_was_read(reviewer: Member) -> None:
    assert reviewer.post("/review/M1", action="correct", field="date", new="2026-01-15", reason="as published") == 303
    page = parsed(reviewer.client.get("/meetings/M1").text)
    history = page.xpath(".//ol[@class='history']/li")
    assert "Shirin" in history[0].text_content() and "15 January 2026" in history[0].text_content()
    assert "as published" in history[0].text_content()
    assert "Thursday 15 January 2026" in page.find(".//p[@class='when']").text_content()


def test_a_decision_is_taken_back(reviewer: Member) -> None:
    reviewer.post("/review/C1", action="reject")
    record = reviewer.client.app.state.record  # type: ignore[attr-defined]
    step = record.history("C1")[-1].number
    assert reviewer.post(f"/review/steps/{step}/undo", next="/undertakings/C1") == 303
    assert record.history("C1")[-1].action == "undo"
    assert "C1" in reviewer.client.get("/undertakings").text


def test_a_decision_on_nothing_is_refused_and_says_why(reviewer: Member) -> None:
    assert reviewer.post("/review/M1", action="correct", field="nonsense", new="x") in (303, 400)
    assert reviewer.post("/review/M999", action="accept") == 404
    assert reviewer.post("/review/steps/1/undo") == 400


def test_a_document_is_added_and_shown_once(reviewer: Member) -> None:
    text = "The foreign ministers of Iraq and Jordan met in Amman on 3 March 2026."
    answer = reviewer.client.post("/add", data={"form_token": reviewer.form_token, "text": text, "publisher": "<b>x"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/documents/D6")
    page = reviewer.client.get("/documents/D6").text
    assert "&lt;b&gt;x" in page and "<b>x" not in page
    again = reviewer.client.post("/add", data={"form_token": reviewer.form_token, "text": text})
    assert again.headers["location"] == "/documents/D6"


def test_a_text_that_cannot_be_read_is_given_back(reviewer: Member) -> None:
    answer = reviewer.client.post("/add", data={"form_token": reviewer.form_token, "text": "   "})
    assert answer.status_code == 400
    assert parsed(answer.text).xpath(".//p[@role='alert']")


def test_a_day_is_corrected_in_the_calendar_that_somebody_writes(reviewer: Member) -> None:
    assert reviewer.post("/review/M1", action="correct", field="date", new="۱۴۰۴/۱۰/۲۵") == 303
    assert "15 January 2026" in parsed(reviewer.client.get("/meetings/M1").text).find(".//title").text
    assert reviewer.post("/review/M1", action="correct", field="date", new="some day") == 400


def test_a_day_of_publication_is_taken_in_the_calendar_that_somebody_writes(reviewer: Member) -> None:
    text = "Delegations of Iraq and Iran met in Muscat on Tuesday and agreed to exchange figures of the flow."
    for number, (written, shown) in enumerate((("1404-12-20", "11 March 2026"), ("2026-03-11", "11 March 2026"))):
        data = {"form_token": reviewer.form_token, "text": f"{text} ({number})", "published": written}
        answer = reviewer.client.post("/add", data=data)
        assert answer.status_code == 303
        assert shown in reviewer.client.get(answer.headers["location"]).text
    for wrong in ("yesterday or so", "2026-13-40", "1404-12"):
        answer = reviewer.client.post(
            "/add", data={"form_token": reviewer.form_token, "text": text, "published": wrong}
        )
        assert answer.status_code == 400
        notice = parsed(answer.text).xpath("string(.//*[@role='alert'])")
        assert wrong in notice and "Such as" in notice


def test_the_language_of_a_text_is_chosen_where_it_cannot_be_told(reviewer: Member) -> None:
    text = "1234 5678"
    data = {"form_token": reviewer.form_token, "text": text}
    for code in codes():
        answer = reviewer.client.post("/add", data=data, headers={"Accept-Language": code})
        assert answer.status_code == 400
        notice = parsed(answer.text).xpath("string(.//*[@role='alert'])")
        assert notice.strip() and "--language" not in notice
        assert not parsed(answer.text).xpath(".//*[@role='alert']/bdi[@lang='en']")
    assert reviewer.client.post("/add", data={**data, "language": "ckb"}).status_code == 303


def test_every_file_that_is_one_document_may_be_chosen(reviewer: Member) -> None:
    accepted = parsed(reviewer.client.get("/add").text).xpath("string(.//input[@type='file']/@accept)").split(",")
    assert {".txt", ".html", ".pdf", ".docx", ".eml", ".json"} <= set(accepted)


def test_an_entry_is_added_by_selecting_its_words(reviewer: Member) -> None:
    record = reviewer.client.app.state.record  # type: ignore[attr-defined]
    text = record.reading("D3").document.text
    start = text.index("The talks")
    form = {"kind": "meeting", "start": start, "end": start + 9, "parties": "IRQ, USA", "date": "2026-03-01"}
    answer = reviewer.client.post("/documents/D3/entries", data={"form_token": reviewer.form_token, **form})
    assert answer.status_code == 303
    page = parsed(reviewer.client.get(answer.headers["location"]).text)
    assert "The talks" in page.text_content()
    assert reviewer.post("/documents/D3/entries", **{**form, "end": 10_000_000}) == 400


def test_each_line_of_a_document_says_where_it_begins(reviewer: Member) -> None:
    page = parsed(reviewer.client.get("/documents/D2").text)
    text = reviewer.client.app.state.record.reading("D2").document.text  # type: ignore[attr-defined]
    for line in page.xpath(".//article/*[@data-start]"):
        start = int(line.get("data-start"))
        assert text[start : start + len(line.text_content())] == line.text_content()


def test_rightly_nothing_is_noted_of_a_document(reviewer: Member) -> None:
    assert reviewer.post("/documents/D1/nothing-here") == 303
    steps = reviewer.client.app.state.record.steps()  # type: ignore[attr-defined]
    assert (steps[-1].action, steps[-1].author) == ("nothing-here", "Shirin")


def test_proposals_are_decided_one_after_the_other_and_taken_back(
    tmp_path: Path, serve: Callable[..., TestClient]
) -> None:
    path = tmp_path / "alike.db"
    alike(path, 3)
    with Record.open(path) as record:
        waiting = len(record.proposals())
    assert waiting == 3
    reviewer = join(serve(path), Role.REVIEWER)
    page = parsed(reviewer.client.get("/review").text)
    form = {each.get("name"): each.get("value") for each in page.xpath(".//form[@action='/review/proposals']/input")}
    assert len(page.xpath(".//section[@class='proposal']//section")) == 2
    for action in ("reject", "accept"):
        answer = reviewer.client.post("/review/proposals", data={**form, "action": action})
        assert answer.status_code == 303
        after = parsed(reviewer.client.get(answer.headers["location"]).text)
        undo = after.xpath(".//*[@data-key='u']/ancestor::form")[0]
        record = reviewer.client.app.state.record  # type: ignore[attr-defined]
        assert len(record.proposals()) < waiting
        assert reviewer.post(undo.get("action")) == 303
        assert len(record.proposals()) == waiting


def test_the_status_of_an_undertaking_is_set_with_a_reason(reviewer: Member) -> None:
    assert reviewer.post("/undertakings/C1/status", status="reported-kept", reason=" ") == 400
    assert reviewer.post("/undertakings/C1/status", status="overdue", reason="so it is") == 422
    assert reviewer.post("/undertakings/M1/status", status="reported-kept", reason="so it is") == 404
    assert reviewer.post("/undertakings/C1/status", status="reported-kept", reason="letter of 3 April") == 303
    page = reviewer.client.get("/undertakings/C1").text
    assert "letter of 3 April" in page and "Shirin" in page
    listed = parsed(reviewer.client.get("/undertakings?status=reported-kept").text).xpath(".//table/tbody/tr")
    assert any("C1" in row.text_content() for row in listed)


def test_a_value_is_corrected_in_the_words_of_the_page(reviewer: Member) -> None:
    record = reviewer.client.app.state.record  # type: ignore[attr-defined]
    for code, typed in (("fa", "گفت‌وگو"), ("en", "call"), ("en", "visit")):
        expected = next(
            value for value in CHOICES["meeting"]["kind"] if typed in (value, interface(code).text(VALUES[value]))
        )
        reviewer.client.headers["Accept-Language"] = code
        assert reviewer.post("/review/M1", action="correct", field="kind", new=typed) == 303
        assert record.history("M1")[-1].content["new"] == expected
    reviewer.client.headers["Accept-Language"] = "ar"
    assert reviewer.post("/review/M1", action="correct", field="parties", value="IRQ", new="تركيا") == 303
    assert record.history("M1")[-1].content["new"] == "TUR"


def test_a_decision_is_told_before_what_came_earlier_even_where_not_all_that_is_new_is_shown(
    reviewer: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peyman.web.pages.today._NEWS", 3)
    reviewer.post("/review/M1", action="accept", reason="as it was")
    told = parsed(reviewer.client.get("/").text).xpath("//ul[@class='news']/li")
    assert len(told) == 3
    assert "as it was" in told[0].text_content()


def test_a_value_of_a_list_is_chosen_from_it(reviewer: Member) -> None:
    page = parsed(reviewer.client.get("/meetings/M1", headers={"Accept-Language": "fa"}).text)
    (form,) = page.xpath("//details[@class='amend']/form[input[@value='kind']]")
    chosen = {each.get("value"): each.text for each in form.xpath(".//select[@name='new']/option")}
    assert set(chosen) == set(CHOICES["meeting"]["kind"])
    assert chosen["call"] == interface("fa").text(VALUES["call"]) != "call"
    assert form.xpath(".//option[@selected]/@value") == ["consultation"]


def test_the_history_says_what_it_was_and_of_what_it_is_told(reviewer: Member) -> None:
    reviewer.post("/review/M1", action="reject", field="parties", value="IRQ-KRD")
    reviewer.post("/review/M1", action="correct", field="date", new="2026-01-15")
    reviewer.post("/entries/C2/merge", other="C5")
    steps = parsed(reviewer.client.get("/meetings/M1").text).xpath("//ol[@class='history']/li")
    told = [" ".join(each.text_content().split()) for each in steps]
    assert "Wednesday 14 January 2026 → Thursday 15 January 2026" in told[0]
    assert "Kurdistan Region of Iraq" in told[1] and "IRQ-KRD" not in told[1]
    assert [each.xpath(".//a/@href") for each in steps[2:]] == [[f"/documents/D{n}"] for n in (5, 4, 3, 2, 1)]
    page = parsed(reviewer.client.get("/review").text)
    assert page.xpath("//ol[@class='history']/li[1]//a[@class='id']/text()") == ["C2", "C5"]
    turned = parsed(reviewer.client.get("/meetings/M1", headers={"Accept-Language": "fa"}).text)
    assert "←" in turned.xpath("string(//ol[@class='history']/li[1])")


def test_the_history_takes_words_of_a_page_for_no_entry_and_no_value_for_no_words(reviewer: Member) -> None:
    record = reviewer.client.app.state.record  # type: ignore[attr-defined]
    record.review.correct("A1", "name", "G20", by="Shirin")
    record.review.correct("C1", "action", "open an office", by="Shirin")
    steps = parsed(reviewer.client.get("/review").text).xpath("//ol[@class='history']/li")
    told = [" ".join(each.text_content().split()) for each in steps]
    assert "open an office" in told[0] and "None" not in told[0]
    assert "G20" in told[1] and "/agreements/G20" not in steps[1].xpath(".//a/@href")


def test_a_decision_on_a_proposal_can_be_taken_back_where_it_is_told(tmp_path: Path, serve: Serve) -> None:
    alike(tmp_path / "alike.db", 2)
    member = join(serve(tmp_path / "alike.db"), Role.REVIEWER, name="Shirin")
    proposal = member.client.app.state.record.proposals()[0]  # type: ignore[attr-defined]
    form = {"kind": proposal.kind, "target": proposal.target, "other": proposal.other, "action": "accept"}
    answer = member.client.post("/review/proposals", data={"form_token": member.form_token, **form})
    notice = parsed(member.client.get(answer.headers["location"]).text).find(".//*[@role='status']")
    assert notice.xpath(".//a/text()") == [proposal.target, proposal.other]
    # Within the notice: a form ends a paragraph, and would stand below it.
    assert notice.xpath(".//form/@action") and notice.tag != "p"


def test_a_form_that_is_not_taken_leads_back_to_its_page(reviewer: Member) -> None:
    form = {"form_token": reviewer.form_token, "action": "correct", "field": "date", "new": "some day"}
    ways = {
        f"{reviewer.client.base_url}/meetings/M1?show=differences": ["/meetings/M1?show=differences", "/"],
        "https://elsewhere.example/meetings/M1": ["/"],
        "http://[": ["/"],
        "": ["/"],
    }
    for came_from, expected in ways.items():
        answer = reviewer.client.post("/review/M1", data=form, headers={"Referer": came_from} if came_from else {})
        assert answer.status_code == 400
        assert parsed(answer.text).xpath("//main//a[contains(@class, 'button')]/@href") == expected


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"no PDF"),
        ("b.docx", b"PK\x03\x04 no Word"),
        ("c.txt", b"\xff\xfe\x00\xd8\x80\x81"),
        ("d.json", b'{"x":'),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_the_language_of_the_page(
    reviewer: Member, code: str, name: str, data: bytes
) -> None:
    answer = reviewer.client.post(
        "/add",
        data={"form_token": reviewer.form_token, "publisher": "Ministry"},
        files={"file": (name, data)},
        headers={"Accept-Language": code},
    )
    assert answer.status_code == 400
    page = parsed(answer.text)
    assert page.xpath("string(//*[@role='alert'])").strip()
    assert not page.xpath("//*[@role='alert']/bdi[@lang='en']")
    assert page.xpath("//input[@name='publisher']/@value") == ["Ministry"]


def test_a_fault_that_has_no_translation_is_told_as_one_text(reviewer: Member) -> None:
    answer = reviewer.client.post(
        "/add",
        data={"form_token": reviewer.form_token},
        files={"file": ("a.eml", b"no headers")},
        headers={"Accept-Language": "fa"},
    )
    told = parsed(answer.text).xpath("//*[@role='alert']/bdi")
    assert [(each.get("lang"), each.get("dir")) for each in told] == [("en", "ltr")]
    assert told[0].text == "It is no e-mail: it has no headers. Give the message as it was saved, with them."
