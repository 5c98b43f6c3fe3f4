"""What stands around articles, as the packs list it: furniture lines, credits, publication labels.

A page in one language often carries furniture in another, so the lists of all packs are joined.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.core.errors import DataError
from dragoman.core.fold import fold, folded_view
from dragoman.lang.discover import languages, pack_text
from dragoman.lang.templates import PLACEHOLDER, SLOTS, alternatives, bare, literal, template

_FIRST_WORD = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"\s+")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_ALONE = re.compile(r"[.!?؟]\s*[\"'(][^\"'()]+[\"')]")
_OPENINGS = re.compile(r"(?:^|[.!?؟…\"'”’»)\]\n])[^\w\n]*([^\W_]+)(?=(?:[^\w\n]+([^\W_]+))?)")
_CLOSERS = re.compile(r"[.!?؟…\"'”’»)\]]*(?=\s)")
_FOLLOWED = ("networks", "channels")
_DATE_WORDS = ("labels", "updates", "page_updates", "words", "weekdays", "months")
_CASED_NAME, _UNCASED_NAME = 6, 3
_LONGEST_LINE = 300
_LONGEST_TAIL = 400


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is credited: a news agency by its common code, a publisher by name, or both."""

    agency: str | None = None
    outlet: str | None = None


NO_CREDIT = Credit()
"""Nobody."""


