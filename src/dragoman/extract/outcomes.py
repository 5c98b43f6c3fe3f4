"""What the sides agreed, signed, promised, invited to or announced, out of acts."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import timedelta

from dragoman.core.spans import Span
from dragoman.extract.act import Act
from dragoman.extract.drafts import Draft
from dragoman.extract.pasts import past_before_past
from dragoman.extract.settled import recalled, settled_before
from dragoman.extract.stories import StoryActs
from dragoman.extract.whereabouts import Whereabouts

_MONTH = timedelta(days=31)
_LEAD = 4
"""A story of no more sentences, its title with them, may tell an outcome in its title alone."""
_NEAR = 6
"""So many words before its verb, and twice as many behind, the year of a deed may stand."""
_VERB_GROUP = 4
_BEFORE, _BEHIND = 4, 3
"""So near its verb stands the article of a text that was told of before."""
_ONE_PHRASE = 2
"""So many words part those by which two rules read one outcome: «جرى الاتفاق» (jarā l-ittifāq)."""
_JOINT = frozenset({"instrument", "agreement", "plan"})
_TOLD_MORE = ("pledge", "invitation", "agreement", "plan", "instrument")
"""Kinds, the one that tells more behind."""


@dataclass(frozen=True, slots=True)
class Result:
    """One outcome in the making."""

    kind: str
    parties: tuple[str, ...]
    to: tuple[str, ...]
    evidence: Span
    weight: float
    act: Act
    draft: Draft | None
    instrument: str | None = None


def results_of(
    raw: str,
    story: StoryActs,
    drafts: Sequence[Draft],
    headlines: Container[int],
    when: Whereabouts,
) -> list[Result]:
    """The outcomes of a story, one for each kind, parties and stretch of text.

    What stands in the sentences `headlines` is left to the body, unless that is no more than a
    lead, and what is dated long before the story is none of its own.
    """
    found: list[Result] = []
    told = (a for a in story.acts if a.status in ("happened", "planned"))
    short = len(story.views) <= _LEAD
    for act in sorted(told, key=lambda a: a.sentence in headlines):
        kind = _kind(act, story)
        if kind is None or _of_other_news(act, kind, story, when):
            continue
        asked = kind == "invitation" and act.nominal
        if act.status == "planned" and kind not in ("plan", "pledge") and not asked:
            continue
        draft = next((d for d in drafts if act.sentence in d.sentences), None)
        parties, others = _parties(act, kind)
        parties = parties or _of_contact(act, kind, draft)
        if not parties:
            continue
        alone = draft is None and not others and _speaks_alone(act, story, parties)
        if kind == "pledge" and alone and act.rule.target:
            continue
        if act.status == "planned" and act.rule.engagement == "signing" and not _to_be(act, story):
            continue
        if act.rule.outcome is None and any(act.evidence.meets(r.evidence) for r in found):
            continue
        if kind == "instrument" and _told_again(act, story, found, parties):
            continue
        part = kind == "agreement" and act.nominal and _part_of_text(act, found, parties)
        if part or _only_recalled(act, story, drafts, parties):
            continue
        result = Result(
            kind, parties, others, act.evidence, act.rule.weight, act, draft,
            _instrument(raw, act, story) if kind == "instrument" else None,
        )  # fmt: skip
        again = any({*parties} & {*r.parties} for r in found)
        if act.sentence in headlines and (again or not short):
            continue
        _add(result, found, story)
    return found


def _add(result: Result, found: list[Result], story: StoryActs) -> None:
    """Adds an outcome, in place of one told by the same words that tells less."""
    twin = next((r for r in found if _same(result, r, story)), None)
    if twin is None:
        found.append(result)
    elif _TOLD_MORE.index(result.kind) > _TOLD_MORE.index(twin.kind):
        found[found.index(twin)] = result


def _parties(act: Act, kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who commits and to whom, nobody where what is done jointly has one side only."""
    sources = tuple(sorted({a.side for a in act.sources if a.side}))
    targets = tuple(sorted({a.side for a in act.targets if a.side} - set(sources)))
    if kind not in _JOINT:
        return sources, targets
    both = tuple(sorted({*sources, *targets}))
    return (both if len(both) > 1 else ()), ()


