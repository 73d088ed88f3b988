"""Make the shapes of countries that the map draws: ``src/peyman/web/world.json``.

The shapes are Natural Earth's (public domain, https://www.naturalearthdata.com), at 1:110,000,000, and for small states
a point out of those at 1:50,000,000, as the npm package ``world-atlas`` 2.0.2 (ISC) holds them:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz && pip install iso3166
    .venv/bin/python scripts/world_shapes.py package

Each country has its path on a map of `WIDTH` × `HEIGHT` in equal steps of degrees, and a point inside it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import iso3166

TARGET = Path(__file__).parents[1] / "src" / "peyman" / "web" / "world.json"
WIDTH, HEIGHT = 1000.0, 500.0

Point = tuple[float, float]
Ring = list[Point]


def rings_of(topology: dict[str, Any], geometry: dict[str, Any]) -> list[Ring]:
    """Return the outer rings of a country, in degrees."""
    polygons = {"Polygon": [geometry.get("arcs")], "MultiPolygon": geometry.get("arcs")}.get(geometry["type"]) or []
    scale, offset = topology["transform"]["scale"], topology["transform"]["translate"]

    def arc(number: int) -> Ring:
        x = y = 0
        line = []
        for dx, dy in topology["arcs"][number if number >= 0 else ~number]:
            x, y = x + dx, y + dy
            line.append((x * scale[0] + offset[0], y * scale[1] + offset[1]))
        return line if number >= 0 else line[::-1]

    return [[point for number in polygon[0] for point in arc(number)] for polygon in polygons if polygon]


def area(ring: Ring) -> float:
    """Return the area of a ring, in square degrees."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def placed(point: Point) -> Point:
    """Return where a point in degrees is on the map."""
    return ((point[0] + 180) * WIDTH / 360, (90 - point[1]) * HEIGHT / 180)


def parted(ring: Ring) -> list[Ring]:
    """Return a ring on the map as rings that do not run across it where it goes over the antimeridian.

    A ring that goes over it only once lies around a pole, and stays as it is.
    """
    over = [index for index, point in enumerate(ring) if abs(point[0] - ring[index - 1][0]) > WIDTH / 2]
    if len(over) < 2:
        return [ring]
    sides: dict[bool, Ring] = {True: [], False: []}
    for index, point in enumerate(ring):
        east = point[0] > WIDTH / 2
        if index in over:
            before = ring[index - 1]
            y = (before[1] + point[1]) / 2
            sides[not east].append((0.0 if east else WIDTH, y))
            sides[east].append((WIDTH if east else 0.0, y))
        sides[east].append(point)
    return [sides[True], sides[False]]


def path_of(rings: Iterable[Ring]) -> str:
    """Return the path of SVG of some rings, to a tenth of a unit."""
    parts = []
    for ring in (part for whole in rings for part in parted([*map(placed, whole)])):
        steps: list[str] = []
        for x, y in ring:
            step = f"{round(x, 1):g} {round(y, 1):g}"
            if not steps or steps[-1] != step:
                steps.append(step)
        if len(steps) > 2:
            parts.append(f"M{'L'.join(steps)}Z")
    return "".join(parts)


def middle(ring: Ring) -> Point:
    """Return a point in the middle of a ring, on the map."""
    count = len(ring)
    x, y = placed((sum(p[0] for p in ring) / count, sum(p[1] for p in ring) / count))
    return (round(x, 1), round(y, 1))


def main(package: Path) -> None:
    """Write the shapes."""
    found: dict[str, dict[str, Any]] = {}
    for detail in ("50m", "110m"):
        topology = json.loads((package / f"countries-{detail}.json").read_text(encoding="utf-8"))
        for geometry in topology["objects"]["countries"]["geometries"]:
            known = iso3166.countries_by_numeric.get(str(geometry.get("id", "")).zfill(3))
            rings = rings_of(topology, geometry)
            if known is None or not rings:
                continue
            x, y = middle(max(rings, key=area))
            found.setdefault(known.alpha3, {"x": x, "y": y})
            if detail == "110m":
                found[known.alpha3] |= {"x": x, "y": y, "path": path_of(rings)}
    text = json.dumps(dict(sorted(found.items())), separators=(",", ":"))
    TARGET.write_text(text.replace('},"', '},\n"') + "\n", encoding="utf-8")
    print(f"{len(found)} countries, {len(text) // 1000} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
