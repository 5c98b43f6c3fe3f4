"""Whether words for "beside" lead in one more actor, whom somebody stands by, or what went on."""

from collections.abc import Sequence

from dragoman.core.document import Token
from dragoman.core.fold import fold
from dragoman.extract.word_rows import WordRow
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


def goes_on_besides(row: WordRow, j: int) -> bool:
    """True for a "with" that tells what went on besides: ", with Chad's war on the agenda"."""
    k = _behind(row, j, "AH")
    return (k is not None and row.nodes[k].letter == "a" and row.nodes[k].owned) or others_do(
        row, j
    )


def others_do(row: WordRow, j: int) -> bool:
    """True for a "with" that tells what others did: ", with Chad and Mali abstaining"."""
    k = _behind(row, j, "AHa&,")
    return k is not None and row.nodes[k - 1].letter == "a" and row.participle(k)


def _behind(row: WordRow, j: int, letters: str) -> int | None:
    """The first node behind a "with" after a comma that has none of the letters."""
    if row.nodes[j - 1].letter != ",":
        return None
    return next(
        (k for k in range(j + 1, len(row.nodes)) if row.nodes[k].letter not in letters), None
    )
