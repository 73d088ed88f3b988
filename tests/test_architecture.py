"""The house keeps its plan: imports point one way, modules stay small, and what is known of a language is data."""

from __future__ import annotations

import ast
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from peyman import languages

PACKAGE = Path(languages.__file__).parents[1]
ROOT = PACKAGE.parents[1]

#: The way through the house. A room may import its own modules and those of the groups before its own.
WAY = (
    {"model", "errors", "languages"},
    {"sources"},
    {"text"},
    {"dates", "actors"},
    {"reading"},
    {"record"},
    {"exchange"},
    {"web", "bulk"},
    {"cli"},
    {"__main__"},
)
#: The same within the three largest rooms, which have rooms of their own, in groups as above.
WITHIN = {
    "actors": (
        {"matching"},
        {"known"},
        {"spans", "found"},
        {"names"},
        {"agreements"},
        {"bodies"},
        {"offices"},
        {"people"},
        {"places"},
        {"allegiance", "meant"},
        {"entries", "entry_models"},
        {"recognise"},
    ),
    "reading": (
        {"pages"},
        {"clauses"},
        {"encounters"},
        {"judges"},
        {"time_and_place"},
        {"attendance"},
        {"meetings", "statements"},
        {"references"},
        {"commitments"},
        {"reader"},
        {"explanation"},
    ),
    "record": (
        {"shown"},
        {"rows"},
        {"merging"},
        {"asking"},
        {"following"},
        {"migrations"},
        {"accounts"},
        {"keeping"},
        {"adding"},
        {"comparing", "lists"},
        {"reviewing"},
        {"store"},
        {"entry_values"},
        {"tables"},
        {"frames"},
    ),
}
#: What stands on no place of that way: the index of searching is written in the transaction that adds a document, and
#: asked of the whole record; and the store is the door to all that a record can do.
DOORS = {("record", "search"), ("record", "store")}
MAXIMUM_LINES = 500
#: A room within a room with more modules than this is none that anybody finds their way about in.
MAXIMUM_MODULES = 40
MODULES = sorted(PACKAGE.rglob("*.py"))


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _rank(room: str, way: tuple[set[str], ...] = WAY) -> int:
    for rank, rooms in enumerate(way):
        if room in rooms:
            return rank
    raise AssertionError(f"the room {room!r} has no place on the way through the house: give it one")


