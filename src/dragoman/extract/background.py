"""What a story tells of as gone before its own news, and so not of its own day."""

from collections.abc import Iterable

from dragoman.extract.act import Act, View
from dragoman.extract.carried import verb_before
from dragoman.extract.clauses import Clause

_FAR, _NEAR = 12, 6


def told_as_before(acts: Iterable[Act], views: dict[int, View]) -> bool:
    """True where all tellings of a contact say that it was before what the story is about.

    «وكان الوزير زار كينيا» (wa-kāna l-wazīru zāra Kīniyā, "the minister had visited Kenya"),
    «التقيا مؤخرا» (iltaqayā muʾakhkharan, "they met recently"), «بعد شهر من زيارة الرئيس» (baʿda
    shahr min ziyārat ar-raʾīs, "a month after the president's visit").
    """
    return all(_before(act, views[act.sentence].clause) for act in acts)


def due_then(acts: Iterable[Act], views: dict[int, View]) -> bool:
    """True for what was to follow on the day of the news: "he was then to meet the premier"."""
    return any(
        _behind_was_to(views[a.sentence].clause, a.node) for a in acts if a.status == "planned"
    )


def _behind_was_to(clause: Clause, i: int) -> bool:
    words = " ".join(clause.norm(j) for j in range(max(0, i - _NEAR), i))
    return any(words.endswith(was) for was in clause.pack.factuality["due_then"])


def _before(act: Act, clause: Clause) -> bool:
    i = act.node
    if act.nominal:
        told = _some_time_after(clause, i) or _lately(clause, i) or _carried_before(clause, i)
        return told or _behind_its_like(clause, i)
    past = any(a.tense == "past" for a in clause.readings[i])
    return past and (_had(clause, i) or _lately(clause, i))


def _carried_before(clause: Clause, i: int) -> bool:
    """True for a noun whose verb stands behind "had": «كان قد أجرى اتصالا».

    (kāna qad ajrā ttiṣālan, "he had made a call".)
    """
    j = verb_before(clause, i, _FAR)
    if j is None or not clause.meanings(j) & clause.pack.factuality["holding"]:
        return False
    return _had(clause, j)


def _some_time_after(clause: Clause, i: int) -> bool:
    """True behind "a month after": «بعد شهر من»."""
    return (
        i > 2
        and clause.preposition(i - 1) == "from"
        and clause.norm(i - 3) in clause.pack.factuality["after"]
    )


def _behind_its_like(clause: Clause, i: int) -> bool:
    """True for what another of its kind comes after: «زيارة الغاني بعد زيارة الكوبي».

    (ziyārat al-Ghānī baʿda ziyārat al-Kūbī, "the Ghanaian's visit after the Cuban's visit".)
    """
    if i < 2 or clause.norm(i - 1) not in clause.pack.factuality["after"]:
        return False
    article = clause.pack.article or ""
    noun = clause.norm(i).removeprefix(article)
    near = range(max(0, i - _FAR), i - 1)
    return any(clause.norm(j).removeprefix(article) == noun for j in near)


def _had(clause: Clause, i: int) -> bool:
    """True for a past behind a verb of being of its own clause: «كان ... زار»."""
    for j in range(i - 1, max(-1, i - _FAR), -1):
        if clause.nodes[j].letter in ".;:tR":
            return False
        if clause.norm(j) in clause.pack.factuality["had"]:
            return True
        if clause.finite(j):
            return False
    return False


def _lately(clause: Clause, i: int) -> bool:
    """True beside a word such as "recently"."""
    words = clause.pack.factuality["lately"]
    for step in (-1, 1):
        for k in range(1, _NEAR):
            j = i + step * k
            if step * k == -1 and clause.norm(j) in clause.pack.factuality["infinitive"]:
                continue
            if not 0 <= j < len(clause.nodes) or clause.nodes[j].letter in ".;:,tR":
                break
            if clause.norm(j) in words:
                return True
            if clause.finite(j):
                break
    return False
