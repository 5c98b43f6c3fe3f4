"""What the sides agreed, signed, promised, invited to or announced, out of acts."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from dragoman.core.spans import Span
from dragoman.extract.acts import Act
from dragoman.extract.engagements import Draft
from dragoman.extract.stories import StoryActs

_JOINT = frozenset({"instrument", "agreement", "plan"})


@dataclass(frozen=True, slots=True)
class Result:
    """One outcome in the making."""

    kind: str
    parties: tuple[str, ...]
    to: tuple[str, ...]
    evidence: Span
    weight: float
    act: Act
    draft: Draft | None
    instrument: str | None = None


def results_of(
    raw: str, story: StoryActs, drafts: Sequence[Draft], headlines: Container[int]
) -> list[Result]:
    """The outcomes of a story, one for each kind, parties and stretch of text.

    What stands in the sentences `headlines` is told again in the body and left to it.
    """
    found: list[Result] = []
    for act in story.acts:
        kind = act.rule.outcome
        if kind is None or act.sentence in headlines or act.status not in ("happened", "planned"):
            continue
        if act.status == "planned" and kind not in ("plan", "pledge"):
            continue
        sources = tuple(sorted({a.side for a in act.sources if a.side}))
        targets = tuple(sorted({a.side for a in act.targets if a.side} - set(sources)))
        joint = kind in _JOINT
        parties = tuple(sorted({*sources, *targets})) if joint else sources
        if not parties or (joint and len(parties) < 2):
            continue
        draft = next((d for d in drafts if act.sentence in d.sentences), None)
        result = Result(
            kind, parties, () if joint else targets, act.evidence, act.rule.weight, act, draft,
            _instrument(raw, act, story) if kind == "instrument" else None,
        )  # fmt: skip
        if not any(_same(result, r) for r in found):
            found.append(result)
    return found


def _same(one: Result, other: Result) -> bool:
    if one.parties != other.parties or one.kind != other.kind:
        return False
    return one.evidence.meets(other.evidence)


_QUOTES = {"“": "”", '"': '"', "«": "»"}


def _instrument(raw: str, act: Act, story: StoryActs) -> str | None:
    """The name of the text within the evidence: in quotation marks, or known as a name."""
    text = act.evidence.text(raw)
    for opening, closing in _QUOTES.items():
        start = text.find(opening)
        end = text.find(closing, start + 1) if start >= 0 else -1
        if 0 <= start < end and end - start < 160:
            return " ".join(text[start + 1 : end].split())
    inside = (n for n in story.names if n.signed and act.evidence.covers(n.span))
    return next((n.text for n in inside), None)
