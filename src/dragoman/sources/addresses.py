"""One spelling for each web address, so that a page that is linked twice is one page."""

import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

_PORTS = {"http": 80, "https": 443}
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|yclid|mc_cid|mc_eid|igshid|ref_src|cmpid|ocid|traffic_source",
    re.IGNORECASE,
)
LONGEST = 2000
"""Addresses that are longer lead nowhere."""


def plain_address(address: str) -> str | None:
    """An address as it is kept and asked for: without fragment, usual port and tracking marks.

    None for what is no address of the web. Paths stay as they are: their case and their last
    slash may matter to a server.
    """
    try:
        parts = urlsplit(address.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host or parts.username is not None or len(address) > LONGEST:
        return None
    host = f"[{host}]" if ":" in host else host
    place = host if port in (None, _PORTS[scheme]) else f"{host}:{port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return urlunsplit((scheme, place, path, _query(parts.query), ""))


def _query(query: str) -> str:
    if not _TRACKING.search(query):
        return quote(query, safe="/%:@!$&'()*+,;=~-._?")
    fields = [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name)
    ]
    return urlencode(fields)


def host_of(address: str) -> str:
    """The host and port that an address leads to, "" where it leads nowhere."""
    try:
        return urlsplit(address).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""
