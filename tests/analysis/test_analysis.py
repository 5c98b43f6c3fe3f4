"""Two sides over time, and what is written about them."""

import re
from dataclasses import replace
from datetime import date

import pytest

from dragoman.analysis.briefing import Wanted, briefing
from dragoman.analysis.markup import as_html, as_markdown
from dragoman.analysis.series import gaps, series, start_of, travels
from dragoman.core.reading import Outcome, Place
from dragoman.lang.labels import labels
from dragoman.recording.correcting import Corrector
from tests.ledgers import DIALECTS, new_ledger
from tests.recording.making import person, recorder, report, table

KUWAIT, TOKYO = Place("KWT", "Kuwait City"), Place("JPN", "Tokyo")
ALL = ("", "9999-12-31")


@pytest.fixture(params=DIALECTS)
def ledger(request, tmp_path):
    """Three contacts of Japan and Kuwait, one of them planned, one told twice, and a stranger."""
    with new_ledger(request.param, tmp_path) as opened:
        one = recorder(opened)
        said = (("JPN", "KWT", "SUPPORT", "Japan <thanks> *Kuwait*"),)
        one.record(
            *report("They met in Kuwait City on Monday.", statements=said, topics=("energy",))
        )
        one.record(*report("On Monday in Kuwait City they met.", uri="b.txt", outlet="Herald"))
        one.record(
            *report(
                "Envoy Kenji Abe saw Huda Karim in Tokyo in August.",
                uri="c.txt",
                when="2024-08-20",
                published="2024-08-21",
                place=TOKYO,
                people=(
                    person("Kenji Abe", "JPN", "envoy"),
                    person("Huda Karim", "KWT", "ambassador"),
                ),
            )
        )
        one.record(
            *report(
                "The two ministers will meet in December.",
                uri="d.txt",
                when=("2024-12-01", "2024-12-31"),
                published="2024-09-01",
                status="planned",
                place=None,
            )
        )
        one.record(
            *report("Mori met the Omani minister.", uri="e.txt", sides=("JPN", "OMN"), people=())
        )
        yield opened


def test_a_series_counts_by_kind_and_level(ledger):
    with ledger.read() as connection:
        found = {p.start.isoformat(): p.to_json() for p in series(connection, ("KWT", "JPN"))}
    assert list(found) == ["2024-03-01", "2024-08-01", "2024-12-01"]
    assert found["2024-03-01"]["engagements"] == {"meeting": 1}
    assert found["2024-03-01"]["levels"] == {"minister": 1}
    assert found["2024-08-01"]["levels"] == {"official": 1}
    assert (found["2024-12-01"]["planned"], found["2024-12-01"]["engagements"]) == (1, {})


def test_weeks_begin_on_monday_and_days_are_days(ledger):
    assert start_of(date(2024, 3, 10), "week") == date(2024, 3, 4)
    assert start_of(date(2024, 3, 10), "month") == date(2024, 3, 1)
    with ledger.read() as connection:
        found = series(connection, ("JPN", "KWT"), "week", "2024-08-01", "2024-08-31")
    assert [p.start for p in found] == [date(2024, 8, 19)]


def test_scores_are_summed_by_who_acts(tmp_path):
    from dragoman.quality.synthetic import documents

    with new_ledger("sqlite", tmp_path) as ledger:
        one = recorder(ledger)
        for incoming, reading in documents(80):
            one.record(incoming, reading)
        [(a, b, count)] = table(
            ledger, "SELECT a, b, count(*) FROM entry_pairs WHERE family = 'event' GROUP BY a, b"
            " ORDER BY 3 DESC, 1, 2 LIMIT 1",
        )  # fmt: skip
        with ledger.read() as connection:
            found = series(connection, (a, b))
        assert sum(sum(p.events.values()) for p in found) == count
        [(total,)] = table(
            ledger, "SELECT sum(e.score) FROM entry_pairs p JOIN entries e ON e.n = p.entry"
            " WHERE p.a = :a AND p.b = :b AND p.family = 'event'", a=a, b=b,
        )  # fmt: skip
        assert sum(sum(p.scores.values()) for p in found) == pytest.approx(total)
        for period in found:
            data = period.to_json()
            assert sum(data["quads"].values()) == pytest.approx(1, abs=0.01)
            for side, mean in data["score_mean"].items():
                assert mean == pytest.approx(
                    data["score_sum"][side] / data["events"][side], abs=0.01
                )


