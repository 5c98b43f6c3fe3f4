"""What the sides agreed, signed, promised, invited to or announced, out of acts."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from dragoman.core.spans import Span
from dragoman.extract.acts import Act
from dragoman.extract.drafts import Draft
from dragoman.extract.stories import StoryActs

_VERB_GROUP = 4
_BEFORE, _BEHIND = 4, 3
"""So near its verb stands the article of a text that was told of before."""
_JOINT = frozenset({"instrument", "agreement", "plan"})
_TOLD_MORE = ("pledge", "invitation", "agreement", "plan", "instrument")
"""Kinds, the one that tells more behind."""


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
        kind = act.rule.outcome or ("pledge" if _promised(act) else None)
        if kind is None or act.sentence in headlines or act.status not in ("happened", "planned"):
            continue
        if act.status == "planned" and act.rule.engagement == "signing" and not act.nominal:
            kind = "plan"
        if act.status == "planned" and kind == "instrument" and act.nominal and _set(act, story):
            kind = "plan"
        asked = kind == "invitation" and act.nominal
        if act.status == "planned" and kind not in ("plan", "pledge") and not asked:
            continue
        sources = tuple(sorted({a.side for a in act.sources if a.side}))
        targets = tuple(sorted({a.side for a in act.targets if a.side} - set(sources)))
        joint = kind in _JOINT
        parties = tuple(sorted({*sources, *targets})) if joint else sources
        if not parties or (joint and len(parties) < 2):
            continue
        draft = next((d for d in drafts if act.sentence in d.sentences), None)
        alone = draft is None and len({*sources, *targets}) < 2
        if kind == "pledge" and alone and act.rule.target:
            continue
        if act.status == "planned" and act.rule.engagement == "signing" and not _to_be(act, story):
            continue
        if act.rule.outcome is None and any(act.evidence.meets(r.evidence) for r in found):
            continue
        if kind == "instrument" and _told_again(act, story, found, parties):
            continue
        if kind == "agreement" and act.nominal and _part_of_text(act, found, parties):
            continue
        result = Result(
            kind, parties, () if joint else targets, act.evidence, act.rule.weight, act, draft,
            _instrument(raw, act, story) if kind == "instrument" else None,
        )  # fmt: skip
        twin = next((r for r in found if _same(result, r, story)), None)
        if twin is None:
            found.append(result)
        elif _TOLD_MORE.index(kind) > _TOLD_MORE.index(twin.kind):
            found[found.index(twin)] = result
    return found


def _promised(act: Act) -> bool:
    """True for aid that is yet to come: "China will provide loans to Kenya"."""
    return act.rule.act == "AID" and act.status == "planned" and bool(act.sources and act.targets)


def _to_be(act: Act, story: StoryActs) -> bool:
    """True where a future is told, not only thought of: "will sign", not "the second to sign"."""
    clause = next(v.clause for v in story.views if v.sentence.index == act.sentence)
    facts = clause.pack.factuality
    first = clause.nodes[act.node].first
    words = clause.norms[max(0, first - _VERB_GROUP) : first]
    told = {" ".join(words[k:m]) for k in range(len(words)) for m in range(k + 1, len(words) + 1)}
    return bool(told & facts["future"]) or clause.tokens[first - 1].role == "future"


def _set(act: Act, story: StoryActs) -> bool:
    """True where a verb in the future governs the noun: «سيتم توقيع مذكرة».

    (sa-yatimm tawqīʿ mudhakkira, "a memorandum will be signed".)
    """
    clause = next(v.clause for v in story.views if v.sentence.index == act.sentence)
    verb = act.node - 1
    return (
        verb > 0
        and clause.finite(verb)
        and clause.tokens[clause.nodes[verb].first - 1].role == "future"
    )


def _told_again(
    act: Act, story: StoryActs, found: Sequence[Result], parties: tuple[str, ...]
) -> bool:
    """True for a text that was told of before: "the deal, signed by X", "who signed it"."""
    if not any(r.kind == "instrument" and set(parties) <= set(r.parties) for r in found):
        return False
    clause = next(v.clause for v in story.views if v.sentence.index == act.sentence)
    known = clause.pack.classes["definite"] | clause.pack.classes["it"]
    first = clause.nodes[act.node].first
    near = clause.norms[max(0, first - _BEFORE) : first + _BEHIND]
    return any(word in known for word in near)


def _part_of_text(act: Act, found: Sequence[Result], parties: tuple[str, ...]) -> bool:
    """True for the "understanding" of a memorandum that is told as signed."""
    return any(
        r.kind == "instrument" and r.parties == parties and r.evidence.meets(act.evidence)
        for r in found
    )


def _same(one: Result, other: Result, story: StoryActs) -> bool:
    """True for one outcome that two rules read: of one kind, or told by one word."""
    if one.parties != other.parties:
        return False
    if one.kind != other.kind:
        word = one.act.sentence == other.act.sentence and one.act.node == other.act.node
        return word and {one.kind, other.kind} <= _JOINT and not _lists(one.act, story)
    return one.evidence.meets(other.evidence)


def _lists(act: Act, story: StoryActs) -> bool:
    """True where more than one thing is agreed on: «على عقد اجتماع وتعزيز التجارة».

    (ʿalā ʿaqd ijtimāʿ wa-taʿzīz at-tijāra, "to hold a meeting and to strengthen trade".)
    """
    clause = next(v.clause for v in story.views if v.sentence.index == act.sentence)
    return any(
        node.letter == "&" and any(a.tense == "verbal-noun" for a in clause.readings[k + 1])
        for k, node in enumerate(clause.nodes[:-1])
        if k > act.node
    )


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
