"""Folding: the same for words and for whole texts, which are not kept."""

import tracemalloc

import pytest

from dragoman.core.fold import fold, folded_view


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("المملكة العربيّة", "المملكه العربيه"),  # al-mamlaka al-ʿarabiyya, the Arab kingdom
        ("إلى", "الي"),  # ilā, to
        ("“Café” – ŁÓDŹ", '"cafe" - lodz'),
        ("٢٠٢٤", "2024"),
        ("Straße", "strasse"),
    ],
)
def test_words_and_texts_fold_alike(text, folded):
    assert fold(text) == folded
    assert fold(f"{text} " * 50) == f"{folded} " * 50
    assert folded_view(text).text == folded


def test_long_texts_are_not_kept():
    tracemalloc.start()
    try:
        for number in range(2000):
            fold(f"{number} words of a long report " * 40)
        assert tracemalloc.get_traced_memory()[0] < 500_000
    finally:
        tracemalloc.stop()
