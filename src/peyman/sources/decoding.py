"""From bytes to text: tells binary data from text, and the encodings that reports come in from each other.

UTF-8 and UTF-16 prove themselves, by their mark or because nothing else is well-formed in them. The old one-byte
encodings never do: every byte means something in each. A candidate is therefore believed only when the words that it
gives are *whole* (letters of one script from end to end, as written words are) and, for Arabic letters, when the
letters that every language of the script uses most are there. A Russian, Greek or Hebrew file read as windows-1256
breaks the first test, ISO 8859-6 read as windows-1256 the second. What passes no test is refused, not guessed at.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from peyman.errors import BinarySource, EmptySource, EncodingError

#: Byte-order marks, longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: First bytes of files that people take for text, and what they are.
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)

#: C0 controls that no text holds (tab, line ends, form feed, escape and the DOS end-of-file are met in text).
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0b\x0e-\x19\x1c-\x1f\x7f]")
_MALFORMED_UTF8 = "\ufffd"

#: One-byte encodings of the five languages, in the order in which they are tried. The Latin alphabets come first:
#: Arabic words never are whole in them, while Kurmanji or French nearly is in windows-1256, which has most of the
#: accented letters.
_ONE_BYTE = ("cp1254", "cp1252", "cp1256", "iso8859-6")

#: Labels that pages use for another encoding than their name says (WHATWG Encoding Standard, "Names and labels").
_LABELS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "latin5": "cp1254",
    "utf-16": "utf-16-le",
    "unicode": "utf-16-le",
    "x-cp1256": "cp1256",
    "x-sjis": "shift_jis",
    "utf8mb4": "utf-8",
}

#: Share of the words with non-ASCII letters that must be whole for a one-byte encoding to be believed.
_WHOLE_WORDS = 0.9
#: Share of the commonest letters among Arabic ones that is asked for. Arabic and Persian reports have 0.52 or more, any
#: forty letters of them 0.35; Cyrillic and Hebrew bytes that pass for whole Arabic words have 0.22 or less.
_COMMON_SHARE = 0.3
_COMMON_ARABIC = frozenset("اليىیونمرت")
#: Most of a UTF-8 text that may be malformed, as a share of its multi-byte characters (a byte lost in transfer).
_MALFORMED_SHARE = 0.01
#: Enough to tell an encoding by; a guess for the advice need not read 20 MB.
_SAMPLE = 65_536

_WORD = re.compile(r"[^\W\d_]+(?:[ً-ْـ\u200c\u200d][^\W\d_]*)*")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text told from bytes.

    Attributes:
        text: The text, without a byte-order mark, its line ends as they were.
        encoding: Python's name of the encoding.
        warnings: What was lost or contradicted on the way.
    """

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """Return the text of a file or page.

    Args:
        data: The bytes as they were published.
        encoding: What the user says it is; tried alone, and believed.
        declared: What the page says it is; tried first among the one-byte encodings, and checked.

    Raises:
        EmptySource: If there is nothing but white space.
        BinarySource: If the bytes are no text.
        EncodingError: If they are not in the encoding that the user gave, or in none that can be told.
    """
    if not data:
        raise EmptySource("It is empty.", "Give a file with text in it.")
    decoded = _as_given(data, encoding) if encoding else _detected(data, declared)
    if is_blank(decoded.text):
        raise EmptySource("It holds nothing but white space.", "Give a file with text in it.")
    return decoded


def is_blank(text: str) -> bool:
    """Whether a text holds nothing but white space, control and format characters."""
    return all(character.isspace() or unicodedata.category(character) in ("Cc", "Cf") for character in text)


def _as_given(data: bytes, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(name)
    except LookupError:
        raise EncodingError(
            f"No encoding is called {encoding!r}.", "Use a name such as utf-8, windows-1256 or utf-16."
        ) from None
    except (UnicodeDecodeError, ValueError, TypeError, AssertionError):
        # Some of Python's codecs (rot13, base64) are no text encodings and fail in ways of their own.
        raise EncodingError(
            f"It is not in {encoding}.", "Leave --encoding out to have it told, or name another one."
        ) from None
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise EncodingError(f"It is not in {encoding}.", "Use a name such as utf-8 or windows-1256.")
    return Decoded(text.removeprefix("\ufeff"), name)


def _detected(data: bytes, declared: str | None) -> Decoded:
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(name), name)
            except UnicodeDecodeError:
                break  # two bytes that look like a mark may begin a file of another kind
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise BinarySource(f"It is {what}, not text.", "Save its text as a .txt or .html file and give that.")
    if _CONTROL_BYTES.search(data):
        return _wide_or_binary(data)
    try:
        return _contradicting(Decoded(data.decode("utf-8"), "utf-8"), declared)
    except UnicodeDecodeError:
        pass
    damaged = _damaged_utf8(data)
    if damaged is not None:
        return damaged
    return _one_byte(data, declared)


def _contradicting(decoded: Decoded, declared: str | None) -> Decoded:
    if declared is None or decoded.text.isascii():
        return decoded
    name = _codec(declared)
    if name is None or name == decoded.encoding:
        return decoded
    warning = f"The page says that it is in {declared}, but it is in {decoded.encoding}."
    return Decoded(decoded.text, decoded.encoding, (warning,))


