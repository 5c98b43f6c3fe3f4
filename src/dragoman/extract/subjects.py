"""Who does what a verb says: found from where words stand, and carried on where left out."""

from collections.abc import Sequence

from dragoman.core.document import Token
from dragoman.extract import complements, relatives, shared_deeds
from dragoman.extract.actors import Actor, Node
from dragoman.extract.agreement import first_that_suits, verb_before
from dragoman.extract.aside_rows import AsideRow
from dragoman.extract.complements import (
    counts_its_subject,
    first_name,
    is_met,
    own_undergoes,
    tells_where,
    told_aside,
)
from dragoman.extract.controllers import controlled
from dragoman.extract.intents import whose_intent
from dragoman.extract.own_pronouns import on_that
from dragoman.lang.pack import LanguagePack

_STOPS = frozenset(";:")
_ROW = 4
"""A verb told behind another stands no nearer to the beginning: subject, verb, object, comma."""


class SubjectRow(AsideRow):
    """A row of nodes that knows the subjects of its verbs."""

    def __init__(self, pack: LanguagePack, tokens: Sequence[Token], nodes: Sequence[Node]) -> None:
        super().__init__(pack, tokens, nodes)
        self._subjects: dict[int, tuple[Actor, ...]] = {}

    def subject(self, i: int) -> tuple[Actor, ...]:
        """The actors that do what the verb at a node says; empty where the text leaves them out."""
        if i not in self._subjects:
            self._subjects[i] = ()
            self._subjects[i] = self._subject(i)
        return self._subjects[i]

    def _subject(self, i: int) -> tuple[Actor, ...]:
        if not self.pack.subject_first:
            if self.speaks(i):
                return self._quoted_by(i)
            if self.participle(i):
                return self._carried(i)
            if self.acted_on_ahead(i) or self.thing_before(i) is not None:
                return self._subject_after(i) if self.thing_before(i) is None else ()
            beside = () if self.does_it_to(i) else self._subject_beside(i)
            if beside or self.head(i) is not None or on_that(self, i):
                return beside or self.headed_by(i)
            after = self._subject_after(i)
            if (after and not self.only_object(i)) or self.unknown_subject(i):
                return after
            return self._carried(i)
        return self._subject_before(i)

    def does_it_to(self, i: int) -> bool:
        """True where those before a verb are whom it is done to: «مقاتلون دربهم الجيش».

        (muqātilūn darrabahumu l-jaysh, "fighters whom the army trained").
        """
        if i + 2 >= len(self.nodes) or self.nodes[i + 1].letter != "p":
            return False
        told = self.nodes[i - 1].actors if i else ()
        return any(a.kind == "group" for a in told) and bool(self._subject_after(i))

    def _subject_beside(self, i: int) -> tuple[Actor, ...]:
        """An actor right before the verb, as in «إن قطر أبدت» or behind a relative pronoun."""
        j = i - 1
        if j > 0 and self.nodes[j].letter == "p" and self.nodes[j - 1].letter == "t":
            return self._carried(j)
        while j >= 0 and (self.nodes[j].letter == "T" or self._particle(j) or self.opens_quote(j)):
            j -= 1
        k = j - (j > 1 and self.nodes[j - 1].letter == "B")  # «إن قواتها قصفت» ("its troops")
        if k > 0 and self.nodes[j].letter == "p" and self.nodes[k - 1].letter == "t":
            return self._carried(k)
        relative = j >= 0 and self.nodes[j].letter == "R"
        if relative:
            j -= 1
            if self.told_of_by(j + 1, i):
                return ()
            if j >= 0 and self.nodes[j].letter in ",p":
                j = self._antecedent(j)
            j = self.named_so(j)
        elif j >= 0 and self.nodes[j].letter == ",":
            k = -1 if self.set_before(j) and self._subject_after(i) else self.whose_aside(j)
            j = k if k >= 0 and self.nodes[k].letter in "aT" else -1
            if j >= 0 and self.nodes[j].letter == "T":
                j = j - 1 if self.nodes[j - 1].letter != "," else j - 2
        acts = any(a.tense in ("past", "present") for a in self.readings[i])
        j = j if relative else self.of_member(j)
        if j > 2 and self.does_it_to(j - 2):
            j -= 3  # «مقاتلون دربهم الجيش | اعتقلوا» (uʿtuqilū, "were held")
        if j < 0 or self.nodes[j].letter != "a" or not acts:
            return ()
        taken = self._has_subject_already(j) and not self.described_behind(i, j)
        bound = self.governed(j) or self.in_affairs(j) or taken
        other = self.of_other_gender(i, j) and self._subject_after(i)
        if not relative and (bound or other):
            return ()
        if not relative and self.ends_list(i, j):
            return self.group(j, leftward=False) if self.nodes[i - 1].letter != "," else ()
        closed = self.tokens[self.nodes[j].last - 1].kind == "punct" and self.set_before(j + 1)
        return () if closed and self._subject_after(i) else self.group(j)

    def unknown_subject(self, i: int) -> bool:
        """True where somebody or something that nothing is known of is the subject of a verb.

        «أدانت اللجنة» (adānat al-lajna, "the committee condemned"), «يفرض القرار» (yafriḍu
        l-qarār, "the resolution imposes"), «الجماعات التي تهدد» (allatī tuhaddid, "that threaten").
        """
        if self.pack.subject_first or self.speaks(i):
            return False
        if self.relative(i) or self.plain_subject(i):
            return True
        if self.participle(i):
            k = next((k for k in range(i - 1, -1, -1) if self.finite(k)), i)
            return k < i and self.unknown_subject(k)
        j = i + 1
        this = self.pack.classes["definite"]
        while j < len(self.nodes) and (self.nodes[j].letter in "TM" or self.norm(j) in this):
            j += 1
        if j >= len(self.nodes):
            return False
        told = self.pack.discourse
        unknown = self.nodes[j].letter in "BWNH" and self.norm(j) not in told["company"]
        return unknown or self.norm(j) in told["texts"] or self._known_by_deed(j)

    def _known_by_deed(self, j: int) -> bool:
        """True for those known by what was done to them: «وصل المفرج عنهم» ("those freed arrived").

        (al-mufraj ʿanhum: a participle with an article, its pronoun behind a preposition.)
        """
        told, article = {a.tense for a in self.readings[j]}, self.pack.article
        deed = bool(told) and told <= {"participle", "passive-participle"}
        behind = self.nodes[j + 2].letter if j + 2 < len(self.nodes) else ""
        undergone = self.preposition(j + 1) is not None and behind == "p"
        return deed and undergone and self.norm(j).startswith(article)

    def doer(self, i: int) -> tuple[Actor, ...]:
        """The subject of a verb whose object stands before it, behind it or carried on."""
        return self._subject_after(i) or self._carried(i)

    def _subject_after(self, i: int) -> tuple[Actor, ...]:
        """The first actor behind the verb, over expressions of time and short complements."""
        own = own_undergoes(self, i)
        if own or counts_its_subject(self, i):
            return own
        j, skipped = i + 1, 0
        while j < len(self.nodes) and skipped < 4:
            node = self.nodes[j]
            if node.letter == "a":
                group = self.group(j, leftward=False)
                alone = self._disagrees(i, j) or is_met(self, i, j, self._group_end(j))
                return () if alone else group
            if node.letter in "TpH" or self.number(j):
                j += 1
            elif self.preposition(j) and j + 1 < len(self.nodes) and self._short(j + 1):
                j += 2
                skipped += 1
            elif first_name(self, j):
                j += 1
            elif node.letter in "(),-" and skipped < 3:
                j += 1
                skipped += 1
            else:
                return ()
        return ()

    def _disagrees(self, i: int, j: int) -> bool:
        """True where a masculine verb stands before a state, and most states are feminine.

        «دعا تركيا» (daʿā Turkiyā, "he called on Turkey"), «دعا الحكومة» (l-ḥukūma, "the
        government"); their own call is «دعت». So with «رفضت كينيا ودعت لبنان» (rafaḍat Kīniyā
        wa-daʿat Lubnān, "Kenya refused, and called on Lebanon").
        """
        actor = self.nodes[j].actors[0]
        if actor.kind == "role" and not self.says(i) and self.of_other_gender(i, j):
            return True  # «طردت سفيرها» (ṭaradat safīrahā, "it expelled its ambassador")
        bodies = actor.kind in ("body", "organization")
        if len(self.nodes[j].actors) > 1 or actor.plural or not (bodies or actor.kind == "polity"):
            return False
        told = [a for a in self.readings[i] if a.finite and a.number == "sg" and a.person == 3]
        masculine = bool(told) and all(a.gender == "m" and a.voice != "passive" for a in told)
        alone = self.lemmas[i] & self.pack.discourse["objectless"]  # «تندد قطر» (tunaddid Qaṭar)
        free = bodies or bool(alone) or self.nodes[i - 1].letter != "&"
        carries = not free and actor.side in self.pack.masculine
        if carries and told and all(a.gender == "f" for a in told):
            return bool(self._carried(i))
        if bodies:
            return masculine and self.feminine(actor)
        element = self.nodes[j].element
        bare = element and element.letter == "P" and element.entry.id != "home"
        return masculine and bool(bare) and actor.side not in self.pack.masculine

    def _carried(self, i: int) -> tuple[Actor, ...]:
        """The subject of the nearest verb before, for those without; a speaker's, behind commas."""
        there = tells_where(self, i)
        adds = i > 0 and self.nodes[i - 1].letter == "," and self.participle(i)
        for k in range(i - 1, -1, -1):
            verb = self.finite(k) and self.nodes[k].letter != "M"
            if verb and not (adds and self.relative(k)):
                if self.meanings(k) & self.pack.discourse["relay"]:
                    return ()
                that = self.told_in(k) if adds else None
                told = self._carried(that) if that is not None else ()
                says = verb_before(self, that or 0)
                found = first_that_suits(self, i, ((told, says), (self.subject(k), k)))
                return found if self.agrees(i, found) else ()
            if there and self.after_infinitive(k) and (found := self._subject_after(k)):
                return found
        return ()

    def _quoted_by(self, i: int) -> tuple[Actor, ...]:
        """Who "we" is: the subject of the verb of saying before; what else is told is no matter."""
        said = (k for k in range(i - 1, -1, -1) if self.says(k) and not self.relative(k))
        return next((self.subject(k) for k in said if not self.speaks(k)), ())

    def _subject_before(self, i: int) -> tuple[Actor, ...]:
        """The nearest free actor before the verb, or what an earlier verb of the chain has."""
        quoted = self._over_clause(i) or self._inverted(i) or whose_intent(self, i)
        quoted = (
            quoted
            or controlled(self, i, self.subject)
            or self._over_aside(i)
            or self._told_in_a_row(i)
        )
        quoted = quoted or self._in_company(i) or self._accompanying(i)
        if quoted:
            return quoted
        if (told := relatives.described(self, i)) is not None:
            return self.group(told)
        if (meant := self._stood_for(i)) is not None:
            return meant
        j = complements.before_brackets(self, i - 1)
        chained, aside = False, tuple[Actor, ...]()
        while j >= 0 and not self._ends_subject(j, chained):
            letter = self.nodes[j].letter
            if not chained and self._opens_clause_of_thing(j, i):
                return ()
            if self._goes_on_from(j, i):
                chained = True
            elif chained and not aside and self.finite(j) and told_aside(self, j, i):
                aside = self.subject(j)
            elif self._carries_on(j, i, chained):
                return self.subject(j)
            elif self.finite(j) and self.finite(i) and self._tells_of_thing(j, i):
                return ()
            elif letter == "a" and not chained and self._acts_here(j, i):
                return self.group(j)
            elif letter == "R" and j > 0:
                if self.norm(j) in self.pack.discourse["owning"]:
                    return ()
                k = j - 1 - (self.nodes[j - 1].letter == ",")
                return self.group(k) if k >= 0 and self.nodes[k].letter == "a" else ()
            j -= 1
        if self.participle(i):
            return self.subject_behind_comma(i)
        return aside

    def _acts_here(self, j: int, i: int) -> bool:
        """True for somebody who owns nothing, names no occasion and no preposition governs.

        So for those whose text says it.
        """
        if self._voiced(j, i):
            return True
        if j and self.nodes[j - 1].letter == "R" and any(n.letter == "," for n in self.nodes[j:i]):
            return False
        free = self._can_act(self._group_start(j)) and not self.nodes[j].owned
        return free and not self._names_occasion(j, i)

    def _in_company(self, i: int) -> tuple[Actor, ...]:
        """Who does what one joined others in: "Chad joined Mali in | condemning"."""
        verb = shared_deeds.joined(self, i)
        return () if verb is None else self.subject(verb) + self.group(i - 2)

    def _ends_subject(self, j: int, chained: bool) -> bool:
        letter = self.nodes[j].letter
        return letter in _STOPS or (letter == "t" and not chained)

    def _stood_for(self, i: int) -> tuple[Actor, ...] | None:
        """Whom "it" or "that" right before a verb stands for, or whom a participle tells of."""
        if (doers := shared_deeds.doers(self, i, self.subject)) is not None:
            return doers
        if complements.describes_ahead(self, i):
            return ()
        if self._stand_in(i):
            return self._meant_by_it(i)
        j = i - 1
        part = self.pack.lexicon.part_of_speech
        while j > 0 and (self._particle(j) or part(self.norm(j)) == "adv"):
            j -= 1
        if j < 1 or self.nodes[j].letter != "t":
            return None
        told = self.nodes[j - 1]
        return self.group(j - 1) if told.letter == "a" and told.actors[0].kind != "group" else ()

    def _stand_in(self, i: int) -> bool:
        """True where "it" is the subject of a verb."""
        j = i - 1
        part = self.pack.lexicon.part_of_speech
        while j > 0 and (self._particle(j) or self.readings[j] or part(self.norm(j)) == "adv"):
            j -= 1
        return j > 0 and self.nodes[j].letter == "i"

    def _meant_by_it(self, i: int) -> tuple[Actor, ...]:
        """Whom "it" means: whoever says so, or the only side told of before, else nobody."""
        for k in range(i - 1, -1, -1):
            if self.nodes[k].letter == "i":
                break
        told: dict[str | None, tuple[Actor, ...]] = {}
        for j in range(k - 1, -1, -1):
            if self.says(j):
                return self.subject(j)
            if self.nodes[j].letter == "a":
                told.update({a.side: (a,) for a in self.nodes[j].actors if a.side})
        return next(iter(told.values())) if len(told) == 1 else ()

    def _told_in_a_row(self, i: int) -> tuple[Actor, ...]:
        """Whose the verb before is, where a comma alone joins one: "Chad meets Mali, urges calm".

        Whom the first acts on stands before the comma and is no subject of the second; behind a
        past, which may be a passive, no preposition follows.
        """
        if i < _ROW or not (self._joining_comma(i - 1) and self.finite(i)):
            return ()
        tenses = {a.tense for a in self.readings[i]}
        follows = self.nodes[i + 1].letter if i + 1 < len(self.nodes) else "."
        taken = follows in ".,;:" or self.preposition(i + 1) is not None
        if not tenses & {"present", "past"} or ("past" in tenses and taken):
            return ()
        first = i - 1
        while first > 0 and self.nodes[first - 1].letter not in '.;:,tR&"':
            first -= 1
        told = [k for k in range(max(1, first), i - 1) if self.finite(k)]
        told = [k for k in told if not self.says(k)] or told
        behind = told and any(n.letter == "a" for n in self.nodes[told[0] + 1 : i - 1])
        return self.subject(told[0]) if behind and not self.participle(told[0]) else ()

    def _voiced(self, j: int, i: int) -> bool:
        """True for those whose text says what the verb at `i` does: "Chad's statement urged".

        So with "a statement by Chad and Mali urged".
        """
        told = self.pack.discourse
        if not self.meanings(i) & (told["talk"] | told["blaming"] | self.pack.factuality["saying"]):
            return False
        if self.nodes[j].owned:
            between = range(j + 1, i)
            plain = all(self.nodes[k].letter in "xT" and not self.preposition(k) for k in between)
            return plain and any(self.norm(k) in told["voices"] for k in between)
        k = self._before_article(self._group_start(j))
        led = k > 0 and self.preposition(k) in ("by", "from")
        return led and self.norm(k - 1) in told["voices"]

    def _inverted(self, i: int) -> tuple[Actor, ...]:
        """The speaker behind a verb that closes a quotation: '"...," said Shen Guofang'."""
        behind = i + 1 < len(self.nodes) and self.nodes[i + 1].letter == "a"
        if behind and (i > 0 or self.says(i)):
            before = self.nodes[i - 1].letter if i else '"'
            closes = self._group_end(i + 1) == len(self.nodes) - 1
            if i and before in '",' and closes and self.says(i):  # "..., says Chad"
                return self.group(i + 1, leftward=False)
            if before in '",' and any(a.tense == "past" for a in self.readings[i]):
                left = [n for n in self.nodes[max(0, i - 3) : i] if n.letter == "a"]
                if before == '"' or not (left or self._goes_on(i)):
                    return self.group(i + 1, leftward=False)
        return ()

    def _goes_on(self, i: int) -> bool:
        """True for a verb behind an aside, not behind what is said: "Chad, a neighbour, urged"."""
        saying = self.meanings(i) & self.pack.factuality["saying"]
        return not saying or not any(self.finite(k) for k in range(i))

    def subject_behind_comma(self, i: int) -> tuple[Actor, ...]:
        """For "After meeting with Putin, Macron said": the actor of the main clause."""
        for j in range(i + 1, len(self.nodes) - 1):
            k = j + 1
            while k < len(self.nodes) - 1 and (self.nodes[k].letter == "A" or self.number(k)):
                k += 1
            actor = self.nodes[k].letter == "a"
            verb = min(self._group_end(k) + 1, len(self.nodes) - 1) if actor else j
            verb += actor and self.nodes[verb].letter == "T" and verb < len(self.nodes) - 1
            if self.nodes[j].letter == "," and (self.finite(verb) or self._particle(verb)):
                return self.group(k, leftward=False)
        return ()
