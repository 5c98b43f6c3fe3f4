"""Sentences and words of a paragraph.

"Gen. Rahimi met U.S. envoys. They spoke." is two sentences; «د. سليم في عمّان. عاد أمس.»
(d. Salīm fī ʿAmmān. ʿāda ams., "Dr Salim is in Amman. He returned yesterday.") is two as well.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dragoman.core.document import Token, TokenKind
from dragoman.core.fold import fold
from dragoman.core.spans import Span
from dragoman.lang.furniture import Segments, segments

_TOKEN_KINDS: Mapping[str | None, TokenKind] = {"number": "number", "punct": "punct"}
LONGEST_SENTENCE = 1200
"""Above so many code points a sentence is cut at a semicolon or comma."""

_M = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c-\u200f"
_END = re.compile(
    r"[.!?؟…]+"
    r"[\"'”’»)\]]*(?=\s|$|[“«\"(\[][^\W\d_]|(?<=[.!?؟])[^\W\d_]{3})"
)
_LAST_WORD = re.compile(r"[^\s(«“\"'\[]+$")
_NEXT_WORD = re.compile(r"[\s\"'“”‘’«»()\[\]*_–—-]*([^\W_]+)")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")
_NUMBERING = re.compile(r"\W*(?:\d{1,3}|[^\W\d_])[.)]+")
_LOWER = "a-zà-öø-ÿ"
_ALNUM = re.compile(r"[^\W_]")
_SOFT = re.compile(r"[;؛]\s|[,،]\s")


@cache
def _token_pattern(code: str | None) -> re.Pattern[str]:
    """One pattern for all tokens of a language; without a pack, the plainest habits."""
    habits = segments(code) if code else None
    hyphens = "-\u2010\u2011" if habits is None or habits.hyphen_joins else ""
    suffixes = [s[1:] for s in habits.suffixes] if habits else []
    ends = "|".join(re.escape(s) for s in suffixes)
    suffix = rf"(?P<suffix>(?:(?<=[^\W_])|(?<=[^\W_] ))['’ʼ](?i:{ends})(?![\w]))|" if ends else ""
    guard = rf"(?!(?i:{ends})(?!\w))" if ends else ""
    inner = rf"[^\W_]\w*(?:[{_M}]+\w*)*"
    joiner = rf"['’ʼ]{guard}" + (rf"|[{hyphens}](?=[^\W_])" if hyphens else "")
    joiner += _broken(habits) if habits is not None and hyphens else ""
    return re.compile(
        rf"{suffix}"
        rf"(?P<acronym>(?<!\w)(?:[^\W\d_][{_M}]*\.){{2,}}(?:[^\W\d_](?!\w))?)"
        rf"|(?P<number>\d+(?:[.,:/٫٬+]\d+)*(?!\w)(?!-[^\W\d_]))"
        rf"|(?P<word>{inner}(?:(?:{joiner}){inner})*)"
        rf"|(?P<punct>\S)"
    )


def _broken(habits: Segments) -> str:
    """What joins a word that wires left a space in, behind its hyphen: "Moo- hyun", "war- torn".

    No small word of the language follows there: in "low- and middle-income" the hyphen hangs.
    """
    small = "|".join(sorted(map(re.escape, habits.stop_words)))
    return rf"|(?<=[^\W\d_])- (?=[{_LOWER}])(?!(?i:{small})(?!\w))"


def tokens_of(raw: str, start: int, end: int, code: str | None) -> tuple[Token, ...]:
    """The words, numbers and marks of `raw[start:end]`, in order.

    "U.S.", "two-state" and "two- state" are one token each, the English possessive its own
    («minister», «'s»), and so is every mark; «التحالف الياباني-الأمريكي» (al-taḥāluf
    al-yābānī-l-amrīkī, "the Japanese-American alliance") has its hyphen apart.
    """
    out: list[Token] = []
    before = -1
    for match in _token_pattern(code).finditer(raw, start, end):
        first, last = match.span()
        text = match[0]
        norm = (text.lower() if text.isascii() else fold(text)).replace("- ", "-")
        if norm:
            kind = _TOKEN_KINDS.get(match.lastgroup, "word")
            out.append(Token(first, last, norm, kind, first == before, text[0].isupper()))
        before = last
    return tuple(out)


def _ends_here(text: str, match: re.Match[str], habits: Segments | None) -> bool:
    """Whether the mark found really closes a sentence."""
    mark = match[0]
    following = _NEXT_WORD.match(text, match.end())
    after = following[1] if following else ""
    if after[:1].islower():
        return False
    if (
        match.end() < len(text)
        and not text[match.end()].isspace()
        and not _run_together(text, match.end(), after)
    ):
        return False
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    word_match = _LAST_WORD.search(text, max(0, match.start() - 40), match.start())
    if word_match is None:
        return True
    return _closes(word_match[0], after, habits)


def _run_together(text: str, at: int, after: str) -> bool:
    """True where a sentence begins without a space: "signed.The" but not "example.com"."""
    return text[at : at + 1].isupper() or not (after.isascii() or after[:1].isupper())


def _closes(word: str, after: str, habits: Segments | None) -> bool:
    """Whether a full stop after `word`, before `after`, closes a sentence."""
    folded = fold(word).rstrip(".")
    starts = habits is not None and fold(after) in habits.starters and after[:1].isupper()
    if habits is not None:
        if folded in habits.titles:
            return folded in habits.maybe and starts
        if folded in habits.numbered and after[:1].isdigit():
            return False
        if folded in habits.maybe:
            return not after or starts
    if _ACRONYM.fullmatch(word + "."):
        if len(word) == 1:
            return not after or (word.islower() and starts) or word.isdigit()
        return not after or starts
    return True


def sentence_spans(raw: str, start: int, end: int, code: str | None) -> list[Span]:
    """The sentences of `raw[start:end]`, without the space around them."""
    text = raw[start:end]
    habits = segments(code) if code else None
    out: list[Span] = []
    begin = 0
    for match in _END.finditer(text):
        if match.end() <= begin or _NUMBERING.fullmatch(text, begin, match.end()):
            continue
        if not _ends_here(text, match, habits):
            continue
        out.extend(_trimmed(text, begin, match.end(), start))
        begin = match.end()
    out.extend(_trimmed(text, begin, len(text), start))
    return out


def _trimmed(text: str, begin: int, end: int, offset: int) -> Iterator[Span]:
    """The stretch without outer space, in pieces where it is too long."""
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    while end - begin > LONGEST_SENTENCE:
        cut = _soft_cut(text, begin, begin + LONGEST_SENTENCE)
        if cut is None:
            break
        yield Span(offset + begin, offset + cut)
        begin = cut
        while begin < end and text[begin].isspace():
            begin += 1
    if end > begin and _ALNUM.search(text, begin, end):
        yield Span(offset + begin, offset + end)


def _soft_cut(text: str, begin: int, limit: int) -> int | None:
    """The last place before `limit` to cut a long sentence, semicolons before commas."""
    found = list(_SOFT.finditer(text, begin + LONGEST_SENTENCE // 4, limit))
    strong = [m for m in found if m[0][0] in ";؛"]
    chosen = strong or found
    return chosen[-1].start() + 1 if chosen else None
