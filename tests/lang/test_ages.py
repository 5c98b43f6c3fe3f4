"""How old an event is said to be."""

from datetime import date

import pytest

from dragoman.core.document import Token
from dragoman.core.fold import fold
from dragoman.lang.ages import Age, Ages


def ages(code: str, text: str) -> list[Age]:
    """The ages in a text whose words, clitics included, are set apart by spaces."""
    tokens, start = [], 0
    for word in text.split():
        tokens.append(Token(start, start + len(word), fold(word), "word", False, word[0].isupper()))
        start += len(word) + 1
    return Ages.for_language(code).find(tokens)


@pytest.mark.parametrize(
    ("code", "text", "number", "unit", "running", "own"),
    [
        ("en", "three months after the siege", 3, "month", False, False),
        ("en", "100 days into the strike", 100, "day", False, False),
        ("en", "on the fifth day of the siege", 5, "day", True, False),
        ("en", "the strike entered its third week", 3, "week", True, True),
        ("ar", "بعد مرور 80 يوما على الحصار", 80, "day", False, False),
        ("ar", "بعد ثلاثة أشهر من الحصار", 3, "month", False, False),
        ("ar", "بعد شهرين على الحصار", 2, "month", False, False),
        ("ar", "في اليوم العاشر ل الحصار", 10, "day", True, False),
        ("ar", "دخل الحصار يوم ه المئة", 100, "day", True, True),
        ("ar", "دخل الحصار شهر ه الثالث", 3, "month", True, True),
    ],
)
def test_ages(code: str, text: str, number: int, unit: str, running: bool, own: bool) -> None:
    (age,) = ages(code, text)
    assert (age.number, age.unit, age.running, age.own) == (number, unit, running, own)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "the talks lasted three months"),
        ("en", "three ministers after the siege"),
        ("ar", "استمرت المحادثات ثلاثة أشهر"),
        ("ar", "وصل الوزير اليوم إلى العاصمة"),
        ("ar", "ثلاثة وزراء من الحكومة"),
    ],
)
def test_no_ages(code: str, text: str) -> None:
    assert ages(code, text) == []


def test_days_since() -> None:
    start = date(2000, 1, 1)
    hundredth = Age(0, 1, 100, "day", running=True, own=False)
    assert hundredth.days_since(start)[0] <= date(2000, 4, 9) <= hundredth.days_since(start)[1]
    passed = Age(0, 1, 2, "month", running=False, own=False)
    early, late = passed.days_since(start)
    assert early <= date(2000, 3, 1)
    assert date(2000, 3, 15) <= late <= date(2000, 4, 15)
