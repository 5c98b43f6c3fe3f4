"""Whom harm befell where its noun, or a past behind an object, tells of it."""

from functools import partial

import pytest

from tests.extract.reading import Deed, deeds

told = partial(deeds, domestic=True)


@pytest.mark.parametrize(
    ("text", "language", "deed"),
    [
        ("The invasion of Kuwait by Iraqi troops went on.", "en", ("ASSAULT", "IRQ", "KWT")),
        ("The shelling of Togo by Benin continued.", "en", ("ASSAULT", "BEN", "TGO")),
        ("The siege of Qatar by Bahrain continued.", "en", ("COERCE", "BHR", "QAT")),
        ("Peru condemned the invasion of Chad.", "en", ("ACCUSE", "PER", None)),
        ("Peru condemned the blockade of Cuba.", "en", ("ACCUSE", "PER", None)),
        ("Peru condemned the aggression against Mali.", "en", ("ACCUSE", "PER", None)),
        ("Peru condemned Niger's invasion of Chad.", "en", ("ACCUSE", "PER", "NER")),
        ("أدانت غانا حصار غزة.", "ar", ("ACCUSE", "GHA", None)),
        ("أدانت غانا الحرب على غزة.", "ar", ("ACCUSE", "GHA", None)),
        ("أدانت غانا اجتياح تشاد للنيجر.", "ar", ("ACCUSE", "GHA", "TCD")),
        ("سارعت غانا إلى إدانة الهجوم التشادي على النيجر.", "ar", ("ACCUSE", "GHA", "TCD")),
        ("أمر الرئيس البوليفي بطرد السفير البيروفي.", "ar", ("SANCTION", "BOL", "PER")),
    ],
)
def test_what_stands_behind_harm_is_whom_it_befell(text: str, language: str, deed: Deed) -> None:
    assert deed in told(text, language)


@pytest.mark.parametrize(
    ("text", "language", "deed"),
    [
        ("The invasion of Kuwait by Iraqi troops went on.", "en", ("ASSAULT", "KWT", "IRQ")),
        ("Peru condemned the invasion of Chad.", "en", ("ACCUSE", "PER", "TCD")),
        ("أدانت غانا حصار غزة.", "ar", ("ACCUSE", "GHA", "PSE")),
        ("أدانت غانا الحرب على غزة.", "ar", ("ACCUSE", "GHA", "PSE")),
    ],
)
def test_who_suffers_harm_is_not_blamed(text: str, language: str, deed: Deed) -> None:
    assert deed not in told(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels freed two Dutch nurses abducted in May, the Red Cross said.",
        "Rebels freed two Dutch nurses kidnapped last month, a Belgian envoy said.",
    ],
)
def test_a_past_behind_an_object_tells_what_befell_it(text: str) -> None:
    assert ("ASSAULT", None, "NLD") in told(text, "en")


def test_who_flies_home_those_kidnapped_kidnapped_nobody() -> None:
    found = told("Kenya flew home two Dutch nurses kidnapped near Wajir.", "en")
    assert ("AID", "KEN", "NLD") in found
    assert ("ASSAULT", "KEN", "NLD") not in found


@pytest.mark.parametrize(
    "text",
    [
        "The army shot dead in May a Ghanaian priest.",
        "The minister said rebels killed in June a Ghanaian priest.",
    ],
)
def test_a_past_before_its_object_is_a_deed(text: str) -> None:
    found = {(kind, target) for kind, _, target in told(text, "en")}
    assert ("ASSAULT", "GHA") in found
