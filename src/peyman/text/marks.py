"""Marks of writing by what they do, in the scripts that are read: Latin and Arabic letters, and what is borrowed.

A token that is a mark is one character, so that `in` tells of which kind it is.
"""

from __future__ import annotations

COMMAS = frozenset(",،")
SEMICOLONS = frozenset(";؛")
#: The second one is as wide as a letter of East Asian writing, and stands in pages that were set with such.
COLONS = frozenset(":：")
BRACKETS = frozenset("()[]")
#: Dashes that part; a hyphen joins words as well.
LONG_DASHES = frozenset("–—")
DASHES = LONG_DASHES | {"-"}
OPENING_QUOTES = frozenset('«“„"')
CLOSING_QUOTES = frozenset('»”"')
#: Quotation marks that are no others as well: “„” also opens, and is a comma in bad typesetting.
QUOTES = frozenset('«»“”"')
#: Quotation marks, and apostrophes, which stand for them.
ALL_QUOTES = frozenset("\"'«»“”„‘’‹›")
#: What stands between a name and an ending that is written apart from it.
APOSTROPHES = frozenset("'’‘`´")
#: What ends a sentence, or may.
ENDINGS = frozenset(".!?؟…")
#: What no clause goes on behind, but for quotation marks around a word.
CLAUSE_MARKS = ENDINGS | SEMICOLONS | {":"} | QUOTES | LONG_DASHES
#: What no name of an office or of a delegation goes on behind.
BREAKS = CLAUSE_MARKS | BRACKETS
