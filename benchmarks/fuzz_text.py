"""Look for texts that break the reading of text: hostile characters, broken pages, mixtures of languages.

    python benchmarks/fuzz_text.py --minutes 10 [--engine hypothesis|atheris] [--seeds FOLDER]

What has to hold of any text at all: nothing is raised, every offset leads back into the published text, the map goes
both ways, tokens, blocks, sentences, quotations and passages stand in order, half characters are replaced one for one,
and dates lie in order, in the text, with a value of EDTF level 1. A text that breaks one of these is written to the
folder of seeds, which the tests run through each time.
`make fuzz` runs both engines; atheris is used where it is installed.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import sys
import time
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from peyman import languages
from peyman.dates import edtf
from peyman.dates.finder import DatesOfText
from peyman.text.analysis import AnalysedText, analyse
from peyman.text.identify import identify
from peyman.text.oddities import oddities, without_surrogates

SEEDS = Path(__file__).parent.parent / "tests" / "text" / "seeds"
#: Pieces that texts are put together from: what hurts, and what is usual.
PIECES = (
    "وزیران خارجه دو کشور در مسقط دیدار کردند.", "میروند و گفتهاند", "خانه های", "قال الوزير إن المشاورات مستمرة",
    "فيالاجتماع", "وهزارهتی دهرهوه", "وەزارەتی دەرەوە", "Wezareta Derve got ku", "The ministers met on Tuesday.",
    "İstanbul'da görüştü", "«", "»", "“", "”", '"', "‘", "’", "\u200c", "\u200d", "\u200e", "\u202b", "\u202e",
    "\ufeff", "\u00ad", "\u0640", "\u064e", "\u0301", "\u0307", "İ", "ß", "ﺍ", "ﷺ", "Ø§", "Ã®", "&nbsp;",
    "&amp;zwnj;", "&#xd800;", "&#1114112;", "\0", "\ud800", "\udfff", "\uffff", "\u0378", "\ue000", "\U0001f539",
    "\U000e0001", "\n", "\r\n", "\u2028", "\x85", "\t", " ", "\u00a0", "\u3000", ".", "...", "…", "؟", "،", "[1]",
    "1.", "۱_", "date 2025-11-07", "12:30", "2024/03/05", "انتهای پیام/", "اقرأ أيضا", "| ", "> ", "a\u0300",
    "۱۴۰۴/۰۸/۱۵", "2025-11-07", "31/4/2025", "پنجشنبه هفته آینده", "تا پایان سال ۱۴۰۴", "تشرين الثاني/نوفمبر 2025",
    "خلال الأشهر الثلاثة المقبلة", "أمس الأربعاء", "٢٧ـی ئەیلوولی ٢٠٢٤",
    "سێ ڕۆژ لەمەوبەر", "٢٤ی بەفرانباری ٢٧٢٥",
    "27ê Îlona 2024an", "roja Çarşemê", "salên 1990î", "no later than the end of September", "two days before",
    "the week of", "between", "from", "until", "and", "1447", "1404", "2725",
    "12", "31", "0", "-", "–", "/", ":", "at 9 pm", "سال ۹۴", "7, 8 and 9",
)  # fmt: skip


def check(text: str, code: str) -> AnalysedText:
    """Analyse a text, and assert what has to hold of it."""
    cleaned, _ = without_surrogates(text)
    assert len(cleaned) == len(text)
    identify(text)
    found = analyse(cleaned, languages.load(code))
    oddities(found)
    assert found.offsets.original_length == len(cleaned)
    assert found.offsets.edited_length == len(found.repaired)
    at = 0
    for token in found.tokens:
        assert at <= token.start < token.end <= len(found.repaired)
        assert found.repaired[token.start : token.end] == token.text
        start, end = found.offsets.to_original(token.start, token.end)
        assert 0 <= start <= end <= len(cleaned)
        back = found.offsets.to_edited(start, end)
        assert back[0] <= token.start and (back[1] >= token.end or start == end)
        at = token.end
    for parts in (found.blocks, found.passages):
        at = 0
        for part in parts:
            assert at <= part.start <= part.end <= len(found.repaired)
            at = part.end
    for ranges in (found.sentences, found.quotations):
        at = 0
        for piece in ranges:
            assert at <= piece.first < piece.last <= len(found.tokens)
            at = piece.last
    check_dates(found)
    for section in found.sections():
        assert section.heading[0] <= section.heading[1] <= section.body[0] <= section.body[1] <= len(cleaned)
    return found


def check_dates(text: AnalysedText) -> None:
    """Find the dates of a text, for several days of publication, and assert what has to hold of them."""
    dates = DatesOfText(text)
    for published in (None, "2025-11-07", "2024-02", "0001-01-01", "9999-12-31"):
        found = dates.resolve(published)
        at = 0
        for date in found:
            assert at <= date.first < date.last <= len(text.tokens)
            assert date.edtf is None or edtf.bounds(date.edtf) is not None
            at = date.last
        for date in dates.lengths(found):
            assert 0 <= date.first < date.last <= len(text.tokens)


def keep(text: str, folder: Path) -> Path:
    """Write a text that broke something to the folder of seeds."""
    folder.mkdir(parents=True, exist_ok=True)
    data = text.encode("utf-8", "surrogatepass")
    path = folder / f"{hashlib.sha256(data).hexdigest()[:16]}.txt"
    path.write_bytes(data)
    return path


def read_seed(path: Path) -> str:
    """Read a text of the folder of seeds."""
    return path.read_bytes().decode("utf-8", "surrogatepass")


def with_hypothesis(minutes: float, folder: Path) -> int:
    """Search with hypothesis until the time is over; return how many texts were tried."""
    until, tried = time.monotonic() + 60 * minutes, 0
    pieces = st.one_of(
        st.sampled_from(PIECES), st.text(max_size=8), st.text(alphabet="".join(PIECES[:12]), max_size=30)
    )
    texts = st.lists(pieces, max_size=40).map("".join)

    @settings(
        max_examples=2000,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )
    @given(texts, st.sampled_from(languages.codes()), st.integers(1, 40))
    def holds(text: str, code: str, times: int) -> None:
        nonlocal tried
        if time.monotonic() > until:
            return
        tried += 1
        last[:] = [text * times if len(text) * times < 4000 else text]
        check(last[0], code)

    last: list[str] = [""]
    while time.monotonic() < until:
        try:
            holds()
        except Exception:
            print(f"broken; kept in {keep(last[0], folder)}", file=sys.stderr)
            raise
    return tried


def with_atheris(minutes: float, folder: Path) -> None:
    """Search with atheris, which is led by the branches that a text takes; the process ends with the search."""
    atheris: Any = importlib.import_module("atheris")
    codes = languages.codes()

    def one(data: bytes) -> None:
        provider = atheris.FuzzedDataProvider(data)
        code = codes[provider.ConsumeIntInRange(0, len(codes) - 1)]
        text = provider.ConsumeUnicode(4000)
        try:
            check(text, code)
        except Exception:
            print(f"broken; kept in {keep(text, folder)}", file=sys.stderr)
            raise

    for module in (
        "repair",
        "segment",
        "wrapping",
        "quotations",
        "passages",
        "characters",
        "mojibake",
        "furniture",
        "tokens",
    ):
        loaded = sys.modules[f"peyman.text.{module}"]
        for name, value in list(vars(loaded).items()):
            if callable(value) and getattr(value, "__module__", "") == loaded.__name__ and hasattr(value, "__code__"):
                setattr(loaded, name, atheris.instrument_func(value))
    atheris.Setup([sys.argv[0], f"-max_total_time={int(60 * minutes)}", "-max_len=4000", "-rss_limit_mb=3000"], one)
    atheris.Fuzz()


def main() -> None:
    """Search for so many minutes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--engine", choices=["hypothesis", "atheris"], default="hypothesis")
    parser.add_argument("--seeds", type=Path, default=SEEDS)
    arguments = parser.parse_args()
    if arguments.engine == "atheris":
        with_atheris(arguments.minutes, arguments.seeds)
    else:
        print(f"{with_hypothesis(arguments.minutes, arguments.seeds)} texts, none broken")


if __name__ == "__main__":
    main()
