"""A server with a ledger of the samples, and a headless Chromium that looks at it.

Screenshots go to `build/screenshots`, outside version control.
"""

import os
import shutil
import socket
import threading
import time
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the extra `web` is not installed")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
uvicorn = pytest.importorskip("uvicorn", reason="the extra `web` is not installed")

from dragoman.web.app import create_app
from dragoman.web.books import Books
from dragoman.web.reading import Readings
from dragoman.web.settings import Limits, Settings

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
SHOTS = ROOT / "build" / "screenshots"
AXE = Path(os.environ.get("DRAGOMAN_AXE") or ROOT / "build/npm/node_modules/axe-core/axe.min.js")
CHROMIUM = os.environ.get("DRAGOMAN_CHROMIUM") or shutil.which("chromium")
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
LANGUAGES = {"en": "ltr", "ar": "rtl"}

TREATY = (
    "The foreign ministers of Japan and Kuwait, Aiko Mori and Salem Nasser, met in Kuwait City on "
    "Tuesday 5 March 2024. Japan and Kuwait signed an agreement on the desalination of sea water "
    "at the end of the meeting. Mori thanked Kuwait for its help after the earthquake."
)

if CHROMIUM is None:
    pytest.skip("no chromium here: apt-get install chromium", allow_module_level=True)


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """The address of a running server."""
    place = str(tmp_path_factory.mktemp("browser") / "samples.db")
    readings = Readings(Limits())
    books = Books(place)
    for path in sorted(SAMPLES.glob("*.txt")):
        for incoming in readings.from_file(path.name, path.read_bytes()):
            books.record(incoming, readings.read(incoming))
    given = {"text": TREATY, "outlet": "Gulf Gazette", "published": "2024-03-06"}
    treaty = readings.from_object(given)
    books.record(treaty, readings.read(treaty))
    books.close()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = create_app(Settings(port=port, ledger=place), readings)
    running = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 30
    while not running.started and time.monotonic() < deadline:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    running.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="session")
def chromium():
    """The browser."""
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def browse(chromium, server):
    """A function that opens a window; the test fails where a page complained in its console."""
    opened, complaints = [], []

    def call(language="en", size=WIDE, scripts=True, scheme="light"):
        context = chromium.new_context(
            viewport=size, locale=language, base_url=server, java_script_enabled=scripts,
            color_scheme=scheme, accept_downloads=True,
        )  # fmt: skip
        context.set_default_timeout(60_000)
        page = context.new_page()
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: complaints.append(str(e)))
        page.on("dialog", lambda d: (complaints.append(f"dialog: {d.message}"), d.dismiss()))
        opened.append(context)
        return page

    yield call
    for context in opened:
        context.close()
    assert complaints == []


@pytest.fixture
def shoot():
    """A function that keeps a picture of a page."""
    SHOTS.mkdir(parents=True, exist_ok=True)

    def call(page, name):
        page.screenshot(path=SHOTS / f"{name}.png", full_page=True)

    return call


def sample(name):
    return (SAMPLES / name).read_text(encoding="utf-8")
