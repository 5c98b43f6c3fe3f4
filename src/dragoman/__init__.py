"""Dragoman reads diplomatic news and says who did what to whom, with the words that say so.

import dragoman

reading = dragoman.read("Ghana's foreign minister met her Kenyan counterpart in Accra.")
print(reading.engagements[0].sides)  # ('GHA', 'KEN')
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from dragoman.core.reading import Reading
    from dragoman.pipeline import Reader

__all__ = ["read"]


def read(
    text: str,
    *,
    published: date | None = None,
    language: str | None = None,
    title: str | None = None,
    url: str | None = None,
    domestic: bool = False,
) -> Reading:
    """What a text reports, as a typed `Reading` whose spans count code points of the text.

    The first call loads packs and knowledge, which takes a second or two; later ones take some
    milliseconds. `published` is the day of publication of a text that does not say it, `language`
    its code if it is known, `title` its headline if that stands apart, `url` where it is from.
    Acts within one polity are in only with `domestic`.

    Raises:
        StageError: the text cannot be read; the message says why.
    """
    from hashlib import sha256

    from dragoman.core.document import Incoming
    from dragoman.core.interval import Interval

    day = Interval(published, published, "explicit", "given") if published else None
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _reader(domestic).read(
        Incoming(
            uri=url or f"text:{digest[:16]}",
            raw=text,
            content_id=digest,
            url=url,
            title=title,
            published=day,
            language=language,
        )
    )


@cache
def _reader(domestic: bool) -> Reader:
    from dragoman.pipeline import Reader

    return Reader(domestic)
