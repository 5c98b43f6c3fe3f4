"""The memory of a worker on a crawl of pages, with all that an actor of Ray brings along.

`DRAGOMAN_TEST_CRAWL=1000` has it read 1,000 pages, as was done for docs/performance.md.
"""

import json
import os
import subprocess
import sys

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("ray")
pytest.importorskip("fastwarc")

from tests.batch.making import ROOT, SAMPLES, group_lines, options, write_lines

PAGES = int(os.environ.get("DRAGOMAN_TEST_CRAWL", "200"))
MOST = 400
"""Megabytes."""
WORKER = """
import json, sys
import ray  # as an actor has it
from dragoman.batch.reading import ReadUnit
task, rows = ReadUnit(sys.argv[1]), json.loads(sys.argv[2])
print(json.dumps([task(row) for row in rows]))
assert "pandas" not in sys.modules  # 60 MB that nothing here uses
"""


def test_a_worker_on_a_crawl_stays_small(tmp_path):
    from dragoman.batch.plan import planned

    crawl, output = tmp_path / "crawl.warc.gz", str(tmp_path / "out")
    write_lines(tmp_path / "groups.jsonl", group_lines())
    make = ["tools/make_crawl.py", "--pages", str(PAGES), str(crawl), str(SAMPLES), str(tmp_path)]
    subprocess.run([sys.executable, *make], cwd=ROOT, check=True, capture_output=True)
    plan = planned([str(crawl)], output, options())
    rows = json.dumps([{"n": n, "ways": "{}"} for n in range(len(plan.units))])
    done = subprocess.run(
        [sys.executable, "-c", WORKER, output, rows], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    results = json.loads(done.stdout)
    assert sum(row["documents"] for row in results) == PAGES
    assert max(row["peak"] for row in results) < MOST
