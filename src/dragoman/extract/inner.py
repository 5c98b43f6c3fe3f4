"""Acts within one polity, and acts whose doer or target the text leaves open.

"Police in Nairobi arrested ten protesters" names no second side, "Rebels freed two hostages" no
side at all, "India test-fired a missile" no target. `Roles` leaves them alone; `InnerRoles` fills
their slots with groups given by sector alone, with sites that stand for those who use them, and
settles from each other to which polity they belong.
"""

from collections.abc import Iterable, Iterator, Sequence

from dragoman.core.quick import replace
from dragoman.extract.actors import Actor
from dragoman.extract.belonging import Belonging
from dragoman.extract.clauses import Clause
from dragoman.extract.discourse import Discourse
from dragoman.extract.hit import Hit
from dragoman.extract.means import met
from dragoman.extract.roles import Roles
from dragoman.extract.threats import aim
from dragoman.knowledge.world import World

_LOOSE = frozenset({"group", "role", "person"})
_WHO_IS_TO_ACT = frozenset({"complement", "bidden"})
_FAR = frozenset({"theme", "about", "other", "pair", "speaker", "host", "here"})
OF_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
"""Sectors that act for a polity: their opponents and those they deal with are at home there."""
_ABROAD = frozenset({"NGO", "IGO"})
_OUTLAWS = _ABROAD | {"UAF"}
"""Sectors that belong to no polity unless one is told."""
_VERBAL = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
)
"""Types of acts that are words of somebody who is told."""
_AT_HOME = frozenset({"LAB", "OPP", "PTY"})
"""Sectors of those whose acts are told under the one state that a sentence names."""
_BEFALLING = frozenset({"ASSAULT", "COERCE", "SANCTION"})
"""Types of acts that are told by whom they befell, where nobody is told to do them."""
_SITE_REACH = 9
_CLOSE = 4
"""Rules of so short a reach, without words of their own, tell of nothing but their object."""
_NEEDS_BOTH = frozenset({"AGREE", "AID", "CONSULT", "COOPERATE"})
"""Types of acts that are none without a recipient."""


