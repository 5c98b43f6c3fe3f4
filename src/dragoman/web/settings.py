"""How the server was asked to run."""

import ipaddress
import os
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.web.accounts import Account, Accounts, Role, hash_token, load_accounts
from dragoman.web.errors import SetupError

TOKEN_VARIABLE = "DRAGOMAN_TOKEN"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request, and one caller in a minute, may take."""

    body_bytes: int = 5_000_000
    text_points: int = 400_000
    files: int = 20
    reads: int = 60
    sign_ins: int = 10
    writes: int = 240
    pages: int = 3000


@dataclass(frozen=True, slots=True)
class Settings:
    """Where to listen, for whom, and on which ledger; `ledger` None keeps none."""

    host: str = "127.0.0.1"
    port: int = 8000
    ledger: str | None = None
    accounts: Accounts = field(default_factory=Accounts)
    hosts: tuple[str, ...] = ()
    tls: bool = False
    private_hooks: bool = False
    """Webhooks may lead to private addresses, as in an intranet."""
    limits: Limits = field(default_factory=Limits)

    @property
    def is_open(self) -> bool:
        """True where nobody needs to sign in: on loopback without accounts."""
        return not self.accounts

    @property
    def secure_cookies(self) -> bool:
        """True where cookies travel over TLS only."""
        return self.tls or not is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """True for names and numbers of this machine itself."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def access_file() -> Path:
    """Where accounts are kept unless a file is named."""
    home = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(home) / "dragoman" / "access.toml"


def find_accounts(path: Path | None) -> Accounts:
    """The accounts of the file, and an administrator by the token in the environment, if any.

    Raises:
        SetupError: the named file is missing or broken, or the token is too short.
    """
    if path is not None and not path.exists():
        raise SetupError(f"{path}: no such file: add accounts to it with `dragoman access`")
    accounts = load_accounts(path or access_file())
    token = os.environ.get(TOKEN_VARIABLE)
    if not token:
        return accounts
    if len(token) < 20:
        raise SetupError(f"{TOKEN_VARIABLE} is shorter than 20 signs: take a longer one")
    own = Account("environment", Role.admin, hash_token(token))
    return Accounts(accounts.users, (*accounts.tokens, own))


def check_settings(settings: Settings) -> None:
    """Refuses to listen to strangers without accounts.

    Raises:
        SetupError: the host is not loopback and nobody is configured.
    """
    if settings.is_open and not is_loopback(settings.host):
        raise SetupError(
            f"will not listen on {settings.host} for everybody: add a user or token with "
            f"`dragoman access`, or set {TOKEN_VARIABLE}; without them it listens on 127.0.0.1"
        )
