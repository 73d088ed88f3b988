"""Follow-up for a terminal: what is overdue, due and open, how it came about, and what is new."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from peyman.exchange.bidirectional import Part, listed, wrap
from peyman.exchange.terminal import line_width, print_heading, print_lines
from peyman.exchange.wording import dated, shortened
from peyman.record.shown.followup_views import CommitmentFollowUp, DueList, News, PlannedMeeting, StatusChange

_INDENT = 2
_MARGIN = 8
_STYLES = {"overdue": "bold red", "due": "bold yellow", "missed": "bold red", "reported-broken": "bold red"}
_WHAT = {"document": "Documents", "new": "New entries", "joined": "Told by further documents", "status": "Changed"}


def print_due(due: DueList, console: Console, *, everything: bool = False) -> None:
    """Print what is due.

    Args:
        due: What is due, as of a day.
        console: Where to.
        everything: Show also undertakings without a deadline or that were reported on, and meetings that were held.
    """
    width = line_width(console)
    print_lines(console, [f"As of {dated(due.on)}"], "bold")
    shown = [each for each in due.commitments if everything or _is_pressing(each)]
    meetings = [each for each in due.meetings if everything or each.status in ("awaited", "missed", "postponed")]
    for status in dict.fromkeys(each.status for each in shown):
        group = [each for each in shown if each.status == status]
        print_heading(console, f"{status.replace('-', ' ').capitalize()} ({len(group)})")
        for each in group:
            _print_commitment(each, console, width)
    if meetings:
        print_heading(console, f"Planned meetings ({len(meetings)})")
        for meeting in meetings:
            _print_meeting(meeting, console, width)
    left = len(due.commitments) - len(shown) + len(due.meetings) - len(meetings)
    if not shown and not meetings:
        print_lines(console, ["Nothing is due."], "")
    if left:
        console.print()
        print_lines(console, [f"{left} more without a deadline, reported on or held: peyman due --all"], "dim")


def _is_pressing(each: CommitmentFollowUp) -> bool:
    dated_open = each.status == "open" and each.deadline is not None and each.deadline.last is not None
    return each.status in ("overdue", "due", "reported-broken") or dated_open


def _print_commitment(each: CommitmentFollowUp, console: Console, width: int) -> None:
    toward = (Part("toward"), *listed(each.toward)) if each.toward else ()
    words = (Part(shortened(each.action[0]), "“", "”"),) if each.action else ()
    refused = (Part("·"), Part("refused")) if each.refused else ()
    head = (*(listed(each.by) or (Part("not said who"),)), *toward, *refused, Part("·"), *words)
    _print_item(each.id, head, each.status, console, width)
    if each.deadline is not None and each.deadline.last is not None:
        by = (Part("by"), Part(dated(each.deadline.last)), Part(each.deadline.explanation, "(", ")"))
        print_lines(console, wrap(by, width - _MARGIN), "", _MARGIN)
    _print_changes(each.changes, console, width)


def _print_meeting(each: PlannedMeeting, console: Console, width: int) -> None:
    dates = listed((dated(value) for value in each.date), " /")
    head = (Part(each.status), Part("·"), *listed(each.kind, " /"), Part("·"), *dates, Part("·"), *listed(each.parties))
    _print_item(each.id, head, each.status, console, width)
    _print_changes(each.changes, console, width)


def _print_item(identifier: str, head: tuple[Part, ...], status: str, console: Console, width: int) -> None:
    for number, line in enumerate(wrap(head, width - _MARGIN)):
        name = identifier.ljust(_MARGIN - _INDENT) if number == 0 else " " * (_MARGIN - _INDENT)
        print_lines(console, [name + line], _STYLES.get(status, "bold") if number == 0 else "", _INDENT)


def _print_changes(changes: Sequence[StatusChange], console: Console, width: int) -> None:
    for change in changes:
        proposed = "? " if change.proposed else ""
        parts: tuple[Part, ...] = (
            Part(f"{proposed}{change.on or 'undated'}"),
            Part(change.status.replace("-", " ")),
            Part(f"– {change.explanation}"),
        )
        parts += (Part("proposed, to be reviewed", "(", ")"),) if change.proposed else ()
        print_lines(console, wrap(parts, width - _MARGIN), "dim", _MARGIN)


def print_news(news: News, console: Console) -> None:
    """Print what is new since a moment."""
    width = line_width(console)
    print_lines(console, [f"Since {news.since}"], "bold")
    if not news.items:
        print_lines(console, ["Nothing is new."], "")
    for what in dict.fromkeys(item.what for item in news.items):
        found = [item for item in news.items if item.what == what]
        print_heading(console, f"{_WHAT.get(what, what.capitalize())} ({len(found)})")
        for item in found:
            told = (Part(", ".join(item.documents), "(", ")"),) if item.what in ("joined", "new", "status") else ()
            _print_item(item.id, (Part(shortened(item.label)), *told), "", console, width)
