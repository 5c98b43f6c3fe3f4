"""Which actors of a sentence stand together."""

from dragoman.extract.actors import Actor
from dragoman.extract.word_rows import WordRow

_AMONG = 7
"""How many nodes those named out of several may stand from them."""
_SOMEBODY = frozenset({"person", "role", "body"})
_BIDDING = 5
"""So many nodes before its "to" stands the verb of "calls on Chad, Mali to talk"."""
_OPENED = 3
"""How far in a sentence somebody may stand whom it opens by quoting."""


class NodeRow(WordRow):
    """The nodes of one sentence, with the lists that their actors stand in."""

    def leads(self, j: int) -> bool:
        """True for who heads, or sent, somebody without a side of his own: "a team led by A"."""
        k = j - 2 if self._after_article(j) else j - 1
        if k < 2 or self.norm(k) not in self.pack.agent:
            return False
        people = self.nodes[k - 2].letter in "aB"  # not "aid sent by Chad"
        sent = people and self.norm(k - 1) in self.pack.classes["sent"]
        return sent or self.norm(k - 1) in self.pack.classes["led"]

    def group(self, i: int, leftward: bool = True) -> tuple[Actor, ...]:
        """The actors of a node and of those joined to it by commas and "and"."""
        if self.nodes[i].letter != "a":
            return ()
        start = self._group_start(i) if leftward else i
        end = self._group_end(i, start)
        found = [a for n in self.nodes[start : end + 1] if n.letter == "a" for a in n.actors]
        several = found[-1].kind == "role" and found[-1].plural and found[-1].side is None
        if several and (named := self._included(end)) is not None:
            found = [a for a in found if a.side] + self._all_listed(named)
        return tuple(dict.fromkeys(found))

    def _all_listed(self, i: int) -> list[Actor]:
        """All actors of the list that begins at a node, whatever verb follows."""
        end = i
        while self._joined(end + 1) and (after := self._next_actor(end)) is not None:
            end = after
        return [a for n in self.nodes[i : end + 1] if n.letter == "a" for a in n.actors]

    def _included(self, end: int) -> int | None:
        """The first of those named out of several: "leaders from ten countries, including Chad".

        «سفراء، هم سفير غانا» (sufarāʾ, hum safīr Ghānā, "ambassadors: that of Ghana"), «وزراء من
        بينهم وزير غانا» (min baynihim, "among them").
        """
        listed = self.pack.discourse["including"]
        passed = "<ox,T" if self.pack.subject_first else "<ox,T~&pBD"
        for j in range(end + 1, min(end + _AMONG, len(self.nodes) - 1)):
            if self.norm(j) in listed or f"{self.norm(j - 1)} {self.norm(j)}" in listed:
                k = j + 1
                while k < len(self.nodes) - 1 and self._leads_list(k):
                    k += 1
                return k if self.nodes[k].letter == "a" else None
            verb = self.readings[j] if self.pack.subject_first else self.finite(j) and j > end + 1
            if self.nodes[j].letter not in passed or verb:
                return None
        return None

    def _leads_list(self, k: int) -> bool:
        """True for what may stand before the first of a list: an article, «كل من» (kull min)."""
        if self.pack.subject_first:
            return self.nodes[k].letter in "AH"
        return self.nodes[k].letter in "H:" or self.norm(k) in self.pack.discourse["each_of"]

    def joins(self, j: int) -> bool:
        """True for "and" between two actors: "talks between A and B"."""
        return self._joined(j)

    def _group_end(self, i: int, start: int | None = None) -> int:
        """The last actor of the list that the actor at a node stands in, begun at `start`."""
        end = i
        start = i if start is None else start
        while self._joined(end + 1) and (after := self._next_actor(end)) is not None:
            listing = end > start and self.nodes[end - 1].letter == ","
            told = listing or self._opens_list(start)
            if self._starts_clause(after) and self.pack.subject_first and not told:
                break
            end = after
        if end + 3 < len(self.nodes) and self.nodes[end + 3].letter == "a" and self.leads(end + 3):
            end += 3
        return end

    def _opens_list(self, i: int) -> bool:
        """True for an actor whom "and" surely joins to the next, whatever that one does.

        So where a sentence, or what is said, begins, and behind "between".
        """
        j, told = self._before_article(i), self.preposition(self._before_article(i))
        said = self.nodes[j].letter == "t" or self.meanings(j) & self.pack.factuality["saying"]
        first = j < 0 or not (told or self.readings[j] or any(map(self.finite, range(j))))
        return bool(said) or first or told == "between"

    def in_list(self, i: int) -> bool:
        """True for an actor that a list has already begun before."""
        return self._joined(self._before_article(i))

    def _group_start(self, i: int) -> int:
        """The first actor of the list that the actor at a node stands in."""
        while self._joined(self._before_article(i)):
            i = self._previous_actor(i)
        return i

    def _before_article(self, i: int) -> int:
        """The node before the article of an actor: "and" in "Canada and the United States".

        So over the adjective of several: "and" in "Canada and other members".
        """
        if i > 2 and self._its_friend(i - 2):
            return i - 3
        led = self._after_article(i) or (i > 1 and self._describes_group(i - 1))
        return i - 2 if led else i - 1

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
        right += right < len(self.nodes) and self.nodes[right].letter == "A"
        right += self._describes_group(right) + 2 * self._its_friend(right)
        if right >= len(self.nodes) or left < 0:
            return False
        both = self.nodes[left].letter == "a" == self.nodes[right].letter
        if not both or self.nodes[left].owned:
            return False
        anew = left < i - 1 and self.nodes[right].actors[0].kind == "pronoun"
        if anew or (self.nodes[i].letter == "," and left <= _OPENED and self.sourced() == left):
            return False  # "met Chad and Mali, and he", "as the premier says, Chad and Mali met"
        return self.nodes[i].letter == "&" or self._list_goes_on(i)

    def _its_friend(self, i: int) -> bool:
        """True for a pronoun and what somebody right behind is to its owner: "| its ally Mali"."""
        if not self.pack.subject_first or i + 2 >= len(self.nodes) or self.nodes[i].letter != "p":
            return False
        friend = self.norm(i + 1) in self.pack.discourse["company"]
        return friend and self.nodes[i + 2].letter == "a"

    def _describes_group(self, i: int) -> bool:
        """True for an adjective before several: "the government and southern rebels"."""
        if not self.pack.subject_first or i + 1 >= len(self.nodes) or self.nodes[i].letter != "x":
            return False
        after, word = self.nodes[i + 1], self.norm(i)
        if after.letter != "a":
            return False
        adjective = self.pack.lexicon.part_of_speech(word) == "adj"
        if after.actors[0].kind == "group":
            return adjective
        several = after.actors[0].kind == "role" and after.actors[0].plural
        further = adjective or word in self.pack.discourse["further"]
        return further and several and after.actors[0].side is not None

    def _list_goes_on(self, i: int) -> bool:
        """True where a comma is one of a list that "and" closes, or parts two states at the end.

        Headlines leave out "and": "to visit Israel, Jordan next week", "urges Chad, Mali to talk".
        """
        if self._adds_to_opening(i):
            return True
        for node in self.nodes[i : i + 8]:
            if node.letter == "&":
                return True
            if node.letter not in "a,A":
                break
        closes = i + 2 >= len(self.nodes) or self.nodes[i + 2].letter in ".T"
        closes = closes or (self.pack.subject_first and self._aim_or_cause(i + 2))
        pair = self.nodes[i - 1 : i + 2 : 2] if i and closes else ()
        return len(pair) > 1 and all(
            n.letter == "a"
            and n.actors[0].kind == "polity"
            and not n.actors[0].place
            and not n.owned
            for n in pair
        )

    def _adds_to_opening(self, i: int) -> bool:
        """True for the comma behind who opens a sentence with the doer: "Along with Mali, Chad".

        A plain "and" there joins a sentence.
        """
        opens = self.pack.subject_first and self.nodes[0].letter == "&" and self.nodes[0].last > 1
        return opens and i > 1 and all(n.letter in "Aa" for n in self.nodes[1:i])

    def _aim_or_cause(self, j: int) -> bool:
        """True for what stands behind the objects of a headline: "to end fighting", "over"."""
        told = self.pack.discourse
        if self.norm(j) in told["causing"]:
            return True
        before = self.lemmas[max(0, j - _BIDDING) : j - 3]
        bids = any(not told["bidding"].isdisjoint(lemmas) for lemmas in before)
        return bids and self.infinitive_mark(j) and self.after_infinitive(j + 1)

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

    def topic(self, i: int) -> tuple[Actor, ...]:
        """The actor that a sentence without a verb is about: «واشنطن ملتزمة», «إن بلاده مستعدة».

        So are headlines about whoever is somewhere: "Iran FM in Muscat for talks with US envoy",
        "Mali FM off to Oslo".
        """
        if self.pack.subject_first:
            led = i > 1 and (self.preposition(1) in ("in", "on") or self.nodes[1].letter == "T")
            first = led or i == 1
            opens = first and self.nodes[0].letter == "a"
            people = opens and all(a.kind in _SOMEBODY for a in self.nodes[0].actors)
            told = range(i if self.after_infinitive(i) else self.main_end(i))
            verbs = (k for k in told if k != i and self.finite(k))
            verbless = people and next(verbs, None) is None
            return self.nodes[0].actors if verbless else ()
        j = i - 1
        while j >= 0 and self.nodes[j].letter in "T,":
            j -= 1
        j -= j > 0 and self.preposition(j) == "on"  # «غانا على استعداد ل» (ʿalā stiʿdādin li-)
        if j > 1 and self.nodes[j].letter == "p" and self.preposition(j - 1) == "to":
            j -= 2  # «غانا لها الحق في» (Ghānā lahā l-ḥaqqu fī)
        if j > 0 and any(a.kind == "pronoun" for a in self.nodes[j].actors):
            j -= self.nodes[j - 1].letter in "axB"  # «تشاد هي المسؤولة» (Tshād hiya l-masʾūla)
        return self.group(j) if j >= 0 and self.nodes[j].letter == "a" else ()

    def visitor(self, i: int) -> tuple[Actor, ...]:
        """Whoever a headline without a verb tells to be somewhere for what the noun at `i` tells.

        «لافروف في أنقرة للقاء فيدان» (Lāvrōf fī Anqara li-liqāʾ Fīdān, "Lavrov in
        Ankara to meet Fidan").
        """
        opens = i > 1 and self.nodes[0].letter == "a" and self.preposition(1) in ("in", "to")
        people = opens and all(a.kind in _SOMEBODY for a in self.nodes[0].actors)
        verbless = people and not any(self.finite(k) for k in range(len(self.nodes)))
        return self.nodes[0].actors if verbless else ()

    def sourced(self) -> int | None:
        """The node of whoever is told to say what a sentence tells: "according to Chad"."""
        listed = self.pack.discourse["sources"]
        if listed.isdisjoint(self._words):
            return None
        for j in (j for j, word in enumerate(self._words) if word in listed):
            k = j + 1
            while k < len(self.nodes) - 1 and self.nodes[k].letter in "AH>":
                k += 1
            if k < len(self.nodes) and self.nodes[k].letter == "a":
                return k
        return None

    def light(self, k: int) -> bool:
        """True for words that are no noun, and for set phrases."""
        node = self.nodes[k]
        if node.letter != "x" or node.last - node.first > 1:
            return node.letter == "x"
        part = self.pack.lexicon.part_of_speech(self.norm(k))
        return part in ("adv", "particle", "conj", "adj") and not self.preposition(k)
