"""Who does what to whom in a sentence, without a parser: roles found from where words stand.

A `Clause` wraps the nodes of one sentence. Its methods answer which nodes fill a role of the verb
or noun at a given node: subject, object, owner, the actors behind a preposition.
"""

from collections.abc import Callable, Iterator

from dragoman.extract import before_objects, complements, relatives
from dragoman.extract.actors import Actor
from dragoman.extract.besides import goes_on_besides
from dragoman.extract.owners import OwnerRow

_NEAR = 6
_OF_PLACES = frozenset({"in", "on", "against"})
_FEW = 4
_MEANWHILE = frozenset({"on", "of_topic"})
_FAR_OBJECT = 18


class Clause(OwnerRow):
    """The nodes of a sentence with the questions that rules ask of them."""

    def object(self, i: int, nominal: bool = False) -> tuple[Actor, ...]:
        """The actors that the verb (or, `nominal`, its noun) at `i` acts on directly."""
        stop = self.ends(i)
        if not self.pack.subject_first:
            doers = set(self.owner(i) if nominal else self.subject(i))
            ahead = () if self.preposition(i + 1) else self.acted_on_ahead(i)
            alone = self.on_him(i) and not nominal
            his = nominal and i + 1 < stop and self.nodes[i + 1].letter == "p"
            return ahead or (() if alone else self._object_behind(i, stop, doers, his))
        if self.finite(i + 1) and (k := relatives.acted_on_before(self, i)) is not None:
            return self.group(k)
        for j in range(i + 1, stop):
            node = self.nodes[j]
            if node.letter == "a" and self._compound(j):
                continue
            if node.letter == "a":
                return () if node.owned else self.group(j, leftward=False)
            if node.letter == "t" or self.preposition(j) or (self.finite(j) and j > i + 1):
                break
            if nominal and node.letter == ",":
                return ()
            if j > i + 1 and self._describes_others(j):
                break
            if node.letter == "," and self.nodes[j - 1].letter == "T":
                break  # "men abducted in May, the army said"
        met = stop if nominal else complements.past_place(self, i, stop)
        if met < stop or nominal:
            return self.group(met, leftward=False) if met < stop else ()
        k = relatives.acted_on_before(self, i)
        return () if k is None else self.group(k)

    def _describes_others(self, j: int) -> bool:
        """True for a participle behind a plain noun: "warned the countries helping Ukraine"."""
        participle = any(a.tense == "participle" for a in self.readings[j])
        return participle and self.nodes[j - 1].letter == "x" and not self.readings[j - 1]

    def object_carried(self, i: int, verb: int, passive: bool) -> tuple[Actor, ...]:
        """What the noun of action at `i`, carried by a verb, acts on: «أعلنت اعتقال خمسة جنود»."""
        if passive:
            return self._object_behind(i, self.ends(i), set())
        return self._object_behind(i, self.ends(i), set(self.subject(verb)))

    def _object_behind(
        self, i: int, stop: int, subject: set[Actor], his: bool = False
    ) -> tuple[Actor, ...]:
        """The first free actor behind verb and subject, over what prepositions lead in.

        «استقبل الملك في مكتبه بالرياض أمس وزير الخارجية» (istaqbala l-malik fī maktabihi bi-r-Riyāḍ
        ams wazīra l-khārijiyya, "the king received in his office in Riyadh yesterday the foreign
        minister"): the minister, not Riyadh. What stands behind the doer of a noun is the noun's:
        «انتقدت روسيا بيع ألمانيا طائرات» (bayʿa Almāniyā ṭāʾirāt, "Germany's sale of planes"). So
        behind what is `his` deed: «لدى استقباله بمقر الوزارة وفدا» (ladā stiqbālihi bi-maqarri
        l-wizāra wafdan, "as he received at the ministry a delegation").
        """
        past, weapons, other = i + 1, self.pack.discourse["means"], -1
        for n, j in enumerate(self.reach(i, stop)):
            if n >= _FAR_OBJECT - 1:
                break
            if j < past:
                continue
            node = self.nodes[j]
            if node.letter == "a":
                actors = self.group(j, leftward=False)
                if subject & set(actors) or before_objects.titles_subject(self, j, subject):
                    past = j + max(1, 2 * len(actors) - 1)
                    continue
                edges = 'aYTp,)"' if j == i + 2 else "aYTp,)"
                near = all(map(self.light, range(i + 1, j))) or self.nodes[j - 1].letter in edges
                near = near or node.actors[0].kind == "group" or self.number(j - 1)
                near = near or complements.heads_object(self, i, j)
                near = near or complements.joined_to_plain(self, i, j)
                near = near or self.norm(i + 1) in weapons
                behind = complements.behind_phrase(self, i, j)
                near = near or (
                    (bool(subject) or his) and (behind or before_objects.behind_company(self, i, j))
                )
                free = not self.governed(j)
                if free and near and other != j - 1:
                    return actors
                other = j if free else other
            elif self._bars_object(j, i, bool(subject) or his):
                return ()
        return ()

    def _bars_object(self, j: int, i: int, subject: bool) -> bool:
        """True where no object can follow: at "that", another verb, a preposition right away."""
        if self.nodes[j].letter == "t" or (self.finite(j) and j > i + 1):
            return True
        return not subject and self.preposition(j) is not None

    def behind(
        self,
        i: int,
        role: str,
        stop: int | None = None,
        attached: bool = False,
        contact: bool = False,
    ) -> tuple[Actor, ...]:
        """The actors behind the first preposition of a role ("with") after the node `i`.

        Where `attached` is true, prepositions of other nouns on the way do not count; where
        `contact` is, "to" does not before a verb: "spoke of plans to help Kenya". "And" right
        behind a verb is "with": «الملك يبحث ووزير خارجية مصر» (al-malik yabḥath wa-wazīra
        khārijiyyati Miṣr, "the king discusses with Egypt's foreign minister"). A group without a
        side yields to who follows: «صواريخ مضادة للطائرات إلى كينيا» (muḍādda li-ṭ-ṭāʾirāt ilā
        Kīniyā, "missiles against planes to Kenya").
        """
        if self.preposition(i + 1) == role and (ahead := self.acted_on_ahead(i)):
            return ahead
        stop = self._stop(i, role, self.ends(i) if stop is None else stop)
        beside = i + 2 < len(self.nodes) and self.nodes[i + 1].letter == "&"
        if role == "with" and beside and not self.pack.subject_first and self.subject(i):
            company = self.nodes[i + 2]
            if company.letter == "a" and company.actors[0].kind in ("person", "role"):
                return self.group(i + 2, leftward=False)
        stop = self._before_purpose(i, stop) if contact and role == "with" else stop
        nobody = tuple[Actor, ...]()
        for j in self.reach(i, stop):
            if attached and j > i + _FEW and self.nodes[j].letter == '"':
                return ()
            if not self.pack.subject_first and j + 1 < stop and self.nodes[j + 1].letter == "p":
                continue
            if role == "with" and self.pack.subject_first and goes_on_besides(self, j):
                continue
            if role in _OF_PLACES and self.pack.subject_first and self._goes_on_meanwhile(i, j):
                return ()
            if self.preposition(j) == role and not self.aside(i, j) and not self._groups_do(j):
                if contact and self.to_do(j):
                    return ()
                if attached and self._bound_elsewhere(i, j):
                    continue
                k = self._head(j + 1, stop)
                open_ended = self.nodes[j - 1].letter == "t"  # «إن على العالم أن» (the world must)
                if k is None and (open_ended or complements.only_described(self, j + 1)):
                    return nobody
                found = self.group(k, leftward=False) if k is not None else ()
                if found and not (role == "to" and _of_no_side(found)):
                    return found
                nobody = nobody or found
        return nobody or self._led_in_before(i, role)

    def _led_in_before(self, i: int, role: str) -> tuple[Actor, ...]:
        """Those before "whom" and its preposition: "Chad, with whom Mali | spoke"."""
        if role == "in" and (posted := self._posted_before(i)) is not None:
            return self.behind(posted, role, stop=i)
        told = relatives.led_in_before(self, i, role) if self.pack.subject_first else None
        return () if told is None else self.group(told)

    def _posted_before(self, i: int) -> int | None:
        """Where it is told that those who leave were posted: "troops | stationed in Chad left"."""
        for j in range(i - 1, 0, -1):
            if self.nodes[j].letter in ".,;:tR&":
                return None
            if self.posted(j) and self.nodes[j - 1].letter == "a":
                return j
        return None

    def _goes_on_meanwhile(self, i: int, j: int) -> bool:
        """True where it is told what went on besides: "met to show unity amid | war in Chad"."""
        return j > i + 1 and self.norm(j) in self.pack.discourse["meanwhile"]

    def _stop(self, i: int, role: str, stop: int) -> int:
        """Where the phrases of a verb end; "from" of what it says goes with that: «لأن دولا طلبت».

        (li-anna duwalan ṭalabat, "because states asked".) Who is told to do something where a
        quotation begins goes with its verb: «قال: "على غانا أن"» (ʿalā Ghānā an, "Ghana must").
        """
        if role == "on" and stop + 2 < len(self.nodes) and self.nodes[stop].letter == ":":
            first = stop + 1 + self.opens_quote(stop + 1)
            return first + 2 if self.preposition(first) == role else stop
        if role != "from" or self.pack.subject_first:
            return stop
        return next((j for j in range(i + 1, stop) if self.nodes[j].letter == "t"), stop)

    def _before_purpose(self, i: int, stop: int) -> int:
        """Where a contact's purpose begins: "met in Oslo | to discuss opening talks with Chad"."""
        inner = (k for k in range(i + 1, stop) if self.to_do(k))
        return next(inner, stop) if self.pack.subject_first else stop

    def leads_to(self, j: int) -> Actor | None:
        """The actor in the phrase behind a preposition."""
        k = self._head(j + 1, len(self.nodes))
        return self.nodes[k].actors[0] if k is not None else None

    def _groups_do(self, j: int) -> bool:
        """True for the "to" of an infinitive, behind which groups are objects: "to fight gangs"."""
        if not self.to_do(j):
            return False
        k = self._head(j + 1, len(self.nodes))
        return k is not None and self.nodes[k].actors[0].kind == "group"

    def aside(self, i: int, j: int) -> bool:
        """True where a preposition belongs to what came before or during: «بعد زيارته لمصر».

        (baʿda ziyāratihi li-Miṣr, "after his visit to Egypt"), but not «وافق على السماح لمصر»
        (wāfaqa ʿalā s-samāḥ li-Miṣr, "agreed to allow Egypt").
        """
        if self.meanings(i) & self.pack.factuality["agreeing"]:
            return False
        if self.norm(j - 1) in self.pack.discourse["trips"] and i < j - 2:
            near = range(max(i + 1, j - _FEW), j - 1)
            return any(self.preposition(k) in _MEANWHILE for k in near)
        k = j - 1 - (self.nodes[j - 1].letter == "p")
        noun = k - 1 > i and any(a.tense == "verbal-noun" for a in self.readings[k])
        return noun and self.preposition(k - 1) in _MEANWHILE

    def _bound_elsewhere(self, i: int, j: int) -> bool:
        """True where a preposition belongs to a noun behind the one at `i`.

        "talks on the border between Sudan and Chad" bring no Sudan and Chad together, but a text
        for their cooperation is theirs: «اتفاقية للتعاون بين» (ittifāqiyya li-t-taʿāwun bayna);
        «مستعدة للتعاون مع تشاد» (mustaʿidda li-t-taʿāwun maʿa Tshād, "ready to work with") does.
        """
        bonds = self.pack.discourse["bond"]
        for k in range(j - 1, max(i, j - _FEW), -1):
            if self.norm(k) in bonds:
                if any(self.norm(m) in self.pack.discourse["pacts"] for m in range(i, k)):
                    return False
                ready = not self.pack.subject_first and self.preposition(i + 1) == "to"
                return not (ready and k == i + 2) and any(
                    n.letter not in "xAD" for n in self.nodes[i + 1 : k]
                )
            if self.nodes[k].letter not in "xDM":
                return False
        return False

    def agent(self, i: int) -> tuple[Actor, ...]:
        """Who does what a passive at `i` says: behind "by", «على يد» (ʿalā yad)."""
        stop = self.ends(i)
        described = self.describes_object(i)
        for j in self.reach(i, stop):
            if described and self.finite(j) and self.nodes[j - 1].letter != "&":
                return ()
            if self.pack.subject_first and self.to_do(j):  # "was expected to back moves by Japan"
                return ()
            if self.norm(j) in self.pack.agent:
                k = self._head(j + 1, stop)
                if k is not None:
                    return self.group(k, leftward=False)
        return ()

    def between(self, i: int) -> tuple[Actor, ...]:
        """All actors behind "between" near a noun, as in "talks", not "ready to host talks"."""
        for j in range(i + 1, self.ends(i, relative=not self._was_planned(i))):
            told = self.does(j) or self.nodes[j].letter == "t"
            if (self.pack.subject_first and told) or self.tells_of_next(i, j):
                return ()
            if self.preposition(j) == "between" and not self._bound_elsewhere(i, j):
                return self._between_from(j)
        return self._between_before(i) if self.pack.subject_first else ()

    def _between_before(self, i: int) -> tuple[Actor, ...]:
        """Those between whom a thing is that undergoes a passive: "a pact between A and B was"."""
        helping = self.pack.factuality["helping"]
        if i < _FEW or not self.lemmas[i - 1] & helping or not self.finite(i):
            return ()
        for j in range(i - 2, max(0, i - _FAR_OBJECT), -1):
            if self.nodes[j].letter in '.;:"tR,' or (
                self.finite(j) and not self.lemmas[j] & helping
            ):
                return ()
            if self.preposition(j) == "between":
                return self._between_from(j)
        return ()

    def _was_planned(self, i: int) -> bool:
        """True where a clause on the noun at `i` tells when it was to be: «القمة التي كانت مقررة».

        (al-qimma llatī kānat muqarrara, "the summit that was planned".)
        """
        if i + 1 >= len(self.nodes) or self.nodes[i + 1].letter != "R":
            return False
        planned = self.pack.factuality["planned"]
        return any(self.norm(j) in planned for j in range(i + 2, min(i + _NEAR, len(self.nodes))))

    def _tells_of_it(self, k: int) -> bool:
        """True for a verb with a pronoun behind what it tells of: «اتفاق تعارضه».

        (ittifāq tuʿāriḍuhu, "a deal that it opposes".)
        """
        told = any(a.tense == "present" for a in self.readings[k])
        return told and k + 1 < len(self.nodes) and self.nodes[k + 1].letter == "p"

    def _between_from(self, j: int) -> tuple[Actor, ...]:
        actors: list[Actor] = []
        for k in range(j + 1, min(len(self.nodes), j + 14)):
            node = self.nodes[k]
            if node.letter == "a":
                actors.extend(node.actors)
            elif actors and (
                self.finite(k)
                or node.letter in "t;:"
                or self._tells_of_it(k)
                or self.norm(k) in self.pack.discourse["meanwhile"]
                or (self.preposition(k) not in (None, "of", "between") and len(actors) > 1)
            ):
                break
        return tuple(dict.fromkeys(actors))

    def subject_ahead(self, i: int) -> tuple[Actor, ...]:
        """For a noun that opens its sentence: who the first verb behind it tells of.

        «في لقاء مع نظيره أكد الوزير» (fī liqāʾ maʿa naẓīrihi akkada l-wazīr, "in a meeting with his
        counterpart the minister stressed").
        """
        if self.pack.subject_first or i > _FEW:
            return ()
        for j in range(i + 1, min(i + _FAR_OBJECT, len(self.nodes))):
            if self.finite(j):
                return self.subject(j)
            if self.nodes[j].letter in "tR;:":
                return ()
        return ()

    def complement(self, i: int, bidden: bool = False) -> tuple[Actor, ...]:
        """The subject of a clause behind a verb: "hopes Japan will"; `bidden`, "that Japan pay"."""
        if not self.pack.subject_first:
            return self.group(complements.wished_of(self, i), leftward=False)
        for j in range(complements.said_with(self, i) + 1, min(i + _NEAR, len(self.nodes))):
            node = self.nodes[j]
            if node.letter == "a" and not node.owned:
                end = j
                while self._joined(end + 1) and (after := self._next_actor(end)) is not None:
                    end = after
                verb = self.behind_aside(end + 1)
                if bidden and not complements.bare(self, verb):
                    return ()
                if self.nodes[i + 1].letter == "a" and self._undergoes(verb):
                    return ()
                acts = bidden or self.finite(verb) or self._particle(verb)
                infinitive = self.norm(verb) in self.pack.factuality["infinitive"]
                if end > j and (acts or infinitive):
                    return tuple(dict.fromkeys(self._all_listed(j)))
                return self.group(j, leftward=False) if acts or infinitive else ()
            if node.letter not in "tAH" and self.pack.lexicon.part_of_speech(self.norm(j)) != "adv":
                return ()
        return ()

    def _undergoes(self, verb: int) -> bool:
        """True for what is to be done to somebody: "wants Japan | punished"."""
        told = self.readings[verb] if verb < len(self.nodes) else ()
        return any(a.tense == "past" and a.voice != "active" for a in told)

    def actors_after(
        self, i: int, stop: int, keep: Callable[[Actor], bool]
    ) -> Iterator[tuple[int, Actor]]:
        """Actors behind a node up to `stop` that pass a test, with their nodes."""
        for j in range(i + 1, min(stop, len(self.nodes))):
            for actor in self.nodes[j].actors:
                if keep(actor):
                    yield j, actor


def _of_no_side(actors: tuple[Actor, ...]) -> bool:
    """True for groups of whom no side is told."""
    return all(a.kind == "group" and not a.side for a in actors)
