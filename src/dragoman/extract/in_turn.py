"""Who is told of in a list by more than "and": "visited Chad, then Mali", "to Chad and to Mali"."""

from collections.abc import Sequence

from dragoman.core.document import Token
from dragoman.extract.actors import Node
from dragoman.lang.pack import LanguagePack

_LEADING = frozenset("><@~")
"""The letters of prepositions."""


def named_in_turn(pack: LanguagePack, tokens: Sequence[Token], nodes: list[Node]) -> list[Node]:
    """Nodes in which "then" between two who are named stands for "and", and one "to" for two.

    «زار تشاد ثم مالي» (zāra Tshād thumma Mālī, "he visited Chad, then Mali"), «إلى تشاد وإلى
    مالي» (ilā Tshād wa-ilā Mālī, "to Chad and to Mali").
    """
    row: list[Node] = []
    then = pack.discourse["in_turn"]
    i = 0
    while i < len(nodes):
        node = nodes[i]
        turn = node.letter in "xM" and tokens[node.first].norm in then
        j = i + 1
        if (turn or node.letter == "&") and j < len(nodes) and nodes[j].letter in _LEADING:
            j += _led_again(tokens, row, nodes[j])
        lists = turn or j > i + 1
        if lists and _goes_on(pack, tokens, row, nodes[j : j + 2]):
            if row[-1].letter != "&":
                row.append(Node("&", node.first, node.last))
            i = j
            continue
        row.append(node)
        i += 1
    return row


def _led_again(tokens: Sequence[Token], row: Sequence[Node], node: Node) -> bool:
    """True for the preposition that leads in those before already."""
    k = len(row) - 1
    while k > 0 and row[k].letter in "a&,":
        k -= 1
    return k >= 0 and tokens[row[k].first].norm == tokens[node.first].norm


def _goes_on(
    pack: LanguagePack, tokens: Sequence[Token], row: Sequence[Node], ahead: Sequence[Node]
) -> bool:
    """True where another stands ahead of whom nothing is told, and somebody right before."""
    k = len(row) - 1
    while k > 0 and row[k].letter in "&,":
        k -= 1
    if k < 0 or row[k].letter != "a" or not ahead or ahead[0].letter != "a":
        return False
    told = len(ahead) > 1 and ahead[1].letter == "x"
    return not (told and pack.lexicon.is_finite(tokens[ahead[1].first].norm))
