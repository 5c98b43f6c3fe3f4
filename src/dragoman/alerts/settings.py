"""Alerts that a configuration names, and the server that takes their letters."""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast

from dragoman.core.errors import DataError

_MAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+|[^\s@<>,;]+@localhost")
_ALERT = {"name": str, "query": str, "saved": str, "webhook": str, "secret_env": str,
          "secret_file": str, "email": list, "atom": str}  # fmt: skip
_SMTP = {"host": str, "port": int, "user": str, "password_env": str, "password_file": str,
         "from": str, "security": str}  # fmt: skip
SET_UP = "watch: "
"""How the ledger names whoever set up the alerts of a configuration."""
_SECURITY = ("starttls", "tls", "none")


@dataclass(frozen=True, slots=True)
class Smtp:
    """The server that takes our letters, and who they are from."""

    host: str
    sender: str
    port: int = 587
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    security: Literal["starttls", "tls", "none"] = "starttls"
    seconds: float = 20.0


@dataclass(frozen=True, slots=True)
class Alert:
    """A query, by its words or the name it is saved under, and the addresses that are told."""

    name: str
    query: str | None
    saved: str | None
    addresses: tuple[str, ...]
    secret: str = field(default="", repr=False)

    @property
    def who(self) -> str:
        """By which the ledger knows that a configuration set it up."""
        return f"{SET_UP}{self.name}"


def read_alerts(path: Path, given: Sequence[Any], has_smtp: bool) -> tuple[Alert, ...]:
    """The alerts of a configuration's `[[alert]]` tables.

    Raises:
        DataError: a slip; the message names it.
    """
    found: list[Alert] = []
    for number, table in enumerate(given, 1):
        where = f"{path}: [[alert]] {number}"
        _check(where, table, _ALERT)
        alert = _alert(path, where, table)
        if not has_smtp and any(x.startswith("mailto:") for x in alert.addresses):
            raise DataError(f"{where}: email needs a table [smtp] with host and from")
        if any(alert.name == other.name for other in found):
            raise DataError(f"{where}: there is an alert {alert.name!r} already")
        found.append(alert)
    return tuple(found)


def _check(where: str, table: object, known: Mapping[str, type]) -> None:
    if not isinstance(table, Mapping):
        raise DataError(f"{where}: a table is needed: write its name in brackets")
    for key, value in table.items():
        if key not in known:
            raise DataError(f"{where}: no such key {key!r}: use {', '.join(sorted(known))}")
        if not isinstance(value, known[key]):
            raise DataError(f"{where}: {key} must be {known[key].__name__}, not {value!r}")


def _alert(path: Path, where: str, table: Mapping[str, Any]) -> Alert:
    name = " ".join(str(table.get("name", "")).split())
    if not name:
        raise DataError(f"{where}: name is missing")
    if ("query" in table) == ("saved" in table):
        raise DataError(f"{where}: give query, as in the address of a search, or saved, a name")
    addresses = [f"mailto:{address}" for address in table.get("email", ())]
    for address in addresses:
        if not _MAIL.fullmatch(address.removeprefix("mailto:")):
            raise DataError(f"{where}: {address.removeprefix('mailto:')!r} is no mail address")
    secret = ""
    if "webhook" in table:
        if not str(table["webhook"]).startswith(("https://", "http://")):
            raise DataError(f"{where}: webhook must begin with https://")
        secret = _secret(path, where, table, "secret")
        addresses.append(table["webhook"])
    if "atom" in table:
        addresses.append(f"file:{(path.parent / table['atom']).absolute()}")
    if not addresses:
        raise DataError(f"{where}: tell whom: webhook, email or atom")
    return Alert(name, table.get("query"), table.get("saved"), tuple(addresses), secret)


def _secret(path: Path, where: str, table: Mapping[str, Any], key: str) -> str:
    """A secret from the environment or a file of its own: never from the configuration."""
    if f"{key}_env" in table:
        found = os.environ.get(table[f"{key}_env"], "")
        said = f"the environment has no {table[f'{key}_env']}"
    elif f"{key}_file" in table:
        place = path.parent / table[f"{key}_file"]
        try:
            found = place.read_text(encoding="utf-8").strip()
        except OSError as error:
            raise DataError(f"{where}: {place}: cannot be read ({error.strerror})") from error
        said = f"{place} is empty"
    else:
        raise DataError(f"{where}: give {key}_env or {key}_file")
    if not found:
        raise DataError(f"{where}: {said}")
    return found


def read_smtp(path: Path, given: Mapping[str, Any] | None) -> Smtp | None:
    """The server of a configuration's `[smtp]` table, None where there is none.

    Raises:
        DataError: a slip; the message names it.
    """
    if given is None:
        return None
    where = f"{path}: [smtp]"
    _check(where, given, _SMTP)
    for key in ("host", "from"):
        if key not in given:
            raise DataError(f"{where}: {key} is missing")
    if not _MAIL.fullmatch(given["from"]):
        raise DataError(f"{where}: {given['from']!r} is no mail address")
    security = given.get("security", "starttls")
    if security not in _SECURITY:
        raise DataError(f"{where}: security must be one of {', '.join(_SECURITY)}")
    user = given.get("user")
    if user is not None and security == "none":
        raise DataError(f"{where}: a password is not sent without encryption: use starttls or tls")
    password = _secret(path, where, given, "password") if user is not None else None
    port = given.get("port", 465 if security == "tls" else 587)
    return Smtp(given["host"], given["from"], port, user, password, cast(Any, security))
