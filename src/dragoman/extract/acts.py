"""Rules at work: which words of a sentence tell which act, by whom, to whom, in which status."""

from collections.abc import Iterator

from dragoman.core.document import Sentence
from dragoman.core.quick import replace
from dragoman.core.spans import Span
from dragoman.extract.act import ANNOUNCED, DEEDS, HARSH, Act, View, of_others
from dragoman.extract.actors import Actor
from dragoman.extract.also_met import also_met, also_visited
from dragoman.extract.asides import met_others
from dragoman.extract.bare_rows import Status
from dragoman.extract.clauses import Clause
from dragoman.extract.demands import (
    comes,
    for_state,
    is_no_deed,
    left_out,
    of_sectors,
    people_meet,
    ruled_out,
    slots_asked,
)
from dragoman.extract.denials import outright
from dragoman.extract.discourse import Discourse
from dragoman.extract.factuality import status_of, unwilling
from dragoman.extract.hit import Hit
from dragoman.extract.hits import HitFinder
from dragoman.extract.host_offices import receiving
from dragoman.extract.inner import InnerRoles, told_enough
from dragoman.extract.means import relayed, source_of
from dragoman.extract.meant import resolve_all
from dragoman.extract.plans import bids, customary, decided, only_expected, promised, resolved_on
from dragoman.extract.roles import Roles
from dragoman.extract.spoken_of import told_or_meant
from dragoman.extract.threats import conditional, conditioned
from dragoman.extract.told_places import ToldPlaces
from dragoman.extract.triggers import BACK
from dragoman.knowledge.world import World
from dragoman.lang.modes import ModeFinder
from dragoman.lang.rules import Rule, RuleBook


