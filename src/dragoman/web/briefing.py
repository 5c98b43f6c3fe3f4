"""A briefing on two sides, every line with its source: as a page to print, or as Markdown."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dragoman.store.listing import SHOWN, Asked, list_entries
from dragoman.web import views
from dragoman.web.naming import Naming

Json = Mapping[str, Any]

MOST = 200
_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~])")


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a briefing is about, ISO dates or empty."""

    since: str | None = None
    until: str | None = None


def brief(connection: Connection, one: str, other: str, period: Period) -> views.View:
    """Everything between two sides in a period, in order, with numbered sources."""
    sides = sorted((one, other))

    def listed(family: str) -> list[dict[str, Any]]:
        asked = Asked(
            families=(family,), sides=sides, since=period.since, until=period.until, standings=SHOWN
        )
        return list_entries(connection, asked, order="oldest", limit=MOST).items

    found = {name: listed(name) for name in ("engagement", "outcome", "statement", "event")}
    cited = [*found["engagement"], *found["outcome"], *found["statement"]]
    sources = _sources(cited)
    for entry in cited:
        numbers = {sources[r["document"]]["n"] for r in entry["reports"]}
        entry["cites"] = sorted(numbers)
    view = {
        "sides": sides,
        "since": period.since,
        "until": period.until,
        "state": _state(found),
        "engagements": found["engagement"],
        "outcomes": found["outcome"],
        "topics": _by_topic(found["statement"]),
        "open": [e for e in found["engagement"] if e["status"] == "planned"],
        "sources": list(sources.values()),
    }
    return views.with_entities(connection, view, cited)


def _sources(entries: Iterable[Json]) -> dict[str, dict[str, Any]]:
    """The documents that entries cite, numbered as they come."""
    found: dict[str, dict[str, Any]] = {}
    for entry in entries:
        for report in entry["reports"]:
            if report["document"] not in found:
                found[report["document"]] = {"n": len(found) + 1, **report}
    return found


def _state(found: Mapping[str, Sequence[Json]]) -> dict[str, Any]:
    """The figures behind the three lines on the state of relations."""
    held = [e for e in found["engagement"] if e["status"] == "happened"]
    days = [e["date"]["latest"] for e in held if e.get("date")]
    happened = [e for e in found["event"] if e["status"] == "happened" and e["score"] is not None]
    scores = [e["score"] for e in happened]
    coop = sum(e["quad"].endswith("coop") for e in happened)
    return {
        "held": len(held),
        "last": max(days, default=None),
        "events": len(happened),
        "cooperative": coop,
        "score": round(sum(scores) / len(scores), 1) if scores else None,
        "outcomes": len(found["outcome"]),
        "planned": sum(e["status"] == "planned" for e in found["engagement"]),
    }


def _by_topic(statements: Sequence[Json]) -> list[dict[str, Any]]:
    """Statements by topic and side; those without a topic come last."""
    topics: dict[str, dict[str, list[Json]]] = {}
    for entry in statements:
        for topic in entry["topics"] or [""]:
            topics.setdefault(topic, {}).setdefault(entry["side"] or "", []).append(entry)
    return [
        {"topic": topic, "sides": [{"side": s, "said": said} for s, said in sorted(by.items())]}
        for topic, by in sorted(topics.items(), key=lambda item: (item[0] == "", item[0]))
    ]


def state_lines(view: Json, naming: Naming) -> list[str]:
    """The state of relations in three lines."""
    state, t = view["state"], naming.labels.text
    last = naming.day(state["last"]) or t("date_unknown")
    score = "–" if state["score"] is None else f"\u200e{state['score']:+.1f}"
    return [
        t("brief_met", n=state["held"], last=last),
        t("brief_acts", n=state["events"], coop=state["cooperative"], score=score),
        t("brief_agreed", n=state["outcomes"], planned=state["planned"]),
    ]


def markdown(view: Json, naming: Naming, base: str) -> str:
    """The briefing as Markdown; what documents say is escaped."""
    t, word = naming.labels.text, naming.labels.word
    out = [f"# {_plain(' – '.join(naming.side(code) for code in view['sides']))}", ""]
    if view["since"] or view["until"]:
        out += [f"{view['since'] or '…'} – {view['until'] or '…'}", ""]
    out += [f"- {_plain(line)}" for line in state_lines(view, naming)]
    out += ["", f"## {t('engagements')}", ""]
    for e in view["engagements"]:
        people = ", ".join(_plain(naming.person(p, view["entities"])) for p in e["participants"])
        status = "" if e["status"] == "happened" else f" ({word('statuses', e['status'])})"
        place = naming.place(e["place"]) if e["place"] else ""
        head = [naming.days(e["date"]), word("kinds", e["kind"]) + status, _plain(place), people]
        out += [f"- **{' · '.join(p for p in head if p)}** {_cites(e)}", f"  > {_quote(e)}"]
    out += ["", f"## {t('commitments')}", ""]
    for o in view["outcomes"]:
        parties = ", ".join(naming.side(code) for code in o["parties"])
        head = [naming.days(o["date"]), word("outcomes", o["kind"]), _plain(parties)]
        out += [f"- **{' · '.join(head)}** {_cites(o)}", f"  > {_quote(o)}"]
    out += ["", f"## {t('statements')}", ""]
    for group in view["topics"]:
        out += [f"### {word('topics', group['topic']) or t('other_topics')}", ""]
        for by in group["sides"]:
            for s in by["said"]:
                out.append(f"- **{_plain(naming.side(by['side']))}** {_cites(s)} {_quote(s)}")
        out.append("")
    out += [f"## {t('sources')}", ""]
    for source in view["sources"]:
        about = [source["outlet"] or source["uri"], naming.days(source["published"])]
        said = _plain(", ".join(a for a in about if a))
        out.append(f"{source['n']}. {said} <{base}documents/{source['document']}>")
    return "\n".join(out) + "\n"


def _cites(entry: Json) -> str:
    return "".join(f"\\[{n}\\]" for n in entry["cites"])


def _quote(entry: Json) -> str:
    return _plain(entry["evidence"][0]["text"]) if entry["evidence"] else ""


def _plain(text: str) -> str:
    """A text on one line in which nothing is a mark of Markdown."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
