"""Names as pages show them: with the address of a page, and how a text runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from dragoman.output import naming
from dragoman.output.words import runs_right_to_left
from dragoman.recording.edits import CHOICES
from dragoman.store.entry import JsonObject

_PAGES = {"person": "people", "polity": "polities"}
_KINDS = {"engagement": ("kinds", "kind"), "outcome": ("outcomes", "kind"),
          "statement": ("types", "act"), "event": ("types", "type")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Naming(naming.Naming):
    """Gives names, days and addresses in one language."""

    def address(self, entity: Mapping[str, Any]) -> str:
        """Where the page of an entity is."""
        kind = "polities" if entity["id"] in self.world.polities else _PAGES.get(entity["kind"])
        return f"/{kind or 'entities'}/{quote(entity['id'], safe='')}"

    def kind(self, entry: Mapping[str, Any]) -> str:
        """The kind of an entry; of a statement that is no act, that it is one."""
        group, key = _KINDS[entry["family"]]
        return self.labels.word(group, entry[key]) or self.labels.word("records", entry["family"])

    def choices(self, family: str, field: str) -> list[tuple[str, str]]:
        """The values that a field of an entry can have, with words, where they are few."""
        if field == "topics":
            words = self.labels.groups["topics"]
            return sorted(words.items(), key=lambda item: item[1])
        group = {"status": "statuses"}.get(field, _KINDS[family][0])
        found = [(code, self.labels.word(group, code)) for code in CHOICES.get((family, field), ())]
        return found if field == "status" else sorted(found, key=lambda item: item[1])

    def title(self, entry: Mapping[str, Any]) -> str:
        """An entry in one line, for the title of its page."""
        sides = entry.get("sides") or [
            *entry.get("parties", ()), *entry.get("to", ()),
            entry.get("side") or entry.get("source"), entry.get("target"),
        ]  # fmt: skip
        names = " – ".join(self.side(code) for code in sides if code)
        parts = (self.kind(entry), names, self.days(entry["date"]) if entry.get("date") else "")
        return " · ".join(part for part in parts if part)

    def reports(self, entry: Mapping[str, Any]) -> dict[str, JsonObject]:
        """The reports of an entry by the ids of their documents."""
        return {report["document"]: report for report in entry["reports"]}

    def evidence(self, claim: Mapping[str, Any]) -> list[JsonObject]:
        """What supports a claim, without words that stand in other words of it."""
        spans: list[JsonObject] = claim["evidence"]
        return [
            span
            for span in spans
            if not any(_holds(other, span) for other in spans if other is not span)
        ]

    def quotes(self, entry: Mapping[str, Any]) -> list[JsonObject]:
        """The first words of each report that tell an entry, the reader's language first."""
        first: dict[str, JsonObject] = {}
        for span in entry["evidence"]:
            first.setdefault(span["document"], span)
        spoken = {report["document"]: report["language"] for report in entry["reports"]}
        return sorted(first.values(), key=lambda s: spoken.get(s["document"]) != self.labels.code)


def _holds(outer: JsonObject, inner: JsonObject) -> bool:
    """True where one span holds another of the same story; of equal ones, the first."""
    where = ("document", "story")
    return (
        all(outer.get(key) == inner.get(key) for key in where)
        and outer["start"] <= inner["start"]
        and inner["end"] <= outer["end"]
        and (outer["start"], outer["end"]) != (inner["start"], inner["end"])
    )


def direction(text: str | None) -> str:
    """The way a text runs, by its first letter that has one."""
    return "rtl" if text and runs_right_to_left(text) else "ltr"


def language_of(code: str | None) -> str:
    """A language code fit for the attribute `lang`, empty where unknown."""
    return code if code and code.replace("-", "").isalnum() else ""
