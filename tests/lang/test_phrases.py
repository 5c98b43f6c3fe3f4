"""Phrases in rows of folded words: optional articles, open endings, many at one word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.core.fold import fold
from dragoman.lang.phrases import Openings, Phrases, phrase_words

AL = fold("ال")


def rows(text: str, article: str = "") -> list[list[str]]:
    """The rows of a phrase, open endings marked with a star."""
    return [[w + "*" * open_end for w, open_end in row] for row in phrase_words(text, article)]


def folded(text: str) -> list[str]:
    return [fold(word) for word in text.split()]


@pytest.mark.parametrize(
    ("text", "article", "wanted"),
    [
        ("phone call", "", [["phone", "call"]]),
        ("negotiat*", "", [["negotiat*"]]),
        ("joint commit*", "", [["joint", "commit*"]]),
        ("Talks With", "", [["talks", "with"]]),
        ("~talks", "", [["talks"]]),
        ("~محادثات", AL, [["محادثات"], ["المحادثات"]]),
        ("~تعاون اقتصاد*", AL, [["تعاون", "اقتصاد*"], ["التعاون", "اقتصاد*"]]),
        (
            "~زيارة ~رسمية",
            AL,
            [
                ["زياره", "رسميه"],
                ["زياره", "الرسميه"],
                ["الزياره", "رسميه"],
                ["الزياره", "الرسميه"],
            ],
        ),
        ("", "", [[]]),
    ],
)
def test_rows_of_a_phrase(text: str, article: str, wanted: list[list[str]]) -> None:
    assert rows(text, article) == wanted


def test_found_at_a_word_with_length_and_value() -> None:
    phrases: Phrases[str] = Phrases()
    phrases.add("phone call", "call")
    phrases.add("phone", "set")
    phrases.add("phone call with", "call-with")
    words = folded("a phone call with Oman")
    assert sorted(phrases.at(words, 1)) == [(1, "set"), (2, "call"), (3, "call-with")]
    assert list(phrases.at(words, 0)) == []
    assert list(phrases.at(words, 2)) == []


def test_all_that_stands_among_words_with_place_length_and_value() -> None:
    phrases: Phrases[str] = Phrases()
    phrases.add("phone call", "call")
    phrases.add("phone", "set")
    phrases.add("visit*", "visit")
    words = folded("a phone call before visiting Oman by phone")
    assert phrases.all(words) == [(1, 2, "call"), (1, 1, "set"), (4, 1, "visit"), (7, 1, "set")]
    assert phrases.all([]) == []


def test_a_phrase_cut_off_by_the_end_is_not_found() -> None:
    phrases: Phrases[None] = Phrases()
    phrases.add("phone call with", None)
    assert list(phrases.at(folded("a phone call"), 1)) == []


def test_open_endings_match_what_begins_alike() -> None:
    phrases: Phrases[None] = Phrases()
    phrases.add("negotiat*", None)
    phrases.add("peace process*", None)
    assert phrases.anywhere(folded("they negotiated"))
    assert phrases.anywhere(folded("negotiat"))
    assert phrases.anywhere(folded("two peace processes"))
    assert not phrases.anywhere(folded("they renegotiated"))
    assert not phrases.anywhere(folded("peace or processes"))


def test_the_article_is_optional_only_where_marked() -> None:
    phrases: Phrases[None] = Phrases(AL)
    phrases.add("~محادثات", None)
    phrases.add("لقاء", None)
    assert phrases.anywhere(folded("أجرى المحادثات"))
    assert phrases.anywhere(folded("أجرى محادثات"))
    assert phrases.anywhere(folded("عقد لقاء"))
    assert not phrases.anywhere(folded("عقد اللقاء"))


def test_spelling_habits_do_not_matter() -> None:
    phrases: Phrases[None] = Phrases(AL)
    phrases.add("~مباحثات إقتصاديّة", None)
    assert phrases.anywhere(folded("المباحثات اقتصادية"))


def test_empty_tables() -> None:
    phrases: Phrases[None] = Phrases()
    assert not phrases
    assert not phrases.anywhere(folded("any words"))
    assert not phrases.anywhere([])
    phrases.add("", None)
    assert not phrases
    phrases.add("talks", None)
    assert phrases
    assert not phrases.anywhere([])


def test_phrases_added_after_a_search_are_found() -> None:
    phrases: Phrases[str] = Phrases()
    phrases.add("talks", "a")
    assert list(phrases.at(["talks"], 0)) == [(1, "a")]
    phrases.add("talk*", "b")
    assert sorted(phrases.at(["talks"], 0)) == [(1, "a"), (1, "b")]


WORDS = st.sampled_from(["talks", "call", "phone", "with", "in", "visit"])


@given(st.lists(st.lists(WORDS, min_size=1, max_size=3), max_size=6), st.lists(WORDS, max_size=12))
def test_the_table_finds_what_a_plain_search_finds(
    listed: list[list[str]], words: list[str]
) -> None:
    phrases: Phrases[int] = Phrases()
    for k, phrase in enumerate(listed):
        phrases.add(" ".join(phrase), k)
    for i in range(len(words)):
        wanted = {(len(p), k) for k, p in enumerate(listed) if words[i : i + len(p)] == p}
        assert set(phrases.at(words, i)) == wanted
    plain = any(words[i : i + len(p)] == p for p in listed for i in range(len(words)))
    assert phrases.anywhere(words) is plain


def test_openings_tell_which_lists_may_stand_among_words() -> None:
    lists: list[Phrases[None]] = [Phrases(AL) for _ in range(4)]
    listed = [["trade deal", "~اتفاق تجاري"], ["negotiat*"], [], ["deal"]]
    for phrases, texts in zip(lists, listed, strict=True):
        for text in texts:
            phrases.add(text, None)
    among = Openings(lists).among
    assert among([]) == among(folded("no word of these")) == 0b0100
    assert among(folded("a trade row")) == 0b0101
    assert among(folded("الاتفاق")) == 0b0101
    assert among(folded("negotiators negotiated a deal")) == 0b1110


@given(
    st.lists(st.lists(st.text("ab* ", max_size=6), max_size=3), max_size=5),
    st.lists(st.text("ab", min_size=1, max_size=4), max_size=5),
)
def test_openings_miss_no_list(texts: list[list[str]], words: list[str]) -> None:
    lists: list[Phrases[None]] = [Phrases() for _ in texts]
    for phrases, some in zip(lists, texts, strict=True):
        for text in some:
            phrases.add(text, None)
    found = Openings(lists).among(words)
    for n, phrases in enumerate(lists):
        assert found >> n & 1 or (phrases and not phrases.anywhere(words))
