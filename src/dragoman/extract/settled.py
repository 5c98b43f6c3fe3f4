"""Agreements and promises that a story tells of as made before its own news."""

from datetime import timedelta

from dragoman.extract.act import Act
from dragoman.extract.carried import verb_before
from dragoman.extract.clauses import Clause
from dragoman.extract.matters import in_matter
from dragoman.extract.pasts import past_before_past
from dragoman.extract.stories import StoryActs
from dragoman.extract.whereabouts import Whereabouts
from dragoman.lang.calendar import TimeExpression

_MONTH, _WEEK = timedelta(days=31), timedelta(days=7)
_BESIDE = 9
"""So many words from its verb stands the time of a deed itself."""
_OPENING = 2
_PARTING = ",;:R"
_VAGUE = frozenset({"duration", "vague"})
_DAYS = frozenset({"day", "weekday"})
_TO_COME = frozenset({"invitation", "plan"})
"""Kinds beside which stands the time of what is to come: "invited him to visit in June"."""


def settled_before(act: Act, kind: str, story: StoryActs, when: Whereabouts) -> bool:
    """True for what was agreed or promised before that which the story is about.

    "The US in February offered", told in April; "the plan agreed by leaders"; «خريطة الطريق التي
    اتفقت عليها تونس ومالطا» (kharīṭat aṭ-ṭarīq allatī ttafaqat ʿalayhā ..., "the road map on which
    Tunisia and Malta agreed"); «كانت قد تعهدت» (kānat qad taʿahhadat, "had pledged").
    """
    k = next(k for k, v in enumerate(story.views) if v.sentence.index == act.sentence)
    clause = story.views[k].clause
    beside = [t for t in _times_of(clause, story.times[k], act.node) if t.kind not in _VAGUE]
    own = kind not in _TO_COME and beside and not in_matter(clause, act.node)
    if own and when.is_over(when.date(act), _MONTH):
        return True
    fresh = any(t.kind in _DAYS and not when.is_over(when.date(act), _WEEK) for t in beside)
    if act.nominal:
        before = _before(clause, act.node) or _carried_before(clause, act.node)
        return before or (_described(clause, act.node) and not fresh)
    meant = kind != "instrument" and describes(clause, act.node)
    return meant or ((_had(clause, act.node) or _after(clause, act.node)) and not fresh)


def _after(clause: Clause, i: int) -> bool:
    """True for a verb behind "after": «بعد أن وقعت» (baʿda an waqqaʿat, "after she signed")."""
    facts = clause.pack.factuality
    behind = i > 1 and clause.norm(i - 1) in facts["infinitive"]
    return behind and not clause.pack.subject_first and clause.norm(i - 2) in facts["after"]


def _times_of(clause: Clause, times: tuple[TimeExpression, ...], i: int) -> list[TimeExpression]:
    """The times that stand beside a verb, or that open its sentence."""
    at = clause.nodes[i].first
    found = []
    for time in times:
        low, high = sorted((at, time.first))
        between = [k for k, n in enumerate(clause.nodes) if low < n.first < high]
        parted = any(
            clause.nodes[k].letter in _PARTING or clause.finite(k) or clause.to_do(k)
            for k in between
        )
        opens = time.first <= _OPENING and time.first < at
        if (opens or not parted) and high - low <= _BESIDE + _BESIDE * opens:
            found.append(time)
    return found


def describes(clause: Clause, i: int) -> bool:
    """True for a verb that says which thing is meant: "the agenda agreed by leaders in June"."""
    if clause.nodes[i - 1].letter == "R":
        return not clause.pack.subject_first
    if not clause.pack.subject_first or not clause.agent(i):
        return False
    noun = clause.nodes[i - 1]
    if noun.letter != "x" or clause.readings[i - 1]:
        return False
    return any(clause.finite(j) for j in range(i - 1))


def _described(clause: Clause, i: int) -> bool:
    """True for the noun of what is known and further told: «الاتفاق الذي تم توقيعه».

    (al-ittifāq alladhī tamma tawqīʿuhu, "the deal that was signed"; so "signing", and, behind a
    preposition, "the deal" itself: «بعد الاتفاق الذي», "after the deal that".)
    """
    if clause.pack.subject_first or i + 1 >= len(clause.nodes):
        return False
    after = clause.nodes[i + 1].letter
    led_back = after == "p" or (i + 2 < len(clause.nodes) and clause.nodes[i + 2].letter == "p")
    light = clause.nodes[i - 2].letter == "R" and clause.finite(i - 1) if i > 1 else False
    known = after == "R" and clause.definite(i) and clause.preposition(i - 1) is not None
    return known or (light and led_back)


def _before(clause: Clause, i: int) -> bool:
    """True behind "before" and "since": «قبل التوقيع» (qabla t-tawqīʿ, "before signing")."""
    told = clause.pack.classes
    return i > 0 and clause.norm(i - 1) in told["eve"] | told["since"]


def recalled(act: Act, story: StoryActs) -> bool:
    """True for what a word of assurance adds to the news: «وقد اتفق».

    (wa-qad ittafaqa, "and he has agreed".)
    """
    clause = next(v.clause for v in story.views if v.sentence.index == act.sentence)
    if act.nominal or past_before_past(clause, act.node):
        return False
    return clause.norm(act.node - 1) in clause.pack.factuality["assuring"]


def _carried_before(clause: Clause, i: int) -> bool:
    """True for the noun of a verb behind "had": «كان قد أبرم اتفاقا».

    (kāna qad abrama ttifāqan, "he had struck a deal".)
    """
    j = verb_before(clause, i, _BESIDE)
    return j is not None and _had(clause, j)


def _had(clause: Clause, i: int) -> bool:
    """True for a past behind "had" of its own clause, but for what had been the same day.

    Behind a word of assurance the subject of "had" may have a clause of its own: «كانت الدول التي
    اجتمعت قد وقعت» (kānat ad-duwal allatī jtamaʿat qad waqqaʿat, "the states that met had signed").
    """
    if all(a.tense != "past" for a in clause.readings[i]):
        return False
    sure = clause.norm(i - 1) in clause.pack.factuality["assuring"]
    for j in range(i - 1, -1, -1):
        if clause.norm(j) in clause.pack.factuality["had"]:
            near = " ".join(clause.norm(k) for k in range(j, min(i + _BESIDE, len(clause.nodes))))
            return not any(words in near for words in clause.pack.factuality["same_day"])
        if clause.nodes[j].letter in ".;:" or (clause.finite(j) and j < i - 1 and not sure):
            return False
    return False
