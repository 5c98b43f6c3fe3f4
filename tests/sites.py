"""A small web site on loopback whose pages behave as a test wants them to."""

import threading
from collections import Counter
from collections.abc import Callable
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Reply:
    """What a page answers."""

    body: bytes | str = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


Page = Reply | Callable[[BaseHTTPRequestHandler], Reply | None]
"""A reply, or what makes one of a request; None where it has written the answer itself."""


@dataclass
class Site:
    """The pages of a site by path, and what was asked of it."""

    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    seen: list[dict[str, str]] = field(default_factory=list)
    address: str = ""

    def counts(self) -> Counter[str]:
        """How often each path was asked for."""
        return Counter(self.asked)

    def at(self, path: str) -> str:
        """The address of a path."""
        return self.address + path


@contextmanager
def serving(site: Site):
    """Serves a site until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            site.asked.append(self.path)
            site.seen.append({k.lower(): v for k, v in self.headers.items()})
            page = site.pages.get(self.path, Reply(b"not here", status=404))
            reply = page(self) if callable(page) else page
            if reply is None:
                return
            body = reply.body.encode() if isinstance(reply.body, str) else reply.body
            self.send_response(reply.status)
            self.send_header("content-type", reply.kind)
            self.send_header("content-length", str(len(body)))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_):
            pass

        def handle(self):
            with suppress(BrokenPipeError, ConnectionResetError):
                super().handle()

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, *_):
            pass

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


class Hours:
    """A clock that only moves when somebody sleeps on it."""

    def __init__(self, start: float = 1_700_000_000.0) -> None:
        self.moment = start
        self.call: Callable[[], None] = lambda: None

    def now(self) -> float:
        return self.moment

    def sleep(self, seconds: float) -> None:
        self.moment += max(0.0, seconds)
        self.call()


def article(title: str, body: str, head: str = "", language: str = "en") -> str:
    """A page with an article between menus."""
    paragraphs = "".join(f"<p>{part}</p>" for part in body.split("\n") if part.strip())
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{title}</h1>{paragraphs}</article><footer>All rights</footer></body></html>"
    )


def rss(items: list[tuple[str, str]], title: str = "Hill Post", extra: str = "") -> Reply:
    """A feed of (address, title)."""
    inner = "".join(
        f"<item><title>{name}</title><link>{link}</link></item>" for link, name in items
    )
    body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{inner}{extra}'
    return Reply(body + "</channel></rss>", "application/rss+xml")
