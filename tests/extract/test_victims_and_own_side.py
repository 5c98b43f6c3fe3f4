"""Who condemns a killing accuses no victims; who accuses his own side accuses nobody else."""

import pytest

from tests.extract.reading import deeds


def accused(text: str) -> set[tuple[str | None, str | None]]:
    return {(source, target) for kind, source, target in deeds(text) if kind == "ACCUSE"}


@pytest.mark.parametrize(
    "text",
    [
        "وقال وزير الخارجية الأردني: ندين بأشد العبارات قتل الممرضين الكينيين في أريحا.",
        "وأدانت فرنسا بأقسى العبارات اختطاف الدبلوماسيين اليابانيين في باماكو.",
        "واتهم الرئيس الفلسطيني حماس بخطف ثلاثة من المستوطنين الإسرائيليين.",
        "واتهمت الحكومة اليمنية الحوثيين بمهاجمة السعودية.",
    ],
)
def test_whom_a_wrong_befell_is_not_accused_of_it(text):
    assert not accused(text)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("وأدانت كينيا بأشد العبارات قتل إسرائيل للصحفيين الفلسطينيين.", ("KEN", "ISR")),
        ("واتهمت الحكومة اليمنية إيران بمهاجمة السعودية.", ("YEM", "IRN")),
        ("وأدان وزير الخارجية الغاني بأشد العبارات القصف الروسي على أوكرانيا.", ("GHA", "RUS")),
    ],
)
def test_who_did_it_is_accused(text, pair):
    assert pair in accused(text)
