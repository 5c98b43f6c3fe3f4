"""Who may use the server: users with passwords and tokens with roles, both kept as hashes only."""

import hashlib
import hmac
import json
import os
import secrets
import tomllib
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Any

from dragoman.web.errors import SetupError

_COST = {"n": 2**14, "r": 8, "p": 1}


class Role(IntEnum):
    """What somebody may do; each role may do all that the ones below may."""

    none = 0
    reader = 1
    editor = 2
    admin = 3


@dataclass(frozen=True, slots=True)
class Account:
    """A user or token by its name; `secret` is a hash."""

    name: str
    role: Role
    secret: str


@dataclass(frozen=True, slots=True)
class Accounts:
    """Everybody who may use the server."""

    users: dict[str, Account] = field(default_factory=dict)
    tokens: tuple[Account, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.users or self.tokens)

    def user(self, name: str, password: str) -> Account | None:
        """The user with that name and password; takes as long where there is none."""
        account = self.users.get(name)
        kept = account.secret if account else _NOBODY
        right = check_password(password, kept)
        return account if account and right else None

    def token(self, token: str) -> Account | None:
        """The account of a token."""
        given = hash_token(token)
        found = [a for a in self.tokens if hmac.compare_digest(a.secret, given)]
        return found[0] if found else None


def hash_password(password: str) -> str:
    """A salted scrypt hash of a password, as the file keeps it."""
    salt = secrets.token_bytes(16)
    key = hashlib.scrypt(password.encode(), salt=salt, **_COST)
    return f"scrypt${salt.hex()}${key.hex()}"


def check_password(password: str, kept: str) -> bool:
    """True where the password gives the kept hash."""
    _, salt, key = kept.split("$")
    found = hashlib.scrypt(password.encode(), salt=bytes.fromhex(salt), **_COST)
    return hmac.compare_digest(found.hex(), key)


def hash_token(token: str) -> str:
    """The hash of a token; tokens are random and long, so that no salt is needed."""
    return hashlib.sha256(token.encode()).hexdigest()


_NOBODY = "scrypt$" + "00" * 16 + "$" + "00" * 64


def load_accounts(path: Path | None) -> Accounts:
    """The accounts of a file; none where no file is given or it is not there yet.

    Raises:
        SetupError: the file cannot be read or an entry is wrong; the message names both.
    """
    if path is None or not path.exists():
        return Accounts()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SetupError(f"{path}: cannot be read ({error}): mend or remove it") from error
    users = [_account(path, "users", entry) for entry in data.get("users", ())]
    tokens = [_account(path, "tokens", entry) for entry in data.get("tokens", ())]
    return Accounts({user.name: user for user in users}, tuple(tokens))


def _account(path: Path, kind: str, entry: dict[str, Any]) -> Account:
    try:
        account = Account(entry["name"], Role[entry["role"]], entry["secret"])
        if kind == "users":
            check_password("", account.secret)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SetupError(
            f"{path}: an entry of [[{kind}]] needs name, role and secret "
            f"({type(error).__name__}: {error}): add it with `dragoman access`"
        ) from error
    return account


def add_account(path: Path, kind: str, account: Account) -> None:
    """Writes one more account to the file, readable by its owner only.

    Raises:
        SetupError: the name is taken, or the file cannot be written.
    """
    known = load_accounts(path)
    names = set(known.users) if kind == "users" else {t.name for t in known.tokens}
    if account.name in names:
        raise SetupError(f"{path}: {account.name!r} is there already: choose another name")
    lines = "".join(
        f"{key} = {json.dumps(value, ensure_ascii=False)}\n"
        for key, value in (
            ("name", account.name),
            ("role", account.role.name),
            ("secret", account.secret),
        )
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8") as file:
            file.write(f"\n[[{kind}]]\n{lines}")
    except OSError as error:
        raise SetupError(f"{path}: cannot be written ({error.strerror})") from error


def new_token() -> str:
    """A fresh token."""
    return f"drg_{secrets.token_urlsafe(32)}"