def _wide_or_binary(data: bytes) -> Decoded:
    """Text with control bytes in it is UTF-16 or UTF-32 without a mark, or no text."""
    for name in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if _is_plausible_prose(text):
            return Decoded(text, name)
    controls = len(_CONTROL_BYTES.findall(data))
    # A stray control or two in a long text is damage; a zero byte never is text in these encodings.
    if b"\x00" in data or controls > max(1, len(data) // 1000):
        raise BinarySource("It is binary data, not text.", "Save its text as a .txt or .html file and give that.")
    try:
        return Decoded(data.decode("utf-8"), "utf-8", (f"{controls} control characters stand in the text.",))
    except UnicodeDecodeError:
        return _one_byte(data, None)


def _is_plausible_prose(text: str) -> bool:
    """Whether nearly all characters are ASCII or of the Arabic or Latin blocks, with a blank or letter among them.

    Bytes of another kind, taken as UTF-16, land all over the plane: Han, private use, unassigned.
    """
    sample = text[:_SAMPLE]
    fit = sum(
        1
        for character in sample
        if character in "\t\n\r\f"
        or " " <= character <= "~"
        or "\u00a0" <= character <= "\u024f"
        or "\u0600" <= character <= "\u06ff"
        or "\u0750" <= character <= "\u077f"
        or "\u2000" <= character <= "\u206f"
        or "\ufb50" <= character <= "\ufeff"
    )
    return fit >= 0.95 * len(sample) and any(character.isalpha() for character in sample)


def _damaged_utf8(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", errors="replace")
    malformed = text.count(_MALFORMED_UTF8) - data.count(_MALFORMED_UTF8.encode())
    multibyte = sum(1 for character in text if character > "\x7f") - malformed
    if malformed > max(1, int(multibyte * _MALFORMED_SHARE)) or multibyte < 20 * malformed:
        return None
    warning = f"{malformed} malformed characters were replaced by U+FFFD; the rest is UTF-8."
    return Decoded(text.removeprefix("\ufeff"), "utf-8", (warning,))


def _one_byte(data: bytes, declared: str | None) -> Decoded:
    declared_name = _codec(declared) if declared else None
    names = ([declared_name] if declared_name else []) + [name for name in _ONE_BYTE if name != declared_name]
    for name in names:
        try:
            text = data.decode(name)
        except (UnicodeDecodeError, ValueError, LookupError):
            continue
        # A page that says it is Russian may be; a file that says nothing is tried for the five languages only.
        if _words_are_whole(text, any_script=name == declared_name):
            warnings: tuple[str, ...] = ()
            if declared_name and name != declared_name:
                warnings = (f"The page says that it is in {declared}, but it is in {name}.",)
            return Decoded(text, name, warnings)
    likely = _likely(data)
    example = f", perhaps --encoding {likely}" if likely else ""
    raise EncodingError("Its encoding could not be told.", f"Name it with --encoding{example}.")


def _words_are_whole(text: str, *, any_script: bool) -> bool:
    """Whether the words with non-ASCII letters are words: one script each, and the letters that words are made of."""
    sample = text[:_SAMPLE]
    if any("\x80" <= character <= "\x9f" for character in sample):
        return False  # C1 controls: the bytes of curly quotation marks in another encoding
    words = [word for word in _WORD.findall(sample) if not word.isascii()]
    if not words:  # nothing but punctuation above ASCII: curly quotation marks, dashes
        return any(character.isalpha() for character in sample)
    scripts = Counter(_script(word) for word in words if _cased_as_written(word))
    believed = sum(scripts.values()) - scripts[None] if any_script else scripts["ARABIC"] + scripts["LATIN"]
    if believed < _WHOLE_WORDS * len(words):
        return False
    if scripts["ARABIC"] <= scripts["LATIN"]:
        return True
    letters = "".join(word for word in words if _script(word) == "ARABIC")
    return sum(1 for letter in letters if letter in _COMMON_ARABIC) >= _COMMON_SHARE * len(letters)


def _script(word: str) -> str | None:
    """Return the script that all letters of the word are of, or None for a mixture or another script."""
    scripts = {
        unicodedata.name(letter, "").partition(" ")[0] for letter in word if unicodedata.category(letter)[0] == "L"
    }
    return scripts.pop() if len(scripts) == 1 else None


def _cased_as_written(word: str) -> bool:
    """Whether small and capital letters stand as in written words: ``Şêx``, ``ŞÊX`` or ``şêx``, never ``ÌÇã``."""
    # A word of nothing but accented letters is what Arabic looks like in windows-1252.
    if len(word) > 1 and _script(word) == "LATIN" and not any(letter.isascii() for letter in word):
        return False
    return word.isupper() or not any(letter.isupper() for letter in word[1:])


def _codec(label: str) -> str | None:
    """Return Python's name of the encoding that a page's label means, or None for an unknown one."""
    label = label.strip().strip("\"'").lower()
    try:
        return codecs.lookup(_LABELS.get(label, label)).name
    except (LookupError, ValueError):
        return None


def _likely(data: bytes) -> str | None:
    """Return charset-normalizer's best guess, for the advice only."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best is not None else None


_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)


def declared_charset(data: bytes) -> str | None:
    """Return the encoding that an HTML page declares of itself in its first 4,096 bytes, or None."""
    found = _DECLARED.search(data[:4096].replace(b"\x00", b""))
    return (found[1] or found[2]).decode("ascii") if found else None
