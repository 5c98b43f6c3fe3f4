"""Which lines of a text dump belong to which article, and which of them is its headline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from dragoman.core.fold import fold
from dragoman.lang.furniture import NO_CREDIT, Credit, furniture
from dragoman.text.bars import is_section
from dragoman.text.datelines import read_dateline
from dragoman.text.furniture import Line, LineKind, same_words

_BULLET = re.compile(r"[-*•●▪–·]\s|\d{1,2}[.)]\s")
_WORD = re.compile(r"[^\W\d_]{4,}")
_STOP_INSIDE = re.compile(r"[^\W_]{2}[.؟!?][\"'”’»)]*\s")
_NARROWEST, _WIDEST = 40, 110
_WRAPPED_SHARE = 0.6
_LIST_RUN = 4
_MENU_RUN = 3
_BODY_CHARS = 200
_NAME_WORDS, _HOST_CHARS = 6, 6
_SIGNS = re.compile(r"[\W_]+")
_ENDINGS = ("keywords", "comment", "credit", "social", "related", "more", "promo", "code", "url")


@dataclass(slots=True)
class Draft:
    """An article in the making: its headline, if it has one, and its lines of text."""

    main: bool
    title: Line | None = None
    lines: list[Line] = field(default_factory=list)
    dates: list[Line] = field(default_factory=list)


def draft_stories(lines: Sequence[Line], given_title: str | None) -> tuple[list[Draft], list[Line]]:
    """The articles of a page in order, and all lines with what they turned out to be."""
    marked = _unwrapped(lines)
    at = _find_title(marked, given_title)
    title = marked[at] if at is not None else None
    _mark_repeats(marked, at, given_title)
    _mark_captions(marked, at)
    main = Draft(True, title)
    drafts = [main]
    current = main
    i = 0
    while i < len(marked):
        line = marked[i]
        if i == at:
            i += 1
            continue
        if line.kind == "related" or _closes_story(marked, i, current):
            i, opened = _section(marked, i, current)
            if opened is not None:
                current = opened
                drafts.append(current)
            continue
        if line.kind == "text" and _opens_story(marked, i, current):
            current = Draft(False, line)
            drafts.append(current)
        elif line.kind == "text":
            current.lines.append(line)
        elif line.kind == "date":
            current.dates.append(line)
        i += 1
    return [d for d in drafts if d.lines], marked


def _unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Lines that only look like furniture because a paragraph is wrapped are text again."""
    out = list(lines)
    width = _wrap_width(lines)
    first = next((line for line in lines if line.kind == "text"), None)
    for i in range(1, len(out) if width else 0):
        line, before = out[i], out[i - 1]
        if line.kind in ("text", "ruler") or before.kind != "text" or before is first:
            continue
        wrapped = not line.after_blank and not before.closed and len(before.text) <= width + 2
        if wrapped and soft_break(before, line, width):
            out[i] = replace(line, kind="text", date=None)
    return out


def _texts(lines: Sequence[Line], start: int, count: int = 2**30) -> list[int]:
    """Indices of the next text lines."""
    out = []
    for i in range(start, len(lines)):
        if lines[i].kind == "text":
            out.append(i)
            if len(out) >= count:
                break
    return out


def _set(lines: list[Line], at: int, kind: LineKind) -> None:
    lines[at] = replace(lines[at], kind=kind)


def _find_title(lines: list[Line], given: str | None) -> int | None:
    """The line that is the first article's headline; marks menus and lists above it."""
    texts = _skip_site_names(lines, _texts(lines, 0), given)
    if not texts:
        return None
    if given is not None:
        if len(texts) == 1:
            return None
        return next((i for i in texts[:3] if same_words(lines[i].text, given)), None)
    texts = _skip_menu(lines, texts)
    at = texts[0]
    if len(texts) < 2 or not _is_title(lines, at, texts[1]):
        return None
    return at


