"""Words that say of a thing only whose it is: «سفينة تابعة للبحرية» ("a ship of the navy")."""

from collections.abc import Sequence

from dragoman.core.document import Token
from dragoman.extract.elements import Element
from dragoman.lang.pack import LanguagePack

_PHRASE = 3
"""The most words that name the thing: «قارب صيد صغير» (qārib ṣayd ṣaghīr, "a small boat")."""
_OPENS = frozenset('&,.:;"')
_PEOPLE = frozenset("BQOJNELW")
_OWNERS = frozenset("PCGBWDLOQJEN")


def without_ties(
    pack: LanguagePack, tokens: Sequence[Token], row: Sequence[Element]
) -> list[Element]:
    """The row in which owners stand right behind what is theirs, or for it where it acts.

    «صادرت شاحنات تعود لشركات كونغولية» (shāḥināt taʿūdu li-sharikāt, "trucks that belong to
    Congolese firms") is «شاحنات شركات كونغولية»; «اعترضت سفينة تابعة للبحرية الصينية قاربا»
    (iʿtaraḍat safīna tābiʿa li-l-baḥriyya ṣ-ṣīniyya qāriban, "a ship of the Chinese navy stopped
    a boat") tells of the navy.
    """
    belonging = pack.discourse["belonging"]
    kept: list[Element] = []
    k = 0
    while k < len(row):
        tied = 0 < k < len(row) - 2 and tokens[row[k].first].norm in belonging
        owner = tied and row[k + 1].letter == ">" and row[k + 2].letter in _OWNERS
        if not (owner and _is_thing(pack, tokens, kept)):
            kept.append(row[k])
            k += 1
            continue
        kept = kept[: _acting(pack, tokens, kept)]
        k += 2
    return kept


def _is_thing(pack: LanguagePack, tokens: Sequence[Token], kept: Sequence[Element]) -> bool:
    """True for a row that ends with a noun without an article, nobody among its words."""
    if not kept or kept[-1].letter != "x" or (len(kept) > 1 and kept[-2].letter in _PEOPLE):
        return False
    return not tokens[kept[-1].first].norm.startswith(pack.article)


def _acting(pack: LanguagePack, tokens: Sequence[Token], kept: Sequence[Element]) -> int:
    """Where the thing at the end of a row begins if it is what a verb that opens the row does."""
    for k in range(len(kept) - 1, max(-1, len(kept) - 2 - _PHRASE), -1):
        opens = k == 0 or kept[k - 1].letter in _OPENS
        verb = kept[k].letter == "x" and pack.lexicon.is_finite(tokens[kept[k].first].norm)
        if opens:
            return k + 1 if verb and k < len(kept) - 1 else len(kept)
        if kept[k].letter not in "xB":
            break
    return len(kept)
