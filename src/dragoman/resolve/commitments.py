"""What became of what was promised: texts signed and ratified, pledges kept, visits held.

Each report of a commitment is a step. Steps are linked by judgements with a reason, as tellings
are, and linked steps make a thread with its timeline and the state it has reached.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dragoman.resolve.blocks import Keys
from dragoman.resolve.judgements import Judgement, symmetric
from dragoman.resolve.records import Claim, Days, Telling
from dragoman.resolve.stages import stage_of
from dragoman.resolve.subjects import Subject, compare, subject_of

Kind = Literal["text", "pledge", "contact"]
_RANK = {
    "planned": 0, "announced": 1, "repeated": 2, "signed": 3, "ratified": 4, "in_force": 5,
    "fulfilled": 6, "held": 6, "called_off": 7, "withdrawn": 7, "denied": 7,
}  # fmt: skip
"""How far a commitment has come; the last ones end it."""
ENDED = 6
FOLLOWS = 0.6
"""From this score on a report is a later step of an earlier one."""
_DEEDS = frozenset({"AID", "COOPERATE"})
_TEXTS = {"instrument": "signed", "agreement": "announced"}
HALF_YEAR = 183
QUIET = timedelta(days=30)
"""A plan whose day is so long past, and of which nothing was heard, is in doubt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One report's word on a commitment; `id` is that of the claim or telling it stands on.

    Attributes:
        kind: A text between sides, a pledge of one to another, or a contact announced.
        stage: planned, announced, repeated, signed, ratified, in_force, fulfilled, held,
            called_off, withdrawn or denied.
        parties: Who is bound; `to` is who gains by it.
        day: When the step was taken; of a plan, when it was told, and `due` is for when.
    """

    id: str
    document: str
    story: str
    kind: Kind
    stage: str
    parties: tuple[str, ...]
    to: tuple[str, ...] = ()
    day: Days | None = None
    due: Days | None = None
    guest: str | None = None
    subject: Subject

    @property
    def sides(self) -> tuple[str, ...]:
        """Everybody concerned, sorted."""
        return tuple(sorted({*self.parties, *self.to}))


@dataclass(frozen=True, slots=True)
class Thread:
    """A commitment as far as it is known: its steps in order of time.

    `state` is the stage it has come to, `ended` whether nothing more is due.
    """

    id: str
    kind: Kind
    sides: tuple[str, ...]
    steps: tuple[Step, ...]
    state: str

    @property
    def ended(self) -> bool:
        """True where it was kept, came into force, was taken back or denied."""
        return _RANK[self.state] >= ENDED or self.state == "in_force"

    def silent(self, today: date) -> bool:
        """True where a planned contact's day is well past and nothing was heard of it."""
        due = [s.due.last for s in self.steps if s.due]
        return not self.ended and self.kind == "contact" and bool(due) and max(due) + QUIET < today


def steps(claims: Iterable[Claim], tellings: Iterable[Telling]) -> tuple[Step, ...]:
    """The steps that the records of some documents tell, sorted by id, each once.

    The ceremony at which a text is signed is no commitment beside the text.
    """
    found: dict[str, Step] = {}
    told = set()
    ordered = sorted(claims, key=lambda c: (c.claim != "outcome", c.id))
    for claim in ordered:
        step = _of_claim(claim)
        if step is None:
            continue
        place = (claim.document, claim.story, step.kind, step.sides, claim.text)
        if place not in told:
            told.add(place)
            found[step.id] = step
    texts = {(s.document, s.story, s.sides) for s in found.values() if s.kind == "text"}
    for telling in tellings:
        step = _of_telling(telling)
        if telling.kind != "signing" or (step.document, step.story, step.sides) not in texts:
            found[telling.id] = step
    return tuple(found[k] for k in sorted(found))


