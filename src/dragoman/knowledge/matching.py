"""Who a name in a text means: people found by name in any script, homonyms told apart by office."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import pairwise
from math import exp, log

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract

from dragoman.core.fold import fold
from dragoman.core.interval import Interval
from dragoman.core.quick import quick
from dragoman.knowledge.names import (
    NameUnit,
    compare,
    units,
)
from dragoman.knowledge.postings import Postings
from dragoman.knowledge.tenures import Tenure, covers
from dragoman.knowledge.transliteration import load_letters, load_renderings, skeleton

THRESHOLD = 0.75
"""Below this score a person stays unlinked."""
MARGIN = 0.02
"""Two people closer than this are homonyms."""
MOST_COMPARED = 20
SHORTLIST = 150
MOST_LISTED = 300
ANOTHER_SIDE = 0.7
NEVER_IN_OFFICE = 0.93
NOT_THEN = 0.95
THAT_OFFICE = 0.55
THAT_SIDE = 0.2
EVEN = 0.01
"""What small words, left out of the comparison, may count among names otherwise even."""
LONG_SKELETON = 3
FAR = 400
"""How many words are compared by their letters where no name is near."""
FARTHEST = 0.5
"""The score that letters alone may reach, well below the threshold."""
HOPELESS_FAR = -2.5


@quick
@dataclass(frozen=True, slots=True)
class Match:
    """A person whom a name may mean, how surely (0 to 1) and why."""

    person: str
    score: float
    reason: str
    differs: bool = False
    """True where each name has a word that the other lacks: no office makes up for that."""
    in_office: bool = False
    """True where the person held the office that was told with the name."""


@dataclass(frozen=True, slots=True)
class _Form:
    person: str
    units: tuple[NameUnit, ...]
    bones: str
    """The skeleton of the whole name, small words too."""


@dataclass(frozen=True, slots=True)
class _Context:
    side: str | None
    office: str | None
    when: Interval | None


def _nobody(_: str) -> Sequence[Tenure]:
    return ()


def _nowhere(_: str) -> str | None:
    return None


def _keys(bones: str) -> Iterable[str]:
    """A skeleton and what is left of it without one of its letters."""
    yield bones
    if len(bones) >= LONG_SKELETON:
        for at in range(len(bones)):
            yield bones[:at] + bones[at + 1 :]


def _bones(name: str) -> str:
    return skeleton("".join(fold(name).split()))


class _Listing:
    """Numbers of forms by what they are found by, while a matcher is made."""

    def __init__(self) -> None:
        self.whole: defaultdict[str, list[int]] = defaultdict(list)
        self.words: defaultdict[str, list[int]] = defaultdict(list)
        self.bones: dict[str, list[int]] = {}
        """A form's number twice, plus one where it has a word of just these bones."""

    def add(self, at: int, name: tuple[NameUnit, ...]) -> None:
        """Lists a form under its words, and the skeletons of these."""
        self.whole[_together(name)].append(at)
        texts = {u.bare for u in name if not u.initial}
        texts |= {u.linked for u in name if u.linked}
        joined = {a.text + b.text for a, b in pairwise(name)}
        for text in texts | {u.text for u in name}:
            self.words[text].append(at)
        for text in texts | joined:
            bones = skeleton(text)
            for key in _keys(bones):
                near = self.bones.setdefault(key, [])
                if near and near[-1] // 2 == at:
                    near[-1] |= key == bones
                else:
                    near.append(2 * at + (key == bones))


def _together(name: Iterable[NameUnit]) -> str:
    """The words of a name in order of spelling."""
    return " ".join(sorted(u.bare for u in name))


