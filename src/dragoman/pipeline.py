"""The order of reading; newcomers start here.

text (furniture, stories, sentences) → stories (names, acts) → assembly (records) → `Reading`.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import lru_cache
from importlib.resources import files

from dragoman.core.document import Document, Incoming, Story
from dragoman.core.errors import DataError, StageError
from dragoman.core.interval import Interval
from dragoman.core.reading import DocumentMeta, Reading, StoryReading
from dragoman.extract.assemble import Assembly, Hearer
from dragoman.extract.dating import bound_by_text
from dragoman.extract.learned import Fallback
from dragoman.extract.stories import StoryActs, StoryReader
from dragoman.knowledge.checks import knowledge_problems
from dragoman.knowledge.ontology import load_ontology
from dragoman.knowledge.world import World
from dragoman.lang.calendar import Calendar
from dragoman.lang.checks import pack_problems
from dragoman.lang.discover import languages
from dragoman.text.read import ReadText

_COLLECTED_BY_DEFAULT = 700
_COLLECTED = 20_000
"""New objects after which garbage is collected: a document makes many, nearly all without cycles,
and collecting every 700 took a twentieth of the reading."""


class Reader:
    """Reads documents; heavy to build, so build it once."""

    def __init__(
        self, domestic: bool = False, learned: bool = False, hear: Hearer | None = None
    ) -> None:
        """Loads packs and knowledge.

        Args:
            domestic: also give acts within one polity.
            learned: also judge sentences that no rule reads.
            hear: is told what the confidence of each record rests on.

        Raises:
            MissingPartError: `learned` without the extra `semantic`.
        """
        with _no_collection():
            self._world = World.default()
        self._text = ReadText()
        self._domestic = domestic
        self._learned = learned
        self._hear = hear
        self._languages = frozenset(languages())
        with _no_collection():
            for code in sorted(self._languages):
                _story_reader(code, learned)
        gc.freeze()  # what is loaded stays: no collection need look at it again
        if gc.get_threshold()[0] == _COLLECTED_BY_DEFAULT:
            gc.set_threshold(_COLLECTED, *gc.get_threshold()[1:])

    @classmethod
    def default(cls) -> "Reader":
        """A reader with everything that ships with the package."""
        return cls()

    def read(self, incoming: Incoming) -> Reading:
        """What one document reports.

        Raises:
            StageError: a step failed on this document; others are not touched.
        """
        doc = Document(
            id=incoming.content_id,
            uri=incoming.uri,
            raw=incoming.raw,
            url=incoming.url,
            title=incoming.title,
            language=incoming.language,
            outlet=incoming.outlet,
            published=incoming.published,
            retrieved=incoming.retrieved,
            notes=incoming.notes,
        )
        try:
            return self._read(self._text(doc))
        except RecursionError as error:
            raise StageError(f"{incoming.uri}: nested too deeply: set it aside") from error
        except (ValueError, KeyError, IndexError, AttributeError, TypeError) as error:
            raise StageError(
                f"{incoming.uri}: reading failed ({type(error).__name__}: {error}): "
                "report it with the document"
            ) from error

    def _read(self, doc: Document) -> Reading:
        assembly = Assembly(doc, self._world, self._hear)
        published = doc.published
        notes = list(doc.notes)
        stories = []
        for story in doc.stories:
            told = published if story.role == "main" else story.published
            if story.language in self._languages:
                acts = self._acts(doc, story.id, told)
                if told is None:
                    told = bound_by_text(acts, self._world, _choices(doc, story.language))
                    if told is not None:
                        acts = self._acts(doc, story.id, told)
                assembly.add(acts, told, self._domestic)
            if story.role == "main" and published is None:
                published = told
            stories.append(replace(story, published=told))
        return Reading(
            document=_meta(doc, published),
            stories=tuple(_story(doc, s) for s in stories),
            entities=assembly.entities,
            engagements=tuple(assembly.engagements),
            statements=tuple(assembly.statements),
            outcomes=tuple(assembly.outcomes),
            events=tuple(assembly.events),
            notes=tuple(notes),
        )

    def _acts(self, doc: Document, story_id: str, when: Interval | None) -> StoryActs:
        story = next(s for s in doc.stories if s.id == story_id)
        return _story_reader(story.language, self._learned)(doc, story, when)


def _choices(doc: Document, code: str) -> list[date]:
    """The days that a date line without the last digit of its year can mean."""
    calendar = Calendar.for_language(code)
    return sorted(
        found.earliest
        for note in doc.notes
        if note.code == "date-cut"
        for digit in "0123456789"
        for found in calendar.find(note.text + digit)[:1]
        if found.has_day
    )


@contextmanager
def _no_collection() -> Iterator[None]:
    """Spares a third of loading: tables are many small objects, and all of them stay."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@lru_cache(maxsize=64)
def _story_reader(code: str, learned: bool) -> StoryReader:
    return StoryReader(code, World.default(), Fallback.shipped() if learned else None)


def _meta(doc: Document, published: Interval | None) -> DocumentMeta:
    return DocumentMeta(
        id=doc.id,
        uri=doc.uri,
        language=doc.language,
        outlet=doc.outlet,
        agency=doc.agency,
        title=doc.title,
        url=doc.url,
        published=published,
        retrieved=doc.retrieved,
    )


def _story(doc: Document, story: Story) -> StoryReading:
    title = story.title_text
    if title is None and story.title is not None:
        title = story.title.text(doc.raw)
    return StoryReading(
        id=story.id,
        role=story.role,
        language=story.language,
        title=title,
        text="\n".join(p.text(doc.raw) for p in story.paragraphs),
        spans=tuple((p.start, p.end) for p in story.paragraphs),
        published=story.published,
    )


def problems() -> list[str]:
    """Everything wrong with packs, ontology and knowledge: "file:line: message", one a problem."""
    folder = files("dragoman.lang.packs")
    found = list(pack_problems({code: folder.joinpath(code) for code in languages()}))
    found += knowledge_problems()
    for load in (load_ontology, World.default):
        try:
            load()
        except DataError as error:
            found.append(str(error))
    return found
