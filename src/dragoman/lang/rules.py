"""The rules of a pack: which words, with which roles, make which act.

`acts.toml` holds those of diplomacy, `deeds.toml` those of force, protest and repression,
`families.toml` words that stand for each other in them: "@arms" in a rule stands for each of that
family.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dragoman.core.errors import DataError
from dragoman.core.fold import fold
from dragoman.lang.affixes import Affixes
from dragoman.lang.pack import pack_toml
from dragoman.lang.phrases import Openings, Phrases

SLOTS = frozenset(
    [
        "subject",
        "object",
        "of",
        "near",
        "owner",
        "adjective",
        "between",
        "about",
        "other",
        "pair",
        "with",
        "to",
        "for",
        "from",
        "on",
        "against",
        "by",
        "in",
        "theme",
        "host",
        "here",
        "speaker",
        "topic",
        "governing",
        "before",
        "complement",
        "bidden",
        "named",
        "describing",
        "compound",
        "doer",
        "authority",
        "means",
        "teller",
        "attacker",
        "striker",
        "accuser",
        "asker",
        "doing",
        "aim",
        "origin",
        "aside",
        "there",
        "attending",
        "visitor",
        "goer",
        "guest",
        "touring",
        "venue",
        "pictured",
        "goods",
        "joined",
        "reached",
        "hosting",
        "striking",
        "jailer",
        "feared",
    ]
)
LEAST_READS = 3
USUAL_REACH = 14
"""How many words behind the trigger an object may stand."""
RULE_FILES = ("acts.toml", "deeds.toml")
_MARKS = (
    "joint", "nominal", "people", "vague", "guests", "travellers", "dated", "opening"
)  # fmt: skip
_LISTS = (
    "verb", "noun", "object", "source", "target", "host", "reads", "never", "unless", "sectors",
    "led", "unled",
)  # fmt: skip
_WORDS = ("act", "mode", "engagement", "outcome", "when")
_FAMILY = re.compile(r"@([a-z_]*)")
_WITH_FAMILIES = ("verb", "object", "noun", "unless")


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of saying an act.

    `number` is its place among the rules of its language. `verbs` are lemmas that set it off, as do
    its nouns (`longest` is the most words of one);
    where `objects` are given, one of them must stand near the verb. `source`, `target` and `host`
    list slots, the first filled one counts. `unless` are phrases whose presence after the trigger
    calls the rule off. `when` is
    `planned` for rules that speak of what is to come, `promised` for those of what somebody will
    do, not of what a thing is for, `denied` for those of what somebody will not do, `unwilling`
    for what they say they will not do, `bidding` for telling somebody to do something in words of
    bidding, `open` for what is to come or may come, `any` for those
    that hold in any mood.
    `reach` is how many words behind the trigger an object may stand: few for "call on".
    `people` asks for persons or office-holders on both sides, `sectors` are those of which a
    source must be. `vague` marks words that leave open whether people met or called each other
    ("spoke with"), `guests` those that receive somebody from abroad, `travellers` those of
    officials who are where they have no post, `dated` those that tell an occasion only where its
    day or town is told ("signed a pact in Oslo on Friday"), `opening` those whose nouns tell of
    a deed only where a sentence opens with them, as headlines do. One of the words `led` stands
    right before its nouns, where it asks for them: «في رسالة إلى» (fī risāla ilā, "in a letter
    to"); none of `unled` does.
    """

    id: str
    number: int
    verbs: frozenset[str]
    longest: int
    objects: Phrases[None]
    unless: Phrases[None]
    act: str | None
    mode: str | None
    engagement: str | None
    outcome: str | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    host: tuple[str, ...]
    joint: bool
    people: bool
    sectors: frozenset[str]
    led: frozenset[str]
    unled: frozenset[str]
    nominal: bool
    vague: bool
    guests: bool
    travellers: bool
    dated: bool
    opening: bool
    when: str | None
    reach: int
    weight: float
    reads: tuple[str, ...]
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules of a language, found by the lemma or the first word of the noun."""

    rules: tuple[Rule, ...]
    by_lemma: Mapping[str, tuple[Rule, ...]]
    nouns: Phrases[Rule]
    openings: Openings
    """Which rules' objects may stand among words, in the order of `rules`."""

    def kinds_named(self, words: Sequence[str]) -> frozenset[str]:
        """The kinds of engagement that nouns among folded words name: "call with"."""
        return frozenset(
            rule.engagement
            for i in range(len(words))
            for _, rule in self.nouns.at(words, i)
            if rule.engagement and not (rule.objects or rule.led or "aside" in rule.source)
        )

    @classmethod
    def for_language(cls, code: str) -> "RuleBook":
        """The rules of a language, compiled once.

        Raises:
            DataError: a rule has an unknown key, slot or no trigger; all are named.
        """
        return _book(code)


def _phrases(texts: Iterable[str], article: str) -> Phrases[None]:
    found: Phrases[None] = Phrases(article)
    for text in texts:
        found.add(text, None)
    return found


