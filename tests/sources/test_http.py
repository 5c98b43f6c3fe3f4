"""Fetching pages: only public addresses, each hop checked, the checked number dialled."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

pytest.importorskip("httpx", reason="the extra `web` is not installed")

from dragoman.sources import http
from dragoman.sources.failures import InputFailure
from dragoman.sources.http import FetchError, FetchLimits, check_address, fetch, is_public
from dragoman.sources.places import AddressSource

PUBLIC = ["93.184.216.34"]
PAGE = "<html><head><title>T</title></head><body><article><p>{}</p></article></body></html>".format(
    "The foreign ministers of Peru and Chile met in Lima on Monday. " * 5
)


FEED = b"""<rss version="2.0"><channel><title>T</title>
<item><title>A</title><link>http://news.example/0-page</link></item></channel></rss>"""


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        hops, _, rest = self.path.lstrip("/").partition("-")
        if hops.isdigit() and int(hops):
            self.send_response(302)
            self.send_header("location", f"/{int(hops) - 1}-{rest}")
            self.end_headers()
            return
        if self.path == "/inside":
            self.send_response(302)
            self.send_header("location", "http://169.254.169.254/")
            self.end_headers()
            return
        if self.path == "/feed":
            self.send_response(200)
            self.send_header("content-type", "application/rss+xml")
            self.end_headers()
            self.wfile.write(FEED)
            return
        self.send_response(404 if rest == "gone" else 200)
        self.send_header("content-type", "image/png" if rest == "picture" else "text/html")
        self.send_header("x-host", self.headers["host"])
        self.end_headers()
        self.wfile.write(PAGE.encode() * (400 if rest == "large" else 1))

    def log_message(self, *_):
        pass


@pytest.fixture
def site(monkeypatch):
    """A server on loopback that passes for a public one; gives its address."""
    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_port
    real = http.is_public
    monkeypatch.setattr(http, "is_public", lambda number: number == "127.0.0.1" or real(number))
    monkeypatch.setitem(http._PORTS, "http", port)
    yield "http://news.example"
    server.shutdown()
    server.server_close()


def here(host, port):
    return ["127.0.0.1"] if host == "news.example" else [host]


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "::1",
     "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "224.0.0.1",
     "100.64.0.1", "255.255.255.255", "fe80::1%eth0", "198.18.0.1"],
)  # fmt: skip
def test_numbers_that_are_not_public(number):
    assert not is_public(number)


@pytest.mark.parametrize("number", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_numbers_that_are_public(number):
    assert is_public(number)


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://news.example/a", "gopher://x", "http://", "https:///a",
     "http://user:pass@news.example/", "http://news.example:22/", "http://news.example:99999/",
     "http://[::1", "not an address"],
)  # fmt: skip
def test_addresses_that_are_refused(address):
    with pytest.raises(FetchError) as refused:
        check_address(address, lambda host, port: PUBLIC)
    assert refused.value.refused


def test_one_private_number_among_public_ones_is_enough():
    with pytest.raises(FetchError, match="not a public address"):
        check_address("https://news.example/", lambda host, port: [*PUBLIC, "10.0.0.1"])


@pytest.mark.parametrize("host", ["127.1", "0x7f000001", "2130706433", "localhost", "[::1]"])
def test_odd_spellings_of_loopback_are_seen_through(host):
    with pytest.raises(FetchError):
        check_address(f"http://{host}/")


def test_the_checked_number_is_dialled_and_the_name_asked_for():
    target = check_address("https://news.example/a?b=1", lambda host, port: PUBLIC)
    assert target.pinned == "https://93.184.216.34:443/a?b=1"
    assert target.authority == "news.example"


def test_a_page_is_fetched_and_read(site):
    (found,) = AddressSource(f"{site}/0-page", resolver=here).documents()
    assert "Peru and Chile" in found.raw
    assert found.url == f"{site}/0-page"


def test_three_redirects_are_followed_and_a_fourth_is_not(site):
    assert fetch(f"{site}/3-page", resolver=here).address == f"{site}/0-page"
    with pytest.raises(FetchError, match="redirects"):
        fetch(f"{site}/4-page", resolver=here)


def test_a_redirect_to_the_inside_is_refused(site):
    with pytest.raises(FetchError, match="not a public address"):
        fetch(f"{site}/inside", resolver=here)


def test_size_kind_and_status_are_checked(site):
    with pytest.raises(FetchError, match="larger"):
        fetch(f"{site}/0-large", FetchLimits(bytes=20_000), here)
    with pytest.raises(FetchError, match="no text"):
        fetch(f"{site}/0-picture", resolver=here)
    with pytest.raises(FetchError, match="404"):
        fetch(f"{site}/0-gone", resolver=here)
    with pytest.raises(FetchError, match="too long"):
        fetch(f"{site}/0-page", FetchLimits(seconds=0), here)


def test_a_refused_address_is_a_named_failure():
    (failure,) = AddressSource("http://localhost/").documents()
    assert isinstance(failure, InputFailure)
    assert failure.uri == "http://localhost/"


def test_a_feed_is_followed_only_where_that_was_asked_for(site):
    followed = list(AddressSource(f"{site}/feed", resolver=here).documents())
    assert [x.url for x in followed] == [f"{site}/0-page"]
    (refused,) = AddressSource(f"{site}/feed", resolver=here, follow=False).documents()
    assert "no text" in refused.reason
