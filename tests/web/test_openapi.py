"""The OpenAPI document: whole, with examples, and nothing in it brings the server to fail."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from dragoman.web.app import create_app
from dragoman.web.meaning import Meaning
from dragoman.web.settings import Limits, Settings

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")

from schemathesis.specs.openapi.checks import status_code_conformance

PLENTY = Limits(reads=10**6, writes=10**6, pages=10**6)


@pytest.fixture
def application(readings, ledger, monkeypatch):
    # Hypothesis and the loading of vectors both parse, and CPython 3.11 fails where two threads do.
    monkeypatch.setattr(Meaning, "start", lambda self, books: None)
    return create_app(Settings(ledger=ledger, limits=PLENTY, hosts=("testserver",)), readings)


@pytest.fixture
def described(application):
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", application)


QUICK = settings(
    max_examples=10,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def test_nothing_that_is_sent_makes_the_server_fail(described):
    tried = set()
    for result in described.get_all_operations():
        operation = result.ok()

        @QUICK
        @given(case=operation.as_strategy())
        def send(case):
            answer = case.call()
            assert answer.status_code < 500, answer.text
            if answer.status_code >= 400:
                assert set(answer.json()["error"]) == {"code", "message", "hint"}
            else:
                case.validate_response(answer, checks=[status_code_conformance])

        send()
        tried.add((operation.method, operation.path))
    assert len(tried) >= 20


def test_every_operation_is_told_and_every_body_has_an_example(application):
    document = application.openapi()
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            assert operation.get("summary"), (method, path)
            assert operation.get("description"), (method, path)
            assert operation.get("tags"), (method, path)
    for name in ("ReadRequest", "NewDocument", "NewWebhook", "Correction"):
        assert document["components"]["schemas"][name].get("examples"), name


def test_every_list_of_the_contract_is_there(application):
    names = ["engagements", "events", "statements", "outcomes", "entities", "documents", "pairs"]
    paths = application.openapi()["paths"]
    assert {f"/api/v1/{name}" for name in names} <= set(paths)
    assert "post" in paths["/api/v1/read"]
    assert "post" in paths["/api/v1/documents"]
