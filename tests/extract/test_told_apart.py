"""Whose a deed is behind words that only say which people, craft or day is meant."""

from functools import partial

import pytest

from tests.extract.reading import Deed, deeds, read

events = partial(deeds, language="en", domestic=True)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Turkish soldiers pursuing rebels crossed into Iraq.", ("ASSAULT", "TUR", "IRQ")),
        ("Kenyan hackers posing as Malian reporters attacked Ugandan officials.",
         ("ASSAULT", "KEN", "UGA")),
        ("Somali pirates holding a Danish couple freed them.", ("RETREAT", "SOM", None)),
        ("Peru rejected on Monday a Chilean plan to hold talks in Lima's rival Quito.",
         ("REJECT", "PER", "CHL")),
        ("Togo rejected out of hand a Malian plan to move the talks to Accra.",
         ("REJECT", "TGO", "MLI")),
    ],
)  # fmt: skip
def test_read(text: str, event: Deed) -> None:
    assert event in events(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Turkish soldiers pursuing Kenyan rebels crossed into Iraq.", ("ASSAULT", "KEN", "IRQ")),
        ("Police holding men accused of theft met Chad's envoy.", ("ACCUSE", None, "TCD")),
        ("Rebels holding two Germans freed one of them.", ("RETREAT", "DEU", None)),
        ("Three Chilean planes carrying tents landed in Quito.", ("CONSULT", "CHL", "ECU")),
        ("Rebels told Chilean miners to leave or be killed.", ("ASSAULT", None, "CHL")),
        ("How much aid Denmark ought to give to Mali is unclear.", ("AGREE", "DNK", "MLI")),
    ],
)
def test_not_read(text: str, event: Deed) -> None:
    assert event not in events(text)


def test_who_strikes_is_not_striking() -> None:
    text = "Zambia's government threatened to sack striking miners."
    assert {e[0] for e in events(text)} == {"THREATEN"}


@pytest.mark.parametrize(
    "text",
    [
        "ليس من المؤكد أن تدعم غانا ترشيح نيجيريا.",
        "لا شيء يدل على أن بيرو ستقدم تنازلات لتشيلي.",
        "نفت الخارجية الكينية أن تكون نيروبي قد تعهدت لواشنطن باستضافة قاعدة.",
        "من المستبعد أن تعترف اليونان بكوسوفو.",
        "تدرس كندا قبول المقترح النرويجي أو رفضه.",
        "There is no sign that Peru has promised money to Chile.",
    ],
)
def test_only_doubted(text: str) -> None:
    assert not deeds(text)


def test_over_those_it_befell() -> None:
    text = "قتل عشرة جنود ماليين في كمين نصبه لهم متمردون قرب تمبكتو."
    told = read(text, "ar", domestic=True).events
    assert ("ASSAULT", "MLI", "REB") in {(e.type, e.source, e.source_sector) for e in told}


def test_what_nobody_doubts_was_done() -> None:
    event = ("AGREE", "PER", "CHL")
    assert event in events("There is no doubt that Peru has promised money to Chile.")
    assert event not in events("It is doubtful that Peru has promised money to Chile.")
