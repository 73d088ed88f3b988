"""List the words of a language as they are met in open text, for telling words that have run together.

    python training/word_list.py ar DATA OUT

Only documents that nothing is measured with are counted (see ``identification.in_test``). A word is listed if it was
met in two documents, so that misprints stay out.
"""

from __future__ import annotations

import argparse
import lzma
import re
from collections import defaultdict
from pathlib import Path

from identification import in_test, read

FEWEST_DOCUMENTS = 2
_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{2,}")
_MARKS = re.compile("[\u064b-\u0652\u0640\u0670]")


def words_of(language: str, data: Path) -> list[str]:
    """The words of a language, in order."""
    seen: dict[str, set[str]] = defaultdict(set)
    for sentence in read(data):
        if sentence.language == language and not in_test(sentence.document):
            for word in _WORD.findall(_MARKS.sub("", sentence.text)):
                seen[word].add(sentence.document)
    for name in ("ar-aqmar", "ar-wojood-sample") if language == "ar" else ():
        for path in sorted((data / "ner" / name).glob("train*")):
            text = path.read_bytes()
            lines = (lzma.decompress(text) if path.suffix == ".xz" else text).decode("utf-8").split("\n")
            for number, line in enumerate(lines):
                for word in _WORD.findall(_MARKS.sub("", line.split("\t")[0])):
                    seen[word].add(f"{name} {number // 1000}")
    return sorted(word for word, documents in seen.items() if len(documents) >= FEWEST_DOCUMENTS)


def main() -> None:
    """Write the list of one language."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("language")
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    words = words_of(arguments.language, arguments.data)
    head = "# Written by training/word_list.py; what from: training/README.md.\n"
    arguments.out.write_text(head + "\n".join(words) + "\n", encoding="utf-8")
    print(f"{len(words)} words, {arguments.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