def _of_contact(act: Act, kind: str, draft: Draft | None) -> tuple[str, ...]:
    """The two sides of the contact that brought about what is told of one of them.

    «أسفرت زيارة الوزير الغاني إلى كوبا عن توقيع اتفاق مع كوبا» (asfarat ziyārat al-wazīr al-Ghānī
    ilā Kūbā ʿan tawqīʿ ittifāq maʿa Kūbā, "the Ghanaian minister's visit to Cuba led to a deal").
    """
    told = {a.side for a in act.targets if a.side}
    if draft is None or kind not in _JOINT or not act.nominal or act.sources or not told:
        return ()
    return tuple(draft.sides) if len(draft.sides) == 2 and told < {*draft.sides} else ()


def _kind(act: Act, story: StoryActs) -> str | None:
    """The kind of outcome that an act tells, if any; what is yet to be signed is a plan."""
    kind = act.rule.outcome or ("pledge" if _promised(act) else None)
    if act.status == "planned" and act.rule.engagement == "signing" and not act.nominal:
        return "plan"
    if act.status == "planned" and kind == "instrument" and act.nominal and _set(act, story):
        return "plan"
    return "pledge" if kind == "agreement" and _agrees_alone(act, story) else kind


def _speaks_alone(act: Act, story: StoryActs, parties: Sequence[str]) -> bool:
    """True for what one side says, or several do of themselves with one word: "we commit"."""
    if len(parties) < 2:
        return True
    clause = next(v.clause for v in story.views if v.sentence.index == act.sentence)
    told = {a.first for a in act.sources}
    return any(a.speaking and {a.first} == told for n in clause.nodes for a in n.actors)


def _agrees_alone(act: Act, story: StoryActs) -> bool:
    """True where one side only says that it will do a thing: "After the talks, Chad agreed to"."""
    clause = next(v.clause for v in story.views if v.sentence.index == act.sentence)
    told = clause.subject(act.node)
    if act.nominal or act.rule.act or not clause.pack.subject_first or len(told) != 1:
        return False
    words = clause.norms[told[0].first : told[0].last]
    several = told[0].plural or told[0].kind == "both" or bool(clause.behind(act.node, "with"))
    several = several or len({a.side for a in act.sources}) > 1  # "we" of a joint statement
    if several or not clause.pack.classes["and"].isdisjoint(words):
        return False
    near = clause.nodes[act.node].first - told[0].last < _VERB_GROUP
    to_do = any(clause.to_do(j) for j in range(act.node + 1, act.node + _BEFORE))
    agrees = clause.meanings(act.node) & clause.pack.factuality["agreeing"]
    return bool(agrees) and near and to_do


def _of_other_news(act: Act, kind: str, story: StoryActs, when: Whereabouts) -> bool:
    """True for what had been before the story's own news."""
    gone = kind in _JOINT and _long_gone(act, story, when)
    return gone or settled_before(act, kind, story, when)


def _long_gone(act: Act, story: StoryActs, when: Whereabouts) -> bool:
    """True for what is told beside a year of its own, long before the story: "signed in 2003"."""
    date = when.date(act)
    if date is None or date.basis != "explicit" or not when.is_over(date, _MONTH):
        return False
    clause = next(v.clause for v in story.views if v.sentence.index == act.sentence)
    first = clause.nodes[act.node].first
    return str(date.earliest.year) in clause.norms[max(0, first - _NEAR) : first + 2 * _NEAR]


def _promised(act: Act) -> bool:
    """True for aid that is yet to come: "China will provide loans to Kenya"."""
    return act.rule.act == "AID" and act.status == "planned" and bool(act.sources and act.targets)


def _only_recalled(
    act: Act, story: StoryActs, drafts: Sequence[Draft], parties: Sequence[str]
) -> bool:
    """True behind «وقد» (wa-qad, "has") of those who meet neither there nor just before."""
    near = {act.sentence, act.sentence - 1}
    met = any({*parties} <= {*d.sides} and near & d.sentences for d in drafts)
    return not met and recalled(act, story)


