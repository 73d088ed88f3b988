"""Accounts side by side for a terminal: fact by fact, who says what, who leaves it out, and who contradicts whom."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from peyman.exchange.bidirectional import Part, listed, wrap
from peyman.exchange.terminal import line_width, print_fact, print_heading, print_lines, print_quote
from peyman.exchange.wording import dated, shortened
from peyman.record.shown.account_views import Account, AccountsTable, Cell, Comparison, FactRow

_INDENT = 2
#: Letters up to which the words behind a value are shown beside it.
_LONGEST_WORDING = 60
#: The sign of each mark; the words stand beside it, because colour and signs alone do not say enough.
SIGNS = {"confirmed": "=", "unique": "+", "missing": "–", "conflict": "≠"}
_STYLES = {"confirmed": "green", "unique": "cyan", "missing": "yellow", "conflict": "bold red"}
_DATES = frozenset({"date", "window"})
_OF_ENTRIES = frozenset({"undertaking", "window", "condition", "outcome", "encounter"})
_WITH_KIND = frozenset({"named", "day", "length", "figure"})


def print_accounts(table: AccountsTable, console: Console, *, differences_only: bool = False) -> None:
    """Print the accounts of a meeting.

    Args:
        table: The table.
        console: Where to.
        differences_only: Leave out what no account contradicts or leaves out.
    """
    width = line_width(console)
    number = len(table.accounts)
    print_lines(console, [f"{table.id}  {number} account{'' if number == 1 else 's'}"], "bold cyan")
    for account in table.accounts:
        print_lines(console, wrap(_head(account), width - _INDENT), "", _INDENT)
    print_lines(console, ["= confirmed  + unique  – missing  ≠ conflict"], "dim", _INDENT)
    rows = table.differences if differences_only else table.facts
    if not rows:
        print_lines(console, ["The accounts differ in nothing that was read."], "", _INDENT)
    for row in rows:
        console.print()
        print_lines(console, wrap((Part(SIGNS[row.mark]), Part(_label(row))), width), _STYLES[row.mark])
        _print_cells(row, console, width)
    console.print()


def _head(account: Account) -> tuple[Part, ...]:
    known = listed(
        [account.document.publisher or "", dated(account.document.published), account.document.language], " ·"
    )
    others = ", ".join(each.id for each in account.carriers)
    notes = [
        *([f"also carried by {others}"] if others else []),
        *(["in passing"] if account.detail == "passing" else []),
        *(["cut off"] if account.cut_off else []),
    ]
    told = tuple(Part(note, "(", ")") for note in notes)
    return (Part(account.id), *known, *told)


def _label(row: FactRow) -> str:
    if row.fact in _OF_ENTRIES:
        return f"{row.fact} {row.subject}: {shortened(row.label.removeprefix(f'{row.fact} of '))}"
    return f"{row.fact} {row.label}" if row.fact in _WITH_KIND else row.label


def _print_cells(row: FactRow, console: Console, width: int) -> None:
    missing = [cell.account for cell in row.cells if not cell.values and cell.mark == "missing"]
    for cell in row.cells:
        _print_values(row, cell, console, width)
    if missing:
        print_lines(console, wrap((Part(f"– left out by {', '.join(missing)}"),), width - _INDENT), "yellow", _INDENT)


def _print_values(row: FactRow, cell: Cell, console: Console, width: int) -> None:
    """Print each value of a cell once, with the account's own words and who says so."""
    grouped: dict[tuple[str, str, str], dict[str, None]] = {}
    for value in cell.values:
        label = dated(value.label) if row.fact in _DATES else value.label
        # A whole sentence says no more than the value; the entry itself shows it.
        own = value.wording if len(value.wording) <= _LONGEST_WORDING and value.wording not in label else ""
        speakers = grouped.setdefault((SIGNS[value.mark], shortened(label), own), {})
        speakers.update(dict.fromkeys(speaker for claim in value.claims for speaker in claim.speakers))
    for number, ((sign, label, own), speakers) in enumerate(grouped.items()):
        parts: tuple[Part, ...] = (Part(sign), Part(label))
        parts += (Part(own, "“", "”"),) if own else ()
        if row.fact != "issued by":
            parts += tuple(Part(speaker, "(", ")") for speaker in speakers)
        print_fact(console, cell.account if number == 0 else "", parts, width, _INDENT)


def print_comparison(comparison: Comparison, console: Console) -> None:
    """Print two documents side by side: the meetings that both tell, and what only one of them tells."""
    width = line_width(console)
    for document in comparison.documents:
        known = [document.title or document.source or "", document.publisher or "", dated(document.published)]
        parts = (Part(document.id), *listed([*known, document.language], " ·"))
        print_lines(console, wrap(parts, width), "bold")
    console.print()
    if not comparison.meetings:
        print_lines(console, ["No meeting was found that both tell."], "")
    for table in comparison.meetings:
        print_accounts(table, console)
    for document in comparison.documents:
        only = [told for told in comparison.only if told.document == document.id]
        if not only:
            continue
        print_heading(console, f"Only in {document.id} ({len(only)})")
        for told in only:
            print_lines(console, wrap((Part(told.kind), Part(shortened(told.label))), width - _INDENT), "", _INDENT)
            for words in _distinct([claim.words for claim in told.evidence]):
                print_quote(console, words, width, _INDENT + 2)


def _distinct(words: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(words))
