"""The commands about the server: `serve`, and who may use it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import LedgerOption
from dragoman.cli.streams import say, standard_output

if TYPE_CHECKING:
    from dragoman.web.settings import Settings

server = typer.Typer()
access = typer.Typer(no_args_is_help=True, help="Who may use the server: users and tokens.")

AccessFile = Annotated[
    Path | None,
    typer.Option("--access", metavar="FILE", help="The file of accounts; default: your own."),
]
RoleName = Annotated[str, typer.Option("--role", help="reader, editor or admin.")]


@server.command()
def serve(
    host: Annotated[str, typer.Option("--host", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535)] = 8000,
    ledger: LedgerOption = None,
    accounts: AccessFile = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="Also answer to this name."),
    ] = None,
    private_webhooks: Annotated[
        bool, typer.Option("--private-webhooks", help="Webhooks may lead to private addresses.")
    ] = False,
    tls_cert: Annotated[Path | None, typer.Option("--tls-cert", metavar="FILE")] = None,
    tls_key: Annotated[Path | None, typer.Option("--tls-key", metavar="FILE")] = None,
) -> None:
    """Shows the pages and answers the API, until you stop it with Ctrl-C."""
    try:
        import uvicorn

        from dragoman.web.app import create_app
        from dragoman.web.settings import Settings, check_settings, find_accounts
    except ImportError as error:
        say(f"serve needs {error.name}: pip install 'dragoman[web]'")
        raise typer.Exit(2) from error
    from dragoman.core.errors import DragomanError
    from dragoman.store.opening import default_place, open_ledger

    try:
        settings = Settings(
            host=host,
            port=port,
            ledger=ledger or default_place(),
            accounts=find_accounts(accounts),
            hosts=tuple(allow_host or ()),
            private_hooks=private_webhooks,
            tls=tls_cert is not None,
        )
        check_settings(settings)
        open_ledger(settings.ledger, create=True).close()
    except DragomanError as error:
        say(str(error))
        raise typer.Exit(2) from error
    _announce(settings)
    uvicorn.run(
        create_app(settings),
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        ssl_certfile=str(tls_cert) if tls_cert else None,
        ssl_keyfile=str(tls_key) if tls_key else None,
    )


def _announce(settings: "Settings") -> None:
    """Says where the pages are, and what a stranger should know."""
    scheme = "https" if settings.tls else "http"
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    say(f"pages at {scheme}://{host}:{settings.port}/ (Ctrl-C stops)")
    if settings.secure_cookies and not settings.tls:
        say("sign in over HTTPS only: give --tls-cert and --tls-key, or put a proxy before")


@access.command("user")
def add_user(
    name: Annotated[str, typer.Argument()],
    password: Annotated[str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True)],
    role: RoleName = "reader",
    file: AccessFile = None,
) -> None:
    """Adds somebody who signs in with a password, asked for and kept as a hash."""
    from dragoman.web.accounts import hash_password

    if len(password) < 10:
        say("the password is shorter than 10 signs: take a longer one")
        raise typer.Exit(2)
    _add("users", name, role, hash_password(password), file)


@access.command("token")
def add_token(
    name: Annotated[str, typer.Argument(help="What the token is for.")],
    role: RoleName = "reader",
    file: AccessFile = None,
) -> None:
    """Prints a new token, once; only its hash is kept."""
    from dragoman.web.accounts import hash_token, new_token

    token = new_token()
    _add("tokens", name, role, hash_token(token), file)
    with standard_output() as out:
        print(token, file=out)


def _add(kind: str, name: str, role: str, secret: str, file: Path | None) -> None:
    from dragoman.web.accounts import Account, Role, add_account
    from dragoman.web.errors import SetupError
    from dragoman.web.settings import access_file

    known = [r.name for r in Role if r]
    if role not in known:
        say(f"no role {role!r}: use one of {', '.join(known)}")
        raise typer.Exit(2)
    try:
        add_account(file or access_file(), kind, Account(name, Role[role], secret))
    except SetupError as error:
        say(str(error))
        raise typer.Exit(2) from error
    say(f"{name} may use the server as {role}; it reads the file when it starts")
