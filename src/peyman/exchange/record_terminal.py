"""A record for a terminal: an overview, lists of entries, and one entry with every claim about it.

Where documents differ, each value is shown with the documents that give it; none is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.console import Console

from peyman.exchange.bidirectional import Part, listed, wrap
from peyman.exchange.terminal import line_width, print_fact, print_heading, print_lines, print_quote
from peyman.exchange.wording import PUBLISHED_FROM, dated, shortened
from peyman.model import Span
from peyman.record.shown.views import (
    ActorSummary,
    AgreementSummary,
    Claim,
    CommitmentSummary,
    DocumentSummary,
    DocumentView,
    EntryView,
    MeetingSummary,
    PlaceSummary,
    RecordSummary,
    StatementSummary,
    Summary,
    Value,
)

#: What of a participant stands beside the name.
_AS_WHAT = ("party", "capacity")
_INDENT = 2
_MARGIN = 8
#: Wordings of a commitment that are shown in a list; the entry itself shows all.
_FEW = 1
#: Names of fields for people, as in the rendering of a reading.
_LABELS = {
    "action": "what",
    "basis": "under",
    "class_": "class",
    "designations": "called",
    "mentions": "named",
    "objectives": "so that",
    "participants": "present",
    "plover": "PLOVER",
    "said_in": "said in",
    "window": "by when",
}
#: Fields that are EDTF, and shown in words.
_DATES = frozenset({"date", "window", "published"})


def print_overview(
    summary: RecordSummary, lists: Sequence[tuple[str, int, Sequence[Summary | DocumentSummary]]], console: Console
) -> None:
    """Print how much is in a record, and the first entries of each kind.

    Args:
        summary: How much there is.
        lists: Of each kind, in order: heading, number of entries, and the first of them.
        console: Where to.
    """
    if not summary.documents:
        print_lines(console, ["The record is empty. Put documents into it with `peyman add SOURCE`."], "")
        return
    print_lines(console, wrap(str(summary), line_width(console)), "bold")
    if summary.several_accounts:
        noun = "meeting is" if summary.several_accounts == 1 else "meetings are"
        print_lines(console, [f"{summary.several_accounts} {noun} told by more than one document."], "")
    for heading, number, first in lists:
        if not first:
            continue
        print_heading(console, f"{heading} ({number})")
        print_list(first, console)
        if number > len(first):
            left = f"… and {number - len(first)} more: peyman show {heading.lower()}"
            print_lines(console, [left], "dim", _INDENT)
    console.print()


def print_list(found: Sequence[Summary | DocumentSummary], console: Console) -> None:
    """Print entries in short, one paragraph each."""
    width = line_width(console)
    for entry in found:
        first, second = _in_short(entry)
        _print_item(entry.id, first, second, console, width)


def _print_item(
    identifier: str, first: tuple[Part, ...], second: tuple[Part, ...], console: Console, width: int
) -> None:
    for number, line in enumerate(wrap(first, width - _MARGIN)):
        name = identifier.ljust(_MARGIN - _INDENT) if number == 0 else " " * (_MARGIN - _INDENT)
        print_lines(console, [name + line], "bold" if number == 0 else "", _INDENT)
    if second:
        print_lines(console, wrap(second, width - _MARGIN), "dim", _MARGIN)


def _joined(*groups: tuple[Part, ...]) -> tuple[Part, ...]:
    """Set groups of parts apart by a middle dot."""
    joined: list[Part] = []
    for group in groups:
        if group and joined:
            joined.append(Part("·"))
        joined += group
    return tuple(joined)


def _either(values: tuple[str, ...], say: Callable[[str], str] = str) -> tuple[Part, ...]:
    """Return all values that documents give, set apart by a stroke where they differ."""
    return listed((say(value) for value in values), " /")


def _told_in(entry: Summary) -> tuple[Part, ...]:
    documents = "1 document" if entry.documents == 1 else f"{entry.documents} documents"
    return (Part(f"{documents} ({', '.join(entry.languages)})"), *_fewer_accounts(entry.documents, entry.accounts))


def _fewer_accounts(documents: int, accounts: int) -> tuple[Part, ...]:
    """Say how many accounts documents are, where some carry the same."""
    if not 0 < accounts < documents:
        return ()
    return (Part("1 account" if accounts == 1 else f"{accounts} accounts", "· "),)


def _in_short(entry: Summary | DocumentSummary) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Return the first line of an entry in a list, and what stands below it."""
    match entry:
        case MeetingSummary():
            first = _joined(
                _either(entry.kind), _either(entry.status), _either(entry.date, dated), _either(entry.place)
            )
            return first, _joined(listed(entry.parties), _either(entry.round), _told_in(entry))
        case CommitmentSummary():
            toward = (Part("toward"), *listed(entry.toward)) if entry.toward else ()
            kind = (*_either(entry.class_), *(Part(value, "(", ")") for value in entry.strength))
            refused = _either(entry.polarity) if entry.polarity != ("undertaken",) else ()
            first = _joined(
                listed(entry.by) or (Part("not said who"),), toward, kind, refused, _either(entry.window, dated)
            )
            words = tuple(Part(shortened(action), "“", "”") for action in entry.action[:_FEW])
            more = len(entry.action) - _FEW
            others = (Part(f"and {more} other wording{'s' if more > 1 else ''}"),) if more > 0 else ()
            return first, _joined((*words, *others), _told_in(entry))
        case StatementSummary():
            by = (Part("by"), *listed(entry.issuers)) if entry.issuers else ()
            first = _joined((*_either(entry.kind), *by), _either(entry.date, dated))
            return first, _joined(listed(entry.parties), _told_in(entry))
        case ActorSummary():
            first = _joined(_either(entry.name[:3]), _either(entry.kind))
            return first, _joined(_either(entry.key), _either(entry.party), _told_in(entry))
        case PlaceSummary():
            return _either(entry.name[:3]), _joined(_either(entry.key), _either(entry.country), _told_in(entry))
        case AgreementSummary():
            first = _joined(_either(entry.name[:3]), _either(entry.kind), _either(entry.date, dated))
            return first, _joined(listed(entry.parties), _told_in(entry))
        case DocumentSummary():
            return _document_in_short(entry)
    return (), _told_in(entry)


