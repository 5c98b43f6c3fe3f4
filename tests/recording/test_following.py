"""What became of commitments, asked of a ledger: as the pages and briefings show it."""

from datetime import date
from hashlib import sha256

import pytest

from dragoman.core.document import Incoming
from dragoman.core.interval import Interval
from dragoman.pipeline import Reader
from dragoman.recording.commitments import commitments, followed
from dragoman.recording.correcting import Corrector
from tests.recording.making import recorder, table

TODAY = date(2025, 1, 1)
TREATY = (
    ("2023-05-09", "Cyprus and Lebanon will sign an agreement on gas exploration next month."),
    (
        "2023-06-14",
        "BEIRUT - The energy ministers of Cyprus and Lebanon signed an agreement on gas "
        "exploration in Beirut on Wednesday.",
    ),
    ("2024-02-20", "Cyprus ratified its gas exploration agreement with Lebanon on Tuesday."),
)
VISIT = (
    ("2024-04-02", "Chilean Foreign Minister Alberto van Klaveren will visit Ghana on 16 April."),
    (
        "2024-04-17",
        "ACCRA - Chilean Foreign Minister Alberto van Klaveren visited Ghana on Tuesday.",
    ),
)
TALKS = (("2024-06-04", "The foreign ministers of Chile and Ghana met in Accra on Monday."),)


@pytest.fixture(scope="module")
def reader():
    return Reader.default()


@pytest.fixture
def told(ledger, reader):
    one = recorder(ledger)
    for day, text in (*TREATY, *VISIT, *TALKS):
        when = date.fromisoformat(day)
        published = Interval(when, when, "explicit", "given")
        digest = sha256(text.encode()).hexdigest()
        incoming = Incoming(f"{day}.txt", text, digest, published=published)
        one.record(incoming, reader.read(incoming))
    return ledger


def stages(ledger, pair, **more):
    with ledger.read() as connection:
        found = commitments(connection, pair, today=TODAY, **more)
    return [([step["stage"] for step in t["steps"]], t["state"]) for t in found]


def test_a_treaty_is_followed_to_its_ratification(told):
    assert (["planned", "signed", "ratified"], "ratified") in stages(told, ("LBN", "CYP"))


def test_a_planned_visit_that_happened_is_joined_to_it_and_plain_talks_are_no_commitment(told):
    assert stages(told, ("CHL", "GHA")) == [(["planned", "held"], "held")]


def test_later_steps_are_not_known_before_they_are_told(told):
    with told.read() as connection:
        found = commitments(connection, ("CYP", "LBN"), ("", "2023-12-31"), date(2023, 12, 31))
        assert {t["state"] for t in found} == {"signed"}
        [early] = commitments(connection, ("CHL", "GHA"), ("", "2024-04-05"), date(2024, 4, 5))
    assert (early["state"], early["silent"]) == ("planned", False)


def test_of_many_only_the_newest_reports_are_followed(told):
    assert len(stages(told, ("CYP", "LBN"), most=1)) == 1
    assert stages(told, ("CYP", "LBN"), most=0) == []


def test_every_step_stands_where_it_says(told):
    with told.read() as connection:
        steps = [
            step
            for t in commitments(connection, ("CYP", "LBN"), today=TODAY)
            for step in t["steps"]
        ]
    for step in steps:
        [(raw,)] = table(
            told, "SELECT raw FROM documents WHERE id = :id", id=step["reports"][0]["document"]
        )
        assert bytes(raw).decode()[step["start"] :].startswith(step["text"])


def test_what_became_of_one_entry_is_found_from_any_of_its_steps(told):
    with told.read() as connection:
        [whole] = commitments(connection, ("CHL", "GHA"), today=TODAY)
        for step in whole["steps"]:
            [same] = followed(connection, [step["claim"]], TODAY)
            assert same == whole
        assert followed(connection, [], TODAY) == []


def test_what_people_rejected_is_followed_no_longer(told):
    corrector = Corrector(told, "ann")
    for (entry,) in table(told, "SELECT e.id FROM entries e JOIN entry_pairs p ON p.entry = e.n"
                          " WHERE p.a = 'CYP' AND p.b = 'LBN'"):  # fmt: skip
        corrector.reject(entry)
    assert stages(told, ("CYP", "LBN")) == []
