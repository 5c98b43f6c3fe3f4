"""How far a commitment has come, by the words that each language's pack lists for it."""

import re
from functools import lru_cache

from dragoman.core.fold import fold
from dragoman.lang.affixes import Affixes
from dragoman.lang.discover import languages
from dragoman.lang.pack import pack_toml
from dragoman.lang.phrases import Phrases

_ORDER = ("withdrawn", "in_force", "ratified", "fulfilled", "repeated", "signed")
"""Of several stages that a sentence names, the first of these counts."""
_WORD = re.compile(r"[\w']+")


@lru_cache(maxsize=64)
def _stages(code: str) -> Phrases[str]:
    found: Phrases[str] = Phrases(Affixes.for_language(code).article)
    for stage, forms in pack_toml(code, "lexicon.toml")["stages"].items():
        for form in forms:
            found.add(form, stage)
    return found


def stage_of(text: str, language: str | None) -> str | None:
    """The stage that a text's words name; None where they name none.

    From "Cyprus ratified its gas treaty with Lebanon" comes `ratified`, from «دخلت الاتفاقية حيز
    النفاذ» (dakhalat al-ittifāqiyya ḥayyiz al-nafādh, "the agreement entered into force")
    `in_force`.
    """
    if language not in languages():
        return None
    bound = Affixes.for_language(language).conjunctions
    words = _WORD.findall(fold(text))
    bare = [w[1:] if w[:1] in bound and len(w) > 3 else w for w in words]
    phrases = _stages(language)
    named = {
        stage for row in (words, bare) for i in range(len(row)) for _, stage in phrases.at(row, i)
    }
    return next((s for s in _ORDER if s in named), None)
