"""Which rules the words of a sentence set off."""

from collections.abc import Iterator

from dragoman.extract.action_nouns import action_readings, doer_told
from dragoman.extract.actors import Actor
from dragoman.extract.antecedents import without_articles
from dragoman.extract.asides import opens_condition
from dragoman.extract.carried import light_verb, with_doer
from dragoman.extract.clauses import Clause
from dragoman.extract.hit import Hit
from dragoman.extract.known_wars import only_named
from dragoman.extract.passives import is_passive
from dragoman.extract.triggers import (
    as_noun,
    attended,
    beside,
    called_off,
    doer_behind,
    left_hanging,
    moves_on,
    near,
    opens,
    other_word,
    verb_here,
)
from dragoman.lang.morphology import Analysis
from dragoman.lang.rules import Rule, RuleBook

_LONGEST_NOUN = 6
_OF_WARS = frozenset({"ACCUSE", "ASSAULT"})
"""Types of acts that the mere name of a war may tell."""
_QUOTES = frozenset({'"', "'"})


class HitFinder:
    """Finds the rules of a book whose words stand in a sentence."""

    def __init__(self, rules: RuleBook) -> None:
        self._rules = rules

    def among(self, clause: Clause) -> int:
        """The rules whose objects may stand in a sentence, one bit a rule."""
        words = list(clause.norms)
        if not clause.pack.subject_first and any(n.letter == "p" for n in clause.nodes):
            words += without_articles(clause, words)
        return self._rules.openings.among(words)

    def __call__(self, clause: Clause, i: int, may: int) -> Iterator[list[Hit]]:
        """The act rules and the outcome rules whose words stand at a node, best first.

        `may` are those whose objects may stand in the sentence, which is few: one bit a rule.
        """
        found: list[Hit] = []
        for analysis in (*clause.readings[i], *action_readings(clause, i)):
            known = self._rules.by_lemma.get(analysis.lemma, ())
            rules = [rule for rule in known if may >> rule.number & 1]
            if rules and not other_word(clause, i, analysis):
                nominal = analysis.tense == "verbal-noun" or as_noun(clause, i, analysis)
                light = light_verb(clause, i) if analysis.tense == "verbal-noun" else None
                for rule in rules:
                    hit = self._on_verb(clause, (i, nominal, light), analysis, rule)
                    if hit and hit not in found:
                        found.append(hit)
        found.extend(self._on_noun(clause, i, may))
        if not found:
            return
        for wanted in ("act", "outcome"):
            fitting = [h for h in found if _wants(h.rule, wanted)]
            if fitting:
                yield sorted(fitting, key=lambda h: (_weight(h), not h.nominal), reverse=True)

    def _on_verb(
        self, clause: Clause, at: tuple[int, bool, int | None], analysis: Analysis, rule: Rule
    ) -> Hit | None:
        """The hit of a rule on a verb; `at`: its node, whether a noun, which verb carries it."""
        i, nominal, light = at
        bare = nominal and not rule.nominal and light is None
        if bare and not (with_doer(clause, i, rule) or doer_told(clause, i, rule)):
            return None
        if nominal and rule.engagement and attended(clause, i):
            return None
        passive = is_passive(clause, i, analysis, rule)
        if light is not None:
            told = clause.pack.discourse["light_passive"]
            passive = bool(clause.meanings(light) & told)
        if rule.objects and not near(clause, i, rule, passive):
            return None
        if called_off(clause, i, rule, nominal) or moves_on(clause, i, rule):
            return None
        if rule.outcome and left_hanging(clause, i):
            return None
        return Hit(rule, i, nominal, passive, light)

    def _on_noun(self, clause: Clause, i: int, may: int) -> Iterator[Hit]:
        node = clause.nodes[i]
        if node.letter not in "xBNHVFWM" and not (node.letter == "a" and _tells(node.actors[0])):
            return
        if clause.verb_by_order(i) or verb_here(clause, i) or doer_behind(clause, i):
            return
        if clause.pack.subject_first and i and (clause.to_do(i - 1) or opens_condition(clause, i)):
            return
        headed_last = node.letter == "F" and clause.pack.adjective == "before"
        first = node.last - 1 if headed_last else node.first
        if not self._rules.nouns.opens(clause.norms[first]):
            return
        words = clause.norms[first : first + _LONGEST_NOUN]
        if not _QUOTES.isdisjoint(words) and clause.may_describe(i):
            words = [w for w in words if w not in _QUOTES]  # 'deeply concerned' by
        for _, rule in self._rules.nouns.at(words, 0):
            if not may >> rule.number & 1:
                continue
            if rule.objects and not near(clause, i, rule, False):
                continue
            if called_off(clause, i, rule, True):
                continue
            if rule.engagement and (attended(clause, i) or beside(clause, i, rule)):
                continue
            if rule.opening and not opens(clause, i):
                continue
            if rule.act in _OF_WARS and only_named(clause, i):
                continue
            before = clause.norm(i - 1) if i else ""
            if (rule.led and before not in rule.led) or before in rule.unled:
                continue
            yield Hit(rule, i, True, False)


def _tells(actor: Actor) -> bool:
    """True for bodies, and for words of office that tell more: «تشاد مسؤولة عن» (masʾūla ʿan)."""
    return actor.kind == "body" or (actor.kind == "role" and not actor.name)


def _wants(rule: Rule, wanted: str) -> bool:
    if wanted == "act":
        return bool(rule.act or rule.engagement)
    return bool(rule.outcome and not (rule.act or rule.engagement))


def _weight(hit: Hit) -> tuple[int, float]:
    return (2 if hit.rule.objects else 0) + hit.rule.longest, hit.rule.weight
