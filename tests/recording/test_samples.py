"""What the samples and seeds tell, read and recorded for real."""

from pathlib import Path

import pytest

from dragoman.pipeline import Reader
from dragoman.sources.files import read_inputs
from dragoman.sources.source import DEFAULT_LIMIT
from tests.ledgers import new_ledger
from tests.recording.making import recorder, table

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"


def record(ledger, paths):
    reader = Reader.default()
    one = recorder(ledger)
    for incoming in read_inputs([str(path) for path in paths], DEFAULT_LIMIT, None):
        one.record(incoming, reader.read(incoming))


def test_a_meeting_told_in_two_languages_is_one_engagement_of_two_sources(tmp_path):
    with new_ledger("sqlite", tmp_path) as ledger:
        record(ledger, sorted((ROOT / "samples").glob("*.txt")))
        found = table(
            ledger, "SELECT e.type, e.day, e.sources, d.language FROM entries e"
            " JOIN entry_reports r ON r.entry = e.n JOIN documents d ON d.n = r.document"
            " WHERE e.family = 'engagement' AND e.reports > 1 ORDER BY d.language",
        )  # fmt: skip
    assert found == [("meeting", "2023-04-06", 2, "ar"), ("meeting", "2023-04-06", 2, "en")]


def test_unrelated_articles_share_no_engagement(tmp_path):
    if not SEEDS.is_dir():
        pytest.skip("no folder of seeds beside the project")
    with new_ledger("sqlite", tmp_path) as ledger:
        record(ledger, sorted(SEEDS.glob("*.txt")))
        reports = table(ledger, "SELECT DISTINCT reports FROM entries WHERE family = 'engagement'")
        [(told,)] = table(ledger, "SELECT count(DISTINCT document) FROM entry_reports")
    assert reports == [(1,)]
    assert told == len(list(SEEDS.glob("*.txt")))
