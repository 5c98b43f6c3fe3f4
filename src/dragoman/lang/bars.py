"""The words that menus, share bars and letter-size controls are made of, as the packs list them."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Literal

from dragoman.core.errors import DataError
from dragoman.core.fold import fold
from dragoman.lang.discover import languages, pack_text

BarWord = Literal["home", "section", "network", "share", "size", "filler"]
"""What a word of a bar is; fillers ("on", «عبر») say nothing by themselves."""

_KINDS: Mapping[str, BarWord] = {
    "fillers": "filler", "sizes": "size", "share": "share", "networks": "network",
    "sections": "section", "home": "home",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+")


class Bars:
    """The bar words of all packs, found by longest match."""

    def __init__(self, packs: Iterable[Mapping[str, Any]]) -> None:
        phrases: dict[tuple[str, ...], BarWord] = {}
        data = list(packs)
        for key, kind in _KINDS.items():
            for pack in data:
                for phrase in pack["bars"][key]:
                    phrases[tuple(_WORD.findall(fold(phrase)))] = kind
        self._by_first: dict[str, list[tuple[tuple[str, ...], BarWord]]] = {}
        for words, kind in sorted(phrases.items(), key=lambda item: -len(item[0])):
            self._by_first.setdefault(words[0], []).append((words, kind))

    def cover(self, text: str) -> list[BarWord] | None:
        """What the words of a text are, None where one of them belongs to no bar.

        "Share on Facebook | X" is a share word, a filler and two networks.
        """
        words = _WORD.findall(fold(text))
        found: list[BarWord] = []
        at = 0
        while at < len(words):
            for phrase, kind in self._by_first.get(words[at], ()):
                if tuple(words[at : at + len(phrase)]) == phrase:
                    found.append(kind)
                    at += len(phrase)
                    break
            else:
                return None
        return found


@cache
def bars() -> Bars:
    """The bar words of all packs, loaded once.

    Raises:
        DataError: a pack's furniture.toml lacks the table or one of its keys, or is no TOML.
    """
    packs = []
    for code in languages():
        try:
            packs.append(tomllib.loads(pack_text(code, "furniture.toml")))
        except tomllib.TOMLDecodeError as error:
            raise DataError(f"lang/packs/{code}/furniture.toml is no TOML: {error}") from error
    try:
        return Bars(packs)
    except KeyError as error:
        raise DataError(f"the table [bars] of a furniture.toml lacks {error}: add it") from error
