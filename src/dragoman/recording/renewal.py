"""Renewing entries: which claims tell one act now, and the merged view of each group."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection

from dragoman.knowledge.offices import load_offices
from dragoman.recording.corrections import corrected, rejected
from dragoman.recording.matching import Known, Matching
from dragoman.recording.merged import merge
from dragoman.recording.words import entry_words
from dragoman.store import fetch
from dragoman.store.entry import Decision, Entry, JsonObject, Member
from dragoman.store.fetch import Correction
from dragoman.store.writer import Writer


def renew(
    writer: Writer, matching: Matching, claims: Iterable[str], entries: Iterable[int] = ()
) -> None:
    """Parts claims, and all that judgements tie to them, into entries and writes these.

    `entries` are keys of entries that lost claims. Only what hangs together with the claims given
    is read and written.
    """
    connection = writer.connection
    without = fetch.undone(connection)
    members, decisions = _together(connection, set(claims), without)
    old = {m.entry for m in members.values() if m.entry is not None} | set(entries)
    corrections = fetch.corrections_on(connection, members, without)
    groups: list[list[Member]] = []
    by_family: dict[str, list[str]] = {}
    for name in sorted(members):
        by_family.setdefault(members[name].family, []).append(name)
    known = known_records(connection, {i: (m.family, m.matching) for i, m in members.items()})
    for family, ids in sorted(by_family.items()):
        found = matching.clusters(family, ids, decisions, known)
        groups += [[members[name] for name in together] for together in found]
    entries_now = [_entry(group, corrections) for group in groups]
    names = fetch.entity_names(
        connection,
        {code for e in entries_now for code, _ in e.sides}
        | {person[0] for e in entries_now for person in e.people},
    )
    writer.put_entries(
        [_with_words(e, g, names) for e, g in zip(entries_now, groups, strict=True)], old
    )


def known_records(connection: Connection, records: Mapping[str, tuple[str, JsonObject]]) -> Known:
    """Records by id, each given with its family, and the engagements that they belong to."""
    engagements = {i: m for i, (family, m) in records.items() if family == "engagement"}
    claims = {i: m for i, (family, m) in records.items() if family != "engagement"}
    named = {m["engagement"] for m in claims.values() if m.get("engagement")}
    missing = named - engagements.keys()
    return Known({**fetch.matching_of(connection, missing), **engagements}, claims)


def _entry(group: list[Member], corrections: Mapping[str, list[Correction]]) -> Entry:
    told = [m for m in group if not _withdrawn(m, corrections)]
    entry = replace(merge(told or group, load_offices()), claims=tuple(m.n for m in group))
    said = [row for member in group for row in corrections.get(member.id, ())]
    if said:
        entry = corrected(entry, said, load_offices())
    return entry if told else rejected(entry, load_offices())


def _withdrawn(member: Member, corrections: Mapping[str, list[Correction]]) -> bool:
    """True for what somebody added and took back: it stays in the record and tells nothing."""
    rows = corrections.get(member.id, ())
    return member.origin == "added" and not any(row.action == "add" for row in rows)


def _with_words(entry: Entry, group: list[Member], names: fetch.Names) -> Entry:
    return replace(entry, words=entry_words(entry, group, names))


def _together(
    connection: Connection, claims: set[str], without: frozenset[str]
) -> tuple[dict[str, Member], list[Decision]]:
    """Claims that judgements or entries tie to those given, with all judgements among them."""
    members: dict[str, Member] = {}
    decisions: dict[Decision, None] = {}
    ends = set(claims)
    while ends:
        found = fetch.members(connection, ends)
        members |= found
        ends = fetch.claims_of_entries(
            connection, {m.entry for m in found.values() if m.entry is not None}
        )
        for decision in fetch.decisions(connection, found, without):
            decisions[decision] = None
            if decision.verdict == "same":
                ends |= {decision.left, decision.right}
        ends -= members.keys()
    return members, list(decisions)
