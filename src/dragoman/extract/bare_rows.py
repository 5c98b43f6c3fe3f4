"""The words of a sentence as they stand: folded, read as forms of verbs, told as prepositions."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Literal

from dragoman.core.document import Token
from dragoman.core.fold import fold
from dragoman.extract.actors import Node
from dragoman.extract.demonyms import says_besides
from dragoman.extract.elements import Element
from dragoman.lang.morphology import Analysis
from dragoman.lang.pack import LanguagePack

Status = Literal["happened", "planned", "cancelled", "denied", "hypothetical"]
"""How what a verb or noun says stands to what happened."""
_NONE: frozenset[str] = frozenset()
_STATES = frozenset({"polity", "body", "organization"})
_SITE = 6
"""How far behind "at" the kind of a place may be told."""
_QUOTES = frozenset({'"', "'", ")"})
_ASKS = frozenset({"?", "؟"})


class BareRow:
    """The words of one sentence; the ground that groups, subjects and complements are found on."""

    headline = False
    """Whether it is one."""

    def __init__(self, pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node]) -> None:
        self.pack = pack
        self.tokens = tokens
        self.nodes = nodes

    @cached_property
    def norms(self) -> list[str]:
        """The folded words of the sentence, one a token."""
        return [t.norm for t in self.tokens]

    @cached_property
    def asks(self) -> bool:
        """True where the sentence is a question."""
        marks = [n for n in self.norms if n not in _QUOTES]
        return bool(marks) and marks[-1] in _ASKS

    @cached_property
    def readings(self) -> list[tuple[Analysis, ...]]:
        """For each node of one plain word, how it reads as a form of a verb."""
        return [
            self._analyses(n.first)
            if n.letter in "xNBHVM"
            and n.last - n.first == 1
            and self.tokens[n.first].kind == "word"
            else ()
            for n in self.nodes
        ]

    def opens_with_noun(self, i: int) -> bool:
        """True for a noun of action that opens a sentence: «قطع السعودية علاقاتها مع إيران».

        (qaṭʿu s-Saʿūdiyya ʿalāqātihā maʿa Īrān, "the cutting by Saudi Arabia of its ties with
        Iran"): the verb written like it is masculine, and most states are feminine.
        """
        doer = self.nodes[1] if len(self.nodes) > 1 else None
        if self.pack.subject_first or i or doer is None or doer.letter != "a":
            return False
        finite = [a for a in self.readings[0] if a.finite]
        noun = any(a.tense == "verbal-noun" for a in self.readings[0])
        he = finite and all((a.number, a.gender, a.person) == ("sg", "m", 3) for a in finite)
        state = len(doer.actors) == 1 and doer.actors[0].kind == "polity"
        named = doer.element is not None and doer.element.letter == "P"
        own = named and doer.element is not None and doer.element.entry.id == "home"
        she = state and named and not own and doer.actors[0].side not in self.pack.masculine
        return noun and bool(he) and she

    def charged(self, i: int) -> bool:
        """True for a state that a charge stands right behind: «بعد أن اتهمت كينيا بالتجسس».

        (baʿda ani ttahamat Kīniyā bi-t-tajassus, "after it accused Kenya of spying"): a charge is
        brought against somebody, and nobody else is there.
        """
        told = self.nodes[i + 1 : i + 3]
        state = len(told) > 1 and told[0].letter == "a" and told[0].actors[0].kind in _STATES
        return state and self.nodes[i - 1].letter != "R" and self.preposition(i + 2) == "by"

    def described_behind(self, i: int, j: int) -> bool:
        """True for a clause on those right before it: «أسقطت كينيا مسيرات أوغندية عبرت الحدود».

        (asqaṭat Kīniyā musayyarāt ūghandiyya ʿabarati l-ḥudūd, "Kenya downed Ugandan drones that
        crossed the border"): without an article they need no relative pronoun.
        """
        told, article = self.nodes[j].actors, self.pack.article
        words = self.norms[self.nodes[j].first : self.nodes[j].last]
        forces = j == i - 1 and len(told) == 1 and told[0].kind in ("body", "group")
        return forces and not any(w.startswith(article) for w in words)

    def participle(self, i: int) -> bool:
        """True for a participle that is no finite form as well."""
        tenses = {a.tense for a in self.readings[i]}
        return "participle" in tenses and not tenses & {"past", "present"}

    def may_describe(self, i: int) -> bool:
        """True for adjectives, and for pasts that may be participles."""
        adjective = self.pack.lexicon.part_of_speech(self.norm(i)) == "adj"
        return adjective or any(a.tense == "past" for a in self.readings[i])

    def posted(self, i: int) -> bool:
        """True for what tells where those before it serve: "troops | stationed in Chad left"."""
        told = {a.lemma for a in self.readings[i]} & self.pack.discourse["posted"]
        return bool(told) and self.preposition(i + 1) in self.pack.place_roles

    def lasting(self, i: int) -> bool:
        """True behind a compound of time, which describes a noun: "a two-day | visit"."""
        before = self.nodes[i - 1] if i else None
        timed = before is not None and before.letter == "T"
        return bool(timed and before and "-" in self.tokens[before.last - 1].norm)

    @cached_property
    def lemmas(self) -> list[frozenset[str]]:
        """For each node, the verbs that it may be a form of, folded."""
        return [
            frozenset([fold(a.lemma) for a in found]) if found else _NONE for found in self.readings
        ]

    def _analyses(self, i: int) -> tuple[Analysis, ...]:
        """How a word reads; only as a passive where a mark that is written shows it to be one.

        What one says besides is no dual: «، طالبا» (ṭāliban, "asking", not "the two demanded").
        """
        token = self.tokens[i]
        found = self.pack.lexicon.analyses(token.norm) or self._described_by(i)
        if not token.passive and all(a.number != "du" for a in found):
            return found
        if says_besides(self.pack, self.tokens, i):
            return tuple(a for a in found if a.number != "du")
        if not token.passive:
            return found
        marked = (
            replace(a, voice="passive")
            for a in found
            if a.tense == "past" and a.person == 3 and a.voice != "active"
        )
        return tuple(marked) or found

    def _described_by(self, i: int) -> tuple[Analysis, ...]:
        """The verb of a relative clause that with its pronoun is written like a noun of somebody's.

        «المحادثات التي عقدتها غانا» (al-muḥādathāt allatī ʿaqadathā Ghānā, "the talks that Ghana
        held"), not «عقدتها» (ʿuqdatuhā, "her knot").
        """
        relative, bound = self.pack.classes.get("relative", _NONE), self.pack.discourse["bound"]
        if not i or i + 1 >= len(self.tokens) or self.norms[i - 1] not in relative:
            return ()
        word, ending = self.norms[i], self.pack.feminine_endings
        if not ending or not word.endswith(ending) or self.tokens[i + 1].role != "possessive":
            return ()
        read = (self.pack.lexicon.analyses(word[:-1] + end) for end in bound)
        return tuple(a for row in read for a in row if a.finite)

    # Rules ask the same of a node dozens of times: what nodes are is worked out once a sentence.

    @cached_property
    def _words(self) -> list[str]:
        norms = self.norms
        return [
            norms[n.first] if n.last - n.first == 1 else " ".join(norms[n.first : n.last])
            for n in self.nodes
        ]

    @cached_property
    def _prepositions(self) -> list[str | None]:
        told = [_preposition(n.element) for n in self.nodes]
        return ["in" if role and self._at_site(i) else role for i, role in enumerate(told)]

    def _at_site(self, i: int) -> bool:
        """True for an "at" that leads in where a thing happens: "held | at Oslo's main airport".

        Behind words of aim it does not: "rockets fired at Oslo airport".
        """
        told, last = self.pack.discourse, i + _SITE
        if self.norm(i) not in told["at"] or self.norm(i - 1) in told["aiming"]:
            return False
        j = i + 1 + (i + 1 < len(self.nodes) and self.nodes[i + 1].letter == "A")
        if j >= len(self.nodes) or self.nodes[j].letter not in "aY":
            return False
        if any(a.kind != "polity" or a.plural for a in self.nodes[j].actors):
            return False
        for k in range(j + 1, min(last, len(self.nodes))):
            if self.norm(k) in told["sites"]:
                return True
            if self.nodes[k].letter not in "xMB":
                return False
        return False

    @cached_property
    def statuses(self) -> dict[tuple[int, bool], Status]:
        """What `factuality.status_of` has told of nodes, as verbs and as nouns."""
        return {}

    def norm(self, i: int) -> str:
        """The folded words of a node, joined by spaces; none outside the row."""
        return self._words[i] if 0 <= i < len(self._words) else ""

    def preposition(self, i: int) -> str | None:
        """The role of the preposition at a node, such as "with"; None where it is none."""
        return self._prepositions[i] if 0 <= i < len(self.nodes) else None

    def pronoun(self, i: int) -> bool:
        """True for "he" or "they"."""
        return any(a.kind == "pronoun" for a in self.nodes[i].actors)

    def opens_quote(self, j: int) -> bool:
        """True for a mark behind which a quotation begins."""
        return self.nodes[j].letter == '"' and sum(n.letter == '"' for n in self.nodes[:j]) % 2 == 0

    def _objectless(self, i: int) -> bool:
        """True for the past of a verb that has no object, hence no passive: "arrived"."""
        lemmas = {fold(a.lemma) for a in self.readings[i] if a.tense == "past"}
        return bool(lemmas & self.pack.discourse["objectless"])

    def number(self, j: int) -> bool:
        """True for a number, in digits or as a word."""
        norm = self.norm(j)
        return norm.isdigit() or self.pack.lexicon.part_of_speech(norm) == "num"

    def _acts_on(self, i: int) -> bool:
        """True before an object or what is said: "raids a bar, arrests | two", "hopes | that"."""
        behind = "".join(n.letter for n in self.nodes[i + 1 : i + 2])
        return self.number(i + 1) if behind == "x" else behind in (*"tADap",)

    def on_noun_by(self, i: int, deed: bool = False) -> bool:
        """True for a word with a pronoun before somebody named or told of by office.

        Behind the noun of a `deed`, only verbs of holding are meant: «اجتماع عقده الوزير» (ijtimāʿ
        ʿaqadahu l-wazīr, "a meeting that the minister held"); so with who waged a thing: «هجوم شنه
        متمردون» (hujūm shannahu mutamarridūn, "an attack that rebels launched").
        """
        waged = self.lemmas[i] & self.pack.discourse["waging"]
        if deed and not waged and self.lemmas[i].isdisjoint(self.pack.discourse["held"]):
            return False
        letters = "".join(n.letter for n in self.nodes[i + 1 : i + 3])
        doer = self.nodes[i + 2].actors[0] if letters == "pa" else None
        return doer is not None and (bool(waged) or doer.kind in ("person", "role"))

    def waged_by(self, i: int) -> bool:
        """True for a verb of who made an attack: «هجوم بالقنابل شنه مسلحون».

        (hujūm bi-l-qanābil shannahu musallaḥūn, "an attack with bombs that gunmen launched".)
        """
        waged = self.lemmas[i] & self.pack.discourse["waging"]
        return bool(waged) and self.on_noun_by(i, deed=True)

    def set_to(self, i: int) -> bool:
        """True for a verb of what is to be, though it may be read as a noun: «المقرر أن توقع».

        (al-muqarrar an tuwaqqiʿa, "due to sign"; tawaqquʿ is "the expectation".)
        """
        facts, told = self.pack.factuality, self.readings[i]
        if i < 2 or self.norm(i - 1) not in facts["infinitive"]:
            return False
        ahead = {a.lemma for a in self.readings[i - 2]} & facts["wishing"]
        due = self.norm(i - 2) in facts["planned"]
        due = due or f"{self.norm(i - 2)} {self.norm(i - 1)}" in facts["future"]
        return bool(ahead or due) and any(a.tense == "present" and a.person != 1 for a in told)

    def _had_by(self, k: int) -> bool:
        """True for "had" before who did it: «كان الوزير بحث مع».

        (kāna l-wazīru baḥatha maʿa, "the minister had discussed with".)
        """
        ahead = self.nodes[k + 1].letter if k + 1 < len(self.nodes) else "."
        return self.norm(k) in self.pack.factuality["had"] and ahead == "a"

    def meanings(self, j: int) -> frozenset[str]:
        """The lemmas of a word, by themselves and with the word behind: "call", "call off"."""
        lemmas = self.lemmas[j]
        if lemmas and j + 1 < len(self.nodes):
            after = self.norm(j + 1)
            return lemmas.union([f"{lemma} {after}" for lemma in lemmas])
        return lemmas

    def reaches(self, j: int) -> bool:
        """True for a verb of contact with its object: "called the king to thank him"."""
        after = j + 1 < len(self.nodes) and self.nodes[j + 1].letter in "aAH"
        return bool(after and self.meanings(j) & self.pack.factuality["contact"])

    def has_stand_in(self, i: int) -> bool:
        """True where the object of a verb is only "him", "them" or the like."""
        after = i + 1 < len(self.nodes) and self.nodes[i + 1].letter != "a"
        return after and self.norm(i + 1) in self.pack.discourse["stand_in"]

    def main_end(self, i: int) -> int:
        """Where a clause behind the one at `i` begins: "on visit to Oman days | after it voted"."""
        leading = self.pack.discourse["subordinating"]
        behind = (k for k in range(i + 1, len(self.nodes)) if self.norm(k) in leading)
        return next(behind, len(self.nodes))

    def _particle(self, j: int) -> bool:
        """True for the marks of tense and negation between a subject and its verb."""
        word = self.norm(j)
        facts = self.pack.factuality
        return self.tokens[self.nodes[j].first].role == "future" or (
            word in facts["negation"] or word in facts["future"] or word in facts["conditional"]
        )


def _preposition(element: Element | None) -> str | None:
    """The role that an element has as a preposition, if it is one."""
    if element is None or not element.entries:
        return None
    entry = element.entry
    if entry.id == "preposition":
        return entry.form_class
    return "of" if element.letter == "o" else None
