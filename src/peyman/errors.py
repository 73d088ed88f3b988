"""Errors that a user can meet, each with a code to search for, what is wrong, and what to do.

::

    PeymanError
    ├── SourceError        a source could not be taken in
    │   ├── UnreadableSource     no such file, no permission, a folder that cannot be listed
    │   ├── EmptySource          nothing in it
    │   ├── BinarySource         bytes that are no text
    │   ├── EncodingError        text whose encoding could not be told
    │   ├── OversizedSource      larger than the limit
    │   ├── NoMainText           a page without an article
    │   ├── MalformedDocument    a JSON document that is not one
    │   ├── EncryptedSource      a file that asks for a password
    │   ├── MalformedSource      a PDF, Word file, e-mail, archive or feed that is broken
    │   ├── FetchError           a page that could not be fetched
    │   └── ForbiddenAddress     an address that is not to be fetched
    ├── BulkError          a job over many documents could not go on
    ├── MissingExtra       a library that is not part of the default installation
    ├── LanguageError      a language that Peyman does not read
    ├── RegisterError      a file of the user's own register that cannot be used
    ├── QueryError         a search that cannot be understood
    ├── OutputError        the output could not be written
    │   └── UnknownFormat        no export format of that name
    └── RecordError        the record could not be opened, read or written
        ├── NotARecord           the file is not a Peyman record
        ├── RecordLocked         another process holds it
        ├── RecordFull           no space left to write to
        ├── RecordUnreachable    the server of the record does not answer
        └── UnknownEntry         no entry of that id
"""

from __future__ import annotations


class PeymanError(Exception):
    """Base of every error that Peyman raises on purpose.

    Args:
        message: What is wrong, in one line.
        advice: What the user can do about it, in one line.
    """

    code = "P000"

    def __init__(self, message: str, advice: str = "") -> None:
        self.message = message
        self.advice = advice
        super().__init__(str(self))

    def __str__(self) -> str:
        """One line: code, what is wrong, what to do."""
        line = f"[{self.code}] {self.message}"
        return f"{line} {self.advice}" if self.advice else line


class SourceError(PeymanError):
    """A source could not be taken in."""

    code = "P100"


class UnreadableSource(SourceError):
    """No such file, no permission, or a folder that cannot be listed."""

    code = "P101"


class EmptySource(SourceError):
    """The source holds no text."""

    code = "P102"


class BinarySource(SourceError):
    """The bytes are no text."""

    code = "P103"


class EncodingError(SourceError):
    """The encoding of the text could not be told."""

    code = "P104"


class OversizedSource(SourceError):
    """The source is larger than the limit."""

    code = "P105"


class NoMainText(SourceError):
    """The page has no article."""

    code = "P106"


class MalformedDocument(SourceError):
    """A JSON document that is not one."""

    code = "P107"


class EncryptedSource(SourceError):
    """The file asks for a password."""

    code = "P108"


class MalformedSource(SourceError):
    """A PDF file, Word file, e-mail, archive or feed that is broken, or is none."""

    code = "P109"


class FetchError(SourceError):
    """A page could not be fetched: no connection, no answer in time, an answer that is an error.

    Attributes:
        status: The status of the answer; None where there was none.
    """

    code = "P110"
    status: int | None = None


class ForbiddenAddress(SourceError):
    """An address that is not to be fetched: private, of another scheme, or closed to robots."""

    code = "P111"


class LanguageError(PeymanError):
    """The document is in a language that Peyman does not read."""

    code = "P200"


class RegisterError(PeymanError):
    """A file of the user's own register cannot be used."""

    code = "P201"


class QueryError(PeymanError):
    """The query of a search cannot be understood."""

    code = "P500"


class BulkError(PeymanError):
    """A job over many documents could not go on; what it did is kept."""

    code = "P700"


class MissingExtra(PeymanError):
    """What is asked for needs a library that is not part of the default installation."""

    code = "P600"


class OutputError(PeymanError):
    """The output could not be written: a full disk, no permission, a folder that is not there."""

    code = "P400"


class UnknownFormat(OutputError):
    """There is no export format of that name."""

    code = "P401"


class RecordError(PeymanError):
    """The record could not be opened, read or written."""

    code = "P300"


class NotARecord(RecordError):
    """The file is not a Peyman record."""

    code = "P301"


class RecordLocked(RecordError):
    """Another process holds the record."""

    code = "P302"


class RecordFull(RecordError):
    """There is no space left to write the record to."""

    code = "P303"


class RecordUnreachable(RecordError):
    """The server that holds the record does not answer, or has closed the connection."""

    code = "P306"


class UnknownEntry(RecordError):
    """There is no entry of that id."""

    code = "P304"
