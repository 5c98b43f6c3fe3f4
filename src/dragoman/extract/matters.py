"""Days of what words are about, which are not those on which they were said."""

from datetime import timedelta

from dragoman.core.interval import Interval
from dragoman.extract.act import Act
from dragoman.extract.clauses import Clause
from dragoman.extract.stories import StoryActs
from dragoman.extract.whereabouts import Whereabouts

_OF_WORDS = frozenset(
    {"ACCUSE", "AGREE", "CONCEDE", "PROTEST", "REJECT", "REQUEST", "SUPPORT", "THREATEN"}
)
_ABOUT = frozenset({"by", "for", "from", "of", "on", "to"})
"""Roles of prepositions that lead in what words are about, not where or when they were said."""
_LONG_AGO = timedelta(days=60)


class OwnDays:
    """Answers on which days the acts of a story were, by what their sentences tell."""

    def __init__(self, story: StoryActs, when: Whereabouts) -> None:
        """Asks `when` for the nearest time, and whether that is of the act."""
        self._clauses = {v.sentence.index: v.clause for v in story.views}
        self._when = when

    def __call__(self, act: Act) -> Interval | None:
        """The days of an act; None for those of its matter: "apologised for the war of 1904"."""
        days = self._when.date(act)
        said = act.rule.act in _OF_WORDS and self._when.is_over(days, _LONG_AGO)
        clause = self._clauses[act.sentence]
        judged = said and "doing" in act.rule.target and _in_deed(clause, act.node)
        return None if judged or (said and in_matter(clause, act.node)) else days


def _in_deed(clause: Clause, i: int) -> bool:
    """True where the time before a judgement is that of the deed which is judged.

    «قال إن المبادرة التي أطلقتها تشاد عام 2004 جادة» (qāla inna l-mubādara llatī aṭlaqathā Tshād
    ʿām 2004 jādda, "said that the initiative which Chad launched in 2004 was serious").
    """
    letters = "".join(node.letter for node in clause.nodes[:i])
    return "T" in letters[letters.rfind("t") + 1 :] and "t" in letters


def in_matter(clause: Clause, i: int) -> bool:
    """True where the first time behind an act stands in what it is about.

    "Apologised to Chad for the killings of 1961", «شكرت تشاد على استقبالها اللاجئين عام 1999»
    (shakarat Tshād ʿalā stiqbālihā l-lājiʾīn ʿām 1999, "thanked Chad for taking in refugees in
    1999"), but not "apologised to Chad in 2021".
    """
    matter = False
    for k in range(i + 1, len(clause.nodes)):
        if clause.nodes[k].letter == "T":
            return matter
        if clause.nodes[k].letter in ";:":
            return False
        if clause.preposition(k) in _ABOUT:
            matter = matter or _leads_to_a_thing(clause, k)
    return False


def _leads_to_a_thing(clause: Clause, j: int) -> bool:
    """True for a preposition before a plain noun or a deed, not before somebody or a time."""
    k = j + 1
    while k < len(clause.nodes) and clause.nodes[k].letter in "ADMp":
        k += 1
    return k < len(clause.nodes) and clause.nodes[k].letter in "xN"
