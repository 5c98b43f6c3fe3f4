"""Web pages by their address, fetched so that nobody can make this machine call itself.

Every address, also each that a page redirects to, is resolved first; where any of its numbers is
private, loopback, link-local or otherwise not public, it is refused. The connection then goes to
the very number that was checked, so that a second answer of the name server changes nothing.
"""

import ipaddress
import socket
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from threading import Timer
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from dragoman.core.errors import DragomanError, InputError
from dragoman.sources.inflate import ENCODINGS, inflate

if TYPE_CHECKING:
    import ssl

    import httpx

Resolver = Callable[[str, int], Sequence[str]]

AGENT = "dragoman (reads public news pages)"
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NOT_MODIFIED = 304
TEXTS = ("text/", "application/xhtml+xml", "application/json", "application/x-ndjson")
"""The types of what can be read."""


class FetchError(DragomanError):
    """An address was refused or could not be fetched.

    `refused` is set where asking again is no use: the address is not allowed, or what stands there
    is no text, too large or broken. `status` is the answer of the server, if it gave one, and
    `retry_after` what it said of when to come back.
    """

    def __init__(
        self,
        message: str,
        refused: bool = False,
        status: int | None = None,
        retry_after: str | None = None,
    ) -> None:
        super().__init__(message)
        self.refused = refused
        self.status = status
        self.retry_after = retry_after


