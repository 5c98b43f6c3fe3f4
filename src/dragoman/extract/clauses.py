"""Who does what to whom in a sentence, without a parser: roles found from where words stand.

A `Clause` wraps the nodes of one sentence. Its methods answer which nodes fill a role of the verb
or noun at a given node: subject, object, owner, the actors behind a preposition.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from dragoman.core.document import Token
from dragoman.extract.actors import Actor, Node
from dragoman.lang.morphology import Analysis
from dragoman.lang.pack import LanguagePack

_STOPS = frozenset(";:")
MAX_REACH = 30
"""How many nodes a complement may stand from its verb."""
_NEAR = 6


class Clause:
    """The nodes of a sentence with the questions that rules ask of them."""

    def __init__(self, pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node]) -> None:
        self.pack = pack
        self.tokens = tokens
        self.nodes = nodes
        self._subjects: dict[int, tuple[Actor, ...]] = {}

    @cached_property
    def norms(self) -> list[str]:
        """The folded words of the sentence, one a token."""
        return [t.norm for t in self.tokens]

    @cached_property
    def readings(self) -> list[tuple[Analysis, ...]]:
        """For each node of one plain word, how it reads as a form of a verb."""
        analyses = self.pack.lexicon.analyses
        return [
            analyses(self.tokens[n.first].norm)
            if n.letter in "xNBHV" and n.last - n.first == 1 and self.tokens[n.first].kind == "word"
            else ()
            for n in self.nodes
        ]

    def norm(self, i: int) -> str:
        """The folded words of a node, joined by spaces."""
        node = self.nodes[i]
        return " ".join(t.norm for t in self.tokens[node.first : node.last])

    def preposition(self, i: int) -> str | None:
        """The role of the preposition at a node, such as "with"; None where it is none."""
        if i < 0 or i >= len(self.nodes):
            return None
        element = self.nodes[i].element
        if element is None or not element.entries:
            return None
        entry = element.entry
        if entry.id == "preposition":
            return entry.form_class
        return "of" if element.letter == "o" else None

    def finite(self, i: int) -> bool:
        """True where the node can be the verb of a clause."""
        if not 0 <= i < len(self.nodes) or not self.readings[i]:
            return False
        if self._after_article(i) or self._after_infinitive(i):
            return False
        if not any(a.finite for a in self.readings[i]) or self._noun_here(i):
            return False
        return not self.verbal_noun_here(i)

    def verbal_noun_here(self, i: int) -> bool:
        """True where a word that can be a verb or its noun is the noun: «سبل دعم لبنان».

        (subul daʿm Lubnān, "ways of supporting Lebanon"; دعم may also be "he supported".)
        """
        if self.pack.cased or i == 0:
            return False
        tenses = {a.tense for a in self.readings[i]}
        if "verbal-noun" not in tenses or not tenses & {"past", "present"}:
            return False
        left = self.nodes[i - 1]
        if self.preposition(i - 1) is not None or left.letter == "t":
            return True
        if left.letter == "x":
            pos = self.pack.lexicon.part_of_speech(self.norm(i - 1))
            noun = pos in ("noun", "adj") or any(
                a.tense == "verbal-noun" for a in self.readings[i - 1]
            )
            return noun and not self._particle(i - 1)
        return left.letter == "a" and (self._has_subject_already(i - 1) or self._verb_before(i))

    def _verb_before(self, i: int) -> bool:
        """True where a verb stands a few nodes before in the same clause."""
        for k in range(i - 2, max(-1, i - _NEAR), -1):
            if self.nodes[k].letter in "&,:;t":
                return False
            if any(a.finite for a in self.readings[k]):
                return True
        return False

    def adverbial(self, i: int) -> bool:
        """True where a participle says what the subject does besides: «مؤكدا», «، مؤكدة»."""
        norm = self.norm(i)
        if self.pack.article and norm.startswith(self.pack.article):
            return False
        if norm.endswith(self.pack.adverbial_endings):
            return True
        before = self.nodes[i - 1].letter if i else ""
        return before in tuple(",&") and not any(a.finite for a in self.readings[i])

    def _noun_here(self, i: int) -> bool:
        """True where a form that is also a noun stands as one, between a noun's neighbours."""
        left = self.nodes[i - 1] if i else None
        if not self.pack.cased:
            return left is not None and self.preposition(i - 1) is not None
        if left is None:
            return False
        owned = left.owned or left.letter in "pDA"
        return owned or self.preposition(i - 1) is not None

    def _after_article(self, i: int) -> bool:
        return i > 0 and self.nodes[i - 1].letter == "A"

    def _after_infinitive(self, i: int) -> bool:
        """True behind "to" or «أن» (an), whose verb is not the verb of a clause of its own."""
        return (
            i > 0
            and self.norm(i - 1) in self.pack.factuality["infinitive"]
            and any(a.tense in ("infinitive", "present") for a in self.readings[i])
        )

    def governed(self, i: int) -> bool:
        """True where a preposition stands right before the node (or before its group)."""
        return self.preposition(i - 1) is not None or (
            i >= 2 and self.nodes[i - 1].letter in "AH" and self.preposition(i - 2) is not None
        )

    # groups ---------------------------------------------------------------------------------

    def group(self, i: int, leftward: bool = True) -> tuple[Actor, ...]:
        """The actors of a node and of those joined to it by commas and "and"."""
        if self.nodes[i].letter != "a":
            return ()
        start = end = i
        while leftward and self._joined(self._before_article(start)):
            start = self._previous_actor(start)
        while self._joined(end + 1) and (after := self._next_actor(end)) is not None:
            if self._starts_clause(after) and self.pack.cased:
                break
            end = after
        found = [a for n in self.nodes[start : end + 1] if n.letter == "a" for a in n.actors]
        return tuple(dict.fromkeys(found))

    def _before_article(self, i: int) -> int:
        """The node before the article of an actor: "and" in "Canada and the United States"."""
        return i - 2 if self._after_article(i) else i - 1

    def _joined(self, i: int) -> bool:
        """True where the node links two actors of a list."""
        if not 0 < i < len(self.nodes) - 1 or self.nodes[i].letter not in "&,":
            return False
        left = i - 1
        if self.nodes[left].letter == "," and self.nodes[i].letter == "&":
            left -= 1
        right = i + 1
        if self.nodes[i].letter == "," and self.nodes[right].letter == "&":
            right += 1
        if right < len(self.nodes) and self.nodes[right].letter == "A":
            right += 1
        if right >= len(self.nodes) or left < 0:
            return False
        both = self.nodes[left].letter == "a" == self.nodes[right].letter
        if not both or self.nodes[left].owned:
            return False
        return self.nodes[i].letter == "&" or self._list_goes_on(i)

    def _list_goes_on(self, i: int) -> bool:
        """True where a comma is one of a list that "and" closes."""
        for node in self.nodes[i : i + 8]:
            if node.letter == "&":
                return True
            if node.letter not in "a,A":
                return False
        return False

    def _previous_actor(self, i: int) -> int:
        j = i - 1
        while self.nodes[j].letter != "a":
            j -= 1
        return j

    def _next_actor(self, i: int) -> int | None:
        for j in range(i + 1, min(i + 5, len(self.nodes))):
            if self.nodes[j].letter == "a":
                return j
        return None

    def _starts_clause(self, i: int) -> bool:
        """True where the actor at a node has a verb of its own right behind it."""
        return self.finite(i + 1) and not self._joined(i + 1)

    # subject --------------------------------------------------------------------------------

    def subject(self, i: int) -> tuple[Actor, ...]:
        """The actors that do what the verb at a node says; empty where the text leaves them out."""
        if i not in self._subjects:
            self._subjects[i] = ()
            self._subjects[i] = self._subject(i)
        return self._subjects[i]

    def _subject(self, i: int) -> tuple[Actor, ...]:
        if self.pack.subject[0] == "after":
            beside = self._subject_beside(i)
            if beside:
                return beside
            after = self._subject_after(i)
            if after:
                return after
            return self._carried(i)
        return self._subject_before(i)

    def _subject_beside(self, i: int) -> tuple[Actor, ...]:
        """An actor right before the verb, as in «إن قطر أبدت» or behind a relative pronoun."""
        j = i - 1
        while j >= 0 and (self.nodes[j].letter in "T" or self._particle(j)):
            j -= 1
        relative = j >= 0 and self.nodes[j].letter == "R"
        if relative:
            j -= 1
            if j >= 0 and self.nodes[j].letter == ",":
                j -= 1
        elif j >= 0 and self.nodes[j].letter == ",":
            k = j - 1
            j = k if k >= 0 and self.nodes[k].letter in "aT" else -1
            if j >= 0 and self.nodes[j].letter == "T":
                j = j - 1 if self.nodes[j - 1].letter != "," else j - 2
        if j < 0 or self.nodes[j].letter != "a":
            return ()
        if not any(a.tense in ("past", "present") for a in self.readings[i]):
            return ()
        if not relative and (self.governed(j) or self._has_subject_already(j)):
            return ()
        return self.group(j)

    def _particle(self, j: int) -> bool:
        """True for the marks of tense and negation between a subject and its verb."""
        word = self.norm(j)
        facts = self.pack.factuality
        return self.tokens[self.nodes[j].first].role == "future" or (
            word in facts["negation"] or word in facts["future"] or word in facts["conditional"]
        )

    def _has_subject_already(self, j: int) -> bool:
        """True where the actor at `j` is what an earlier verb of the clause acts through or on."""
        k = j - 1
        while k >= 0 and self.nodes[k].letter not in "t:;.&,":
            if self.finite(k):
                return True
            k -= 1
        return False

    def _subject_after(self, i: int) -> tuple[Actor, ...]:
        """The first actor behind the verb, over expressions of time and short complements."""
        j, skipped = i + 1, 0
        while j < len(self.nodes) and skipped < 4:
            node = self.nodes[j]
            if node.letter == "a":
                return self.group(j, leftward=False)
            if node.letter in "Tp":
                j += 1
            elif self.preposition(j) and j + 1 < len(self.nodes) and self._short(j + 1):
                j += 2
                skipped += 1
            elif node.letter in "(),-" and skipped < 3:
                j += 1
                skipped += 1
            else:
                return ()
        return ()

    def _short(self, j: int) -> bool:
        return self.nodes[j].letter in "aYTFp" and not any(
            a.kind == "person" for a in self.nodes[j].actors
        )

    def _carried(self, i: int) -> tuple[Actor, ...]:
        """The subject of the nearest verb before, for verbs and participles without their own."""
        for k in range(i - 1, -1, -1):
            if self.finite(k):
                return self.subject(k)
        return ()

    def _subject_before(self, i: int) -> tuple[Actor, ...]:
        """The nearest free actor before the verb, or what an earlier verb of the chain has."""
        quoted = self._inverted(i)
        if quoted:
            return quoted
        j = i - 1
        chained = False
        while j >= 0:
            letter = self.nodes[j].letter
            if letter in _STOPS or (letter == "t" and not chained):
                break
            if letter == "&" and self._links_verb(j, i):
                chained = True
            elif letter == "," and self._participle(i) and j == i - 1:
                chained = True
            elif self.finite(j) and (chained or self._aux_before(j, i)):
                return self.subject(j)
            elif letter == "a" and not chained and not self.governed(j):
                if not self.nodes[j].owned:
                    return self.group(j)
            elif letter == "R" and j > 0:
                k = j - 1 - (self.nodes[j - 1].letter == ",")
                if k >= 0 and self.nodes[k].letter == "a":
                    return self.group(k)
            j -= 1
        if self._participle(i):
            return self.subject_behind_comma(i)
        return ()

    def _inverted(self, i: int) -> tuple[Actor, ...]:
        """The speaker behind a verb that closes a quotation: '"...," said Shen Guofang'."""
        if i + 1 < len(self.nodes) and self.nodes[i + 1].letter == "a" and i > 0:
            before = self.nodes[i - 1].letter
            if before in '",' and any(a.tense == "past" for a in self.readings[i]):
                left = [n for n in self.nodes[max(0, i - 3) : i] if n.letter == "a"]
                if not left or before == '"':
                    return self.group(i + 1, leftward=False)
        return ()

    def _links_verb(self, j: int, i: int) -> bool:
        """True where "and" at `j` joins the verb at `i` to an earlier one: nothing acts between."""
        return all(n.letter not in "a" for n in self.nodes[j + 1 : i])

    def _aux_before(self, j: int, i: int) -> bool:
        """True where the verbs at `j` and `i` are parts of one verb group."""
        return i - j <= 3 and all(n.letter in "xM" for n in self.nodes[j:i])

    def _participle(self, i: int) -> bool:
        tenses = {a.tense for a in self.readings[i]}
        return "participle" in tenses and not tenses & {"past", "present"}

    def subject_behind_comma(self, i: int) -> tuple[Actor, ...]:
        """For "After meeting with Putin, Macron said": the actor of the main clause."""
        for j in range(i + 1, len(self.nodes) - 1):
            if self.nodes[j].letter == "," and self.nodes[j + 1].letter == "a":
                if self.finite(j + 2):
                    return self.group(j + 1, leftward=False)
        return ()

    # complements ----------------------------------------------------------------------------

    def ends(self, i: int, relative: bool = True) -> int:
        """The node before which the complements of the verb or noun at `i` stop.

        Clauses that describe a complement are cut off where `relative` is true.
        """
        for j in range(i + 1, min(len(self.nodes), i + MAX_REACH)):
            letter = self.nodes[j].letter
            if letter in ";:" or (relative and letter == "R"):
                return j
            if letter in ",&" and self._new_clause(j):
                return j
        return min(len(self.nodes), i + MAX_REACH)

    def _new_clause(self, j: int) -> bool:
        """True where a comma or "and" opens a clause with a verb of its own."""
        k = j + 1
        if k < len(self.nodes) and self.nodes[k].letter == "&":
            k += 1
        if k < len(self.nodes) and self.nodes[k].letter == "a":
            return self.finite(k + 1)
        return self.finite(k) or (k < len(self.nodes) and self._participle(k))

    def object(self, i: int, nominal: bool = False) -> tuple[Actor, ...]:
        """The actors that the verb (or, `nominal`, its noun) at `i` acts on directly."""
        stop = self.ends(i)
        subject: set[Actor] = set()
        if self.pack.subject[0] == "after":
            subject = set(self.owner(i) if nominal else self.subject(i))
        j = i + 1
        while j < stop:
            node = self.nodes[j]
            if node.letter == "a":
                actors = self.group(j, leftward=False)
                if not subject & set(actors):
                    if node.owned:
                        return ()
                    return actors
                j += 2 * len(actors) - 1 if len(actors) > 1 else 1
                continue
            if node.letter == "t" or (self.preposition(j) and not self._skips(j, subject)):
                return ()
            if self.finite(j) and j > i + 1:
                return ()
            j += 2 if self.preposition(j) else 1
        return ()

    def _skips(self, j: int, subject: set[Actor]) -> bool:
        """True where a short complement may stand between a verb and its object."""
        return bool(subject) and j + 1 < len(self.nodes) and self._short(j + 1)

    def behind(self, i: int, role: str, stop: int | None = None) -> tuple[Actor, ...]:
        """The actors behind the first preposition of a role ("with") after the node `i`."""
        stop = self.ends(i) if stop is None else stop
        for j in range(i + 1, stop):
            if self.preposition(j) == role:
                k = self._head(j + 1, stop)
                if k is not None:
                    return self.group(k, leftward=False)
        return ()

    def _head(self, start: int, stop: int) -> int | None:
        """The first actor of the noun phrase that begins at a node."""
        for k in range(start, min(stop, start + _NEAR)):
            letter = self.nodes[k].letter
            if letter == "a":
                return k
            if self.preposition(k) not in (None, "of") or letter in ",t;:&" or self.finite(k):
                return None
        return None

    def between(self, i: int) -> tuple[Actor, ...]:
        """All actors behind "between" near a noun: "talks between X and Y"."""
        for j in range(i + 1, self.ends(i)):
            if self.preposition(j) == "between":
                return self._between_from(j)
        return ()

    def _between_from(self, j: int) -> tuple[Actor, ...]:
        actors: list[Actor] = []
        for k in range(j + 1, min(len(self.nodes), j + 14)):
            node = self.nodes[k]
            if node.letter == "a":
                actors.extend(node.actors)
            elif actors and (
                self.finite(k)
                or node.letter in "t;:"
                or (self.preposition(k) not in (None, "of", "between") and len(actors) > 1)
            ):
                break
        return tuple(dict.fromkeys(actors))

    def definite(self, i: int) -> bool:
        """True for a noun with an article of its own, which points back: «الاستقبال»."""
        article = self.pack.article
        return bool(article) and self.norm(i).startswith(article) and len(self.norm(i)) > 4

    def points_back(self, i: int) -> bool:
        """True for a noun that is told of as known: "this tour", "his visit", «زيارته»."""
        if self.pronoun_owner(i) or self.definite(i):
            return True
        near = [self.norm(j) for j in range(max(0, i - 3), i)]
        return any(word in self.pack.classes["definite"] for word in near)

    def owner(self, i: int) -> tuple[Actor, ...]:
        """Whose the noun at `i` is: "Japan's support", «زيارة بلينكن», "the visit of X"."""
        for j in range(i - 1, max(-1, i - 4), -1):
            node = self.nodes[j]
            if node.letter == "a":
                if node.owned:
                    return self.group(j, leftward=False)
                break
            if node.letter not in "xHMDFN" or self.finite(j):
                break
        if i + 1 < len(self.nodes):
            after = self.nodes[i + 1]
            if after.letter == "a" and not self.pack.cased and not self.definite(i):
                return self.group(i + 1, leftward=False)
        stop = min(self.ends(i), i + 5)
        for role in ("of", "by"):
            for j in range(i + 1, stop):
                if self.preposition(j) == role and (k := self._head(j + 1, j + 3)) is not None:
                    return self.group(k, leftward=False)
                if self.preposition(j) and self.preposition(j) != role:
                    break
        return ()

    def adjectives(self, i: int) -> tuple[Node, ...]:
        """Demonyms that describe the noun at `i`: "Israeli aggression", «الحوار المصري الأمريكي»."""
        step = -1 if self.pack.adjective == "before" else 1
        found: list[Node] = []
        for k in range(1, _NEAR):
            j = i + step * k
            if not 0 <= j < len(self.nodes):
                break
            node = self.nodes[j]
            if node.letter == "D" or len(node.actors) > 1:
                found.append(node)
            elif node.letter not in ("x-&" if found else "x") or k > 3 or self.finite(j):
                break
        return tuple(found)

    def pronoun_owner(self, i: int) -> bool:
        """True where an owner pronoun stands at the noun: "his visit", «زيارته»."""
        near = (i - 1, i - 2) if self.pack.cased else (i + 1,)
        return any(0 <= j < len(self.nodes) and self.nodes[j].letter == "p" for j in near)

    def actors_after(
        self, i: int, stop: int, keep: Callable[[Actor], bool]
    ) -> Iterator[tuple[int, Actor]]:
        """Actors behind a node up to `stop` that pass a test, with their nodes."""
        for j in range(i + 1, min(stop, len(self.nodes))):
            for actor in self.nodes[j].actors:
                if keep(actor):
                    yield j, actor
