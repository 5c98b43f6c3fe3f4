"""Pages that misbehave, each in its way, with words of the one line that is said of it."""

import gzip
import time

from tests.sites import Page, Reply, article

GZ = {"content-encoding": "gzip"}
TEXT = "The ministers of Peru and Chile met in Lima on Monday and talked about trade. " * 3


def _html(request):
    request.send_response(200)
    request.send_header("content-type", "text/html")
    request.end_headers()


def drip(request):
    _html(request)
    for _ in range(1000):
        request.wfile.write(b"<p>.")
        time.sleep(0.05)


def slow_head(request):
    request.wfile.write(b"HTTP/1.0 200 OK\r\n")
    for _ in range(1000):
        request.wfile.write(b"X-A: b\r\n")
        time.sleep(0.05)


def silent(request):
    time.sleep(1)


def endless(request):
    _html(request)
    while True:
        request.wfile.write(b"<p>so on and on</p>" * 1000)


def hangs_up(request):
    request.connection.close()


def short(request):
    request.send_response(200)
    request.send_header("content-type", "text/html")
    request.send_header("content-length", "5000")
    request.end_headers()
    request.wfile.write(b"<p>half")


def no_http(request):
    request.wfile.write(b"I speak another language\r\n\r\n")


def loop(request):
    way = "/two-steps" if request.path.endswith("loop") else "/loop"
    return Reply(status=302, headers={"location": way})


def moved(where: str) -> Reply:
    return Reply(status=302, headers={"location": where})


SOON: dict[str, tuple[Page, str]] = {
    "/drip": (drip, "too long"),
    "/slow-head": (slow_head, "too long"),
    "/silent": (silent, "too long"),
    "/hangs-up": (hangs_up, "cannot be fetched"),
    "/short": (short, "cannot be fetched"),
    "/no-http": (no_http, "cannot be fetched"),
    "/ill": (Reply("oh", status=500), "answers 500"),
    "/busy": (Reply("later", status=503, headers={"retry-after": "20"}), "answers 503"),
    "/too-often": (Reply("later", status=429, headers={"retry-after": "40"}), "answers 429"),
}
"""What may go better another time."""

NEVER: dict[str, tuple[Page, str]] = {
    "/endless": (endless, "larger than"),
    "/loop": (loop, "redirects on and on"),
    "/to-itself": (moved("/to-itself"), "redirects on and on"),
    "/half-address": (moved("http://[half"), "no web address"),
    "/to-a-file": (moved("file:///etc/passwd"), "https://"),
    "/to-a-user": (moved("http://a:b@hill.example/"), "user name"),
    "/picture": (Reply(b"\x89PNG", "image/png"), "no text"),
    "/program": (Reply(b"\x7fELF\x00\x00", "application/octet-stream"), "no text"),
    "/bomb": (Reply(gzip.compress(b"x" * 50_000_000), headers=GZ), "unpacks to more than"),
    "/no-gzip": (Reply(b"no gzip", headers=GZ), "broken gzip"),
    "/half-gzip": (Reply(gzip.compress(TEXT.encode())[:-9], headers=GZ), "broken gzip"),
    "/odd-coding": (Reply("?", headers={"content-encoding": "zip"}), "not read here"),
    "/gone": (Reply("gone", status=410), "answers 410"),
    "/members-only": (Reply("pay", status=402), "answers 402"),
    "/forbidden": (Reply("no", status=403), "answers 403"),
    "/empty": (Reply(""), "empty"),
    "/scripts-only": (Reply("<html><script>draw()</script></html>"), "no text in the page"),
    "/zeros": (Reply(b"<html>\x00\x00\x00" * 9), "binary data"),
}
"""What is no use asking for again."""

FINE: dict[str, Page] = {
    "/liar": Reply(article("Accra", TEXT), "text/html; charset=utf-16"),
    "/windows": Reply(
        article("لقاء", "قال الوزير إن الاجتماع كان في المدينة مع رئيس الوفد من أجل السلام. " * 3)
        .replace('<meta charset="utf-8">', "").encode("windows-1256"),
        "text/html; charset=windows-1252",
    ),
    "/no-type": Reply(article("No type", TEXT + "Nobody said what kind of page this is."), ""),
    "/packed": Reply(gzip.compress(article("Packed", TEXT + "This is packed.").encode()),
                     headers=GZ),
    "/unclosed": Reply(f"<html><body><div><p>{TEXT} An unclosed page.<p><b><i>And <td>more."),
    "/deep": Reply("<div>" * 3000 + f"<p>{TEXT} A deep page.</p>"),
    "/moved": moved("/where-it-is"),
    "/where-it-is": Reply(article("Moved", TEXT + "It was moved.")),
}  # fmt: skip
"""What is odd and can be read all the same."""
