"""From templates to pages: one Jinja environment for each language of the interface, the same helpers in all."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

import peyman
from peyman.dates.calendars import CALENDARS
from peyman.errors import PeymanError
from peyman.exchange.page import writing_direction
from peyman.exchange.wording import shortened
from peyman.languages import codes as language_codes
from peyman.record import Claim, DocumentSummary
from peyman.record.asking.naming import Names
from peyman.record.shown.followup_views import NewsItem
from peyman.web import addresses, dates, terms
from peyman.web.corrections import CHOICES
from peyman.web.interface import Interface, codes, interface
from peyman.web.permissions import Action, Role
from peyman.web.sentences import length_words, sentence
from peyman.web.terms import N_
from peyman.web.visitor import THEMES, Visitor, settings_of, visitor_of

LANGUAGES = frozenset(language_codes())
STATIC = Path(__file__).with_name("static")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the navigation.

    Attributes:
        path: Where it leads.
        label: What it is called, to be translated.
        icon: Name of its picture in ``static/icons.svg``.
        action: What somebody has to be allowed for it to be shown.
    """

    path: str
    label: str
    icon: str
    action: Action = Action.READ


NAVIGATION: tuple[Place, ...] = (
    Place("/", N_("Today"), "today"),
    Place("/timeline", N_("Timeline"), "timeline"),
    Place("/search", N_("Search"), "search"),
    Place("/meetings", N_("Meetings"), "meeting"),
    Place("/undertakings", N_("Undertakings"), "undertaking"),
    Place("/documents", N_("Documents"), "document"),
    Place("/actors", N_("People and parties"), "people"),
    Place("/network", N_("Who met whom"), "network"),
    Place("/map", N_("Map"), "map"),
    Place("/review", N_("Review"), "review", Action.REVIEW),
    Place("/add", N_("Add a document"), "add", Action.ADD),
    Place("/compare", N_("Compare"), "compare"),
    Place("/exports", N_("Exports"), "export"),
    Place("/administration", N_("Administration"), "administration", Action.OVERSEE),
)
"""What the navigation leads to, in its order."""