def _skip_site_names(lines: list[Line], texts: list[int], given: str | None) -> list[int]:
    """Leaves out lines above the headline that only name the site or one of its sections."""
    names = {n for x in lines if x.credit.outlet for n in furniture().short_names(x.credit.outlet)}
    hosts = [_SIGNS.sub("", fold(line.text)) for line in lines if line.kind == "url"]
    marked: set[str] = set()
    while len(texts) > 1:
        line, after = lines[texts[0]], lines[texts[1]]
        if line.closed or len(line.text.split()) > _NAME_WORDS or _same(line, given):
            break
        known, credit = furniture().outlet(line.text), furniture().named_credit(line.text)
        key = furniture().key(line.text)
        squeezed = key.replace(" ", "")
        on_page = len(squeezed) >= _HOST_CHARS and any(squeezed in host for host in hosts)
        headed = after.headline_like or is_section(after.text)
        headed = headed and (len(texts) > 2 or _same(after, given))
        sure = key in names or key in marked or on_page or (known is not None and headed)
        section = is_section(line.text)
        if not sure and not (headed and (credit != NO_CREDIT or section)):
            break
        if credit == NO_CREDIT and sure and not section and key not in marked:
            credit = Credit(outlet=known or line.text)
        lines[texts[0]] = replace(line, kind="nav", credit=credit)
        marked.add(key)
        texts = texts[1:]
    for i in texts[1:] if marked else ():
        if furniture().key(lines[i].text) in marked:
            _set(lines, i, "repeat")
    return [i for i in texts if lines[i].kind == "text"]


def _same(line: Line, title: str | None) -> bool:
    return title is not None and same_words(line.text, title)


def _skip_menu(lines: list[Line], texts: list[int]) -> list[int]:
    """Leaves out runs of menu words and of other headlines above the headline."""
    run = 0
    while run < len(texts) and _menu_word(lines[texts[run]]):
        run += 1
    known = sum(line.kind == "nav" for line in lines[: texts[min(run, len(texts) - 1)]])
    above = run > 1 or (run < len(texts) and lines[texts[run]].headline_like)
    if run and above and run + known >= _MENU_RUN and run < len(texts):
        for i in texts[:run]:
            _set(lines, i, "nav")
        texts = texts[run:]
    run = 0
    while run < len(texts) and _list_item(lines[texts[run]]):
        run += 1
        if run < len(texts) and any(
            line.kind == "date" for line in lines[texts[run - 1] : texts[run]]
        ):
            break
    body = lines[texts[run]] if run < len(texts) else None
    if run >= _LIST_RUN and body is not None and len(body.text) >= 120 and body.closed:
        for i in texts[: run - 1]:
            _set(lines, i, "list")
        texts = texts[run - 1 :]
    return texts


def _menu_word(line: Line) -> bool:
    return len(line.text.split()) <= 3 and len(line.text) <= 30 and not line.closed


def _list_item(line: Line) -> bool:
    words = len(line.text.split())
    return line.headline_like and 5 <= words <= 22 and not _BULLET.match(line.text)


def _is_title(lines: Sequence[Line], at: int, following: int) -> bool:
    """Whether the line is a headline and not already the article's first words."""
    line, after = lines[at], lines[following]
    dated = any(x.kind in ("date", "url", "credit") for x in lines[at + 1 : following])
    words = len(line.text.split())
    if _BULLET.match(line.text) and not dated:
        return False
    if not line.headline_like:
        return dated and words <= 40 and len(line.text) <= 260 and not line.text.endswith(":")
    if (dateline := read_dateline(line.text)) and dateline.credit.agency:
        return False
    if dated or after.after_blank:
        return True
    if after.text[:1].islower():
        return False
    room = len(line.text) + 1 + len(after.text.split()[0])
    if _wrap_width(lines) and room > _wrap_width(lines) - 4:
        return False
    return len(after.text) > len(line.text) or after.closed or words <= 20


def wraps(lines: Sequence[Line]) -> int:
    """The width that a text's lines are wrapped at, 0 where lines are whole paragraphs."""
    return _wrap_width(lines)


def _wrap_width(lines: Sequence[Line]) -> int:
    body = [line for line in lines if line.kind == "text"][1:]
    pairs = [(a, b) for a, b in pairwise(body) if not b.after_blank]
    if len(pairs) < 2:
        return 0
    lengths = sorted(n for line in body if (n := len(line.text)) <= _WIDEST)
    if len(lengths) < len(body) * _WRAPPED_SHARE:
        return 0
    width = lengths[int((len(lengths) - 1) * 0.97)]
    if width < _NARROWEST:
        return 0
    soft = sum(1 for a, b in pairs if not a.closed and soft_break(a, b, width))
    return width if soft >= max(2, len(pairs) / 2) else 0


