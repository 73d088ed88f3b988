"""A small pretrained language model: how likely, by its words in their sentences, a stretch of text tells something.

Its weights, in ``weights/meaning/``, are the lower six layers of multilingual-e5-small (Wang et al. 2024,
arXiv:2402.05672) as they were published, and a small network that ``training/language_model.py`` has taught. What it
needs comes with the extra ``meaning``: ONNX Runtime, numpy and sentencepiece. None of these is imported before a
document is weighed with it.

A document is cut into windows of whole sentences. Each window is asked by itself, with one thread, so that what is said
of a document does not depend on what else is read beside it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from peyman.errors import MissingExtra

WEIGHTS = Path(__file__).parents[1] / "weights" / "meaning"
#: What the extra brings.
PACKAGES = ("numpy", "onnxruntime", "sentencepiece")
#: Pieces of a window, and of what stands before it that it is shown beside them.
OWN, BEFORE = 96, 32
#: Numbers that stand for a piece, and how many of them share a scale.
WIDTH, BLOCK = 384, 32
#: A character range.
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a document as the model is shown it.

    Attributes:
        pieces: The numbers of its pieces, begin and end of text among them.
        ranges: The characters of each piece; of begin and end of text nothing.
        first: The first piece that is its own; what stands before it is shown beside.
    """

    pieces: list[int]
    ranges: list[Range]
    first: int

    def within(self, start: int, end: int) -> list[int]:
        """Return the places of the pieces that share a character with ``[start, end)``."""
        return [n for n, (a, b) in enumerate(self.ranges) if a < end and start < b]


class Cutter:
    """Cuts a text into pieces and windows."""

    def __init__(self, path: Path) -> None:
        """Load the vocabulary.

        Args:
            path: A unigram model of sentencepiece.
        """
        from sentencepiece import SentencePieceProcessor

        self._processor: Any = SentencePieceProcessor(model_file=str(path))
        self._begin, self._end = int(self._processor.bos_id()), int(self._processor.eos_id())

    def pieces(self, text: str, start: int, end: int) -> list[tuple[int, Range]]:
        """Return the pieces of ``text[start:end]``, each with its characters in the text."""
        found = self._processor.encode(text[start:end], return_type="offset_mapping")
        return [(number, (start + a, start + b)) for number, (a, b) in zip(found["ids"], found["offsets"], strict=True)]

    def windows(self, text: str, sentences: Sequence[Range]) -> list[Window]:
        """Cut a text into windows of whole sentences; a sentence that is too long for one is cut as well.

        Args:
            text: The text.
            sentences: Its sentences, in order.
        """
        pieces: list[tuple[int, Range]] = []
        firsts: list[int] = [0]
        for start, end in sentences:
            of_sentence = self.pieces(text, start, end)
            if len(pieces) + len(of_sentence) - firsts[-1] > OWN and len(pieces) > firsts[-1]:
                firsts.append(len(pieces))
            pieces += of_sentence
            while len(pieces) - firsts[-1] > OWN:
                firsts.append(firsts[-1] + OWN)
        nothing = (-1, -1)
        windows = []
        for first, last in zip(firsts, [*firsts[1:], len(pieces)], strict=True):
            shown = pieces[max(0, first - BEFORE) : last]
            if last > first:
                numbers = [self._begin, *(number for number, _ in shown), self._end]
                ranges = [nothing, *(characters for _, characters in shown), nothing]
                windows.append(Window(numbers, ranges, 1 + min(first, BEFORE)))
        return windows


def window_of(windows: Sequence[Window], start: int) -> Window | None:
    """Return the window that has a character among its own; None where it stands in no piece."""
    starts = [window.ranges[window.first][0] for window in windows]
    number = bisect_right(starts, start) - 1
    return windows[number] if number >= 0 else None


