"""What is printed by default, and what only when asked for."""

from dragoman.output.select import Selection, select


def test_by_default_only_events_that_happened_between_sides(reading):
    got = select(reading, Selection())
    assert [e.id for e in got.events] == ["ev1"]


def test_engagements_of_every_status_stay(reading):
    got = select(reading, Selection())
    assert {e.status for e in got.engagements} == {"happened", "planned"}


def test_all_statuses_and_domestic_acts_on_request(reading):
    got = select(reading, Selection(domestic=True, all_statuses=True))
    assert [e.id for e in got.events] == ["ev1", "ev2", "ev3"]


def test_low_confidence_goes_and_nothing_refers_to_what_went(reading):
    got = select(reading, Selection(min_confidence=0.5))
    assert [e.id for e in got.engagements] == ["e1"]
    assert got.statements[0].engagement is None
    assert got.outcomes[0].engagement == "e1"
