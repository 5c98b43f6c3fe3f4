"""The nodes of a sentence and how their words can be read: as verbs, nouns or prepositions."""

from functools import cached_property

from dragoman.core.fold import fold
from dragoman.extract.bare_rows import BareRow

_NEAR = 6
_NO_OBJECT = frozenset(".,;:&tRT)")
"""Letters of what no object begins with."""


class WordRow(BareRow):
    """Which words of a sentence are verbs; the ground on which groups and subjects are found."""

    @cached_property
    def _helping(self) -> frozenset[str]:
        return self.pack.factuality["being"] | self.pack.factuality["having"]

    @cached_property
    def _finite(self) -> dict[int, bool]:
        return {}

    def finite(self, i: int) -> bool:
        """True where the node can be the verb of a clause."""
        known = self._finite.get(i)
        if known is None:
            known = self._finite[i] = self._is_finite(i)
        return known

    def _is_finite(self, i: int) -> bool:
        if not 0 <= i < len(self.nodes) or not self.readings[i]:
            return False
        if self._after_article(i) or self.after_infinitive(i) or self.lasting(i):
            return False
        if not any(a.finite for a in self.readings[i]) or self._noun_here(i):
            return False
        if self.describes_object(i):
            return False
        return not self.verbal_noun_here(i)

    def verbal_noun_here(self, i: int) -> bool:
        """True where a word that can be a verb or its noun is the noun: «سبل دعم لبنان».

        (subul daʿm Lubnān, "ways of supporting Lebanon"; دعم may also be "he supported".)
        """
        if self.pack.subject_first or i == 0:
            return self.opens_with_noun(i)
        tenses = {a.tense for a in self.readings[i]}
        if "verbal-noun" not in tenses or self.waged_by(i) or not tenses & {"past", "present"}:
            return False
        left = self.nodes[i - 1]
        if self.preposition(i - 1) is not None or left.letter == "t":
            return not self.set_to(i)
        if left.letter == "&":
            after = "".join(n.letter for n in self.nodes[i + 1 : i + 3])
            led = after == "a>" and self.preposition(i + 2) == "to"  # «ودعم غانا لعضوية توغو»
            his = after[:1] == "p" and after != "pa" and i > 1  # «وشكره» (shakarahu, "thanked him")
            return his or (led and self._verb_before(i - 1))
        if left.letter == "T":  # «أعلنت أمس طرد» (aʿlanat ams ṭarda, "announced the expulsion")
            return self._verb_before(i)
        if left.letter == "x":
            pos, either = self.pack.lexicon.part_of_speech(self.norm(i - 1)), "alternatives"
            if self.norm(i - 1) in self.pack.discourse[either] and i > 1:  # «وقف النار أو سحب»
                return self.nodes[i - 2].letter in "xD" and not self.finite(i - 2)
            if self._full_verb(i - 1) or self.lemmas[i - 1] & self.pack.discourse["light_passive"]:
                return True
            deed = any(a.tense == "verbal-noun" for a in self.readings[i - 1])
            noun = pos in ("noun", "adj") or deed
            if self.on_noun_by(i, deed):  # «رسالة بعثها الملك» (risāla baʿathahā l-malik)
                return False
            if self.tokens[left.first].kind == "number":
                return self._verb_before(i)
            return noun and not self._particle(i - 1)
        k = i - 1
        while k > 1 and self.nodes[k - 1].letter == "&" and self.nodes[k - 2].letter == "a":
            k -= 2
        doing = i - k < _NEAR and self.finite(k - 1)  # «أعلنت غانا وبيرو فرض» (farḍ, "imposing")
        k = k if doing or self.governed(k) else i - 1
        return left.letter == "a" and (self._has_subject_already(k) or self._verb_before(i))

    def _full_verb(self, i: int) -> bool:
        """True for a verb that takes no other verb right behind it: «يؤدي رفع العقوبات»."""
        verbs = [a for a in self.readings[i] if a.finite]
        helping = self.pack.discourse["auxiliary"]
        alone = len(verbs) == len(self.readings[i]) > 0
        return alone and not any(fold(a.lemma) in helping for a in verbs)

    def _verb_before(self, i: int) -> bool:
        """True where a verb stands a few nodes before in the same clause."""
        for k in range(i - 2, max(-1, i - _NEAR), -1):
            if self.nodes[k].letter in "&,:;t":
                return False
            if any(a.finite for a in self.readings[k]) and not self._had_by(k):
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
        if not norm.endswith(self.pack.adverbial_forms):
            return False
        return before in tuple(",&") and not any(a.finite for a in self.readings[i])

    def _noun_here(self, i: int) -> bool:
        """True where a form that is also a noun stands as one, between a noun's neighbours."""
        left = self.nodes[i - 1] if i else None
        if not self.pack.subject_first:
            return left is not None and self.preposition(i - 1) is not None
        if left is None or self.noun_by_order(i):
            return left is not None or self._noun_or_present(i)
        if self.number(i - 1) and i + 1 < len(self.nodes) and self.nodes[i + 1].letter == "a":
            return all(a.voice != "active" for a in self.readings[i])
        owned = left.owned or left.letter in "pDA"
        return owned or self.preposition(i - 1) is not None

    def _noun_or_present(self, i: int) -> bool:
        """True for a word that is a noun, or a verb in the present: "strikes", "support"."""
        present = all(a.tense in ("present", "infinitive") for a in self.readings[i])
        part = self.pack.lexicon.part_of_speech(self.norm(i))
        return present and part in ("noun", "adv", "adj")

    def noun_by_order(self, i: int) -> bool:
        """True for a noun that may be a verb, where the clause has its verb already or later.

        "Condemned air strikes", "peace talks were held": no actor stands before "strikes", "talks".
        """
        if not self._noun_or_present(i):
            return False
        if self._lacks_object(i) or self._before_helper(i):
            return True
        j = i - 1
        while j > 0 and self.pack.lexicon.part_of_speech(self.norm(j)) == "adv":
            j -= 1
        left = self.nodes[j].letter
        if left == "&":
            return self._joins_nouns(j, i)
        if left == "a":
            return self._disagrees_as_verb(i, j) or self._names_owner(j)
        if left not in "xMHNYF" or self._particle(j):
            trip = self.norm(i) in self.pack.discourse["trips"]
            return left == "B" and (trip or self._described(j))  # "an official state visit"
        if self._described(j) or any(a.tense == "participle" for a in self.readings[j]):
            return True
        if self._before_its_verb(i):
            return True
        return self._verb_before_here(i) or self._past_after(i)

    def _lacks_object(self, i: int) -> bool:
        """True where a verb that always has an object has none: "fears of rebel bomb attacks"."""
        if not self.lemmas[i] & self.pack.discourse["transitive"]:
            return False
        if i + 1 == len(self.nodes) or self.nodes[i + 1].letter in _NO_OBJECT:
            return True
        bare = any(a.tense == "infinitive" for a in self.readings[i])  # not "Chad strikes targets"
        if (bare or self.nodes[i - 1].letter != "a") and self._noun_or_present(i + 1):
            return self._lacks_object(i + 1)
        return self.preposition(i + 1) is not None and not self.to_do(i + 1)

    def verb_by_order(self, i: int) -> bool:
        """True for a verb that may be a noun, behind a mark of tense: "said she would visit"."""
        if not self.pack.subject_first or i == 0 or not any(a.finite for a in self.readings[i]):
            return False
        return self._particle(i - 1)

    def _described(self, j: int) -> bool:
        """True for adjectives behind an article or a preposition: "need for robust support"."""
        if self.pack.lexicon.part_of_speech(self.norm(j)) != "adj":
            return False
        while j > 0 and self.pack.lexicon.part_of_speech(self.norm(j)) == "adj":
            j -= 1
        return self.nodes[j].letter in "Ap" or self.preposition(j) is not None

    def _joins_nouns(self, j: int, i: int) -> bool:
        """True for an "and" behind a noun: "sparked outrage and calls", "shells and rockets"."""
        if not j or self.nodes[j - 1].letter != "x" or self.finite(j - 1) or self._acts_on(i):
            return False
        alike = all(a.number == "sg" for k in (j - 1, i) for a in self.readings[k])
        plain = alike or not self.readings[j - 1]
        return plain and self.pack.lexicon.part_of_speech(self.norm(j - 1)) == "noun"

    def _disagrees_as_verb(self, i: int, j: int) -> bool:
        """True for a form of the plural right behind one state or person: "US support comes"."""
        plural = all(a.number != "sg" for a in self.readings[i])
        actors = self.nodes[j].actors
        one = actors[0].kind in ("polity", "person", "organization")
        single = len(actors) == 1 and one and j == i - 1
        k = j - 1 - self._after_article(j)
        alone = k < 0 or self.nodes[k].letter not in ("&" if k < j - 1 else "&,")
        return plural and single and alone and not actors[0].plural

    def _before_helper(self, i: int) -> bool:
        """True right before "have" or "be": "opposition rallies | have been banned"."""
        return any(a.lemma in self._helping for r in self.readings[i + 1 : i + 2] for a in r)

    def _before_its_verb(self, i: int) -> bool:
        """True for a form of the plural right before a verb and its object: "mine blast kills six".

        The verb is one of the singular: "rebels attack posts in Chad" goes on otherwise.
        """
        if any(a.number == "sg" for a in self.readings[i]) or i + 2 >= len(self.nodes):
            return False
        if not any(a.number == "sg" and a.tense == "present" for a in self.readings[i + 1]):
            return False
        return self.nodes[i + 2].letter in "aAD" or self.number(i + 2)

    def _names_owner(self, j: int) -> bool:
        """True for a state's name used like an adjective: "about U.S. sanctions", "hit U.S. ships".

        A preposition or the verb of the clause stands before it, unless that tells what was said.
        """
        if self.nodes[j].owned or self.nodes[j].actors[0].kind != "polity":
            return False
        if self.governed(j):
            return self._verb_before_here(j)
        k = j - 1 - self._after_article(j)
        saying = self.pack.factuality["saying"]
        return self.finite(k) and saying.isdisjoint(self.lemmas[k])

    def describes_object(self, i: int) -> bool:
        """True for a participle that describes the noun before it: "men convicted of murder".

        It stands behind a noun that the verb of the clause already has or has later, and before a
        preposition; what verbs of saying tell has a verb of its own, as has what "as" opens.
        """
        if not self.pack.subject_first or any(a.voice == "active" for a in self.readings[i]):
            return False
        if not self.readings[i] or self._objectless(i):
            return False
        before = i - 1
        if before > 0 and self.pack.lexicon.part_of_speech(self.norm(before)) == "adv":
            before -= 1
        left = self.nodes[before] if before >= 0 else None
        if left is None or left.letter not in "xaH" or self.pronoun(before):
            return False
        if self.preposition(before) or self._particle(before):
            return False
        plain = self.pack.lexicon.part_of_speech(self.norm(before)) in (None, "noun")
        if left.letter == "x" and (self.readings[before] or not plain):
            return False
        after = i + 1
        if after < len(self.nodes) and self.pack.lexicon.part_of_speech(self.norm(after)) == "adv":
            after += 1
        if after < len(self.nodes) and self.nodes[after].letter == "T":
            after += 1
        if after >= len(self.nodes) or not (
            self.preposition(after) or self.norm(after) in self.pack.agent
        ):
            return False
        for k in range(i - 1, -1, -1):
            if self.nodes[k].letter in ",&;:.tR":
                return self.nodes[k].letter in ",:" and self._verb_only_behind(i)
            if self.norm(k) in self.pack.discourse["subordinating"]:
                return self._past_after(i)
            undergone = self.norm(k + 1) in self.pack.agent or self.posted(k)
            if (self.finite(k) and not undergone) or (k < before and self.after_infinitive(k)):
                told = self.lemmas[k] & self.pack.factuality["saying"]
                return not told or self._verb_only_behind(i)
        return self._verb_only_behind(i)

    def _verb_only_behind(self, i: int) -> bool:
        """True where only what follows is surely a verb: "two men held in Mali were freed"."""
        openers = self.pack.discourse["subordinating"] | self.pack.classes["if"]
        for k in range(i + 2, len(self.nodes) - 1):
            word = self.norm(k)
            if self.nodes[k].letter in ",&;:tR" or word in openers:
                return False
            if self._after_article(k) or self.preposition(k - 1):
                continue
            if (
                (self._particle(k) and not self.infinitive_mark(k + 1))
                or self._objectless(k)
                or any(
                    a.lemma in self._helping or (a.tense == "past" and a.voice == "active")
                    for a in self.readings[k]
                    if a.finite
                )
            ):
                return True
            noun = self.nodes[k - 1].letter in "aYTFN" or not self.readings[k - 1]
            either = noun and any(a.tense == "past" for a in self.readings[k])
            if either and (self.nodes[k + 1].letter in "aApN" or self.number(k + 1)):
                return True
        return False

    def _compound(self, j: int) -> bool:
        """True for a group that only describes the noun behind it: "sniper shootings"."""
        group = self.nodes[j].actors[0].kind == "group" and not self.nodes[j].owned
        after = j + 1 < len(self.nodes) and self.nodes[j + 1].letter == "x"
        if not (group and after):
            return False
        noun = self.pack.lexicon.part_of_speech(self.norm(j + 1)) == "noun"
        return noun and not self.finite(j + 1)

    def _verb_before_here(self, i: int) -> bool:
        """True where the clause has a verb before the node."""
        for k in range(i - 1, -1, -1):
            if self.nodes[k].letter in ",&;:.tR":
                return False
            if self.finite(k):
                return True
        return False

    def _past_after(self, i: int) -> bool:
        """True where the clause has a form of the past behind the node."""
        for k in range(i + 1, len(self.nodes)):
            if self.nodes[k].letter in ",&;:.tR":
                return False
            past = any(a.tense == "past" for a in self.readings[k])
            if past and self.norm(k + 1 if k + 1 < len(self.nodes) else k) not in self.pack.agent:
                return True
        return False

    def _after_article(self, i: int) -> bool:
        return i > 0 and self.nodes[i - 1].letter == "A"

    def after_infinitive(self, i: int) -> bool:
        """True behind "to" or «أن» (an), whose verb is not the verb of a clause of its own."""
        if i < 1 or not self.infinitive_mark(i - 1):
            return False
        told = self.readings[i]
        past = any(a.tense == "past" for a in told)  # «أجرى» (ajrā), not «أجري» (ujrī, "I hold")
        own = [a for a in told if not (past and a.tense == "present" and a.person == 1)]
        return any(a.tense in ("infinitive", "present") for a in own)

    def does(self, j: int) -> bool:
        """True for a deed that an infinitive tells of, and not only that something is."""
        being = {a.lemma for a in self.readings[j]} & self.pack.factuality["being"]
        return self.after_infinitive(j) and not being

    def infinitive_mark(self, j: int) -> bool:
        """True for "to", also in what stands for a preposition elsewhere: "is due to"."""
        facts = self.pack.factuality
        norm = self.norm(j)
        doubtful = norm in facts["future"] and bool(self.preposition(j))
        return doubtful or norm in facts["infinitive"]

    def to_do(self, j: int) -> bool:
        """True for the "to" of an infinitive: "talked of the need to protect Kenya"."""
        if self.norm(j) not in self.pack.factuality["infinitive"]:
            return False
        return any(a.tense == "infinitive" for r in self.readings[j + 1 : j + 2] for a in r)

    def governed(self, i: int) -> bool:
        """True where a preposition stands right before the node, its article or its group.

        The country behind its city is governed as the city is: "to Jakarta, Indonesia"; a number
        may stand between: "by six ministers".
        """
        ahead, j = self.pack.subject_first, i - 1
        if ahead and self.pronoun(i):
            return False
        while j > 0 and (self.nodes[j].letter in "AH" or (ahead and self.number(j))):
            j -= 1
        if self.norm(j) in self.pack.discourse["compass"]:
            return True
        role = self.preposition(j)
        if role in ("of", "from") and j > 0 and self.number(j - 1):
            return False
        if role is not None:
            return True
        if j > 0 and self.nodes[j].letter == "," and self.nodes[j - 1].letter in "aY":
            named = {a.side for a in self.nodes[i].actors} & {
                a.side for a in self.nodes[j - 1].actors
            }
            town = self.nodes[j - 1].letter == "Y" and not self._acts_in_town(j - 1, i)
            return ((bool(named) and not self._acts_itself(i)) or town) and self.governed(j - 1)
        return False

    def _acts_itself(self, i: int) -> bool:
        """True for who is no part of a place's name: "in Accra, Ghana's envoy", "Ghana | said"."""
        told = self.nodes[i].actors[0].kind in ("role", "person", "body")
        after = self.readings[i + 1] if i + 1 < len(self.nodes) else ()
        return self.pack.subject_first and (told or any(a.finite for a in after))

    def _acts_in_town(self, town: int, i: int) -> bool:
        """True for who acts behind where a clause begins: "In Lyon, Iraq said"."""
        if not self.pack.subject_first or self.nodes[min(i + 1, len(self.nodes) - 1)].letter == ",":
            return False
        first = next((k for k in range(town, 0, -1) if self.nodes[k - 1].letter in ";:.,t&"), 0)
        state = all(a.kind == "polity" for a in self.nodes[i].actors)
        return not state or not any(self.finite(k) for k in range(first, town))

    def _has_subject_already(self, j: int) -> bool:
        """True where the actor at `j` is what an earlier verb of the clause acts through or on."""
        k = j - 1
        while k >= 0 and self.nodes[k].letter not in "t:;.&,":
            if self.finite(k):
                lemmas = self.lemmas[k]
                return not lemmas & self.pack.discourse["auxiliary"]
            k -= 1
        return False
