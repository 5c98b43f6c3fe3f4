"""The first step of reading: from a raw text to its stories and sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from dragoman.core.document import Document, Note, Sentence, Story
from dragoman.core.interval import Interval
from dragoman.core.spans import Span
from dragoman.core.stage import StageSpec
from dragoman.lang.discover import languages
from dragoman.lang.furniture import Credit, furniture
from dragoman.text.dates import (
    ADDRESS,
    DATELINE,
    PageDate,
    choose,
    day_in_address,
    days_in,
)
from dragoman.text.furniture import Line, classify
from dragoman.text.language import UNKNOWN, detect_language, main_language
from dragoman.text.paragraphs import Body, read_body
from dragoman.text.segments import sentence_spans, tokens_of
from dragoman.text.stories import Draft, draft_stories, wraps

_LEAD = 1500
_OWN_LANGUAGE = 80
_DATED = 40
_TELLING = re.compile(r"[^\W_]|[#*]")
_CUT = re.compile(r"^\d{1,2}\D+(?:19|20)\d$")
_GAP = re.compile(r"\S(?:.*\S)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ReadText:
    """Takes the furniture off, parts stories, and marks their sentences and words."""

    spec: ClassVar[StageSpec] = StageSpec(
        "text", version=1, needs=frozenset(), gives=frozenset({"stories", "sentences"})
    )

    def __call__(self, doc: Document) -> Document:
        """The document with stories, sentences, notes, and what the page says of itself."""
        lines = classify(doc.raw)
        drafts, lines = draft_stories(lines, doc.title)
        width = wraps([line for line in lines if line.kind == "text"])
        own = _own_names(lines)
        bodies = [read_body(doc.raw, d, width, own) for d in drafts]
        pairs = [(d, b) for d, b in zip(drafts, bodies, strict=True) if b.paragraphs]
        named = [*(b.credit for _, b in pairs[:1]), *(x.credit for x in _page(lines, pairs))]
        published, retrieved = _page_dates(doc, lines, pairs)
        stories, sentences = _stories(doc, pairs, published)
        main_text = _text(doc.raw, stories[0])[:_LEAD] if stories else ""
        return replace(
            doc,
            url=doc.url or next((x.text for x in lines if _is_address(x)), None),
            title=doc.title or (stories[0].title_text if stories else None),
            language=doc.language or _document_language(stories),
            outlet=doc.outlet or _outlet(named),
            agency=doc.agency or _agency(named) or furniture().inline_agency(main_text),
            published=published,
            retrieved=retrieved,
            stories=stories,
            sentences=sentences,
            notes=(*doc.notes, *_notes(doc.raw, stories), *_cut_dates(lines)),
        )


def _cut_dates(lines: Sequence[Line]) -> Iterator[Note]:
    """Dates whose year has lost its last digit ("13 May 202"): no day, but a clue to one."""
    for line in lines:
        if line.kind == "date" and _CUT.search(line.text):
            yield Note("date-cut", Span(line.start, line.end), line.text)


def _own_names(lines: Sequence[Line]) -> dict[str, str]:
    """The publishers that the page's furniture credits, by their folded names."""
    outlets = [line.credit.outlet for line in lines if line.credit.outlet]
    return {name: x for x in reversed(outlets) for name in furniture().short_names(x)}


def _page(lines: Sequence[Line], pairs: Sequence[tuple[Draft, Body]]) -> list[Line]:
    """The lines of the first story's page: those before the next story begins."""
    if len(pairs) < 2:
        return list(lines)
    second = pairs[1][0]
    end = second.title.start if second.title else pairs[1][1].paragraphs[0].start
    return [line for line in lines if line.start < end]


def _is_address(line: Line) -> bool:
    return line.kind == "url" and line.text.startswith("http") and " " not in line.text


def _agency(named: Sequence[Credit]) -> str | None:
    return next((c.agency for c in named if c.agency), None)


def _outlet(named: Sequence[Credit]) -> str | None:
    return next((c.outlet for c in named if c.outlet), None)


def _document_language(stories: Sequence[Story]) -> str | None:
    """The main story's language, None where nothing tells it."""
    known = [s.language for s in stories if s.language != UNKNOWN]
    return known[0] if known else None


