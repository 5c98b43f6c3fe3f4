"""Every rule reads its own sentences and leaves alone those that it must never read."""

import pytest

from dragoman.core.reading import Reading
from dragoman.lang.discover import languages
from dragoman.lang.rules import Rule, RuleBook, pack_rules, rule_problems
from tests.extract.reading import read

RULES = [(code, rule) for code in languages() for rule in RuleBook.for_language(code).rules]
READS = [
    pytest.param(code, rule, text, id=f"{rule.id}-{k}")
    for code, rule in RULES
    for k, text in enumerate(rule.reads)
]
NEVER = [
    pytest.param(code, rule, text, id=f"{rule.id}-{k}")
    for code, rule in RULES
    for k, text in enumerate(rule.never)
]


def told(reading: Reading, rule: Rule) -> bool:
    """True where the reading holds what the rule stands for, as having happened or planned."""
    if rule.engagement:
        return any(
            e.kind == rule.engagement and e.status in ("happened", "planned")
            for e in reading.engagements
        )
    if rule.act:
        return any(e.type == rule.act and e.status == "happened" for e in reading.events)
    return any(o.kind == rule.outcome for o in reading.outcomes)


@pytest.mark.parametrize(("code", "rule", "text"), READS)
def test_reads(code: str, rule: Rule, text: str) -> None:
    assert told(read(text, code, domestic=True), rule)


@pytest.mark.parametrize(("code", "rule", "text"), NEVER)
def test_never_reads(code: str, rule: Rule, text: str) -> None:
    reading = read(text, code, domestic=True)
    assert not any(e.rule == rule.id and e.status == "happened" for e in reading.events)
    if rule.outcome and not rule.act:
        assert not any(o.kind == rule.outcome for o in reading.outcomes)


@pytest.mark.parametrize("code", languages())
def test_rules_keep_their_form(code: str) -> None:
    assert list(rule_problems(code, pack_rules(code))) == []
