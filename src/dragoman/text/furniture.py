"""What each line of a plain text dump is: body, headline, date, address, ticker, furniture.

"Story Code : 1207" is a code, «أضف تعليقا» (aḍif taʿlīqan, "add a comment") belongs to a comment
form; phrases come from the packs, shapes (addresses, times before headlines, rulers) from here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.core.fold import fold
from dragoman.core.spans import Span
from dragoman.lang.furniture import NO_CREDIT, Credit, furniture
from dragoman.text.bars import bar_kind
from dragoman.text.dates import LineDate, read_date_line

LineKind = Literal[
    "text", "blank", "date", "url", "ticker", "ruler", "social", "comment", "promo", "nav", "more",
    "related", "code", "credit", "keywords", "note", "repeat", "caption", "list",
]  # fmt: skip

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_URL = re.compile(r"[<(\[]?(?:https?://|www\.)\S+[>)\]]?|\S+@\S+\.\w+", re.IGNORECASE)
_TICKER = re.compile(r"[\W_]*\d{1,2}:\d{2}(?:\s*[-–|]\s*|\s*)(?=[^\W\d_])(?P<head>.{12,200})")
_HASHTAGS = re.compile(r"(?:#[\w\u064b-\u0652]+[\s,،]*){2,}")
_IMAGE = re.compile(r"[^\s]{1,80}\.(?:jpe?g|png|gif|webp|mp4|pdf)", re.IGNORECASE)
_TERMINAL = re.compile(r"[.!?؟…:؛;,،][\"'”’»)\]*_]*$")
_STOP = re.compile(r"[.؟!?…][\"'”’»)\]*_]*$")
_ALNUM = re.compile(r"[^\W_]")
_DIGIT = re.compile(r"\d")
_OPEN_KINDS = ("credit", "keywords", "link", "more")
_LONG = 100
_FEW_WORDS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the raw text without the space around it, and what it is."""

    start: int
    end: int
    text: str
    kind: LineKind = "text"
    credit: Credit = NO_CREDIT
    date: LineDate | None = None
    after_blank: bool = False

    @property
    def span(self) -> Span:
        """Where the line stands in the raw text."""
        return Span(self.start, self.end)

    @property
    def closed(self) -> bool:
        """True where the line ends as a sentence does."""
        return _STOP.search(self.text) is not None

    @property
    def headline_like(self) -> bool:
        """True for a line that could be a headline: short, with words, not ended by a full stop."""
        words = self.text.split()
        return (
            2 <= len(words) <= 40
            and len(self.text) <= 260
            and not (_TERMINAL.search(self.text) and self.text.rstrip("\"'”’»)")[-1] not in "!?؟…")
        )


def raw_lines(raw: str) -> Iterator[Line]:
    """The lines that hold anything, each knowing whether an empty one is before it."""
    last_end = 0
    for match in _LINE.finditer(raw):
        text = match[0].strip()
        if not text:
            continue
        start = match.start() + match[0].index(text[0])
        gap = raw[last_end:start]
        blank = gap.count("\n") > 1 or (gap.count("\r") > 1 and "\n" not in gap) or not last_end
        yield Line(start, start + len(text), text, after_blank=blank)
        last_end = start + len(text)


def classify(raw: str) -> list[Line]:
    """All lines of a raw text with their kinds, as far as a line alone tells them."""
    lines = [_classified(line) for line in raw_lines(raw)]
    dated = len(lines) > 1 and lines[1].kind == "date"
    if dated and lines[0].kind == "more" and len(lines[0].text.split()) > _FEW_WORDS:
        lines[0] = replace(lines[0], kind="text")
    return _clocks(lines)


def _classified(line: Line) -> Line:
    text = line.text
    if not _ALNUM.search(text):
        return replace(line, kind="ruler")
    if len(text) > 300:
        return line
    if _URL.fullmatch(text) or (_URL.match(text) and len(text.split()) == 1):
        return replace(line, kind="url")
    if _IMAGE.fullmatch(text) or _HASHTAGS.fullmatch(text):
        return replace(line, kind="keywords")
    found = furniture().line(text)
    if found is not None:
        kind, credit = found
        if kind in _OPEN_KINDS and line.closed and len(text) > _LONG:
            return line
        return replace(line, kind=_kind(kind), credit=credit)
    if bar := bar_kind(text):
        return replace(line, kind=bar)
    if _DIGIT.search(text) and (date := read_date_line(text)):
        return replace(line, kind="date", date=date)
    return line


def _kind(name: str) -> LineKind:
    """A pack's table name as a kind of line; unknown tables are menus."""
    for kind in ("social", "comment", "promo", "nav", "more", "related", "code", "credit"):
        if name == kind:
            return kind
    if name == "link":
        return "more"
    return "keywords" if name == "keywords" else "note" if name == "note" else "nav"


def _clocks(lines: list[Line]) -> list[Line]:
    """Marks headlines with times before them, where two or more of them stand together."""
    is_clock = [line.kind == "text" and bool(_TICKER.fullmatch(line.text)) for line in lines]
    out = []
    for i, line in enumerate(lines):
        near = is_clock[max(0, i - 1) : i] + is_clock[i + 1 : i + 2]
        if is_clock[i] and (any(near) or line.text.startswith(("-", "•", "*"))):
            out.append(replace(line, kind="ticker"))
        else:
            out.append(line)
    return out


_WORDS = re.compile(r"[^\W_]+")
_OPENING = 40
"""Code points in which the first word of a line shows; folding looks at one after another."""


def same_words(one: str, other: str) -> bool:
    """True where two lines have the same words, whatever their marks."""
    openings = (_WORDS.findall(fold(text[:_OPENING])) for text in (one, other))
    if len({words[0] for words in openings if len(words) > 1}) > 1:
        return False  # the first words, which are whole where another stands behind
    return _WORDS.findall(fold(one)) == _WORDS.findall(fold(other))