class NameMatcher:
    """Finds people by name among listed forms of their names in any scripts.

    Args:
        forms: Pairs of a person's id and a form of the name.
        tenures: Gives the offices of a person, to tell homonyms apart.
        home: Gives the side that a person usually acts for.
    """

    def __init__(
        self,
        forms: Iterable[tuple[str, str]],
        tenures: Callable[[str], Sequence[Tenure]] = _nobody,
        home: Callable[[str], str | None] = _nowhere,
    ) -> None:
        self._tenures, self._home = tenures, home
        self._forms: list[_Form] = []
        self._lines: list[str] = []
        self._near = lru_cache(maxsize=2_000)(self._near_to)
        self._by_name = lru_cache(maxsize=4_000)(self._compared)
        listing = _Listing()
        for at, (person, form) in enumerate(forms):
            name = units.__wrapped__(form)  # held here, so not to be kept among names sought
            self._forms.append(_Form(person, name, _bones(form)))
            self._lines.append(self._line(name))
            listing.add(at, name)
        self._whole = Postings(listing.whole)
        self._words = Postings(listing.words)
        self._bones = Postings(listing.bones)

    @cached_property
    def _all_bones(self) -> dict[str, str]:
        """The skeleton of every listed word."""
        return {word: skeleton(word) for word in self._words}

    def match(
        self,
        name: str,
        side: str | None = None,
        office: str | None = None,
        when: Interval | None = None,
    ) -> tuple[Match, ...]:
        """The people whom a name may mean, best first, none below `THRESHOLD`.

        `side`, `office` and `when` are what the text says of the person: a surname alone counts
        only where it is the name of the office's holder. Homonyms come as equals.
        """
        found = self._near_enough(name, _Context(side, office, when))
        return tuple(m for m in found if m.score >= THRESHOLD)

    def nearest(
        self,
        name: str,
        side: str | None = None,
        office: str | None = None,
        when: Interval | None = None,
    ) -> tuple[Match, ...]:
        """The people whose names come nearest, best first, however far they are.

        Slower than `match` where nobody is near: then every listed word is compared.
        """
        found = self._near_enough(name, _Context(side, office, when))
        if found and found[0].score >= THRESHOLD:
            return found
        sought = units(name)
        far = self._farthest(sought)
        near = {m.person: m.score for m in found}
        rest = (Match(p, worth, "letters alike") for p, worth in far.items() if p not in near)
        # A single word is told by its letters, several rather by the words that are sure.
        sure = near if len(sought) > 1 else {}
        ranked = sorted(
            (*found, *rest),
            key=lambda m: (-far.get(m.person, 0.0) - sure.get(m.person, 0.0), m.person),
        )
        return tuple(ranked)

    def _near_enough(self, name: str, context: _Context) -> tuple[Match, ...]:
        """The people of the same words or, where nobody has them, of words alike, best first."""
        for wide in (False, True):
            weighed = [self._weighed(match, context) for match in self._by_name(name, wide)]
            if any(match.score >= THRESHOLD for match in weighed):
                break
        return tuple(sorted(weighed, key=lambda m: (-m.score, m.person)))

    def _farthest(self, sought: tuple[NameUnit, ...]) -> dict[str, float]:
        """How well the letters of each listed word allow for a name; all below the threshold."""
        letters = load_letters()
        total: defaultdict[int, float] = defaultdict(float)
        for unit in sought:
            side = letters.side(unit.bare)
            best: dict[int, float] = {}
            near = extract(skeleton(unit.bare), self._all_bones, scorer=ratio, limit=FAR)
            for _, _, word in near:
                if side is None or letters.side(word) == side:
                    continue
                pair = (unit.bare, word) if side == 0 else (word, unit.bare)
                worth = exp(letters.cost(*pair, HOPELESS_FAR)) / len(sought)
                for at in self._words.under(word):
                    best[at] = max(worth, best.get(at, 0.0))
            for at, worth in best.items():
                total[at] += worth
        found: dict[str, float] = {}
        for at in nlargest(MOST_COMPARED, total, key=lambda at: (total[at], -at)):
            found.setdefault(self._forms[at].person, round(FARTHEST * total[at], 3))
        return found

    def _compared(self, name: str, wide: bool) -> tuple[Match, ...]:
        """Everybody with that name, or `wide` everybody worth comparing, by name alone."""
        sought, bones = units(name), _bones(name)
        best: dict[str, Match] = {}
        for at in self._candidates(sought, wide) if sought else ():
            form = self._forms[at]
            score = compare(sought, form.units)
            known = best.get(form.person)
            value = round(score.value - EVEN * (1 - ratio(bones, form.bones) / 100), 3)
            if score.value and (known is None or known.score < value):
                best[form.person] = Match(form.person, value, score.reason, score.differs)
        return tuple(best.values())

    def link(
        self,
        name: str,
        side: str | None = None,
        office: str | None = None,
        when: Interval | None = None,
    ) -> Match | None:
        """The one person a name means; None where nobody or several would do."""
        found = self.match(name, side, office, when)
        if not found or (len(found) > 1 and found[0].score - found[1].score < MARGIN):
            return None
        return found[0]

    def _candidates(self, sought: tuple[NameUnit, ...], wide: bool) -> Sequence[int]:
        """Forms of the same words, or `wide` those that share most words or bones."""
        if not wide:
            return self._whole.under(_together(sought))
        votes = self._votes(sought)
        if len(votes) > SHORTLIST:
            kept = nlargest(SHORTLIST, votes, key=votes.__getitem__)
        else:
            kept = list(votes)
        most = max(votes.values(), default=1.0)
        line = self._line(sought)
        ranked = sorted((-ratio(line, self._lines[at]) / 100 - votes[at] / most, at) for at in kept)
        return [at for _, at in ranked[:MOST_COMPARED]]

    @staticmethod
    def _line(name: tuple[NameUnit, ...]) -> str:
        """The skeletons of a name's words, parted by spaces."""
        return " ".join(skeleton(u.bare) for u in name)

    def _votes(self, sought: tuple[NameUnit, ...]) -> dict[int, float]:
        """What the words of a name that stand in each form are worth, by letters or bones."""
        votes: dict[int, float] = {}
        texts = [u.bare for u in sought if not u.initial]
        joined = [a.text + b.text for a, b in pairwise(sought)]
        for text in (*texts, *(u.linked for u in sought if u.linked), *joined):
            for at, worth in self._near(text).items():
                votes[at] = votes.get(at, 0.0) + worth
        return votes

    def _near_to(self, text: str) -> dict[int, float]:
        """Forms with a word of the same letters or bones and the worth of that: rare is more."""
        found: dict[int, float] = {}
        bones = skeleton(text)
        for key in _keys(bones):
            postings = self._bones.under(key)
            if len(postings) > MOST_LISTED and key != bones:
                continue
            rare = log(len(self._forms) / (len(postings) + 1) + 1)
            for posting in postings:
                at = posting // 2
                worth = rare if posting % 2 and key == bones else 0.5 * rare
                if found.get(at, 0.0) < worth:
                    found[at] = worth
        for word in (text, *load_renderings().get(text, ())):
            same = self._words.under(word)
            rare = 1.3 * log(len(self._forms) / (len(same) + 1) + 1)
            for at in same:
                found[at] = max(rare, found.get(at, 0.0))
        return found

    def _weighed(self, match: Match, context: _Context) -> Match:
        """A match with what side, office and time say for or against it."""
        held = self._tenures(match.person)
        home = self._home(match.person)
        sides = {t.side for t in held} | ({home} if home else set())
        if context.side is not None and sides and context.side not in sides:
            return self._lowered(match, ANOTHER_SIDE, "acts for another side")
        if context.office is None or not held:
            if context.side is not None and sides:
                return self._raised(match, THAT_SIDE, "acts for that side")
            return match
        in_office = [
            t for t in held if t.office == context.office and context.side in (None, t.side)
        ]
        if not in_office:
            return self._lowered(match, NEVER_IN_OFFICE, "not known in that office")
        if context.when is not None and not any(covers(t, context.when) for t in in_office):
            return self._lowered(match, NOT_THEN, "in that office at another time")
        share = THAT_SIDE if context.side is None else THAT_OFFICE
        return replace(self._raised(match, share, "held that office"), in_office=True)

    @staticmethod
    def _lowered(match: Match, factor: float, why: str) -> Match:
        return replace(match, score=round(match.score * factor, 3), reason=f"{match.reason}; {why}")

    @staticmethod
    def _raised(match: Match, share: float, why: str) -> Match:
        if match.differs:
            share = 0.0
        score = match.score + (1 - match.score) * share
        return replace(match, score=round(score, 3), reason=f"{match.reason}; {why}")
