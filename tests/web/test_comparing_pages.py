"""Accounts side by side on a meeting's page, two texts compared, and search across scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.parsing import parsed

from peyman.record import Record

EXAMPLES = Path(__file__).parents[2] / "examples"
ENGLISH, PERSIAN = ((EXAMPLES / f"report-{code}.txt").read_text(encoding="utf-8") for code in ("en", "fa"))


def test_each_account_has_a_column_and_each_cell_its_evidence(public: TestClient) -> None:
    page = parsed(public.get("/meetings/M1").text)
    table = page.find(".//table[@class='accounts']")
    assert len(table.findall("./thead/tr/th")) == 1 + 5
    with Record.open(public.app.state.settings.record) as record:  # type: ignore[attr-defined]
        facts = record.accounts("M1").facts
    rows = table.findall("./tbody/tr")
    assert len(rows) == len(facts)
    for row, fact in zip(rows, facts, strict=True):
        for shown, cell in zip(row.findall("./td"), fact.cells, strict=True):
            assert len(shown.xpath(".//a[@class='source']")) >= len(cell.values)


def test_conflict_missing_and_unique_are_told_apart_by_a_sign_beside_the_colour(public: TestClient) -> None:
    page = parsed(public.get("/meetings/M1").text)
    for mark, sign in (("conflict", "≠"), ("missing", "∅"), ("unique", "1"), ("confirmed", "✓")):
        cells = page.xpath(f".//td//*[contains(@class, 'cell') and contains(@class, '{mark}')]")
        assert cells
        assert {each.find(".//span[@aria-hidden]").text for each in cells} == {sign}


def test_what_all_accounts_agree_on_can_be_left_out(public: TestClient) -> None:
    page = parsed(public.get("/meetings/M1?show=differences").text)
    marks = {row.get("class") for row in page.xpath(".//table[@class='accounts']/tbody/tr")}
    assert marks == {"conflict", "missing"}
    assert public.get("/meetings/M1?show=nonsense").status_code == 422


def test_a_name_is_found_in_every_script(public: TestClient) -> None:
    page = parsed(public.get("/search", params={"q": "Baghdad"}).text)
    assert {each.text for each in page.xpath(".//li[contains(@class, 'hit')]/div[1]")} >= {
        "en",
        "ar",
        "ckb",
        "fa",
        "kmr",
    }
    assert {each.text for each in page.iterfind(".//mark")} >= {"Baghdad", "بغداد"}


def test_a_search_is_narrowed_by_its_facets_and_keeps_them_in_its_form(public: TestClient) -> None:
    page = parsed(public.get("/search", params={"q": "Baghdad", "language": ["fa", "kmr"]}).text)
    assert {each.text for each in page.xpath(".//li[contains(@class, 'hit')]/div[1]")} == {"fa", "kmr"}
    assert set(page.xpath(".//input[@name='language'][@checked]/@value")) == {"fa", "kmr"}


def test_a_search_that_cannot_be_understood_says_why(public: TestClient) -> None:
    response = public.get("/search", params={"since": "neither day nor month"})
    assert response.status_code == 200
    assert "P500" not in response.text
    assert parsed(response.text).xpath(".//p[contains(@class, 'bad')]")


def test_two_texts_are_compared_and_nothing_of_them_is_kept(public: TestClient) -> None:
    with Record.open(public.app.state.settings.record) as record:  # type: ignore[attr-defined]
        before = record.summary()
    response = public.post("/compare", data={"text_a": ENGLISH, "text_b": PERSIAN, "publisher_a": "Ministry"})
    assert response.status_code == 200
    page = parsed(response.text)
    assert page.find(".//table[@class='accounts']") is not None
    assert "Ministry" in page.find(".//table[@class='accounts']/thead").text_content()
    with Record.open(public.app.state.settings.record) as record:  # type: ignore[attr-defined]
        assert record.summary() == before


def test_files_are_compared_whatever_they_are_called(public: TestClient) -> None:
    files = {
        "file_a": ("../../etc/<b>report</b>.txt", ENGLISH.encode(), "text/plain"),
        "file_b": ("report-ar.html", (EXAMPLES / "report-ar.html").read_bytes(), "text/html"),
    }
    response = public.post("/compare", files=files)
    assert response.status_code == 200
    assert "<b>report" not in response.text
    assert parsed(response.text).find(".//table[@class='accounts']") is not None


@pytest.mark.parametrize(
    ("first", "second"),
    [("", ""), (ENGLISH, ENGLISH), (ENGLISH, "\x00\x01\x02"), (ENGLISH, "Ceci n'est pas une langue que Peyman lit.")],
)
def test_texts_that_cannot_be_compared_are_given_back_with_the_reason(
    public: TestClient, first: str, second: str
) -> None:
    response = public.post("/compare", data={"text_a": first, "text_b": second})
    assert response.status_code in (200, 400)
    if response.status_code == 400:
        page = parsed(response.text)
        assert page.xpath(".//p[@role='alert']")
        assert page.find(".//textarea[@id='text_a']").text_content().strip() == first.strip()


def test_a_file_that_is_too_large_is_refused(public: TestClient) -> None:
    files = {"file_a": ("a.txt", b"x" * 6_000_000, "text/plain")}
    assert public.post("/compare", files=files).status_code == 413
