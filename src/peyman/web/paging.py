"""Long lists in pages."""

from __future__ import annotations

from dataclasses import dataclass

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Paging:
    """Where in a long list a page is.

    Attributes:
        number: Number of the page, from 1.
        total: Number of entries in the whole list.
        size: Number of entries on a page.
    """

    number: int
    total: int
    size: int = PAGE_SIZE

    @property
    def offset(self) -> int:
        """How many entries come before the page."""
        return (self.number - 1) * self.size

    @property
    def pages(self) -> int:
        """Number of pages, at least 1."""
        return max(1, -(-self.total // self.size))

    @property
    def first(self) -> int:
        """Number of the first entry on the page, from 1."""
        return self.offset + 1

    @property
    def last(self) -> int:
        """Number of the last entry on the page."""
        return min(self.total, self.offset + self.size)


def paging(number: int, total: int, size: int = PAGE_SIZE) -> Paging:
    """Return the page of a number; the last one where there are not so many."""
    last = max(1, -(-total // size))
    return Paging(min(max(1, number), last), total, size)
