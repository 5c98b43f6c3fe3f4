"""Writes the outlines of countries that maps are drawn on.

Give it countries-110m.json: tools/compile_world.py countries-110m.json. The file
comes from the npm package world-atlas (Natural Earth, public domain). Only the shapes are kept.
"""

import json
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src" / "dragoman" / "web" / "static" / "world.json"


def compact(world: dict) -> dict:
    """The topology with nothing but the shapes of countries; Antarctica is left out."""
    shapes = [
        {"type": shape["type"], "arcs": shape["arcs"]}
        for shape in world["objects"]["countries"]["geometries"]
        if shape["properties"]["name"] != "Antarctica"
    ]
    return {
        "type": "Topology",
        "transform": world["transform"],
        "objects": {"countries": {"type": "GeometryCollection", "geometries": shapes}},
        "arcs": world["arcs"],
    }


if __name__ == "__main__":
    given = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    TARGET.write_text(json.dumps(compact(given), separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes", file=sys.stderr)