class InnerRoles:
    """Fills the slots of one hit with actors of one polity or of none that is known."""

    def __init__(self, clause: Clause, hit: Hit, discourse: Discourse, world: World) -> None:
        self._clause = clause
        self._hit = hit
        self._discourse = discourse
        self._roles = Roles(clause, hit, discourse, world)
        self._belonging = Belonging(clause, world)

    def __call__(self) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        """Sources and targets, either possibly empty, with sides as far as they can be told."""
        rule = self._hit.rule
        sources = self._first(rule.source, ()) or self._rulers(rule.source) or self._protesters()
        targets = self._first(rule.target, sources) or self._site(rule.target)
        if rule.act == "PROTEST" and not targets:
            targets = self._opposed()
        if rule.joint and not targets and len(sources) > 1:
            sources, targets = sources[:1], sources[1:]
        return self._settled(sources, targets)

    def _first(self, slots: Sequence[str], others: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """The actors of the first slot filled by somebody who is none of `others`."""
        open_to = "theme" if self._hit.rule.act in _BEFALLING and not others else None
        for slot in slots:
            if slot in _FAR and slot != open_to:
                continue
            found = tuple(
                a
                for a in self._known(
                    met(self._clause, self._hit.rule, self._roles.slot(slot), slot)
                )
                if not any(_same(a, other) for other in others)
            )
            if found:
                return found
        return ()

    def _known(self, actors: Iterable[Actor]) -> Iterator[Actor]:
        """What mentions mean; groups, offices and unknown people stand for themselves."""
        for actor in actors:
            if actor.kind == "group":
                yield replace(actor, side=self._home_of(actor))
                continue
            resolved = self._discourse.resolve(actor)
            if resolved:
                yield from resolved
            elif actor.kind == "body":
                yield replace(
                    actor, kind="group", sector="GOV", side=self._belonging.side_of(actor)
                )
            elif actor.kind in _LOOSE:
                yield replace(actor, side=self._belonging.side_of(actor))

    def _home_of(self, actor: Actor) -> str | None:
        """Whose a group is; where people meet is not where they are at home."""
        place = not self._hit.rule.engagement
        return self._belonging.side_of(actor, by_place=place)

    def _site(self, slots: Sequence[str]) -> tuple[Actor, ...]:
        """The site that the act is done to, as the sector that it stands for: "bombed a school"."""
        clause, i = self._clause, self._hit.node
        for slot in slots:
            if slot == "aim" and (k := aim(clause, i)) is not None:
                found = self._site_within(range(k + 1, clause.ends(k)), bare=True)
            elif slot == "object":
                start, stop = (
                    (i + 1, clause.ends(i)) if not self._hit.passive else (max(0, i - 8), i)
                )
                found = self._site_within(range(start, stop), bare=not self._hit.passive)
            elif slot in _FAR:
                continue
            else:
                found = self._site_behind(slot)
            if found:
                return (found,)
        return ()

    def _site_behind(self, role: str) -> Actor | None:
        clause, i = self._clause, self._hit.node
        stop = clause.ends(i)
        for j in range(i + 1, stop):
            if clause.preposition(j) == role:
                return self._site_within(range(j + 1, stop), bare=True)
        return None

    def _site_within(self, nodes: range, bare: bool) -> Actor | None:
        """The first site among nodes, up to a preposition where it must be `bare`."""
        clause = self._clause
        for j in nodes[:_SITE_REACH]:
            node = clause.nodes[j]
            if bare and (clause.preposition(j) or clause.finite(j)):
                return None
            entry = node.element.entry if node.element and node.element.entries else None
            sector = entry.form_class if entry and entry.id in ("site", "body") else None
            if sector or self._rules(j):
                actor = Actor("group", node.first, node.last, sector=sector or "GOV")
                return replace(actor, side=self._belonging.side_of(actor))
        return None

    def _rules(self, j: int) -> bool:
        """True for "the government", "the authorities", without their country."""
        clause = self._clause
        return clause.nodes[j].letter == "B" and clause.norm(j) in clause.pack.discourse["rulers"]

    def _rulers_beside(self) -> tuple[Actor, ...]:
        """Those who govern, with a verb that agrees with them: «اعتقلت السلطات معارضا».

        (iʿtaqalat as-sulṭāt muʿāriḍan, "the authorities arrested an opponent".)
        """
        clause, i = self._clause, self._hit.node
        if all(a.gender == "m" for a in clause.readings[i] if a.finite):
            return ()
        pronoun = any(n.letter == "p" for n in clause.nodes[i + 1 : i + 2])
        for j in (i + 1 + pronoun, i - 1):
            if 0 <= j < len(clause.nodes) and self._rules(j):
                node = clause.nodes[j]
                group = Actor("group", node.first, node.last, sector="GOV")
                return (replace(group, side=self._home_of(group)),)
        return ()

    def _rulers(self, slots: Sequence[str]) -> tuple[Actor, ...]:
        """A government that acts, told of without its country: "the authorities banned"."""
        clause, i = self._clause, self._hit.node
        if "subject" not in slots or self._hit.nominal:
            return ()
        if not clause.pack.subject_first:
            return () if self._hit.passive else self._rulers_beside()
        if self._hit.passive:
            led = (j for j in range(i + 1, clause.ends(i)) if clause.norm(j) in clause.pack.agent)
            j = next(led, len(clause.nodes)) + 1
            j += j < len(clause.nodes) and clause.nodes[j].letter == "A"
        else:
            j = i - 1
            while j > 0 and (clause.readings[j] or clause.nodes[j].letter == "x" or self._where(j)):
                j -= 1
        if not 0 <= j < len(clause.nodes) or not self._rules(j):
            return ()
        node = clause.nodes[j]
        actor = Actor("group", node.first, node.last, sector="GOV")
        return (replace(actor, side=self._belonging.side_of(actor)),)

    def _protesters(self) -> tuple[Actor, ...]:
        """The people of where a protest is that is told of by a noun: «احتجاجات في السودان».

        (iḥtijājāt fī s-Sūdān, "protests in Sudan".) So of what sees one: «شهدت تونس مظاهرات»
        (shahidat Tūnis muẓāharāt, "Tunisia saw demonstrations").
        """
        clause, hit = self._clause, self._hit
        if hit.rule.act != "PROTEST" or hit.rule.source or clause.pack.subject_first:
            return ()
        side = self._belonging.place_of(hit.node)
        if side is None and not hit.nominal:
            seen = (a for a in clause.subject(hit.node) if a.kind == "polity" and not a.plural)
            side = next((a.side for a in seen), None) or self._belonging.only_side()
        node = clause.nodes[hit.node]
        return (Actor("group", node.first, node.last, side=side, sector="CVL"),) if side else ()

    def _where(self, j: int) -> bool:
        """True for the place behind those who govern: "authorities | in Kenya | banned"."""
        clause = self._clause
        if j + 1 < len(clause.nodes) and clause.preposition(j) == "in":
            return True
        return clause.nodes[j].letter in "aY" and clause.preposition(j - 1) == "in"

    def _opposed(self) -> tuple[Actor, ...]:
        """Those of state from whom protesters want something: "demanding that the king resign"."""
        clause = self._clause
        demands = clause.pack.discourse["demands"]
        for j in range(self._hit.node + 1, len(clause.nodes)):
            if clause.nodes[j].letter in ";:":
                break
            if clause.meanings(j) & demands:
                return self._of_state_behind(j)
        return ()

    def _of_state_behind(self, j: int) -> tuple[Actor, ...]:
        clause = self._clause
        for k in range(j + 1, min(j + _SITE_REACH, len(clause.nodes))):
            node = clause.nodes[k]
            if node.letter in ",;:":
                break
            told = tuple(a for a in self._known(node.actors) if a.kind == "polity" or _of_state(a))
            if node.letter == "a":
                return told[:1]
            if self._rules(k):
                actor = Actor("group", node.first, node.last, sector="GOV")
                return (replace(actor, side=self._belonging.side_of(actor)),)
        return ()

    def _settled(
        self, sources: tuple[Actor, ...], targets: tuple[Actor, ...]
    ) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        """Both with the sides that they lend each other."""
        doer = next((a for a in sources if a.side and a.kind != "organization"), None)
        doing = doer.side if doer else None
        rulers = doer is None or doer.kind == "polity" or _of_state(doer)
        suffering = next((a.side for a in targets if a.side and _of_state(a)), None)
        home = doing or suffering or self._discourse.home
        if home is None and not any(a.kind == "polity" for a in sources):
            party = all(a.sector in _AT_HOME for a in sources)
            abroad = any(a.side and a.kind != "organization" for a in targets) and not party
            home = None if abroad else self._belonging.only_side()
        verbal = self._hit.rule.act in _VERBAL
        return (
            tuple(a if a.side or _guest(a, verbal) else replace(a, side=home) for a in sources),
            tuple(
                a
                if a.side
                or self._belonging.elsewhere(a)
                or a.sector in (_OUTLAWS if verbal else _ABROAD)
                or (verbal and rulers and a.kind == "group" and a.sector == "GOV")
                else replace(a, side=home)
                for a in targets
            ),
        )


def _guest(actor: Actor, verbal: bool) -> bool:
    """True for actors whose polity the one they speak to or deal with does not tell."""
    official = actor.kind == "role" and (actor.sector or "GOV") in OF_STATE
    unknown = actor.kind == "person" and (actor.sector or "GOV") in OF_STATE
    return actor.sector in _ABROAD or (verbal and (unknown or official))


def _of_state(actor: Actor) -> bool:
    return actor.kind not in ("polity", "organization") and (actor.sector or "GOV") in OF_STATE


def _whole(actor: Actor) -> bool:
    """True for a state or an organisation as a whole, not for a party or armed group of it."""
    party = actor.kind == "polity" and actor.sector is not None and not actor.plural
    return actor.kind in ("polity", "organization") and not party


def _rules(actor: Actor) -> bool:
    """True for a state, or who acts for one."""
    return _whole(actor) or _of_state(actor)


def _same(one: Actor, other: Actor) -> bool:
    """True for two mentions of one actor; a party is none with its state: "Chad banned the MPS"."""
    if one.kind == other.kind == "polity":
        return one.side == other.side and one.sector == other.sector
    if one.kind == "person" and one.name == other.name:
        return one.side == other.side
    return one.first == other.first and one.side == other.side


def told_enough(
    clause: Clause, hit: Hit, sources: Sequence[Actor], targets: Sequence[Actor]
) -> bool:
    """True where an act within a polity, or one that leaves somebody open, is worth telling.

    Bare states act on others, not on themselves; only main verbs, passives and what a comma adds
    ("killing three") tell of acts whose doer or target is open. What a speaker says of nobody
    known is no act on anybody.
    """
    if "teller" in hit.rule.source and not (targets or clause.pack.subject_first):
        return False
    verbal = hit.rule.act in _VERBAL
    if verbal and any(not a.side and a.kind == "person" for a in sources):
        return False
    cut_off = hit.rule.act == "SANCTION" and hit.rule.mode != "convict" and not hit.nominal
    direct = hit.rule.target == ("object",) and hit.rule.reach < _CLOSE and not hit.rule.objects
    if not targets and (cut_off or direct or _WHO_IS_TO_ACT & {*hit.rule.target}):
        return False
    known = any(a.side for a in (*sources, *targets)) or any(a.sector for a in sources)
    if not known and (verbal or hit.rule.act == "MOBILIZE"):
        return False
    if sources and targets:
        if verbal and hit.nominal and all(a.kind == "polity" for a in targets):
            return not {a.side for a in sources} & {a.side for a in targets}
        citizens = any(a.plural for a in targets)
        if verbal and all(map(_rules, sources)) and all(map(_whole, targets)) and not citizens:
            return not {a.side for a in sources} & {a.side for a in targets}
        return not all(map(_whole, (*sources, *targets)))
    if (
        (hit.nominal and hit.light is None and not (hit.rule.objects or hit.rule.opening))
        or hit.rule.act in _NEEDS_BOTH
        or not (sources or targets)
    ):
        return False
    asked = hit.passive and hit.rule.when is None
    if (verbal and not sources and not asked) or not (sources or any(a.side for a in targets)):
        return False
    if hit.passive and clause.describes_object(hit.node):
        return False
    i = hit.node
    adds = i > 0 and clause.nodes[i - 1].letter == ","
    goes_on = i > 0 and bool(clause.meanings(i - 1) & clause.pack.factuality["helping"])
    return hit.nominal or hit.passive or adds or clause.finite(i) or goes_on
