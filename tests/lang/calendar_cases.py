"""Sentences cut into tokens, and anchors, for the tests of expressions of time."""

import re
from datetime import date

from dragoman.core.document import Token
from dragoman.core.fold import fold
from dragoman.core.interval import Interval
from dragoman.lang.calendar import Calendar, TimeExpression

WORD = r"[\w\u064b-\u0652]+"
PIECE = re.compile(rf"{WORD}(?:[-/'’]{WORD})*|[^\w\s]")
FINE = re.compile(r"\d+|(?:[^\W\d]|[\u064b-\u0652])+|[^\w\s]")
THURSDAY = date(2023, 12, 14)


def cut(text: str, pieces: re.Pattern[str] = PIECE, clitics: str = "") -> list[Token]:
    """Tokens as a coarse or fine tokenizer gives them; listed clitics become their own tokens."""
    tokens: list[Token] = []
    before = -1
    for found in pieces.finditer(text):
        start, end = found.span()
        norm, capital = fold(found[0]), found[0][0].isupper()
        glued = start == before
        if len(norm) > 4 and norm[0] in clitics and norm[1:3] in ("ال", "كا", "تش"):
            tokens.append(Token(start, start + 1, norm[0], "word", glued, capital))
            start, norm, glued = start + 1, norm[1:], True
        tokens.append(Token(start, end, norm, "word", glued, capital))
        before = end
    return tokens


def day(text: str) -> date:
    """An ISO date."""
    return date.fromisoformat(text)


def dated(first: str | date, last: str | date | None = None) -> Interval:
    """A story's interval."""
    one = first if isinstance(first, date) else day(first)
    two = one if last is None else last if isinstance(last, date) else day(last)
    return Interval(one, two, "explicit", "dateline")


def read(code: str, text: str, pieces: re.Pattern[str] = PIECE) -> list[TimeExpression]:
    """The expressions of one sentence."""
    return Calendar.for_language(code).expressions(cut(text, pieces))


def only(code: str, text: str, pieces: re.Pattern[str] = PIECE) -> TimeExpression:
    """The one expression of a sentence that has just one."""
    found = read(code, text, pieces)
    assert len(found) == 1, [f.description for f in found]
    return found[0]


def words(text: str, expression: TimeExpression) -> str:
    """The words of an expression in the sentence it was read from (coarse tokens)."""
    tokens = cut(text)
    return text[tokens[expression.first].start : tokens[expression.last - 1].end]


def days(expression: TimeExpression, anchor: Interval | None, tense: str = "past") -> str:
    """What it resolves to: "2023-12-13", "2023-12-01..2023-12-31" or "none"."""
    found = expression.resolve(anchor, tense)  # type: ignore[arg-type]
    if found is None:
        return "none"
    if found.earliest == found.latest:
        return str(found.earliest)
    return f"{found.earliest}..{found.latest}"
