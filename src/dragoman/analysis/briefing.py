"""A cited briefing on two sides: state of relations, contacts, words, commitments, open items.

Every line but the sums names the reports that it rests on by number; what was said is quoted in
the words and the language of the report.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import Connection

from dragoman.analysis.series import gaps
from dragoman.analysis.series import series as made_series
from dragoman.knowledge.world import World
from dragoman.lang.labels import Labels, labels, offered
from dragoman.recording.commitments import commitments
from dragoman.store.entry import JsonObject
from dragoman.store.listing import Asked, all_entries
from dragoman.store.recorded import find_entities

SHOWN = ("read", "accepted", "edited", "added")
RECENT = timedelta(days=365)
"""The tone of this last part of the time is set against what was before."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a briefing: its words, what is quoted, and the numbers of its sources."""

    text: str
    quoted: str = ""
    cites: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a briefing under a heading; `groups` are lines under headings of their own."""

    title: str
    lines: tuple[Line, ...] = ()
    groups: tuple[tuple[str, tuple[Line, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A report: its number, outlet and title, day and where it was found."""

    number: int
    about: str
    place: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """A whole briefing; `told` is False where the ledger knows nothing of the two."""

    title: str
    period: str
    labels: Labels
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    told: bool


def briefing(
    connection: Connection, pair: tuple[str, str], between: tuple[str, str], today: date,
    language: str | None = None,
) -> Briefing:  # fmt: skip
    """The briefing on two sides as of a day.

    Args:
        connection: Of the ledger.
        pair: Two codes, in the order in which they are named.
        between: The first and last day that it covers, ISO; "" for no first day.
        today: The day it is written for.
        language: Of the labels; the first one offered if None.

    Raises:
        DataError: there are no labels in that language.
    """
    return _Desk(connection, pair, between, today, language).write()


@dataclass(slots=True)
class _Sources:
    """Numbers of reports, in the order in which they are first cited."""

    numbers: dict[str, int] = field(default_factory=dict)
    reports: dict[str, JsonObject] = field(default_factory=dict)

    def cite(self, entry: JsonObject) -> tuple[int, ...]:
        """The numbers of an entry's reports."""
        for report in entry["reports"]:
            name = report["document"]
            self.numbers.setdefault(name, len(self.numbers) + 1)
            self.reports.setdefault(name, report)
        return tuple(sorted(self.numbers[r["document"]] for r in entry["reports"]))


