"""What the interface for programs gives, as types: those of the record under the names of the contract."""

from __future__ import annotations

import dataclasses
import typing
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, create_model

from peyman.record import DocumentView
from peyman.record.shown.views import shown_fields

T = TypeVar("T")


class Problem(BaseModel):
    """What went wrong."""

    code: str = Field(description="A code to search for")
    message: str = Field(description="What is wrong, and what to do")


class Failure(BaseModel):
    """The answer to a request that failed."""

    error: Problem


class Page(BaseModel, Generic[T]):
    """A part of a list."""

    total: int = Field(description="How many there are in all")
    limit: int
    offset: int
    next: str | None = Field(description="Address of the next part; null at the end")
    items: list[T]


class Taken(BaseModel):
    """What adding a document did."""

    document: str
    added: bool = Field(description="False where the record had it already, and nothing was changed")
    new: list[str]
    joined: list[str]
    merged: dict[str, str]


@cache
def model_of(kind: type[Any]) -> type[BaseModel]:
    """Return the type of a data class of the record as JSON.

    Args:
        kind: A data class of `peyman.record.shown.views` or its neighbours.
    """
    hints = typing.get_type_hints(kind)
    fields: dict[str, Any] = {}
    for own, name in shown_fields(kind):
        fields[name + ("_" if name in _WORDS else "")] = (
            _plain(hints[own]),
            Field(alias=name) if name in _WORDS else ...,
        )
    if kind is DocumentView:
        fields["local_ids"] = (list[dict[str, str]], ...)
    model: type[BaseModel] = create_model(
        kind.__name__,
        __config__=ConfigDict(populate_by_name=True),
        __doc__=(kind.__doc__ or "").split("\n")[0],
        **fields,
    )
    return model


_WORDS = frozenset({"class", "for"})


def _plain(hint: Any) -> Any:
    """The same type with data classes replaced and tuples as lists."""
    origin = typing.get_origin(hint)
    if origin is None:
        return model_of(hint) if dataclasses.is_dataclass(hint) and isinstance(hint, type) else hint
    arguments = typing.get_args(hint)
    if origin is tuple:
        # Of one type throughout, whatever the length: a list in JSON.
        return list[Any] if len({*arguments} - {Ellipsis}) != 1 else list[_plain(arguments[0])]  # type: ignore[misc]
    if origin is dict:
        return dict[str, _plain(arguments[1])]  # type: ignore[misc]
    if origin is typing.Literal:
        return hint
    if origin is typing.Annotated:
        return _plain(arguments[0])
    return typing.Union[tuple(_plain(each) for each in arguments)]  # noqa: UP007 -- built at run time
