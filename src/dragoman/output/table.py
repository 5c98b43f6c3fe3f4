"""A reading laid out for a person: who, with whom, what, when, where, and the words that say so."""

import os
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.core.reading import Engagement, Event, EvidenceSpan, Outcome, Place, Reading
from dragoman.output.words import days, isolate, plain_words, quote

NARROW = 72
"""Below this many columns, quotations stand under what they support and not beside it."""
FILE_WIDTH = 100
LABEL = 10

STATUS_STYLES = {"planned": "cyan", "cancelled": "red", "denied": "red"}


class TableWriter:
    """Prints each reading as a short page; plain text where the stream is no terminal."""

    def __init__(self, out: TextIO, width: int | None = None) -> None:
        if width is None and not out.isatty() and "COLUMNS" not in os.environ:
            width = FILE_WIDTH
        self._out = out
        self._console = Console(
            file=out, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False
        )
        self._count = 0

    def add(self, reading: Reading) -> None:
        """Prints one page, with an empty line between pages."""
        page = _Page(reading, self._console.width)
        with self._console.capture() as drawn:
            self._draw(page, reading)
        lines = "\n".join(line.rstrip() for line in drawn.get().splitlines())
        self._out.write(("\n\n" if self._count else "") + lines + "\n")
        self._count += 1

    def _draw(self, page: "_Page", reading: Reading) -> None:
        self._console.print(page.heading())
        for engagement in reading.engagements:
            self._print(page.engagement(engagement))
        if reading.outcomes:
            self._print(Text("outcomes", "bold"))
            self._print(page.lines(map(page.outcome, reading.outcomes)), 4)
        if reading.events:
            self._print(Text("events", "bold"))
            self._print(page.lines(map(page.event, reading.events)), 4)
        self._print(page.closing())

    def close(self) -> None:
        """Prints nothing: pages need no end."""

    def _print(self, what: Text | Table, indent: int = 2) -> None:
        top = 0 if indent > 2 else 1
        self._console.print(Padding(what, (top, 0, 0, indent), expand=False))


class _Page:
    """The parts of one reading's page."""

    def __init__(self, reading: Reading, width: int) -> None:
        self._reading = reading
        self._narrow = width < NARROW
        self._names = {
            e.country or e.id: plain_words(e.name) for e in reading.entities if e.kind == "polity"
        }

    def heading(self) -> Text:
        """The title, and under it outlet, date and file."""
        meta = self._reading.document
        main = next((s for s in self._reading.stories if s.role == "main"), None)
        title = plain_words((main.title if main else None) or meta.title or "")
        published = (main.published if main else None) or meta.published
        facts = [meta.outlet, meta.agency, days(published), meta.language, meta.uri]
        below = " · ".join(isolate(plain_words(fact)) for fact in facts if fact)
        text = Text(f"━━ {isolate(title or '(no title)')}\n", "bold")
        text.append(f"   {below}", "not bold dim")
        if published and published.basis == "inferred":
            text.append(f"\n   dated by: {isolate(plain_words(published.because))}", "not bold dim")
        return text

    def engagement(self, item: Engagement) -> Table:
        """One engagement as labelled lines."""
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=LABEL if self._narrow else LABEL + 4, no_wrap=True)
        grid.add_column(overflow="fold")
        sides = " – ".join(isolate(self._names.get(code, code)) for code in item.sides)
        first = Text(sides, "bold")
        if item.status != "happened":
            first.append(f"  {item.status}", f"bold {STATUS_STYLES.get(item.status, 'cyan')}")
        grid.add_row(Text(item.kind, "bold blue"), first)
        for label, words in (
            ("who", self._people(item)),
            ("when", Text(days(item.date))),
            ("where", Text(_where(item.place, item.sidelines_of))),
            ("how", Text(_how(item))),
            ("about", Text(", ".join(topic.replace("_", " ") for topic in item.topics))),
            ("says", _quoted(item.evidence)),
        ):
            if words:
                grid.add_row(Text(label, "dim"), words)
        return grid

    def _people(self, item: Engagement) -> Text:
        """Everybody named, a line each, with side and office."""
        lines = []
        for person in item.participants:
            office = person.office.replace("_", " ") if person.office else None
            about = ", ".join(filter(None, (person.side, office)))
            lines.append(isolate(plain_words(person.name)) + (f" ({about})" if about else ""))
        return Text("\n".join(lines))

    def outcome(self, item: Outcome) -> tuple[Text, Text, Text]:
        """Who commits, to what kind of thing, and the words that say so."""
        parties = "+".join(item.parties) + (f" → {'+'.join(item.to)}" if item.to else "")
        what = Text(item.kind, "bold")
        words = _quoted(item.evidence)
        if item.instrument:
            name = Text(isolate(plain_words(item.instrument)) + " ", "bold not italic")
            words = name + words
        return Text(parties), what, words

    def event(self, item: Event) -> tuple[Text, Text, Text]:
        """Who acts on whom, how, and the words that say so."""
        arrow = "–" if item.type == "CONSULT" else "→"
        what = Text(item.type + (f"/{item.mode}" if item.mode else ""))
        what.stylize(_style(item.quad))
        if item.status != "happened":
            what.append(f" ({item.status})", "dim")
        return (
            Text(f"{item.source or '?'} {arrow} {item.target or '?'}"),
            what,
            _quoted(item.evidence),
        )

    def lines(self, items: Iterable[tuple[Text, Text, Text]]) -> Table:
        """A compact list; in a narrow terminal the quotation goes under its line."""
        grid = Table.grid(padding=(0, 2))
        if self._narrow:
            grid.add_column(overflow="fold")
            for pair, what, words in items:
                grid.add_row(Text("  ").join((pair, what)))
                grid.add_row(Padding(words, (0, 0, 0, 2)))
            return grid
        grid.add_column(no_wrap=True)
        grid.add_column(no_wrap=True)
        grid.add_column(overflow="fold")
        for row in items:
            grid.add_row(*row)
        return grid

    def closing(self) -> Text:
        """How much was found, and what the reader should know about the document."""
        reading = self._reading
        counts = [
            _count(len(reading.engagements), "engagement"),
            _count(len(reading.statements), "statement"),
            _count(len(reading.outcomes), "outcome"),
            _count(len(reading.events), "event"),
        ]
        text = Text(" · ".join(counts), "dim")
        for note in [n for n in reading.notes if n.text][:3]:
            text.append(f"\nnote: {isolate(plain_words(note.text))}", "dim")
        return text


def _style(quad: str) -> str:
    """Conflict in red and yellow, cooperation in green; material acts stronger than words."""
    if "conflict" in quad:
        return "bold red" if quad.startswith("material") else "yellow"
    return "bold green" if quad.startswith("material") else "green"


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _quoted(evidence: tuple[EvidenceSpan, ...]) -> Text:
    return Text(quote(evidence[0].text), "italic") if evidence else Text("")


def _where(place: Place | None, sidelines_of: str | None) -> str:
    parts = []
    if place and (place.city or place.country):
        parts.append(", ".join(filter(None, (place.city, place.country))))
    if sidelines_of:
        parts.append(f"beside {isolate(plain_words(sidelines_of))}")
    return ", ".join(parts)


def _how(item: Engagement) -> str:
    parts = []
    if item.round is not None:
        parts.append(f"round {item.round}")
    if item.duration_minutes is not None:
        parts.append(f"{item.duration_minutes} minutes")
    return ", ".join(parts)
