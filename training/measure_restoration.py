"""Measure what repair restores, on text that nothing was learnt from.

    python training/measure_restoration.py DATA

Every kind of loss is made on purpose in the untouched part of the open sets, sentence by sentence, and repaired again.
Printed are precision, recall and F1 of the places where something was lost, the share of words restored exactly, and
how many words in a thousand are changed in the same text undamaged.
"""

from __future__ import annotations

import argparse
import lzma
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from identification import in_test, read

from peyman import languages
from peyman.text.repair import repair

JOINER = "\u200c"
_KEYBOARD = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ـ": "", "ھ": "ه", "\u200f": "", "\u200e": "", "\u00a0": " "})
# What is certain to be damage in Sorani: the vowel typed as he with a joiner, teh marbuta within a word, letters in
# printing-house shapes. A sentence that shows it is no undamaged text.
SURELY_DAMAGED = re.compile("[هة]\u200c(?=\\w)|ة(?=[^\\W\\d_])|[\ufb50-\ufdff\ufe70-\ufefc]")
_PLAIN = str.maketrans("êîûşçÊÎÛŞÇ", "eiuscEIUSC")


def treebank(path: Path) -> list[str]:
    """The running text of a treebank."""
    lines = lzma.decompress(path.read_bytes()).decode("utf-8").split("\n")
    return [line[9:] for line in lines if line.startswith("# text = ")]


def clean(sentence: str) -> str:
    """What is the same for the gold text and the repaired one: keyboards, blanks, stray joiners."""
    sentence = re.sub(" +", " ", sentence.translate(_KEYBOARD)).strip()
    return re.sub(f"(?<!\\w){JOINER}+|{JOINER}+(?!\\w)|(?<={JOINER}){JOINER}+", "", sentence)


def places(text: str, among: str) -> set[int]:
    """Where the joiners are, or which letters are among some, counted without joiners and spaces."""
    found, at = set(), 0
    for character in text:
        if character == JOINER:
            if JOINER in among:
                found.add(at)
            continue
        if character == " ":
            continue
        if character in among:
            found.add(at)
        at += 1
    return found


def measure(
    code: str,
    name: str,
    sentences: Sequence[str],
    damage: Callable[[str], str],
    among: str,
    damaged: re.Pattern[str] | None = None,
) -> None:
    """Print one line of figures; false changes also without the sentences that are damaged as they were published."""
    language = languages.load(code)
    right = wrong = missed = hurt = healed = words = false = 0
    spared_words = spared_false = 0
    errors: Counter[tuple[str, str]] = Counter()
    began, spent = 0.0, 0.0
    for sentence in sentences:
        lost = damage(sentence)
        began = time.perf_counter()
        repaired, _ = repair(lost, language)
        spent += time.perf_counter() - began
        gold, found = places(sentence, among), places(repaired, among)
        right, wrong, missed = right + len(gold & found), wrong + len(found - gold), missed + len(gold - found)
        meant, given, seen = sentence.split(), repaired.split(), lost.split()
        words += len(meant)
        if len(meant) == len(given) == len(seen):
            for one, other, before in zip(meant, given, seen, strict=True):
                hurt += before != one
                healed += before != one and one == other
                if one != other:
                    errors[one, other] += 1
        else:
            changed = Counter(meant) - Counter(seen)
            hurt += sum(changed.values())
            healed += sum((changed & Counter(given)).values())
        same, _ = repair(sentence, language)
        if same != sentence:
            changed_words = max(1, sum((Counter(same.split()) - Counter(sentence.split())).values()))
            false += changed_words
            if damaged is not None and damaged.search(sentence):
                spared_false += changed_words
        if damaged is not None and damaged.search(sentence):
            spared_words += len(meant)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(
        f"{code:4} {name:38} P {precision:.4f} R {recall:.4f} F1 {f1:.4f} "
        f"restored {healed / max(1, hurt):.4f} of {hurt}, false changes/1000 {1000 * false / words:.2f}, "
        + (f"in undamaged text {1000 * (false - spared_false) / (words - spared_words):.2f}, " if damaged else "")
        + f"{words / spent / 1000:.0f} k words/s"
    )
    if "--errors" in sys.argv:
        print("    ", "  ".join(f"{a}>{b} {n}".replace(JOINER, "|") for (a, b), n in errors.most_common(40)))


def main() -> None:
    """Measure every language."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--part", default="test", choices=["dev", "test"])
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--languages", default="fa,ckb,kmr,ar,en")
    arguments = parser.parse_args()
    wanted = arguments.languages.split(",")
    if "fa" in wanted:
        banks = {
            name: [clean(s) for s in treebank(arguments.data / f"ud/fa-{name}/fa_{name}-ud-{arguments.part}.conllu.xz")]
            for name in ("perdt", "seraji")
        }
        for name, sentences in [*banks.items(), ("both", banks["perdt"] + banks["seraji"])]:
            measure("fa", f"{name}, joiners lost", sentences, lambda s: s.replace(JOINER, ""), JOINER)
        measure("fa", "both, spaces for joiners", sentences, lambda s: s.replace(JOINER, " "), JOINER)
    held = [sentence for sentence in read(arguments.data) if in_test(sentence.document)]
    ends_in_he = re.compile("[^\\W\\d_]ه(?![\\w\\u200c])")
    if "ckb" in wanted:
        sorani = [clean(s.text) for s in held if s.language == "ckb"]
        sorani = [s for s in sorani if not ends_in_he.search(s)]
        measure("ckb", "he for the vowel", sorani, lambda s: s.replace("ە", "ه"), "ە", SURELY_DAMAGED)
        measure("ckb", "he for the vowel in half of the words", sorani, half, "ە", SURELY_DAMAGED)
    if "kmr" in wanted:
        kurmanji = [re.sub(" +", " ", s.text).strip() for s in held if s.language == "kmr"]
        measure("kmr", "diacritics lost", kurmanji, lambda s: s.translate(_PLAIN), "êîûşçÊÎÛŞÇ")
        long = [" ".join(kurmanji[at : at + 10]) for at in range(0, len(kurmanji), 10)]
        measure("kmr", "diacritics lost, ten sentences", long, lambda s: s.translate(_PLAIN), "êîûşçÊÎÛŞÇ")
    for code in ("ar", "en"):
        if code in wanted:
            measure(code, "undamaged", [re.sub(" +", " ", s.text).strip() for s in held if s.language == code], str, "")


def half(sentence: str) -> str:
    """He for the vowel in every other word."""
    return " ".join(word.replace("ە", "ه") if n % 2 else word for n, word in enumerate(sentence.split(" ")))


if __name__ == "__main__":
    main()
