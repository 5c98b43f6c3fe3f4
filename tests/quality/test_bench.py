"""Figures of speed."""

from dragoman.quality.bench import REPEAT, Figures, measure, texts
from dragoman.quality.bench_compare import (
    _DRAGOMAN,
    BEGIN,
    END,
    Row,
    _reading,
    articles,
    write_between,
)


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


def test_a_title_without_a_text_is_no_failure(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"title": "Talks", "text": ""}\n{"text": "Chile and Peru held talks."}\n')
    figures = measure([str(path)])
    assert (figures.documents, figures.failed, figures.left_out) == (1, 0, 1)


def test_articles_are_the_english_ones_that_hold_a_text(tmp_path):
    (tmp_path / "en_news.jsonl").write_text('{"text": "One."}\n{"text": ""}\n')
    (tmp_path / "ar_news.jsonl").write_text('{"text": "واحد"}\n')
    assert articles(tmp_path) == ["One."]


def test_the_comparison_takes_its_place_in_the_page_and_names_what_was_skipped(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"before\n\n{BEGIN}\nold\n{END}\n\nafter\n")
    rows = [Row("a", 12.34, 1.5, 200.4).cells(), Row("b", skipped="no model").cells()]
    assert rows == [("a", "12.3", "1.5", "200"), ("b", "skipped: no model", "", "")]
    write_between(page, ["new"])
    write_between(page, ["newer"])
    assert page.read_text() == f"before\n\n{BEGIN}\nnewer\n{END}\n\nafter\n"


def test_a_library_that_is_not_there_is_skipped_with_its_reason(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Chile and Peru held talks."}')
    row = _reading("none", "from no_such_library import read", path)
    assert "no_such_library" in row.skipped
    assert _reading("dragoman", _DRAGOMAN, path).rate > 0