def rule_faults(data: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with one rule of a pack, one sentence a fault."""
    known = {*_LISTS, *_WORDS, *_MARKS, "weight", "reach"}
    for key in sorted(data.keys() - known):
        yield f"has the unknown key {key!r}"
    if not data.get("verb") and not data.get("noun"):
        yield "needs `verb` or `noun`"
    if not (data.get("act") or data.get("engagement") or data.get("outcome")):
        yield "needs `act`, `engagement` or `outcome`"
    for key in ("source", "target", "host"):
        for slot in data.get(key, ()):
            if slot not in SLOTS:
                yield f"has the unknown slot {slot!r} in `{key}`"
    if len(set(data.get("reads", ()))) < LEAST_READS:
        yield f"needs {LEAST_READS} different sentences in `reads`"
    if not data.get("never"):
        yield "needs a sentence in `never`"


def pack_rules(code: str) -> dict[str, Any]:
    """The rules of both files of a pack by id, as they are written.

    Raises:
        DataError: a file is missing or no TOML, an id stands twice, or a rule names a family
            that is not there.
    """
    found: dict[str, Any] = {}
    for file in RULE_FILES:
        for name, rule in pack_toml(code, file).items():
            if name in found:
                raise DataError(f"packs/{code}/{file}: [{name}] stands twice: rename one")
            found[name] = _spelled_out(code, name, rule)
    return found


def _spelled_out(code: str, name: str, rule: dict[str, Any]) -> dict[str, Any]:
    """A rule with the words of families in the place of their names: "with @arms"."""
    lists = {key: rule[key] for key in _WITH_FAMILIES if "@" in "".join(rule.get(key, ()))}
    if not lists:
        return rule
    families = _families(code)
    told = dict(rule)
    for key, texts in lists.items():
        spelled: dict[str, None] = {}
        for text in texts:
            missing = [f for f in _FAMILY.findall(text) if f not in families]
            if missing:
                raise DataError(
                    f"packs/{code}: [{name}] knows no family @{missing[0]}: add it to families.toml"
                )
            spelled.update(dict.fromkeys(_spellings(text, families)))
        told[key] = list(spelled)
    return told


def _spellings(text: str, families: Mapping[str, list[str]]) -> Iterator[str]:
    """What a phrase with names of families stands for: "@depth of @ties" each with each."""
    found = _FAMILY.search(text)
    if found is None:
        yield text
        return
    for word in families[found[1]]:
        yield from _spellings(text[: found.start()] + word + text[found.end() :], families)


@lru_cache(maxsize=64)
def _families(code: str) -> Mapping[str, list[str]]:
    return pack_toml(code, "families.toml")


def rule_problems(code: str, rules: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the rules of a pack, one line a problem."""
    for name, data in rules.items():
        for fault in rule_faults(data):
            yield f"packs/{code}: [{name}] {fault}"


def unwritten_rule(name: str) -> Rule:
    """A rule without words or roles, for acts that are found by other means."""
    return _rule(name, -1, {}, "")


def _rule(name: str, number: int, data: dict[str, Any], article: str) -> Rule:
    return Rule(
        id=name,
        number=number,
        verbs=frozenset(data.get("verb", ())),
        longest=max((len(n.split()) for n in data.get("noun", ())), default=0),
        objects=_phrases(data.get("object", ()), article),
        unless=_phrases(data.get("unless", ()), article),
        act=data.get("act"),
        mode=data.get("mode"),
        engagement=data.get("engagement"),
        outcome=data.get("outcome"),
        source=tuple(data.get("source", ("subject",))),
        target=tuple(data.get("target", ())),
        host=tuple(data.get("host", ())),
        joint=data.get("joint", False),
        people=data.get("people", False),
        sectors=frozenset(data.get("sectors", ())),
        led=frozenset(map(fold, data.get("led", ()))),
        unled=frozenset(map(fold, data.get("unled", ()))),
        nominal=data.get("nominal", True),
        vague=data.get("vague", False),
        guests=data.get("guests", False),
        travellers=data.get("travellers", False),
        dated=data.get("dated", False),
        opening=data.get("opening", False),
        when=data.get("when"),
        reach=data.get("reach", USUAL_REACH),
        weight=data.get("weight", 0.8),
        reads=tuple(data.get("reads", ())),
        never=tuple(data.get("never", ())),
    )


@lru_cache(maxsize=64)
def _book(code: str) -> RuleBook:
    data = pack_rules(code)
    wrong = [p for p in rule_problems(code, data) if "unknown" in p or "needs `" in p]
    if wrong:
        raise DataError("; ".join(wrong) + ": run `dragoman check`")
    article = Affixes.for_language(code).article
    by_lemma: dict[str, list[Rule]] = {}
    nouns: Phrases[Rule] = Phrases(article)
    rules: list[Rule] = []
    for name, told in data.items():
        rule = _rule(name, len(rules), told, article)
        rules.append(rule)
        for lemma in rule.verbs:
            by_lemma.setdefault(lemma, []).append(rule)
        for noun in told.get("noun", ()):
            nouns.add(noun, rule)
    openings = Openings(rule.objects for rule in rules)
    return RuleBook(tuple(rules), {k: tuple(v) for k, v in by_lemma.items()}, nouns, openings)