def soft_break(line: Line, after: Line, width: int) -> bool:
    """True where the next line's first word would not have fitted on this one."""
    first = after.text.split()[0]
    return len(line.text) + 1 + len(first) > width - 4


def _mark_repeats(lines: list[Line], at: int | None, given: str | None) -> None:
    """Lines that say the headline again are furniture."""
    words = lines[at].text if at is not None else given
    bodies = [i for i in _texts(lines, 0) if i != at]
    if not words or all(same_words(lines[i].text, words) for i in bodies):
        return
    for i in range(len(lines)):
        if i != at and lines[i].kind == "text" and same_words(lines[i].text, words):
            _set(lines, i, "repeat")


def _mark_captions(lines: list[Line], at: int | None) -> None:
    """Short lines without a full stop that speak as captions do are furniture."""
    if _wrap_width(lines):
        return
    for i, line in enumerate(lines):
        short = line.kind == "text" and len(line.text.split()) <= 15 and not line.closed
        short = short and not _STOP_INSIDE.search(line.text)
        if short and i != at and line.headline_like and furniture().is_caption(line.text):
            _set(lines, i, "caption")


def _enough(lines: Sequence[Line]) -> bool:
    """Whether there is body enough for an article of its own."""
    return len(lines) >= 2 or sum(len(line.text) for line in lines) >= _BODY_CHARS


def shares_words(title: str, body: str) -> bool:
    """True where the body's first words take up the headline's."""
    text = fold(body[:600])
    words = {fold(w) for w in _WORD.findall(title)}
    shared = sum(1 for w in words if (w[2:] if len(w) >= 6 else w) in text)
    return shared >= max(2, len(words) / 4)


def _closes_story(lines: Sequence[Line], at: int, current: Draft) -> bool:
    """True for a line of page ends that is followed by headlines and no more of the article."""
    if lines[at].kind not in ("keywords", "comment") or not current.lines:
        return False
    following = _texts(lines, at + 1, 1)
    return bool(following) and lines[following[0]].headline_like


def _section(lines: list[Line], at: int, current: Draft) -> tuple[int, Draft | None]:
    """Reads what a "read also" or page end opens: headlines only, or an article of its own.

    Gives the index to go on from and the article, None where there is none.
    """
    header = lines[at].kind
    ended = bool(current.lines) and _ended(lines, at, current)
    i = at + 1
    headlines: list[int] = []
    while i < len(lines) and lines[i].kind != "related":
        line = lines[i]
        if line.kind == "text":
            if not line.headline_like or _BULLET.match(line.text):
                break
            headlines.append(i)
        i += 1
    body = _until_header(lines, i)
    title = headlines[-1] if headlines else None
    related = (
        title is not None
        and _enough(body)
        and bool(current.lines)
        and ((header == "related" and ended) or shares_words(lines[title].text, body[0].text))
    )
    if not related and body and not headlines:
        return at + 1, None
    drop = headlines[:-1] if related else headlines
    for k in drop:
        _set(lines, k, "list")
    if not related or title is None:
        return i, None
    return i, Draft(False, lines[title])


def _until_header(lines: Sequence[Line], start: int) -> list[Line]:
    """The text lines from `start` up to the next "read also"."""
    out = []
    for line in lines[start:]:
        if line.kind == "related":
            break
        if line.kind == "text":
            out.append(line)
    return out


def _ended(lines: Sequence[Line], at: int, current: Draft) -> bool:
    """True where furniture of a page end stands between the article and the header."""
    last = current.lines[-1].end
    return any(line.kind in _ENDINGS for line in lines[:at] if line.start >= last)


def _opens_story(lines: Sequence[Line], at: int, current: Draft) -> bool:
    """True for a headline with a date or an agency's dateline below it, after a whole article."""
    line = lines[at]
    if len(current.lines) < 2 or not line.headline_like or not _list_item(line):
        return False
    if not current.lines[-1].closed:
        return False
    following = _texts(lines, at + 1, 1)
    if not following or not _enough(_until_header(lines, following[0])):
        return False
    between = lines[at + 1 : following[0]]
    body = lines[following[0]]
    if any(x.kind == "date" and x.date and x.date.day for x in between):
        return shares_words(line.text, body.text)
    dateline = read_dateline(body.text)
    return bool(
        line.after_blank and dateline and dateline.credit.agency and dateline.place
    ) and shares_words(line.text, body.text)
