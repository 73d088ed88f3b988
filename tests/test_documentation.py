"""The documentation is complete and true: all that exists is in it, all that is in it exists, and its links lead on."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
import typer
from pydantic import BaseModel
from typer.core import TyperArgument, TyperGroup

import peyman
from peyman import errors, languages, model
from peyman.cli import app

PACKAGE = Path(peyman.__file__).parent
ROOT = PACKAGE.parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
MODULES = sorted(PACKAGE.rglob("*.py"))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _without_blocks(text: str) -> str:
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def _headings(text: str) -> list[str]:
    return re.findall(r"^#{1,6} +(.+?) *$", _without_blocks(text), re.MULTILINE)


def _sections(page: str) -> dict[str, str]:
    """Return the text under each heading of a page of the documentation, up to the next heading of any level."""
    parts = re.split(r"^#{1,6} +(.+?) *$", _read(DOCS / page), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def _first_cells(section: str) -> list[str]:
    """Return the names in the first column of a section's tables."""
    return re.findall(r"^\| `([^`]+)`", section, re.MULTILINE)


# ---- commands


# Typer brings its own copy of click in some versions: commands have no type that all of them share.


def _commands(command: Any, words: tuple[str, ...] = ("peyman",)) -> Iterator[tuple[str, Any]]:
    """Yield every command with the words that call it; a group is none itself."""
    if isinstance(command, TyperGroup):
        for name, child in command.commands.items():
            if not child.hidden:
                yield from _commands(child, (*words, name))
    else:
        yield " ".join(words), command


COMMANDS = dict(_commands(typer.main.get_command(app)))
COMMAND_SECTIONS = {title.strip("`"): text for title, text in _sections("reference/commands.md").items()}


