"""A small neural tagger of names for all languages together, to be compared with the conditional random fields.

    pip install torch onnx onnxruntime
    python training/neural_names.py DATA ANNOTATED OUT.onnx [--rounds N] [LANGUAGE ...]

One network for the languages named: the letters of a folded word by a convolution of width three, the word itself
hashed, its shape, how common it is and its language, then one bidirectional LSTM (Lample et al. 2016, Ma and Hovy
2016) and a conditional random field over its labels, whose best path is sought here with numpy. Words are dropped at
random in training, so that the letters have to carry. Learns from the sentences of `compare_taggers.learnt`; Adam, seed
20251107, one thread. What runs is the ONNX file, by ONNX Runtime on one thread: torch trains only.
"""

from __future__ import annotations

import argparse
import json
import random
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from compare_taggers import learnt
from names import OWN_WEIGHT, Sentence

from peyman import languages
from peyman.actors.known.tagger import rank_class, shape, word_ranks
from peyman.languages import Language
from peyman.text.tokens import Token

SEED = 20251107
LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
SHAPES = {name: number for number, name in enumerate(("xx", "Xx", "XX", "9"))}
RANKS = {name: number for number, name in enumerate(("50", "200", "1000", "4000", "known", "rare"))}
LETTERS, BUCKETS, LONGEST = 320, 8192, 14
BATCH = 24
#: Share of words whose hash is hidden in training.
DROPPED = 0.25


def encode(tokens: Sequence[Token], ranks: Mapping[str, int], language: int) -> tuple[Any, Any]:
    """Return letters (words × LONGEST) and the other numbers of words (words × 4), as the network takes them."""
    letters: Any = np.zeros((len(tokens), LONGEST), dtype=np.int64)
    others: Any = np.zeros((len(tokens), 4), dtype=np.int64)
    for row, token in enumerate(tokens):
        word = token.fold
        cut = word if len(word) <= LONGEST else word[: LONGEST - 5] + word[-5:]
        for column, letter in enumerate(cut):
            code = ord(letter)
            letters[row, column] = 1 + (code if code < 128 else 128 + code % (LETTERS - 130))
        others[row] = (
            1 + zlib.crc32(word.encode()) % (BUCKETS - 1),
            SHAPES.get(shape(token), len(SHAPES)),
            RANKS[rank_class(word, ranks)],
            language,
        )
    return letters, others


class NeuralTagger:
    """The network of one language, run by ONNX Runtime on one thread.

    Args:
        path: What `main` wrote.
        language: One of the languages that it was trained on.
    """

    def __init__(self, path: Path, language: Language) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        told = self._session.get_modelmeta().custom_metadata_map
        self._transitions = np.array(json.loads(told["transitions"]), dtype=np.float32)
        self._language = json.loads(told["languages"]).index(language.code)
        self._ranks = word_ranks(language)

    def tag(self, tokens: Sequence[Token]) -> list[str]:
        """Return the label of each token of a sentence."""
        if not tokens:
            return []
        letters, others = encode(tokens, self._ranks, self._language)
        (scores,) = self._session.run(None, {"letters": letters[None], "others": others[None]})
        return [LABELS[n] for n in best_path(scores[0], self._transitions)]


def best_path(scores: Any, transitions: Any) -> list[int]:
    """Return the labels whose scores and transitions are highest together (Viterbi)."""
    best, came = scores[0], []
    for row in scores[1:]:
        over = best[:, None] + transitions
        came.append(over.argmax(0))
        best = over.max(0) + row
    path = [int(best.argmax())]
    for back in reversed(came):
        path.append(int(back[path[-1]]))
    return path[::-1]


def network(torch: Any, count: int) -> Any:
    """Return the network: (letters, others) → a score for each label of each word."""
    nn = torch.nn

    class Network(nn.Module):  # type: ignore[misc, name-defined]
        def __init__(self) -> None:
            super().__init__()
            self.letters = nn.Embedding(LETTERS, 24, padding_idx=0)
            self.convolution = nn.Conv1d(24, 64, 3, padding=1)
            self.words = nn.Embedding(BUCKETS, 48, padding_idx=0)
            self.shapes = nn.Embedding(len(SHAPES) + 1, 8)
            self.ranks = nn.Embedding(len(RANKS), 8)
            self.languages = nn.Embedding(count, 8)
            self.drop = nn.Dropout(0.35)
            self.rows = nn.LSTM(64 + 48 + 24, 80, batch_first=True, bidirectional=True)
            self.out = nn.Linear(160, len(LABELS))
            self.transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))

        def forward(self, letters: Any, others: Any) -> Any:
            sentences, words, _ = letters.shape
            spelt = self.letters(letters.reshape(sentences * words, LONGEST)).transpose(1, 2)
            spelt = torch.relu(self.convolution(spelt)).max(dim=2).values.reshape(sentences, words, 64)
            parts = [spelt, self.words(others[..., 0]), self.shapes(others[..., 1])]
            parts += [self.ranks(others[..., 2]), self.languages(others[..., 3])]
            return self.out(self.drop(self.rows(self.drop(torch.cat(parts, dim=-1)))[0]))

    return Network()


