"""Whether two reports tell of one engagement: by structure, with the reasons in words.

What contradicts decides first: other people of a side, guest and host exchanged, another place,
another round, other days. Then what agrees is weighed. Likeness of words only tips what structure
leaves open, and never joins what structure keeps apart.
"""

from dataclasses import dataclass, field

from dragoman.resolve.calendar import DISTANT, days_fit
from dragoman.resolve.judgements import Judgement, symmetric
from dragoman.resolve.people import of_side, shared, shared_and_parted
from dragoman.resolve.records import Telling
from dragoman.resolve.wording import likeness

SAME = 0.7
"""From this score on two tellings are one engagement."""
GATHERINGS = frozenset({"summit", "conference"})
MANY = 4
"""Of a contact of more sides each report names some of the people."""
LIKE_WORDS, LIKE_MEANING = 0.5, 0.75
"""Shares of common words, and cosines of sentence vectors, from which two wordings are alike.
Two contacts of the same people reach such cosines as well: they tip the scales, no more."""
_POLARITY = {"happened": "held", "planned": "held"}


@dataclass(slots=True)
class _Weighing:
    """Reasons for and against, as they are found."""

    score: float = 0.3
    reasons: list[str] = field(default_factory=list)
    against: list[str] = field(default_factory=list)

    def add(self, worth: float, reason: str) -> None:
        self.score += worth
        self.reasons.append(reason)


def judge(left: Telling, right: Telling, alike: float | None = None) -> Judgement:
    """What two reports of contacts are to each other; the same in either order.

    `alike` is how near the meanings of the two wordings are (0 to 1), where that was reckoned.
    """
    if left.id > right.id:
        left, right = right, left
    if left.id == right.id:
        return symmetric(left.id, right.id, "same", 1.0, "the same record")
    for part, whole in ((left, right), (right, left)):
        if whole.kind == "visit" and part.kind != "visit":
            return _part(part, whole)
    weighing = _weigh(left, right, alike)
    if left.document == right.document and left.story == right.story:
        weighing.against.append("told apart in one story")
    if weighing.against:
        return _said(left, right, "different", 1.0, weighing.against)
    score = min(weighing.score, 0.99)
    if _polarity(left) != _polarity(right):
        return _contrary(left, right, score, weighing)
    if score >= SAME:
        return _said(left, right, "same", score, weighing.reasons)
    return _said(left, right, "unsure", score, weighing.reasons)


def _said(left: Telling, right: Telling, verdict: str, score: float, why: list[str]) -> Judgement:
    return symmetric(left.id, right.id, verdict, score, "; ".join(why))  # type: ignore[arg-type]


def _polarity(telling: Telling) -> str:
    return _POLARITY.get(telling.status, telling.status)


def _contrary(left: Telling, right: Telling, score: float, weighing: _Weighing) -> Judgement:
    """One says that it was called off or did not happen, the other that it did or will."""
    denial, other = (left, right) if _polarity(left) != "held" else (right, left)
    if score < SAME or (left.status != "planned" and right.status != "planned"):
        return _said(left, right, "different", 1.0, [f"{left.status} and {right.status}"])
    reason = "; ".join([f"{denial.status} after {other.status}", *weighing.reasons])
    return Judgement(denial.id, other.id, "undoes", round(score, 3), reason)


def _weigh(left: Telling, right: Telling, alike: float | None) -> _Weighing:
    found = _Weighing()
    _sides(left, right, found)
    _kinds(left, right, found)
    _roles(left, right, found)
    _people(left, right, found)
    _places(left, right, found)
    _rounds(left, right, found)
    fit = days_fit(left, right)
    if fit.clash:
        found.against.append(fit.why)
    elif not found.against:
        found.add(0.35 * fit.value - (0.0 if fit.value else 0.1), fit.why)
        _subjects(left, right, found, alike)
    return found


def _crowded(telling: Telling) -> bool:
    return len(telling.sides) > MANY or telling.kind in GATHERINGS


def _sides(left: Telling, right: Telling, found: _Weighing) -> None:
    """The same sides; of contacts of more than two, reports may leave some out."""
    if left.sides == right.sides:
        found.reasons.append("same sides")
        return
    both = set(left.sides) & set(right.sides)
    many = len(left.sides) > 2 and len(right.sides) > 2
    within = both in (set(left.sides), set(right.sides))
    if len(both) < 2 or not many or not (within or len(both) > MANY):
        found.against.append("other sides")
    else:
        found.add(-0.15, f"{len(both)} sides in common")