def render(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """Return a page.

    Args:
        request: What is answered.
        template: Name of a file in ``templates``.
        status: Status of the answer.
        context: What the template is told, beside who asks and the helpers of `_environment`.
    """
    visitor = visitor_of(request)
    environment = _environment(visitor.language.code)
    page = environment.get_template(template).render(
        request=request,
        visitor=visitor,
        settings=settings_of(request),
        openid=getattr(request.app.state, "openid", None),
        here=request.url.path,
        partial="hx-request" in request.headers and "hx-history-restore-request" not in request.headers,
        navigation=[place for place in NAVIGATION if visitor.may(place.action)],
        show=Shown(visitor),
        **context,
    )
    return HTMLResponse(page, status_code=status, headers={"Vary": "Cookie, Accept-Language, HX-Request"})


def fragment(request: Request, template: str, **context: Any) -> Markup:
    """Return a part of a page that is the same for everybody with one language and calendar, so that it can be kept.

    Args:
        request: What is answered.
        template: Name of a file in ``templates``.
        context: What the template is told, beside how values are shown.
    """
    visitor = visitor_of(request)
    page = _environment(visitor.language.code).get_template(template).render(show=Shown(visitor), **context)
    return Markup(page)


class Shown:
    """How values are shown to one visitor.

    Args:
        visitor: Whose language and calendar they are shown in.
    """

    def __init__(self, visitor: Visitor) -> None:
        self._language = visitor.language
        self._calendar = visitor.calendar

    def date(self, value: str | None) -> Markup:
        """Return an EDTF value in words, with the value itself for those who point at it and for programs."""
        if not value:
            return Markup("")
        return Markup('<span class="date" title="{}"><bdi>{}</bdi></span>').format(
            value, dates.date_words(value, self._language, self._calendar)
        )

    def date_text(self, value: str | None) -> str:
        """Return an EDTF value in words only."""
        return dates.date_words(value, self._language, self._calendar)

    def moment(self, value: str) -> Markup:
        """Return a moment (ISO 8601, UTC) as a day and a time of day."""
        day = dates.date_words(value[:10], self._language, self._calendar)
        return Markup('<time datetime="{}"><bdi>{}</bdi> <bdi>{}</bdi></time>').format(
            value, day, self._language.number(value[11:16])
        )

    def day_today(self) -> Markup:
        """Return today in words."""
        return self.date(dt.datetime.now(dt.UTC).date().isoformat())

    def text(self, message: str, **values: object) -> str:
        """Return a message in the language."""
        return self._language.text(message, **values)

    def other_calendars(self, value: str | None) -> list[str]:
        """Return a day in the calendars that the visitor did not choose."""
        return dates.in_other_calendars(value, self._language, self._calendar)

    def leaf(self, value: str | None) -> tuple[str, str, str] | None:
        """Return what a leaf of a calendar shows of a date."""
        return dates.leaf(value, self._language, self._calendar)

    def number(self, value: object) -> str:
        """Return a number in the digits of the language."""
        return self._language.number(value)

    def percent(self, share: float) -> str:
        """Return a share from 0 to 1 in percent."""
        return self._language.percent(share)

    def party(self, key: str) -> Markup:
        """Return the name of a party, with its key for those who point at it."""
        return Markup('<bdi class="party" title="{}">{}</bdi>').format(key, self._language.party(key))

    def party_text(self, key: str) -> str:
        """Return the name of a party only."""
        return self._language.party(key)

    def place(self, name: str) -> Markup:
        """Return what a place is called in the language, with the published name for those who point at it."""
        return Markup('<bdi title="{}">{}</bdi>').format(name, self._language.place(name))

    def name(self, names: Names | None, otherwise: str) -> str:
        """Return what an entry is called in the language, by its names; what is given where it has none in it."""
        if names is None:
            return otherwise
        if names.kind == "party" and names.key:
            return self._language.party(names.key)
        return names.by_language.get(self._language.code, otherwise)

    def term(self, value: object) -> str:
        """Return a value of the contract in words; what is none comes back as it is."""
        text = "yes" if value is True else "no" if value is False else str(value)
        if text.isdecimal():
            return self._language.number(text)
        return self._language.text(terms.VALUES[text]) if text in terms.VALUES else text

    def round(self, value: str) -> str:
        """Return which round of talks it was, where nothing beside it says that it is one: "round 4", "resumed"."""
        if not value.isdecimal():
            return self.term(value)
        return self._language.text(N_("round %(number)s"), number=self._language.number(value))

    @property
    def arrow(self) -> str:
        """What points from a former value to the one after it: bidirectional text does not turn arrows round."""
        return "←" if self._language.direction == "rtl" else "→"

    def unknown(self) -> str:
        """Return what stands for a day that nobody told."""
        return "\u061f" if self._language.direction == "rtl" else "?"

    def field(self, name: str) -> str:
        """Return what a field of the contract is called."""
        name = name.rstrip("_")
        return self._language.text(terms.FIELDS[name]) if name in terms.FIELDS else name

    def kind(self, name: str, several: bool = False) -> str:
        """Return what a kind of entry is called."""
        return self._language.text(terms.KINDS[name][several])

    def sentence(self, text: str) -> Markup:
        """Return a sentence that another room said in English; marked as English where it has no translation."""
        said = sentence(text, self._language, self._calendar)
        if said is None:
            return self._in_english(text)
        return Markup('<bdi dir="{}">{}</bdi>').format(self._language.direction, said)

    def length(self, text: str) -> str:
        """Return a length of time that a table of accounts names, such as "5 months", in words."""
        return length_words(text, self._language)

    def problem(self, error: PeymanError) -> Markup:
        """Return what went wrong and what to do about it; in English, the two stand together as English does."""
        told = [sentence(part, self._language, self._calendar) for part in (error.message, error.advice)]
        if not any(told):
            return self._in_english(f"{error.message} {error.advice}".strip())
        return Markup(" ").join(self.sentence(part) for part in (error.message, error.advice))

    @staticmethod
    def _in_english(text: str) -> Markup:
        return Markup('<bdi lang="en" dir="ltr">{}</bdi>').format(text) if text else Markup("")

    def event(self, name: str) -> str:
        """Return what an event of the log of administration is called."""
        return self._language.text(terms.EVENTS[name]) if name in terms.EVENTS else name

    def event_detail(self, detail: str) -> str:
        """Return what the log of administration says of an event: a role and its party in words, all else as it is."""
        first, _, rest = detail.partition(" ")
        if first not in terms.ROLES or " " in rest:
            return detail
        role = self._language.text(terms.ROLES[first])
        return f"{role} · {self.party_text(rest)}" if rest else role

    def action(self, name: str) -> str:
        """Return what a step of the log of the record did."""
        return self._language.text(terms.ACTIONS[name]) if name in terms.ACTIONS else name

    def news(self, item: NewsItem) -> Markup:
        """Return what is new in one line."""
        changed = re.fullmatch(r"([a-z-]+) → ([a-z-]+): (.*)", item.label, re.DOTALL)
        if item.what == "status" and changed:
            former, status, why = changed.groups()
            return Markup("<span>{} {} {}</span> · {}").format(
                self.term(former), self.arrow, self.term(status), self.sentence(why)
            )
        decided = re.fullmatch(r"([a-z-]+) by (.*?): (.*)", item.label, re.DOTALL)
        if item.what == "review" and decided:
            action, author, reason = decided.groups()
            named = Markup("{} · <bdi>{}</bdi>").format(self.action(action), author)
            return named + (Markup(' · <bdi dir="auto">{}</bdi>').format(reason) if reason else "")
        return Markup(" · ").join(self._part(part) for part in item.label.split(" · "))

    def _part(self, part: str) -> Markup:
        if part in LANGUAGES:
            return Markup('<span class="tongue" title="{}">{}</span>').format(self.language(part), part)
        day = re.fullmatch(r"\d{4}(-\d\d){0,2}", part)
        return self.date(part) if day else Markup('<bdi dir="auto">{}</bdi>').format(part)

    def role(self, role: Role) -> str:
        """Return what a role is called."""
        return self._language.text(terms.ROLES[role.value])

    def fact(self, name: str) -> str:
        """Return what a fact of a table of accounts is called."""
        return self._language.text(terms.FACTS[name]) if name in terms.FACTS else name

    def language(self, code: str) -> str:
        """Return the name of a document's language in itself."""
        from peyman import languages

        try:
            return languages.load(code).native_name
        except KeyError:
            return code


def quotation(words: str, language: str, limit: bool = True) -> Markup:
    """Return published words as a quotation, in their own direction."""
    text = " ".join(words.split())
    return Markup('<q class="words" lang="{}" dir="{}">{}</q>').format(
        language, _direction_of(text, language), shortened(text) if limit else text
    )


def _direction_of(text: str, language: str) -> str:
    direction = writing_direction(language)
    # A Latin name quoted from a Persian page is still read from the left.
    return direction if direction == "auto" or any(ord(character) > 0x590 for character in text) else "auto"


def icon(name: str, label: str = "") -> Markup:
    """Return a picture of ``static/icons.svg``; one without a label is only an ornament."""
    reference = f"{static('icons.svg')}#{name}"
    if label:
        return Markup('<svg class="icon" role="img" aria-label="{}"><use href="{}"></use></svg>').format(
            label, reference
        )
    return Markup('<svg class="icon" aria-hidden="true"><use href="{}"></use></svg>').format(reference)


@cache
def static(name: str) -> str:
    """Return the address of a file that never changes under that address."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"


def _by_document(claims: Iterable[Claim]) -> list[tuple[DocumentSummary, list[Claim]]]:
    """Return the claims of each document together, in the order in which the documents come."""
    grouped: dict[DocumentSummary, list[Claim]] = {}
    for claim in claims:
        grouped.setdefault(claim.document, []).append(claim)
    return list(grouped.items())


def _nobody(language: Interface) -> Visitor:
    """A visitor of whom only the language is known."""
    return Visitor(None, frozenset(), language, CALENDARS[0], THEMES[0])


@lru_cache
def _environment(code: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("peyman.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.loopcontrols"],
        auto_reload=False,
    )
    language: Interface = interface(code)
    environment.install_gettext_translations(language.words, newstyle=True)  # type: ignore[attr-defined]
    environment.globals.update(
        language=language,
        languages=[interface(each) for each in codes()],
        calendars=CALENDARS,
        silences={name: language.text(words) for name, words in terms.SILENCES.items()},
        themes=THEMES,
        Action=Action,
        CHOICES=CHOICES,
        version=peyman.__version__,
        static=static,
        icon=icon,
        quotation=quotation,
        path=addresses.entry_path,
        evidence_path=addresses.evidence_path,
        web_address=addresses.web_address,
        with_query=addresses.with_query,
        direction=writing_direction,
    )
    environment.filters["field_name"] = Shown(_nobody(language)).field
    environment.filters["by_document"] = _by_document
    environment.filters["json"] = lambda value: Markup(escape(json.dumps(value, ensure_ascii=False)))
    return environment
