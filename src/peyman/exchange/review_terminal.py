"""Review for a terminal: proposals, steps of the log, and what verifying found."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from peyman.exchange.bidirectional import Part, wrap
from peyman.exchange.terminal import line_width, print_heading, print_lines
from peyman.record.shown.review_views import Proposal, Step, Verification

_INDENT = 2
_HEADINGS = {"merge": "May be one", "reading": "Read in another way now", "follow-up": "May report an undertaking"}
#: What of a step's content is shown.
_SHOWN = ("field", "value", "new", "document", "with", "documents", "entry", "step")


def print_proposals(proposals: Sequence[Proposal], console: Console) -> None:
    """Print what waits for a decision."""
    width = line_width(console)
    if not proposals:
        print_lines(console, ["Nothing waits for a decision."], "")
    for kind, heading in _HEADINGS.items():
        found = [each for each in proposals if each.kind == kind]
        if found:
            print_heading(console, f"{heading} ({len(found)})")
        for each in found:
            print_lines(console, wrap((Part(each.explanation),), width - _INDENT), "", _INDENT)


def print_steps(steps: Sequence[Step], console: Console) -> None:
    """Print steps of the log, the oldest first."""
    width = line_width(console)
    if not steps:
        print_lines(console, ["Nothing was done to it."], "")
    for step in steps:
        print_lines(console, wrap(step_parts(step), width), "dim" if step.undone_by else "")
        if step.reason:
            print_lines(console, wrap((Part(step.reason, "“", "”"),), width - _INDENT), "", _INDENT)


def step_parts(step: Step) -> tuple[Part, ...]:
    """Return a step in one line."""
    content = [f"{name} {_text(step.content[name])}" for name in _SHOWN if step.content.get(name) not in (None, [])]
    undone = [Part(f"undone by {step.undone_by}", "(", ")")] if step.undone_by else []
    by = [Part(f"by {step.author}")] if step.author else []
    head = [Part(each) for each in (str(step.number), step.at, step.action, step.target, *content)]
    return (*head, *by, *undone)


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def print_verification(found: Verification, console: Console) -> None:
    """Print what verifying found."""
    counts = f"{found.steps} steps, {found.documents} documents; last hash {found.hash or 'none'}"
    print_lines(console, [counts], "bold")
    if not found.faults:
        fits = "Everything fits: no step was changed, removed or reordered, and no reading was changed."
        print_lines(console, [fits], "")
    for fault in found.faults:
        where = f"step {fault.step}: " if fault.step else ""
        print_lines(console, [f"! {where}{fault.what}"], "bold red")
