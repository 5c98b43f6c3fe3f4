"""Names as pages show them: with the address of a page, and how a text runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from babel import Locale

from dragoman.lang.labels import Labels
from dragoman.output import naming
from dragoman.output.words import runs_right_to_left

_PAGES = {"person": "people", "polity": "polities"}


@dataclass(frozen=True, slots=True)
class Naming(naming.Naming):
    """Gives names, days and addresses in one language."""

    def address(self, entity: Mapping[str, Any]) -> str:
        """Where the page of an entity is."""
        kind = "polities" if entity["id"] in self.world.polities else _PAGES.get(entity["kind"])
        return f"/{kind or 'entities'}/{quote(entity['id'], safe='')}"


def direction(text: str | None) -> str:
    """The way a text runs, by its first letter that has one."""
    return "rtl" if text and runs_right_to_left(text) else "ltr"


def language_of(code: str | None) -> str:
    """A language code fit for the attribute `lang`, empty where unknown."""
    return code if code and code.replace("-", "").isalnum() else ""


def language_name(code: str, labels: Labels) -> str:
    """The name of a language in the reader's language."""
    return str(Locale(labels.code).languages.get(code, code))
