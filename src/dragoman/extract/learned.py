"""The learned fallback: sentences that no rule reads, judged by their vectors.

Structure says who may act on whom (`pairs.py`), a linear head says what kind of act it is
(`head.py`). What the two do not agree on, or the head is not sure of, gives nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.core.spans import Span
from dragoman.extract.act import Act, View
from dragoman.extract.head import LinearHead, mask_names
from dragoman.extract.pairs import Pair
from dragoman.lang.meaning import SentenceVectors
from dragoman.lang.rules import Rule, unwritten_rule

if TYPE_CHECKING:
    Encoder = Callable[[Sequence[str]], Sequence[Sequence[float]]]

RULE = "learned"
"""What events that come from here name as their rule."""

_JOINT = frozenset({"CONSULT", "COOPERATE"})
_BY_MOOD = {
    "negation": frozenset({"REJECT"}),
    "conditional": frozenset({"THREATEN"}),
    "future": frozenset({"AGREE", "CONCEDE", "THREATEN"}),
}
"""Which types hold where a sentence is so marked; vectors hear no "not" and no "will"."""
_TOGETHER = _JOINT | {"AGREE"}
_SPOKEN = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_ON_GROUND = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
"""Which types reach a side by what is done on its ground."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence without an act, and the two sides that it may tell one of."""

    view: View
    pair: Pair


class Fallback:
    """Gives the acts of sentences that rules leave unread."""

    def __init__(self, encoder: "Encoder", head: LinearHead, threshold: float) -> None:
        self._encoder = encoder
        self._head = head
        self._threshold = threshold

    @classmethod
    def shipped(cls) -> "Fallback":
        """The fallback with the model that comes with the package.

        Raises:
            MissingPartError: the extra `semantic` is not installed.
        """
        encode = SentenceVectors().vectors
        head = LinearHead.shipped()
        return cls(encode, head, head.threshold)

    def __call__(
        self, raw: str, candidates: Sequence[Candidate], known: Iterable[Act]
    ) -> list[Act]:
        """The acts of the candidates that are sure enough and that no rule has read.

        Args:
            raw: the document's text.
            candidates: sentences of one language, with their pairs.
            known: what rules read in the same story.
        """
        if not candidates:
            return []
        told = {key for act in known for key in _keys(act)}
        found = []
        for candidate, chances in zip(candidates, self._chances(raw, candidates), strict=True):
            label, chance = max(chances.items(), key=lambda item: item[1])
            if chance < self._threshold or not _allowed(candidate.pair, label):
                continue
            act = _act(candidate, label, chance)
            keys = _keys(act)
            if not keys & told:
                told |= keys
                found.append(act)
        return found

    def _chances(self, raw: str, candidates: Sequence[Candidate]) -> list[dict[str, float]]:
        plain = [c.view.sentence.span.text(raw) for c in candidates]
        masked = [masked_text(raw, c.view) for c in candidates]
        vectors = self._encoder(plain + masked)
        code = candidates[0].view.clause.pack.code
        return self._head.judge(code, vectors[: len(plain)], vectors[len(plain) :])


def masked_text(raw: str, view: View) -> str:
    """A sentence with its names masked, so that its vector tells the act and not the actors."""
    sentence, tokens = view.sentence.span, view.clause.tokens
    named = [n for n in view.clause.nodes if n.actors or (n.element and n.letter in "DYPC")]
    spans = [
        (tokens[n.first].start - sentence.start, tokens[n.last - 1].end - sentence.start)
        for n in named
    ]
    return mask_names(sentence.text(raw), spans)


def _allowed(pair: Pair, label: str) -> bool:
    """True where the type goes with what the structure of the sentence says."""
    if not label or label not in _BY_MOOD.get(pair.mood, {label}):
        return False
    if pair.together and label not in _TOGETHER:
        return False
    if pair.there and label not in _ON_GROUND:
        return False
    return not pair.spoken or label in _SPOKEN


def _act(candidate: Candidate, label: str, chance: float) -> Act:
    view, pair = candidate.view, candidate.pair
    joint = label in _JOINT or pair.together
    sentence = view.sentence.span
    return Act(
        rule=_rule(label, joint, chance),
        status="happened",
        sources=(pair.source,),
        targets=(pair.target,),
        host=None,
        host_place=None,
        sentence=view.sentence.index,
        node=pair.node,
        evidence=Span(sentence.start, sentence.end),
        speaker=None,
        nominal=False,
    )


def _keys(act: Act) -> set[tuple[str, frozenset[str | None]]]:
    """What an act tells, whoever began: its type with the sides of each pair."""
    kind = act.rule.act or ("CONSULT" if act.rule.engagement else "")
    sides = [*act.sources, *act.targets] if act.rule.joint else act.sources
    others = sides if act.rule.joint else act.targets
    return {(kind, frozenset({a.side, b.side})) for a in sides for b in others if a.side != b.side}


def _rule(label: str, joint: bool, chance: float) -> Rule:
    return replace(_BLANK, act=label, joint=joint, weight=round(chance, 3))


_BLANK = unwritten_rule(RULE)
