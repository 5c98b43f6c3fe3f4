"""The samples and the seed articles, merged."""

import io
from itertools import combinations
from pathlib import Path

import pytest

from dragoman.core.document import Incoming
from dragoman.pipeline import Reader
from dragoman.resolve.blocks import block_keys
from dragoman.resolve.clusters import clusters
from dragoman.resolve.duplicates import judge_reports, signature_of
from dragoman.resolve.judging import judge
from dragoman.resolve.records import tellings
from dragoman.sources.files import read_inputs

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"


def read_all(paths):
    reader = Reader.default()
    found = read_inputs([str(p) for p in paths], 10**6, io.BytesIO())
    return [reader.read(document) for document in found if isinstance(document, Incoming)]


def merged(paths):
    """The engagements of some files, each as its tellings."""
    readings = read_all(paths)
    records = {t.id: t for r in readings for t in tellings(r)}
    found = [
        judge(records[a], records[b])
        for a, b in combinations(sorted(records), 2)
        if block_keys(records[a]).meets(block_keys(records[b]))
    ]

    def apart(one, other):
        return judge(records[one], records[other]).verdict == "different"

    return [[records[m] for m in c.members] for c in clusters(records, found, apart)]


def test_the_event_told_in_two_languages_is_one_with_two_sources():
    found = merged(sorted((ROOT / "samples").glob("*.txt")))
    (shared,) = [told for told in found if len(told) > 1]
    assert len({t.document for t in shared}) == 2
    for telling in shared:
        assert (telling.kind, telling.sides, telling.city) == ("meeting", ("IRN", "SAU"), "Beijing")
        assert {w.office for w in telling.who} == {"foreign_minister"}


def test_samples_in_two_languages_are_no_copies():
    paths = sorted((ROOT / "samples").glob("riyadh-tehran-embassies.*.txt"))
    one, other = (signature_of(r) for r in read_all(paths))
    assert judge_reports(one, other).verdict != "same"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not here")
def test_the_five_articles_give_separate_engagements():
    found = merged(sorted(SEEDS.glob("*.txt")))
    assert len(found) >= 5
    assert all(len(told) == 1 for told in found)
