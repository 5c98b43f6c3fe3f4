"""Figures of speed."""

from dragoman.quality.bench import REPEAT, Figures, texts


def test_figures_count_the_start_apart():
    figures = Figures(100, 2, 50_000, start=3.0, reading=2.0, peak=120.0)
    lines = figures.lines()
    assert "50.0" in lines[1]
    assert "20.0" in lines[2]
    assert "120 MB" in lines[-1]
    assert figures.missed({"documents_per_second": 60, "memory_mb": 100}) == [
        "below the floor of 60 documents a second",
        "above the limit of 100 MB",
    ]
    assert figures.missed({"documents_per_second": 50, "memory_mb": 120}) == []


def test_corpora_come_before_texts(tmp_path):
    (tmp_path / "a.txt").touch()
    assert texts(tmp_path) == [str(tmp_path / "a.txt")] * REPEAT
    (tmp_path / "b.jsonl").touch()
    assert texts(tmp_path) == [str(tmp_path / "b.jsonl")]
