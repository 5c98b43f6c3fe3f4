"""Expressions of time: absolute dates in raw lines, and all of them in tokenized sentences."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from functools import cache
from typing import Any, Literal

from dragoman.core.document import Token
from dragoman.core.errors import DataError
from dragoman.core.fold import fold
from dragoman.core.interval import Basis, Interval
from dragoman.core.quick import quick
from dragoman.lang.calendar_grammar import LEADING, Grammar, Line, table
from dragoman.lang.calendar_readings import Habits, Reading, impossible, read, readable
from dragoman.lang.calendar_words import Lexicon
from dragoman.lang.discover import pack_text
from dragoman.lang.moments import Kind, Lasting, Meaning, Nearby, Point, Stretch, Tense, Weekday
from dragoman.lang.year_days import Days

_WORDS = re.compile(r"\d+|(?:[^\W\d_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670])+|\S")
_COUNTED = frozenset(
    ("ago", "ahead", "within", "span", "vague", "vague_ago", "vague_ahead", "duration", "range")
)
_NAME = frozenset(("month", "weakmonth", "'the'"))
_PREPOSITIONS = LEADING | {"in"}
_A_MONTH = 31
"""A weekday in a story of longer than that may be any day of it."""
_MOON, _BESIDE = timedelta(2), 3
"""So far apart are one day in two calendars, and their words."""
_MARKS = (",", "،", ".", ")", "(", "-")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date with its year in a line of text: code points `start`..`end`, and the days it means."""

    start: int
    end: int
    earliest: date
    latest: date
    has_year: bool = True
    has_month: bool = True
    has_day: bool = True
    weekday: int | None = None
    time_only: bool = False


@quick
@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when or how long: tokens `first` up to, not including, `last`.

    `head` is the first token after a leading preposition ("on Wednesday"). `since` marks what
    lasts from the date up to the story's own day.
    """

    first: int
    last: int
    kind: Kind
    meaning: Meaning
    head: int
    since: bool = False

    @property
    def explicit(self) -> bool:
        """True where the days are known without the story's own date."""
        return not self.meaning.anchored

    @property
    def days(self) -> int | None:
        """For a duration, how many days; else None."""
        return self.meaning.days if isinstance(self.meaning, Lasting) else None

    @property
    def weekday(self) -> int | None:
        """The weekday written (Monday 0), if one is."""
        value = getattr(self.meaning, "weekday", None)
        return value if isinstance(value, int) else None

    @property
    def direction(self) -> Literal["past", "future"] | None:
        """Where the words themselves say so ("yesterday", "next month"), else None."""
        meaning: Any = self.meaning
        if isinstance(meaning, Stretch):
            meaning = meaning.last
        names = ("shift", "year_shift", "month_shift", "week", "offset", "number")
        values = [v for n in names if isinstance(v := getattr(meaning, n, None), int)]
        if hasattr(meaning, "low") and not meaning.either:
            values += [meaning.low, meaning.high]
        if any(v < 0 for v in values):
            return "past"
        return "future" if any(v > 0 for v in values) else None

    @property
    def description(self) -> str:
        """What is meant, in a short form free of the text's own words."""
        said = (
            f"{f.name}={v}"
            for f in fields(self.meaning)
            if (v := getattr(self.meaning, f.name)) not in (None, False)
        )
        return f"{self.kind}: {', '.join(said)}"

    def resolve(
        self, anchor: Interval | None, tense: Tense = "none", spans_text: str = ""
    ) -> Interval | None:
        """The days meant in a story published on `anchor`, or all that are possible.

        `tense` is that of the verb beside it; `spans_text` the words as written, for the reason.
        None where the days hang on an unknown anchor, for durations, and beyond the calendar.
        """
        if anchor is None and not self.explicit:
            return None
        try:
            days = self._days(anchor, tense)
        except (ValueError, OverflowError):
            return None
        if days is None or days[0] > days[1]:
            return None
        basis: Basis = "explicit" if self.explicit else "relative"
        return Interval(*days, basis, self._because(anchor, spans_text))

    def _because(self, anchor: Interval | None, spans_text: str) -> str:
        because = f"‘{' '.join(spans_text.split()) or self.description}’"
        if anchor is None or (self.explicit and not self.since):
            return because
        dated = str(anchor.earliest)
        if anchor.days > 1:
            dated += f" to {anchor.latest}"
        return f"{because}, story dated {dated}"

    def _days(self, anchor: Interval | None, tense: Tense) -> Days | None:
        if anchor is None:
            return self.meaning.on(date(2000, 1, 1), tense)
        days = self._possible(anchor, "past" if self.since else tense)
        if days is not None and self.since:
            return days[0], max(anchor.latest, days[0])
        return days

    def _possible(self, anchor: Interval, tense: Tense) -> Days | None:
        meaning = self.meaning
        if anchor.days > 1:
            if isinstance(meaning, Nearby) and meaning.weekday is not None:
                return _named(meaning, meaning.weekday, anchor)
            if isinstance(meaning, Weekday) and meaning.week is None and not meaning.shift:
                if anchor.days > _A_MONTH or (anchor.days >= 7 and tense == "none"):
                    return anchor.earliest, anchor.latest
                ends = {*range(min(anchor.days, 7)), anchor.days - 1}
                found = [meaning.on(anchor.earliest + timedelta(i), tense) for i in ends]
                return min(f[0] for f in found), max(f[1] for f in found)
        one, two = meaning.on(anchor.earliest, tense), meaning.on(anchor.latest, tense)
        if one is None or two is None:
            return one or two
        return min(one[0], two[0]), max(one[1], two[1])


