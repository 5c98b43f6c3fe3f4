"""The package as a library: one function, typed results, nothing loaded before it is asked."""

import subprocess
import sys
from datetime import date

import dragoman

TEXT = "Ghana's foreign minister met her Kenyan counterpart in Accra on Monday."


def test_reads_a_text():
    reading = dragoman.read(TEXT, published=date(2024, 1, 10))
    (met,) = reading.engagements
    assert met.kind == "meeting"
    assert met.sides == ("GHA", "KEN")
    assert met.date is not None
    assert met.date.earliest == date(2024, 1, 8)
    (span,) = met.evidence
    assert TEXT[span.start : span.end] == span.text


def test_the_same_text_gives_the_same_reading():
    assert dragoman.read(TEXT) == dragoman.read(TEXT)
    assert dragoman.read(TEXT).document.uri.startswith("text:")


def test_importing_loads_nothing_heavy():
    code = "import sys, dragoman; print([m for m in sys.modules if m.startswith('dragoman.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
