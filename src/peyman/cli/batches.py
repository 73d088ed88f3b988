"""Documents added to a record many at a time, by a command that goes through many."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Self

from peyman.cli.running import Report, add_one

if TYPE_CHECKING:
    from peyman.model import Reading
    from peyman.record import Record
    from peyman.record.shown.views import AddResult
    from peyman.sources import SourceDocument

#: Documents that are added at once: beyond some thirty, more bring nothing.
MOST_DOCUMENTS = 32
#: Bytes as published that may wait to be added.
MOST_BYTES = 16 << 20
#: Seconds that a document may wait: so much of the work is done again after a process was killed.
LONGEST_WAIT = 2.0


class Batch:
    """Gathers documents and adds them in one transaction, which costs far less than one for each.

    What is gathered is added when there is enough of it, when the oldest has waited long enough, and at the end of the
    ``with`` block: also where Ctrl-C or an error ends that. A document that cannot be added is reported and costs
    none of the others.

    Args:
        record: Where they go.
        report: Where failures are told.
        told: Is called for each that was added, in order.
        most: Documents that are added at once; 1 where the next one may be long in coming.
        again: Let readings take the place of those by the same reader too.
    """

    def __init__(
        self,
        record: Record,
        report: Report,
        told: Callable[[AddResult, SourceDocument], None],
        most: int = MOST_DOCUMENTS,
        again: bool = False,
    ) -> None:
        self._again = again
        self._most = most
        self._record = record
        self._report = report
        self._told = told
        self._waiting: list[tuple[Reading, SourceDocument]] = []
        self._bytes = 0
        self._since = 0.0

    def __enter__(self) -> Self:
        """Begin with nothing gathered."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Add what is left, unless it was adding that failed: then nothing more can be added."""
        from peyman.errors import RecordError

        if not isinstance(error, RecordError):
            self.flush()

    def put(self, reading: Reading, source: SourceDocument) -> None:
        """Gather a document, and add what is gathered if that is enough.

        Raises:
            RecordFull: No space is left; nothing that was gathered is added, as with `RecordLocked`.
        """
        if not self._waiting:
            self._since = time.monotonic()
        self._waiting.append((reading, source))
        self._bytes += len(source.original)
        waited = time.monotonic() - self._since
        if len(self._waiting) >= self._most or self._bytes >= MOST_BYTES or waited >= LONGEST_WAIT:
            self.flush()

    def flush(self) -> None:
        """Add what is gathered.

        Raises:
            RecordFull: No space is left; nothing that was gathered is added, as with `RecordLocked`.
        """
        from peyman.errors import RecordError, RecordFull, RecordLocked

        if not self._waiting:
            return
        try:
            results: list[AddResult | None] = [
                *self._record.add_many([(reading, source.original) for reading, source in self._waiting], self._again)
            ]
        except (RecordFull, RecordLocked):
            raise
        except RecordError:
            # One of them cannot be added: by itself it costs no other.
            results = [
                add_one(self._record, reading, source, self._report, self._again) for reading, source in self._waiting
            ]
        added, self._waiting, self._bytes = self._waiting, [], 0
        for result, (_, source) in zip(results, added, strict=True):
            if result is not None:
                self._told(result, source)
