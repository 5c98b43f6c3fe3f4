"""Text as readers are to see it, where a site wrote its markup into it once too often."""

import re
from html import unescape

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_TAG = re.compile(r"</?(?:a|b|br|em|font|i|p|small|span|strong|sub|sup|u)\b[^<>]*>", re.IGNORECASE)
_DEPTH = 2
"""How often markup may have been escaped on top of itself."""


def unescaped(text: str) -> str:
    """A text without entities: "Ghana&#039;s" is "Ghana's", and so is "Ghana&amp;#039;s".

    What only looks like one, such as the "&T" of a company, stays.
    """
    for _ in range(_DEPTH):
        if "&" not in text:
            break
        text = _ENTITY.sub(lambda found: unescape(found[0]), text)
    return text


def one_line(text: str) -> str:
    """A title or a name without entities and tags, single spaced."""
    return " ".join(_TAG.sub(" ", unescaped(text)).split())
