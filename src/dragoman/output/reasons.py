"""Why a day is known, in a reader's language: readings state their reasons in plain English."""

import re
from collections.abc import Callable

from dragoman.lang.labels import Labels

_DAY = r"\d{4}-\d{2}-\d{2}"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (key, re.compile(form, re.DOTALL))
    for key, form in (
        ("dated", rf"(?P<words>‘.*’), story dated (?P<first>{_DAY})(?: to (?P<last>{_DAY}))?"),
        ("above_headline", "(?P<words>‘.*’) above the headline"),
        ("own_news", "told as the story's own news"),
        ("holder", "(?P<name>.+) was (?P<office>[a-z ]+) of (?P<side>[A-Z]{3}) (?P<spans>.+)"),
        ("told_day_of", "it tells of (?P<words>‘.*’), the day of (?P<what>.+)"),
        ("told_to_come", "it tells of (?P<words>‘.*’) as to come"),
        ("told_as_past", "it tells of (?P<words>.+) as past"),
        ("told_of", rf"it tells of (?P<words>.+) \((?P<first>{_DAY})\)"),
        ("headline_year", r"its headline names (?P<words>\d{4})"),
        ("date_line", r"its date line can mean (?P<words>\d+) days"),
        ("page_metadata", "page metadata"),
        ("linked_data", "JSON-LD of the page"),
        ("beside_headline", "date beside the headline"),
        ("given", "given(?: by the caller| with the document)?"),
        ("by_feed", "day given by its feed"),
        ("crawled", "day of the crawl"),
        ("fetched", "day of fetching"),
        ("first_report", "day of the first report"),
        ("corrected", "corrected by (?P<words>.+)"),
    )
)
_PARTS = re.compile("; (?![^‘’]*’)")
"""Between reasons, never within quoted words."""
_SPAN = re.compile(rf"(?P<first>{_DAY}|an unknown day) to (?P<last>{_DAY}|now)")

Say = Callable[[str], str]


def say_reason(reason: str, labels: Labels, day: Say, side: Say) -> str:
    """A reason in words of one language; one that is not known stays as it is.

    `day` and `side` name a day and a code. "‘on Friday’, story dated 2023-04-06" is
    "‘on Friday’, story dated 6 Apr 2023", or «‘on Friday’، وتاريخ الخبر 6 أبريل 2023».
    """
    return "; ".join(_said(part, labels, day, side) for part in _PARTS.split(reason))


def _said(part: str, labels: Labels, day: Say, side: Say) -> str:
    phrases = labels.groups["reasons"]
    for key, form in _FORMS:
        found = form.fullmatch(part)
        if found is None:
            continue
        given = {name: text for name, text in found.groupdict().items() if text is not None}
        if "first" in given:
            given["days"] = _between(given["first"], given.get("last"), labels, day)
        if "spans" in given:
            given["days"] = labels.text("comma").join(
                _between(m["first"], m["last"], labels, day) for m in _SPAN.finditer(given["spans"])
            )
            given["office"] = labels.word("offices", given["office"].replace(" ", "_"))
            given["side"] = side(given["side"])
        return phrases[key].format(**given)
    return part


def _between(first: str, last: str | None, labels: Labels, day: Say) -> str:
    known = {"an unknown day": labels.text("date_unknown"), "now": labels.groups["reasons"]["now"]}
    begin = known.get(first) or day(first)
    if last is None:
        return begin
    return labels.text("date_between", first=begin, last=known.get(last) or day(last))