def test_gaps_and_travels(ledger):
    with ledger.read() as connection:
        found = gaps(connection, ("JPN", "KWT"), date(2025, 1, 1))
        went = travels(connection, ("JPN", "KWT"))
    assert [(g.after, g.before, g.days) for g in found] == [
        (date(2024, 3, 4), date(2024, 8, 20), 169),
        (date(2024, 8, 20), None, 134),
    ]
    assert [(t["guest"], t["host"], t["visits"], len(t["people"])) for t in went] == [
        ("KWT", "JPN", 1, 1), ("JPN", "KWT", 1, 1),
    ]  # fmt: skip


def written(ledger, language="en", between=ALL, today=date(2024, 10, 1), most=None):
    wanted = Wanted(("JPN", "KWT"), today, *between, most)
    with ledger.read() as connection:
        return briefing(connection, wanted, labels(language))


def test_a_briefing_cites_every_contact_and_quotation(ledger):
    made = written(ledger)
    titles = [section.title for section in made.sections]
    assert titles[0] == "State of relations"
    assert len(made.sections[0].lines) == 3
    contacts = next(s for s in made.sections if s.title == "Contacts").lines
    days = [line.text.split(" · ")[0] for line in contacts]
    assert days == ["4 Mar 2024", "20 Aug 2024", "December 2024"]
    assert [len(line.cites) for line in contacts] == [2, 1, 1]
    assert "foreign minister" in contacts[0].text
    said = next(s for s in made.sections if s.title == "What Japan said")
    assert said.groups[0][1][0].quoted == "Japan <thanks> *Kuwait*"
    assert {n for s in made.sections for line in s.lines for n in line.cites} <= {
        source.number for source in made.sources
    }
    assert "c.txt" in {source.place for source in made.sources}
    assert "e.txt" not in {source.place for source in made.sources}
    ahead = next(s for s in made.sections if s.title == "Open").lines
    assert "planned" in ahead[0].text


def test_a_briefing_lists_what_was_promised_and_not_ended(ledger):
    incoming, reading = report("Japan promised Kuwait two ferries.", uri="f.txt", people=())
    span = reading.engagements[0].evidence
    pledge = Outcome(id="s1.o1", story="s1", kind="pledge", parties=("JPN",), to=("KWT",),
                     confidence=0.9, evidence=span)  # fmt: skip
    recorder(ledger).record(incoming, replace(reading, engagements=(), outcomes=(pledge,)))
    lines = next(s for s in written(ledger).sections if s.title == "Open").lines
    assert [line.quoted for line in lines if line.text.startswith("pledge")] == [span[0].text]
    told = [line.entry for line in lines if line.entry]
    assert len(told) == len(set(told))


def test_what_was_rejected_is_not_in_a_briefing(ledger):
    [(name,)] = table(ledger, "SELECT id FROM entries WHERE city = 'Tokyo'")
    Corrector(ledger, "ann").reject(name)
    made = written(ledger)
    assert "Tokyo" not in as_markdown(made)
    with ledger.read() as connection:
        assert len(series(connection, ("JPN", "KWT"))) == 2


def test_a_briefing_covers_the_days_asked_for(ledger):
    made = written(ledger, between=("2024-08-01", "2024-09-30"), today=date(2024, 9, 30))
    assert "Tokyo" in as_markdown(made)
    assert "Kuwait City" not in as_markdown(made)


def test_of_many_entries_only_the_newest_are_told_and_that_is_said(ledger):
    made = written(ledger, most=2)
    contacts = next(s for s in made.sections if s.key == "contacts").lines
    assert [line.text[:6] for line in contacts] == ["20 Aug", "Decemb"]
    assert made.sections[0].lines[0].text.startswith("Contacts that took place: 2;")
    assert "2 of each kind" in made.left_out
    assert "2 of each kind" in as_markdown(made)
    assert not written(ledger, most=9).left_out


def test_markup_escapes_what_reports_say(ledger):
    made = written(ledger)
    markdown, page = as_markdown(made), as_html(made)
    assert r"Japan \<thanks\> \*Kuwait\*" in markdown
    assert "&lt;thanks&gt;" in page
    assert "<thanks>" not in page
    assert all(f'id="source-{n}"' in page for n in re.findall(r'href="#source-(\d+)"', page))


def test_labels_come_in_every_language_and_direction(ledger):
    made = written(ledger, "ar")
    assert made.labels.direction == "rtl"
    page = as_html(made)
    assert 'dir="rtl"' in page
    assert "حال العلاقات" in page
    assert "State of relations" not in page


def test_two_sides_that_nothing_is_told_of(ledger):
    with ledger.read() as connection:
        made = briefing(connection, Wanted(("FRA", "DEU"), date(2024, 10, 1)), labels("en"))
    assert not made.told
