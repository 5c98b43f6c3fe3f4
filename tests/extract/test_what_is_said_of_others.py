"""What a predicate in somebody's mouth says of others: blame and praise, and what is neither."""

from functools import partial

import pytest

from tests.extract.reading import Deed, deeds

told = partial(deeds, language="en")

TOLD = [
    ("\"Japan's conduct has been hypocritical,\" the Chilean foreign minister said.",
     ("ACCUSE", "CHL", "JPN")),
    ("The Dutch premier said that Serbia's silence had been an outrage.",
     ("ACCUSE", "NLD", "SRB")),
    ("Kenya has been generous, the Somali president told reporters.", ("SUPPORT", "SOM", "KEN")),
    ("Togo's ban is a form of blackmail, Benin's foreign minister said.",
     ("ACCUSE", "BEN", "TGO")),
    ("Ghana's president spoke about Togo on Friday. \"It has violated the truce,\" he said.",
     ("ACCUSE", "GHA", "TGO")),
    ("Peru's premier talked of Chile in a speech. \"They are using water as a weapon,\" she said.",
     ("ACCUSE", "PER", "CHL")),
    ("The Greek minister said the Turkish drill was in violation of the treaty.",
     ("ACCUSE", "GRC", "TUR")),
]  # fmt: skip

NEVER = [
    ("Chad is a victim of provocations, the Libyan foreign ministry said.",
     ("ACCUSE", "LBY", "TCD")),
    ("The Libyan minister said Chad was ready to fight genocide.", ("ACCUSE", "LBY", "TCD")),
    ("The Dutch premier said Latvia was condemning the aggression.", ("ACCUSE", "NLD", "LVA")),
    ("Japan's minister said Australia is a leading force against aggression.",
     ("ACCUSE", "JPN", "AUS")),
    ("Ghana's president spoke about the war between Togo and Benin. \"They are violating the "
     "truce,\" he said.", ("ACCUSE", "GHA", "TGO")),
    ("Ghana's president met the premier of Togo. \"It is wrong to wait,\" he said.",
     ("ACCUSE", "GHA", "TGO")),
    ("The Georgian minister said Turkey had been hampered by snow.", ("ACCUSE", "GEO", "TUR")),
    ("The Swiss president said Sudan's famine was a disgrace.", ("ACCUSE", "CHE", "SDN")),
    ("The Peruvian premier said the Haitian plight had been unacceptable.",
     ("ACCUSE", "PER", "HTI")),
    ("Analysts said Japan's conduct had been hypocritical.", ("ACCUSE", "CHL", "JPN")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_told(text: str, event: Deed) -> None:
    assert event in told(text)


@pytest.mark.parametrize(("text", "event"), NEVER)
def test_never_told(text: str, event: Deed) -> None:
    assert event not in told(text)
