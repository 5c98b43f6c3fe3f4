"""Goods, arms, troops, captives, ships and pacts that stand for each other in rules."""

import pytest

from tests.extract.reading import Deed, deeds


@pytest.mark.parametrize(
    ("text", "language", "deed"),
    [
        ("Finland sent oxygen and ventilators to Nepal.", "en", ("AID", "FIN", "NPL")),
        ("Vietnam donated cooking oil and sugar to Cuba.", "en", ("AID", "VNM", "CUB")),
        (
            "Slovakia has supplied Ukraine with howitzers and minesweepers.",
            "en",
            ("AID", "SVK", "UKR"),
        ),
        ("Peru freed two Ecuadorean technicians on Friday.", "en", ("RETREAT", "PER", "ECU")),
        ("Ghana seized a Chinese dredger off Takoradi.", "en", ("COERCE", "GHA", "CHN")),
        ("Kenya and Uganda signed a covenant on Lake Victoria.", "en", ("SUPPORT", "KEN", "UGA")),
        ("Latvia refuted insinuations by Belarus.", "en", ("REJECT", "LVA", "BLR")),
        ("Sudan halted electricity exports to Ethiopia.", "en", ("SANCTION", "SDN", "ETH")),
        ("Algeria massed infantry on the border with Mali.", "en", ("MOBILIZE", "DZA", "MLI")),
        ("أرسلت الهند أجهزة تنفس وأكسجين إلى نيبال.", "ar", ("AID", "IND", "NPL")),
        ("تسلمت بوركينا فاسو من روسيا أرزا ودقيقا.", "ar", ("AID", "RUS", "BFA")),
        ("زودت كوريا الجنوبية الفلبين بقذائف ورشاشات.", "ar", ("AID", "KOR", "PHL")),
        ("رفعت اليابان حظرا على واردات اللحوم الأمريكية.", "ar", ("RETREAT", "JPN", "USA")),
        ("نقلت بولندا آلاف الجنود إلى حدودها مع روسيا البيضاء.", "ar", ("MOBILIZE", "POL", "BLR")),
        ("حجزت غانا يختا روسيا قبالة سواحلها.", "ar", ("COERCE", "GHA", "RUS")),
        ("وقعت كينيا وأوغندا معاهدتين في نيروبي.", "ar", ("SUPPORT", "KEN", "UGA")),
    ],
)
def test_each_word_of_a_family_is_read(text: str, language: str, deed: Deed) -> None:
    assert deed in deeds(text, language)


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
