"""Who a name in a text means: people found by name in any script, homonyms told apart by office."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from dragoman.core.interval import Interval
from dragoman.knowledge.names import (
    ONE_OF_SEVERAL,
    NameUnit,
    compare,
    units,
)
from dragoman.knowledge.people import Tenure
from dragoman.knowledge.transliteration import skeleton
from dragoman.knowledge.world import covers

THRESHOLD = 0.75
"""Below this score a person stays unlinked."""
MARGIN = 0.02
"""Two people closer than this are homonyms."""
SURE = 0.999
MOST_COMPARED = 6
MOST_LISTED = 400
ANOTHER_SIDE = 0.75
NEVER_IN_OFFICE = 0.93
NOT_THEN = 0.95
THAT_OFFICE = 0.55
THAT_SIDE = 0.2
LONG_SKELETON = 3


@dataclass(frozen=True, slots=True)
class Match:
    """A person whom a name may mean, how surely (0 to 1) and why."""

    person: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Form:
    person: str
    units: tuple[NameUnit, ...]


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
        self._whole: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        self._words: defaultdict[str, list[int]] = defaultdict(list)
        self._bones: defaultdict[str, dict[int, bool]] = defaultdict(dict)
        for person, form in forms:
            self._add(_Form(person, units(form)))

    def _add(self, form: _Form) -> None:
        at = len(self._forms)
        self._forms.append(form)
        self._whole[tuple(sorted(u.bare for u in form.units))].append(at)
        texts = {u.bare for u in form.units if not u.initial}
        joined = {a.text + b.text for a, b in zip(form.units, form.units[1:], strict=False)}
        for text in texts:
            self._words[text].append(at)
        for text in texts | joined:
            bones = skeleton(text)
            for key in _keys(bones):
                near = self._bones[key]
                near[at] = near.get(at, False) or key == bones

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
        sought = units(name)
        if not sought:
            return ()
        context = _Context(side, office, when)
        best: dict[str, Match] = {}
        for at in self._candidates(sought, context):
            form = self._forms[at]
            score = compare(sought, form.units)
            if score.value < ONE_OF_SEVERAL * 0.9:
                continue
            found = self._weighed(Match(form.person, score.value, score.reason), context)
            known = best.get(form.person)
            if known is None or known.score < found.score:
                best[form.person] = found
        kept = [m for m in best.values() if m.score >= THRESHOLD]
        return tuple(sorted(kept, key=lambda m: (-m.score, m.person)))

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

    def _candidates(self, sought: tuple[NameUnit, ...], context: _Context) -> list[int]:
        """Forms worth comparing: the same words, else those that share most words or bones."""
        exact = self._whole.get(tuple(sorted(u.bare for u in sought)))
        if exact and len(sought) > 1:
            return exact
        votes: Counter[int] = Counter()
        full = [u for u in sought if not u.initial]
        joined = [a.text + b.text for a, b in zip(sought, sought[1:], strict=False)]
        for text in [u.bare for u in full]:
            for at in islice(self._words.get(text, ()), MOST_LISTED):
                votes[at] += 4
        for text in [*(u.bare for u in full), *joined]:
            self._vote_bones(skeleton(text), votes)
        wanted = 4 if len(full) > 1 and context.office is None else 2
        ranked = sorted(
            (-count / (len(self._forms[at].units) + len(sought)), at)
            for at, count in votes.items()
            if count >= min(wanted, 2 * len(self._forms[at].units))
        )
        return [at for _, at in ranked[:MOST_COMPARED]] + (exact or [])

    def _vote_bones(self, bones: str, votes: Counter[int]) -> None:
        """Two votes for forms with a word of these bones, one where a bone differs."""
        seen: dict[int, int] = {}
        for key in _keys(bones):
            for at, whole in self._bones.get(key, {}).items():
                worth = 3 if whole and key == bones else 2
                if seen.get(at, 0) < worth:
                    seen[at] = worth
        for at, worth in seen.items():
            votes[at] += worth

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
        if context.side is None:
            return self._raised(match, THAT_SIDE, "held that office")
        return self._raised(match, THAT_OFFICE, "held that office")

    @staticmethod
    def _lowered(match: Match, factor: float, why: str) -> Match:
        return replace(match, score=round(match.score * factor, 3), reason=f"{match.reason}; {why}")

    @staticmethod
    def _raised(match: Match, share: float, why: str) -> Match:
        score = match.score + (1 - match.score) * share
        return replace(match, score=round(score, 3), reason=f"{match.reason}; {why}")