def _of_claim(claim: Claim) -> Step | None:
    """The step an outcome or event makes; None for what commits nobody."""
    stage = stage_of(claim.text, claim.language)
    kind: Kind = "pledge"
    if claim.claim == "outcome" and claim.what in _TEXTS:
        kind, stage = "text", stage or _TEXTS[claim.what]
    elif claim.claim == "outcome" and claim.what == "pledge":
        stage = stage if stage in ("repeated", "fulfilled", "withdrawn") else "announced"
    elif claim.claim == "outcome" and claim.what in ("plan", "invitation"):
        kind, stage = "contact", "planned"
    elif claim.claim != "event":
        return None
    elif claim.status == "denied" and claim.what == "AGREE":
        stage = "denied"
    elif claim.status != "happened":
        return None
    elif claim.what == "AGREE" and stage in ("signed", "ratified"):
        kind, stage = "text", "planned"
    elif claim.what == "SUPPORT" and stage in ("signed", "ratified", "in_force"):
        kind = "text"
    elif claim.what in _DEEDS:
        stage = "fulfilled"
    else:
        return None
    joint = kind == "text"
    return Step(
        id=claim.id,
        document=claim.document,
        story=claim.story,
        kind=kind,
        stage=stage or "announced",
        parties=tuple(sorted({*claim.parties, *claim.to})) if joint else claim.parties,
        to=() if joint else claim.to,
        day=_told(stage, claim.date, claim.published),
        due=claim.date if stage == "planned" else None,
        guest=claim.to[0] if claim.what == "invitation" and len(claim.to) == 1 else None,
        subject=subject_of(claim.text, claim.language, claim.topics, claim.instrument),
    )


_CONTACT_STAGES = {
    "happened": "held", "planned": "planned", "cancelled": "called_off", "denied": "denied",
}  # fmt: skip


def _of_telling(telling: Telling) -> Step:
    """The step that a contact makes, planned or not."""
    stage = _CONTACT_STAGES[telling.status]
    return Step(
        id=telling.id,
        document=telling.document,
        story=telling.story,
        kind="contact",
        stage=stage,
        parties=telling.sides,
        day=_told(stage, telling.date, telling.published),
        due=telling.date if stage == "planned" else None,
        guest=telling.guest,
        subject=subject_of(telling.text, telling.language, telling.topics, None),
    )


def _told(stage: str | None, date: Days | None, published: Days | None) -> Days | None:
    """When a step was taken: of what did not take place, the day of the report."""
    if stage in ("planned", "called_off", "denied"):
        return published or date
    return date or published


def step_keys(step: Step) -> Keys:
    """The blocks of a step: sides and subject within a year, texts at any time."""
    head = f"{step.kind}|{'-'.join(step.sides)}"
    tokens = sorted(step.subject.keys) or ["-"]
    if step.kind == "text":
        own = frozenset(f"{head}|{t}" for t in tokens)
        return Keys(own, own)
    if step.day is None:
        return Keys(frozenset(), frozenset())
    if step.kind == "contact":
        tokens = ["-"]
    half = step.day.last.toordinal() // HALF_YEAR
    own = frozenset(f"{head}|{t}|{half}" for t in tokens)
    near = frozenset(f"{head}|{t}|{n}" for t in tokens for n in range(half - 2, half + 3))
    return Keys(own, near)


def judge_steps(one: Step, other: Step) -> Judgement:
    """Whether one report tells of a later step of what another committed to.

    `follows` has the later step on its left; `same` is the same step told twice. Contacts that
    reports tell of twice are for `judging.judge`; here they only follow plans and invitations.
    """
    earlier, later = sorted((one, other), key=_when)
    against = _against(earlier, later)
    if against:
        return symmetric(one.id, other.id, "different", 1.0, against)
    if earlier.kind == "contact":
        reason = f"{later.stage.replace('_', ' ')} after {earlier.stage}"
        return Judgement(later.id, earlier.id, "follows", 0.7, reason)
    likeness, why = compare(earlier.subject, later.subject)
    if likeness is None:
        return symmetric(one.id, other.id, "different", 1.0, why)
    score = round(min(0.35 + likeness, 0.99), 3)
    if score < FOLLOWS:
        return symmetric(one.id, other.id, "unsure", score, why)
    if earlier.stage == later.stage:
        return symmetric(one.id, other.id, "same", score, f"{later.stage} twice; {why}")
    return Judgement(
        later.id, earlier.id, "follows", score, f"{later.stage} after {earlier.stage}; {why}"
    )


