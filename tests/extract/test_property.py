"""Whatever is put together out of a pack's own words is read, and every span lies inside."""

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.core.reading import Reading
from dragoman.lang.discover import languages
from dragoman.lang.gazetteer import read_table
from dragoman.lang.pack import LanguagePack
from dragoman.lang.rules import RuleBook
from tests.extract.reading import read

TABLES = ("polities.csv", "organizations.csv", "offices.csv", "people.csv", "frameworks.csv")
PLACES = ("places.csv", "words.csv")
VERB_FORMS = ("lemma", "past", "participle", "imperfect", "masdar", "active_participle")
DATES = ["on Monday", "yesterday", "5 March 2023", "in May", "next week", "2024-01-02", "Jan. 3",
         "يوم الاثنين", "أمس", "5 مارس 2023", "في مايو", "الأسبوع المقبل", "٣ يناير",
         "غدا"]  # fmt: skip
MARKS = [".", ",", "،", "؛", ":", ";", "(", ")", "-", "—", "/", '"', "“", "”", "«", "»", "'", "’s",
         "؟", "!", "...", "\n", "\n\n", "\r\n", "\t", "\u200f", "\u200b", "\u0640", "1", "2+2",
         "40", "Jr.", "S.", "ال", "و", "ب", "ل"]  # fmt: skip


@cache
def words(code: str) -> list[str]:
    """Names, offices, small words and forms of verbs of a pack."""
    pack = LanguagePack.for_language(code)
    found = {row["form"] for table in TABLES for _, row in read_table(code, table)}
    found |= {row["form"] for table in PLACES for _, row in read_table(code, table)}
    found |= {
        row[form]
        for _, row in read_table(code, "verbs.csv")
        for form in VERB_FORMS
        if row.get(form)
    }
    for group in (*pack.classes.values(), *pack.factuality.values()):
        found |= group
    return sorted(found | set(pack.prepositions))


@cache
def sentences(code: str) -> list[str]:
    """The sentences that the pack's rules read."""
    return sorted({text for rule in RuleBook.for_language(code).rules for text in rule.reads})


def spans(reading: Reading) -> Iterator[tuple[int, int, str]]:
    for record in (
        *reading.engagements,
        *reading.statements,
        *reading.outcomes,
        *reading.events,
        *(p for e in reading.engagements for p in e.participants),
    ):
        for span in record.evidence:
            yield span.start, span.end, span.text


def check(text: str, language: str | None) -> None:
    reading = read(text, language)
    for start, end, words_there in spans(reading):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == words_there
    for engagement in reading.engagements:
        assert list(engagement.sides) == sorted(set(engagement.sides))
        assert len(engagement.sides) > 1
    for event in reading.events:
        assert event.source != event.target


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    """A text of one pack's words, with some of another's, and its language."""
    code = draw(st.sampled_from(languages()))
    other = draw(st.sampled_from(languages()))
    own = st.sampled_from(words(code))
    pieces = draw(
        st.lists(
            st.one_of(
                own,
                own,
                st.sampled_from(DATES),
                st.sampled_from(MARKS),
                st.sampled_from(words(other)),
            ),
            min_size=1,
            max_size=30,
        )
    )
    joiner = draw(st.sampled_from([" ", " ", " ", ""]))
    return joiner.join(pieces), code


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[str, str]:
    """Sentences that rules read, with words dropped, doubled and swapped."""
    code = draw(st.sampled_from(languages()))
    chosen = draw(st.lists(st.sampled_from(sentences(code)), min_size=1, max_size=3))
    parts = " ".join(chosen).split()
    for _ in range(draw(st.integers(0, 6))):
        i, j = (draw(st.integers(0, len(parts) - 1)) for _ in range(2))
        match draw(st.integers(0, 3)):
            case 0:
                parts[i], parts[j] = parts[j], parts[i]
            case 1:
                parts.insert(i, parts[j])
            case 2:
                parts[i] = draw(st.sampled_from(MARKS))
            case _:
                parts[i] = draw(st.sampled_from(words(code)))
    return " ".join(parts), code


SETTINGS = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@SETTINGS
@given(texts())
def test_words_of_the_packs_in_any_order(case: tuple[str, str]) -> None:
    check(*case)


@SETTINGS
@given(spoiled())
def test_spoiled_sentences(case: tuple[str, str]) -> None:
    check(*case)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(texts())
def test_language_found_by_itself(case: tuple[str, str]) -> None:
    check(case[0], None)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(max_size=120), st.sampled_from(languages()))
def test_arbitrary_characters(text: str, language: str) -> None:
    check(text, language)


@pytest.mark.parametrize("code", languages())
def test_words_are_drawn_from_the_pack(code: str) -> None:
    assert len(words(code)) > 1000
    assert len(sentences(code)) > 100
