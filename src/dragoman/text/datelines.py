"""The stretch before an agency report's first sentence: place, day and agency.

"LIMA, March 3 (Xinhua) -- Peru ..." and «القاهرة - أ ف ب: أعلنت ...» (al-Qāhira - a f b: aʿlanat,
"Cairo - AFP: ... announced").
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.lang.furniture import NO_CREDIT, Credit, furniture

_DASH = r"(?:--+|[-–—−_ـ]+|:)"
_CREDIT_HEAD = re.compile(rf"[(\[](?P<who>[^()\[\]\n]{{2,60}})[)\]]\s*(?:{_DASH})?\s*")
_HEAD = re.compile(
    r"(?P<lead>[^\n!?؟\"“«]{1,90}?)(?P<gap>\s*)(?P<dash>--+|[–—−_ـ]|-(?=\s)|:)(?=\s|$)\s*"
)
_PAREN = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]")
_SPLIT = re.compile(r"\s+[-–—−/|ـ]\s+|\s*[،,/|]\s*|\s+[-–—]|[-–—]\s+")
_DAY = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-\u064b-\u0652])*")
_DASHES_END = re.compile(r"[\s\-–—−_:]+$")
_ASIDE = re.compile(r"\s[-–—−ـ](?=\s)")
_LONGEST_PLACE = 4


@dataclass(frozen=True, slots=True)
class Dateline:
    """How many code points it takes, of which `cut` at its start are no part of the story."""

    length: int
    cut: int = 0
    place: str | None = None
    credit: Credit = NO_CREDIT
    text: str = ""


def read_dateline(text: str, known: Mapping[str, str] | None = None) -> Dateline | None:
    """The dateline that opens a paragraph, None where there is none.

    `known` leads from the folded names of the page's own publisher, credited elsewhere on it, to
    the name as credited.
    """
    cut, credit = _credit_head(text)
    found = _parts(text[cut:], known or {})
    if found and found[1] is None and ":" in text[: cut + found[0]] and text[-1:] in "?؟":
        found = None
    if found is None:
        return Dateline(cut, cut, None, credit, text[:cut]) if cut else None
    length, place, more = found
    merged = Credit(credit.agency or more.agency, credit.outlet or more.outlet)
    return Dateline(cut + length, cut, place, merged, text[: cut + length])


def _credit_head(text: str) -> tuple[int, Credit]:
    """A credit in brackets before all else: "(MENAFN- Jordan Times)"."""
    match = _CREDIT_HEAD.match(text)
    if match is None:
        return 0, NO_CREDIT
    credit = _named(match["who"])
    return (match.end(), credit) if credit != NO_CREDIT else (0, Credit())


def _named(words: str) -> Credit:
    """Whom the words credit, where at least one name among them is known."""
    lists = furniture()
    parts = [p for p in re.split(r"\s*[-–—/,،|+]\s*", words.strip()) if p]
    agency = next((a for p in parts if (a := lists.agency(p))), None)
    outlet = next((o for p in parts if (o := lists.outlet(p)) and not lists.agency(p)), None)
    if agency is None and outlet is None and (code := lists.agency(words)):
        return Credit(code)
    if agency and outlet is None and len(parts) == 2:
        outlet = next((p.strip() for p in parts if not lists.agency(p)), None)
        outlet = outlet if outlet and not _DAY.search(outlet) else None
    return Credit(agency, outlet)


def _parts(text: str, own: Mapping[str, str]) -> tuple[int, str | None, Credit] | None:
    """Length, place and credit of a dateline of the shape PLACE (CREDIT) -."""
    whole = _whole(text, own)
    if whole is not None:
        return whole
    match = _HEAD.match(text, 0, 160)
    if match is not None:
        longer = _longer(text, match)
        for end, dash in (*longer, (match.end(), match["dash"])):
            lead = text[:end].rstrip()[: -len(dash)].rstrip()
            found = _read_lead(lead, dash, text[end : end + 80], own)
            if found is not None:
                return end, *found
    return None


def _longer(text: str, match: re.Match[str]) -> list[tuple[int, str]]:
    """Further dashes after the first: «القاهرة - أ ف ب:» has its end at the colon."""
    further = re.finditer(r"(--+|[–—−_ـ]|-(?=\s)|:)(?=\s|$)\s*", text[match.end() : 90])
    return [(match.end() + more.end(), more[1]) for more in further][::-1]


def _whole(text: str, own: Mapping[str, str]) -> tuple[int, str | None, Credit] | None:
    """A line that is nothing but place and credit: "(Reuters)", «عين اليوم – جدة»."""
    if len(text) > 80 or text[-1:] in ".!?؟":
        return None
    found = _read_lead(_DASHES_END.sub("", text), "", "", own)
    if found is None or found[1] == NO_CREDIT:
        return None
    return len(text), *found


def _read_lead(
    lead: str, dash: str, after: str, own: Mapping[str, str]
) -> tuple[str | None, Credit] | None:
    """Place and credit in the words before the dash; None where they are something else."""
    inside = _PAREN.search(lead)
    credit = _named(inside[1]) if inside else NO_CREDIT
    outside = lead[: inside.start()] + lead[inside.end() :] if inside else lead
    if inside and credit == NO_CREDIT:
        credit = furniture().named_credit(inside[1].strip())
        if not outside.strip() or not dash:
            return None
        if credit == NO_CREDIT and not _may_credit(inside[1], outside, dash + after):
            return None
    place: list[str] = []
    parts = [p for p in map(str.strip, _SPLIT.split(outside)) if p]
    for part in parts:
        named = _credit_part(part)
        if named == NO_CREDIT and len(parts) > 1:
            named = _stranger(part, own if place else {})
        elif named.outlet and not credit.agency:
            place.clear()
        if named != NO_CREDIT:
            credit = Credit(credit.agency or named.agency, credit.outlet or named.outlet)
        elif not _generic(part) and not _DAY.search(part):
            place.append(part)
    if not _fits(place, credit != NO_CREDIT, dash, outside, after):
        return None
    return ", ".join(place) or None, credit


def _stranger(part: str, own: Mapping[str, str]) -> Credit:
    """An unlisted name beside a place: of a telling shape, or of the page's own publisher."""
    named = furniture().named_credit(part)
    if named == NO_CREDIT:
        return Credit(outlet=own.get(furniture().key(part)))
    return named


