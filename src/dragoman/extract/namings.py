"""Words with which somebody says what a thing is to them: "struck what it said were depots"."""

from collections.abc import Collection, Sequence

from dragoman.core.document import Token
from dragoman.core.fold import fold
from dragoman.extract.elements import Element
from dragoman.lang.pack import LanguagePack
from dragoman.lang.rules import Rule, RuleBook

_ACTING = frozenset({"ACCUSE", "ASSAULT", "COERCE", "REJECT", "SANCTION"})
"""Types of acts whose verbs reach over such words to what they act on."""
_BREAKS = frozenset('.;:,()"tR')
_WHO = 6
"""How many elements may tell who says so, before or behind the verb of saying."""
_BEFORE = 8
"""How many elements before them the verb may stand that acts on what they name."""


class Namings:
    """Takes them out of a row, so that a verb meets what it acts on.

    "Israel struck what it said were Hezbollah depots", «أدانت إيران ما وصفته بالتدخل الأمريكي»
    (adānat Īrān mā waṣafathu bi-t-tadakhkhul al-Amrīkī, "Iran condemned what it described as
    American interference"). Elsewhere they stay: "spoke of what he called American interference".
    """

    __slots__ = ("_acting", "_pack")

    def __init__(self, pack: LanguagePack, rules: RuleBook) -> None:
        self._pack = pack
        self._acting = {fold(v) for r in rules.rules if _acts_on(r) for v in r.verbs}

    def __call__(self, tokens: Sequence[Token], row: Sequence[Element]) -> list[Element]:
        """The row without them."""
        openers = self._pack.discourse["naming"]
        kept: list[Element] = []
        k = 0
        while k < len(row):
            opens = bool(kept) and tokens[row[k].first].norm in openers
            end = self._end(tokens, row, k) if opens and self._acts(tokens, kept) else k
            if end == k:
                kept.append(row[k])
            k = max(end, k + 1)
        return kept

    def _acts(self, tokens: Sequence[Token], before: Sequence[Element]) -> bool:
        """True where the verb of an act has what follows as its object."""
        if self._pack.subject_first:
            return bool(self._meanings(tokens, before[-1]) & self._acting)
        if before[-1].letter in "><~@op&" or before[-1].letter in _BREAKS:
            return False
        for element in before[: -_BEFORE - 1 : -1]:
            if element.letter in _BREAKS:
                return False
            if self._meanings(tokens, element) & self._acting:
                return True
        return False

    def _end(self, tokens: Sequence[Token], row: Sequence[Element], k: int) -> int:
        """The index behind the words that begin at `k`; `k` where none do."""
        words = self._pack.discourse
        reach = range(k + 1, min(len(row), k + (_WHO if self._pack.subject_first else 2)))
        for j in reach:
            if row[j].letter in _BREAKS:
                return k
            meant = self._meanings(tokens, row[j])
            if meant & words["naming_bare"]:
                return self._over_pronoun(row, j + 1)
            for verbs, links in (("naming_as", "naming_link"), ("naming_that", "naming_being")):
                if meant & words[verbs]:
                    return self._linked(tokens, row, j, words[links]) or k
        return k

    def _linked(
        self, tokens: Sequence[Token], row: Sequence[Element], j: int, links: Collection[str]
    ) -> int:
        """The index behind the link to what is named: "was", "as", «بأنها» (bi-annahā)."""
        far = 2 if self._pack.subject_first else _WHO
        for n in range(j + 1, min(len(row), j + 1 + far)):
            if tokens[row[n].first].norm in links:
                end = n + 1
                while end < len(row) and tokens[row[end].first].norm in links:
                    end += 1
                return self._over_pronoun(row, end)
        return 0

    def _over_pronoun(self, row: Sequence[Element], at: int) -> int:
        suffixed = not self._pack.subject_first and at < len(row) and row[at].letter == "p"
        return at + 1 if suffixed else at

    def _meanings(self, tokens: Sequence[Token], element: Element) -> set[str]:
        """The lemmas of the verbs that one word may be a form of."""
        if element.last - element.first != 1:
            return set()
        norm = tokens[element.first].norm
        return {fold(a.lemma) for a in self._pack.lexicon.analyses(norm)}


def _acts_on(rule: Rule) -> bool:
    """True for a rule whose verb has whom it acts on as its object."""
    first = tuple(slot for slot in rule.target if slot != "describing")[:1]
    return rule.act in _ACTING and (
        first == ("object",) or (first == ("theme",) and not rule.objects)
    )
