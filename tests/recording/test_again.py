"""All merged again by other rules: nothing is read, and nothing that was judged is lost."""

from dataclasses import replace

import pytest

from dragoman.quality.synthetic import documents
from dragoman.recording.again import Merger
from dragoman.recording.correcting import Corrector
from dragoman.recording.matching import Prepared, StructureMatching
from dragoman.recording.record import Recorder, Versions
from tests.recording.making import NOON, content, recorder, report, table

VERSIONS = Versions("1.0", "1.0+a")


class Blind(StructureMatching):
    """Older rules that found no blocks, and so merged nothing."""

    version = "blind@1"

    def prepare(self, reading):
        made = super().prepare(reading)
        records = tuple(replace(r, own=frozenset({7}), probes=frozenset()) for r in made.records)
        return Prepared(records, made.signature)


class Hasty(StructureMatching):
    """Older rules that held all that met in one block for one act."""

    version = "hasty@1"

    def judge(self, mine, others, known):
        return [replace(d, verdict="same") for d in super().judge(mine, others, known)]

    def clusters(self, family, ids, decisions, known):
        return [tuple(sorted(ids))]


@pytest.fixture(scope="module")
def reports():
    return list(documents(60))


def filled(ledger, reports, matching):
    one = Recorder(ledger, VERSIONS, matching, clock=lambda: NOON)
    one.start("ingest")
    for incoming, reading in reports:
        one.record(incoming, reading)
    return ledger


def merged(ledger):
    return Merger(ledger, VERSIONS, clock=lambda: NOON).merge()


@pytest.mark.parametrize("rules", [Blind, Hasty])
def test_other_rules_end_where_the_rules_of_now_would_have(ledger, tmp_path, reports, rules):
    from tests.ledgers import new_ledger

    with new_ledger("sqlite", tmp_path, "right") as right:
        expected = content(filled(right, reports, StructureMatching()))
    filled(ledger, reports, rules())
    before = table(ledger, "SELECT left_id, right_id, verdict, decided_by FROM judgements")
    assert content(ledger)["entries"] != expected["entries"]
    found = merged(ledger)
    assert content(ledger) == expected
    assert (found.documents, found.judgements > 0) == (60, True)
    after = table(ledger, "SELECT left_id, right_id, verdict, decided_by FROM judgements")
    assert set(before) <= set(after)
    [(runs,)] = table(ledger, "SELECT count(*) FROM runs WHERE command = 'merge'")
    assert runs == 1


def test_merging_again_by_the_same_rules_adds_nothing(ledger, reports):
    filled(ledger, reports[:20], StructureMatching())
    before = content(ledger)
    assert merged(ledger).judgements == 0
    assert content(ledger) == before


def test_it_is_due_only_where_other_rules_merged(ledger, reports):
    filled(ledger, reports[:5], Hasty())
    merger = Merger(ledger, VERSIONS, clock=lambda: NOON)
    assert merger.is_due()
    merger.merge()
    assert not merger.is_due()
    filled(ledger, reports[5:7], Hasty())
    assert merger.is_due()


def test_what_people_decided_outweighs_the_rules_of_now_too(ledger):
    one = recorder(ledger)
    one.record(*report("They met in Kuwait City on Monday."))
    one.record(*report("On Monday in Kuwait City they met.", uri="b.txt", outlet="Herald"))
    [(name, reports)] = table(ledger, "SELECT id, reports FROM entries")
    assert reports == 2
    [(document,)] = table(ledger, "SELECT id FROM documents WHERE uri = 'b.txt'")
    undone = Corrector(ledger, "ann").split(name, [document])
    assert len(table(ledger, "SELECT id FROM entries")) == 2
    merged(ledger)
    assert len(table(ledger, "SELECT id FROM entries")) == 2
    Corrector(ledger, "ann").undo(undone)
    merged(ledger)
    assert len(table(ledger, "SELECT id FROM entries")) == 1


def test_a_record_added_by_hand_is_merged_again_too(ledger):
    one = recorder(ledger)
    one.record(*report("They met in Kuwait City on Monday."))
    one.record(*report("On Monday in Kuwait City they met.", uri="b.txt", outlet="Herald"))
    [(document,)] = table(ledger, "SELECT id FROM documents WHERE uri = 'b.txt'")
    Corrector(ledger, "ann").add(
        document, "outcome",
        {"kind": "pledge", "parties": ["JPN"], "to": ["KWT"], "evidence": "Kuwait City"},
    )  # fmt: skip
    before = content(ledger)
    merged(ledger)
    assert content(ledger) == before
