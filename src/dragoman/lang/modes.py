"""In which of its modes an act is done, by the words around it (`modes.toml` of a pack)."""

from collections.abc import Sequence
from functools import lru_cache

from dragoman.lang.affixes import Affixes
from dragoman.lang.pack import pack_toml
from dragoman.lang.phrases import Phrases

_OWN = 3


class ModeFinder:
    """The words of one language that tell the mode of an act.

    `modes.toml` lists for each type its modes, the most telling first, each with phrases.
    """

    __slots__ = ("_cues",)

    def __init__(self, code: str) -> None:
        article = Affixes.for_language(code).article
        self._cues: dict[str, list[tuple[str, Phrases[None]]]] = {}
        for kind, modes in pack_toml(code, "modes.toml").items():
            for mode, texts in modes.items():
                phrases: Phrases[None] = Phrases(article)
                for text in texts:
                    phrases.add(text, None)
                self._cues.setdefault(kind, []).append((mode, phrases))

    @classmethod
    def for_language(cls, code: str) -> "ModeFinder":
        """The finder of a language, built once.

        Raises:
            DataError: `modes.toml` is missing or broken.
        """
        return _finder(code)

    def __call__(self, kind: str, words: Sequence[str], trigger: int | None) -> str | None:
        """The mode of an act of a type that the word at `trigger` sets off.

        The trigger itself speaks first ("shelled"), then the words behind it, then all `words`;
        with no trigger, as for what is only said, all count alike.
        """
        cues = self._cues.get(kind, ())
        at = len(words) if trigger is None else trigger
        for part in (words[at : at + 1], words[at : at + _OWN], words):
            for mode, phrases in cues:
                if phrases.anywhere(part):
                    return mode
        return None


@lru_cache(maxsize=64)
def _finder(code: str) -> ModeFinder:
    return ModeFinder(code)
