"""How old an event is said to be: "80 days after", "on the 90th day of", "in its third month"."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from dragoman.core.document import Token
from dragoman.lang.calendar_grammar import Grammar, table
from dragoman.lang.calendar_words import Lexicon
from dragoman.lang.discover import pack_text
from dragoman.lang.year_days import Days

_LENGTH = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_EARLY = {"day": 1, "week": 3, "month": 8, "year": 15}
"""So many days before its time an age is told already."""
_LATE = {"day": 3, "week": 10, "month": 31, "year": 300}
"""So many days after its time an age is told still."""
_ROUND = 8
"""A count of days is round by an eighth of it: "after more than 80 days"."""


@dataclass(frozen=True, slots=True)
class Age:
    """Tokens `first` up to, not including, `last` that tell how old an event is.

    `running` marks a day, week, month or year that is not yet over ("on the 90th day"), `own` one
    of an event named before it ("now in its third month").
    """

    first: int
    last: int
    number: int
    unit: str
    running: bool
    own: bool

    def days_since(self, start: date) -> Days:
        """The days on which news can tell this age of what began on `start`."""
        length = _LENGTH[self.unit]
        passed = round(self.number * length)
        if self.running:
            early = min(_EARLY[self.unit], 2) + 1
            return start + timedelta(round(passed - length) - early + 1), start + timedelta(
                passed + early - 2
            )
        late = max(_LATE[self.unit], self.number // _ROUND if self.unit == "day" else 0)
        return start + timedelta(passed - _EARLY[self.unit]), start + timedelta(passed + late)


class Ages:
    """Finds the ages of one language, by the `[ages]` patterns of its pack's `dates.toml`."""

    def __init__(self, data: dict[str, Any], source: str) -> None:
        words, settings = table(data, "words", source), table(data, "settings", source)
        lexicon = Lexicon(words, settings["clitics"], settings["joined"], settings["cased"])
        patterns = table(data, "ages", source)
        self._grammar = Grammar(lexicon, patterns, data.get("fragments", {}), source)

    @staticmethod
    @lru_cache(maxsize=16)
    def for_language(code: str) -> "Ages":
        """Those of a language pack, compiled once."""
        source = f"lang/packs/{code}/dates.toml"
        return Ages(tomllib.loads(pack_text(code, "dates.toml")), source)

    def find(self, tokens: Sequence[Token]) -> list[Age]:
        """All ages told in a sentence, in order, none overlapping another."""
        line = self._grammar.line(tokens)
        found: list[Age] = []
        after = 0
        for at in range(len(line.atoms)):
            if at < after:
                continue
            for match in line.matches(at):
                slots = line.slots(match)
                number, unit = slots.get("number", 2), slots.get("unit", "day")
                if not isinstance(number, int) or unit not in _LENGTH:
                    continue
                after, gives = match.end, match.reached.gives
                atoms = line.atoms[at : match.end]
                found.append(
                    Age(
                        atoms[0].token,
                        atoms[-1].token + 1,
                        number,
                        str(unit),
                        gives != "passed",
                        gives == "own",
                    )
                )
                break
        return found
