"""The words that a pack gives to codes and to the pages: how its readers are spoken to."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dragoman.core.errors import DataError
from dragoman.lang.discover import languages
from dragoman.lang.pack import pack_toml

FILE = "labels.toml"


@dataclass(frozen=True, slots=True)
class Labels:
    """One language's labels: `groups` maps a group ("offices") and a code to words.

    `direction` is "ltr" or "rtl", `name` the language's own name, `order` its place among the
    languages that are offered; the first is what those get who asked for none of them.
    """

    code: str
    name: str
    direction: str
    order: int
    groups: Mapping[str, Mapping[str, str]]

    def word(self, group: str, code: str | None) -> str:
        """The words for a code; a code without words is shown as itself, spaced."""
        if not code:
            return ""
        return self.groups.get(group, {}).get(code) or code.replace("_", " ").replace("-", " ")

    def text(self, key: str, **values: object) -> str:
        """A phrase of the pages, its {places} filled.

        Raises:
            DataError: the pack states no such phrase.
        """
        phrase = self.groups["pages"].get(key)
        if phrase is None:
            raise DataError(f"packs/{self.code}/{FILE}: [pages] has no {key!r}: add it")
        return phrase.format(**values) if values else phrase


@cache
def labels(code: str) -> Labels:
    """The labels of a language, loaded once.

    Raises:
        DataError: the file is missing or broken, or there is no such language.
    """
    if code not in languages():
        raise DataError(f"no labels for {code!r}: add a folder lang/packs/{code}")
    data = pack_toml(code, FILE)
    try:
        head = data.pop("language")
        return Labels(
            code=code,
            name=head["name"],
            direction=head["direction"],
            order=head["order"],
            groups=MappingProxyType({k: MappingProxyType(v) for k, v in data.items()}),
        )
    except (KeyError, AttributeError) as error:
        raise DataError(f"packs/{code}/{FILE}: [language] lacks {error}: state it") from error


@cache
def offered() -> tuple[Labels, ...]:
    """The labels of all languages, in the order in which they are offered."""
    return tuple(sorted((labels(code) for code in languages()), key=lambda item: item.order))