class Furniture:
    """The furniture of all packs, compiled for matching."""

    def __init__(self, packs: Iterable[Mapping[str, Any]]) -> None:
        data = list(packs)
        self._agencies: dict[str, str] = {}
        self._outlets: dict[str, str] = {}
        self._read_names(data)
        forms = alternatives(map(literal, self._agency_forms(data)))
        agency = rf"(?P<agency>[\"'(]?(?:{forms})(?![^\W_])[\"')]?)"
        followed = (literal(w) for p in data for k in _FOLLOWED for w in p["bars"][k])
        channel = rf"(?:{alternatives(followed)})(?![^\W_])"
        self._slots = {**SLOTS, "agency": agency, "channel": channel}
        self._rules: dict[str, list[tuple[str, str]]] = {}
        for pack in data:
            for kind, templates in pack["lines"].items():
                for phrase in templates:
                    self._add(kind, phrase)
        self._compiled: dict[str, re.Pattern[str]] = {}
        self._tails = [t for pack in data for t in pack["tails"]["cut"]]
        tails = alternatives(template(bare(t), self._slots, False) for t in self._tails)
        self._tail = re.compile(rf"(?:^|(?<=[.!?؟…\"')\]\n]))[^\w\n]*(?:{tails})[\W_]*$")
        openings = (_FIRST_WORD.findall(fold(PLACEHOLDER.split(t)[0])) for t in self._tails)
        self._tail_words = {tuple(words[:2]) for words in openings if words}
        self._head_words = _first_words(t for pack in data for t in pack["heads"]["cut"])
        heads = alternatives(literal(t) for pack in data for t in pack["heads"]["cut"])
        self._head = re.compile(rf"(?:{heads})(?![^\W_])[^\w(\"']*")
        captions = alternatives(literal(t) for pack in data for t in pack["tails"]["captions"])
        self._caption = re.compile(rf"(?<![^\W_])(?:{captions})(?![^\W_])")
        self._inline = [_around(t) for p in data for t in p["credits"]["inline"]]
        self._agency_lasts = {_key(form).split()[-1] for form in self._agency_forms(data)}
        self._agency_search = re.compile(rf"(?<![^\W_])(?:{forms})(?![^\W_])")
        self._doubtful = {_key(w) for p in data for w in p["outlets"]["doubtful"]}
        self._not_places = {_key(w) for p in data for w in p["credits"]["not_places"]}
        self._small = {fold(w) for p in data for w in p["credits"]["small_words"]}
        self._agency_names = self._shapes(data, "agency_names")
        self._outlet_names = self._shapes(data, "outlet_names")
        self._labels = self._words(data, "labels")
        self._page_updates = self._words(data, "page_updates")
        self._updates = self._words(data, "updates")
        self._date_words = self._words(data, *_DATE_WORDS)
        self._weekdays = self._words(data, "weekdays")
        self._months = self._words(data, "months")
        self._occasions = self._words(data, "occasions")

    @staticmethod
    def _words(data: list[Mapping[str, Any]], *keys: str) -> re.Pattern[str]:
        words = (literal(w) for pack in data for key in keys for w in pack["published"][key])
        return re.compile(rf"(?<![^\W_])(?:{alternatives(words)})(?![^\W\d_])")

    def _shapes(self, data: list[Mapping[str, Any]], key: str) -> re.Pattern[str]:
        shapes = (t for pack in data for t in pack["credits"][key])
        return re.compile(alternatives(template(t, self._slots) for t in shapes))

    def _read_names(self, data: list[Mapping[str, Any]]) -> None:
        for pack in data:
            for code, forms in pack["agencies"].items():
                for form in (code, *forms):
                    self._agencies[_key(form)] = code
        for rank in (0, 1):
            for pack in data:
                for names in pack["outlets"]["names"]:
                    for form in names[rank : None if rank else 1]:
                        self._outlets.setdefault(_key(form), names[0])

    @staticmethod
    def _agency_forms(data: list[Mapping[str, Any]]) -> set[str]:
        return {form for pack in data for forms in pack["agencies"].values() for form in forms}

    def _add(self, kind: str, phrase: str) -> None:
        literal = _FIRST_WORD.search(PLACEHOLDER.split(phrase)[0])
        key = fold(literal[0]) if literal else ""
        pattern = rf"[\W_]*{template(bare(phrase), self._slots)}[\W_]*"
        self._rules.setdefault(key, []).append((kind, pattern))

    def _full(self, pattern: str, folded: str) -> re.Match[str] | None:
        compiled = self._compiled.get(pattern)
        if compiled is None:
            compiled = self._compiled[pattern] = re.compile(pattern)
        return compiled.fullmatch(folded)

    def line(self, text: str) -> tuple[str, Credit] | None:
        """The kind of furniture the line is and whom it credits; None where it is none."""
        if len(text) > _LONGEST_LINE:
            return None
        first = _FIRST_WORD.search(text)
        if first is None:
            return None
        rules = self._rules.get(fold(first[0]), [])
        if text[0] in "©#" or first[0][0].isdigit():
            rules = [*rules, *self._rules.get("", ())]
        if not rules:
            return None
        folded = fold(text)
        for kind, pattern in rules:
            if match := self._full(pattern, folded):
                return kind, self._credit_of(match, text)
        return None

    def tail(self, text: str) -> tuple[int, Credit] | None:
        """Where furniture begins that closes a paragraph, and whom it credits."""
        before = max(0, len(text) - _LONGEST_TAIL)
        openings = _OPENINGS.findall(text, before)
        if not any(w[0].isdigit() or self._may_cut(fold(w), fold(x)) for w, x in openings):
            return None
        match = self._tail.search(fold(text[before:]))
        if match is None or match.start() == match.end():
            return None
        view = folded_view(text[before:])
        start = before + view.origin[match.start()]
        if closers := _CLOSERS.match(text, start):
            start = closers.end()
        rest = fold(text[start:])
        for phrase in self._tails:
            if "{outlet}" not in phrase and "{source}" not in phrase:
                continue
            pattern = rf"(?:.*\s)?[\W_]*{template(bare(phrase), self._slots)}[\W_]*"
            if found := self._full(pattern, rest):
                return start, self._credit_of(found, text[start:])
        return start, Credit()

    def _may_cut(self, first: str, second: str) -> bool:
        return (first,) in self._tail_words or (first, second) in self._tail_words

    def head(self, text: str) -> int:
        """How many code points of furniture open a paragraph; 0 for none."""
        first = _FIRST_WORD.search(text, 0, 60)
        if first is None or fold(first[0]) not in self._head_words:
            return 0
        match = self._head.match(fold(text[:120]))
        return folded_view(text[:120]).origin[match.end() - 1] + 1 if match and match.end() else 0

    def is_caption(self, text: str) -> bool:
        """True where the words are those of a picture's caption."""
        return self._caption.search(fold(text)) is not None

    def date_label(self, text: str) -> str | None:
        """Which date the line gives: "published", "updated", "page" (of the page, not the article).

        None where it does not say.
        """
        folded = fold(text)
        if self._page_updates.search(folded):
            return "page"
        if self._updates.search(folded):
            return "updated"
        return "published" if self._labels.search(folded) else None

    def dates_itself(self, text: str) -> bool:
        """True for the headline of something done on the day it names, such as a briefing."""
        return self._occasions.search(fold(text)) is not None

    def has_weekday(self, text: str) -> bool:
        """True where a day of the week is named."""
        return self._weekdays.search(fold(text)) is not None

    def has_month(self, text: str) -> bool:
        """True where a month is named."""
        return self._months.search(fold(text)) is not None

    def beside_dates(self, text: str) -> str:
        """What is left of a line (folded) without the words that stand around dates."""
        return self._date_words.sub(" ", fold(text))

    def _credit_of(self, match: re.Match[str], text: str) -> Credit:
        if not match.lastgroup:
            return Credit()
        view = folded_view(text)
        for group, found in match.groupdict().items():
            if not found:
                continue
            start, end = view.raw_bounds(*match.span(group))
            raw = text[start:end]
            if group == "agency":
                return Credit(agency=self.agency(raw))
            if group == "outlet":
                return Credit(outlet=self.outlet(raw) or self._plain(raw))
            return self.source(raw)
        return Credit()

    def source(self, text: str) -> Credit:
        """Whom a source line names: «الأناضول + الجزيرة» is an agency and a publisher."""
        agency = outlet = None
        for part in re.split(r"\s*[+،,/&|;]\s*|\s+[-–—]\s+", text):
            plain = self._plain(part)
            if not plain:
                continue
            if code := self.agency(plain):
                agency = agency or code
            elif self.outlet(plain):
                outlet = outlet or self.outlet(plain)
            elif self.line(plain) or "/" in plain or plain.isdigit():
                continue
            elif self._agency_names.fullmatch(fold(plain)):
                agency = agency or plain
            else:
                outlet = outlet or plain
        return Credit(agency, outlet)

    @staticmethod
    def _plain(text: str) -> str:
        return _SPACE.sub(" ", re.sub(r"^[\s:.,\"'“”«»()\[\]-]+|[\s:.,\"'“”«»()\[\]-]+$", "", text))

    def agency(self, text: str) -> str | None:
        """The code of the agency so named, in any of its forms."""
        return self._agencies.get(_key(text))

    def outlet(self, text: str) -> str | None:
        """The usual name of the publisher so named, where it is known."""
        return self._outlets.get(_key(text))

    def sure_outlet(self, text: str) -> str | None:
        """The publisher so named, unless its name is a place's or a common word too."""
        return None if _key(text) in self._doubtful else self.outlet(text)

    def named_credit(self, text: str) -> Credit:
        """Whom an unlisted name credits that says what it is: "Northern Wire", «صحيفة الميناء».

        The second is ṣaḥīfat al-Mīnāʾ, "the newspaper al-Mina". Nobody where it does not say.
        """
        words, folded = text.split(), fold(text)
        most = _CASED_NAME if text.upper() != text.lower() else _UNCASED_NAME
        if not 2 <= len(words) <= most or any(c.isdigit() or c in ".!?؟:،,;|" for c in text):
            return NO_CREDIT
        if any(w[0].islower() and fold(w) not in self._small for w in words):
            return NO_CREDIT
        if self._agency_names.fullmatch(folded):
            return Credit(agency=text)
        return Credit(outlet=text if self._outlet_names.fullmatch(folded) else None)

    def short_names(self, outlet: str) -> set[str]:
        """The folded name, whole and without its first word: the newspaper al-Mina is al-Mina."""
        words = _key(outlet).split()
        shaped = len(words) > 1 and self._outlet_names.fullmatch(fold(outlet))
        return {" ".join(words), *([" ".join(words[1:])] if shaped else [])} - {""}

    @staticmethod
    def key(text: str) -> str:
        """The folded words of a name, as in `short_names`."""
        return _key(text)

    def is_no_place(self, text: str) -> bool:
        """True for words that stand where a dateline's place does: "FILE", "QUESTION"."""
        return _key(text) in self._not_places

    def inline_agency(self, text: str) -> str | None:
        """The agency that running text quotes first: «بحسب رويترز» (bi-ḥasab Rūyitirz)."""
        if self._agency_lasts.isdisjoint(map(fold, _FIRST_WORD.findall(text))):
            return None
        folded = " ".join(fold(text).split())
        for found in self._agency_search.finditer(folded):
            around = folded[max(0, found.start() - 4) : found.end() + 2]
            if _ALONE.search(around) and (code := self.agency(found[0])):
                return code
            before, after = folded[: found.start()].rstrip(" \"'("), folded[found.end() :]
            if self._quoted(before, after.lstrip(" \"')")) and (code := self.agency(found[0])):
                return code
        return None

    def _quoted(self, before: str, after: str) -> bool:
        """True where the words around an agency's name make it a credit."""
        lead, follow = before[-60:], after[:60]
        return any(pre.search(lead) and post.match(follow) for pre, post in self._inline)