def _options(command: Any) -> set[str]:
    return {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)} - {
        parameter.name for parameter in command.params if isinstance(parameter, TyperArgument)
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_documented_with_exactly_its_options(name: str) -> None:
    command = COMMANDS[name]
    assert name in COMMAND_SECTIONS, f"docs/reference/commands.md has no section `{name}`"
    documented = set(re.findall(r"`(--?[a-z][a-z-]*)", COMMAND_SECTIONS[name]))
    assert {option for option in _options(command) if option != "--help"} == documented - {"--help"}
    arguments = [(p.metavar or p.name.upper()).strip("[]") for p in command.params if isinstance(p, TyperArgument)]
    missing = [argument for argument in arguments if argument not in COMMAND_SECTIONS[name]]
    assert not missing, f"`{name}` takes {missing}, which its section does not name"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_and_its_options_explain_themselves(name: str) -> None:
    command = COMMANDS[name]
    assert command.help, f"{name} has no help"
    silent = [parameter.name for parameter in command.params if not getattr(parameter, "help", None) and parameter.name]
    assert not silent, f"{name}: {silent} have no help"


def test_no_command_is_documented_that_does_not_exist() -> None:
    documented = {name for name in COMMAND_SECTIONS if name.startswith("peyman ")}
    assert documented <= set(COMMANDS)


def _shown_commands(text: str) -> Iterator[list[str]]:
    """Yield the words of each peyman command in the blocks of a page, up to a pipe or a redirection."""
    for kind, block in re.findall(r"^```(console|sh)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            if kind == "console" and not line.startswith("$ "):
                continue
            words = line.removeprefix("$ ")
            if words.startswith("peyman "):
                yield shlex.split(re.split(r" [|>&<;] ?", words, maxsplit=1)[0], comments=True)


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_commands_that_a_page_shows_exist(page: Path) -> None:
    for words in _shown_commands(_read(page)):
        if words[1].startswith("-"):
            continue
        command = COMMANDS.get(" ".join(words[:2])) or COMMANDS.get(" ".join(words[:3]))
        assert command is not None, f"{_name(page)} shows {words}"
        unknown = [word for word in words if word.startswith("--") and word.split("=")[0] not in _options(command)]
        assert not unknown or unknown == ["--help"], f"{_name(page)} shows {words}, without such an option: {unknown}"


EXAMPLES = [
    (page, block) for page in PAGES for block in re.findall(r"^```python\n(.*?)^```$", _read(page), re.M | re.S)
]


@pytest.mark.parametrize(("page", "block"), EXAMPLES, ids=[_name(page) for page, _ in EXAMPLES])
def test_a_program_that_a_page_shows_runs_and_prints(
    page: Path, block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    exec(compile(block, _name(page), "exec"), {"__name__": "__main__"})
    assert capsys.readouterr().out.strip(), f"{_name(page)} shows a program that prints nothing"


# ---- the vocabulary

TYPES = [
    value
    for value in vars(model).values()
    if inspect.isclass(value) and issubclass(value, BaseModel) and value.__module__ == model.__name__
]
DOCUMENTED_TYPES = [kind for kind in TYPES if kind.model_fields]


def _own_fields(kind: type[BaseModel]) -> dict[str, object]:
    """Return the fields that a type adds to its bases, under their published names, with their annotations."""
    inherited = {name for base in kind.__mro__[1:] for name in getattr(base, "model_fields", {})}
    return {field.alias or name: field.annotation for name, field in kind.model_fields.items() if name not in inherited}


def _choices(annotation: object) -> set[str]:
    """Return the values that an annotation allows, wherever a Literal stands in it."""
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    return {value for part in get_args(annotation) for value in _choices(part)}


@pytest.mark.parametrize("kind", DOCUMENTED_TYPES, ids=lambda kind: kind.__name__)
def test_a_type_is_documented_with_exactly_its_fields_and_their_values(kind: type[BaseModel]) -> None:
    sections = _sections("reference/reading.md")
    assert kind.__name__ in sections, f"docs/reference/reading.md has no section {kind.__name__}"
    rows = dict(re.findall(r"^\| `([^`]+)` \| (.+) \|$", sections[kind.__name__], re.MULTILINE))
    fields = _own_fields(kind)
    assert set(rows) == set(fields)
    for name, annotation in fields.items():
        missing = {value for value in _choices(annotation) if f"`{value}`" not in rows[name]}
        assert not missing, f"{kind.__name__}.{name}: its values {sorted(missing)} are not documented"


# ---- errors


def _subclasses(kind: type[errors.PeymanError]) -> Iterator[type[errors.PeymanError]]:
    yield kind
    for child in kind.__subclasses__():
        if child.__module__.startswith("peyman."):
            yield from _subclasses(child)


@cache
def _errors() -> tuple[type[errors.PeymanError], ...]:
    """Return every error of the package; one may be defined in any module, so all are imported."""
    for module in pkgutil.walk_packages(peyman.__path__, "peyman."):
        if module.name != "peyman.__main__" and ".migrations" not in module.name:
            importlib.import_module(module.name)
    return tuple(_subclasses(errors.PeymanError))


def test_every_error_has_a_code_of_its_own_and_a_section_with_cause_and_cure() -> None:
    sections = _sections("reference/errors.md")
    codes = [error.code for error in _errors()]
    assert len(set(codes)) == len(codes)
    documented = {title for title in sections if re.match(r"P\d{3} ", title)}
    assert documented == {f"{error.code} · {error.__name__}" for error in _errors()}
    for title in documented:
        for part in ("**What**: ", "**Why**: ", "**What to do**: "):
            assert part in sections[title], f"{title} does not say {part}"


def test_the_tree_of_errors_drawn_in_the_module_is_complete() -> None:
    drawn = set(re.findall(r"[A-Z][A-Za-z]+", (errors.__doc__ or "").partition("::")[2]))
    assert {error.__name__ for error in _errors() if error.__module__ == errors.__name__} <= drawn


# ---- languages


def test_every_language_table_is_documented_with_exactly_its_keys() -> None:
    sections = _sections("reference/languages.md")
    for table in languages.TABLES:
        title = f"{table}.toml"
        assert title in sections, f"docs/reference/languages.md has no section {title}"
        keys = {key for language in languages.all_languages() for key in language.table(table)}
        assert keys <= set(_first_cells(sections[title])), title


def test_the_language_that_the_guide_begins_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    head = re.search(r"^```toml\n(.*?)^```$", _read(DOCS / "how-to" / "add-a-language.md"), re.MULTILINE | re.DOTALL)
    assert head is not None
    (tmp_path / "tr").mkdir()
    (tmp_path / "tr" / "language.toml").write_text(head[1], encoding="utf-8")
    monkeypatch.setenv(languages.SEARCH_PATH_VARIABLE, str(tmp_path))
    reading = peyman.read_text("Türkiye ve Irak bugün Bağdat'ta bir araya geldi.", language="tr")
    assert reading.document.language == "tr"


WEIGHTS = sorted(path for ending in ("xz", "crfsuite", "txt") for path in PACKAGE.rglob(f"*.{ending}"))


@pytest.mark.parametrize("path", WEIGHTS, ids=_name)
def test_what_was_trained_says_on_what(path: Path) -> None:
    named = re.findall(r"`src/peyman/([^`]+)`", _read(DOCS / "reference" / "models.md"))
    assert path.relative_to(PACKAGE).as_posix() in named


# ---- modules


def _definitions(tree: ast.Module | ast.ClassDef, prefix: str = "") -> Iterator[tuple[str, str | None]]:
    """Yield every public class, function and method of a module with its docstring."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield prefix + node.name, ast.get_docstring(node)
            if isinstance(node, ast.ClassDef):
                yield from _definitions(node, f"{prefix}{node.name}.")


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_every_public_name_has_a_docstring(path: Path) -> None:
    tree = ast.parse(_read(path))
    documented = [("the module", ast.get_docstring(tree)), *_definitions(tree)]
    bare = [name for name, text in documented if not text or not text.strip(". ")]
    assert not bare, f"{_name(path)}: no docstring for {', '.join(bare)}"


def test_every_public_name_of_the_package_is_documented() -> None:
    sections = _sections("reference/library.md")
    for name in peyman.__all__:
        if not name.startswith("__"):
            assert any(re.match(rf"`peyman\.{name}\b", title) for title in sections), name


# ---- pages


def _slug(heading: str) -> str:
    """Return a heading's anchor, as GitHub makes it."""
    plain = re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
    return re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")


LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_relative_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(_without_blocks(_read(page))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), f"{_name(page)} links to {target}"
        if anchor and there.suffix == ".md":
            assert anchor in {_slug(heading) for heading in _headings(_read(there))}, f"{_name(page)}: {target}"


def test_every_page_is_reached_from_the_index() -> None:
    seen: set[Path] = set()
    waiting = [DOCS / "index.md"]
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".md":
            continue
        seen.add(page)
        links = [link.partition("#")[0] for link in LINK.findall(_without_blocks(_read(page)))]
        waiting += [(page.parent / link).resolve() for link in links if link and not re.match(r"[a-z]+:", link)]
    assert not set(DOCS.rglob("*.md")) - seen


def test_the_commands_of_make_that_pages_name_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", _read(ROOT / "Makefile"), re.MULTILINE))
    assert {"demo", "test"} <= targets
    readme = _read(ROOT / "README.md")
    assert "make demo" in readme and "make test" in readme
    for page in PAGES:
        code = re.findall(r"`([^`\n]+)`|^(?:\$ )?(make .*)$", _read(page), re.MULTILINE)
        named = {match for pair in code for word in pair for match in re.findall(r"^make ([a-z]+)", word)}
        assert named <= targets, f"{_name(page)}: {named - targets}"


def test_all_places_give_the_same_version() -> None:
    project = tomllib.loads(_read(ROOT / "pyproject.toml"))["project"]["version"]
    newest = re.search(r"^## \[([^\]]+)\]", _read(ROOT / "CHANGELOG.md"), re.MULTILINE)
    assert newest is not None
    assert project == peyman.__version__ == newest[1]


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_a_page_opens_with_one_title(page: Path) -> None:
    text = _without_blocks(_read(page))
    assert text.startswith("# ")
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1