def _imported_modules(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """Yield the line and the dotted name, in parts, of every import of Peyman's own modules, wherever it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module in ("peyman", *(f"peyman.{room}" for room in WITHIN)):
            names = [f"{node.module}.{alias.name}" for alias in node.names if not alias.name.startswith("__")]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "peyman" and len(parts) > 1:
                yield node.lineno, parts[1:]


@pytest.mark.parametrize("path", [path for path in MODULES if _name(path) != "__init__.py"], ids=_name)
def test_imports_point_one_way(path: Path) -> None:
    room = _room(path)
    for line, (imported, *_) in _imported_modules(ast.parse(path.read_text(encoding="utf-8"))):
        allowed = imported == room or _rank(imported) < _rank(room) or {imported, room} <= WAY[0]
        assert allowed, f"{_name(path)}:{line} imports {imported}, which comes after {room} or beside it"


@pytest.mark.parametrize(
    "path", [path for path in MODULES if _room(path) in WITHIN and path.name != "__init__.py"], ids=_name
)
def test_within_a_large_room_too_imports_point_one_way(path: Path) -> None:
    large = _room(path)
    room, way = path.relative_to(PACKAGE / large).parts[0].removesuffix(".py"), WITHIN[large]
    for line, imported in _imported_modules(ast.parse(path.read_text(encoding="utf-8"))):
        if imported[0] != large or imported[1] == room or {(large, room), (large, imported[1])} & DOORS:
            continue
        earlier = _rank(imported[1], way) < _rank(room, way)
        assert earlier, f"{_name(path)}:{line} imports {imported[1]}, which comes after {room} or beside it"


def test_a_room_within_a_room_holds_no_more_modules_than_can_be_looked_over() -> None:
    counted = Counter(path.parent for path in MODULES if _room(path) in WITHIN)
    full = {folder.name: number for folder, number in counted.items() if number > MAXIMUM_MODULES}
    assert not full, f"too many modules in one room: {full}"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_are_absolute(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    relative = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level]
    assert not relative, f"{_name(path)} imports relatively in the lines {relative}"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_stays_small_enough_to_read(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MAXIMUM_LINES, f"{_name(path)} has {lines} lines: it has more than one subject"


def _decides(node: ast.AST) -> list[ast.expr]:
    """Return the expressions in a node that choose between values: of a comparison, a match case, a dictionary."""
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        collections = [side.elts for side in sides if isinstance(side, ast.Tuple | ast.List | ast.Set)]
        return [*sides, *(element for elements in collections for element in elements)]
    if isinstance(node, ast.MatchValue):
        return [node.value]
    if isinstance(node, ast.Dict) and len(node.keys) > 1:  # one key alone labels a value, and chooses nothing
        return [key for key in node.keys if key is not None]
    return []


def _branches_on_a_language(source: str) -> list[int]:
    """Return the lines in which code decides something by a language's code."""
    codes = set(languages.codes())
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        for decided in _decides(node)
        if isinstance(decided, ast.Constant) and decided.value in codes and isinstance(node, ast.expr | ast.pattern)
    ]


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_code_asks_which_language_it_has_before_it(path: Path) -> None:
    lines = _branches_on_a_language(path.read_text(encoding="utf-8"))
    assert not lines, f"{_name(path)} decides by a language's code in the lines {lines}: make that data of the language"


@pytest.mark.parametrize(
    "source",
    [
        "if language == 'fa': pass",
        "x = 1 if code in ('ar', 'ckb') else 2",
        "match code:\n  case 'kmr': pass",
        "{'en': 1, 'fa': 2}[code]",
    ],
)
def test_the_search_for_branches_finds_each_form(source: str) -> None:
    assert _branches_on_a_language(source)


#: What opens connections to other machines; only `peyman.sources.fetch`, through its checks, may use it.
NETWORK = {"httpx", "httpcore", "socket", "requests", "urllib3", "aiohttp", "http.client", "urllib.request", "ftplib"}
FETCHING = {"sources/fetch.py", "sources/connections.py"}


@pytest.mark.parametrize("path", [path for path in MODULES if _name(path) not in FETCHING], ids=_name)
def test_only_one_place_opens_connections(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        used = [name for name in names if name in NETWORK or name.split(".")[0] in NETWORK]
        assert not used, f"{_name(path)} imports {used}"


def test_every_language_has_the_same_tables() -> None:
    for language in languages.all_languages():
        files = {path.name for path in language.folder.glob("*.toml")}
        assert files == {f"{name}.toml" for name in languages.TABLES}, language.code


TABLES = sorted(PACKAGE.glob("languages/*/*.toml"))


@pytest.mark.parametrize("path", TABLES, ids=_name)
def test_a_language_table_says_what_it_is_and_is_well_formed(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tomllib.loads(text)
    assert text.startswith("#"), f"{_name(path)} has to open with a comment that says what it holds"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_nothing_is_left_unfinished(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    marks = [mark for mark in ("TO" + "DO", "FIX" + "ME", "XXX", "NotImplementedError") if mark in text]
    assert not marks, f"{_name(path)} holds {marks}"


def test_every_room_has_tests() -> None:
    rooms = {path.parent.name for path in PACKAGE.glob("*/*.py") if path.name != "__init__.py"}
    untested = {room for room in rooms if not list((ROOT / "tests" / room).glob("test_*.py"))}
    assert not untested, f"no tests for {sorted(untested)}"