def _not_now(act: Act, story: StoryActs) -> bool:
    """True for a signing that something else is for, or that had been before what is told.

    «عودة إلى الحوار للتوقيع على اتفاق» (ʿawda ilā l-ḥiwār li-t-tawqīʿ ʿalā ttifāq, "a return to the
    talks to sign a deal"), «كانا قد وقعا» (kānā qad waqqaʿā, "they had signed").
    """
    clause = next(v.clause for v in story.views if v.sentence.index == act.sentence)
    if clause.pack.subject_first:
        return False
    if act.nominal:
        return clause.preposition(act.node - 1) == "to"
    return past_before_past(clause, act.node)


def _to_be(act: Act, story: StoryActs) -> bool:
    """True where a future is told, not only thought of: "will sign", not "the second to sign"."""
    clause = next(v.clause for v in story.views if v.sentence.index == act.sentence)
    facts = clause.pack.factuality
    first = clause.nodes[act.node].first
    words = clause.norms[max(0, first - _VERB_GROUP) : first]
    told = {" ".join(words[k:m]) for k in range(len(words)) for m in range(k + 1, len(words) + 1)}
    return bool(told & facts["future"]) or clause.tokens[first - 1].role == "future"


def _set(act: Act, story: StoryActs) -> bool:
    """True where a verb in the future governs the noun: «سيتم توقيع مذكرة».

    (sa-yatimm tawqīʿ mudhakkira, "a memorandum will be signed".)
    """
    clause = next(v.clause for v in story.views if v.sentence.index == act.sentence)
    verb = act.node - 1
    return (
        verb > 0
        and clause.finite(verb)
        and clause.tokens[clause.nodes[verb].first - 1].role == "future"
    )


def _told_again(
    act: Act, story: StoryActs, found: Sequence[Result], parties: tuple[str, ...]
) -> bool:
    """True for a text told of before, "the deal, signed by X", or not signed in this story."""
    if _not_now(act, story):
        return True
    if not any(r.kind == "instrument" and set(parties) <= set(r.parties) for r in found):
        return False
    clause = next(v.clause for v in story.views if v.sentence.index == act.sentence)
    known = clause.pack.classes["definite"] | clause.pack.classes["it"]
    first = clause.nodes[act.node].first
    near = clause.norms[max(0, first - _BEFORE) : first + _BEHIND]
    return any(word in known for word in near)


def _part_of_text(act: Act, found: Sequence[Result], parties: tuple[str, ...]) -> bool:
    """True for the "understanding" of a memorandum that is told as signed."""
    return any(
        r.kind == "instrument" and r.parties == parties and r.evidence.meets(act.evidence)
        for r in found
    )


def _same(one: Result, other: Result, story: StoryActs) -> bool:
    """True for one outcome that two rules read: of one kind, or told by one word."""
    if one.parties != other.parties:
        return False
    if one.kind != other.kind:
        apart = abs(one.act.node - other.act.node)
        word = one.act.sentence == other.act.sentence and apart <= _ONE_PHRASE
        return word and {one.kind, other.kind} <= _JOINT and not _lists(one.act, story)
    return one.evidence.meets(other.evidence)


def _lists(act: Act, story: StoryActs) -> bool:
    """True where more than one thing is agreed on: «على عقد اجتماع وتعزيز التجارة».

    (ʿalā ʿaqd ijtimāʿ wa-taʿzīz at-tijāra, "to hold a meeting and to strengthen trade".)
    """
    clause = next(v.clause for v in story.views if v.sentence.index == act.sentence)
    return any(
        node.letter == "&" and any(a.tense == "verbal-noun" for a in clause.readings[k + 1])
        for k, node in enumerate(clause.nodes[:-1])
        if k > act.node
    )


_QUOTES = {"“": "”", '"': '"', "«": "»"}


def _instrument(raw: str, act: Act, story: StoryActs) -> str | None:
    """The name of the text within the evidence: in quotation marks, or known as a name."""
    text = act.evidence.text(raw)
    for opening, closing in _QUOTES.items():
        start = text.find(opening)
        end = text.find(closing, start + 1) if start >= 0 else -1
        if 0 <= start < end and end - start < 160:
            return " ".join(text[start + 1 : end].split())
    inside = (n for n in story.names if n.signed and act.evidence.covers(n.span))
    return next((n.text for n in inside), None)
