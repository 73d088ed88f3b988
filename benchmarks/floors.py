"""Accuracy floors: measure the reader on annotated documents, and fail when a figure falls below its floor.

``python benchmarks/floors.py`` reads the annotated documents (``PEYMAN_GOLD``) with ``peyman read --json``, gives the
readings to the scorer (``PEYMAN_SCORER``), prints F1 for each layer and language with its floor, and exits with 1 if a
figure is below. ``--write`` pins the figures of this run as the floors, and refuses to lower one unless
``--allow-lower`` says so: a loss is then a line in a commit, never an accident. The idea is trafilatura's
(``tests/eval_gate.py``).

The annotated documents are not part of this repository. The scorer is a program that is called as
``SCORER GOLD READINGS.jsonl --by lang --json`` and prints
``{"all": {"layers": {"dates": {"f1": 0.9, …}, …}, …}, "lang=fa": {…}, …}``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")
#: Figures are pinned with three decimals, rounded down, so that the run that set a floor passes it.
DECIMALS = 3

HEADER = """\
# F1 of the reader on the annotated documents, by language and layer: what a change must not lose.
# Written by `python benchmarks/floors.py --write`; do not edit by hand. Lowering one needs --allow-lower and a reason
# in the commit message.
"""

#: F1 by group ("all" or a language code) and layer.
Figures = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Floors:
    """What `floors.toml` holds.

    Attributes:
        gold: SHA-256 over the annotated documents that the floors were measured on, hexadecimal.
        figures: The floors, in the form of the measured figures.
    """

    gold: str
    figures: Figures


class FloorsError(Exception):
    """Nothing could be measured; the message says what to do."""


def fingerprint(gold: Path) -> str:
    """Return the SHA-256 over the names and bytes of all JSON files under ``gold``, in order."""
    digest = hashlib.sha256()
    for path in sorted(gold.rglob("*.json")):
        digest.update(path.relative_to(gold).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read_gold(gold: Path, readings: Path) -> None:
    """Read the annotated documents with the installed command, as a user would, into a JSON Lines file.

    Raises:
        FloorsError: If a document could not be read.
    """
    command = [sys.executable, "-c", "from peyman.cli import main; main()", "read", "--json", str(gold)]
    with readings.open("wb") as output:
        status = subprocess.run(command, stdout=output, check=False).returncode
    if status != 0:
        raise FloorsError(f"peyman read ended with status {status}; mend that first.")


def measure(scorer: Path, gold: Path, readings: Path) -> Figures:
    """Return the F1 of every layer in every group, as the scorer prints them.

    Raises:
        FloorsError: If the scorer fails or prints something else.
    """
    command = [sys.executable, str(scorer), str(gold), str(readings), "--by", "lang", "--json"]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if run.returncode != 0:
        raise FloorsError(f"The scorer ended with status {run.returncode}:\n{run.stderr.strip()}")
    try:
        return {
            group.removeprefix("lang="): {layer: float(row["f1"]) for layer, row in result["layers"].items()}
            for group, result in json.loads(run.stdout).items()
        }
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise FloorsError(f"The scorer printed something else than its JSON ({error!r}).") from error


def pinned(figure: float) -> float:
    """Return a figure as it is pinned: rounded down to `DECIMALS`."""
    scale = float(10**DECIMALS)
    return math.floor(figure * scale + 1e-9) / scale


def below(measured: Figures, floors: Figures) -> list[str]:
    """Return a line for each floor that the measured figures do not reach; a layer that is gone counts as 0."""
    return [
        f"{group} {layer}: {measured.get(group, {}).get(layer, 0.0):.4f} is below its floor of {floor:.{DECIMALS}f}"
        for group, layers in floors.items()
        for layer, floor in layers.items()
        if pinned(measured.get(group, {}).get(layer, 0.0)) < floor
    ]


def load(path: Path) -> Floors:
    """Read the floors; a file that is not there holds none.

    Raises:
        FloorsError: If the file is not TOML.
    """
    if not path.exists():
        return Floors("", {})
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise FloorsError(f"{path} is not TOML: {error}") from error
    gold = str(content.pop("gold", ""))
    return Floors(gold, {group: dict(layers) for group, layers in content.items()})


def dump(floors: Floors) -> str:
    """Return the floors as the text of their file."""
    lines = [HEADER, f'gold = "{floors.gold}"']
    for group, layers in floors.figures.items():
        lines += ["", f"[{group}]"]
        lines += [f'"{layer}" = {pinned(figure):.{DECIMALS}f}' for layer, figure in layers.items()]
    return "\n".join(lines) + "\n"


def table(measured: Figures, floors: Figures) -> str:
    """Return the measured figures as a table, a row for each layer, a column for each group; * marks a fall."""
    groups = list(measured)
    layers = list(dict.fromkeys(layer for rows in measured.values() for layer in rows))
    lines = [f"{'F1':22}" + "".join(f"{group:>9}" for group in groups)]
    for layer in layers:
        cells = []
        for group in groups:
            figure = measured[group].get(layer)
            fallen = figure is not None and pinned(figure) < floors.get(group, {}).get(layer, 0.0)
            cells.append("         " if figure is None else f"{figure:8.3f}{'*' if fallen else ' '}")
        lines.append(f"{layer:22}" + "".join(cells))
    return "\n".join(line.rstrip() for line in lines)


def arguments(words: list[str]) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description="Measure the reader against its accuracy floors.")
    parser.add_argument(
        "--gold", type=Path, default=os.environ.get("PEYMAN_GOLD"), help="annotated documents, a folder"
    )
    parser.add_argument("--scorer", type=Path, default=os.environ.get("PEYMAN_SCORER"), help="the scorer's program")
    parser.add_argument("--floors", type=Path, default=FLOORS, help="file of the floors (default: beside this script)")
    parser.add_argument("--readings", type=Path, help="score these readings (JSON Lines) and do not read again")
    parser.add_argument("--write", action="store_true", help="pin the figures of this run as the floors")
    parser.add_argument("--allow-lower", action="store_true", help="with --write: also where a floor goes down")
    return parser.parse_args(words)


def main(words: list[str]) -> int:
    """Measure, print, and compare or write; return 0 if all is well, 1 at a fall, 2 if nothing could be measured."""
    options = arguments(words)
    try:
        if options.gold is None or options.scorer is None:
            raise FloorsError("Set PEYMAN_GOLD and PEYMAN_SCORER, or give --gold and --scorer (see CONTRIBUTING.md).")
        for path in (options.gold, options.scorer, *([options.readings] if options.readings else [])):
            if not path.exists():
                raise FloorsError(f"There is no {path}.")
        floors = load(options.floors)
        with tempfile.TemporaryDirectory() as folder:
            readings = options.readings or Path(folder) / "readings.jsonl"
            if not options.readings:
                read_gold(options.gold, readings)
            measured = measure(options.scorer, options.gold, readings)
    except FloorsError as error:
        print(error, file=sys.stderr)
        return 2
    print(table(measured, floors.figures))
    gold = fingerprint(options.gold)
    if floors.gold and floors.gold != gold:
        print("The annotated documents are not those that the floors were measured on.", file=sys.stderr)
    falls = below(measured, floors.figures)
    if options.write:
        if falls and not options.allow_lower:
            print(*falls, "Nothing is written: give --allow-lower if this loss is meant.", sep="\n", file=sys.stderr)
            return 1
        options.floors.write_text(dump(Floors(gold, measured)), encoding="utf-8")
        print(f"Pinned in {options.floors}.")
        return 0
    if falls:
        print(*falls, sep="\n", file=sys.stderr)
        return 1
    if not floors.figures:
        print("No floors are pinned yet: pin these with --write.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
