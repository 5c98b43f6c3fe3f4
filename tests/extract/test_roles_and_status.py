"""Who did what to whom, and whether it happened: the same act told in many ways.

The pairs stand in `pairs/<language>.txt`. A block opens with the type of the act and its source
and target; below it, `+` tells the act as having happened, `-` as anything else (negated,
refused, denied, hoped for, planned, called off), `~` with source and target swapped. The word
after the sign says how.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.extract.reading import read

PAIRS = Path(__file__).parent / "pairs"
LEAST = 150
PLANNED = frozenset({"planned", "expected", "future", "intends"})
NO_CONTACT = frozenset({"negated", "refused", "denied", "conditional", "never", "not-will"})


@dataclass(frozen=True)
class Case:
    """One telling of an act between two sides."""

    language: str
    sign: str
    way: str
    text: str
    type: str
    source: str
    target: str


def all_cases() -> Iterator[Case]:
    for path in sorted(PAIRS.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            head, *lines = block.splitlines()
            for line in lines:
                way, text = line[1:].split(" ", 1)
                yield Case(path.stem, line[0], way, text, *head.split())


CASES = list(all_cases())


def cases(sign: str, kind: str | None = None) -> list[object]:
    return [
        pytest.param(c, id="-".join([c.language, c.type, c.source, c.target, c.way]))
        for c in CASES
        if c.sign == sign and kind in (None, c.type)
    ]


def happened(text: str, language: str) -> set[tuple[str, str, str]]:
    """Type, source and target of all that happened; contacts in the order of the alphabet."""
    found = set()
    for event in read(text, language).events:
        sides = event.source, event.target
        if event.type == "CONSULT":
            sides = min(sides), max(sides)
        if event.status == "happened":
            found.add((event.type, *sides))
    return found


def wanted(case: Case) -> tuple[str, str, str]:
    sides = case.source, case.target
    return (case.type, *(sorted(sides) if case.type == "CONSULT" else sides))


@pytest.mark.parametrize("case", cases("+"))
def test_told_as_happened(case: Case) -> None:
    assert wanted(case) in happened(case.text, case.language)


@pytest.mark.parametrize("case", cases("-"))
def test_not_told_as_happened(case: Case) -> None:
    assert wanted(case) not in happened(case.text, case.language)


@pytest.mark.parametrize("case", cases("~"))
def test_roles_swap_with_the_words(case: Case) -> None:
    found = happened(case.text, case.language)
    assert (case.type, case.target, case.source) in found
    assert (case.type, case.source, case.target) not in found


@pytest.mark.parametrize("case", cases("-", "CONSULT"))
def test_status_of_contacts(case: Case) -> None:
    told = {
        e.status
        for e in read(case.text, case.language).engagements
        if set(e.sides) == {case.source, case.target}
    }
    assert "happened" not in told
    if case.way in PLANNED:
        assert told == {"planned"}
    elif case.way in NO_CONTACT:
        assert "planned" not in told
    elif case.way == "cancelled":
        assert told == {"cancelled"}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_enough_pairs(language: str) -> None:
    told = [c for c in CASES if c.language == language and c.sign in "-~"]
    assert len(told) >= LEAST


REFUSALS = [
    ("en", "Jordan's foreign minister refused to meet his Qatari counterpart.", "JOR", "QAT"),
    ("en", "Ukraine rejected talks with Russia in Minsk.", "UKR", "RUS"),
    ("en", "Kosovo declined to hold talks with Serbia in Brussels.", "XKX", "SRB"),
    ("ar", "رفضت أوكرانيا إجراء محادثات مع روسيا في مينسك.", "UKR", "RUS"),
    ("ar", "رفض وزير الخارجية الأردني لقاء نظيره القطري.", "JOR", "QAT"),
]


@pytest.mark.parametrize(("language", "text", "source", "target"), REFUSALS)
def test_refusing_is_an_act(language: str, text: str, source: str, target: str) -> None:
    assert ("REJECT", source, target) in happened(text, language)


PLANS = [
    ("en", "The Danish prime minister will visit Vietnam on 20 January.", "DNK", "VNM"),
    ("en", "Kenya's president is expected to meet his Ethiopian counterpart.", "KEN", "ETH"),
    ("ar", "ستزور رئيسة الوزراء الدنماركية فيتنام في 20 يناير.", "DNK", "VNM"),
    ("ar", "من المقرر أن يلتقي الرئيس الكيني نظيره الإثيوبي غدا.", "KEN", "ETH"),
]


@pytest.mark.parametrize(("language", "text", "source", "target"), PLANS)
def test_planning_a_contact_is_agreeing(language: str, text: str, source: str, target: str) -> None:
    assert ("AGREE", source, target) in happened(text, language)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Iraq invaded Kuwait in August 1990.", "en"),
        ("هاجم العراق الكويت في أغسطس 1990.", "ar"),
    ],
)
def test_what_was_long_before_the_story_is_historical(text, code):
    (event,) = read(text, code).events
    assert event.status == "historical"
    assert event.date is not None
    assert event.date.earliest.year == 1990


def test_what_was_days_before_the_story_is_its_news():
    (event,) = read("Iraq attacked Kuwait on January 5.", "en").events
    assert event.status == "happened"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Alliance chief welcomes Kenyan president to first meeting of Tana Forum",
            "Kenya's president met the Somali premier in Nairobi on Monday.",
        ),
        ("درة أندرلان", "التقى السفير الفرنسي مارك أندرلان وزير الخارجية الكيني في نيروبي."),
    ],
)
def test_titles_end_without_a_stop(title, text):
    assert read(f"{title}\n\n{text}", title=title).engagements
