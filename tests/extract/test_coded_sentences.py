"""Single sentences, each coded as PLOVER would: who of which sector did what to whom, and how.

A line of `coded/<language>.txt` is `TYPE[/mode] SOURCE SECTOR TARGET SECTOR: sentence`; `-` stands
for what the sentence does not tell or what is not asked for. Contacts are written either way round.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.core.reading import Event
from dragoman.knowledge.ontology import load_ontology
from dragoman.lang.discover import languages
from dragoman.lang.pack import pack_toml
from dragoman.lang.rules import RuleBook
from tests.extract.reading import read

CODED = Path(__file__).parent / "coded"
LEAST = 100
BY_SIDES = frozenset({("CONSULT", "third-party"), ("CONSULT", "multilateral")})
"""Modes that follow from who takes part, not from words."""


def coded() -> Iterator[object]:
    for path in sorted(CODED.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            code, text = line.split(": ", 1)
            yield pytest.param(path.stem, code.split(), text, id=f"{path.stem}-{number}")


def fits(event: Event, code: list[str]) -> bool:
    what, source, source_sector, target, target_sector = code
    kind, _, mode = what.partition("/")
    found = (event.source or "-", event.target or "-")
    return (
        event.status == "happened"
        and (event.type, event.mode or "") == (kind, mode or event.mode or "")
        and (found == (source, target) or (kind == "CONSULT" and found == (target, source)))
        and source_sector in ("-", event.source_sector)
        and target_sector in ("-", event.target_sector)
    )


@pytest.mark.parametrize(("language", "code", "text"), list(coded()))
def test_coded(language: str, code: list[str], text: str) -> None:
    events = read(text, language, domestic=True).events
    assert any(fits(e, code) for e in events), events


@pytest.mark.parametrize("language", languages())
def test_enough_are_coded(language: str) -> None:
    lines = (CODED / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    assert len(set(lines)) >= LEAST


@pytest.mark.parametrize("language", languages())
def test_every_mode_has_words(language: str) -> None:
    told = {(rule.act, rule.mode) for rule in RuleBook.for_language(language).rules}
    told |= {(kind, mode) for kind, modes in pack_toml(language, "modes.toml").items()
             for mode in modes}  # fmt: skip
    wanted = {(t.name, m) for t in load_ontology().types.values() for m in t.modes}
    assert wanted - BY_SIDES <= told
    assert {(k, m) for k, m in told if k and m} <= wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police in Nairobi arrested ten protesters."),
        ("en", "Rebels released two hostages."),
        ("en", "India test-fired a missile."),
        ("ar", "اعتقلت الشرطة في نيروبي عشرة متظاهرين."),
        ("ar", "أجرت الهند تجربة لصاروخ بعيد المدى."),
    ],
)
def test_acts_within_a_polity_are_told_on_demand_only(language: str, text: str) -> None:
    assert read(text, language, domestic=True).events
    assert not read(text, language).events


def test_sentence_may_end_in_a_participle_that_describes_its_object() -> None:
    events = read("Kenya freed two of the men Uganda had asked to see arrested", "en").events
    assert all(e.type != "COERCE" for e in events)
