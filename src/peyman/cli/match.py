"""``peyman match``: whether two names are one person's, and why."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from peyman.cli.running import orderly


def match(
    names: Annotated[
        list[str], typer.Argument(metavar="NAME", help="Two names or more, in any script.", show_default=False)
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: one object a pair.")] = False,
) -> None:
    """Compare names of people across scripts and languages: how alike each two are, and what speaks for and against."""
    from itertools import combinations

    from peyman.actors.matching.match import SAME_PERSON, same_person

    if len(names) < 2:
        raise typer.BadParameter("one name cannot be compared: give two or more, names of several words in quotes.")
    with orderly():
        for a, b in combinations(names, 2):
            score = same_person(a, b)
            one = score.value >= SAME_PERSON
            if as_json:
                row = {"names": [a, b], "score": round(score.value, 3), "same": one, "reasons": list(score.reasons)}
                typer.echo(json.dumps(row, ensure_ascii=False))
                continue
            typer.echo(f"{'same' if one else 'different'}  {score.value:.2f}  \u2068{a}\u2069 · \u2068{b}\u2069")
            for reason in score.reasons:
                typer.echo(f"    \u2068{reason}\u2069")
