"""Scores of engagements: which gold one a found one is, and how much of it is right."""

from dragoman.quality.names import folded, same_name
from dragoman.quality.tally import Judge, Record, days, entity_names, inside

IN_ONE_ROOM = frozenset({"meeting", "consultations", "summit", "conference", "signing", "ceremony"})
"""Kinds on whose name readers differ; whether it was a call, a visit or a letter never is one."""


def judge_engagements(judge: Judge, told: Record, found: list[Record]) -> None:
    """Pairs gold engagements with found ones of the same sides and sort, then judges each pair."""
    pairs = paired(judge, told["engagements"], found)
    tally = judge.tally("engagements")
    for i, want in enumerate(told["engagements"]):
        if want.get("optional"):
            continue
        tally.judge(i in pairs, found=False)
        if i not in pairs:
            judge.miss("engagements", "ENGAGEMENT missed", "", _contact(want), want["evidence"])
    for j, extra in enumerate(found):
        if j not in pairs.values():
            tally.spurious += 1
            judge.miss("engagements", "ENGAGEMENT not in the gold", _contact(extra), at=extra)
    for i, j in pairs.items():
        want = told["engagements"][i]
        if not want.get("optional"):
            _judge_pair(judge, want, found[j])


def paired(judge: Judge, wanted: list[Record], found: list[Record]) -> dict[int, int]:
    """Which found engagement (by place in its list) stands for which gold one, best first."""
    candidates = []
    for i, want in enumerate(wanted):
        for j, got in enumerate(found):
            if not _same_sort(want["kind"], got["kind"]) or set(want["sides"]) != set(got["sides"]):
                continue
            dated = bool(want.get("date")) and inside(got.get("date"), want["date"])
            exact = want["kind"] == got["kind"]
            fit = 2 * _shared_people(judge, want, got) + dated + exact
            candidates.append((fit - 0.1 * bool(want.get("optional")), i, j))
    pairs: dict[int, int] = {}
    for _, i, j in sorted(candidates, reverse=True):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _same_sort(one: str, other: str) -> bool:
    return one == other or {one, other} <= IN_ONE_ROOM


def _shared_people(judge: Judge, want: Record, got: Record) -> int:
    """How many of the gold's participants are named in the found engagement."""
    names = [_names(judge, person) for person in got["participants"]]
    return sum(any(_same(person, n) for n in names) for person in want["participants"])


def _names(judge: Judge, person: Record) -> list[str]:
    """A participant's name in the text and the names of its entity."""
    entity = judge.entities.get(person.get("entity") or "") or {}
    return [person["name"], *entity_names(entity)] if person.get("name") else entity_names(entity)


def _same(want: Record, names: list[str]) -> bool:
    return same_name([want["name"], want.get("name_en")], names)


def _judge_pair(judge: Judge, want: Record, got: Record) -> None:
    """Kind, status, people, date, place and topics of one pair."""
    for layer, key, default in (("kinds", "kind", None), ("status", "status", "happened")):
        right = want.get(key, default) == got.get(key, default)
        judge.tally(layer).judge(right)
        if not right:
            said = str(got.get(key)), str(want.get(key, default))
            judge.miss(layer, key.upper(), *said, want["evidence"])
    _judge_people(judge, want, got)
    if want.get("date"):
        right = inside(got.get("date"), want["date"])
        judge.tally("dates").judge(right, got.get("date"))
        if not right:
            judge.miss("dates", "DATE", days(got.get("date")), days(want["date"]), want["evidence"])
    if want.get("place"):
        _judge_place(judge, want, got.get("place") or {})
    if want.get("topics"):
        asked, given = set(want["topics"]), set(got.get("topics") or [])
        tally = judge.tally("topics")
        tally.hit += len(asked & given)
        tally.missed += len(asked - given)
        tally.spurious += len(given - asked)
        if asked != given:
            said = ", ".join(sorted(given)) or "none", ", ".join(sorted(asked))
            judge.miss("topics", "TOPICS", *said, want["evidence"])


def _judge_people(judge: Judge, want: Record, got: Record) -> None:
    """Participants by name and side, and the offices of those that were found."""
    left: list[Record] = list(got["participants"])
    people, offices = judge.tally("participants"), judge.tally("offices")
    for person in want["participants"]:
        hit = next((p for p in left if _same_on_side(judge, person, p)), None)
        people.judge(hit is not None, found=False)
        if hit is None:
            offices.missed += 1
            judge.miss("participants", "PARTICIPANT missed", "", _person(person), person["name"])
            continue
        left.remove(hit)
        right = hit.get("office") == person["office"]
        offices.judge(right, hit.get("office"))
        if not right:
            offered = str(hit.get("office")), person["office"]
            judge.miss("offices", "OFFICE", *offered, person["name"])
    people.spurious += len(left)
    for extra in left:
        judge.miss("participants", "PARTICIPANT not in the gold", _person(extra), at=extra)


def _same_on_side(judge: Judge, want: Record, got: Record) -> bool:
    return _same(want, _names(judge, got)) and got.get("side") == want["side"]


def _judge_place(judge: Judge, want: Record, got: Record) -> None:
    """Country and city, as far as the gold engagement has them."""
    for part in ("country", "city"):
        asked = want["place"].get(part)
        if not asked:
            continue
        right = bool(got.get(part)) and folded(got[part]) == folded(asked)
        judge.tally("places").judge(right, got.get(part))
        if not right:
            judge.miss("places", "PLACE", str(got.get(part)), asked, want["evidence"])


def _contact(record: Record) -> str:
    return f"{record['kind']} of {', '.join(record['sides'])}"


def _person(record: Record) -> str:
    return f"{record.get('name')} ({record.get('side')})"
