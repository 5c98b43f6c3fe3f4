"""A cited briefing on two sides: state of relations, contacts, words, commitments, open items.

Every line but the sums names the reports that it rests on by number; what was said is quoted in
the words and the language of the report.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import groupby

from sqlalchemy import Connection

from dragoman.analysis.parts import Briefing, Line, Section, Source
from dragoman.analysis.series import gaps
from dragoman.analysis.series import series as made_series
from dragoman.core.interval import LAST_DAY
from dragoman.knowledge.world import World
from dragoman.lang.labels import Labels
from dragoman.output.naming import Naming
from dragoman.recording.commitments import commitments
from dragoman.store.entry import JsonObject
from dragoman.store.listing import SHOWN, Asked, all_entries, count_entries, list_entries
from dragoman.store.recorded import find_entities

RECENT = timedelta(days=365)
"""The tone of this last part of the time is set against what was before."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a briefing covers.

    Attributes:
        pair: Two codes, in the order in which they are named.
        today: The day it is written for.
        since: Its first day, ISO; "" for no first day.
        until: Its last day, ISO.
        most: So many of the newest entries of each kind are told; None tells all.
    """

    pair: tuple[str, str]
    today: date
    since: str = ""
    until: str = LAST_DAY
    most: int | None = None

    @property
    def between(self) -> tuple[str, str]:
        """The first and the last day."""
        return self.since, self.until


def briefing(connection: Connection, wanted: Wanted, labels: Labels) -> Briefing:
    """The briefing on two sides as of a day, in the words of one language."""
    return _Desk(connection, wanted, labels).write()


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

    def __init__(self, connection: Connection, wanted: Wanted, labels: Labels) -> None:
        self._connection = connection
        self._wanted = wanted
        self._labels = labels
        self._names = Naming(labels, World.default())
        self._sources = _Sources()
        self._entries = {
            family: self._listed(family) for family in ("engagement", "statement", "outcome")
        }
        ids = {p["entity"] for e in self._entries["engagement"] for p in e["participants"]}
        ids |= {s["speaker"] for s in self._entries["statement"] if s["speaker"]}
        self._named = find_entities(connection, ids)

    def _asked(self, family: str, status: str = "") -> Asked:
        return Asked(
            families=(family,), sides=sorted(self._wanted.pair), standings=SHOWN,
            since=self._wanted.since or None, until=self._wanted.until,
            statuses=(status,) if status else (),
        )  # fmt: skip

    def _listed(self, family: str) -> list[JsonObject]:
        """The entries of a family in order; of too many the newest."""
        if self._wanted.most is None:
            return list(all_entries(self._connection, self._asked(family), order="oldest"))
        page = list_entries(self._connection, self._asked(family), limit=self._wanted.most)
        return page.items[::-1]

    def write(self) -> Briefing:
        """All sections, and the sources that they cite."""
        wanted = self._wanted
        threads = commitments(
            self._connection, wanted.pair, wanted.between, wanted.today, wanted.most
        )
        sections = (
            self._state(threads),
            self._contacts(),
            *(self._said(side) for side in wanted.pair),
            self._commitments(threads),
            self._open(threads),
        )
        last = min(wanted.until, wanted.today.isoformat())
        names = [self._names.side(code) for code in wanted.pair]
        return Briefing(
            title=self._word("title", one=names[0], other=names[1]),
            period=self._word(
                "period", first=self._names.day(wanted.since) or "…", last=self._names.day(last)
            ),
            labels=self._labels,
            sections=tuple(s for s in sections if s.lines or s.groups),
            sources=tuple(
                self._source(n, self._sources.reports[name])
                for name, n in self._sources.numbers.items()
            ),
            told=any(self._entries.values()),
            left_out=self._left_out(),
        )

    def _left_out(self) -> str:
        most = self._wanted.most
        if most is None or all(len(found) < most for found in self._entries.values()):
            return ""
        return self._word("left_out", most=most)

    # words ----------------------------------------------------------------------------------

    def _word(self, key: str, **values: object) -> str:
        return self._labels.groups["briefing"][key].format(**values)

    def _person(self, key: str, name: str) -> str:
        entity = self._named.get(key)
        return self._names.entity(entity) if entity else name

    def _source(self, number: int, report: JsonObject) -> Source:
        return Source(
            number, report["outlet"] or "",
            self._names.days(report["published"]) if report["published"] else "",
            self._names.language(report["language"]), str(report["uri"]), report["document"],
        )  # fmt: skip

    def _joined(self, parts: Iterable[str], sign: str = "comma") -> str:
        return self._labels.text(sign).join(part for part in parts if part)

    def _line(self, text: str, entry: JsonObject) -> Line:
        """A line on an entry, with words that tell it, in the reader's language if any are."""
        words = self._words(entry)
        return Line(
            text, words["text"] if words else "", self._sources.cite(entry), entry["id"],
            (words["document"], words["start"]) if words else None,
        )  # fmt: skip

    def _words(self, entry: JsonObject) -> JsonObject | None:
        spans: list[JsonObject] = entry["evidence"]
        own = self._own(entry)
        return next((s for s in spans if s["document"] in own), spans[0] if spans else None)

    def _foreign(self, entry: JsonObject) -> bool:
        """True where a statement's gist is in another language and a report in the reader's."""
        own = self._own(entry)
        gist = {s["document"] for s in entry["evidence"] if entry["gist"] in s["text"]}
        return bool(own and gist) and own.isdisjoint(gist)

    def _own(self, told: JsonObject) -> set[str]:
        """The documents that tell something in the reader's language."""
        return {r["document"] for r in told["reports"] if r["language"] == self._labels.code}

    # sections -------------------------------------------------------------------------------

    def _state(self, threads: Sequence[JsonObject]) -> Section:
        """The state of relations in three lines: contacts, tone, what is open."""
        return Section(
            "state",
            self._word("state"),
            (self._contact_line(), self._tone_line(), self._open_line(threads)),
        )

    def _contact_line(self) -> Line:
        held = self._asked("engagement", "happened")
        newest = list_entries(self._connection, held, limit=1).items
        if not newest:
            return Line(self._word("no_contacts"))
        [last] = newest
        return Line(
            self._word(
                "contacts_line", count=count_entries(self._connection, held, 10**9),
                kind=self._labels.word("kinds", last["kind"]), day=self._names.days(last["date"]),
            ),
            cites=self._sources.cite(last), entry=last["id"],
        )  # fmt: skip

    def _tone_line(self) -> Line:
        periods = made_series(self._connection, self._wanted.pair, "month", *self._wanted.between)
        total = sum(sum(p.events.values()) for p in periods)
        if not total:
            return Line(self._word("no_acts"))
        edge = self._wanted.today - RECENT
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
        return entry["status"] == "planned" and (not day or day >= self._wanted.today.isoformat())

    def _contacts(self) -> Section:
        """Every engagement in order."""
        return Section(
            "contacts",
            self._word("contacts"),
            tuple(self._engagement(e) for e in self._entries["engagement"]),
        )

    def _engagement(self, entry: JsonObject) -> Line:
        place = entry["place"] or {}
        who = []
        for person in entry["participants"]:
            office = self._labels.word("offices", person["office"])
            about = self._joined((self._names.side(person["side"]), office))
            who.append(f"{self._person(person['entity'], person['name'])} ({about})")
        kind = self._labels.word("kinds", entry["kind"])
        if entry["status"] != "happened":
            kind += f" ({self._labels.word('statuses', entry['status'])})"
        topics = [self._labels.word("topics", topic) for topic in entry["topics"]]
        town = self._names.place(place) if place.get("city") else ""
        country = self._names.side(place.get("country"))
        parts = [
            self._names.days(entry["date"]), kind,
            self._joined((town, country)), self._joined(who, "semicolon"), self._joined(topics),
        ]  # fmt: skip
        if entry["conflicts"]:
            fields = sorted({
                self._labels.word("fields", c["field"].split(".")[-1]) for c in entry["conflicts"]
            })  # fmt: skip
            parts.append(self._word("differ", fields=self._joined(fields)))
        return self._line(" · ".join(part for part in parts if part), entry)

    def _said(self, side: str) -> Section:
        """What one side said, by topic; each statement in the words of the report."""
        by_topic: defaultdict[str, list[Line]] = defaultdict(list)
        for entry in self._entries["statement"]:
            if entry["side"] != side:
                continue
            speaker = self._person(entry["speaker"] or side, self._names.side(side))
            act = self._labels.word("types", entry["act"])
            line = self._line(f"{self._names.days(entry['date'])} · {speaker} · {act}", entry)
            if not self._foreign(entry):
                line = replace(line, quoted=entry["gist"])
            for topic in entry["topics"] or [""]:
                by_topic[topic].append(line)
        groups = tuple(
            (self._labels.word("topics", topic) or self._word("other_topics"), tuple(lines))
            for topic, lines in sorted(by_topic.items(), key=lambda item: (not item[0], item[0]))
        )
        title = self._word("said", side=self._names.side(side))
        return Section("said", title, groups=groups)

    def _commitments(self, threads: Sequence[JsonObject]) -> Section:
        """What was agreed and promised, and what later reports say became of it."""
        groups = []
        for thread in threads:
            state = self._word(f"stage_{thread['state']}")
            groups.append((f"{self._sort(thread)} · {state}", self._steps(thread["steps"])))
        return Section("commitments", self._word("commitments"), groups=tuple(groups))

    def _steps(self, steps: Sequence[JsonObject]) -> tuple[Line, ...]:
        """A line a step; reports of one entry that tell the same step share one."""
        lines = []
        for _, told in groupby(steps, lambda s: (s["entry"] or s["claim"], s["stage"])):
            some = list(told)
            made = [self._step(step) for step in some]
            chosen = next((n for n, step in enumerate(some) if self._own(step)), 0)
            cites = sorted({cite for line in made for cite in line.cites})
            lines.append(replace(made[chosen], cites=tuple(cites)))
        return tuple(lines)

    def _sort(self, thread: JsonObject) -> str:
        """What kind of commitment it is."""
        kind = self._labels.word("outcomes", thread["what"])
        return kind or self._word(f"kind_{thread['kind']}")

    def _step(self, step: JsonObject) -> Line:
        stage = self._word("stage_" + step["stage"])
        return Line(
            f"{self._names.days(step['day'])} · {stage}", step["text"], self._sources.cite(step),
            step["entry"],
            (step["reports"][0]["document"], step["start"]) if step["text"] else None,
        )  # fmt: skip

    def _open(self, threads: Sequence[JsonObject]) -> Section:
        """What is ahead, what was promised and not ended, and how long nobody met."""
        lines = [self._engagement(e) for e in self._entries["engagement"] if self._ahead(e)]
        ahead = {line.entry for line in lines}
        for thread in threads:
            last = self._steps(thread["steps"])[-1]
            if thread["silent"]:
                lines.append(replace(last, text=self._word("silent")))
            elif not thread["ended"] and last.entry not in ahead:
                lines.append(replace(last, text=f"{self._sort(thread)} · {last.text}"))
        lines += [
            Line(self._word("gap", day=self._names.day(gap.after.isoformat()), days=gap.days))
            for gap in gaps(self._connection, self._wanted.pair, self._wanted.today)
            if gap.before is None
        ]
        return Section("open", self._word("open"), tuple(lines))