class _Desk:
    """Where one briefing is written."""

    def __init__(
        self, connection: Connection, pair: tuple[str, str], between: tuple[str, str],
        today: date, language: str | None,
    ) -> None:  # fmt: skip
        self._connection = connection
        self._pair = pair
        self._between = between
        self._today = today
        self._labels = labels(language) if language else offered()[0]
        self._world = World.default()
        self._sources = _Sources()
        self._entries = {
            family: list(all_entries(connection, self._asked(family), order="oldest"))
            for family in ("engagement", "statement", "outcome")
        }
        ids = {p["entity"] for e in self._entries["engagement"] for p in e["participants"]}
        ids |= {s["speaker"] for s in self._entries["statement"] if s["speaker"]}
        places = {(e["place"] or {}).get("country") for e in self._entries["engagement"]}
        ids |= {*pair, *(code for code in places if code)}
        self._named = find_entities(connection, ids)

    def _asked(self, family: str) -> Asked:
        since, until = self._between
        return Asked(
            families=(family,), sides=sorted(self._pair), standings=SHOWN,
            since=since or None, until=until,
        )  # fmt: skip

    def write(self) -> Briefing:
        """All sections, and the sources that they cite."""
        threads = commitments(self._connection, self._pair, self._between)
        sections = (
            self._state(threads),
            self._contacts(),
            *(self._said(side) for side in self._pair),
            self._commitments(threads),
            self._open(threads),
        )
        first, last = self._between
        names = [self._side(code) for code in self._pair]
        return Briefing(
            title=self._word("title", one=names[0], other=names[1]),
            period=self._word("period", first=first or "…", last=min(last, str(self._today))),
            labels=self._labels,
            sections=tuple(s for s in sections if s.lines or s.groups),
            sources=tuple(
                Source(n, self._about(self._sources.reports[name]), str(
                    self._sources.reports[name]["uri"]
                ))
                for name, n in self._sources.numbers.items()
            ),
            told=any(self._entries.values()),
        )  # fmt: skip

    # words ----------------------------------------------------------------------------------

    def _word(self, key: str, **values: object) -> str:
        return self._labels.groups["briefing"][key].format(**values)

    def _side(self, code: str) -> str:
        known = self._named.get(code)
        if known:
            return str(known["names"].get(self._labels.code) or known["name"])
        if code in self._world.polities:
            return self._world.polities[code].name
        body = self._world.acting_as(code)
        return body.name if body else code

    def _person(self, key: str, name: str) -> str:
        entity = self._named.get(key)
        return str(entity["names"].get(self._labels.code) or entity["name"]) if entity else name

    def _days(self, interval: JsonObject | None) -> str:
        if not interval:
            return self._word("undated")
        first, last = interval["earliest"], interval["latest"]
        return str(first) if first == last else f"{first} – {last}"

    def _about(self, report: JsonObject) -> str:
        day = self._days(report["published"]) if report["published"] else ""
        return ", ".join(part for part in (report["outlet"], day, report["language"]) if part)

    # sections -------------------------------------------------------------------------------

    def _state(self, threads: Sequence[JsonObject]) -> Section:
        """The state of relations in three lines: contacts, tone, what is open."""
        return Section(
            self._word("state"),
            (self._contact_line(), self._tone_line(), self._open_line(threads)),
        )

    def _contact_line(self) -> Line:
        held = [e for e in self._entries["engagement"] if e["status"] == "happened"]
        if not held:
            return Line(self._word("no_contacts"))
        last = held[-1]
        return Line(
            self._word(
                "contacts_line", count=len(held),
                kind=self._labels.word("kinds", last["kind"]), day=self._days(last["date"]),
            ),
            cites=self._sources.cite(last),
        )  # fmt: skip

    def _tone_line(self) -> Line:
        periods = made_series(self._connection, self._pair, "month", *self._between)
        total = sum(sum(p.events.values()) for p in periods)
        if not total:
            return Line(self._word("no_acts"))
        edge = self._today - RECENT
        parts = [[p for p in periods if p.start >= edge], [p for p in periods if p.start < edge]]
        means = []
        for part in parts:
            count = sum(sum(p.events.values()) for p in part)
            score = sum(sum(p.scores.values()) for p in part)
            means.append(f"{score / count:+.1f}" if count else "–")
        friendly = sum(n for p in periods for q, n in p.quads.items() if q.endswith("coop"))
        return Line(
            self._word(
                "tone_line", count=total, share=f"{friendly / total:.0%}", recent=means[0],
                before=means[1],
            )
        )  # fmt: skip

    def _open_line(self, threads: Sequence[JsonObject]) -> Line:
        still = [t for t in threads if not t["ended"]]
        ahead = [e for e in self._entries["engagement"] if self._ahead(e)]
        return Line(self._word("open_line", commitments=len(still), planned=len(ahead)))

    def _ahead(self, entry: JsonObject) -> bool:
        day = (entry["date"] or {}).get("latest") or ""
        return entry["status"] == "planned" and (not day or day >= self._today.isoformat())

    def _contacts(self) -> Section:
        """Every engagement in order."""
        return Section(
            self._word("contacts"),
            tuple(self._engagement(e) for e in self._entries["engagement"]),
        )

    def _engagement(self, entry: JsonObject) -> Line:
        place = entry["place"] or {}
        who = []
        for person in entry["participants"]:
            office = self._labels.word("offices", person["office"])
            about = ", ".join(part for part in (person["side"], office) if part)
            who.append(f"{self._person(person['entity'], person['name'])} ({about})")
        kind = self._labels.word("kinds", entry["kind"])
        if entry["status"] != "happened":
            kind += f" ({self._labels.word('statuses', entry['status'])})"
        topics = [self._labels.word("topics", topic) for topic in entry["topics"]]
        country = self._side(place["country"]) if place.get("country") else ""
        parts = [
            self._days(entry["date"]), kind,
            self._labels.text("comma").join(part for part in (place.get("city"), country) if part),
            "; ".join(who), self._labels.text("comma").join(topics),
        ]  # fmt: skip
        if entry["conflicts"]:
            fields = sorted({c["field"].split(".")[-1] for c in entry["conflicts"]})
            parts.append(self._word("differ", fields=", ".join(fields)))
        return Line(" · ".join(part for part in parts if part), cites=self._sources.cite(entry))

    def _said(self, side: str) -> Section:
        """What one side said, by topic; each statement in the words of the report."""
        by_topic: defaultdict[str, list[Line]] = defaultdict(list)
        for entry in self._entries["statement"]:
            if entry["side"] != side:
                continue
            speaker = self._person(entry["speaker"] or side, side)
            act = self._labels.word("types", entry["act"])
            line = Line(f"{self._days(entry['date'])} · {speaker} · {act}", entry["gist"],
                        self._sources.cite(entry))  # fmt: skip
            for topic in entry["topics"] or [""]:
                by_topic[topic].append(line)
        groups = tuple(
            (self._labels.word("topics", topic) or self._word("other_topics"), tuple(lines))
            for topic, lines in sorted(by_topic.items(), key=lambda item: (not item[0], item[0]))
        )
        return Section(self._word("said", side=self._side(side)), groups=groups)

    def _commitments(self, threads: Sequence[JsonObject]) -> Section:
        """What was agreed and promised, and what later reports say became of it."""
        return Section(self._word("commitments"), groups=tuple(
            (f"{self._word('kind_' + t['kind'])} · {self._word('stage_' + t['state'])}",
             tuple(self._step(step) for step in t["steps"]))
            for t in threads
        ))  # fmt: skip

    def _step(self, step: JsonObject) -> Line:
        stage = self._word("stage_" + step["stage"])
        return Line(
            f"{self._days(step['day'])} · {stage}", step["text"], self._sources.cite(step)
        )  # fmt: skip

    def _open(self, threads: Sequence[JsonObject]) -> Section:
        """What is ahead, what was never heard of again, and how long nobody met."""
        lines = [self._engagement(e) for e in self._entries["engagement"] if self._ahead(e)]
        lines += [
            Line(self._word("silent"), t["steps"][-1]["text"],
                 self._sources.cite(t["steps"][-1]))
            for t in threads
            if t["silent"]
        ]  # fmt: skip
        lines += [
            Line(self._word("gap", day=gap.after.isoformat(), days=gap.days))
            for gap in gaps(self._connection, self._pair, self._today)
            if gap.before is None
        ]
        return Section(self._word("open"), tuple(lines))
