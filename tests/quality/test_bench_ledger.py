"""The cost of recording does not grow with the ledger, and asking it stays quick."""

import resource

from tests.ledgers import new_ledger

from dragoman.quality.bench_ledger import ask, fill

COUNT = 3000


def test_the_cost_of_a_document_stays_flat(tmp_path):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with new_ledger("sqlite", tmp_path) as ledger:
        figures = fill(ledger, COUNT, lambda line: None)
        ask(ledger, figures)
    # The first part fills empty caches and meets few neighbours; the busy machine needs room.
    settled = figures.parts[2:]
    assert max(settled[-3:]) < 1.6 * sum(settled[:3]) / 3
    # What other tests of this process hold does not count.
    assert figures.memory_mb - before < 400
    assert figures.asking["search for a rare word"][0] < 200  # quiet: under 10
    assert figures.asking["entries of a pair"][0] < 400  # quiet: under 20
