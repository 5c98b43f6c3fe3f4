"""Scores of stories, publication dates, outcomes, events and frameworks."""

from dragoman.quality.names import folded, overlaps
from dragoman.quality.tally import Judge, Record, days, entity_names, inside

EventKey = tuple[str, str | None, str | None]


def judge_stories(judge: Judge, gold: Record) -> list[tuple[Record, Record | None]]:
    """Each gold story with the story that holds its first and last words, if any."""
    stories: list[Record] = judge.reading["stories"]
    joined = "\n".join(s["text"] for s in stories)
    for noise in gold["noise"]:
        if noise in joined:
            judge.score.leaks += 1
            judge.miss("stories", "NOISE kept", found=noise, at=noise)
    used: set[str] = set()
    pairs: list[tuple[Record, Record | None]] = []
    for told in gold["stories"]:
        found, ends = _best_story(told, stories)
        whole = found is not None and ends == 2 and found["id"] not in used
        if whole and found is not None and found.get("role", "main") == told["role"]:
            judge.tally("stories").hit += 1
        else:
            judge.tally("stories").missed += 1
            judge.miss(
                "stories", "STORY missed or cut wrongly", gold=told["role"], at=told["begins"]
            )
        if found is not None:
            used.add(found["id"])
        pairs.append((told, found))
    for story in stories:
        if story["id"] not in used:
            judge.tally("stories").spurious += 1
            judge.miss("stories", "STORY not in the gold", found=story["text"][:80])
    return pairs


def judge_published(judge: Judge, gold: Record) -> None:
    """Whether the document's date lies inside the gold's."""
    want = gold.get("published")
    if not want:
        return
    found = (judge.reading.get("document") or {}).get("published")
    right = inside(found, want)
    judge.tally("published").judge(right, found)
    if not right:
        judge.miss("published", "PUBLISHED", days(found), days(want))


def judge_outcomes(judge: Judge, told: Record, found: list[Record]) -> None:
    """Outcomes whose evidence meets the gold's and whose parties hold the gold's."""
    left = list(found)
    tally = judge.tally("outcomes")
    for want in told["outcomes"]:
        hit = next((f for f in left if _same_outcome(judge, want, f)), None)
        if hit is not None:
            left.remove(hit)
        if want.get("optional"):
            continue
        tally.judge(hit is not None, found=False)
        if hit is None:
            judge.miss("outcomes", "OUTCOME missed", "", _outcome(want), want["evidence"])
    tally.spurious += len(left)
    for extra in left:
        judge.miss("outcomes", "OUTCOME not in the gold", _outcome(extra), at=extra)


def _outcome(record: Record) -> str:
    return f"{record['kind']} of {', '.join(record['parties'])}"


def _same_outcome(judge: Judge, want: Record, found: Record) -> bool:
    if not overlaps(found.get("evidence"), judge.raw, want["evidence"]):
        return False
    return set(want["parties"]) <= set(found["parties"])


def judge_events(judge: Judge, told: Record, found: list[Record]) -> None:
    """Events by type, source and target; a symmetric one counts either way round."""
    happened = [e for e in found if e.get("status", "happened") == "happened"]
    keys = {event_key(e) for e in happened}
    need: dict[frozenset[EventKey], Record] = {}
    allowed: set[EventKey] = set()
    for want in told["events"]:
        forms = event_forms(want)
        allowed |= forms
        if not want.get("optional"):
            need.setdefault(forms, want)
    tally = judge.tally("events")
    for either, want in need.items():
        hit = bool(keys & either)
        tally.judge(hit, found=False)
        if not hit:
            judge.miss("events", "EVENT missed", "", _event(event_key(want)), want["evidence"])
    extra = sorted(keys - allowed, key=repr)
    tally.spurious += len(extra)
    for key in extra:
        told_by = next(e for e in happened if event_key(e) == key)
        named = f"{_event(key)} by {told_by['rule']}" if told_by.get("rule") else _event(key)
        judge.miss("events", "EVENT not in the gold", named, at=told_by)


def event_forms(want: Record) -> frozenset[EventKey]:
    """The keys of events that a gold event stands for; two where it is symmetric."""
    forms = {event_key(want)}
    if want.get("symmetric"):
        forms.add((want["type"], want["target"], want["source"]))
    return frozenset(forms)


def event_key(event: Record) -> EventKey:
    """Who did what to whom."""
    return (event["type"], event.get("source"), event.get("target"))


def judge_frameworks(judge: Judge, told: Record, outcomes: list[Record]) -> None:
    """Whether each framework is among the names of entities or instruments."""
    names = [n for e in judge.entities.values() for n in entity_names(e)]
    names += [o["instrument"] for o in outcomes if o.get("instrument")]
    forms = [folded(name) for name in names]
    for framework in told.get("frameworks", []):
        want = folded(framework)
        hit = any(want in form or (len(form) > 5 and form in want) for form in forms)
        judge.tally("frameworks").judge(hit, found=False)
        if not hit:
            judge.miss("frameworks", "FRAMEWORK missed", gold=framework, at=framework)


def _best_story(told: Record, stories: list[Record]) -> tuple[Record | None, int]:
    """The story that holds most of the gold story's two ends, and how many (1 or 2)."""
    begins, ends = folded(told["begins"]), folded(told["ends"])
    best: Record | None = None
    most = 0
    for story in stories:
        text = folded(story["text"])
        held = (begins in text) + (ends in text)
        if held > most:
            best, most = story, held
    return best, most


def _event(key: EventKey) -> str:
    return f"{key[0]} {key[1]} -> {key[2]}"
