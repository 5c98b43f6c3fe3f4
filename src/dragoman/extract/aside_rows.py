"""Subjects that something said between commas or in brackets parts from their verbs."""

from collections.abc import Iterator

from dragoman.extract import complements
from dragoman.extract.actors import Actor
from dragoman.extract.headed_rows import HeadedRow

_PARTED = 8
"""How many nodes those who came along may take before a relative pronoun."""
_DASHES = frozenset({"-", "--", "–", "—"})
_ASIDE = 12
"""How many nodes something said in passing may have."""
_TAG = 5
"""How many nodes a tag may take with the comma behind it."""


class AsideRow(HeadedRow):
    """A row of nodes that finds whoever acts over what is said aside about him."""

    def _over_aside(self, i: int) -> tuple[Actor, ...]:
        """The subject before something said between commas: "officials, hoping for talks, met".

        So before what somebody is done by: "the premier, accompanied by six ministers, arrived".
        """
        j = self._closing_comma(i)
        for k in self._commas_behind(j):
            first = k + 1
            while first < j and self.pack.lexicon.part_of_speech(self.norm(first)) == "adv":
                first += 1
            opens = self.participle(first) or self.preposition(first) is not None
            opens = opens or self._only_tagged(k, j) or self._sets_apart(k + 1)
            opens = opens or self.preposition(first + 1) in self.pack.agent  # "flanked by aides"
            return self._free_group(k - 1) if opens else ()
        return ()

    def _sets_apart(self, k: int) -> bool:
        """True for what tells who did not: "Chad, but not Mali, met", "Chad, not Mali, met"."""
        k += self.norm(k) in self.pack.discourse["contrast"]
        return self.norm(k) in self.pack.factuality["negation"]

    def _only_tagged(self, k: int, j: int) -> bool:
        """True for a tag between commas that says of whom somebody is: "X, R-Ohio, urged"."""
        inner = range(k + 1, j)
        short = k + 1 < j <= k + _TAG
        plain = all(self.nodes[n].letter in "x." and not self.readings[n] for n in inner)
        return short and plain and any("-" in self.norm(n) for n in inner)

    def _over_clause(self, i: int) -> tuple[Actor, ...]:
        """The subject before a clause about it: "Peru, whose navy patrols the strait, | urged".

        So "the minister, a judge who took office in May, | urged" and "a judge trained in Lima";
        what a verb acts on is none.
        """
        j = self._closing_comma(i) if self.finite(i) else 0
        for k in self._commas_behind(j):
            head = self.nodes[k + 1]
            titled = self.norms[head.first] in self.pack.classes["article"]
            about = any(n.letter == "R" for n in self.nodes[k + 2 : j])
            if head.letter == "R" or (head.letter in "aA" and titled and about):
                verbs = any(map(self.finite, range(k + 1, j)))
                return self._free_group(k - 1) if verbs and not self._acted_on(k - 1) else ()
            if titled and self._is_described(k, j):
                return self._free_group(k - 1)
        return self._told_apart(i)

    def _told_apart(self, i: int) -> tuple[Actor, ...]:
        """The subject before a participle that says which: "rebels holding a Malian | freed him".

        No verb stands before it, and behind a past that may tell of the one before it ("police
        holding men accused of theft met Chad's envoy") none either.
        """
        if not self.finite(i) or self.participle(i):
            return ()
        k = i - 1
        while k > 1 and not (self.participle(k) and self.nodes[k - 1].letter == "a"):
            if self.nodes[k].letter in '.,;:"tR' or self.finite(k):
                return ()
            k -= 1
        start = self._group_start(k - 1) if k > 1 or (k == 1 and self.participle(1)) else -1
        if start < 0 or all(n.letter != "a" for n in self.nodes[k + 1 : i]):
            return ()
        j = self._before_article(start)
        if j >= 0 and (self.nodes[j].letter not in ',.:;"T' or any(map(self.finite, range(j)))):
            return ()
        reduced = any(a.voice == "passive" for a in self.readings[i])
        rest = range(i + 1, len(self.nodes))
        stop = next((m for m in rest if self.nodes[m].letter in ".,;:tR&"), len(self.nodes))
        if reduced and any(map(self.finite, range(i + 1, stop))):
            return ()
        return self._free_group(k - 1)

    def _is_described(self, k: int, j: int) -> bool:
        """True where somebody told of first is called something between commas: "a lawyer"."""
        told, called = self.nodes[k - 1].actors, self.nodes[k + 1].actors
        if any(a.kind not in ("person", "role") for a in told) or self._acted_on(k - 1):
            return False
        if any(a.side for a in called) or self.nodes[k + 1].letter not in "aA":
            return False
        listed = any(
            self.nodes[m].letter == "&"
            and any(a.side for n in self.nodes[m : m + 3] for a in n.actors)
            for m in range(k + 1, j)
        )
        return not listed and not any(self.finite(m) and self.says(m) for m in range(k + 1, j))

    def _antecedent(self, j: int) -> int:
        """Whom a relative pronoun means: the actor before it, over those that came along."""
        j -= self.nodes[j].letter == ","
        for k in range(j, max(-1, j - _PARTED), -1):
            if self.nodes[k].letter == "a":
                return k
            if self.nodes[k].letter not in "xBp>,&H" or self.finite(k):
                break
        return j

    def _joining_comma(self, k: int) -> bool:
        """True for a comma that closes no aside: "says the minister, Ali Osman, | praised Mali"."""
        node = self.nodes[k - 1]
        named = node.letter == "a" and "," in self.norms[node.first : node.last]
        return self.nodes[k].letter == "," and not named

    def _accompanying(self, i: int) -> tuple[Actor, ...]:
        """Who does what goes along with the main deed: ", with Chad | accusing Mali of theft".

        So do people of no known side who are met: "spoke with traders | accusing Mali".
        """
        j, having = i - 1, self.pack.factuality["having"]
        part = self.pack.lexicon.part_of_speech
        while j > 0 and (
            self.nodes[j].letter == "T"
            or part(self.norm(j)) in ("adv", "particle")
            or self.lemmas[j] & having
        ):
            j -= 1
        if (
            j < 1
            or not (self.participle(i) or self.lemmas[i - 1] & having)
            or self.nodes[j].letter != "a"
            or self.nodes[j].owned
        ):
            return ()
        k = self._before_article(self._group_start(j))
        opens = k == 0 or (k > 0 and self.nodes[k - 1].letter in ',"')
        opens = opens or (j == i - 1 and all(not a.side for a in self.nodes[j].actors))
        return self.group(j) if opens and self.preposition(k) == "with" else ()

    def opens_headline(self, i: int) -> bool:
        """True for a participle right behind the actor a headline opens with: "Chad | sowing"."""
        if not self.participle(i) or i == 0 or self.nodes[i - 1].letter != "a":
            return False
        k = self._before_article(self._group_start(i - 1))
        return k < 0 or self.nodes[k].letter in ':;"' or self.says(k)

    def _closing_comma(self, i: int) -> int:
        """The comma before a verb, over particles and times; 0 where none is."""
        j = i - 1
        while j > 0 and (self._particle(j) or self.nodes[j].letter == "T"):
            j -= 1
        return j if j > 0 and self.nodes[j].letter == "," else 0

    def _commas_behind(self, j: int) -> Iterator[int]:
        """The commas right behind actors before a comma, nearest first, in its clause."""
        for k in range(j - 1, 0, -1):
            if self.nodes[k].letter in ";:t":
                return
            if self.nodes[k].letter == "," and self.nodes[k - 1].letter == "a":
                yield k

    def _free_group(self, j: int) -> tuple[Actor, ...]:
        """The actors of a list that can act and owns nothing."""
        fits = self._can_act(self._group_start(j)) and not self.nodes[j].owned
        return self.group(j) if fits else ()

    def _acted_on(self, j: int) -> bool:
        """True where a verb but one of saying stands before an actor in its clause."""
        start = j
        while start > 0 and self.nodes[start - 1].letter not in '.;:,t"':
            start -= 1
        return any(self.finite(k) and not self.says(k) for k in range(start, j))

    def _can_act(self, j: int) -> bool:
        """True for a list that no preposition governs but "between": "the pact between A and B".

        So can those who lead somebody: "delegations led by A and B".
        """
        k = j - 2 if self._after_article(j) else j - 1
        opens = k >= 0 and self.norm(k) in self.pack.discourse["subordinating"]
        return opens or not self.governed(j) or self.preposition(k) == "between" or self.leads(j)

    def _names_occasion(self, j: int, i: int) -> bool:
        """True for a town or state that only names an occasion: "left the Oslo | summit promising".

        A verb right behind may be written like one: "Chad talks of war".
        """
        told = self.nodes[j].actors
        if j + 1 >= i or not told or any(a.kind != "polity" for a in told):
            return False
        return self.norm(j + 1) in self.pack.classes["occasion"]

    def _contrasts(self, j: int) -> bool:
        """True for a "but" between two deeds of one: "will not leave Mali | but will help it"."""
        return self.norm(j) in self.pack.discourse["contrast"] and not self.finite(j)

    def _goes_on_from(self, j: int, i: int) -> bool:
        """True where a word or comma at `j` links the verb at `i` to an earlier one."""
        if self.nodes[j].letter == ",":
            return j == i - 1 and self.participle(i)
        joins = self.nodes[j].letter == "&" or self._contrasts(j)
        return joins and self._links_verb(j, i)

    def _links_verb(self, j: int, i: int) -> bool:
        """True where "and" at `j` joins the verb at `i` to an earlier one, not "and its allies"."""
        return all(n.letter != "a" for n in self.nodes[j + 1 : i]) and not self._along(j, i)

    def _aux_before(self, j: int, i: int) -> bool:
        """True where the verbs at `j` and `i` are parts of one verb group."""
        return i - j <= 3 and all(n.letter in "xM" for n in self.nodes[j:i])

    def _carries_on(self, j: int, i: int, chained: bool) -> bool:
        """True for the verb before whose subject also does what the one at `i` tells."""
        linked = chained and not complements.done_by(self, j)
        return self.finite(j) and (linked or self._aux_before(j, i))

    def _short(self, j: int) -> bool:
        people = any(a.kind == "person" for a in self.nodes[j].actors)
        return self.nodes[j].letter in "aYTFp" and not people

    def before_aside(self, j: int) -> int:
        """The node before the aside that ends at the comma or dash at `j`, else `j`.

        "Japan, as a neighbour,", "Japan, a neighbour,", "Japan, which has waited,".
        """
        if not self._edge(j):
            return j
        verb = False
        for k in range(j - 1, max(0, j - _ASIDE), -1):
            if self.nodes[k].letter in ";:.":
                return j
            if self._edge(k):
                return j if verb and self.nodes[k + 1].letter != "R" else k - 1
            verb = verb or self.finite(k)
        return j

    def behind_aside(self, j: int) -> int:
        """The node behind the aside that begins at the comma or dash at `j`, else `j`."""
        if not self._edge(j):
            return j
        for k in range(j + 2, min(len(self.nodes) - 1, j + _ASIDE)):
            if self.nodes[k].letter in ";:.tR" or self.finite(k):
                return j
            if self._edge(k):
                return k + 1
        return j

    def _edge(self, j: int) -> bool:
        """True for a comma or a dash."""
        if not 0 <= j < len(self.nodes):
            return False
        return self.nodes[j].letter == "," or self.norm(j) in _DASHES

    def standing_before(self, i: int) -> tuple[Actor, ...]:
        """The actors right before a word that tells what they ought to do: "Japan should".

        "Japan, as a neighbour, should", "the world, including Japan, should" name them as well.
        So «على اليابان الانسحاب» (ʿalā l-Yābān al-insiḥāb, "it is for Japan to withdraw"), also
        behind "and": «الوضع خطير وعلى اليابان أن تنسحب» (wa-ʿalā l-Yābān an tansaḥib).
        """
        j = i - 1
        if not self.pack.subject_first:
            j -= j > 0 and self.norm(j) in self.pack.factuality["infinitive"]
            first = self._group_start(j) if j > 0 and self.nodes[j].letter == "a" else 0
            opens = first == 1 or (first > 1 and self.nodes[first - 2].letter in 't:"')
            opens = opens or (
                first > 1
                and self.nodes[first - 2].letter == "&"
                and not any(self.preposition(k) == "on" for k in range(first - 2))
            )
            return self.group(j) if opens and self.preposition(first - 1) == "on" else ()
        while j > 0 and self.pack.lexicon.part_of_speech(self.norm(j)) == "adv":
            j -= 1
        k = self.before_aside(j)
        if k < j and self.nodes[k].letter != "a" and self.nodes[k + 3].letter == "a":
            return self.group(k + 3, leftward=False)
        j = k
        if j < 0 or self.nodes[j].letter != "a" or self.nodes[j].owned or self.governed(j):
            return ()
        actors = self.nodes[j].actors
        peoples = any(a.kind == "pronoun" or (a.plural and a.kind == "polity") for a in actors)
        return () if peoples else self.group(j)
