"""Whose words are his state's, and whose only his own: experts, activists, firms, voters."""

import pytest

from tests.extract.reading import Deed, deeds


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A Kenyan lawyer accused Norway of racism.", "en"),
        ("A Kenyan analyst urged Norway to act.", "en"),
        ("Kenyan writer John Smith criticised Uganda.", "en"),
        ('"The UN should act," said Mary Smith, a Kenyan activist.', "en"),
        ("Kenyan businessmen urged Uganda to open the border.", "en"),
        ("Kenyan demonstrators accused Uganda of meddling.", "en"),
        ("A Peruvian farmer thanked Chile for the water.", "en"),
        ("اتهم خبير كيني أوغندا بالتجسس.", "ar"),
        ("دعا الباحث الكيني أوغندا إلى فتح الحدود.", "ar"),
        ("دعا ناشط كيني أوغندا إلى فتح الحدود.", "ar"),
    ],
)
def test_private_people_speak_for_themselves(text: str, language: str) -> None:
    assert deeds(text, language) == set()


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("A Kenyan diplomat accused Norway of racism.", ("ACCUSE", "KEN", "NOR")),
        ("The Kenyan parliament urged Norway to act.", ("REQUEST", "KEN", "NOR")),
        ("Kenya's spokesman criticised Uganda.", ("ACCUSE", "KEN", "UGA")),
        (
            "Kenyan opposition leader John Smith accused Uganda of meddling.",
            ("ACCUSE", "KEN", "UGA"),
        ),
        ("A United Nations expert urged Norway to act.", ("REQUEST", "UNO", "NOR")),
        ("A Kenyan company signed a deal with Uganda.", ("SUPPORT", "KEN", "UGA")),
    ],
)
def test_those_in_office_and_parties_speak_for_theirs(text: str, deed: Deed) -> None:
    assert deed in deeds(text, "en")


def test_a_press_conference_is_no_journalist() -> None:
    text = "عقد الوزير الكيني مؤتمره الصحفي الأول. وقال الوزير: نرحب بوساطة النرويج."
    assert deeds(text, "ar") == {("SUPPORT", "KEN", "NOR")}