@dataclass(frozen=True, slots=True)
class Head:
    """A small network upon the states of two stretches: a hidden layer of rectified units, and a number.

    Attributes:
        inner: Weights and offsets of the hidden layer.
        outer: The same of the number that it gives, in log-odds.
    """

    inner: tuple[Any, Any]
    outer: tuple[Any, Any]

    @classmethod
    def load(cls, path: Path) -> Head:
        """Load one that was written in half precision."""
        import numpy as np

        with np.load(path) as packed:
            parts = [packed[name].astype(np.float32) for name in ("inner", "inner_offset", "outer", "outer_offset")]
        return cls((parts[0], parts[1]), (parts[2], parts[3]))

    def save(self, path: Path) -> None:
        """Write it in half precision."""
        import numpy as np

        parts = (*self.inner, *self.outer)
        names = ("inner", "inner_offset", "outer", "outer_offset")
        np.savez_compressed(path, **{n: np.asarray(p, np.float16) for n, p in zip(names, parts, strict=True)})

    def score(self, states: Any) -> float:
        """Return what the states speak for, in log-odds."""
        hidden = states @ self.inner[0] + self.inner[1]
        hidden[hidden < 0] = 0
        return float(hidden @ self.outer[0] + self.outer[1])


class LanguageModel:
    """The model with its vocabulary."""

    def __init__(self, folder: Path = WEIGHTS, head: bool = True) -> None:
        """Load it.

        Args:
            folder: Where its weights stand.
            head: Whether it is to say something of encounters, and not only to give its states.

        Raises:
            MissingExtra: If the extra `meaning` is not installed.
        """
        if not installed():
            raise MissingExtra("meaning")
        import numpy as np
        import onnxruntime

        self._cutter = Cutter(folder / "pieces.model")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(
            str(folder / "layers.onnx"), options, providers=["CPUExecutionProvider"]
        )
        with np.load(folder / "embeddings.npz") as packed:
            self._nibbles, self._scales = packed["nibbles"], packed["scales"]
        self._head = Head.load(folder / "encounters.npz") if head else None

    def encounters(
        self, text: str, sentences: Sequence[Range], candidates: Sequence[tuple[Range, Range]]
    ) -> list[float]:
        """Return what speaks for an encounter being told at each of several mentions, in log-odds; 0.0 if nothing.

        Args:
            text: The document's repaired text.
            sentences: Its sentences.
            candidates: Of each mention its cue and its clause, as characters.
        """
        vectors = self.vectors(text, sentences, candidates)
        assert self._head is not None, "loaded without its head"
        return [0.0 if vector is None else self._head.score(vector) for vector in vectors]

    def vectors(
        self, text: str, sentences: Sequence[Range], candidates: Sequence[tuple[Range, Range]]
    ) -> Iterator[Any | None]:
        """Yield what the model makes of each of several mentions; None of one that stands in no piece.

        Args:
            text: The document's repaired text.
            sentences: Its sentences.
            candidates: Of each mention its cue and its clause, as characters.
        """
        import numpy as np

        windows = self._cutter.windows(text, sentences)
        states: dict[int, Any] = {}
        for cue, clause in candidates:
            window = window_of(windows, cue[0])
            places = [window.within(*stretch) for stretch in (cue, clause)] if window is not None else []
            if window is None or not all(places):
                yield None
                continue
            if id(window) not in states:
                states[id(window)] = self._states(window.pieces)
            yield np.concatenate([states[id(window)][some].mean(axis=0) for some in places])

    def _states(self, pieces: Sequence[int]) -> Any:
        """What the model makes of each piece of a window."""
        embedded = unpacked(self._nibbles[pieces], self._scales[pieces])
        return self._session.run(["states"], {"embedded": embedded[None]})[0][0]


def unpacked(nibbles: Any, scales: Any) -> Any:
    """Return numbers that were packed in four bits each: sixteen bytes and a scale for every 32 of them.

    Args:
        nibbles: Bytes; the n-th of a block holds its n-th number below, and its number n + 16 above, both plus 8.
        scales: What each block is multiplied by.
    """
    import numpy as np

    blocks = nibbles.reshape(len(nibbles), -1, BLOCK // 2)
    both = np.concatenate([blocks & 15, blocks >> 4], axis=2).astype(np.float32) - 8.0
    return (both * scales.astype(np.float32)[:, :, None]).reshape(len(nibbles), -1)


@cache
def installed() -> bool:
    """Whether the extra `meaning` is installed."""
    return all(find_spec(package) is not None for package in PACKAGES)


@cache
def language_model() -> LanguageModel:
    """Return the model that comes with Peyman, loaded once.

    Raises:
        MissingExtra: If the extra `meaning` is not installed.
    """
    return LanguageModel()