def _when(step: Step) -> tuple[date, int, str]:
    """What puts steps in order: the day, then how far the step has come."""
    return step.day.last if step.day else date.max, _RANK[step.stage], step.id


def _against(earlier: Step, later: Step) -> str:
    """What forbids that the second step follows the first, "" for nothing."""
    if earlier.kind != later.kind:
        return "other kinds of commitment"
    if earlier.document == later.document and earlier.story == later.story:
        return "told apart in one story"
    if earlier.kind == "contact":
        return _contacts_against(earlier, later)
    if (earlier.parties, earlier.to) != (later.parties, later.to):
        return "other parties"
    if earlier.day is None or later.day is None:
        return "no day to compare"
    if earlier.kind == "pledge" and earlier.stage in ("fulfilled", "denied", "withdrawn"):
        return "" if later.stage == earlier.stage else "nothing is left to follow"
    if _RANK[later.stage] < _RANK[earlier.stage]:
        return f"{later.stage} cannot follow {earlier.stage}"
    return ""


def _contacts_against(earlier: Step, later: Step) -> str:
    """Only an announcement is followed, by the contact of the same sides with the same guest."""
    if earlier.stage != "planned" or earlier.guest is None:
        return "no invitation"
    if earlier.sides != later.sides or earlier.guest != later.guest:
        return "other parties"
    if earlier.day is None or later.day is None:
        return "no day to compare"
    return ""


def threads(known: Sequence[Step], judgements: Iterable[Judgement]) -> tuple[Thread, ...]:
    """The commitments that steps and judgements make, sorted by id.

    Contacts that nobody announced, called off or denied are no commitments and left out.

    Args:
        known: All steps concerned.
        judgements: On these steps, of `judge_steps` and, for contacts, of `judging.judge`;
            people's outweigh the machine's.
    """
    by_id = {s.id: s for s in known}
    root = {i: i for i in by_id}

    def find(member: str) -> str:
        while root[member] != member:
            member = root[member]
        return member

    for pair in _linked(judgements):
        if pair[0] in by_id and pair[1] in by_id:
            one, other = sorted(find(i) for i in pair)
            root[other] = one
    groups: dict[str, list[Step]] = {}
    for member in sorted(by_id):
        groups.setdefault(find(member), []).append(by_id[member])
    made = (_thread(group) for group in groups.values())
    return tuple(t for t in made if t.kind != "contact" or any(s.stage != "held" for s in t.steps))


def _linked(judgements: Iterable[Judgement]) -> list[tuple[str, str]]:
    """The pairs that belong to one thread, as people or else the machine hold."""
    said: dict[tuple[str, str], tuple[tuple[bool, str], bool]] = {}
    for judgement in judgements:
        if judgement.verdict in ("unsure", "part_of"):
            continue
        weight = (judgement.human, judgement.at)
        links = judgement.verdict != "different"
        known = said.get(judgement.pair)
        if known is None or (weight, links) > known:
            said[judgement.pair] = (weight, links)
    return sorted(pair for pair, (_, links) in said.items() if links)


def _thread(group: Sequence[Step]) -> Thread:
    ordered = tuple(sorted(group, key=_when))
    sides = tuple(sorted({s for step in ordered for s in step.sides}))
    return Thread(min(s.id for s in ordered), ordered[0].kind, sides, ordered, _state(ordered))


def _state(ordered: Sequence[Step]) -> str:
    """The furthest stage; what ends a commitment, by the latest report of it."""
    ends = [s.stage for s in ordered if _RANK[s.stage] >= ENDED]
    if "held" in ends:
        return "held"
    if ends:
        return ends[-1]
    return max(ordered, key=lambda s: _RANK[s.stage]).stage