class ActReader:
    """Applies a rule book to sentences."""

    def __init__(self, rules: RuleBook, modes: ModeFinder, world: World) -> None:
        self._hits = HitFinder(rules)
        self._modes = modes
        self._world = world

    def __call__(self, view: View, discourse: Discourse) -> list[Act]:
        """The acts of one sentence in order; tells the discourse who spoke and who met."""
        clause = view.clause
        discourse.open_sentence(frozenset(a.side for n in clause.nodes for a in n.actors))
        discourse.harm.open(clause)
        acts: list[Act] = []
        tellers = (self._speakers(clause, i, discourse) for i in clause.tellers())
        known = clause.label() or source_of(clause)
        spoken = next(filter(None, tellers), resolve_all(known, discourse, None))
        discourse.speak(spoken)
        discourse.topic = discourse.topic if clause.opens_with_pronoun else ()
        unnamed = bool(spoken) and all(a.kind != "person" for a in spoken)
        quoted = discourse.quoting or clause.opens_quoted
        may = self._hits.among(clause)
        for i in range(len(clause.nodes)):
            node = clause.nodes[i]
            if node.letter == "a":
                discourse.note(resolve_all(node.actors, discourse, None))
                if node.actors[0].kind != "both" and not clause.in_list(i):
                    discourse.list(resolve_all(clause.group(i, leftward=False), discourse, None))
            if not (spoken or quoted) and clause.finite(i):
                spoken = self._speakers(clause, i, discourse)
                discourse.speak(spoken)
                quoted = quoted or clause.goes_on(i)
                if not spoken and clause.said_by_unknown(i):
                    discourse.hush()
            named = self._person(clause, i, discourse) if unnamed and clause.finite(i) else ()
            discourse.topic = named or discourse.topic
            for hits in self._hits(clause, i, may):
                told = list(self._told(view, hits, discourse))
                if not any(map(_between_sides, told)):
                    inner = self._inner_acts(view, hits, discourse)
                    acts += inner
                    for act in [a for a in inner if a.rule.act == "ASSAULT"][:1]:
                        discourse.harm.tell((), by=act.sources, noun=act.nominal)
                for act in told:
                    acts.append(act)
                    if act.rule.act == "ASSAULT" and act.status == "happened" and act.targets:
                        discourse.harm.tell(act.sources, act.targets, noun=act.nominal)
                    if act.status == "happened":
                        discourse.harm.address(act.rule.act, act.sources, act.targets)
                    known = discourse.pair or discourse.company
                    paired = act.rule.engagement or (act.rule.joint and not known)
                    if paired and act.status != "hypothetical":
                        goal = act.host if act.rule.engagement == "visit" else None
                        discourse.engage(act.sources + act.targets, goal)
        discourse.quote(clause.norms)
        if unnamed:
            discourse.topic = self._told_of(clause, discourse)
        return acts

    def _told_of(self, clause: Clause, discourse: Discourse) -> tuple[Actor, ...]:
        """The one with a name who acts first in a sentence that somebody else says."""
        verbs = filter(clause.finite, range(len(clause.nodes)))
        return next(filter(None, (self._person(clause, i, discourse) for i in verbs)), ())

    @staticmethod
    def _person(clause: Clause, i: int, discourse: Discourse) -> tuple[Actor, ...]:
        """The first person who does what the verb at a node says."""
        people = [a for a in clause.subject(i) if a.kind == "person"]
        return resolve_all(people[:1], discourse, None)

    def _told(self, view: View, hits: list[Hit], discourse: Discourse) -> Iterator[Act]:
        """The best act of the hits at a node, and the best with an outcome where it has none."""
        act = self._best_act(view, hits, discourse)
        if act is None:
            return
        yield act
        hit = next((h for h in hits if h.rule is act.rule), hits[0])
        if act.rule.engagement == "visit":
            told = ToldPlaces(view.clause, hit.node, self._world)
            for k, host, place in also_visited(view.clause, hit, act.host, told):
                yield replace(act, goal=k, targets=(), host=host, host_place=place)
        for k, met in also_met(view.clause, hit, act.sources, act.targets, discourse):
            yield replace(act, goal=k, targets=met)
        if act.rule.outcome is None:
            also = [h for h in hits if h.rule.outcome and h.rule.act]
            other = self._best_act(view, also, discourse) if also else None
            if other is not None and other.targets:
                yield other

    def _best_act(self, view: View, hits: list[Hit], discourse: Discourse) -> Act | None:
        """The act of the first hit that fills all its roles, else of the first that fills some.

        What is denied stands back for a rule that reads the denial as an act.
        """
        found = denied = of_nobody = None
        for hit in hits:
            if denied is not None and hit.rule.when not in ("denied", "unwilling"):
                continue
            act = self._act(view, hit, discourse)
            carried = act is not None and not act.sources and _carried_too(hit, hits)
            if act is not None and _complete(act) and not carried:
                if act.status == "denied":
                    denied = denied or act
                elif act.sources:
                    return act
                else:
                    of_nobody = of_nobody or act
            found = found or act
        return of_nobody or denied or found

    def _inner_acts(self, view: View, hits: list[Hit], discourse: Discourse) -> list[Act]:
        """The act within one polity that the first of some hits tells, else none."""
        best: list[Act] = []
        for hit in hits:
            act = self._inner_act(view, hit, discourse)
            if act is not None and act.sources and (act.targets or hit.rule.objects):
                return [act]
            if act is not None and not best:
                best = [act]
        return best

    def _inner_act(self, view: View, hit: Hit, discourse: Discourse) -> Act | None:
        """What a hit tells that is no act between two known sides."""
        rule = hit.rule
        if rule.act is None or rule.people or rule.engagement not in (None, "meeting", "signing"):
            return None
        sources, targets = InnerRoles(view.clause, hit, discourse, self._world)()
        if not told_enough(view.clause, hit, sources, targets):
            return None
        status = self._status(view.clause, hit)
        if (
            status is None
            or not (of_sectors(rule, sources) or left_out(hit, sources))
            or is_no_deed(view.clause, rule, sources, targets)
        ):
            return None
        return Act(
            rule, status, sources, targets, None, None, view.sentence.index, hit.node,
            _evidence(view.clause, hit, view.sentence), discourse.speaker, hit.nominal,
            mode=self._mode(view.clause, hit), inner=True,
        )  # fmt: skip

    def _mode(self, clause: Clause, hit: Hit, told_as: str | None = None) -> str | None:
        """The mode that the rule states, else the one that the words around tell of its type."""
        if not hit.rule.act or (hit.rule.mode and not told_as):
            return hit.rule.mode
        deed = hit.rule.act in DEEDS
        first = max(0, clause.nodes[hit.node].first - (BACK if deed else 0))
        stop = clause.nodes[clause.ends(hit.node, relative=False) - 1].last
        trigger = clause.nodes[hit.node].first - first if deed else None
        return self._modes(told_as or hit.rule.act, clause.norms[first:stop], trigger)

    @staticmethod
    def _status(clause: Clause, hit: Hit) -> Status | None:
        """The status that a hit's rule gives what it tells, None where it does not hold."""
        status, when = status_of(clause, hit.node, hit.nominal), hit.rule.when
        if when in ("planned", "promised") and status != "planned":
            return None
        if when == "promised":
            return "happened" if promised(clause, hit.node) else None
        if when == "bidding":
            return status if bids(clause, hit.node) else None
        if when == "unwilling":
            refused = status == "denied" and unwilling(clause, hit.node)
            return "happened" if refused else None
        if when == "denied":
            denied = status == "denied" and not outright(clause, hit.node, hit.nominal)
            return "happened" if denied else None
        if when == "open":
            spoken = hit.rule.act != "THREATEN" or promised(clause, hit.node)
            return "happened" if spoken and status in ("planned", "hypothetical") else None
        if when in ("planned", "any") and status in ("planned", "hypothetical"):
            return "happened"
        ahead, yields = status == "planned", hit.rule.act == "RETREAT"
        told_by_others = hit.rule.act in ANNOUNCED and only_expected(clause, hit.node)
        if ahead and (told_by_others or (yields and not promised(clause, hit.node))):
            return "hypothetical"
        if status == "planned" and hit.rule.act == "SANCTION" and resolved_on(clause, hit.node):
            return "happened"
        contact = hit.rule.engagement is not None
        if contact and not hit.nominal and customary(clause, hit.node):
            return None
        if contact and hit.nominal and status == "happened" and decided(clause, hit.node):
            return "planned"
        return status

    def _speakers(self, clause: Clause, i: int, discourse: Discourse) -> tuple[Actor, ...]:
        subject = relayed(clause, i) or clause.subject(i)
        if subject and all(a.kind == "pronoun" for a in subject):
            return ()
        return resolve_all(subject, discourse, None)

    def _act(self, view: View, hit: Hit, discourse: Discourse) -> Act | None:
        """The act of a hit, None where its roles stay empty."""
        clause, rule = view.clause, hit.rule
        status = self._status(clause, hit)
        if status is None:
            return None
        roles = Roles(clause, hit, discourse, self._world)
        sources = for_state(rule, roles.fill(rule.source, ()), self._world)
        targets = roles.fill(slots_asked(rule, sources, self._world), sources)
        targets = told_or_meant(clause, hit, discourse, sources, targets)
        sources = sources or _receiving(rule, roles, targets)
        if rule.engagement and hit.nominal and len({a.side for a in sources + targets}) < 2:
            targets = roles.governing_object(sources, targets)
        if rule.joint and "subject" in rule.host and _only_guests(sources, targets):
            return None
        if rule.joint and rule.engagement and targets and not sources and "with" in rule.target:
            sources = self._met_by(clause, hit, targets, discourse)
            if not sources:
                return None
        untold = not sources and not (targets and _may_be_open(rule))
        untold = untold or (not targets and _lacks_company(clause, hit, sources))
        if untold or (rule.when == "promised" and of_others(sources, discourse.speaker)):
            return None
        warns = _warns(clause, hit, status, sources, discourse.speaker)
        own = {a.side for a in sources}
        targets = targets or (conditioned(clause, hit.node, own) if warns else ())
        targets = tuple(replace(a, visiting=True) for a in targets) if rule.guests else targets
        apart = rule.people and not people_meet(sources, targets, rule.joint)
        if apart or ruled_out(clause, hit, sources, targets):
            return None
        host, place = roles.host(rule.host)
        nowhere = not (host or targets or clause.points_back(hit.node))
        if not comes(rule, host, sources, targets) or (rule.engagement == "visit" and nowhere):
            return None
        return Act(
            rule=rule,
            status=status,
            sources=sources,
            targets=targets,
            host=host,
            host_place=place,
            sentence=view.sentence.index,
            node=hit.node,
            evidence=_evidence(clause, hit, view.sentence),
            speaker=discourse.speaker,
            nominal=hit.nominal,
            known=hit.nominal and clause.points_back(hit.node),
            mode=self._mode(clause, hit, "THREATEN" if warns else None),
            warns=warns,
        )

    def _met_by(
        self, clause: Clause, hit: Hit, targets: tuple[Actor, ...], discourse: Discourse
    ) -> tuple[Actor, ...]:
        """Who held talks "with X and Y" where that is left out: the speaker, never X with Y.

        Nor have those met one another who are somebody's counterparts.
        """
        told = () if hit.nominal else clause.subject(hit.node)
        several = hit.rule.target[:1] == ("object",) and len({a.side for a in targets}) > 1
        guests = several and any(a.kind == "role" and not a.plural for a in told)
        named = any(a.kind == "person" and a.name for a in told)
        if _attended_by_crowd(clause, hit) or named or guests:
            return ()
        apart = clause.between(hit.node) or not clause.behind(hit.node, "with")
        if apart and not any(a.peer for a in targets):
            return targets
        speaker = discourse.speaker
        if speaker is None or speaker.side in {a.side for a in targets}:
            return ()
        return (speaker,)