def _page_dates(
    doc: Document, lines: Sequence[Line], pairs: Sequence[tuple[Draft, Body]]
) -> tuple[Interval | None, Interval | None]:
    """When the page says it was published and, if so, retrieved; what came with it is kept."""
    if not pairs:
        return doc.published, doc.retrieved
    draft, body = pairs[0]
    opens = draft.title.start if draft.title else body.paragraphs[0].start
    found = []
    for line in _page(lines, pairs):
        if line.date and line.date.day:
            found.append(_page_date(line, line.start < opens))
        elif line.kind == "url" and (day := day_in_address(line.text)):
            found.append(PageDate(day, ADDRESS, line.start, line.text))
    if body.dateline is not None:
        text = body.dateline.text(doc.raw)
        found += [
            PageDate(day, DATELINE, body.dateline.start, text.strip()) for day in days_in(text)[:1]
        ]
    title = doc.title or (draft.title.text if draft.title else "")
    if furniture().dates_itself(title) and (days := days_in(title[-_DATED:])):
        found.append(PageDate(days[-1], DATELINE, opens, title))
    if doc.published is not None:
        return doc.published, doc.retrieved
    published, retrieved = choose(found)
    return published, doc.retrieved or retrieved


def _page_date(line: Line, before_title: bool) -> PageDate:
    """The date of a line that gives a day."""
    assert line.date is not None
    assert line.date.day is not None
    date = line.date
    return PageDate(
        line.date.day, date.rank, line.start, line.text, before_title, date.updated, date.of_page
    )


def _stories(
    doc: Document, pairs: Sequence[tuple[Draft, Body]], published: Interval | None
) -> tuple[tuple[Story, ...], tuple[Sentence, ...]]:
    """The stories with ids s1, s2, ... and all their sentences in order."""
    stories: list[Story] = []
    sentences: list[Sentence] = []
    for number, (draft, body) in enumerate(pairs, 1):
        parts = _languages(doc, body)
        language = doc.language if number == 1 and doc.language else main_language(parts)
        title = draft.title.span if draft.title else None
        first = number == 1
        title_text = doc.title if first and doc.title else title.text(doc.raw) if title else None
        own, _ = choose(_page_date(d, False) for d in draft.dates if d.date and d.date.day)
        story = Story(
            id=f"s{number}",
            role="main" if first else "related",
            language=language,
            paragraphs=body.paragraphs,
            title=title,
            title_text=title_text,
            dateline=body.dateline,
            dateline_place=body.place,
            published=published if first else own,
        )
        stories.append(story)
        sentences.extend(_sentences(doc, story, [code for code, _ in parts]))
    return tuple(stories), tuple(sentences)


def _languages(doc: Document, body: Body) -> list[tuple[str, int]]:
    """Language and length of each paragraph; short ones follow the whole story."""
    if doc.language:
        return [(doc.language, len(p)) for p in body.paragraphs]
    whole = detect_language(" ".join(p.text(doc.raw) for p in body.paragraphs[:6]))
    return [
        (detect_language(p.text(doc.raw)) if len(p) >= _OWN_LANGUAGE else whole, len(p))
        for p in body.paragraphs
    ]


def _sentences(doc: Document, story: Story, codes: Sequence[str]) -> Iterator[Sentence]:
    """The story's headline, where it stands in the raw text, and its sentences."""
    index = 0
    if story.title is not None:
        yield _sentence(doc, story, (0, -1), story.language, story.title)
        index = 1
    for number, (span, code) in enumerate(zip(story.paragraphs, codes, strict=True)):
        code = code if code != UNKNOWN else story.language
        start = span.start
        if number == 0 and story.dateline is not None and span.covers(story.dateline):
            start = story.dateline.end
        for found in sentence_spans(doc.raw, start, span.end, _pack(code)):
            yield _sentence(doc, story, (index, number), code, found)
            index += 1


def _pack(code: str) -> str | None:
    return code if code in languages() else None


def _sentence(
    doc: Document, story: Story, place: tuple[int, int], code: str, span: Span
) -> Sentence:
    tokens = tokens_of(doc.raw, span.start, span.end, code) if _pack(code) else ()
    index, paragraph = place
    return Sentence(story.id, index, paragraph, code, span, tokens, headline=paragraph < 0)


def _text(raw: str, story: Story) -> str:
    return "\n".join(p.text(raw) for p in story.paragraphs)


def _notes(raw: str, stories: Sequence[Story]) -> Iterator[Note]:
    """What was left out of the stories, and stories that no pack reads."""
    kept = sorted(
        [*(s.title for s in stories if s.title), *(p for s in stories for p in s.paragraphs)]
    )
    at = 0
    for span in [*kept, Span(len(raw), len(raw))]:
        gap = _GAP.search(raw, at, span.start)
        if gap and _TELLING.search(gap[0]):
            yield Note("furniture-removed", Span(gap.start(), gap.end()))
        at = max(at, span.end)
    for story in stories:
        if _pack(story.language) is None:
            where = Span(story.paragraphs[0].start, story.paragraphs[-1].end)
            yield Note("no-pack", where, f"no language pack reads {story.language!r}")