def _kinds(left: Telling, right: Telling, found: _Weighing) -> None:
    """Meeting is the general word; other kinds are themselves."""
    if left.kind == right.kind:
        if left.kind != "meeting":
            found.add(0.05, f"both a {left.kind}")
        return
    kinds = {left.kind, right.kind}
    if left.sort == right.sort and ("meeting" in kinds or kinds == GATHERINGS):
        named = len(shared_and_parted(left, right)[0])
        if len(left.sides) == 2 and kinds & GATHERINGS and "meeting" in kinds and named < 2:
            found.add(-0.45, "a gathering, or talks beside it")
        return
    if kinds == {"meeting", "call"} and not (left.country or right.country):
        found.add(-0.1, "talks, by telephone in one report")
        return
    found.against.append(f"{left.kind} and {right.kind}")


def _roles(left: Telling, right: Telling, found: _Weighing) -> None:
    """Who goes to whom, and who writes to whom."""
    if left.kind == right.kind == "visit":
        for mine, theirs in ((left.host, right.host), (left.guest, right.guest)):
            if mine and theirs and mine != theirs:
                found.against.append("guest and host exchanged")
                break
    if left.sender and right.sender and left.sender != right.sender:
        found.against.append("sender and receiver exchanged")


def _people(left: Telling, right: Telling, found: _Weighing) -> None:
    together, apart = shared_and_parted(left, right)
    if left.kind == right.kind == "visit":
        guest = left.guest or right.guest
        together = [s for s in together if guest in (None, s)]
        apart = [s for s in apart if guest in (None, s)]
    if apart and not (_crowded(left) and _crowded(right)):
        found.against.append(f"other people of {', '.join(apart)}")
    elif together:
        found.add(0.45 if len(together) > 1 else 0.3, f"same people of {', '.join(together)}")


def _places(left: Telling, right: Telling, found: _Weighing) -> None:
    if left.sort in DISTANT:
        return
    if left.country and right.country and left.country != right.country:
        found.against.append("in another country")
    elif left.city and right.city:
        if left.city == right.city:
            found.add(0.15, f"both in {left.city}")
        elif left.kind != "visit":
            found.against.append("in another city")
    elif left.country and left.country == right.country:
        found.add(0.1, f"both in {left.country}")


def _rounds(left: Telling, right: Telling, found: _Weighing) -> None:
    if left.round is not None and right.round is not None:
        if left.round != right.round:
            found.against.append("another round")
        else:
            found.add(0.3, f"round {left.round}")
    if left.hours and right.hours and not left.hours & right.hours:
        found.against.append("at another time of the day")


def _subjects(left: Telling, right: Telling, found: _Weighing, alike: float | None) -> None:
    """What was talked about, and how it is told."""
    mine, theirs = set(left.topics), set(right.topics)
    if mine & theirs:
        found.add(0.05, "on the same subjects")
    elif _strangers(left, right):
        found.add(-0.15, "one names nobody, and other subjects")
    elif mine and theirs:
        found.add(-0.1, "on other subjects")
    if left.language == right.language and likeness(left.text, right.text) >= LIKE_WORDS:
        found.add(0.1, "told in like words")
    elif alike is not None and alike >= LIKE_MEANING:
        found.add(0.1, "told with like meaning")


def _strangers(left: Telling, right: Telling) -> bool:
    """True where one names people of two sides and the other nobody, but subjects of its own."""
    for named, other in ((left, right), (right, left)):
        sides = {w.side for w in named.who} & set(named.sides)
        if len(sides) > 1 and not other.who and other.topics:
            return True
    return False


def _part(part: Telling, visit: Telling) -> Judgement:
    """A contact and a visit: the one within the other, or strangers."""
    against = []
    within = set(visit.sides) <= set(part.sides) and len(part.sides) <= MANY
    if part.kind in DISTANT or not within:
        against.append("a visit and another contact")
    if part.country and visit.country and part.country != visit.country:
        against.append("in another country")
    if _polarity(part) != _polarity(visit) or part.status != visit.status:
        against.append(f"{part.status} and {visit.status}")
    guest = visit.guest
    if guest:
        mine, theirs = of_side(part.who, guest), of_side(visit.who, guest)
        if mine and theirs and not shared(mine, theirs):
            against.append(f"other people of {guest}")
    one_story = part.document == visit.document and part.story == visit.story
    fit = days_fit(part, visit)
    if fit.clash or (not fit.value and not one_story):
        against.append(fit.why)
    if against:
        return _said(part, visit, "different", 1.0, against)
    named = bool(guest and of_side(part.who, guest) and of_side(visit.who, guest))
    score = 0.5 + 0.25 * fit.value + (0.15 if named else 0.0) + (0.1 if part.country else 0.0)
    reason = f"met during the visit; {fit.why}"
    if score < SAME:
        return _said(part, visit, "unsure", score, [reason])
    return Judgement(part.id, visit.id, "part_of", round(min(score, 0.99), 3), reason)
