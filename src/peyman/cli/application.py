"""The application that commands belong to: Typer's, with a help that shows no type behind what takes no value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.models import CommandFunctionType


class _Command(TyperCommand):
    def get_params(self, ctx: Any) -> list[Any]:
        return _without_type_of_switches(super().get_params(ctx))


class _Group(TyperGroup):
    def get_params(self, ctx: Any) -> list[Any]:
        return _without_type_of_switches(super().get_params(ctx))


class Application(typer.Typer):
    """Commands, or groups of them."""

    def __init__(self, **settings: Any) -> None:
        """Make one without commands.

        Args:
            settings: As for ``typer.Typer``.
        """
        super().__init__(cls=_Group, **settings)

    def command(self, name: str | None = None, **settings: Any) -> Callable[[CommandFunctionType], CommandFunctionType]:
        """Return a decorator that adds a command.

        Args:
            name: What it is called; without it, as its function is.
            settings: As for ``typer.Typer.command``.
        """
        return super().command(name, cls=_Command, **settings)


def _without_type_of_switches(parameters: list[Any]) -> list[Any]:
    """Let the help show nothing behind a switch: some versions of Typer show ``<bool>``, as if a value followed."""
    for each in parameters:
        if getattr(each, "is_flag", False) and each.metavar is None:
            each.metavar = ""
    return parameters
