"""Numbers listed under words, packed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.knowledge.postings import Postings


@settings(deadline=None)
@given(st.dictionaries(st.text(max_size=4), st.lists(st.integers(0, 2**32 - 1), max_size=5)))
def test_gives_what_was_listed_under_each_word(listed):
    postings = Postings(listed)
    assert list(postings) == sorted(listed)
    assert all(list(postings.under(word)) == numbers for word, numbers in listed.items())


def test_nothing_stands_under_words_that_are_not_there():
    postings = Postings({"سالم": [3], "salem": [1, 4]})
    assert [list(postings.under(word)) for word in ("", "sal", "salem", "salems", "سالم", "ي")] == [
        [], [], [1, 4], [], [3], [],
    ]  # fmt: skip
    assert list(Postings({}).under("salem")) == []
