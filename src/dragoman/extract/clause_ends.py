"""Where the complements of a verb or noun stop."""

from collections.abc import Iterable
from functools import cached_property

from dragoman.extract.actors import Actor
from dragoman.extract.besides import others_do
from dragoman.extract.interrupted import aside_behind, object_behind
from dragoman.extract.tellers import TellerRow

MAX_REACH = 30
"""How many nodes a complement may stand from its verb."""
_POSTED = frozenset({"ambassador", "envoy"})
"""Offices of those who live where they are told to be."""
_NEAR = 6
_FAR = 12
"""How far behind a comma a noun may stand in what somebody does: "speaking on a visit"."""
_ACTIVE = frozenset({"person", "role", "polity", "organization", "own"})
_AUXILIARIES = 4
_HIT = 8
_CIVIL = frozenset({"CVL", "JRN", "OPP", "REL", "SOC"})
"""How many nodes behind a relative pronoun its verb may stand."""
_FEW = 4
"""How many nodes there may be from a verb to where somebody is."""
_HEADED = 2
"""The node of the place in "Mali premier in Oslo"."""
_ASIDE = 10
"""How many nodes an aside that tells where somebody is may have."""
_THING = 7
"""How many nodes the subject of a clause and its verb may have."""


class ClauseEnds(TellerRow):
    """The nodes of a sentence, with where clauses end; worked out once, since all rules ask it."""

    def ends(self, i: int, relative: bool = True) -> int:
        """The node before which the complements of the verb or noun at `i` stop.

        Clauses that describe a complement are cut off where `relative` is true. A noun has none
        behind another like it: «زيارة الكيني بعد زيارة التشادي إلى مصر» (ziyāratu l-Kīnī baʿda
        ziyārati t-Tshādī ilā Miṣr, "the Kenyan's visit after the Chadian's visit to Egypt").
        """
        known = self._known_ends.get((i, relative))
        if known is None:
            known = self._known_ends[i, relative] = self._end(i, relative)
        return known

    def verbal_noun_here(self, i: int) -> bool:
        """True for a noun that can be a verb, also behind what is said of a subject in between."""
        known = super().verbal_noun_here(i)
        return known or (i > 1 and self._parted and object_behind(self, i))

    @cached_property
    def _known_ends(self) -> dict[tuple[int, bool], int]:
        return {}

    @cached_property
    def _marks(self) -> dict[int, str]:
        return {}

    def reach(self, i: int, stop: int) -> Iterable[int]:
        """The nodes behind a verb or noun, over what is said of its subject between commas."""
        if i not in self._asides:
            self._asides[i] = aside_behind(self, i) if self._parted else None
        aside = self._asides[i]
        if aside is None or aside[1] >= stop:
            return range(i + 1, stop)
        return [*range(i + 1, aside[0]), *range(aside[1], stop)]

    @cached_property
    def _parted(self) -> bool:
        """True for a sentence with something between two commas."""
        return not self.pack.subject_first and sum(n.letter == "," for n in self.nodes) > 1

    @cached_property
    def _asides(self) -> dict[int, tuple[int, int] | None]:
        return {}

    def _end(self, i: int, relative: bool) -> int:
        last = min(len(self.nodes), i + MAX_REACH)
        marks = self._marks
        noun = self.nodes[i].letter == "x" and not (self.finite(i) or self.preposition(i))
        for j in self.reach(i, last):
            if noun and self.norm(j) == self.norm(i):
                return j
            mark = marks.get(j)
            if mark is None:
                mark = marks[j] = self._mark(j)
            if not mark:
                continue
            if mark[0] == ";" or "s" in mark or (relative and mark[0] == "R"):
                return j
            if mark[0] == "," and not (self._shares_object(i, j) or self._closes_aside(i, j)):
                return j
        return last

    def _mark(self, j: int) -> str:
        """What may end a clause at a node: ";" always, "R" who, "," a new clause, "s" "after"."""
        letter = self.nodes[j].letter
        dots = "".join(n.letter for n in self.nodes[j : j + 2])
        parted = not self.pack.subject_first and dots == ".."
        if letter in ";:" or parted:  # «تحذيرات روسية.. برلمان ...»: two headlines
            return ";"
        if letter == "," and self.preposition(j + 1) == "with" and others_do(self, j + 1):
            return ";"
        if letter == "," and self.said_behind(j):
            return ";"
        mark = "R" if letter == "R" else "," if letter in ",&" and self._new_clause(j) else "-"
        return mark + "s" if self._subordinate(j) else mark.strip("-")

    def describes(self, j: int) -> bool:
        """True for a "that" right before a verb, behind a noun: "the deal that ended the war"."""
        if self.nodes[j].letter != "t" or not self.pack.subject_first or self.readings[j - 1]:
            return False
        k = self._over_particles(j + 1)
        return self.finite(k) and self.nodes[j - 1].letter not in ",&"

    def _new_clause(self, j: int) -> bool:
        """True where a comma or "and" opens a clause with a verb of its own."""
        k = j + 1
        if k < len(self.nodes) and self.nodes[k].letter == "&":
            k += 1
        if k < len(self.nodes) and self.nodes[k].letter == "a":
            return self.finite(self._over_particles(k + 1))
        k = self._over_particles(k)
        return self.finite(k) or (k < len(self.nodes) and self.participle(k))

    def _shares_object(self, i: int, j: int) -> bool:
        """True for "and" between two verbs of one object: "appreciates and understands"."""
        beside = self.nodes[j].letter == "&" and j == i + 1 and self.nodes[j + 1].letter != "a"
        return beside and not (i and self.nodes[i - 1].letter == "A")

    def _closes_aside(self, i: int, j: int) -> bool:
        """True for the second comma of "hoped that both sides, Chad above all, would talk"."""
        if self.nodes[j].letter != "," or not (self.pack.subject_first and self._particle(j + 1)):
            return False
        return any(node.letter == "," for node in self.nodes[i + 1 : j])

    def _subordinate(self, j: int) -> bool:
        """True for "after", "as", "because" before a subject and a verb: "after he said".

        Before something that nobody is too: "as fighting raged on the border with Chad", and before
        what somebody did besides: "while visiting Mali".
        """
        if self.norm(j) not in self.pack.discourse["subordinating"] or j + 2 >= len(self.nodes):
            return False
        k = j + 1
        while k < len(self.nodes) - 1 and self.nodes[k].letter in "AHM":
            k += 1
        if not self.pack.subject_first:  # «أما غانا فرفضت», «بينما تستقبل كينيا»
            return self.nodes[k].letter == "a" or self.finite(self._over_particles(j + 1))
        if self.nodes[k].letter == "a":
            return self.finite(self._over_particles(k + 1))
        return self.participle(j + 1) or self._thing_acts(k)

    def _thing_acts(self, k: int) -> bool:
        """True where plain nouns from a node on have a verb: "the first convoy entered"."""
        last = min(len(self.nodes), k + _THING)
        for m in range(k + 1, last):
            if self.finite(self._over_particles(m)):
                noun = self.pack.lexicon.part_of_speech(self.norm(m - 1))
                return noun in (None, "noun") and self.nodes[m - 1].letter in "xB"
            if self.nodes[m].letter not in "xBDMN" or self.preposition(m):
                return False
        return False

    def _over_particles(self, k: int) -> int:
        """The node behind marks of tense and negation: "will not"."""
        while k < len(self.nodes) and self.nodes[k].letter == "x" and self._particle(k):
            k += 1
        return k

    def _of_no_side(self, j: int) -> bool:
        """True for people whose side nothing tells: "speaking to | reporters on a visit"."""
        told = self.nodes[j].actors
        return self.nodes[j].letter == "a" and all(a.kind == "group" and not a.side for a in told)

    def set_aside(self, i: int) -> tuple[Actor, ...]:
        """Of whom a phrase between commas tells: "the premier, on a visit to Kenya, said".

        So does a participle right behind somebody: "a photo of the premier meeting with X".
        """
        left = self.nodes[i - 1] if i else None
        if left and left.letter == "a" and left.actors[0].kind in ("person", "role"):
            doing = any(a.tense == "participle" for a in self.readings[i])
            company = self.preposition(i + 1) == "with"
            return self.group(i - 1) if doing and company and not left.owned else ()
        j = i - 1
        while (
            j > 0
            and not self.finite(j)
            and (self.nodes[j].letter in "AxMHTB~@>o" or self._of_no_side(j))
        ):
            j -= 1
        if i - j > (_FAR if self.participle(j + 1) else _NEAR) + 1:
            return ()
        if j < 1 or self.nodes[j].letter != "," or self.nodes[j - 1].letter != "a":
            return ()
        someone = any(a.kind in ("person", "role") for a in self.nodes[j - 1].actors)
        if self.nodes[j - 1].owned or (self.governed(j - 1) and not someone):
            return ()
        return self.group(j - 1)

    def there(self, i: int) -> tuple[Actor, ...]:
        """Who is told to be somewhere for what the noun at `i` names.

        "The premier, in Kenya for talks, said", "met the premier, now in Kenya on a tour".
        """
        where = self.told_where(i)
        behind = self.finite(i) and self.nodes[i - 1].letter in "aYPC"
        if not where or behind:
            return ()  # "The minister in Lima met X" tells a meeting.
        j = where[0] - 1
        while j > 0 and self.nodes[j].letter != ",":
            j -= 1
        if j:
            return self.group(j - 1)
        return tuple(a for a in self.topic(i) if a.office not in _POSTED)  # "Chad's envoy in Lima"

    def attending(self, i: int) -> tuple[Actor, ...]:
        """Who is told to come to the occasion that the word at `i` names.

        "The summit, hosted by A, brought together leaders of B and C", "talks involving A and B".
        """
        found: list[Actor] = []
        for j in range(i + 1, min(len(self.nodes) - 1, i + MAX_REACH)):
            if self.nodes[j].letter in ".;:t":
                break
            words = self._words_from(j)
            size = next((n for n in range(4, 0, -1) if words[:n] in self._comings), 0)
            k = self._behind_words(self.nodes[j].first + size, j) if size else None
            if k is not None:
                found += self.group(k, leftward=False)
        return tuple(dict.fromkeys(found))

    @property
    def _comings(self) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(told.split()) for told in self.pack.discourse["attending"])

    def _words_from(self, j: int) -> tuple[str, ...]:
        first = self.nodes[j].first
        return tuple(t.norm for t in self.tokens[first : first + 4])

    def _behind_words(self, first: int, j: int) -> int | None:
        """The first actor near the token `first`, over articles, titles and numbers."""
        while j < len(self.nodes) and self.nodes[j].first < first:
            j += 1
        while j < len(self.nodes) - 1 and (self._counting(j) or self.number(j)):
            j += 1
        return j if j < len(self.nodes) and self.nodes[j].letter == "a" else None

    def _counting(self, j: int) -> bool:
        """True for an article, a title, and for "the two" of "the two Koreas"."""
        if self.nodes[j].letter in "AH":
            return True
        both = any(a.kind == "both" for a in self.nodes[j].actors)
        return both and self.nodes[j + 1].letter == "a"

    def placed(self, i: int, aside: bool) -> range:
        """The nodes of the place right behind the verb at `i` and "in": "is now in Kenya".

        That of an `aside` stands before the noun at `i`.
        """
        if aside:
            return self.told_where(i)
        for j in range(i + 1, min(i + _FEW, len(self.nodes) - 1)):
            if self.preposition(j) == "in":
                k = j + 1 + (self.nodes[j + 1].letter == "A")
                return range(k, min(k + 1, len(self.nodes)))
            if self.pack.lexicon.part_of_speech(self.norm(j)) != "adv":
                break
        return range(0)

    def told_where(self, i: int) -> range:
        """The nodes between the "in" of an aside behind somebody and the noun at `i`.

        So in headlines without a verb: "Mali premier in Oslo for talks".
        """
        start = None
        for j in range(i - 1, max(0, i - _ASIDE), -1):
            node = self.nodes[j]
            if node.letter == ",":
                left = self.nodes[j - 1]
                someone = left.letter == "a" and left.actors[0].kind in ("person", "role")
                return range(start, i) if start and someone and not left.owned else range(0)
            if node.letter in ";:.tR" or self.finite(j):
                break
            adverb = self.pack.lexicon.part_of_speech(self.norm(j)) == "adv"
            start = j + 1 if self.preposition(j) == "in" else start if adverb else None
        else:
            if start == _HEADED and all(a.kind in ("person", "role") for a in self.topic(i)):
                return range(start, i if self.topic(i) else start)
        return range(0)

    def named_agent(self, i: int) -> bool:
        """True where a word that only a passive takes leads in who did it: «على يد الشرطة».

        Behind a noun of action of somebody's active verb it leads in the noun's own: «رفض الرئيس
        أي تدخل من جانب تشاد» (rafaḍa r-raʾīs ayya tadakhkhul min jānib Tshād, "the president
        rejected any interference by Chad").
        """
        stop = self.ends(i)
        if self.pack.agent.isdisjoint(self._words[i + 1 : stop]):
            return False
        if self.pack.subject_first:
            return True
        j = next(j for j in range(i + 1, stop) if self.norm(j) in self.pack.agent)
        nouns = any(a.tense == "verbal-noun" for k in range(i + 1, j) for a in self.readings[k])
        return not (nouns and any(a.kind in _ACTIVE for a in self.subject(i)))

    def bare_passive(self, i: int) -> bool:
        """True for a verb that is written alike in the passive, and has no object.

        «قتل جنديان في هجوم» (qutila jundiyyān fī hujūm, "two soldiers were killed in an attack").
        """
        if not any(a.voice == "either" and a.tense == "past" for a in self.readings[i]):
            return False
        if self.thing_before(i) is not None or self.acts_behind_doer(i):
            return False
        stop = self.ends(i)
        j = i + 1  # «الذين قتلوا برصاص الجيش» (qutilū bi-raṣāṣi l-jaysh, "by the army's bullets")
        if (
            i + 2 < stop
            and self.preposition(j)
            and self.norm(j + 1) in self.pack.discourse["means"]
        ):
            return True
        while j < stop and self.nodes[j].letter in "xH" and not self.readings[j]:
            j += 1
        return j < stop and self._alone(j, stop)

    def acts_behind_doer(self, i: int) -> bool:
        """True for a verb between who does it and whom it is done to: «جنود عذبوا سجناء»."""
        return (
            i + 1 < len(self.nodes)
            and self.nodes[i + 1].letter == "a"
            and bool(self._subject_beside(i))
        )

    def _alone(self, j: int, stop: int) -> bool:
        """True where nothing that can be an object follows the first actor behind a verb."""
        if self.nodes[j].letter != "a":
            return False
        first = self.nodes[j].actors[0]
        people = first.kind in ("group", "body") or (first.kind == "polity" and first.plural)
        people = people or (first.kind == "role" and first.sector in _CIVIL)
        if not (people or (first.kind in ("role", "person") and self._hit_by(j, stop))):
            return False
        while j + 1 < stop and self.number(j + 1):
            j += 1
        if j + 1 < stop and self.nodes[j + 1].letter not in ".,T:;" and not self.preposition(j + 1):
            return False
        means = self.pack.discourse["means"]
        return not any(
            n.letter == "a"
            and not self._led_in(k)
            and self.norm(k - 1) not in means
            and self.doer_of_described(k - 2) != k
            for k, n in enumerate(self.nodes[j + 1 : stop], j + 1)
        )

    def _led_in(self, k: int) -> bool:
        """True behind a preposition and at most its noun: «قرب مطار كابل» (qurba maṭāri Kābul).

        So for some of those told of: «بينهم امرأة» (baynahum imraʾa, "a woman among them").
        """
        owned = self.nodes[k - 1].letter == "x" and not self.readings[k - 1]
        among = self.nodes[k - 1].letter == "p" and self.preposition(k - 2) is not None
        return among or self.governed(k) or (owned and self.preposition(k - 2) is not None)

    def _hit_by(self, j: int, stop: int) -> bool:
        """True where what hit somebody follows: «قتل السفير برصاص شرطي» (bi-raṣāṣi shurṭī)."""
        means = self.pack.discourse["means"]
        behind = range(j + 1, min(j + _HIT, stop))
        return any(self.preposition(k - 1) and self.norm(k) in means for k in behind)

    def tells_of_noun(self, k: int) -> bool:
        """True for a participle that tells what a noun does: "any state recognising it"."""
        doing = any(a.tense == "participle" for a in self.readings[k])
        plain = self.pack.lexicon.part_of_speech(self.norm(k)) not in ("noun", "adj")
        before = self.nodes[k - 1].letter
        noun = before == "B" or (before == "x" and not self.readings[k - 1])
        return self.pack.subject_first and doing and plain and noun

    def describing_verb(self, i: int) -> int | None:
        """The verb with a pronoun of a relative clause that ends the complements of `i`.

        «العقوبات التي كان يفرضها» (al-ʿuqūbāt allatī kāna yafriḍuhā, "the sanctions that it
        imposed"): the pronoun stands for what is told of.
        """
        k = self.ends(i)
        if self.pack.subject_first or k >= len(self.nodes) or self.nodes[k].letter != "R":
            return None
        for j in range(k + 1, min(k + _AUXILIARIES, len(self.nodes) - 1)):
            if self.finite(j) and self.nodes[j + 1].letter == "p":
                return j
            if not self.finite(j) and not self._particle(j):
                return None
        return None
