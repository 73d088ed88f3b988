"""What every answer carries, and what is refused before anything is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from peyman.web.addresses import local_path, web_address

ELSEWHERE = (
    *(
        "https://example.org/",
        "//example.org",
        "/\\example.org",
        "\\\\example.org",
        "javascript:alert(1)",
        "example.org",
    ),
    *("/\t/example.org", "/ /x", "", "http:/x", "/\n/example.org"),
)


@pytest.mark.parametrize("path", ["/", "/meetings", "/nothing", "/static/peyman.css", "/documents/D1/original"])
def test_every_answer_carries_a_strict_policy(public: TestClient, path: str) -> None:
    headers = public.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy and "http:" not in policy and "*" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_change_that_another_site_asks_for_is_refused(public: TestClient, headers: dict[str, str]) -> None:
    assert public.post("/preferences", data={"language": "fa"}, headers=headers).status_code == 403


@pytest.mark.parametrize("address", ELSEWHERE)
def test_nobody_is_led_to_another_site(public: TestClient, address: str) -> None:
    assert local_path(address) == "/"
    answer = public.post("/preferences", data={"language": "en", "next": address})
    public.cookies.clear()
    assert answer.headers["location"] == "/"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", " file:///etc/passwd", None, ""])
def test_an_address_that_a_document_brings_is_a_link_only_to_the_web(address: str | None) -> None:
    assert web_address(address) is None


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2f..%2fsettings.py",
        "/static//etc/passwd",
        "/documents/..%2f..%2fetc%2fpasswd/original",
    ],
)
def test_no_path_leads_out_of_the_folder_of_static_files(public: TestClient, path: str) -> None:
    assert public.get(path).status_code == 404


def test_a_body_that_is_too_large_is_refused_unread(record_path: Path, serve: Callable[..., TestClient]) -> None:
    client = serve(record_path, public=True, maximum_upload=1000)
    assert client.post("/preferences", data={"next": "/" + "x" * 2000}).status_code == 413
    pieces = (b"x" * 400 for _ in range(10))
    answer = client.post("/preferences", content=pieces, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert answer.status_code >= 400


def test_a_server_on_this_machine_is_asked_for_by_its_own_names_only(
    record_path: Path, serve: Callable[..., TestClient]
) -> None:
    client = serve(record_path, public=True, hosts=("localhost",))
    assert client.get("/", headers={"Host": "localhost:8765"}).status_code == 200
    assert client.get("/", headers={"Host": "rebound.example.org"}).status_code == 400


def test_a_file_that_is_asked_for_with_its_version_is_kept(public: TestClient) -> None:
    page = public.get("/").text
    address = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
    assert "immutable" in public.get(address).headers["cache-control"]
    assert "immutable" not in public.get("/meetings").headers["cache-control"]
