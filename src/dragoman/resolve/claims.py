"""Whether two reports tell of one event, one statement or one outcome, by structure.

Who did what to whom decides; then the day, the engagement it belongs to, and the words. An event
of one type between two sides on one day counts once, as is usual with event data (P. Schrodt and
D. Van Brackle, "Automated coding of political event data", 2013, on one-a-day filtering).
"""

from rapidfuzz.fuzz import token_set_ratio

from dragoman.core.fold import fold
from dragoman.resolve.calendar import Fit, spans_fit
from dragoman.resolve.judgements import Judgement, symmetric
from dragoman.resolve.judging import SAME
from dragoman.resolve.records import Claim, Days
from dragoman.resolve.wording import likeness

LIKE, UNLIKE = 0.5, 0.2
"""Shares of common words: from the first on two wordings agree, below the second they do not."""
SAME_NAME = 75.0
"""Likeness of two names of an instrument in one language, of 100."""


def judge_claims(left: Claim, right: Claim, together: bool | None = None) -> Judgement:
    """What two claims are to each other; the same in either order.

    Args:
        left: An event, statement or outcome.
        right: Another one.
        together: Whether the engagements that the two belong to are one; None where one of them
            belongs to none.
    """
    if left.id > right.id:
        left, right = right, left
    if left.id == right.id:
        return symmetric(left.id, right.id, "same", 1.0, "the same record")
    against = _against(left, right, together)
    fit = spans_fit(_days(left), _days(right))
    if fit.clash and not together:
        against.append(fit.why)
    if against:
        return symmetric(left.id, right.id, "different", 1.0, "; ".join(against))
    score, reasons = _agreement(left, right, together, fit)
    verdict = "same" if score >= SAME else "unsure"
    return symmetric(left.id, right.id, verdict, min(score, 0.99), "; ".join(reasons))  # type: ignore[arg-type]


def _days(claim: Claim) -> Days | None:
    """The day of a claim: its own, else that of the report."""
    if claim.date is not None or claim.published is None:
        return claim.date
    return Days(claim.published.first, claim.published.last, False)


def _against(left: Claim, right: Claim, together: bool | None) -> list[str]:
    """What keeps two claims apart."""
    found = []
    if (left.claim, left.what) != (right.claim, right.what):
        found.append("other acts")
    if (left.parties, left.to) != (right.parties, right.to):
        swapped = (left.parties, left.to) == (right.to, right.parties)
        found.append("source and target exchanged" if swapped else "other sides")
    if left.mode and right.mode and left.mode != right.mode:
        found.append("in another way")
    if left.status != right.status:
        found.append(f"{left.status} and {right.status}")
    if together is False:
        found.append("at different engagements")
    if left.document == right.document and left.story == right.story:
        found.append("told apart in one story")
    if _other_instrument(left, right):
        found.append("another instrument")
    return found


def _other_instrument(left: Claim, right: Claim) -> bool:
    """True where both name a text, in one language, by names that have little in common."""
    if not (left.instrument and right.instrument) or left.language != right.language:
        return False
    return token_set_ratio(fold(left.instrument), fold(right.instrument)) < SAME_NAME


def _agreement(
    left: Claim, right: Claim, together: bool | None, fit: Fit
) -> tuple[float, list[str]]:
    """How much two claims that do not contradict each other agree, with reasons."""
    score, reasons = 0.4 if left.claim == "event" else 0.3, ["same act and sides", fit.why]
    score += 0.3 * fit.value
    if together:
        score, reasons = score + 0.3, [*reasons, "at one engagement"]
    if left.speaker and left.speaker == right.speaker:
        score, reasons = score + 0.1, [*reasons, "same speaker"]
    if set(left.topics) & set(right.topics):
        score, reasons = score + 0.1, [*reasons, "on the same subjects"]
    elif left.topics and right.topics:
        score, reasons = score - 0.2, [*reasons, "on other subjects"]
    if left.language != right.language:
        # Words cannot be compared: on one day the same parties seldom do the same twice.
        score += {"event": 0.0, "statement": 0.05, "outcome": 0.15}[left.claim]
    else:
        near = likeness(left.text, right.text)
        if near >= LIKE:
            score, reasons = score + 0.3, [*reasons, "in like words"]
        elif near < UNLIKE and not together and left.claim != "event":
            score, reasons = score - 0.2, [*reasons, "in other words"]
    return score, reasons
