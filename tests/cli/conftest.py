"""The command line with a reader that says little, so that only the command line is tested."""

import hashlib
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.core.document import Incoming
from dragoman.core.errors import StageError
from dragoman.core.interval import Interval
from dragoman.core.reading import DocumentMeta, Event, EvidenceSpan, Reading, StoryReading
from dragoman.sources.failures import InputFailure


class FakeReader:
    """Reads one event of each status out of any text; fails where the text says so."""

    seen: list[Incoming]

    def __init__(self):
        self.seen = []

    def read(self, incoming):
        self.seen.append(incoming)
        if "break the stage" in incoming.raw:
            raise StageError(f"{incoming.uri}: dates: cannot read this: report it with the text")
        if incoming.raw.startswith("dated"):
            published = Interval(date(2020, 5, 1), date(2020, 5, 1), "explicit", "in the text")
        else:
            published = incoming.published
        words = EvidenceSpan("s1", 0, len(incoming.raw), incoming.raw)
        events = tuple(
            Event(
                id=f"e{n}", story="s1", source="JOR", target=target, type="CONSULT",
                quad="verbal-cooperation", score=1.0, status=status, rule="fake",
                confidence=0.5, evidence=(words,),
            )
            for n, (target, status) in enumerate(
                [("EGY", "happened"), ("EGY", "planned"), ("JOR", "happened")]
            )
        )  # fmt: skip
        meta = DocumentMeta(
            incoming.content_id, incoming.uri, incoming.language, published=published
        )
        story = StoryReading("s1", "main", incoming.language, None, incoming.raw, ())
        return Reading(meta, (story,), events=events)


def fake_read_inputs(paths, limit_bytes, stdin):
    for path in paths:
        if not Path(path).is_file():
            yield InputFailure(path, "no such file", "check the name")
            continue
        raw = Path(path).read_bytes()
        if len(raw) > limit_bytes:
            yield InputFailure(path, "too large", "raise --max-bytes")
            continue
        yield Incoming(path, raw.decode(errors="surrogateescape"), hashlib.sha256(raw).hexdigest())


@pytest.fixture
def reader(monkeypatch):
    """The fake reader; while the test runs the command line finds it in the pipeline's place."""
    made = FakeReader()
    pipeline = ModuleType("dragoman.pipeline")
    pipeline.Reader = lambda domestic=False, learned=False: made
    pipeline.problems = list
    files = ModuleType("dragoman.sources.files")
    files.read_inputs = fake_read_inputs
    files.DEFAULT_LIMIT = 1000
    monkeypatch.setitem(sys.modules, "dragoman.pipeline", pipeline)
    monkeypatch.setitem(sys.modules, "dragoman.sources.files", files)
    return made


@pytest.fixture
def run(reader):
    """A function that runs a command line and gives exit code, output and messages."""

    def call(*arguments):
        return CliRunner().invoke(app, [str(a) for a in arguments])

    return call


@pytest.fixture
def text(tmp_path):
    """A file with a sentence in it."""
    path = tmp_path / "a.txt"
    path.write_text("They met in عمّان.", encoding="utf-8")
    return path
