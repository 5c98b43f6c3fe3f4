"""Planes, ships and convoys that come with what somebody gives."""

from dragoman.extract.clauses import Clause

_REACH = 8
"""How many nodes behind its verb it may be told whose they are."""


def brought_by(clause: Clause, i: int) -> list[int]:
    """Whose what comes is: «دخلت غزة قافلة إغاثة مصرية» (dakhalat Ghazza qāfila miṣriyya).

    So where a body stands behind its plane: «حطت في مطار مابوتو طائرة القوات الجوية القطرية»
    (ḥaṭṭat fī maṭār Mābūtū ṭāʾirat al-quwwāt al-jawwiyya l-qaṭariyya, "of the Qatari air force").
    """
    nodes = clause.nodes[i + 2 : min(clause.ends(i), i + _REACH)]
    found = (k for k, n in enumerate(nodes, i + 2) if n.letter == "D" or _owns_craft(clause, k))
    told = [k for k in found if clause.nodes[k - 1].letter == "x"]
    return [] if clause.pack.subject_first else told[:1]


def _owns_craft(clause: Clause, k: int) -> bool:
    """True for a body right behind a bare noun with which something comes."""
    node = clause.nodes[k]
    craft = clause.norm(k - 1) in clause.pack.discourse["craft"]
    return node.letter == "a" and craft and node.actors[0].kind in ("body", "organization")
