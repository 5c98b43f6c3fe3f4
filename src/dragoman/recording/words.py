"""The words under which an entry is found: what reports say, who took part, what it is called."""

from collections.abc import Iterable, Mapping

from dragoman.lang.search_words import indexed_words
from dragoman.store.entry import Entry, Member


def entry_words(
    entry: Entry, members: Iterable[Member], names: Mapping[str, Mapping[str, str]]
) -> str:
    """The indexed words of an entry.

    `names` are those of entities by id and language, with the key "" for the name without one.
    """
    body = entry.body
    texts: dict[tuple[str, str | None], None] = {}
    for member in members:
        for span in member.record["evidence"]:
            texts.setdefault((span["text"], member.language))
    for person in body.get("participants") or ():
        texts.setdefault((person["name"], None))
    for key in ("gist", "instrument", "sidelines_of"):
        if body.get(key):
            texts.setdefault((body[key], None))
    if entry.city:
        texts.setdefault((entry.city, None))
    for name in sorted({code for code, _ in entry.sides} | {p[0] for p in entry.people}):
        for language, form in names.get(name, {}).items():
            texts.setdefault((form, language or None))
    codes = " ".join([entry.type, entry.status, *entry.topics, *(c for c, _ in entry.sides)])
    texts.setdefault((codes.replace("_", " "), None))
    return indexed_words(texts)
