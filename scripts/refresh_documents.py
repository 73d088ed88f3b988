"""Keep what the documentation shows true: ``python scripts/refresh_documents.py [--check] [PAGE...]``.

A fenced block marked ``console`` whose commands (lines that begin with ``$``) are all ``peyman`` commands is a
transcript. The commands of a page are run in order in an empty folder beside a copy of ``examples/``, and what they
print replaces what the page shows. Between ``<!-- generated: NAME -->`` and ``<!-- end of generated -->`` stands a
table that is made from the program itself. ``--check`` changes nothing, and exits with 1 if a page shows something
else. Without PAGE: the README, and every page under ``docs/``.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from peyman.exchange.formats import FORMATS
from peyman.reading.clauses.cues import ROLES
from peyman.record.tables import TABLES as COLUMNS_OF_TABLES

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "peyman"
FLOORS = ROOT / "benchmarks" / "floors.toml"
TRANSCRIPT = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
GENERATED = re.compile(r"(^<!-- generated: ([a-z ]+) -->\n).*?(^<!-- end of generated -->$)", re.MULTILINE | re.DOTALL)
#: Width of the terminal that a transcript shows.
COLUMNS = 100
#: Seconds after which a command counts as hanging.
TIME_LIMIT = 120


def pages() -> list[Path]:
    """Return every page that can hold a transcript."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def commands(block: str) -> list[str]:
    """Return the commands of a block if it is a transcript of Peyman, else none."""
    found = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    return found if found and all(command.split()[0] == "peyman" for command in found) else []


def run(command: str, folder: Path) -> str:
    """Return what a command prints in ``folder``, standard output and standard error together."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    environment = {"PATH": path, "COLUMNS": str(COLUMNS), "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    environment["PEYMAN_MEANING"] = "off"  # pages show what the default installation prints
    result = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=TIME_LIMIT,
        check=False,
    )
    lines = result.stdout.decode("utf-8", "replace").splitlines()
    if any(line.startswith("Traceback ") for line in lines):
        raise SystemExit("\n".join([f"$ {command}", *lines, "A page cannot show this: mend the command first."]))
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def cue_roles() -> str:
    """Return the table of the roles that a cue can have."""
    lines = ["| role | what it tells | values |", "| --- | --- | --- |"]
    for role, (meaning, values) in ROLES.items():
        listed = ", ".join(f"`{value}`" for value in values if value)
        lines.append(f"| `{role}` | {meaning} | {listed} |" if listed else f"| `{role}` | {meaning} | |")
    return "\n".join(lines)


def modules() -> str:
    """Return the table of all public modules, each with the first sentence of its docstring, room by room."""
    lines = ["| module | what |", "| --- | --- |"]
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = list(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        if "migrations" in parts or parts[-1] == "__main__":
            continue
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        summary = " ".join(docstring.split("\n\n")[0].split()).replace("|", "\\|")
        lines.append(f"| `{name}` | {summary.removesuffix('::')} |")
    return "\n".join(lines)


def formats() -> str:
    """Return the table of the export formats, each with what it loses."""
    lines = ["| format | what | file | it loses |", "| --- | --- | --- | --- |"]
    for each in FORMATS.values():
        place = "a folder" if each.folder else f"`{each.suffix}`"
        lines.append(f"| `{each.name}` | {each.title} | {place} | {each.loses} |")
    return "\n".join(lines)


def columns() -> str:
    """Return a section for each table of a record, with its columns."""
    parts = []
    for table, held in COLUMNS_OF_TABLES.items():
        rows = [f"| `{each.name}` | {each.kind} | {each.meaning} |" for each in held]
        parts.append("\n".join([f"## `{table}`", "", "| column | kind | what |", "| --- | --- | --- |", *rows]))
    return "\n\n".join(parts)


def accuracy() -> str:
    """Return the table of the accuracy floors, a row for each layer, a column for each language."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    groups = [name for name, value in floors.items() if isinstance(value, dict)]
    if not groups:
        return "No figures are pinned yet."
    layers = dict.fromkeys(layer for group in groups for layer in floors[group])
    lines = [f"| | {' | '.join(groups)} |", f"| --- |{' --- |' * len(groups)}"]
    for layer in layers:
        figures = (floors[group].get(layer) for group in groups)
        lines.append(f"| {layer} | {' | '.join('' if figure is None else f'{figure:.3f}' for figure in figures)} |")
    return "\n".join(lines)


TABLES = {"accuracy": accuracy, "columns": columns, "cue roles": cue_roles, "formats": formats, "modules": modules}


def refreshed(text: str) -> str:
    """Return a page's text with every table and transcript as the program gives it now."""
    text = GENERATED.sub(lambda match: f"{match[1]}{TABLES[match[2]]()}\n{match[3]}", text)
    return _replayed(text)


def _replayed(text: str) -> str:
    if not any(commands(match[1]) for match in TRANSCRIPT.finditer(text)):
        return text
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "examples", folder / "examples")

        def replay(match: re.Match[str]) -> str:
            parts = []
            for command in commands(match[1]):
                output = run(command, folder)
                parts.append(f"$ {command}\n{output}" if output else f"$ {command}")
            return "```console\n" + "\n\n".join(parts) + "\n```" if parts else match[0]

        return TRANSCRIPT.sub(replay, text)


def main(arguments: list[str]) -> int:
    """Refresh or check the pages named; return the exit status."""
    check = "--check" in arguments
    named = [Path(argument).resolve() for argument in arguments if argument != "--check"]
    stale = []
    for page in named or pages():
        before = page.read_text(encoding="utf-8")
        after = refreshed(before)
        if before != after:
            stale.append(page)
            if not check:
                page.write_text(after, encoding="utf-8")
    for page in stale:
        print(f"{page.relative_to(ROOT)}: {'shows what the commands no longer print' if check else 'refreshed'}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
