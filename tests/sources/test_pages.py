"""A page gives its article, whole, and of its publication only what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peyman.errors import NoMainText
from peyman.sources.pages import looks_like_page, read_page

PAGES = Path(__file__).parent / "pages"
FIRST = "Delegations of the two sides met in Muscat on Tuesday for a third round of technical consultations."
SECOND = "They agreed to meet again before the end of June, a joint statement published by the host says."
PERSIAN = "نمایندگان دو طرف گفت‌وگوهای فنی خود را در مسقط ادامه دادند و بیانیه‌ای منتشر کردند که در آن آمده است."


def page(body: str, head: str = "", lang: str = "en") -> str:
    return (
        f"<!DOCTYPE html><html lang='{lang}'><head><title>Talks resume</title>{head}</head><body>{body}</body></html>"
    )


def article(*paragraphs: str, heading: str = "Talks resume in Muscat") -> str:
    return f"<article><h1>{heading}</h1>{''.join(f'<p>{paragraph}</p>' for paragraph in paragraphs)}</article>"


def test_paragraphs_stand_one_a_line_under_the_title() -> None:
    read = read_page(page(article(FIRST, SECOND)))
    assert read.text.split("\n")[-2:] == [FIRST, SECOND]
    assert read.text.startswith("Talks resume in Muscat\n")
    assert read.title == "Talks resume in Muscat"


def test_navigation_and_footer_are_left_out() -> None:
    menu = "<nav><ul><li><a href='/a'>World</a></li><li><a href='/b'>Business</a></li></ul></nav>"
    foot = "<footer><p>Copyright 2019 The Daily. All rights reserved.</p></footer>"
    text = read_page(page(menu + article(FIRST, SECOND) + foot)).text
    assert "Business" not in text and "Copyright" not in text


def test_zero_width_joiners_survive_the_extraction() -> None:
    text = read_page(page(article(PERSIAN, PERSIAN.replace("فنی", "سیاسی")), lang="fa")).text
    assert PERSIAN in text


def test_zero_width_joiners_written_as_entities_survive_too() -> None:
    text = read_page(page(article(PERSIAN.replace("\u200c", "&zwnj;"), SECOND), lang="fa")).text
    assert PERSIAN in text


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-03-09T08:00:00Z">',
        '<meta itemprop="datePublished" content="2025-03-09">',
        '<meta name="DC.date.issued" content="2025-03-09">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-03-09"}</script>',
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"},'
        '{"@type": ["ReportageNewsArticle"], "datePublished": "2025-03-09T01:00:00+03:00"}]}</script>',
    ],
)
def test_a_publication_date_in_metadata_is_taken(head: str) -> None:
    read = read_page(page(article(FIRST, SECOND), head))
    assert (read.published, read.published_from) == ("2025-03-09", "metadata")


def test_the_time_beside_the_heading_is_the_publication_date() -> None:
    header = "<header><h1>Talks</h1><time datetime='2025-03-09'>9 March</time></header>"
    body = f"<article>{header}<p>{FIRST}</p><p>{SECOND}</p></article>"
    aside = "<aside><time datetime='2024-01-01'>1 January</time></aside>"
    read = read_page(page(body + aside))
    assert (read.published, read.published_from) == ("2025-03-09", "metadata")


@pytest.mark.parametrize(
    "extra",
    [
        "<footer><p>Copyright 2019–2024 The Daily</p></footer>",
        "<aside><ul><li><time datetime='2024-01-01'>Older story</time></li></ul></aside>",
        "<meta name='last-modified' content='2025-05-05'>",
        "<meta property='article:modified_time' content='2025-05-05'>",
    ],
)
def test_no_date_is_invented(extra: str) -> None:
    read = read_page(page(article(FIRST, SECOND) + extra))
    assert read.published is None
    assert read.published_from is None


def test_a_date_in_the_address_counts_where_metadata_has_none() -> None:
    read = read_page(page(article(FIRST, SECOND)), url="https://news.example/2025/03/09/talks")
    assert (read.published, read.published_from) == ("2025-03-09", "url")


def test_publisher_address_and_title_are_taken_from_metadata() -> None:
    head = (
        '<meta property="og:site_name" content="The Daily">'
        '<meta property="og:title" content="Talks &amp;amp; more | The Daily">'
        '<link rel="canonical" href="https://news.example/talks">'
    )
    read = read_page(page(article(FIRST, SECOND), head))
    assert (read.publisher, read.url, read.title) == ("The Daily", "https://news.example/talks", "Talks & more")


def test_a_page_that_says_nothing_has_no_publisher_and_no_address() -> None:
    read = read_page(page(article(FIRST, SECOND)))
    assert read.publisher is None
    assert read.url is None


def test_malformed_json_ld_is_passed_by() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", datePublished}</script>'
    assert read_page(page(article(FIRST, SECOND), head)).published is None


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<div id='root'></div><noscript>You need JavaScript to run this app.</noscript>",
        "<form><label>Name <input></label><label>Password <input></label><button>Sign in</button></form>",
        "<ul>"
        + "".join(f"<li><a href='/{n}'>Headline number {n} about some talks held today</a></li>" for n in range(30))
        + "</ul>",
    ],
)
def test_a_page_without_an_article_is_refused(body: str) -> None:
    with pytest.raises(NoMainText):
        read_page(page(body))


@pytest.mark.parametrize(
    "text", ["<!DOCTYPE html><p>x", "  <HTML>", "<?xml version='1.0'?>\n<html>", "<!-- c --><head>"]
)
def test_pages_are_told_by_how_they_begin(text: str) -> None:
    assert looks_like_page(text)


@pytest.mark.parametrize("text", ["Muscat, 9 March", "a < b", "<<statement>> by the ministry", ""])
def test_prose_is_no_page(text: str) -> None:
    assert not looks_like_page(text)


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</div>",
                "<article>",
                "<time datetime=",
                "'>",
                "<script type='application/ld+json'>",
                '{"@type":',
                "\x00",
                "\u200c",
                "&#x200f;",
                FIRST,
                "</",
                "<?xml?>",
                "<meta content='",
            ]
        )
        | st.text(max_size=8),
        max_size=25,
    )
)
def test_no_page_crashes(parts: list[str]) -> None:
    try:
        assert read_page("".join(parts)).text
    except NoMainText as error:
        assert error.advice


def test_a_page_on_which_the_extraction_fails_is_an_error_like_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", failing)
    with pytest.raises(NoMainText, match="RecursionError"):
        read_page(page(article(FIRST, SECOND)))


MENU = "<div><ul>" + "".join(f"<li><a href='/{n}'>Section number {n}</a></li>" for n in range(15)) + "</ul></div>"
MORE = (
    "<div><ul>"
    + "".join(f"<li><a href='/n{n}'>Another story of the day {n}</a></li>" for n in range(8))
    + "</ul></div>"
)


@pytest.mark.parametrize(
    "body",
    [
        f"<div><h1>Talks</h1><p>{FIRST}</p><p>{SECOND}</p></div>",
        f"<div><h1>Talks</h1><div>{FIRST}</div><div>{SECOND}</div></div>",
        f"<div><h1>Talks</h1><div>{FIRST}<br><br>{SECOND}</div></div>",
        f"<table><tr><td><h1>Talks</h1><p>{FIRST}</p><p>{SECOND}</p></td></tr></table>",
    ],
    ids=["paragraphs", "divisions", "line breaks", "layout table"],
)
def test_a_short_report_is_found_between_menus_however_it_is_set(body: str) -> None:
    lines = read_page(page(MENU + body + MORE)).text.split("\n")
    assert FIRST in lines and SECOND in lines
    assert not [line for line in lines if "Section number" in line or "Another story" in line]


def test_a_report_of_one_sentence_is_an_article() -> None:
    assert FIRST in read_page(page(MENU + f"<div><h1>Talks</h1><p>{FIRST}</p></div>" + MORE)).text


def test_a_lead_between_the_headline_and_the_article_is_part_of_it() -> None:
    lead = "Delegations of the two countries met in Muscat on Thursday and agreed to open the crossing in January."
    body = f"<h1>Talks</h1><div class='meta'>7 November 2025</div><h3 class='lead'>{lead}</h3>"
    body += "<figure><img src='a.jpg'><figcaption>The delegations at the table, a picture of the agency</figcaption>"
    body += "</figure>"
    body += f"<div class='text'><p>{FIRST}</p><p>{SECOND}</p><p>{FIRST}</p></div>"
    lines = read_page(page(MENU + f"<div>{body}</div>" + MORE)).text.split("\n")
    assert lines.index(lead) < lines.index(FIRST)
    assert not [line for line in lines if "picture of the agency" in line]


def test_a_short_report_is_found_on_a_page_full_of_other_things() -> None:
    cards = "".join(
        f"<div class='card'><a href='/s{n}'><h3>Another story of the day {n}</h3></a></div>" for n in range(50)
    )
    html = (PAGES / "portal-fa.html").read_text(encoding="utf-8")
    told = json.loads((PAGES / "expected.json").read_text(encoding="utf-8"))["portal-fa.html"]["text"]
    short = [
        "",
        "",
        "در بیست و یکمین نشست سران سازمان همکاری شانگهای در دوشنبه، اعضا با عضویت دائم ایران موافقت کردند.",
        "",
        "رئیسی فردا با امامعلی رحمان دیدار خواهد داشت.",
    ]
    for before, now in zip(told, short, strict=True):
        html = html.replace(before, now)
    body = html.replace("</body>", f"<aside>{cards}</aside></body>")
    lines = read_page(body).text.split("\n")
    assert short[2] in lines and short[4] in lines
    assert not [line for line in lines if "Another story" in line]