def _may_credit(words: str, place: str, after: str) -> bool:
    """Whether unlisted words in brackets behind a place can name an agency: "LIMA (Northern) -".

    Not where they spell out the word before them: "NATO (North Atlantic ...)".
    """
    inside, before = words.split(), place.split()
    if after.startswith(":") or _DAY.search(words) or len(inside) > _LONGEST_PLACE:
        return False
    if len(before) > _LONGEST_PLACE or any(w[0].islower() for w in inside):
        return False
    if place.upper() == place.lower():
        return len(before) <= 2 and len(inside) <= 3
    initials = "".join(w[0] for w in inside).upper()
    opens = after.lstrip("\"'“‘-–—−_ ")[:1]
    return (
        place.isupper() and opens.isupper() and not (len(inside) > 1 and initials[:2] == place[:2])
    )


def _credit_part(part: str) -> Credit:
    """A known name that stands as a part by itself."""
    lists = furniture()
    if code := lists.agency(part):
        return Credit(agency=code)
    return Credit(outlet=lists.sure_outlet(part))


def _generic(part: str) -> bool:
    """Words such as «وكالات» (wakālāt, "agencies") that credit nobody by name."""
    found = furniture().line(part)
    return found is not None and found[0] == "credit"


def _fits(place: list[str], known: bool, dash: str, lead: str, after: str) -> bool:
    """Whether the words can be a place before a report."""
    words = [w for p in place for w in _WORD.findall(p)]
    if any(map(furniture().is_no_place, place)):
        return False
    if len(place) > 3 or any(len(p.split()) > _LONGEST_PLACE for p in place):
        return False
    if known:
        return len(words) <= 2 * _LONGEST_PLACE and not any(w.islower() for w in words)
    if not words or not dash or any(w.islower() for w in words):
        return False
    if _DAY.search(lead) and not (words[0].isupper() and words[0] != words[0].lower()):
        return False
    cased = words[0][0].isupper()
    if cased:
        shouted = all(w.isupper() for w in words[:1]) and len(words[0]) > 2
        opens = after.lstrip("\"'“‘ ")[:1]
        if dash == ":":
            return shouted and opens.isupper()
        return shouted or (len(words) <= 2 and opens.isupper())
    aside = _ASIDE.search(after) is not None
    return dash != ":" and len(words) <= 2 and bool(after.strip()) and not aside
