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
from dragoman.resolve.merged import merge
from dragoman.resolve.records import tellings
from dragoman.sources.files import read_inputs

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"


def read_all(paths):
    reader = Reader.default()
    found = read_inputs([str(p) for p in paths], 10**6, io.BytesIO())
    return [reader.read(document) for document in found if isinstance(document, Incoming)]


def merged(paths):
    """The merged engagements of some files."""
    readings = read_all(paths)
    records = {t.id: t for r in readings for t in tellings(r)}
    found = [
        judge(records[a], records[b])
        for a, b in combinations(sorted(records), 2)
        if block_keys(records[a]).meets(block_keys(records[b]))
    ]

    def apart(one, other):
        return judge(records[one], records[other]).verdict == "different"

    return [merge([records[m] for m in c.members]) for c in clusters(records, found, apart)]


def test_the_event_told_in_two_languages_is_one_with_two_sources():
    found = merged(sorted((ROOT / "samples").glob("*.txt")))
    shared = [m for m in found if len(m.reports) > 1]
    assert [(m.kind, m.sides, m.sources) for m in shared] == [("meeting", ("IRN", "SAU"), 2)]
    assert {w.office for w in shared[0].participants} == {"foreign_minister"}
    assert shared[0].city == "Beijing"


def test_samples_in_two_languages_are_no_copies():
    paths = sorted((ROOT / "samples").glob("riyadh-tehran-embassies.*.txt"))
    one, other = (signature_of(r) for r in read_all(paths))
    assert judge_reports(one, other).verdict != "same"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not here")
def test_the_five_articles_give_separate_engagements():
    found = merged(sorted(SEEDS.glob("*.txt")))
    assert len(found) >= 5
    assert all(len(m.reports) == 1 for m in found)
