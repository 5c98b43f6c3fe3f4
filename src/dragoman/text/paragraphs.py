"""Paragraphs of one story: wrapped lines joined, furniture inside paragraphs cut off."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.core.spans import Span
from dragoman.lang.furniture import NO_CREDIT, Credit, furniture
from dragoman.text.datelines import Dateline, read_dateline
from dragoman.text.furniture import Line
from dragoman.text.stories import Draft, soft_break

_BULLET = re.compile(r"[-*•●▪–·]\s|\d{1,2}[.)]\s")
_LAST_STOP = re.compile(r"[.؟!?][\"'”’»)\]]*\s+(?=[^.؟!?\n]*$)")
_ALNUM = re.compile(r"[^\W_]")
_CAPTION_WORDS = 18


@dataclass(frozen=True, slots=True)
class Body:
    """A story's paragraphs as spans of the raw text, and what its first words credit."""

    paragraphs: tuple[Span, ...]
    credit: Credit = NO_CREDIT
    dateline: Span | None = None
    place: str | None = None


def read_body(raw: str, draft: Draft, width: int, own: Mapping[str, str]) -> Body:
    """The story's paragraphs without furniture; `width` is that of wrapped lines, 0 for none.

    `own` leads from folded to credited names of the page's publisher, which datelines may give.
    """
    spans = _joined(draft.lines, width)
    named: list[Credit] = []
    clean = [c for s in spans if (c := _without_furniture(raw, s, named)) is not None]
    body = _with_dateline(raw, clean, own)
    clean = list(body.paragraphs)
    if clean and (cut := _caption(raw, clean)):
        clean[-1] = cut
    agency = body.credit.agency or next((c.agency for c in named if c.agency), None)
    outlet = body.credit.outlet or next((c.outlet for c in named if c.outlet), None)
    return Body(tuple(clean), Credit(agency, outlet), body.dateline, body.place)


def _joined(lines: Sequence[Line], width: int) -> list[Span]:
    """Lines put together to paragraphs."""
    out: list[list[Line]] = []
    for line in lines:
        last = out[-1][-1] if out else None
        if last is not None and width and _continues(last, line, width):
            out[-1].append(line)
        else:
            out.append([line])
    return [Span(group[0].start, group[-1].end) for group in out]


def _continues(line: Line, after: Line, width: int) -> bool:
    """True where `after` is the same paragraph wrapped on."""
    if after.after_blank or _BULLET.match(after.text):
        return False
    return soft_break(line, after, width) or (
        not line.closed and (after.text[:1].islower() or len(line.text) > width * 0.6)
    )


def _without_furniture(raw: str, span: Span, named: list[Credit]) -> Span | None:
    """The paragraph without furniture at its ends; None where nothing remains."""
    start, end = span.start, span.end
    start += furniture().head(raw[start:end])
    for _ in range(3):
        found = furniture().tail(raw[start:end])
        if found is None:
            break
        end = start + found[0]
        named.append(found[1])
    while end > start and raw[end - 1].isspace():
        end -= 1
    while start < end and raw[start].isspace():
        start += 1
    return Span(start, end) if _ALNUM.search(raw, start, end) else None


def _with_dateline(raw: str, spans: Sequence[Span], own: Mapping[str, str]) -> Body:
    """Reads the dateline of the first paragraph, or of the second below a line of credits."""
    if not spans:
        return Body(())
    first = spans[0]
    found = read_dateline(first.text(raw), own)
    if found is None:
        return Body(tuple(spans))
    start, end = first.start, first.end
    line = Span(start + found.cut, start + found.length)
    if found.length < len(first):
        kept = (Span(line.start, end), *spans[1:])
        return Body(kept, found.credit, line if len(line) else None, found.place)
    if len(spans) == 1:
        return Body(tuple(spans))
    if found.place and found.text.rstrip()[-1] in "-–—_−:":
        return Body((Span(line.start, spans[1].end), *spans[2:]), found.credit, line, found.place)
    again = _with_dateline(raw, spans[1:], own)
    return _below_credits(spans[1:], again, found, line)


def _below_credits(spans: Sequence[Span], again: Body, found: Dateline, line: Span) -> Body:
    """The body below a line that only credits; a second dateline may follow it."""
    if again.credit != NO_CREDIT or again.dateline:
        credit = Credit(
            found.credit.agency or again.credit.agency, found.credit.outlet or again.credit.outlet
        )
        return Body(again.paragraphs, credit, again.dateline, again.place or found.place)
    return Body(tuple(spans), found.credit, line if found.place else None, found.place)


def _caption(raw: str, spans: Sequence[Span]) -> Span | None:
    """The last paragraph without a picture's caption glued to its end, None where it has none."""
    text = spans[-1].text(raw)
    stop = _LAST_STOP.search(text)
    if stop is None:
        return None
    rest = text[stop.end() :]
    if len(rest.split()) > _CAPTION_WORDS or not furniture().is_caption(rest):
        return None
    return Span(spans[-1].start, spans[-1].start + len(text[: stop.end()].rstrip()))