def _warns(
    clause: Clause, hit: Hit, status: Status, sources: tuple[Actor, ...], speaker: Actor | None
) -> bool:
    """True for a hostile deed that nobody else says its doer will do under a condition.

    So for force without one: "Fiji said it would shoot down any Samoan drone".
    """
    if hit.nominal or hit.rule.act not in HARSH or status not in ("planned", "hypothetical"):
        return False
    told = bool(sources) and all(a.side for a in sources) and not of_others(sources, speaker)
    said = speaker is not None and any(map(clause.says, range(len(clause.nodes))))
    force = hit.rule.act == "ASSAULT" and status == "planned" and said
    return told and (force or conditional(clause, hit.node, speaker))


def _lacks_company(clause: Clause, hit: Hit, sources: tuple[Actor, ...]) -> bool:
    """True for a joint act of one side alone, and for a contact whose noun another holds."""
    alone = len({a.side for a in sources}) < 2 or met_others(clause, hit.node)
    held = hit.rule.engagement and hit.nominal and clause.depends(hit.node)
    return bool((hit.rule.joint and (alone or hit.rule.guests)) or held)


def _receiving(rule: Rule, roles: Roles, guests: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Whoever meets an ambassador posted to his state."""
    asked = rule.engagement and guests and rule.source == ("subject",)
    return receiving(roles.slot("subject"), guests) if asked else ()


def _attended_by_crowd(clause: Clause, hit: Hit) -> bool:
    """True for a gathering that somebody else came to: "activists attended the summit"."""
    if hit.nominal or hit.rule.engagement not in ("summit", "conference"):
        return False
    crowd = clause.subject(hit.node)
    others = all(a.kind in ("group", "body") for a in crowd)
    return others and bool(crowd or clause.other_subject(hit.node))


def _carried_too(hit: Hit, hits: list[Hit]) -> bool:
    """True for a bare noun that other rules read with the verb that carries it.

    «قامت كينيا بقصف مواقع» (qāmat Kīniyā bi-qaṣfi mawāqiʿ, "Kenya shelled positions").
    """
    return hit.light is None and any(h.light is not None and not h.passive for h in hits)


def _may_be_open(rule: Rule) -> bool:
    """True where an act is told even if its doer is not; not where he alone makes it one."""
    return "teller" not in rule.source and rule.source != ("adjective",)


def _complete(act: Act) -> bool:
    """True where an act's roles are filled; a visit goes somewhere."""
    if act.rule.engagement == "visit":
        return bool(act.sources and (act.targets or act.host))
    return bool(act.targets or act.rule.joint or not act.rule.target)


def _only_guests(hosts: tuple[Actor, ...], guests: tuple[Actor, ...]) -> bool:
    """True for actors of several sides: whom somebody receives has not met the other guests."""
    received, told = {a.side for a in guests}, {a.side for a in hosts}
    return len(received) > 1 and (not hosts or (len(told) > 1 and received == told))


def _between_sides(act: Act) -> bool:
    """True where an act has a source and a target of different polities."""
    if act.host:
        return True
    sources, targets = {a.side for a in act.sources}, {a.side for a in act.targets}
    return len(sources | targets) > 1 if act.rule.joint else bool(sources and targets)


def _evidence(clause: Clause, hit: Hit, sentence: Sentence) -> Span:
    """The clause around a hit: from its subject to the end of its complements."""
    start = hit.node
    for j in range(hit.node - 1, -1, -1):
        if clause.nodes[j].letter in '.;:"t':
            break
        start = j
        if clause.nodes[j].letter == "," and hit.node - j > 8:
            start = j + 1
            break
    stop = clause.ends(hit.node, relative=clause.pack.subject_first)
    tokens = clause.tokens[clause.nodes[start].first : clause.nodes[stop - 1].last]
    return Span(tokens[0].start, tokens[-1].end) if tokens else sentence.span
