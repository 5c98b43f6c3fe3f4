import pytest

from dragoman.core.errors import InputError
from dragoman.sources.html import read_html

WORDS = "The ministers met in Accra to discuss fishing."


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000 + WORDS + "</div>" * 50_000,
        f'<p data-x="{"x" * 1_000_000}">{WORDS}</p>',
        f"<script>{'<' * 10_000}</script><p>{WORDS}</p>",
        f"<html><body><p>{WORDS}",
        f"<b><i></b></i><table><p>{WORDS}</td>",
        WORDS,
    ],
)
def test_hostile_pages_give_their_text(page):
    assert WORDS in read_html(page).text


@pytest.mark.parametrize("page", ["<script>var a = 1;</script>", "<html></html>", "<p> </p>"])
def test_pages_without_text_are_refused(page):
    with pytest.raises(InputError, match="no text"):
        read_html(page)
