"""Several who act on each other, "not only ... but also", and what negates nothing."""

import pytest

from tests.extract.reading import Deed, deeds


def both(kind: str, one: str = "KEN", other: str = "UGA") -> set[Deed]:
    return {(kind, one, other), (kind, other, one)}


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Kenya and Uganda accused each other of shelling the border.", both("ACCUSE")),
        ("Kenya, Uganda accuse each other of shelling", both("ACCUSE")),
        ("Kenya and Uganda on Tuesday blamed one another for the raid.", both("ACCUSE")),
        ("Kenyan and Ugandan officials met. They accused each other of lying.", both("ACCUSE")),
        ("The Kenyan and Ugandan presidents thanked each other.", both("SUPPORT")),
        ("Kenya and Uganda expelled each other's diplomats.", both("SANCTION")),
        ("Kenya and Uganda attacked each other along the border.", both("ASSAULT")),
        ("اتهمت كينيا وأوغندا بعضهما بقصف الحدود.", both("ACCUSE")),
        ("كينيا وأوغندا تتهمان بعضهما البعض بخرق الهدنة.", both("ACCUSE")),
    ],
)
def test_each_acts_on_the_other(text: str, events: set[Deed]) -> None:
    assert events <= deeds(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Kenya and Uganda have not accused each other of shelling.", both("ACCUSE")),
        ("Kenya and Uganda condemned Rwanda and vowed to help each other.", both("ACCUSE")),
        ("Kenya accused rebels of shelling each other in Uganda.", both("ACCUSE")),
        ("لم تتهم كينيا وأوغندا بعضهما بقصف الحدود.", both("ACCUSE")),
    ],
)
def test_nobody_acts_on_each_other(text: str, never: set[Deed]) -> None:
    assert not never & deeds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Not only Kenya but also Uganda condemned Rwanda.",
        "Kenya, but also Uganda, condemned Rwanda.",
    ],
)
def test_but_also_joins(text: str) -> None:
    assert {("ACCUSE", "KEN", "RWA"), ("ACCUSE", "UGA", "RWA")} <= deeds(text)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Kenya not only condemned Rwanda but also expelled its envoy.", True),
        ("Kenya did not just condemn Rwanda.", True),
        ("Kenya did not condemn Rwanda.", False),
        ("Kenya did not condemn only Rwanda's raid.", False),
    ],
)
def test_not_only_denies_nothing(text: str, holds: bool) -> None:
    assert (("ACCUSE", "KEN", "RWA") in deeds(text)) is holds


def test_charges_traded_over_shelling_are_no_shelling() -> None:
    told = deeds("تبادلت كينيا وأوغندا الاتهامات بشأن القصف.")
    assert {kind for kind, _, _ in told} == {"ACCUSE"}