def _published(document: DocumentSummary) -> str:
    """The day, and how it is known."""
    return f"{dated(document.published)}, {PUBLISHED_FROM[document.published_from]}" if document.published else ""


def _document_in_short(document: DocumentSummary) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    title = (Part(document.title or document.source or document.id),)
    known = listed(
        [document.publisher or "", dated(document.published), document.language, document.source or ""], " ·"
    )
    return title, known


def print_entry(view: EntryView, console: Console) -> None:
    """Print one entry: every value of every field with the documents that give it, and the words it was read from."""
    width = line_width(console)
    print_lines(console, [f"{view.id}  {view.kind}"], "bold cyan")
    documents = "1 document" if len(view.documents) == 1 else f"{len(view.documents)} documents"
    fewer = _fewer_accounts(len(view.documents), view.accounts)
    print_lines(console, wrap((Part(f"told in {documents}"), *fewer), width - _INDENT), "", _INDENT)
    if view.former_ids:
        print_lines(console, [f"formerly {', '.join(view.former_ids)}"], "dim", _INDENT)
    if view.differences:
        differing = ", ".join(name.replace("_", " ") for name in view.differences)
        print_lines(console, wrap(f"The documents differ in: {differing}", width - _INDENT), "yellow", _INDENT)
    console.print()
    shown = {(claim.document.id, claim.span) for claim in view.evidence}
    for field, values in view.values.items():
        name = _LABELS.get(field, field)
        for number, value in enumerate(values):
            label = f"{name} ≠" if field in view.differences else name
            _print_value(value, label if number == 0 else "", field, shown, console, width)
    print_heading(console, "Evidence")
    for claim in view.evidence:
        _print_evidence(claim, console, width)