def _named(meaning: Nearby, weekday: int, anchor: Interval) -> Days:
    """The days from "yesterday, Saturday" when the story's day is one of several."""
    first = anchor.earliest + timedelta(meaning.offset)
    last = anchor.latest + timedelta(meaning.offset)
    forward = first + timedelta((weekday - first.weekday()) % 7)
    back = last - timedelta((last.weekday() - weekday) % 7)
    return meaning.both(*((forward, back) if forward <= back else (first, last)))


class Calendar:
    """Reads the expressions of time of one language from its pack's `dates.toml`."""

    def __init__(self, data: dict[str, Any], source: str) -> None:
        settings = table(data, "settings", source)
        words = table(data, "words", source)
        patterns = table(data, "patterns", source)
        unknown = [name for name in patterns if not readable(name)]
        if unknown:
            raise DataError(
                f"{source}: [patterns] {', '.join(unknown)} are not known; "
                "see lang/calendar_readings.py for those that are"
            )
        weekend = settings["weekend"]
        self._habits = Habits(
            settings["week_starts"], (weekend[0], weekend[1]), settings["day_first"]
        )
        lexicon = Lexicon(words, settings["clitics"], settings["joined"], settings["cased"])
        self._grammar = Grammar(lexicon, patterns, data.get("fragments", {}), source)

    @staticmethod
    def for_language(code: str) -> "Calendar":
        """The calendar of a language pack, compiled once; DataError where the pack has none."""
        return _load(code)

    def find(self, text: str) -> list[FoundDate]:
        """The dates with a year in a raw line of text, in order."""
        tokens = _tokens(text)
        found, told = [], self._all(tokens)
        for k, expression in enumerate(told):
            meaning = _surest(expression, told[max(0, k - 1) : k + 2])
            if not expression.explicit:
                continue
            days = meaning.on(date(2000, 1, 1), "none")
            if days is None:
                continue
            point = meaning.first if isinstance(meaning, Stretch) else meaning
            month, day = (point.month, point.day) if isinstance(point, Point) else (None, None)
            found.append(
                FoundDate(
                    tokens[expression.head].start,
                    tokens[expression.last - 1].end,
                    *days,
                    has_month=month is not None,
                    has_day=day is not None,
                    weekday=expression.weekday,
                )
            )
        return found

    def expressions(self, tokens: Sequence[Token]) -> list[TimeExpression]:
        """All expressions of time in a sentence, in order, none overlapping another.

        A day told in two calendars is the one of the sun: «21 شعبان 1444 الموافق 14 مارس 2023».
        """
        told = self._all(tokens)
        near = [told[max(0, k - 1) : k + 2] for k in range(len(told))]
        return [e for e, by in zip(told, near, strict=True) if _surest(e, by) is e.meaning]

    def _all(self, tokens: Sequence[Token]) -> list[TimeExpression]:
        line = self._grammar.line(tokens)
        found: list[TimeExpression] = []
        starters, after = self._grammar.starters, 0
        for at, (norm, *_) in enumerate(line.atoms):
            if at < after or not (norm in starters or norm.isdigit()):
                continue
            after, expression = self._at(line, at)
            if expression is None or (found and found[-1].last > expression.first):
                continue
            found.append(expression)
        return found

    def _at(self, line: Line, at: int) -> tuple[int, TimeExpression | None]:
        """The longest expression that starts at a piece, with its prepositions, and its end."""
        best: tuple[int, TimeExpression | None] = (at, None)
        for head, since in _leads(line, at):
            for match in line.matches(head):
                if match.end <= best[0]:
                    break
                gives = match.reached.gives
                if gives == "never":
                    best = (match.end, None)
                    break
                slots = line.slots(match)
                if gives == "date" and impossible(slots):
                    best = (match.end, None)
                    break
                reading = read(gives, slots, self._habits)
                alone = _NAME.issuperset(name for name, _ in match.path) and head == at
                if reading is None or not _stands(line, head, match.end, gives, alone):
                    continue
                lasting = since or any(name == "since" for name, _ in match.path)
                bare = head if gives in _COUNTED else _after_leads(line, head, match.end)
                best = (match.end, _expression(line, (at, bare), match.end, reading, lasting))
                break
        return best


