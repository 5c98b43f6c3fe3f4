"""A document on its way through the reading: raw text that never changes, and what was found."""

from dataclasses import dataclass
from typing import Literal

from dragoman.core.interval import Interval
from dragoman.core.quick import quick
from dragoman.core.spans import Span

TokenKind = Literal["word", "number", "punct"]


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader of the output should know about the document, with where it stands."""

    code: str
    span: Span | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a source hands over: a text and what was said of it from outside."""

    uri: str
    raw: str
    content_id: str
    url: str | None = None
    title: str | None = None
    published: Interval | None = None
    retrieved: Interval | None = None
    language: str | None = None
    outlet: str | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """One article of a document, without furniture.

    `paragraphs` are spans of the raw text in order; `title` is a span where the title stands in
    the raw text. `dateline` is the stretch before the first sentence ("AMMAN - ").
    """

    id: str
    role: Literal["main", "related"]
    language: str
    paragraphs: tuple[Span, ...]
    title: Span | None = None
    title_text: str | None = None
    dateline: Span | None = None
    dateline_place: str | None = None
    published: Interval | None = None


@quick
@dataclass(frozen=True, slots=True)
class Token:
    """A word, clitic, number or mark; `norm` is its folded form."""

    start: int
    end: int
    norm: str
    kind: TokenKind = "word"
    glued: bool = False
    """True where no space parts it from the token before (clitics, marks)."""
    capital: bool = False
    """True where the raw form starts with a capital letter."""
    role: str = ""
    """What a split-off clitic is: conj, prep, future, article, object or possessive."""
    passive: bool = False
    """True where a mark that is written shows a verb of the past to be passive: «قُتل» (qutila)."""


@quick
@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a story; `headline` marks the story's title."""

    story: str
    index: int
    paragraph: int
    language: str
    span: Span
    tokens: tuple[Token, ...] = ()
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """Raw text and metadata, filled in step by step; every step returns a new one."""

    id: str
    uri: str
    raw: str
    url: str | None = None
    title: str | None = None
    language: str | None = None
    outlet: str | None = None
    agency: str | None = None
    published: Interval | None = None
    retrieved: Interval | None = None
    stories: tuple[Story, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    notes: tuple[Note, ...] = ()
