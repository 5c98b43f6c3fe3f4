"""Writes a crawl as WARC for measuring: pages made of the texts of JSON Lines and text files.

    python tools/make_crawl.py --pages 20000 crawl.warc.gz ../shared/corpora samples

Texts are taken in turn; each page has a number of its own in its last line, so that no two are the
same bytes, and a menu and footer around the article, as pages have.
"""

import argparse
import gzip
import json
from collections.abc import Iterator
from html import escape
from itertools import cycle, islice
from pathlib import Path
from uuid import UUID

PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<meta property="article:published_time" content="{published}"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
<main><article><h1>{title}</h1>{body}<p>{number}</p></article></main>
<footer>All rights reserved. <a href="/terms">Terms</a></footer></body></html>"""
RECORD = """WARC/1.0\r
WARC-Type: response\r
WARC-Record-ID: <urn:uuid:{name}>\r
WARC-Date: 2024-02-03T23:05:06Z\r
WARC-Target-URI: https://crawl.example/{number}\r
Content-Type: application/http; msgtype=response\r
Content-Length: {length}\r
\r
"""
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def texts(folders: list[Path]) -> Iterator[dict[str, str]]:
    """Objects with a text: lines of `*.jsonl`, and whole `*.txt`."""
    for folder in folders:
        for path in sorted(folder.glob("*.jsonl")):
            for line in path.read_text(encoding="utf-8").splitlines():
                found = json.loads(line)
                if found.get("text"):
                    yield found
        for path in sorted(folder.glob("*.txt")):
            yield {"text": path.read_text(encoding="utf-8"), "language": path.suffixes[0][1:]}


def page(number: int, found: dict[str, str]) -> bytes:
    """The HTML of a page."""
    paragraphs = [line for line in found["text"].split("\n") if line.strip()]
    body = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    filled = {
        "language": found.get("language") or "", "title": escape(found.get("title") or "News"),
        "published": found.get("published") or "", "body": body, "number": f"No. {number}",
    }  # fmt: skip
    return PAGE.format(**filled).encode()


def main() -> None:
    """Writes the crawl."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--pages", type=int, default=20_000)
    asked = parser.parse_args()
    found = list(texts(asked.folders))
    with asked.output.open("wb") as file:
        for number, one in enumerate(islice(cycle(found), asked.pages), 1):
            block = HTTP + page(number, one)
            name = UUID(int=number)
            head = RECORD.format(name=name, number=number, length=len(block)).encode()
            file.write(gzip.compress(head + block + b"\r\n\r\n", 6, mtime=0))
    print(f"{asked.pages} pages of {len(found)} texts: {asked.output}")


if __name__ == "__main__":
    main()
