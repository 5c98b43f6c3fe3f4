"""The ways of an alert: a signed POST, a letter by SMTP, an Atom file."""

import hashlib
import hmac
import os
import smtplib
import ssl
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from pathlib import Path
from typing import Any, Literal, Protocol

from dragoman.alerts.atom import atom_feed, feed_item, title_of
from dragoman.alerts.settings import Smtp
from dragoman.alerts.wanted import wanted_of
from dragoman.core.clock import FORM
from dragoman.output.naming import Naming
from dragoman.sources.http import FetchError, Outgoing, Resolver, resolve, send
from dragoman.store.listing import list_entries
from dragoman.store.opening import Ledger
from dragoman.store.values import dump
from dragoman.store.watchers import Webhook

SIGNATURE = "X-Dragoman-Signature"
Entry = Mapping[str, Any]
Outcome = tuple[Literal["sent", "waiting", "failed"], str]
"""The state of a delivery after an attempt, and what was answered."""
_FEED_LENGTH = 50


class Channel(Protocol):
    """A way to tell of entries.

    `scheme` is how addresses of its kind begin, `most` how many entries go into one message.
    """

    scheme: str
    most: int

    def send(self, hook: Webhook, entries: Sequence[Entry], now: datetime) -> Outcome:
        """One attempt."""


def sign(secret: str, stamp: str, data: bytes) -> str:
    """The signature that a receiver checks: HMAC-SHA256 of the time, a dot and the body."""
    made = hmac.new(secret.encode(), stamp.encode() + b"." + data, hashlib.sha256)
    return f"sha256={made.hexdigest()}"


@dataclass(slots=True)
class Posting:
    """A signed POST for each entry; `inside` lets it go to a private address."""

    inside: bool = False
    resolver: Resolver = resolve
    scheme: str = "http"
    most: int = 1

    def send(self, hook: Webhook, entries: Sequence[Entry], now: datetime) -> Outcome:
        """Sends one entry."""
        (entry,) = entries
        stamp = now.strftime(FORM)
        data = dump({"webhook": hook.id, "query": hook.query, "engagement": entry}).encode()
        headers = {
            "Content-Type": "application/json",
            "X-Dragoman-Delivery": f"{hook.id}.{entry['id']}",
            "X-Dragoman-Time": stamp,
            SIGNATURE: sign(hook.secret, stamp, data),
        }
        try:
            status = send(Outgoing(hook.address, data, headers, self.inside), self.resolver)
        except FetchError as error:
            return ("failed" if error.refused else "waiting"), str(error)[:300]
        return ("sent" if 200 <= status < 300 else "waiting"), str(status)


@dataclass(slots=True)
class Mailing:
    """A letter for what is new, several entries in one."""

    server: Smtp
    naming: Callable[[], Naming]
    pages: str = ""
    scheme: str = "mailto:"
    most: int = 20

    def send(self, hook: Webhook, entries: Sequence[Entry], now: datetime) -> Outcome:
        """Sends one letter with all entries."""
        letter = self._letter(hook, entries, now)
        try:
            with self._connect() as server:
                server.send_message(letter)
        except smtplib.SMTPRecipientsRefused as error:
            return _after(max((code for code, _ in error.recipients.values()), default=550), error)
        except smtplib.SMTPAuthenticationError as error:
            # The letter is not at fault: it goes once the password is right.
            return "waiting", _line(f"{self.server.host}: {error}")
        except smtplib.SMTPResponseException as error:
            return _after(error.smtp_code, error)
        except (smtplib.SMTPException, OSError) as error:
            return "waiting", _line(f"{self.server.host}: {error or type(error).__name__}")
        return "sent", "250"

    def _connect(self) -> smtplib.SMTP:
        at, trust = self.server, ssl.create_default_context()
        if at.security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                at.host, at.port, timeout=at.seconds, context=trust
            )
        else:
            server = smtplib.SMTP(at.host, at.port, timeout=at.seconds)
        try:
            if at.security == "starttls":
                server.starttls(context=trust)
            if at.user is not None:
                server.login(at.user, at.password or "")
        except BaseException:
            server.close()
            raise
        return server

    def _letter(self, hook: Webhook, entries: Sequence[Entry], now: datetime) -> EmailMessage:
        naming = self.naming()
        name = hook.who.partition(" ")[2] or hook.query
        letter = EmailMessage()
        letter["From"] = self.server.sender
        letter["To"] = hook.address.removeprefix(self.scheme)
        letter["Date"] = format_datetime(now)
        letter["Message-ID"] = make_msgid(domain=self.server.sender.rpartition("@")[2])
        first = title_of(entries[0], naming)
        more = f" (+{len(entries) - 1})" if len(entries) > 1 else ""
        letter["Subject"] = _line(f"[{name}] {first}{more}")
        letter.set_content("\n\n".join(self._paragraph(entry, naming) for entry in entries) + "\n")
        return letter

    def _paragraph(self, entry: Entry, naming: Naming) -> str:
        """An entry: what, when, the words that say so, who reports it, and its page."""
        when = entry.get("date") or {}
        days = dict.fromkeys(str(when[end]) for end in ("earliest", "latest") if when.get(end))
        lines = [" ".join([title_of(entry, naming), *([f"({' – '.join(days)})"] if days else [])])]
        lines += [f"“{span['text']}”" for span in entry["evidence"][:1]]
        lines += [report.get("url") or report["uri"] for report in entry.get("reports", ())[:5]]
        if self.pages:
            lines.append(f"{self.pages}entries/{entry['id']}")
        return "\n".join(lines)


def _after(code: int, error: Exception) -> Outcome:
    """The state after a refusal: what is refused for good is not tried again."""
    return ("failed" if code >= 500 else "waiting"), _line(str(error))


def _line(text: str) -> str:
    return " ".join(text.split())[:300]


@dataclass(slots=True)
class Filing:
    """An Atom file of the newest entries that match, written anew for what is new."""

    ledger: Callable[[], Ledger]
    naming: Callable[[], Naming]
    pages: str = ""
    scheme: str = "file:"
    most: int = 1000

    def send(self, hook: Webhook, entries: Sequence[Entry], now: datetime) -> Outcome:
        """Writes the file, whole or not at all."""
        path = Path(hook.address.removeprefix(self.scheme))
        asked = wanted_of(hook.query).asked(families=("engagement",))
        with self.ledger().read() as connection:
            page = list_entries(connection, asked, order="reported", limit=_FEED_LENGTH)
        naming = self.naming()
        base = self.pages or "urn:dragoman:"
        items = [feed_item(entry, naming, base) for entry in page.items]
        title = hook.who.partition(" ")[2] or "Dragoman"
        try:
            fresh = path.with_name(path.name + ".new")
            fresh.write_bytes(atom_feed(items, f"{base}{path.name}", title))
            os.replace(fresh, path)
        except OSError as error:
            return "waiting", _line(f"{path}: cannot be written ({error.strerror})")
        return "sent", f"{len(items)} entries"