class AddressError(FetchError):
    """An address that nobody may make this machine call, or that is none."""

    def __init__(self, message: str) -> None:
        super().__init__(message, refused=True)


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How much a fetch may take: bytes, packed or not, seconds for all of it, and hops."""

    bytes: int = 5_000_000
    seconds: float = 20.0
    redirects: int = 3


@dataclass(frozen=True, slots=True)
class Wish:
    """How a page is asked for: by whom, which types, and unless it is as it was.

    `inside` lets the address be a private one; `bytes`, where given, stands for the usual limit.
    """

    agent: str = AGENT
    kinds: tuple[str, ...] = TEXTS
    etag: str | None = None
    modified: str | None = None
    inside: bool = False
    bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: the address that gave it at last, its bytes and what its server says of them.

    `unchanged` is set, and `data` empty, where it is as it was when it was asked for before.
    """

    address: str
    data: bytes
    kind: str
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class _Target:
    """A checked address: where to connect and what to ask for."""

    scheme: str
    host: str
    port: int
    number: str
    rest: str

    @property
    def authority(self) -> str:
        """The host as the page's server knows it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def pinned(self) -> str:
        """The same address with the checked number for a host."""
        number = f"[{self.number}]" if ":" in self.number else self.number
        return f"{self.scheme}://{number}:{self.port}{self.rest}"


def resolve(host: str, port: int) -> Sequence[str]:
    """The numbers of a host, as the system resolves it.

    Raises:
        FetchError: the name is unknown.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{host}: no such host: check the spelling of the address") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(number: str) -> bool:
    """True for an address that belongs to the public network.

    IPv4 addresses inside IPv6 ones (mapped, 6to4, NAT64, Teredo) are looked at too.
    """
    address = ipaddress.ip_address(number.partition("%")[0])
    inner: list[ipaddress.IPv4Address | ipaddress.IPv6Address | None] = [address]
    if isinstance(address, ipaddress.IPv6Address):
        inner += [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in ipaddress.ip_network("64:ff9b::/96"):
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return all(a is None or (a.is_global and not a.is_multicast) for a in inner)


def check_address(address: str, resolver: Resolver = resolve, inside: bool = False) -> _Target:
    """What to connect to for an address; with `inside`, private ones are taken too.

    Raises:
        AddressError: it is no web address, names a user, an odd port, or is not public.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise AddressError(f"{address}: no web address ({error})") from error
    if parts.scheme not in _PORTS or not parts.hostname:
        raise AddressError(f"{address}: give an address that begins with https://")
    if parts.username is not None or parts.password is not None:
        raise AddressError(f"{parts.hostname}: addresses with a user name are refused")
    if port not in (None, 80, 443, 8000, 8080, 8443) and not inside:
        raise AddressError(f"{parts.hostname}: port {port} is refused: use 80 or 443")
    wanted = port or _PORTS[parts.scheme]
    numbers = resolver(parts.hostname, wanted)
    if not numbers or not (inside or all(is_public(number) for number in numbers)):
        raise AddressError(f"{parts.hostname}: not a public address: only public pages are fetched")
    rest = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return _Target(parts.scheme, parts.hostname, wanted, numbers[0], rest)


def fetch(
    address: str,
    limits: FetchLimits | None = None,
    resolver: Resolver = resolve,
    wish: Wish | None = None,
) -> Fetched:
    """The page at an address, after at most `limits.redirects` redirects, each checked.

    Raises:
        FetchError: refused, unreachable, too large, too slow, no text, or an error of its server.
    """
    limits = limits or FetchLimits()
    deadline = time.monotonic() + limits.seconds
    for _ in range(limits.redirects + 1):
        left = deadline - time.monotonic()
        page = ask(address, FetchLimits(limits.bytes, left), resolver, wish or Wish())
        if isinstance(page, Fetched):
            return page
        address = page
    raise FetchError(f"{address}: more than {limits.redirects} redirects: give the last address")


def ask(address: str, limits: FetchLimits, resolver: Resolver, wish: Wish) -> Fetched | str:
    """One request: the page at an address, or the address that it redirects to.

    Raises:
        FetchError: refused, unreachable, too large, too slow, no text, or an error of its server.
    """
    try:
        import httpx
    except ImportError as error:
        raise FetchError(
            f"{address}: fetching needs httpx: pip install 'dragoman[web]', or give a saved file"
        ) from error
    target = check_address(address, resolver, wish.inside)
    if limits.seconds <= 0:
        raise _too_slow(address)
    try:
        with _clients(limits.seconds) as (client, watch):
            page = _get(client, (address, target, watch), limits, wish)
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        if isinstance(error, httpx.TimeoutException):
            raise _too_slow(address) from error
        said = str(error) or type(error).__name__
        raise FetchError(f"{address}: cannot be fetched ({said}): try it in a browser") from error
    if isinstance(page, Fetched):
        return page
    try:
        return urljoin(address, page)
    except ValueError as error:
        raise AddressError(f"{address}: it redirects to no web address ({error})") from error


def _too_slow(address: str) -> FetchError:
    return FetchError(f"{address}: took too long: save the page and give the file")


@cache
def _trust() -> "ssl.SSLContext":
    """The certificates that are trusted, loaded once."""
    import httpx

    return httpx.create_ssl_context(trust_env=False)


class _Watch:
    """Ends a connection when its time is over, however slowly its server drips."""

    def __init__(self, seconds: float) -> None:
        self.over = False
        self._socket: socket.socket | None = None
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True
        self._timer.start()

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Takes the socket of a new connection."""
        if event.endswith(("connect_tcp.complete", "start_tls.complete")):
            self._socket = info["return_value"].get_extra_info("socket")

    def _end(self) -> None:
        self.over = True
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def cancel(self) -> None:
        """The answer has come."""
        self._timer.cancel()


@contextmanager
def _clients(seconds: float) -> "Iterator[tuple[httpx.Client, _Watch]]":
    """A client for one request, whose connection lives so long at most.

    Connections are not kept: one that was made for a host must not serve another at its number.

    Raises:
        FetchError: the time was over.
    """
    import httpx

    watch = _Watch(seconds)
    try:
        with httpx.Client(trust_env=False, follow_redirects=False, verify=_trust()) as client:
            yield client, watch
    except httpx.HTTPError as error:
        if watch.over:
            raise httpx.ReadTimeout("its time is over") from error
        raise
    finally:
        watch.cancel()


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What is sent to an address; `inside` lets it be a private one."""

    address: str
    data: bytes
    headers: Mapping[str, str]
    inside: bool = False
    seconds: float = 10.0


def send(message: Outgoing, resolver: Resolver = resolve) -> int:
    """Sends by POST to the checked number of an address; gives the status of the answer.

    Redirects are not followed: a receiver says where it is.

    Raises:
        FetchError: the address was refused or could not be reached.
    """
    import httpx

    target = check_address(message.address, resolver, message.inside)
    headers = {"User-Agent": AGENT, **message.headers, "Host": target.authority}
    try:
        with httpx.Client(trust_env=False, follow_redirects=False) as client:
            request = client.build_request(
                "POST", target.pinned, content=message.data, headers=headers,
                extensions={"sni_hostname": target.host}, timeout=message.seconds,
            )  # fmt: skip
            answer = client.send(request, stream=True)
            answer.close()
            return answer.status_code
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        said = str(error) or type(error).__name__
        raise FetchError(f"{message.address}: cannot be reached ({said})") from error


def _get(
    client: "httpx.Client", at: tuple[str, _Target, _Watch], limits: FetchLimits, wish: Wish
) -> Fetched | str:
    """One hop: the page, or the address that it redirects to."""
    address, target, watch = at
    headers = {"Host": target.authority, "User-Agent": wish.agent, "Accept-Encoding": ENCODINGS}
    if wish.etag:
        headers["If-None-Match"] = wish.etag
    if wish.modified:
        headers["If-Modified-Since"] = wish.modified
    request = client.build_request(
        "GET",
        target.pinned,
        headers=headers,
        extensions={"sni_hostname": target.host, "trace": watch.trace},
        timeout=min(limits.seconds, 10.0),
    )
    answer = client.send(request, stream=True)
    try:
        if answer.status_code in _REDIRECTS and answer.headers.get("location"):
            return str(answer.headers["location"])
        if answer.status_code == _NOT_MODIFIED and (wish.etag or wish.modified):
            return Fetched(address, b"", "", None, wish.etag, wish.modified, unchanged=True)
        if answer.status_code != 200:
            raise FetchError(
                f"{address}: its server answers {answer.status_code}",
                status=answer.status_code,
                retry_after=answer.headers.get("retry-after"),
            )
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind and not kind.startswith(wish.kinds):
            raise FetchError(
                f"{address}: {kind} is no text: give the address of an article", refused=True
            )
        return Fetched(
            address,
            _body(answer, address, limits.bytes if wish.bytes is None else wish.bytes, watch),
            kind,
            answer.charset_encoding,
            answer.headers.get("etag"),
            answer.headers.get("last-modified"),
        )
    finally:
        answer.close()


def _body(answer: "httpx.Response", address: str, most: int, watch: _Watch) -> bytes:
    """The bytes of an answer unpacked, given up once they are too many or too slow."""
    data = bytearray()
    for piece in answer.iter_raw(65_536):
        data += piece
        if len(data) > most:
            raise FetchError(
                f"{address}: larger than {most:,} bytes: save the article and give it",
                refused=True,
            )
        if watch.over:
            raise _too_slow(address)
    if watch.over:
        raise _too_slow(address)
    try:
        return inflate(bytes(data), answer.headers.get("content-encoding", ""), most)
    except InputError as error:
        raise FetchError(f"{address}: {error}", refused=True) from error
