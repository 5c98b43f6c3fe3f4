"""Nouns of what a verb tells, with who does it and to whom, in whatever order they stand."""

import pytest

from tests.extract.reading import deeds

NOUNS = [
    ("ACCUSE", "condemnation", "of", "Chile's raid"),
    ("ACCUSE", "accusations", "against", "Chile"),
    ("REJECT", "rejection", "of", "Chile's offer"),
    ("REQUEST", "appeal", "to", "Chile for troops"),
    ("SUPPORT", "recognition", "of", "Chile's new government"),
    ("SUPPORT", "endorsement", "of", "Chile's plan"),
    ("SANCTION", "expulsion", "of", "Chile's ambassador"),
    ("COERCE", "detention", "of", "20 Chilean fishermen"),
    ("ASSAULT", "bombing", "of", "Chilean villages"),
    ("AGREE", "pledge", "to", "help Chile"),
    ("CONCEDE", "apology", "to", "Chile"),
    ("THREATEN", "threats", "against", "Chile"),
]

GOODS = [
    ("AID", "delivery of medicine to Chile"),
    ("AID", "donation of 50 trucks to Chile"),
    ("SANCTION", "suspension of aid to Chile"),
    ("SANCTION", "severing of ties with Chile"),
    ("RETREAT", "lifting of sanctions on Chile"),
    ("MOBILIZE", "deployment of tanks on the Chilean border"),
    ("COOPERATE", "extradition of a suspect to Chile"),
    ("REQUEST", "request for aid from Chile"),
]


@pytest.mark.parametrize(
    "frame",
    [
        "Peru's {noun} {role} {whom} came on Monday.",
        "The {noun} {role} {whom} by Peru came on Monday.",
        "The {noun} by Peru {role} {whom} came on Monday.",
        "Bolivia welcomed Peru's {noun} {role} {whom}.",
    ],
)
@pytest.mark.parametrize(("kind", "noun", "role", "whom"), NOUNS)
def test_a_noun_of_action_has_its_doer_before_or_behind_it(kind, noun, role, whom, frame):
    told = deeds(frame.format(noun=noun, role=role, whom=whom), "en")
    assert (kind, "PER", "CHL") in told
    assert (kind, "CHL", "PER") not in told


@pytest.mark.parametrize(
    "frame", ["Peru's {told} came on Monday.", "Peruvian {told} came on Monday."]
)
@pytest.mark.parametrize(("kind", "told"), GOODS)
def test_what_is_given_or_cut_stands_between_the_noun_and_whom_it_touches(kind, told, frame):
    assert (kind, "PER", "CHL") in deeds(frame.format(told=told), "en")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru announced the suspension of aid to Chile.", ("SANCTION", "PER", "CHL")),
        ("There was condemnation of Chile's raid from Peru.", ("ACCUSE", "PER", "CHL")),
    ],
)
def test_a_verb_or_a_source_tells_who_does_it(text, event):
    assert event in deeds(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "The suspension of aid to Chile came on Monday.",
        "Peru discussed the suspension of aid to Chile.",
        "Chile's suspension from the bloc angered Peru.",
        "Peru reversed its suspension of aid to Chile.",
        "The mayor's arrest in Chile was told in Peru.",
        "The arrest of the mayor was condemned by Peru as a blow to Chilean democracy.",
    ],
)
def test_a_noun_of_action_without_its_doer_tells_of_nobody(text):
    assert not {t for t in deeds(text, "en") if t[0] in ("SANCTION", "COERCE")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Authorities in Lima seized a Chilean ship.", ("COERCE", "PER", "CHL")),
        ("A Chilean ship was seized by authorities in Lima.", ("COERCE", "PER", "CHL")),
        ("Prosecutors in Lima charged two Chileans with spying.", ("ACCUSE", "PER", "CHL")),
        ("A Chilean ship, seized by Peru on Monday, sank.", ("COERCE", "PER", "CHL")),
        ("Chile, given 50 million dollars in aid by Peru, thanked nobody.", ("AID", "PER", "CHL")),
    ],
)
def test_who_acts_from_a_capital_or_behind_a_comma(text, event):
    told = deeds(text, "en")
    assert event in told
    assert (event[0], event[2], event[1]) not in told


@pytest.mark.parametrize(
    "text",
    ["The embassy in Lima criticised Chile.", "Chile has given Peru nothing."],
)
def test_an_embassy_does_not_act_for_where_it_is(text):
    assert not {t for t in deeds(text, "en") if t[1] == "PER"}
