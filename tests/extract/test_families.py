"""Goods, arms, troops, captives, ships and pacts that stand for each other in rules."""

import pytest

from tests.extract.reading import read

Deed = tuple[str, str | None, str | None]


def deeds(text: str, language: str) -> set[Deed]:
    """Type, source and target of what a sentence says has happened."""
    events = read(text, language).events
    return {(e.type, e.source, e.target) for e in events if e.status == "happened"}


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Finland sent oxygen and ventilators to Nepal.", ("AID", "FIN", "NPL")),
        ("Vietnam donated cooking oil and sugar to Cuba.", ("AID", "VNM", "CUB")),
        ("Slovakia has supplied Ukraine with howitzers and minesweepers.", ("AID", "SVK", "UKR")),
        ("Peru freed two Ecuadorean technicians on Friday.", ("RETREAT", "PER", "ECU")),
        ("Ghana seized a Chinese dredger off Takoradi.", ("COERCE", "GHA", "CHN")),
        ("Kenya and Uganda signed a covenant on Lake Victoria.", ("SUPPORT", "KEN", "UGA")),
        ("Latvia refuted insinuations by Belarus.", ("REJECT", "LVA", "BLR")),
        ("Sudan halted electricity exports to Ethiopia.", ("SANCTION", "SDN", "ETH")),
        ("Algeria massed infantry on the border with Mali.", ("MOBILIZE", "DZA", "MLI")),
    ],
)
def test_english_families_are_read(text: str, deed: Deed) -> None:
    assert deed in deeds(text, "en")


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("أرسلت الهند أجهزة تنفس وأكسجين إلى نيبال.", ("AID", "IND", "NPL")),
        ("تسلمت بوركينا فاسو من روسيا أرزا ودقيقا.", ("AID", "RUS", "BFA")),
        ("زودت كوريا الجنوبية الفلبين بقذائف ورشاشات.", ("AID", "KOR", "PHL")),
        ("رفعت اليابان حظرا على واردات اللحوم الأمريكية.", ("RETREAT", "JPN", "USA")),
        ("نقلت بولندا آلاف الجنود إلى حدودها مع روسيا البيضاء.", ("MOBILIZE", "POL", "BLR")),
        ("حجزت غانا يختا روسيا قبالة سواحلها.", ("COERCE", "GHA", "RUS")),
        ("وقعت كينيا وأوغندا معاهدتين في نيروبي.", ("SUPPORT", "KEN", "UGA")),
    ],
)
def test_arabic_families_are_read(text: str, deed: Deed) -> None:
    assert deed in deeds(text, "ar")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Finland sent no oxygen to Nepal.", "en"),
        ("A ship with rice for Cuba was built in Vietnam.", "en"),
        ("Peru did not free the Ecuadorean technicians.", "en"),
        ("لم ترسل الهند أكسجين إلى نيبال.", "ar"),
        ("لم تنقل بولندا جنودا إلى حدودها مع روسيا البيضاء.", "ar"),
        ("نقل الجيش البولندي عن روسيا البيضاء بيانا.", "ar"),
    ],
)
def test_the_rest_is_not(text: str, language: str) -> None:
    assert deeds(text, language) == set()
