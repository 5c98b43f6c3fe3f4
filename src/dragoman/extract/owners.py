"""Whose the noun of an act is: "Japan's support", "the visit of X", "his tour"."""

from dragoman.extract import complements
from dragoman.extract.actors import Actor, Node
from dragoman.extract.clause_ends import MAX_REACH, ClauseEnds

_NEAR = 6
_FEW = 4
_FAR = 12


class OwnerRow(ClauseEnds):
    """A row of nodes that knows whose its nouns are and what describes them."""

    def definite(self, i: int) -> bool:
        """True for a noun with an article of its own, which points back: «الاستقبال»."""
        return complements.definite(self, i)

    def points_back(self, i: int) -> bool:
        """True for a noun that is told of as known: "this tour", "his visit", «زيارته»."""
        if self.pronoun_owner(i) or self.definite(i):
            return True
        if any(self.norm(j) in self.pack.classes["definite"] for j in range(max(0, i - 3), i)):
            return True
        behind = [self.norm(j) for j in range(i + 1, min(i + _FEW, len(self.nodes)))]
        return any(word in self.pack.discourse["homeland"] for word in behind)

    def owner(self, i: int) -> tuple[Actor, ...]:
        """Whose the noun at `i` is: "Japan's support", «زيارة بلينكن», "the visit of X"."""
        for j in range(i - 1, max(-1, i - 4), -1):
            node = self.nodes[j]
            if node.letter == "a":
                if node.owned:
                    return self.group(j, leftward=False)
                if self._compound(j) and j == i - 1:
                    continue
                break
            formal = node.letter == "B" and (
                j == i - 1 or self.pack.lexicon.part_of_speech(self.norm(j)) == "adj"
            )
            if not (formal or node.letter in "xHMDFNT") or self.finite(j):
                break
        befell = self.norm(i) in self.pack.discourse["besetting"] or self._befalls_those_of(i)
        if i + 1 < len(self.nodes) and not self.pack.subject_first and not self.definite(i):
            after = self._counted(i + 1)
            if self.nodes[after].letter == "a":
                if befell and self.preposition(after + 1) != "to":
                    return ()  # «غزو أوكرانيا» (ghazw Ūkrāniyā, "the invasion of Ukraine")
                return self.group(after, leftward=False)
        stop = min(self.ends(i), i + 5)
        owned = self.pack.subject_first and self.pronoun_owner(i)  # "its rejection of the plan"
        for role in ("by",) if owned or befell else ("of", "by"):
            for j in range(i + 1, stop):
                if self.preposition(j) and not self._leads_owner(j, role):
                    break
                if self.preposition(j) and (k := self._head(j + 1, j + 3)) is not None:
                    by = self._agent_behind(k) if role == "of" else None
                    return self.group(k if by is None else by, leftward=False)
        return self._traveller(i) or (self._doer_at_end(i) if self.names_action(i) else ())

    def _doer_at_end(self, i: int) -> tuple[Actor, ...]:
        """Who does what a noun tells, behind all else: "sanctions on Mali by | Chad".

        Words come "from" their speaker: "criticism of Mali from Chad", but not what they are for:
        "a request for aid from Chad".
        """
        sent = self.norm(i) in self.pack.discourse["from_doer"]
        for j in range(i + 1, min(i + _FAR, len(self.nodes) - 1)):
            if self.norm(j) in self.pack.agent or (sent and self.preposition(j) == "from"):
                k = self._head(j + 1, j + 3)
                return () if k is None else self.group(k, leftward=False)
            helps = bool(self.lemmas[j] & self.pack.factuality["helping"])
            acts = self.finite(j) and (helps or not self.may_describe(j))
            if acts or self.nodes[j].letter in ',.;:&tR"':
                return ()
            sent = sent and self.preposition(j) != "for"
        return ()

    def names_action(self, i: int) -> bool:
        """True for a noun of what a verb tells: "the suspension of aid", "lifting of curbs"."""
        if not self.pack.nouns_of_action:
            return False
        doing = any(a.tense == "participle" for a in self.readings[i])
        of = i + 1 < len(self.nodes) and self.preposition(i + 1) == "of"
        return self.norm(i) in self.pack.nouns_of_action or (doing and of)

    def _befalls_those_of(self, i: int) -> bool:
        """True where those behind "of" are acted on: "the condemnation of Mali"; it may move."""
        return self.names_action(i) and self.norm(i) not in self.pack.discourse["of_doer"]

    def _agent_behind(self, k: int) -> int | None:
        """Who does what is told of those at `k`: "the condemnation of Mali by | Chad"."""
        j = self._group_end(k) + 1
        by = self.pack.subject_first and j < len(self.nodes) and self.norm(j) in self.pack.agent
        return self._head(j + 1, j + 3) if by else None

    def _traveller(self, i: int) -> tuple[Actor, ...]:
        """Whose a visit is behind its goal: "a visit to Accra by the minister"."""
        if not self.pack.subject_first or self.norm(i) not in self.pack.discourse["trips"]:
            return ()
        stop = min(self.ends(i), i + _NEAR + 2)
        for j in range(i + 2 if self.preposition(i + 1) == "to" else stop, stop):
            if self.norm(j) in self.pack.agent:
                k = self._head(j + 1, stop)
                return self.group(k, leftward=False) if k is not None else ()
            if self.nodes[j].letter not in "aY,":
                return ()
        return ()

    def _leads_owner(self, j: int, role: str) -> bool:
        """True for "of" and "by"; «ترحيبها ببايدن» (tarḥībuhā bi-Bāydin) is a welcome to Biden."""
        by = role != "by" or self.pack.subject_first
        return self.preposition(j) == role and (by or self.norm(j) in self.pack.agent)

    def _compound(self, j: int) -> bool:
        """True for a state between an owner and a noun: "the minister's | China | visit"."""
        if self.names_war(j):
            return True
        free = self.pack.subject_first and self.nodes[j].actors[0].kind == "polity" and j > 0
        return free and (self.nodes[j - 1].owned or self.nodes[j - 1].letter == "p")

    def names_war(self, j: int) -> bool:
        """True for a state that only names a war: "the Ukraine war"; "Russia's war" is its own."""
        return self._names(j) and self.norm(j + 1) in self.pack.discourse["named_wars"]

    def suffers(self, j: int) -> bool:
        """True for a place whose name stands before what befell it: "the Gaza genocide"."""
        k = j + 1 + (j + 1 < len(self.nodes) and self.nodes[j + 1].letter == '"')
        return self._names(j) and self.norm(k) in self.pack.discourse["suffered"]

    def _names(self, j: int) -> bool:
        """True for a state that owns nothing, and so may only name what stands behind it."""
        node = self.nodes[j]
        if not self.pack.subject_first or node.letter != "a" or node.owned:
            return False
        return all(a.kind == "polity" and not a.plural for a in node.actors)

    def adjectives(self, i: int) -> tuple[Node, ...]:
        """Demonyms of the noun at `i`: "Israeli aggression", «الحوار المصري الأمريكي»."""
        step = -1 if self.pack.adjective == "before" else 1
        found: list[Node] = []
        last = 0
        for k in range(1, MAX_REACH):
            j = i + step * k
            if not 0 <= j < len(self.nodes) or k - last > _FEW:
                break
            node = self.nodes[j]
            if (
                node.letter == "D"
                or len(node.actors) > 1
                or (found and complements.written_alike(node))
            ):
                found.append(node)
                last = k
            elif node.letter not in ("x-&" if found else "x") or self.finite(j):
                break
        return tuple(found)

    def pronoun_owner(self, i: int) -> bool:
        """True where an owner pronoun stands at the noun: "his visit", «زيارته»."""
        near = (i - 1, i - 2) if self.pack.subject_first else (i + 1,)
        if self.pack.subject_first and i > 0 and self.nodes[i - 1].letter == "a":
            near = (i - 2,) if self._compound(i - 1) else (i - 1,)
        return any(0 <= j < len(self.nodes) and self.nodes[j].letter == "p" for j in near)

    def owner_before(self, i: int) -> tuple[Actor, ...]:
        """Whom "its" means right behind a state and a preposition: "aid to Russia in its war"."""
        j = i - 1 if self.nodes[i - 1].letter == "p" else i - 2
        element = self.nodes[j].element
        if j < 2 or element is None or not element.entries:
            return ()
        if element.entry.form_class != "state":
            return ()
        meanwhile = self.norm(j - 1) in self.pack.discourse["meanwhile"]
        goal = meanwhile and j > 2 and self.preposition(j - 3) == "to"  # "to Moscow since its war"
        if self.preposition(j - 1) is None and not goal:
            return ()
        before = self.nodes[j - 2]
        states = before.letter == "a" and before.actors[0].kind == "polity"
        return self.group(j - 2) if states else ()

    def owner_acting(self, i: int) -> tuple[Actor, ...]:
        """Whom a pronoun before an object means: "after Hamas launched its attack"."""
        j = i - 1 if self.nodes[i - 1].letter == "p" else i - 2
        if not self.pack.subject_first or j < 1 or not self.finite(j - 1):
            return ()
        return self.subject(j - 1)

    def _head(self, start: int, stop: int) -> int | None:
        """The first actor of the noun phrase that begins at a node."""
        by_deed = self.norm(start - 1) in self.pack.agent and self.participle(start)
        for k in range(start, start if by_deed else min(stop, start + _NEAR, len(self.nodes))):
            letter = self.nodes[k].letter
            if letter == "a":
                return None if self.names_war(k) else k
            if self.preposition(k) not in (None, "of") or letter in ",t;:&" or self.finite(k):
                return None
            if k > start and self.tells_of_noun(k):
                return None
        return None
