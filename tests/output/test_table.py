"""The table for people: complete, plain where no terminal is, and safe."""

import io
from dataclasses import replace

import pytest

from dragoman.core.reading import EvidenceSpan
from dragoman.output.table import TableWriter


def drawn(reading, width=100) -> str:
    out = io.StringIO()
    TableWriter(out, width).add(reading)
    return out.getvalue()


def test_it_says_who_with_whom_what_when_where_and_why(reading):
    page = drawn(reading)
    for words in (
        "لقاء في مسقط", "جريدة الخليج اليوم", "2024-01-30", "meeting", "IND – Oman",
        "(OMN, foreign minister)", "2024-01-29", "Muscat, OMN", "Oman Forum", "20 minutes",
        "trade investment", "«التقى وزير", "planned", "pledge", "OMN → IND", "CONSULT/meet",
        "2 engagements · 1 statement · 1 outcome · 3 events",
    ):  # fmt: skip
        assert words in page


def test_it_is_plain_text_where_no_terminal_is(reading):
    page = drawn(reading)
    assert "\x1b" not in page
    assert all(line == line.rstrip() for line in page.splitlines())


@pytest.mark.parametrize("width", [30, 40, 60, 100])
def test_no_line_is_wider_than_the_terminal(reading, width):
    from rich.cells import cell_len

    assert max(cell_len(line) for line in drawn(reading, width).splitlines()) <= width


def test_what_a_document_says_never_steers_the_terminal(reading):
    nasty = EvidenceSpan("s1", 0, 4, "a\x1b[31mred\u202e text\x07")
    event = replace(reading.events[0], evidence=(nasty,))
    page = drawn(replace(reading, events=(event,)))
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "\x07" not in page


def test_markup_in_a_title_is_shown_as_it_stands(reading):
    story = replace(reading.stories[0], title="[bold]Talks[/bold] :smile:")
    assert "[bold]Talks[/bold] :smile:" in drawn(replace(reading, stories=(story,)))


def test_a_document_with_nothing_to_report_says_so(reading):
    empty = replace(
        reading, stories=(), engagements=(), statements=(), outcomes=(), events=(), notes=()
    )
    page = drawn(empty)
    assert "(no title)" in page
    assert "no engagements · no statements · no outcomes · no events" in page
