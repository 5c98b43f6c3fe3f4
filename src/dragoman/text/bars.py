"""Lines of a page's bars: menus and breadcrumbs, share buttons, letter sizes.

"Home | World | Sport" and «الرئيسية - أخبار - رياضة» (al-raʾīsiyya - akhbār - riyāḍa, "home -
news - sport") are menus, «شارك الخبر: فيسبوك | واتساب» (shārik al-khabar: Facebook | WhatsApp,
"share the news") is a share bar, "Text size A A A" sets the size of the letters.
"""

import re
from typing import Literal

from dragoman.lang.bars import bars
from dragoman.lang.furniture import furniture

_STRONG = re.compile(r"\s*[|›•·→]\s*|\s+(?:[»>/\\]|::)+\s+|(?<=\w)\s*>\s*(?=\w)")
_WEAK = re.compile(r"\s+[-–—]\s+")
_CLOSED = re.compile(r"[.؟!?…][\"'”’»)\]]*$")
_MENU_LINES = ("nav", "promo", "social", "comment", "related")
_LONGEST = 200
_PART_WORDS, _PART_CHARS = 4, 32


def bar_kind(text: str) -> Literal["social", "nav"] | None:
    """Which bar a line is, None where it is none."""
    if len(text) > _LONGEST or _CLOSED.search(text):
        return None
    found = bars().cover(text)
    parts = [p for p in map(str.strip, _STRONG.split(text)) if p]
    parted = len(parts) > 1
    if found is not None:
        networks, sections = found.count("network"), found.count("section") + found.count("home")
        if networks >= 2 or (networks and "share" in found) or found == ["network"]:
            return "social"
        sizes = "size" in found and not networks and not sections
        if sizes or sections >= 3 or (sections >= 2 and parted):
            return "nav"
    if parted:
        return "nav" if _is_menu(parts) else None
    dashed = [p for p in map(str.strip, _WEAK.split(text)) if p]
    known = sum(map(_known, dashed)) if len(dashed) >= 3 and _known(dashed[0]) else 0
    return "nav" if known >= 3 and known * 2 > len(dashed) and _short(dashed) else None


def is_section(text: str) -> bool:
    """True for a line that only names a section of a site: "World", «اقتصاد» (iqtiṣād)."""
    found = bars().cover(text)
    return found is not None and len(found) == 1 and found[0] in ("section", "home")


def _is_menu(parts: list[str]) -> bool:
    """Whether the parts beside clear separators are a menu's or lead from a home page."""
    first = bars().cover(parts[0])
    if first == ["home"]:
        return True
    known = sum(map(_known, parts))
    return _short(parts) and (known >= 2 or (known == 1 and len(parts) >= 3))


def _short(parts: list[str]) -> bool:
    return all(len(p) <= _PART_CHARS and len(p.split()) <= _PART_WORDS for p in parts)


def _known(part: str) -> bool:
    """Whether a part is a section, a button or another word of menus."""
    found = bars().cover(part)
    if found:
        return any(kind != "filler" for kind in found)
    line = furniture().line(part)
    return line is not None and line[0] in _MENU_LINES
