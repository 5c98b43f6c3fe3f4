"""A server in this process, with the real reader loaded once."""

import re
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the extra `web` is not installed")
pytest.importorskip("httpx", reason="the extra `web` is not installed")

from fastapi.testclient import TestClient

from dragoman.web.accounts import Account, Accounts, Role, hash_password, hash_token
from dragoman.web.app import create_app
from dragoman.web.reading import Readings
from dragoman.web.settings import Limits, Settings

SAMPLES = Path(__file__).parents[2] / "samples"
PASSWORD = "correct horse battery"
TOKENS = {"reader": "reader-token-0123456789", "editor": "editor-token-0123456789",
          "admin": "admin-token-0123456789"}  # fmt: skip


@pytest.fixture(scope="session")
def readings():
    made = Readings(Limits())
    made.reader()
    return made


@pytest.fixture(scope="session")
def accounts():
    users = {
        role.name: Account(f"{role.name}", role, hash_password(PASSWORD))
        for role in (Role.reader, Role.editor, Role.admin)
    }
    tokens = tuple(Account(f"{r}-token", Role[r], hash_token(t)) for r, t in TOKENS.items())
    return Accounts(users, tokens)


def client_for(settings, readings, **options):
    app = create_app(settings, readings)
    return TestClient(app, base_url="http://localhost:8000", follow_redirects=False, **options)


@pytest.fixture
def client(readings):
    """A browser on the machine itself: nobody signs in."""
    return client_for(Settings(), readings)


@pytest.fixture
def guarded(readings, accounts):
    """A server that asks who you are."""
    return client_for(Settings(accounts=accounts), readings)


def csrf_of(page):
    """The token in the form of a page."""
    return re.search(r'name="csrf" value="([0-9a-f]+)"', page.text)[1]


def sign_in(client, name="editor", password=PASSWORD):
    token = csrf_of(client.get("/sign-in"))
    form = {"csrf": token, "name": name, "password": password, "next": "/add"}
    return client.post("/sign-in", data=form)


def sample(name):
    return (SAMPLES / name).read_text(encoding="utf-8")


@pytest.fixture
def add(client):
    """A function that reads a text by the form and gives the page that shows it."""

    def call(text, **more):
        token = csrf_of(client.get("/add"))
        sent = client.post("/add", data={"csrf": token, "text": text, **more})
        assert sent.status_code == 303, sent.text
        return client.get(sent.headers["location"])

    return call


@pytest.fixture(scope="session")
def kept(readings, tmp_path_factory):
    """A ledger of the samples, made once; tests that write to it take a copy."""
    from dragoman.web.books import Books

    place = tmp_path_factory.mktemp("ledger") / "samples.db"
    books = Books(str(place))
    for path in sorted(SAMPLES.glob("*.txt")):
        for incoming in readings.from_file(path.name, path.read_bytes()):
            books.record(incoming, readings.read(incoming))
    books.close()
    return place


@pytest.fixture
def ledger(kept, tmp_path):
    """A ledger of the samples of one's own."""
    place = tmp_path / "own.db"
    place.write_bytes(kept.read_bytes())
    return str(place)


@pytest.fixture
def desk(readings, ledger):
    """A browser on the machine itself, before a ledger of the samples."""
    return client_for(Settings(ledger=ledger), readings)
