"""The reading keeps to its floors, on every set that this machine has."""

import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.core.errors import DataError
from dragoman.quality.floors import FloorSet, below, load_floors, load_speed
from dragoman.quality.tally import Score

ROOT = Path(__file__).parents[2]

SETS = load_floors(ROOT / "quality-floors.toml")


@pytest.mark.parametrize("wanted", SETS, ids=[s.name for s in SETS])
def test_the_reading_keeps_to_its_floors(wanted, tmp_path):
    if not wanted.present:
        pytest.skip(f"the set {wanted.name} is not on this machine")
    command = [sys.executable, "-m", "dragoman.cli", "score", str(wanted.gold), "--strict"]
    done = subprocess.run(
        [*command, "--page", str(tmp_path / "misses.html")],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    # Only figures are shown: the texts of some sets are for measuring and never to be seen.
    assert (done.returncode, [x for x in done.stderr.splitlines() if "floor" in x]) == (0, [])
    assert (tmp_path / "misses.html").exists() is not wanted.sealed


def test_all_sets_of_the_floors_file_are_known():
    assert [s.name for s in SETS] == ["samples", "seeds", "dev", "check"]
    assert SETS[0].present
    assert [s.name for s in SETS if s.sealed] == ["check"]


def test_below_tells_layer_figure_and_floor():
    score = Score()
    score.layers["events"].hit, score.layers["events"].missed = 1, 3
    score.leaks = 2
    wanted = FloorSet("x", Path(), Path(), {"events": 0.5, "dates": 1.0}, {"events": 0.5}, 0)
    assert below(wanted, {"qq": score}) == [
        "x: events F1 0.400 < 0.50",
        "x, qq alone: events F1 0.400 < 0.50",
        "x: 2 strings of furniture left in stories",
    ]


def test_a_floor_that_is_met_exactly_is_met():
    score = Score()
    score.layers["events"].hit, score.layers["events"].missed = 1, 1
    exact = score.layers["events"].f1
    assert below(FloorSet("x", Path(), Path(), {"events": exact}), {"qq": score}) == []


def test_a_floor_for_no_layer_is_an_error(tmp_path):
    file = tmp_path / "floors.toml"
    file.write_text('[sets.x]\ngold = "a"\ntexts = "b"\n[sets.x.floors]\nspeling = 1.0\n')
    with pytest.raises(DataError, match="speling"):
        load_floors(file)
    file.write_text("[sets")
    with pytest.raises(DataError, match=r"floors\.toml"):
        load_floors(file)


def test_speed_has_floors_too():
    assert load_speed(ROOT / "quality-floors.toml") == {
        "documents_per_second": 60, "memory_mb": 400
    }  # fmt: skip
