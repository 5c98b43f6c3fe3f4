"""The actors that fill the slots of a rule: subject, object, owner, whoever is told of behind."""

from collections.abc import Collection, Sequence

from dragoman.core.quick import replace
from dragoman.extract import asides, brought, means, meant, named_ahead, objects, pronouns, settings
from dragoman.extract.actors import Actor
from dragoman.extract.antecedents import told_ahead
from dragoman.extract.belonging import Belonging, of_the_street
from dragoman.extract.clauses import Clause
from dragoman.extract.described import TOLD_BY_DESCRIPTION, Described
from dragoman.extract.discourse import Discourse
from dragoman.extract.hit import Hit
from dragoman.extract.on_objects import doer_on_object
from dragoman.extract.predicates import described_barely
from dragoman.extract.received_by import received_by
from dragoman.extract.slot_table import BY_PLACE
from dragoman.extract.stand_ins import stood_for, turned_to
from dragoman.extract.threats import aimed_at
from dragoman.extract.told_places import ToldPlaces
from dragoman.knowledge.world import World

_DEEDS = frozenset(
    {"ASSAULT", "COERCE", "MOBILIZE", "AID", "COOPERATE", "RETREAT", "SANCTION", "PROTEST"}
)
_OF_ONE = _DEEDS | {"ACCUSE", "REQUEST"}
"""Types of acts whose object is the one they are done to, even where that is the doer's side."""
_TO_ONE = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Types of acts done to the one they name, whatever states his deed touches."""
_OPENING = 2
"""A verb so near the beginning of its sentence goes on telling of the last speaker."""
_ACTED_ON = frozenset({"object", "theme", "about"})
"""Slots of those acted on, which "him" and "them" fill without saying who that is."""
_BEFALLING = frozenset({"on", "in", "against", "of", "near", "to"})
_OF_DOERS = frozenset({"ACCUSE", "REQUEST"})
"""Types of acts that speak of the doers of harm, not of whom or where it befell."""
_GOVERNED = 14
"""How many nodes the verb of a noun may stand before it."""
_ARMED, _PEOPLE = frozenset({"GOV", "MIL", "REB"}), frozenset({"person", "role"})
_GATHERINGS = frozenset({"summit", "conference"})
"""Kinds of contacts whose subject matter follows: "a conference on Syria"."""


class Roles:
    """Fills the slots of one hit with resolved actors."""

    def __init__(self, clause: Clause, hit: Hit, discourse: Discourse, world: World) -> None:
        self._clause = clause
        self._hit = hit
        self._discourse = discourse
        self._world = world
        self._told = Described(clause, hit, world)
        self._places = ToldPlaces(clause, hit.node, world)
        self._goal = brought.visited(clause, hit)
        self._hosts, self._guests = received_by(clause, hit)
        self._carrier = means.carrier(clause, hit.node) if hit.nominal else None
        self._undergone = hit.nominal and hit.passive and not clause.pack.subject_first

    def fill(self, slots: Sequence[str], sources: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """The actors of the first slot that is filled by somebody other than the sources."""
        taken, before = {a.side for a in sources}, sources[0] if sources else None
        apart = len(taken) < 2 or not brought.all_told(self._clause, self._hit)
        own = objects.with_unknown(self._clause, self._hit)  # Then the other side is not meant.
        for slot in slots if apart else ():
            if brought.told_alone(self._hit, slot, own, len(taken)):
                return ()
            told = means.met(self._clause, self._hit.rule, self.slot(slot, taken), slot)
            found = meant.resolve_all(self._placed(told), self._discourse, before)
            actors = tuple(a for a in found if a.side not in taken) if taken else found
            if actors:
                return actors
            vague = any(a.kind == "group" or (a.kind == "own" and not found) for a in told)
            if vague and not self._hit.rule.engagement:
                return ()
            own = own or (bool(found) and objects.touches(self._hit, slot))
            of_one = any(a.kind in _PEOPLE for a in told) and self._hit.rule.act in _TO_ONE
            guest = self._hit.rule.engagement == "meeting" and "with" not in slots
            one = of_one or (found and (self._hit.rule.act in _OF_ONE or guest))
            if one and slot in ("object", "subject"):
                return ()
        return ()

    def _placed(self, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Actors with groups ("ten students") as of the polity where the clause has them.

        Contacts are between sides, not with whoever is at a place.
        """
        if all(a.kind not in ("group", "body") for a in actors):
            return actors
        if self._hit.rule.engagement:
            return tuple(a for a in actors if a.kind != "group" and not of_the_street(a))
        if "teller" in self._hit.rule.source:
            return tuple(a for a in actors if a.kind != "group")
        if self._hit.rule.act == "ACCUSE":
            actors = asides.without_manner(self._clause, self._hit.node, actors)
        side = Belonging(self._clause, self._world).side_of
        return tuple(replace(a, side=side(a)) if a.kind == "group" else a for a in actors)

    def slot(self, slot: str, taken: Collection[str | None] = ()) -> tuple[Actor, ...]:
        """The actors in a slot as the text has them, those of the sides `taken` passed over."""
        clause, i = self._clause, self._hit.node
        if self._left_open(slot):
            return ()
        match slot:
            case "subject":
                return self._subject()
            case "object":
                return self._object() or stood_for(clause, self._hit, self._discourse, taken)
            case "owner" | "adjective":
                return self._owner() if slot == "owner" else self._adjective()
            case "about":
                return self._about(taken)
            case "theme":
                return self._theme(taken)
            case "governing" | "doer":
                ahead = slot == "doer"
                told = self._governing() or (clause.subject_behind_comma(i) if ahead else ())
                return told or (clause.subject_ahead(i) if ahead else ())
            case "other" | "pair" | "speaker" | "teller":
                return self._told_before(slot, taken)
            case "between" | "topic" | "before" | "complement" | "bidden" | "aside" | "attending":
                return self._standing(slot)
            case "aim":
                return aimed_at(clause, self._told, i, taken)
            case "attacker" | "accuser" | "asker" | "striker":
                return self._discourse.harm.answered(slot, i, taken)
        if (by_place := BY_PLACE.get(slot)) is not None:
            return by_place(clause, i)
        if slot in TOLD_BY_DESCRIPTION:
            return self._told.slot(slot)
        return self._led_in(slot) or turned_to(clause, self._hit, self._discourse, slot, taken)

    def _led_in(self, slot: str) -> tuple[Actor, ...]:
        """Those whom a preposition of the role leads in."""
        clause, i, contact = self._clause, self._hit.node, self._hit.rule.engagement is not None
        if asides.of_something_else(clause, self._hit, slot):
            return ()
        end = None if contact else objects.object_ends(clause, self._hit, slot)
        it = pronouns.led_in(clause, self._hit, slot)
        found = it or clause.behind(i, slot, end, self._hit.nominal, contact)
        if not found and self._carrier is not None:
            found = clause.behind(self._carrier, slot)
        if self._hit.rule.engagement == "visit" and self._hit.nominal:
            found = brought.goal(clause, self._hit, slot) or self._places.seats(found)
        found = found or self._told.behind(slot) or self._describing(slot)
        found = means.wrongdoers(clause, self._hit.rule, i, found)
        return found or (self._places.struck(slot) if self._hit.rule.act == "ASSAULT" else ())

    def _describing(self, role: str) -> tuple[Actor, ...]:
        """Whom a clause on the object names: «القيود التي يفرضها على تشاد».

        (al-quyūd allatī yafriḍuhā ʿalā Tshād, "the curbs that it puts on Chad".)
        """
        clause, verb = self._clause, self._clause.describing_verb(self._hit.node)
        if verb is None or clause.doer_of_described(verb) is not None:
            return ()
        return clause.behind(verb, role)

    def _left_open(self, slot: str) -> bool:
        """True where nobody fills a slot, though somebody stands where he might."""
        clause, hit = self._clause, self._hit
        barred = _ACTED_ON | _BEFALLING if hit.rule.act in asides.OF_WORDS else _ACTED_ON
        if slot in barred and not hit.passive and clause.has_stand_in(hit.node):
            return slot != "object" and not told_ahead(clause, hit.node, hit.rule.objects)
        warned = slot != "subject" and asides.warns_against(clause, hit)
        described = slot == "theme" and hit.passive and clause.describes_object(hit.node)
        described = described or (slot == "theme" and not hit.nominal and clause.on_him(hit.node))
        harm = slot in _BEFALLING and hit.rule.act in _OF_DOERS
        return warned or described or (harm and asides.harm_before(clause, hit.node, slot))

    def _standing(self, slot: str) -> tuple[Actor, ...]:
        """Those whom the place of their words alone makes known."""
        row, i = self._clause, self._hit.node
        by = {"between": row.between, "topic": row.topic, "before": row.standing_before}
        by |= {"aside": row.there, "attending": row.attending}
        return by[slot](i) if slot in by else row.complement(i, slot == "bidden")

    def _told_before(self, slot: str, taken: Collection[str | None]) -> tuple[Actor, ...]:
        """Whom the story has told of: the other side, both sides, or whoever is speaking."""
        clause, i, discourse = self._clause, self._hit.node, self._discourse
        if slot in ("speaker", "teller"):
            asserted = slot == "speaker" or means.asserted(clause, i, self._hit.nominal)
            if not asserted or (self._hit.rule.act == "REQUEST" and means.by_terms(clause, i)):
                return ()
            if means.answered(clause, i, discourse):
                return (discourse.answering,) if discourse.answering else ()
            if (held := objects.held_by(clause, i)) is not None:
                return meant.resolve_all(held, discourse, None)
            told = slot == "speaker" or means.reported(clause, i, discourse)
            return discourse.speakers if told else ()
        if i > 0 and clause.norm(i - 1) in clause.pack.factuality["after"]:
            return ()
        return discourse.others(s for s in taken if s) if slot == "other" else discourse.recent_pair

    def _object(self) -> tuple[Actor, ...]:
        """Whom the verb, or the verb that carries its noun, acts on."""
        clause, hit, i = self._clause, self._hit, self._hit.node
        if self._guests:
            return self._guests
        if hit.light is not None or self._undergone:
            return clause.object_carried(hit.node, hit.light or hit.node, hit.passive)
        if hit.passive:
            if means.shunned(clause, hit.rule, i):
                return ()
            found = means.described_by(clause, i) or clause.subject(i) or self._told.before()
            return found or (clause.subject_behind_comma(0) if i == 0 else ())
        if self._carrier is not None:
            return self._goal
        found = self._goal or clause.object(hit.node, hit.nominal) or self._told.object()
        found = pronouns.acted_on(clause, hit, self._told.demonym, found)
        if not found and hit.rule.act == "ASSAULT" and not hit.nominal:
            return self._places.struck()
        return means.wrongdoers(clause, hit.rule, hit.node, found)

    def _subject(self) -> tuple[Actor, ...]:
        clause, i = self._clause, self._hit.node
        if self._hosts:
            return self._hosts
        if self._hit.passive:
            found = clause.agent(i) or self._told.agent()
            posted = self._hit.rule.act == "MOBILIZE" and not found
            return means.moved(clause, i, self._object()) if posted else found
        if sent := self._told.sender():
            return sent
        if (light := self._hit.light) is not None:
            found, speaker = clause.subject(light), self._discourse.speaker
            left_out = not found and not clause.unknown_subject(light)
            return (speaker,) if left_out and speaker is not None else found
        if self._carrier is not None:
            return clause.doer(self._carrier)
        if self._hit.nominal:
            found, known = self._of_noun()
            if (found and known) or clause.definite(i) or asides.of_unknown(clause, self._hit):
                return found
            told = settings.spoken_on(clause, i) or settings.said_by(clause, i)
            told = told or (clause.pack.subject_first and clause.set_aside(i)) or self._governing()
            return told or clause.subject_behind_comma(i) or clause.subject_ahead(i)
        topic = self._discourse.topic if self._hit.rule.engagement else ()
        if ahead := named_ahead.doers(clause, i, topic):
            return ahead
        if clause.pack.subject_first and (described := self._told.subject()):
            return described
        if self._discourse.pair and {a.number for a in clause.readings[i] if a.finite} == {"du"}:
            return self._discourse.pair
        besides = clause.after_infinitive(i) or clause.adverbial(i)
        verb = clause.finite(i) or (besides and not clause.pack.subject_first)
        if self._discourse.speaker is None or not verb or objects.of_nobody(clause, i):
            return ()
        if clause.other_subject(i) or (clause.only_object(i) and not self._discourse.leading):
            return ()
        killed = any(a.voice == "either" for a in clause.readings[i])
        if self._hit.rule.act in _DEEDS and (i > _OPENING or clause.pack.subject_first or killed):
            return ()
        return (self._discourse.speaker,)

    def _of_noun(self) -> tuple[tuple[Actor, ...], bool]:
        """Whose the noun of an act is, and if that is known: the first that the text tells.

        «مباحثات مصرية تركية برئاسة الوزيرين» (mubāḥathāt miṣriyya turkiyya bi-riʾāsati l-wazīrayn,
        "Egyptian-Turkish talks led by the two ministers"): Egypt and Turkey.
        """
        found = (self._owner(), self._adjective(), brought.together(self._clause, self._hit))
        told = next(filter(None, found), ())
        known = next((a for a in found if meant.resolve_all(a, self._discourse, None)), ())
        return (told, True) if self._clause.pack.subject_first else (known or told, bool(known))

    def _governing(self) -> tuple[Actor, ...]:
        """For a noun without an owner: whoever the verb before it acts with."""
        clause = self._clause
        for j in range(self._hit.node - 1, max(-1, self._hit.node - _GOVERNED), -1):
            if clause.nodes[j].letter == "t" and not clause.pack.subject_first:
                return ()
            if clause.finite(j):
                guests = means.guests(clause, j) if self._hit.rule.engagement == "visit" else ()
                undergone = clause.meanings(j) & clause.pack.discourse["undergoing"]
                met = self._hit.rule.engagement  # "was told by the king in a call"
                doing = clause.subject(j) or (clause.agent(j) if met else ())
                return guests or (() if undergone else doing)
        return described_barely(clause, self._hit.node)

    def governing_object(
        self, sources: tuple[Actor, ...], met: tuple[Actor, ...]
    ) -> tuple[Actor, ...]:
        """For a contact told beside its verb ("told, in a call, his counterpart"): the object.

        Those `met` where only the subject is left out: «وقال بعد اتصال مع الملك» ("after a call").
        """
        clause = self._clause
        taken, i = {a.side for a in sources}, self._hit.node
        for j in range(i - 1, max(-1, i - _GOVERNED), -1):
            if clause.finite(j):
                told = clause.object(j)
                if not sources and len({a.side for a in told}) > 1:  # "hosted A and B for talks"
                    told = clause.subject(j) + told
                found = meant.resolve_all(told, self._discourse, sources[0] if sources else None)
                if not (told or sources or clause.pack.subject_first) and clause.says(j):
                    return () if clause.unknown_subject(j) or clause.subject(j) else met
                return tuple(a for a in found if a.side not in taken and a.kind in _PEOPLE)
        return ()

    def _owner(self) -> tuple[Actor, ...]:
        clause, i = self._clause, self._hit.node
        owner = clause.owner(i) if clause.owner(i) != self._goal else ()
        found = means.met(clause, self._hit.rule, owner, "owner")
        if found and (found[0].kind != "own" or clause.pack.subject_first):
            return found
        if not (found or clause.pronoun_owner(i)):
            return ()
        if (two := pronouns.two_owners(clause, self._hit, self._discourse)) is not None:
            return two
        told, speaker = self._governing(), self._discourse.speaker
        alone = told if len(told) == 1 and told[0].kind in _PEOPLE else ()
        acting = pronouns.owner_near(clause, self._hit) or clause.owner_before(i)
        acting = acting or clause.owner_acting(i) or asides.owner_told(clause, i)
        return acting or alone or ((speaker,) if speaker else ())

    def _adjective(self) -> tuple[Actor, ...]:
        if self._clause.nodes[self._hit.node].letter == "F":
            return self._told.named_in(self._clause.nodes[self._hit.node])
        own = self._clause.nodes[self._hit.node].actors
        if len(own) > 1 or (own and self._hit.rule.act == "MOBILIZE"):
            return own
        nodes = means.describing(self._clause, self._hit.rule, self._hit.node)
        if not nodes and self._told.compound():
            return self._told.compound()
        return tuple(a for n in nodes for a in (n.actors or self._told.demonym(n)))

    def _about(self, taken: Collection[str | None]) -> tuple[Actor, ...]:
        """The first actor told of behind the trigger that is not the source itself."""
        clause, i = self._clause, self._hit.node
        for j in range(i + 1, clause.ends(i, relative=False)):
            node = clause.nodes[j]
            if objects.ends_topic(clause, self._hit, j):
                return ()
            if node.letter == "D" and node.element:
                actors = self._told.demonym(node)
            elif node.letter == "a":
                actors = clause.group(j, leftward=False)
            else:
                continue
            sides = {a.side for a in meant.resolve_all(actors, self._discourse, None)} - {*taken}
            if sides - {None}:
                return actors
        return ()

    def _ends_theme(self, j: int) -> bool:
        """True where an object breaks off, or what a gathering is about begins."""
        met = self._hit.rule.engagement in _GATHERINGS
        ends = objects.ends_object(self._clause, self._hit, j, _DEEDS, met)
        comma = self._clause.nodes[j].letter == ","
        return ends or (comma and asides.breaks_off(self._clause, self._hit, j))

    def _theme(self, taken: Collection[str | None]) -> tuple[Actor, ...]:
        """An actor inside the object: "hailed Japan's support"."""
        clause, i = self._clause, self._hit.node
        nodes = clause.reach(i, clause.ends(i))
        if self._hit.passive and not self._undergone:
            nodes = [*self._told.before_passive(), *nodes]
        goals = self._hit.rule.act in _DEEDS and not clause.pack.subject_first
        for j in nodes:
            node = clause.nodes[j]
            if j > i and asides.tells_of_others(clause, self._hit, j):
                return ()
            if self._ends_theme(j):
                break
            if means.passed_over(clause, self._hit.rule, i, j):
                continue
            if node.letter == "a":
                found = clause.group(j, leftward=False)
                sides = {a.side for a in meant.resolve_all(found, self._discourse, None)}
                others = sides - {*taken} - {None}
                blamed = bool(sides) and self._hit.rule.act == "ACCUSE"
                if others or (node.owned and (blamed or node.actors[0].kind == "person")):
                    return self._told.sited(found, j) if others else ()
            if node.letter == "F" and goals:
                named = self._told.named_in(node)
                if {a.side for a in named} - {*taken}:
                    return named
            elif node.letter == "D" or (node.letter == "Y" and goals):
                found = self._told.demonyms(j)
                if asides.of_doer(clause, self._hit, found, taken) or self._told.of_bloc(found):
                    continue
                return self._told.sited(found, j)
            owner = pronouns.owner_in_object(clause, self._hit, j, self._discourse, taken)
            if owner is not None:
                return owner
        struck = self._hit.rule.act == "ASSAULT" and clause.pack.subject_first
        places = self._places.struck("in") or self._places.struck() if struck else ()
        armed = places and (self._hit.nominal or self._told.sender() or self._by_forces())
        return doer_on_object(clause, self._hit) or (places if armed else ())

    def _by_forces(self) -> bool:
        """True where a state or its forces do it, not somebody from there: "a Chadian killed"."""
        doers = self._clause.subject(self._hit.node)
        return bool(doers) and all(a.kind == "polity" or a.sector in _ARMED for a in doers)

    def host(self, slots: Sequence[str]) -> tuple[str | None, str | None]:
        """The polity and the place that a visit goes to."""
        goal = self._goal
        return (goal[0].side, goal[0].place) if goal else self._places.host(slots, self._discourse)