def loss(torch: Any, scores: Any, labels: Any, mask: Any, transitions: Any) -> Any:
    """Return the mean negative log likelihood of the labels of the sentences of a batch."""
    numbers = torch.arange(len(labels))
    alpha = scores[:, 0]
    gold = scores[numbers, 0, labels[:, 0]]
    for at in range(1, labels.shape[1]):
        on = mask[:, at]
        step = torch.logsumexp(alpha[:, :, None] + transitions[None], dim=1) + scores[:, at]
        alpha = torch.where(on[:, None], step, alpha)
        told = scores[numbers, at, labels[:, at]] + transitions[labels[:, at - 1], labels[:, at]]
        gold = gold + torch.where(on, told, torch.zeros_like(told))
    return (torch.logsumexp(alpha, dim=1) - gold).mean()


def rows_of(data: Path, annotated: Path, codes: Sequence[str]) -> list[tuple[Any, Any, Any]]:
    """Return letters, other numbers and labels of every sentence that is learnt from."""
    rows = []
    for number, code in enumerate(codes):
        language = languages.load(code)
        ranks = word_ranks(language)
        parts: tuple[list[Sentence], list[Sentence]] = learnt(data, annotated, language)
        for part, weight in zip(parts, (1, OWN_WEIGHT), strict=True):
            for tokens, labels in part:
                if tokens and len(tokens) <= 120:
                    told = np.array([LABELS.index(label) for label in labels], dtype=np.int64)
                    rows += [(*encode(tokens, ranks, number), told)] * weight
    return rows


def train(rows: list[tuple[Any, Any, Any]], count: int, rounds: int) -> Any:
    """Train the network on sentences of like length at a time."""
    import torch

    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    random_ = random.Random(SEED)
    model = network(torch, count)
    steps = torch.optim.Adam(model.parameters(), lr=2e-3, weight_decay=1e-6)
    schedule = torch.optim.lr_scheduler.LinearLR(steps, 1.0, 0.1, total_iters=rounds)
    for number in range(rounds):
        order = sorted(rows, key=lambda row: len(row[2]) + random_.random() * 4)
        batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
        random_.shuffle(batches)
        total = 0.0
        for batch in batches:
            longest = max(len(row[2]) for row in batch)
            padded = [
                torch.stack([torch.from_numpy(_padded(row[part], longest)) for row in batch]) for part in range(3)
            ]
            letters, others, labels = padded
            mask = torch.arange(longest)[None] < torch.tensor([len(row[2]) for row in batch])[:, None]
            others[..., 0] *= torch.rand(others.shape[:2]) >= DROPPED
            cost = loss(torch, model(letters, others), labels, mask, model.transitions)
            steps.zero_grad()
            cost.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            steps.step()
            total += cost.item()
        schedule.step()
        print(f"round {number + 1}: {total / len(batches):.3f}", flush=True)
    return model.eval()


def _padded(rows: Any, length: int) -> Any:
    made = np.zeros((length, *rows.shape[1:]), dtype=rows.dtype)
    made[: len(rows)] = rows
    return made


def write(model: Any, codes: Sequence[str], path: Path) -> None:
    """Write the network as ONNX, with its transitions and languages as metadata, its tables in eight bits."""
    import onnx
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic

    given = (torch.zeros(1, 7, LONGEST, dtype=torch.int64), torch.zeros(1, 7, 4, dtype=torch.int64))
    axes = {name: {0: "sentences", 1: "words"} for name in ("letters", "others", "scores")}
    torch.onnx.export(
        model, given, str(path), input_names=["letters", "others"], output_names=["scores"], dynamic_axes=axes,
        dynamo=False, opset_version=17,
    )  # fmt: skip
    quantize_dynamic(str(path), str(path), weight_type=QuantType.QInt8, op_types_to_quantize=["Gather", "MatMul"])
    whole = onnx.load(str(path))
    told = {"transitions": model.transitions.detach().tolist(), "languages": list(codes)}
    onnx.helper.set_model_props(whole, {key: json.dumps(value) for key, value in told.items()})
    onnx.save(whole, str(path))


def main() -> None:
    """Train and write the network."""
    parser = argparse.ArgumentParser(description="Train a small neural tagger of names.")
    parser.add_argument("data", type=Path, metavar="DATA", help="the folder of open training data")
    parser.add_argument("annotated", type=Path, metavar="ANNOTATED", help="annotated documents, <language>/<id>.json")
    parser.add_argument("out", type=Path, metavar="OUT", help="the ONNX file to write")
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help="codes of languages; all if none is given")
    parser.add_argument("--rounds", type=int, default=10, metavar="N", help="rounds over all sentences")
    chosen = parser.parse_args()
    codes = chosen.languages or list(languages.codes())
    rows = rows_of(chosen.data, chosen.annotated, codes)
    print(f"{len(rows)} sentences, {sum(len(row[2]) for row in rows)} words", flush=True)
    write(train(rows, len(codes), chosen.rounds), codes, chosen.out)


if __name__ == "__main__":
    main()