def _surest(told: TimeExpression, beside: Sequence[TimeExpression]) -> Meaning:
    """What an expression means, or that beside it which tells its day by the sun.

    «21 شعبان 1444 الموافق 14 مارس 2023» (21 Shaʿbān 1444 al-muwāfiq 14 māris 2023); the moon may
    be seen a day sooner or later.
    """
    own = _written_day(told)
    if own is None or not own.hijri:
        return told.meaning
    for other in beside:
        point = _written_day(other)
        gap = max(other.first - told.last, told.first - other.last)
        if point is None or point.hijri or gap > _BESIDE:
            continue
        days = own.on(date(2000, 1, 1), "none"), point.on(date(2000, 1, 1), "none")
        if days[0] and days[1] and abs(days[0][0] - days[1][0]) <= _MOON:
            return point
    return told.meaning


def _written_day(told: TimeExpression) -> Point | None:
    point = told.meaning
    return point if told.explicit and isinstance(point, Point) and point.day else None


def _leads(line: Line, at: int) -> Iterator[tuple[int, bool]]:
    """The start itself, then the starts after one or two leading words; "since" is told."""
    yield at, False
    since = False
    for _ in range(3):
        if at >= len(line.atoms):
            return
        leads = [x for x in line.lexemes(at) if x.word_class in LEADING]
        if not leads:
            return
        longest = max(leads, key=lambda x: x.end)
        since = since or any(x.word_class == "since" for x in leads)
        at = longest.end
        if at < len(line.atoms):
            yield at, since


def _after_leads(line: Line, head: int, end: int) -> int:
    """Where the date itself begins in a pattern that takes its preposition in."""
    while True:
        ends = [x.end for x in line.lexemes(head) if x.word_class in _PREPOSITIONS and x.end < end]
        if not ends:
            return head
        head = max(ends)


def _stands(line: Line, head: int, end: int, gives: str, alone: bool) -> bool:
    """False where the piece is part of a longer word, number or name.

    A month's name alone before a capitalised word is a person's ("April Smith"), as is one after
    a capitalised word with nothing between.
    """
    atoms = line.atoms
    if end < len(atoms) and atoms[end].glued and atoms[end - 1].norm.isdigit():
        after = atoms[end].norm
        timed = after == "t" and end + 1 < len(atoms) and atoms[end + 1].norm.isdigit()
        if after.isdigit() or (after.isalpha() and not timed):
            return False
    if gives.startswith("vague") and head and atoms[head - 1].norm.isdigit():
        return False
    if gives == "month" and alone:
        follows = end < len(atoms) and atoms[end].capital
        return not follows and not (head > 1 and atoms[head - 1].capital)
    return True


def _expression(
    line: Line, starts: tuple[int, int], end: int, reading: Reading, since: bool
) -> TimeExpression:
    atoms, (start, head) = line.atoms, starts
    opened = any(a.norm == "(" for a in atoms[head:end])
    while end - 1 > head and atoms[end - 1].norm in _MARKS:
        if opened and atoms[end - 1].norm == ")":
            break
        end -= 1
    kind, meaning = reading
    first, last = atoms[start].token, atoms[end - 1].token + 1
    return TimeExpression(
        first, last, "since" if since else kind, meaning, atoms[head].token, since
    )


def _tokens(text: str) -> list[Token]:
    """A raw line cut into words, numbers and marks; signs that fold away are left out."""
    tokens, before = [], -1
    for found in _WORDS.finditer(text):
        norm = fold(found[0])
        if norm:
            start, end = found.span()
            glued = start == before
            tokens.append(Token(start, end, norm, "word", glued, found[0][0].isupper()))
        before = found.end()
    return tokens


@cache
def _load(code: str) -> Calendar:
    source = f"lang/packs/{code}/dates.toml"
    try:
        data = tomllib.loads(pack_text(code, "dates.toml"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{source}: not valid TOML ({error}); correct the line named") from error
    return Calendar(data, source)
