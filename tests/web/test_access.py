"""Who may do what, and what a stranger or another site gets."""

import pytest

from dragoman.web.accounts import (
    Account,
    Role,
    add_account,
    check_password,
    hash_password,
    load_accounts,
)
from dragoman.web.errors import SetupError
from dragoman.web.settings import Limits, Settings, check_settings, find_accounts
from tests.web.conftest import PASSWORD, TOKENS, client_for, csrf_of, sign_in


def test_strangers_are_sent_to_sign_in(guarded):
    page = guarded.get("/add?lang=ar")
    assert page.status_code == 303
    assert page.headers["location"] == "/sign-in?next=%2Fadd%3Flang%3Dar"
    answer = guarded.post("/api/v1/read", json={"text": "x"})
    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "unauthorized"
    assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("role", list(TOKENS))
def test_every_token_may_read(guarded, role):
    headers = {"authorization": f"Bearer {TOKENS[role]}"}
    answer = guarded.post("/api/v1/read", json={"text": "Chad met Mali."}, headers=headers)
    assert answer.status_code == 200


def test_an_unknown_token_is_refused(guarded):
    answer = guarded.get("/add", headers={"authorization": "Bearer nothing", "accept": "*/*"})
    assert answer.status_code in (303, 401)
    answer = guarded.post("/api/v1/read", json={"text": "x"},
                          headers={"authorization": "Basic abc"})  # fmt: skip
    assert answer.status_code == 401


def test_signing_in_and_out(guarded):
    assert sign_in(guarded, password="wrong password").status_code == 401
    assert guarded.get("/add").status_code == 303
    done = sign_in(guarded)
    assert done.status_code == 303
    assert done.headers["location"] == "/add"
    cookie = next(c for c in done.headers.get_list("set-cookie") if "session" in c)
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    page = guarded.get("/add")
    assert page.status_code == 200
    kept = guarded.cookies["dragoman_session"]
    assert guarded.post("/sign-out", data={"csrf": csrf_of(page)}).status_code == 303
    guarded.cookies.set("dragoman_session", kept)
    assert guarded.get("/add").status_code == 303


def test_a_changed_session_is_no_session(guarded):
    sign_in(guarded)
    cookie = guarded.cookies["dragoman_session"]
    name, ends, salt, signature = cookie.split(".")
    guarded.cookies.clear()
    admin = b"admin".hex()
    other, later = f"{admin}.{ends}.{salt}", f"{name}.{int(ends) + 9}.{salt}"
    for forged in (f"{other}.{signature}", f"{later}.{signature}", cookie[:-1], "...", ""):
        answer = guarded.get("/add", headers={"cookie": f"dragoman_session={forged}"})
        assert answer.status_code == 303, forged


def test_cookies_are_secure_away_from_loopback(readings, accounts):
    client = client_for(Settings(host="0.0.0.0", accounts=accounts), readings)
    page = client.get("https://desk.example/sign-in")
    assert "Secure" in page.headers["set-cookie"]


def test_forms_of_another_site_are_refused(client):
    token = csrf_of(client.get("/add"))
    form = {"csrf": token, "text": "Chad met Mali."}
    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert client.post("/add", data=form, headers=headers).status_code == 403
        answer = client.post("/api/v1/read", json={"text": "x"}, headers=headers)
        assert answer.status_code == 403
    assert client.post("/add", data={"text": "x"}).status_code == 403
    assert client.post("/add", data={"csrf": "0" * 64, "text": "x"}).status_code == 403
    client.cookies.clear()
    assert client.post("/add", data=form).status_code == 403


def test_a_session_needs_its_proof_on_the_api(guarded):
    sign_in(guarded)
    assert guarded.post("/api/v1/read", json={"text": "x"}).status_code == 403
    token = csrf_of(guarded.get("/add"))
    answer = guarded.post("/api/v1/read", json={"text": "x"}, headers={"x-csrf-token": token})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "onward", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:1", ""]
)
def test_signing_in_never_leads_elsewhere(guarded, onward):
    token = csrf_of(guarded.get("/sign-in"))
    form = {"csrf": token, "name": "editor", "password": PASSWORD, "next": onward}
    assert guarded.post("/sign-in", data=form).headers["location"] == "/"


def test_guessing_passwords_is_slowed(readings, accounts):
    client = client_for(Settings(accounts=accounts, limits=Limits(sign_ins=3)), readings)
    codes = [sign_in(client, password="guess number").status_code for _ in range(5)]
    assert codes == [401, 401, 401, 429, 429]


def test_reading_is_limited_by_the_minute(readings):
    client = client_for(Settings(limits=Limits(reads=2)), readings)
    answers = [client.post("/api/v1/read", json={"text": "Chad met Mali."}) for _ in range(3)]
    assert [a.status_code for a in answers] == [200, 200, 429]
    assert answers[2].headers["retry-after"] == "60"


def test_nobody_listens_to_strangers_without_accounts(accounts):
    with pytest.raises(SetupError, match="dragoman access"):
        check_settings(Settings(host="0.0.0.0"))
    check_settings(Settings(host="::1"))
    check_settings(Settings(host="0.0.0.0", accounts=accounts))


def test_accounts_are_kept_as_hashes(tmp_path, monkeypatch):
    monkeypatch.delenv("DRAGOMAN_TOKEN", raising=False)
    path = tmp_path / "own" / "access.toml"
    add_account(path, "users", Account('نورة "N"', Role.editor, hash_password(PASSWORD)))
    add_account(path, "tokens", Account("script", Role.reader, "ab" * 32))
    assert PASSWORD not in path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o077 == 0
    found = find_accounts(path)
    assert found.user('نورة "N"', PASSWORD).role == Role.editor
    assert found.user('نورة "N"', "something else") is None
    assert found.user("nobody", PASSWORD) is None
    with pytest.raises(SetupError, match="already"):
        add_account(path, "tokens", Account("script", Role.admin, "cd" * 32))
    path.write_text("[[users]]\nname = 'x'\n", encoding="utf-8")
    with pytest.raises(SetupError, match=r"access\.toml.*\[\[users\]\]"):
        load_accounts(path)


def test_a_short_token_of_the_environment_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("DRAGOMAN_TOKEN", "short")
    with pytest.raises(SetupError, match="shorter"):
        find_accounts(None)
    monkeypatch.setenv("DRAGOMAN_TOKEN", "long-enough-to-be-a-token")
    assert find_accounts(None).token("long-enough-to-be-a-token").role == Role.admin


def test_a_password_is_checked_against_its_own_salt():
    one, two = hash_password(PASSWORD), hash_password(PASSWORD)
    assert one != two
    assert check_password(PASSWORD, one)
    assert check_password(PASSWORD, two)
