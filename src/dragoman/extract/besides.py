"""Whether words for "beside" lead in one more actor, or whom somebody stands by."""

from collections.abc import Sequence

from dragoman.core.document import Token
from dragoman.core.fold import fold
from dragoman.lang.gazetteer import Entry
from dragoman.lang.pack import LanguagePack

_FAR = 10
"""How many words before "beside" its verb may stand."""


def stood_by(
    pack: LanguagePack, tokens: Sequence[Token], i: int, entries: tuple[Entry, ...]
) -> tuple[Entry, ...]:
    """The meanings of words for "beside" at `i`, the preposition first behind a verb of standing.

    «تقف كينيا إلى جانب غانا» (taqifu Kīniyā ilā jānib Ghānā, "Kenya stands by Ghana"), but
    «وقعت كينيا إلى جانب غانا» (waqqaʿat, "Kenya signed, as did Ghana").
    """
    if all(e.id != "and" for e in entries):
        return entries
    stands = any(_stands(pack, tokens[k].norm) for k in range(max(0, i - _FAR), i))
    return tuple(sorted(entries, key=lambda e: (e.id == "preposition") is not stands))


def _stands(pack: LanguagePack, norm: str) -> bool:
    lemmas = {fold(a.lemma) for a in pack.lexicon.analyses(norm)}
    return bool(lemmas & pack.discourse["standing"])
