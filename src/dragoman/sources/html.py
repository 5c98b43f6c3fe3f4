"""The main text of a web page and what its metadata say."""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from typing import Any, TypeVar

from lxml import etree  # type: ignore[import-untyped]
from trafilatura import bare_extraction, external
from trafilatura.meta import reset_caches
from trafilatura.settings import JUSTEXT_LANGUAGES

from dragoman.core.errors import InputError
from dragoman.core.interval import Interval
from dragoman.lang.discover import languages
from dragoman.sources.addresses import host_of
from dragoman.sources.markup import one_line, unescaped
from dragoman.sources.page_dates import page_date

T = TypeVar("T")

_LOG = logging.getLogger(__name__)
_DEEPEST = 200
"""Tags nested deeper than this are read by the plain pass."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>")
_VOID = frozenset(
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "option",
        "tr",
        "td",
        "th",
    }
)
_HIDDEN = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "nav",
        "footer",
        "aside",
        "form",
        "svg",
        "iframe",
    }
)
_BREAKS = frozenset(
    {
        "p",
        "div",
        "br",
        "li",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "article",
        "section",
        "blockquote",
        "header",
        "ul",
        "ol",
        "table",
    }
)
_SPACES = re.compile(r"[^\S\n]+")
_BLANK = re.compile(r"\n{2,}")
_FEWEST = 40


@dataclass(frozen=True, slots=True)
class Page:
    """A page's main text, paragraphs on lines of their own, and its metadata."""

    text: str
    title: str | None = None
    published: Interval | None = None
    outlet: str | None = None
    url: str | None = None


def read_html(html: str, url: str | None = None) -> Page:
    """The main text of a page; where the extractor fails, all its visible text.

    Raises:
        InputError: no text can be found in it.
    """
    meta: object = None
    text = ""
    if _depth(html) <= _DEEPEST:
        text, meta = _guarded(lambda: _extract(html, url)) or ("", None)
    if len(text.strip()) < _FEWEST:
        text = _guarded(lambda: _visible(html)) or text
    text = unescaped(text).strip()
    if not text:
        raise InputError("no text in the page: is it drawn by scripts? Save it from a browser")
    return Page(
        text,
        title=_field(meta, "title"),
        published=_guarded(lambda: page_date(html)),
        outlet=_outlet(meta, url),
        url=_written(meta, "url"),
    )


def _guarded(step: Callable[[], T]) -> T | None:
    """What `step` gives, None where a hostile page breaks the libraries that read it."""
    try:
        return step()
    except (ValueError, TypeError, AttributeError, LookupError, AssertionError) as error:
        _LOG.debug("page not read: %s", error)
    except (RecursionError, MemoryError, OverflowError, etree.LxmlError) as error:
        _LOG.debug("page too hard to read: %s", error)
    return None


def _extract(html: str, url: str | None) -> tuple[str, object]:
    """The main text by trafilatura, and its metadata."""
    _keep_stop_words()
    found = bare_extraction(
        html,
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None:
        return "", None
    return str(getattr(found, "text", "") or ""), found


@cache
def _keep_stop_words() -> None:
    """Has the extractor tell text from menus by the stop words of the languages that are read.

    By itself it loads those of a hundred languages, which are 30 MB.
    """
    names = [JUSTEXT_LANGUAGES[code] for code in languages() if code in JUSTEXT_LANGUAGES]
    read: Any = external  # it has more than it declares
    words = {word for name in names for word in read.get_stoplist(name)}
    read.JT_STOPLIST = tuple(sorted(words))


def forget_pages() -> None:
    """Lets go of what the extractor keeps of the pages that it has read: some 20 MB."""
    reset_caches()


def _written(meta: object, name: str) -> str | None:
    """A field of the metadata; None where it is missing."""
    value = getattr(meta, name, None)
    return value.strip() or None if isinstance(value, str) else None


def _field(meta: object, name: str) -> str | None:
    """A field of the metadata as readers are to see it; None where it is missing."""
    return one_line(_written(meta, name) or "") or None


def _outlet(meta: object, url: str | None) -> str | None:
    """The name of the site; a bare host, which the extractor falls back to, names nobody."""
    name = _field(meta, "sitename")
    host = host_of(url or "").removeprefix("www.")
    bare = name is not None and "." in name and " " not in name
    return None if bare and name and host.startswith(name.lower().removeprefix("www.")) else name


class _Visible(HTMLParser):
    """Gathers what a page shows, without scripts, styles and menus."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens a tag."""
        if tag in _HIDDEN:
            self._hidden.append(tag)
        elif tag in _BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Closes a tag."""
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag) :]
        elif tag in _BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Takes text."""
        if not self._hidden:
            self.parts.append(data)


def _visible(html: str) -> str:
    """All visible text, a block a line."""
    parser = _Visible()
    parser.feed(html)
    parser.close()
    text = _SPACES.sub(" ", "".join(parser.parts))
    lines = (line.strip() for line in text.split("\n"))
    return _BLANK.sub("\n", "\n".join(lines))


def _depth(html: str) -> int:
    """How deep tags are nested, counted roughly and quickly."""
    depth = deepest = 0
    for match in _TAG.finditer(html):
        if match[3] or match[2].lower() in _VOID:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