def _print_value(
    value: Value, label: str, field: str, shown: set[tuple[str, Span]], console: Console, width: int
) -> None:
    text = dated(value.label) if field in _DATES else value.label
    # Accounts may differ in as what somebody took part: the name alone would stand there twice.
    as_what = [value.value.get(part) for part in _AS_WHAT] if field == "participants" else []
    beside = (Part(", ".join(filter(None, as_what)), "(", ")"),) if any(as_what) else ()
    claimants = _claimants(value, shown)
    if any(part.before == "“" for part in claimants):
        print_fact(console, label, (Part(text), *beside), width, _INDENT, "bold")
        print_fact(console, "", claimants, width, _INDENT, "dim")
    else:
        print_fact(console, label, (Part(shortened(text)), *beside, Part("–"), *claimants), width, _INDENT)


def _claimants(value: Value, shown: set[tuple[str, Span]]) -> tuple[Part, ...]:
    """Return which documents give a value, in which words, and in which statements.

    Args:
        value: The value.
        shown: Evidence that is printed below, by document and span, and need not be repeated with every value.
    """
    groups: dict[tuple[str, tuple[str, ...]], dict[str, None]] = {}
    for claim in value.claims:
        words = claim.wording or ("" if (claim.document.id, claim.span) in shown else claim.words)
        said = "" if words in value.label else words
        groups.setdefault((said, claim.said_in), {})[claim.document.id] = None
    parts: list[Part] = []
    for (words, said_in), documents in groups.items():
        if parts:
            parts.append(Part("·"))
        parts.append(Part(", ".join(documents)))
        if words:
            parts.append(Part(shortened(words), "“", "”"))
        if said_in:
            parts.append(Part(f"in {', '.join(said_in)}"))
    return tuple(parts)


def _print_evidence(claim: Claim, console: Console, width: int) -> None:
    document = claim.document
    known = listed([document.publisher or "", dated(document.published), document.language], " ·")
    head: tuple[Part, ...] = (Part(document.id), *known, Part(f"certainty {claim.confidence:.2f}", "· "))
    if claim.said_in:
        head += (Part(f"said in {', '.join(claim.said_in)}", "· "),)
        head += tuple(Part(speaker, "(", ")") for speaker in claim.speakers)
    print_lines(console, wrap(head, width - _INDENT), "", _INDENT)
    print_quote(console, claim.words, width, _INDENT + 2)


def print_document(view: DocumentView, console: Console) -> None:
    """Print one document of a record: what is known of its publication, and the entries that it tells of."""
    width = line_width(console)
    summary = view.summary
    print_lines(console, wrap((Part(summary.id), *_document_in_short(summary)[0]), width), "bold cyan")
    facts = (
        ("publisher", summary.publisher),
        ("published", _published(summary)),
        ("language", summary.language),
        ("source", summary.source),
        ("address", summary.url if summary.url != summary.source else None),
        ("added", summary.added),
        ("read by", ", ".join(view.readers)),
        ("sha-256", summary.sha256),
    )
    for label, value in facts:
        if value:
            print_fact(console, label, value, width, _INDENT)
    for document, relation in view.carriers:
        if document.id != summary.id:
            what = "the same account is in" if relation is None else f"{relation} of the same account"
            print_fact(
                console, "carrier", f"{document.id} · {document.publisher or document.source} ({what})", width, _INDENT
            )
    if view.changes:
        print_heading(console, "Changed since the version before")
        for change in view.changes:
            print_lines(
                console,
                wrap(
                    listed([change.before and f"− {change.before}", change.after and f"+ {change.after}"], " "),
                    width - _INDENT,
                ),
                "",
                _INDENT,
            )
    print_heading(console, "Entries")
    for kind, identifiers in view.entries.items():
        print_fact(console, kind, ", ".join(identifiers), width, _INDENT)
    print_heading(console, "Text")
    for line in view.text.split("\n"):
        if line.strip():
            print_lines(console, wrap(line, width - _INDENT), "", _INDENT)
            console.print()
