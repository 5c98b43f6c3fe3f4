"""Values as columns of a database or of a file take them."""

import json


def dump(value: object) -> str:
    """JSON for a text column; half surrogate pairs, which no database takes, are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"))
    return text


def plain(text: str | None) -> str | None:
    """A text that every database takes: what cannot be stored becomes U+FFFD."""
    if text is None or (text.isprintable() and text.isascii()):
        return text
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")


def raw_bytes(raw: str) -> bytes:
    """A raw text as it is stored, without loss."""
    return raw.encode("utf-8", "surrogatepass")


def raw_text(stored: bytes) -> str:
    """The raw text that `raw_bytes` stored."""
    return bytes(stored).decode("utf-8", "surrogatepass")
