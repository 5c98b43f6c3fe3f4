"""Organs of a state that act without its name: "The foreign ministry summoned the envoy"."""

from collections.abc import Collection, Sequence

from dragoman.core.document import Token
from dragoman.core.quick import replace
from dragoman.extract.actors import Actor, Node
from dragoman.lang.pack import LanguagePack

_BETWEEN = 2
"""How many words may stand between an organ and its verb: "the ministry later said"."""
_PEOPLE = frozenset({"person", "role"})


def of_state(
    actor: Actor, speaker: Actor | None, home: str | None, named: Collection[str | None]
) -> tuple[Actor, ...]:
    """An organ told without its state as of one that speaks, else of the story's home.

    Else of the state of the person who speaks; none that the sentence acts on, the `named`.
    """
    spoken = speaker.side if speaker and speaker.kind != "organization" else None
    person = speaker is not None and speaker.kind in _PEOPLE
    likely = (home, spoken) if person else (spoken, home)
    side = next((s for s in likely if s and s not in named), None)
    return (replace(actor, side=side),) if side else ()


def with_organs(pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node]) -> list[Node]:
    """Nodes with ministries and governments that do what a verb says as actors.

    Of which state they are the place behind them tells, or what the sentence begins with: "In
    Kampala, the ministry said"; else it is left to the story.
    """
    if all(n.letter != "B" for n in nodes) or not pack.discourse["ministries"]:
        return list(nodes)
    kept: list[Node] = []
    place: str | None = None
    for i, node in enumerate(nodes):
        if place is not None:
            place = None if node.letter == "a" else place
            continue
        word = " ".join(t.norm for t in tokens[node.first : node.last])
        if node.letter == "B" and word in pack.discourse["ministries"] | pack.discourse["seated"]:
            place = _seat(nodes, i)
            if word not in pack.discourse["ministries"]:
                acts = place is not None and _acts_there(pack, tokens, nodes, i)
            else:
                acts = _acts(pack, tokens, nodes, i + 2 * (place is not None), i)
            if acts:
                at = node.first, nodes[i + 2].last if place else node.last
                side = place or opening_state(nodes, i)
                kept.append(Node("a", *at, (Actor("body", *at, side),)))
                continue
            place = None
        kept.append(node)
    return kept


def _acts(
    pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node], end: int, i: int
) -> bool:
    """True where the organ at `i`, of which more is told up to `end`, does what a verb says."""
    if not pack.subject_first:
        return i > 0 and _finite(pack, tokens, nodes[i - 1])
    if (
        not i
        or nodes[i - 1].letter != "A"
        or tokens[nodes[i - 1].first].norm not in pack.classes["definite"]
    ):
        return False
    for node in nodes[end + 1 : end + 2 + _BETWEEN]:
        if _finite(pack, tokens, node):
            return True
        adverb = pack.lexicon.part_of_speech(tokens[node.first].norm) == "adv"
        if node.letter != "T" and not adverb:
            return False
    return False


def _acts_there(pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node], i: int) -> bool:
    """True for those who rule a place and do what a verb says: "authorities in Nairobi seized".

    So where they are told to do it: "was seized by authorities in Nairobi".
    """
    j = i - (i > 0 and nodes[i - 1].letter == "A")
    led = j > 0 and tokens[nodes[j - 1].first].norm in pack.agent
    return led or any(_finite(pack, tokens, n) for n in nodes[i + 3 : i + 4 + _BETWEEN])


def _finite(pack: LanguagePack, tokens: Sequence[Token], node: Node) -> bool:
    read = pack.lexicon.analyses(tokens[node.first].norm) if node.letter == "x" else ()
    return any(a.finite for a in read)


def _seat(nodes: Sequence[Node], i: int) -> str | None:
    """The state in whose capital an organ is told to sit: "the foreign ministry | in Kampala"."""
    if i + 2 >= len(nodes) or nodes[i + 1].letter != "@" or nodes[i + 2].letter != "a":
        return None
    place = nodes[i + 2].actors[0]
    return place.side if place.kind == "polity" and not place.plural else None


def opening_state(nodes: Sequence[Node], i: int) -> str | None:
    """The state that opens a sentence, before an organ of it: "In Kampala, the ministry"."""
    opening = 1 if nodes[0].letter == "&" else 0
    letters = "".join(n.letter for n in nodes[opening:i])
    if letters.rstrip("AHM") != "@a,":
        return None
    place = nodes[opening + 1].actors[0]
    return place.side if place.kind == "polity" and not place.plural else None