def _around(phrase: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What has to stand before and after an agency's name in running text."""
    pre, post = (fold(part).strip() for part in phrase.split("{agency}"))
    return (
        re.compile(rf"(?<![^\W_]){re.escape(pre)}$" if pre else ""),
        re.compile(rf"{re.escape(post)}(?![^\W_])" if post else ""),
    )


def _first_words(templates: Iterable[str]) -> frozenset[str]:
    """The folded first words of phrases, for a quick look whether any can be there."""
    found = (_FIRST_WORD.search(t) for t in templates if not t.startswith("{"))
    return frozenset(fold(word[0]) for word in found if word)


def _key(text: str) -> str:
    """The folded letters and digits of a name, single spaced."""
    return " ".join(_FIRST_WORD.findall(fold(text)))


@cache
def furniture() -> Furniture:
    """The furniture lists of all packs, loaded once.

    Raises:
        DataError: a pack's furniture.toml lacks a table or is no TOML.
    """
    packs = []
    for code in languages():
        try:
            packs.append(tomllib.loads(pack_text(code, "furniture.toml")))
        except tomllib.TOMLDecodeError as error:
            raise DataError(f"lang/packs/{code}/furniture.toml is no TOML: {error}") from error
    try:
        return Furniture(packs)
    except KeyError as error:
        raise DataError(f"a furniture.toml lacks the table or key {error}: add it") from error


@dataclass(frozen=True, slots=True)
class Segments:
    """How one language parts words and sentences, and by what it is known."""

    code: str
    letters: str
    hyphen_joins: bool
    suffixes: tuple[str, ...]
    titles: frozenset[str]
    maybe: frozenset[str]
    numbered: frozenset[str]
    stop_words: frozenset[str]
    starters: frozenset[str]


@cache
def segments(code: str) -> Segments:
    """The segmentation habits of one pack; words are folded.

    Raises:
        DataError: the pack's segments.toml lacks a key or is no TOML.
    """
    try:
        data = tomllib.loads(pack_text(code, "segments.toml"))
        words = {
            key: frozenset(fold(w) for w in data[key])
            for key in ("titles", "maybe", "numbered", "stop_words", "starters")
        }
        return Segments(
            code, data["letters"], data["hyphen_joins"], tuple(data["suffixes"]), **words
        )
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise DataError(f"lang/packs/{code}/segments.toml: {error}: mend or add it") from error
